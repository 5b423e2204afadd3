package web

import (
	"strings"

	"dateline/internal/analysis"
)

// asOfLine is what stood on a day.
type asOfLine struct {
	What string
	Of   []shown
}

// asOf words a snapshot.
func (v *groupView) asOf(s analysis.Snapshot, r *refs, name func(string) string) {
	v.Day = s.Day
	add := func(what string, of []shown) {
		if of == nil {
			of = []shown{{Text: notReported}}
		}
		v.AsOf = append(v.AsOf, asOfLine{what, of})
	}
	var names []shown
	for _, n := range s.Names {
		if n.Fit != analysis.Dateless || n.Value.Statements != nil {
			names = append(names, shown{Text: n.Value.Name.Name, Note: fitWords(n.Fit)})
		}
	}
	add("Names", names)
	add("Origin and parent", bondLines(s.Parents, r, name))
	add("Relations", bondLines(s.Relations, r, name))
	var leaders []shown
	for _, l := range s.Leaders {
		t := l.Terms[len(l.Terms)-1]
		leaders = append(leaders, shown{Text: l.Name, Note: string(t.Tenure) + ", " + momentWords(t.At), Refs: r.of(t.Account.ID)})
	}
	add("Leaders, as last told", leaders)
	add("Strength, as last told", lastStrength(s.Strength, r))
	var listed []shown
	for _, l := range s.Listings {
		one := shown{Text: tidy(l.Value.By), Note: fitWords(l.Fit)}
		if l.Value.Account != nil {
			one.Refs = r.of(l.Value.Account.ID)
		}
		if one.Text == "" {
			one.Text = "by whom is not reported"
		}
		listed = append(listed, one)
	}
	add("Listed by", listed)
}

func lastStrength(all []analysis.Estimate, r *refs) []shown {
	if len(all) == 0 {
		return nil
	}
	e := all[len(all)-1]
	words := "no figure"
	if e.Count != nil {
		words = countWords(*e.Count)
	}
	return []shown{{Text: words, Note: momentWords(e.At) + ", " + speakerName(e.Account), Refs: r.of(e.Account.ID)}}
}

// bondLines words what stood between the group and each other, with the state of the evidence.
func bondLines(all []analysis.Bond, r *refs, name func(string) string) []shown {
	var out []shown
	for _, b := range all {
		one := shown{Text: tidy(b.Words), Link: groupLink(b.Other)}
		if b.Other != "" {
			one.Text = name(b.Other)
		}
		var notes, ids []string
		for _, x := range b.Readings {
			note := x.Word
			if x.Record != analysis.Outside {
				note += " (" + fitWords(x.Record) + ")"
			}
			for _, a := range x.Told {
				ids = append(ids, a.ID)
			}
			for _, a := range x.Denied {
				ids = append(ids, a.ID)
			}
			if x.Told != nil {
				note += ", told"
			}
			if x.Denied != nil {
				note += ", denied or doubted"
			}
			notes = append(notes, note)
		}
		one.Note, one.Refs = strings.Join(notes, "; "), r.of(ids...)
		if b.Contested {
			one.Note += ": contested"
		}
		out = append(out, one)
	}
	return out
}

// fitWords says how firmly the record's dates hold on the day.
func fitWords(f analysis.Fit) string {
	switch f {
	case analysis.Inside:
		return "in the record"
	case analysis.AtEdge:
		return "in the record, perhaps: its dates are not exact"
	case analysis.Dateless:
		return "in the record, without dates"
	}
	return "told by reports"
}
