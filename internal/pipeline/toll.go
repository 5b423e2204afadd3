package pipeline

import (
	"strings"

	"dateline"
	"dateline/internal/resolve/count"
	"dateline/internal/resolve/party"
)

// toll resolves how many a part counts, and why.
func (m *meaning) toll(s *dateline.Statement, p dateline.Part, words string) dateline.Resolution {
	r := m.number(s, p, words)
	if r.Count != nil && (p.Role == dateline.KilledRole || p.Role == dateline.Wounded) {
		r.Count.Attackers = m.attackers(s, p)
	}
	return r
}

// number reads the number that a part tells: that of a list of figures, the words' own, or one where they
// name one person.
func (m *meaning) number(s *dateline.Statement, p dateline.Part, words string) dateline.Resolution {
	r := dateline.Resolution{State: dateline.Unidentified}
	if c, ok := m.figures[p.Span]; ok {
		r.Count, r.Why = &c, "a figure of a list, as told"
		return r
	}
	c, why, ok := count.ParseWhy(words)
	if ok {
		r.Count, r.Why = &c, why
		return r
	}
	if n := m.countNamed(s, p); n > 1 {
		c := dateline.Between(n, n)
		r.Count, r.Why = &c, "so many are named"
		if strings.Contains(words, "others") {
			r.Count.High, r.Why = nil, "so many are named, and others"
		}
		return r
	}
	if r.Count, r.Why = single(party.Count(dateline.Victim, words, m.nameIn(s, p))), why; r.Count != nil {
		r.Why = grammar[r.Count.Word]
	}
	return r
}

// grammar says why a noun without a figure is one, or several, by the Word of its Count.
var grammar = map[string]string{"singular": "no figure is told, and the words name one", "plural": "no figure is told, and the words name several"}

// also adds the reason for a number to that for who is meant; a plain number needs none.
func also(why, number string) string {
	if number == count.AsWorded {
		return why
	}
	return why + "; number: " + number
}

// attackers says whether the doers are among those whom a toll counts; nil where its sentence does not say.
func (m *meaning) attackers(s *dateline.Statement, p dateline.Part) *bool {
	text := m.out.Report.Text
	if !s.Quote.Contains(p.Span) {
		return nil
	}
	return count.Attackers(text[s.Quote.Start:p.Span.Start], p.Span.In(text), text[p.Span.End:s.Quote.End])
}

// nameIn returns the name that a victim of s has among the words of the toll p, in full or in short; "" if none has.
func (m *meaning) nameIn(s *dateline.Statement, p dateline.Part) string {
	for _, q := range s.Parts {
		if q.Role != dateline.Victim || q.Name.IsZero() {
			continue
		}
		name := q.Name.In(m.out.Report.Text)
		if p.Span.Contains(q.Name) || p.Span.Contains(q.Span) && strings.HasSuffix(name, lastOf(q.Span.In(m.out.Report.Text))) {
			return name
		}
	}
	return ""
}

// countNamed returns how many persons the words of the toll p name, each a victim of s of his own: 'Ali Khan, 33, and Ben Osei, 26'.
func (m *meaning) countNamed(s *dateline.Statement, p dateline.Part) int {
	n := 0
	if strings.ContainsAny(p.Span.In(m.out.Report.Text), `"“”`) {
		return 0 // 'Ali "the Fox" Khan' is one
	}
	for _, q := range s.Parts {
		if q.Role != dateline.Victim || !p.Span.Contains(q.Span) {
			continue
		}
		if q.Name.IsZero() || !q.Refers.IsZero() || single(party.Count(q.Role, q.Span.In(m.out.Report.Text), q.Name.In(m.out.Report.Text))) == nil {
			return 0
		}
		n++
	}
	return n
}

// lastOf is the last word of a phrase.
func lastOf(phrase string) string { return phrase[strings.LastIndexAny(phrase, " \n")+1:] }

// single keeps a count of one, which grammar tells; that a plural is two or more is no toll.
func single(c *dateline.Count) *dateline.Count {
	if c == nil || c.High == nil || *c.High != 1 {
		return nil
	}
	return c
}
