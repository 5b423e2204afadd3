package extract

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
)

// merge makes one draft of those that tell one event in one clause: a deed with the toll that a
// participle or a light clause adds ('stormed the hall, killing 12'), an event noun with the verb
// that gives its toll ('a bombing killed 12'). It drops event nouns that only point to what a claim
// or an accusation is about, and those too general to be an event.
func (r *reader) merge(v *view, ds []*draft) []*draft {
	for _, d := range ds {
		if d.kind.Family() == dateline.HumanCost || d.kind.Family() == dateline.Violence {
			host := r.host(v, ds, d)
			for host != nil && host.into != nil {
				host = host.into
			}
			if host != nil && host != d && host.takes(d) {
				if h, ok := d.slots["in"]; ok && h == host.at && !host.has(dateline.Perpetrator) {
					host.doneBy(d)
				}
				host.absorb(d)
				d.into = host
			}
		}
	}
	r.answer(v, ds)
	for _, d := range ds {
		d.clearDoers()
	}
	var out []*draft
	for _, d := range ds {
		if d.into != nil {
			continue
		}
		if !r.idle(v, d, ds) {
			out = append(out, d)
		} else if d.general {
			if o := r.operation(v, d); o != nil {
				out = append(out, o)
			}
		}
	}
	return out
}

// clearDoers takes from d those who would have done it to themselves by the same words, of which one side is misread.
func (d *draft) clearDoers() {
	if d.kind == dateline.SuicideBombing {
		return
	}
	for _, q := range d.parts {
		if q.Role == dateline.Victim && !slices.ContainsFunc(d.parts, func(p dateline.Part) bool { return p.Role == dateline.Perpetrator && p.Span == q.Span }) {
			return // who killed others and himself did both
		}
	}
	if !d.has(dateline.Victim) || !d.has(dateline.Perpetrator) {
		return
	}
	for t := range d.v.s.Tokens {
		if d.v.inClass(t, "REFL") {
			return // 'turned the gun on himself'
		}
	}
	d.without(dateline.Perpetrator)
}

// without takes the parts of a role from d.
func (d *draft) without(role dateline.Role) {
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role == role })
}

// answer gives an event that a claim, an accusation or a suspicion first tells of ('claimed an
// attack on', 'was blamed for killing') its stance, and whom it holds responsible. An event that is
// told as known ('the attack, which was blamed on') stays the report's own word.
func (r *reader) answer(v *view, ds []*draft) {
	for _, d := range ds {
		if d.kind.Family() != dateline.Responsibility || d.kind == dateline.Retraction {
			continue
		}
		for _, f := range d.fills {
			if f.slot.role != string(dateline.Incidental) {
				continue
			}
			if e := eventAt(v, ds, f.head); e != nil && (v.tag(e.at) == "VERB" || !v.definite(e.at) && v.base(d.at) != "acl") {
				e.answers = d
			}
		}
	}
}

// eventAt returns the draft of violence at token h, or at the object of a light verb there.
func eventAt(v *view, ds []*draft, h int) *draft {
	if e := at(ds, h); e != nil && e.violent() {
		return e
	}
	if v.lightVerb(h) {
		if o := v.child(h, "obj"); o >= 0 {
			if e := at(ds, o); e != nil && e.violent() {
				return e
			}
		}
	}
	if c := v.child(h, "acl"); c >= 0 && v.r.lex.nouns.has(v.lemma(h), "weapon") {
		if e := at(ds, c); e != nil && e.violent() {
			return e // 'a car bomb that killed six'
		}
	}
	return nil
}

// host returns the draft whose event d only adds to, or nil.
func (r *reader) host(v *view, ds []*draft, d *draft) *draft {
	if h, ok := d.slots["subj"]; ok {
		if e := at(ds, v.ofMany(h)); e != nil && e != d && e.violent() && d.toll() {
			return e
		}
	}
	for _, s := range []string{"in", "by", "obj"} {
		if h, ok := d.slots[s]; ok && v.tag(h) != "VERB" {
			if e := at(ds, h); e != nil && e != d && e.violent() && d.toll() && !v.definite(h) {
				return e
			}
		}
	}
	if n := v.head(d.at); d.kind == dateline.Bombing && v.rel(d.at) == "acl" {
		for _, e := range ds {
			if e != d && e.kind == dateline.Bombing && e.at > d.at && e.overlaps(dateline.Weapon, v.tok(n).Span) {
				return e // 'a bomb planted by rebels ripped through the market'
			}
		}
	}
	if !d.toll() || v.tag(d.at) != "VERB" {
		return nil
	}
	for up, k := v.head(d.at), 0; up >= 0 && k < 3; up, k = v.head(up), k+1 {
		b := v.base(d.at)
		if b != "advcl" && b != "conj" && b != "xcomp" && b != "parataxis" && b != "acl" {
			return nil
		}
		if v.tok(d.at).Fine != "VBG" && !(b == "conj" && v.child(d.at, "nsubj") < 0) {
			return nil
		}
		if v.cased(d.at) != "" {
			return nil
		}
		if e := at(ds, up); e != nil && e.violent() {
			return e
		}
		if o := v.child(up, "obj", "nsubj:pass"); o >= 0 && v.lightVerb(up) {
			if e := at(ds, o); e != nil && e.violent() {
				return e
			}
		}
		if v.tag(up) == "VERB" && !v.lightVerb(up) && v.base(up) != "conj" && v.base(up) != "advcl" {
			return nil
		}
	}
	return nil
}

