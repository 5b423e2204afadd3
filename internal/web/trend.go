package web

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/calendar"
	"dateline/internal/draw"
	"dateline/internal/selection"
)

// trendView is a selection by period.
type trendView struct {
	Explore  explore
	Drawing  draw.SVG
	Units    []tab
	Sources  []tab
	Windows  []tab // of how many periods before the baseline is the mean
	Lanes    []tab // what the small drawings are by
	Multiple draw.SVG
	Span     string
	Unit     calendar.Unit
	Words    []string // what is counted, compared and left out
	Mix      []string // what the sources may have to do with it
	Rows     []trendRow
	Undated  string // the address of the list where those without a fixed date begin; "" if there are none
	Table    string // as comma-separated values
	File     string // the drawing
}

// trendRow is a period in the table under the drawing.
type trendRow struct {
	Name, Link    string
	Incidents     int
	May           int
	Silent        bool
	Part          bool
	Baseline      string // "" for none
	Percent       string // "" where the numbers bear none
	Class         string
	Outlets       int
	Top           string // who tells most of the incidents
	Fresh         int
	Killed        string // "" where no toll is told
	KilledNotTold int
}

// mostTrend is how many periods are shown at most.
const mostTrend = 400

// baselines is the window of a baseline without ?window=, by unit: about four weeks of days, a quarter of weeks, a year of
// months, two of quarters, five years.
var baselines = []int{28, 12, 12, 8, 5, 5, 5}

// tendency is a selection as a trend is made of it.
type tendency struct {
	sel    selection.Selection
	by     string // of the small drawings; "none" for none of them
	panel  bool   // only what the fixed panel tells
	span   calendar.Period
	unit   calendar.Unit
	window int // 0: that of the unit
	course analysis.Course
}

func (s *site) tendency(r *http.Request) (tendency, error) {
	sel, _, err := s.selected(r)
	if err != nil {
		return tendency{}, err
	}
	presses, err := s.presses.get(r.Context(), s.view.Stamp(), s.newPresses)
	if err != nil {
		return tendency{}, err
	}
	return newTendency(sel, r.URL.Query(), presses)
}

// newTendency reads ?unit=, ?by=, ?panel= and ?window= and counts.
func newTendency(sel selection.Selection, v url.Values, presses []analysis.Press) (tendency, error) {
	t := tendency{sel: sel, by: cmp.Or(v.Get("by"), "none")}
	if !slices.ContainsFunc(laneWords, func(l struct{ by, title string }) bool { return l.by == t.by }) {
		return t, &fault{http.StatusBadRequest, "There are no such parts", "by= in the address takes group, kind, country or none."}
	}
	switch v.Get("panel") {
	case "", "all":
	case "fixed":
		t.panel = true
	default:
		return t, &fault{http.StatusBadRequest, "There is no such panel", "panel= in the address takes all or fixed."}
	}
	dated := t.dated()
	t.span = wholeSpan(sel.Query, dated)
	if err := t.askedUnit(v.Get("unit"), v.Get("window")); err != nil {
		return t, err
	}
	var periods []calendar.Period
	if len(dated) > 0 {
		periods = t.unit.Periods(t.span.From, t.span.To)
	}
	t.course = analysis.NewCourse(sel.Lines, t.unit, periods, askedDays(sel.Query), presses, cmp.Or(t.window, baselines[t.unit]))
	return t, nil
}

// dated are the incidents that the span is of: those that count and have a fixed date, or, if there is none, those that
// have a fixed date, so that a war that is only recalled does not stretch it.
func (t *tendency) dated() []*dateline.Line {
	all, _ := t.sel.Dated()
	counted := slices.DeleteFunc(slices.Clone(all), func(l *dateline.Line) bool { return !l.Counts() })
	if len(counted) == 0 {
		return all
	}
	return counted
}

// askedDays are those from which a query picks.
func askedDays(q selection.Query) calendar.Period {
	days := calendar.Period{From: calendar.First, To: calendar.Last}
	if d, ok := calendar.Parse(q.From); ok {
		days.From = d
	}
	if d, ok := calendar.Parse(q.To); ok {
		days.To = d
	}
	return days
}

