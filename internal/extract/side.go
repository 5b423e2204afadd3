package extract

import (
	"strings"

	"dateline"
)

// tied reads the ties that stand before a noun.
func tied(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		form := lowered(v.tok(t).Form)
		var d *draft
		if at := strings.IndexByte(form, '-'); at > 0 && at+1 < len(form) {
			d = v.prefixed(t, form[:at], dateline.Span{Start: v.tok(t).Span.Start + at + 1, End: v.tok(t).Span.End}, t)
		} else if t+2 < len(v.s.Tokens) && v.tok(t+1).Form == "-" {
			d = v.prefixed(t, form, v.nameSpan(t+2), t+2)
		}
		if d == nil && t > 1 && v.tok(t-1).Form == "-" {
			d = v.hyphened(t, form)
		}
		if d == nil && form == "allied" {
			d = v.allied(t)
		}
		if d != nil {
			out = append(out, d)
		}
	}
	return out
}

// prefixed reads 'anti-X forces' and 'pro-X forces'; name is X and last the token that ends it.
func (v *view) prefixed(t int, prefix string, name dateline.Span, last int) *draft {
	h, ties := v.nounBehind(last), v.r.lex.ties
	kind := dateline.Alliance
	if ties.has(prefix, "anti") {
		kind = dateline.Rivalry
	} else if !ties.has(prefix, "pro") {
		return nil
	}
	if h < 0 || !v.side(h) || !isUpper(name.In(v.r.text)) {
		return nil
	}
	d := v.bare(t, kind, 0.7)
	d.add(dateline.Group, v.alone(h))
	d.add(dateline.Other, name)
	return d
}

// nounBehind is the noun whose phrase the words up to token last stand in, behind them; -1 if there is none.
func (v *view) nounBehind(last int) int {
	for h, k := last, 0; h >= 0 && k < 4; h, k = v.head(h), k+1 {
		if h > last && v.nominal(h) {
			return h
		}
	}
	return -1
}

// nameSpan covers the name that ends in token t: the mention, else the run of proper names.
func (v *view) nameSpan(t int) dateline.Span {
	if v.is(t, dateline.Somebody) && v.held[t].Span.End == v.tok(t).Span.End {
		return v.held[t].Span
	}
	a := t
	for a > 0 && v.tag(a) == "PROPN" && v.tag(a-1) == "PROPN" {
		a--
	}
	return v.span(a, t)
}

// hyphened reads 'X-backed forces', 'the X-led coalition', 'X-held Mosul' and 'X-affiliated cells' around
// participle t.
func (v *view) hyphened(t int, form string) *draft {
	h, x, ties := v.head(t), t-2, v.r.lex.ties
	if h <= t && t+1 < len(v.s.Tokens) {
		h = t + 1 // right behind, whatever the tree says
	}
	if h <= t || !v.nominal(h) || !isUpper(v.tok(x).Form) && !v.side(x) || v.is(t, dateline.Somebody) {
		return nil // what stands in a listed name is the name's
	}
	if l := lowered(v.tok(x).Form); v.tag(x) == "ADV" || ties.has(l, "manner") || strings.HasSuffix(l, "ly") && !v.is(x, dateline.Somebody) && !v.is(x, dateline.Somewhere) {
		return nil // 'heavily-armed', 'self-funded'
	}
	tie := func(k dateline.Kind, of, by dateline.Role) *draft {
		d := v.bare(t, k, 0.7)
		d.add(of, v.alone(h))
		d.add(by, v.nameSpan(x))
		return d
	}
	switch force := v.side(h) || v.groupish(h); {
	case force && ties.has(form, "backed"):
		return tie(dateline.Alliance, dateline.Group, dateline.Other)
	case force && ties.has(form, "led"):
		return tie(dateline.Leadership, dateline.Group, dateline.Leader)
	case force && ties.has(form, "affiliated"):
		return tie(dateline.Membership, dateline.Group, dateline.Other)
	case ties.has(form, "held") && v.inClass(h, "PLACEISH"):
		d := v.bare(t, dateline.TerritoryGained, 0.7)
		d.reality = dateline.Ongoing
		d.add(dateline.Group, v.nameSpan(x))
		d.add(dateline.Area, dateline.Span{Start: v.tok(t + 1).Span.Start, End: v.alone(h).End})
		return d
	}
	return nil
}

// allied reads 'X and allied Y' around 'allied'.
func (v *view) allied(t int) *draft {
	h := v.head(t)
	if h < t || v.base(t) != "amod" || v.base(h) != "conj" || !v.side(h) || !v.party(v.head(h)) {
		return nil
	}
	d := v.bare(t, dateline.Alliance, 0.7)
	d.add(dateline.Group, v.alone(v.head(h)))
	d.add(dateline.Other, v.alone(h))
	return d
}

// most is how many parties that act as one are told to be allies.
const most = 6

// joint reads parties in one subject that act as one.
func joint(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		if v.rel(t) != "nsubj" && v.rel(t) != "nsubj:pass" || !v.nominal(t) || !v.asOne(t, found) {
			continue
		}
		all := v.parties(t)
		for k := 0; k+1 < len(all); k++ {
			d := v.bare(all[k], dateline.Alliance, 0.6)
			d.add(dateline.Group, v.alone(all[k]))
			for _, o := range all[k+1:] {
				d.add(dateline.Other, v.alone(o))
			}
			out = append(out, d)
		}
	}
	return out
}

// parties lists the parties coordinated in subject t, at most a few; nil where one of them is none.
func (v *view) parties(t int) []int {
	out := []int{t}
	for _, c := range v.children(t, "conj") {
		if v.lemma(c) != "ally" {
			out = append(out, c)
		}
	}
	for _, p := range out {
		if !v.party(p) {
			return nil
		}
	}
	return out[:min(len(out), most)]
}

// asOne reports whether the subject t acts as one: it begins one operation, or aims against one enemy.
func (v *view) asOne(t int, found []*draft) bool {
	for _, d := range found {
		if s, ok := d.slots["subj"]; ok && s == t && d.kind == dateline.Rivalry {
			return true
		}
	}
	p := v.head(t)
	if v.tag(p) != "VERB" || !v.lightVerb(p) && !v.r.lex.ties.has(v.lemma(p), "carry") {
		return false
	}
	o := v.child(p, "obj")
	return o >= 0 && v.r.lex.ties.has(v.lemma(o), "joint") && !v.plural(o)
}
