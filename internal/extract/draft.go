package extract

import (
	"slices"
	"strings"

	"dateline"
)

// finish gives a draft its standing, its circumstances and its speakers.
func (r *reader) finish(v *view, d *draft) {
	d.quote = v.s.Span
	d.definite, d.plural = v.definite(d.at), v.plural(d.at)
	v.lethal(d)
	r.nearby(v, d)
	v.struckBy(d)
	if needsScene(d.kind) {
		r.circumstances(v, d)
		r.setScene(v, d)
		d.narrow()
	}
	if d.kind == dateline.Strength {
		d.ownTime()
	}
	if d.kind.Family() == dateline.HumanCost && v.cased(d.at) == "among" {
		d.someOf()
	}
	d.accusedOnly()
	d.reality = r.realityOf(v, d)
	d.past = d.past || r.older(v, d) || r.summed(v, d) || record(v.s, d.at) && !d.has(dateline.DateRole) && !d.has(dateline.PlaceRole)
	chain, stance := r.attribute(v, d.at)
	if len(chain) == 0 {
		chain, stance = r.deniedDoing(v, d.at)
	}
	if own, claimed := r.claimedToHave(v, d.at); own != nil {
		chain, stance = own, claimed
	}
	if d.definite && d.violent() && !d.tolled && v.recordedBy(d.at) < 0 && !(v.head(d.at) >= 0 && v.lightVerb(v.head(d.at))) {
		chain, stance = nil, "" // 'police say the attack shows': the attack is the report's own word, but not who did it
	}
	switch {
	case stance == dateline.Denied && v.presupposed(d.at):
		chain, stance = nil, ""
	case stance != dateline.Denied && d.kind.Family() != dateline.Responsibility && d.reality.Counts() && v.untrue(d.at):
		stance, chain = r.disowned(v, d, chain)
	}
	if stance == dateline.Denied && d.violent() && v.tag(d.at) != "VERB" && (d.definite || v.handIn(d.at)) {
		chain, stance = nil, "" // 'denied it was behind the bombing that killed five': it took place
	}
	if d.kind == dateline.Blame && stance == dateline.Suspected {
		d.kind, d.stance = dateline.Suspicion, stance // 'they suspect that X was behind it'
	}
	d.relayed()
	d.speaker = r.speakers(v, d, chain)
	if d.stance == "" || stance == dateline.Denied {
		d.stance = stronger(d.stance, stance)
	}
	r.hedge(v, d)
	r.underClaim(v, d, chain)
	d.stance = stronger(d.stance, v.accused(d.at))
	if f := d.kind.Family(); (f == dateline.Violence || f == dateline.HumanCost) && (v.tok(d.at).Fine == "VBG" || d.has(dateline.Perpetrator)) {
		d.stance = stronger(d.stance, v.heldFor(d.at))
	} else if f == dateline.Violence {
		d.stance = stronger(d.stance, v.bareCharge(d))
	}
	if d.kind.Family() == dateline.Responsibility && len(d.speaker) > 0 && !d.speaker[0].Span.IsZero() && v.s.Span.Contains(d.speaker[0].Span) && v.nobody(v.headOf(d.speaker[0].Span)) {
		d.reality, d.speaker = dateline.NotHappened, d.speaker[1:] // 'no group has said it was behind the attack': nobody says so
		if d.kind == dateline.Claim {
			d.stance = dateline.Asserted
		}
	}
	if s := v.laidOn(d.at); s >= 0 && d.violent() {
		if d.stance = stronger(d.stance, dateline.Blamed); len(d.speaker) == 0 {
			d.speaker = []dateline.Speaker{r.speakerAt(v, s)}
		}
	}
	if v.unproven(d.at) {
		d.stance = dateline.Doubted
	}
	if d.stance == "" {
		d.stance = dateline.Asserted
	}
	r.agent(v, d)
	if (d.violent() || d.kind == dateline.Blame) && d.has(dateline.Perpetrator) {
		d.stance = stronger(d.stance, v.supposed(d.at))
	}
	if f := d.kind.Family(); f == dateline.HumanCost && d.reality.Counts() {
		d.stance = stronger(d.stance, v.supposed(d.at))
	} else if (f == dateline.Violence || f == dateline.TheGroup) && v.tag(d.at) == "VERB" && d.reality.Counts() && v.supposed(d.at) == dateline.Suspected {
		d.stance = stronger(d.stance, dateline.Suspected) // 'unconfirmed reports that a bomb had exploded', 'that the rebels hold the town'
	}
	if f := d.kind.Family(); (f == dateline.Violence || f == dateline.HumanCost || f == dateline.TheGroup) && v.seems(d.at) {
		d.stance = stronger(d.stance, dateline.Suspected)
	}
	if d.violent() || d.kind == dateline.Plan {
		d.clear()
	}
	r.belonging(v, d)
	r.caught(v, d)
	r.mishap(v, d)
	r.allegiance(v, d)
	r.naming(v, d)
	for i := range d.parts {
		p := &d.parts[i]
		if n := v.selfNamed(p.Span); !n.IsZero() && p.Name.IsZero() && (p.Role == dateline.Perpetrator || p.Role == dateline.Group) {
			p.Name, p.Refers = n, n
		}
		if p.Refers.IsZero() {
			p.Refers = v.nameBeside(*p)
		}
		if p.Refers.IsZero() {
			p.Refers = r.withName(r.pointsTo(v, *p))
			if d.facing(*p) || r.officersWe(v, d, *p) {
				p.Refers = dateline.Span{}
			}
		}
	}
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
		return (p.Role == dateline.Target || p.Role == dateline.PlaceRole) && v.sharedNoun(p.Span)
	})
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
		return p.Role == dateline.Target && slices.ContainsFunc(d.parts, func(q dateline.Part) bool { return q.Role == dateline.Weapon && q.Span == p.Span })
	})
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
		return p.Role == dateline.Perpetrator && (r.undoing(v, p.Span) || r.undoing(v, p.Refers))
	})
	if !r.disavow(v, d) {
		r.avow(d)
	}
}

// sharedNoun reports whether the words are the one noun for several places whose names stand before it: 'states' of 'in Niger and Kaduna
// states'.
func (v *view) sharedNoun(words dateline.Span) bool {
	t := v.headOf(words)
	return t > 2 && v.tok(t).Span == words && !isUpper(v.tok(t).Form) && strings.HasSuffix(v.tok(t).Form, "s") && v.r.lex.nouns.has(strings.TrimSuffix(v.tok(t).Form, "s"), "region") && v.tag(t-1) == "PROPN" && (v.tag(t-2) == "CCONJ" || v.tag(t-3) == "CCONJ")
}

// facing reports whether what a part is taken to stand for is who stands on the other side of what is told: 'the group, a
// branch of X' is not X.
func (d *draft) facing(p dateline.Part) bool {
	return slices.ContainsFunc(d.parts, func(q dateline.Part) bool {
		return sides[p.Role] != "" && sides[p.Role] == q.Role && p.Refers.Overlaps(q.Span) || sides[q.Role] != "" && sides[q.Role] == p.Role && p.Refers.Overlaps(q.Span)
	})
}

