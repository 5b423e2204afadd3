package dateline_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/export"
	"dateline/internal/ingest"
	"dateline/internal/link"
	"dateline/internal/pipeline"
	"dateline/internal/resolve/count"
	"dateline/internal/selection"
)

var update = flag.Bool("update", false, "write the tables of columns in docs/data.md anew")

// docs/pages.md names what an address takes.
func TestPagesNamesEveryParameter(t *testing.T) {
	page := read(t, "docs/pages.md")
	for _, w := range slices.Concat(selection.Names, selection.Orders, []string{selection.NotReported, selection.NoGroup, selection.Itself,
		selection.News, selection.Retold, selection.NoReview, selection.PartReview, selection.Reviewed, selection.NoSource, selection.Yes, selection.No}) {
		if !strings.Contains(page, "`"+w+"`") {
			t.Errorf("docs/pages.md does not name `%s`", w)
		}
	}
}

// The words that docs/data.md has to name: what the program can print is looked up in its sources.
func TestDataNamesEveryWord(t *testing.T) {
	page := read(t, "docs/data.md")
	lists := map[string][]string{
		"role": texts(dateline.Roles), "reality": texts(dateline.Realities), "stance": texts(dateline.Stances),
		"precision": texts(dateline.Precisions), "responsibility": texts(dateline.Degrees),
		"class": constants(t, ".", "SpeakerClass", ""), "state": constants(t, ".", "State", ""), "anchor": constants(t, ".", "Anchor", ""),
		"review": constants(t, ".", "ReviewState", ""), "code of inputs": constants(t, "internal/ingest", "Code", ""),
		"flag": constants(t, "internal/ingest", "", "Flag"), "basis": constants(t, "internal/ingest", "", "basis"),
		"code of the ledger": append(constantsIn(t, "internal/ledger/error.go"), constantsIn(t, "internal/ledger/check.go")...),
		"exit code":          constants(t, "cmd/dateline", "", "exit"), "field of the coded form": jsonFields(t, "internal/export/coded.go"),
		"property of GeoJSON": jsonFields(t, "internal/export/geojson.go"), "field of a profile": jsonFields(t, "internal/export/profile.go"), "field of a list of incidents": analysis.CutNames(), "field of a dossier": jsonFields(t, "internal/export/dossier.go"),
		"cell":           constantsIn(t, "internal/tabular/tabular.go"),
		"type of target": texts(dateline.TargetTypes), "type of victim": texts(dateline.VictimTypes), "type of weapon": texts(dateline.WeaponTypes),
		"effect": texts(dateline.Effects), "class of perpetrator": texts(dateline.PartyClasses),
	}
	for _, f := range dateline.Codebook {
		lists["kind"] = append(lists["kind"], texts(f.Kinds)...)
	}
	for what, words := range lists {
		if len(words) == 0 {
			t.Errorf("no %s is found in the sources", what)
		}
		for _, w := range words {
			if !strings.Contains(page, "`"+w+"`") {
				t.Errorf("docs/data.md does not name the %s `%s`", what, w)
			}
		}
	}
}

func texts[T ~string](words []T) []string {
	var out []string
	for _, w := range words {
		out = append(out, string(w))
	}
	return out
}

// Every code that a table of docs/data.md lists under 'code', 'flag' or a code list is one that the
// program has.
func TestDataNamesNothingElse(t *testing.T) {
	known := map[string]bool{}
	for _, dir := range []string{".", "internal/ingest", "internal/ledger", "cmd/dateline"} {
		for _, w := range constants(t, dir, "", "") {
			known[w] = true
		}
	}
	heads := regexp.MustCompile(`^\| (code|flag|role|reality|stance|state|precision|responsibility|class) \|`)
	row := regexp.MustCompile("`([^`]+)`")
	in := false
	for _, line := range strings.Split(read(t, "docs/data.md"), "\n") {
		if !strings.HasPrefix(line, "|") {
			in = false
			continue
		}
		if heads.MatchString(line) {
			in = true
			continue
		}
		if first := strings.Split(line, "|")[1]; in {
			for _, m := range row.FindAllStringSubmatch(first, -1) {
				if word, _, _ := strings.Cut(m[1], ":"); !known[m[1]] && word != "unknown_field" {
					t.Errorf("docs/data.md lists `%s`, which the program does not have", m[1])
				}
			}
		}
	}
}

// The tables of columns in docs/data.md are those of the program.
func TestDataHasTheColumns(t *testing.T) {
	const begin, end = "-run TestDataHasTheColumns -update -->\n", "<!-- end of columns -->"
	page := read(t, "docs/data.md")
	before, rest, _ := strings.Cut(page, begin)
	_, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatal("docs/data.md has no place for the columns")
	}
	want := before + begin + columns() + end + after
	if *update {
		if err := os.WriteFile("docs/data.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if page != want {
		t.Error("docs/data.md does not have the columns that the program writes; run this test with -update")
	}
}