// askedUnit chooses the unit of about so many periods as a drawing shows well, unless the address names one.
func (t *tendency) askedUnit(unit, window string) error {
	t.unit = calendar.Fit(t.span.Days(), 60)
	if unit != "" {
		u, ok := calendar.UnitOf(unit)
		if !ok {
			return &fault{http.StatusBadRequest, "There is no such period", "unit= in the address takes " + strings.Join(calendar.Units, ", ") + "."}
		}
		if !t.bears(u) {
			return &fault{http.StatusBadRequest, "Those are too many periods", fmt.Sprintf("From %s there are more than %d %ss. Ask for longer ones, or narrow the selection by from= and to=.", spanWords(t.span), mostTrend, u)}
		}
		t.unit = u
	}
	if window == "" {
		return nil
	}
	n, err := strconv.Atoi(window)
	if err != nil || n < 3 || n > 100 {
		return &fault{http.StatusBadRequest, "That is no window", "window= in the address takes a whole number from 3 to 100: of periods before, whose mean is the baseline."}
	}
	t.window = n
	return nil
}

// bears reports whether the span has few enough periods of a unit to be shown.
func (t *tendency) bears(u calendar.Unit) bool { return calendar.Fit(t.span.Days(), mostTrend) <= u }

// address is that of the trend under a path.
func (t tendency) address(path string) string {
	v := t.sel.Query.Values()
	set := func(name, value string, is bool) {
		if is {
			v.Set(name, value)
		}
	}
	set("unit", t.unit.String(), t.unit != calendar.Fit(t.span.Days(), 60))
	set("by", t.by, t.by != "none")
	set("panel", "fixed", t.panel)
	set("window", strconv.Itoa(t.window), t.window > 0)
	return addressOf(path, v)
}

// within is the address of the list of a period: of its days that the query has, and of the panel if that is counted and
// few enough for an address.
func (t tendency) within(p calendar.Period) string {
	asked := askedDays(t.sel.Query)
	q := t.sel.Query.Only("counted", selection.Yes).Between(max(p.From, asked.From).String(), min(p.To, asked.To).String())
	if t.panel && len(t.course.Panel) <= mostPanelled && len(q.Picked["source"]) == 0 {
		q = q.Only("source", t.course.Panel...)
	}
	return at("/incidents", q)
}

const mostPanelled = 30

// lines are those that the periods count.
func (t tendency) lines() []*dateline.Line {
	var out []*dateline.Line
	for _, p := range t.course.Points {
		for _, l := range p.Lines {
			if !t.panel || t.course.HasPanel(l) {
				out = append(out, l)
			}
		}
	}
	return out
}

func (t tendency) change(p analysis.Coursing) (int, analysis.Change) {
	if t.panel {
		return p.OfPanel, p.OnPanel
	}
	return p.All, p.Change
}

// drawing is the trend to draw.
func (t tendency) drawing() draw.Trend {
	d := draw.Trend{Label: "Incidents by " + t.unit.String() + ", " + spanWords(t.span), Link: func(k draw.TrendPoint) string { return t.within(k.Period) }}
	for _, p := range t.course.Points {
		n, change := t.change(p)
		k := draw.TrendPoint{Period: p.Period, Name: t.unit.Name(p.From), Count: n, Base: -1, Silent: p.Silent, Outlets: p.Outlets,
			Low: p.Killed.Low, High: p.Killed.High, Told: p.Killed.Told > 0 && !t.panel, Open: p.Killed.Open > 0}
		if !t.panel {
			k.May = p.May
		}
		if tenths, ok := change.Baseline(); ok {
			k.Base = float64(tenths) / 10
		}
		k.Words = k.Name + ": " + t.pointWords(p)
		d.Points = append(d.Points, k)
	}
	return d
}

// pointWords say what a period has.
func (t tendency) pointWords(p analysis.Coursing) string {
	n, change := t.change(p)
	out := plural(n, "incident")
	if p.May > 0 && !t.panel {
		out += ", " + number(p.May) + " more may lie in it"
	}
	if p.Part {
		out += " in the part of it that is asked for"
	}
	if p.Silent {
		return out + "; no report in this ledger is from then"
	}
	if base := baseWords(change); base != "" {
		out += "; baseline " + base
	}
	if killed := lossWords(p.Killed); killed != "" && !t.panel {
		out += "; killed, as told: " + killed
	}
	return out + "; " + plural(p.Outlets, "source") + " heard"
}

// baseWords is a baseline; "" if there is none.
func baseWords(c analysis.Change) string {
	tenths, ok := c.Baseline()
	if !ok {
		return ""
	}
	return fmt.Sprintf("%s.%d", number(tenths/10), tenths%10)
}

func percentWords(c analysis.Change) string {
	p, ok := c.Percent()
	if !ok {
		return ""
	}
	return strings.ReplaceAll(fmt.Sprintf("%+d %%", p), "-", "−")
}

