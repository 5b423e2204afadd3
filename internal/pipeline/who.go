package pipeline

import (
	"dateline"
	"dateline/internal/parse"
	"dateline/internal/resolve/actor"
)

// Who says whom the words at span of a report mean, on the way that Code takes: with what the rest of
// the report tells, but for what a statement before them may have settled. Statement is "".
func Who(r dateline.Report, span dateline.Span) dateline.Resolution {
	out := dateline.Reading{Report: r}
	m := newMeaning(&out, parse.Parse(r.Text), actor.Load().Find(r.Text))
	return m.who(span)
}
