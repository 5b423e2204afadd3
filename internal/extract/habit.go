package extract

import (
	"slices"
	"strings"

	"dateline"
)

// habitual reports whether a draft tells what is done again and again, or what such people do, and
// no event: 'bombers often strike in markets', 'you get shot there'.
func (r *reader) habitual(v *view, d *draft) bool {
	if v.tag(d.at) != "VERB" || d.has(dateline.DateRole) || !v.standing(d.at).Counts() {
		return false
	}
	if v.byDoing(d.at) {
		return true
	}
	for _, c := range v.kids[d.at] {
		if v.base(c) == "advmod" && r.lex.evidence.has(v.lemma(c), "habit") {
			return true
		}
	}
	return v.timeless(d.at) && (v.genericYou(d.at) || v.generic(d) && !r.numberedPart(v, d) && v.ended())
}

// byDoing reports whether verb t only says by what means something is done, to nobody: 'gained nothing by killing'.
func (v *view) byDoing(t int) bool {
	m := v.child(t, "mark", "case")
	return v.tok(t).Fine == "VBG" && m >= 0 && m == t-1 && v.lemma(m) == "by" && len(v.kids[t]) == 1
}

// inGeneral reports whether an event noun is only what somebody holds an opinion on: 'rejects the killing of civilians',
// 'is opposed to attacks on schools'.
func (r *reader) inGeneral(v *view, d *draft) bool {
	h := v.head(d.at)
	if v.crimeAsSuch(d) {
		return true
	}
	if v.tag(d.at) != "NOUN" || h < 0 || !r.lex.standing.has(v.lemma(h), "attitude") || v.base(d.at) != "obj" && v.base(d.at) != "obl" && v.rel(d.at) != "nsubj:pass" ||
		d.has(dateline.DateRole) || d.has(dateline.PlaceRole) || r.numberedPart(v, d) {
		return false
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && calendar(m.Span.In(r.text)) && v.clauseVerb(v.up(v.headOf(m.Span))) == h {
			return false
		}
	}
	for _, of := range append(v.prep(d.at, "of"), v.prep(d.at, "on")...) {
		if !v.bareNoun(of) {
			return false
		}
	}
	return v.plural(d.at) || len(v.prep(d.at, "of")) > 0
}

// crimeAsSuch reports whether a deed is only the crime as such, of which something is said that always holds: 'kidnapping is a capital offence',
// 'kidnapping for ransom is common'.
func (v *view) crimeAsSuch(d *draft) bool {
	t, h := d.at, v.head(d.at)
	if h < 0 || v.tag(t) != "NOUN" || v.base(t) != "nsubj" || !strings.HasSuffix(lowered(v.tok(t).Form), "ing") || v.child(t, "det", "nmod:poss", "amod", "nummod", "acl", "appos") >= 0 ||
		d.has(dateline.DateRole) || d.has(dateline.Victim) || d.has(dateline.Target) || d.has(dateline.Perpetrator) {
		return false
	}
	be := v.child(h, "cop")
	return be >= 0 && v.tok(be).Fine == "VBZ" && (v.tag(h) == "ADJ" || v.tag(h) == "NOUN" && v.child(h, "det") >= 0 && v.lemma(v.child(h, "det")) == "a")
}

// means reports whether an event noun is only one of a group's ways, told in the present: 'it uses ambushes against convoys'.
func (r *reader) means(v *view, d *draft) bool {
	if v.tag(d.at) != "NOUN" || d.has(dateline.DateRole) || d.has(dateline.PlaceRole) || r.numberedPart(v, d) || v.definite(d.at) || !v.plural(d.at) && !strings.HasSuffix(v.tok(d.at).Form, "ing") {
		return false
	}
	h := v.clauseVerb(d.at)
	return v.timeless(h) && r.lex.standing.has(v.lemma(h), "means")
}

// timeless reports whether verb t stands in the simple present, or is governed by one that does.
func (v *view) timeless(t int) bool {
	switch v.tok(t).Fine {
	case "VBP", "VBZ":
		return true
	case "VB":
		return false
	}
	for _, c := range v.kids[t] {
		if v.base(c) == "aux" && (v.tok(c).Fine == "VBP" || v.tok(c).Fine == "VBZ") {
			return v.lemma(c) == "get" || v.rel(c) == "aux:pass" && v.lemma(c) == "be"
		}
	}
	return false
}

// generic reports whether nobody in particular does it to nobody in particular.
func (v *view) generic(d *draft) bool {
	if o := v.object(d.at); o >= 0 {
		return v.bareNoun(o)
	}
	s := v.subject(d.at)
	return s >= 0 && v.bareNoun(s)
}

// ended reports whether the sentence ends in a full stop, which headlines lack.
func (v *view) ended() bool {
	f := v.tok(len(v.s.Tokens) - 1).Form
	return f == "." || f == "”" || f == "\""
}

// bareNoun reports whether noun t is a plural without article, number or name, or 'that', 'who', 'they'.
func (v *view) bareNoun(t int) bool {
	if v.tag(t) == "PRON" {
		return true
	}
	return v.tok(t).Fine == "NNS" && v.child(t, "det", "nummod", "nmod:poss") < 0 && v.held[t] == nil
}

