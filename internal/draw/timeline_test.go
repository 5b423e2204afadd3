package draw

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/calendar"
)

// incident is a line with a date from one day to another.
func incident(id, from, to string) *dateline.Line {
	edtf := from
	if from != to {
		edtf += "/" + to
	}
	return &dateline.Line{ID: id, Kind: dateline.Bombing, Reality: dateline.Happened, Date: dateline.Date{EDTF: edtf, From: from, To: to}}
}

func background(l *dateline.Line) *dateline.Line { l.Background = true; return l }

func span(from, to string) calendar.Period {
	f, _ := calendar.Parse(from)
	t, _ := calendar.Parse(to)
	return calendar.Period{From: f, To: t}
}

func timeline(p calendar.Period, lanes ...Lane) Timeline {
	return Timeline{Label: "Incidents in time", Span: p, Lanes: lanes,
		Name: func(l *dateline.Line) string { return "Bombing, " + l.ID + ", " + l.Date.EDTF },
		Open: func(l *dateline.Line) string { return "/incidents/" + l.ID },
		Zoom: func(p calendar.Period) string { return "/timeline?zoom=" + p.From.String() + "/" + p.To.String() },
		Within: func(l Lane, p calendar.Period) string {
			return "/incidents?group=" + l.Value + "&from=" + p.From.String()
		}}
}

// many lines in a span, reproducible.
func many(n int, p calendar.Period) []*dateline.Line {
	r := rand.New(rand.NewPCG(1, 2))
	var out []*dateline.Line
	for i := range n {
		from := p.From + calendar.Day(r.IntN(p.Days()))
		to := from
		if i%4 == 0 {
			to = min(from+calendar.Day(r.IntN(60)), calendar.Last)
		}
		l := incident(fmt.Sprintf("%016x", i), from.String(), to.String())
		l.Background = i%5 == 0
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b *dateline.Line) int { return strings.Compare(a.Date.From+a.ID, b.Date.From+b.ID) })
	return out
}

func sampleTimeline() Timeline {
	p := span("2014-01-01", "2016-12-31")
	about := incident("about", "2015-06-01", "2015-06-01")
	about.Date.EDTF = "2015-06-01~"
	return timeline(p, Lane{"a", "Group A", []*dateline.Line{
		incident("early", "2012-05-01", "2012-05-31"), background(incident("month", "2014-02-01", "2014-02-28")), incident("day", "2014-02-10", "2014-02-10"),
		incident("same", "2014-02-10", "2014-02-10"), incident("year", "2015-01-01", "2015-12-31"), about, background(incident("last", "2016-12-31", "2016-12-31")), incident("late", "2017-01-01", "2017-01-01")}},
		Lane{"b", "Group B <b>", many(300, p)})
}

func TestTimeline(t *testing.T) {
	snapshot(t, "timeline", sampleTimeline().SVG())
}

// marksOf are the rectangles of a drawing by the address that they lead to.
func marksOf(t *testing.T, s SVG) map[string][]node {
	t.Helper()
	out, at := map[string][]node{}, ""
	for _, n := range sound(t, s.String()) {
		if n.name == "a" {
			at = n.attrs["href"]
		}
		if n.name == "rect" && at != "" {
			out[at] = append(out[at], n)
		}
	}
	return out
}

// Each incident in the span is one mark of its lane, which begins with its first possible day and ends with its last, and is
// solid only if that is one day, told as such.
func TestEachIncidentIsOneMark(t *testing.T) {
	tl := sampleTimeline()
	tl.Lanes = tl.Lanes[:1]
	marks := marksOf(t, tl.SVG())
	for id, want := range map[string]string{"month": "dashed", "day": "solid", "same": "solid", "year": "span", "about": "span", "last": "hollow"} {
		got := marks["/incidents/"+id]
		if len(got) != 1 || got[0].attrs["class"] != want {
			t.Errorf("%s is %v, want one that is %s", id, got, want)
		}
	}
	for _, id := range []string{"early", "late"} {
		if marks["/incidents/"+id] != nil {
			t.Errorf("%s lies outside, and is drawn", id)
		}
	}
	year := marks["/incidents/year"][0]
	if got := year.attrs["x"] + " " + year.attrs["width"]; got != "319.7 319.7" { // day 365 of 1096 on 960, and 365 days
		t.Errorf("the year is at %s", got)
	}
	if !strings.Contains(tl.SVG().String(), "6, 1 earlier, 1 later") {
		t.Error("what lies outside is not said")
	}
}

