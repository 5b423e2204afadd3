package web

import (
	"encoding/csv"
	"strings"
	"testing"

	"dateline/internal/analysis"
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