// genericYou reports whether it is done to 'you' or by 'you'.
func (v *view) genericYou(t int) bool {
	s, o := v.subject(t), v.object(t)
	return s >= 0 && v.lemma(s) == "you" || o >= 0 && v.lemma(o) == "you"
}

// numberedPart reports whether a part of d carries a number.
func (r *reader) numberedPart(v *view, d *draft) bool {
	for _, p := range d.parts {
		if p.Role == dateline.DateRole {
			continue
		}
		for _, m := range v.mentions {
			if m.Kind == dateline.SomeCount && p.Span.Overlaps(m.Span) {
				return true
			}
		}
	}
	return false
}

// summed reports whether a draft tells the sum of many events over months or years, or their
// change: it is background to the news, and no incident.
func (r *reader) summed(v *view, d *draft) bool {
	if !d.violent() && d.kind.Family() != dateline.HumanCost && d.kind != dateline.Arrest {
		return false
	}
	many := d.plural || r.numberedPart(v, d) || v.tag(d.at) == "NOUN" && v.child(d.at, "nummod") >= 0 ||
		slices.ContainsFunc(d.parts, func(p dateline.Part) bool {
			return (p.Role == dateline.Victim || p.Role == dateline.Arrested) && v.lemma(v.headOf(p.Span)) == "number"
		})
	if !many {
		return false
	}
	low := strings.ToLower(v.s.Span.In(r.text))
	if v.rated(d.at) || strings.Contains(low, "on average") || v.average(d.at) || v.hasDone(d.at) && (strings.Contains(" "+low, " since ") && (!d.has(dateline.DateRole) || v.sinceDate()) && !v.sinceDay() || strings.Contains(low, " recently ")) {
		return true
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && period(strings.ToLower(m.Span.In(r.text)), before(r.text, m.Span, v.s.Span.Start)) {
			return true
		}
	}
	return false
}

// sinceDay reports whether the sentence counts from a day of this week: 'have been killed since Wednesday'.
func (v *view) sinceDay() bool {
	for _, m := range v.mentions {
		words := strings.ToLower(m.Span.In(v.r.text))
		if m.Kind == dateline.SomeTime && (strings.HasPrefix(words, "since ") || strings.HasSuffix(v.r.text[:m.Span.Start], "since ")) && (strings.HasSuffix(words, "day") || strings.HasSuffix(words, "night") || strings.HasSuffix(words, "morning")) {
			return true
		}
	}
	return false
}

// hasDone reports whether verb t is in the present perfect, by its own 'have' or that of the verb it goes on: 'have conducted raids and
// captured'.
func (v *view) hasDone(t int) bool {
	for h := v.head(t); !v.perfect(t) && h >= 0 && v.base(t) == "conj" && v.tag(h) == "VERB" && v.tok(t).Fine != "VB"; h = v.head(t) {
		t = h
	}
	return v.perfect(t)
}

// sinceDate reports whether the sentence counts from a day of a month: 'Since May 1 they have captured a large number of leaders'.
func (v *view) sinceDate() bool {
	for _, m := range v.mentions {
		words, told := strings.CutPrefix(strings.ToLower(m.Span.In(v.r.text)), "since ")
		if m.Kind == dateline.SomeTime && (told || before(v.r.text, m.Span, v.s.Span.Start) == "since") && calendar(words) {
			return true
		}
	}
	return false
}

// rated reports whether the noun t is what rises, falls or accounts for a share: 'attacks rose by 30 percent'. The toll of
// one event rises too, to a figure: 'the death toll rose to 21'.
func (v *view) rated(t int) bool {
	h := v.head(t)
	if h < 0 || v.base(t) != "nsubj" || v.tag(h) != "VERB" {
		return false
	}
	if l := v.lemma(t); (l == "toll" || l == "number" || l == "count") && len(v.prep(h, "to")) > 0 && len(v.prep(h, "by")) == 0 {
		return false
	}
	switch v.lemma(h) {
	case "rise", "fall", "increase", "decrease", "decline", "grow", "drop", "double", "triple", "soar", "surge":
		return true
	}
	return false
}

// average reports whether noun t is counted by the average or by the month: 'an average of 23 attacks a month'.
func (v *view) average(t int) bool {
	if h := v.head(t); h >= 0 && v.base(t) == "nmod" && v.lemma(h) == "average" {
		return true
	}
	if t+2 >= len(v.s.Tokens) {
		return false
	}
	a, unit := v.lemma(t+1), v.lemma(t+2)
	return (a == "a" || a == "per" || a == "every" || a == "each") && (unit == "day" || unit == "week" || unit == "month" || unit == "year")
}

// before is the word before s, in small letters; "" at the beginning of the sentence.
func before(text string, s dateline.Span, start int) string {
	w := strings.Fields(text[start:s.Start])
	if len(w) == 0 {
		return ""
	}
	return strings.ToLower(w[len(w)-1])
}

// period reports whether the words of a time, with the word before them, name months or years over
// which many events are summed.
func period(words, before string) bool {
	if since, ok := strings.CutPrefix(words, "since "); ok || before == "since" {
		return wide(since)
	}
	for _, p := range []string{"last year", "this year", "past year", "half of", "first half", "second half", "quarter of", "first quarter", "second quarter", "third quarter", "fourth quarter", "last quarter", "decade",
		"past two years", "past three years", "between january", "past months", "recent years", "recent months"} {
		if strings.Contains(words, p) {
			return true
		}
	}
	return false
}
