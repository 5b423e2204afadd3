package extract

import (
	"slices"
	"strings"

	"dateline"
)

// endings are adverbs that say what became of one hit by a weapon.
var endings = map[string]dateline.Role{"fatally": dateline.KilledRole, "mortally": dateline.KilledRole, "critically": dateline.Wounded, "seriously": dateline.Wounded}

// shares reads what became of some of those whom the sentence tells of: 'four people were shot, one fatally'.
func shares(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		if d := v.described(t, found); d != nil {
			out = append(out, d)
			continue
		}
		role, ok := endings[v.lemma(t)]
		if !ok {
			continue
		}
		sp, ok := v.shareBefore(t)
		if !ok || role == dateline.Wounded && v.someOf(t, sp, found) {
			continue
		}
		for _, d := range found {
			d.spare(t)
		}
		d := v.bare(t, tollKinds[role], 0.7)
		d.add(role, sp)
		d.harm(dateline.Victim, sp, effects[role])
		out = append(out, d)
	}
	return out
}

// described reads those whom a participle before their noun says to be hurt: 'the three injured men'.
func (v *view) described(t int, found []*draft) *draft {
	f, ok := fates[lowered(v.tok(t).Form)]
	if !ok || f.role != dateline.KilledRole && f.role != dateline.Wounded || t == 0 || t+1 == len(v.s.Tokens) || v.lemma(t-1) == "be" ||
		!v.is(t-1, dateline.SomeCount) || !v.inClass(t+1, "PEOPLE") || v.tag(t+1) != "NOUN" {
		return nil
	}
	sp := v.held[t-1].Span.Cover(v.tok(t + 1).Span)
	for _, d := range found {
		if d.overlaps(f.role, sp) {
			return nil
		}
	}
	d := v.bare(t, f.kind, 0.6)
	d.add(f.role, sp)
	d.harm(dateline.Victim, sp, effects[f.role])
	return d
}

// fatal reports whether the word at t is for the injuries that somebody died of: 'succumbed to his wounds'.
func (v *view) fatal(t int) bool {
	h := v.head(t)
	return h >= 0 && v.base(t) == "obl" && v.tag(t) == "NOUN" && (v.r.lex.standing.has(v.lemma(h), "dying") || v.lemma(h) == "dead" || v.lemma(h) == "pronounce")
}

// someOf reports whether the number sp before token t tells a part of those whom the sentence says to be hurt already: 'three were hurt, two of
// them seriously', or that none of them was hurt so badly.
func (v *view) someOf(t int, sp dateline.Span, found []*draft) bool {
	if strings.EqualFold(sp.In(v.r.text), "none") {
		return true
	}
	return v.lemma(t-2) == "of" && slices.ContainsFunc(found, func(d *draft) bool { return d.has(dateline.Wounded) && d.at < t })
}

// shareBefore returns the number that stands alone right before token t: 'one', 'two of them'.
func (v *view) shareBefore(t int) (dateline.Span, bool) {
	k := t - 1
	if k > 1 && v.lemma(k-1) == "of" {
		k -= 2
	}
	if k < 1 || v.held[k] == nil || v.held[k].Kind != dateline.SomeCount {
		return dateline.Span{}, false
	}
	m := v.held[k]
	for k > 0 && v.held[k-1] == m {
		k--
	}
	if f := v.tok(max(k-1, 0)).Form; k == 0 || f != "," && f != "-" && f != "–" && f != "—" && f != "(" && f != "and" && f != "with" {
		return dateline.Span{}, false
	}
	return m.Span, true
}

// spare takes from d the deaths or injuries that it read from the word at t, which is said of some only.
func (d *draft) spare(t int) {
	for _, f := range d.fills {
		if f.head != t {
			continue
		}
		kept := d.parts[:0]
		for _, p := range d.parts {
			if p.Role == dateline.Victim {
				p.Effect = dateline.Hit
			}
			if p.Role != dateline.KilledRole && p.Role != dateline.Wounded {
				kept = append(kept, p)
			}
		}
		d.parts = kept
		return
	}
}

// manyfold are words before an event noun for how many it killed or hit: 'a double homicide'.
var manyfold = map[string]bool{"double": true, "triple": true, "quadruple": true, "quintuple": true, "sextuple": true}

// manyfolds reads how many a 'double homicide' killed and a 'triple shooting' hit.
func manyfolds(r *reader, v *view, found []*draft) []*draft {
	for t := 1; t < len(v.s.Tokens); t++ {
		if !manyfold[v.lemma(t-1)] || v.plural(t) {
			continue
		}
		d := at(found, t)
		fresh := d == nil
		if fresh {
			d = v.bare(t, dateline.ArmedAssault, 0.7)
		}
		switch v.lemma(t) {
		case "homicide", "murder", "killing", "slaying", "fatality":
			d.harm(dateline.Victim, v.span(t-1, t), dateline.Death)
			d.add(dateline.KilledRole, v.span(t-1, t))
		case "shooting", "stabbing":
			d.harm(dateline.Victim, v.span(t-1, t), dateline.Hit)
		default:
			continue
		}
		if fresh {
			return []*draft{d}
		}
	}
	return nil
}

// fateOf returns the event told before that hit the one whose death or injury d tells: by name, or one who
// was told of last ('he', 'the victim'); nil if nobody is known to be the same.
func (r *reader) fateOf(i int, d *draft) *draft {
	p := d.part(dateline.Victim)
	if p == nil || d.v.further(p.Span) {
		return nil
	}
	for k := i - 1; k >= 0 && d.v.i-r.drafts[k].v.i <= 2*window; k-- {
		e := r.drafts[k]
		if !e.reality.Counts() || e.past != d.past {
			continue
		}
		if !e.violent() && (e.refers == nil || !e.refers.violent()) {
			continue
		}
		for _, q := range e.parts {
			if q.Role == dateline.Victim && r.samePerson(d.v, *p, e.v, q) {
				if e.refers != nil {
					return root(e.refers)
				}
				return root(e)
			}
		}
	}
	return nil
}

// samePerson reports whether the words of p, told after q, are for the same person: they share a name, or go
// back to it.
func (r *reader) samePerson(v *view, p dateline.Part, w *view, q dateline.Part) bool {
	if a, b := p.Name.In(r.text), q.Name.In(r.text); a != "" && b != "" {
		return sharesWord(a, b)
	}
	if !p.Refers.IsZero() {
		return p.Refers.Overlaps(q.Span) || p.Refers.Overlaps(q.Name) || p.Refers == q.Refers
	}
	return v.takesUp(p.Span) && !v.plural(v.headOf(p.Span)) && !w.plural(w.headOf(q.Span))
}

// sharesWord reports whether two names have a word in common.
func sharesWord(a, b string) bool {
	for _, w := range strings.Fields(a) {
		for _, x := range strings.Fields(b) {
			if strings.EqualFold(w, x) && len(w) > 2 {
				return true
			}
		}
	}
	return false
}
