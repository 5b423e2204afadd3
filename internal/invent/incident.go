package invent

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"dateline"
	"dateline/internal/resolve/place"
)

// incident is what took place, in truth.
type incident struct {
	n               int
	series          int // the number of its series; -1 if it is of none
	theatre         *theatre
	place           place.Entry
	day             time.Time
	kind            dateline.Kind
	group, rival    group
	what, arms      word
	hit             word // those taken or shot, or of what sort the dead are
	killed, wounded int
}

func (in incident) key() string { return fmt.Sprint("incident ", in.n) }

func (in incident) seriesKey() string {
	if in.series < 0 {
		return ""
	}
	return fmt.Sprint("series ", in.series)
}

// The kinds of incidents, as often as they are listed.
var kinds = []dateline.Kind{dateline.ArmedAssault, dateline.ArmedAssault, dateline.ArmedAssault, dateline.Bombing, dateline.Bombing,
	dateline.Bombing, dateline.SuicideBombing, dateline.Shelling, dateline.Clash, dateline.Clash, dateline.Abduction, dateline.Arson,
	dateline.Assassination}

// Every block of incidents begins with a series of coordinated attacks, and has one that takes place in the
// town and on the day of the one before.
const block, twin = 30, 17

// incident makes incident n.
func (m maker) incident(n int) incident {
	r := m.dice(n, forIncident)
	in := incident{n: n, series: -1, theatre: m.theatreOf(n), day: m.day(r), kind: pick(r, kinds)}
	in.place = in.theatre.towns[weighed(r, in.theatre.weights)]
	in.group, in.rival = pick(r, in.theatre.groups), pick(r, in.theatre.groups)
	switch at := n % block; {
	case at < m.parts(n-at):
		m.part(&in, r)
	case at == twin:
		before := m.incident(n - 1)
		in.theatre, in.place, in.day, in.group = before.theatre, before.place, before.day, before.group
		for !apart[in.kind][before.kind] && !apart[before.kind][in.kind] {
			in.kind = pick(r, kinds)
		}
	}
	in.what, in.arms = pick(r, theBook().words["target"]), pick(r, theBook().words["weapon"])
	in.hit = pick(r, theBook().words[hitBy(in.kind)])
	in.tolls(r)
	return in
}

// parts is how many attacks the series has that begins at incident n: 0, or 2 to 5.
func (m maker) parts(n int) int {
	if k := m.dice(n, forSeries).IntN(6); k > 1 {
		return k
	}
	return 0
}

// part makes in a part of its block's series: the same day, group and kind, in the same town or another.
func (m maker) part(in *incident, r *rand.Rand) {
	in.series = in.n / block
	if in.n%block == 0 {
		return
	}
	first := m.incident(in.n - in.n%block)
	in.day, in.group, in.kind = first.day, first.group, first.kind
	if chance(r, 40) {
		in.place = first.place
	}
}

// theatreOf is the country of incident n, which goes with its series or its twin.
func (m maker) theatreOf(n int) *theatre {
	if at := n % block; at < m.parts(n-at) {
		n -= at
	} else if at == twin {
		n--
	}
	return &m.theatres[weighed(m.dice(n, forTheatre), m.weights)]
}

func (m maker) day(r *rand.Rand) time.Time {
	return time.Date(m.From, 1, 1+r.IntN(m.Years*365), 0, 0, 0, 0, time.UTC)
}

// apart are the kinds of which nobody takes one for the other.
var apart = map[dateline.Kind]map[dateline.Kind]bool{
	dateline.ArmedAssault:   {dateline.Bombing: true, dateline.SuicideBombing: true, dateline.Arson: true},
	dateline.Bombing:        {dateline.Abduction: true, dateline.Clash: true, dateline.Assassination: true},
	dateline.SuicideBombing: {dateline.Abduction: true, dateline.Clash: true, dateline.Arson: true},
	dateline.Shelling:       {dateline.Abduction: true, dateline.Assassination: true, dateline.Arson: true},
	dateline.Clash:          {dateline.Bombing: true, dateline.Abduction: true, dateline.Arson: true},
	dateline.Abduction:      {dateline.Bombing: true, dateline.Shelling: true, dateline.Clash: true},
	dateline.Arson:          {dateline.Bombing: true, dateline.Abduction: true, dateline.Clash: true},
	dateline.Assassination:  {dateline.Bombing: true, dateline.Shelling: true},
}

// hitBy is the section of those whom a kind hits.
func hitBy(k dateline.Kind) string {
	switch k {
	case dateline.Abduction:
		return "captive"
	case dateline.Assassination:
		return "person"
	}
	return "victim"
}

// tolls draws the dead and wounded: a heavy tail from two up, or none.
func (in *incident) tolls(r *rand.Rand) {
	if in.hit.class == "" || chance(r, 25) || hitBy(in.kind) != "victim" {
		return
	}
	in.killed = 1 + int(math.Ceil(math.Pow(1-r.Float64(), -1/1.2)))
	in.killed = min(in.killed, 300)
	in.wounded = 2 + r.IntN(2*in.killed+3)
}
