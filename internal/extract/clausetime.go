package extract

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// begun adds the time at which a relative clause says that the event began or took place, and reports whether
// there was one.
func (r *reader) begun(v *view, d *draft) bool {
	for _, c := range v.kids[d.at] {
		if v.base(c) == "acl" && v.r.lex.standing.has(v.lemma(c), "begins") {
			for _, m := range v.mentions {
				if ownTime(m) && v.clauseVerb(v.up(v.headOf(m.Span))) == c {
					d.add(dateline.DateRole, m.Span)
				}
			}
		}
	}
	return d.has(dateline.DateRole)
}

// compared reports whether a time or a place that begins at an offset is only of what a superlative or a first looks back to:
// 'the deadliest attack since a bombing in Herat in 2016'. Of the bombing in those words it is its own.
func (v *view) compared(offset, at int) bool {
	for t := v.tokenAt(offset); t > at && t >= 0 && (v.tag(t) != "VERB" && v.tag(t) != "PUNCT"); t-- {
		if v.lemma(t) == "since" {
			return slices.ContainsFunc(v.s.Tokens[max(0, at-4):t], func(k parse.Token) bool {
				return k.Fine == "JJS" && k.Lemma != "late" && !strings.EqualFold(k.Form, "least") && !strings.EqualFold(k.Form, "most") || k.Lemma == "first"
			})
		}
	}
	return false
}

// only reports whether the clause of anchor only comes after the event, so that its time is not the event's:
// 'arrested three men on Tuesday after the bombing', 'ended the siege on Saturday'. What was done to people in the clause is the event itself:
// 'six died on Tuesday after a bombing'.
func (r *reader) only(v *view, d *draft, anchor int) bool {
	if anchor >= 0 && (v.base(d.at) == "obj" || v.base(d.at) == "nsubj" && v.child(anchor, "obj") < 0) && v.head(d.at) == anchor && v.r.lex.standing.has(v.lemma(anchor), "ends") {
		return true
	}
	if anchor >= 0 && (v.ofPerson(d.at, anchor) || v.reactedTo(d.at) && v.tag(anchor) == "VERB") {
		return true
	}
	if anchor >= 0 && v.base(d.at) != "nsubj" && v.r.lex.standing.has(v.lemma(anchor), "aftermath", "condemns") && v.tag(anchor) == "VERB" {
		return true
	}
	if anchor < 0 || v.tag(anchor) != "VERB" || !v.r.lex.standing.has(v.cased(d.at), "sequel") {
		return false
	}
	switch r.lex.events[v.lemma(anchor)+".v"].Family() {
	case dateline.Violence, dateline.HumanCost:
		return false
	}
	return true
}

// reactedTo reports whether the clause only tells what others did about the event of noun t: 'stopped work in protest at the
// kidnapping', 'blocked a highway over the killing'.
func (v *view) reactedTo(t int) bool {
	c := v.child(t, "case")
	if c < 1 || c > t || v.tag(t) != "NOUN" {
		return false
	}
	return v.r.lex.standing.has(v.lemma(c-1), "reaction") || v.lemma(c) == "over" && v.definite(t)
}

// behindOwn adds the one time behind an event that the clause only reacts to, where the clause has its own before it: 'marched on
// Monday over the killing of a teacher on 3 May'.
func (r *reader) behindOwn(v *view, d *draft) {
	own, behind := false, dateline.Span{}
	for _, m := range v.mentions {
		switch t := v.headOf(m.Span); {
		case !ownTime(m):
		case m.Span.End <= d.trigger.Start:
			own = own || v.clauseVerb(v.up(t)) < d.at
		case behind.IsZero() && m.Span.Start >= d.trigger.End && v.clauseVerb(v.up(t)) < d.at && !strings.ContainsAny(r.text[d.trigger.End:m.Span.Start], ",;"):
			behind = m.Span
		}
	}
	if own && !behind.IsZero() {
		d.add(dateline.DateRole, behind)
	}
}

// ofPerson reports whether noun t only says who somebody is of whom a clause tells: 'a suspect in the bombing gave himself up on Sunday'.
func (v *view) ofPerson(t, clause int) bool {
	h := v.head(t)
	return v.saysWho(t) && v.clauseVerb(h) == clause && v.base(h) != "obj"
}

// tellsWho reports whether token t is, or tells more of, what ofPerson is true of.
func (v *view) tellsWho(t, clause int) bool {
	for k := 0; k < 8 && t >= 0 && t != clause; k, t = k+1, v.head(t) {
		if v.ofPerson(t, clause) || k > 0 && slices.ContainsFunc(v.kids[t], func(c int) bool { return v.ofPerson(c, clause) }) {
			return true
		}
	}
	return false
}