// officersWe reports whether a part is the 'we' of somebody who speaks for a state or for those hurt, or lost soldiers, and whom no armed
// group told before stands for: '"We lost six soldiers in the ambush," an officer said'.
func (r *reader) officersWe(v *view, d *draft, p dateline.Part) bool {
	if v.lemma(v.headOf(p.Span)) != "we" || r.listedAs(p.Refers, true).IsZero() {
		return false
	}
	for _, q := range d.parts {
		if t := v.headOf(q.Span); q.Role == dateline.KilledRole && t >= 0 && r.lex.nouns.has(v.lemma(t), "state") {
			return true
		}
	}
	if len(d.speaker) == 0 || d.speaker[0].Span.Overlaps(p.Refers) || d.speaker[0].Refers.Overlaps(p.Refers) {
		return false
	}
	w, t := r.wordAt(d.speaker[0].Span)
	if w == nil || w.tag(t) == "PROPN" || w.tag(t) == "PRON" || !r.listed(d.speaker[0].Span).IsZero() {
		return false
	}
	return r.lex.nouns.has(w.lemma(t), "state", "people")
}

// sides are the roles that nobody has at once.
var sides = map[dateline.Role]dateline.Role{dateline.Group: dateline.Other, dateline.Perpetrator: dateline.Target}

// handIn reports whether the event at noun t is what somebody is said to have a hand in: 'denied any role in a bombing', 'denied being
// behind it'.
func (v *view) handIn(t int) bool {
	if v.cased(t) == "behind" {
		return true
	}
	for k := 0; k < 3 && t >= 0 && v.nominal(t); k++ {
		if v.r.lex.speech.has(v.lemma(t), "hand") {
			return true
		}
		t = v.head(t)
	}
	return false
}

// undoing reports whether words are of those who only tell of violence, of a place or of what is done: 'the Observatory', 'the
// city', 'heavy shelling'.
func (r *reader) undoing(v *view, words dateline.Span) bool {
	if words.IsZero() {
		return false
	}
	t := v.headOf(words)
	if t < 0 {
		v, t = r.wordAt(words)
	}
	return t >= 0 && !v.is(t, dateline.Somebody) && r.lex.nouns.has(v.lemma(t), "undoing")
}

// caught makes an arrest of the capture of one of those who did it: 'nine of the gunmen were killed. One was captured'.
func (r *reader) caught(v *view, d *draft) {
	p := d.part(dateline.Abducted)
	if p == nil || v.lemma(d.at) != "capture" || d.has(dateline.Perpetrator) || len(r.drafts) == 0 {
		return
	}
	above := r.drafts[len(r.drafts)-1]
	if t := v.headOf(p.Span); v.tag(t) != "NUM" && v.lemma(t) != "one" || v.i-above.v.i > 1 {
		return
	}
	for _, q := range above.parts {
		if t := above.v.headOf(q.Span); r.lex.nouns.has(above.v.lemma(t), "armed") || slices.ContainsFunc(above.v.prep(t, "of"), func(of int) bool { return r.lex.nouns.has(above.v.lemma(of), "armed") }) {
			d.kind, d.rule = dateline.Arrest, "caught"
			d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role == dateline.Victim })
			d.part(dateline.Abducted).Role = dateline.Arrested
			return
		}
	}
}

// mishap makes people hurt, by nobody's deed, of what is told as an accident: 'the boy was accidentally shot by his sister'.
// What soldiers, police and armed groups do stays theirs. A hunter who shoots somebody took him for something else.
func (r *reader) mishap(v *view, d *draft) {
	if !d.violent() || v.tag(d.at) != "VERB" || !v.misfired(d) && !slices.ContainsFunc(v.kids[d.at], func(c int) bool { return r.lex.standing.has(v.lemma(c), "mishap") }) {
		return
	}
	if p := d.part(dateline.Perpetrator); p != nil {
		if h := v.headOf(p.Span); v.inClass(h, "STATE") || v.inClass(h, "ARMED") || v.is(h, dateline.Somebody) {
			return
		}
	}
	p := d.part(dateline.Victim)
	if p == nil {
		return
	}
	d.kind = dateline.WoundedKind
	if d.has(dateline.KilledRole) || p.Effect == dateline.Death {
		d.kind = dateline.KilledKind
	}
	d.without(dateline.Perpetrator)
}

// downs reports whether a draft tells of what flies and was shot down: drones and missiles, or so many with no word for people.
func (v *view) downs(d *draft) bool {
	if v.lemma(d.at) != "shoot" || !slices.ContainsFunc(v.kids[d.at], func(c int) bool { return c > d.at && v.lemma(c) == "down" }) {
		return false
	}
	if p := d.part(dateline.Target); p != nil {
		return v.r.lex.nouns.has(v.lemma(v.headOf(p.Span)), "projectile")
	}
	p := d.part(dateline.Victim)
	if p == nil {
		return false
	}
	h := v.headOf(p.Span)
	return v.tag(h) == "NUM" || v.tag(h) == "PRON"
}

// unhurt takes out of those hurt the police who find them or tell of them: 'officers arrived to find a man suffering from a
// wound'. It reports whether nobody is left of whom d tells.
func (r *reader) unhurt(v *view, d *draft) bool {
	var finders []dateline.Span
	for _, p := range d.parts {
		if (p.Role == dateline.Victim || p.Role == dateline.Wounded) && r.onlyFinds(v, p, d.at) {
			finders = append(finders, p.Span)
		}
	}
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
		return (p.Role == dateline.Victim || p.Role == dateline.Wounded) && slices.Contains(finders, p.Span)
	})
	return len(finders) > 0 && d.kind == dateline.WoundedKind && !d.has(dateline.Victim)
}

// onlyFinds reports whether p, of a state, is the subject of a verb of finding or telling, not of at.
func (r *reader) onlyFinds(v *view, p dateline.Part, at int) bool {
	h := v.headOf(p.Span)
	if h < 0 || v.base(h) != "nsubj" || v.head(at) == h {
		return false
	}
	if who := v.headOf(p.Refers); !v.inClass(h, "STATE") && (p.Refers.IsZero() || who < 0 || !v.inClass(who, "STATE")) {
		return false
	}
	up := v.head(h)
	return slices.ContainsFunc(append([]int{up}, v.kids[up]...), func(k int) bool {
		return k >= up && k != at && r.lex.standing.has(v.lemma(k), "finds")
	})
}

// narrow takes 'this month' off an event whose day is told: 'exploded on Monday, the third in the city this month'.
func (d *draft) narrow() {
	text := d.v.r.text
	day := slices.ContainsFunc(d.parts, func(p dateline.Part) bool {
		return p.Role == dateline.DateRole && p.Inferred == "" && calendar(p.Span.In(text)) && !wide(p.Span.In(text))
	})
	if day {
		d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
			return p.Role == dateline.DateRole && strings.HasPrefix(strings.ToLower(p.Span.In(text)), "this ") && !calendar(p.Span.In(text))
		})
	}
}

