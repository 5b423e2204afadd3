package actor

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Kinds and Relations are the words that a record's kind and its relations can have.
var (
	Kinds = []dateline.ActorKind{dateline.ArmedGroup, dateline.StateForce, dateline.Government, dateline.Militia,
		dateline.Coalition, dateline.Criminal, dateline.International, dateline.MediaWing}
	Relations = []string{"parent", "branch of", "split from", "merged into", "ally of", "rival of", "renamed from", "successor of", "media of"}
)

// above are the relations by which one actor is under another.
var above = map[string]bool{"parent": true, "branch of": true, "media of": true}

// File is a record's file as it was read. Its name without '.yaml' is the actor's ID.
type File struct {
	Path string
	Raw  []byte
}

// ID is the identifier of the actor that the file is of.
func (f File) ID() string { return strings.TrimSuffix(filepath.Base(f.Path), ".yaml") }

// Fault is something wrong with a record.
type Fault struct {
	Path string
	Line int // from 1; 0 if it is the whole file's
	Why  string
}

// String is 'path:line: why'.
func (f Fault) String() string {
	if f.Line == 0 {
		return f.Path + ": " + f.Why
	}
	return fmt.Sprintf("%s:%d: %s", f.Path, f.Line, f.Why)
}

// Check says what is wrong with records: in the order of the files, and in each of the lines. The records of
// files stand beside those of rest, and in the place of one with the same ID; of rest no fault is told.
func Check(files []File, rest []dateline.Actor) []Fault {
	c := checker{all: map[string]dateline.Actor{}, owners: map[string][]owner{}}
	for _, a := range rest {
		c.all[a.ID] = a
	}
	var read []checked
	for _, f := range files {
		if r, ok := c.decode(f); ok {
			read = append(read, r)
			c.all[r.ID] = r.Actor
		}
	}
	c.names()
	for _, r := range read {
		c.record(r)
	}
	order := map[string]int{}
	for i, f := range files {
		order[f.Path] = i
	}
	slices.SortStableFunc(c.faults, func(x, y Fault) int {
		return cmp.Or(cmp.Compare(order[x.Path], order[y.Path]), cmp.Compare(x.Line, y.Line))
	})
	return c.faults
}

// checked is a record with the tree of its file.
type checked struct {
	dateline.Actor
	path string
	tree *ast.File
}

// owner is an actor with one of its names.
type owner struct {
	id   string
	name dateline.ActorName
}

type checker struct {
	all    map[string]dateline.Actor
	owners map[string][]owner // by folded name
	faults []Fault
}

// decode reads a file; false, and a fault, if it is no record.
func (c *checker) decode(f File) (checked, bool) {
	if len(strings.TrimSpace(string(f.Raw))) == 0 {
		c.faults = append(c.faults, Fault{f.Path, 0, "the file is empty"})
		return checked{}, false
	}
	a, err := Decode(f.ID(), f.Raw)
	if err == nil {
		var tree *ast.File
		if tree, err = parser.ParseBytes(f.Raw, 0); err == nil {
			return checked{a, f.Path, tree}, true
		}
	}
	line, why := 0, err.Error()
	var at yaml.Error
	if errors.As(err, &at) {
		why = at.GetMessage()
		if t := at.GetToken(); t != nil {
			line = t.Position.Line
		}
	}
	c.faults = append(c.faults, Fault{f.Path, line, why})
	return checked{}, false
}

// names sorts every name under its folded words, the owners by ID.
func (c *checker) names() {
	for id, a := range c.all {
		for _, n := range a.Names {
			c.owners[folded(n.Name)] = append(c.owners[folded(n.Name)], owner{id, n})
		}
	}
	for _, os := range c.owners {
		slices.SortFunc(os, func(x, y owner) int { return strings.Compare(x.id, y.id) })
	}
}

// at gives the line of a value in the record's file, '$.names[2].name'; that of what it is in where it is not there.
func (r checked) at(path string) int {
	for path != "$" {
		if p, err := yaml.PathString(path); err == nil {
			if n, err := p.FilterFile(r.tree); err == nil && n != nil {
				return n.GetToken().Position.Line
			}
		}
		path = path[:strings.LastIndexAny(path, ".[")]
	}
	return 1
}

