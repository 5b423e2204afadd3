package calendar

import (
	"testing"
	"time"
)

// Each third day of 9999 years is the one that the standard library says it is.
func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	for d, when := First, time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); d <= Last; d, when = d+3, when.AddDate(0, 0, 3) {
		s := when.Format(time.DateOnly)
		if got, ok := Parse(s); !ok || got != d {
			t.Fatalf("%s is day %d (%v), want %d", s, got, ok, d)
		}
		if int(d)%97 == 0 && d.String() != s {
			t.Fatalf("day %d is %s, want %s", d, d, s)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "2015", "2015-02", "2015-02-29", "1900-02-29", "2015-13-01", "2015-00-01", "2015-01-00", "0000-01-01", "-001-01-01", "2015-01-1x", "20150101xx", "2015-1-011"} {
		if d, ok := Parse(s); ok {
			t.Errorf("%q is day %d", s, d)
		}
	}
	for _, s := range []string{"2016-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "0004-02-29"} {
		if d, ok := Parse(s); !ok || d.String() != s {
			t.Errorf("%q is day %d, %s", s, d, d)
		}
	}
}

// Periods follow on each other without a gap, hold their days, and begin where Start says.
func TestPeriodsCoverTime(t *testing.T) {
	for u := ByDay; u <= ByCentury; u++ {
		for _, span := range [][2]string{{"0001-01-01", "0001-03-01"}, {"1899-12-31", "1900-03-01"}, {"2016-02-28", "2016-03-01"}, {"2019-12-30", "2020-01-02"}, {"9999-12-01", "9999-12-31"}} {
			from, _ := Parse(span[0])
			to, _ := Parse(span[1])
			all := u.Periods(from, to)
			if all[0].From > from || all[len(all)-1].To < to {
				t.Fatalf("%s: %v to %v is not in %v", u, from, to, all)
			}
			for i, p := range all {
				if i > 0 && p.From != all[i-1].To+1 {
					t.Errorf("%s: %v does not follow on %v", u, p, all[i-1])
				}
				for d := p.From; d <= min(p.To, p.From+400); d++ {
					if u.Start(d) != p.From || u.Next(d) != p.To+1 {
						t.Fatalf("%s: %s lies from %s to %s, want %v", u, d, u.Start(d), u.Next(d)-1, p)
					}
				}
			}
		}
	}
	if got := ByDay.Periods(5, 4); got != nil {
		t.Errorf("a span that ends before it begins has %v", got)
	}
}

func TestNames(t *testing.T) {
	d, _ := Parse("2016-02-29")
	for u, want := range []string{"29 Feb 2016", "week of 29 Feb 2016", "Feb 2016", "Q1 2016", "2016", "2010s", "2000s (century)"} {
		if got := Unit(u).Name(d); got != want {
			t.Errorf("%s: %q, want %q", Unit(u), got, want)
		}
	}
	if got := d.Words(); got != "29 February 2016" {
		t.Error(got)
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		span, most int
		want       Unit
	}{{1, 60, ByDay}, {60, 60, ByDay}, {61, 60, ByWeek}, {365 * 5, 60, ByMonth}, {365 * 30, 60, ByYear}, {365 * 9999, 60, ByCentury}, {365 * 9999, 200, ByCentury}} {
		if got := Fit(c.span, c.most); got != c.want {
			t.Errorf("%d days in %d: by %s, want %s", c.span, c.most, got, c.want)
		}
	}
	if u, ok := UnitOf("quarter"); u != ByQuarter || !ok {
		t.Error("quarter is no unit")
	}
	if _, ok := UnitOf("fortnight"); ok {
		t.Error("fortnight is a unit")
	}
}