// saysWho reports whether noun t says what somebody before it has done: 'a suspect in the bombing', 'the man behind the attack'.
func (v *view) saysWho(t int) bool {
	h := v.head(t)
	return v.tag(t) == "NOUN" && v.base(t) == "nmod" && h >= 0 && h < t && v.tag(h) == "NOUN" &&
		(v.cased(t) == "in" && v.r.lex.nouns.has(v.lemma(h), "armed") || v.cased(t) == "behind" && v.r.lex.nouns.has(v.lemma(h), "people", "armed"))
}

// partTimes gives an event that something was done about the time right behind it, where the tree hangs it on the verb, which
// has its own: 'were arrested on Monday in connection with the killing of an officer in October'.
func (r *reader) partTimes(v *view, ds []*draft) {
	for _, d := range ds {
		r.accusedTime(v, d, ds)
		first, second := d.twoDays()
		if v.tag(d.at) != "VERB" || second == nil {
			continue
		}
		for _, e := range ds {
			if !e.violent() || v.tag(e.at) != "NOUN" || e.trigger.Start < first.End || e.trigger.End > second.Start || !v.r.lex.standing.has(v.cased(e.at), "about") && !v.reactedTo(e.at) {
				continue
			}
			own := *second
			d.drop(own)
			e.dropTimes()
			e.add(dateline.DateRole, own)
			e.past = e.past || r.older(v, e)
			break
		}
	}
}

// accusedTime gives the deed that somebody is accused of the one time behind it, which the tree hangs on the verb that accuses: 'is accused of
// shooting two guards on 15 March'.
func (r *reader) accusedTime(v *view, d *draft, ds []*draft) {
	first, second := d.twoDays()
	if d.kind != dateline.Charge || v.tag(d.at) != "VERB" || !v.r.lex.speech.has(v.lemma(d.at), "faults") || first == nil || second != nil {
		return
	}
	for _, e := range ds {
		if !e.violent() || e.has(dateline.DateRole) || e.trigger.Start < d.trigger.End || e.trigger.End > first.Start || !v.s.Under(e.at, d.at) || strings.ContainsAny(r.text[e.trigger.End:first.Start], ",;") {
			continue
		}
		own := *first
		d.drop(own)
		e.add(dateline.DateRole, own)
		e.past = e.past || r.older(v, e)
		return
	}
}

// twoDays returns the first two times that a draft's own clause tells, nil for none.
func (d *draft) twoDays() (first, second *dateline.Span) {
	for _, p := range d.parts {
		switch span := p.Span; {
		case p.Role != dateline.DateRole || p.Inferred != "" || !calendar(span.In(d.v.r.text)):
		case first == nil:
			first = &span
		case second == nil && span.Start > first.Start:
			second = &span
		}
	}
	return first, second
}

// drop takes a time off a draft.
func (d *draft) drop(time dateline.Span) {
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role == dateline.DateRole && p.Span == time })
}

// dropTimes takes all times off a draft.
func (d *draft) dropTimes() {
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool { return p.Role == dateline.DateRole })
}

// earlier reports whether verb t tells what was before the day on which it is said: 'today confirmed that they recently
// detained two'.
func (v *view) earlier(t int) bool {
	return slices.ContainsFunc(v.kids[t], func(c int) bool { return v.base(c) == "advmod" && v.r.lex.standing.has(v.lemma(c), "sooner") })
}

// lateTime adds a time at the end of a sentence which the tree hangs on a verb above, where that verb has its
// own time before the event: 'offered a reward on Wednesday for those who killed a candidate on Sunday'.
func (r *reader) lateTime(v *view, d *draft, anchor int) {
	if !d.violent() || d.has(dateline.DateRole) {
		return
	}
	own := -1 // the verb above that has a time before the event
	for _, m := range v.mentions {
		if !ownTime(m) {
			continue
		}
		t := v.headOf(m.Span)
		verb := v.clauseVerb(v.up(t))
		switch {
		case t < d.at && verb < d.at && verb != anchor && v.s.Under(d.at, verb):
			own = verb
		case t > d.at && own >= 0 && verb == own && !v.compared(m.Span.Start, d.at):
			d.add(dateline.DateRole, m.Span)
			return
		}
	}
}

// ownTime reports whether m is a time of what it stands with, not the day of the event that its words count from.
func ownTime(m dateline.Mention) bool { return m.Kind == dateline.SomeTime && !m.Event }

// pairTimes gives a verb without a time that of the verb that 'and' joins right behind it: 'was arrested and detained last year'.
func (r *reader) pairTimes(v *view, d *draft) {
	k := d.at + 2
	if d.has(dateline.DateRole) || v.tag(d.at) != "VERB" || k >= len(v.s.Tokens) || v.lemma(k-1) != "and" || v.tag(k) != "VERB" || v.head(k) != d.at || v.base(k) != "conj" {
		return
	}
	for _, m := range v.mentions {
		if ownTime(m) && m.Span.Start > v.tok(k).Span.End && v.clauseVerb(v.up(v.headOf(m.Span))) == k {
			d.add(dateline.DateRole, m.Span)
		}
	}
}

