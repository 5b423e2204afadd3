package review

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// Apply returns r as people have ruled: a corrected Kind in place of the one read, which is kept in ReadAs;
// a corrected value in place of the one that the machine read, with the State ByHand; a rejected Part or
// Speaker without any value, with the State Struck. Why has who ruled that, and what the machine read. The
// Statements are the same, rejected ones too, and so are their Parts. What nobody ruled on is shared with r.
func (d *Docket) Apply(r dateline.Reading) dateline.Reading {
	if len(d.stands) == 0 {
		return r
	}
	for i := range r.Statements {
		if all := d.stands[r.Statements[i].ID]; len(all) > 0 {
			if s := all[dateline.Whole]; s != nil && s.correct != nil {
				r.Statements = slices.Clone(r.Statements)
				st := &r.Statements[i]
				st.ReadAs, st.Kind = st.Kind, dateline.Kind(s.correct.Value)
			}
			r.Resolutions = ruled(&r.Statements[i], r.Resolutions, all)
		}
	}
	return r
}

// ruled returns rs with the rulings on parts of st.
func ruled(st *dateline.Statement, rs []dateline.Resolution, all map[int]*standing) []dateline.Resolution {
	out := slices.Clone(rs)
	at := 0 // behind the last one of st
	for i := range out {
		if out[i].Statement == st.ID {
			at = i + 1
			if s := all[place(out[i].Part)]; s != nil {
				out[i] = s.mean(out[i])
			}
		}
	}
	for _, part := range unread(st, out, all) {
		made := all[place(part)].mean(dateline.Resolution{Statement: st.ID, Part: part})
		out = slices.Insert(out, at, made)
		at++
	}
	return out
}

// unread lists the parts that were ruled on and that the machine gave no meaning, in order.
func unread(st *dateline.Statement, rs []dateline.Resolution, all map[int]*standing) []int {
	var out []int
	for i := range st.Parts {
		s := all[i]
		has := slices.ContainsFunc(rs, func(r dateline.Resolution) bool { return r.Statement == st.ID && r.Part == i })
		if s != nil && (s.correct != nil || s.reject != nil) && !has {
			out = append(out, i)
		}
	}
	return out
}

// place turns the Part of a Resolution into that of a Decision: a Resolution has no Whole.
func place(part int) int {
	if part < 0 {
		return part - 1
	}
	return part
}

// mean returns what words mean as people have ruled, of which m is the machine's reading.
func (s *standing) mean(m dateline.Resolution) dateline.Resolution {
	switch {
	case s.reject != nil:
		return dateline.Resolution{Statement: m.Statement, Part: m.Part, State: dateline.Struck, Score: 1, Why: why(s.reject, "rejected it", m)}
	case s.correct != nil && s.correct.Means != nil:
		return corrected(s.correct, m)
	}
	return m
}

// corrected puts what a person corrected in place of what the machine read, and leaves the rest.
func corrected(by *Ruled, m dateline.Resolution) dateline.Resolution {
	out, means := m, by.Means
	out.State, out.Others, out.Score, out.Why = dateline.ByHand, nil, 1, why(by, "corrected it", m)
	if !known(means) {
		out.Actor, out.Place, out.Date, out.Count = "", nil, nil, nil
		return out
	}
	if means.Actor != "" {
		out.Actor = means.Actor
		if slices.Contains(dateline.PartyClasses, dateline.PartyClass(out.Type)) {
			out.Type = "" // it was of whom the machine took them for
		}
	}
	if means.Place != nil {
		out.Place = means.Place
	}
	if means.Date != nil {
		out.Date = means.Date
	}
	if means.Count != nil {
		out.Count = means.Count
	}
	return out
}

// known reports whether a correction says what the words mean, and not that it is unknown.
func known(m *dateline.Resolution) bool {
	return m.Actor != "" || m.Place != nil || m.Date != nil || m.Count != nil
}

// why says who ruled, why, and what the machine read.
func why(by *Ruled, did string, m dateline.Resolution) string {
	words := by.Author + " " + did
	if by.Reason != "" {
		words += ": " + by.Reason
	}
	if read := reading(m); read != "" {
		words += "; the machine read " + read
		if m.Why != "" {
			words += " (" + m.Why + ")"
		}
	}
	return words
}

// reading puts a machine's reading in words; "" for none.
func reading(m dateline.Resolution) string {
	var out []string
	if m.Actor != "" {
		out = append(out, m.Actor)
	}
	if m.Place != nil {
		out = append(out, placeWords(*m.Place))
	}
	if m.Date != nil {
		out = append(out, m.Date.EDTF)
	}
	if m.Count != nil {
		out = append(out, m.Count.String())
	}
	if len(out) == 0 && m.State != "" {
		return string(m.State)
	}
	return strings.Join(out, ", ")
}

func placeWords(p dateline.Place) string {
	words := p.Name
	if p.Admin1 != "" && p.Admin1 != p.Name {
		words += ", " + p.Admin1
	}
	if p.ID != "" {
		words += fmt.Sprintf(" [%s]", p.ID)
	}
	return words
}

// Actors says, by Statement.ID and the Part of a Resolution, whom words mean where people say that it is
// another actor than the machine read, or none (""). A Statement on which people ruled anything is there,
// if with nothing.
func (d *Docket) Actors() map[string]map[int]string {
	out := map[string]map[int]string{}
	for id := range d.on {
		out[id] = map[int]string{}
		for part, s := range d.stands[id] {
			if part < dateline.Whole {
				part++
			} else if part == dateline.Whole {
				continue
			}
			if s.reject != nil {
				out[id][part] = ""
			} else if s.correct != nil && s.correct.Means != nil && (s.correct.Means.Actor != "" || !known(s.correct.Means)) {
				out[id][part] = s.correct.Means.Actor
			}
		}
	}
	return out
}
