package extract

import (
	"slices"

	"dateline"
)

// evidence is what the words of each sentence speak for, whatever its tree: armed violence, people
// hurt by whatever cause, an accident, talk.
type evidence struct{ arms, hurt, accident, talk []bool }

// beside is how many sentences before and after one still speak for it.
const beside = 3

// weigh reads the evidence of every sentence.
func (r *reader) weigh() {
	n := len(r.in.Text.Sentences)
	r.evidence = evidence{make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n)}
	for i := range r.in.Text.Sentences {
		for k := range r.in.Text.Sentences[i].Tokens {
			t := &r.in.Text.Sentences[i].Tokens[k]
			l := lowered(t.Lemma)
			w := r.lex.weights.At(l)
			if w == 0 {
				continue
			}
			r.evidence.arms[i] = r.evidence.arms[i] || w&ofArms != 0
			r.evidence.hurt[i] = r.evidence.hurt[i] || w&ofHurt != 0
			r.evidence.talk[i] = r.evidence.talk[i] || w&ofTalk != 0
			r.evidence.accident[i] = r.evidence.accident[i] || r.accidental(l, t.Tag)
		}
	}
}

// weight says what a word is evidence of.
type weight uint8

const (
	ofArms weight = 1 << iota
	ofHurt
	ofTalk
	ofAccident
)

// weights lists the words that are evidence of anything.
func weights(evidence, topics classes) map[string]weight {
	out := map[string]weight{}
	add := func(words map[string]bool, w weight) {
		for word := range words {
			out[word] |= w
		}
	}
	add(evidence.of["arms"], ofArms)
	add(evidence.of["hurt"], ofHurt)
	add(evidence.of["talk"], ofTalk)
	add(evidence.of["accident"], ofAccident)
	add(topics.of["accident"], ofAccident)
	return out
}

// accidental reports whether a word tells of a cause that is no violence: 'a storm', but not 'gunmen
// stormed'.
func (r *reader) accidental(lemma, tag string) bool {
	return r.lex.weights.At(lemma)&ofAccident != 0 && (tag != "VERB" || !r.lex.deeds[lemma+".v"])
}

// around reports whether a sentence at most [beside] from i says so.
func around(says []bool, i int) bool {
	for k := max(0, i-beside); k < min(len(says), i+beside+1); k++ {
		if says[k] {
			return true
		}
	}
	return false
}

// unarmed says why a draft tells of no armed violence, from its parts and what stands around it; ""
// if it may.
func (r *reader) unarmed(v *view, d *draft) string {
	switch {
	case d.kind.Family() == dateline.HumanCost:
		return r.natural(v, d)
	case !d.violent() || !v.standing(d.at).Counts() || d.kind == dateline.Torture || d.kind == dateline.SexualViolence:
		return ""
	case v.ownDoing(d):
		return "it is done to oneself"
	case r.lifeless(v, d) != "" && !r.armedDoer(v, d):
		return "'" + r.lifeless(v, d) + "' is not hurt by arms"
	case v.takenByNobody(d):
		return "nobody is said to hold them"
	case !r.lex.evidence.has(v.lemma(d.at), "wordy", "doubtful") || r.armedParts(v, d) || v.firing(d.at):
		return ""
	case r.lex.evidence.has(v.lemma(d.at), "wordy") && (r.evidence.talk[v.i] && !r.otherArms(v, d.at) || r.politicians(v, d)):
		return "words are exchanged, not fire"
	case around(r.evidence.arms, v.i) || r.otherHurt(v, d.at) || around(r.evidence.hurt, v.i) && !around(r.evidence.accident, v.i) || v.scene(d):
		return ""
	}
	return "nothing around it tells of arms"
}

// ownDoing reports whether somebody does it to himself: 'shot himself', which no bomb does.
func (v *view) ownDoing(d *draft) bool {
	o := v.object(d.at)
	return o >= 0 && v.tag(d.at) == "VERB" && d.kind != dateline.SuicideBombing && d.kind != dateline.Bombing && v.inClass(o, "REFL")
}

