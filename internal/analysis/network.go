package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"dateline"
)

// Network is what is told, and what the record has, between groups: never between persons. It holds all times; At is
// what stood on a day.
type Network struct {
	Edges []Edge // by A, then B, then in the order of Betweens
}

// Edge is one thing between two groups, of all times.
type Edge struct {
	A, B    string // Actor.ID; what goes both ways has them in their order
	Between Between
	Record  []dateline.Relation
	Told    []*dateline.Dealing // by day, then Statement; so are Denied
	Denied  []*dateline.Dealing // that deny or doubt it
}

// Backing is the state of the evidence for an Edge on a day.
type Backing string

// The states of evidence.
const (
	Recorded Backing = "in the record"                // and told by nobody
	Several  Backing = "several independent accounts" // of which one at least is not by one of the two
	Reported Backing = "reported"                     // in one account
	OneSided Backing = "claimed by one side"          // by one of the two alone, however often
	Disputed Backing = "denied or doubted"            // by somebody, whoever tells it
	EndedBy  Backing = "told as ended"                // by a later account
)

// Backings lists every Backing, the firmest first.
var Backings = []Backing{Several, Recorded, Reported, OneSided, Disputed, EndedBy}

// Standing is an Edge on a day. Its accounts are those of things begun by then; of what happens and passes, those of
// the Window before it.
type Standing struct {
	Edge
	Fit         Fit // how the record's dates stand to the day
	Backing     Backing
	Independent int                 // accounts that tell it: copies are one
	Ended       []*dateline.Dealing // that tell its end
	First, Last string              // the days of the first and the last account that tells it; "" for none
}

// Window is for how many days what happens and passes is shown.
const Window = 365

// NewNetwork ties the groups that in lets through, by what was not rejected. records are those of all actors.
func NewNetwork(dealings []dateline.Dealing, records []dateline.Actor, in func(actor string) bool) *Network {
	b := netBuilder{in: in, edges: map[edgeKey]*Edge{}}
	for _, a := range records {
		for _, r := range a.Relations {
			b.record(a.ID, r)
		}
	}
	for i := range dealings {
		if dealings[i].Review != dateline.Rejected {
			b.tell(&dealings[i])
		}
	}
	return b.network()
}

type edgeKey struct {
	a, b    string
	between Between
}

type netBuilder struct {
	in    func(string) bool
	edges map[edgeKey]*Edge
}

// edge returns that of a and b; nil if one is not let through, or they are one.
func (b *netBuilder) edge(x, y string, between Between) *Edge {
	if x == y || !b.in(x) || !b.in(y) {
		return nil
	}
	if between.Mutual() && y < x {
		x, y = y, x
	}
	k := edgeKey{x, y, between}
	if b.edges[k] == nil {
		b.edges[k] = &Edge{A: x, B: y, Between: between}
	}
	return b.edges[k]
}

func (b *netBuilder) record(of string, r dateline.Relation) {
	between, ok := betweenOfRecord[r.Kind]
	if !ok {
		return
	}
	e := b.edge(of, r.Actor, between)
	if e == nil || slices.ContainsFunc(e.Record, func(x dateline.Relation) bool { return x.From == r.From && x.To == r.To }) {
		return // the other record has it from its own end
	}
	e.Record = append(e.Record, r)
}

func (b *netBuilder) tell(d *dateline.Dealing) {
	denies := d.Stance == dateline.Denied || d.Stance == dateline.Doubted || d.Reality == dateline.NotHappened
	if !denies && !d.Reality.Counts() || d.Day() == "" {
		return
	}
	for _, p := range pairsOf(d) {
		e := b.edge(p.from, p.to, p.between)
		switch {
		case e == nil:
		case denies:
			e.Denied = addDealing(e.Denied, d)
		default:
			e.Told = addDealing(e.Told, d)
		}
	}
}

// addDealing adds d once.
func addDealing(all []*dateline.Dealing, d *dateline.Dealing) []*dateline.Dealing {
	if n := len(all); n > 0 && all[n-1] == d {
		return all
	}
	return append(all, d)
}

func (b *netBuilder) network() *Network {
	n := &Network{}
	for _, e := range b.edges {
		for _, list := range [][]*dateline.Dealing{e.Told, e.Denied} {
			slices.SortFunc(list, func(x, y *dateline.Dealing) int {
				return cmp.Or(cmp.Compare(x.Day(), y.Day()), cmp.Compare(x.Statement, y.Statement))
			})
		}
		n.Edges = append(n.Edges, *e)
	}
	slices.SortFunc(n.Edges, func(x, y Edge) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), x.Between.rank()-y.Between.rank())
	})
	return n
}

// At returns what stood on a day, YYYY-MM-DD, and what had stood and was over by then, both in the order of Edges.
// copies leads from a report to the first one of its account.
func (n *Network) At(day string, copies map[string]string) (standing, over []Standing) {
	since := daysAfter(day, -Window)
	for i := range n.Edges {
		s, state := n.at(i, day, since)
		if state == stands {
			s.weigh(copies)
			standing = append(standing, s)
		} else if state == isOver {
			s.weigh(copies)
			over = append(over, s)
		}
	}
	return standing, over
}

// what became of an Edge by a day.
const (
	notYet = iota
	stands
	isOver
)

