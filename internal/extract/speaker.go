package extract

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// voice is somebody who was heard saying something, with the words that say who that is.
type voice struct {
	name  dateline.Span
	about dateline.Span
	words string // the name, for matching shorter forms of it
}

// voices remembers who has spoken, so that 'he said' and 'Webber said' find the full name.
type voices struct {
	known []voice
	last  int // index+1 of the last person heard; 0 if none
}

// hear notes the people whom the sentence describes ('X, a professor of') and who speaks in it.
func (vs *voices) hear(r *reader, v *view) {
	for t := range v.s.Tokens {
		if v.tag(t) != "PROPN" && !v.saysSomething(t) || v.base(t) == "compound" || v.base(t) == "flat" {
			continue
		}
		if v.tag(t) != "PROPN" { // 'Sara Ali, a policy expert in Paris' under the head 'expert'
			if name, about := v.nameAndAbout(t); !about.IsZero() && isUpper(name.In(r.text)) && v.endsInName(name) {
				vs.note(v, name, about)
			}
			continue
		}
		if v.is(t, dateline.Somewhere) || v.is(t, dateline.Somebody) || v.child(t, "det") >= 0 {
			continue
		}
		if name, about := v.nameAndAbout(t); !about.IsZero() || v.saysSomething(t) {
			vs.note(v, name, about)
		}
	}
}

// endsInName reports whether the last of the words is a name: 'Many others' are nobody by name.
func (v *view) endsInName(words dateline.Span) bool {
	return slices.ContainsFunc(v.s.Tokens, func(t parse.Token) bool { return t.Span.End == words.End && t.Tag == "PROPN" })
}

// saysSomething reports whether t is the subject of a verb of saying.
func (v *view) saysSomething(t int) bool {
	h := v.head(t)
	return h >= 0 && v.base(t) == "nsubj" && v.r.lex.speech.has(v.lemma(h), "say")
}

func (vs *voices) note(v *view, name, about dateline.Span) {
	words := name.In(v.r.text)
	if k := vs.find(words); k >= 0 {
		if vs.known[k].about.IsZero() {
			vs.known[k].about = about
		}
		vs.last = k + 1
		return
	}
	vs.known = append(vs.known, voice{name: name, about: about, words: words})
	vs.last = len(vs.known)
}

// find returns the index of the voice whose name ends in the same word as words, or -1. A single
// word finds a longer name; two long names must be equal.
func (vs *voices) find(words string) int {
	surname := lastNameWord(words)
	for k := len(vs.known) - 1; k >= 0; k-- {
		if vs.known[k].words == words || surname != "" && lastNameWord(vs.known[k].words) == surname {
			return k
		}
	}
	return -1
}

// lastNameWord is the last capitalised word before a preposition: 'Webber of MilitantWire.com' is Webber.
func lastNameWord(words string) string {
	out := ""
	for _, w := range strings.Fields(words) {
		if w == "of" || w == "from" || w == "at" || w == "in" {
			break
		}
		if isUpper(w) && len(w) > 2 {
			out = strings.Trim(w, ",.’'\"")
		}
	}
	return out
}

// about returns the words that say who the person of head t is, an apposition after the name; zero
// if none. It runs to the next mark or finite verb.
func (v *view) about(t int) dateline.Span {
	for _, c := range v.kids[t] {
		if v.base(c) == "appos" && v.tag(c) != "PROPN" && c > t {
			return v.description(v.first[c])
		}
	}
	return dateline.Span{}
}

// description covers the tokens from a to the next mark or finite verb.
func (v *view) description(a int) dateline.Span {
	for a < len(v.s.Tokens) && (v.tag(a) == "PUNCT" || v.tag(a) == "CCONJ") {
		a++
	}
	b := a
	for t := a; t < len(v.s.Tokens); t++ {
		f := v.tok(t).Fine
		if v.tag(t) == "PUNCT" && v.tok(t).Form != "-" && v.tok(t).Form != "." || f == "VBD" || f == "VBZ" || f == "VBP" {
			break
		}
		if v.tag(t) != "PUNCT" {
			b = t
		}
	}
	if a >= len(v.s.Tokens) {
		return dateline.Span{}
	}
	return v.span(a, b)
}

// parted name and description: 'Sara Ali, a policy expert in Paris' where the tree took the whole
// for one phrase. It returns the words before the comma, if they are a name, and those after it.
func (v *view) nameAndAbout(t int) (name, about dateline.Span) {
	a, b := v.phraseTokens(t)
	name, about = v.span(a, b), v.about(t)
	if n := b + 1; n < len(v.held) && v.tag(t) == "NOUN" && v.held[n] != nil && v.held[n].Kind == dateline.Somebody && v.held[n].Span.Start-name.End == 1 && v.base(n) == "appos" {
		return name.Cover(v.held[n].Span), about // 'the militant group ISWAP said'
	}
	for k := a; k < b; k++ {
		if v.tok(k).Form == "," && k > a && v.allProper(a, k-1) {
			return v.span(a, k-1), v.description(k + 1)
		}
	}
	if e := v.afterName(t); e >= 0 && v.tag(t) == "NOUN" && !v.r.aGroup(v, t) && v.tag(v.nounStart(t)) == "DET" && v.personName(e) {
		k := e
		for k > 0 && v.tag(k-1) == "PROPN" {
			k--
		}
		return v.span(k, e), v.description(v.nounStart(t))
	}
	return name, about
}

