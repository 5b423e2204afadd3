package web

import (
	"slices"
	"strings"
	"testing"

	"dateline/internal/ledger"
)

func TestGapsAreMonthsWithoutAReport(t *testing.T) {
	all := monthsOf([]ledger.Press{{Month: "2023-11", Reports: 3}, {Month: "2024-01", Reports: 1}, {Month: "2024-05", Reports: 2}})
	if len(all) != 7 || all[0].Time != "2023-11" || all[6].Time != "2024-05" || all[1].N[0] != 0 {
		t.Fatalf("months %+v", all)
	}
	if got, want := gaps(all), []string{"February 2024 to April 2024 (3 months)", "December 2023"}; !slices.Equal(got, want) {
		t.Errorf("gaps %q, want %q", got, want)
	}
	if gaps(all[:1]) != nil || monthsOf(nil) != nil {
		t.Error("there are gaps in nothing")
	}
}

func TestSharesSayNoneAndAllOnlyOfNoneAndAll(t *testing.T) {
	for _, c := range []struct {
		n, of int
		want  string
	}{{0, 0, "none"}, {0, 9, "none"}, {1, 200, "under 1 %"}, {199, 200, "99 %"}, {200, 200, "all"}, {1, 2, "50 %"}} {
		if got := portionOf(c.n, c.of); got != c.want {
			t.Errorf("%d of %d is %q, want %q", c.n, c.of, got, c.want)
		}
	}
}

func TestSilentSourcesAreThoseThatBrokeOff(t *testing.T) {
	var v aboutView
	v.sources([]ledger.PublisherCount{{Publisher: "Active", Reports: 9, First: "2020-01-01", Last: "2024-12-31"},
		{Publisher: "Also", Reports: 4, First: "2020-01-01", Last: "2025-01-01"}, {Publisher: "Misdated", Reports: 8, First: "2020-01-01", Last: "2031-01-01"},
		{Publisher: "Seldom", Reports: 5, First: "2016-01-01", Last: "2024-01-01"}, {Publisher: "Silent", Reports: 50, First: "2020-01-01", Last: "2024-01-01"},
		{Publisher: "Once", Reports: 1, First: "2001-01-01", Last: "2001-01-01"}, {Publisher: "", Reports: 7, Undated: 7}})
	if len(v.Silent) != 1 || v.Silent[0].Name != "Silent" || v.Silent[0].Ago != 365 || v.Silent[0].Last != "1 January 2024" {
		t.Errorf("silent: %+v", v.Silent)
	}
	var names []string
	for _, p := range v.Publishers {
		names = append(names, p.Name)
	}
	if got := strings.Join(names, ", "); got != "Silent, Active, Misdated, publisher not known, Seldom, Also, Once" {
		t.Errorf("publishers: %s", got)
	}
	if v.Publishers[3].Link != "/reports?publisher=not+known" {
		t.Errorf("who is not known leads to %s", v.Publishers[1].Link)
	}
}

func TestAboutSaysWhatIsCovered(t *testing.T) {
	f := newFixture(t)
	page := f.get(t, "/about")
	for _, want := range []string{"About this data", "Northgate Institute", "30 March 2015", "nothing was read", "coder 1", "ucdp-blh", "ledger schema", "coded form"} {
		if !strings.Contains(page, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}
