package web

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/link"
)

// busyGroup is n reports of 40 publishers over ten years, each of an attack of one group.
func busyGroup(n int) []dateline.Reading {
	places := []dateline.Place{chibok, maiduguri, {ID: "iso:CM", Name: "Cameroon", Country: "CM", Precision: dateline.Country},
		{ID: "iso:ML", Name: "Mali", Country: "ML", Precision: dateline.Country}, {Name: "the village", Precision: dateline.Unplaced}}
	kinds := []dateline.Kind{dateline.Bombing, dateline.ArmedAssault, dateline.Abduction, dateline.Arson, dateline.Assassination}
	var out []dateline.Reading
	for i := range n {
		year := 2010 + i*i/max(1, n*n/10)%10
		day := fmt.Sprintf("%04d-%02d-%02d", year, 1+i%12, 1+i/12%28)
		t := report(fmt.Sprint("Report ", i), fmt.Sprint("Publisher ", i%40), day,
			fmt.Sprintf("Gunmen of Boko Haram attacked a post of number %d in Chibok and killed %d people. Boko Haram claimed responsibility for the attack.", i, i%13))
		with := []meant{part(dateline.Perpetrator, "Gunmen of Boko Haram").is("boko-haram"), part(dateline.PlaceRole, "Chibok").at(places[i%7%5]),
			part(dateline.Target, "a post"), part(dateline.DateRole, "number").when(day, day, day)}
		if i%5 > 0 {
			with = append(with, part(dateline.KilledRole, fmt.Sprint(i%13, " people")).count(i%13, i%13))
		}
		t.say(dateline.Statement{Kind: kinds[i%len(kinds)]}, t.r.Report.Text[:len(t.r.Report.Text)-len(" Boko Haram claimed responsibility for the attack.")], "attacked", with...)
		if i%3 == 0 {
			t.say(dateline.Statement{Kind: dateline.Claim, Stance: dateline.Claimed, Refers: t.r.Statements[0].ID, Why: "‘the attack’"}, "Boko Haram claimed responsibility for the attack.", "claimed",
				by("Boko Haram", dateline.GroupVoice).is("boko-haram"), part(dateline.Group, "Boko Haram").is("boko-haram"), part(dateline.Incidental, "the attack"))
		}
		out = append(out, t.r)
	}
	return out
}

// busyLedger keeps busyGroup, each report an incident of its own.
func busyLedger(tb testing.TB, n int) *ledger.View {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "busy.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	defer l.Close()
	all := busyGroup(n)
	if _, err := l.KeepAll(tb.Context(), all, "1"); err != nil {
		tb.Fatal(err)
	}
	var incidents []dateline.Incident
	for _, r := range all {
		incidents = append(incidents, link.Link([]dateline.Reading{r}, nil)...)
	}
	if err := l.SetIncidents(tb.Context(), incidents); err != nil {
		tb.Fatal(err)
	}
	v, err := ledger.OpenView(path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { v.Close() })
	return v
}

func BenchmarkGroupPageOf10000(b *testing.B) {
	h := Handler(busyLedger(b, 10000), Options{Log: quiet})
	for b.Loop() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/groups/boko-haram", nil))
		if w.Code != 200 {
			b.Fatal(w.Code, w.Body.String())
		}
		b.ReportMetric(float64(w.Body.Len())/1024, "KiB/page")
	}
}
