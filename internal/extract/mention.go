package extract

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// telling is an EventMention in the making: a draft of its own around the word, and the draft of the
// Statement that the word belongs to, nil if it makes none.
type telling struct {
	*draft
	of *draft
}

// tellings lists the words of a sentence that tell an event: the triggers of what was found there, and
// the event words of the lexicon.
func (r *reader) tellings(v *view, found []*draft) []*telling {
	var out []*telling
	natural := r.accident(v) && !r.violent(v)
	for t := range v.s.Tokens {
		d := at(found, t)
		k := r.toldBy(v, t, d)
		if k == "" || r.tellsNothing(v, t, d) || k.Family() == dateline.HumanCost && natural {
			continue
		}
		m := &telling{draft: v.bare(t, k, 0), of: d}
		m.trigger = v.eventWords(t)
		if d != nil {
			m.parts = partsFor(k, d.parts)
			m.fills = d.fills
			m.kind = m.ofMarchers()
			for s, h := range d.slots {
				m.slots[s] = h
			}
		}
		out = append(out, m)
	}
	return out
}

// tellsNothing reports whether the word at t carries no event: a weak verb, the 'toll' beside a death, what
// is no violence by its object ('attack the virus') or its story.
func (r *reader) tellsNothing(v *view, t int, d *draft) bool {
	l := v.lemma(t)
	if l == "toll" || r.lex.acts.has(l, "weak") || t > 0 && v.tok(t-1).Form == "-" && v.tag(t) != "NOUN" {
		return true
	}
	if l == "threat" && len(v.prep(t, "of")) > 0 {
		return true // a danger, and nobody's threat
	}
	if o := v.object(t); v.tag(t) == "VERB" && o >= 0 && r.lex.nouns.has(v.lemma(o), "abstract", "intangible", "harmless") {
		return true
	}
	return d != nil && d.violent() && r.fiction(v, d) != ""
}

// ofMarchers is the kind of a clash: of protesters it is a protest.
func (m *telling) ofMarchers() dateline.Kind {
	if m.kind != dateline.Clash {
		return m.kind
	}
	for _, p := range m.parts {
		if m.v.r.lex.acts.has(m.v.lemma(m.v.headOf(p.Span)), "marchers") {
			return dateline.Protest
		}
	}
	return m.kind
}

// violent reports whether a word of the sentence tells violence, so that who died in it did not die of
// an illness or an accident.
func (r *reader) violent(v *view) bool {
	for t := range v.s.Tokens {
		if r.lex.events[v.lemma(t)+".n"].Family() == dateline.Violence || r.lex.events[v.lemma(t)+".v"].Family() == dateline.Violence {
			return true
		}
	}
	return false
}

// eventWords are the word at t and what makes it an attempt: 'assassination attempt'.
func (v *view) eventWords(t int) dateline.Span {
	if h := v.head(t); h == t+1 && v.base(t) == "compound" && v.r.lex.standing.has(v.lemma(h)+"_n", "attempted") {
		return v.span(t, h)
	}
	return v.tok(t).Span
}

// partsFor are the parts of a draft for a word of kind k: for 'killed' and 'wounded' the victims are those.
func partsFor(k dateline.Kind, ps []dateline.Part) []dateline.Part {
	role := dateline.Role(k)
	if !role.IsToll() {
		return append([]dateline.Part(nil), ps...)
	}
	m := &draft{}
	for _, p := range ps {
		if p.Role == role {
			m.infer(role, p.Span, p.Inferred)
		}
	}
	for _, p := range ps {
		if p.Role == dateline.Victim {
			p.Role = role
		}
		m.infer(p.Role, p.Span, p.Inferred)
	}
	return m.parts
}

// dealt adds the words that tell what was found after the patterns: dealings. Of 'held talks' the talks tell it.
func (r *reader) dealt(v *view, told []*telling, found []*draft) []*telling {
	for _, d := range found {
		if d.kind.Family() != dateline.Interaction && d.kind.Family() != dateline.Intent {
			continue
		}
		m := tellsDealing(told, d)
		if m == nil && r.lex.acts.has(v.lemma(d.at), "weak") {
			continue
		}
		if m == nil {
			m = &telling{draft: v.bare(d.at, d.kind, 0)}
			told = append(told, m)
		}
		if m.of == nil && !m.violent() && m.kind != dateline.Movement {
			m.of, m.kind = d, d.kind
			m.parts = append([]dateline.Part(nil), d.parts...)
		}
	}
	slices.SortStableFunc(told, func(a, b *telling) int { return a.at - b.at })
	return told
}

// tellsDealing is what was told at the trigger of a dealing, or of its kind at a noun that hangs on it; nil if
// nothing was.
func tellsDealing(told []*telling, d *draft) *telling {
	for _, m := range told {
		if m.at == d.at || m.kind == d.kind && m.v.nominal(m.at) && m.v.within(m.at, d.at) {
			return m
		}
	}
	return nil
}

// toldBy is the kind of event that token t tells: by the lexicon's word for human cost, by what was
// found there, else by the lexicon's word; "" for none.
func (r *reader) toldBy(v *view, t int, d *draft) dateline.Kind {
	k := r.eventWord(v, t)
	if d != nil && k.Family() != dateline.HumanCost {
		return d.kind
	}
	return k
}

