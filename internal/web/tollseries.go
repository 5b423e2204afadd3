package web

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// seriesLine is one version of a toll as a table shows it.
type seriesLine struct {
	Of    string
	Since string
	Is    shown
	By    string
	Told  string // by how many reports and accounts
	Notes []string
}

func seriesLines(all []analysis.Series, r *refs) []seriesLine {
	var out []seriesLine
	for _, s := range all {
		for _, v := range s.Versions {
			l := seriesLine{Of: upper(s.Of), Since: dayWords(v.Since), Is: shown{Text: "no figure", Note: "“" + tidy(v.Words) + "”", Refs: r.of(v.Statements...)},
				By: whoWords(v.By), Told: plural(v.Reports, "report"), Notes: versionNotes(v)}
			if v.Count != nil {
				l.Is.Text = countWords(*v.Count)
			}
			if v.Accounts != v.Reports {
				l.Told += ", " + number(v.Accounts) + " independent"
			}
			out = append(out, l)
		}
	}
	return out
}

// dayWords words a day; one that is not known says so.
func dayWords(day string) string {
	if day == "" {
		return "day not known"
	}
	return edtfWords(day)
}

// versionNotes say who is among those counted, and what became of the figure.
func versionNotes(v analysis.Version) []string {
	var out, among []string
	for _, p := range v.Whom.Shares {
		if p.Of != v.Whom.Who {
			among = append(among, p.Count.String()+" "+string(p.Of))
		}
	}
	if among != nil {
		out = append(out, "of them "+strings.Join(among, ", "))
	}
	if v.Own {
		out = append(out, "the word of those said to have done it")
	}
	if v.Revised != "" {
		out = append(out, "revised to "+v.RevisedTo+" on "+edtfWords(v.Revised))
	}
	if v.Aside != "" {
		out = append(out, "set aside: "+v.Aside)
	}
	return out
}

// timeChart draws the versions of a toll by the day on which each is first told. The zero timeChart is drawn as nothing.
type timeChart struct {
	Width, Height int
	Title, Words  string // Words is the text alternative
	Points        []timePoint
	Days, Numbers []tick
	Base, Left    int
}

// timePoint is a version: a dot, or a bar from its least to its greatest number; an open end goes on as a tail.
type timePoint struct {
	X, Y, H int
	Tail    [2]int // from y to y; equal where there is none
	Soft    bool   // about, a vague word, or a claim of those said to have done it
	Title   string
}

// The measures of a timeChart, in the units of its view box.
const (
	timePlot = 120
	timeTop  = 16
	tailLen  = 14
)

// tollTime draws the first toll that has versions of two days or more, each day a column.
func tollTime(all []analysis.Series) timeChart {
	for _, s := range all {
		if versions, days := dated(s); len(days) > 1 {
			return newTimeChart(s.Of, versions, days)
		}
	}
	return timeChart{}
}

// dated lists the versions that have a figure and a day, and the days.
func dated(s analysis.Series) (versions []analysis.Version, days []string) {
	for _, v := range s.Versions {
		if v.Count == nil || v.Since == "" {
			continue
		}
		versions = append(versions, v)
		if !slices.Contains(days, v.Since) {
			days = append(days, v.Since)
		}
	}
	slices.Sort(days)
	return versions, days
}

func newTimeChart(of dateline.Role, versions []analysis.Version, days []string) timeChart {
	most := 1
	for _, v := range versions {
		most = max(most, value(v.Count.Low), value(v.Count.High))
	}
	step := niceStep(most)
	most = (most + step - 1) / step * step
	c := timeChart{Width: chartWidth, Left: 34, Base: timeTop + timePlot, Title: upper(of) + ", by the day on which each figure was first told"}
	c.Height = c.Base + 24
	across := func(day string) int {
		return c.Left + 16 + slices.Index(days, day)*(chartWidth-c.Left-60)/max(1, len(days)-1)
	}
	down := func(n int) int { return c.Base - n*timePlot/most }
	var words []string
	for _, v := range versions {
		p := newTimePoint(v, across(v.Since), down)
		p.Title = edtfWords(v.Since) + ": " + countWords(*v.Count) + ", " + whoWords(v.By)
		c.Points = append(c.Points, p)
		words = append(words, p.Title)
	}
	for n := 0; n <= most; n += step {
		c.Numbers = append(c.Numbers, tick{down(n), number(n)})
	}
	every := (len(days) + 3) / 4
	for i := 0; i < len(days); i += every {
		c.Days = append(c.Days, tick{across(days[i]), edtfWords(days[i])})
	}
	c.Words = strings.Join(words, "; ") + "."
	return c
}

// newTimePoint places a version; a single number is a dot's height.
func newTimePoint(v analysis.Version, x int, down func(int) int) timePoint {
	low, high := value(v.Count.Low), value(v.Count.High)
	if v.Count.High == nil {
		high = low
	}
	if v.Count.Low == nil {
		low = high
	}
	p := timePoint{X: x, Y: down(high) - 3, H: down(low) - down(high) + 6, Soft: v.Count.Approx || v.Count.Word != "" || v.Own}
	switch {
	case v.Count.High == nil:
		p.Tail = [2]int{p.Y, p.Y - tailLen}
	case v.Count.Low == nil:
		p.Tail = [2]int{p.Y + p.H, p.Y + p.H + tailLen}
	}
	return p
}
