package analysis

import "dateline"

// Source is a Report as a dossier counts it: who published it and when.
type Source struct {
	Report    string // Report.ID
	Publisher string // "" if not known
	Published dateline.Date
}

// Press is how many reports of one publisher the whole ledger has from one month.
type Press struct {
	Publisher string // "" for those whose publisher is not known
	Month     string // YYYY-MM
	Reports   int
}

// Evidence is what a dossier needs besides a Subject.
type Evidence struct {
	Cited   map[string]Account // the Statements of the incidents that tell how many were killed or take something back, by ID; others may be there
	Sources []Source           // the reports of the incidents, in any order
	Presses []Press            // of the whole ledger, in any order
	Rule    Rule               // by which headline numbers are made
}

// Dossier answers what researchers ask about a group, as values that name what they rest on. Every
// number of incidents is a Number: the incidents themselves, with the Cut that finds them again.
//
// Its operations are the incidents for which some account holds the group responsible: as a plain
// statement, a claim, an accusation or a suspicion. The degrees stay apart; none of them is a finding. What
// only a denial or a word that it is possible ties to the group is apart in HeldApart, and where it was struck in
// Against.
type Dossier struct {
	Rule      Rule
	Uses      []NameUse
	Leaders   []Leader
	Strength  []Estimate // in the order of the time that they are about
	Drift     []Chain    // of its strength as it was retold
	Territory []Ground   // gained and lost, in that order
	Listings  []Listing
	Themes    []Theme
	Measures  []Measure
	Plots     []PlotYear

	Entries   []Entry // every incident in which the group figures, in the order of the Subject
	Total     Tally   // of its operations told as news
	Retold    Number  // its operations that are told only as background
	HeldApart Number
	Against   Number
	Plotted   Number // what did not take place
	Otherwise Number // it figures in another way
	Degrees   []DegreeNumber
	Years     []Bucket
	Months    []Bucket
	Kinds     []Bucket
	Countries []Bucket
	Slices    []Slice // by month, kind and country
	Home      []string
	Places    []Whereabouts // home and abroad, by year
	Targets   []Typed
	Victims   []Typed
	Weapons   []Typed
	Claims    Claims
	Trends    []Trend // by month, then by year
}

// NewDossier answers what is known about s, whose Profile p is.
func NewDossier(s Subject, p Profile, ev Evidence) Dossier {
	d := Dossier{Rule: ev.Rule, Uses: uses(p.Names, s.Said), Leaders: leaders(p.Leaders), Strength: estimates(p.Strength), Drift: StrengthDrift(strengthsOf(p.Strength)),
		Territory: grounds(p.Territory), Listings: listings(s.Actor, p.Listings), Themes: themes(p.Judged), Measures: measures(p.Measures),
		Plots: plotYears(p.Plots), Home: s.Actor.Home}
	panel := panels(ev.Presses, p.Incidents)
	d.Entries = entries(s.Actor, p.Incidents, ev, panel)
	d.operations()
	d.Places = whereabouts(d.Entries)
	d.Claims = claims(d.Entries)
	d.Trends = trends(d.Entries, panel)
	return d
}
