package ingest

import (
	"encoding/json"
	"strings"
)

// maxLinkedDepth is how deep JSON-LD is searched; an article lies within two or three.
const maxLinkedDepth = 12

// linked is what JSON-LD (schema.org) says about the article and about the page.
type linked struct{ article, page linkedItem }

type linkedItem struct{ headline, publisher, published, url, language string }

// readLinked reads the scripts that are JSON; what is not is passed over, as it often is.
func readLinked(scripts []string) linked {
	r := linkedReader{names: map[string]string{}}
	var roots []any
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(s), &v) == nil {
			r.name(v, 0)
			roots = append(roots, v)
		}
	}
	for _, v := range roots {
		r.find(v, 0)
	}
	return r.found
}

type linkedReader struct {
	found linked
	names map[string]string // '@id' to 'name', for publishers that are referred to
}

// name collects the names of all things that have an identifier.
func (r *linkedReader) name(v any, depth int) {
	each(v, depth, func(o map[string]any) {
		if id, name := text(o["@id"]), text(o["name"]); id != "" && name != "" {
			r.names[id] = name
		}
	}, r.name)
}

// find looks for the first article and the first page.
func (r *linkedReader) find(v any, depth int) {
	each(v, depth, func(o map[string]any) {
		switch {
		case hasType(o, isArticle):
			r.found.article.fill(r.item(o))
		case hasType(o, func(t string) bool { return t == "WebPage" }):
			r.found.page.fill(r.item(o))
		}
	}, r.find)
}

// each calls visit for v, if it is an object, or for each object of a list, and then deeper for
// what lies in the members that hold things of their own.
func each(v any, depth int, visit func(map[string]any), deeper func(any, int)) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			deeper(e, depth+1)
		}
	case map[string]any:
		visit(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "publisher", "isPartOf"} {
			if inner, ok := v[key]; ok {
				deeper(inner, depth+1)
			}
		}
	}
}

func (r *linkedReader) item(o map[string]any) linkedItem {
	return linkedItem{
		headline:  text(o["headline"]),
		publisher: r.publisher(o["publisher"]),
		published: text(o["datePublished"]),
		url:       text(o["url"]),
		language:  text(o["inLanguage"]),
	}
}

func (r *linkedReader) publisher(v any) string {
	switch v := v.(type) {
	case []any:
		if len(v) > 0 {
			return r.publisher(v[0])
		}
	case map[string]any:
		if name := text(v["name"]); name != "" {
			return name
		}
		return r.names[text(v["@id"])]
	}
	return text(v)
}

// fill takes from other, as a whole, if nothing is known yet.
func (i *linkedItem) fill(other linkedItem) {
	if *i == (linkedItem{}) {
		*i = other
	}
}

// hasType reports whether one of the types of o is wanted.
func hasType(o map[string]any, wanted func(string) bool) bool {
	types, ok := o["@type"].([]any)
	if !ok {
		return wanted(text(o["@type"]))
	}
	for _, t := range types {
		if wanted(text(t)) {
			return true
		}
	}
	return false
}

// isArticle reports whether a schema.org type is an article or a posting.
func isArticle(t string) bool {
	return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") && t != "JobPosting" || t == "Report"
}

// text gives v if it is a string, or the first string of a list; else "".
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			s, _ := v[0].(string)
			return strings.TrimSpace(s)
		}
	}
	return ""
}