// disavow makes a denial of what somebody says that he did not do, and reports whether it is one: 'the group said it did not place the
// bomb', 'said that none of its fighters had carried out the attack'. That the thing took place is in how it is told.
func (r *reader) disavow(v *view, d *draft) bool {
	p, verb := d.part(dateline.Perpetrator), v.anchorToken(d)
	if p == nil || !d.violent() || len(d.speaker) == 0 || verb < 0 || v.tag(verb) != "VERB" || d.stance == dateline.Denied {
		return false
	}
	s := v.child(verb, "nsubj")
	if !v.negates(verb) && (s < 0 || !v.nobody(s)) {
		return false
	}
	own := false
	if sp := d.speaker[0]; !p.Refers.IsZero() {
		own = sp.Span.Overlaps(p.Refers) || !sp.Refers.IsZero() && sp.Refers.Overlaps(p.Refers)
	} else {
		own = v.speaksOfItself(p.Span)
	}
	known := slices.ContainsFunc(d.parts, func(q dateline.Part) bool {
		return (q.Role == dateline.Target || q.Role == dateline.Victim || q.Role == dateline.Weapon) && (v.definite(v.headOf(q.Span)) || v.tag(v.headOf(q.Span)) == "PROPN")
	})
	switch {
	case d.at != verb && d.reality.Counts():
	case d.at == verb && own && known && d.reality == dateline.NotHappened:
		d.reality = dateline.Happened
	default:
		return false
	}
	d.stance = dateline.Denied
	return true
}

// speaksOfItself reports whether words for who did something are a speaker's for itself: 'it', 'its fighters', 'none of our men'.
func (v *view) speaksOfItself(words dateline.Span) bool {
	for _, w := range strings.Fields(strings.ToLower(words.In(v.r.text))) {
		switch w {
		case "it", "they", "we", "he", "she", "its", "their", "our":
			return true
		}
	}
	return false
}

// avow makes a claim of what somebody says to have done himself: 'the group said it was behind the attack', 'said its fighters had
// killed nine', 'Islamic State fighters carried out the attack, Amaq said'.
func (r *reader) avow(d *draft) {
	p := d.part(dateline.Perpetrator)
	if p == nil || len(d.speaker) == 0 || !d.reality.Counts() || d.kind != dateline.Blame && !(d.violent() && d.stance == dateline.Asserted) {
		return
	}
	s := d.speaker[0]
	meant := !p.Refers.IsZero() && (s.Span.Overlaps(p.Refers) || !s.Refers.IsZero() && s.Refers.Overlaps(p.Refers))
	if side := r.sideOf(p.Span, p.Refers); !meant && (side == "" || r.sideOf(s.Span) != side || r.outsider(s.Span)) {
		return
	}
	d.stance = dateline.Claimed
	if d.kind == dateline.Blame {
		d.kind, p.Role = dateline.Claim, dateline.Group
	}
}

// sideOf returns the side that the first of the words to name one names, "" for none.
func (r *reader) sideOf(words ...dateline.Span) string {
	for _, s := range words {
		for _, m := range r.in.Mentions {
			if m.Side != "" && s.Contains(m.Span) {
				return m.Side
			}
		}
	}
	return ""
}

// outsider reports whether the words are those of people who are not known to speak for the group that they name: 'a Taliban captive'.
func (r *reader) outsider(words dateline.Span) bool {
	w, t := r.wordAt(words)
	return w == nil || w.tag(t) == "NOUN" && r.lex.nouns.has(w.lemma(t), "people") && !r.lex.nouns.has(w.lemma(t), "armed") && !r.lex.speech.has(w.lemma(t), "mouthpiece")
}

// someOf makes the people of 'at least 45 children were among the dead' some of the dead: no toll of the event.
func (d *draft) someOf() {
	for _, toll := range d.parts {
		for i := range d.parts {
			if p := &d.parts[i]; toll.Role.IsToll() && p.Role == dateline.Victim && toll.Span.Contains(p.Span) {
				p.Span = toll.Span
			}
		}
	}
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role.IsToll() })
}

// relayed gives a claim that a newsman passes on to the one armed group that is named before it, and to nobody if there is none:
// 'a reporter told of a call from a member of X claiming responsibility'.
func (d *draft) relayed() {
	p := d.part(dateline.Group)
	if d.kind != dateline.Claim || p == nil || !d.v.r.lex.speech.has(d.v.lemma(d.v.headOf(p.Span)), "relay") {
		return
	}
	var armed []dateline.Mention
	for _, m := range d.v.mentions {
		if m.Kind == dateline.Somebody && m.Armed && m.Span.End <= d.trigger.Start {
			armed = append(armed, m)
		}
	}
	if len(armed) == 1 {
		p.Span = armed[0].Span
		return
	}
	d.parts = slices.DeleteFunc(d.parts, func(q dateline.Part) bool { return q.Role == dateline.Group })
}

// needsScene reports whether statements of the kind take place and date.
func needsScene(k dateline.Kind) bool {
	switch k.Family() {
	case dateline.Violence, dateline.HumanCost, dateline.CounterMeasures, dateline.TheGroup, dateline.Interaction:
		return true
	}
	return k == dateline.Threat || k == dateline.Warning || k == dateline.Claim
}

// realityOf is the reality of what the draft tells. A threat, a plan and a foiled plot are told as
// such, unless the words deny that they were made.
func (r *reader) realityOf(v *view, d *draft) dateline.Reality {
	real := v.standing(d.at)
	if d.reality != "" {
		real = d.reality
	}
	if d.slots["avowed"] == 1 {
		return dateline.Happened // the 'not' is what is said
	}
	if real.Counts() && d.violent() && r.hoaxed(v, d.at) {
		return dateline.NotHappened
	}
	if real.Counts() && d.violent() && v.moot(d.at) {
		return dateline.Hypothetical
	}
	if real.Counts() && (v.lemma(d.at) == "attempt" || d.rule != "" && v.lemma(d.slots["obj"]) == "attempt") && d.violent() {
		return dateline.Attempted
	}
	if of := v.tollOf(d); real.Counts() && of >= 0 && !v.standing(of).Counts() {
		return v.standing(of)
	}
	if real == dateline.NotHappened || real == dateline.Hypothetical && d.kind.Family() != dateline.Intent {
		return real
	}
	switch d.kind {
	case dateline.Rivalry:
		if real != dateline.Hypothetical {
			return dateline.Ongoing // who aims to defeat another is his enemy now
		}
	case dateline.Threat, dateline.CallToAction:
		return dateline.Threatened
	case dateline.Plan:
		if real == dateline.Foiled {
			return real
		}
		return dateline.Planned
	case dateline.PlotFoiled:
		return dateline.Foiled
	case dateline.Warning:
		return dateline.Happened
	}
	return real
}

