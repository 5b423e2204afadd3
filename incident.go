package dateline

import "time"

// Told is a value together with the Statements that tell it, in the order of their reports' dates.
// What cannot name its Statements is not shown.
type Told[T any] struct {
	Value      T
	Statements []string // Statement.ID; never empty
}

// Degree says how an Incident's perpetrator is held responsible, and by what sort of voice.
type Degree string

// The degrees of responsibility, in MUC-4's order with denial added.
const (
	AsFact              Degree = "fact" // the report says so in its own voice
	ClaimedBy           Degree = "claimed"
	BlamedByAuthorities Degree = "blamed by authorities"
	BlamedBy            Degree = "blamed"
	SuspectedOf         Degree = "suspected"
	DeniedBy            Degree = "denied"
	Possible            Degree = "possible"
)

// Degrees lists every Degree, in the order in which accounts are shown.
var Degrees = []Degree{AsFact, ClaimedBy, BlamedByAuthorities, BlamedBy, SuspectedOf, DeniedBy, Possible}

// Responsible is one account of who did it: words, who that is, how held responsible and by whom.
type Responsible struct {
	Text   string // the report's words
	Name   string // the group's or body's name in Text, where that holds more; "" if it does not
	Actor  string // Actor.ID; "" if not known
	State  State
	Degree Degree
	By     string // the speaker's words; "" for the report itself
	Class  SpeakerClass
	Is     PartyClass // whether Text names persons, a group or a state's body
}

// Members is the words for the persons where Text also names their group: 'fighters' of 'fighters of the
// group X'.
func (r Responsible) Members() string { return without(r.Text, r.Name) }

// Toll is one account of how many.
type Toll struct {
	Of    Role // KilledRole, Wounded, ...
	Count Count
	Text  string // the report's words
	By    string // the speaker's words; "" for the report itself
}

// Party is a target, a victim or a weapon as one account words it.
type Party struct {
	Text   string
	Name   string    // the proper name in Text or beside it; "" if there is none
	About  string    // who or what it is, in the report's other words; "" if not told
	Type   PartyType // "" if the words do not say
	Effect Effect    // "" if not told
	Count  *Count    // nil if no number was told
}

// Description is what the words say besides the name: 'Judge' of 'Judge Ana Kovac', About where that
// is told; "" of a bare name.
func (p Party) Description() string {
	if p.About != "" {
		return p.About
	}
	return without(p.Text, p.Name)
}

// Incident is one happening, as all Statements about it tell it. Every field lists its accounts,
// best supported first; nothing is chosen in silence.
type Incident struct {
	// ID is the least of the identifiers that its event Statements would give it alone. Redirects
	// are the others, so that an identifier once seen goes on leading to its incident.
	ID           string
	Redirects    []string
	Kind         Kind // the best supported, most specific of Kinds
	Reality      Reality
	Background   bool    // no report tells it as news
	Score        float64 // the chance that a report tells it as one happening of its own (internal/link/MODEL.md)
	Kinds        []Told[Kind]
	Dates        []Told[Date]
	Places       []Told[Place]
	Perpetrators []Told[Responsible]
	Targets      []Told[Party]
	Victims      []Told[Party]
	Weapons      []Told[Party]
	Tolls        []Told[Toll]
	Statements   []string // all, in the order of their reports' dates, then of the text
	Reports      []string // Report.ID, in order of date
	Independent  int      // accounts: reports less the surplus of Copies
	// Copies are the groups of two or more Reports that are one account: copies, retellings of one wire
	// story, a ring of outlets that cite each other. Both are in the order of dates; nil if there are none.
	Copies [][]string
	Series string // the same for incidents that are parts of one coordinated whole; "" if it is none
	Whole  bool   // it tells several parts of its Series at once: it is not counted beside them
	Links  []Link // why its Statements are one incident
}

// Link is one reason why two Statements tell one Incident.
type Link struct {
	A, B  string // Statement.ID
	Score float64
	Why   string
}

// Ruling is what a person rules.
type Ruling string

// The rulings.
const (
	Accept  Ruling = "accept"
	Correct Ruling = "correct"
	Reject  Ruling = "reject"
	Same    Ruling = "same"
	NotSame Ruling = "not same"
	Unsure  Ruling = "unsure"
)

// Decision is a ruling by a person on Statements or on a Resolution. Later rulings overrule; none
// is edited or deleted.
type Decision struct {
	ID     string
	Ruling Ruling
	On     []string // Statement.ID: one for accept, correct, reject; two for same, not same
	Part   int      // the Part that a correction is about; -1 for the Statement itself
	Value  string   // the corrected value; "" otherwise
	Author string
	At     time.Time
	Reason string
}

// ReviewState is where a value stands between machine and people. It travels with every row.
type ReviewState string

// The states of review.
const (
	Unreviewed ReviewState = "unreviewed"
	Accepted   ReviewState = "accepted"
	Corrected  ReviewState = "corrected"
	Rejected   ReviewState = "rejected"
)
