package export

import (
	"strings"

	"dateline"
)

// field is one thing that accounts tell of an incident.
type field struct {
	name     string
	accounts []account
}

// account is one account of a field, laid flat. Where the field has no such thing, it is zero.
type account struct {
	text       string // the report's words, or the value in words where the value is all there is
	count      *dateline.Count
	counted    bool // the field carries a number
	actor      string
	state      dateline.State
	by         string // the speaker's words; "" for the report itself
	degree     dateline.Degree
	kind       dateline.PartyType // of a target, a victim or a weapon
	effect     string
	statements []string
}

// words is the account for people. A number that the words tell by being singular or plural is not told again.
func (a account) words() string {
	words := oneLine(a.text)
	if a.actor != "" {
		words += " = " + a.actor
	}
	if a.degree != "" {
		words = string(a.degree) + ": " + words
	}
	if a.count != nil && a.count.Word != "singular" && a.count.Word != "plural" && a.count.String() != words {
		words = a.count.String() + ": " + words
	}
	if a.effect != "" {
		words += " (" + a.effect + ")"
	}
	return words
}

// fields lists what accounts tell of an incident, best supported first within each: kind, date,
// place, perpetrator, target, victim, weapon, then each toll in the order of dateline.Tolls. A
// field that nobody tells is left out.
func fields(in dateline.Incident) []field {
	all := []field{
		{"kind", flat(in.Kinds, func(k dateline.Kind) account { return account{text: string(k)} })},
		{"date", flat(in.Dates, func(d dateline.Date) account { return account{text: dateWords(d)} })},
		{"place", flat(in.Places, func(p dateline.Place) account { return account{text: placeWords(p)} })},
		{"perpetrator", flat(in.Perpetrators, func(r dateline.Responsible) account {
			return account{text: r.Text, actor: r.Actor, state: r.State, by: r.By, degree: r.Degree}
		})},
		{"target", flat(in.Targets, partyOf)}, {"victim", flat(in.Victims, partyOf)}, {"weapon", flat(in.Weapons, partyOf)},
	}
	for _, role := range dateline.Tolls {
		all = append(all, field{string(role), tollsOf(in, role)})
	}
	var out []field
	for _, f := range all {
		if len(f.accounts) > 0 {
			out = append(out, f)
		}
	}
	return out
}

func partyOf(p dateline.Party) account {
	return account{text: p.Text, count: p.Count, counted: p.Count != nil, effect: string(p.Effect), kind: p.Type}
}

// tollsOf lists the accounts of how many something befell.
func tollsOf(in dateline.Incident, role dateline.Role) []account {
	var of []dateline.Told[dateline.Toll]
	for _, t := range in.Tolls {
		if t.Value.Of == role {
			of = append(of, t)
		}
	}
	return flat(of, func(t dateline.Toll) account {
		return account{text: t.Text, count: &t.Count, counted: true, by: t.Source()}
	})
}

func flat[T any](told []dateline.Told[T], to func(T) account) []account {
	var out []account
	for _, t := range told {
		a := to(t.Value)
		a.statements = t.Statements
		out = append(out, a)
	}
	return out
}

// bound says which ends of a number are open; one of them is not.
func bound(c dateline.Count) string {
	switch {
	case c.High == nil:
		return "at least"
	case c.Low == nil:
		return "at most"
	case *c.Low == *c.High:
		return "exact"
	}
	return "range"
}

// joined writes identifiers in one cell.
func joined(ids []string) string { return strings.Join(ids, " ") }
