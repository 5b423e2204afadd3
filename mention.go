package dateline

// MentionKind says what a Mention names.
type MentionKind string

// The kinds of mentions.
const (
	Somebody  MentionKind = "somebody" // a listed actor's name
	Somewhere MentionKind = "somewhere"
	SomeTime  MentionKind = "some time"
	SomeCount MentionKind = "some number"
)

// Mention is a Span that names somebody, somewhere, some time or some number, before anyone has
// decided what.
type Mention struct {
	Kind  MentionKind
	Span  Span
	Fixed bool   // of some time: it is known, a day, a month, a year or a few days
	Event bool   // of some time: it is the day of the event that its words count from, see Dated
	State bool   // of somewhere: it is the name of a country, which may stand for its state
	Armed bool   // of somebody: an actor of the name is an armed group, no state's force and no body of states
	Side  string // of somebody: the ID of the first actor of the name, for an outlet that of the group whose voice it is
}
