package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// participants adds the parts that the clause of the word gives and that no pattern gave: who does it
// and to whom.
func (m *telling) participants(clauses []parse.Clause) {
	nominal := m.v.tag(m.at) == "NOUN" || m.v.tag(m.at) == "PROPN"
	for k := range clauses {
		c := &clauses[k]
		if c.Head == m.at && (c.Form == parse.NominalClause) == nominal {
			m.give(m.doer(c), headOfPhrase(c.Whom))
			return
		}
	}
	if m.v.tag(m.at) == "ADJ" && m.v.head(m.at) >= 0 { // 'wounded soldiers'
		m.give(-1, m.v.head(m.at))
	}
}

func headOfPhrase(p parse.Phrase) int {
	if p.None() {
		return -1
	}
	return p.Head
}

// doer is who does it by the clause, -1 for nobody: no time, no place but a state, no site.
func (m *telling) doer(c *parse.Clause) int {
	v, h := m.v, headOfPhrase(c.Who)
	switch {
	case h < 0 || v.is(h, dateline.SomeTime) || v.eventful(h):
		return -1
	case v.is(h, dateline.Somebody):
		return h
	case v.is(h, dateline.Somewhere) && (v.tag(m.at) != "VERB" || v.base(m.at) == "advcl"), v.r.lex.nouns.has(v.lemma(h), "site") && !v.r.lex.nouns.has(v.lemma(h), "state"):
		return -1
	case v.head(h) == m.at && v.tag(m.at) != "VERB" && v.base(h) == "compound":
		return -1 // 'the Marathon bombing'
	}
	return h
}

// give gives the doer and the one done to their roles by the kind of event.
func (m *telling) give(who, whom int) {
	v := m.v
	switch m.kind.Family() {
	case dateline.Violence:
		if bursts[v.lemma(m.at)] {
			m.burst(who, whom)
			return
		}
		m.act(dateline.Perpetrator, who)
		if whom >= 0 && !v.eventful(whom) && !m.has(dateline.Target) && !m.has(dateline.Victim) {
			m.hurt(whom)
		}
	case dateline.HumanCost:
		if whom < 0 && !(v.passive(m.at) && v.tag(m.at) == "VERB") {
			who, whom = -1, who
		}
		m.act(dateline.Perpetrator, who)
		if role := dateline.Role(m.kind); whom >= 0 && role.IsToll() && !m.has(role) && v.inClass(whom, "HURTABLE") {
			m.add(role, v.phrase(whom))
		}
	case dateline.CounterMeasures:
		m.act(dateline.Authority, who)
		if whom >= 0 && !m.has(dateline.Arrested) {
			m.put(dateline.Arrested, whom)
		}
	}
}

// bursts are words of which the device is the doer or what it is done to, and people are not.
var bursts = set("explode detonate explosion detonation blast burst")

// burst gives the device its role, and people who set it off theirs.
func (m *telling) burst(who, whom int) {
	if whom >= 0 {
		m.addOnce(dateline.Weapon, whom)
		m.act(dateline.Perpetrator, who)
		return
	}
	if who < 0 {
		return
	}
	if m.v.inClass(who, "PEOPLE") && m.v.tag(who) != "PRON" || m.v.inClass(who, "ARMED") {
		m.act(dateline.Perpetrator, who)
		return
	}
	m.addOnce(dateline.Weapon, who)
}

func (m *telling) addOnce(role dateline.Role, h int) {
	if !m.has(role) {
		m.add(role, m.v.phrase(h))
	}
}

// act adds who does it, unless somebody is there already or it is no doer.
func (m *telling) act(role dateline.Role, who int) {
	switch v := m.v; {
	case who < 0 || m.has(role):
	case v.inClass(who, "WEAPON"):
		m.addOnce(dateline.Weapon, who)
	case v.inClass(who, "AGENT") || v.inClass(who, "PEOPLE"):
		m.put(role, who)
	}
}

// fromEvent lends the killed the doer of the event by which they died: 'killed in a rebel attack',
// 'the attack, which killed three'.
func (m *telling) fromEvent(ms []*telling) {
	if m.kind.Family() != dateline.HumanCost || m.has(dateline.Perpetrator) {
		return
	}
	for _, s := range []string{"subj", "in", "by"} {
		h, ok := m.slots[s]
		if !ok {
			continue
		}
		for _, e := range ms {
			if p := e.part(dateline.Perpetrator); e.at == h && p != nil {
				m.infer(dateline.Perpetrator, p.Span, "from the event that did it")
				return
			}
		}
	}
}

// tidy drops doers that are none and tells the members of a coordination apart: 'four workers and two
// soldiers' are two parts.
func (m *telling) tidy() {
	var out []dateline.Part
	for _, p := range m.parts {
		h := m.v.headOf(p.Span)
		switch p.Role {
		case dateline.Perpetrator, dateline.Authority:
			if m.v.is(h, dateline.SomeTime) {
				continue
			}
		}
		out = append(out, m.members(p, h)...)
	}
	m.parts = out
}

func (m *telling) members(p dateline.Part, h int) []dateline.Part {
	v := m.v
	out := []dateline.Part{p}
	for _, c := range v.children(h, "conj") {
		if sp := v.alone(c); p.Span.Contains(v.tok(c).Span) && (v.nominal(c) || v.tag(c) == "NUM") {
			out[0].Span = v.alone(h)
			q := p
			q.Span = sp
			out = append(out, q)
		}
	}
	return out
}
