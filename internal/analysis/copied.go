package analysis

import (
	"slices"
	"strings"
	"unicode"

	"dateline"
)

// Copied says why a report is counted as one account with an earlier one: it has the earlier one's words, or tells the
// incident on its word. It words what package link decides (Incident.Copies); it decides nothing.
type Copied struct {
	Report *dateline.Report
	Of     *dateline.Report // the report of the account with which it shares most; the first of equals
	// Shared is how many of the runs of five words of the shorter text stand in the other, in percent.
	Shared int
	// Credits are the Statements of Report that are told on the word of Of's publisher; nil if none is.
	Credits []string
	// Third is an outlet on whose word both tell it, in the words of Report; "" if there is none.
	Third string
}

// mostCompared is how many earlier reports of an account one is compared with.
const mostCompared = 8

// Copies words each group of in.Copies, without the group's first report; said holds the Statements of in. The order is
// that of in.Copies.
func Copies(in dateline.Incident, said []Account) [][]Copied {
	of := map[string][]Account{}
	for _, a := range said {
		of[a.Report.ID] = append(of[a.Report.ID], a)
	}
	var out [][]Copied
	for _, group := range in.Copies {
		var told [][]Account
		for _, id := range group {
			if len(of[id]) > 0 {
				told = append(told, of[id])
			}
		}
		var words []Copied
		for i := 1; i < len(told); i++ {
			words = append(words, copiedFrom(told[i], told[:i]))
		}
		out = append(out, words)
	}
	return out
}

func copiedFrom(late []Account, earlier [][]Account) Copied {
	c := Copied{Report: late[0].Report, Of: earlier[0][0].Report, Shared: -1}
	own := runsOf(c.Report.Text)
	for _, e := range earlier[:min(len(earlier), mostCompared)] {
		if n := shared(own, runsOf(e[0].Report.Text)); n > c.Shared {
			c.Shared, c.Of = n, e[0].Report
		}
	}
	for _, e := range earlier {
		if ids := creditsTo(late, e[0].Report.Publisher); ids != nil && c.Credits == nil {
			c.Credits = ids
			if c.Shared < 50 {
				c.Of = e[0].Report
			}
		}
		if c.Third == "" {
			c.Third = thirdOf(late, e)
		}
	}
	return c
}

// creditsTo lists the Statements that are told on the word of a publisher.
func creditsTo(told []Account, publisher string) []string {
	var out []string
	for _, a := range told {
		if publisher != "" && slices.ContainsFunc(a.By, func(v Voice) bool { return strings.Contains(fold(v.Words), fold(publisher)) }) {
			out = append(out, a.ID)
		}
	}
	return out
}

// thirdOf is the first outlet on whose word both tell something; "" if there is none.
func thirdOf(late, early []Account) string {
	for _, a := range late {
		for _, v := range a.By {
			for _, b := range early {
				same := func(w Voice) bool { return w.Class == dateline.Outlet && fold(w.Words) == fold(v.Words) }
				if v.Class == dateline.Outlet && v.Words != "" && slices.ContainsFunc(b.By, same) {
					return v.Words
				}
			}
		}
	}
	return ""
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// runLen is how many words in a row are compared, as package link has it.
const runLen = 5

// runsOf is the set of the runs of five words of a text, without regard to case and signs.
func runsOf(text string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	out := make(map[string]bool, len(words))
	for i := 0; i+runLen <= len(words); i++ {
		out[strings.Join(words[i:i+runLen], " ")] = true
	}
	return out
}

// shared is how many of the lesser set's runs the other has, in percent; 0 if one is empty.
func shared(a, b map[string]bool) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for run := range a {
		if b[run] {
			n++
		}
	}
	if len(a) == 0 {
		return 0
	}
	return n * 100 / len(a)
}
