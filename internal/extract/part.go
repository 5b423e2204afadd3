package extract

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
)

// take gives the phrase of head h the role of slot s.
func (d *draft) take(s slot, h int) {
	switch s.role {
	case "":
	case "speaker":
		d.slots["speaker"] = h
	case "hurt":
		d.hurt(h)
	case "hit":
		if d.v.tag(h) == "PROPN" && !d.v.r.lex.nouns.has(d.v.lemma(h), "site", "region") && !d.v.is(h, dateline.Somebody) {
			d.each(h, func(sp dateline.Span) { d.add(dateline.Victim, sp) })
		} else {
			d.hurt(h)
		}
		d.harmed(h, dateline.Hit)
	case "spared":
		d.each(h, func(sp dateline.Span) { d.harm(dateline.Victim, sp, dateline.NoInjury) })
	case "destroyed", "damaged":
		d.strike(h, struck[s.role])
	default:
		d.put(dateline.Role(s.role), h)
	}
}

// harmed says what befell the victims among the words of h of whom nothing graver is told.
func (d *draft) harmed(h int, e dateline.Effect) {
	sp := d.v.phrase(h)
	for i := range d.parts {
		if p := &d.parts[i]; p.Role == dateline.Victim && p.Span.Overlaps(sp) && e.Graver(p.Effect) {
			p.Effect = e
		}
	}
}

// put adds the phrase of h in role; a toll also makes its people victims of a deed of violence.
func (d *draft) put(role dateline.Role, h int) {
	if role == dateline.Area || role == dateline.PlaceRole {
		d.areas(role, h)
		return
	}
	if role == dateline.Perpetrator && d.noDoer(h) {
		return
	}
	if role == dateline.Arrested && d.v.tag(d.at) == "NOUN" && d.v.base(h) == "nmod" && d.v.rel(h) == "nmod:poss" && d.v.jails(h) {
		role = dateline.Authority // 'the government's detention of'
	}
	switch role {
	case dateline.Perpetrator, dateline.Group, dateline.Other:
		h = d.v.ownPartner(h)
		if d.several(role, h) {
			return
		}
	}
	if role == dateline.Group && d.leaderOf(h) || role == dateline.Weapon && d.v.acts(h) || role == dateline.Arrested && d.persons(role, h) {
		return
	}
	sp := d.named(role, h)
	if role == dateline.Incidental && d.v.tag(h) == "VERB" {
		sp = d.v.clauseSpan(h)
	}
	if role.IsToll() {
		sp = d.partOf(h, d.v.beforeFate(d.v.withNumber(sp)))
	}
	if f := d.kind.Family(); effects[role] != "" && f == dateline.HumanCost && role != dateline.Released {
		d.each(h, func(sp dateline.Span) { d.harm(dateline.Victim, sp, effects[role]) })
	} else if role.IsToll() && f == dateline.Violence {
		d.each(h, func(sp dateline.Span) { d.harm(dateline.Victim, sp, effects[role]) })
		if !d.v.numbered(h) && !d.v.countable(h) && !d.v.oneVictim(h) {
			return // 'killed the villagers': victims; nobody gave a number
		}
	}
	d.add(role, sp)
}

// jails reports whether h is a body that arrests: 'the government', 'China'.
func (v *view) jails(h int) bool {
	return v.is(h, dateline.Somewhere) && v.tag(h) == "PROPN" || v.r.lex.standing.has(v.lemma(h), "jailer")
}

// acts reports whether h names people or a body of them, or how something was done, which are nobody's
// weapon: 'popular with investors', 'with no warning'.
func (v *view) acts(h int) bool {
	l, n := v.lemma(h), v.r.lex.nouns
	return !n.has(l, "weapon", "aircraft") && (n.has(l, "people", "armed", "voice", "group", "region", "manner") || v.personal(h) || v.is(h, dateline.Somebody) || v.is(h, dateline.SomeTime))
}

// leaderOf reads 'Boko Haram's leader' as the group with its leader.
func (d *draft) leaderOf(h int) bool {
	v := d.v
	switch v.lemma(h) {
	case "leader", "commander", "chief", "spokesman", "emir":
	default:
		return false
	}
	for _, c := range v.prep(h, "of") {
		if l := v.lemma(c); v.definite(c) && v.r.lex.nouns.has(l, "group") && !v.r.lex.nouns.has(l, "state") {
			d.add(dateline.Group, v.alone(c))
			d.add(dateline.Leader, v.span(v.first[h], max(h, c)))
			return true // 'the leader of the group'
		}
	}
	for _, c := range append(v.children(h, "nmod:poss"), v.modifiers(h)...) {
		if v.held[c] != nil && v.held[c].Kind == dateline.Somebody {
			d.add(dateline.Group, v.held[c].Span)
			d.add(dateline.Leader, v.phrase(h))
			return true
		}
	}
	return false
}

