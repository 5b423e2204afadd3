package web

import (
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

// ref is a numbered link from a value to a Statement that tells it.
type ref struct {
	N      int
	ID     string
	Quote  string // "" in a list: the link leads to the words
	By     string
	Report string // how to call the report
	Review dateline.ReviewState
}

// shown is a value as a page shows it.
type shown struct {
	Label string // what it is, where its place does not say so
	Text  string
	Note  string // a qualifier in small print; "" for none
	Link  string // an address of ours; "" for none
	Like  analysis.Likeness
	Refs  []ref
	// Later is what speaks against an account of who did it, and LaterRefs who tells that; "" where nothing does.
	Later     string
	LaterRefs []ref
}

// refs numbers the Statements of a page in the order in which its values name them.
type refs struct {
	known  map[string]analysis.Account
	number map[string]int
	list   []ref
	review review
	bare   bool // nothing is quoted
}

func newRefs(accounts ...analysis.Account) *refs {
	r := &refs{known: map[string]analysis.Account{}, number: map[string]int{}}
	for _, a := range accounts {
		r.known[a.ID] = a
	}
	return r
}

// newMarks numbers Statements of which no more is known than where they stand: a list leads to them and quotes none.
func newMarks(ids []string, states map[string]dateline.ReviewState) *refs {
	r := &refs{known: map[string]analysis.Account{}, number: map[string]int{}, bare: true}
	for _, id := range ids {
		r.known[id] = analysis.Account{ID: id, Review: states[id]}
	}
	return r
}

// of returns the links to the Statements with those identifiers; one that the page did not load is
// left out.
func (r *refs) of(ids ...string) []ref {
	var out []ref
	for _, id := range ids {
		a, ok := r.known[id]
		if !ok {
			continue
		}
		if r.number[id] == 0 {
			r.number[id] = len(r.list) + 1
			r.review.of(a.Review)
			one := ref{N: len(r.list) + 1, ID: id, Review: a.Review}
			if !r.bare {
				one.Quote, one.By, one.Report = tidy(a.Quote), speakerWords(a), reportWords(a.Report)
			}
			r.list = append(r.list, one)
		}
		out = append(out, r.list[r.number[id]-1])
	}
	return out
}

// mostQuoted is how many sentences a value unfolds; a page of its own has each statement.
const mostQuoted = 12

// refLabel names several links by their numbers, the first two of many.
func refLabel(all []ref) string {
	var n []string
	for _, r := range all {
		n = append(n, strconv.Itoa(r.N))
	}
	if len(n) > 3 {
		return strings.Join(n[:2], ", ") + " + " + strconv.Itoa(len(n)-2)
	}
	return strings.Join(n, ", ")
}

// accounts lays out the entries of a ledger.
func accounts(entries []ledger.Entry) []analysis.Account {
	out := make([]analysis.Account, 0, len(entries))
	for _, e := range entries {
		out = append(out, analysis.NewAccount(said(e)))
	}
	return out
}

func said(e ledger.Entry) analysis.Said {
	return analysis.Said{Report: e.Report, Statement: e.Statement, Resolutions: e.Resolutions, Review: e.Review}
}

// tidy puts words on one line.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// speakerWords says on whose word an account is told.
func speakerWords(a analysis.Account) string {
	if len(a.By) == 0 {
		return "the report itself"
	}
	var chain []string
	for _, v := range a.By {
		chain = append(chain, voiceWords(v))
	}
	return strings.Join(chain, ", through ")
}

// voiceWords says who a speaker is, in the report's words.
func voiceWords(v analysis.Voice) string {
	s := v.Full()
	if s == "" {
		return "somebody, not said who"
	}
	if v.About != "" && !strings.Contains(v.About, s) {
		s += ", " + v.About
	}
	return tidy(s)
}

// reportWords is how to call a report: title, publisher and date, as far as they are known.
func reportWords(r *dateline.Report) string {
	name := reportName(r.Title, r.File)
	if r.Publisher != "" {
		name += ", " + outlet(r.Publisher)
	}
	if !r.Published.IsZero() {
		name += ", " + dateWords(r.Published)
	}
	return name
}

// reportName is the title, or the file's name for want of one.
func reportName(title, file string) string {
	if t := tidy(title); t != "" {
		return t
	}
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	if file == "" {
		return "Report without a title"
	}
	return file
}
