package storytime

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

// clauses names how event e and an expression stand to each other by the clauses of their sentences, and
// by who is named there.
func (g *gathering) clauses(e *Event, x *Expression, l, gap string, sum *scorer.Sum) {
	a, b := e.Standing.Clauses, x.Standing.Clauses
	own, their := marker(a), tense(b)
	sum.Add(l, " e=", own, " gap=", gap)
	sum.Add(l, " tenses=", tense(a), "/", their, " gap=", near(gap))
	if x.Sentence != e.Sentence {
		if e.Standing.Paragraph == x.Standing.Paragraph {
			sum.Add(l, " same paragraph")
		}
		sum.Add(l, " names=", shared(e.Standing.Names, x.Standing.Names))
		return
	}
	way := between(a, b)
	sum.Add(l, " way=", way)
	sum.Add("way=", way, " e=", own)
	if len(b) > 0 {
		sum.Add("way=", way, " v=", b[0].Lemma)
		sum.Add("way=", way, " x=", b[0].Marker)
	}
}

// pursued reports whether event e is told as what somebody is held, charged or tried for ('detained over the killing'), and
// c is only told as the time of such measures, in a report that names a time of months before: what led to them may have
// been then, and came before them.
func (g *gathering) pursued(e *Event, c *candidate) bool {
	if !violent(e.Kind) || !slices.ContainsFunc(g.candidates, func(o *candidate) bool { return o.day < c.day-31 }) || len(c.of) == 0 || slices.ContainsFunc(c.of, func(o *Event) bool { return o.Kind.Family() != dateline.CounterMeasures }) {
		return false
	}
	own := e.Standing.Clauses
	for i := 1; i < len(own); i++ {
		if grounds[own[i-1].Marker] && slices.ContainsFunc(g.r.Events, func(o Event) bool {
			return o.At == own[i].Head && o.Kind.Family() == dateline.CounterMeasures && o.Kind != dateline.Raid
		}) {
			return true
		}
	}
	return false
}

// grounds are words behind such a measure that say what for.
var grounds = set("over for of in after following on with")

// sequels are words that set what somebody did after, or before, an event.
var sequels = set("after following since before amid despite")

// over reports whether the words tell that event e was over at c: it had been before, or at c somebody acts
// on it ('arrested on Tuesday after the bombing', 'deplored the murder on Tuesday'), and c is told nowhere else.
func (g *gathering) over(e *Event, c *candidate) bool {
	if own := e.Standing.Clauses; len(own) > 0 && own[0].Back && own[0].Tense == "past perfect" && c.told > 0 {
		return true
	}
	return !slices.ContainsFunc(c.expressions, func(i int) bool { return !e.overAt(&g.r.Expressions[i]) })
}

// overAt reports whether an expression is the time of what somebody does about event e, in its sentence.
func (e *Event) overAt(x *Expression) bool {
	a, b := e.Standing.Clauses, x.Standing.Clauses
	if x.Sentence != e.Sentence || len(a) < 2 || len(b) == 0 || !a[0].Nominal || a[1].Head != b[0].Head || b[0].Nominal {
		return false
	}
	return sequels[a[0].Marker] && x.Part.Family() != dateline.HumanCost || x.Part != "" && !violent(x.Part)
}

// telling reports whether c is a day on which somebody only told things, in a report that says of other times what took place
// then ('police put the toll at 359 on Wednesday'), or a time told of something of another sort ('banned the group in 2002').
func (g *gathering) telling(c *candidate) bool {
	if c.told > 0 || c.past > 0 {
		return false
	}
	told, sort := 0, 0
	for _, i := range c.expressions {
		switch x := &g.r.Expressions[i]; {
		case x.Part != "" && !placed(x.Part) && (c.level == oneDay || x.Part.Family() != dateline.Responsibility):
			sort++
		case x.Telling:
			told++
		case x.Verb != "":
			return false
		}
	}
	return sort > 0 || told > 0 && c.level == oneDay && (g.mostTold > 0 || told == len(c.expressions) && c.tolls(g.r))
}

// policed reports whether the report tells of c, days before it, only what police and courts did then.
func (c *candidate) policed() bool {
	return len(c.lag) > 1 && len(c.of) > 0 && !slices.ContainsFunc(c.of, func(e *Event) bool { return violent(e.Kind) })
}

