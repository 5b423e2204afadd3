package dateline

// Actor is a curated record of data/actors: an armed group, a state's force, an international body.
type Actor struct {
	ID           string
	Name         string // the name that pages show
	Kind         ActorKind
	Summary      string // one sentence of our own; may be ""
	Names        []ActorName
	Founded      string   // EDTF; "" if not known
	Ended        string   // EDTF; "" if it goes on or is not known
	Home         []string // ISO 3166-1 alpha-2 of its home area
	Area         string   // its home area in words
	Relations    []Relation
	Designations []DesignationBy
	Sources      []string // public pages that the record rests on
}

// ActorKind says what sort of body an Actor is.
type ActorKind string

// The kinds of actors.
const (
	ArmedGroup    ActorKind = "armed group"
	StateForce    ActorKind = "state force"
	Government    ActorKind = "government"
	Militia       ActorKind = "militia"
	Coalition     ActorKind = "coalition"
	Criminal      ActorKind = "criminal group"
	International ActorKind = "international body"
	MediaWing     ActorKind = "media wing"
)

// ActorName is one name of an Actor, with the time in which it was used.
type ActorName struct {
	Name   string
	Script string // ISO 15924 of the name's letters; "" is Latn
	From   string // EDTF; "" if open
	To     string // EDTF; "" if open
	// Weak marks a name that others share or that is a common word ("the Base", "IS"): it needs
	// support from the text before it counts.
	Weak bool
}

// Relation is a dated tie between two actors, as public sources state it.
type Relation struct {
	Kind  string // "parent", "branch of", "split from", "merged into", "ally of", "rival of", "renamed from", "successor of", "media of"
	Actor string // Actor.ID of the other
	From  string // EDTF; "" if open
	To    string // EDTF; "" if open
}

// DesignationBy is a body's listing of a group, with its dates.
type DesignationBy struct {
	By   string // "United States", "United Nations", ...
	As   string // the list's own name
	From string // EDTF
	To   string // EDTF of delisting; "" while listed
}
