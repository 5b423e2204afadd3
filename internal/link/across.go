package link

import (
	"fmt"
	"strings"

	"dateline"
)

// across says how far tellings of two reports can be one happening, with the reasons. It looks at nothing but the two.
func across(a, b *Telling) verdict {
	var v verdict
	if apart(a, b) {
		v.blocked = true
		return v
	}
	v.when(a, b)
	v.place(a.Places, b.Places)
	if w := both(a.Words, b.Words); len(w) > 0 {
		v.add(min(0.15*float64(len(w)), 0.3), "both speak of %s", strings.Join(w, ", "))
	}
	if w := bothActors(a.Actors, b.Actors); len(w) > 0 {
		v.add(0.1, "both name %s", strings.Join(w, ", "))
	}
	v.toll(a.Tolls, b.Tolls)
	if a.Kinds[0] == b.Kinds[0] {
		v.add(0.05, "both %s", a.Kinds[0])
	}
	return v
}

// apart reports whether two tellings exclude each other whatever else they say: kinds that are never words for one
// happening, two times, or two places. It looks at nothing but scenes.
func apart(a, b *Telling) bool {
	if !anyMeet(a.Kinds, b.Kinds) {
		return true
	}
	if x, y := bestDate(a.Dates), bestDate(b.Dates); x != nil && y != nil && x.Fixed() && y.Fixed() && !x.Meets(*y) {
		return true
	}
	best, conflict := nearest(a.Places, b.Places)
	return conflict && best.points == 0
}

// anyMeet reports whether a kind of the one and a kind of the other can be words for one happening: a report that
// tells of a bombing and of an assault tells what another calls an assault.
func anyMeet(a, b []dateline.Kind) bool {
	for _, k := range a {
		for _, l := range b {
			if kindsMeet(k, l) {
				return true
			}
		}
	}
	return false
}

// scene writes all that apart looks at: tellings of one scene exclude the same others.
func (t *Telling) scene() string {
	when := dateline.Date{}
	if d := bestDate(t.Dates); d != nil {
		when = dateline.Date{From: d.From, To: d.To}
	}
	return fmt.Sprintf("%v %v %v", t.Kinds, when, t.Places)
}

func (v *verdict) when(a, b *Telling) {
	x, y := bestDate(a.Dates), bestDate(b.Dates)
	if x != nil && y != nil {
		v.days(*x, *y)
		return
	}
	v.soon(a, x, y)
	v.soon(b, y, x)
}

// fresh is how many days after an event a report that gives it no date is still taken to be news of it.
const fresh = 10

// soon speaks for a telling without a date that its report tells as news within days after that of the other, o.
func (v *verdict) soon(t *Telling, d, o *dateline.Date) {
	if d != nil || o == nil || !o.Fixed() || t.Background || !t.Published.Fixed() {
		return
	}
	if n := daysBetween(o.To, t.Published.From); n >= 0 && n <= fresh {
		v.add(0.2, "told as news %d days after %s", n, o.To)
	}
}

// both lists what two sorted lists share.
func both(a, b []string) []string {
	var out []string
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			out = append(out, a[i])
			i, k = i+1, k+1
		}
	}
	return out
}

// bothActors lists the actors that both name, in the reports' words.
func bothActors(a, b []Named) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			if x.Actor == y.Actor {
				out = append(out, eitherName(x.Text, y.Text))
			}
		}
	}
	return out
}
