package web

import (
	"fmt"
	"net/http"

	rulings "dateline/internal/review"
)

// agreementView is how readers agree, a row for each field.
type agreementView struct {
	Rows    []agreementRow
	Readers []string
	Fewest  int
	Open    int // on which readers disagree and nobody settled it
	Settled int
}

// agreementRow is one field.
type agreementRow struct {
	Field   string
	Read    int // units that anybody read
	Twice   int // that two or more did
	Readers int
	Verdict alphaShown
	Value   alphaShown
	Metric  string
	Differ  []differLine
	More    int // that are not listed
}

// alphaShown is an alpha as a page shows it, or why it is not said.
type alphaShown struct {
	Text string // "" if it is not said
	Why  string // not said, or of how many
}

// differLine is one unit that readers let something else stand of.
type differLine struct {
	Link  string
	Words []string
	State string
}

// differShown is how many differences of one field are listed.
const differShown = 25

// agreement shows how readers agree.
func (s *site) agreement(r *http.Request) (*page, error) {
	all, err := s.hearAll(r.Context())
	if err != nil {
		return nil, err
	}
	v := agreementView{Fewest: rulings.Fewest, Open: len(rulings.Open(all.heard, all.reads))}
	for _, a := range rulings.Agree(all.heard, all.reads) {
		row := agreementRow{Field: itemWords(rulings.Item{Field: a.Field}), Read: a.Read, Twice: a.Twice, Readers: len(a.Readers),
			Verdict: alphaWords(a.Verdict), Value: alphaWords(a.Value), Metric: a.Metric}
		v.Readers = append(v.Readers, a.Readers...)
		for i, h := range a.Differ {
			if h.Settled != nil {
				v.Settled++
			}
			if i < differShown {
				row.Differ = append(row.Differ, differOf(h, all.reads[h.Statement]))
			} else {
				row.More++
			}
		}
		v.Rows = append(v.Rows, row)
	}
	v.Readers = unique(v.Readers)
	return &page{Title: "How readers agree", Template: "agreement", Section: "review", Main: v}, nil
}

// alphaWords says an alpha if enough was read twice.
func alphaWords(a rulings.Alpha) alphaShown {
	of := fmt.Sprintf("%s, %s", plural(a.Units, "unit"), plural(a.Values, "value"))
	switch {
	case a.Units == 0:
		return alphaShown{Why: "nothing read twice"}
	case a.Units < rulings.Fewest:
		return alphaShown{Why: fmt.Sprintf("too few to say: %s", of)}
	case !a.Defined():
		return alphaShown{Why: "all the same: nothing to tell agreement from chance by; " + of}
	}
	return alphaShown{Text: fmt.Sprintf("%.2f", a.Value), Why: of}
}

// differOf words what readers said of one unit.
func differOf(h rulings.Heard, r rulings.Read) differLine {
	l := differLine{Link: desk{mode: asDisputed, item: &h.Thing}.at(&h.Thing, nil), State: "open"}
	for _, w := range h.Words {
		said := w.Value(r)
		if said == "" {
			said = "unsure"
		}
		l.Words = append(l.Words, w.Author+": "+said)
	}
	if h.Settled != nil {
		l.State = "settled by " + h.Settled.Author
	}
	return l
}