// named is the phrase of h; of an actor also the listed name beside it: 'the Basque group ETA'.
func (d *draft) named(role dateline.Role, h int) dateline.Span {
	sp := d.words(h)
	switch role {
	case dateline.Group, dateline.Other, dateline.Perpetrator:
	default:
		return sp
	}
	for _, m := range d.v.mentions {
		after, ahead := m.Span.Start-sp.End, sp.Start-m.Span.End
		if m.Kind == dateline.Somebody && (m.Span.Overlaps(sp) && !d.v.tied(m.Span) || after >= 0 && after <= 1 || ahead >= 0 && ahead <= 1) {
			return sp.Cover(m.Span)
		}
	}
	return sp
}

// tied reports whether a hyphen ties a name to what stands behind it: 'the al-Qaeda-linked group'.
func (v *view) tied(name dateline.Span) bool { return strings.HasPrefix(v.r.text[name.End:], "-") }

// several adds each of coordinated actors apart ('rebels and soldiers'); of a relation between two
// the first is its group and the others its other side. It reports whether there were several.
func (d *draft) several(role dateline.Role, h int) bool {
	v := d.v
	var more []int
	apart := false
	for _, c := range v.children(h, "conj") {
		switch {
		case v.parted(h, c):
		case v.setApart(c) || v.tag(c) == "NUM" && v.tag(h) != "NUM":
			apart = true // 'and not to the army'; '23 were attributed to one group and 11 to another'
		case v.inClass(c, "AGENT") || v.groupish(c):
			more = append(more, c)
		}
	}
	more = append(more, v.joinedBefore(h)...)
	if len(more) == 0 && !apart {
		return false
	}
	d.add(role, v.alone(h))
	if role == dateline.Group && mutual[d.kind] && !d.asks(dateline.Other) {
		role = dateline.Other
	}
	for _, c := range more {
		d.add(role, v.alone(c))
	}
	return true
}

// joinedBefore returns the subject right before subject h that 'and' joins to it, where the tree made two subjects of them: 'the PKK and
// the YPG denied it'.
func (v *view) joinedBefore(h int) []int {
	f := v.first[h]
	for f > 0 && v.tag(f-1) == "DET" {
		f--
	}
	if f < 2 || v.tag(f-1) != "CCONJ" || v.base(h) != "nsubj" {
		return nil
	}
	for _, c := range v.children(v.head(h), "nsubj") {
		if v.last[c] == f-2 && (v.inClass(c, "AGENT") || v.groupish(c)) {
			return []int{c}
		}
	}
	return nil
}

// setApart reports whether c is listed only to leave it out: 'to the rebels and not to the army'.
func (v *view) setApart(c int) bool {
	for _, k := range v.kids[c] {
		if l := v.lemma(k); k < c && (l == "not" || l == "never") {
			return true
		}
	}
	return c > 0 && v.lemma(c-1) == "not"
}

// asks reports whether a slot of the pattern is filled by what has the role.
func (d *draft) asks(role dateline.Role) bool {
	for _, f := range d.fills {
		if f.slot.role == string(role) {
			return true
		}
	}
	return false
}

// mutual are the relations in which both sides may stand together as subject.
var mutual = map[dateline.Kind]bool{dateline.Negotiation: true, dateline.Agreement: true, dateline.Ceasefire: true,
	dateline.Alliance: true, dateline.Rivalry: true, dateline.Merger: true, dateline.Split: true}

// areas adds each of the coordinated places of h.
func (d *draft) areas(role dateline.Role, h int) {
	d.add(role, d.v.alone(h))
	for _, c := range d.v.children(h, "conj") {
		if d.v.tag(c) == "PROPN" || d.v.tag(c) == "NOUN" {
			d.add(role, d.v.wholePlace(d.v.alone(c)))
		}
	}
	for _, l := range d.v.listed(h) {
		d.add(role, d.v.held[l].Span)
	}
}

// wholePlace covers the whole name of a place that words are only a part of, where the tree parts it: 'Burkina' of 'Mali, Burkina Faso
// and Niger'.
func (v *view) wholePlace(sp dateline.Span) dateline.Span {
	for _, m := range v.mentions {
		if m.Kind == dateline.Somewhere && m.Span.Contains(sp) {
			return m.Span
		}
	}
	return sp
}

// withNumber covers the whole of a number that the phrase begins inside: 'Up to 30 insurgents'.
func (v *view) withNumber(sp dateline.Span) dateline.Span {
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeCount && m.Span.Overlaps(sp) && m.Span.Start < sp.Start && m.Span.End <= sp.End {
			return sp.Cover(m.Span)
		}
	}
	return sp
}

// words is the phrase of h without what fills other slots of the pattern and without where and when.
func (d *draft) words(h int) dateline.Span {
	return d.v.phraseWithout(h, func(c int) bool {
		return d.filled(c) || d.v.sets(c) || d.v.carried(c) || (d.v.base(c) == "conj" || d.v.base(c) == "cc" && d.v.head(c) == h) && d.v.deed(max(c, d.v.nextConj(h, c)))
	})
}

// carried reports whether phrase c says by what something is told: 'the attack in a statement', 'the bombing on Telegram'.
func (v *view) carried(c int) bool {
	p, l := v.cased(c), v.lemma(c)
	return (v.base(c) == "nmod" || v.base(c) == "obl") && (p == "in" || p == "on" || p == "via" || p == "through" || p == "by") &&
		(v.r.lex.speech.has(l, "carrier") || v.r.lex.nouns.has(l, "medium"))
}