// personName reports whether a name of a person may end in token e: two names at least, no place, no
// time, and no preposition before them.
func (v *view) personName(e int) bool {
	k := e
	for k >= 0 && v.tag(k) == "PROPN" {
		if v.held[k] != nil {
			return false
		}
		k--
	}
	return e-k >= 2 && (k < 0 || v.tag(k) != "ADP")
}

func (v *view) allProper(a, b int) bool {
	for t := a; t <= b; t++ {
		if v.tag(t) != "PROPN" {
			return false
		}
	}
	return true
}

// quotation is a Quote with who says it, once that is found.
type quotation struct {
	span dateline.Span
	cue  int // sentence that holds the cue, -1 if none
}

// scare is the length in bytes under which a quotation is a word in quotation marks, not speech.
const scare = 25

// quotations lists the quotations that are speech, in the order of the text.
func quotations(t *parse.Text) []quotation {
	var out []quotation
	for _, q := range t.Quotes {
		if length(q.Span) > scare {
			out = append(out, quotation{span: q.Span, cue: -1})
		}
	}
	return out
}

// quoted returns the quotation that holds the span, or nil.
func (r *reader) quoted(s dateline.Span) *quotation {
	for k := range r.quotes {
		if r.quotes[k].span.Contains(s) {
			return &r.quotes[k]
		}
	}
	return nil
}

func contains(chain []dateline.Speaker, s dateline.Speaker) bool {
	for _, c := range chain {
		if c.Span == s.Span {
			return true
		}
	}
	return false
}

// parted reports whether a semicolon stands between two tokens: what follows is another sentence.
func (v *view) parted(a, b int) bool {
	for t := min(a, b); t < max(a, b); t++ {
		if v.tok(t).Form == ";" {
			return true
		}
	}
	return false
}

// cueStance is the stance that a verb of saying gives its content.
func (r *reader) cueStance(v *view, h int) dateline.Stance {
	l := v.lemma(h)
	for _, c := range v.kids[h] {
		if w := v.lemma(c); w == "not" || w == "n't" || w == "n’t" {
			if l == "deny" {
				return dateline.Asserted
			}
			if l == "confirm" {
				return dateline.Doubted
			}
		}
	}
	switch {
	case r.lex.speech.has(l, "deny"):
		return dateline.Denied
	case r.lex.speech.has(l, "claim"):
		return dateline.Claimed
	case l == "allegedly" || l == "purportedly" || l == "supposedly", l == "believe" || l == "suspect" || l == "think":
		return dateline.Suspected
	case l == "accuse" || l == "blame":
		return dateline.Blamed
	}
	return ""
}

var stanceRank = map[dateline.Stance]int{"": 0, dateline.Asserted: 1, dateline.Suspected: 2, dateline.Blamed: 3,
	dateline.Claimed: 4, dateline.Doubted: 5, dateline.Denied: 6}

// stronger returns the stance that says more against plain assertion.
func stronger(a, b dateline.Stance) dateline.Stance {
	if stanceRank[b] > stanceRank[a] {
		return b
	}
	return a
}

// speakerOf returns who says what verb h says; an unnamed Speaker where nobody is said.
func (r *reader) speakerOf(v *view, h int) dateline.Speaker {
	s := v.subject(h)
	if s < 0 && !v.passive(h) {
		s = v.postposed(h)
	}
	if s < 0 || v.lemma(s) == "it" && v.passive(h) {
		return dateline.Speaker{Class: dateline.Unnamed}
	}
	return r.speakerAt(v, s)
}

// postposed finds the subject after the verb in 'said Ana Kovac', where the tree may call it an
// object.
func (v *view) postposed(h int) int {
	for _, c := range v.kids[h] {
		if b := v.base(c); c > h && (b == "obj" || b == "iobj" || b == "dep" || b == "obl") && v.cased(c) == "" && !v.is(c, dateline.SomeTime) {
			return c
		}
	}
	return -1
}

