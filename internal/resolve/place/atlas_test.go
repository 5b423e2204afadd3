package place

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/place/gazetteer"
)

// TestData lints data/places: every name once within its file and kind, every identifier once, no
// letters that look like others, names not empty.
func TestData(t *testing.T) {
	a := world()
	if n := len(a.countryNames); n != 250 {
		t.Errorf("%d countries, want the 249 of ISO 3166-1 and Kosovo", n)
	}
	seen := map[string]bool{}
	for _, e := range a.entries {
		if seen[e.ID] {
			t.Errorf("%s is listed twice", e.ID)
		}
		seen[e.ID] = true
		if e.Precision == dateline.Region && len(e.countries) == 0 && !strings.HasPrefix(e.ID, "feature:") && !strings.Contains(e.Name, "River") && e.ID != "area:nile" && e.ID != "area:tigris" && e.ID != "area:euphrates" {
			t.Errorf("%s: a region without a country", e.ID)
		}
	}
	for key, names := range a.names {
		if key == "" || gazetteer.MixedScripts(key) {
			t.Errorf("bad name %q", key)
		}
		lintNames(t, a, key, names)
	}
}

// lintNames lets two entries share a name only where the world does.
func lintNames(t *testing.T, a *atlas, key string, names []name) {
	shared := []string{"congo", "punjab", "adamawa region", "tigray"}
	for i, n := range names {
		for _, o := range names[:i] {
			first, second := a.entries[o.entry], a.entries[n.entry]
			if !slices.Contains(shared, key) && !first.holds(second) && !second.holds(first) && first.Precision == second.Precision {
				t.Errorf("%q is both %s and %s", key, first.ID, second.ID)
			}
		}
	}
}

func TestDataIsSorted(t *testing.T) {
	text, err := data.Places.ReadFile("places/countries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for row := range strings.Lines(string(text)) {
		if row[0] != '#' {
			codes = append(codes, row[:2])
		}
	}
	if !slices.IsSorted(codes) {
		t.Error("countries.txt is not sorted by code")
	}
}

