package actor

import (
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/place"
)

const folder = "../../../data/actors"

var kinds = []dateline.ActorKind{dateline.ArmedGroup, dateline.StateForce, dateline.Government, dateline.Militia,
	dateline.Coalition, dateline.Criminal, dateline.International, dateline.MediaWing}

var relations = []string{"parent", "branch of", "split from", "merged into", "ally of", "rival of", "renamed from", "successor of", "media of"}

// The program reads the compiled records; people write the YAML. They say the same.
func TestCompiledIsTheYAML(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(folder, "*.yaml"))
	slices.SortFunc(files, func(x, y string) int { return strings.Compare(idOf(x), idOf(y)) })
	all := Load().All()
	if len(files) != len(all) {
		t.Fatalf("%d files, %d compiled records: run go generate ./internal/resolve/actor", len(files), len(all))
	}
	for i, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Decode(idOf(f), raw)
		if err != nil {
			t.Error(err)
			continue
		}
		block, err := Compile(a)
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(data.Actors, string(block)) {
			t.Errorf("%s: compiled record is older: run go generate ./internal/resolve/actor", f)
		}
		if back, err := compiled(string(block)); err != nil || len(back) != 1 || !same(back[0], a) {
			t.Errorf("%s: compiled and read again: %+v, %v, want %+v", f, back, err, a)
		}
		if all[i].ID != a.ID {
			t.Errorf("record %d is %s, want %s", i, all[i].ID, a.ID)
		}
	}
}

func idOf(file string) string { return strings.TrimSuffix(filepath.Base(file), ".yaml") }

func same(x, y dateline.Actor) bool {
	if len(x.Home) == 0 && len(y.Home) == 0 {
		x.Home, y.Home = nil, nil
	}
	return reflect.DeepEqual(x, y)
}

func TestRecords(t *testing.T) {
	ids := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, a := range Load().All() {
		wrong := func(format string, args ...any) { t.Helper(); t.Errorf(a.ID+": "+format, args...) }
		if !ids.MatchString(a.ID) {
			wrong("ID is not lower case with hyphens")
		}
		if strings.TrimSpace(a.Name) == "" || !slices.Contains(kinds, a.Kind) {
			wrong("name %q, kind %q", a.Name, a.Kind)
		}
		if !strings.HasSuffix(a.Summary, ".") || strings.Contains(strings.ToLower(a.Summary), "terror") {
			wrong("summary is no neutral sentence: %q", a.Summary)
		}
		if !slices.ContainsFunc(a.Names, func(n dateline.ActorName) bool { return n.Name == a.Name }) {
			wrong("the name %q that pages show is not among its names", a.Name)
		}
		if len(a.Sources) == 0 {
			wrong("no sources")
		}
		for _, s := range a.Sources {
			if u, err := url.Parse(s); err != nil || u.Scheme != "https" || u.Host == "" {
				wrong("source %q is no address", s)
			}
		}
		for _, iso := range a.Home {
			if place.CountryName(iso) == "" {
				wrong("home %q is no country", iso)
			}
		}
		inOrder(t, a.ID+" life", a.Founded, a.Ended)
		for _, n := range a.Names {
			if strings.TrimSpace(n.Name) != n.Name || n.Name == "" {
				wrong("name %q", n.Name)
			}
			inOrder(t, a.ID+" "+n.Name, n.From, n.To)
			if !span(n.From, n.To).meets(span(a.Founded, a.Ended)) {
				wrong("name %q was in use only outside its life", n.Name)
			}
		}
		for _, r := range a.Relations {
			if _, ok := Load().Get(r.Actor); !ok || r.Actor == a.ID {
				wrong("relation to %q", r.Actor)
			}
			if !slices.Contains(relations, r.Kind) {
				wrong("relation %q", r.Kind)
			}
			inOrder(t, a.ID+" "+r.Kind, r.From, r.To)
		}
		for _, d := range a.Designations {
			if d.By == "" || d.As == "" {
				wrong("designation %+v", d)
			}
			inOrder(t, a.ID+" "+d.By, d.From, d.To)
		}
	}
}

