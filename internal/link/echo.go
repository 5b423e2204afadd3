package link

import (
	"slices"

	"dateline"
)

// A report of which nothing was read that took place may still be about an incident that others tell: news of a
// funeral, of a charge, or in words that no pattern knows. It has a Telling without Statements, an echo. Echoes are
// compared with tellings by their wording alone (Trace), never with each other; they join nothing, tell no value and
// begin no incident. Each hangs on the incident of the telling that it is likest to (dateline.Incident.Echoes).

// echo reports whether the telling has no Statement.
func (t *Telling) echo() bool { return len(t.Heads) == 0 }

// head is the telling's first event, or its own ID where it has none.
func (t *Telling) head() string {
	if t.echo() {
		return t.ID
	}
	return t.Heads[0]
}

// echoOf is what is kept of a report that tells nothing; nil of one without words, and of one whose events people
// rejected. Where it has no Statement at all its
// text is often not the article's ('Sign in to read on'): then only the title counts.
func echoOf(r *dateline.Reading) []*Telling {
	if slices.ContainsFunc(r.Statements, func(s dateline.Statement) bool { return tellsEvent(&s) }) {
		return nil
	}
	text := r.Report.Text
	if len(r.Statements) == 0 {
		text = ""
	}
	trace := traceOf(&r.Report, text, true)
	if len(trace.Words) == 0 {
		return nil
	}
	return []*Telling{{ID: dateline.NewID("echo", r.Report.ID), Report: r.Report.ID, Published: r.Report.Published, Trace: trace, Account: &Account{}}}
}

// parted is the component without its echoes, and the echoes by index.
func (c component) parted() (told component, echoes []int) {
	at := make([]int, len(c.tellings))
	for i, t := range c.tellings {
		if at[i] = len(told.tellings); t.echo() {
			echoes = append(echoes, i)
		} else {
			told.tellings = append(told.tellings, t)
		}
	}
	for _, p := range c.pairs {
		if !c.tellings[p.a].echo() && !c.tellings[p.b].echo() {
			told.pairs = append(told.pairs, pair{at[p.a], at[p.b], p.score})
		}
	}
	return told, echoes
}

// echo hangs each echo on the incident of the telling with which it has the best score, of as good the earliest; of
// says in which incident each telling is that is no echo, in their order.
func (c component) echo(incidents []dateline.Incident, of, echoes []int) {
	if len(echoes) == 0 {
		return
	}
	in, n := make([]int, len(c.tellings)), 0
	for i, t := range c.tellings {
		if in[i] = -1; !t.echo() {
			in[i] = of[n]
			n++
		}
	}
	best := map[int]pair{}
	for _, p := range c.pairs {
		e, t := p.a, p.b
		if c.tellings[t].echo() {
			e, t = t, e
		}
		had, ok := best[e]
		if c.tellings[e].echo() && (!ok || p.score > had.score || p.score == had.score && t < had.b) {
			best[e] = pair{e, t, p.score}
		}
	}
	for _, e := range echoes {
		if p, ok := best[e]; ok && in[p.b] >= 0 {
			to := &incidents[in[p.b]]
			score, why := because(c.tellings[p.a], c.tellings[p.b])
			to.Echoes = append(to.Echoes, dateline.Echo{Report: c.tellings[e].Report, Score: score, Why: why})
		}
	}
}