// columns writes a table of columns for each file.
func columns() string {
	var b strings.Builder
	for _, f := range export.Tables() {
		keys := "`" + strings.Join(strings.Fields(f.Key), "`, `") + "`"
		fmt.Fprintf(&b, "\n#### %s\n\n%s A row is named by %s.\n\n| column | what |\n|---|---|\n", f.File, f.Doc, keys)
		for _, c := range f.Columns {
			fmt.Fprintf(&b, "| `%s` | %s |\n", c.Name, strings.ReplaceAll(c.Doc, "|", "\\|"))
		}
	}
	return b.String() + "\n"
}

var pages = []string{"README.md", "CHANGELOG.md", "docs", "cases/README.md", "internal/parse/MODEL.md"}

// markdown lists the files of pages and of the folders among them.
func markdown(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, p := range pages {
		err := filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(path) == ".md" {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestLinksResolve(t *testing.T) {
	links := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for _, p := range markdown(t) {
		for _, m := range links.FindAllStringSubmatch(read(t, p), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file, anchor, _ := strings.Cut(m[1], "#")
			target := p
			if file != "" {
				target = filepath.Join(filepath.Dir(p), file)
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s, which is not there", p, m[1])
			} else if anchor != "" && !slices.Contains(anchors(read(t, target)), anchor) {
				t.Errorf("%s links to %s; there is no such heading", p, m[1])
			}
		}
	}
}

// anchors lists the anchors of a page's headings, as code hosts make them.
func anchors(page string) []string {
	var out []string
	for _, line := range strings.Split(page, "\n") {
		if h := strings.TrimLeft(line, "#"); h != line && strings.HasPrefix(h, " ") {
			out = append(out, strings.ReplaceAll(regexp.MustCompile(`[^a-z0-9 -]`).ReplaceAllString(strings.ToLower(h[1:]), ""), " ", "-"))
		}
	}
	return out
}

// The commands and flags that the pages show are those of the program.
func TestCommandsExist(t *testing.T) {
	commands, flags := commandLine(t)
	shown := regexp.MustCompile("(?m)(?:^    |`|\\| |\\./cmd/)dateline ([a-z]+)")
	flag := regexp.MustCompile(`(?:^|[^-])--([a-z][a-z-]*)`)
	n := 0
	for _, p := range markdown(t) {
		page := read(t, p)
		for _, m := range shown.FindAllStringSubmatch(page, -1) {
			if n++; !commands[m[1]] {
				t.Errorf("%s shows 'dateline %s'; there is no such command", p, m[1])
			}
		}
		for _, m := range flag.FindAllStringSubmatch(page, -1) {
			if !flags[m[1]] {
				t.Errorf("%s shows --%s; no command has it", p, m[1])
			}
		}
	}
	if n == 0 {
		t.Error("no page shows a command")
	}
}

// commandLine reads the subcommands and flags from the tags of cmd/dateline's structs.
func commandLine(t *testing.T) (commands, flags map[string]bool) {
	t.Helper()
	commands, flags = map[string]bool{}, map[string]bool{"help": true}
	for _, f := range sources(t, "cmd/dateline") {
		ast.Inspect(f, func(n ast.Node) bool {
			field, ok := n.(*ast.Field)
			if !ok || field.Tag == nil || len(field.Names) == 0 {
				return true
			}
			tag := reflect.StructTag(unquoted(field.Tag))
			name := tag.Get("name")
			if name == "" {
				name = strings.ToLower(regexp.MustCompile(`([a-z0-9])([A-Z])`).ReplaceAllString(field.Names[0].Name, "$1-$2"))
			}
			if _, is := tag.Lookup("cmd"); is {
				commands[name] = true
			} else if _, is := tag.Lookup("arg"); !is {
				flags[name] = true
			}
			return true
		})
	}
	return commands, flags
}

// The excerpts of the coded form on the pages are what the coder prints for the sentence.
func TestExcerptsAreReal(t *testing.T) {
	const sentence = "Gunmen killed at least 11 people in Konduga on Tuesday, police said.\n"
	published, err := ingest.ParseDate("2024-03-14")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for item := range ingest.Read(t.Context(), []string{"-"}, ingest.Options{Published: published, Stdin: strings.NewReader(sentence)}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		r := pipeline.Code(item.Report)
		if err := export.Coded(&out, r, link.All([]dateline.Reading{r}, nil), false); err != nil {
			t.Fatal(err)
		}
	}
	var got map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for p, whole := range map[string]any{"README.md": got["statements"].([]any)[0], "docs/data.md": got} {
		_, rest, _ := strings.Cut(read(t, p), "```json\n")
		excerpt, _, ok := strings.Cut(rest, "```")
		var want any
		if err := json.Unmarshal([]byte(excerpt), &want); !ok || err != nil {
			t.Errorf("%s: the excerpt is no JSON: %v", p, err)
			continue
		}
		if diff := missing(want, whole, ""); diff != "" {
			t.Errorf("%s: the coder does not print %s\n%s", p, diff, out.Bytes())
		}
	}
}

// missing names the first thing of want that got lacks, "" for none: members of objects may be left
// out, and so may elements of lists.
func missing(want, got any, at string) string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return at
		}
		for k, v := range w {
			member, there := g[k]
			if !there {
				return at + "." + k
			}
			if m := missing(v, member, at+"."+k); m != "" {
				return m
			}
		}
		return ""
	case []any:
		g, _ := got.([]any)
		for i, v := range w {
			if !slices.ContainsFunc(g, func(e any) bool { return missing(v, e, "") == "" }) {
				return fmt.Sprintf("%s[%d]: %v", at, i, v)
			}
		}
		return ""
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Sprintf("%s = %v, but %v", at, want, got)
	}
	return ""
}

