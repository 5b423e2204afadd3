package dateline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is what a package may import of this module, besides the root and its own children.
type room struct {
	imports []string
	tests   []string // what its tests may import as well
}

// The house: which package may import which. A folder that is not here may not hold Go.
var house = map[string]room{
	".":    {tests: []string{"data", "internal/analysis", "internal/export", "internal/ingest", "internal/link", "internal/pipeline", "internal/resolve/count", "internal/selection"}},
	"data": {},

	// The stages: values in, values out. The only arrow between them is extract -> parse.
	"internal/ingest":                  {},
	"internal/parse/network":           {},
	"internal/parse":                   {imports: []string{"data", "internal/parse/network", "internal/sieve"}},
	"internal/scorer":                  {},
	"internal/sieve":                   {},
	"internal/extract":                 {imports: []string{"data", "internal/parse", "internal/scorer", "internal/sieve"}},
	"internal/resolve/numeral":         {imports: []string{"data", "internal/sieve"}},
	"internal/resolve/date":            {imports: []string{"data", "internal/resolve/numeral", "internal/sieve"}},
	"internal/resolve/count":           {imports: []string{"data", "internal/resolve/numeral", "internal/resolve/date", "internal/sieve"}},
	"internal/resolve/party":           {imports: []string{"data"}},
	"internal/resolve/place":           {imports: []string{"data", "internal/resolve/numeral", "internal/resolve/place/gazetteer"}},
	"internal/resolve/place/gazetteer": {},
	"internal/resolve/toponym":         {imports: []string{"data", "internal/resolve/place", "internal/scorer"}},
	"internal/resolve/scene":           {imports: []string{"internal/scorer"}},
	"internal/resolve/storytime":       {imports: []string{"internal/scorer"}},
	"internal/resolve/actor":           {imports: []string{"data", "internal/resolve/place", "internal/sieve", "internal/nearby"}},
	"internal/review":                  {},
	"internal/link":                    {imports: []string{"data", "internal/review", "internal/scorer"}},
	"internal/analysis":                {imports: []string{"data", "internal/calendar", "internal/resolve/count", "internal/resolve/party"}},

	"internal/invent": {imports: []string{"internal/resolve/actor", "internal/resolve/place"}, tests: []string{"internal/ledger"}},

	"internal/nearby":       {},
	"internal/selection":    {},
	"internal/calendar":     {},
	"internal/draw/basemap": {tests: []string{"internal/resolve/place"}},
	"internal/draw":         {imports: []string{"internal/draw/basemap", "internal/calendar", "internal/selection"}},
	"internal/account":      {imports: []string{"internal/ledger"}},
	"internal/codebook":     {imports: []string{"data"}},
	"internal/ledger":       {imports: []string{"internal/review"}},
	"internal/pipeline": {imports: []string{"data", "internal/ingest", "internal/parse", "internal/extract", "internal/resolve/actor",
		"internal/resolve/count", "internal/resolve/date", "internal/resolve/party", "internal/resolve/place", "internal/resolve/toponym", "internal/resolve/scene", "internal/resolve/storytime", "internal/link", "internal/ledger", "internal/nearby"},
		tests: []string{"internal/casefile", "internal/invent"}},

	// The readers hold a ledger.View; of the stages they know questions, rules and names to show.
	"internal/tabular": {},
	"internal/export":  {imports: []string{"internal/tabular", "internal/ledger", "internal/analysis", "internal/review", "internal/extract", "internal/resolve/actor", "internal/resolve/count", "internal/resolve/place"}},
	"internal/web": {imports: []string{"internal/account", "internal/tabular", "internal/ledger", "internal/analysis", "internal/review", "internal/selection", "internal/calendar", "internal/draw", "internal/draw/basemap", "internal/codebook", "internal/extract", "internal/nearby",
		"internal/cite", "internal/resolve/actor", "internal/resolve/place"},
		tests: []string{"data", "internal/ingest", "internal/link", "internal/pipeline"}},

	"internal/load":     {},
	"internal/cite":     {},
	"internal/casefile": {},
	"internal/eval":     {imports: []string{"internal/analysis", "internal/casefile", "internal/codebook", "internal/export", "internal/extract", "internal/ingest", "internal/invent", "internal/link", "internal/parse", "internal/pipeline", "internal/scorer", "internal/resolve/count", "internal/resolve/place", "internal/resolve/place/gazetteer", "internal/resolve/toponym", "internal/resolve/scene", "internal/resolve/storytime"}},

	"cmd/dateline": {imports: []string{"internal/account", "data", "internal/eval", "internal/export", "internal/ingest", "internal/invent", "internal/ledger", "internal/link",
		"internal/load", "internal/parse", "internal/pipeline", "internal/resolve/actor", "internal/web", "internal/nearby", "internal/review"}},

	// Programs that make what is embedded.
	"internal/draw/basemap/build":    {imports: []string{"internal/draw/basemap", "internal/resolve/place"}},
	"internal/resolve/place/build":   {imports: []string{"internal/resolve/place/gazetteer"}},
	"internal/resolve/actor/compile": {imports: []string{"data", "internal/resolve/actor"}},
	"train/wire":                     {},
}

