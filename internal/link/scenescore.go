package link

import (
	"math"
	"slices"
	"strings"

	"dateline"
)

// News of armed groups seldom names those hit: then a happening is known by its scene. Where neither telling names a
// person or an age, the same day, place, things hit, group and numbers speak for one happening by weights of their
// own, beside the model, which was fitted mostly on news that names people. The weights are by hand; they were checked
// on invented reports (package invent) and on cases/linked.

// The sum of the weights from which two scenes are taken for one, and that at which it is as likely as not.
const (
	sceneFrom = 0.65 - 1e-9
	sceneEven = 0.6
)

// impersonal reports whether neither telling names a person who was hit, or an age.
func impersonal(a, b *Telling) bool { return !a.personal() && !b.personal() }

// byScene reports whether two tellings are also weighed by their scenes alone.
func byScene(a, b *Telling) bool {
	return !a.echo() && !b.echo() && (impersonal(a, b) || a.personal() != b.personal() && oneBomb(a, b))
}

// oneBomb reports whether both tell of explosives, on one day and of one place or thing that was hit: a town seldom has two such
// happenings in a day, and who is only an officer on the first day has a name when he dies.
func oneBomb(a, b *Telling) bool {
	explosive := func(k dateline.Kind) bool { return class[k] == "explosives" }
	d, _ := a.date()
	e, _ := b.date()
	return slices.ContainsFunc(a.Kinds, explosive) && slices.ContainsFunc(b.Kinds, explosive) && d != nil && e != nil && d.Meets(*e) && len(both(a.Hit, b.Hit)) > 0
}

// oneScene reports whether the scenes of two tellings alone speak for one happening.
func oneScene(a, b *Telling) bool {
	if !byScene(a, b) {
		return false
	}
	v := sceneOf(a, b)
	return !v.blocked && v.score >= sceneFrom
}

func (t *Telling) personal() bool {
	return t.Trace != nil && len(t.Trace.Persons)+len(t.Trace.Ages) > 0
}

// sceneOf adds up what the scenes of two tellings have in common, with the reasons.
func sceneOf(a, b *Telling) verdict {
	var v verdict
	v.when(a, b)
	v.where(a, b)
	if w := both(a.Words, b.Words); len(w) > 0 {
		v.add(min(0.15*float64(len(w)), 0.3), "both speak of %s", strings.Join(w, ", "))
	}
	if len(a.Hit) > 0 && len(b.Hit) > 0 && len(both(a.Hit, b.Hit)) == 0 && !numbersMeet(a, b) {
		v.add(-0.15, "hit different things, with other numbers")
	}
	if w := bothActors(a.Actors, b.Actors); len(w) > 0 {
		v.add(0.1, "both name %s", strings.Join(w, ", "))
	}
	v.toll(a.Tolls, b.Tolls)
	v.great(a, b)
	if len(a.Kinds) > 0 && slices.Contains(b.Kinds, a.Kinds[0]) {
		v.add(0.05, "both %s", a.Kinds[0])
	}
	return v
}

// great speaks for tellings of many dead on one day in one country, of about as many: a country seldom has two such
// happenings in a day.
func (v *verdict) great(a, b *Telling) {
	if n := greatAlike(a, b); n >= 50 {
		v.add(0.3, "both tell of %d dead and more on one day", n)
	}
}

// greatAlike is the lesser of the dead of two tellings of one day in one country, 0 where it is not two thirds of the
// greater.
func greatAlike(a, b *Telling) int {
	x, _ := a.date()
	y, _ := b.date()
	if x == nil || y == nil || timesApart(x, y) != "one day" {
		return 0
	}
	ps, _ := a.places()
	qs, _ := b.places()
	n, m := greatest(a.Tolls[dateline.KilledRole]), greatest(b.Tolls[dateline.KilledRole])
	if best, _ := nearest(ps, qs); best.points == 0 || 3*min(n, m) < 2*max(n, m) {
		return 0
	}
	return min(n, m)
}

// numbersMeet reports whether no number of killed of the one excludes one of the other.
func numbersMeet(a, b *Telling) bool {
	for _, x := range a.Tolls[dateline.KilledRole] {
		for _, y := range b.Tolls[dateline.KilledRole] {
			if !x.Meets(y) {
				return false
			}
		}
	}
	return true
}

// odds is the log of the odds that a sum of weights stands for: even at sceneEven.
func (v *verdict) odds() float64 {
	if v.blocked {
		return math.Inf(-1)
	}
	return 10 * (v.score - sceneEven)
}

// toldApart reports whether one report tells the two as two happenings that hit different things.
func toldApart(a, b *Telling) bool {
	return a.Report == b.Report && len(a.Hit) > 0 && len(b.Hit) > 0 && len(both(a.Hit, b.Hit)) == 0
}

// untold reports whether b was only to come when the report of a was published: it cannot tell of it.
func untold(a, b *Telling) bool {
	d := bestDate(b.Dates)
	return d != nil && d.Fixed() && a.Published.Fixed() && d.From > a.Published.To
}

func (v *verdict) when(a, b *Telling) {
	x, y := bestDate(a.Dates), bestDate(b.Dates)
	if x != nil && y != nil {
		v.days(*x, *y)
		return
	}
	if v.lentWhen(a, b) {
		return
	}
	v.soon(a, x, y)
	v.soon(b, y, x)
}

// lentWhen speaks for one day that at least one of the two says of something else; it reports whether both have a time.
func (v *verdict) lentWhen(a, b *Telling) bool {
	x, _ := a.date()
	y, _ := b.date()
	if x == nil || y == nil {
		return false
	}
	switch timesApart(x, y) {
	case "one day":
		v.add(0.25, "same day, %s, %s", x.From, elsewhere)
	case "meet":
		v.add(0.1, "times that meet, %s and %s, %s", x.EDTF, y.EDTF, elsewhere)
	}
	return true
}

// where speaks for one place; for two that are near of which one is lent, by less.
func (v *verdict) where(a, b *Telling) {
	told := v.score
	if v.place(a.Places, b.Places); v.blocked || v.score > told {
		return
	}
	ps, _ := a.places()
	qs, _ := b.places()
	if best, _ := nearest(ps, qs); best.points > 0 {
		v.add(0.7*best.points, "%s, %s", best.why, elsewhere)
	}
	if name := spoken(a, b); name != "" && v.score == told {
		v.add(0.25, "both speak of a place called %s", name)
	}
}

// spoken is the name of a place of one telling that no gazetteer carries and that the other has among its words: 'the village of
// Tambarga in the east' is placed by the east alone; "" if there is none.
func spoken(a, b *Telling) string {
	for _, x := range [][2]*Telling{{a, b}, {b, a}} {
		for _, p := range x[0].Places {
			words := map[string]bool{}
			if addWords(words, p.Name); p.Precision == dateline.Unplaced && len(words) > 0 && len(both(sorted(words), x[1].Words)) == len(words) {
				return p.Name
			}
		}
	}
	return ""
}

// soon speaks for a telling without a date that its report tells as news within days after that of the other, o.
func (v *verdict) soon(t *Telling, d, o *dateline.Date) {
	if d != nil || o == nil || !o.Fixed() || t.Background || !t.Published.Fixed() {
		return
	}
	if n := daysBetween(o.To, t.Published.From); n >= 0 && n <= fresh {
		v.add(0.2, "told as news %d days after %s", n, o.To)
	}
}
