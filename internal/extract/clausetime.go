package extract

import "dateline"

// begins are verbs that say when an event itself was: 'the attack, which began on Wednesday'.
var begins = set("begin start occur happen erupt")

// begun adds the time at which a relative clause says that the event began or took place, and reports whether
// there was one.
func (r *reader) begun(v *view, d *draft) bool {
	for _, c := range v.kids[d.at] {
		if v.base(c) == "acl" && begins[v.lemma(c)] {
			for _, m := range v.mentions {
				if m.Kind == dateline.SomeTime && v.clauseVerb(v.up(v.headOf(m.Span))) == c {
					d.add(dateline.DateRole, m.Span)
				}
			}
		}
	}
	return d.has(dateline.DateRole)
}

// sequels are words that set what somebody did after, or before, an event.
var sequels = set("after following since before amid despite")

// only reports whether the clause of anchor only comes after the event, so that its time is not the event's:
// 'arrested three men on Tuesday after the bombing', 'ended the siege on Saturday'. What was done to people in the clause is the event itself:
// 'six died on Tuesday after a bombing'.
func (r *reader) only(v *view, d *draft, anchor int) bool {
	if anchor >= 0 && v.base(d.at) == "obj" && v.head(d.at) == anchor && ends[v.lemma(anchor)] {
		return true
	}
	if anchor >= 0 && v.base(d.at) != "nsubj" && aftermath[v.lemma(anchor)] && v.tag(anchor) == "VERB" {
		return true
	}
	if anchor < 0 || v.tag(anchor) != "VERB" || !sequels[v.cased(d.at)] {
		return false
	}
	switch r.lex.events[v.lemma(anchor)+".v"].Family() {
	case dateline.Violence, dateline.HumanCost:
		return false
	}
	return true
}

// aftermath are verbs for what the police and courts do about a deed, whose time is not the deed's: 'arrested a man on
// Monday in connection with the shooting'.
var aftermath = set("arrest charge indict arraign sentence convict search hunt detain book jail plead")

// ends are verbs whose time is that of the event's end: 'ended the siege on Saturday'.
var ends = set("end halt stop lift break")

// lateTime adds a time at the end of a sentence which the tree hangs on a verb above, where that verb has its
// own time before the event: 'offered a reward on Wednesday for those who killed a candidate on Sunday'.
func (r *reader) lateTime(v *view, d *draft, anchor int) {
	if !d.violent() || d.has(dateline.DateRole) {
		return
	}
	own := -1 // the verb above that has a time before the event
	for _, m := range v.mentions {
		if m.Kind != dateline.SomeTime {
			continue
		}
		t := v.headOf(m.Span)
		verb := v.clauseVerb(v.up(t))
		switch {
		case t < d.at && verb < d.at && verb != anchor && v.s.Under(d.at, verb):
			own = verb
		case t > d.at && own >= 0 && verb == own:
			d.add(dateline.DateRole, m.Span)
			return
		}
	}
}