// confirmed reports whether a time stands right behind a verb by which something was made known: 'also confirmed today was the
// capture of'.
func (v *view) confirmed(t int) bool {
	return t > 0 && v.tag(t-1) == "VERB" && v.r.lex.standing.has(v.lemma(t-1), "owns")
}

// sinceWhat is the noun under 'since' that a time stands right behind, which is its own: 'has been held in a camp since his
// arrest in 2019'; -1 if there is none.
func (v *view) sinceWhat(time dateline.Span) int {
	k := v.tokenAt(time.Start) - 1
	if k > 0 && (v.lemma(k) == "in" || v.lemma(k) == "on") {
		k--
	}
	if k < 0 || v.tag(k) != "NOUN" || v.cased(k) != "since" {
		return -1
	}
	return k
}

// countedFrom adds the time whose words count from the draft's event, and reports whether there is one: 'on Tuesday, two days
// after the attack', 'on Tuesday, a day after gunmen killed nine'.
func (r *reader) countedFrom(v *view, d *draft) bool {
	time := v.countedTime(d)
	if !time.IsZero() {
		d.add(dateline.DateRole, time)
	}
	return !time.IsZero()
}

// countedTime is the time whose words count from the draft's event; zero if there is none.
func (v *view) countedTime(d *draft) dateline.Span {
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && m.Event && (m.Span.Contains(d.trigger) || v.joinedIn(d.at, m.Span) || v.joinedIn(v.clauseVerb(d.at), m.Span)) {
			return m.Span
		}
	}
	return dateline.Span{}
}

// pointedAt adds the time whose words count from the event that the sentence is about, where the draft is one that has
// no time of its own: 'claimed the bombing on Tuesday, two days after the attack'.
func (r *reader) pointedAt(v *view, d *draft) {
	if !d.violent() || d.has(dateline.DateRole) {
		return
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && m.Event && r.fromEvent(m.Span) && d.trigger.End <= m.Span.Start {
			d.add(dateline.DateRole, m.Span)
		}
	}
}

// joinedIn reports whether the word that joins the phrase or clause of t to what stands before it lies in s.
func (v *view) joinedIn(t int, s dateline.Span) bool {
	for _, c := range v.kids[t] {
		if b := v.base(c); (b == "mark" || b == "case") && s.Contains(v.tok(c).Span) {
			return true
		}
	}
	return false
}

// fromEvent reports whether the words of a time count from the events that the report is about: 'two days after the
// attacks'. It is when something else was, never their own day.
func (r *reader) fromEvent(s dateline.Span) bool {
	words := strings.Fields(strings.ToLower(s.In(r.text)))
	n := len(words)
	if n < 4 || words[n-2] != "the" || words[n-3] != "after" && words[n-3] != "before" {
		return false
	}
	kind := r.lex.events[strings.TrimSuffix(words[n-1], "s")+".n"]
	return kind.Family() == dateline.Violence
}

// opensNext reports whether a time behind the draft's word opens a further clause of the sentence, which it is of: 'killed 148
// people in Garissa, and in January 2019 an attack left 21 dead'.
func (r *reader) opensNext(v *view, s dateline.Span, d *draft) bool {
	if s.Start < d.trigger.End || !r.opens(v, s) {
		return false
	}
	for _, e := range v.s.Tokens {
		if e.Span.Start > s.End && r.lex.events[e.Lemma+".n"].Family() == dateline.Violence {
			return true
		}
	}
	return false
}

// opened adds to an event told by a noun the time that opens its clause, where no other stands between.
func (r *reader) opened(v *view, d *draft) {
	if !d.violent() || d.has(dateline.DateRole) {
		return
	}
	for i := len(v.mentions) - 1; i >= 0; i-- {
		if m := v.mentions[i]; ownTime(m) && m.Span.End <= d.trigger.Start {
			if r.opens(v, m.Span) && !strings.ContainsAny(r.text[m.Span.End:d.trigger.Start], ",;:") {
				d.add(dateline.DateRole, m.Span)
			}
			return
		}
	}
}

// opens reports whether ', and in' or ', and on' stands before a time.
func (r *reader) opens(v *view, s dateline.Span) bool {
	before := strings.Fields(strings.ToLower(r.text[v.s.Span.Start:s.Start]))
	n := len(before)
	return n > 2 && (before[n-1] == "in" || before[n-1] == "on") && (before[n-2] == "and" || before[n-2] == "while") && strings.HasSuffix(before[n-3], ",")
}
