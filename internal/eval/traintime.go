package eval

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"slices"
	"time"

	"dateline"
	"dateline/internal/pipeline"
	"dateline/internal/resolve/storytime"
	"dateline/internal/scorer"
)

// timedText is a report whose coders say when it took place.
type timedText struct {
	report dateline.Report
	when   []dateline.Date // of its events; none where the coders tell no time
	weight float64
}

// timeOptions are those that the model of package storytime is fitted with.
var timeOptions = scorer.Options{Rounds: 40, MinCount: 150, Ridge: 3e-2}

// TrainTime fits the model of package storytime and writes it: on the train part of HRDsAttack, on the
// articles of every other incident of GVA (gvaTaught), on those texts of MUC-4's dev folder that models are
// fitted to, and on every other release of ISAF. An event of the news took place when the coders say that the
// report's event did, with less weight where its own words say it. Of the times that a report names, those that
// lie in the coders' win; where none does, the narrowest that holds it; else none.
func TrainTime(ctx context.Context, dir string, out io.Writer) error {
	texts, err := timedTexts(dir)
	if err != nil {
		return err
	}
	races, err := onAllCores(ctx, texts, func(t timedText) []scorer.Race { return t.races(pipeline.Times(t.report)) })
	if err != nil {
		return err
	}
	model := scorer.FitRaces(slices.Concat(races...), timeOptions)
	if model == nil {
		return fmt.Errorf("no times to learn from in %s", dir)
	}
	return model.Write(out)
}

func timedTexts(dir string) ([]timedText, error) {
	records, err := readHRDs(filepath.Join(dir, "hrdsattack", "train.plain.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []timedText
	for _, r := range records {
		out = append(out, r.timed())
	}
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return nil, err
	}
	for _, m := range messages {
		if m.id <= lastFitted && len(m.key) > 0 {
			out = append(out, m.timed())
		}
	}
	releases, err := readISAF(filepath.Join(dir, "isaf", "dev.jsonl"))
	if err != nil {
		return nil, err
	}
	for i, r := range releases {
		if i%2 == 0 {
			out = append(out, timedText{report: r.report(), when: []dateline.Date{wholeDay(r.Gold.StartDate)}, weight: 1})
		}
	}
	more, err := gvaTimed(dir)
	return append(out, more...), err
}

func wholeDay(day string) dateline.Date { return dateline.Date{EDTF: day, From: day, To: day} }

func (r hrdsRecord) timed() timedText {
	out := timedText{report: r.report(), weight: 2}
	g := r.Annotations[0]
	y, m, d := hrdsNumber(g.Year), hrdsNumber(g.Month), hrdsNumber(g.Day)
	first, err := time.Parse(time.DateOnly, y+"-"+cmp.Or(m, "01")+"-"+cmp.Or(d, "01"))
	if err != nil {
		return out
	}
	last := first
	switch {
	case m == "":
		last = first.AddDate(1, 0, -1)
	case d == "":
		last = first.AddDate(0, 1, -1)
	}
	out.when = []dateline.Date{{From: first.Format(time.DateOnly), To: last.Format(time.DateOnly)}}
	return out
}

func (m mucMessage) timed() timedText {
	out := timedText{report: m.report(), weight: 1}
	for _, t := range m.key {
		for _, f := range t.slots[mucDate] {
			for _, v := range f.values {
				if from, to, ok := mucPeriod(v); ok && !from.IsZero() {
					out.when = append(out.when, dateline.Date{From: from.Format(time.DateOnly), To: to.Format(time.DateOnly)})
				}
			}
		}
	}
	return out
}

// gvaTaught reports whether models are fitted to the articles of an incident: to every other one.
func gvaTaught(incident string) bool {
	h := fnv.New32a()
	io.WriteString(h, incident)
	return h.Sum32()%2 == 0
}

func gvaTimed(dir string) ([]timedText, error) {
	records, err := readGVARecords(dir)
	if err != nil {
		return nil, err
	}
	var out []timedText
	err = eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		rec, ok := records[a.Incident]
		day, err := time.Parse("January 2, 2006", rec.Date)
		if ok && err == nil && gvaTaught(a.Incident) {
			out = append(out, timedText{report: a.report(), when: []dateline.Date{wholeDay(day.Format(time.DateOnly))}, weight: 0.5})
		}
		return nil
	})
	return out, err
}

// races says of each event of the news which of the times that the report names is its own.
func (t *timedText) races(all []storytime.Choice) []scorer.Race {
	events := map[int]bool{}
	for _, c := range all {
		if !c.Past {
			events[c.Event] = true
		}
	}
	var out []scorer.Race
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(c storytime.Choice) bool { return c.Event != all[0].Event })
		if n < 0 {
			n = len(all)
		}
		if !all[0].Past {
			out = append(out, t.race(all[:n], t.weight*min(1, 3/float64(len(events)))))
		}
		all = all[n:]
	}
	return out
}

// race is the race of one event's choices, the first of which is none.
func (t *timedText) race(choices []storytime.Choice, weight float64) scorer.Race {
	if choices[0].Told {
		weight *= 0.3
	}
	best := 1 << 30
	for _, c := range choices[1:] {
		best = min(best, t.fit(c.Date))
	}
	out := make(scorer.Race, len(choices))
	for i, c := range choices {
		won := i == 0 && best == 1<<30 || i > 0 && best < 1<<30 && t.fit(c.Date) == best
		out[i] = scorer.Example{Features: c.Features, Class: scorer.Lost, Weight: weight}
		if won {
			out[i].Class = scorer.Won
		}
	}
	return out
}

// fit says how well a time fits one of the coders': 0 if it lies in it, its days if it holds it, 1<<30 otherwise.
func (t *timedText) fit(d dateline.Date) int {
	best := 1 << 30
	for _, w := range t.when {
		switch {
		case w.From <= d.From && d.To <= w.To:
			return 0
		case d.From <= w.From && w.To <= d.To:
			best = min(best, daysIn(d))
		}
	}
	return best
}

// daysIn is the number of days in a fixed date.
func daysIn(d dateline.Date) int {
	from, err := time.Parse(time.DateOnly, d.From)
	to, err2 := time.Parse(time.DateOnly, d.To)
	if err != nil || err2 != nil {
		return 1 << 20
	}
	return int(to.Sub(from).Hours()/24) + 1
}
