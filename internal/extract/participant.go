package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// participants adds the parts that the clause of the word gives and that no pattern gave: who does it,
// to whom, and what it hit.
func (m *telling) participants(clauses []parse.Clause) {
	v := m.v
	c := m.clause(clauses)
	who, whom := -1, -1
	if c != nil {
		who, whom = m.doer(c), headOfPhrase(c.Whom)
	}
	if v.tag(m.at) == "ADJ" && v.base(m.at) == "amod" { // 'wounded soldiers'
		who, whom = -1, v.head(m.at)
	}
	switch m.kind.Family() {
	case dateline.Intent, dateline.Interaction:
		m.dealing(who, whom)
	case dateline.TheGroup:
		m.moving(who, whom)
	case dateline.Violence:
		m.struck(clauses)
		m.violence(who, whom)
	case dateline.HumanCost:
		m.suffering(who, whom)
	case dateline.CounterMeasures:
		m.justice(who, whom)
	}
}

// clause is the clause that the word heads, nil if it heads none.
func (m *telling) clause(clauses []parse.Clause) *parse.Clause {
	for k := range clauses {
		if c := &clauses[k]; c.Head == m.at && (c.Form == parse.NominalClause) == m.v.nominal(m.at) {
			return c
		}
	}
	return nil
}

func headOfPhrase(p parse.Phrase) int {
	if p.None() {
		return -1
	}
	return p.Head
}

// doer is who does it by the clause, -1 for nobody: no time, no site, no place but a state that acts.
func (m *telling) doer(c *parse.Clause) int {
	v, h := m.v, headOfPhrase(c.Who)
	switch {
	case h < 0 || v.is(h, dateline.SomeTime) || v.eventful(h) || v.base(h) == "obl" && v.cased(h) != "by":
		return -1
	case v.is(h, dateline.Somebody):
		return h
	case v.nominal(h) && placePreps[v.cased(h)]:
		return -1 // 'the bombing in Quetta, which killed six'
	case v.is(h, dateline.Somewhere) && (v.tag(m.at) != "VERB" || v.base(m.at) == "advcl"), v.inClass(h, "SITE") && !v.inClass(h, "STATE"):
		return -1
	case v.head(h) == m.at && v.nominal(m.at) && v.base(h) == "compound":
		return -1 // 'the Marathon bombing'
	}
	return h
}

// violence gives the doer and the one done to their roles; of an explosion they may be the device.
func (m *telling) violence(who, whom int) {
	if m.is("burst") {
		m.burst(who, whom)
		return
	}
	if by := m.agentBehind(); whom < 0 && by >= 0 {
		who, whom = by, who
	}
	m.act(dateline.Perpetrator, who)
	if whom >= 0 && !m.v.eventful(whom) && !m.v.timed(whom) {
		m.hurtOnce(whom)
	}
}

// agentBehind is who stands after 'by' right behind the word, which is passive then, whatever the tree
// says: 'shot dead by police'; -1 if nobody does.
func (m *telling) agentBehind() int {
	v := m.v
	for t := m.at + 1; v.tag(m.at) == "VERB" && t < len(v.s.Tokens) && t <= m.at+2; t++ {
		if h := v.head(t); v.lemma(t) == "by" && h > t && v.inClass(h, "AGENT") {
			return h
		}
		if v.tag(t) != "ADJ" && v.tag(t) != "ADV" {
			break
		}
	}
	return -1
}

func (m *telling) is(class string) bool { return m.v.r.lex.acts.has(m.v.lemma(m.at), class) }

func (m *telling) hurtOnce(h int) {
	if !m.has(dateline.Target) && !m.has(dateline.Victim) {
		m.hurt(h)
	}
}

// burst gives the device its role, and people who set it off theirs.
func (m *telling) burst(who, whom int) {
	v := m.v
	switch {
	case whom >= 0:
		m.once(dateline.Weapon, whom)
		m.act(dateline.Perpetrator, who)
	case who < 0:
	case v.inClass(who, "PEOPLE") && v.tag(who) != "PRON" || v.inClass(who, "ARMED"):
		m.act(dateline.Perpetrator, who)
	case !v.nominal(m.at) || v.inClass(who, "WEAPON"):
		m.once(dateline.Weapon, who)
	}
}

// once gives h the role, unless something has it already or h is none.
func (m *telling) once(role dateline.Role, h int) {
	if h >= 0 && !m.has(role) {
		m.add(role, m.v.phrase(h))
	}
}

// struck adds what an event noun hit by the verb around it: 'the blast shattered the window', 'bombings
// aimed at the army'.
func (m *telling) struck(clauses []parse.Clause) {
	v := m.v
	if !v.nominal(m.at) {
		return
	}
	for k := range clauses {
		c := &clauses[k]
		l := v.lemma(c.Head)
		switch {
		case c.Who.Head == m.at && !c.Who.None() && !c.Whom.None() && v.r.lex.acts.has(l, "strikes"):
			m.hurtOnce(c.Whom.Head)
		case c.Whom.Head == m.at && !c.Whom.None() && v.r.lex.acts.has(l, "aims"):
			for _, p := range []string{"at", "against"} {
				for _, h := range v.prep(c.Head, p) {
					m.hurtOnce(h)
				}
			}
		}
	}
}

