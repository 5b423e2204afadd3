// Package storytime knows when a thing took place whose own words do not say it: at which of the times that
// the report names. A report says once when what it tells took place, in its first sentence or in the one
// that tells the hour, and a reader carries that along; so does this package, and says so.
//
// The order of work: the expressions of time that can be an event's are gathered by what they mean
// (candidate.go); for each event they and the possibility that none of them is its own run against each
// other in a small model of how each stands to the event and to the report (feature.go, storytime.model,
// MODEL.md); the likeliest is given, if it is likely enough. No date and no name is a feature.
//
// Promises: the same Report gives the same Answers; an event whose words say when it took place is given
// nothing but a shorter time in what they say; nothing is given that no words of the report say, so never the day of publication in
// silence; nothing is given that begins after the day of publication.
package storytime

import (
	_ "embed"
	"fmt"
	"math"

	"dateline"
	"dateline/internal/scorer"
)

// Expression is one expression of time in the text.
type Expression struct {
	Span     dateline.Span
	Sentence int
	Date     dateline.Date // fixed
	Words    string        // what it says, in small letters
	Before   string        // the word before it, in small letters; "" at the head of a sentence
	After    string        // the word behind it, in small letters; "" at the end of a sentence
	Verb     string        // the verb that it goes with, by its lemma; "" for none or where no tree is drawn
	Telling  bool          // by that verb somebody only tells something
	Noun     string        // the noun that it stands with ('the Monday shooting'), by its lemma; "" for none
	Head     int           // the offset of that verb or noun, -1 for none
	Length   int           // of its sentence, in words
	Part     dateline.Kind // the kind of the statement whose part it is; "" for none
	Past     bool          // that statement is background
	Aside    bool          // it stands in a heading, a caption or the furniture of a page
	Standing Standing
}

// Standing is how a word stands in its sentence, and that in the report.
type Standing struct {
	Paragraph int
	Clauses   []Clause // from its own up to the main clause; none where no tree is drawn
	Names     []string // the last words of the names of persons in its sentence
}

// Clause is a clause that a word stands in.
type Clause struct {
	Head    int    // the offset of its predicate
	Lemma   string // of that
	Tense   string // "" for none
	Marker  string // the word that introduces it, a preposition before a noun: 'after', 'that'; "" for none
	Link    string // how it hangs on the next one
	Nominal bool   // its predicate is a noun: 'the attack'
	Back    bool   // its words put it before the story: 'had been shot before'
}

// Event is a thing that took place, by its word in the text.
type Event struct {
	At         int // the offset of its word
	Sentence   int
	Lemma      string // of its word
	Kind       dateline.Kind
	Background bool
	Told       []dateline.Date // when its own words say that it was
	Places     []string        // where its own words say that it was, by the gazetteer's identifiers
	First      []dateline.Date // when the event that its words point back to was, by that one's words
	Of         int             // index of that event, its own or -1 where it points back to none
	Standing   Standing
}

// Report is what is looked at. Expressions and Events are in the order of the text.
type Report struct {
	Published   dateline.Date // zero if it is not known
	Sentences   int
	Expressions []Expression
	Events      []Event
}

// Answer says when an event took place.
type Answer struct {
	Event      int // index into Report.Events
	Expression int // index into Report.Expressions: that which it rests on
	Chance     float64
	Why        string
}

// least is how likely a time has to be.
const least = 0.3

//go:embed storytime.model
var modelText string

var load = scorer.Embedded("storytime: storytime.model", modelText)

// When says when the events took place whose own words do not say it, in their order; nothing where no
// time is likely enough.
func When(r Report) []Answer {
	g := gather(&r)
	if len(g.candidates) == 0 {
		return nil
	}
	found, ofAll := make([]guess, len(r.Events)), map[int]guess{}
	for i := range r.Events {
		if c, chance := g.likeliest(i); c != nil && chance >= least {
			found[i] = guess{c, chance}
			if of := r.first(i); chance > ofAll[of].chance {
				ofAll[of] = found[i]
			}
		}
	}
	var out []Answer
	for i, f := range found {
		if f.candidate == nil {
			continue
		}
		if all := ofAll[r.first(i)]; r.Events[i].open(all.candidate) {
			f = all
		}
		out = append(out, Answer{Event: i, Expression: g.nearest(f.candidate, &r.Events[i]), Chance: f.chance, Why: g.why(f.candidate, f.chance)})
	}
	return out
}

// guess is when an event may have been.
type guess struct {
	candidate *candidate
	chance    float64
}

// first is the first of the events that event i points back to, each by way of the one before; i for none.
func (r *Report) first(i int) int {
	for range r.Events {
		of := r.Events[i].Of
		if of < 0 || of == i {
			break
		}
		i = of
	}
	return i
}

// likeliest is the likeliest candidate for event i, nil if that none is right is likelier than each.
func (g *gathering) likeliest(i int) (best *candidate, chance float64) {
	sum := load().Sum()
	g.features(i, nil, sum)
	top := sum.Odds(scorer.Won, scorer.Lost)
	odds := []float64{top}
	for _, c := range g.candidates {
		if e := &g.r.Events[i]; !e.open(c) || c.elsewhere(e) || c.stranger(e) || g.counted(e, c) || g.over(e, c) || g.pursued(e, c) || c.level != oneDay && g.telling(c) || violent(e.Kind) && g.caught(c) {
			continue
		}
		g.weigh(i, c, sum)
		o := sum.Odds(scorer.Won, scorer.Lost)
		if odds = append(odds, o); o > top {
			best, top = c, o
		}
	}
	if best != nil && (g.telling(best) || violent(g.r.Events[i].Kind) && best.policed()) {
		return nil, 0
	}
	all := 0.0
	for _, o := range odds {
		all += math.Exp(o - top)
	}
	if chance = math.Round(1000/all) / 1000; best != nil && best.history() && chance < leastHistory {
		return nil, 0
	}
	return best, chance
}

// weigh makes sum the score of candidate c for event i.
func (g *gathering) weigh(i int, c *candidate, sum *scorer.Sum) {
	if c.standing == nil {
		sum.Reset()
		g.standing(c, sum)
		c.standing = sum.Total()
	}
	sum.Resume(c.standing)
	g.features(i, c, sum)
}

// why says in words what speaks for a candidate.
func (g *gathering) why(c *candidate, chance float64) string {
	words := "the time that the report is about"
	switch {
	case c.told > 0:
		words = "when the report says that other events took place"
	case c.level == oneDay && c.lag == "0":
		words = "the day that the report speaks of, that of its publication"
	}
	return fmt.Sprintf("%s (chance %.2f)", words, chance)
}

// Choice is an event and a time that it may have had, for those who fit the model.
type Choice struct {
	Event    int
	Past     bool          // the event is background
	Told     bool          // the event's own words say when it was
	Date     dateline.Date // zero for none of the others
	Features []string
}

// Choices lists what When would weigh, told times or not: for each event the possibility that none is right,
// then the others.
func Choices(r Report) []Choice {
	g := gather(&r)
	var out []Choice
	for i, e := range r.Events {
		for _, c := range append([]*candidate{nil}, g.candidates...) {
			x, sum := Choice{Event: i, Past: e.Background, Told: len(e.Told) > 0}, scorer.Listing()
			if c != nil {
				x.Date = c.date
				g.standing(c, sum)
			}
			g.features(i, c, sum)
			x.Features = sum.Listed()
			out = append(out, x)
		}
	}
	return out
}
