package date

import (
	"fmt"
	"strings"
	"sync"

	"dateline/data"
)

// rataDie is the day 1970-01-01 counted from 1 January of the year 1.
const rataDie = 719163

// hijriYear is a year of the Umm al-Qura calendar.
type hijriYear struct {
	first  day
	length [12]int
}

var hijriYears = sync.OnceValue(func() map[int]hijriYear {
	text, err := data.Lexicon.ReadFile("lexicon/hijri.txt")
	if err != nil {
		panic(err) // embedded: cannot be missing
	}
	years, err := parseHijri(string(text))
	if err != nil {
		panic(err) // the package's test reads the same file
	}
	return years
})

// parseHijri reads the table of data/lexicon/hijri.txt; each year has to begin where the one before ends.
func parseHijri(text string) (map[int]hijriYear, error) {
	years := map[int]hijriYear{}
	var next day
	for n, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		var year int
		var first, months string
		if _, err := fmt.Sscanf(line, "%d\t%s\t%s", &year, &first, &months); err != nil || len(months) != 12 {
			return nil, fmt.Errorf("hijri.txt:%d: want a year, a day and 12 months", n+1)
		}
		y := hijriYear{first: parseDay(first)}
		if y.first == noDay || len(years) > 0 && y.first != next {
			return nil, fmt.Errorf("hijri.txt:%d: does not begin where the year before ends", n+1)
		}
		next = y.first
		for m, long := range months {
			y.length[m] = 29 + int(long-'0')
			next += day(y.length[m])
		}
		years[year] = y
	}
	return years, nil
}

// hijriMonth returns the first and last day of a month of the Hijri calendar: of Umm al-Qura where the table
// has the year, else of the arithmetic calendar.
func hijriMonth(year, month int) (first, last day) {
	if y, ok := hijriYears()[year]; ok {
		first = y.first
		for _, n := range y.length[:month-1] {
			first += day(n)
		}
		return first, first + day(y.length[month-1]) - 1
	}
	return arithmeticHijri(year, month), arithmeticHijri(year+month/12, month%12+1) - 1
}

// arithmeticHijri is the first day of a month of the civil calendar of 30-year cycles.
func arithmeticHijri(year, month int) day {
	return day((year-1)*354+(3+11*year)/30+29*(month-1)+month/2+227015) - rataDie
}

// hijriYearOf returns the Hijri year that d lies in.
func hijriYearOf(d day) int {
	year := int(d+rataDie-227015)*30/10631 + 1
	for {
		first, _ := hijriMonth(year, 1)
		_, last := hijriMonth(year, 12)
		switch {
		case d < first:
			year--
		case d > last:
			year++
		default:
			return year
		}
	}
}

// persianMonth returns the first and last day of a month of the Solar Hijri calendar, by its 33-year cycle,
// which holds from 1178 to 1633.
func persianMonth(year, month int) (first, last day) {
	first = newPersianYear(year) + day(31*(month-1)-max(month-7, 0))
	if month == 12 {
		return first, newPersianYear(year+1) - 1
	}
	length := 31
	if month > 6 {
		length = 30
	}
	return first, first + day(length) - 1
}

// newPersianYear is 1 Farvardin.
func newPersianYear(year int) day {
	return day(365*(year-1)+(8*year+21)/33+226895) - rataDie
}

// newHebrewYear is 1 Tishri of a Hebrew year, by the arithmetic of the fixed calendar (Reingold and
// Dershowitz, Calendrical Calculations).
func newHebrewYear(year int) day {
	before, this, after := elapsed(year-1), elapsed(year), elapsed(year+1)
	delay := 0
	switch {
	case after-this == 356:
		delay = 2
	case this-before == 382:
		delay = 1
	}
	return day(this+delay-1373427) - rataDie
}

func elapsed(year int) int {
	months := (235*year - 234) / 19
	days := 29*months + (12084+13753*months)/25920
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}

// hebrewFeast returns the first day of a feast of the Hebrew calendar in a year of ours; the name is one of
// those of data/lexicon/times.txt.
func hebrewFeast(name string, year int) day {
	autumn := newHebrewYear(year + 3761)
	spring := autumn - 163 // 15 Nisan, before the new year that it leads to
	switch name {
	case "passover":
		return spring
	case "purim":
		return spring - 30
	case "shavuot":
		return spring + 50
	case "yom-kippur":
		return autumn + 9
	case "sukkot":
		return autumn + 14
	case "hanukkah":
		heshvan := 29
		if length := newHebrewYear(year+3762) - autumn; length == 355 || length == 385 {
			heshvan = 30
		}
		return autumn + 30 + day(heshvan) + 24
	}
	return autumn
}

// orthodoxEaster is Easter Sunday by the Julian computus (Meeus), in our calendar; for the years 1900 to 2099.
func orthodoxEaster(year int) day {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return dayOf(year, n/31, n%31+1) + 13
}