// tollOf returns the deed whose relative clause tells the toll d ('a simulated strike on the port in
// which 40 people died'), or -1.
func (v *view) tollOf(d *draft) int {
	if d.kind.Family() != dateline.HumanCost || v.rel(d.at) != "acl:relcl" {
		return -1
	}
	for t, k := v.head(d.at), 0; t >= 0 && k < 4 && v.nominal(t); t, k = v.head(t), k+1 {
		if v.deed(t) {
			return t
		}
	}
	return -1
}

// speakers returns the chain for the draft: for a claim or an accusation its maker comes first.
func (r *reader) speakers(v *view, d *draft, chain []dateline.Speaker) []dateline.Speaker {
	var own *dateline.Speaker
	if h, ok := d.slots["speaker"]; ok {
		s := r.speakerAt(v, h)
		own = &s
	} else if p := d.part(dateline.Group); p != nil && (d.kind == dateline.Claim || d.kind == dateline.Denial || d.kind == dateline.Retraction) {
		if d.slots["avowed"] == 1 && len(chain) > 0 {
			return chain // 'the group said it had no part in it'
		}
		own = &dateline.Speaker{Span: p.Span, Refers: p.Refers}
	} else if d.kind == dateline.Blame || d.kind == dateline.Suspicion {
		if len(chain) == 0 || v.passive(d.at) && v.agent(d.at) < 0 {
			own = &dateline.Speaker{Class: dateline.Unnamed}
		}
	}
	if own == nil || contains(chain, *own) {
		return chain
	}
	return append([]dateline.Speaker{*own}, chain...)
}

// accused is the stance of what somebody is accused or suspected of.
func (v *view) accused(t int) dateline.Stance {
	at := t
	for k := 0; k < 6 && v.head(t) >= 0; k++ {
		if v.rel(t) == "acl:relcl" || v.base(t) == "nsubj" || v.base(t) == "parataxis" || v.base(t) == "advcl" && v.finite(t) {
			return ""
		}
		t = v.head(t)
		if v.tag(t) != "VERB" {
			continue
		}
		switch v.lemma(t) {
		case "accuse", "charge", "indict":
			return dateline.Blamed
		case "confess":
			return dateline.Claimed
		case "suspect":
			if v.suspectedOf(t, at) {
				return ""
			}
			return dateline.Suspected
		}
	}
	return ""
}

// clear takes off a deed whom a court acquits of it: 'acquitted him of planting the bomb'.
func (d *draft) clear() {
	v, t := d.v, d.at
	for k := 0; k < 4 && v.head(t) >= 0 && v.rel(t) != "acl:relcl" && !v.finite(t); k++ {
		if t = v.head(t); v.tag(t) == "VERB" && v.r.lex.standing.has(v.lemma(t), "acquits") {
			d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role == dateline.Perpetrator || p.Role == dateline.Group })
			return
		}
	}
}

// laidOn returns who lays a deed on what the relative clause of verb t tells of: 'Israel attributed the blast to a rocket that the group
// had fired'; -1 if nobody does.
func (v *view) laidOn(t int) int {
	n := v.head(t)
	if v.rel(t) != "acl:relcl" || n < 0 || v.base(n) != "obl" || v.cased(n) != "to" && v.cased(n) != "on" || v.head(n) < 0 {
		return -1
	}
	if h := v.head(n); v.lemma(h) == "attribute" || v.r.lex.speech.has(v.lemma(h), "lay") {
		return v.subject(h)
	}
	return -1
}

// unproven reports whether t stands in what there is no evidence of: 'found no evidence that the rebels had carried out
// the bombing'.
func (v *view) unproven(t int) bool {
	for k := 0; k < 5 && v.head(t) >= 0 && v.rel(t) != "acl:relcl"; k++ {
		h := v.head(t)
		if clause := v.base(t) == "acl" || v.base(t) == "ccomp" || v.base(t) == "nmod"; clause && v.tag(h) == "NOUN" && v.r.lex.standing.has(v.lemma(h), "proof") {
			no := v.child(h, "det")
			up := v.head(h)
			return no >= 0 && v.lemma(no) == "no" || up >= 0 && (v.lemma(up) == "lack" || slices.ContainsFunc(v.kids[up], func(c int) bool { return v.lemma(c) == "not" || v.lemma(c) == "n't" }))
		}
		t = h
	}
	return false
}

// unvouched is the stance of what the clause below t tells where nobody vouches for it: 'doubted that the rebels had killed them', 'the
// rumour that', 'it is likely that', 'do not believe that'; "" where t says nothing of the kind.
func (v *view) unvouched(t int) dateline.Stance {
	l, st := v.lemma(t), v.r.lex.standing
	denied := slices.ContainsFunc(v.kids[t], v.negation)
	if h := v.head(t); h >= 0 && st.has(v.lemma(h), "unbelieved") {
		denied = true // 'hard to believe that'
	}
	switch tag := v.tag(t); {
	case v.takenBack(t), tag == "NOUN" && l == "doubt" && !v.nobody(t), tag == "ADJ" && st.has(l, "unbelieved") && !denied,
		tag == "VERB" && (v.r.lex.speech.has(l, "doubt") && !denied || v.r.lex.speech.has(l, "opine") && denied):
		return dateline.Doubted
	case tag == "VERB" && v.subject(t) >= 0 && st.has(v.lemma(v.subject(t)), "hearsay"), tag == "NOUN" && (st.has(l, "hearsay") || l == "report" && v.tok(t).Fine == "NNS" && v.child(t, "nmod:poss") < 0 && v.child(t, "compound") < 0), tag == "ADJ" && st.has(l, "suspected") && !denied:
		return dateline.Suspected
	}
	return ""
}

// takenBack reports whether what noun or verb t says is said to have been wrong by how it is told: 'it was wrongly reported that the army
// killed them', 'an earlier version said that', 'apologised for a report that', 'our story on Tuesday that they did was wrong'.
func (v *view) takenBack(t int) bool {
	st := v.r.lex.standing
	if v.tag(t) == "VERB" {
		s := v.subject(t)
		return v.r.lex.speech.has(v.lemma(t), "say") && (s >= 0 && v.lemma(s) == "version" ||
			slices.ContainsFunc(v.kids[t], func(c int) bool { return v.base(c) == "advmod" && st.has(v.lemma(c), "wrongly") }))
	}
	h := v.head(t)
	if h < 0 || !st.has(v.lemma(t), "told") || slices.ContainsFunc(v.kids[h], v.negation) {
		return false
	}
	return v.base(t) == "nsubj" && st.has(v.lemma(h), "untrue") || v.base(t) == "obl" && v.cased(t) == "for" && st.has(v.lemma(h), "apologises")
}

