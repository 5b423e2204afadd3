package analysis

import (
	"slices"

	"dateline"
)

// Tie is a relation between the group and another party: what the record has of it, what reports
// tell of it, or both.
type Tie struct {
	Word     string             // as seen from the group: "rival of", "ally of", ...
	Other    string             // Actor.ID of the other; "" if it is not known
	Words    string             // how reports word the other; "" if only the record has it
	Curated  *dateline.Relation // nil if the record does not have it
	Accounts []Account          // nil if no report tells it
}

// upward are the words of what a group is part of or came from.
var upward = []string{"parent", "branch of", "split from", "merged into", "renamed from", "successor of", "media of"}

// turned says how a record's relation reads from the other end.
var turned = map[string]string{
	"parent": "part of it", "branch of": "branch of it", "split from": "split off from it", "merged into": "merged into it",
	"ally of": "ally of", "rival of": "rival of", "renamed from": "renamed to", "successor of": "succeeded by", "media of": "its media",
}

// relational says how a kind that ties two parties reads from the group and from the other.
var relational = map[dateline.Kind][2]string{
	dateline.Alliance:    {"ally of", "ally of"},
	dateline.Rivalry:     {"rival of", "rival of"},
	dateline.Split:       {"split from", "split off from it"},
	dateline.Merger:      {"merged into", "merged into it"},
	dateline.Allegiance:  {"pledged allegiance to", "was pledged allegiance by"},
	dateline.Negotiation: {"negotiated with", "negotiated with"},
	dateline.Agreement:   {"made an agreement with", "made an agreement with"},
	dateline.Ceasefire:   {"ceasefire with", "ceasefire with"},
	dateline.Surrender:   {"surrendered to", "took the surrender of"},
	dateline.Founding:    {"founded out of", "founded out of it"},
	dateline.Membership:  {"branch of", "branch of it"}, // of those with a second party
}

// ties fills in Parents and Relations.
func (p *Profile) ties(s Subject, all []Account) {
	var list []Tie
	for i := range s.Actor.Relations {
		r := &s.Actor.Relations[i]
		list = append(list, Tie{Word: r.Kind, Other: r.Actor, Curated: r})
	}
	for i := range s.Inverse {
		r := &s.Inverse[i]
		list = addCurated(list, Tie{Word: turned[r.Kind], Other: r.Actor, Curated: r})
	}
	for _, a := range all {
		for _, t := range tieOf(s.Actor.ID, &a) {
			list = addTold(list, t)
		}
	}
	for _, t := range list {
		if slices.Contains(upward, t.Word) || t.Word == "founded out of" {
			p.Parents = append(p.Parents, t)
		} else {
			p.Relations = append(p.Relations, t)
		}
	}
}

// addCurated adds t unless the record has the same tie from its own end.
func addCurated(list []Tie, t Tie) []Tie {
	if slices.ContainsFunc(list, func(x Tie) bool { return x.Word == t.Word && x.Other == t.Other }) {
		return list
	}
	return append(list, t)
}

// addTold adds the accounts of t to the tie that it tells, or t itself.
func addTold(list []Tie, t Tie) []Tie {
	i := slices.IndexFunc(list, func(x Tie) bool {
		return x.Word == t.Word && x.Other == t.Other && (t.Other != "" || x.Words == t.Words)
	})
	if i < 0 {
		return append(list, t)
	}
	if list[i].Words == "" {
		list[i].Words = t.Words
	}
	if n := len(list[i].Accounts); n == 0 || list[i].Accounts[n-1].ID != t.Accounts[0].ID {
		list[i].Accounts = append(list[i].Accounts, t.Accounts...)
	}
	return list
}

// tieOf reads the ties between the actor and every other party that a tells; nil if it tells none.
func tieOf(actor string, a *Account) []Tie {
	words, ok := relational[a.Kind]
	if !ok {
		return nil
	}
	var out []Tie
	for _, end := range []struct {
		own, other dateline.Role
		word       string
	}{{dateline.Group, dateline.Other, words[0]}, {dateline.Other, dateline.Group, words[1]}} {
		if !a.names(actor, end.own) {
			continue
		}
		for _, o := range a.In(end.other) {
			if o.Actor() != actor {
				out = append(out, Tie{Word: end.word, Other: o.Actor(), Words: o.Full(), Accounts: []Account{*a}})
			}
		}
	}
	return out
}