// owners are the rooms that alone may import something from outside.
var owners = map[string][]string{
	"database/sql":                   {"internal/ledger"},
	"modernc.org/sqlite":             {"internal/ledger"},
	"github.com/pressly/goose":       {"internal/ledger"},
	"github.com/markusmobius":        {"internal/ingest"},
	"github.com/alecthomas/kong":     {"cmd/dateline"},
	"github.com/schollz/progressbar": {"cmd/dateline"},
	"net":                            {"cmd/dateline", "internal/load", "internal/web"},
	"net/http":                       {"cmd/dateline", "internal/load", "internal/web"},
	"os/exec":                        {},
	"plugin":                         {},
	"unsafe":                         {},
}

// clients are the names in net/http by which a program calls another host.
var clients = []string{"Get", "Post", "PostForm", "Head", "Client", "DefaultClient", "NewRequest", "NewRequestWithContext", "Transport", "DefaultTransport"}

// vague are names that say nothing about what a package knows.
var vague = []string{"util", "utils", "common", "helper", "helpers", "manager", "service", "services", "misc", "base", "shared"}

// brick is one Go file of the module.
type brick struct {
	file   string // its path, with slashes
	dir    string
	syntax *ast.File
}

// bricks parses every Go file, so that the test's result is not kept when one changes.
func bricks(t *testing.T) []brick {
	t.Helper()
	var out []brick
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || p != "." && strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case !strings.HasSuffix(p, ".go"):
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.SkipObjectResolution)
		p = filepath.ToSlash(p)
		out = append(out, brick{p, path.Dir(p), f})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (s brick) isTest() bool { return strings.HasSuffix(s.file, "_test.go") }

// imports lists what the file imports: of this module as a folder, of others as they are.
func (s brick) imports() (own, others []string) {
	for _, i := range s.syntax.Imports {
		p, _ := strconv.Unquote(i.Path.Value) // the parser has read it
		switch rest, of := strings.CutPrefix(p, "dateline/"); {
		case of:
			own = append(own, rest)
		case p != "dateline":
			others = append(others, p)
		}
	}
	return own, others
}

func TestWhoMayImportWhom(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range bricks(t) {
		r, listed := house[s.dir]
		if !listed {
			t.Errorf("%s: no room of the house is called %s; say in house_test.go what it may import", s.file, s.dir)
			continue
		}
		seen[s.dir] = true
		may := append([]string{s.dir}, r.imports...)
		if s.isTest() {
			may = append(may, r.tests...)
		}
		own, _ := s.imports()
		for _, of := range own {
			if !slices.Contains(may, of) {
				t.Errorf("%s may not import %s", s.dir, of)
			}
		}
	}
	for dir := range house {
		if !seen[dir] {
			t.Errorf("the house has no room %s any more", dir)
		}
	}
}

func TestWhoKnowsWhatLiesOutside(t *testing.T) {
	for _, s := range bricks(t) {
		if s.isTest() {
			continue
		}
		_, others := s.imports()
		for _, p := range others {
			if s.dir == "." && strings.Contains(strings.Split(p, "/")[0], ".") {
				t.Errorf("%s: the vocabulary may import nothing but the standard library, not %s", s.file, p)
			}
			for of, rooms := range owners {
				if (p == of || of != "net" && strings.HasPrefix(p, of+"/")) && !slices.Contains(rooms, s.dir) {
					t.Errorf("%s may not import %s; only %v may", s.file, p, rooms)
				}
			}
		}
	}
}

// callers are the rooms that may call a server. internal/load tries one that runs in the same process, and refuses any
// address that is not a loopback address (its own test).
var callers = []string{"internal/load"}

// A default install calls no host.
func TestNothingCallsAnotherHost(t *testing.T) {
	for _, s := range bricks(t) {
		if s.isTest() || slices.Contains(callers, s.dir) {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			of, ok := sel.X.(*ast.Ident)
			if ok && of.Name == "http" && slices.Contains(clients, sel.Sel.Name) || ok && of.Name == "net" && strings.HasPrefix(sel.Sel.Name, "Dial") {
				t.Errorf("%s uses %s.%s", s.file, of.Name, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestNamesSayWhatAPackageKnows(t *testing.T) {
	for _, s := range bricks(t) {
		name := strings.TrimSuffix(s.syntax.Name.Name, "_test")
		if slices.Contains(vague, name) || slices.Contains(vague, path.Base(s.dir)) {
			t.Errorf("%s: package %s says nothing about what it knows", s.file, name)
		}
	}
}