// supposed is the stance of what is told as what may have been, or is only asked or assumed: 'could have been killed by', 'no word
// on whether the rebels carried out the attack', 'it would be rash to say that the army killed them'.
func (v *view) supposed(t int) dateline.Stance {
	if v.tag(t) != "VERB" {
		if t = v.head(t); t < 0 || !v.lightVerb(t) {
			return ""
		}
	}
	for k := 0; k < 5 && t >= 0; k++ {
		for _, c := range v.kids[t] {
			switch l := v.lemma(c); {
			case v.base(c) == "mark" && (l == "if" || l == "whether"):
				return dateline.Doubted
			case v.base(c) == "aux" && perhaps[l] && v.perfect(t):
				return dateline.Suspected
			}
		}
		h := v.head(t)
		if below := v.base(t); h >= 0 && (below == "ccomp" || below == "acl" || below == "csubj") {
			if s := v.unvouched(h); s != "" {
				return s
			}
		}
		if h >= 0 && v.tag(t) == "VERB" && v.toInfinitive(t) && v.r.lex.speech.has(v.lemma(t), "say") && v.would(h) {
			return dateline.Doubted
		}
		if b := v.base(t); b != "ccomp" && b != "xcomp" && b != "csubj" && v.rel(t) != "acl" {
			return ""
		}
		t = h
	}
	return ""
}

// deniedDoing is who denies doing what verb t tells, with the stance: 'Uganda denies supporting the rebels'; nil and "" for nobody.
func (r *reader) deniedDoing(v *view, t int) ([]dateline.Speaker, dateline.Stance) {
	h := v.head(t)
	if h < 0 || v.base(t) != "xcomp" || v.tok(t).Fine != "VBG" || r.cueStance(v, h) != dateline.Denied {
		return nil, ""
	}
	s := v.subject(h)
	if s < 0 {
		return nil, ""
	}
	return []dateline.Speaker{r.speakerAt(v, s)}, dateline.Denied
}

// claimedToHave is whose claim it is to have done what verb t tells, with the stance: 'the militants' claim to have killed 20'; nil and "" for nobody's.
func (r *reader) claimedToHave(v *view, t int) ([]dateline.Speaker, dateline.Stance) {
	h := v.head(t)
	if h < 0 || v.rel(t) != "acl" || v.tag(h) != "NOUN" || !v.toInfinitive(t) || !v.perfect(t) || !r.lex.speech.has(v.lemma(h), "claim") {
		return nil, ""
	}
	s := v.holder(h)
	if s < 0 {
		return nil, ""
	}
	stance := dateline.Claimed
	if up := v.head(h); up >= 0 && v.base(h) == "obj" {
		stance = stronger(stance, v.unvouched(up))
	}
	return []dateline.Speaker{r.speakerAt(v, s)}, stance
}

// perhaps are auxiliaries of what is not known: 'may have killed'. What 'would have' been was not.
var perhaps = set("may might could")

// would reports whether what verb or adjective t tells is only thought of: 'would be rash'.
func (v *view) would(t int) bool {
	return slices.ContainsFunc(v.kids[t], func(c int) bool { return v.base(c) == "aux" && v.lemma(c) == "would" })
}

// underClaim lets an event that a claim or an accusation tells of take its stance, its speaker and
// the one it holds responsible.
func (r *reader) underClaim(v *view, d *draft, chain []dateline.Speaker) {
	c := d.answers
	if c == nil || v.standing(c.at) == dateline.NotHappened || v.wonders(d.at) {
		return
	}
	d.stance = stronger(d.stance, c.stance)
	if c.kind == dateline.Denial && v.tag(d.at) != "VERB" && v.handIn(d.at) {
		return
	}
	if c.kind == dateline.Denial {
		d.stance = dateline.Denied
	}
	d.speaker = r.speakers(v, c, chain)
	for _, role := range []dateline.Role{dateline.Perpetrator, dateline.Group} {
		if p := c.part(role); p != nil && !d.has(dateline.Perpetrator) {
			d.infer(dateline.Perpetrator, p.Span, "from the "+string(c.kind))
		}
	}
}

// hedge reads doubt from the words for the deed itself, 'the alleged attack', from the perpetrator's and those beside them: 'suspected rebels',
// 'presumably by rebels'.
func (r *reader) hedge(v *view, d *draft) {
	deed := d.at
	if s, ok := d.slots["subj"]; ok && v.deed(s) {
		deed = s // 'a presumed drone strike hit the depot'
	}
	if f := d.kind.Family(); (f == dateline.Violence || f == dateline.HumanCost) && v.tag(deed) == "NOUN" && v.onlyCalled(deed) {
		d.stance = stronger(d.stance, dateline.Suspected)
		return
	}
	if v.reportedly(d.at) {
		d.stance = stronger(d.stance, dateline.Suspected)
		return
	}
	p := d.part(dateline.Perpetrator)
	if p == nil || d.kind.Family() != dateline.Violence {
		return
	}
	h := v.headOf(p.Span)
	for t := range v.s.Tokens {
		own := p.Span.Overlaps(v.tok(t).Span) && (v.tag(t) == "ADJ" || v.base(t) == "amod")
		beside := v.tag(t) == "ADV" && (v.head(t) == h || v.head(t) == d.at || v.head(t) == v.head(d.at) && v.head(t) >= 0 && v.lightVerb(v.head(t)))
		if (own || beside) && r.lex.standing.has(v.lemma(t), "suspected") {
			d.stance = stronger(d.stance, dateline.Suspected)
			return
		}
	}
}

// reportedly reports whether an adverb hedges the verb that t is, or by which the noun t did harm: 'was reportedly killed in a raid'.
func (v *view) reportedly(t int) bool {
	if h := v.head(t); v.tag(t) == "NOUN" && h >= 0 && v.base(t) == "obl" && v.tag(h) == "VERB" && v.r.lex.standing.has(v.lemma(h), "harm") {
		t = h
	}
	return v.tag(t) == "VERB" && slices.ContainsFunc(v.kids[t], func(c int) bool {
		return v.base(c) == "advmod" && v.tag(c) == "ADV" && v.r.lex.standing.has(v.lemma(c), "suspected")
	})
}

// onlyCalled reports whether an adjective before noun t says that it may not be what it is called: 'a purported massacre', 'an apparent bombing'.
func (v *view) onlyCalled(t int) bool {
	return slices.ContainsFunc(v.kids[t], func(c int) bool {
		return c < t && (v.base(c) == "amod" || v.base(c) == "compound") && v.tag(c) != "NOUN" && v.r.lex.standing.has(lowered(v.tok(c).Form), "suspected")
	})
}

// accusedOnly makes a blame of armed men's being accused by nobody who charges: 'the rebels have been accused of recruiting children'.
func (d *draft) accusedOnly() {
	p := d.part(dateline.Arrested)
	if d.kind != dateline.Charge || d.v.lemma(d.at) != "accuse" || p == nil || d.has(dateline.Authority) || !d.v.inClass(d.v.headOf(p.Span), "ARMED") {
		return
	}
	d.kind, d.stance, d.rule, p.Role = dateline.Blame, dateline.Blamed, string(dateline.Blame), dateline.Perpetrator
}

