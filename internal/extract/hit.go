package extract

import (
	"slices"

	"dateline"
	"dateline/internal/parse"
)

// hitBy adds what the verb beside an event noun says that it struck: 'a drone strike hit a school', 'the city was
// hit by two bombings'; and where it was: 'Kirkuk saw two attacks'.
func (r *reader) hitBy(v *view, d *draft) {
	if !d.violent() || v.tag(d.at) == "VERB" {
		return
	}
	verb := v.head(d.at)
	if verb < 0 || v.tag(verb) != "VERB" {
		return
	}
	l := v.lemma(verb)
	switch {
	case v.rel(d.at) == "nsubj" && v.r.lex.acts.has(l, "hits"):
		if o := v.child(verb, "obj"); o >= 0 && !d.has(dateline.Target) {
			d.hurt(o)
		}
	case v.base(d.at) == "obl" && v.cased(d.at) == "by" && v.r.lex.acts.has(l, "hits"):
		if s := v.child(verb, "nsubj:pass"); s >= 0 && !d.has(dateline.Target) {
			d.hurt(s)
		}
	case v.base(d.at) == "obj" && v.r.lex.acts.has(l, "sees"):
		if s := v.child(verb, "nsubj"); s >= 0 && v.standsFor(s) {
			d.add(dateline.PlaceRole, v.alone(s))
		}
	}
}

// standsFor reports whether the phrase of t is a place: a name of one that is nobody's, or a noun of place with
// a name: 'the town of Palma'.
func (v *view) standsFor(t int) bool {
	if v.somebodys(t) {
		return false
	}
	if v.r.lex.nouns.has(v.lemma(t), "region") {
		return v.bearsName(t)
	}
	return v.is(t, dateline.Somewhere) || v.nameKind(t) == parse.NameLocation
}

// somebodys reports whether a name is somebody's, whatever place has it too: 'the kidnapping of Foley'.
func (v *view) somebodys(t int) bool {
	return v.is(t, dateline.Somebody) || v.r.personsWord(v.tok(t).Form)
}

// placeHit adds the place that was itself attacked: 'attacked the town of Palma in Mozambique', 'a strike on
// Sinuni'. Wider places that the clause names stay beside it.
func (r *reader) placeHit(v *view, d *draft) {
	for _, p := range d.parts {
		if p.Role != dateline.Target || p.Span.Start < v.s.Span.Start || p.Span.End > v.s.Span.End {
			continue
		}
		if t := v.headOf(p.Span); (v.standsFor(t) || d.shelled(t)) && !v.whose(t) {
			sp := v.insideOf(v.alone(t))
			d.parts = slices.DeleteFunc(d.parts, func(q dateline.Part) bool { return q.Role == dateline.PlaceRole && sp.Contains(q.Span) })
			d.infer(dateline.PlaceRole, sp, "from the words for what was hit")
			return
		}
	}
}

// shelled reports whether t is a name that is nobody's, and what shells or a strike fell on: 'a drone strike on Sinuni'.
func (d *draft) shelled(t int) bool {
	v := d.v
	kind := v.nameKind(t)
	return (kind == "" || kind == parse.NameOther || kind == parse.NameUnknown) && (d.kind == dateline.AirStrike || d.kind == dateline.Shelling) && v.tag(t) == "PROPN" && v.cased(t) == "on" && !v.is(t, dateline.Somebody)
}

// insideOf covers the larger place that 'in' names right behind a place: 'the village of Savo in Ituri'.
func (v *view) insideOf(sp dateline.Span) dateline.Span {
	in := v.tokenAt(sp.End)
	if in < 0 || v.lemma(in) != "in" || v.base(in) != "case" || v.head(in) < 0 || !v.placeHead(v.head(in)) {
		return sp
	}
	return sp.Cover(v.placePhrase(v.head(in)))
}
