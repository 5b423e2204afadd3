package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/actor"
)

// mentioned says whom every name of a listed actor in the text means, and every other name of two words and more
// that turns out to be another spelling of one; in the order of the text, none over another.
func (m *meaning) mentioned(listed []actor.Match) []dateline.ActorMention {
	var out []dateline.ActorMention
	names := m.text.Names
	for _, l := range listed {
		for len(names) > 0 && names[0].Span.End <= l.Span.Start {
			out = m.respelt(out, names[0].Span)
			names = names[1:]
		}
		span := l.Span
		if len(names) > 0 && names[0].Span.Contains(span) {
			span = names[0].Span
		}
		out = m.mention(out, span)
	}
	for _, n := range names {
		out = m.respelt(out, n.Span)
	}
	return out
}

// mention adds what the words at span mean, unless they lie over the last.
func (m *meaning) mention(out []dateline.ActorMention, span dateline.Span) []dateline.ActorMention {
	if over(out, span) {
		return out
	}
	return append(out, dateline.ActorMention{Span: span, Means: m.who(span)})
}

// over reports whether span lies over the last mention.
func over(out []dateline.ActorMention, span dateline.Span) bool {
	return len(out) > 0 && out[len(out)-1].Span.Overlaps(span)
}

// respelt adds a name that Find does not see, if a record has it all the same.
func (m *meaning) respelt(out []dateline.ActorMention, span dateline.Span) []dateline.ActorMention {
	if over(out, span) || !strings.ContainsAny(span.In(m.text.Source), " -") {
		return out
	}
	r := m.who(span)
	id := cmp.Or(r.Actor, slices.Concat(r.Others, []string{""})[0])
	if _, ok := m.book.Get(id); !ok || r.State != dateline.Known && r.State != dateline.Ambiguous {
		return out
	}
	return append(out, dateline.ActorMention{Span: span, Means: r})
}
