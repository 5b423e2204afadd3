package analysis

import (
	"slices"
	"strings"
	"sync"

	"dateline"
)

// Estimate is one figure of a group's strength, on one source's word.
type Estimate struct {
	Account Account
	At      Moment
	Count   *dateline.Count // nil for one without a figure
	Words   string          // the report's words for it
	Counted string          // who is counted, in the report's words besides the number; "" if not told
	Where   *dateline.Place // nil if not told
	Hedges  []string        // by what the source holds back: 'about', 'at least', 'reported'; nil if nothing
}

// hedgeWords is data/lexicon/hedges.txt.
var hedgeWords = sync.OnceValue(func() []wordList { return mustLexicon("hedges.txt") })

// estimates lists every figure that accounts of strength tell, in the order of the time that they are
// about: that told, or else that of the report, which is when they were said.
func estimates(figures []Figure) []Estimate {
	var out []Estimate
	for _, f := range figures {
		for _, a := range f.Accounts {
			out = append(out, newEstimate(f.Count, a))
		}
	}
	slices.SortStableFunc(out, func(x, y Estimate) int {
		return strings.Compare(x.Account.Report.ID+x.Account.ID, y.Account.Report.ID+y.Account.ID)
	})
	byMoment(out, func(e *Estimate) Moment { return e.At })
	return out
}

func newEstimate(c *dateline.Count, a Account) Estimate {
	e := Estimate{Account: a, At: momentOf(&a), Count: c}
	for _, p := range a.In(dateline.Fighters) {
		if e.Words == "" && compareCounts(c, p.Count()) == 0 {
			e.Words = p.Words
		}
	}
	for _, p := range a.In(dateline.Amount) {
		e.Counted = p.Words
	}
	if e.Counted == "" {
		e.Counted = unnumbered(e.Words)
	}
	for _, p := range a.In(dateline.PlaceRole, dateline.Area) {
		if e.Where == nil && p.Meaning != nil {
			e.Where = p.Meaning.Place
		}
	}
	e.Hedges = e.hedges()
	return e
}

// unnumbered is what words say besides the number: the words behind its last figure; "" where there
// is no figure.
func unnumbered(words string) string {
	i := strings.LastIndexAny(words, "0123456789")
	if i < 0 {
		return ""
	}
	return strings.Trim(words[i+1:], " ,.;:”’\"'")
}

// hedges lists by what the source holds back, as the number, the stance and the words tell it.
func (e *Estimate) hedges() []string {
	var out []string
	add := func(w string) {
		if w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	if e.Count != nil {
		add(e.Count.Word)
	}
	if s := e.Account.Stance; s == dateline.Doubted || s == dateline.Suspected {
		add(string(s))
	}
	for i, text := range []string{e.Words, e.Account.Quote} {
		words := wordsOf(text)
		for k := range words {
			add(hedgeWords()[i].at(words[k:]))
		}
	}
	return out
}
