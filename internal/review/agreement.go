package review

import (
	"slices"
	"strings"
	"time"

	"dateline"
)

// Agreement is how readers agree on one Field.
type Agreement struct {
	Field   Field
	Readers []string // who read units that others read too, sorted
	Read    int      // units that anybody read
	Twice   int      // of these, units that two or more read
	Verdict Alpha    // nominal: accepted, corrected, rejected; same, not same
	Value   Alpha    // of what they let stand, by Metric; of those who rejected there is no date, place or count
	Metric  string   // in words
	Differ  []Heard  // units that readers let something else stand of, by Thing
}

// Fewest is how many units two readers must have read before an alpha is said.
const Fewest = 20

// Agree works out how readers agree, a Field each in the order of Fields, those that nobody ruled on left out. reads says what
// the machine read of each Statement; what is not there is left out.
func Agree(heard []Heard, reads map[string]Read) []Agreement {
	var out []Agreement
	for _, f := range Fields {
		if a := agreement(f, heard, reads); a.Read > 0 {
			out = append(out, a)
		}
	}
	return out
}

func agreement(f Field, heard []Heard, reads map[string]Read) Agreement {
	a := Agreement{Field: f, Metric: metricWords[f]}
	var units []Heard
	for _, h := range heard {
		r, ok := reads[h.Statement]
		if !ok || FieldOf(h.Thing, r.Roles) != f || len(h.Words) == 0 {
			continue
		}
		if a.Read++; len(h.Words) > 1 {
			units = append(units, h)
			a.Twice++
			a.readers(h)
			if h.Differ(r) {
				a.Differ = append(a.Differ, h)
			}
		}
	}
	slices.Sort(a.Readers)
	a.Verdict = NewAlpha(saidOf(units, reads, func(w Word, r Read) (Verdict, bool) { v := w.Verdict(r); return v, v != Undecided }), Nominal)
	a.Value = valueAlpha(f, units, reads)
	return a
}

func (a *Agreement) readers(h Heard) {
	for _, w := range h.Words {
		if !slices.Contains(a.Readers, w.Author) {
			a.Readers = append(a.Readers, w.Author)
		}
	}
}

// metricWords says how the values of each Field differ.
var metricWords = map[Field]string{
	OfKind:    "nominal",
	OfActor:   "nominal",
	OfSpeaker: "nominal",
	OfWords:   "nominal",
	OfSame:    "nominal",
	OfPlace:   "by area: squared difference 0 for one place, 1/9 within one province, 4/9 within one country, 1 beyond",
	OfDate:    "interval: the mean of the squared differences of the first days and of the last days",
	OfCount:   "ratio: the mean of those of the lower and of the upper bound; open against not open is 1",
}

func valueAlpha(f Field, units []Heard, reads map[string]Read) Alpha {
	switch f {
	case OfPlace:
		return NewAlpha(saidOf(units, reads, placeSaid), placesApart)
	case OfDate:
		return NewAlpha(saidOf(units, reads, daysSaid), daysApart)
	case OfCount:
		return NewAlpha(saidOf(units, reads, countSaid), countsApart)
	}
	return NewAlpha(saidOf(units, reads, func(w Word, r Read) (string, bool) { v := w.Value(r); return v, v != "" }), Nominal)
}

// saidOf gives what the readers of each unit said, where said finds it.
func saidOf[T comparable](units []Heard, reads map[string]Read, said func(Word, Read) (T, bool)) [][]T {
	out := make([][]T, 0, len(units))
	for _, h := range units {
		var of []T
		for _, w := range h.Words {
			if v, ok := said(w, reads[h.Statement]); ok {
				of = append(of, v)
			}
		}
		out = append(out, of)
	}
	return out
}

// letStand is the meaning that a reader let stand; nil if rejected, unsure or unknown.
func letStand(w Word, r Read) *dateline.Resolution {
	if w.Ruling != dateline.Accept && w.Ruling != dateline.Correct {
		return nil
	}
	return w.Meaning(r)
}

type area struct{ id, admin1, country string }

func placeSaid(w Word, r Read) (area, bool) {
	m := letStand(w, r)
	if m == nil || m.Place == nil {
		return area{}, false
	}
	return area{m.Place.ID, m.Place.Admin1, m.Place.Country}, true
}

func placesApart(a, b area) float64 {
	switch {
	case a.id == b.id:
		return 0
	case a.country != b.country:
		return 1
	case a.admin1 != b.admin1:
		return 4. / 9
	}
	return 1. / 9
}

// days are the first and the last day of a date, counted from 1 January 1970.
type days struct{ from, to float64 }

func daysSaid(w Word, r Read) (days, bool) {
	m := letStand(w, r)
	if m == nil || m.Date == nil || !m.Date.Fixed() {
		return days{}, false
	}
	from, err := time.Parse(time.DateOnly, m.Date.From)
	to, err2 := time.Parse(time.DateOnly, m.Date.To)
	return days{float64(from.Unix() / 86400), float64(to.Unix() / 86400)}, err == nil && err2 == nil
}

func daysApart(a, b days) float64 { return (interval(a.from, b.from) + interval(a.to, b.to)) / 2 }

// bounds are those of a count; -1 for an open one.
type bounds struct{ low, high int }

func countSaid(w Word, r Read) (bounds, bool) {
	m := letStand(w, r)
	if m == nil || m.Count == nil {
		return bounds{}, false
	}
	return bounds{bound(m.Count.Low), bound(m.Count.High)}, true
}

func bound(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}

func countsApart(a, b bounds) float64 {
	return (boundsApart(a.low, b.low) + boundsApart(a.high, b.high)) / 2
}

func boundsApart(a, b int) float64 {
	switch {
	case a == b:
		return 0
	case a < 0 || b < 0:
		return 1
	}
	return ratio(float64(a), float64(b))
}

// Open lists what readers let something else stand of and nobody has settled, in the order of heard.
func Open(heard []Heard, reads map[string]Read) []Heard {
	var out []Heard
	for _, h := range heard {
		if r, ok := reads[h.Statement]; ok && h.Settled == nil && h.Differ(r) {
			out = append(out, h)
		}
	}
	return out
}

// Unseconded lists what one reader alone has read, who is not the given one, in the order of heard.
func Unseconded(heard []Heard, author string) []Heard {
	var out []Heard
	for _, h := range heard {
		if len(h.Words) == 1 && !strings.EqualFold(h.Words[0].Author, author) && h.Settled == nil {
			out = append(out, h)
		}
	}
	return out
}
