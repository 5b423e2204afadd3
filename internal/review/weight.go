package review

import (
	"math"

	"dateline"
)

// Consequence says how much hangs on the readings of an incident: more than 0. It is 1 for an incident that counts and 1/4 for
// one that does not, times 1 + log10(1 + killed), times 1.5 if a listed actor is held responsible, times 1 + 1/accounts,
// for of many independent accounts each matters less.
func Consequence(l *dateline.Line) float64 {
	w := .25
	if l.Counts() {
		w = 1
	}
	w *= 1 + math.Log10(float64(1+killed(l.Killed)))
	for _, h := range l.Held {
		if h.Degree != dateline.DeniedBy {
			w *= 1.5
			break
		}
	}
	return w * (1 + 1/float64(max(1, l.Independent)))
}

// ConsequenceWords says how Consequence is worked out.
const ConsequenceWords = "What hangs on it: 1 for an incident that counts, ¼ for one that does not; times 1 + log₁₀(1 + killed); " +
	"times 1½ if a listed group or body is held responsible; times 1 + 1/independent accounts, so that a single account weighs double."

// killed is the number that a Count speaks of: at most, else at least; 0 if it is not reported.
func killed(c *dateline.Count) int {
	switch {
	case c == nil:
		return 0
	case c.High != nil:
		return max(0, *c.High)
	case c.Low != nil:
		return max(0, *c.Low)
	}
	return 0
}