// nextConj returns the conjunct of h that follows 'and' c, or -1.
func (v *view) nextConj(h, c int) int {
	for _, k := range v.children(h, "conj") {
		if k > c {
			return k
		}
	}
	return -1
}

// hurt adds the phrase of h as victim, if it names people, or else as target: one word that a place carries
// too is that place, for persons are attacked by more than one name.
func (d *draft) hurt(h int) {
	v := d.v
	n := v.r.lex.nouns
	l := v.lemma(h)
	switch {
	case !v.r.personNamed(v, h).IsZero() && !(v.is(h, dateline.Somewhere) && v.child(h, "flat", "compound", "appos") < 0):
		d.each(h, func(sp dateline.Span) { d.add(dateline.Victim, sp) })
	case n.has(l, "region") && v.cased(h) == "in":
		return // where, not what
	case n.has(l, "site") && !v.is(h, dateline.Somebody):
		d.each(h, func(sp dateline.Span) { d.add(dateline.Target, sp) })
	case n.has(l, "people") || v.personal(h) || v.tag(h) == "NUM":
		d.each(h, func(sp dateline.Span) { d.add(dateline.Victim, sp) })
	default:
		d.each(h, func(sp dateline.Span) { d.add(dateline.Target, sp) })
	}
}

// add appends a part unless the same words have the role already.
func (d *draft) add(role dateline.Role, sp dateline.Span) { d.infer(role, sp, "") }

// harm adds a victim or a target with what befell it.
func (d *draft) harm(role dateline.Role, sp dateline.Span, e dateline.Effect) {
	d.add(role, sp)
	for i := range d.parts {
		if p := &d.parts[i]; p.Role == role && p.Span.Overlaps(sp) && e.Graver(p.Effect) {
			p.Effect = e
		}
	}
}

// effects is what befell those whom a toll counts.
var effects = map[dateline.Role]dateline.Effect{dateline.KilledRole: dateline.Death, dateline.Wounded: dateline.Injury,
	dateline.Abducted: dateline.Abducting, dateline.Released: dateline.Freed}

// infer appends a part that the clause itself does not hold, with the reason.
func (d *draft) infer(role dateline.Role, sp dateline.Span, why string) {
	if sp.IsZero() {
		return
	}
	for _, p := range d.parts {
		if p.Role == role && p.Span.Overlaps(sp) {
			return
		}
	}
	d.parts = append(d.parts, dateline.Part{Role: role, Span: sp, Inferred: why})
}

func (d *draft) has(role dateline.Role) bool { return d.part(role) != nil }

func (d *draft) part(role dateline.Role) *dateline.Part {
	for i := range d.parts {
		if d.parts[i].Role == role {
			return &d.parts[i]
		}
	}
	return nil
}

// clauseSpan covers the clause of verb h without the marks at its borders.
func (v *view) clauseSpan(h int) dateline.Span {
	a, b := v.trim(v.first[h], v.last[h], h)
	for a < h && (v.base(a) == "mark" || v.base(a) == "case") {
		a++
	}
	return v.span(a, b)
}

// uncounted takes 'at least', 'more than' and the like off the front of a phrase: the number and
// the people stay.
func (v *view) uncounted(h int, sp dateline.Span) dateline.Span {
	for _, m := range v.mentions {
		if m.Kind != dateline.SomeCount || !sp.Contains(m.Span) || m.Span.Start != sp.Start {
			continue
		}
		if w := strings.ToLower(m.Span.In(v.r.text)); strings.Contains(w, "between ") || strings.HasPrefix(w, "from ") {
			return sp // 'between 100 and 300' is one number
		}
		for t := range v.s.Tokens {
			ts := v.s.Tokens[t].Span
			if ts.Start >= m.Span.Start && ts.End <= m.Span.End && (v.tag(t) == "NUM" || ts.End == m.Span.End) {
				return dateline.Span{Start: ts.Start, End: sp.End}
			}
		}
	}
	return sp
}

// countable reports whether the phrase of h says how many by its article: 'a soldier' is one.
func (v *view) countable(h int) bool {
	if d := v.child(h, "det"); d >= 0 && (v.lemma(d) == "a" || v.lemma(d) == "an") {
		return v.tag(h) == "NOUN"
	}
	return false
}

// oneVictim reports whether the phrase of h names one person: a name, 'him', 'the judge'.
func (v *view) oneVictim(h int) bool {
	switch v.lemma(h) {
	case "he", "she", "him", "her":
		return v.tag(h) == "PRON"
	}
	if v.is(h, dateline.Somebody) || v.is(h, dateline.Somewhere) {
		return false
	}
	switch v.tok(h).Fine {
	case "NNP":
		return !v.r.personNamed(v, h).IsZero()
	case "NN":
		return v.definite(h) && v.r.lex.nouns.has(v.lemma(h), "people") && !v.r.lex.nouns.has(v.lemma(h), "several")
	}
	return false
}

