package web

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"dateline"
	rulings "dateline/internal/review"
	"dateline/internal/selection"
)

// accuracyView is how the coder's readings fared with people.
type accuracyView struct {
	Sampled bool
	Seed    string
	Drawn   int    // statements drawn in a row that were ruled on in full: what a sample's figures are of
	Review  string // the address at which a sample is ruled on
	All     shareLine
	Kinds   []shareLine
	Fields  []shareLine
	Scant   int
	Statements,
	Reviewed int // of the whole ledger
}

// shareLine is one kind or field.
type shareLine struct {
	Of                         string
	Link                       string
	N                          int
	Accepted, Amended, Refused int
	Share                      string  // "" where there are too few to say
	Between                    string  // its interval
	Low, Width, At             float64 // of the interval and the share, in per cent: for the bar
}

// accuracy shows how the coder's readings fared, all that were ruled on or those of a sample.
func (s *site) accuracy(r *http.Request) (*page, error) {
	d, err := readDesk(r)
	if err != nil {
		return nil, err
	}
	all, err := s.hearAll(r.Context())
	if err != nil {
		return nil, err
	}
	sel, index, err := s.selected(r)
	if err != nil {
		return nil, err
	}
	v := accuracyView{Sampled: d.mode == bySample, Seed: strconv.FormatUint(d.seed, 10), Scant: rulings.Scant, Reviewed: len(all.reads)}
	for _, l := range sel.Lines {
		v.Statements += l.Statements
	}
	wanted := func(rulings.Thing) bool { return true }
	if v.Sampled {
		drawn, err := s.ruledSample(r.Context(), sel, index, d.seed)
		if err != nil {
			return nil, err
		}
		v.Drawn = len(drawn)
		wanted = func(t rulings.Thing) bool { return drawn[t.Statement] }
	}
	d.mode, d.item = bySample, nil
	v.Review = d.at(nil, nil)
	a := rulings.Judge(all.heard, all.reads, wanted)
	v.All = newShare(a.All)
	v.All.Of = "All statements"
	for _, t := range a.Kinds {
		l := newShare(t)
		l.Of, l.Link = upper(kindWords(dateline.Kind(t.Of))), "/kinds#"+slug(t.Of)
		v.Kinds = append(v.Kinds, l)
	}
	for _, t := range a.Fields {
		v.Fields = append(v.Fields, newShare(t))
	}
	return &page{Title: "How right the coder is", Template: "accuracy", Section: "review", Main: v}, nil
}

// ruledSample is the statements of a sample that were ruled on in full, up to the first that was not: they are a sample
// themselves, whoever ruled on what follows.
func (s *site) ruledSample(ctx context.Context, sel selection.Selection, index *selection.Index, seed uint64) (map[string]bool, error) {
	drawn, out := s.cases.sampleOf(sel.Lines, seed), map[string]bool{}
	for n := 0; n < len(drawn); n += caseBatch {
		batch := drawn[n:min(n+caseBatch, len(drawn))]
		cs, at, err := s.drawnCases(ctx, batch, index)
		if err != nil {
			return nil, err
		}
		open, err := s.unruled(ctx, cs, desk{})
		if err != nil {
			return nil, err
		}
		for i := range batch {
			for _, item := range rulings.ItemsOf(cs[i].whole, at[i]) {
				if open(item) {
					return out, nil
				}
			}
			if at[i] < len(cs[i].whole.Told) {
				out[cs[i].whole.Told[at[i]].Statement.ID] = true
			}
		}
	}
	return out, nil
}

func newShare(t rulings.Tally) shareLine {
	l := shareLine{Of: upper(t.Of), N: t.N(), Accepted: t.Accepted, Amended: t.Amended, Refused: t.Refused}
	if t.N() < rulings.Scant {
		return l
	}
	share, low, high := t.Share()
	l.Share, l.Between = percent(share), percent(low)+" to "+percent(high)
	l.Low, l.Width, l.At = 100*low, 100*(high-low), 100*share
	return l
}

func percent(f float64) string { return fmt.Sprintf("%.0f %%", 100*f) }
