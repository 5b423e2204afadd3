package draw

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// SVG is a drawing that this package wrote. The zero SVG is nothing drawn.
type SVG struct {
	text          string
	width, height int // of its view box
}

// String is the drawing as markup: one svg element, or "" for the zero SVG.
func (s SVG) String() string { return s.text }

// IsZero reports whether nothing is drawn.
func (s SVG) IsZero() bool { return s.text == "" }

// pen writes elements. Names of elements and attributes are constants of this package.
type pen struct {
	b    bytes.Buffer
	open []string
}

// begin opens an element with attributes, given as pairs of name and value; one whose value is "" is left out. An href
// that leads anywhere but to our own pages is left out.
func (p *pen) begin(name string, attrs ...any) {
	p.start(name, attrs)
	p.b.WriteByte('>')
	p.open = append(p.open, name)
}

// end closes the element that was opened last.
func (p *pen) end() {
	last := len(p.open) - 1
	p.b.WriteString("</" + p.open[last] + ">")
	p.open = p.open[:last]
}

// leaf writes an element that holds nothing.
func (p *pen) leaf(name string, attrs ...any) {
	p.start(name, attrs)
	p.b.WriteString("/>")
}

// element writes an element that holds words.
func (p *pen) element(name, words string, attrs ...any) {
	p.begin(name, attrs...)
	p.words(words)
	p.end()
}

// words writes text.
func (p *pen) words(s string) {
	xml.EscapeText(&p.b, []byte(s)) // a Buffer takes all
}

func (p *pen) start(name string, attrs []any) {
	p.b.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		key, value := attrs[i].(string), written(attrs[i+1])
		if value == "" || key == "href" && !own(value) {
			continue
		}
		p.b.WriteString(" " + key + `="`)
		p.words(value)
		p.b.WriteByte('"')
	}
}

// own reports whether an address is one of our pages, or a place on this one.
func own(address string) bool {
	return strings.HasPrefix(address, "#") || strings.HasPrefix(address, "?") ||
		strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") && !strings.HasPrefix(address, `/\`)
}

// written is a value of an attribute; numbers have at most one place after the point.
func written(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// done closes what is open and returns the drawing.
func (p *pen) done(width, height int) SVG {
	for len(p.open) > 0 {
		p.end()
	}
	return SVG{p.b.String(), width, height}
}

// figure opens a drawing of that size. role is "img" for one without links, whose label says all, else "group".
func figure(class, role, label string, width, height int) *pen {
	var p pen
	p.begin("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "drawing "+class, "viewBox", fmt.Sprintf("0 0 %d %d", width, height),
		"width", width, "height", height, "role", role, "aria-label", label)
	return &p
}

// rect adds a rectangle to a path.
func rect(path *strings.Builder, x, y, w, h float64) {
	fmt.Fprintf(path, "M%s %sh%sv%sh%sz", written(x), written(y), written(w), written(h), written(-w))
}