// seems reports whether what token t tells is only what something looks like or is said to be: 'rebels appear to have attacked', 'in what
// appeared to be an attack', 'a video which purports to show them killing', 'are said to have killed'.
func (v *view) seems(t int) bool {
	if k := v.child(t, "cop"); k > 1 && v.lemma(k) == "be" && v.lemma(k-1) == "to" && v.r.lex.standing.has(v.lemma(k-2), "seems") {
		return true
	}
	for k := 0; k < 4 && v.head(t) >= 0; k++ {
		h := v.head(t)
		switch b := v.base(t); {
		case b != "xcomp" && b != "ccomp" && b != "obj" && (b != "acl" || v.rel(t) == "acl:relcl"):
			return false
		case v.r.lex.standing.has(v.lemma(h), "seems") && v.tag(h) == "VERB" && b == "xcomp", v.saidTo(h, t):
			return true
		}
		t = h
	}
	return false
}

// saidTo reports whether verb h tells of its subject what others say, by infinitive t: 'the rebels are said to have shelled'.
func (v *view) saidTo(h, t int) bool {
	return v.tag(h) == "VERB" && v.passive(h) && v.base(t) == "xcomp" && v.toInfinitive(t) && v.r.lex.speech.has(v.lemma(h), "say") && !v.r.lex.speech.has(v.lemma(h), "source")
}

// struckBy gives a strike that is told by the verb above its noun what the noun says was hit: 'strikes on the port killed nine'.
func (v *view) struckBy(d *draft) {
	s, ok := d.slots["subj"]
	if !ok || d.kind != dateline.AirStrike || v.tag(d.at) != "VERB" || !v.deed(s) || d.has(dateline.Target) {
		return
	}
	for _, on := range append(v.prep(s, "on"), v.prep(s, "against")...) {
		if !v.is(on, dateline.SomeTime) {
			d.hurt(on)
		}
	}
}

// agent gives an event noun its doer from the light verb above it: 'rebels launched an attack'.
func (r *reader) agent(v *view, d *draft) {
	d.otherSide()
	if s, ok := d.slots["subj"]; ok && d.kind == dateline.AirStrike && !d.has(dateline.Perpetrator) && v.tag(d.at) == "VERB" && v.deed(s) {
		r.doer(v, d, s) // 'an Israeli strike killed two'
		return
	}
	if d.kind.Family() != dateline.Violence || d.has(dateline.Perpetrator) {
		return
	}
	if a, verb := d.wielder(); a >= 0 {
		if !v.negates(verb) {
			_, stance := r.attribute(v, verb)
			for _, s := range []dateline.Stance{stance, v.accused(verb), v.heldFor(verb)} {
				d.stance = stronger(d.stance, s) // 'accused of planting a bomb that killed six', 'denied planting it'
			}
			d.put(dateline.Perpetrator, a)
		}
		return
	}
	if v.tag(d.at) == "VERB" {
		return
	}
	h := v.head(d.at)
	if h < 0 || !v.lightVerb(h) {
		if h < 0 || v.tag(h) == "VERB" || v.head(h) < 0 || !v.lightVerb(v.head(h)) || v.base(d.at) != "conj" {
			r.doer(v, d, d.at)
			return
		}
		h = v.head(h)
	}
	if v.base(d.at) == "obj" || v.base(d.at) == "conj" || v.rel(d.at) == "nsubj:pass" {
		switch s := v.subject(h); {
		case s < 0:
		case v.r.lex.acts.has(v.lemma(h), "undergoes"):
			if !d.has(dateline.Victim) && !d.has(dateline.Target) && !v.is(s, dateline.Somewhere) {
				d.hurt(s) // 'the rebels suffered an attack'
			}
		case v.inClass(s, "AGENT"):
			d.put(dateline.Perpetrator, s)
		}
	}
}

// wielder is who set off, planted or fired what did it, where the words for that say so: 'killed by a bomb planted by rebels', 'he set off
// the device that killed two', 'a blast set off by rebels', and the verb that says it; -1 if they do not.
func (d *draft) wielder() (who, verb int) {
	v := d.v
	what := []int{}
	if v.tag(d.at) != "VERB" && v.r.lex.acts.has(v.lemma(d.at), "burst") {
		what = append(what, d.at)
	}
	for _, f := range d.fills {
		if f.slot.role == string(dateline.Weapon) {
			what = append(what, f.head)
		}
	}
	for _, w := range what {
		for _, c := range v.children(w, "acl") {
			if v.rel(c) == "acl" && v.wields(c) && v.passive(c) {
				if a := v.agent(c); a >= 0 && (v.inClass(a, "AGENT") || v.inClass(a, "PEOPLE")) {
					return a, c
				}
			}
		}
		if h := v.head(w); h >= 0 && h != d.at && (v.base(w) == "obj" || v.base(w) == "obl" && v.cased(w) == "") && v.wields(h) {
			if a := v.subject(h); a >= 0 && (v.inClass(a, "AGENT") || v.inClass(a, "PEOPLE")) {
				return a, h
			}
		}
	}
	return -1, -1
}

// wields reports whether verb t tells what is done with a weapon that does harm by it.
func (v *view) wields(t int) bool {
	l := v.lemma(t)
	return v.tag(t) == "VERB" && v.r.lex.acts.has(l, "wields") && (l != "set" || len(v.wordNear(t, "off")) > 0)
}

// otherSide gives a clash that is told with one side only the subject of the clause that it stands in: 'rebels entered the town after
// clashes with the army'. Who came to harm in it, or fled it, need be no side.
func (d *draft) otherSide() {
	v := d.v
	h := v.head(d.at)
	if d.kind != dateline.Clash || v.tag(d.at) != "NOUN" || h < 0 || v.tag(h) != "VERB" || len(v.prep(d.at, "with")) == 0 || !v.r.lex.standing.has(v.cased(d.at), "sequel") && v.cased(d.at) != "in" {
		return
	}
	switch v.r.lex.events[v.lemma(h)+".v"].Family() {
	case dateline.Violence, dateline.HumanCost:
		return
	}
	if s := v.subject(h); s >= 0 && !v.passive(h) && (v.inClass(s, "ARMED") || v.inClass(s, "STATE") || v.is(s, dateline.Somebody)) && !d.overlaps(dateline.Perpetrator, v.tok(s).Span) {
		d.put(dateline.Perpetrator, s)
	}
}

// doer gives the event of noun t the name before it ('the Boko Haram attack') or the participle after it
// ('an attack carried out by rebels').
func (r *reader) doer(v *view, d *draft, t int) {
	for _, c := range v.modifiers(t) {
		if v.is(c, dateline.Somebody) {
			d.add(dateline.Perpetrator, v.held[c].Span)
			return
		}
	}
	for _, c := range v.modifiers(t) {
		if v.namesDoer(c, d.kind) {
			by := v.whole(c)
			d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role == dateline.PlaceRole && p.Span == by }) // it acts, and nothing was struck there
			d.add(dateline.Perpetrator, by)
			return
		}
	}
	for _, c := range v.children(t, "acl") {
		if v.lightVerb(c) && v.passive(c) {
			if a := v.agent(c); a >= 0 {
				d.put(dateline.Perpetrator, a)
				return
			}
		}
	}
	if a := v.doneBy(t); a >= 0 {
		d.put(dateline.Perpetrator, a)
	}
}