// EventKind is the kind of event that a word tells, or points to, wherever it stands: 'died', 'a murder'. "" is for others.
func EventKind(t *parse.Token) dateline.Kind {
	for _, pos := range asEventWord(t) {
		if k := load().events[strings.ToLower(t.Lemma)+pos]; k != "" {
			return k
		}
	}
	return ""
}

// eventWord looks token t up among the event words, where its words are no idiom and no fiction.
func (r *reader) eventWord(v *view, t int) dateline.Kind {
	for _, pos := range asEventWord(v.tok(t)) {
		k := r.lex.events[v.lemma(t)+pos]
		if k == "" {
			continue
		}
		if v.tag(t) == "PROPN" && k.Family() != dateline.Violence || v.is(t, dateline.Somebody) || r.idiom(v, t) != "" {
			return ""
		}
		return k
	}
	return ""
}

// asEventWord are the parts of speech under which the lexicon may have a word.
func asEventWord(t *parse.Token) []string {
	switch t.Tag {
	case "VERB":
		if t.Fine == "VBG" {
			return []string{".v", ".n"}
		}
		return verbal[:1]
	case "NOUN", "PROPN":
		return nominals[:1]
	case "ADJ":
		return adjectival
	}
	return nil
}

// finishTellings gives each its parts and how it stands to the world.
func (r *reader) finishTellings(v *view, ms []*telling) {
	if len(ms) == 0 {
		return
	}
	clauses := r.in.Text.Clauses(v.i)
	for _, m := range ms {
		m.reality = v.standing(m.at)
		if m.of != nil && m.of.reality != "" {
			m.reality = m.of.reality
		}
		m.participants(clauses)
		if f := m.kind.Family(); f != dateline.Intent && m.kind != dateline.Demand {
			r.circumstances(v, m.draft)
			m.somewhere()
		}
	}
	ms = slices.DeleteFunc(ms, (*telling).idle)
	for _, m := range ms {
		m.fromEvent(ms)
		m.tidy()
		order(m.parts)
	}
	r.told = append(r.told, ms...)
}

// idle reports whether a word tells no event after all: 'move' and the like want who moves, and where to.
func (m *telling) idle() bool {
	if m.kind != dateline.Movement || m.of != nil {
		return false
	}
	if m.v.child(m.at, "compound:prt", "xcomp") >= 0 {
		return true // 'carry out', 'left them injured'
	}
	return !m.has(dateline.Group) && !m.has(dateline.Weapon) || !m.has(dateline.PlaceRole)
}

// heading lists the event words of a heading, which makes no Statement.
func (r *reader) heading(i int) {
	v := r.view(i)
	if r.elsewhere(v) == "" {
		r.finishTellings(v, r.tellings(v, r.matchAll(v)))
	}
}

// eventMentions turns what was told into EventMentions, in the order of the text; each names its
// Statement.
func (r *reader) eventMentions() []dateline.EventMention {
	place := map[*draft]int{}
	for i, d := range r.drafts {
		place[d] = i
	}
	var out []dateline.EventMention
	var last *telling // the last word told that names a kind of violence
	next := 0         // r.drafts[next] is the first told behind the word
	for _, m := range r.told {
		for next < len(r.drafts) && r.drafts[next].v.i <= m.v.i {
			next++
		}
		if m.pointsTo(last) {
			m.kind = last.kind
		}
		if m.violent() && !general(m.kind) && !holding[m.kind] {
			last = m
		}
		e := dateline.EventMention{Kind: m.kind, Reality: m.reality, Trigger: m.trigger, Parts: m.parts}
		if d := r.belongs(m, place, next); d != nil {
			e.Statement = d.id(r)
		}
		out = append(out, e)
	}
	return out
}

// pointsTo reports whether a word for violence in general means the one told last: 'the attack', 'these
// attacks', but not 'an attack' nor 'Saturday's attack' nor 'the knife attack'; or 'the bombing was an
// attack'.
func (m *telling) pointsTo(last *telling) bool {
	if last == nil || !general(m.kind) || m.v.i-last.v.i > window || !m.v.nominal(m.at) {
		return false
	}
	v := m.v
	if s := v.child(m.at, "nsubj"); s >= 0 && v.child(m.at, "cop") >= 0 {
		return last.v == v && last.at == s
	}
	for _, c := range v.modifiers(m.at) {
		if v.nominal(c) && v.tag(c) != "PROPN" {
			return false
		}
	}
	d := v.child(m.at, "det")
	return d >= 0 && pointers[v.lemma(d)] && !m.has(dateline.PlaceRole)
}

// holding are the kinds of violence that nobody calls 'the attack'.
var holding = map[dateline.Kind]bool{dateline.Abduction: true, dateline.HostageTaking: true, dateline.Hijacking: true,
	dateline.Looting: true, dateline.Sabotage: true, dateline.Clash: true}

var pointers = set("the this that these those")

// belongs is the draft whose Statement a word belongs to: the one made around it, the one that took
// that over, else the event that it points back to; nil if there is none.
func (r *reader) belongs(m *telling, place map[*draft]int, next int) *draft {
	for d := m.of; d != nil; d = d.into {
		if _, kept := place[d]; kept {
			return d
		}
	}
	if m.kind.Family() != dateline.Violence && m.kind.Family() != dateline.HumanCost {
		return nil
	}
	for k := next - 1; k >= 0 && m.v.i-r.drafts[k].v.i <= window; k-- {
		e := r.drafts[k]
		if e.violent() && e.reality.Counts() && (!m.violent() || compatible(m.draft, e)) {
			return root(e)
		}
	}
	return nil
}
