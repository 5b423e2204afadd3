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
		e := earlier{publishers: map[string]bool{}, outlets: map[string]int{}}
		for i, late := range told {
			if i > 0 {
				words = append(words, e.copied(late))
			}
			e.add(late)
		}
		out = append(out, words)
	}
	return out
}

// earlier are the reports of an account that one is compared with: a thousand copies are told with a thousand looks.
type earlier struct {
	first      []*dateline.Report // mostCompared of them
	runs       []map[string]bool  // of each of those
	named      []*dateline.Report // the first of each publisher
	publishers map[string]bool    // whose reports are in named
	outlets    map[string]int     // on whose word they tell it, folded: which of them did first
	n          int
}

func (e *earlier) add(told []Account) {
	r := told[0].Report
	if len(e.first) < mostCompared {
		e.first, e.runs = append(e.first, r), append(e.runs, runsOf(r.Text))
	}
	if p := fold(r.Publisher); !e.publishers[p] {
		e.publishers[p] = true
		e.named = append(e.named, r)
	}
	for _, a := range told {
		for _, v := range a.By {
			if _, seen := e.outlets[fold(v.Words)]; !seen && v.Class == dateline.Outlet {
				e.outlets[fold(v.Words)] = e.n
			}
		}
	}
	e.n++
}

func (e *earlier) copied(late []Account) Copied {
	c := Copied{Report: late[0].Report, Of: e.first[0], Shared: -1, Third: e.thirdOf(late)}
	own := runsOf(c.Report.Text)
	for i, r := range e.first {
		if n := shared(own, e.runs[i]); n > c.Shared {
			c.Shared, c.Of = n, r
		}
	}
	heard := heardIn(late)
	for _, r := range e.named {
		if c.Credits = creditsTo(late, heard, r.Publisher); c.Credits != nil {
			if c.Shared < 50 {
				c.Of = r
			}
			break
		}
	}
	return c
}

// thirdOf is the outlet on whose word both late and the earliest of the others tell something; "" if there is none.
func (e *earlier) thirdOf(late []Account) (third string) {
	least := e.n
	for _, a := range late {
		for _, v := range a.By {
			if k, ok := e.outlets[fold(v.Words)]; ok && v.Class == dateline.Outlet && v.Words != "" && k < least {
				third, least = v.Words, k
			}
		}
	}
	return third
}

// heardIn are the folded words of the voices of each Statement.
func heardIn(told []Account) [][]string {
	out := make([][]string, len(told))
	for i, a := range told {
		for _, v := range a.By {
			out[i] = append(out[i], fold(v.Words))
		}
	}
	return out
}

// creditsTo lists the Statements that are told on the word of a publisher.
func creditsTo(told []Account, heard [][]string, publisher string) []string {
	var out []string
	name := fold(publisher)
	for i, a := range told {
		if publisher != "" && slices.ContainsFunc(heard[i], func(words string) bool { return strings.Contains(words, name) }) {
			out = append(out, a.ID)
		}
	}
	return out
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
