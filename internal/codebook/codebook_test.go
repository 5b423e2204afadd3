package codebook

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"dateline"
	"dateline/data"
)

func TestLoad(t *testing.T) {
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			if b[i].Kind != k {
				t.Errorf("entry %d is %q, want %q", i, b[i].Kind, k)
			}
			if e, ok := b.Entry(k); !ok || e.Kind != k {
				t.Errorf("no entry of %q", k)
			}
			i++
		}
	}
	if _, ok := b.Entry("ambush"); ok || len(b) != i {
		t.Errorf("%d entries, want %d", len(b), i)
	}
}

var (
	ends    = regexp.MustCompile(`[.!?]$`)
	blank   = regexp.MustCompile(`^\s*$`)
	bracket = regexp.MustCompile(` \(([^()]+)\)$`)
)

func TestEntriesAreWellWritten(t *testing.T) {
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string]dateline.Kind{}
	for _, e := range b {
		for _, s := range append(e.Examples, e.Definition) {
			if !ends.MatchString(s) {
				t.Errorf("%s: %q is no sentence", e.Kind, s)
			}
		}
		for _, s := range e.Examples {
			if other, twice := examples[s]; twice {
				t.Errorf("%s: %q is an example of %s too", e.Kind, s, other)
			}
			examples[s] = e.Kind
		}
		for _, s := range append(e.Counts, e.Not...) {
			if blank.MatchString(s) || ends.MatchString(s) {
				t.Errorf("%s: %q is empty or a sentence", e.Kind, s)
			}
		}
		seen := map[dateline.Role]bool{}
		for _, r := range e.Roles {
			if seen[r] {
				t.Errorf("%s: role %s twice", e.Kind, r)
			}
			seen[r] = true
		}
		checkPointers(t, e)
	}
}

// checkPointers checks that what does not count points to other kinds, where it ends in brackets
// that name one.
func checkPointers(t *testing.T, e Entry) {
	for _, s := range e.Not {
		m := bracket.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		for _, k := range regexp.MustCompile(`,? and |, | or `).Split(m[1], -1) {
			if dateline.Kind(k) == e.Kind {
				t.Errorf("%s: %q points to itself", e.Kind, s)
			}
		}
		if !strings.ContainsAny(m[1], " ,") && dateline.Kind(m[1]).Family() == "" {
			t.Errorf("%s: %q points to no kind", e.Kind, s)
		}
	}
}

func TestFilesAreNamedByTheirKind(t *testing.T) {
	names, _ := fs.Glob(data.Codebook, "codebook/*.yaml")
	for _, n := range names {
		e, err := readEntry(data.Codebook, n)
		want := "codebook/" + strings.ReplaceAll(string(e.Kind), " ", "-") + ".yaml"
		if err != nil || n != want {
			t.Errorf("%s, want %s: %v", n, want, err)
		}
	}
}

// The GTD takes no plots and no threats, and ACLED no threats, claims or judgements.
func TestNoEquivalentWhereThereIsNone(t *testing.T) {
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range b {
		q := e.Equivalents
		if (e.Family == dateline.Intent || e.Kind == dateline.PlotFoiled) && q.GTD+q.UCDP+q.MUC != "" {
			t.Errorf("%s has an equivalent among attacks: %+v", e.Kind, q)
		}
		quiet := e.Family == dateline.Intent || e.Family == dateline.Responsibility || e.Family == dateline.Judgement
		if quiet && q.ACLED != "" {
			t.Errorf("%s has an equivalent in ACLED: %q", e.Kind, q.ACLED)
		}
		if e.Family == dateline.Violence && (q.ACLED == "" || q.GTD == "" || q.MUC == "" || q.PLOVER == "") {
			t.Errorf("%s lacks an equivalent: %+v", e.Kind, q)
		}
	}
}

func TestEntriesThatDoNotLoad(t *testing.T) {
	good, err := fs.ReadFile(data.Codebook, "codebook/claim.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct{ old, new, want string }{
		"unknown field": {"kind: claim", "kind: claim\nkinds: x", "kinds"},
		"no kind":       {"kind: claim", "kind: boast", `"boast" is no kind`},
		"other family":  {"family: responsibility", "family: intent", "is of the family"},
		"role":          {"group, ", "gruppe, ", `"gruppe" is no role`},
		"the rest":      {"", "", `"attack" has no entry`},
	}
	for name, test := range tests {
		text := strings.Replace(string(good), test.old, test.new, 1)
		_, err := read(fstest.MapFS{"codebook/claim.yaml": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
	twice := fstest.MapFS{"codebook/a.yaml": {Data: good}, "codebook/b.yaml": {Data: good}}
	if _, err := read(twice); err == nil || !strings.HasPrefix(err.Error(), "codebook/b.yaml: ") {
		t.Errorf("got %v", err)
	}
}
