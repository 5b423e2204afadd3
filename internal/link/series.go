package link

import (
	"slices"
	"strings"

	"dateline"
)

// Coordinated attacks are parts of a whole: neither one incident nor strangers. A telling that speaks of several
// happenings at once ('three bombings', 'a series of attacks') is a whole, and tellings of single ones at its time
// and one of its places are its parts, if it names more places than one or more dead than a part has. Whole and
// parts are never joined; they get one Series, and the whole is marked, for its dead are those of its parts.

// besideIt is the score of a tie between a whole and a part: it brings them into one component and joins nothing.
const besideIt = -1000

// wholeDays is the most days that a whole may last.
const wholeDays = 3

// several reports whether the words of the event tell several happenings at once.
func several(e *event) bool {
	word := strings.ToLower(e.s.Trigger.In(e.report.Text))
	return e.s.Kind.Family() == dateline.Violence && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") &&
		!verbal(e) || ofSeries(e)
}

// verbal reports whether the event's word is a verb in the present: 'attacks the town', 'bombs a bridge'.
func verbal(e *event) bool {
	rest := strings.Fields(strings.ToLower(e.report.Text[e.s.Trigger.End:max(e.s.Trigger.End, e.s.Quote.End)]))
	if len(rest) == 0 {
		return false
	}
	switch rest[0] {
	case "the", "a", "an", "its", "his", "their":
		return true
	}
	return false
}

// ofSeries reports whether the words before the event's own say that it is one of a series told at once: 'a wave of
// bombing', 'coordinated'.
func ofSeries(e *event) bool {
	before := strings.Fields(strings.ToLower(e.report.Text[e.s.Quote.Start:max(e.s.Quote.Start, e.s.Trigger.Start)]))
	for _, w := range before[max(0, len(before)-4):] {
		switch w {
		case "series", "string", "wave", "spate", "coordinated", "simultaneous", "near-simultaneous", "synchronised", "synchronized":
			return true
		}
	}
	return false
}

// besides reports whether one of two tellings is a whole and the other a part of it.
func besides(a, b *Telling) bool {
	return !a.Aside && !b.Aside && (wholeOf(a, b) || wholeOf(b, a))
}

// wholeOf reports whether a tells several happenings at once, of which b is one.
func wholeOf(a, b *Telling) bool {
	if !a.Several || b.Several || len(b.Places) == 0 || !sameDays(a, b) || greatAlike(a, b) >= 50 {
		return false
	}
	if best, _ := nearest(a.Places, b.Places); best.points == 0 {
		return false
	}
	return len(townsOf(a.Places)) > 1 || deadlier(a, b)
}

// sameDays reports whether both have a time of few days and the times meet.
func sameDays(a, b *Telling) bool {
	x, y := bestDate(a.Dates), bestDate(b.Dates)
	if x == nil || y == nil || !x.Fixed() || !y.Fixed() || !x.Meets(*y) {
		return false
	}
	return daysBetween(x.From, x.To) < wholeDays && daysBetween(y.From, y.To) < wholeDays
}

// townsOf lists the places that are points, each once.
func townsOf(ps []dateline.Place) []string {
	var out []string
	for _, p := range ps {
		if p.Precision.Pointed() {
			out = appendNew(out, p.ID)
		}
	}
	return out
}

// deadlier reports whether a tells more killed than b at the most.
func deadlier(a, b *Telling) bool {
	low, high := 0, -1
	for _, c := range a.Tolls[dateline.KilledRole] {
		if c.Low != nil {
			low = max(low, *c.Low)
		}
	}
	for _, c := range b.Tolls[dateline.KilledRole] {
		if c.High == nil {
			return false
		}
		high = max(high, *c.High)
	}
	return high >= 0 && low > high
}

// inOne gives the incidents of a component their series: the ties say which tellings are beside each other, and of
// says in which incident each telling is. A series has the identifier of its oldest incident.
func (c component) inOne(incidents []dateline.Incident, of []int) {
	f := newForest(len(incidents))
	part := make([]bool, len(incidents))
	for _, p := range c.pairs {
		x, y := of[p.a], of[p.b]
		if p.score != besideIt || x == y {
			continue
		}
		f.tie(x, y)
		part[x], part[y] = true, true
		if c.tellings[p.a].Several {
			incidents[x].Whole = true
		} else {
			incidents[y].Whole = true
		}
	}
	first := map[int]string{}
	for i := range c.tellings { // the oldest telling first
		if of[i] < 0 {
			continue
		}
		if r := f.root(of[i]); part[of[i]] && first[r] == "" {
			first[r] = incidents[of[i]].ID
		}
	}
	for k := range incidents {
		if part[k] {
			incidents[k].Series = dateline.NewID("series", first[f.root(k)])
		}
	}
}

// joining lists the pairs that speak for one happening.
func (c component) joining() []pair {
	return slices.DeleteFunc(slices.Clone(c.pairs), func(p pair) bool { return p.score == besideIt })
}
