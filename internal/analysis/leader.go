package analysis

import (
	"slices"
	"strings"
	"sync"

	"dateline"
)

// Tenure says what a statement on leadership tells of somebody's time at the head.
type Tenure string

// The tenures.
const (
	Holds  Tenure = "leads"  // is said to lead, no more
	Begins Tenure = "begins" // appointed, named, took over
	Ends   Tenure = "ends"   // killed, captured, removed
	Past   Tenure = "led"    // former, late
)

// Leader is somebody whom reports call a group's leader, with all that they tell of it. Two whose
// names do not agree stay two.
type Leader struct {
	Name  string // the longest of the names that reports give
	Terms []Term // in the order of time
}

// Term is one statement about a Leader.
type Term struct {
	Account Account
	Tenure  Tenure
	At      Moment
}

// From lists the times at which somebody is told to have begun to lead, and To those at which it
// ended; nil where no words tell a time: when a report was published is neither.
func (l *Leader) From() []dateline.Told[dateline.Date] { return l.times(Begins) }

// To is the counterpart of From.
func (l *Leader) To() []dateline.Told[dateline.Date] { return l.times(Ends) }

func (l *Leader) times(t Tenure) []dateline.Told[dateline.Date] {
	var out []dateline.Told[dateline.Date]
	for _, x := range l.Terms {
		if x.Tenure != t || x.At.Of.IsZero() {
			continue
		}
		i := slices.IndexFunc(out, func(o dateline.Told[dateline.Date]) bool { return o.Value.EDTF == x.At.Of.EDTF })
		if i < 0 {
			i = len(out)
			out = append(out, dateline.Told[dateline.Date]{Value: x.At.Of})
		}
		out[i].Statements = append(out[i].Statements, x.Account.ID)
	}
	return out
}

// leaders sorts statements on leadership by whom they name, in the order of the first that names
// each; those that name nobody are left to the profile. Only what took place is told of here.
func leaders(all []Account) []Leader {
	var out []Leader
	for _, a := range all {
		if !a.Reality.Counts() {
			continue
		}
		for _, p := range a.In(dateline.Leader) {
			name := nameOf(p)
			if name == "" {
				continue
			}
			i := slices.IndexFunc(out, func(l Leader) bool { return sameName(l.Name, name) })
			if i < 0 {
				i = len(out)
				out = append(out, Leader{})
			}
			if len(name) > len(out[i].Name) {
				out[i].Name = name
			}
			out[i].Terms = append(out[i].Terms, Term{a, tenureOf(&a, p), momentOf(&a)})
		}
	}
	for _, l := range out {
		byMoment(l.Terms, func(t *Term) Moment { return t.At })
	}
	return out
}

// nameOf is the name of a leader: the proper name that was read, or else the first words in capitals
// ('its leader, Ali Khan'); "" if there is none.
func nameOf(p Value) string {
	if p.Proper != "" && p.Name == "" {
		return strings.Join(strings.Fields(p.Proper), " ")
	}
	var out []string
	for _, w := range strings.Fields(p.Full()) {
		bare := strings.Trim(w, "“”\"'(,.;:)")
		if !startsName(bare) {
			if out != nil {
				break
			}
			continue
		}
		if out = append(out, bare); strings.HasSuffix(w, ",") {
			break
		}
	}
	return strings.Join(out, " ")
}

// startsName reports whether a word begins as a name does: with a capital, or a small particle before one
// ('al-Baghdadi').
func startsName(w string) bool {
	for _, part := range strings.Split(w, "-") {
		if part != "" && strings.ToLower(part[:1]) != part[:1] {
			return true
		}
	}
	return false
}

// sameName reports whether one name is the other, or its last words: 'Shekau' and 'Abubakar Shekau'.
func sameName(x, y string) bool {
	a, b := strings.Fields(strings.ToLower(x)), strings.Fields(strings.ToLower(y))
	if len(a) > len(b) {
		a, b = b, a
	}
	return slices.Equal(a, b[len(b)-len(a):])
}

// tenureWords is data/lexicon/tenures.txt: what begins, what ends, what is past.
var tenureWords = sync.OnceValue(func() []wordList { return mustLexicon("tenures.txt") })

// tenureOf reads what a tells of the one whom p names: by the words that carry the statement, then
// by those for the person, and the three before either.
func tenureOf(a *Account, p Value) Tenure {
	near := append(before(a.Quote, a.Trigger), before(a.Quote, p.Words)...)
	for _, words := range [][]string{wordsOf(a.Trigger), append(near, wordsOf(p.Words)...)} {
		for i, t := range []Tenure{Begins, Ends, Past} {
			if tenureWords()[i].in(words) != "" {
				return t
			}
		}
	}
	return Holds
}

// before is the three words that stand before words in a sentence.
func before(sentence, words string) []string {
	all := wordsOf(sentence[:max(0, strings.Index(sentence, words))])
	return slices.Clone(all[max(0, len(all)-3):])
}
