package invent

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/ledger"
)

// some collects stories.
func some(o Options) []Story { return slices.Collect(Stories(o)) }

func TestStoriesAreReadings(t *testing.T) {
	var rs []dateline.Reading
	stated, seen := 0, map[string]bool{}
	for _, s := range some(Options{Seed: 1, Reports: 2000}) {
		if seen[s.Reading.Report.ID] {
			t.Errorf("report %s is there twice", s.Reading.Report.ID)
		}
		seen[s.Reading.Report.ID] = true
		stated += len(s.Reading.Statements)
		wantTold(t, s)
		rs = append(rs, s.Reading)
	}
	if len(rs) != 2000 || stated < 4*len(rs) {
		t.Errorf("%d reports with %d statements", len(rs), stated)
	}
	l, err := ledger.Open(filepath.Join(t.TempDir(), "ledger.db"), ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.KeepAll(t.Context(), rs, "invented"); err != nil {
		t.Error(err)
	}
}

// wantTold fails unless every Statement of s belongs to one tale, has a trigger in its quote, and the text is whole.
func wantTold(t *testing.T, s Story) {
	t.Helper()
	text := s.Reading.Report.Text
	if strings.ContainsAny(text, "{}<>") || strings.Contains(text, "  ") || strings.Contains(text, " ,") || strings.Contains(text, " .") {
		t.Errorf("not whole: %s", text)
	}
	told := map[string]int{}
	for _, tale := range s.Tales {
		if tale.Incident == "" || tale.Account == "" || len(tale.Statements) == 0 {
			t.Errorf("a tale without statements: %+v in %s", tale, text)
		}
		for _, id := range tale.Statements {
			told[id]++
		}
	}
	for _, x := range s.Reading.Statements {
		if told[x.ID] != 1 || x.Trigger.IsZero() || !x.Quote.Contains(x.Trigger) {
			t.Errorf("%s in %d tales, by %q of %q", x.Kind, told[x.ID], x.Trigger.In(text), x.Quote.In(text))
		}
	}
}

func TestTheSameSeedMakesTheSameStories(t *testing.T) {
	a, b := some(Options{Seed: 7, Reports: 300}), some(Options{Seed: 7, Reports: 300})
	if !reflect.DeepEqual(a, b) {
		t.Error("the same seed makes other stories")
	}
	if c := some(Options{Seed: 8, Reports: 300}); reflect.DeepEqual(a, c) {
		t.Error("another seed makes the same stories")
	}
	if more := some(Options{Seed: 7, Reports: 400}); !reflect.DeepEqual(a, more[:300]) {
		t.Error("more reports begin otherwise")
	}
}

// Every shape that linking has to cope with is there.
func TestStoriesAreOfEveryShape(t *testing.T) {
	reports, accounts, incidents := map[string]int{}, map[string]map[string]bool{}, map[string]bool{}
	shapes := map[string]int{}
	for _, s := range some(Options{Seed: 3, Reports: 5000}) {
		for i, tale := range s.Tales {
			incidents[tale.Incident] = true
			reports[tale.Incident]++
			if accounts[tale.Incident] == nil {
				accounts[tale.Incident] = map[string]bool{}
			}
			accounts[tale.Incident][tale.Account] = true
			shapes["series"] += btoi(tale.Series != "")
			shapes["remembered"] += btoi(i == 0 && !tale.News)
			shapes["mentioned"] += btoi(i > 0 && !tale.News)
		}
		shapes["no date of publication"] += btoi(s.Reading.Report.Published.IsZero())
		for _, x := range s.Reading.Statements {
			shapes["no place"] += btoi(x.PartsOf(dateline.PlaceRole) == nil)
			shapes["no date"] += btoi(x.PartsOf(dateline.DateRole) == nil)
			shapes[string(x.Kind)]++
			shapes["on an outlet's word"] += btoi(len(x.Speaker) > 0 && x.Speaker[0].Class == dateline.Outlet)
		}
	}
	for in, n := range reports {
		shapes["told by more than 50"] += btoi(n > 50)
		shapes["copied"] += btoi(n > len(accounts[in]))
	}
	for _, shape := range []string{"series", "remembered", "mentioned", "no date of publication", "no place", "no date", "claim", "blame",
		"denial", "retraction", "suspicion", "killed", "wounded", "on an outlet's word", "told by more than 50", "copied"} {
		if shapes[shape] == 0 {
			t.Errorf("no story of the shape: %s", shape)
		}
	}
	if n := len(incidents); n < 2000 || n > 3500 {
		t.Errorf("%d incidents in 5000 reports", n)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func BenchmarkStories(b *testing.B) {
	for b.Loop() {
		for range Stories(Options{Seed: 1, Reports: 1000}) {
		}
	}
}

// Every slot and mark of the templates is one that is known, and every section is asked for.
func TestTemplates(t *testing.T) {
	slots := strings.Fields("deed who what hit arms where when killed wounded arrested displaced it says via group name day number road")
	for section, es := range theBook().entries {
		for i, e := range es {
			for _, p := range e {
				if p.slot && !slices.Contains(slots, p.text) {
					t.Errorf("[%s] %s: no slot is called %q", section, theBook().lines[section][i], p.text)
				}
				if p.mark && p.kind != "" && p.kind != dateline.KilledKind && p.kind != dateline.WoundedKind {
					t.Errorf("[%s] %s: no toll is of the kind %q", section, theBook().lines[section][i], p.kind)
				}
			}
		}
	}
	for _, k := range kinds {
		if len(theBook().entries["deed "+string(k)]) == 0 {
			t.Errorf("no words for %s", k)
		}
	}
}