// circumstances adds the times and places of the clause to a draft that tells an event, and the
// number of those hurt.
func (r *reader) circumstances(v *view, d *draft) {
	r.hitBy(v, d)
	r.times(v, d)
	r.places(v, d)
	switch d.kind {
	case dateline.Founding, dateline.Leadership, dateline.AreaOfOperation, dateline.Membership, dateline.Alias:
		switch {
		case d.rule == operations:
			d.operatesAt()
		case v.tag(d.at) != "VERB":
			d.keepWithin()
		}
	}
	if d.kind == dateline.TerritoryGained || d.kind == dateline.TerritoryLost {
		d.areaFromPlace()
	}
}

// areaFromPlace lets the place of the clause say which area was gained or lost where the area's own
// words name none: 'captured pockets of land in the east'.
func (d *draft) areaFromPlace() {
	for _, p := range d.parts {
		if p.Role != dateline.Area {
			continue
		}
		for _, m := range d.v.mentions {
			if m.Kind == dateline.Somewhere && p.Span.Overlaps(m.Span) {
				return
			}
		}
	}
	for _, p := range d.parts {
		if p.Role == dateline.PlaceRole {
			d.infer(dateline.Area, p.Span, "where the clause says that it was")
		}
	}
}

// keepWithin drops times and places that stand outside the words of a noun: those of the clause are
// another event's ('After its emergence, the group captured').
func (d *draft) keepWithin() {
	v, kept := d.v, d.parts[:0]
	for _, p := range d.parts {
		if p.Role != dateline.DateRole && p.Role != dateline.PlaceRole || v.within(v.headOf(p.Span), d.at) || v.within(d.at, v.headOf(p.Span)) || v.sinceWhat(p.Span) == d.at {
			kept = append(kept, p)
		}
	}
	d.parts = kept
}

// anchorToken is the predicate whose clause the draft's circumstances stand in: the light verb or
// the verb above an event noun, else the trigger.
func (v *view) anchorToken(d *draft) int {
	if v.tag(d.at) == "VERB" {
		return d.at
	}
	return v.clauseVerb(d.at)
}

// times adds the time expressions that tell when the draft's event was.
func (r *reader) times(v *view, d *draft) {
	if !r.countedFrom(v, d) {
		r.clauseTimes(v, d)
		r.pairTimes(v, d)
		r.pointedAt(v, d)
	}
}

// clauseTimes adds the time expressions that belong to the draft's clause.
func (r *reader) clauseTimes(v *view, d *draft) {
	anchor := v.anchorToken(d)
	if !d.violent() && (r.lex.standing.has(v.lemma(d.at), "recovery") || anchor >= 0 && r.lex.standing.has(v.lemma(anchor), "recovery")) {
		return // 'was in stable condition on Tuesday': the day of the doctors' word
	}
	if v.tag(d.at) != "VERB" {
		for _, m := range v.mentions {
			if t := v.headOf(m.Span); ownTime(m) && !m.Span.Contains(d.trigger) && !r.fromEvent(m.Span) && !v.compared(m.Span.Start, d.at) && !v.confirmed(t) && (v.within(t, d.at) || v.enclosed(t, d.at) || v.sinceWhat(m.Span) == d.at) {
				d.add(dateline.DateRole, m.Span)
			}
		}
		r.opened(v, d)
		if d.has(dateline.DateRole) || v.r.lex.standing.has(v.lemma(anchor), "reacts") && d.violent() || v.r.lex.standing.has(v.lemma(anchor), "owns") || v.hearing(anchor) >= 0 || v.tollTold(d) {
			return // 'claimed the bombing on Tuesday', 'put the toll at 9 on Tuesday': the day of the claim
		}
		if r.begun(v, d) {
			return
		}
		if r.only(v, d, anchor) {
			r.behindOwn(v, d)
			return
		}
	}
	for _, m := range v.mentions {
		if !ownTime(m) {
			continue
		}
		t := v.headOf(m.Span)
		if d.violent() && (r.fromEvent(m.Span) || r.opensNext(v, m.Span, d)) || v.compared(m.Span.Start, d.at) {
			continue
		}
		if countsFrom(m.Span.In(r.text)) && m.Span.End <= d.trigger.Start {
			d.past = d.past || r.olderWords(m.Span.In(r.text))
			continue // 'two days after rebels fought': when something else was
		}
		if k := v.tokenAt(m.Span.End + 1); countsFrom(m.Span.In(r.text)) && m.Span.Start >= d.trigger.End && k >= 0 && k != d.at && v.tok(k).Fine == "VBG" {
			continue // 'levelled a house on Friday, three days after demolishing a school'
		}
		if v.asideOf(t, anchor) && d.at >= anchor {
			continue
		}
		if k := v.sinceWhat(m.Span); k >= 0 && k != d.at {
			continue // 'since its founding a decade ago, the group has': when it was founded
		}
		if v.within(t, d.at) || v.clauseVerb(v.up(t)) == anchor && !v.takenByOther(t, d) {
			d.add(dateline.DateRole, m.Span)
		}
	}
	r.lateTime(v, d, anchor)
}

