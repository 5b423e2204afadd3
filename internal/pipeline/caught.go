package pipeline

import (
	"slices"

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
