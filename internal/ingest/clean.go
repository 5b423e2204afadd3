package ingest

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// maxGrowth is how many nodes the parser may make, at worst, of the tokens of a page: it repeats
// open formatting elements in every block, so that 21 KB can become two million nodes.
const maxGrowth = 1_000_000

// maxTitle is the length in characters of the longest title: readability splits titles in a time
// that grows with the square of it.
const maxTitle = 1000

// dropped are elements whose content is no text of the page: programs, drawings, players with their
// 'your browser does not support', forms' choices.
var dropped = set("applet", "audio", "button", "canvas", "datalist", "dialog", "iframe", "math", "noembed",
	"noframes", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video")

// void are elements that hold nothing and mean nothing here.
var void = set("area", "base", "basefont", "bgsound", "col", "embed", "frame", "img", "input", "keygen",
	"param", "source", "track", "wbr")

// formatting are the elements that the parser repeats; they lose their attributes, whereupon it
// repeats each at most three times.
var formatting = set("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")

// kept are the attributes that metadata, the search for the article or hiding need.
var kept = set("class", "content", "datetime", "href", "id", "itemprop", "itemtype", "itemscope", "lang", "name",
	"property", "pubdate", "rel", "role", "title", "http-equiv")

// hiding is a style that shows nothing, or shows it outside the page.
var hiding = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*(?:0(?:[^.0-9]|$)|1p[xt])|(?:^|[;\s])color\s*:\s*transparent|opacity\s*:\s*0(?:[^.0-9]|$)|` +
	`(?:^|[;\s])(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3}|clip\s*:\s*rect\(\s*0`)

// ink and paper are the colours of letters and of what they stand on.
var (
	ink   = regexp.MustCompile(`(?i)(?:^|[;\s])color\s*:\s*([^;!]+)`)
	paper = regexp.MustCompile(`(?i)background(?:-color)?\s*:\s*([^;!]+)`)
)

// hides reports whether nobody sees what has the style: it is not shown, or its letters have the colour of their ground.
func hides(style string) bool {
	if hiding.MatchString(style) {
		return true
	}
	i, p := ink.FindStringSubmatch(style), paper.FindStringSubmatch(style)
	return i != nil && p != nil && shade(i[1]) == shade(p[1])
}

// shade is a colour in one notation, where pages write it in several: 'white', '#fff', '#FFFFFF' and 'rgb(255, 255, 255)'.
func shade(colour string) string {
	c := strings.ToLower(strings.Join(strings.Fields(colour), ""))
	switch c {
	case "white":
		return "#ffffff"
	case "black":
		return "#000000"
	}
	var r, g, b int
	if n, _ := fmt.Sscanf(c, "rgb(%d,%d,%d)", &r, &g, &b); n == 3 {
		return fmt.Sprintf("#%02x%02x%02x", r, g, b)
	}
	if len(c) == len("#fff") && c[0] == '#' {
		return string([]byte{'#', c[1], c[1], c[2], c[2], c[3], c[3]})
	}
	return c
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// cleaner rewrites a page. Because it writes every token anew, the parser afterwards sees the very
// tokens that were counted here, which scripts, foreign elements and comments could else prevent.
type cleaner struct {
	limits Limits
	out    bytes.Buffer
	linked []string // JSON-LD
	skip   string   // the dropped element that we are in, "" outside
	depth  int      // how many of the same name are open
	script bool     // the next text is JSON-LD
	title  bool     // the next text is the page's title
	open   map[string]int
	repeat int // how many formatting elements the parser may repeat in each block
	nodes  int // tokens written that become nodes
	growth int // nodes that the parser makes of them at worst
}

// cleanPage rewrites a page as HTML of known elements and attributes, without comments, programs
// and foreign elements, and gives the JSON-LD that was in it. It fails with TokenTooLarge and
// TooLarge, in time linear in the page.
func cleanPage(page string, limits Limits) (clean string, linked []string, err error) {
	c := &cleaner{limits: limits, open: map[string]int{}}
	c.out.WriteString("<!DOCTYPE html>")
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(limits.Token)
	for z.Next() != html.ErrorToken {
		if err := c.token(z.Token()); err != nil {
			return "", nil, err
		}
	}
	if z.Err() == html.ErrBufferExceeded {
		return "", nil, failf(TokenTooLarge, "a tag or a run of text above %s", inBytes(int64(limits.Token)))
	}
	if z.Err() != io.EOF {
		return "", nil, z.Err()
	}
	return c.out.String(), c.linked, nil
}

func (c *cleaner) token(t html.Token) error {
	if len(t.Attr) > c.limits.Attributes {
		return failf(TokenTooLarge, "a tag of more than %d attributes", c.limits.Attributes)
	}
	switch {
	case t.Type == html.TextToken && c.script:
		c.linked = append(c.linked, t.Data)
	case c.skip != "":
		c.skipped(t)
	case t.Type == html.TextToken:
		if c.title {
			t.Data = clip(t.Data, maxTitle)
		}
		c.write(t)
	case t.Type == html.StartTagToken || t.Type == html.SelfClosingTagToken:
		c.start(t)
	case t.Type == html.EndTagToken && !dropped[t.Data] && !void[t.Data]:
		c.end(t)
	}
	if c.nodes > c.limits.Nodes || c.growth > maxGrowth {
		return tooManyNodes(c.limits)
	}
	return nil
}

// skipped looks for the end of the dropped element that we are in.
func (c *cleaner) skipped(t html.Token) {
	switch {
	case t.Data != c.skip:
	case t.Type == html.StartTagToken:
		c.depth++
	case t.Type == html.EndTagToken:
		if c.depth--; c.depth == 0 {
			c.skip, c.script = "", false
		}
	}
}

func (c *cleaner) start(t html.Token) {
	if void[t.Data] {
		return
	}
	if dropped[t.Data] {
		foreign := t.Data == "svg" || t.Data == "math" // only there '/>' ends an element
		if t.Type == html.StartTagToken || !foreign {
			c.skip, c.depth, c.script = t.Data, 1, isLinked(t)
		}
		return
	}
	t.Type = html.StartTagToken
	c.title = t.Data == "title"
	t.Data = renamed(t.Data)
	t.Attr = keep(t)
	if formatting[t.Data] && c.open[t.Data] < 3 {
		c.open[t.Data]++
		c.repeat++
	}
	if !formatting[t.Data] && t.Data != "a" {
		c.growth += c.repeat
	}
	c.write(t)
}

func (c *cleaner) end(t html.Token) {
	c.title = false
	t.Data = renamed(t.Data)
	if formatting[t.Data] || t.Data == "a" {
		c.growth += 16 // misnested, it is taken apart and copied
	}
	c.growth += c.repeat / 4
	c.write(t)
}

func (c *cleaner) write(t html.Token) {
	if t.Type != html.EndTagToken {
		c.nodes++
	}
	c.growth++
	c.out.WriteString(t.String())
}

// renamed makes one of the elements of text as it stands; the others have rules of their own, by which
// what follows would be read as other tokens.
func renamed(name string) string {
	if name == "plaintext" || name == "xmp" || name == "listing" {
		return "pre"
	}
	return name
}

// isLinked reports whether a script is JSON-LD.
func isLinked(t html.Token) bool {
	return t.Data == "script" && slices.ContainsFunc(t.Attr, func(a html.Attribute) bool {
		return a.Key == "type" && strings.EqualFold(strings.TrimSpace(a.Val), "application/ld+json")
	})
}

// keep gives the attributes of t that matter, and 'hidden' where it is not shown.
func keep(t html.Token) []html.Attribute {
	var attrs []html.Attribute
	hidden := false
	for _, a := range t.Attr {
		if a.Key == "hidden" && !strings.EqualFold(a.Val, "until-found") || a.Key == "style" && hides(a.Val) {
			hidden = true
		} else if kept[a.Key] && !formatting[t.Data] {
			attrs = append(attrs, html.Attribute{Key: a.Key, Val: a.Val})
		}
	}
	if hidden {
		attrs = append(attrs, html.Attribute{Key: "hidden"})
	}
	return attrs
}
