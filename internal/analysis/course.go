package analysis

import (
	"cmp"
	"math"
	"slices"

	"dateline"
	"dateline/internal/calendar"
)

// Course is how many incidents each of a row of periods has, and who tells of them. An incident lies in a period if its
// best supported date does as a whole; it counts once, however many reports tell it, and one that tells several parts of a
// series at once does not count beside them.
type Course struct {
	Unit      calendar.Unit
	Window    int // periods before that a baseline is the mean of, at most
	Points    []Coursing
	Panel     []string // publishers with a report from every period; for days and weeks, from every month
	Others    int      // publishers that miss one
	NotNews   int      // incidents told only as background, or that did not take place: not counted
	Wide      int      // counted incidents whose date reaches over several periods: in none of them
	Undated   int      // counted incidents without a fixed date
	Elsewhere int      // counted incidents before the first period or after the last
	Doubled   int      // incidents whose parts are counted instead
}

// Coursing is one period of a Course.
type Coursing struct {
	calendar.Period
	Silent  bool             // no report in the ledger is from the period: that it has no incident says nothing
	Part    bool             // what was asked for has only a part of the period: it is neither compared nor in a baseline
	Outlets int              // publishers with a report on anything from the period; for days and weeks, from its month
	All     int              // incidents
	Lines   []*dateline.Line // the All
	OfPanel int              // of them, those that a publisher of the panel tells
	May     int              // incidents whose date reaches over the period's ends: one day of it may lie in it
	// Fresh are those of All that nobody tells but publishers without a report from before the period, where others have
	// one: they may be there because a source is new.
	Fresh   int
	Tellers []Teller // publishers by how many of All they tell, those of most first
	Killed  Losses
	Change  Change // of All, to the mean of the Window before
	OnPanel Change // of OfPanel
}

// Teller is a publisher and how many incidents it tells.
type Teller struct {
	Publisher string
	Incidents int
}

// Losses are the killed of several incidents as told, by the best supported account of each.
type Losses struct {
	Low, High     int // sums of the bounds; an incident without a bound adds the other one
	Told, NotTold int // incidents with a figure, and without
	Open          int // of Told, those without an upper bound: High is at least so many
}

// NewCourse counts lines by periods, which follow on each other and are of a unit. asked are the days that lines were
// picked from: from calendar.First to calendar.Last if from all.
func NewCourse(lines []*dateline.Line, unit calendar.Unit, periods []calendar.Period, asked calendar.Period, presses []Press, window int) Course {
	c := Course{Unit: unit, Window: window}
	for _, p := range periods {
		c.Points = append(c.Points, Coursing{Period: p, Part: p.From < asked.From || p.To > asked.To})
	}
	if len(periods) == 0 {
		return c
	}
	began := c.press(presses)
	tellers := make([]map[string]int, len(periods))
	for _, l := range c.counted(lines) {
		c.add(l, began, tellers)
	}
	for i := range c.Points {
		c.Points[i].Tellers = ranked(tellers[i])
		c.compare(i)
	}
	return c
}

// counted leaves out what does not count.
func (c *Course) counted(lines []*dateline.Line) []*dateline.Line {
	parts := map[string]bool{}
	for _, l := range lines {
		parts[l.Series] = parts[l.Series] || !l.Whole
	}
	var out []*dateline.Line
	for _, l := range lines {
		switch {
		case l.Whole && parts[l.Series]:
			c.Doubled++
		case !l.Counts():
			c.NotNews++
		default:
			out = append(out, l)
		}
	}
	return out
}

// press makes the panel and counts the outlets of each period. It returns the first
// month of each publisher, and under "" that of all.
func (c *Course) press(presses []Press) (began map[string]string) {
	began = map[string]string{}
	slots := c.Points
	if c.Unit < calendar.ByMonth {
		slots = nil
		for _, p := range calendar.ByMonth.Periods(c.Points[0].From, c.Points[len(c.Points)-1].To) {
			slots = append(slots, Coursing{Period: p})
		}
	}
	of := map[string]map[int]bool{}
	outlets, heard := make([]int, len(slots)), make([]bool, len(slots))
	for _, p := range presses {
		for _, who := range []string{p.Publisher, ""} {
			if b, ok := began[who]; !ok || p.Month < b {
				began[who] = p.Month
			}
		}
		i := slotOf(slots, p.Month)
		if i < 0 {
			continue
		}
		heard[i] = true
		if p.Publisher == "" {
			continue
		}
		if of[p.Publisher] == nil {
			of[p.Publisher] = map[int]bool{}
		}
		if !of[p.Publisher][i] {
			of[p.Publisher][i] = true
			outlets[i]++
		}
	}
	c.heard(slots, outlets, heard)
	for publisher, in := range of {
		if len(in) == len(slots) {
			c.Panel = append(c.Panel, publisher)
		} else {
			c.Others++
		}
	}
	slices.Sort(c.Panel)
	return began
}