// lossWords is the range of what is told; "" where no toll is.
func lossWords(k analysis.Losses) string {
	if k.Told == 0 {
		return ""
	}
	out := number(k.Low)
	if k.High != k.Low {
		out += "–" + number(k.High)
	}
	if k.Open > 0 {
		out += " or more"
	}
	return out
}

// trend shows a selection by period.
func (s *site) trend(r *http.Request) (*page, error) {
	t, err := s.tendency(r)
	if err != nil {
		return nil, err
	}
	v := trendView{Explore: s.explore("trend", t.sel), Unit: t.unit, Table: t.address("/trend.csv"), File: t.address("/trend.svg")}
	if len(t.course.Points) > 0 {
		v.Drawing, v.Span = t.drawing().SVG(), spanWords(t.span)
		v.Words, v.Mix, v.Rows = t.words(), t.mix(), t.rows()
		v.Multiple = s.multiples(t).SVG()
	}
	if _, others := t.sel.Dated(); others > 0 {
		v.Undated = chronology{sel: t.sel, by: laneWords[0].by, dated: make([]*dateline.Line, len(t.sel.Lines)-others)}.undated()
	}
	v.switches(t)
	return &page{Title: "Trend", Template: "trend", Section: "incidents", Query: t.sel.Query.Text, Main: v}, nil
}

// switches lead to the same selection counted in other ways.
func (v *trendView) switches(t tendency) {
	for u := calendar.ByDay; u <= max(calendar.ByYear, t.unit); u++ {
		other := t
		other.unit, other.window = u, 0
		one := tab{Name: upper(u.String()), Current: u == t.unit}
		if t.bears(u) {
			one.Link = other.address("/trend")
		}
		v.Units = append(v.Units, one)
	}
	all, fixed := t, t
	all.panel, fixed.panel = false, true
	v.Sources = []tab{{"All sources", all.address("/trend"), !t.panel}, {"Fixed panel", fixed.address("/trend"), t.panel}}
	for _, n := range slices.Compact(slices.Sorted(slices.Values([]int{3, baselines[t.unit], 2 * baselines[t.unit], cmp.Or(t.window, 3)}))) {
		other := t
		if other.window = n; n == baselines[t.unit] {
			other.window = 0
		}
		v.Windows = append(v.Windows, tab{number(n), other.address("/trend"), n == cmp.Or(t.window, baselines[t.unit])})
	}
	for _, l := range laneWords {
		other := t
		other.by = l.by
		v.Lanes = append(v.Lanes, tab{strings.Replace(l.title, "One lane", "Not parted", 1), other.address("/trend"), l.by == t.by})
	}
}

// multiples are the same by group, kind or country.
func (s *site) multiples(t tendency) draw.Multiples {
	m := draw.Multiples{Label: "Incidents by " + t.unit.String() + ", for each " + t.by, Span: t.span}
	if t.by == "none" {
		return m
	}
	periods := t.unit.Periods(t.span.From, t.span.To)
	for _, lane := range selection.Lanes(t.lines(), t.by, timelineLanes+1) {
		one := draw.Multiple{Name: labeller{s}.lane(t.by, lane), Counts: draw.CountBy(lane.Lines, periods), Link: at("/trend", t.sel.Query)}
		n := 0
		for _, k := range one.Counts {
			n += k
		}
		one.Words = one.Name + ": " + plural(n, "incident") + " in these periods"
		if lane.Value != "" {
			one.Link = at("/trend", t.sel.Query.Only(t.by, lane.Value))
		}
		m.Of = append(m.Of, one)
	}
	return m
}

// words say what is counted, what it is compared to, and what is left out.
func (t tendency) words() []string {
	c := t.course
	out := []string{fmt.Sprintf("Counted: incidents told as news that took place, by their best supported date; each once, in the %s in which that date lies as a whole. Hatched: those whose date reaches over the end of a %s, in each that they may be of.", t.unit, t.unit),
		fmt.Sprintf("Baseline (the line): the mean of up to %d %s before, of those that are whole and from which the ledger has any report, and of at least three. Classes: more than 25 %% over it is a large increase, from 10 %% a moderate one, down to −25 %% a limited change, below that a large decrease. A baseline of at most two with five or fewer now is a limited change, for the numbers are small. No percentage is given where either is under five.", c.Window, t.unit.Plural())}
	var left []string
	for _, l := range []struct {
		n     int
		words string
	}{{c.NotNews, "told only as background, or that did not take place"}, {c.Wide, "whose date reaches over several " + t.unit.Plural() + " (hatched)"}, {c.Undated, "without a fixed date"},
		{c.Elsewhere, "outside the span"}, {c.Doubled, "whose parts are counted instead"}} {
		if l.n > 0 {
			left = append(left, plural(l.n, "incident")+" "+l.words)
		}
	}
	if left != nil {
		out = append(out, "Not counted: "+strings.Join(left, "; ")+".")
	}
	return out
}

