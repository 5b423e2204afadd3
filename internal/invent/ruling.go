package invent

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"dateline"
)

// reviewers are who rules on invented reports.
var reviewers = []string{"Ada (invented)", "Ben (invented)", "Chidi (invented)"}

// Rulings invents what reviewers decide on a reading, of so many reports in a hundred. In a report that is reviewed each
// Statement is ruled on; most are accepted, some corrected, rejected or left unsure, and one in five has a second
// reader, who differs at times. The same reading has the same rulings, whatever else there is.
func Rulings(r dateline.Reading, percent int) []dateline.Decision {
	seed, _ := strconv.ParseUint(r.Report.ID, 16, 64) // an identifier is sixteen such digits
	dice := rand.New(rand.NewPCG(seed, forRulings))
	if !chance(dice, percent) {
		return nil
	}
	var out []dateline.Decision
	reader := dice.IntN(len(reviewers))
	at := r.Report.Fetched.AddDate(0, 0, 3+dice.IntN(60))
	for i := range r.Statements {
		at = at.Add(time.Duration(5+dice.IntN(90)) * time.Second)
		first := rule(dice, &r.Statements[i], reviewers[reader], at)
		out = append(out, first)
		if chance(dice, 20) {
			out = append(out, second(dice, first, reviewers[(reader+1)%len(reviewers)]))
		}
	}
	return out
}

// forRulings keeps the chances of rulings apart from those of reports.
const forRulings = 0x72756c65

// rule draws what a reader says of a statement.
func rule(r *rand.Rand, s *dateline.Statement, author string, at time.Time) dateline.Decision {
	d := dateline.Decision{Ruling: dateline.Accept, On: []string{s.ID}, Part: dateline.Whole, Author: author, At: at, Reason: "as the sentence has it"}
	switch n := r.IntN(100); {
	case n < 6:
		d.Ruling, d.Reason = dateline.Reject, "the sentence says no such thing"
	case n < 10:
		d.Ruling, d.Reason = dateline.Unsure, "the sentence can be read either way"
	case n < 18:
		correct(r, &d, s)
	}
	d.SetID()
	return d
}

// correct makes d a correction: of a toll where there is one, else of the kind.
func correct(r *rand.Rand, d *dateline.Decision, s *dateline.Statement) {
	d.Ruling = dateline.Correct
	for i, p := range s.Parts {
		if p.Role == dateline.KilledRole {
			n := 1 + r.IntN(40)
			c := dateline.Exactly(n)
			d.Part, d.Value, d.Reason = i, fmt.Sprint(n), "as the table in the report has it"
			d.Means = &dateline.Resolution{Count: &c}
			return
		}
	}
	d.Value, d.Reason = string(dateline.Attack), "the sentence does not say how"
}

// second draws what another reader says of what was ruled: in three of four cases the same.
func second(r *rand.Rand, d dateline.Decision, author string) dateline.Decision {
	d.Author, d.At, d.Reason = author, d.At.Add(time.Duration(1+r.IntN(72))*time.Hour), "second reading"
	if chance(r, 25) {
		d = dateline.Decision{Ruling: dateline.Reject, On: d.On, Part: dateline.Whole, Author: author, At: d.At, Reason: "second reading: not in the sentence"}
	}
	d.SetID()
	return d
}