// suffering gives the killed or wounded and the doer their roles. What tells it by a verb that wants an
// object and has none is a participle: 'six members killed'.
func (m *telling) suffering(who, whom int) {
	v := m.v
	if whom < 0 && (m.is("suffers") || !v.passive(m.at)) {
		who, whom = -1, who
		if n := m.before(); !m.is("suffers") && n >= 0 {
			whom = n
		}
	}
	if m.kind == dateline.DamagedKind {
		m.once(dateline.Target, whom)
		return
	}
	m.act(dateline.Perpetrator, who)
	if role := dateline.Role(m.kind); whom >= 0 && role.IsToll() && !m.has(role) && m.mortal(whom) {
		for _, h := range m.all(whom) {
			m.add(role, m.phrase(h))
		}
		m.including(role, whom)
	}
}

// including adds the people named after 'including': 'nine people were arrested, including Ali Khan and Omar
// Noor'.
func (m *telling) including(role dateline.Role, whom int) {
	v := m.v
	for _, h := range append(v.prep(m.at, "include"), v.prep(whom, "include")...) {
		for _, c := range append([]int{h}, v.children(h, "conj")...) {
			if v.tok(c).Entity == "B-person" {
				m.add(role, m.name(v.tok(c).Span, c))
			}
		}
	}
}

// phrase is the phrase of h, of a name the whole name.
func (m *telling) phrase(h int) dateline.Span { return m.name(m.v.phrase(h), h) }

func (m *telling) name(sp dateline.Span, h int) dateline.Span {
	for _, n := range m.v.r.namesOf(m.v.i) {
		if n.First <= h && h <= n.Last {
			sp = sp.Cover(n.Span)
		}
	}
	return sp
}

// before is the noun right before the word, adverbs aside; -1 if there is none.
func (m *telling) before() int {
	t := m.at - 1
	for t >= 0 && m.v.tag(t) == "ADV" {
		t--
	}
	if t >= 0 && m.v.tag(m.at) == "VERB" && (m.v.nominal(t) || m.v.tag(t) == "NUM") {
		return t
	}
	return -1
}

// mortal reports whether h can name people: no time, weapon, event or thing.
func (m *telling) mortal(h int) bool {
	v := m.v
	if v.is(h, dateline.SomeTime) || v.inClass(h, "WEAPON") || v.eventful(h) || v.r.lex.nouns.has(v.lemma(h), "abstract", "intangible") {
		return false
	}
	return v.inClass(h, "HURTABLE") || v.numbered(h) || v.tag(h) == "NOUN" && !v.inClass(h, "SITE")
}

// all lists the subjects beside h, where the tree gave the verb several, and h.
func (m *telling) all(h int) []int {
	v := m.v
	if v.head(h) != m.at || v.base(h) != "nsubj" {
		return []int{h}
	}
	return v.children(m.at, "nsubj")
}

// justice gives those whom a state acts against and who acts for it their roles.
func (m *telling) justice(who, whom int) {
	v := m.v
	if m.is("witness") {
		if v.nominal(m.at) {
			who, whom = -1, who
		} else {
			who = -1
		}
	}
	m.act(dateline.Authority, who)
	if whom < 0 || v.is(whom, dateline.SomeTime) {
		return
	}
	for _, h := range m.all(whom) {
		m.add(dateline.Arrested, m.phrase(h))
	}
	m.including(dateline.Arrested, whom)
}

// dealing gives who threatens, demands or meets and whom their roles.
func (m *telling) dealing(who, whom int) {
	other := dateline.Other
	if m.kind.Family() == dateline.Intent {
		other = dateline.Target
	}
	m.act(dateline.Group, who)
	if whom < 0 {
		whom = m.given()
	}
	if whom >= 0 && !m.v.eventful(whom) && (m.v.inClass(whom, "HURTABLE") || m.v.inClass(whom, "AGENT")) {
		m.once(other, whom)
	}
}

// given is to whom a verb of giving carries the word: 'warnings were given to the police'; -1 if there is none.
func (m *telling) given() int {
	v := m.v
	h := v.head(m.at)
	if h < 0 || !v.nominal(m.at) || !v.r.lex.acts.has(v.lemma(h), "gives") || v.base(m.at) != "obj" && v.base(m.at) != "nsubj" {
		return -1
	}
	for _, t := range v.prep(h, "to") {
		return t
	}
	return v.child(h, "iobj")
}

// moving gives who moves, what is moved and where to their roles.
func (m *telling) moving(who, whom int) {
	v := m.v
	m.act(dateline.Group, who)
	switch {
	case whom < 0 || v.is(whom, dateline.SomeTime):
	case v.is(whom, dateline.Somewhere) || v.r.lex.nouns.has(v.lemma(whom), "street") || v.inClass(whom, "PLACEISH") && !v.inClass(whom, "NAME"):
		m.once(dateline.PlaceRole, whom)
	case v.inClass(whom, "SITE"):
		m.once(dateline.Target, whom)
	case v.inClass(whom, "PEOPLE"):
		m.once(dateline.Group, whom)
	default:
		m.once(dateline.Weapon, whom)
	}
	for _, p := range []string{"to", "into", "in", "toward", "towards", "onto"} {
		for _, h := range v.prep(m.at, p) {
			m.once(dateline.PlaceRole, h)
		}
	}
}