// heard says how many outlets each point has: of several slots that it reaches over, the most.
func (c *Course) heard(slots []Coursing, outlets []int, heard []bool) {
	for i := range c.Points {
		p := &c.Points[i]
		p.Silent = true
		for k, s := range slots {
			if s.From <= p.To && s.To >= p.From {
				p.Outlets, p.Silent = max(p.Outlets, outlets[k]), p.Silent && !heard[k]
			}
		}
	}
}

// slotOf is the slot in which a month lies; -1 for none.
func slotOf(slots []Coursing, month string) int {
	d, ok := calendar.Parse(month + "-01")
	if !ok {
		return -1
	}
	i, found := slices.BinarySearchFunc(slots, d, func(s Coursing, d calendar.Day) int { return cmp.Compare(s.From, d) })
	if !found {
		i--
	}
	if i < 0 || d > slots[i].To {
		return -1
	}
	return i
}

// add counts a line where it lies.
func (c *Course) add(l *dateline.Line, began map[string]string, tellers []map[string]int) {
	from, ok := calendar.Parse(l.Date.From)
	to, also := calendar.Parse(l.Date.To)
	first, last := c.Points[0].From, c.Points[len(c.Points)-1].To
	switch {
	case !l.Date.Fixed() || !ok || !also || from > to:
		c.Undated++
		return
	case to < first || from > last:
		c.Elsewhere++
		return
	}
	i, found := slices.BinarySearchFunc(c.Points, from, func(p Coursing, d calendar.Day) int { return cmp.Compare(p.From, d) })
	if !found {
		i--
	}
	if i < 0 || to > c.Points[i].To {
		c.Wide++
		for k := max(i, 0); k < len(c.Points) && c.Points[k].From <= to; k++ {
			c.Points[k].May++
		}
		return
	}
	p := &c.Points[i]
	p.All++
	p.Lines = append(p.Lines, l)
	p.Killed.add(l.Killed)
	if c.HasPanel(l) {
		p.OfPanel++
	}
	month := p.From.String()[:7]
	if len(l.Sources) > 0 && month > began[""] && !slices.ContainsFunc(l.Sources, func(s string) bool { return s == "" || began[s] < month }) {
		p.Fresh++
	}
	if tellers[i] == nil {
		tellers[i] = map[string]int{}
	}
	for _, s := range l.Sources {
		tellers[i][s]++
	}
}

// HasPanel reports whether a publisher of the panel tells an incident.
func (c *Course) HasPanel(l *dateline.Line) bool {
	return slices.ContainsFunc(l.Sources, func(s string) bool { _, in := slices.BinarySearch(c.Panel, s); return in })
}

func (k *Losses) add(c *dateline.Count) {
	if c == nil || c.Low == nil && c.High == nil {
		k.NotTold++
		return
	}
	k.Told++
	low, high := c.Low, c.High
	if high == nil {
		k.Open++
		high = low
	}
	if low == nil {
		zero := 0
		low = &zero
	}
	k.Low, k.High = k.Low+*low, k.High+*high
}

func ranked(count map[string]int) []Teller {
	var out []Teller
	for p, n := range count {
		out = append(out, Teller{p, n})
	}
	slices.SortFunc(out, func(a, b Teller) int { return cmp.Or(b.Incidents-a.Incidents, cmp.Compare(a.Publisher, b.Publisher)) })
	return out
}

// compare fills in how a point stands to those of the window before it. Silent ones and parts are in no baseline, and parts
// have none.
func (c *Course) compare(i int) {
	p := &c.Points[i]
	p.Change, p.OnPanel = Change{now: p.All}, Change{now: p.OfPanel}
	if p.Part {
		return
	}
	for _, b := range c.Points[max(0, i-c.Window):i] {
		if b.Silent || b.Part {
			continue
		}
		p.Change.sum, p.Change.periods = p.Change.sum+b.All, p.Change.periods+1
		p.OnPanel.sum, p.OnPanel.periods = p.OnPanel.sum+b.OfPanel, p.OnPanel.periods+1
	}
}

// Sway is how a number stands to its baseline, in the words and with the thresholds of ACLED's Trendfinder.
type Sway string

// The sways. Few is a limited change because the numbers are small: a baseline of at most two and a number of at most five.
const (
	NoBaseline       Sway = "no baseline"
	Few              Sway = "limited change: few"
	LargeIncrease    Sway = "large increase"    // more than 25 % over the baseline
	ModerateIncrease Sway = "moderate increase" // from 10 %
	LimitedChange    Sway = "limited change"    // from -25 %
	LargeDecrease    Sway = "large decrease"    // below that
)

// Sway says how much more or less there is than the baseline.
func (c Change) Sway() Sway {
	if c.periods < leastPeriods {
		return NoBaseline
	}
	base := float64(c.sum) / float64(c.periods)
	if base <= 2 && c.now <= 5 {
		return Few
	}
	switch by := (float64(c.now) - base) / math.Max(base, 1e-9); {
	case by > .25:
		return LargeIncrease
	case by >= .1:
		return ModerateIncrease
	case by >= -.25:
		return LimitedChange
	}
	return LargeDecrease
}
