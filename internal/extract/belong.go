package extract

import (
	"strings"

	"dateline"
)

// belonging adds to an arrest, a release or a bare toll the group that its people are said to be of,
// by the words beside theirs: 'detained two Boko Haram members', 'a commander of the Taliban', 'men
// linked to the Haqqani network'.
func (r *reader) belonging(v *view, d *draft) {
	if f := d.kind.Family(); f != dateline.CounterMeasures && f != dateline.HumanCost {
		return
	}
	for _, p := range d.parts {
		if p.Role == dateline.Arrested || p.Role.IsToll() {
			r.groupOf(v, d, p)
		}
	}
}

// allegiance covers with those who did it the group that they are said to belong to: 'a guerrilla column, also belonging
// to the X'.
func (r *reader) allegiance(v *view, d *draft) {
	for i := range d.parts {
		p := &d.parts[i]
		if p.Role != dateline.Perpetrator || !d.violent() {
			continue
		}
		for _, m := range v.mentions {
			after := m.Span.Start - p.Span.End
			if m.Kind == dateline.Somebody && m.Armed && after > 0 && v.belongsTo(p.Span, m.Span) {
				p.Span = p.Span.Cover(m.Span)
				break
			}
		}
	}
}

// belongsTo reports whether only words of belonging stand between people and the name of a group.
func (v *view) belongsTo(people, name dateline.Span) bool {
	tied, words := false, strings.Fields(strings.ToLower(v.r.text[people.End:name.Start]))
	for _, w := range words {
		w = strings.Trim(w, ",")
		if w == "belonging" {
			tied = true
		} else if w != "" && w != "to" && w != "the" && w != "also" && w != "and" && w != "reportedly" && w != "allegedly" && w != "apparently" {
			return false
		}
	}
	return tied
}

// groupOf adds the names that stand in or under the words of part p and say whose people they are.
func (r *reader) groupOf(v *view, d *draft, p dateline.Part) {
	for k := range v.mentions {
		m := &v.mentions[k]
		if m.Kind != dateline.Somebody || m.Span == p.Span {
			continue
		}
		if h := v.headOf(m.Span); p.Span.Contains(m.Span) && v.owns(h, p.Span) || v.tiedTo(h, p.Span) {
			d.infer(dateline.Group, m.Span, "from the words for those "+string(p.Role))
		}
	}
}

// owns reports whether the name at h, inside the phrase sp, says whose the phrase's people are: it
// stands before their noun or behind one of the prepositions of belonging.
func (v *view) owns(h int, sp dateline.Span) bool {
	for k := 0; k < len(v.kids) && h >= 0 && sp.Contains(v.tok(h).Span); k++ {
		switch c := v.cased(h); {
		case v.base(h) == "nmod" && v.rel(h) != "nmod:poss" && c != "" && !belongs[c]:
			return false
		case v.base(h) == "acl" || v.base(h) == "advcl":
			return false
		}
		h = v.head(h)
	}
	return true
}

// belongs are the prepositions that tie people to their group.
var belongs = set("of from with for to include including")

// tiedTo reports whether the name at h completes a participle that ties the people of sp to it:
// 'suspects associated with X', 'belonging to X'.
func (v *view) tiedTo(h int, sp dateline.Span) bool {
	for k := 0; k < 4 && h >= 0; k++ {
		up := v.head(h)
		if up < 0 {
			return false
		}
		if v.tag(h) == "VERB" {
			after := v.tok(h).Span.Start - sp.End // right behind the people, whatever the tree says
			return v.r.lex.acts.has(v.lemma(h), "connects") && (after == 1 || v.base(h) == "acl" && v.rel(h) != "acl:relcl" && sp.Contains(v.tok(up).Span))
		}
		if c := v.cased(h); c != "" && !belongs[c] && c != "within" && c != "in" {
			return false
		}
		h = up
	}
	return false
}