// TestDataErrors shows that a bad line is named with its file and number.
func TestDataErrors(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"too few fields": {"countries", "FR | France", "places/countries.txt:1: 2 fields"},
		"twice":          {"countries", "FR | France | | |\nFR | Gaul | | |", "places/countries.txt:2: country \"FR\""},
		"unknown code":   {"continents", "x | X | | | QQ", "places/continents.txt:1: unknown country \"QQ\""},
		"unknown area":   {"provinces", "FR.XX | X |", "places/provinces.txt:1: unknown area"},
		"no number":      {"settlements", "a | A | | NG.27 | north | 1 | 1", "places/settlements.txt:1: settlement a"},
		"no sort":        {"features", "x | X | | hole | FR | | 1 1 | 1", "places/features.txt:1: feature x: unknown sort"},
		"no reach":       {"features", "x | X | | lake | | | 91 1 | 1", "places/features.txt:1: feature x: coordinates"},
		"no centre":      {"centres", "QQ 1 2", "places/centres.txt:1: centre [QQ 1 2]"},
		"no record":      {"settlements", "1 | A", "places/settlements.txt:1: no settlement 1"},
	} {
		files := fstest.MapFS{}
		for _, f := range []string{"countries", "continents", "provinces", "regions", "settlements", "features", "common", "centres"} {
			files["places/"+f+".txt"] = &fstest.MapFile{}
		}
		files["places/"+c.file+".txt"] = &fstest.MapFile{Data: []byte(c.text)}
		if _, err := newAtlas(world().table, files); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// TestOpening holds what the first look-up of a process costs.
func TestOpening(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	table, err := gazetteer.Open(tableBytes)
	if err != nil {
		t.Fatal(err)
	}
	a, err := newAtlas(table, data.Places)
	if err != nil {
		t.Fatal(err)
	}
	found := a.lookup("mosul", "Mosul")
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	heap := int(after.HeapAlloc) - int(before.HeapAlloc)
	t.Logf("%d records, %d bytes; opened in %v, %d KiB of heap, %d entries of ours", table.Len(), len(tableBytes), took, heap>>10, len(a.entries))
	if len(found) == 0 || took > 5*time.Second || heap > 60<<20 {
		t.Errorf("%d found, %v, %d bytes", len(found), took, heap)
	}
	runtime.KeepAlive(a)
}

func TestLookup(t *testing.T) {
	for _, c := range []struct{ name, first string }{
		{"mosul", "geonames:99072"}, {"MOSSOUL", "geonames:99072"}, {"São Paulo", "geonames:3448439"},
		{"sao-paulo", "geonames:3448439"}, {"Konduga", "geonames:2334044"},
	} {
		found := Lookup(c.name)
		if len(found) == 0 || found[0].ID != c.first {
			t.Errorf("%s: %v, want %s", c.name, found, c.first)
		}
	}
	if found := Lookup("San Vicente"); len(found) < 40 {
		t.Errorf("San Vicente: %d found", len(found))
	}
	if found := Lookup("no such place"); found != nil {
		t.Errorf("found %v", found)
	}
}

func TestCountries(t *testing.T) {
	for name, want := range map[string]string{
		"the Netherlands": "NL", "Holland": "NL", "U.S.": "US", "US": "US", "us": "", "UK": "GB", "DRC": "CD", "Ivory Coast": "CI",
		"Congo": "", "Burma": "MM", "Islamic Republic": "", "Türkiye": "TR", "Kosovo": "XK", "car": "", "CAR": "CF",
	} {
		if got, ok := ISO(name); got != want || ok != (want != "") {
			t.Errorf("ISO(%s) = %q, want %q", name, got, want)
		}
	}
	for word, want := range map[string]string{
		"Iranian": "IR", "Afghan": "AF", "Afghans": "AF", "Swedish": "SE", "Dutch": "NL", "U.S.": "US", "American": "US", "us": "",
		"South Sudanese": "SS", "European": "", "Chechen": "", "Nigerien": "NE", "Nigerian": "NG", "house": "",
	} {
		if got, ok := Demonym(word); got != want || ok != (want != "") {
			t.Errorf("Demonym(%s) = %q, want %q", word, got, want)
		}
	}
	for seat, want := range map[string]string{
		"Moscow": "RU", "the Kremlin": "RU", "moscow": "", "Washington": "US", "Islamabad": "PK", "White House": "US", "Mosul": "",
	} {
		if got, ok := Government(seat); got != want || ok != (want != "") {
			t.Errorf("Government(%s) = %q, want %q", seat, got, want)
		}
	}
	if CountryName("NG") != "Nigeria" || CountryName("QQ") != "" {
		t.Error("country names")
	}
}

// TestContext shows how what is known beforehand decides between places of one name.
func TestContext(t *testing.T) {
	lebanon := Resolve("Sidon", Context{})
	if got := Resolve("Tripoli", Context{Near: []dateline.Place{*lebanon.Place}}); got.Place.Country != "LB" {
		t.Errorf("Tripoli by Sidon: %s", tell(got))
	}
	if got := Resolve("Tripoli", Context{Countries: []string{"LB", "LY"}}); got.Place.Country != "LB" || len(got.Others) == 0 {
		t.Errorf("Tripoli in a report on Lebanon: %s %v", tell(got), got.Others)
	}
	if got := Resolve("Springfield", Context{}); got.State != dateline.Ambiguous || len(got.Others) < 2 {
		t.Errorf("Springfield: %s %v", tell(got), got.Others)
	}
	if got := Resolve("", Context{}); got.State != dateline.Unknown || got.Place != nil {
		t.Errorf("no words: %v", got)
	}
}

// TestLongWords holds that no words take long.
func TestLongWords(t *testing.T) {
	for _, part := range []string{"A in ", "A, ", "A's ", "A in B, C near D, ", "near ", "Kabul and ", "the city of ", "northern ", "A's B in C of D, ", "between A and ", "(A "} {
		for _, n := range []int{5, 14, 29, 200} {
			words := strings.Repeat(part, n)
			start := time.Now()
			Resolve(words, Context{Countries: []string{"AF"}})
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("%.40s... x %d: %v", part, n, took)
			}
		}
	}
}

// FuzzResolve holds what every answer promises, whatever the words.
func FuzzResolve(f *testing.F) {
	for _, row := range phraseRows(f) {
		f.Add(row[0], row[1])
	}
	for _, odd := range []string{",", "'s", "'s of", "of", "near", "between and", "in in in", "30 km of", "the border", "((", "A'", "- -", "\xff", "near near , 's and"} {
		f.Add(odd, "NG")
	}
	f.Fuzz(func(t *testing.T, words, countries string) {
		ctx := Context{Countries: strings.Fields(countries)}
		got := Resolve(words, ctx)
		checkAnswer(t, words, got)
		if again := Resolve(words, ctx); again.Place != nil && *again.Place != *got.Place {
			t.Errorf("%q: two answers", words)
		}
	})
}

func checkAnswer(t *testing.T, words string, got dateline.Resolution) {
	if got.State == "" || got.Why == "" || got.Score < 0 || got.Score > 1 {
		t.Errorf("%q: %+v", words, got)
	}
	p := got.Place
	if p == nil {
		if strings.TrimSpace(words) != "" {
			t.Errorf("%q: no place", words)
		}
		return
	}
	if !p.Precision.Pointed() && (p.Lat != 0 || p.Lon != 0 || p.RadiusM != 0) {
		t.Errorf("%q: %s with a point", words, p.Precision)
	}
	if p.Precision.Pointed() && p.RadiusM == 0 || (p.ID == "") != (p.Precision == dateline.Unplaced) {
		t.Errorf("%q: %+v", words, p)
	}
	if utf8.ValidString(words) && !utf8.ValidString(p.Name) {
		t.Errorf("%q: name %q", words, p.Name)
	}
}

// BenchmarkResolve resolves the phrases of testdata/phrases.txt, one an operation.
func BenchmarkResolve(b *testing.B) {
	rows := phraseRows(b)
	world()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f := rows[i%len(rows)]
		Resolve(f[0], Context{})
	}
}
