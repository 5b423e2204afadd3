package pipeline

import (
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/storytime"
)

// A sentence may tell an old deed by what is kept in its memory: 'held prayers on Friday, the first anniversary of the raid', 'one year
// after gunmen carried off its pupils the school is still shut'. The deed was so many years before that day, or before publication.
var (
	anniversary = regexp.MustCompile(`(?i)\b((?:the )?([\p{L}\d-]+) anniversary) of\b`)
	yearsAfter  = regexp.MustCompile(`^(((?:[Oo]ne|[Aa]|[\p{L}\d-]+) years?)(?: to the day)? (?:after|on from|since)) \p{L}`)
)

// remembered gives the deeds of such a sentence that have no time of their own, or that of the memorial, the one that it tells.
func (c *clock) remembered() {
	told := map[string]dateline.Resolution{}
	for i := range c.text.Sentences {
		sentence := c.text.Sentences[i].Span
		words, kept, day := c.remembers(i)
		if day == nil {
			continue
		}
		for k := range c.out.Statements {
			s := &c.out.Statements[k]
			if f := s.Kind.Family(); !sentence.Contains(s.Trigger) || f != dateline.Violence && f != dateline.HumanCost || s.Kind == dateline.ReleasedKind || !s.Reality.Counts() {
				continue
			}
			part := dateline.Part{Role: dateline.DateRole, Span: words, Inferred: "from the day on which it is remembered"}
			r := dateline.Resolution{Statement: s.ID, Part: len(s.Parts), State: dateline.Known, Date: day, Score: 0.8, Why: "counted from the day on which it is remembered"}
			switch at := slices.IndexFunc(s.Parts, func(p dateline.Part) bool { return p.Role == dateline.DateRole }); {
			case at < 0:
				told[s.ID] = r
				s.Parts = append(slices.Clip(s.Parts), part)
			case s.Parts[at].Span == kept:
				if n := slices.IndexFunc(c.out.Resolutions, func(o dateline.Resolution) bool { return o.Statement == s.ID && o.Part == at }); n >= 0 {
					s.Parts[at], r.Part = part, at
					c.out.Resolutions[n] = r
				}
			}
		}
	}
	c.out.Resolutions = withLent(c.out, told)
}

// remembers returns the words of sentence i by which an old deed is remembered, those for the day on which it is, and the time
// that they give it; nil for none.
func (c *clock) remembers(i int) (words, kept dateline.Span, day *dateline.Date) {
	sentence, published := c.text.Sentences[i].Span, c.out.Report.Published
	text := sentence.In(c.text.Source)
	if !strings.Contains(text, " year") && !strings.Contains(strings.ToLower(text), "anniversary") {
		return words, kept, nil // a look before the expressions, which take longer
	}
	if m := anniversary.FindStringSubmatchIndex(text); m != nil {
		words = dateline.Span{Start: sentence.Start + m[2], End: sentence.Start + m[3]}
		for _, x := range c.report.Expressions {
			if old, ok := date.Remembered(x.Date, text[m[4]:m[5]]); ok && x.Sentence == i && x.Span.Start < words.Start {
				return words, x.Span, &old
			}
		}
		return words, kept, nil
	}
	m := yearsAfter.FindStringSubmatchIndex(text)
	if m == nil || !published.Fixed() || slices.ContainsFunc(c.report.Expressions, func(x storytime.Expression) bool { return x.Sentence == i }) {
		return words, kept, nil
	}
	r := date.Resolve(text[m[4]:m[5]]+" ago", date.Context{Published: published, Tense: date.Past})
	if r.Date == nil || !r.Date.Fixed() {
		return words, kept, nil
	}
	return dateline.Span{Start: sentence.Start + m[2], End: sentence.Start + m[3]}, kept, r.Date
}