// whole is the name of a place that token c is part of, of a state that acts: 'a United States air strike'; else its own word.
func (v *view) whole(c int) dateline.Span {
	if m := v.held[c]; m != nil && m.Kind == dateline.Somewhere {
		return m.Span
	}
	return v.tok(c).Span
}

// doneBy returns who did what noun t tells, by a participle that the tree hung elsewhere: 'the killing of three
// activists carried out by rebels', 'the murder of the judge, committed on Monday by rebels'; -1 if nobody.
func (v *view) doneBy(t int) int {
	for k := t + 1; k < len(v.s.Tokens); k++ {
		switch v.tag(k) {
		case "AUX", "PRON", "SCONJ", "CCONJ":
			return -1
		case "VERB":
			if f := v.tok(k).Fine; !v.lightVerb(k) || f != "VBN" && f != "VBD" || v.child(k, "nsubj", "obj") >= 0 {
				return -1
			}
			for _, b := range v.prep(k, "by") {
				if v.inClass(b, "AGENT") {
					return b
				}
			}
			return -1
		}
	}
	return -1
}

// namesDoer reports whether a word before an event noun says who did it: 'a rebel attack'; of what armies
// do also whose army: 'Turkish shelling', 'coalition air strikes'.
func (v *view) namesDoer(c int, k dateline.Kind) bool {
	n, l := v.r.lex.nouns, v.lemma(c)
	if n.has(l, "armed") {
		return l != "suicide" && l != "terrorist" && l != "suspect"
	}
	if k != dateline.AirStrike && k != dateline.Shelling {
		return false
	}
	return v.nominal(c) && n.has(l, "state") && !n.has(l, "aircraft", "people") || v.inClass(c, "NORP") && v.tag(c) == "ADJ" ||
		v.tag(c) == "PROPN" && initials(v.tok(c).Form) && !n.has(l, "weapon", "aircraft")
}

// setScene lends an event without time or place those of the clause that it is set in: 'stand guard
// outside a hospital in Kabul after an attack', 'said on Monday that'.
func (r *reader) setScene(v *view, d *draft) {
	if d.has(dateline.DateRole) && d.has(dateline.PlaceRole) {
		return
	}
	r.lendSame(v, d)
	v.seat(d)
	if h := v.head(d.at); h >= 0 && v.cased(d.at) == "after" && v.judges(v.clauseVerb(h)) {
		d.past = d.past || r.olderClause(v, v.clauseVerb(h))
		return
	} else if h >= 0 && v.cased(d.at) == "after" {
		r.lend(v, d, v.clauseVerb(h), !r.only(v, d, v.clauseVerb(h)), "from the clause that the event is set in")
		return
	}
	if h := v.head(d.at); h >= 0 && d.violent() && v.cased(d.at) != "" && v.tag(d.at) == "VERB" && v.accuses(h) {
		r.lendMonth(v, d, h)
	}
	if d.kind.Family() == dateline.CounterMeasures || d.kind == dateline.Threat {
		if up := v.above(d.at); up >= 0 && r.lex.speech.has(v.lemma(up), "say") && !v.earlier(d.at) {
			r.lendDate(v, d, up, "from the day on which it was said")
		}
	}
}

// seat gives what a court does the place that the court is told by: 'a Hangzhou court has found'.
func (v *view) seat(d *draft) {
	if d.kind != dateline.Verdict && d.kind != dateline.Trial || d.has(dateline.PlaceRole) {
		return
	}
	for _, p := range d.parts {
		if p.Role != dateline.Authority {
			continue
		}
		if h := v.headOf(p.Span); v.lemma(h) == "court" || v.lemma(h) == "tribunal" {
			for _, c := range v.children(h, "compound") {
				if v.is(c, dateline.Somewhere) {
					d.add(dateline.PlaceRole, v.held[c].Span)
					return
				}
			}
		}
	}
}

// judges reports whether verb t tells what a court or a government decides, long after an event and elsewhere: 'banned the
// group in January after an attack'.
func (v *view) judges(t int) bool {
	for _, p := range v.r.lex.byTrigger[v.lemma(t)+".v"] {
		switch p.Kind {
		case dateline.Designation, dateline.Sanction, dateline.Verdict:
			return true
		}
	}
	return false
}

// olderClause reports whether a time of the clause of verb t lies well before the report.
func (r *reader) olderClause(v *view, t int) bool {
	return slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool {
		return ownTime(m) && v.clauseVerb(v.up(v.headOf(m.Span))) == t && r.olderWords(m.Span.In(r.text))
	})
}

// soleTime gives the events of a sentence that have no date the one time that it names, unless that
// is when something was said or another statement has it.
func (r *reader) soleTime(v *view, ds []*draft) {
	var sole *dateline.Mention
	for k := range v.mentions {
		if ownTime(v.mentions[k]) {
			if sole != nil {
				return
			}
			sole = &v.mentions[k]
		}
	}
	if sole == nil || !calendar(sole.Span.In(r.text)) {
		return
	}
	verb := v.clauseVerb(v.up(v.headOf(sole.Span)))
	if r.lex.speech.has(v.lemma(verb), "say") || v.hearing(verb) >= 0 {
		return
	}
	for _, d := range ds {
		if p := d.part(dateline.DateRole); p != nil && p.Span == sole.Span {
			return
		}
	}
	for _, d := range ds {
		if r.later(v, d, verb, sole.Span) {
			continue
		}
		if v.r.lex.standing.has(v.lemma(verb), "aftermath", "condemns") && d.violent() && v.anchorToken(d) != verb || v.r.lex.standing.has(v.lemma(verb), "ends") && (v.given(verb, d.at) || v.base(d.at) == "nsubj" && v.head(d.at) == verb) {
			continue
		}
		if v.compared(sole.Span.Start, d.at) || v.goesOnBeside(verb, d.at) || v.tellsWho(d.at, verb) || !v.countedTime(d).IsZero() {
			continue
		}
		if d.violent() && d.reality.Counts() && d.trigger.Start < sole.Span.Start || d.measure() && !v.tollTold(d) {
			d.infer(dateline.DateRole, sole.Span, "the only time that the sentence names")
			d.past = d.past || r.older(v, d)
		}
	}
}

// goesOnBeside reports whether verb t, with a subject of its own, goes on from the clause of token d: 'took guests hostage, and shots were
// heard on Thursday'.
func (v *view) goesOnBeside(t, d int) bool {
	return t > d && v.base(t) == "conj" && v.child(t, "nsubj") > d && v.tag(t) == "VERB" && !v.deed(t)
}

