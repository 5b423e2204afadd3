package extract

import "dateline"

// struck are the effects on targets that a pattern's slot may give.
var struck = map[string]dateline.Effect{"destroyed": dateline.Destroyed, "damaged": dateline.Damaged}

// strike adds the things of h as targets with what befell them; people are hurt.
func (d *draft) strike(h int, e dateline.Effect) {
	v := d.v
	if n := v.r.lex.nouns; !n.has(v.lemma(h), "site") && (n.has(v.lemma(h), "people") || v.personal(h) || !v.r.personNamed(v, h).IsZero()) {
		d.hurt(h)
		return
	}
	d.each(h, func(sp dateline.Span) { d.harm(dateline.Target, sp, e) })
}

// lethal marks the victims of a verb that ends in death: 'shot dead', 'stabbed to death'.
func (v *view) lethal(d *draft) {
	if !d.violent() || v.tag(d.at) != "VERB" {
		return
	}
	for _, c := range v.kids[d.at] {
		if v.lemma(c) != "dead" && (v.lemma(c) != "death" || v.cased(c) != "to") {
			continue
		}
		for i := range d.parts {
			if p := &d.parts[i]; p.Role == dateline.Victim && p.Effect == "" {
				p.Effect = dateline.Death
				if t := v.headOf(p.Span); v.numbered(t) || v.countable(t) || v.oneVictim(t) {
					d.add(dateline.KilledRole, p.Span)
				}
			}
		}
		return
	}
}

// explosive are the kinds whose place, where it is a building or a vehicle, is what was hit.
var explosive = map[dateline.Kind]bool{dateline.Bombing: true, dateline.SuicideBombing: true, dateline.Shelling: true}

// besides are prepositions that set an explosion at what it is aimed at.
var besides = set("in at near outside inside under against beside by behind across next on into opposite")

// underDeed reports whether an event noun stands between token t and the event at: 'a bomb exploded minutes after the
// attack on the cathedral'.
func (v *view) underDeed(t, at int) bool {
	for h := v.head(t); h >= 0 && h != at; h = v.head(h) {
		if v.tag(h) == "NOUN" && v.deed(h) {
			return true
		}
	}
	return false
}

// nearby adds the building or vehicle that a bomb goes off in, at or near as its target: 'exploded in front
// of the ministry'.
func (r *reader) nearby(v *view, d *draft) {
	if !explosive[d.kind] {
		return
	}
	anchor := v.anchorToken(d)
	for t := range v.s.Tokens {
		if b := v.base(t); b != "obl" && b != "nmod" || !r.lex.nouns.has(v.lemma(t), "site") || r.lex.nouns.has(v.lemma(t), "region") {
			continue
		}
		if !besides[v.frontCase(t)] || v.is(t, dateline.SomeTime) || v.underDeed(t, d.at) || d.overlaps(dateline.Weapon, v.tok(t).Span) {
			continue
		}
		if v.within(t, d.at) || v.clauseVerb(v.up(t)) == anchor && !v.takenByOther(t, d) {
			d.each(t, func(sp dateline.Span) { d.add(dateline.Target, sp) })
		}
	}
}

// frontCase is the preposition of t; of 'in front of the bank' that of 'front'.
func (v *view) frontCase(t int) string {
	if h := v.head(t); v.cased(t) == "of" && h >= 0 && v.r.lex.nouns.has(v.lemma(h), "front") {
		return v.cased(h)
	}
	return v.cased(t)
}

// overlaps reports whether a part in the role shares words with sp.
func (d *draft) overlaps(role dateline.Role, sp dateline.Span) bool {
	for _, p := range d.parts {
		if p.Role == role && p.Span.Overlaps(sp) {
			return true
		}
	}
	return false
}
