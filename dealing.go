package dateline

import "cmp"

// Dealing is a Statement in which two actors or more figure, one of them no state's, in one line: its sides and their time,
// without its words.
type Dealing struct {
	Statement  string // Statement.ID
	Incident   string // that it is of, the first by ID; "" if none
	Report     string // Report.ID
	Publisher  string // "" if not known
	Published  string // the first possible day, YYYY-MM-DD; "" if not known
	Kind       Kind
	Reality    Reality
	Stance     Stance
	Background bool
	By         string       // Actor.ID of who says it first; "" if that is the report itself, or not known
	Class      SpeakerClass // of who says it first; "" for the report itself
	From, To   string       // the first fixed date among its parts; "" if none is told
	Sides      []Side       // in the order of its parts
	Review     ReviewState
}

// Side is an actor in a Dealing.
type Side struct {
	Actor string
	Role  Role
}

// Day is when what d tells began, as far as its words tell; else when it was published; "" if neither is known.
func (d *Dealing) Day() string { return cmp.Or(d.From, d.Published) }

// LastDay is the last day on which what d tells can have been, or it was published; "" if neither is known.
func (d *Dealing) LastDay() string { return cmp.Or(d.To, d.Published) }