// caught reports whether the report tells of c only what police and courts did then, and names an older time: one of years before, or
// one of months before at which something violent took place.
func (g *gathering) caught(c *candidate) bool {
	if len(c.of) == 0 || slices.ContainsFunc(c.of, func(e *Event) bool { return e.Kind.Family() != dateline.CounterMeasures }) {
		return false
	}
	return slices.ContainsFunc(g.candidates, func(o *candidate) bool {
		return o.day < c.day-longAgo || o.day < c.day-31 && slices.ContainsFunc(o.of, func(e *Event) bool { return violent(e.Kind) })
	})
}

// longAgo is how many days before an arrest a time lies that is likely that of the deed.
const longAgo = 2 * 366

// history reports whether c is a year long ago at which the report tells nothing that took place: 'since he took
// power in 2012'.
func (c *candidate) history() bool {
	return c.level == year && c.lag == "old" && len(c.of) == 0
}

// counted reports whether c is told only by words that count from another event ('two days earlier'), in other sentences than event e's, beside
// a day on which the report says that things took place.
func (g *gathering) counted(e *Event, c *candidate) bool {
	return slices.ContainsFunc(g.candidates, func(o *candidate) bool { return o != c && o.level == oneDay && o.told > 0 && o.kin > 0 }) &&
		!slices.ContainsFunc(c.expressions, func(i int) bool {
			x := &g.r.Expressions[i]
			return x.Sentence == e.Sentence || !strings.HasSuffix(x.Words, " earlier") && !strings.HasSuffix(x.Words, " later")
		})
}

// leastHistory is the least chance for which such a year is lent.
const leastHistory = 0.45

// tolls reports whether c is a day on which somebody put a toll or kept an anniversary.
func (c *candidate) tolls(r *Report) bool {
	return slices.ContainsFunc(c.expressions, func(i int) bool { return bare[r.Expressions[i].Verb] })
}

// bare are verbs of telling by which no deed is told.
var bare = set("put revise mark commemorate observe declare proclaim")

// placed reports whether statements of a kind tell what happened at some time and place.
func placed(k dateline.Kind) bool {
	return violent(k) || k.Family() == dateline.CounterMeasures && k != dateline.Designation && k != dateline.Sanction
}

// compared reports whether an expression is the time of what something is likened to: 'not unlike the attack of
// August 1939'.
func (x *Expression) compared() bool {
	return slices.ContainsFunc(x.Standing.Clauses, func(c Clause) bool { return c.Marker == "like" || c.Marker == "unlike" })
}

// violent reports whether a kind tells of a deed or of those hurt by it.
func violent(k dateline.Kind) bool {
	return k.Family() == dateline.Violence || k.Family() == dateline.HumanCost
}

// tense is that of the first clause that has one.
func tense(all []Clause) string {
	for _, c := range all {
		if c.Tense != "" {
			return c.Tense
		}
	}
	return "-"
}

// marker is how an event's own clause is introduced, and whether it is a noun.
func marker(all []Clause) string {
	if len(all) == 0 {
		return "?"
	}
	if all[0].Nominal {
		return "noun " + all[0].Marker
	}
	if all[0].Marker != "" {
		return all[0].Marker
	}
	return all[0].Link
}

// between says how the clause of an event stands to that of an expression in the same sentence.
func between(e, x []Clause) string {
	if len(e) == 0 || len(x) == 0 {
		return "unknown"
	}
	up := func(all []Clause, head int) int {
		return slices.IndexFunc(all, func(c Clause) bool { return c.Head == head })
	}
	switch n, m := up(e, x[0].Head), up(x, e[0].Head); {
	case n == 0:
		return "same"
	case n > 0:
		return "below " + few(n, 2) + " " + marker(e[:n][n-1:])
	case m > 0:
		return "above " + few(m, 2) + " " + marker(x[:m][m-1:])
	}
	for n, c := range e {
		if m := up(x, c.Head); m > 0 {
			return "beside " + few(n, 2) + few(m, 2)
		}
	}
	return "apart"
}

// shared says whether two sentences name one person.
func shared(a, b []string) string {
	switch {
	case len(a) == 0 || len(b) == 0:
		return "none"
	case slices.ContainsFunc(a, func(n string) bool { return slices.Contains(b, n) }):
		return "same"
	}
	return "other"
}
