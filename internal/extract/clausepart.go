package extract

import (
	"dateline"
	"dateline/internal/parse"
)

// clauseParts gives the drafts of a sentence what its clauses say of who did it and to whom, where the
// patterns found nobody: the clause knows shared subjects, passives and participles.
func (r *reader) clauseParts(v *view, ds []*draft) {
	var clauses []parse.Clause
	answered := false // a claim or an accusation says who did it
	for _, d := range ds {
		answered = answered || d.kind.Family() == dateline.Responsibility
	}
	for _, d := range ds {
		if f := d.kind.Family(); f != dateline.Violence && f != dateline.HumanCost {
			continue
		}
		if clauses == nil {
			clauses = r.in.Text.Clauses(v.i)
		}
		for k := range clauses {
			if c := &clauses[k]; c.Head == d.at && (c.Form == parse.NominalClause) == (v.tag(d.at) != "VERB") {
				d.takeClause(headOfPhrase(c.Who), headOfPhrase(c.Whom), c.Link == parse.LinkLent, answered)
			}
		}
	}
	for _, d := range ds {
		d.including()
	}
}

// takesPart reports whether noun t is what somebody takes part in, and whether that is told as a fact: 'nine bombers took part in the assault', 'denied
// that any woman took part in it'.
func (v *view) takesPart(t int) (part, told bool) {
	h := v.head(t)
	if h < 0 || v.cased(t) != "in" || v.tag(h) != "VERB" {
		return false, false
	}
	o := v.child(h, "obj")
	if l := v.lemma(h); l != "participate" && (l != "take" || o < 0 || v.lemma(o) != "part") {
		return false, false
	}
	up := v.head(h)
	denied := up >= 0 && v.base(h) == "ccomp" && v.r.lex.speech.has(v.lemma(up), "deny")
	return true, !denied && v.standing(h) == dateline.Happened
}

// takeClause gives the doer and the one done to their roles, where nobody has them. A doer who is lent is
// only said to be involved or accused; where a claim or an accusation is read, that statement has him.
func (d *draft) takeClause(who, whom int, lent, answered bool) {
	v := d.v
	if lent && (answered || v.head(d.at) >= 0 && v.r.lex.standing.has(v.lemma(v.head(d.at)), "halts")) {
		who = -1
	}
	if who >= 0 && v.wonders(d.at) {
		who = -1
	}
	part, told := v.takesPart(d.at)
	if part && !told {
		who = -1
	}
	if who >= 0 && (d.overlaps(dateline.Victim, v.tok(who).Span) || d.overlaps(dateline.Target, v.tok(who).Span)) {
		who = -1
	}
	if who >= 0 && v.base(who) == "compound" && v.head(who) == d.at && v.is(who, dateline.Somewhere) && !initials(v.tok(who).Form) &&
		(!v.held[who].State || v.child(d.at, "det") >= 0 && !v.struckElsewhere(d)) {
		who = -1 // 'the Kunduz air strike'
	}
	if d.violent() && who >= 0 && !d.has(dateline.Perpetrator) && v.inClass(who, "AGENT") && !v.eventful(who) && len(d.slotsOf("subj", "by")) > 0 {
		if d.put(dateline.Perpetrator, who); lent && !part {
			d.stance = stronger(d.stance, dateline.Suspected)
		}
	}
	if whom < 0 || v.labels(whom) || d.has(dateline.Victim) || d.has(dateline.Target) || v.eventful(whom) || v.is(whom, dateline.SomeTime) || v.r.lex.nouns.has(v.lemma(whom), "medium") {
		return
	}
	for _, s := range d.slotsOf("obj", "of", "against") {
		if s.role != "" && s.role != string(dateline.Weapon) && s.role != string(dateline.Perpetrator) && (len(s.filter) == 0 || v.accepts(whom, s)) {
			d.take(s, whom)
			return
		}
	}
}

// slotsOf lists the slots of the draft's pattern with one of the names.
func (d *draft) slotsOf(names ...string) []slot {
	if d.p == nil {
		return nil
	}
	var out []slot
	for _, s := range d.p.slots {
		for _, n := range names {
			if s.name == n {
				out = append(out, s)
			}
		}
	}
	return out
}

// including adds those whom 'including' names among the victims: '10 people were killed, including Ana Kovac'.
func (d *draft) including() {
	v := d.v
	for i := range d.parts {
		p := d.parts[i]
		if p.Role != dateline.Victim {
			continue
		}
		h := v.headOf(p.Span)
		for t := v.endOf(p.Span) + 1; t < len(v.s.Tokens); t++ {
			b := v.base(t)
			if (b != "obl" && b != "nmod" && b != "conj") || v.cased(t) != "include" && v.cased(t) != "including" || !v.within(t, d.at) && !v.within(t, h) {
				continue
			}
			if v.inClass(t, "HURTABLE") {
				d.each(t, func(sp dateline.Span) { d.harm(dateline.Victim, sp, p.Effect) })
			}
			return
		}
	}
}