// speakerAt makes the Speaker of head t, with the fuller name and description heard before.
func (r *reader) speakerAt(v *view, t int) dateline.Speaker {
	var sp dateline.Speaker
	sp.Span, sp.About = v.nameAndAbout(t)
	l := v.lemma(t)
	if (l == "he" || l == "she") && r.voices.last > 0 {
		k := r.voices.known[r.voices.last-1]
		sp.Refers, sp.About = k.name, k.about
		return sp
	}
	if isUpper(sp.Span.In(r.text)) {
		if k := r.voices.find(sp.Span.In(r.text)); k >= 0 {
			known := r.voices.known[k]
			if known.name != sp.Span {
				sp.Refers = known.name
			}
			if sp.About.IsZero() {
				sp.About = known.about
			}
		}
	}
	if sp.Refers.IsZero() {
		sp.Refers = r.speaksFor(v, t)
	}
	return sp
}

// speaksFor returns the name that a speaker's words stand for: 'it', 'the group', and the group of 'its spokesman';
// zero if they stand for none.
func (r *reader) speaksFor(v *view, t int) dateline.Span {
	if v.tag(t) == "PRON" {
		return r.antecedent(v, t)
	}
	l := v.lemma(t)
	if r.lex.speech.has(l, "caller") {
		return v.speaksAs(t)
	}
	if c := v.child(t, "nmod:poss"); c >= 0 && v.lemma(c) == "its" && r.lex.speech.has(l, "mouthpiece") {
		return r.listed(r.antecedent(v, c))
	}
	if g := r.spokenFor(v, t); !g.IsZero() {
		return g
	}
	if d := v.child(t, "det"); d >= 0 && v.lemma(d) == "the" && v.first[t] == t-1 && v.last[t] == t && r.lex.nouns.has(l, "group") && !r.lex.nouns.has(l, "state", "voice") {
		return r.listed(r.antecedent(v, t))
	}
	return dateline.Span{}
}

// speaksAs returns the listed name that somebody unnamed is told to speak for: 'a man who said he spoke for X', 'a caller
// claiming to be a member of X'; zero if there is none.
func (v *view) speaksAs(t int) dateline.Span {
	for _, c := range v.kids[t] {
		if v.base(c) != "acl" || !v.r.lex.speech.has(v.lemma(c), "pose") {
			continue
		}
		for _, m := range v.mentions {
			if m.Kind == dateline.Somebody && v.clauseSpan(c).Contains(m.Span) {
				return m.Span
			}
		}
	}
	return dateline.Span{}
}

// spokenFor returns the listed group that 'a spokesman for the group' at t speaks for; zero if it is none.
func (r *reader) spokenFor(v *view, t int) dateline.Span {
	if !r.lex.speech.has(v.lemma(t), "mouthpiece") {
		return dateline.Span{}
	}
	for _, c := range append(v.prep(t, "for"), v.prep(t, "of")...) {
		if l := v.lemma(c); v.definite(c) && r.lex.nouns.has(l, "group") && !r.lex.nouns.has(l, "state", "voice") {
			return r.listed(r.antecedent(v, c))
		}
	}
	return dateline.Span{}
}

// listed returns the words if they name a listed actor.
func (r *reader) listed(s dateline.Span) dateline.Span { return r.listedAs(s, false) }

// listedAs returns the words if they name a listed actor, an armed group if that is asked for.
func (r *reader) listedAs(s dateline.Span, armed bool) dateline.Span {
	for _, m := range r.in.Mentions {
		if m.Kind == dateline.Somebody && (m.Armed || !armed) && m.Span.Overlaps(s) {
			return s
		}
	}
	return dateline.Span{}
}

// quoteSpeaker returns who says the quotation that token t stands in, where the sentence itself has
// no cue above t: a verb of saying beside the quotation, in this sentence or in those that the
// quotation also covers.
func (r *reader) quoteSpeaker(v *view, t int) (dateline.Speaker, bool) {
	at := v.s.Span
	if t >= 0 && t < len(v.s.Tokens) {
		at = v.tok(t).Span
	}
	q := r.quoted(at)
	if q == nil {
		return dateline.Speaker{}, false
	}
	for i := v.i; i < len(r.in.Text.Sentences) && r.in.Text.Sentences[i].Span.Start < q.span.End+1; i++ {
		if s, ok := r.cueIn(i, q.span); ok {
			return s, true
		}
	}
	for i := v.i - 1; i >= 0 && r.in.Text.Sentences[i].Span.End > q.span.Start; i-- {
		if s, ok := r.cueIn(i, q.span); ok {
			return s, true
		}
	}
	return dateline.Speaker{}, false
}

// cueIn looks in sentence i for a verb of saying outside the quotation.
func (r *reader) cueIn(i int, q dateline.Span) (dateline.Speaker, bool) {
	w := r.view(i)
	for t := range w.s.Tokens {
		if q.Contains(w.tok(t).Span) || w.tag(t) != "VERB" || !r.lex.speech.has(w.lemma(t), "say") {
			continue
		}
		if sp := r.speakerOf(w, t); !sp.Span.IsZero() && !q.Contains(sp.Span) {
			return sp, true
		}
	}
	return dateline.Speaker{}, false
}
