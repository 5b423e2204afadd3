package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// sufferers are words for those whom an event hit, with what befell them; of 'victims' what the report told last.
var sufferers = map[string]dateline.Kind{"dead": dateline.KilledKind, "deceased": dateline.KilledKind, "slain": dateline.KilledKind,
	"injured": dateline.WoundedKind, "wounded": dateline.WoundedKind, "hostage": dateline.AbductedKind, "abductee": dateline.AbductedKind,
	"kidnapped": dateline.AbductedKind, "missing": dateline.MissingKind, "victim": "", "casualty": "", "body": dateline.KilledKind}

// rollCall reads who they were: 'The victims were identified as A and B', 'Among the injured are A, 53; B, 24'.
func rollCall(r *reader, v *view, found []*draft) []*draft {
	at, kind := v.sufferer()
	if at < 0 || len(found) > 0 && kind == "" {
		return nil
	}
	for _, d := range found {
		if d.kind.Family() == dateline.HumanCost || d.violent() {
			return nil
		}
	}
	if kind == "" {
		kind = r.befellLast()
	}
	role := dateline.Role(kind)
	if kind == "" {
		return nil
	}
	d := v.bare(at, kind, 0.7)
	for _, n := range r.called(v, at) {
		d.harm(dateline.Victim, n.Span, effects[role])
	}
	if len(d.parts) == 0 {
		d.calledPeople(at)
	}
	if len(d.parts) == 0 {
		return nil
	}
	return []*draft{d}
}

// calledPeople adds the people without names that the 'be' or 'include' behind the words for those who were hit tells of: 'the dead
// included four children'. They are some of them, and no toll.
func (d *draft) calledPeople(at int) {
	v := d.v
	for t := at + 1; t < len(v.s.Tokens); t++ {
		l := v.lemma(t)
		if l == "include" || l == "be" && v.cased(at) == "among" {
			for h := t + 1; h < len(v.s.Tokens) && v.tag(h) != "VERB" && v.tag(h) != "PUNCT"; h++ {
				if v.tag(h) == "NOUN" && v.inClass(h, "HURTABLE") {
					for _, p := range append([]int{h}, v.children(h, "conj")...) {
						d.harm(dateline.Victim, v.span(v.nounStart(p), p), effects[dateline.Role(d.kind)])
					}
					return
				}
			}
			return
		}
		if v.tag(t) == "VERB" {
			return
		}
	}
}

// sufferer returns the word of the sentence for those who were hit, before a 'be', and what befell them; -1 if there is none.
func (v *view) sufferer() (int, dateline.Kind) {
	for t := range v.s.Tokens {
		kind, ok := sufferers[v.lemma(t)]
		if !ok {
			kind, ok = sufferers[lowered(v.tok(t).Form)]
		}
		if !ok || v.tag(t) != "NOUN" && !v.nounLike(t) {
			continue
		}
		return t, kind
	}
	return -1, ""
}

// nounLike reports whether participle t stands for people: 'the injured'.
func (v *view) nounLike(t int) bool {
	return t > 0 && (v.lemma(t-1) == "the" || v.lemma(t-1) == "other")
}

// called returns the names of persons behind the 'be', 'identified as' or colon that follows token at: a list up to the next verb
// or relative pronoun.
func (r *reader) called(v *view, at int) []parse.Name {
	from := -1
	for t := at + 1; t < len(v.s.Tokens); t++ {
		switch l := v.lemma(t); {
		case l == "be" || l == ":" || l == "as" || l == "include":
			from = t
		case v.tag(t) == "VERB" && l != "identify" && l != "name":
			t = len(v.s.Tokens)
		case v.tag(t) == "PROPN" || v.tag(t) == "PRON":
			t = len(v.s.Tokens)
		}
	}
	if from < 0 {
		return nil
	}
	to := from + 1
	for to < len(v.s.Tokens) && v.tag(to) != "SCONJ" && !(v.tag(to) == "PRON" && v.rel(to) != "nmod:poss") &&
		(v.tag(to) != "VERB" && v.tag(to) != "AUX" || !v.r.personNamed(v, to).IsZero() || v.lemma(to) == "identify" || v.lemma(to) == "name") {
		to++
	}
	var out []parse.Name
	for _, n := range r.namesOf(v.i) {
		if n.First > from && n.Last < to && n.Kind == parse.NamePerson && !v.owner(n.Last) && v.cased(v.headOf(n.Span)) != "of" { // 'were members of Jaysh al-Islam'
			out = append(out, n)
		}
	}
	return out
}

// owner reports whether an 's follows token t.
func (v *view) owner(t int) bool { return t+1 < len(v.s.Tokens) && v.tok(t+1).Fine == "POS" }

// befellLast is what the report told last of people; "" if nothing.
func (r *reader) befellLast() dateline.Kind {
	for i := len(r.drafts) - 1; i >= 0; i-- {
		for _, p := range r.drafts[i].parts {
			switch p.Role {
			case dateline.KilledRole, dateline.Wounded, dateline.Abducted, dateline.Missing:
				return dateline.Kind(p.Role)
			}
		}
	}
	return ""
}

// identity is a person whom a sentence names by way of a noun: 'the driver was identified as Omar Haddad'.
type identity struct {
	noun     string
	name     dateline.Span
	sentence int
}

// reach of an identification, in sentences before it.
const identified = 8

// identify notes whom the sentence names.
func (r *reader) identify(v *view) {
	for t := range v.s.Tokens {
		if l := v.lemma(t); l != "identify" && l != "name" || !v.passive(t) {
			continue
		}
		s := v.child(t, "nsubj")
		if s < 0 || s > t || v.plural(s) {
			continue
		}
		for _, n := range r.namesOf(v.i) {
			if n.First > t && n.First <= t+2 && n.Kind == parse.NamePerson {
				r.identities = append(r.identities, identity{v.lemma(s), n.Span, v.i})
				break
			}
		}
	}
}

// identityOf returns the name that a later sentence gives the one whom head h of v speaks of; zero if none does.
func (r *reader) identityOf(v *view, h int) dateline.Span {
	for _, x := range r.identities {
		if x.sentence > v.i && x.sentence-v.i <= identified && x.noun == v.lemma(h) && !v.plural(h) {
			return x.name
		}
	}
	return dateline.Span{}
}