// armedParts reports whether a part of d speaks for arms: an armed doer, a weapon, people hurt, a
// place or a site that is hit.
func (r *reader) armedParts(v *view, d *draft) bool {
	for _, p := range d.parts {
		h := v.headOf(p.Span)
		l := v.lemma(h)
		switch p.Role {
		case dateline.Perpetrator:
			if v.is(h, dateline.Somebody) || r.lex.nouns.has(l, "armed") || r.lex.evidence.has(l, "arms", "forces") || !r.evidence.talk[v.i] && v.is(h, dateline.Somewhere) && v.tag(h) == "PROPN" {
				return true
			}
		case dateline.Weapon:
			if r.lex.evidence.has(l, "arms") && (d.has(dateline.Target) || d.has(dateline.Victim) || d.kind != dateline.Shelling) {
				return true
			}
		case dateline.Target, dateline.Victim:
			if v.is(h, dateline.Somebody) || !r.evidence.talk[v.i] && v.is(h, dateline.Somewhere) || r.lex.nouns.has(l, "site", "armed") || r.lex.evidence.has(l, "arms", "forces") ||
				!r.lex.evidence.has(v.lemma(d.at), "wordy") && v.inClass(h, "HURTABLE") {
				return true
			}
		case dateline.KilledRole, dateline.Abducted:
			if v.inClass(h, "HURTABLE") {
				return true
			}
		}
	}
	return false
}

// takenByNobody reports whether people are said to be held or taken by a thing: 'the protocol held the
// delegates hostage'.
func (v *view) takenByNobody(d *draft) bool {
	if d.kind != dateline.HostageTaking && d.kind != dateline.Abduction || v.tag(d.at) != "VERB" {
		return false
	}
	s := v.subject(d.at)
	return s >= 0 && v.tag(s) == "NOUN" && !v.is(s, dateline.Somebody) && !v.r.lex.nouns.has(v.lemma(s), "armed", "state", "group", "people", "voice")
}

// armedDoer reports whether who does it carries arms or flies for those who do.
func (r *reader) armedDoer(v *view, d *draft) bool {
	for _, p := range d.parts {
		if p.Role == dateline.Perpetrator && r.lex.nouns.has(v.lemma(v.headOf(p.Span)), "armed", "aircraft") {
			return true
		}
	}
	return false
}

// lifeless returns what an event is done to, if that is nothing that arms can hurt: 'kills the cells'.
func (r *reader) lifeless(v *view, d *draft) string {
	o := v.object(d.at)
	if o >= 0 && v.tag(d.at) == "VERB" && r.lex.evidence.has(v.lemma(o), "lifeless") && !v.is(o, dateline.Somebody) && !(d.kind.Family() == dateline.Violence && !r.lex.evidence.has(v.lemma(d.at), "doubtful") && r.lex.nouns.has(v.lemma(o), "site")) {
		return v.lemma(o)
	}
	return ""
}

// otherHurt reports whether another word of the sentence than t tells of people hurt.
func (r *reader) otherHurt(v *view, t int) bool {
	for k := range v.s.Tokens {
		if k != t && r.lex.evidence.has(v.lemma(k), "hurt") {
			return true
		}
	}
	return false
}

// otherDeed reports whether another word of the sentence than t tells a deed of violence.
func (v *view) otherDeed(t int) bool {
	for k := range v.s.Tokens {
		if k != t && (v.deed(k) && !v.r.lex.evidence.has(v.lemma(k), "hurt") || v.tag(k) == "VERB" && v.lemma(k) == "kill") {
			return true
		}
	}
	return false
}

// shotsFired reports whether the sentence tells that fire was opened or that shots rang out, were fired or heard.
func (v *view) shotsFired() bool {
	for k := range v.s.Tokens {
		h := v.head(k)
		if h < 0 || v.tag(h) != "VERB" || v.tag(k) != "NOUN" {
			continue
		}
		if l := v.lemma(k); l == "fire" && v.lemma(h) == "open" && v.base(k) == "obj" || l == "shot" && v.r.lex.evidence.has(v.lemma(h), "shots") {
			return true
		}
	}
	return false
}

