package pipeline

import (
	"slices"
	"strings"

	"dateline"
)

// ofJustice are the words by which an arrest, a charge or a trial tells its own place and day in the sentence that tells what somebody
// is accused of: 'Police in Nis arrested on Tuesday a man accused of killing two'. They say nothing of the deed. Nil for other
// statements.
func (st *stage) ofJustice(s *dateline.Statement) []dateline.Span {
	if f := s.Kind.Family(); f != dateline.Violence && f != dateline.HumanCost {
		return nil
	}
	var out []dateline.Span
	for i := range st.out.Statements {
		c := &st.out.Statements[i]
		if c.Kind.Family() != dateline.CounterMeasures || c.Quote != s.Quote || !accusedOf(c, s) {
			continue
		}
		for _, p := range c.Parts {
			if (p.Role == dateline.PlaceRole || p.Role == dateline.DateRole) && p.Inferred == "" && p.Span.End <= s.Trigger.Start {
				out = append(out, p.Span)
			}
		}
	}
	return out
}

// accusedOf reports whether s is what somebody is accused of, or the counter-measure c is for.
func accusedOf(c, s *dateline.Statement) bool {
	return s.Stance == dateline.Blamed || s.Stance == dateline.Suspected ||
		slices.ContainsFunc(c.Parts, func(p dateline.Part) bool { return p.Role == dateline.Incidental && p.Span.Contains(s.Trigger) })
}

// onlyThere reports whether all of some words stand within the spans, of which there are any.
func onlyThere(words, spans []dateline.Span) bool {
	return len(spans) > 0 && !slices.ContainsFunc(words, func(w dateline.Span) bool {
		return !slices.ContainsFunc(spans, func(s dateline.Span) bool { return s.Overlaps(w) })
	})
}

// policedBy reports whether an arrest, a charge or a trial is of the police or the courts of another country, which do their work at
// home: 'German police arrested two men. They were accused of'.
func (st *stage) policedBy(s *dateline.Statement, country string) bool {
	if s.Kind.Family() != dateline.CounterMeasures {
		return false
	}
	by := s
	if len(st.acts[s.ID]) == 0 {
		by = st.arrestOf(s)
	}
	if by == nil || len(st.acts[by.ID]) == 0 || slices.Contains(st.acts[by.ID], country) {
		return false
	}
	return slices.ContainsFunc(append(spansOf(by.PartsOf(dateline.Authority)), speakersOf(by)...), func(w dateline.Span) bool {
		return worksAtHome(strings.ToLower(w.In(st.text.Source)))
	})
}

// arrestOf is the statement that tells of the arrest of those whom s speaks of by a pronoun; nil if there is none.
func (st *stage) arrestOf(s *dateline.Statement) *dateline.Statement {
	for _, p := range s.PartsOf(dateline.Arrested) {
		for i := range st.out.Statements {
			c := &st.out.Statements[i]
			if c.Kind == dateline.Arrest && c.ID != s.ID && !p.Refers.IsZero() && slices.ContainsFunc(c.PartsOf(dateline.Arrested), func(q dateline.Part) bool { return q.Span.Overlaps(p.Refers) }) {
				return c
			}
		}
	}
	return nil
}

func spansOf(parts []dateline.Part) []dateline.Span {
	var out []dateline.Span
	for _, p := range parts {
		out = append(out, p.Span)
	}
	return out
}

func speakersOf(s *dateline.Statement) []dateline.Span {
	var out []dateline.Span
	for _, v := range s.Speaker {
		out = append(out, v.Span)
	}
	return out
}

// worksAtHome reports whether words are of a body that works in its own country.
func worksAtHome(words string) bool {
	for _, w := range []string{"police", "prosecutor", "court", "judge", "sheriff", "detective"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// onlyCaught reports whether the report names a place only as that of an arrest or a trial for what the statement tells.
func (st *stage) onlyCaught(s *dateline.Statement, p dateline.Place) bool {
	var named []dateline.Span
	for _, m := range st.report.Mentions {
		if m.Place.ID == p.ID {
			named = append(named, m.Span)
		}
	}
	return onlyThere(named, st.ofJustice(s))
}

// onlyCaught reports whether the report tells a day only as that of an arrest or a trial for what the statement tells.
func (c *clock) onlyCaught(s *dateline.Statement, d dateline.Date) bool {
	var told []dateline.Span
	for _, x := range c.report.Expressions {
		if x.Date.EDTF == d.EDTF {
			told = append(told, x.Span)
		}
	}
	return onlyThere(told, c.ofJustice(s))
}
