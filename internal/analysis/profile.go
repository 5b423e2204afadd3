package analysis

import "dateline"

// Subject is what a Profile is made from.
type Subject struct {
	// Actor is the curated record; of a group without one only ID and Name are set.
	Actor dateline.Actor
	// Inverse are the relations of other records to this actor, each with the other's ID.
	Inverse []dateline.Relation
	// Said are the Statements in which the actor is a part or a speaker, in the order to show.
	Said []Said
	// Incidents are those in which it is held responsible or is a part, in the order to show.
	Incidents []dateline.Incident
}

// Profile is what is known about a group. Every list is in the order in which the Subject has it
// unless said otherwise, and nil if nobody tells anything. A Statement that was rejected in review
// stands in Rejected alone.
type Profile struct {
	Actor     dateline.Actor
	Names     []Name // those that reports use first, then those of the record alone
	Parents   []Tie  // what it is part of or came from; curated ones first
	Relations []Tie  // all other ties; curated ones first
	Founding  []Account
	Leaders   []Account
	Strength  []Figure
	Territory []Account // gained and lost
	Area      []Account
	Members   []Account
	Funding   []Account
	Strategy  []Account
	Incidents []Involvement
	Degrees   []DegreeCount
	Threats   []Account // threats, warnings and calls, in the group's name or about it
	Plots     []Account // plans, plots and attacks that did not come about
	Measures  []Account // raids, arrests, charges, trials, verdicts, sanctions
	Listings  []Account // designations that reports tell
	Judged    []Account // assessments: opinions, never facts about the group
	Voiced    []Account // what the group says and no other section has
	Rest      []Account // all else that names the group and belongs to no incident
	Rejected  []Account
}

// NewProfile answers what is known about s. Every Statement of s stands somewhere in it: in a
// section, in an incident or in Rest.
func NewProfile(s Subject) Profile {
	p := Profile{Actor: s.Actor}
	inIncident := map[string]bool{}
	for _, in := range s.Incidents {
		for _, id := range in.Statements {
			inIncident[id] = true
		}
	}
	var all []Account
	for _, said := range s.Said {
		a := NewAccount(said)
		if a.Review == dateline.Rejected {
			p.Rejected = append(p.Rejected, a)
			continue
		}
		all = append(all, a)
		p.place(a, inIncident[a.ID])
	}
	p.Incidents = involvements(s.Actor.ID, s.Incidents, all)
	p.Degrees = degrees(p.Incidents)
	p.Names = names(s.Actor, all)
	p.ties(s, all)
	return p
}

// place puts a under the question that it answers.
func (p *Profile) place(a Account, inIncident bool) {
	if to := p.section(a); to != nil {
		*to = append(*to, a)
		return
	}
	switch {
	case a.Kind == dateline.Strength && a.names(p.Actor.ID, dateline.Group):
		p.Strength = addFigure(p.Strength, a)
	case a.Kind == dateline.Alias && a.names(p.Actor.ID, dateline.Group, dateline.Name):
	case tieOf(p.Actor.ID, &a) != nil:
	case inIncident:
	case a.spokenBy(p.Actor.ID) && !a.names(p.Actor.ID):
		p.Voiced = append(p.Voiced, a)
	default:
		p.Rest = append(p.Rest, a)
	}
}

// section returns the list that takes a, by its kind and what the group does in it; nil if none of
// the plain ones does.
func (p *Profile) section(a Account) *[]Account {
	id := p.Actor.ID
	switch a.Kind.Family() {
	case dateline.Violence:
		switch a.Reality {
		case dateline.Planned, dateline.Foiled, dateline.Hypothetical:
			return &p.Plots
		case dateline.Threatened:
			return &p.Threats
		}
		return nil
	case dateline.Judgement:
		if a.names(id) {
			return &p.Judged
		}
		return nil
	case dateline.Intent:
		if a.Kind == dateline.Plan {
			return &p.Plots
		}
		return &p.Threats
	case dateline.CounterMeasures:
		switch a.Kind {
		case dateline.Designation:
			return &p.Listings
		case dateline.PlotFoiled:
			return &p.Plots
		}
		return &p.Measures
	case dateline.TheGroup:
		if a.names(id, dateline.Group) && (a.Kind != dateline.Membership || len(a.In(dateline.Other)) == 0) {
			return p.own(a.Kind)
		}
	}
	return nil
}

// own returns the list for a kind that tells of the group itself; nil if there is none.
func (p *Profile) own(k dateline.Kind) *[]Account {
	switch k {
	case dateline.Founding:
		return &p.Founding
	case dateline.Leadership:
		return &p.Leaders
	case dateline.TerritoryGained, dateline.TerritoryLost:
		return &p.Territory
	case dateline.AreaOfOperation:
		return &p.Area
	case dateline.Membership:
		return &p.Members
	case dateline.Funding:
		return &p.Funding
	case dateline.Strategy:
		return &p.Strategy
	}
	return nil
}