// asideOf reports whether token t stands in what is put in behind the subject of verb anchor, between commas: 'the rebels, at war with the army
// since May, took the town'.
func (v *view) asideOf(t, anchor int) bool {
	if anchor < 0 {
		return false
	}
	s := v.child(anchor, "nsubj")
	if s < 0 || s > t || t > anchor || v.tok(s+1).Form != "," || !v.commaIn(t, anchor) {
		return false
	}
	for k := s + 2; k < t; k++ {
		if v.nominal(k) && !v.is(k, dateline.SomeTime) {
			return true
		}
	}
	return false
}

// commaIn reports whether a comma stands between tokens a and b.
func (v *view) commaIn(a, b int) bool {
	for ; a < b; a++ {
		if v.tok(a).Form == "," {
			return true
		}
	}
	return false
}

// countsFrom reports whether the words of a time count from what follows them: 'two days after'.
func countsFrom(words string) bool {
	return strings.HasSuffix(words, " after") || strings.HasSuffix(words, " before")
}

// enclosed reports whether token t stands amid the words of noun h, although the tree hangs it on a verb
// above: 'they say the attack outside the city on Friday, which', with Friday under 'say'.
func (v *view) enclosed(t, h int) bool {
	verb := v.clauseVerb(v.up(t))
	if t < h || t > v.last[h] || verb > h {
		return false
	}
	for k := 0; k < len(v.kids) && h >= 0 && h != verb; k++ {
		h = v.head(h)
	}
	return h == verb && h >= 0
}

// takenByOther reports whether the phrase of t hangs in the subtree of another event noun.
func (v *view) takenByOther(t int, d *draft) bool {
	for k, h := 0, v.head(t); k < len(v.kids) && h >= 0; k++ {
		if h == d.at || d.kind.Family() == dateline.HumanCost && d.slots["in"] == h {
			return false
		}
		if (v.tag(h) == "NOUN" || v.tag(h) == "PROPN") && v.deed(h) && v.tag(d.at) != "VERB" {
			return true
		}
		if v.tag(h) == "VERB" {
			return false
		}
		h = v.head(h)
	}
	return false
}

func (v *view) up(t int) int {
	if h := v.head(t); h >= 0 {
		return h
	}
	return t
}

// within reports whether token t lies in the subtree of token h, clauses below it apart.
func (v *view) within(t, h int) bool {
	for k := 0; k < len(v.kids); k++ {
		if t == h {
			return true
		}
		if t < 0 || (v.predicate(t) && v.tag(t) == "VERB") {
			return false
		}
		t = v.head(t)
	}
	return false
}

// headOf returns the token of sp whose head lies outside it.
func (v *view) headOf(sp dateline.Span) int {
	best := -1
	for t := range v.s.Tokens {
		ts := v.s.Tokens[t].Span
		if !sp.Contains(ts) {
			continue
		}
		h := v.head(t)
		if h < 0 || !sp.Contains(v.s.Tokens[h].Span) {
			if best < 0 || v.base(t) != "case" && v.base(best) == "case" || v.base(best) == "punct" {
				best = t
			}
		}
	}
	return max(best, 0)
}

var placePreps = set("in at near outside around inside across along throughout off toward towards")

// places adds the phrases that say where: 'in', 'at', 'near' with a place, in the draft's clause or
// in its own arguments, and place names before the noun ('the Moscow attack').
func (r *reader) places(v *view, d *draft) {
	anchor := v.anchorToken(d)
	for t := range v.s.Tokens {
		if !v.placeHead(t) || v.treated(t, d.kind.Family() == dateline.HumanCost) || v.is(t, dateline.SomeTime) || directions[v.lemma(t)] && v.first[t] == v.last[t] {
			continue
		}
		if v.compared(v.tok(t).Span.Start, d.at) || v.endsOther(t, d) || v.sequel(d.at, anchor) && !v.within(t, d.at) || v.reactedTo(d.at) && t < d.at {
			continue
		}
		if sp, ok := d.slots["speaker"]; ok && v.within(t, sp) {
			continue // where who tells it belongs
		}
		if s := v.child(anchor, "nsubj"); s >= 0 && v.r.lex.standing.has(v.lemma(anchor), "reacts") && v.within(t, s) && !v.within(d.at, s) {
			continue // 'a group in Dagestan claimed the bombing'
		}
		if v.attitude(t) {
			continue // 'the attacks show its hostility towards Moscow'
		}
		if d.violent() && !v.within(t, d.at) && v.beyond(t) {
			continue // 'the attack shows its ambitions beyond its stronghold in the mountains'
		}
		if !v.within(t, d.at) && !d.holds(t) && (v.clauseVerb(v.up(t)) != anchor || v.takenByOther(t, d)) {
			continue
		}
		r.where(v, d, t)
	}
	r.placeHit(v, d)
	for _, p := range d.parts {
		if p.Role == dateline.Target || p.Role == dateline.Victim {
			r.placeIn(v, d, p.Span)
		}
	}
	r.placeBefore(v, d)
	r.placeGoneTo(v, d, anchor)
}