// ofMany returns what h is many, or a part, of: the bombings of 'a series of bombings', the pupils of 'most of the pupils'; else h.
func (v *view) ofMany(h int) int {
	if l := v.lemma(h); !v.r.lex.nouns.has(l, "manifold") && !(v.tag(h) != "VERB" && v.r.lex.nouns.has(l, "share")) {
		return h
	}
	for _, of := range v.prep(h, "of") {
		return of
	}
	return h
}

func at(ds []*draft, t int) *draft {
	for _, d := range ds {
		if d.at == t {
			return d
		}
	}
	return nil
}

func (d *draft) violent() bool { return d.kind.Family() == dateline.Violence }

// toll reports whether the draft tells above all how many were hurt.
func (d *draft) toll() bool {
	if d.kind.Family() == dateline.HumanCost {
		return true
	}
	switch d.v.lemma(d.at) {
	case "kill", "wound", "injure", "abduct", "kidnap", "escape", "survive":
		return true
	}
	return false
}

// absorb takes over the parts of e.
func (d *draft) absorb(e *draft) {
	d.tolled = true
	for _, p := range e.parts {
		if p.Role != dateline.Incidental && p.Role != dateline.Perpetrator {
			d.infer(p.Role, p.Span, p.Inferred)
			if p.Effect != "" {
				d.harm(p.Role, p.Span, p.Effect)
			}
			if p.Role.IsToll() {
				d.harm(dateline.Victim, p.Span, effects[p.Role])
			}
		}
	}
}

// takes reports whether e, in one clause with d, tells of those whom d hit: no more those freed in a raid than those killed by who foiled the deed.
func (d *draft) takes(e *draft) bool {
	switch {
	case e.kind == dateline.ReleasedKind:
		return d.kind == dateline.Abduction || d.kind == dateline.HostageTaking
	case d.v.outcome(e.at):
		return d.v.standing(d.at) != dateline.Foiled
	}
	return true
}

// doneBy takes over who did e.
func (d *draft) doneBy(e *draft) {
	for _, p := range e.parts {
		if p.Role == dateline.Perpetrator {
			d.infer(p.Role, p.Span, cmp.Or(p.Inferred, "who killed or wounded people in it"))
		}
	}
}

// idle reports whether an event noun tells no event of its own: 'the attack' as what a claim is
// about, attacks in general, or the injuries that somebody died of.
func (r *reader) idle(v *view, d *draft, ds []*draft) bool {
	if (d.kind.Family() == dateline.HumanCost && d.part(dateline.Incidental) == nil || d.blast(v)) && r.accident(v) {
		r.doubt(v.s.Span, "the cause may be an accident, not violence")
		return true
	}
	if why := r.unarmed(v, d); why != "" {
		r.doubt(v.phrase(d.at), why)
		return true
	}
	if v.onCamera(d) {
		r.doubt(v.phrase(d.at), "cameras capture nobody")
		return true
	}
	if d.kind == dateline.Arrest && v.fostered(d) {
		r.doubt(v.s.Span, "custody is also what a family has of children")
		return true
	}
	if d.kind == dateline.WoundedKind && v.fatal(d.at) || d.denied(ds) || d.foundSo(ds) {
		return true
	}
	if o := v.object(d.at); d.kind == dateline.Raid && o >= 0 && slices.ContainsFunc(ds, func(e *draft) bool { return e.at == o && e.kind == dateline.AirStrike }) {
		return true // 'conducted air raids'
	}
	if h := v.head(d.at); d.kind == dateline.HostageTaking && h >= 0 && v.lemma(h) == "lay" && at(ds, h) != nil {
		return true // 'laid siege to the town'
	}
	if !d.violent() {
		return false
	}
	if r.inGeneral(v, d) {
		r.doubt(v.phrase(d.at), "it is what somebody holds an opinion on, not an event")
		return true
	}
	if r.means(v, d) || r.habitual(v, d) {
		d.general = true
		r.doubt(v.phrase(d.at), "it is told as a habit, not as an event")
		return true
	}
	if why := r.fiction(v, d); why != "" {
		r.doubt(v.phrase(d.at), why)
		return true
	}
	if why := r.idiom(v, d.at); why != "" {
		r.doubt(v.phrase(d.at), why)
		return true
	}
	if v.tag(d.at) == "VERB" {
		return r.abstract(v, d)
	}
	if v.plural(d.at) && !r.particular(v, d) {
		d.general = true
		return true
	}
	return v.definite(d.at) && !v.specific(d)
}

