package casefile

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// incidentBlocks finds an incident of its own for each that the case asks for.
func (k *check) incidentBlocks() {
	wants := k.says.incidents
	fits := func(i, j int) bool { return len(k.incidentFaults(wants[i], k.incidents[j])) == 0 }
	for i, j := range assign(len(wants), len(k.incidents), fits) {
		if j >= 0 {
			continue
		}
		why := []string{"no such incident"}
		for _, inc := range k.incidents {
			why = append(why, string(inc.Kind)+": "+strings.Join(k.incidentFaults(wants[i], inc), ", "))
		}
		k.miss(wants[i].line, wants[i].header, "%s", strings.Join(why, "; "))
	}
}

// incidentFaults words how inc differs from what is wanted.
func (k *check) incidentFaults(w wanted, inc dateline.Incident) []string {
	var out []string
	if !slices.Contains(w.kinds, inc.Kind) {
		out = append(out, fmt.Sprintf("the kind is %s", inc.Kind))
	}
	if w.reality == "" && !inc.Reality.Counts() || w.reality != "" && w.reality != inc.Reality {
		out = append(out, fmt.Sprintf("the reality is %s", inc.Reality))
	}
	for _, p := range w.parts {
		if !accountFits(p, inc) {
			out = append(out, "no account '"+p.source+"'")
		}
	}
	for _, role := range w.without {
		if hasAccount(role, inc) {
			out = append(out, fmt.Sprintf("there is an account of %s", role))
		}
	}
	return out
}

// accountFits reports whether one of inc's accounts is the one that is wanted.
func accountFits(want wantedPart, inc dateline.Incident) bool {
	role := want.roles[0]
	switch role {
	case dateline.Perpetrator:
		return anyTold(inc.Perpetrators, func(r dateline.Responsible) bool {
			return want.words.matches(role, r.Text) && (want.degree == "" || want.degree == r.Degree) &&
				saidBy(want.by, r.By) && want.trait.ofResponsible(r) && resolves(want, dateline.Resolution{Actor: r.Actor, State: r.State})
		})
	case dateline.DateRole:
		return anyTold(inc.Dates, func(d dateline.Date) bool { return resolves(want, dateline.Resolution{Date: &d}) })
	case dateline.PlaceRole:
		return anyTold(inc.Places, func(p dateline.Place) bool { return resolves(want, dateline.Resolution{Place: &p}) })
	case dateline.Target:
		return anyTold(inc.Targets, partyIs(want))
	case dateline.Victim:
		return anyTold(inc.Victims, partyIs(want))
	case dateline.Weapon:
		return anyTold(inc.Weapons, partyIs(want))
	}
	return anyTold(inc.Tolls, func(t dateline.Toll) bool {
		return t.Of == role && want.words.matches(role, t.Text) && saidBy(want.by, t.By) &&
			resolves(want, dateline.Resolution{Count: &t.Count})
	})
}

func partyIs(want wantedPart) func(dateline.Party) bool {
	return func(p dateline.Party) bool {
		return want.words.matches(want.roles[0], p.Text) && want.trait.ofParty(p) && resolves(want, dateline.Resolution{Count: p.Count})
	}
}

// saidBy reports whether the speaker's words are those that are wanted; no words are the report itself.
func saidBy(want *phrase, got string) bool {
	if want == nil || want.text == "" {
		return want == nil || got == ""
	}
	return want.matches("", got)
}

// hasAccount reports whether anything is told of that role.
func hasAccount(role dateline.Role, inc dateline.Incident) bool {
	switch role {
	case dateline.Perpetrator:
		return len(inc.Perpetrators) > 0
	case dateline.DateRole:
		return len(inc.Dates) > 0
	case dateline.PlaceRole:
		return len(inc.Places) > 0
	case dateline.Target:
		return len(inc.Targets) > 0
	case dateline.Victim:
		return len(inc.Victims) > 0
	case dateline.Weapon:
		return len(inc.Weapons) > 0
	}
	return anyTold(inc.Tolls, func(t dateline.Toll) bool { return t.Of == role })
}

func anyTold[T any](all []dateline.Told[T], is func(T) bool) bool {
	return slices.ContainsFunc(all, func(t dateline.Told[T]) bool { return is(t.Value) })
}
