package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// naming gives the victims of a draft, those arrested, killed or taken the name among their words or beside them, and who that
// is in the sentence's other words ('Ana Kovac, the mayor'); those who did it the name of their group.
func (r *reader) naming(v *view, d *draft) {
	for i := range d.parts {
		p := &d.parts[i]
		if p.Span.Start < v.s.Span.Start || p.Span.End > v.s.Span.End {
			continue // lent by another sentence
		}
		switch p.Role {
		case dateline.Victim, dateline.Arrested, dateline.KilledRole, dateline.Wounded, dateline.Missing, dateline.Abducted, dateline.Released:
			r.person(v, p)
		case dateline.Perpetrator, dateline.Group:
			r.groupName(v, p)
		}
	}
	r.others(v, d)
}

// namesOf lists the proper names of sentence i, in the order of the text.
func (r *reader) namesOf(i int) []parse.Name {
	all := r.in.Text.Names
	for r.nameAt > 0 && all[r.nameAt-1].Sentence >= i {
		r.nameAt--
	}
	for r.nameAt < len(all) && all[r.nameAt].Sentence < i {
		r.nameAt++
	}
	end := r.nameAt
	for end < len(all) && all[end].Sentence == i {
		end++
	}
	return all[r.nameAt:end]
}

// person names the person that a part speaks of: the name that its head is part of, or that stands beside
// its head. What stands beside a name says who that is.
func (r *reader) person(v *view, p *dateline.Part) {
	h := v.headOf(p.Span)
	if own := r.personAt(v, h); !own.IsZero() {
		if near := r.nameNear(v, p, h); !near.IsZero() && (r.personNamed(v, h).IsZero() || v.office(own, p.Span)) {
			own = near // 'Presidency Minister Ana Kovac'
		}
		p.Name = own
		if a := v.beside(h, p.Span); a >= 0 && r.personAt(v, a).IsZero() && v.describesPerson(a) {
			p.About = v.phrase(a)
		}
		return
	}
	if own := r.calledName(v, h); !own.IsZero() {
		p.Name = own
		return
	}
	for _, c := range v.children(h, "appos", "flat", "compound") {
		if own := r.personAt(v, c); !own.IsZero() {
			p.Name = own
			return
		}
	}
	p.Name = r.nameNear(v, p, h)
}

// office reports whether what was taken for a name goes on with a noun for a person inside the phrase sp: 'Presidency' in
// 'Presidency Minister Ana Kovac'.
func (v *view) office(name, sp dateline.Span) bool {
	for t := range v.s.Tokens {
		if at := v.tok(t).Span; at.Start >= name.End {
			return at.End < sp.End && v.r.lex.nouns.has(v.lemma(t), "people", "state") && (v.tag(t) == "NOUN" || v.tag(t) == "PROPN")
		}
	}
	return false
}

// calledName returns the name in 'a man named Omar Haddad', 'identified as Ana Kovac'; zero if there is none.
func (r *reader) calledName(v *view, h int) dateline.Span {
	for _, c := range v.children(h, "acl") {
		switch v.lemma(c) {
		case "name", "call", "identify", "know":
			for _, g := range v.kids[c] {
				if n := r.personNamed(v, g); g > c && !n.IsZero() {
					return n
				}
			}
		}
	}
	return dateline.Span{}
}

// personNamed returns the name that token t is part of where it is known for a person's; zero if it is not.
func (r *reader) personNamed(v *view, t int) dateline.Span {
	for _, n := range r.namesOf(v.i) {
		if n.First <= t && t <= n.Last && n.Kind == parse.NamePerson && !v.is(t, dateline.Somebody) {
			return n.Span
		}
	}
	return dateline.Span{}
}

// personAt returns the person's name that token t is part of; zero if there is none.
func (r *reader) personAt(v *view, t int) dateline.Span {
	for _, n := range r.namesOf(v.i) {
		if n.First <= t && t <= n.Last && (n.Kind == parse.NamePerson || n.Kind == parse.NameUnknown) && !v.is(t, dateline.Somewhere) && !v.is(t, dateline.Somebody) {
			return n.Span
		}
	}
	return dateline.Span{}
}

// beside returns the head of the apposition to h outside span, or -1.
func (v *view) beside(h int, span dateline.Span) int {
	for _, c := range v.children(h, "appos") {
		if !span.Overlaps(v.tok(c).Span) {
			return c
		}
	}
	return -1
}

// describesPerson reports whether the phrase of t says what somebody is, and is no number ('Ana Kovac, 34').
func (v *view) describesPerson(t int) bool { return v.tag(t) == "NOUN" || v.tag(t) == "PROPN" }

// groupName gives a part the name of a group or a body that stands among its words.
func (r *reader) groupName(v *view, p *dateline.Part) {
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && p.Span.Contains(m.Span) {
			p.Name = m.Span
			return
		}
	}
	for _, n := range r.namesOf(v.i) {
		if n.Kind == parse.NameOrganisation && p.Span.Contains(n.Span) {
			p.Name = n.Span
			return
		}
	}
}