func (n *Network) at(i int, day, since string) (Standing, int) {
	e := n.Edges[i]
	s := Standing{Edge: e}
	s.Told, s.Denied = begunBy(e.Told, day), begunBy(e.Denied, day)
	begun := s.Told != nil || s.Denied != nil
	var past bool // by the record
	s.Fit, past = e.fit(day)
	if e.Between.Passing() {
		s.Told, s.Denied = notBefore(s.Told, since), notBefore(s.Denied, since)
	}
	switch {
	case s.Told == nil && s.Denied == nil && s.Fit == Outside && !begun && !past:
		return s, notYet
	case s.Fit == Outside && (s.Told == nil && s.Denied == nil || past && e.toldBefore(s)):
		if e.Between.Passing() {
			s.Told, s.Denied = begunBy(e.Told, day), begunBy(e.Denied, day)
		}
		return s, isOver
	}
	if s.Fit == Outside {
		s.Ended = n.endOf(&s, day)
	}
	return s, stands
}

// fit says how the record's dates stand to a day, and whether all of them are over by then.
func (e *Edge) fit(day string) (Fit, bool) {
	past := len(e.Record) > 0
	for _, r := range e.Record {
		p := newPeriod(r.From, r.To)
		if fit := p.at(day); fit != Outside {
			return fit, false
		}
		past = past && p.ToLast != "" && day > p.ToLast
	}
	return Outside, past
}

// toldBefore reports whether all that is told of s is of the time in which the record has it, or before.
func (e *Edge) toldBefore(s Standing) bool {
	for _, r := range e.Record {
		last := newPeriod(r.From, r.To).ToLast
		if !slices.ContainsFunc(append(slices.Clone(s.Told), s.Denied...), func(d *dateline.Dealing) bool { return d.Day() > last }) {
			return true
		}
	}
	return false
}

// endOf lists the accounts by a day that tell the end of s, none of them older than the last that tells it; nil if
// there is none.
func (n *Network) endOf(s *Standing, day string) []*dateline.Dealing {
	if s.Told == nil {
		return nil
	}
	last := s.Told[len(s.Told)-1].Day()
	var out []*dateline.Dealing
	for _, end := range s.Between.ends() {
		for _, pair := range [][2]string{{s.A, s.B}, {s.B, s.A}} {
			if e := n.find(edgeKey{pair[0], pair[1], end}); e != nil {
				out = append(out, notBefore(begunBy(e.Told, day), last)...)
			}
		}
	}
	return out
}

func (n *Network) find(k edgeKey) *Edge {
	i, ok := slices.BinarySearchFunc(n.Edges, k, func(e Edge, k edgeKey) int {
		return cmp.Or(cmp.Compare(e.A, k.a), cmp.Compare(e.B, k.b), e.Between.rank()-k.between.rank())
	})
	if !ok {
		return nil
	}
	return &n.Edges[i]
}

// begunBy are the dealings that had begun by a day; nil if none had.
func begunBy(all []*dateline.Dealing, day string) []*dateline.Dealing {
	var out []*dateline.Dealing
	for _, d := range all {
		if d.Day() <= day {
			out = append(out, d)
		}
	}
	return out
}

// notBefore are those that can have been on a day or later; nil if none can.
func notBefore(all []*dateline.Dealing, day string) []*dateline.Dealing {
	var out []*dateline.Dealing
	for _, d := range all {
		if d.LastDay() >= day {
			out = append(out, d)
		}
	}
	return out
}

// weigh fills in what the accounts come to.
func (s *Standing) weigh(copies map[string]string) {
	accounts := map[string]bool{}
	oneSided := true
	for _, d := range s.Told {
		accounts[cmp.Or(copies[d.Report], d.Report)] = true
		oneSided = oneSided && (d.By == s.A || d.By == s.B)
		s.Last = max(s.Last, d.Day())
	}
	s.Independent = len(accounts)
	if s.Told != nil {
		s.First = s.Told[0].Day()
	}
	switch {
	case s.Denied != nil:
		s.Backing = Disputed
	case s.Ended != nil:
		s.Backing = EndedBy
	case s.Told == nil:
		s.Backing = Recorded
	case oneSided && s.Fit == Outside:
		s.Backing = OneSided
	case s.Independent > 1 && !oneSided:
		s.Backing = Several
	case s.Fit != Outside:
		s.Backing = Recorded
	default:
		s.Backing = Reported
	}
}

// Days lists the days on which anything changes, in their order: something begins, ends by the record, or was a Window
// ago. Those of the record that are no exact days count as the first that is possible.
func (n *Network) Days() []string {
	seen := map[string]bool{}
	for i := range n.Edges {
		e := &n.Edges[i]
		for _, r := range e.Record {
			p := newPeriod(r.From, r.To)
			seen[p.FromFirst] = true
			if p.ToLast != "" {
				seen[daysAfter(p.ToLast, 1)] = true
			}
		}
		for _, list := range [][]*dateline.Dealing{e.Told, e.Denied} {
			for _, d := range list {
				seen[d.Day()] = true
				if e.Between.Passing() {
					seen[daysAfter(d.LastDay(), Window+1)] = true
				}
			}
		}
	}
	delete(seen, "")
	out := make([]string, 0, len(seen))
	for d := range seen {
		out = append(out, d)
	}
	slices.Sort(out)
	return out
}

// Last are the days on which something last began: by an account, and by the record; "" where no day is known.
func (n *Network) Last() (told, recorded string) {
	for i := range n.Edges {
		e := &n.Edges[i]
		for _, list := range [][]*dateline.Dealing{e.Told, e.Denied} {
			if len(list) > 0 {
				told = max(told, list[len(list)-1].Day())
			}
		}
		for _, r := range e.Record {
			recorded = max(recorded, newPeriod(r.From, r.To).FromLast)
		}
	}
	return told, recorded
}

// daysAfter is the day that many days later, of a 31st that there is not counted from the month's last day on; "" if day is
// none.
func daysAfter(day string, days int) string {
	var y, m, d int
	if n, err := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); n != 3 || err != nil {
		return ""
	}
	return time.Date(y, time.Month(m), d+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}