// foundSo reports whether the word of d only says how somebody was found, which the finding tells: 'found two men shot'. It is no deed of theirs, and
// where it counts those killed or hurt it keeps that alone.
func (d *draft) foundSo(ds []*draft) bool {
	v := d.v
	h := v.head(d.at)
	if h < 0 || v.rel(d.at) != "xcomp" || v.tag(d.at) != "VERB" || v.passive(d.at) && v.lemma(h) != "find" || v.child(d.at, "obj") >= 0 || v.child(h, "obj") < 0 && !v.passive(h) && v.rel(h) != "acl:relcl" {
		return false
	}
	if e := at(ds, h); e == nil || e == d || !e.has(dateline.Victim) {
		return false
	}
	if d.has(dateline.KilledRole) || d.has(dateline.Wounded) {
		d.without(dateline.Perpetrator)
		return false
	}
	return true
}

// onCamera reports whether it is a picture that captures somebody: 'surveillance cameras captured two men'.
func (v *view) onCamera(d *draft) bool {
	if l := v.lemma(d.at); l != "capture" && l != "catch" || v.tag(d.at) != "VERB" {
		return false
	}
	by, on := v.subject(d.at), v.child(d.at, "obl")
	return by >= 0 && v.picture(by) || on >= 0 && v.cased(on) == "on" && v.picture(on)
}

// picture reports whether noun t is a picture, or what takes one.
func (v *view) picture(t int) bool {
	return v.lemma(t) == "camera" || v.r.lex.nouns.has(v.lemma(t), "picture")
}

// fostered reports whether those in custody are in that of somebody who is no authority: 'in the custody of their aunt'.
func (v *view) fostered(d *draft) bool {
	at := d.at
	if in, ok := d.slots["in"]; ok {
		at = in
	}
	return v.lemma(at) == "custody" && slices.ContainsFunc(append(v.prep(at, "of"), v.children(at, "nmod:poss")...), func(h int) bool {
		return v.r.lex.nouns.has(v.lemma(h), "people") && !v.inClass(h, "STATE") && !v.inClass(h, "ARMED")
	})
}

// denied reports whether an accusation or a suspicion is only what a denial denies: 'denied that it was involved'.
func (d *draft) denied(ds []*draft) bool {
	if d.kind != dateline.Blame && d.kind != dateline.Suspicion {
		return false
	}
	for _, e := range ds {
		if e.kind != dateline.Denial || e.v != d.v {
			continue
		}
		if e.at == d.at || d.v.head(d.at) == e.at || d.v.tag(d.at) == "ADP" && d.v.clauseVerb(d.at) >= 0 && d.v.head(d.v.clauseVerb(d.at)) == e.at {
			return true
		}
	}
	return false
}

// blast reports whether a draft is an explosion without a bomb or a doer.
func (d *draft) blast(v *view) bool {
	return d.kind == dateline.Bombing && !d.has(dateline.Weapon) && !d.has(dateline.Perpetrator) && (v.lemma(d.at) == "explosion" || v.lemma(d.at) == "blast" || v.lemma(d.at) == "explode")
}

// fiction says why an event is only told in a film, a book or a game, or done by no person.
func (r *reader) fiction(v *view, d *draft) string {
	for t, k := v.head(d.at), 0; t >= 0 && k < 4; t, k = v.head(t), k+1 {
		if v.tag(t) == "NOUN" && v.topical(t, "fiction") {
			return "it is told in a " + v.lemma(t)
		}
	}
	if p := d.part(dateline.Perpetrator); p != nil {
		if h := v.headOf(p.Span); r.lex.nouns.has(v.lemma(h), "harmless") && !v.is(h, dateline.Somebody) && !v.misfired(d) {
			l := v.lemma(h)
			return "'" + l + "' does no armed violence"
		}
	}
	if p := d.part(dateline.Target); p != nil {
		if l := v.lemma(v.headOf(p.Span)); r.lex.nouns.has(l, "intangible", "abstract") {
			return "'" + l + "' is no target of armed violence"
		}
	}
	if s := v.child(d.at, "nsubj"); s >= 0 && v.cased(d.at) == "under" && r.lex.nouns.has(v.lemma(s), "abstract") {
		return "'" + v.lemma(s) + "' under attack is no armed violence"
	}
	for _, c := range v.modifiers(d.at) {
		if r.lex.nouns.has(v.lemma(c), "harmless") && v.tok(c).Form != "reported" {
			return "'" + v.lemma(c) + " " + v.lemma(d.at) + "' is no armed violence"
		}
	}
	return ""
}

