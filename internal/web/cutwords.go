package web

import (
	"strings"

	"dateline/internal/analysis"
)

// cutWords says in words which of a group's incidents a list has; "" for all of them.
func cutWords(c analysis.Cut) string {
	var out []string
	add := func(set bool, words string) {
		if set {
			out = append(out, words)
		}
	}
	out = append(out, setWords[c.Set]...)
	add(c.Told == analysis.News, "told as news")
	add(c.Told == analysis.Background, "told only as background")
	add(c.Time == analysis.NoYear, "in no single year")
	add(c.Time == analysis.NoMonth, "in no single month")
	add(c.Time != "" && c.Time != analysis.NoYear && c.Time != analysis.NoMonth, "in "+pointWords(c.Time))
	add(c.Kind != "", "of the kind "+kindWords(c.Kind))
	add(c.Country == analysis.None, "in no known country")
	add(c.Country != "" && c.Country != analysis.None, "in "+countryWords(c.Country))
	add(c.Where != "", map[analysis.Whereabout]string{analysis.AtHome: "at home", analysis.Abroad: "abroad", analysis.Nowhere: "with no country known"}[c.Where])
	add(c.Held != "", "with an account of this sort: "+degreeWords(c.Held))
	out = append(out, typeWords("target", c.Target)...)
	out = append(out, typeWords("victim", c.Victim)...)
	out = append(out, typeWords("weapon", c.Weapon)...)
	add(c.Claim == analysis.ClaimOwn, "claimed by the group")
	add(c.Claim == analysis.ClaimOther, "claimed by others, or by somebody not named")
	add(c.Claim == analysis.ClaimNone, "claimed by nobody")
	add(c.Claimant != "", "claimed by "+c.Claimant)
	add(c.Killed != "", "killed: "+killedWords[c.Killed])
	add(c.Publisher == analysis.None, "with a report whose publisher is not known")
	add(c.Publisher != "" && c.Publisher != analysis.None, "with a report of "+outlet(c.Publisher))
	add(c.Panel != "", "told by the fixed panel by "+c.Panel)
	add(c.Outside != "", "outside the window of the trend by "+c.Outside)
	add(c.Inferred != "", "by an inferred place")
	add(c.Denied != "", "denied by somebody")
	return strings.Join(out, "; ")
}

var setWords = map[analysis.Set][]string{
	analysis.Operations: {"for which some account holds it responsible"}, analysis.Against: {"in which it was struck, and nobody holds it responsible"},
	analysis.HeldApart: {"that only a denial, or a word that it is possible, ties to it"}, analysis.Plotted: {"planned, threatened or foiled"},
	analysis.Otherwise: {"in which it figures in another way"},
}

var killedWords = map[analysis.Answer]string{analysis.Figured: "a figure", analysis.ZeroTold: "told that nobody was",
	analysis.Uncounted: "some, number unknown", analysis.NotReported: "not reported"}

// typeWords says which type of a party is asked for; nil for none.
func typeWords(role, asked string) []string {
	switch asked {
	case "":
		return nil
	case analysis.None:
		return []string{"with no " + role + " reported"}
	case analysis.Untyped:
		return []string{"with a " + role + " told in words of no type"}
	}
	return []string{role + ": " + asked}
}
