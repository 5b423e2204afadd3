package extract

import (
	"slices"
	"strings"

	"dateline"
)

// topics says which armed group each sentence is about, as far as its main subject tells, and which one the report is about.
// A story goes on with its subject: after 'its leader pledged allegiance to al-Qaeda', 'the group' is not al-Qaeda.
type topics struct {
	of   map[int]dateline.Span // by sentence; zero where the subject is no group
	lead dateline.Span         // the group that the report begins with and names most; zero if there is none
}

// topic is the group that sentence i is about; zero if its main subject is none.
func (r *reader) topic(i int) dateline.Span {
	t := r.about()
	if s, ok := t.of[i]; ok {
		return s
	}
	t.of[i] = dateline.Span{} // while it is looked for
	s := r.subjectGroup(r.view(i))
	t.of[i] = s
	return s
}

// about makes the topics of the text when they are first asked for.
func (r *reader) about() *topics {
	if r.topics == nil {
		r.topics = &topics{of: map[int]dateline.Span{}, lead: r.lead()}
	}
	return r.topics
}

// subjectGroup is the armed group that the main subject of a sentence names, belongs to or points back to: 'X', 'the leader
// of X', 'X's men', 'its leader', 'the group'.
func (r *reader) subjectGroup(v *view) dateline.Span {
	s := v.child(v.root(), "nsubj")
	if s < 0 {
		return dateline.Span{}
	}
	if g := v.groupName(s); !g.IsZero() {
		if v.armedName(g) {
			return g
		}
		return dateline.Span{}
	}
	if c := v.child(s, "nmod:poss"); c >= 0 {
		if l := v.lemma(c); l == "its" || l == "their" || r.aGroup(v, c) {
			return r.armed(r.antecedent(v, c))
		}
		return dateline.Span{}
	}
	if l := v.lemma(s); l == "it" || l == "they" || r.aGroup(v, s) {
		return r.armed(r.antecedent(v, s))
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && m.Armed {
			return dateline.Span{}
		}
	}
	if g := r.groupIn(v, len(v.s.Tokens)); g >= 0 {
		return r.armed(r.antecedent(v, g)) // 'estimates of the group's strength differ'
	}
	return dateline.Span{}
}

// groupIn is the first 'the group' before token t of a sentence; -1 if there is none.
func (r *reader) groupIn(v *view, t int) int {
	for g := range t {
		if r.aGroup(v, g) {
			return g
		}
	}
	return -1
}

// itsGroup is the armed group that a pronoun means where its chain has no name, or one that lies further back than what the story has
// gone on about since: that of 'the group' before it in the sentence, or of the sentence before; zero if neither tells.
func (r *reader) itsGroup(v *view, t int, named dateline.Span) dateline.Span {
	l, here := v.lemma(t), !named.IsZero() && v.s.Span.Contains(named)
	if l != "it" && l != "its" || here && !r.aGroup(v, v.headOf(named)) {
		return dateline.Span{}
	}
	if g := r.groupIn(v, t); g >= 0 {
		return r.armed(r.antecedent(v, g))
	}
	if g := r.stoodFor(v, named); !g.IsZero() {
		return g
	}
	far := named.IsZero() || !r.armed(named).IsZero() && named.Start < r.in.Text.Sentences[max(0, v.i-1)].Span.Start
	if far && v.i > 0 && (named.IsZero() || r.in.Text.Sentences[v.i-1].Paragraph == v.s.Paragraph) {
		if g := r.topic(v.i - 1); !g.IsZero() || !named.IsZero() {
			return g
		}
	}
	if named.IsZero() {
		return r.paragraphGroup(v, v.tok(t).Span.Start)
	}
	return dateline.Span{}
}

// paragraphGroup is the armed group that a pronoun without an antecedent means at an offset in the sentence of v: the one that its
// paragraph is about, or the report, where the paragraph names none; zero if it names one otherwise.
func (r *reader) paragraphGroup(v *view, offset int) dateline.Span {
	if !r.groupBefore(v, offset, true).IsZero() {
		return dateline.Span{}
	}
	for i := v.i - 1; i >= 0 && v.i-i <= 2*reach && r.in.Text.Sentences[i].Paragraph == v.s.Paragraph; i-- {
		if g := r.topic(i); !g.IsZero() {
			return g
		}
		if !r.groupBefore(r.view(i), v.s.Span.Start, true).IsZero() {
			return dateline.Span{}
		}
	}
	return r.about().lead
}

