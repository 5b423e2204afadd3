package ingest

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// meta is what a page states about itself. Nothing in it is guessed from the page's words.
type meta struct {
	title, publisher, url, language string
	dates                           []string // of publication, as they are written, the best stated first
}

// Names of meta elements, best first. Dublin Core is written with a dot or a colon; 'property' and
// 'name' are used for each other.
var (
	titleNames     = []string{"og:title", "dc.title", "dc:title", "dcterms.title", "twitter:title"}
	publisherNames = []string{"og:site_name", "dc.publisher", "dc:publisher", "dcterms.publisher", "publisher", "application-name"}
	languageNames  = []string{"content-language", "dc.language", "og:locale"}
	dateNames      = []string{"article:published_time", "article:published", "og:published_time", "og:article:published_time",
		"datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created",
		"citation_publication_date", "parsely-pub-date", "sailthru.date", "article.published", "published-date",
		"publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "pub_date", "cxenseparse:recs:publishtime", "date"}
)

// readMeta reads the metadata of a page: JSON-LD about an article first, then meta elements, then
// JSON-LD about the page, then the elements that every page has.
func readMeta(doc *html.Node, ld linked) meta {
	p := &pageIndex{metas: map[string]string{}}
	for n := range doc.Descendants() {
		p.add(n)
	}
	m := meta{
		publisher: firstOf(ld.article.publisher, p.first(publisherNames), ld.page.publisher),
		url:       webAddress(p.canonical, p.metas["og:url"], ld.article.url, ld.page.url),
		language:  cmp.Or(p.language, p.first(languageNames), ld.article.language),
	}
	m.title = firstOf(ld.article.headline, p.first(titleNames), p.heading(), p.title, ld.page.headline)
	m.title = clip(withoutName(m.title, m.publisher), maxTitle)
	m.publisher = clip(m.publisher, maxTitle)
	m.dates = append([]string{ld.article.published}, p.all(dateNames)...)
	m.dates = append(append(m.dates, p.published...), ld.page.published)
	return m
}

// pageIndex is what one walk over a page's tree finds.
type pageIndex struct {
	metas     map[string]string // by name in lower case; the first that is not empty
	published []string          // values of itemprop=datePublished
	canonical string
	language  string
	title     string
	headings  []string // of the first level
}

func (p *pageIndex) add(n *html.Node) {
	if n.Type != html.ElementNode {
		return
	}
	switch n.Data {
	case "html":
		p.language = value(n, "lang")
	case "meta":
		p.addMeta(n)
	case "link":
		if p.canonical == "" && strings.EqualFold(value(n, "rel"), "canonical") {
			p.canonical = value(n, "href")
		}
	case "title":
		if p.title == "" && n.FirstChild != nil {
			p.title = n.FirstChild.Data // it holds one text and nothing else
		}
	case "h1":
		p.headings = append(p.headings, render(n))
	}
	if n.Data != "meta" && strings.EqualFold(value(n, "itemprop"), "datePublished") {
		p.published = append(p.published, cmp.Or(value(n, "datetime"), value(n, "content"), short(n)))
	}
}

func (p *pageIndex) addMeta(n *html.Node) {
	content := value(n, "content")
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name := strings.ToLower(value(n, key)); name != "" && p.metas[name] == "" {
			p.metas[name] = content
		}
	}
}

func (p *pageIndex) first(names []string) string { return cmp.Or(p.all(names)...) }

// all gives the values of those of names that the page has, in the order of names.
func (p *pageIndex) all(names []string) []string {
	var values []string
	for _, name := range names {
		if v := p.metas[name]; v != "" {
			values = append(values, v)
		}
	}
	return values
}

// heading gives the page's only heading of the first level.
func (p *pageIndex) heading() string {
	if len(p.headings) == 1 {
		return p.headings[0]
	}
	return ""
}

// webAddress gives the first that is an absolute address of the web.
func webAddress(addresses ...string) string {
	for _, a := range addresses {
		u, err := url.Parse(strings.TrimSpace(a))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

// withoutName drops the publisher's name from the end of a title: 'Blast kills two | The Herald'.
func withoutName(title, publisher string) string {
	head, ok := strings.CutSuffix(title, publisher)
	if publisher == "" || !ok {
		return title
	}
	for _, mark := range []string{"|", "-", "–", "—", "·", "::", ":"} {
		if before, ok := strings.CutSuffix(strings.TrimSpace(head), " "+mark); ok {
			return strings.TrimSpace(before)
		}
	}
	return title
}
