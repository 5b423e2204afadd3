package link

import (
	"fmt"
	"math"
	"strings"

	"dateline"
)

// threshold is the score from which two events are taken for one.
const threshold = 0.6

// verdict is what a comparison gives: a score with its reasons, or a block.
type verdict struct {
	score   float64
	why     []string
	blocked bool
}

func (v *verdict) add(points float64, format string, args ...any) {
	v.score += points
	v.why = append(v.why, fmt.Sprintf(format, args...))
}

// compare says how far two events can be one. A different day or place blocks; the same day, place,
// target, actor and toll each add their share.
func compare(a, b *event) verdict {
	var v verdict
	if !kindsMeet(a.s.Kind, b.s.Kind) {
		v.blocked = true
		return v
	}
	v.time(a, b)
	v.place(a, b)
	if v.blocked {
		return v
	}
	if w := shared(a.words, b.words); len(w) > 0 {
		v.add(min(0.15*float64(len(w)), 0.3), "both speak of %s", strings.Join(w, ", "))
	}
	if w := shared(a.actors, b.actors); len(w) > 0 {
		v.add(0.1, "both name %s", named(w, a, b))
	}
	if a.report == b.report && (len(a.places) == 0 || len(b.places) == 0) {
		v.add(0.25, "told in one report, and one of them says no place")
	}
	v.toll(a, b)
	v.kind(a, b)
	if a.report == b.report {
		v.within(a, b)
	}
	return v
}

// within lets the model's judgement of two statements of one report move the sum: a chance of 0.4, which
// pairs that nothing keeps apart have at large, moves nothing.
func (v *verdict) within(a, b *event) {
	if again(a, b) {
		v.add(0.3, "the words point back to those hit")
	}
	chance := sameChance(a, b)
	v.score += (chance - 0.4) * 0.6
	v.why = append(v.why, fmt.Sprintf("told in one report as one happening (chance %.2f)", chance))
}

// again reports whether one of two events of a report is told by a noun that points back ('the murder of the mayor'), with
// somebody or something hit that the other, told before, has too.
func again(a, b *event) bool {
	if b.s.Trigger.Start < a.s.Trigger.Start {
		a, b = b, a
	}
	return pointing(b) == "definite" && len(shared(a.hit, b.hit)) > 0
}

// named writes actors in the reports' own words, once where both use the same.
func named(ids []string, a, b *event) string {
	var out []string
	for _, id := range ids {
		if x, y := a.actors[id], b.actors[id]; x == y {
			out = append(out, x)
		} else {
			out = append(out, min(x, y)+" ("+max(x, y)+")")
		}
	}
	return strings.Join(out, ", ")
}

func (v *verdict) time(a, b *event) {
	x, y := bestDate(a.dates), bestDate(b.dates)
	switch {
	case x == nil || y == nil:
		if x == nil && y == nil && a.report == b.report {
			v.score -= 0.1
		}
		v.soon(a, b, x)
		v.soon(b, a, y)
	case !x.Meets(*y):
		if x.Fixed() && y.Fixed() {
			v.blocked = true
		} else if sameOpen(*x, *y) {
			v.add(0.2, "both on %s, the year not said", dayWords(*x))
		}
	case x.From == x.To && y.From == y.To:
		v.add(0.35, "same day, %s", x.From)
	default:
		v.add(0.2, "times that meet, %s and %s", x.EDTF, y.EDTF)
	}
}

// fresh is how many days after an event a report that gives it no date is still taken to be news of it.
const fresh = 10

// soon speaks for an undated event that another report tells as news within days after the dated one.
func (v *verdict) soon(undated, other *event, d *dateline.Date) {
	o := bestDate(other.dates)
	if d != nil || o == nil || !o.Fixed() || undated.report == other.report || undated.s.Background {
		return
	}
	p := undated.report.Published
	if !p.Fixed() {
		return
	}
	if n := daysBetween(o.To, p.From); n >= 0 && n <= fresh {
		v.add(0.2, "told as news %d days after %s", n, o.To)
	}
}

// sameOpen reports whether two dates that are not fixed can be one: XXXX-03-22 and 2024-03-22.
func sameOpen(x, y dateline.Date) bool {
	if len(x.EDTF) != 10 || len(y.EDTF) != 10 {
		return false
	}
	return x.EDTF[4:] == y.EDTF[4:]
}

func dayWords(d dateline.Date) string { return strings.TrimPrefix(d.EDTF, "XXXX-") }

// bestDate is the narrowest fixed date, else the first; nil if there is none.
func bestDate(ds []dateline.Date) *dateline.Date {
	var best *dateline.Date
	for i := range ds {
		if best == nil || ds[i].Fixed() && (!best.Fixed() || span(ds[i]) < span(*best)) {
			best = &ds[i]
		}
	}
	return best
}