// No two marks of a lane overlap, on whatever span.
func TestMarksDoNotOverlap(t *testing.T) {
	p := span("2010-01-01", "2019-12-31")
	l := laid{Lane: Lane{Lines: many(90, p)}}
	a := axis{p, timelineWidth}
	l.place(a)
	ends := map[int]float64{}
	for _, s := range l.in {
		x, w := a.mark(s)
		if x < ends[s.row] || x < 0 || x+w > timelineWidth+.01 {
			t.Errorf("%s to %s is drawn from %.1f to %.1f in row %d, which is taken to %.1f", s.from, s.to, x, x+w, s.row, ends[s.row])
		}
		ends[s.row] = x + w
	}
}

// What is counted by period adds up: each incident certain of one period, or possible in as many as it reaches over; and
// those in the span, before it and after it are all.
func TestCountsAddUp(t *testing.T) {
	all := many(2000, span("2009-01-01", "2021-12-31"))
	for _, p := range []calendar.Period{span("2010-01-01", "2019-12-31"), span("2016-02-29", "2016-02-29"), span("0001-01-01", "9999-12-31"), span("2015-01-01", "2015-03-31")} {
		l := laid{Lane: Lane{Lines: all}}
		l.place(axis{p, timelineWidth})
		if got := len(l.in) + l.before + l.after; got != len(all) {
			t.Errorf("%v: %d of %d", p, got, len(all))
		}
		unit := calendar.Fit(p.Days(), mostPeriods)
		certain, reach := 0, 0
		l.count(unit, p)
		for _, b := range l.bins {
			certain += b.news + b.rest
			reach += b.newsMay + b.restMay
		}
		want := 0
		for _, s := range l.in {
			if unit.Start(s.from) == unit.Start(s.to) {
				certain--
				continue
			}
			want += len(unit.Periods(max(s.from, unit.Start(p.From)), min(s.to, unit.Next(p.To)-1)))
		}
		if certain != 0 || reach != want {
			t.Errorf("%v by %s: %d too many are certain, %d may be, want %d", p, unit, certain, reach, want)
		}
	}
}

// Ticks follow on each other, cover the span, are few, and each names its place.
func TestTicks(t *testing.T) {
	for _, p := range []calendar.Period{span("2016-02-28", "2016-03-01"), span("2016-02-29", "2016-02-29"), span("1999-12-15", "2000-02-01"), span("2001-01-01", "2003-05-05"),
		span("1970-01-01", "2024-12-31"), span("0001-01-01", "9999-12-31"), span("0001-01-01", "0001-01-03"), span("9998-01-01", "9999-12-31"), span("0900-01-01", "1100-01-01")} {
		all := axis{p, timelineWidth}.ticks(mostTicks)
		if len(all) == 0 || len(all) > mostTicks+2 || all[0].From > p.From || all[len(all)-1].To < p.To {
			t.Errorf("%v to %v: %d ticks, %v", p.From, p.To, len(all), all)
		}
		for i, k := range all {
			if k.Label == "" || i > 0 && k.From != all[i-1].To+1 || k.From < calendar.First || k.To > calendar.Last {
				t.Errorf("%v to %v: tick %v", p.From, p.To, k)
			}
		}
		if !all[0].Major {
			t.Errorf("%v: the axis does not begin with its year", p)
		}
	}
}

func TestHostileNamesInATimeline(t *testing.T) {
	for _, h := range hostile {
		tl := timeline(span("0001-01-01", "9999-12-31"), Lane{h, h, []*dateline.Line{incident(h, "0001-01-01", "9999-12-31")}})
		tl.Label = h
		tl.Name, tl.Open = func(*dateline.Line) string { return h }, func(*dateline.Line) string { return h }
		sound(t, tl.SVG().String())
	}
}

// The drawing of as many as there can be bars for leaves a page room to be under 200 KB, as it is sent.
func TestTimelineOfMany(t *testing.T) {
	p := span("1970-01-01", "2024-12-31")
	var lanes []Lane
	for i := range 10 {
		lanes = append(lanes, Lane{fmt.Sprint(i), fmt.Sprintf("Group %d", i), many(1000, p)})
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(timeline(p, lanes...).SVG().String()))
	z.Close()
	if b.Len() > 60<<10 {
		t.Errorf("%d bytes", b.Len())
	}
}

func BenchmarkTimeline(b *testing.B) {
	p := span("1970-01-01", "2024-12-31")
	var lanes []Lane
	for i := range 10 {
		lanes = append(lanes, Lane{fmt.Sprint(i), fmt.Sprintf("Group %d", i), many(10000, p)})
	}
	for b.Loop() {
		timeline(p, lanes...).SVG()
	}
}