// placeGoneTo adds the place of the clause that the draft's verb goes on from, with the same subject: 'stopped a bus near Kalat and shot six men',
// 'entered the village of Zari and took 12 women'.
func (r *reader) placeGoneTo(v *view, d *draft, anchor int) {
	if d.has(dateline.PlaceRole) || !d.violent() || v.base(anchor) != "conj" || v.tag(anchor) != "VERB" || v.child(anchor, "nsubj", "aux") >= 0 {
		return
	}
	up := v.head(anchor)
	if up < 0 || v.tag(up) != "VERB" || r.lex.speech.has(v.lemma(up), "say") || r.lex.standing.has(v.lemma(up), "accused-of", "aftermath") || v.passive(up) {
		return
	}
	for t := up + 1; t < anchor; t++ {
		if v.clauseVerb(v.up(t)) == up && (v.placeHead(t) || v.rel(t) == "obj" && v.standsFor(t) || v.cased(t) == "into" && v.is(t, dateline.Somewhere)) && !v.is(t, dateline.SomeTime) && !v.takenByOther(t, d) {
			d.infer(dateline.PlaceRole, v.placePhrase(t), "from the clause that it goes on from")
		}
	}
}

// endsOther reports whether place t stands behind another event that is joined to the draft's own, where each of the two has words
// of its own for what was hit: 'the bombing of a jet and assaults on the embassy in Kabul'. That of 'bombings and killings in
// Borno' is both's.
func (v *view) endsOther(t int, d *draft) bool {
	if v.tag(d.at) != "NOUN" || v.child(d.at, "nmod") < 0 {
		return false
	}
	joined := v.children(d.at, "conj")
	for _, c := range v.children(d.at, "nmod") { // where the tree joins them to what the first hit
		joined = append(joined, v.children(c, "conj")...)
	}
	for _, c := range joined {
		if c > d.at && c < t && v.tag(c) == "NOUN" && v.deed(c) && slices.ContainsFunc(v.children(c, "nmod"), func(k int) bool { return k > c && k < t && !placePreps[v.cased(k)] }) {
			return true
		}
	}
	return false
}

// sequel reports whether what verb anchor tells came after or before the event of noun t, so that its places are no place of that: 'a grenade was
// thrown at a station hours after the bombing'.
func (v *view) sequel(t, anchor int) bool {
	if v.tag(t) == "VERB" || v.cased(t) != "after" && v.cased(t) != "before" || v.head(t) != anchor {
		return false
	}
	c := v.child(t, "case")
	return v.deed(anchor) || c > 0 && (v.is(c, dateline.SomeTime) || v.rel(c-1) == "obl:unmarked")
}

// attitude reports whether place t is whom a feeling or a policy is towards, and not where something was done.
func (v *view) attitude(t int) bool {
	c := v.child(t, "case")
	return c > 0 && (v.lemma(c) == "towards" || v.lemma(c) == "toward") && v.tag(c-1) == "NOUN" && !v.deed(c-1) && !v.r.lex.nouns.has(v.lemma(c-1), "weapon", "region", "site")
}

// beyond reports whether place t is where something lies beyond which the clause tells of.
func (v *view) beyond(t int) bool {
	c := v.child(t, "case")
	if c < 1 || c > t {
		return false
	}
	if v.lemma(c) == "beyond" {
		return true
	}
	k := v.child(c-1, "case")
	return v.tag(c-1) == "NOUN" && k >= 0 && v.lemma(k) == "beyond"
}

// holds reports whether token t lies in the phrase of what was hurt.
func (d *draft) holds(t int) bool {
	for _, f := range d.fills {
		if f.slot.role == "hurt" && d.v.within(t, f.head) {
			return true
		}
	}
	return false
}

// where adds the place of head t. Of 'a bank in Athens' the bank is what was hit, Athens is where.
func (r *reader) where(v *view, d *draft, t int) {
	if v.tag(t) == "PROPN" || v.is(t, dateline.Somewhere) || r.lex.nouns.has(v.lemma(t), "region") || !r.lex.nouns.has(v.lemma(t), "site") {
		for _, sp := range v.placePhrases(t) {
			d.add(dateline.PlaceRole, v.wholePlace(sp))
		}
		for _, l := range v.listed(t) {
			d.add(dateline.PlaceRole, v.held[l].Span)
		}
		return
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.Somewhere && v.within(v.headOf(m.Span), t) {
			h := v.headOf(m.Span)
			if v.base(h) == "compound" || v.base(h) == "flat" {
				h = v.head(h)
			}
			if h == t {
				d.infer(dateline.PlaceRole, m.Span, "from the words for the site")
			} else {
				d.add(dateline.PlaceRole, v.placePhrase(h))
			}
		}
	}
	if d.violent() && !d.has(dateline.Target) {
		d.add(dateline.Target, v.phraseWithout(t, v.sets))
	}
}

// directions alone are no places: 'South and Central Asia'.
var directions = set("north south east west central northern southern eastern western")

// placeHead reports whether t heads a phrase of place: a name under a preposition of place.
func (v *view) placeHead(t int) bool {
	if b := v.base(t); b != "obl" && b != "nmod" && b != "conj" && b != "advcl" && b != "root" && b != "appos" {
		return false
	}
	if !placePreps[v.cased(t)] && !(v.cased(t) == "on" && v.r.lex.nouns.has(v.lemma(t), "way")) && !v.takenFrom(t) && !v.approached(t) {
		if v.base(t) != "conj" || v.head(t) < 0 || !placePreps[v.cased(v.head(t))] {
			return false
		}
	}
	if v.is(t, dateline.Somebody) {
		return false
	}
	return v.is(t, dateline.Somewhere) || v.tag(t) == "PROPN" || v.namesPlace(t)
}

