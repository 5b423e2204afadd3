package dateline

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// State says whether somebody or something was named, and whether we know who that is.
type State string

// The states of a resolved Mention. Unknown is 'nobody said'; Unidentified is 'said, not named'
// ("unnamed" in the coded form): the two are never merged.
const (
	Known        State = "known"      // resolved to one record
	Ambiguous    State = "ambiguous"  // two or more readings stand; Others lists them
	NotListed    State = "not listed" // a name that no record carries
	Unidentified State = "unnamed"    // words that name nobody: 'gunmen', 'officials'
	Unknown      State = "unknown"    // nobody said
	ByHand       State = "corrected"  // a person said what the words mean; Why has what the machine read
	Struck       State = "rejected"   // a person said that the words are no such part; no value stands
)

// Resolution says what one Part or Speaker of a Statement means. Recomputable: the same Statement
// and the same data give the same Resolution.
type Resolution struct {
	Statement string // Statement.ID
	Part      int    // index into Statement.Parts; -1-i for Statement.Speaker[i]
	State     State
	Actor     string    // Actor.ID; "" if none
	Others    []string  // rival readings, best first
	Place     *Place    // nil if the part is no place
	Date      *Date     // nil if the part is no date
	Count     *Count    // nil if the part carries no number
	Type      PartyType // of a target, a victim or a weapon; of who did it the PartyClass; "" if the words do not say
	Score     float64   // 0 to 1; 0 is 'not said'
	Why       string    // in words that a person can check
}

// Dated is an expression of time in a Report, and what it means there: the Date, or the State Unknown
// and a Why. Words that are no date ('a two-day siege', 'every Friday') are none.
type Dated struct {
	Span  Span
	State State
	Date  *Date   // nil if nothing fixes it
	Why   string  // in words that a person can check
	Score float64 // 0 to 1
	Event bool    // it is the day of the event that the words count from: 'on Tuesday, two days after the attack'
	Clock bool    // hours of a day told before ('at dawn', 'hours later'): of no use as the date of an event
}

// Reading is everything that was read of one Report: what `dateline code` prints and the ledger keeps.
type Reading struct {
	Report      Report
	Statements  []Statement  // in the order of the text
	Resolutions []Resolution // in the order of Statements, then of Part
	Doubts      []Doubt      // in the order of the text
	// Countries are those that the Report names, by name or adjective, or that its wire dateline lies in:
	// ISO 3166-1 alpha-2, the most often named first. They say where nothing happened by themselves, and
	// like Mentions are not kept in a ledger.
	Countries []string
	// Mentions are the words that tell events or point to them, in the order of the text. They are
	// made with the coded form and not kept in a ledger.
	Mentions []EventMention
	// Dates are all expressions of time, those of no Statement among them, in the order of the text. Like
	// Mentions they are not kept in a ledger.
	Dates []Dated
	// Toponyms are the names of places, in the order of the text; none overlap. They are made with the
	// coded form and not kept in a ledger.
	Toponyms []Toponym
	// Actors are the names of listed actors, in the order of the text; none overlap. Like Toponyms they are not
	// kept in a ledger.
	Actors []ActorMention
}
