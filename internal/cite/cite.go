// Package cite knows how data is cited: one Work written as CSL-JSON, BibTeX, RIS and a sentence. It is
// pure, and knows nothing of what is cited.
//
// The formats are those of their makers: CSL-JSON as csl-data.json of the Citation Style Language 1.0.2, BibTeX as
// Patashnik's BibTeXing describes it, with LaTeX's special characters written as commands, and RIS as Research Information
// Systems' format of 2001, a tag a line. Whatever stands in a field stays in it: no text, however it is made, ends a
// field, a record or a line.
package cite

import (
	"strings"
	"time"
	"unicode"
)

// Work is what is cited: a set of data as it stood at a moment.
type Work struct {
	Key     string    // short, of letters, digits and hyphens
	Title   string    // what it is, in words
	Program string    // the program that made it, with no version
	Version string    // of the program; "" if unknown
	AsOf    time.Time // when the data last changed; zero if unknown
	URL     string    // where it is found; "" if nowhere
	Note    string    // how much it is, and how it was chosen
}

// Format is a way to write a Work.
type Format struct {
	Name  string // in an address
	Label string // for people
	Type  string // media type
	Ext   string // of a file, with its dot
	Write func(Work) string
}

// Formats lists every Format.
var Formats = []Format{
	{"text", "Text", "text/plain; charset=utf-8", ".txt", Text},
	{"csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", ".json", CSL},
	{"bibtex", "BibTeX", "application/x-bibtex; charset=utf-8", ".bib", BibTeX},
	{"ris", "RIS", "application/x-research-info-systems; charset=utf-8", ".ris", RIS},
}

// Named returns the Format of that name, and false if there is none.
func Named(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Text writes w as a sentence for a footnote, without an end of line.
func Text(w Work) string {
	made := join(" ", line(w.Program), line(w.Version))
	asOf := "state of the data not known"
	if !w.AsOf.IsZero() {
		asOf = "data as of " + w.AsOf.UTC().Format("2 January 2006, 15:04:05 UTC")
	}
	s := made + ": “" + line(w.Title) + "” (" + asOf + ")."
	return join(" ", s, line(w.Note), line(w.URL))
}

// line puts s on one line and drops what no reader sees: control characters and marks that turn the direction of
// the text round.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

// join puts what is not empty one after the other.
func join(by string, all ...string) string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, by)
}