// takenFrom reports whether t is where people were taken from: 'abducted from the village of Warabe'. What follows 'from' by
// name alone may be where they come from.
func (v *view) takenFrom(t int) bool {
	if v.cased(t) != "from" || !v.r.lex.nouns.has(v.lemma(t), "region") || v.lemma(t) == "country" {
		return false
	}
	switch v.r.lex.events[v.lemma(v.clauseVerb(t))+".v"] {
	case dateline.Abduction, dateline.HostageTaking:
		return true
	}
	return false
}

// namesPlace reports whether a common noun of place carries a name: 'the southern city of Kerman',
// 'Borno state', 'a hospital in Kabul'.
func (v *view) namesPlace(t int) bool {
	if !v.r.lex.nouns.has(v.lemma(t), "region", "site") {
		return false
	}
	if v.pointsHere(t) || v.capitalOf(t) || v.peoplesBorder(t) || v.stretch(t) > 0 {
		return true
	}
	sp := v.phrase(t)
	for _, m := range v.mentions {
		if m.Kind == dateline.Somewhere && (sp.Contains(m.Span) || m.Span.Start-sp.End == 1) {
			return true
		}
	}
	return v.r.lex.nouns.has(v.lemma(t), "region") && v.bearsName(t)
}

// pointsHere reports whether a noun of place is the one that the report comes from or is about: 'in this
// city', 'in the capital'.
func (v *view) pointsHere(t int) bool {
	d := v.child(t, "det")
	if a := v.child(t, "amod"); d >= 0 && a >= 0 && v.lemma(a) == "same" {
		return v.r.lex.nouns.has(v.lemma(t), "region") // 'in the same city'
	}
	if d < 0 || v.child(t, "nmod") >= 0 || v.child(t, "nmod:poss") >= 0 || v.child(t, "compound") >= 0 || v.child(t, "amod") >= 0 {
		return false
	}
	return v.lemma(d) == "this" && v.r.lex.nouns.has(v.lemma(t), "region") || v.lemma(d) == "the" && v.lemma(t) == "capital"
}

// capitalOf reads 'the Somali capital'.
func (v *view) capitalOf(t int) bool {
	c := v.child(t, "amod")
	return v.lemma(t) == "capital" && c >= 0 && v.tag(c) == "ADJ" && isUpper(v.tok(c).Form)
}

// bearsName reports whether a name that is nobody's belongs to common noun t: 'the village of Kafr
// Awid', 'Konduga district'. No list need know it.
func (v *view) bearsName(t int) bool {
	for _, c := range v.kids[t] {
		switch v.base(c) {
		case "compound", "flat", "appos":
		case "nmod":
			if v.cased(c) != "of" {
				continue
			}
		default:
			continue
		}
		if v.tag(c) == "PROPN" && !v.is(c, dateline.Somebody) && !v.is(c, dateline.SomeTime) {
			return true
		}
	}
	return false
}

// placePhrase is the phrase of t with the preposition where it says how near.
func (v *view) placePhrase(t int) dateline.Span {
	sp := v.alone(t)
	for _, m := range v.mentions { // 'the Kenyan capital Nairobi'
		if m.Kind == dateline.Somewhere && m.Span.Start-sp.End == 1 && v.r.text[sp.End] == ' ' {
			sp = sp.Cover(m.Span)
		}
	}
	sp.End = max(sp.End, v.stretch(t))
	sp = v.beforeSpeaker(v.withContainer(sp))
	if v.tag(t) != "PROPN" {
		return sp
	}
	switch v.cased(t) {
	case "near", "outside", "around", "off":
		for _, k := range v.kids[t] {
			if v.base(k) == "case" {
				return sp.Cover(v.tok(k).Span)
			}
		}
	}
	return sp
}

// placePhrases is the phrase of t, or, of 'the cities of Goma and Bukavu', its words up to the first name and then each other name.
func (v *view) placePhrases(t int) []dateline.Span {
	whole := v.placePhrase(t)
	if v.tag(t) != "NOUN" || v.lemma(t) == lowered(v.tok(t).Form) {
		return []dateline.Span{whole}
	}
	for _, c := range v.prep(t, "of") {
		if rest := v.listed(c); v.is(c, dateline.Somewhere) && len(rest) > 0 && whole.Contains(v.held[c].Span) {
			out := []dateline.Span{{Start: whole.Start, End: v.held[c].Span.End}}
			for _, l := range rest {
				out = append(out, v.held[l].Span)
			}
			return out
		}
	}
	return []dateline.Span{whole}
}

