package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/ledger"
)

// The report of the tests, and where its words stand.
const text = "=HYPERLINK: Gunmen killed at least 11 people near the front on Tuesday, police said. No one was wounded."

func span(words string) dateline.Span {
	i := strings.Index(text, words)
	return dateline.Span{Start: i, End: i + len(words)}
}

// sample is a report with a deed and a toll; at is where it is said to have happened.
func sample(at dateline.Place) (dateline.Reading, dateline.Incident) {
	r := dateline.Report{Title: "+1 dead", Language: "en", Text: text, SHA256: "ab", File: "a.txt"}
	r.SetID()
	deed := dateline.Statement{Report: r.ID, Kind: dateline.ArmedAssault, Reality: dateline.Happened, Stance: dateline.Asserted,
		Quote: span("=HYPERLINK: Gunmen killed at least 11 people near the front on Tuesday, police said."), Trigger: span("killed"), Rule: "kill", Score: 0.8,
		Speaker: []dateline.Speaker{{Span: span("police"), Class: dateline.Authorities}},
		Parts:   []dateline.Part{{Role: dateline.Perpetrator, Span: span("Gunmen")}, {Role: dateline.KilledRole, Span: span("at least 11 people")}}}
	deed.SetID()
	hurt := dateline.Statement{Report: r.ID, Kind: dateline.WoundedKind, Reality: dateline.NotHappened, Stance: dateline.Asserted,
		Quote: span("No one was wounded."), Trigger: span("wounded"), Rule: "hurt", Parts: []dateline.Part{{Role: dateline.Wounded, Span: span("No one")}}}
	hurt.SetID()
	eleven, none := dateline.Between(11, -1), dateline.Exactly(0)
	read := dateline.Reading{Report: r, Statements: []dateline.Statement{deed, hurt}, Resolutions: []dateline.Resolution{
		{Statement: deed.ID, Part: 0, State: dateline.Unidentified, Why: "'Gunmen' names nobody"},
		{Statement: deed.ID, Part: 1, State: dateline.Unidentified, Count: &eleven, Why: "as worded"},
		{Statement: hurt.ID, Part: 0, State: dateline.Unidentified, Count: &none, Why: "none"}}}
	by := []string{deed.ID}
	in := dateline.Incident{ID: "0123456789abcdef", Kind: dateline.ArmedAssault, Reality: dateline.Happened,
		Kinds:        []dateline.Told[dateline.Kind]{{Value: dateline.ArmedAssault, Statements: by}},
		Places:       []dateline.Told[dateline.Place]{{Value: at, Statements: by}},
		Perpetrators: []dateline.Told[dateline.Responsible]{{Value: dateline.Responsible{Text: "@Gunmen", State: dateline.Unidentified, Degree: dateline.AsFact}, Statements: by}},
		Tolls: []dateline.Told[dateline.Toll]{{Value: dateline.Toll{Of: dateline.KilledRole, Count: eleven, Text: "at least 11 people", By: "police"}, Statements: by},
			{Value: dateline.Toll{Of: dateline.Wounded, Count: none, Text: "No one"}, Statements: []string{hurt.ID}},
			{Value: dateline.Toll{Of: dateline.Missing, Text: "some"}, Statements: []string{hurt.ID}}},
		Statements: []string{deed.ID, hurt.ID}, Reports: []string{r.ID}, Independent: 1}
	return read, in
}

var (
	town   = dateline.Place{ID: "x:1", Name: "Town", Country: "NG", Lat: -11.5, Lon: -13.25, Precision: dateline.Settlement, RadiusM: 5000}
	region = dateline.Place{Name: "the front", Precision: dateline.Region, Lat: 9, Lon: 9}
)

