package analysis

import (
	"fmt"
	"testing"

	"dateline"
	"dateline/internal/calendar"
)

func lineOn(id, from, to string, sources ...string) *dateline.Line {
	return &dateline.Line{ID: id, Kind: dateline.Clash, Reality: dateline.Happened, Date: dateline.Date{EDTF: from, From: from, To: to}, Sources: sources}
}

func periodsOf(t *testing.T, u calendar.Unit, from, to string) []calendar.Period {
	t.Helper()
	f, _ := calendar.Parse(from)
	l, _ := calendar.Parse(to)
	return u.Periods(f, l)
}

var always = calendar.Period{From: calendar.First, To: calendar.Last}

// A period of which only a part was asked for is not compared, nor compared with.
func TestCoursePassesOverParts(t *testing.T) {
	var lines []*dateline.Line
	var presses []Press
	for i, month := range []string{"2020-01", "2020-02", "2020-03", "2020-04", "2020-05", "2020-06"} {
		presses = append(presses, Press{"old", month, 1})
		for k := range []int{1, 6, 6, 6, 9, 1}[i] {
			lines = append(lines, lineOn(fmt.Sprint(i, k), month+"-20", month+"-20", "old"))
		}
	}
	asked := periodsOf(t, calendar.ByDay, "2020-01-20", "2020-06-20")
	c := NewCourse(lines, calendar.ByMonth, periodsOf(t, calendar.ByMonth, "2020-01-01", "2020-06-30"), calendar.Period{From: asked[0].From, To: asked[len(asked)-1].To}, presses, 12)
	for i, want := range []string{"1, no baseline yet", "6, no baseline yet", "6, no baseline yet", "6, no baseline yet", "9, baseline 6.0, +50 %", "1, no baseline yet"} {
		p := c.Points[i]
		if got := p.Change.String(); got != want || p.Part != (i == 0 || i == 5) || len(p.Lines) != p.All {
			t.Errorf("%v: %s, want %s; part %v; %d lines of %d", p.Period, got, want, p.Part, len(p.Lines), p.All)
		}
	}
}

func TestCourse(t *testing.T) {
	two, five := 2, 5
	toll := lineOn("f", "2020-02-29", "2020-02-29", "new")
	toll.Killed = &dateline.Count{Low: &two}
	both := lineOn("e", "2020-02-10", "2020-02-12", "old", "new")
	both.Killed = &dateline.Count{Low: &two, High: &five}
	retold, part, whole := lineOn("g", "2020-02-01", "2020-02-01"), lineOn("h", "2020-01-05", "2020-01-05", "old"), lineOn("i", "2020-01-05", "2020-01-06", "old")
	retold.Background, part.Series, whole.Series, whole.Whole = true, "s", "s", true
	lines := []*dateline.Line{lineOn("a", "2019-12-31", "2019-12-31"), lineOn("b", "2019-12-31", "2020-01-01"), lineOn("c", "", ""), lineOn("d", "2020-02-01", "2020-03-31", "old"),
		both, toll, retold, part, whole, lineOn("j", "2020-03-01", "2020-03-01", "old")}
	presses := []Press{{"old", "2020-01", 3}, {"old", "2020-02", 3}, {"old", "2020-03", 1}, {"new", "2020-02", 1}, {"new", "2020-03", 1}, {"", "2020-01", 9}, {"past", "2010-01", 1}}
	c := NewCourse(lines, calendar.ByMonth, periodsOf(t, calendar.ByMonth, "2020-01-01", "2020-04-30"), always, presses, 12)
	if c.NotNews != 1 || c.Doubled != 1 || c.Undated != 1 || c.Elsewhere != 1 || c.Wide != 2 {
		t.Errorf("left out: %+v", c)
	}
	want := []string{"1 0 may 1, 1 new, outlets 1", "2 0 may 1, 1 new, outlets 2", "1 0 may 1, 0 new, outlets 2", "0 0 may 0, 0 new, outlets 0"}
	for i, p := range c.Points {
		if got := fmt.Sprintf("%d %d may %d, %d new, outlets %d", p.All, p.OfPanel, p.May, p.Fresh, p.Outlets); got != want[i] {
			t.Errorf("period %d: %s, want %s", i, got, want[i])
		}
	}
	if k := c.Points[1].Killed; k != (Losses{Low: 4, High: 7, Told: 2, Open: 1}) {
		t.Errorf("killed: %+v", k)
	}
	if c.Points[1].Tellers[0] != (Teller{"new", 2}) || !c.Points[3].Silent || c.Points[3].Change.String() != "0, baseline 1.3" {
		t.Errorf("%+v", c.Points)
	}
	three := NewCourse(lines, calendar.ByMonth, periodsOf(t, calendar.ByMonth, "2020-01-01", "2020-03-31"), always, presses, 12)
	if fmt.Sprint(three.Panel, three.Others) != "[old] 1" || three.Points[1].OfPanel != 1 {
		t.Errorf("panel %v without %d: %+v", three.Panel, three.Others, three.Points[1])
	}
}

// Every line is counted in one way, whatever the unit.
func TestCourseAddsUp(t *testing.T) {
	var lines []*dateline.Line
	first, _ := calendar.Parse("2015-11-20")
	for i := range 500 {
		from := first + calendar.Day(i*37%900)
		l := lineOn(fmt.Sprint(i), from.String(), (from + calendar.Day(i%40*(i%3))).String(), fmt.Sprint(i%9))
		l.Background = i%11 == 0
		if i%50 == 0 {
			l.Date = dateline.Date{}
		}
		lines = append(lines, l)
	}
	for u := calendar.ByDay; u <= calendar.ByCentury; u++ {
		c := NewCourse(lines, u, periodsOf(t, u, "2016-01-15", "2017-02-28"), always, nil, 6)
		n := c.NotNews + c.Wide + c.Undated + c.Elsewhere + c.Doubled
		for _, p := range c.Points {
			n += p.All
		}
		if n != len(lines) {
			t.Errorf("by %s: %d of %d", u, n, len(lines))
		}
	}
	if c := NewCourse(lines, calendar.ByDay, nil, always, nil, 6); len(c.Points) != 0 {
		t.Error("there are points without periods")
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		now, sum, periods int
		want              Sway
		says              string
	}{
		{9, 10, 2, NoBaseline, "9, no baseline yet"},
		{5, 20, 10, Few, "5, baseline 2.0"},
		{0, 20, 10, Few, "0, baseline 2.0"},
		{6, 20, 10, LargeIncrease, "6, baseline 2.0"},
		{125, 1000, 10, ModerateIncrease, "125, baseline 100.0, +25 %"},
		{126, 1000, 10, LargeIncrease, "126, baseline 100.0, +26 %"},
		{110, 1000, 10, ModerateIncrease, "110, baseline 100.0, +10 %"},
		{109, 1000, 10, LimitedChange, "109, baseline 100.0, +9 %"},
		{75, 1000, 10, LimitedChange, "75, baseline 100.0, -25 %"},
		{74, 1000, 10, LargeDecrease, "74, baseline 100.0, -26 %"},
		{4, 100, 10, LargeDecrease, "4, baseline 10.0"},
		{7, 0, 10, LargeIncrease, "7, baseline 0.0"},
	} {
		got := Change{c.now, c.sum, c.periods}
		if got.Sway() != c.want || got.String() != c.says {
			t.Errorf("%d to %d in %d: %s, %s; want %s, %s", c.now, c.sum, c.periods, got.Sway(), got, c.want, c.says)
		}
	}
}