// beforeSpeaker cuts a place before a comma behind which it is told who says so: 'in Ariha, the White Helmets said', 'in Ariha, according to
// residents'.
func (v *view) beforeSpeaker(sp dateline.Span) dateline.Span {
	for t, k := range v.s.Tokens {
		if t > 0 && k.Form == "," && sp.Contains(k.Span) && t+1 < len(v.s.Tokens) && sp.Start < v.tok(t-1).Span.Start+1 {
			if next := v.tok(t + 1); next.Lemma == "accord" || next.Tag == "DET" {
				return dateline.Span{Start: sp.Start, End: v.tok(t - 1).Span.End}
			}
		}
	}
	return sp
}

// alone is the phrase of t without what is coordinated with it.
func (v *view) alone(t int) dateline.Span {
	return v.phraseWithout(t, func(c int) bool {
		return (v.base(c) == "conj" || v.base(c) == "cc" || v.tok(c).Form == ",") || v.is(c, dateline.SomeTime)
	})
}

// endsName reports whether words are the end of a longer name: 'councillor Nazir Lone'.
func (v *view) endsName(words dateline.Span, t int) bool {
	return t > 0 && v.base(t) == "flat" && v.tok(t).Span.Start == words.Start && v.tag(t-1) == "PROPN"
}

// placeIn adds a listed place inside the words of a target, or that is the target: 'the embassy in Kabul',
// 'Iranian city', 'attacked Kismayo'.
func (r *reader) placeIn(v *view, d *draft, sp dateline.Span) {
	if d.has(dateline.PlaceRole) {
		return
	}
	for _, m := range v.mentions {
		if m.Kind != dateline.Somewhere || !sp.Contains(m.Span) {
			continue
		}
		t := v.headOf(m.Span)
		if v.whose(t) || v.somebodys(t) || v.home(t) || v.endsName(m.Span, t) {
			continue
		}
		if b := v.base(t); b == "compound" || b == "nmod" || b == "flat" || b == "amod" || t == v.headOf(sp) {
			d.infer(dateline.PlaceRole, m.Span, "from the words for what was hit")
			return
		}
	}
}

// whose reports whether the place name t stands before a noun to say whose it is, not where: 'the U.S.
// embassies', 'British tourists'.
func (v *view) whose(t int) bool {
	h := v.head(t)
	if h < t || v.base(t) != "compound" && v.base(t) != "amod" {
		return false
	}
	l := v.lemma(h)
	return l == "embassy" || l == "consulate" || v.r.lex.nouns.has(l, "people", "aircraft")
}

// home reports whether place t is where somebody hurt comes from or lives, and nothing says that it took place there: 'a woman from
// Omaha', 'Ann Miller, 56, of Fremont'.
func (v *view) home(t int) bool {
	h := v.head(t)
	if h < 0 || h > t || v.base(t) != "nmod" {
		return false
	}
	switch v.cased(t) {
	case "from":
		return v.tag(h) == "PROPN" || v.r.lex.nouns.has(v.lemma(h), "people")
	case "of":
		c := v.child(t, "case")
		return c > 1 && v.tok(c-1).Form == "," && v.tag(c-2) == "NUM"
	}
	return false
}

// initials reports whether a name is written in capitals only: 'U.S.', 'NATO'.
func initials(name string) bool {
	for i := range len(name) {
		if c := name[i]; c != '.' && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// placeBefore adds a place name that stands before an event noun.
func (r *reader) placeBefore(v *view, d *draft) {
	if v.tag(d.at) == "VERB" || d.kind.Family() != dateline.Violence {
		return
	}
	for _, c := range v.modifiers(d.at) {
		if v.is(c, dateline.Somewhere) && v.held[c].State && v.tag(c) == "PROPN" && (d.kind == dateline.AirStrike || d.kind == dateline.Shelling) && !d.has(dateline.Perpetrator) && v.struckElsewhere(d) {
			d.add(dateline.Perpetrator, v.held[c].Span)
			continue // 'a Ukraine drone attack on Belgorod'
		}
		if v.is(c, dateline.Somewhere) && !(d.kind == dateline.AirStrike && initials(v.tok(c).Form)) && !d.overlaps(dateline.Perpetrator, v.tok(c).Span) {
			d.add(dateline.PlaceRole, v.held[c].Span)
		}
	}
	for _, c := range v.children(d.at, "nmod:poss") {
		if v.is(c, dateline.Somewhere) && !v.is(c, dateline.Somebody) {
			d.add(dateline.PlaceRole, v.phrase(c))
		}
	}
}

// struckElsewhere reports whether what stands behind the draft's noun is what was struck: 'an air strike on Rafah'.
func (v *view) struckElsewhere(d *draft) bool {
	return len(v.prep(d.at, "on"))+len(v.prep(d.at, "against")) > 0
}

// order sorts the parts by Role, then by place in the text.
func order(ps []dateline.Part) {
	slices.SortStableFunc(ps, func(a, b dateline.Part) int {
		return cmp.Or(cmp.Compare(rankOf[a.Role], rankOf[b.Role]), cmp.Compare(a.Span.Start, b.Span.Start))
	})
}

// rankOf is the place of each Role among all.
var rankOf = func() map[dateline.Role]int {
	ranks := map[dateline.Role]int{}
	for i, r := range dateline.Roles {
		ranks[r] = i
	}
	return ranks
}()