// The table of docs/method.md that says what number words are read as is what count reads.
func TestNumbersAreReadAsTheMethodSays(t *testing.T) {
	_, rest, _ := strings.Cut(read(t, "docs/method.md"), "| words | low | high |\n|---|---|---|\n")
	table, _, _ := strings.Cut(rest, "\n\n")
	quoted := regexp.MustCompile(`'([^']+)'`)
	n := 0
	for _, row := range strings.Split(table, "\n") {
		cells := strings.Split(row, "|")
		lows, highs := strings.Split(cells[2], ";"), strings.Split(cells[3], ";")
		for i, group := range strings.Split(cells[1], ";") {
			want := "no count"
			if high, _, _ := strings.Cut(highs[i], ", "); strings.TrimSpace(high) != "" {
				want = strings.TrimSpace(lows[i]) + " to " + strings.TrimSpace(high)
			}
			for _, m := range quoted.FindAllStringSubmatch(group, -1) {
				if n++; bounds(m[1]) != want {
					t.Errorf("docs/method.md says that '%s' is %s; it is read as %s", m[1], want, bounds(m[1]))
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("docs/method.md shows %d phrases", n)
	}
}

// bounds are those of the number that words give: '11 to open'.
func bounds(words string) string {
	c, ok := count.Parse(words + " people")
	if !ok {
		return "no count"
	}
	bound := func(n *int) string {
		if n == nil {
			return "open"
		}
		return dateline.Exactly(*n).String() // with a comma between groups of figures
	}
	return bound(c.Low) + " to " + bound(c.High)
}

// NOTICE names each module that is linked into the program, and none that is not.
func TestNoticeNamesEveryModule(t *testing.T) {
	read(t, "go.mod") // so that a change of it is seen where results of tests are kept
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/dateline").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	linked := map[string]bool{}
	for _, path := range strings.Fields(string(out)) {
		linked[path] = path != "dateline"
	}
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^    ((?:[a-z0-9-]+\.)+[a-z]+/\S+)  +\S`).FindAllStringSubmatch(read(t, "NOTICE"), -1) {
		listed[m[1]] = true
		if !linked[m[1]] {
			t.Errorf("NOTICE names %s, which is not linked", m[1])
		}
	}
	for path, is := range linked {
		if is && !listed[path] {
			t.Errorf("NOTICE does not name %s", path)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sources parses the Go files of a folder, without its tests.
func sources(t *testing.T, dir string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, n := range names {
		if !strings.HasSuffix(n, "_test.go") {
			out = append(out, source(t, n))
		}
	}
	return out
}

func source(t *testing.T, path string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, read(t, path), 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// constants lists the values of a folder's constants of the given type (any for ""), those whose
// names begin with prefix.
func constants(t *testing.T, dir, typeName, prefix string) []string {
	t.Helper()
	var out []string
	for _, f := range sources(t, dir) {
		out = append(out, constantsOf(f, typeName, prefix)...)
	}
	return out
}

func constantsIn(t *testing.T, path string) []string {
	t.Helper()
	return constantsOf(source(t, path), "", "")
}

func constantsOf(f *ast.File, typeName, prefix string) []string {
	var out []string
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			if id, ok := v.Type.(*ast.Ident); typeName != "" && (!ok || id.Name != typeName) {
				continue
			}
			for i, name := range v.Names {
				if lit, ok := valueAt(v, i).(*ast.BasicLit); ok && strings.HasPrefix(name.Name, prefix) && unquoted(lit) != "" {
					out = append(out, unquoted(lit))
				}
			}
		}
	}
	return out
}

func valueAt(v *ast.ValueSpec, i int) ast.Expr {
	if i < len(v.Values) {
		return v.Values[i]
	}
	return nil
}

// unquoted is a literal's value: that of a string, the figures of a number.
func unquoted(lit *ast.BasicLit) string {
	if s, err := strconv.Unquote(lit.Value); err == nil && lit.Kind == token.STRING {
		return s
	}
	return lit.Value
}

// jsonFields lists the names that the tags of a file give to fields.
func jsonFields(t *testing.T, path string) []string {
	t.Helper()
	var out []string
	ast.Inspect(source(t, path), func(n ast.Node) bool {
		if field, ok := n.(*ast.Field); ok && field.Tag != nil {
			name, _, _ := strings.Cut(reflect.StructTag(unquoted(field.Tag)).Get("json"), ",")
			out = append(out, name)
		}
		return true
	})
	return out
}