// kept is a View of a ledger with the reading and its incident.
func kept(t *testing.T, at dateline.Place, decisions ...dateline.Decision) *ledger.View {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	r, in := sample(at)
	if _, err := l.Keep(t.Context(), r, "1"); err != nil {
		t.Fatal(err)
	}
	if err := l.SetIncidents(t.Context(), []dateline.Incident{in}); err != nil {
		t.Fatal(err)
	}
	for _, d := range decisions {
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	v, err := ledger.OpenView(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

// files writes everything and returns the files by name.
func files(t *testing.T, v *ledger.View, opts Options) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	names, err := Write(t.Context(), v, dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, n := range names {
		b, err := os.ReadFile(filepath.Join(dir, n))
		if err != nil {
			t.Fatal(err)
		}
		out[n] = string(b)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
	return out
}

// row reads the first row of a table as a map.
func row(t *testing.T, table string) map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	out := map[string]string{}
	for i, name := range all[0] {
		out[name] = all[1][i]
	}
	return out
}

func wantCells(t *testing.T, got map[string]string, want map[string]string) {
	t.Helper()
	for name, cell := range want {
		if g, ok := got[name]; !ok || g != cell {
			t.Errorf("%s is %q, want %q", name, g, cell)
		}
	}
}

func TestFourKindsOfNothingAreFourCells(t *testing.T) {
	f := files(t, kept(t, region), Options{})
	wantCells(t, row(t, f["incidents.csv"]), map[string]string{
		"abducted_low": "NR", "abducted_statements": "NR", "abducted_accounts": "0", // nobody tells it
		"wounded_low": "0", "wounded_high": "0", "wounded_bound": "exact", // somebody tells that there were none
		"missing_low": "NA", "missing_bound": "NA", "missing_accounts": "1", // told without a figure
		"killed_low": "11", "killed_high": "", "killed_bound": "at least", "killed_by": "police", // the open end of a range
		"date_from": "NR", "perpetrator_actor": "NA", "lat": "NA", "country": "NA",
	})
	wantCells(t, row(t, f["statements.csv"]), map[string]string{"quote": "WH", "speaker": "police", "speaker_actor": "NA", "score": "0.8"})
}

func TestAPointIsANumberAndAnAreaHasNone(t *testing.T) {
	f := files(t, kept(t, town), Options{})
	wantCells(t, row(t, f["incidents.csv"]), map[string]string{"lat": "-11.5", "lon": "-13.25", "radius_m": "5000", "precision": "settlement"})
	for geometry, at := range map[string]dateline.Place{`{"type":"Point","coordinates":[-13.25,-11.5]}`: town, `null`: region} {
		var got struct {
			Features []struct{ Geometry json.RawMessage }
		}
		if err := json.Unmarshal([]byte(files(t, kept(t, at), Options{Format: GeoJSON})["incidents.geojson"]), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Features) != 1 || string(got.Features[0].Geometry) != geometry {
			t.Errorf("%s: %s, want %s", at.Name, got.Features[0].Geometry, geometry)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	f := files(t, kept(t, town), Options{Quotes: true})
	for name, of := range map[string]string{"statements.csv": "quote", "incidents.csv": "perpetrator", "reports.csv": "title"} {
		if cell := row(t, f[name])[of]; !strings.HasPrefix(cell, "'") {
			t.Errorf("%s: %s is %q", name, of, cell)
		}
	}
}

func TestAQuoteIsCut(t *testing.T) {
	long := strings.Repeat("é", 400)
	if got := excerpt(long); len([]rune(got)) != MostQuoted || !strings.HasSuffix(got, "…") {
		t.Errorf("%d characters, ends in %q", len([]rune(got)), got[len(got)-3:])
	}
	if got := excerpt(long[:2*MostQuoted]); got != long[:2*MostQuoted] {
		t.Error("a quote that fits was cut")
	}
	for quotes, want := range map[bool]bool{true: true, false: false} {
		if got := strings.Contains(files(t, kept(t, town), Options{Quotes: quotes})["statements.jsonl"], "near the front"); got != want {
			t.Errorf("quotes %v: the sentence is there: %v", quotes, got)
		}
	}
}

func decision(id string, ruling dateline.Ruling, on string, day int) dateline.Decision {
	d := dateline.Decision{ID: id, Ruling: ruling, On: []string{on}, Part: dateline.Whole, Author: "a person", At: time.Date(2024, 1, day, 0, 0, 0, 0, time.UTC)}
	if ruling == dateline.Correct {
		d.Value = string(dateline.Bombing)
	}
	return d
}

func TestNothingUnreviewedIsPresentedAsReviewed(t *testing.T) {
	r, _ := sample(town)
	first, second := r.Statements[0].ID, r.Statements[1].ID
	one := files(t, kept(t, town, decision("1", dateline.Accept, first, 1)), Options{})
	wantCells(t, row(t, one["statements.csv"]), map[string]string{"review": "accepted"})
	wantCells(t, row(t, one["accounts.csv"]), map[string]string{"field": "kind", "review": "accepted"})
	wantCells(t, row(t, one["incidents.csv"]), map[string]string{"review": "unreviewed"})
	both := files(t, kept(t, town, decision("1", dateline.Accept, first, 1), decision("2", dateline.Correct, second, 2)), Options{})
	wantCells(t, row(t, both["incidents.csv"]), map[string]string{"review": "corrected"})
	undone := files(t, kept(t, town, decision("1", dateline.Accept, first, 1), decision("2", dateline.Unsure, first, 2)), Options{})
	wantCells(t, row(t, undone["statements.csv"]), map[string]string{"review": "unreviewed"})
}

func TestAValueStandsAsItsStatementsDo(t *testing.T) {
	r := Reviews{"a": dateline.Accepted, "c": dateline.Corrected, "r": dateline.Rejected}
	for ids, want := range map[string]dateline.ReviewState{"": dateline.Unreviewed, "a": dateline.Accepted, "a u": dateline.Unreviewed,
		"a c": dateline.Corrected, "r": dateline.Rejected, "a r": dateline.Accepted, "u r": dateline.Unreviewed} {
		if got := r.Of(strings.Fields(ids)...); got != want {
			t.Errorf("%q is %s, want %s", ids, got, want)
		}
	}
}

func TestEveryColumnHasANameOfItsOwnAndADescription(t *testing.T) {
	for _, table := range Tables() {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			if c.Doc == "" || seen[c.Name] || c.Name != strings.ToLower(c.Name) {
				t.Errorf("%s: column %q", table.File, c.Name)
			}
			seen[c.Name] = true
		}
		for _, k := range strings.Fields(table.Key) {
			if !seen[k] {
				t.Errorf("%s has no column %s", table.File, k)
			}
		}
	}
}

func TestTheSameLedgerGivesTheSameBytes(t *testing.T) {
	v := kept(t, town)
	one, two := files(t, v, Options{}), files(t, v, Options{})
	for name, text := range one {
		if text == "" || two[name] != text {
			t.Errorf("%s differs, or is empty", name)
		}
	}
	if len(one) != len(Files(AllFormats)) || len(Files(CSV)) != 7 {
		t.Errorf("%d files", len(one))
	}
}

// An export that fails leaves the older file as it was.
func TestAnOldFileStaysUntilTheNewOneIsWhole(t *testing.T) {
	v := kept(t, town)
	dir := t.TempDir()
	if _, err := Write(t.Context(), v, dir, Options{}); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(filepath.Join(dir, "statements.csv"))
	r, err := open(t.Context(), v, Options{})
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
	statements := Files(CSV)[slices.IndexFunc(Files(CSV), func(f File) bool { return f.Name == "statements.csv" })]
	if err := r.place(statements, filepath.Join(dir, "statements.csv")); err == nil {
		t.Fatal("a closed ledger was exported")
	}
	after, _ := os.ReadFile(filepath.Join(dir, "statements.csv"))
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); !bytes.Equal(before, after) || left != nil {
		t.Errorf("the old file changed, or something is left: %v", left)
	}
}

func TestExplainTellsWhatWasReadAndWhy(t *testing.T) {
	r, _ := sample(town)
	r.Report.Title = "\x1b[31mred\u202e"
	r.Doubts = []dateline.Doubt{{Span: span("Tuesday"), Why: "which Tuesday is not known"}}
	var b bytes.Buffer
	if err := Explain(&b, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"> =HYPERLINK: Gunmen killed", "ARMED ASSAULT · happened · asserted [rule kill, 0.80]",
		"killed       at least 11 people  11 or more (as worded)", "says         police              authorities",
		"“Tuesday” which Tuesday is not known"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	for line := range strings.Lines(b.String()) {
		if width(line) > lineWidth+1 || strings.ContainsAny(line, "\x1b\u202e") || strings.HasSuffix(line, " \n") {
			t.Errorf("line %q", line)
		}
	}
}
