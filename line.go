package dateline

// Line is an Incident in one line: what it can be found by, and what lists, timelines, maps and trends show of it before
// it is opened. Each value is that of the best supported account; Statements that tell it are the Incident's.
type Line struct {
	ID         string
	Kind       Kind
	Reality    Reality
	Background bool
	Date       Date   // zero: not reported
	Dates      int    `json:",omitempty"` // accounts of when
	Place      Place  // zero: not reported
	Places     int    `json:",omitempty"` // accounts of where
	Killed     *Count `json:",omitempty"` // nil: not reported
	Series     string `json:",omitempty"` // as Incident.Series
	Whole      bool   `json:",omitempty"` // as Incident.Whole
	// Of all accounts, each sorted and without repetition.
	Held      []Held   `json:",omitempty"` // who is held responsible, and how
	Groups    []string `json:",omitempty"` // Actor.ID of who is held responsible or a party to it
	Countries []string `json:",omitempty"` // ISO 3166-1 alpha-2
	PlaceIDs  []string `json:",omitempty"` // Place.ID
	Voices    []Voice  `json:",omitempty"` // who says, and how
	Sources   []string `json:",omitempty"` // Report.Publisher, "" for one that is not known
	// Statements are all; Reviewed those that a person ruled on.
	Statements  int
	Reviewed    int `json:",omitempty"`
	Reports     int
	Independent int
}

// Held is that some account holds an Actor responsible in a Degree.
type Held struct {
	Actor  string
	Degree Degree
}

// Voice is a class of speakers that tells something in a Stance. Class is "" for the report itself.
type Voice struct {
	Class  SpeakerClass
	Stance Stance
}

// Counts reports whether the incident is news of something that took place.
func (l *Line) Counts() bool { return !l.Background && l.Reality.Counts() }
