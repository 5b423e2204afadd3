package dateline

import (
	"strings"
	"time"
)

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
func (r Responsible) Members() string {
	own := without(r.Text, r.Name)
	rest, before := strings.CutPrefix(r.Text, own+" ")
	if of := strings.Index(own, " of "); before && of > 0 && strings.HasPrefix(strings.ToLower(rest), "group") {
		return own[:of] // 'members of the armed group "X"'
	}
	return own
}

// Toll is one account of how many.
type Toll struct {
	Of    Role // KilledRole, Wounded, ...
	Count Count
	Text  string // the report's words
	By    string // the speaker's words; "" for the report itself
	// Counted says that no source gives the number: it is counted from those whom the Statements tell of one
	// by one. Text and By are empty then.
	Counted bool
}

// CountedBy is who a toll is from that no source gives.
const CountedBy = "counted by Dateline"

// Source is whom a toll is from: By, CountedBy, or "" for the report itself.
func (t Toll) Source() string {
	if t.Counted {
		return CountedBy
	}
	return t.By
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
	// ID is IncidentID of the oldest of its event Statements: the first in the order of their reports' dates,
	// then of the text. Redirects are those of the others, sorted: an identifier once seen goes on leading to
	// the incident that its Statement is in, after a merge to the whole and after a split to that part.
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
	// Echoes are Reports of which nothing was read that took place, but whose words are likely about this: in the order
	// of date. They tell no value, and are in no count of reports or accounts.
	Echoes []Echo
}

// Echo is a Report that seems to be about an Incident of which it has no Statement.
type Echo struct {
	Report string // Report.ID
	Score  float64
	Why    string
}

// IncidentID is the identifier of an Incident whose oldest event Statement has the given ID.
func IncidentID(statement string) string { return NewID("incident", statement) }

// Link is one reason why two Statements tell one Incident.
type Link struct {
	A, B  string // Statement.ID
	Score float64
	Why   string
}

// Ruling is what a person rules.
type Ruling string

// The rulings. Same, NotSame and Unsure of two Statements say whether they tell one happening; the others
// are on one Statement, or on one Part or Speaker of it; Undo is on another Decision.
const (
	Accept  Ruling = "accept"
	Correct Ruling = "correct"
	Reject  Ruling = "reject"
	Same    Ruling = "same"
	NotSame Ruling = "not same"
	Unsure  Ruling = "unsure"
	Undo    Ruling = "undo"
)

// Rulings lists every Ruling.
var Rulings = []Ruling{Accept, Correct, Reject, Same, NotSame, Unsure, Undo}

// Whole is the Part of a Decision that is on a Statement itself, and not on one of its Parts or Speakers.
const Whole = -1

// Decision is a ruling by a person on Statements, or on what words of one mean. Later rulings overrule; none
// is edited or deleted. What that comes to is worked out in internal/review.
type Decision struct {
	ID     string
	Ruling Ruling
	// On is the Statement.ID of one Statement, or of two for Same, NotSame and an Unsure about them; for Undo
	// it is the Decision.ID of what is undone, which may be an Undo itself.
	On    []string
	Part  int    // index into Statement.Parts; -2-i for Speaker[i]; Whole for the Statement itself
	Value string // the corrected value, as its author wrote it; "" unless Ruling is Correct
	// Means is what Value was read as when it was ruled, so that it stays what its author saw; nil unless words
	// are corrected: of Whole the Value is a Kind. Only the fields that were corrected are set; none of them
	// means that what the words mean is unknown.
	Means  *Resolution
	Author string
	At     time.Time
	Reason string
}

// SetID fills in the identifier from who ruled what, when and why.
func (d *Decision) SetID() {
	f := []string{"decision", string(d.Ruling), itoa(d.Part), d.Value, d.Author, d.At.UTC().Format(time.RFC3339Nano), d.Reason}
	d.ID = NewID(append(f, d.On...)...)
}

// Pair reports whether d rules on whether two Statements tell one happening.
func (d *Decision) Pair() bool { return d.Ruling != Undo && len(d.On) == 2 }

// ReviewState is where a value stands between machine and people. It travels with every row.
type ReviewState string

// The states of review.
const (
	Unreviewed ReviewState = "unreviewed"
	Accepted   ReviewState = "accepted"
	Corrected  ReviewState = "corrected"
	Rejected   ReviewState = "rejected"
)
