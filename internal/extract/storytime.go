package extract

import (
	"strings"

	"dateline"
)

// storyReach is how many sentences back, within a paragraph, a story has told the time of what it goes on
// telling.
const storyReach = 2

// storyTimes gives events without a time of their own that of the story, with the reason: of the event that
// they speak of, of a clause above theirs in the sentence, or of the sentences just before. An event whose
// sentence tells another time, or that lies further back than the story, has none of these.
func (r *reader) storyTimes() {
	for i, d := range r.drafts {
		d.placeOfEvent()
		if !d.dated() {
			continue
		}
		switch {
		case d.timeOfEvent():
		case r.timeAbove(d):
		default:
			r.timeBefore(i, d)
		}
	}
}

// dated reports whether d is an event that took place at some time which is not yet known.
func (d *draft) dated() bool {
	switch d.kind.Family() {
	case dateline.Violence, dateline.HumanCost, dateline.CounterMeasures:
		return d.reality.Counts() && !d.has(dateline.DateRole) && d.kind != dateline.Designation && d.kind != dateline.Sanction
	}
	return false
}

// timeOfEvent lends d the time of the event that it speaks of.
func (d *draft) timeOfEvent() bool {
	for e, k := d.refers, 0; e != nil && k < 3; e, k = e.refers, k+1 {
		d.past = d.past || e.past
		if p := e.part(dateline.DateRole); p != nil {
			d.infer(dateline.DateRole, p.Span, "from the event that it speaks of")
			return true
		}
	}
	return false
}

// placeOfEvent lends d, which tells whom an event hit and not where, the places of the event: 'Eleven people died' in the town whose market
// was struck.
func (d *draft) placeOfEvent() {
	if f := d.kind.Family(); f != dateline.HumanCost && f != dateline.Violence || d.kind == dateline.ReleasedKind || d.has(dateline.PlaceRole) || !d.reality.Counts() {
		return
	}
	for e, k := d.refers, 0; e != nil && k < 3; e, k = e.refers, k+1 {
		if !e.has(dateline.PlaceRole) {
			continue
		}
		for _, p := range e.parts {
			if p.Role == dateline.PlaceRole {
				d.infer(dateline.PlaceRole, p.Span, "from the event that it speaks of")
			}
		}
		return
	}
}

// timeAbove lends d the one time of the nearest clause above its own that has one. Where somebody only says
// so, and where a clause describes a noun, the time above is another one.
func (r *reader) timeAbove(d *draft) bool {
	v := d.v
	t := v.clauseVerb(d.at)
	for k := 0; k < 4 && v.head(t) >= 0; k++ {
		harm := v.harms(t)
		if m, ok := v.leadingTime(); ok && v.base(t) == "parataxis" && v.parted(v.head(t), t) {
			d.infer(dateline.DateRole, m.Span, "the time that the sentence begins with")
			d.past = d.past || r.older(v, d)
			return true
		}
		if b := v.base(t); b == "acl" && !harm && !v.whereClause(t) || b == "ccomp" || b == "parataxis" {
			return false
		}
		if c := v.cased(t); d.violent() && v.tok(t).Fine == "VBG" && (c == "for" || c == "of") {
			return false // 'executed three men on Sunday for killing a policeman'
		}
		t = v.clauseVerb(v.head(t))
		if r.lex.speech.has(v.lemma(t), "say") || d.violent() && r.lex.standing.has(v.lemma(t), "reacts") || (d.violent() || d.toll()) && r.lex.standing.has(v.lemma(t), "founds") {
			return false
		}
		if m, ok := v.oneTime(t, harm); ok {
			if r.later(v, d, t, m.Span) {
				return false
			}
			d.infer(dateline.DateRole, m.Span, "from the clause that it stands in")
			d.past = d.past || r.older(v, d)
			return true
		}
	}
	return false
}

// later reports whether a day is only told of what was done about d, or of how things stood after it, when it may have been over for days:
// 'was arrested on Tuesday after he shot two', 'was in critical condition Tuesday after a fight'. Behind d it may be d's own: 'are investigating
// how a boy was shot on Tuesday'.
func (r *reader) later(v *view, d *draft, clause int, day dateline.Span) bool {
	if !d.violent() && d.kind.Family() != dateline.HumanCost || v.anchorToken(d) == clause || wide(day.In(r.text)) || !v.r.lex.standing.has(v.lemma(clause), "aftermath", "condemns", "stands") {
		return false
	}
	if b := v.base(clause); b == "advcl" || b == "acl" || clause < d.at && d.at < v.headOf(day) {
		return false
	}
	w := v.child(v.clauseVerb(d.at), "mark", "advmod", "case")
	up := v.up(v.headOf(day)) // 'Police on Wednesday identified' hangs the day on the subject
	return (up == clause || v.head(up) == clause && v.base(up) == "nsubj") && (w < 0 || v.lemma(w) != "while" && v.lemma(w) != "as" && v.lemma(w) != "when" && v.lemma(w) != "by")
}

// whereClause reports whether the clause of t goes on the story: 'to Iraq, where he was abducted'.
func (v *view) whereClause(t int) bool {
	for _, c := range v.kids[t] {
		if l := v.lemma(c); v.base(c) == "advmod" && (l == "where" || l == "when") {
			return true
		}
	}
	return false
}