// lendSame gives a clause the time that it describes ('the same year that X seized') or that of the
// clause that it goes on from ('seized X and declared Y').
func (r *reader) lendSame(v *view, d *draft) {
	if d.has(dateline.DateRole) || v.tag(d.at) != "VERB" {
		return
	}
	t := d.at
	if c := v.gapped(t); c >= 0 {
		r.lendDate(v, d, c, "from the clause that goes on from it")
	}
	for k := 0; k < 4 && v.base(t) == "conj" && v.head(t) >= 0; k++ {
		t = v.conjHead(t)
	}
	if h := v.head(t); t == d.at && d.violent() && v.trails(t) && !v.r.lex.standing.has(v.lemma(h), "reacts") && !r.lex.speech.has(v.lemma(h), "say") && !r.lex.standing.has(v.lemma(h), "aftermath", "condemns") {
		t = h
	}
	if began := v.r.lex.standing.has(v.lemma(t), "founds") && (d.violent() || d.toll()); t != d.at && began {
		m, ok := v.oneTime(t, false)
		d.past = d.past || ok && r.olderWords(m.Span.In(r.text))
	} else if t != d.at {
		r.lendDate(v, d, t, "from the clause that it goes on from")
	}
	if h := v.head(t); v.base(t) == "acl" && h >= 0 && v.is(h, dateline.SomeTime) {
		d.infer(dateline.DateRole, v.held[h].Span, "the time that the clause describes")
	}
	if w := v.child(t, "advmod", "mark"); w > 1 && v.lemma(w) == "when" && v.tok(w-1).Form == "," && v.is(w-2, dateline.SomeTime) && calendar(v.held[w-2].Span.In(r.text)) {
		when := v.held[w-2].Span
		when.Start += len(when.In(r.text)) - len(strings.TrimPrefix(when.In(r.text), "since ")) // 'the deadliest since January, when ten died'
		d.infer(dateline.DateRole, when, "the time that the clause describes")
	}
}

// gapped is the last participle that goes on from passive verb t without an auxiliary of its own, so that what stands behind it may
// be of both: 'nine have been killed and 30 wounded since Monday'; -1 if there is none.
func (v *view) gapped(t int) int {
	last := -1
	if v.child(t, "aux:pass") < 0 {
		return last
	}
	for _, c := range v.children(t, "conj") {
		if c > t && v.tag(c) == "VERB" && (v.child(c, "nsubj:pass", "nsubj") >= 0 || v.tag(c-1) == "NUM") && v.child(c, "aux", "aux:pass") < 0 && v.tok(c).Fine != "VBG" {
			last = c
		}
	}
	return last
}

// trails reports whether verb t is the '-ing' behind a comma by which the clause before it goes on: 'drove into the town on Monday,
// killing six'.
func (v *view) trails(t int) bool {
	h := v.head(t)
	return v.base(t) == "advcl" && v.tok(t).Fine == "VBG" && h >= 0 && h < t && v.tag(h) == "VERB" && v.child(t, "mark", "nsubj", "aux") < 0 && v.first[t] > 0 &&
		(v.tok(v.first[t]).Form == "," || v.tok(v.first[t]-1).Form == ",")
}

// accuses reports whether verb h holds somebody responsible for what its gerund tells.
func (v *view) accuses(h int) bool {
	l := v.lemma(h)
	return l == "blame" || l == "accuse" || l == "credit"
}

// lendMonth gives a deed the month or year in which somebody was blamed for it; a day would be the
// accusation's own.
func (r *reader) lendMonth(v *view, d *draft, h int) {
	if d.has(dateline.DateRole) {
		return
	}
	for _, m := range v.mentions {
		if ownTime(m) && wide(m.Span.In(r.text)) && v.clauseVerb(v.up(v.headOf(m.Span))) == h {
			d.infer(dateline.DateRole, m.Span, "from the clause that says who was blamed")
		}
	}
}

// wide reports whether the words of a date are wider than a day: a month or a year.
func wide(words string) bool {
	low := strings.ToLower(words)
	for _, w := range strings.Fields(low) {
		if strings.HasSuffix(w, "day") || len(w) <= 2 && digits(w) {
			return false
		}
	}
	return calendar(words)
}

// above returns the clause verb over the clause of t, or -1.
func (v *view) above(t int) int {
	c := v.clauseVerb(t)
	if v.head(c) < 0 {
		return -1
	}
	return v.clauseVerb(v.head(c))
}

// lend gives d the place and the time of the clause of verb; a day only where ownDay says that it is the event's too.
func (r *reader) lend(v *view, d *draft, verb int, ownDay bool, why string) {
	r.lendTime(v, d, verb, ownDay, why)
	if d.has(dateline.PlaceRole) {
		return
	}
	for t := range v.s.Tokens {
		if v.placeHead(t) && !v.is(t, dateline.SomeTime) && v.clauseVerb(v.up(t)) == verb {
			d.infer(dateline.PlaceRole, v.placePhrase(t), why)
		}
	}
}

func (r *reader) lendDate(v *view, d *draft, verb int, why string) { r.lendTime(v, d, verb, true, why) }

func (r *reader) lendTime(v *view, d *draft, verb int, ownDay bool, why string) {
	if d.has(dateline.DateRole) {
		return
	}
	for _, m := range v.mentions {
		if ownTime(m) && !v.compared(m.Span.Start, d.at) && v.clauseVerb(v.up(v.headOf(m.Span))) == verb && (ownDay || wide(m.Span.In(r.text))) {
			d.infer(dateline.DateRole, m.Span, why)
		}
	}
}

// definite reports whether noun t points back: 'the attack', 'that bombing', 'its assault'.
func (v *view) definite(t int) bool {
	if v.tag(t) == "VERB" {
		return false
	}
	if d := v.child(t, "det"); d >= 0 {
		switch v.lemma(d) {
		case "the", "that", "this", "those", "these", "both":
			return true
		}
	}
	return v.child(t, "nmod:poss") >= 0
}

// plural reports whether noun t is plural without a number.
func (v *view) plural(t int) bool {
	f := v.tok(t).Fine
	return (f == "NNS" || f == "NNPS") && v.child(t, "nummod") < 0
}

// statement turns a finished draft into the Statement that is kept.
func (d *draft) statement(r *reader) dateline.Statement {
	d.approach(r.text)
	order(d.parts)
	s := dateline.Statement{
		Report: r.in.Report, Kind: d.kind, Reality: d.reality, Stance: d.stance, Background: d.past,
		Speaker: d.speaker, Quote: d.quote, Trigger: d.trigger, Parts: d.parts, Rule: d.rule, Score: d.score, Why: d.why,
	}
	if d.refers != nil {
		t := d.refers.id(r)
		s.Refers = t
	}
	s.SetID()
	return s
}

// id is the identifier that the draft's Statement has.
func (d *draft) id(r *reader) string {
	d.approach(r.text)
	order(d.parts)
	s := dateline.Statement{Report: r.in.Report, Kind: d.kind, Reality: d.reality, Stance: d.stance, Speaker: d.speaker,
		Quote: d.quote, Trigger: d.trigger, Parts: d.parts, Rule: d.rule}
	s.SetID()
	return s.ID
}
