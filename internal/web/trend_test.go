package web

import (
	"encoding/csv"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/selection"
)

func TestTrendStatuses(t *testing.T) {
	f := newFixture(t)
	for _, c := range []struct {
		path   string
		status int
		says   string
	}{
		{"/trend?by=group&unit=year&window=3", 200, "Side by side"},
		{"/trend?panel=fixed", 200, "Fixed panel"},
		{"/trend?group=nobody", 200, "No incident in this ledger is of this selection"},
		{"/trend?by=colour", 400, "by= in the address takes"},
		{"/trend?unit=fortnight", 400, "unit= in the address takes"},
		{"/trend?unit=day&from=0001-01-01&to=9999-12-31", 400, "there are more than 400 days"},
		{"/trend?from=0001-01-01&to=9999-12-31", 200, "By"},
		{"/trend?window=2", 400, "window= in the address takes"},
		{"/trend?panel=some", 400, "panel= in the address takes"},
		{"/trend.svg?unit=year", 200, "<svg"},
		{"/trend.svg?group=nobody", 404, "nothing to draw"},
	} {
		w := f.do("GET", c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d with %q in %.600s", c.path, w.Code, c.status, c.says, w.Body)
		}
	}
}

// The table to download has a row for each of the page, and nothing in it is a formula.
func TestTrendTable(t *testing.T) {
	f := newFixture(t)
	rows, err := csv.NewReader(f.do("GET", "/trend.csv?unit=year").Body).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatal(rows, err)
	}
	if n := strings.Count(f.get(t, "/trend?unit=year"), `<th scope="row">`); n != len(rows)-1 {
		t.Errorf("%d rows on the page, %d in the table", n, len(rows)-1)
	}
	for _, publisher := range []string{"=1+1", "+1", "-1", "@x"} {
		for i, cell := range (tendency{}).cells(analysis.Coursing{Tellers: []analysis.Teller{{Publisher: publisher, Incidents: 2}}}) {
			if strings.HasPrefix(cell, publisher) {
				t.Errorf("%s is %q", trendColumns[i], cell)
			}
		}
	}
}

// tendencyOf is a trend of lines by what an address has after '?', in a ledger without reports.
func tendencyOf(t *testing.T, lines []dateline.Line, address string) tendency {
	t.Helper()
	v, err := url.ParseQuery(address)
	if err != nil {
		t.Fatal(err)
	}
	q, err := selection.Parse(v)
	if err != nil {
		t.Fatal(err)
	}
	td, err := newTendency(selection.New(lines).Select(q, selection.Found{}), v, nil)
	if err != nil {
		t.Fatal(err)
	}
	return td
}

// What the periods count and what is said to be left out add up to the selection, and so do the parts by kind.
func TestTrendIsTheSelection(t *testing.T) {
	for _, address := range []string{"by=kind", "by=kind&unit=month&from=1990-01-10&to=1995-06-11", "by=kind&unit=year&counted=no", "by=kind&unit=decade"} {
		td := tendencyOf(t, manyLines(1000), address)
		c := td.course
		in := 0
		for _, p := range c.Points {
			in += p.All
		}
		if sum := in + c.NotNews + c.Wide + c.Undated + c.Elsewhere + c.Doubled; sum != len(td.sel.Lines) || len(td.lines()) != in {
			t.Errorf("%s: %d of %d", address, sum, len(td.sel.Lines))
		}
		parts := 0
		for _, m := range (&site{}).multiples(td).Of {
			for _, n := range m.Counts {
				parts += n
			}
		}
		if parts != in {
			t.Errorf("%s: the parts have %d of %d", address, parts, in)
		}
	}
}

// A period that the query cuts is said to be a part, and leads to the days that the query has.
func TestTrendOfAPartOfAPeriod(t *testing.T) {
	td := tendencyOf(t, manyLines(1000), "unit=month&from=1990-01-10&to=1990-06-11")
	first, last := td.course.Points[0], td.course.Points[5]
	if !first.Part || td.course.Points[1].Part || !last.Part {
		t.Errorf("parts: %v, %v", first.Part, last.Part)
	}
	if a, b := td.within(first.Period), td.within(last.Period); !strings.Contains(a, "from=1990-01-10&to=1990-01-31") || !strings.Contains(b, "from=1990-06-01&to=1990-06-11") {
		t.Error(a, b)
	}
}

// One incident is one bar, at either end of the calendar; a war that is only recalled does not stretch the span.
func TestTrendOfOneIncident(t *testing.T) {
	for _, year := range []int{1, 2015, 9999} {
		lines := manyLines(3)[1:]
		day := fmt.Sprintf("%04d-12-31", year)
		lines[0].Background, lines[0].Date = false, dateline.Date{EDTF: day, From: day, To: day}
		lines[1].Background, lines[1].Date = true, dateline.Date{EDTF: "1948", From: "1948-01-01", To: "1948-12-31"}
		td := tendencyOf(t, lines, "")
		if n := len(td.course.Points); n != 1 || td.course.Points[0].All != 1 || !strings.Contains(td.within(td.course.Points[0].Period), "from="+day+"&to="+day) {
			t.Errorf("%s: %d periods", day, n)
		}
		if s := td.drawing().SVG().String(); strings.Contains(s, "NaN") || strings.Contains(s, "Inf") {
			t.Error(s)
		}
	}
}

func TestTrendNamesNewSources(t *testing.T) {
	lines := manyLines(4)
	for i := range lines {
		day := []string{"2015-01-01", "2015-02-01", "2015-03-01", "2015-03-02"}[i]
		lines[i].Background, lines[i].Date, lines[i].Sources = false, dateline.Date{EDTF: day, From: day, To: day}, [][]string{{"Old"}, {"Old", ""}, {"New", "Old"}, {"Newer"}}[i]
	}
	said := strings.Join(tendencyOf(t, lines, "unit=month").tellers(), " ")
	if !strings.Contains(said, "Of 4 incidents in these periods, 4 are told") || !strings.Contains(said, "2 sources with none earlier in the span: New, Newer.") {
		t.Error(said)
	}
}