// particular reports whether plural events are told as happenings: with a day, or a target, and not
// as a habit or an ability.
func (r *reader) particular(v *view, d *draft) bool {
	switch v.standing(d.at) {
	case dateline.Threatened, dateline.Planned, dateline.Foiled:
		return true
	case dateline.Hypothetical, dateline.NotHappened:
		return false
	}
	under := d.at
	if h := v.head(d.at); h >= 0 && v.base(d.at) == "obj" && v.lightVerb(h) && v.tok(h).Fine == "VBD" {
		under = h // 'carried out attacks in Sirte on Monday'
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && calendar(m.Span.In(r.text)) && (v.within(v.headOf(m.Span), d.at) || m.Fixed && !wide(m.Span.In(r.text)) && v.clauseVerb(v.up(v.headOf(m.Span))) == under) {
			return true
		}
	}
	if v.placedAndTimed(d.at) {
		return true
	}
	if v.child(d.at, "nmod:poss") >= 0 || v.counted(d.at) {
		return false
	}
	return d.has(dateline.Target) || d.has(dateline.Victim) || d.kind == dateline.Clash
}

// placedAndTimed reports whether the words right behind definite noun t say where and when: 'the attacks in Mumbai last
// November were planned abroad', whatever the tree hangs the time on.
func (v *view) placedAndTimed(t int) bool {
	if !v.definite(t) {
		return false
	}
	for _, c := range v.children(t, "nmod") {
		if next := v.last[c] + 1; v.sets(c) && next < len(v.kids) && (v.calendarAt(next) || v.calendarAt(next-1)) {
			return true
		}
	}
	return false
}

// calendarAt reports whether token t is of a day, a month or a year.
func (v *view) calendarAt(t int) bool {
	return v.is(t, dateline.SomeTime) && calendar(v.held[t].Span.In(v.r.text))
}

// counted reports whether noun t stands under 'number of', 'series of', 'wave of' and the like:
// many, told as one quantity.
func (v *view) counted(t int) bool {
	h := v.head(t)
	return h >= 0 && v.base(t) == "nmod" && v.cased(t) == "of" && (v.lemma(h) == "number" || v.lemma(h) == "rise" || v.lemma(h) == "increase")
}

// calendar reports whether words name a day, a month or a year, and are no mere 'in recent years'.
func calendar(words string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r < 'a' && (r < '0' || r > '9') || r > 'z' }) {
		if digit(w[0]) || calendarWords[w] {
			return true
		}
	}
	return false
}

var calendarWords = set("january february march april may june july august september october november december",
	"jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday",
	"yesterday today tonight overnight weekend")

// specific reports whether noun d.at carries words that tell its event apart.
func (v *view) specific(d *draft) bool {
	if len(d.parts) > 0 || v.pinnedBehind(d.at) {
		return true
	}
	for _, c := range v.kids[d.at] {
		switch v.base(c) {
		case "nmod":
			if r := v.r.lex; r.nouns.has(v.lemma(c), "medium") {
				continue
			}
			if p := v.cased(c); p == "on" || p == "against" || p == "of" || p == "at" || p == "by" || placePreps[p] {
				return true
			}
		case "acl", "appos":
			return true
		case "compound":
			if v.tag(c) == "PROPN" {
				return true
			}
		}
	}
	return false
}

// pinnedBehind reports whether a place or a day stands right behind noun t, though the tree may hang it on a word above: 'were killed in the
// ambush near Arbinda', 'the victims of the massacre on 5 June'.
func (v *view) pinnedBehind(t int) bool {
	if t+2 >= len(v.s.Tokens) || !placePreps[v.lemma(t+1)] {
		return false
	}
	return slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool {
		return (m.Kind == dateline.Somewhere || ownTime(m)) && m.Span.Contains(v.tok(t+2).Span)
	})
}

// abstract reports whether a verb of violence has an object that cannot be hurt: 'attacked the
// plan', 'attacked their bowling'.
func (r *reader) abstract(v *view, d *draft) bool {
	o := v.object(d.at)
	if o < 0 || !r.lex.nouns.has(v.lemma(o), "abstract") {
		return false
	}
	r.doubt(v.span(min(d.at, o), max(d.at, o)), "'"+v.tok(d.at).Form+"' with '"+v.lemma(o)+"' is no violence")
	return true
}
