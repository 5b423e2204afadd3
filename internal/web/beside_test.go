package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/selection"
)

// placed is a line on a day at a point.
func placed(id, day string, lat, lon float64) *dateline.Line {
	return &dateline.Line{ID: id, Kind: dateline.Attack, Reality: dateline.Happened, Date: on(day),
		Place: dateline.Place{ID: id, Name: id, Lat: lat, Lon: lon, Precision: dateline.Settlement}}
}

func TestNeighboursAreNearInTimeAndPlace(t *testing.T) {
	own := placed("own", "2024-03-10", 10, 10)
	far, area, undated := placed("far", "2024-03-10", 10, 10.5), placed("area", "2024-03-10", 10, 10), placed("undated", "2024-03-10", 10, 10)
	area.Place.Precision = dateline.Province
	undated.Date = dateline.Date{}
	all := []*dateline.Line{own, far, area, undated, placed("after", "2024-03-17", 10, 10), placed("too late", "2024-03-18", 10, 10),
		placed("before", "2024-03-08", 10.2, 10), placed("same", "2024-03-10", 10, 10), placed("beside", "2024-03-10", 10.1, 10)}
	var got []string
	for _, n := range nearTo(own, slices.Values(all)) {
		got = append(got, strings.TrimPrefix(n.Link, "/incidents/")+": "+n.Away)
	}
	want := "same: same time, same place; beside: same time, 11 km away; before: 2 days earlier, 22 km away; after: 7 days later, same place"
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	if nearTo(area, slices.Values(all)) != nil || nearTo(undated, slices.Values(all)) != nil {
		t.Error("what has no point or no day has neighbours")
	}
}

func TestAWholeLeadsToItsParts(t *testing.T) {
	var lines []dateline.Line
	for i := range 4 {
		l := placed(fmt.Sprint(i), fmt.Sprintf("2024-03-1%d", 9-i), 10, 10)
		l.Series, l.Whole = "s", i == 0
		lines = append(lines, *l)
	}
	x := selection.New(append(lines, *placed("other", "2024-03-10", 10, 10)))
	whole := func(id string) *wholeView { return wholeOf(x.Line(id), x.Series(x.Line(id).Series)) }
	if w := whole("1"); w == nil || w.Whole || len(w.Parts) != 3 || w.Parts[0].Link != "/incidents/3" || len(w.Parts[2].Tags) != 1 {
		t.Errorf("%+v", w)
	}
	if w := whole("0"); !w.Whole || len(w.Parts) != 3 {
		t.Errorf("the whole: %+v", w)
	}
	if whole("other") != nil {
		t.Error("an incident of no series is part of one")
	}
}

func TestAnIncidentLeadsThroughItsSelection(t *testing.T) {
	f := newFixture(t)
	page := f.get(t, "/incidents?order=oldest")
	first := between(page, `href="/incidents/`, `"`)
	seen := map[string]bool{}
	for at := "/incidents/" + strings.ReplaceAll(first, "&amp;", "&"); at != ""; {
		if seen[at] {
			t.Fatalf("%s comes twice", at)
		}
		seen[at] = true
		if !strings.Contains(at, "order=oldest") {
			t.Errorf("%s has lost the query", at)
		}
		walk := between(f.get(t, at), `<nav class="walk"`, "</nav>")
		at = ""
		if i := strings.Index(walk, `rel="next"`); i > 0 {
			at = strings.ReplaceAll(walk[strings.LastIndex(walk[:i], `href="`)+6:i-2], "&amp;", "&")
		}
	}
	if want := strings.Count(page, `<th scope="row" data-label="What">`); len(seen) != want || want < 2 {
		t.Errorf("%d incidents are on the way, want %d", len(seen), want)
	}
	if w := f.do("GET", "/incidents/"+f.incident.ID+"?kind=no+such&rule=acled-lowest"); w.Code != 200 || strings.Contains(w.Body.String(), `class="walk"`) {
		t.Errorf("an incident outside of the selection: %d", w.Code)
	}
	if w := f.do("GET", "/incidents/"+f.incident.ID+"?from=yesterday"); w.Code != 400 {
		t.Errorf("a query that cannot be read: %d", w.Code)
	}
}

// between is what stands after a and before b; "" if a is not there.
func between(s, a, b string) string {
	_, rest, _ := strings.Cut(s, a)
	out, _, _ := strings.Cut(rest, b)
	return out
}
