package link

import (
	"fmt"
	"strings"

	"dateline"
)

// Lent is when and where a telling was by what its report says elsewhere (internal/pipeline): the likeliest time where
// its own words tell none, and the likeliest point where they tell none. It brings tellings together and speaks for
// one happening, by less than told words do; it never blocks two, and never stands as the telling's own.
type Lent struct {
	Date        *dateline.Date  `json:",omitempty"`
	Place       *dateline.Place `json:",omitempty"`
	When, Where float64         // the chances that they are its own
}

// lent adds up what the statements of an event, or of a telling, were lent, in the order told.
type lent struct {
	dates  []loan[dateline.Date]
	places []loan[dateline.Place]
}

// loan is a value that was lent: to how many statements, with what sum of chances.
type loan[T any] struct {
	key   string
	value T
	n     int
	sum   float64
}

// mean is the mean chance.
func (l *loan[T]) mean() float64 { return l.sum / float64(l.n) }

func (l *lent) add(m *dateline.Resolution) {
	if m.Date != nil && m.Date.Fixed() {
		l.dates = lend(l.dates, loan[dateline.Date]{m.Date.EDTF, *m.Date, 1, m.Score})
	}
	if m.Place != nil {
		l.places = lend(l.places, loan[dateline.Place]{m.Place.ID + "|" + m.Place.Name, *m.Place, 1, m.Score})
	}
}

func (l *lent) take(o lent) {
	for _, x := range o.dates {
		l.dates = lend(l.dates, x)
	}
	for _, x := range o.places {
		l.places = lend(l.places, x)
	}
}

func lend[T any](to []loan[T], x loan[T]) []loan[T] {
	for i := range to {
		if to[i].key == x.key {
			to[i].n += x.n
			to[i].sum += x.sum
			return to
		}
	}
	return append(to, x)
}

// likeliest is the loan with the greatest sum of chances, of as great the first told; nil if there is none.
func likeliest[T any](of []loan[T]) *loan[T] {
	var best *loan[T]
	for i := range of {
		if best == nil || of[i].sum > best.sum {
			best = &of[i]
		}
	}
	return best
}

// best is the likeliest of each that the telling's own words do not tell.
func (l *lent) best(dated, placed bool) *Lent {
	var out Lent
	if d := likeliest(l.dates); d != nil && !dated {
		out.Date, out.When = &d.value, d.mean()
	}
	if p := likeliest(l.places); p != nil && !placed {
		out.Place, out.Where = &p.value, p.mean()
	}
	if out.Date == nil && out.Place == nil {
		return nil
	}
	return &out
}

// What it moves the score of two events of one report that one of them, or both, have a day or a point by what the
// report says elsewhere, by its chance: that both have the same day; that one is told another day or place.
const (
	lentSame  = 0.1
	lentOther = 0.6
)

// lent compares when and where two events of one report were, where not both have it from their own words: a shooting
// of years ago is not what the report tells of Sunday night.
func (v *verdict) lent(a, b *event) {
	x, p := a.when()
	y, q := b.when()
	told := bestDate(a.dates) != nil || bestDate(b.dates) != nil
	switch {
	case p*q == 0 || bestDate(a.dates) != nil && bestDate(b.dates) != nil:
	case timesApart(x, y) == "one day":
		v.add(lentSame*p*q, "same day, %s, %s", x.From, elsewhere)
	case told && !x.Meets(*y):
		v.add(-lentOther*p*q, "another day, %s", elsewhere)
	}
	ps, p := a.where()
	qs, q := b.where()
	if p*q == 0 || (p == 1) == (q == 1) {
		return
	}
	if best, far := nearest(ps, qs); far && best.points == 0 {
		v.add(-lentOther*p*q, "another place, %s", elsewhere)
	}
}

// when is the event's fixed time, told or else lent, with the chance that it is its own, 1 of a told one; 0 if there is
// none.
func (e *event) when() (*dateline.Date, float64) {
	d, chance := bestDate(e.dates), 1.0
	if l := likeliest(e.lent.dates); d == nil && l != nil {
		d, chance = &l.value, l.mean()
	}
	if d == nil || !d.Fixed() {
		return nil, 0
	}
	return d, chance
}

// where is the points at which the event was, told or else lent, with the chance that they are its own.
func (e *event) where() ([]dateline.Place, float64) {
	if ps := points(e.places); ps != nil {
		return ps, 1
	}
	if l := likeliest(e.lent.places); l != nil {
		return []dateline.Place{l.value}, l.mean()
	}
	return nil, 0
}

// date is the telling's time, told or lent; nil if there is neither.
func (t *Telling) date() (d *dateline.Date, lent bool) {
	if d = bestDate(t.Dates); d == nil && t.Lent != nil && t.Lent.Date != nil {
		return t.Lent.Date, true
	}
	return d, false
}

// places are the telling's places, the lent one first.
func (t *Telling) places() (ps []dateline.Place, lent bool) {
	if t.Lent == nil || t.Lent.Place == nil {
		return t.Places, false
	}
	return append([]dateline.Place{*t.Lent.Place}, t.Places...), true
}

// lentWhen says how the times stand to each other where at least one of the two is lent.
func (c *comparison) lentWhen() string {
	x, p := c.a.date()
	y, q := c.b.date()
	if x == nil || y == nil || !p && !q {
		return "none"
	}
	return fmt.Sprintf("%s by %d", timesApart(x, y), lendings(p, q))
}

// timesApart says how two times stand to each other.
func timesApart(x, y *dateline.Date) string {
	switch {
	case !x.Fixed() || !y.Fixed():
		return "open"
	case x.From == x.To && y.From == y.To && x.From == y.From:
		return "one day"
	case x.Meets(*y):
		return "meet"
	}
	return "apart " + upToStep(max(daysBetween(x.To, y.From), daysBetween(y.To, x.From)), pubSteps)
}

func lendings(p, q bool) int {
	if p && q {
		return 2
	}
	return 1
}

// lentWhere says how the places stand to each other where at least one is lent.
func (c *comparison) lentWhere() string {
	ps, p := c.a.places()
	qs, q := c.b.places()
	if len(ps) == 0 || len(qs) == 0 || !p && !q {
		return "none"
	}
	best, far := nearest(ps, qs)
	return fmt.Sprintf("%s by %d", placesNear(best, far), lendings(p, q))
}

const elsewhere = "by what the report says elsewhere"

// lentReasons says in words what agrees by what is lent.
func (c *comparison) lentReasons() (out []string) {
	if strings.HasPrefix(c.lentWhen(), "one day") {
		d, _ := c.a.date()
		out = append(out, fmt.Sprintf("same day, %s, %s", d.From, elsewhere))
	}
	ps, p := c.a.places()
	qs, q := c.b.places()
	if best, _ := nearest(ps, qs); (p || q) && best.points > c.place.points {
		out = append(out, best.why+", "+elsewhere)
	}
	return out
}
