package cite

import (
	"bytes"
	"encoding/json"
)

// cslItem is an item of csl-data.json, of the type "dataset".
type cslItem struct {
	ID      string    `json:"id"`
	Type    string    `json:"type"`
	Title   string    `json:"title"`
	Author  []cslName `json:"author"`
	Issued  *cslDate  `json:"issued,omitempty"`
	Version string    `json:"version,omitempty"`
	URL     string    `json:"URL,omitempty"`
	Note    string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSL writes w as CSL-JSON: a list of one item, as Zotero and Pandoc read it.
func CSL(w Work) string {
	it := cslItem{ID: w.Key, Type: "dataset", Title: line(w.Title), Author: []cslName{{line(w.Program)}}, Version: line(w.Version),
		URL: line(w.URL), Note: line(w.Note)}
	if !w.AsOf.IsZero() {
		y, m, d := w.AsOf.UTC().Date()
		it.Issued = &cslDate{[][]int{{y, int(m), d}}}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode([]cslItem{it}); err != nil {
		panic(err) // strings and numbers always encode
	}
	return b.String()
}
