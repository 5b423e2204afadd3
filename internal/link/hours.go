package link

import "strings"

// Two bombs in one town on one day are told apart by the hour: in the morning, and after dark. Only parts of the day
// that nobody takes for each other keep two tellings apart.

// The parts of a day, by the words for them.
var partOfDay = map[string]string{
	"morning": "morning", "dawn": "morning", "sunrise": "morning", "breakfast": "morning",
	"evening": "evening", "night": "evening", "dusk": "evening", "sunset": "evening", "nightfall": "evening",
	"afternoon": "afternoon", "noon": "noon", "midday": "noon", "overnight": "night",
}

// hourOf is the part of the day in the words of a time, "" if they tell none.
func hourOf(words string) string {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if h := partOfDay[w]; h != "" {
			return h
		}
	}
	return ""
}

// hoursApart reports whether the one is only told of a morning and the other only of an evening of the same day.
func hoursApart(a, b *Telling) bool {
	x, y := bestDate(a.Dates), bestDate(b.Dates)
	if len(a.Hours) != 1 || len(b.Hours) != 1 || x == nil || y == nil || *x != *y || x.From != x.To {
		return false
	}
	h, k := a.Hours[0], b.Hours[0]
	return h == "morning" && k == "evening" || h == "evening" && k == "morning"
}
