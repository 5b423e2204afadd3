package draw

import (
	"fmt"

	"dateline/internal/calendar"
)

// bin is a period of a lane that is counted: what certainly lies in it, and what may.
type bin struct {
	calendar.Period
	news, newsMay, rest, restMay int // rest is not counted as an incident
}

func (b bin) up() int   { return b.news + b.newsMay }
func (b bin) down() int { return b.rest + b.restMay }

// words say what a bin has.
func (b bin) words(unit calendar.Unit) string {
	out := unit.Name(b.From) + ": " + plural(b.news, "incident")
	if b.newsMay > 0 {
		out += ", and " + number(b.newsMay) + " that may lie in it"
	}
	if b.down() > 0 {
		out += "; not counted: " + number(b.rest)
		if b.restMay > 0 {
			out += ", and " + number(b.restMay) + " that may lie in it"
		}
	}
	return out
}

// count counts a lane by period. What lies in one period is certain of it; what reaches over several may be of each.
func (l *laid) count(unit calendar.Unit, span calendar.Period) {
	periods := unit.Periods(span.From, span.To)
	out := make([]bin, len(periods))
	l.bins = out
	for i, p := range periods {
		out[i].Period = p
	}
	i := 0
	for _, s := range l.in { // by their first day
		for i+1 < len(out) && out[i].To < s.from {
			i++
		}
		for k := i; k < len(out) && out[k].From <= s.to; k++ {
			out[k].add(s)
		}
	}
}

func (b *bin) add(s stretch) {
	certain := b.From <= s.from && s.to <= b.To
	switch counts := s.class == "solid" || s.class == "span"; {
	case counts && certain:
		b.news++
	case counts:
		b.newsMay++
	case certain:
		b.rest++
	default:
		b.restMay++
	}
}

// counts draws a lane by period.
func (t Timeline) counts(p *pen, a axis, l laid, unit calendar.Unit, y, most int) {
	zero := float64(y + upwards)
	high := scale(most)
	for _, b := range l.bins {
		if b.up()+b.down() == 0 {
			continue
		}
		x, end := max(a.x(b.From), 0), min(a.x(b.To+1), a.width)
		w := max(end-x-gap(end-x), 1)
		p.begin("a", "href", t.Within(l.Lane, b.Period))
		p.element("title", b.words(unit))
		p.bar("solid", "", x, w, zero-high(b.news), high(b.news))
		p.bar("span", fills["span"], x, w, zero-high(b.news)-high(b.newsMay), high(b.newsMay))
		p.bar("hollow", "", x, w, zero+2, high(b.rest))
		p.bar("dashed", "", x, w, zero+2+high(b.rest), high(b.restMay))
		p.end()
	}
	p.leaf("path", "class", "axis", "d", fmt.Sprintf("M0 %d.5h%d", int(zero), timelineWidth))
}

// scale gives a number its height: 0 for none, and never so low that it cannot be seen.
func scale(most int) func(int) float64 {
	return func(n int) float64 {
		if n == 0 {
			return 0
		}
		return max(1.5, float64(n*upwards)/float64(most))
	}
}

func (p *pen) bar(class, fill string, x, w, y, h float64) {
	if h > 0 {
		p.leaf("rect", "class", class, "fill", fill, "x", x, "y", y, "width", w, "height", h)
	}
}

// key says what the marks mean, those that are drawn.
func (t Timeline) key(p *pen, lanes []laid, unit calendar.Unit, most int) {
	drawn := map[string]bool{}
	counted := false
	for _, l := range lanes {
		for _, s := range l.in {
			drawn[s.class] = true
		}
		counted = counted || l.counted()
	}
	x := 0
	for _, k := range []struct{ class, words string }{
		{"solid", "day known"}, {"span", "a longer span, one day of it"}, {"hollow", "background, or did not take place: not counted"}, {"dashed", "the same, a longer span"},
	} {
		if drawn[k.class] {
			p.leaf("rect", "class", k.class, "fill", fills[k.class], "x", x+1, "y", 3, "width", 14, "height", 8)
			p.element("text", k.words, "class", "soft", "x", x+20, "y", 11)
			x += 32 + 6*len(k.words)
		}
	}
	if counted {
		p.element("text", "full lanes: incidents by "+unit.String()+", the highest bar is "+number(most), "class", "soft", "x", x, "y", 11)
	}
}
