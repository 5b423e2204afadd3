package actor

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/data"
)

const folder = "../../../data/actors"

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
	paths, _ := filepath.Glob(filepath.Join(folder, "*.yaml"))
	var files []File
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{p, raw})
	}
	for _, f := range Check(files, nil) {
		t.Error(f)
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
	for _, file := range []string{"parties.txt", "speakers.txt"} {
		seen := map[[2]string]bool{}
		for section, word := range phrases(file) {
			key := [2]string{section, folded(word)}
			if section == "" || key[1] == "" || seen[key] {
				t.Errorf("%s: [%s] %q stands twice, or in no section, or has no letters", file, section, word)
			}
			seen[key] = true
		}
	}
}

func TestBodiesAndSpeakersAreSortedOnce(t *testing.T) {
	body, class := map[string]string{}, map[string]string{}
	for section, word := range phrases("parties.txt") {
		if name, ok := strings.CutPrefix(section, "body "); ok {
			if was, twice := body[folded(word)]; twice {
				t.Errorf("%q is of %s and of %s", word, was, name)
			}
			body[folded(word)] = name
		}
	}
	for section, word := range phrases("speakers.txt") {
		if strings.HasPrefix(section, "titles") {
			continue
		}
		if was, twice := class[folded(word)]; twice {
			t.Errorf("%q is %s and %s", word, was, section)
		}
		class[folded(word)] = section
	}
}