var errNotText = errors.New("it is not read back as it was written")

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (c *checker) record(r checked) {
	wrong := func(at, format string, args ...any) {
		c.faults = append(c.faults, Fault{r.path, r.at(at), fmt.Sprintf(format, args...)})
	}
	if !idForm.MatchString(r.ID) {
		wrong("$", "the file's name is not in small letters and figures with hyphens between them: %q", r.ID)
	}
	if !slices.Contains(Kinds, r.Kind) {
		wrong("$.kind", "kind %q is none of %s", r.Kind, Words(Kinds))
	}
	switch {
	case r.Summary == "":
		wrong("$.summary", "the summary is missing")
	case !strings.HasSuffix(r.Summary, "."):
		wrong("$.summary", "the summary is no sentence: it ends without a full stop")
	case strings.Contains(strings.ToLower(r.Summary), "terror"):
		wrong("$.summary", "the summary is not neutral: it says 'terror'; say who designated it under designations")
	}
	if !slices.ContainsFunc(r.Names, func(n dateline.ActorName) bool { return n.Name == r.Name }) {
		wrong("$.name", "the name %q that pages show is not among its names", r.Name)
	}
	inOrder(wrong, "$.founded", r.Founded, "$.ended", r.Ended)
	for i, iso := range r.Home {
		if place.CountryName(iso) == "" {
			wrong(fmt.Sprintf("$.home[%d]", i), "home %q is no country's code (ISO 3166-1 alpha-2)", iso)
		}
	}
	for i, n := range r.Names {
		at := fmt.Sprintf("$.names[%d]", i)
		c.name(r, n, at, wrong)
		if slices.ContainsFunc(r.Names[:i], func(m dateline.ActorName) bool {
			return m.Name == n.Name && span(m.From, m.To).meets(span(n.From, n.To))
		}) {
			wrong(at, "the name %q stands twice", n.Name)
		}
	}
	for i, t := range r.Relations {
		c.tie(r, t, fmt.Sprintf("$.relations[%d]", i), wrong)
	}
	for i, d := range r.Designations {
		at := fmt.Sprintf("$.designations[%d]", i)
		if d.By == "" || d.As == "" {
			wrong(at, "a designation says by whom and as what")
		}
		inOrder(wrong, at+".from", d.From, at+".to", d.To)
	}
	if len(r.Sources) == 0 {
		wrong("$.sources", "a source is missing")
	}
	for i, s := range r.Sources {
		if u, err := url.Parse(s); err != nil || u.Scheme != "https" || u.Host == "" {
			wrong(fmt.Sprintf("$.sources[%d]", i), "source %q is no address that begins with https://", s)
		}
	}
}

// inOrder checks two dates by themselves and that none ends before it starts.
func inOrder(wrong func(at, format string, args ...any), atFrom, from, atTo, to string) {
	for _, d := range [][2]string{{atFrom, from}, {atTo, to}} {
		if _, _, _, _, ok := parts(d[1]); d[1] != "" && !ok {
			wrong(d[0], "%q is no date: write YYYY, YYYY-MM or YYYY-MM-DD, with ~ behind it if it is about then", d[1])
		}
	}
	if p := span(from, to); p.from != "" && p.to != "" && p.from > p.to {
		wrong(atTo, "the end, %s, is before the start, %s", to, from)
	}
}

// tie checks one relation of r.
func (c *checker) tie(r checked, t dateline.Relation, at string, wrong func(at, format string, args ...any)) {
	inOrder(wrong, at+".from", t.From, at+".to", t.To)
	if !slices.Contains(Relations, t.Kind) {
		wrong(at, "relation %q is none of %s", t.Kind, Words(Relations))
	}
	if _, ok := c.all[t.Actor]; !ok {
		wrong(at, "there is no record of %q", t.Actor)
		return
	}
	if t.Actor == r.ID {
		wrong(at, "a relation to itself")
		return
	}
	if above[t.Kind] {
		if way := c.climb(t.Actor, r.ID, nil); way != nil {
			wrong(at, "it is above itself: %s", strings.Join(append([]string{r.ID}, way...), " under "))
		}
	}
}

// climb gives the way up from id to goal; nil if there is none.
func (c *checker) climb(id, goal string, way []string) []string {
	if slices.Contains(way, id) {
		return nil
	}
	way = append(way, id)
	if id == goal {
		return way
	}
	for _, t := range c.all[id].Relations {
		if above[t.Kind] {
			if up := c.climb(t.Actor, goal, slices.Clone(way)); up != nil {
				return up
			}
		}
	}
	return nil
}

// Words lists words as in a message.
func Words[T ~string](ws []T) string {
	var out []string
	for _, w := range ws {
		out = append(out, "'"+string(w)+"'")
	}
	return strings.Join(out, ", ")
}
