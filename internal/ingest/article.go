package ingest

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-shiori/go-readability"
	distiller "github.com/markusmobius/go-domdistiller"
	"golang.org/x/net/html"
)

// shortArticle is the number of characters below which an article is doubted and looked for in a
// second way.
const shortArticle = 250

// article gives the text of the page's article: by readability, and where that finds little by
// DOM Distiller if it finds more. Where neither finds any, where they fail, or where the page is
// larger than they should be given, it is all text of the page, flagged.
//
// Both were chosen over go-trafilatura, which finds a little more, because its dependencies take
// 200 ms to start, for every run of the program and whatever it reads.
func article(doc *html.Node, limits Limits, fl *flags) (string, error) {
	if nodes, effort := weigh(doc, 0); nodes <= limits.Article && effort <= maxEffort {
		text, err := within(limits.Time, func() string { return find(doc) })
		if err != nil || text != "" {
			return text, err
		}
	}
	text := render(doc)
	if strings.TrimSpace(text) == "" {
		return "", failf(Empty, "page has no text")
	}
	fl.add(FlagFallback)
	return text, nil
}

// maxEffort is how much nesting readability is given: it reads the text under an element for each
// element, so that it takes a second or two for this much and minutes for what a page can be.
const maxEffort = 3_000_000

// weigh gives the number of nodes under n, and the sum of their depths, long texts counted more.
func weigh(n *html.Node, depth int) (nodes, effort int) {
	nodes, effort = 1, depth
	if n.Type == html.TextNode {
		effort += depth * len(n.Data) / 32
	}
	for c := range n.ChildNodes() {
		inner, more := weigh(c, depth+1)
		nodes, effort = nodes+inner, effort+more
	}
	return nodes, effort
}

// find looks for the article in doc, which it leaves as it is.
func find(doc *html.Node) string {
	text := readable(doc)
	if utf8.RuneCountInString(text) >= shortArticle {
		return text
	}
	if other := distilled(doc); len(other) > len(text) {
		return other
	}
	return text
}

func readable(doc *html.Node) (text string) {
	defer func() {
		if recover() != nil { // the library's fault: as if it had found nothing
			text = ""
		}
	}()
	p := readability.NewParser()
	p.CharThresholds = shortArticle
	p.DisableJSONLD = true
	found, err := p.ParseDocument(doc, nil)
	if err != nil || found.Node == nil {
		return ""
	}
	return render(found.Node)
}

func distilled(doc *html.Node) (text string) {
	defer func() {
		if recover() != nil { // the library's fault: as if it had found nothing
			text = ""
		}
	}()
	found, err := distiller.Apply(clone(doc), &distiller.Options{SkipPagination: true})
	if err != nil || found.Node == nil {
		return ""
	}
	return render(found.Node)
}

// clone copies a tree, because DOM Distiller changes what it is given.
func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: append([]html.Attribute(nil), n.Attr...)}
	for child := range n.ChildNodes() {
		c.AppendChild(clone(child))
	}
	return c
}

// within runs f and waits for it no longer than limit: a page that took longer would give one text
// on a fast machine and another on a slow one, so that it gives an error. What is still running is
// left to end by itself; Limits.Article bounds how long that can be.
func within(limit time.Duration, f func() string) (string, error) {
	done := make(chan string, 1)
	go func() { done <- f() }()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case text := <-done:
		return text, nil
	case <-timer.C:
		return "", failf(Timeout, "article not found within %s", limit)
	}
}
