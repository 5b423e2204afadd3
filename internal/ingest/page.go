package ingest

import (
	"cmp"
	"strings"

	"dateline"

	"golang.org/x/net/html"
)

// readPage reads an HTML page as one report: its article, title, publisher, address and date.
func readPage(path string, u *unit, opts Options) (dateline.Report, error) {
	raw, err := u.all(opts.Limits.HTML, "page")
	if err != nil {
		return dateline.Report{}, err
	}
	var fl flags
	src, err := decodePage(raw, &fl)
	if err != nil {
		return dateline.Report{}, err
	}
	clean, linked, err := cleanPage(src, opts.Limits)
	if err != nil {
		return dateline.Report{}, err
	}
	r, err := pageReport(clean, linked, opts.Limits, &fl)
	if err != nil {
		return dateline.Report{}, err
	}
	r.File = path
	return finish(r, raw, fl, opts)
}

// pageReport reads a cleaned page and the JSON-LD that was found in it.
func pageReport(clean string, linked []string, limits Limits, fl *flags) (dateline.Report, error) {
	doc, err := parsePage(clean, limits)
	if err != nil {
		return dateline.Report{}, err
	}
	m := readMeta(doc, readLinked(linked))
	r := dateline.Report{Title: m.title, Publisher: m.publisher, URL: m.url, Language: languageCode(m.language)}
	if date, ok := m.date(doc, fl); ok {
		r.Published, r.Basis = date, basisPage
	}
	r.Text, err = article(doc, limits, fl)
	return r, err
}

// parsePage gives the tree of a cleaned page, without what a browser would not show.
func parsePage(clean string, limits Limits) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(clean))
	if err != nil { // the one error of a reader that cannot fail
		return nil, failf(Depth, "page nested too deep: %w", err)
	}
	var hidden []*html.Node
	n := 0
	for node := range doc.Descendants() {
		n++
		if isHidden(node) {
			hidden = append(hidden, node)
		}
	}
	if n > limits.Nodes {
		return nil, tooManyNodes(limits)
	}
	for _, node := range hidden {
		node.Parent.RemoveChild(node)
	}
	return doc, nil
}

func tooManyNodes(limits Limits) error {
	return failf(TooLarge, "page of more than %d elements, written out or implied", limits.Nodes)
}

// isHidden reports whether a cleaned element is marked as not shown. A page that hides its whole
// body until a script has run is shown.
func isHidden(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data == "body" || n.Data == "html" {
		return false
	}
	_, ok := attr(n, "hidden")
	return ok
}

// attr gives an attribute of n, without white space around it, and whether it is there.
func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val), true
		}
	}
	return "", false
}

// value is attr for what may as well be empty.
func value(n *html.Node, key string) string {
	v, _ := attr(n, key)
	return v
}

// firstOf gives the first value that is not empty, white space made single spaces.
func firstOf(values ...string) string {
	return strings.Join(strings.Fields(cmp.Or(values...)), " ")
}