// act adds who does it, unless somebody is there already or it is no doer.
func (m *telling) act(role dateline.Role, who int) {
	switch v := m.v; {
	case who < 0 || m.has(role) || m.holds(who) || v.tag(who) == "SYM" || v.tag(who) == "PUNCT":
	case v.inClass(who, "WEAPON"):
		m.once(dateline.Weapon, who)
	case v.inClass(who, "AGENT") || v.inClass(who, "PEOPLE"):
		m.put(role, who)
	}
}

// holds reports whether token t stands in a part already.
func (m *telling) holds(t int) bool {
	for _, p := range m.parts {
		if p.Span.Contains(m.v.tok(t).Span) {
			return true
		}
	}
	return false
}

// fromEvent lends the killed the doer of the event by which they died: 'killed in a rebel attack',
// 'the attack, which killed three'. Where that event is told beside, it took place there and not here.
func (m *telling) fromEvent(ms []*telling) {
	if m.kind.Family() != dateline.HumanCost {
		return
	}
	for _, e := range ms {
		if e.kind.Family() == dateline.Violence {
			m.leavePlaces(e)
		}
		if m.v.base(m.at) == "conj" && m.v.head(m.at) == e.at && m.v.nominal(m.at) && m.v.nominal(e.at) {
			m.share(e)
		}
		for _, s := range []string{"subj", "in", "by"} {
			if h, ok := m.slots[s]; !ok || e.at != h || m.has(dateline.Perpetrator) {
				continue
			}
			if p := e.part(dateline.Perpetrator); p != nil {
				m.infer(dateline.Perpetrator, p.Span, "from the event that did it")
			}
		}
	}
}

// share takes over the victims of the word that this one is coordinated with: 'the killing and maiming of
// villagers'.
func (m *telling) share(e *telling) {
	role := dateline.Role(m.kind)
	if m.has(role) || !role.IsToll() {
		return
	}
	for _, p := range e.parts {
		if p.Role == dateline.Role(e.kind) {
			m.infer(role, p.Span, "shared with the word before")
		}
	}
}

// leavePlaces drops the places that event e has, too.
func (m *telling) leavePlaces(e *telling) {
	var out []dateline.Part
	for _, p := range m.parts {
		if p.Role != dateline.PlaceRole || !e.hasSpan(p) {
			out = append(out, p)
		}
	}
	m.parts = out
}

func (m *telling) hasSpan(p dateline.Part) bool {
	for _, q := range m.parts {
		if q.Role == p.Role && q.Span.Overlaps(p.Span) {
			return true
		}
	}
	return false
}

// tidy drops doers that are times and tells the members of a coordination apart: 'four workers and two
// soldiers' are two parts.
func (m *telling) tidy() {
	var out []dateline.Part
	for _, p := range m.parts {
		h := m.v.headOf(p.Span)
		if (p.Role == dateline.Perpetrator || p.Role == dateline.Authority) && m.v.is(h, dateline.SomeTime) ||
			p.Role == dateline.Target && m.v.inClass(h, "REFL") {
			continue
		}
		if c := m.v.cased(h); p.Role == dateline.Target && m.is("burst") && m.v.nominal(m.at) && (c == "at" || c == "in") {
			p.Role = dateline.PlaceRole // 'an explosion at the station'
		}
		out = append(out, m.members(p, h)...)
	}
	m.parts = out
}

func (m *telling) members(p dateline.Part, h int) []dateline.Part {
	v := m.v
	out := []dateline.Part{p}
	for _, c := range v.children(h, "conj") {
		if p.Span.Contains(v.tok(c).Span) && (v.nominal(c) || v.tag(c) == "NUM") {
			out[0].Span = v.alone(h)
			q := p
			q.Span = m.name(v.alone(c), c)
			out = append(out, q)
		}
	}
	return out
}

// somewhere adds where it took place by a common noun, which a Statement does not take for a place: 'on a
// busy street', 'in the same province'.
func (m *telling) somewhere() {
	v := m.v
	if m.has(dateline.PlaceRole) {
		return
	}
	if h := v.head(m.at); h >= 0 && v.base(m.at) == "nsubj" && v.child(h, "cop") >= 0 && placePreps[v.cased(h)] && v.nominal(h) {
		m.add(dateline.PlaceRole, v.phrase(h)) // 'the explosion was at the station'
		return
	}
	for _, c := range v.kids[m.at] {
		if b := v.base(c); b != "obl" && b != "nmod" || !placePreps[v.cased(c)] && v.cased(c) != "on" || v.timed(c) || m.holds(c) {
			continue
		}
		if v.r.lex.nouns.has(v.lemma(c), "region", "site", "street") {
			m.add(dateline.PlaceRole, v.alone(c))
			return
		}
	}
}
