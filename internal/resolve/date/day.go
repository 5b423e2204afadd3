package date

import "time"

// day counts days from 1 January 1970; noDay is 'not known' or 'open'.
type day int

const noDay day = -1 << 31

// lastYear is the last year that is read.
const lastYear = 2999

func dayOf(year, month, dom int) day {
	return day(time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func (d day) partial() partial {
	y, m, dom := d.time().Date()
	return partial{y, int(m), dom}
}

// weekday is 1 for Monday to 7 for Sunday.
func (d day) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

// monday returns the first day of the ISO week of d.
func (d day) monday() day { return d - day(d.weekday()-1) }

func (d day) String() string {
	if d == noDay {
		return ""
	}
	return d.partial().String()
}

// parseDay reads YYYY-MM-DD; noDay if s is nothing of the kind.
func parseDay(s string) day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return noDay
	}
	return day(t.Unix() / 86400)
}

// partial is a year, a month or a day; a part of 0 is not known. A year of 0 with a month is a
// month or a day whose year nothing fixes.
type partial struct{ year, month, day int }

func (p partial) isZero() bool { return p == partial{} }

// exists reports whether the calendar has p; with no year, whether some year has it.
func (p partial) exists() bool {
	if p.year < 0 || p.year > lastYear || p.month < 0 || p.month > 12 || p.day < 0 {
		return false
	}
	return p.day == 0 || p.day <= daysIn(p.year, p.month)
}

// daysIn counts the days of a month; a year of 0 is taken for a leap year.
func daysIn(year, month int) int {
	if month == 0 {
		return 0
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// first and last are the ends of p as days; noDay if its year is not known.
func (p partial) first() day {
	if p.year == 0 {
		return noDay
	}
	return dayOf(p.year, max(p.month, 1), max(p.day, 1))
}

func (p partial) last() day {
	switch {
	case p.year == 0:
		return noDay
	case p.month == 0:
		return dayOf(p.year, 12, 31)
	case p.day == 0:
		return dayOf(p.year, p.month+1, 0)
	}
	return dayOf(p.year, p.month, p.day)
}

// addMonths moves p, which is a month or a day, by n months; a day that the month does not have
// becomes its last.
func (p partial) addMonths(n int) partial {
	months := p.year*12 + p.month - 1 + n
	q := partial{months / 12, months%12 + 1, p.day}
	if q.day > 0 {
		q.day = min(q.day, daysIn(q.year, q.month))
	}
	return q
}

// String writes p in EDTF.
func (p partial) String() string {
	year := "XXXX"
	if p.year > 0 {
		year = two(p.year/100) + two(p.year)
	}
	switch {
	case p.month == 0:
		return year
	case p.day == 0:
		return year + "-" + two(p.month)
	}
	return year + "-" + two(p.month) + "-" + two(p.day)
}

func two(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
