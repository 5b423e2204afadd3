package pipeline

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// sentences are the spans of a text's sentences, in order.
func sentences(t *parse.Text) []dateline.Span {
	out := make([]dateline.Span, len(t.Sentences))
	for i := range t.Sentences {
		out[i] = t.Sentences[i].Span
	}
	return out
}

// lines are the spans of a text's lines, for a text that is not parsed.
func lines(text string) []dateline.Span {
	var out []dateline.Span
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		if end > 0 {
			out = append(out, dateline.Span{Start: start, End: start + end})
		}
		start += end + 1
	}
	return out
}

// within takes from dates, which are in the order of the text, those that lie before the end of s, and
// returns those that lie in it.
func within(dates *[]dateline.Dated, s dateline.Span) []dateline.Dated {
	all := *dates
	first := 0
	for first < len(all) && all[first].Span.Start < s.Start {
		first++
	}
	last := first
	for last < len(all) && all[last].Span.End <= s.End {
		last++
	}
	*dates = all[last:]
	return all[first:last]
}

// undated adds to doubts, in the order of the text, those expressions of time that nothing fixes.
func undated(doubts []dateline.Doubt, dates []dateline.Dated) []dateline.Doubt {
	for _, d := range dates {
		if d.Date == nil {
			doubts = append(doubts, dateline.Doubt{Span: d.Span, Why: "no date: " + d.Why})
		}
	}
	slices.SortStableFunc(doubts, func(a, b dateline.Doubt) int { return a.Span.Start - b.Span.Start })
	return doubts
}
