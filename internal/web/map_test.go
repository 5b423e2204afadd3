package web

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/selection"
)

// placedLines are incidents placed in every way that there is.
func placedLines() []*dateline.Line {
	var out []*dateline.Line
	add := func(n int, p dateline.Place) {
		for range n {
			l := &dateline.Line{ID: fmt.Sprintf("%016x", len(out)), Kind: dateline.Attack, Place: p, Statements: 2, Independent: 1 + len(out)%2, Reviewed: len(out) % 3}
			if p.Country != "" {
				l.Countries = []string{p.Country}
			}
			if len(out)%4 > 0 {
				day := fmt.Sprintf("2014-0%d-1%d", 1+len(out)%9, len(out)%7)
				l.Date = dateline.Date{EDTF: day, From: day, To: "2014-12-31"}
			}
			out = append(out, l)
		}
	}
	add(3, chibok)
	add(2, maiduguri)
	near := maiduguri
	near.Precision = dateline.Near
	add(4, near)
	inferred := chibok
	inferred.Inferred = "the report's place"
	add(5, inferred)
	add(1, dateline.Place{Name: "Gwoza", Country: "NG", Admin1: "Borno", Precision: dateline.District})
	add(2, dateline.Place{Name: "Borno", Country: "NG", Admin1: "Borno", Precision: dateline.Province})
	add(3, dateline.Place{Name: "Nigeria", Country: "NG", Precision: dateline.Country})
	add(1, dateline.Place{Name: "Nigeria–Niger border", Precision: dateline.Region})
	add(2, dateline.Place{Name: "Sahel", Precision: dateline.Continent})
	add(1, dateline.Place{Name: "the market", Precision: dateline.Unplaced})
	add(2, dateline.Place{})
	return out
}

// Each number on the page leads to a list of as many incidents.
func TestTheMapsCountsAreThoseOfItsLists(t *testing.T) {
	for _, asked := range []string{"", "precision=district&precision=settlement", "country=NG", "admin1=NG+Borno&precision=province", "from=2014-03-01"} {
		v, _ := url.ParseQuery(asked)
		q, err := selection.Parse(v)
		if err != nil {
			t.Fatal(err)
		}
		var lines []dateline.Line
		for _, l := range placedLines() {
			lines = append(lines, *l)
		}
		x := selection.New(lines)
		sel := x.Select(q, selection.Found{})
		c := atlas{sel: sel, spots: draw.SpotsOf(sel.Lines)}
		check := func(what string, p placing) {
			t.Helper()
			u, _ := url.Parse(p.Link)
			q, err := selection.Parse(u.Query())
			if err != nil {
				t.Fatal(err)
			}
			if got := len(x.Select(q, selection.Found{}).Lines); p.Count > 0 && got != p.Count {
				t.Errorf("%q: %s says %d, and leads to %d: %s", asked, what, p.Count, got, p.Link)
			}
		}
		view := c.view(explore{})
		check("in an area", view.InArea)
		check("nowhere", view.Nowhere)
		if got := view.Placed + view.InArea.Count + view.Nowhere.Count; got != len(sel.Lines) {
			t.Errorf("%q: %d of %d incidents are counted", asked, got, len(sel.Lines))
		}
		for _, a := range view.Areas {
			check("all of "+a.Name, a.All)
			check("only "+a.Name, a.InArea)
		}
	}
}

func TestTheMapsDataHoldsAllIncidents(t *testing.T) {
	lines := placedLines()
	d := newMapData(selection.Selection{Lines: lines})
	if len(d.In) != len(lines) || len(d.Flags) != len(lines) || len(d.From) != len(d.More) {
		t.Fatalf("%d rows, %d flags, %d and %d days for %d incidents", len(d.In), len(d.Flags), len(d.From), len(d.More), len(lines))
	}
	dated, points := 0, 0
	for i, l := range lines {
		if l.Date.Fixed() {
			dated++
		}
		if n := d.In[i]; n >= 0 && int(n) < len(d.Points) {
			points++
		}
	}
	if want := draw.SpotsOf(lines).Pointed; points != want || dated != len(d.From) {
		t.Errorf("%d rows have a point, want %d; %d a day, want %d", points, want, len(d.From), dated)
	}
	for i := range d.From {
		if i > 0 && d.From[i] < 0 || d.More[i] < 0 {
			t.Errorf("row %d begins %d days after the one before, and lasts %d more", i, d.From[i], d.More[i])
		}
	}
}

func TestMapStatuses(t *testing.T) {
	f := newFixture(t)
	for path, want := range map[string]int{
		"/map": 200, "/map?at=11,13,4": 200, "/map?country=NG": 200, "/map?country=Atlantis": 200, "/map.svg": 200, "/map/data": 200, "/map/terrain?level=2": 200, "/map/terrain": 400, "/map/terrain?level=3": 400, "/map/incidents?place=geonames:2346229": 200, "/map/incidents?from=x": 400,
		"/map?at=200,0,1": 400, "/map?at=%3Cscript%3E": 400, "/map?from=yesterday": 400, "/map.svg?at=1": 400, "/map/data?to=0000-01-01": 400,
	} {
		if w := f.do("GET", path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	if page := f.get(t, "/map?country=Atlantis"); !strings.Contains(page, "Take something away") {
		t.Error("a map of nothing does not say what to do")
	}
	w := f.do("GET", "/map.svg")
	if got := w.Header().Get("Content-Security-Policy"); got != draw.AlonePolicy {
		t.Errorf("the drawing's policy is %q", got)
	}
	var d mapData
	if err := json.Unmarshal(f.do("GET", "/map/data").Body.Bytes(), &d); err != nil || len(d.In) == 0 {
		t.Errorf("%v: %d rows", err, len(d.In))
	}
	if got := f.do("GET", "/map/terrain?level=2"); !strings.Contains(got.Body.String(), `"NG Borno"`) || got.Header().Get("Cache-Control") != lasting {
		t.Errorf("the terrain has no Borno, or does not last: %v", got.Header())
	}
}
