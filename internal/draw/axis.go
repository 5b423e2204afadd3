package draw

import (
	"fmt"

	"dateline/internal/calendar"
)

// axis places days on a width.
type axis struct {
	span  calendar.Period
	width float64
}

// x is where a day begins; it may lie outside the width.
func (a axis) x(d calendar.Day) float64 {
	return float64(d-a.span.From) * a.width / float64(a.span.Days())
}

// tick is a stretch of an axis that has a label where it begins.
type tick struct {
	calendar.Period
	Label string
	Major bool // a year begins, or the axis
}

// strides are how long ticks may be, from the shortest: so many of a Unit.
var strides = []struct {
	unit  calendar.Unit
	times int
	days  float64
}{
	{calendar.ByDay, 1, 1}, {calendar.ByWeek, 1, 7}, {calendar.ByMonth, 1, 30.4}, {calendar.ByQuarter, 1, 91.3},
	{calendar.ByYear, 1, 365}, {calendar.ByYear, 2, 730}, {calendar.ByYear, 5, 1826}, {calendar.ByDecade, 1, 3652}, {calendar.ByYear, 20, 7305},
	{calendar.ByYear, 50, 18262}, {calendar.ByCentury, 1, 36524}, {calendar.ByYear, 200, 73048}, {calendar.ByYear, 500, 182621},
	{calendar.ByYear, 1000, 365242}, {calendar.ByYear, 2000, 730485},
}

// ticks parts the axis by the shortest step of which there are at most about so many.
func (a axis) ticks(most int) []tick {
	step := strides[len(strides)-1]
	for _, s := range strides {
		if float64(a.span.Days()) <= s.days*float64(most) {
			step = s
			break
		}
	}
	var out []tick
	for d := step.unit.Start(a.span.From); d <= a.span.To; {
		next := step.unit.Next(d)
		if step.times > 1 {
			d, next = wholeYears(d, step.times)
		}
		out = append(out, tick{Period: calendar.Period{From: d, To: next - 1}})
		d = next
	}
	for i := range out {
		out[i].Label, out[i].Major = tickLabel(step.unit, out[i].From, i == 0)
	}
	return out
}

// wholeYears are the bounds of the stretch of so many years in which d lies.
func wholeYears(d calendar.Day, times int) (from, next calendar.Day) {
	year, _, _ := d.Date()
	year -= year % times
	from = calendar.First
	if year > 0 {
		from, _ = calendar.Parse(fmt.Sprintf("%04d-01-01", year))
	}
	next = calendar.Last + 1
	if year+times <= yearOf(calendar.Last) {
		next, _ = calendar.Parse(fmt.Sprintf("%04d-01-01", year+times))
	}
	return from, next
}

// tickLabel names the day on which a tick begins, and the year where that is not clear from the tick before it.
func tickLabel(u calendar.Unit, d calendar.Day, first bool) (label string, major bool) {
	y, m, day := d.Date()
	newYear := m == 1 && day == 1 || u == calendar.ByWeek && m == 1 && day <= 7
	switch {
	case u >= calendar.ByYear:
		return fmt.Sprint(y), true
	case u == calendar.ByDay || u == calendar.ByWeek:
		label = fmt.Sprintf("%d %s", day, monthNames[m-1])
		if first || newYear {
			label += fmt.Sprintf(" %d", y)
		}
	case newYear:
		label = fmt.Sprint(y)
	default:
		label = monthNames[m-1]
		if first {
			label += fmt.Sprintf(" %d", y)
		}
	}
	return label, first || newYear
}

var monthNames = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
