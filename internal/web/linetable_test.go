package web

import (
	"encoding/csv"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/resolve/actor"
)

// The table has a row for each incident of the list, and what nobody tells is said to be so.
func TestTableOfASelection(t *testing.T) {
	f := newFixture(t)
	rows, err := csv.NewReader(strings.NewReader(f.get(t, "/incidents.csv?order=oldest"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	listed := strings.Count(f.get(t, "/incidents?order=oldest"), `<tr>`) - 1
	if len(rows)-1 != listed || len(rows) < 3 {
		t.Errorf("%d rows of %d incidents", len(rows)-1, listed)
	}
	for _, row := range rows[1:] {
		if row[0] == "" || row[1] == "" || row[23] == "0" {
			t.Errorf("a row without an incident, a kind or statements: %q", row)
		}
	}
}

func TestLineCells(t *testing.T) {
	f := newFixture(t)
	s := &site{view: viewed(t, f.path), book: actor.Load()}
	eleven := 11
	cells := s.lineCells(&dateline.Line{ID: "a", Killed: &dateline.Count{Low: &eleven}, Sources: []string{"=cmd|x"},
		Place: dateline.Place{Name: "Gao", Lat: -16.3, Lon: 1.5, Precision: dateline.Province}})
	got := map[string]string{}
	for i, name := range lineColumns {
		got[name] = cells[i]
	}
	for name, want := range map[string]string{"killed_low": "11", "killed_high": "NA", "sources": "'=cmd|x", "lat": "", "date": "NR", "groups": "NR", "place": "Gao"} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	cells = s.lineCells(&dateline.Line{Place: dateline.Place{Name: "Gao", Lat: -16.3, Lon: 1.5, Precision: dateline.Settlement}})
	if cells[13] != "-16.3" || cells[14] != "1.5" {
		t.Errorf("the point is %s, %s", cells[13], cells[14])
	}
}
