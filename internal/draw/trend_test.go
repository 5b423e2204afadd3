package draw

import (
	"fmt"
	"strings"
	"testing"

	"dateline/internal/calendar"
)

func sampleTrend(words string) Trend {
	t := Trend{Label: words, Link: func(k TrendPoint) string { return "/incidents?from=" + k.From.String() + "&to=" + k.To.String() }}
	for i, p := range calendar.ByMonth.Periods(span("2020-01-01", "2020-06-30").From, span("2020-01-01", "2020-06-30").To) {
		t.Points = append(t.Points, TrendPoint{Period: p, Name: words, Words: words, Count: 3 * i % 7, May: i % 2, Base: float64(i) - 1, Silent: i == 4, Outlets: 4 - i/2, Low: 2 * i, High: 5 * i, Told: i > 1, Open: i == 3})
	}
	return t
}

func TestTrend(t *testing.T) {
	snapshot(t, "trend", sampleTrend("Incidents by month").SVG())
	if s := (Trend{}).SVG(); !s.IsZero() {
		t.Errorf("nothing draws %s", s)
	}
}

// Each period is one link to its own days, in their order.
func TestEachPeriodLeadsToItsList(t *testing.T) {
	tr := sampleTrend("x")
	i := 0
	for _, n := range sound(t, tr.SVG().String()) {
		if n.name == "a" {
			if want := tr.Link(tr.Points[i]); n.attrs["href"] != want {
				t.Errorf("%s, want %s", n.attrs["href"], want)
			}
			i++
		}
	}
	if i != len(tr.Points) {
		t.Errorf("%d links for %d periods", i, len(tr.Points))
	}
}

func TestMultiples(t *testing.T) {
	m := Multiples{Label: "By group", Span: span("2020-01-01", "2020-06-30")}
	for i := range 4 {
		m.Of = append(m.Of, Multiple{fmt.Sprintf("Group %d", i), "words", "/trend?group=" + fmt.Sprint(i), []int{i, 0, 2 * i, 1, 0, 3}})
	}
	snapshot(t, "multiples", m.SVG())
	if s := (Multiples{}).SVG(); !s.IsZero() {
		t.Errorf("nothing draws %s", s)
	}
}

func TestHostileNamesInATrend(t *testing.T) {
	for _, h := range hostile {
		tr := sampleTrend(h)
		tr.Link = func(TrendPoint) string { return h }
		sound(t, tr.SVG().String())
		sound(t, Multiples{Label: h, Of: []Multiple{{h, h, h, []int{1, 2}}}, Span: span("0001-01-01", "9999-12-31")}.SVG().String())
	}
}

func TestCountBy(t *testing.T) {
	p := span("2010-01-01", "2019-12-31")
	lines := many(500, p)
	all := calendar.ByYear.Periods(p.From, p.To)
	got, want := 0, 0
	for _, n := range CountBy(lines, all) {
		got += n
	}
	for _, l := range lines {
		if strings.HasPrefix(l.Date.To, l.Date.From[:4]) {
			want++
		}
	}
	if got != want {
		t.Errorf("%d in the years, want %d", got, want)
	}
}