// span is a comparable width of a fixed date: the same first and last day is the narrowest.
func span(d dateline.Date) string {
	return fmt.Sprintf("%05d", daysBetween(d.From, d.To))
}

func (v *verdict) place(a, b *event) {
	if len(a.places) == 0 || len(b.places) == 0 {
		return
	}
	best, conflict := nearness{}, false
	for _, p := range a.places {
		for _, q := range b.places {
			n := near(p, q)
			conflict = conflict || n.conflict
			if n.points > best.points {
				best = n
			}
		}
	}
	if best.points > 0 {
		v.add(best.points, "%s", best.why)
	} else if conflict {
		v.blocked = true
	}
}

type nearness struct {
	points   float64
	why      string
	conflict bool
}

// near compares two places: the same one, one within the other, a few kilometres apart, or a name
// that both share in one country.
func near(p, q dateline.Place) nearness {
	if p.Precision == dateline.Unplaced || q.Precision == dateline.Unplaced {
		if strings.EqualFold(p.Name, q.Name) {
			return nearness{points: 0.3, why: "same place name, " + p.Name}
		}
		return nearness{}
	}
	if p.Country != "" && q.Country != "" && p.Country != q.Country {
		return nearness{conflict: true}
	}
	if p.ID == q.ID {
		return nearness{points: pointsFor(p.Precision), why: "same place, " + p.Name}
	}
	if p.Precision.Pointed() && q.Precision.Pointed() {
		km := distance(p, q)
		if km <= 30 {
			return nearness{points: 0.3, why: fmt.Sprintf("%s and %s, %.0f km apart", p.Name, q.Name, km)}
		}
		return nearness{conflict: true}
	}
	if w := sharedName(p, q); w != "" {
		return nearness{points: 0.25, why: fmt.Sprintf("%s and %s share a name", p.Name, q.Name)}
	}
	if p.Admin1 != "" && p.Admin1 == q.Admin1 {
		return nearness{points: 0.2, why: "both in " + p.Admin1}
	}
	if p.Precision == dateline.Country || q.Precision == dateline.Country {
		return nearness{points: 0.1, why: "both in " + p.Country}
	}
	if p.Admin1 != "" && q.Admin1 != "" {
		return nearness{conflict: true}
	}
	return nearness{}
}

func pointsFor(p dateline.Precision) float64 {
	switch p {
	case dateline.Site, dateline.Settlement, dateline.Near:
		return 0.35
	case dateline.District, dateline.Province:
		return 0.25
	}
	return 0.1
}

// sharedName returns a word of both names, or "".
func sharedName(p, q dateline.Place) string {
	a, b := map[string]bool{}, map[string]bool{}
	addWords(a, p.Name)
	addWords(b, q.Name)
	if w := shared(a, b); len(w) > 0 {
		return w[0]
	}
	return ""
}

// distance is the great-circle distance in kilometres (haversine, mean radius 6,371 km).
func distance(p, q dateline.Place) float64 {
	const deg = math.Pi / 180
	dLat, dLon := (q.Lat-p.Lat)*deg, (q.Lon-p.Lon)*deg
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(p.Lat*deg)*math.Cos(q.Lat*deg)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func (v *verdict) toll(a, b *event) {
	for _, role := range dateline.Tolls {
		for _, x := range a.tolls[role] {
			for _, y := range b.tolls[role] {
				if x.Equal(y) {
					v.add(0.1, "same number %s, %s", role, x)
					return
				}
				if x.Meets(y) {
					v.add(0.05, "numbers %s that meet, %s and %s", role, x, y)
					return
				}
			}
		}
	}
}

func (v *verdict) kind(a, b *event) {
	if a.s.Kind == b.s.Kind {
		v.add(0.05, "both %s", a.s.Kind)
	}
}

// kindsMeet reports whether two kinds can be words for one happening: the same, or one of them
// general, or both with explosives, or both taking people.
func kindsMeet(a, b dateline.Kind) bool {
	if a == b || general[a] || general[b] {
		return true
	}
	return class[a] != "" && class[a] == class[b]
}

var general = map[dateline.Kind]bool{dateline.Attack: true, dateline.KilledKind: true, dateline.WoundedKind: true}

var class = map[dateline.Kind]string{
	dateline.Bombing: "explosives", dateline.SuicideBombing: "explosives", dateline.Sabotage: "explosives",
	dateline.Shelling: "fire from afar", dateline.AirStrike: "fire from afar",
	dateline.Abduction: "taking", dateline.HostageTaking: "taking", dateline.Hijacking: "taking", dateline.AbductedKind: "taking",
	dateline.ArmedAssault: "arms", dateline.Clash: "arms", dateline.Assassination: "arms",
}
