package draw

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
)

// Sheet has the rules for the classes of all figures, in the tokens of the pages' style sheet.
//
//go:embed figure.css
var Sheet string

// light are the tokens' values where there is no page to give them: the light ones of the pages' sheet.
var light = map[string]string{
	"paper": "#fbfaf6", "ink": "#1c1b19", "soft": "#595650", "rule": "#d8d4c9", "bar": "#33608a", "warn": "#8c2f13", "focus": "#b4470f",
	"hostile": "#a8380f", "friendly": "#2a6499", "kin": "#6b4a8c", "talking": "#2d6b4c",
	"sea": "#e6edf0", "land": "#fbfaf6", "border": "#8b8678", "said": "#fdf0c8",
	"sans": `system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif`,
}

// printed is Sheet without tokens, as Inkscape and word processors can read it.
var printed = regexp.MustCompile(`var\(--([a-z]+)\)`).ReplaceAllStringFunc(Sheet, func(s string) string { return light[s[len("var(--"):len(s)-1]] })

// AlonePolicy is what a browser may do with a drawing that stands alone: show it with the style that it carries.
var AlonePolicy = func() string {
	sum := sha256.Sum256([]byte(printed))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
}()

// Caption is what a drawing that stands alone says of itself.
type Caption struct {
	Title string
	Lines []string // under the title: what was asked, as of when
	Notes []string // under the drawing: its key, what it leaves out
}

const (
	margin     = 20
	lineHeight = 16
	leastWidth = 480
)

// Alone is the drawing as a file of its own, with its caption and its style.
func (s SVG) Alone(c Caption) []byte {
	width := max(s.width, leastWidth)
	lines, notes := wrapped(c.Lines, width/6), wrapped(c.Notes, width/6)
	top := margin + 24 + len(lines)*lineHeight + 8
	height := top + s.height + 16 + len(notes)*lineHeight + margin
	p := figure("alone", "group", c.Title, width+2*margin, height)
	p.element("title", c.Title)
	p.begin("style")
	p.b.WriteString(printed)
	p.end()
	p.leaf("rect", "width", width+2*margin, "height", height, "class", "paper")
	p.element("text", c.Title, "class", "headline", "x", margin, "y", margin+14)
	p.column(lines, "text", margin+24+12)
	p.begin("g", "transform", fmt.Sprintf("translate(%d %d)", margin, top))
	p.b.WriteString(s.text)
	p.end()
	p.column(notes, "soft", top+s.height+16+12)
	return []byte(p.done(width, height).text)
}

// column writes lines under each other.
func (p *pen) column(lines []string, class string, y int) {
	for i, l := range lines {
		p.element("text", l, "class", class, "x", margin, "y", y+i*lineHeight)
	}
}

// wrapped breaks lines at spaces so that each has at most n runes, but for one that is a longer word.
func wrapped(lines []string, n int) []string {
	var out []string
	for _, l := range lines {
		row := ""
		for _, w := range strings.Fields(l) {
			if row != "" && len([]rune(row))+1+len([]rune(w)) > n {
				out, row = append(out, row), ""
			}
			row = strings.TrimSpace(row + " " + w)
		}
		out = append(out, row)
	}
	return out
}
