package pipeline

import (
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/parse"
	"dateline/internal/resolve/date"
)

// sentences are the spans of a text's sentences, in order; those of a paragraph are one where the first has
// no end: a date may stand across them ('5-6 | May', 'Apr. | 15').
func sentences(t *parse.Text) []dateline.Span {
	out := make([]dateline.Span, 0, len(t.Sentences))
	for i, s := range t.Sentences {
		if i > 0 && s.Paragraph == t.Sentences[i-1].Paragraph && !ended(t.Sentences[i-1].Span.In(t.Source), s.Span.In(t.Source)) {
			out[len(out)-1].End = s.Span.End
			continue
		}
		out = append(out, s.Span)
	}
	return out
}

// ended reports whether a sentence ends before the next one begins.
func ended(this, next string) bool {
	last := this[len(this)-1]
	if last == '.' && next[0] >= '0' && next[0] <= '9' {
		word := this[strings.LastIndexByte(this, ' ')+1:]
		return !date.ShortMonth(strings.TrimSuffix(word, "."))
	}
	letter := last >= 'a' && last <= 'z' || last >= 'A' && last <= 'Z' || last >= '0' && last <= '9' || last == ','
	return !letter
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

// fixes reports whether d tells when something took place: a day, a month or a year, or a few days. A season, of
// which a story tells where somebody came from or how he fared ('he came this spring'), does not.
func fixes(d dateline.Dated) bool {
	if d.Date == nil || !d.Date.Fixed() || season(d.Date.EDTF) {
		return false
	}
	if !strings.Contains(d.Date.EDTF, "/") {
		return true
	}
	first, err := time.Parse(time.DateOnly, d.Date.From)
	last, err2 := time.Parse(time.DateOnly, d.Date.To)
	return err == nil && err2 == nil && last.Before(first.AddDate(0, 0, 7))
}

// season reports whether a date is one of the seasons of EDTF: '2010-21'.
func season(edtf string) bool { return len(edtf) == 7 && edtf[4] == '-' && edtf[5] == '2' }
