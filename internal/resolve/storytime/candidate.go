package storytime

import (
	"cmp"
	"slices"
	"time"

	"dateline"
)

// candidate is a time with all that the report says of it.
type candidate struct {
	date        dateline.Date
	level       level
	expressions []int
	lag         string   // how long before publication, in classes
	told        int      // events of the news that took place then by their own words
	past        int      // such events of the background
	of          []*Event // those that took place then by their own words
	beside      int      // events in whose sentence it stands
	rank        int      // 0 is the most often named
	nth         int      // 0 is the first named
	day         int      // its first day, counted from 1970
	kin         int      // of other days named, how many lie within ten of it
	days        int      // of as fine candidates, how many are earlier
	holds       bool     // a finer candidate lies in it
	held        bool     // it lies in a coarser one
	standing    []int32  // what its standing weighs, by class; nil as long as nobody asked
}

// level is how finely a time is told.
type level string

const (
	oneDay  level = "day"
	fewDays level = "days"
	month   level = "month"
	year    level = "year"
)

// levelOf is the level of a fixed date, "" for one of more than a year.
func levelOf(d dateline.Date) level {
	from, to, ok := ends(d)
	if !ok {
		return ""
	}
	switch n := int(to.Sub(from).Hours() / 24); {
	case n == 0:
		return oneDay
	case n > 0 && n <= 9:
		return fewDays
	case n > 0 && n <= 31:
		return month
	case n > 0 && n <= 366:
		return year
	}
	return ""
}

func ends(d dateline.Date) (from, to time.Time, ok bool) {
	from, err := time.Parse(time.DateOnly, d.From)
	to, err2 := time.Parse(time.DateOnly, d.To)
	return from, to, err == nil && err2 == nil
}

// gathering is a report with the times that it names.
type gathering struct {
	r          *Report
	candidates []*candidate // in the order of the text
	fine       int          // how many are a day
	mostTold   int
	court      int // events of the news that a court or its officers decide
}

// most is how many times are weighed: what names more is a chronicle, and the first of it do.
const most = 60

func gather(r *Report) *gathering {
	g := &gathering{r: r}
	by := map[string]*candidate{}
	for i, x := range r.Expressions {
		l := levelOf(x.Date)
		if l == "" || x.compared() || r.Published.Fixed() && x.Date.From > r.Published.To {
			continue
		}
		key := x.Date.From + "/" + x.Date.To
		c := by[key]
		if c == nil {
			if len(g.candidates) == most {
				continue
			}
			c = &candidate{date: x.Date, level: l, lag: lag(x.Date, r.Published), nth: len(g.candidates)}
			if from, _, ok := ends(x.Date); ok {
				c.day = int(from.Unix() / 86400)
			}
			by[key] = c
			g.candidates = append(g.candidates, c)
		}
		c.expressions = append(c.expressions, i)
	}
	g.compare()
	for i := range r.Events {
		g.event(&r.Events[i])
		if k := r.Events[i].Kind; !r.Events[i].Background && (k == dateline.Charge || k == dateline.Trial || k == dateline.Verdict) {
			g.court++
		}
	}
	return g
}

// lag says how long a date ends before publication, in classes.
func lag(d, published dateline.Date) string {
	_, at, ok := ends(published)
	_, to, ok2 := ends(d)
	if !ok || !ok2 {
		return "unknown"
	}
	switch n := int(at.Sub(to).Hours() / 24); {
	case n < 0:
		return "after"
	case n <= 3:
		return few(n, 3)
	case n <= 7:
		return "week"
	case n <= 31:
		return "month"
	case n <= 100:
		return "season"
	case n <= 400:
		return "year"
	}
	return "old"
}

// compare notes how the candidates stand to each other.
func (g *gathering) compare() {
	sorted := slices.Clone(g.candidates)
	slices.SortStableFunc(sorted, func(a, b *candidate) int { return cmp.Compare(len(b.expressions), len(a.expressions)) })
	for i, c := range sorted {
		c.rank = i
		if c.level == oneDay {
			g.fine++
		}
		for _, d := range g.candidates {
			if d != c && d.level == oneDay && c.level == oneDay && abs(c.day-d.day) <= 10 {
				c.kin++
			}
			switch {
			case d.level == c.level && d.date.From < c.date.From:
				c.days++
			case d != c && c.date.From <= d.date.From && d.date.To <= c.date.To:
				c.holds, d.held = true, true
			}
		}
	}
}

// event notes what an event says of the candidates.
func (g *gathering) event(e *Event) {
	for _, c := range g.candidates {
		if slices.ContainsFunc(e.Told, func(d dateline.Date) bool { return d.From == c.date.From && d.To == c.date.To }) {
			c.of = append(c.of, e)
			if e.Background {
				c.past++
			} else {
				c.told++
				g.mostTold = max(g.mostTold, c.told)
			}
		}
		if slices.ContainsFunc(c.expressions, func(x int) bool { return g.r.Expressions[x].Sentence == e.Sentence }) {
			c.beside++
		}
	}
}

// elsewhere reports whether what took place then by its own words took place elsewhere than event e, by both their words.
func (c *candidate) elsewhere(e *Event) bool {
	return len(c.of) > 0 && len(e.Places) > 0 && !slices.ContainsFunc(c.of, func(o *Event) bool {
		return len(o.Places) == 0 || slices.ContainsFunc(o.Places, func(p string) bool { return slices.Contains(e.Places, p) })
	})
}

// stranger reports whether a month or a year is only told of things of another kind than event e.
func (c *candidate) stranger(e *Event) bool {
	return (c.level == month || c.level == year) && len(c.of) > 0 && !slices.ContainsFunc(c.of, func(o *Event) bool { return o.Kind == e.Kind })
}

// open reports whether the event's own words leave it room to have been at c: they tell no time, or only longer ones,
// that hold it.
func (e *Event) open(c *candidate) bool {
	for _, d := range e.Told {
		if l := levelOf(d); l == oneDay || l == c.level || d.From > c.date.From || d.To < c.date.To || !d.Fixed() {
			return false
		}
	}
	return true
}

// nearest is the expression of a candidate that event e can best rest on: the nearest by sentences, of two
// as near that before it.
func (g *gathering) nearest(c *candidate, e *Event) int {
	return slices.MinFunc(c.expressions, func(a, b int) int {
		x, y := e.Sentence-g.r.Expressions[a].Sentence, e.Sentence-g.r.Expressions[b].Sentence
		return cmp.Or(cmp.Compare(abs(x), abs(y)), cmp.Compare(y, x))
	})
}

func abs(n int) int { return max(n, -n) }
