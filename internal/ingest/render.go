package ingest

import (
	"cmp"
	"math"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// inline are the elements that do not break a line.
var inline = set("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
	"font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike",
	"strong", "sub", "sup", "time", "tt", "u", "var")

// silent are elements whose content is not shown in the page.
var silent = set("head", "link", "meta", "title", "rp", "rt")

// renderer writes the text of a tree as paragraphs.
type renderer struct {
	out   strings.Builder
	gap   string // what is due before the next word: "", " ", "\n" or "\n\n"
	blank bool   // white space counts as it stands: within <pre>
}

// render gives the text of n: a blank line between blocks, a line break for <br>, single spaces
// within a paragraph, and <pre> as it stands. No word is changed but for marks that nobody sees and that only say
// where it may break, as <wbr> does; characters that are not ASCII white space are kept.
func render(n *html.Node) string {
	var r renderer
	r.node(n)
	return r.out.String()
}

func (r *renderer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode && r.blank:
		r.word(n.Data)
	case n.Type == html.TextNode:
		r.text(n.Data)
	case n.Type == html.ElementNode && (silent[n.Data] || isMenu(n)):
	case n.Type == html.ElementNode && (n.Data == "br" || n.Data == "hr"):
		r.line()
	case n.Type == html.ElementNode && inline[n.Data]:
		r.children(n)
	default:
		r.block(n)
	}
}

func (r *renderer) children(n *html.Node) {
	for c := range n.ChildNodes() {
		r.node(c)
	}
}

func (r *renderer) block(n *html.Node) {
	outer := r.blank
	r.blank = outer || n.Data == "pre"
	r.gap = "\n\n"
	r.children(n)
	r.gap = "\n\n"
	r.blank = outer
}

// line breaks the line; twice in a row it ends the paragraph.
func (r *renderer) line() {
	if strings.HasPrefix(r.gap, "\n") {
		r.gap = "\n\n"
		return
	}
	r.gap = "\n"
}

// text writes words with single spaces between them.
func (r *renderer) text(s string) {
	for s != "" {
		i := strings.IndexFunc(s, isSpace)
		switch {
		case i == 0:
			r.gap = cmp.Or(r.gap, " ")
			s = strings.TrimLeftFunc(s, isSpace)
		case i < 0:
			r.word(s)
			return
		default:
			r.word(s[:i])
			s = s[i:]
		}
	}
}

// word writes s as it is, after the gap that is due.
func (r *renderer) word(s string) {
	if r.out.Len() > 0 {
		r.out.WriteString(r.gap)
	}
	r.gap = ""
	if strings.ContainsAny(s, breaks) {
		s = strings.Map(unbroken, s)
	}
	r.out.WriteString(s)
}

// breaks are the soft hyphen, the space without width, the word joiner and the mark that is none at the start of a file.
const breaks = "\u00ad\u200b\u2060\ufeff"

// unbroken drops breaks.
func unbroken(c rune) rune {
	if strings.ContainsRune(breaks, c) {
		return -1
	}
	return c
}

// isSpace reports whether HTML makes c one with the white space beside it.
func isSpace(c rune) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// menus are the elements that hold a page's navigation where they hold nothing but links.
var menus = set("div", "nav", "ol", "p", "td", "ul")

// isMenu reports whether n is one of menus, with three links or more and no word outside them.
func isMenu(n *html.Node) bool {
	return menus[n.Data] && countLinks(n) >= 3
}

// countLinks gives the number of links with words in n; it is far below 0 if there are words outside.
func countLinks(n *html.Node) int {
	links := 0
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.ContainsFunc(c.Data, unicode.IsLetter):
			return math.MinInt32
		case c.Type == html.ElementNode && c.Data == "a":
			links++
		case c.Type == html.ElementNode:
			links += countLinks(c)
		}
		if links < 0 {
			return math.MinInt32
		}
	}
	return links
}