// stoodFor is the armed group that words of an earlier sentence stand for, where they name none themselves: 'the group', or what
// 'the group' is said to be ('the group is a rival of X'); zero if they are none of these.
func (r *reader) stoodFor(v *view, words dateline.Span) dateline.Span {
	if words.IsZero() || v.s.Span.Contains(words) {
		return dateline.Span{}
	}
	w, h := r.wordAt(words)
	if w == nil || w.i >= v.i || w.held[h] != nil {
		return dateline.Span{}
	}
	if s := w.child(h, "nsubj"); s >= 0 && w.child(h, "cop") >= 0 {
		if g := w.groupName(s); !g.IsZero() {
			return r.armed(g)
		}
		h = s
	}
	if l := w.lemma(h); l == "it" || r.aGroup(w, h) {
		return r.armed(r.antecedent(w, h))
	}
	return dateline.Span{}
}

// aGroup reports whether t is 'the group', or another noun for one that points back.
func (r *reader) aGroup(v *view, t int) bool {
	return v.tag(t) == "NOUN" && v.definite(t) && r.lex.nouns.has(v.lemma(t), "group") && !r.lex.nouns.has(v.lemma(t), "state")
}

// armed returns the words if they name a listed armed group.
func (r *reader) armed(s dateline.Span) dateline.Span { return r.listedAs(s, true) }

// lead is the armed group that the first sentence naming one has for its subject, or names alone, where the text names no
// other one more than twice as often: a name gives way to 'the group'.
func (r *reader) lead() dateline.Span {
	count := map[string]int{}
	var first dateline.Mention
	at := -1
	for i, ms := range r.mentions {
		for _, m := range ms {
			if m.Kind != dateline.Somebody || !m.Armed {
				continue
			}
			if at < 0 {
				first, at = m, i
			}
			count[strings.ToLower(m.Span.In(r.text))]++
		}
	}
	if at < 0 || !r.readable(at) {
		return dateline.Span{}
	}
	lead := first.Span
	v := r.view(at)
	if s := v.child(v.root(), "nsubj"); s >= 0 {
		if g := v.groupName(s); !g.IsZero() && v.armedName(g) {
			lead = g
		}
	}
	most := count[strings.ToLower(lead.In(r.text))]
	for _, n := range count {
		if n > 2*most {
			return dateline.Span{}
		}
	}
	return lead
}

// groupMeant is the armed group that 'the group' at an offset in the sentence of v means: the one named before it in the
// sentence, else the one that the paragraph is about, else, where it is the first in its paragraph, the one that the report
// is about; zero if none of these is.
func (r *reader) groupMeant(v *view, offset int) dateline.Span {
	other := func(g dateline.Span) bool { return !g.IsZero() && !r.namedBehind(v, offset, g) }
	if g := r.groupBefore(v, offset, true); other(g) {
		return g
	}
	for i := v.i - 1; i >= 0 && v.i-i <= 2*reach && r.in.Text.Sentences[i].Paragraph == v.s.Paragraph; i-- {
		if g := r.topic(i); other(g) {
			return g
		}
		if g := r.groupBefore(r.view(i), v.s.Span.Start, true); other(g) {
			return g
		}
	}
	g := r.about().lead
	if g.IsZero() || other(g) {
		return g
	}
	for i := v.i - 1; i >= 0 && v.i-i <= 4*reach; i-- {
		for _, m := range slices.Backward(r.mentions[i]) {
			if m.Kind == dateline.Somebody && m.Armed && other(m.Span) {
				return m.Span
			}
		}
	}
	return g
}

// namedBehind reports whether the sentence names group g behind the offset, so that 'the group' before it is another: 'the group has attacked
// more since the Taliban seized Kabul'.
func (r *reader) namedBehind(v *view, offset int, g dateline.Span) bool {
	words := unarticled(g.In(r.text))
	return slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool {
		return m.Kind == dateline.Somebody && m.Armed && m.Span.Start > offset && unarticled(m.Span.In(r.text)) == words
	})
}

// unarticled is a name in small letters without 'the' before it.
func unarticled(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }
