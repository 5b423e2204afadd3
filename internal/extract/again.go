package extract

import (
	"strings"

	"dateline"
)

// arrestBefore returns the arrest told before that draft i only takes up again: its people are 'the
// leader', 'they', or the same words or number as there, with no 'also' or 'additional'; nil if it
// tells of others.
func (r *reader) arrestBefore(i int, d *draft) *draft {
	p := d.part(dateline.Arrested)
	if p == nil || !d.reality.Counts() {
		return nil
	}
	back := d.v.takesUp(p.Span)
	for k := i - 1; k >= 0 && d.v.i-r.drafts[k].v.i <= window; k-- {
		e := r.drafts[k]
		q := e.part(dateline.Arrested)
		if e.kind != dateline.Arrest || q == nil || !e.reality.Counts() || e.past != d.past {
			continue
		}
		if back || sameWords(r.text, p.Span, q.Span) || !d.v.further(p.Span) && sameNumber(d.v, p.Span, e.v, q.Span) {
			return arrestRoot(e)
		}
	}
	return nil
}

// arrestRoot follows an arrest that itself takes up another to the first.
func arrestRoot(d *draft) *draft {
	for k := 0; k < window && d.refers != nil && d.refers.kind == dateline.Arrest; k++ {
		d = d.refers
	}
	return d
}

// takesUp reports whether the people of sp are ones told of before: a pronoun, or a noun with 'the'.
func (v *view) takesUp(sp dateline.Span) bool {
	t := v.headOf(sp)
	if v.tag(t) == "PRON" && !v.is(t, dateline.SomeCount) {
		l := v.lemma(t)
		return l != "other" && l != "another" && l != "everyone" && l != "someone"
	}
	first := strings.ToLower(v.tok(max(v.tokenAt(sp.Start), 0)).Form)
	return first == "the" || first == "these" || first == "those" || first == "both"
}

// further reports whether the words of sp, or an 'also' in the sentence, say that these come on top of
// those told of before.
func (v *view) further(sp dateline.Span) bool {
	for t := range v.s.Tokens {
		switch v.lemma(t) {
		case "also", "additionally", "addition", "separate", "separately":
			return true
		case "additional", "another", "other", "further", "more":
			if sp.Contains(v.tok(t).Span) {
				return true
			}
		}
	}
	return false
}

// sameWords reports whether two phrases of more than one word are the same.
func sameWords(text string, a, b dateline.Span) bool {
	x := a.In(text)
	return strings.Contains(x, " ") && strings.EqualFold(x, b.In(text))
}

// sameNumber reports whether two phrases begin with the same number of the same people, in words.
func sameNumber(v *view, a dateline.Span, w *view, b dateline.Span) bool {
	x, y := v.numberIn(a), w.numberIn(b)
	return x != "" && strings.EqualFold(x, y) && v.lemma(v.headOf(a)) == w.lemma(w.headOf(b))
}

// numberIn returns the words of the first number in sp, "" if it holds none.
func (v *view) numberIn(sp dateline.Span) string {
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeCount && sp.Overlaps(m.Span) {
			return m.Span.In(v.r.text)
		}
	}
	return ""
}
