// Package calendar knows the days of the proleptic Gregorian calendar as numbers, and the periods that they lie in: what
// an axis of time and counts by period need. It is pure, and knows the years 1 to 9999, as EDTF writes them.
package calendar

import (
	"fmt"
	"time"
)

// Day is the number of days since 1970-01-01; before it, below 0.
type Day int

// The first and the last Day that have a name.
var (
	First = day(1, 1, 1)
	Last  = day(9999, 12, 31)
)

func day(y, m, d int) Day {
	return Day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / secondsADay)
}

const secondsADay = 24 * 60 * 60

// Parse reads YYYY-MM-DD; false for what is no day of the years 1 to 9999.
func Parse(s string) (Day, bool) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, m, d := digits(s[:4]), digits(s[5:7]), digits(s[8:])
	if y < 1 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return 0, false
	}
	return count(y, m, d), true
}

// digits is -1 for what is no number.
func digits(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

func monthDays(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// count numbers a day: years of March to February, so that the leap day is the last.
func count(y, m, d int) Day {
	if m < 3 {
		y, m = y-1, m+12
	}
	return Day(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 1 - 719468)
}

// Date is the year, the month (1 to 12) and the day of the month (from 1).
func (d Day) Date() (year, month, of int) {
	y, m, n := d.time().Date()
	return y, int(m), n
}

func (d Day) time() time.Time { return time.Unix(int64(d)*secondsADay, 0).UTC() }

// String is YYYY-MM-DD.
func (d Day) String() string { return d.time().Format(time.DateOnly) }

// Words is '9 March 2015'.
func (d Day) Words() string { return d.time().Format("2 January ") + yearWords(d) }

func yearWords(d Day) string {
	y, _, _ := d.Date()
	return fmt.Sprint(y)
}

// Unit is how long a Period is.
type Unit int

// The Units, from the shortest.
const (
	ByDay Unit = iota
	ByWeek
	ByMonth
	ByQuarter
	ByYear
	ByDecade
	ByCentury
)

// Units are the names of the Units, as an address writes them.
var Units = []string{"day", "week", "month", "quarter", "year", "decade", "century"}

// String is the name as in Units.
func (u Unit) String() string { return Units[u] }

// Plural is the name of several.
func (u Unit) Plural() string {
	if u == ByCentury {
		return "centuries"
	}
	return Units[u] + "s"
}

// UnitOf returns the Unit of that name; false if there is none.
func UnitOf(name string) (Unit, bool) {
	for i, n := range Units {
		if n == name {
			return Unit(i), true
		}
	}
	return 0, false
}

// Start is the first Day of the period in which d lies. Weeks begin on Mondays, decades and centuries with the years
// that end on 0 and 00 (the first of all with the year 1).
func (u Unit) Start(d Day) Day {
	y, m, _ := d.Date()
	switch u {
	case ByDay:
		return d
	case ByWeek:
		return max(d-Day(floorMod(int(d)+3, 7)), First)
	case ByMonth:
		return day(y, m, 1)
	case ByQuarter:
		return day(y, (m-1)/3*3+1, 1)
	case ByYear:
		return day(y, 1, 1)
	}
	return day(max(y-y%u.years(), 1), 1, 1)
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

func (u Unit) years() int {
	switch u {
	case ByDecade:
		return 10
	case ByCentury:
		return 100
	}
	return 1
}

// Next is the first Day of the period after that in which d lies.
func (u Unit) Next(d Day) Day {
	s := u.Start(d)
	y, m, _ := s.Date()
	switch u {
	case ByDay:
		return d + 1
	case ByWeek:
		return d - Day(floorMod(int(d)+3, 7)) + 7
	case ByMonth:
		return day(y, m+1, 1)
	case ByQuarter:
		return day(y, m+3, 1)
	}
	return day(y-y%u.years()+u.years(), 1, 1)
}

// Name is what the period is called in which d lies: '9 Mar 2015', 'week of 9 Mar 2015', 'Mar 2015', 'Q1 2015', '2015',
// '2010s', '1900s (century)'.
func (u Unit) Name(d Day) string {
	s := u.Start(d)
	y, m, _ := s.Date()
	switch u {
	case ByDay:
		return s.time().Format("2 Jan ") + fmt.Sprint(y)
	case ByWeek:
		return "week of " + ByDay.Name(s)
	case ByMonth:
		return s.time().Format("Jan ") + fmt.Sprint(y)
	case ByQuarter:
		return fmt.Sprintf("Q%d %d", (m+2)/3, y)
	case ByYear:
		return fmt.Sprint(y)
	case ByDecade:
		return fmt.Sprintf("%ds", y-y%10)
	}
	return fmt.Sprintf("%ds (century)", y-y%100)
}

// Period is the days from From to To.
type Period struct{ From, To Day }

// Days is how many days p has.
func (p Period) Days() int { return int(p.To-p.From) + 1 }

// Periods are those of the Unit from the one in which from lies to the one in which to lies; nil if to is before from.
// The first and the last are whole.
func (u Unit) Periods(from, to Day) []Period {
	var out []Period
	for d := u.Start(from); d <= to && from <= to; {
		next := u.Next(d)
		out = append(out, Period{d, next - 1})
		d = next
	}
	return out
}

// days is about how many days a period has.
var days = []float64{1, 7, 30.44, 91.3, 365.24, 3652.4, 36524}

// Fit is the shortest Unit of which a span of days has at most about so many periods; ByCentury if none has.
func Fit(span, most int) Unit {
	for u := ByDay; u < ByCentury; u++ {
		if float64(span) <= days[u]*float64(most) {
			return u
		}
	}
	return ByCentury
}