// mix says how far the sources may have made the numbers.
func (t tendency) mix() []string {
	c := t.course
	least, most, fresh, rises := -1, 0, 0, 0
	for _, p := range c.Points {
		if !p.Silent && (least < 0 || p.Outlets < least) {
			least = p.Outlets
		}
		most, fresh = max(most, p.Outlets), fresh+p.Fresh
		if class := p.Change.Sway(); p.Fresh > 0 && (class == analysis.LargeIncrease || class == analysis.ModerateIncrease) {
			rises++
		}
	}
	out := []string{fmt.Sprintf("Between %s and %s with a known publisher had a report, on anything, from a %s in which there is any report.", number(max(least, 0)), plural(most, "source"), t.unit)}
	if fresh > 0 {
		words := plural(fresh, "incident") + " " + isAre(fresh) + " told only by sources that have no report from before its period: they may be there because a source was added"
		if rises > 0 {
			words += ", in " + plural(rises, "period") + " with an increase"
		}
		out = append(out, words+".")
	}
	return append(append(out, t.tellers()...), t.panelWords())
}

// tellers say who tells most incidents of the span, and who tells some of the latest period and none before.
func (t tendency) tellers() []string {
	count, fresh := t.told()
	top := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	if top = top[:min(len(top), 3)]; len(top) == 0 {
		return nil
	}
	n, all := 0, t.lines()
	for _, l := range all {
		if slices.ContainsFunc(l.Sources, func(s string) bool { return slices.Contains(top, s) }) {
			n++
		}
	}
	out := []string{tidy(fmt.Sprintf("Of %s in these periods, %s %s told by the sources that tell most: %s.", plural(len(all), "incident"), number(n), isAre(n), outlets(top)))}
	if len(fresh) > 0 {
		out = append(out, tidy(fmt.Sprintf("In the latest %s, incidents are told by %s with none earlier in the span: %s. A change may come from new sources.",
			t.unit, plural(len(fresh), "source"), outlets(fresh[:min(len(fresh), 5)]))))
	}
	return out
}

// told counts the incidents that each known publisher tells, and names those, sorted, that tell of none before the last period.
func (t tendency) told() (count map[string]int, fresh []string) {
	count = map[string]int{}
	last := t.course.Points[len(t.course.Points)-1].From
	for _, l := range t.lines() {
		for _, s := range l.Sources {
			if s == "" {
				continue
			}
			if count[s] == 0 && l.Date.From >= last.String() && len(t.course.Points) > 1 {
				fresh = append(fresh, s)
			}
			count[s]++
		}
	}
	slices.Sort(fresh)
	return count, fresh
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (t tendency) panelWords() string {
	c := t.course
	slot := t.unit
	if slot < calendar.ByMonth {
		slot = calendar.ByMonth
	}
	if len(c.Panel) == 0 {
		return fmt.Sprintf("Fixed panel: none of %s has a report from every %s shown, so that no comparison is free of a change of sources. A shorter span may have one.", plural(c.Others, "source"), slot)
	}
	names := c.Panel[:min(len(c.Panel), 12)]
	out := fmt.Sprintf("Fixed panel: %s with a report from every %s shown, of %s: %s", plural(len(c.Panel), "source"), slot, number(len(c.Panel)+c.Others), outlets(names))
	if len(names) < len(c.Panel) {
		out += " and " + number(len(c.Panel)-len(names)) + " more"
	}
	return tidy(out) + "."
}

func (t tendency) rows() []trendRow {
	var out []trendRow
	for _, p := range t.course.Points {
		n, change := t.change(p)
		row := trendRow{Name: t.unit.Name(p.From), Link: t.within(p.Period), Incidents: n, May: p.May, Silent: p.Silent, Part: p.Part, Baseline: baseWords(change), Percent: percentWords(change),
			Class: string(change.Sway()), Outlets: p.Outlets, Fresh: p.Fresh, Killed: lossWords(p.Killed), KilledNotTold: p.Killed.NotTold}
		var top []string
		for _, x := range p.Tellers[:min(len(p.Tellers), 2)] {
			top = append(top, outlet(cmp.Or(x.Publisher, "publisher not known"))+" "+number(x.Incidents))
		}
		row.Top = strings.Join(top, ", ")
		out = append(out, row)
	}
	slices.Reverse(out)
	return out
}