func inOrder(t *testing.T, what, from, to string) {
	t.Helper()
	for _, d := range []string{from, to} {
		if _, _, _, _, ok := parts(d); d != "" && !ok {
			t.Errorf("%s: %q is no date", what, d)
		}
	}
	if p := span(from, to); p.from != "" && p.to != "" && p.from > p.to {
		t.Errorf("%s: from %s to %s", what, from, to)
	}
}

// Nobody is its own parent, by whatever number of steps.
func TestParentsHaveNoCycle(t *testing.T) {
	parents := map[string][]string{}
	for _, a := range Load().All() {
		for _, r := range a.Relations {
			if r.Kind == "parent" || r.Kind == "branch of" || r.Kind == "media of" {
				parents[a.ID] = append(parents[a.ID], r.Actor)
			}
		}
	}
	var climb func(from, at string, steps int)
	climb = func(from, at string, steps int) {
		if steps > 20 || steps > 0 && at == from {
			t.Errorf("%s is above itself", from)
			return
		}
		for _, up := range parents[at] {
			climb(from, up, steps+1)
		}
	}
	for id := range parents {
		climb(id, id, 0)
	}
}

// Two actors may share a name only where one of them at least holds it weakly.
func TestSharedNamesAreMarked(t *testing.T) {
	type owner struct {
		id, name string
		time     period
		weak     bool
	}
	owners := map[string][]owner{}
	for _, a := range Load().All() {
		for _, n := range a.Names {
			time := span(n.From, n.To)
			for _, o := range owners[folded(n.Name)] {
				switch {
				case o.id == a.ID && o.name == n.Name && o.time.meets(time):
					t.Errorf("%s: %q stands twice", a.ID, n.Name)
				case o.id != a.ID && !o.weak && !n.Weak && o.time.meets(time):
					t.Errorf("%s and %s share %q", o.id, a.ID, n.Name)
				}
			}
			owners[folded(n.Name)] = append(owners[folded(n.Name)], owner{a.ID, n.Name, time, n.Weak})
		}
	}
}

func TestDecodeRefusesUnknownKeys(t *testing.T) {
	for _, file := range []string{"name: X\nleader: Y\n", "name: X\nname: Y\n", "names: [{name: X, since: '2015'}]\n", "names: 5\n"} {
		if _, err := Decode("x", []byte(file)); err == nil || !strings.Contains(err.Error(), "read actor x") {
			t.Errorf("%q: %v", file, err)
		}
	}
}

func TestCompileRefusesTabs(t *testing.T) {
	if _, err := Compile(dateline.Actor{ID: "x", Name: "a\tb"}); err == nil {
		t.Error("a tab went through")
	}
	for _, blocks := range []string{"name\tx\t\t\t\tfalse\n", "actor\tx\n", "actor\tx\tX\tk\ts\t\t\t\t\nwhat\tx\n"} {
		if _, err := compiled(blocks); err == nil {
			t.Errorf("%q was read", blocks)
		}
	}
}

func TestEveryWordOfTheListsStandsOnceInItsSection(t *testing.T) {
	for _, file := range []string{"lexicon/parties.txt", "lexicon/speakers.txt"} {
		seen := map[[2]string]bool{}
		eachWord(file, func(section, word string) {
			key := [2]string{section, folded(word)}
			if section == "" || key[1] == "" || seen[key] {
				t.Errorf("%s: [%s] %q stands twice, or in no section, or has no letters", file, section, word)
			}
			seen[key] = true
		})
	}
}

func TestBodiesAndSpeakersAreSortedOnce(t *testing.T) {
	body, class := map[string]string{}, map[string]string{}
	eachWord("lexicon/parties.txt", func(section, word string) {
		if name, ok := strings.CutPrefix(section, "body "); ok {
			if was, twice := body[folded(word)]; twice {
				t.Errorf("%q is of %s and of %s", word, was, name)
			}
			body[folded(word)] = name
		}
	})
	eachWord("lexicon/speakers.txt", func(section, word string) {
		if strings.HasPrefix(section, "titles") {
			return
		}
		if was, twice := class[folded(word)]; twice {
			t.Errorf("%q is %s and %s", word, was, section)
		}
		class[folded(word)] = section
	})
}