// otherArms reports whether another word of the sentence than t tells of arms.
func (r *reader) otherArms(v *view, t int) bool {
	for k := range v.s.Tokens {
		if k != t && r.lex.evidence.has(v.lemma(k), "arms") {
			return true
		}
	}
	return false
}

// politicians reports whether all the parties of d that are told are such as fight with words.
func (r *reader) politicians(v *view, d *draft) bool {
	n := 0
	for _, p := range d.parts {
		if p.Role != dateline.Perpetrator {
			continue
		}
		if !r.lex.evidence.has(v.lemma(v.headOf(p.Span)), "politician") {
			return false
		}
		n++
	}
	return n > 0 && !r.otherArms(v, d.at)
}

// scene reports whether an event noun is set in a named place.
func (v *view) scene(d *draft) bool {
	if v.tag(d.at) == "VERB" {
		return false
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.Somewhere {
			return true
		}
	}
	return false
}

// natural says why a death or an injury is told without violence, or "".
func (r *reader) natural(v *view, d *draft) string {
	if h := v.harmlessDoer(d); h != "" {
		return "'" + h + "' does no armed violence"
	}
	if d.part(dateline.Incidental) != nil {
		return ""
	}
	armed := around(r.evidence.arms, v.i) || r.hitBefore(v)
	switch arms := r.otherArms(v, d.at) || v.otherDeed(d.at) || v.shotsFired(); {
	case v.aged(d.at) || v.longing(d.at):
		return "it is no death by violence"
	case !arms && r.evidence.accident[v.i], around(r.evidence.accident, v.i) && !armed:
		return "the cause may be an accident or an illness"
	case arms || armed:
		return ""
	}
	switch v.lemma(d.at) {
	case "die", "death", "perish", "hurt", "injure", "injury":
		return "nothing around it tells of arms"
	}
	return ""
}

// hitBefore reports whether a sentence at most [beside] before v was read as telling that somebody was hit, hurt or killed
// by violence, or that shells or bombs fell: 'A man was shot. He died at the scene.'
func (r *reader) hitBefore(v *view) bool {
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= beside; k-- {
		if d := r.drafts[k]; d.violent() && d.reality == dateline.Happened && (fromAfar(d.kind) || slices.ContainsFunc(d.parts, func(p dateline.Part) bool {
			return p.Role == dateline.Victim && (p.Effect == dateline.Hit || p.Effect == dateline.Injury || p.Effect == dateline.Death)
		})) {
			return true
		}
	}
	return false
}

// fromAfar reports whether violence of the kind hurts people wherever it is told: 'Shells fell on a market. Two were injured.'
func fromAfar(k dateline.Kind) bool {
	return k == dateline.Shelling || k == dateline.AirStrike || k == dateline.SuicideBombing
}

// harmlessDoer returns what hurts people without arms, if that is the subject of d: 'elephants killed'.
func (v *view) harmlessDoer(d *draft) string {
	if s := v.subject(d.at); v.tag(d.at) == "VERB" && s >= 0 && v.r.lex.nouns.has(v.lemma(s), "harmless") && !v.misfired(d) {
		return v.lemma(s)
	}
	return ""
}

// misfired reports whether somebody is shot by one who bears arms for no violence: 'he was shot by another hunter'.
func (v *view) misfired(d *draft) bool {
	p, q := d.part(dateline.Perpetrator), d.part(dateline.Victim)
	return p != nil && q != nil && v.lemma(d.at) == "shoot" && v.lemma(v.headOf(p.Span)) == "hunter" && v.inClass(v.headOf(q.Span), "HURTABLE")
}

// aged reports whether somebody dies 'aged 95', as those do who die in bed.
func (v *view) aged(t int) bool {
	if v.lemma(t) != "die" {
		return false
	}
	for k := t + 1; k < len(v.s.Tokens) && k <= t+4; k++ {
		if l := v.lemma(k); l == "aged" || l == "age" {
			return true
		}
	}
	return false
}

// longing reports whether somebody is dying for something, or to do it.
func (v *view) longing(t int) bool {
	if v.lemma(t) != "die" || v.tok(t).Fine != "VBG" || t+1 == len(v.s.Tokens) {
		return false
	}
	return v.lemma(t+1) == "to" || v.lemma(t+1) == "for"
}
