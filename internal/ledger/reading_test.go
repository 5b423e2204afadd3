package ledger

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline"
)

// coded codes a text of lines that all say the same thing of different places and numbers; day is
// its date of publication, "" for none.
func coded(publisher, day string, lines ...string) dateline.Reading {
	r := dateline.Reading{Report: dateline.Report{
		File: publisher + ".txt", Title: "News of " + publisher, Publisher: publisher, Language: "en",
		URL: "https://example.org/" + publisher, Text: strings.Join(lines, "\n"), SHA256: dateline.NewID(lines...),
		Fetched: time.Date(2024, 5, 1, 12, 0, 0, 1, time.UTC), Flags: []string{"encoding_replaced"},
	}}
	if day != "" {
		r.Report.Published = dateline.Date{EDTF: day, From: day, To: day, Anchor: dateline.AnchorText}
		r.Report.Basis = "given"
	}
	r.Report.SetID()
	at := 0
	for _, line := range lines {
		s := statement(&r.Report, at, line)
		if len(r.Statements) > 0 {
			s.Refers, s.Why = r.Statements[0].ID, "the first one"
		}
		r.Statements = append(r.Statements, s)
		r.Resolutions = append(r.Resolutions, resolved(s)...)
		at += len(line) + 1
	}
	r.Doubts = []dateline.Doubt{{Span: dateline.Span{Start: 0, End: 4}, Why: "a headline?"}}
	return r
}

// statement codes 'GROUP killed N people in PLACE, police said'.
func statement(r *dateline.Report, at int, line string) dateline.Statement {
	find := func(words string) dateline.Span {
		i := strings.Index(line, words)
		return dateline.Span{Start: at + i, End: at + i + len(words)}
	}
	f := strings.Fields(strings.ReplaceAll(line, ",", ""))
	s := dateline.Statement{
		Report: r.ID, Kind: dateline.Attack, Reality: dateline.Happened, Stance: dateline.Asserted,
		Speaker: []dateline.Speaker{{Span: find("police"), Class: dateline.Authorities}},
		Quote:   dateline.Span{Start: at, End: at + len(line)}, Trigger: find("killed"),
		Parts: []dateline.Part{
			{Role: dateline.Perpetrator, Span: find(f[0])},
			{Role: dateline.PlaceRole, Span: find(f[5]), Inferred: "from the clause"},
			{Role: dateline.KilledRole, Span: find(f[2] + " people"), Refers: find(f[2])},
		},
		Rule: "killed", Score: 0.9,
	}
	s.SetID()
	return s
}

// resolved gives meanings of every sort.
func resolved(s dateline.Statement) []dateline.Resolution {
	n, attackers := 11, false
	return []dateline.Resolution{
		{Statement: s.ID, Part: 0, State: dateline.Known, Actor: "boko-haram", Others: []string{"iswap", "ansaru"}, Score: 0.8, Why: "its name"},
		{Statement: s.ID, Part: 1, State: dateline.Known, Place: &dateline.Place{ID: "geonames:1", Name: "Konduga",
			Country: "NG", Admin1: "Borno", Lat: 11.65, Lon: 13.42, Precision: dateline.Settlement, RadiusM: 5000}, Why: "its name"},
		{Statement: s.ID, Part: 2, State: dateline.Unknown, Count: &dateline.Count{Low: &n, Attackers: &attackers, Word: "at least"},
			Date: &dateline.Date{EDTF: "XXXX-03-22"}},
		{Statement: s.ID, Part: -1, State: dateline.Unidentified, Actor: "ng-police"},
	}
}

// samples are three readings, of which one has no date.
func samples() []dateline.Reading {
	return []dateline.Reading{
		coded("Late", "2024-04-05", "Insurgents killed 11 people in Konduga, police said", "Gunmen killed 3 people in Damboa, police said"),
		coded("Undated", "", "Fighters killed 11 people in Konduga, police said"),
		coded("Early", "2024-03-23", "Militants killed 12 people in Konduga, police said"),
	}
}

// many is n readings of lines lines, different for each seed.
func many(seed uint64, n, lines int) []dateline.Reading {
	rng := rand.New(rand.NewPCG(seed, 0))
	out := make([]dateline.Reading, n)
	for i := range out {
		var text []string
		for j := range lines {
			text = append(text, fmt.Sprintf("Gunmen%d killed %d people in Konduga%d, police said", rng.IntN(1000), rng.IntN(100), j))
		}
		out[i] = coded(fmt.Sprintf("p%d-%d", seed, i), fmt.Sprintf("2024-%02d-%02d", 1+rng.IntN(12), 1+rng.IntN(28)), text...)
	}
	return out
}

// incident makes one happening of the first statements of readings.
func incident(rs ...dateline.Reading) dateline.Incident {
	var ids, reports []string
	for _, r := range rs {
		ids, reports = append(ids, r.Statements[0].ID), append(reports, r.Report.ID)
	}
	n := 11
	return dateline.Incident{
		ID: dateline.NewID("incident", ids[0]), Redirects: []string{dateline.NewID("alone", ids[len(ids)-1])},
		Kind: dateline.Attack, Reality: dateline.Happened,
		Kinds:  []dateline.Told[dateline.Kind]{{Value: dateline.Attack, Statements: ids}},
		Dates:  []dateline.Told[dateline.Date]{{Value: dateline.Date{EDTF: "2024-03-22", From: "2024-03-22", To: "2024-03-22"}, Statements: ids}},
		Places: []dateline.Told[dateline.Place]{{Value: dateline.Place{ID: "geonames:1", Name: "Konduga", Country: "NG"}, Statements: ids}},
		Perpetrators: []dateline.Told[dateline.Responsible]{{Value: dateline.Responsible{Text: "Insurgents", Actor: "claimant",
			Degree: dateline.ClaimedBy}, Statements: ids[:1]}},
		Tolls:      []dateline.Told[dateline.Toll]{{Value: dateline.Toll{Of: dateline.KilledRole, Count: dateline.Count{Low: &n}}, Statements: ids}},
		Statements: ids, Reports: reports, Independent: len(rs),
	}
}

// opened is a Ledger with rs in it, and its path.
func opened(t testing.TB, rs ...dateline.Reading) (*Ledger, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a ledger?#%.db")
	l, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	if _, err := l.KeepAll(t.Context(), rs, "coder/1"); err != nil {
		t.Fatal(err)
	}
	return l, path
}

// viewed is a View of the ledger at path.
func viewed(t testing.TB, path string) *View {
	t.Helper()
	v, err := OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

// wantCode fails unless err has the code.
func wantCode(t testing.TB, err error, code string) {
	t.Helper()
	if CodeOf(err) != code {
		t.Fatalf("error %v has the code %q, want %q", err, CodeOf(err), code)
	}
}
