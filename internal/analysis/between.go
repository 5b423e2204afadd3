package analysis

import (
	"slices"

	"dateline"
)

// Between is what can be between two groups, as it reads from the first to the second.
type Between string

// What can be between two groups.
const (
	Fights     Between = "fights"
	Rivals     Between = "rival of"
	BrokeWith  Between = "broke with"
	Threatens  Between = "threatens"
	Accuses    Between = "accuses"
	Opposes    Between = "makes demands of, refuses or protests against"
	AlliedWith Between = "allied with"
	Helps      Between = "supports"
	Pledged    Between = "pledged allegiance to"
	PartOf     Between = "part of"
	SplitFrom  Between = "split from"
	MergedInto Between = "merged into"
	CameAfter  Between = "came after"
	Talks      Between = "talks with"
	AgreedWith Between = "made an agreement with"
)

// Bearing sorts the Betweens as pages colour them.
type Bearing string

// The bearings.
const (
	Hostile  Bearing = "hostile"
	Friendly Bearing = "friendly"
	Kin      Bearing = "of one line"
	Talking  Bearing = "talking"
)

// Bearings lists every Bearing.
var Bearings = []Bearing{Hostile, Friendly, Kin, Talking}

// Betweens lists every Between, those of one Bearing together in the order of Bearings.
var Betweens = []Between{Fights, Rivals, BrokeWith, Threatens, Accuses, Opposes, AlliedWith, Helps, Pledged, PartOf, SplitFrom, MergedInto, CameAfter, Talks, AgreedWith}

// rank is the place of b in Betweens.
func (b Between) rank() int { return slices.Index(Betweens, b) }

// Bearing returns that of b.
func (b Between) Bearing() Bearing {
	switch b {
	case Fights, Rivals, BrokeWith, Threatens, Accuses, Opposes:
		return Hostile
	case AlliedWith, Helps, Pledged:
		return Friendly
	case PartOf, SplitFrom, MergedInto, CameAfter:
		return Kin
	}
	return Talking
}

// Mutual reports whether b reads the same from both.
func (b Between) Mutual() bool {
	switch b {
	case Fights, Rivals, BrokeWith, AlliedWith, Talks, AgreedWith:
		return true
	}
	return false
}

// Passing reports whether b happens and passes, so that it is of the time about its day alone.
func (b Between) Passing() bool {
	switch b {
	case Fights, Threatens, Accuses, Opposes, Helps, Talks, BrokeWith:
		return true
	}
	return false
}

// ends lists what, told later, tells the end of b; nil if nothing does.
func (b Between) ends() []Between {
	switch b {
	case AlliedWith, AgreedWith:
		return []Between{BrokeWith}
	case Pledged, PartOf, MergedInto:
		return []Between{BrokeWith, SplitFrom}
	}
	return nil
}

// betweenOfRecord says what a record's relation to another is.
var betweenOfRecord = map[string]Between{"parent": PartOf, "branch of": PartOf, "media of": PartOf, "split from": SplitFrom, "merged into": MergedInto,
	"ally of": AlliedWith, "rival of": Rivals, "renamed from": CameAfter, "successor of": CameAfter}

// betweenOf says what a kind with a second party tells. Kinds that are not here tie nobody.
var betweenOf = map[dateline.Kind]Between{
	dateline.Rivalry: Rivals, dateline.RelationsCut: BrokeWith, dateline.Accusation: Accuses, dateline.Coercion: Threatens,
	dateline.Threat: Threatens, dateline.Warning: Threatens, dateline.Demand: Opposes, dateline.Refusal: Opposes, dateline.Protest: Opposes,
	dateline.Alliance: AlliedWith, dateline.Support: Helps, dateline.Cooperation: Helps, dateline.Aid: Helps,
	dateline.Allegiance: Pledged, dateline.Membership: PartOf, dateline.Split: SplitFrom, dateline.Founding: SplitFrom, dateline.Merger: MergedInto,
	dateline.Negotiation: Talks, dateline.Meeting: Talks, dateline.Concession: Talks, dateline.Promise: Talks,
	dateline.Agreement: AgreedWith, dateline.Ceasefire: AgreedWith, dateline.Surrender: AgreedWith,
}

// joint are the kinds whose sides may stand together: 'A and B met'.
var joint = []dateline.Kind{dateline.Rivalry, dateline.Alliance, dateline.Negotiation, dateline.Meeting, dateline.Agreement, dateline.Ceasefire,
	dateline.Cooperation, dateline.RelationsCut}

// between is one thing that a Dealing tells.
type between struct {
	from, to string
	between  Between
}

// pairsOf reads what d tells between two actors; nil if it tells nothing. Two that did a thing together are not tied by
// it, for 'A or B' reads the same.
func pairsOf(d *dateline.Dealing) []between {
	var out []between
	add := func(from, to []string, b Between) {
		for _, x := range from {
			for _, y := range to {
				if x != y {
					out = append(out, between{x, y, b})
				}
			}
		}
	}
	did, hit := sidesIn(d, dateline.Perpetrator), sidesIn(d, dateline.Target, dateline.Victim, dateline.KilledRole, dateline.Wounded, dateline.Abducted)
	own, other := sidesIn(d, dateline.Group), sidesIn(d, dateline.Other)
	switch b := betweenOf[d.Kind]; {
	case d.Kind == dateline.Clash:
		all := append(append(did, hit...), append(own, other...)...)
		add(all, all, Fights)
	case d.Kind.Family() == dateline.Violence || d.Kind.Family() == dateline.HumanCost:
		add(did, append(hit, other...), Fights)
	case b == Threatens:
		add(own, append(other, hit...), b)
	case b != "":
		add(own, other, b)
		if slices.Contains(joint, d.Kind) {
			add(own, own, b)
		}
	}
	if d.By != "" && (d.Stance == dateline.Blamed || d.Stance == dateline.Suspected || d.Kind == dateline.Blame || d.Kind == dateline.Suspicion) {
		add([]string{d.By}, append(sidesIn(d, dateline.Perpetrator), own...), Accuses)
	}
	return out
}

// sidesIn lists the actors in some roles.
func sidesIn(d *dateline.Dealing, roles ...dateline.Role) []string {
	var out []string
	for _, s := range d.Sides {
		if slices.Contains(roles, s.Role) && !slices.Contains(out, s.Actor) {
			out = append(out, s.Actor)
		}
	}
	return out
}