// leadingTime returns the time that the sentence begins with, so that what a semicolon parts is of it too: 'In October a faction left;
// the leaders arrested dozens'.
func (v *view) leadingTime() (dateline.Mention, bool) {
	for _, m := range v.mentions {
		if ownTime(m) && m.Fixed {
			return m, m.Span.Start <= v.tok(min(1, len(v.s.Tokens)-1)).Span.Start
		}
	}
	return dateline.Mention{}, false
}

// harms reports whether t is the verb of ', which killed two', so that the time above is its own.
func (v *view) harms(t int) bool {
	w := v.child(t, "nsubj")
	return v.rel(t) == "acl:relcl" && w > 0 && v.lemma(w) == "which" && v.tok(w-1).Form == "," && v.tok(t).Fine == "VBD" && v.r.lex.standing.has(v.lemma(t), "harm")
}

// oneTime returns the one time that stands right under verb t and fixes days, or, if counted is set, is counted from another; false if there
// is none, or more than one.
func (v *view) oneTime(t int, counted bool) (dateline.Mention, bool) {
	var one dateline.Mention
	n := 0
	for _, m := range v.mentions {
		if ownTime(m) && (m.Fixed || counted) && v.clauseVerb(v.up(v.headOf(m.Span))) == t {
			one = m
			n++
		}
	}
	return one, n == 1
}

// timeBefore lends d, whose sentence tells no time, that of the story just before it: of the last event told
// there, or else the one that its main clause tells.
func (r *reader) timeBefore(i int, d *draft) {
	v := d.v
	if r.tellsTime(v.i) || v.pluperfect(d.at) || d.past || d.stance == dateline.Denied || Lasting(v.s, d.at) {
		return
	}
	for k := v.i - 1; k >= max(v.i-storyReach, 0); k-- {
		s := &r.in.Text.Sentences[k]
		if s.Paragraph != v.s.Paragraph && k < v.i-1 || !r.readable(k) {
			return
		}
		if !r.tellsTime(k) {
			continue
		}
		told := r.storyAt[k]
		if e := r.eventAt(i, k); e != nil {
			if e.past || r.apart(d, e) || d.violent() && e.kind.Family() == dateline.CounterMeasures {
				return
			}
			told = e.part(dateline.DateRole).Span
		} else if d.violent() && r.policed(i, k) {
			return
		}
		if !told.IsZero() && !strings.HasSuffix(told.In(r.text), " earlier") && !(d.kind.Family() == dateline.CounterMeasures && wide(told.In(r.text))) {
			d.infer(dateline.DateRole, told, "the time that the story has told just before")
		}
		return
	}
}

// policed reports whether sentence k, before draft i, tells what police or courts did.
func (r *reader) policed(i, k int) bool {
	for j := i - 1; j >= 0 && r.drafts[j].v.i >= k; j-- {
		if r.drafts[j].v.i == k && r.drafts[j].kind.Family() == dateline.CounterMeasures {
			return true
		}
	}
	return false
}

// storyTime returns the one time that stands under a main verb of the past in v's sentence and fixes days;
// zero if there is none, or if it is when somebody only told something (Tells).
func (r *reader) storyTime(v *view) dateline.Span {
	for t := range v.s.Tokens {
		if b := v.base(t); b != "root" && b != "conj" || v.tag(t) != "VERB" || v.tok(t).Fine != "VBD" && v.child(t, "aux:pass") < 0 || v.pluperfect(t) {
			continue
		}
		if m, ok := v.oneTime(t, false); ok && !Tells(v.s, t) {
			return m.Span
		}
	}
	return dateline.Span{}
}

// tellsTime reports whether sentence k tells any time.
func (r *reader) tellsTime(k int) bool {
	for _, m := range r.mentions[k] {
		if m.Kind == dateline.SomeTime {
			return true
		}
	}
	return false
}

// pluperfect reports whether the verb of t's clause goes back behind the story: 'had been killed'.
func (v *view) pluperfect(t int) bool {
	verb := v.clauseVerb(t)
	for _, c := range v.kids[verb] {
		if v.base(c) == "aux" && v.lemma(c) == "have" {
			return true
		}
	}
	return false
}

// eventAt returns the last event of sentence k with a time that fixes days, of those before draft i.
func (r *reader) eventAt(i, k int) *draft {
	for j := i - 1; j >= 0 && r.drafts[j].v.i >= k; j-- {
		e := r.drafts[j]
		if p := e.part(dateline.DateRole); e.v.i == k && p != nil && e.reality.Counts() && r.fixes(k, p.Span) {
			return e
		}
	}
	return nil
}

// fixes reports whether the words are a time of sentence k that fixes days.
func (r *reader) fixes(k int, sp dateline.Span) bool {
	for _, m := range r.mentions[k] {
		if m.Span == sp {
			return m.Fixed
		}
	}
	return false
}

// apart reports whether both have a place in their own sentence, and another one.
func (r *reader) apart(d, e *draft) bool {
	p, q := d.part(dateline.PlaceRole), e.part(dateline.PlaceRole)
	return p != nil && q != nil && d.v.s.Span.Contains(p.Span) && e.v.s.Span.Contains(q.Span) && p.Span.In(r.text) != q.Span.In(r.text)
}
