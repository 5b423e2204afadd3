package pipeline

import (
	"regexp"
	"slices"

	"dateline"
	"dateline/internal/resolve/date"
)

// served gives those who were held the time that a sentence tells by how long it was: 'was freed on Monday after
// five months in detention' says that it was five months before that day. It takes the place of what the model would lend.
func (c *clock) served() {
	told := map[string]dateline.Resolution{}
	for i := range c.out.Statements {
		s := &c.out.Statements[i]
		k := slices.IndexFunc(s.Parts, func(p dateline.Part) bool { return p.Role == dateline.DateRole })
		if !holdsPeople[s.Kind] || k >= 0 && s.Parts[k].Inferred == "" {
			continue
		}
		term, end, ok := c.term(s)
		if !ok {
			continue
		}
		r := date.Resolve(term.In(c.text.Source)+" earlier", date.Context{Published: c.out.Report.Published, Tense: date.Past, Previous: []dateline.Date{end}})
		if r.Date == nil || !r.Date.Fixed() {
			continue
		}
		part := dateline.Part{Role: dateline.DateRole, Span: term, Inferred: "from how long they were held"}
		if k >= 0 { // 'the only time that the sentence names'
			at := slices.IndexFunc(c.out.Resolutions, func(o dateline.Resolution) bool { return o.Statement == s.ID && o.Part == k })
			if at >= 0 {
				s.Parts[k], r.Statement, r.Part = part, s.ID, k
				c.out.Resolutions[at] = r
			}
			continue
		}
		r.Statement, r.Part = s.ID, len(s.Parts)
		told[s.ID] = r
		s.Parts = append(slices.Clip(s.Parts), part)
	}
	c.out.Resolutions = withLent(c.out, told)
}

// holdsPeople are the kinds that tell that people are held.
var holdsPeople = map[dateline.Kind]bool{dateline.Arrest: true, dateline.Abduction: true, dateline.HostageTaking: true, dateline.AbductedKind: true}

// held are words for how long somebody was held before what else the sentence tells.
var held = regexp.MustCompile(`\bafter (?:(?:spending|serving|having (?:spent|served)|being \w+(?: \w+)?)(?: for)? )?(` +
	`(?:(?:more than|less than|nearly|almost|about|over|around|some) )?[\w,]+(?: and a half)? (?:days?|weeks?|months?|years?))\b`)

// behindTerm is how far behind such words the word for being held may stand, in bytes.
const behindTerm = 40

// term finds the words for how long those were held whom a statement tells of, and the time at which that was over: the one
// that the verb above has.
func (c *clock) term(s *dateline.Statement) (words dateline.Span, end dateline.Date, ok bool) {
	n := c.sentence(s.Trigger.Start)
	if n < 0 {
		return words, end, false
	}
	sentence := c.text.Sentences[n].Span
	for _, m := range held.FindAllStringSubmatchIndex(sentence.In(c.text.Source), -1) {
		words = dateline.Span{Start: sentence.Start + m[2], End: sentence.Start + m[3]}
		if at := s.Trigger.Start; at < sentence.Start+m[0] || at > words.End+behindTerm {
			continue
		}
		_, k := c.token(words.Start)
		for _, clause := range c.standing(n, k).Clauses {
			for _, x := range c.report.Expressions {
				if x.Sentence == n && x.Head == clause.Head && !words.Overlaps(x.Span) {
					return words, x.Date, true
				}
			}
		}
	}
	return words, end, false
}
