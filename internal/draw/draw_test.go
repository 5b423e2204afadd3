package draw

import (
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/internal/selection"
)

var update = flag.Bool("update", false, "rewrite the snapshots in testdata")

// hostile are words that a report may hold.
var hostile = []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</title></svg><script>`, "javascript:alert(1)", "]]>", "&lt;b&gt;", "a\x00b\x1bc",
	"\xff\xfe", "\u202edrow", `' onload='x`, "{{.}}", strings.Repeat("long ", 4000)}

// snapshot compares a drawing that stands alone with the one in testdata.
func snapshot(t *testing.T, name string, s SVG) {
	t.Helper()
	got := s.Alone(Caption{Title: name, Lines: []string{"A line under the title."}, Notes: []string{"A note under the drawing."}})
	sound(t, string(got))
	got = []byte(strings.ReplaceAll(strings.Replace(string(got), printed, "", 1), "><", ">\n<"))
	golden := filepath.Join("testdata", name+".svg")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is not as in %s; see what changed with -update and a diff", name, golden)
	}
}

// node is an element of a drawing.
type node struct {
	name  string
	attrs map[string]string
	words string
}

// sound reads a drawing, and refuses one that is not XML or that has what runs or loads.
func sound(t *testing.T, text string) []node {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatal("not UTF-8")
	}
	var out []node
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		tok, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, text)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			n := node{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				n.attrs[a.Name.Local] = a.Value
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" || a.Name.Local == "href" && !own(a.Value) {
					t.Errorf("<%s %s=%q>", n.name, a.Name.Local, a.Value)
				}
			}
			if !regexp.MustCompile(`^(svg|g|a|title|text|tspan|path|rect|circle|style|defs|pattern|clipPath|line)$`).MatchString(n.name) {
				t.Errorf("there is an element %s", n.name)
			}
			out = append(out, n)
		case xml.CharData:
			if len(out) > 0 {
				out[len(out)-1].words += string(tok)
			}
		}
	}
}

func TestWordsAreNeverMarkup(t *testing.T) {
	for _, h := range hostile {
		p := figure("x", "img", h, 10, 10)
		p.begin("a", "href", h, "aria-label", h)
		p.element("title", h)
		all := sound(t, string(p.done(10, 10).Alone(Caption{h, []string{h}, []string{h}})))
		titles := 0
		for _, n := range all {
			if n.name == "title" {
				titles++
			}
		}
		if titles != 2 {
			t.Errorf("%.40q: %d titles", h, titles)
		}
	}
	for _, away := range []string{"javascript:alert(1)", "//example.com", `/\example.com`, "https://example.com", "data:text/html,x", " /x"} {
		if own(away) {
			t.Errorf("%q is taken for a page of ours", away)
		}
	}
}

func TestSpark(t *testing.T) {
	snapshot(t, "spark", Spark{"Incidents by year, 2001 to 2008", []int{0, 3, 1, 0, 0, 40, 12, 1}}.SVG())
	for _, counts := range [][]int{nil, {4}, {0, 0, 0}} {
		if s := (Spark{"none", counts}).SVG(); !s.IsZero() {
			t.Errorf("%v draws %s", counts, s)
		}
	}
}

func address(from, to string) string { return "/incidents?from=" + from + "&to=" + to }

func TestYears(t *testing.T) {
	y := Years{[]selection.Bin{{Year: "2001", Count: 3}, {Year: "2004", Count: 12}, {Year: "2009", Count: 1}}, "2003-05-01", "2008-12-31", address}
	snapshot(t, "years", y.SVG())
	if s := (Years{}).SVG(); !s.IsZero() {
		t.Errorf("nothing draws %s", s)
	}
}

// However long the span, all incidents are in one bar each, and no bar leads out of the years that there are.
func TestYearsCountAll(t *testing.T) {
	for _, bins := range [][]selection.Bin{
		{{Year: "0001", Count: 2}, {Year: "9999", Count: 3}},
		{{Year: "0004", Count: 1}},
		{{Year: "1899", Count: 1}, {Year: "1901", Count: 7}, {Year: "2024", Count: 9}},
	} {
		y, want, got := Years{Bins: bins, Link: address}, 0, 0
		for _, b := range bins {
			want += b.Count
		}
		all := y.bars()
		for i, b := range all {
			got += b.count
			if b.first < 1 || b.last > 9999 || b.first > b.last || i > 0 && b.first != all[i-1].last+1 {
				t.Errorf("%v has a bar from %d to %d", bins, b.first, b.last)
			}
		}
		if got != want || len(all) > mostBars+1 {
			t.Errorf("%v: %d of %d incidents in %d bars", bins, got, want, len(all))
		}
		sound(t, y.SVG().String())
	}
}

// A drawing that stands alone has no token left, which only the pages' sheet could resolve.
func TestAloneNeedsNoSheet(t *testing.T) {
	if strings.Contains(printed, "var(") || regexp.MustCompile(`: *;`).MatchString(printed) {
		t.Error("a token has no value")
	}
}
