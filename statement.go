package dateline

import "strings"

// Reality says how what is told stands to the world.
type Reality string

// The realities. Only Happened and Ongoing can make an Incident that counts.
const (
	Happened     Reality = "happened"
	Ongoing      Reality = "ongoing"
	Attempted    Reality = "attempted"
	Foiled       Reality = "foiled"
	Planned      Reality = "planned"
	Threatened   Reality = "threatened"
	Hypothetical Reality = "hypothetical"
	NotHappened  Reality = "not-happened"
)

// Realities lists every Reality, in the order of the codebook.
var Realities = []Reality{Happened, Ongoing, Attempted, Foiled, Planned, Threatened, Hypothetical, NotHappened}

// Counts reports whether something of this Reality took place.
func (r Reality) Counts() bool { return r == Happened || r == Ongoing || r == Attempted }

// Stance says how the speaker stands to what is told.
type Stance string

// The stances. Doubted is a speaker's own hedge or disbelief ("allegedly", "cast doubt on").
const (
	Asserted  Stance = "asserted"
	Claimed   Stance = "claimed"
	Blamed    Stance = "blamed"
	Suspected Stance = "suspected"
	Denied    Stance = "denied"
	Doubted   Stance = "doubted"
)

// Stances lists every Stance, in the order of the codebook.
var Stances = []Stance{Asserted, Claimed, Blamed, Suspected, Denied, Doubted}

// Role is what a Mention does in a Statement.
type Role string

// The roles of the coded form.
const (
	Perpetrator Role = "perpetrator"
	Target      Role = "target" // a thing or place that was attacked
	Victim      Role = "victim" // people who were attacked
	Weapon      Role = "weapon"
	PlaceRole   Role = "place"
	DateRole    Role = "date"
	KilledRole  Role = "killed"
	Wounded     Role = "wounded"
	Missing     Role = "missing"
	Abducted    Role = "abducted"
	Released    Role = "released"
	Arrested    Role = "arrested"
	Displaced   Role = "displaced"
	Fighters    Role = "fighters" // a group's strength
	Group       Role = "group"
	Other       Role = "other" // the second party of a relation
	Name        Role = "name"  // an alias
	Leader      Role = "leader"
	Authority   Role = "authority" // who arrests, tries, designates
	Area        Role = "area"
	Incidental  Role = "incident" // the words by which a claim or a toll points to the event
	About       Role = "about"    // what an assessment is about
	Amount      Role = "amount"
)

// Roles lists every Role, in the order of the coded form's documentation.
var Roles = []Role{
	Perpetrator, Target, Victim, Weapon, PlaceRole, DateRole, KilledRole, Wounded, Missing, Abducted,
	Released, Arrested, Displaced, Fighters, Group, Other, Name, Leader, Authority, Area, Incidental,
	About, Amount,
}

// Tolls are the roles that carry a Count of people.
var Tolls = []Role{KilledRole, Wounded, Missing, Abducted, Released, Arrested, Displaced, Fighters}

// IsToll reports whether parts in this Role carry a Count of people.
func (r Role) IsToll() bool {
	for _, t := range Tolls {
		if r == t {
			return true
		}
	}
	return false
}

// Part is a Mention in its Role: words of the report, before anyone has decided what they mean.
type Part struct {
	Role Role
	Span Span
	// Refers is the earlier name that Span stands for ('the group', 'it'), or zero.
	Refers Span
	// Name is the proper name in the words, where they hold more ('Judge Ana Kovac', 'fighters of the
	// group X'), or where a sentence nearby gives it; zero if there is none.
	Name Span
	// About is who or what a victim or a target is in the report's other words ("mayor of the town"), or zero.
	About Span
	// Effect is what befell a victim or a target, as these words tell; "" if they do not.
	Effect Effect
	// Inferred says, in words, how the part came to this Statement when it does not stand in the
	// clause itself ("from the clause that the attack is set in"); "" when it does.
	Inferred string
}

// Elsewhere begins what Inferred says of a part that was taken from the report at large: no words say
// that it is of this Statement's event.
const Elsewhere = "from what the report says elsewhere: "

// Lent reports whether the part was taken from the report at large.
func (p Part) Lent() bool { return strings.HasPrefix(p.Inferred, Elsewhere) }

// SpeakerClass says what sort of voice a Speaker is.
type SpeakerClass string

// The classes of speakers.
const (
	Authorities SpeakerClass = "authorities" // a government, its forces, police, courts, officials
	GroupVoice  SpeakerClass = "group"       // an armed group or its media
	Witness     SpeakerClass = "witness"
	Medic       SpeakerClass = "medic"
	Outlet      SpeakerClass = "outlet" // news media
	Organised   SpeakerClass = "organisation"
	Expert      SpeakerClass = "expert"
	Unnamed     SpeakerClass = "unnamed" // somebody, not said who: 'it was reported', 'widely blamed'
	OtherVoice  SpeakerClass = "other"
)

// Speaker is one voice in the chain by which a Statement reached the report. Span is zero where
// the words name nobody ("was widely blamed").
type Speaker struct {
	Span   Span
	Refers Span // the earlier name that Span stands for, or zero
	Class  SpeakerClass
	// About is who the speaker is, in the report's own words ("co-founder of MilitantWire.com"); may be zero.
	About Span
}

// Statement is one thing that one Report says, and on whose word. It records what was said, not
// what is true. It does not change once it is kept.
type Statement struct {
	ID         string
	Report     string // Report.ID
	Kind       Kind
	ReadAs     Kind // the Kind that was read, where a person corrected it; "" otherwise
	Reality    Reality
	Stance     Stance
	Background bool      // an older event retold, not this report's news
	Speaker    []Speaker // who says it first, then through whom; empty means the report itself
	Quote      Span      // the words that it stands on: a sentence, or several
	Trigger    Span      // the word or words that carry the Kind
	Parts      []Part    // in the order of Roles, then of the text
	// Refers is the ID of the earlier Statement of the same Report that tells the event that this
	// one speaks of ('the attack'); "" if none or not clear.
	Refers string
	// Why says in words what Refers rests on; "" when Refers is.
	Why   string
	Rule  string  // the rule or model that read it
	Score float64 // how sure the rule is, 0 to 1; 0 is 'not said'
}

// SetID fills in the identifier from what the Statement says and where. What the report lends it is no part
// of that: it may be lent something else when more is known, and stays the Statement that people ruled on.
func (s *Statement) SetID() {
	f := []string{"statement", s.Report, string(s.Kind), string(s.Reality), string(s.Stance), s.Rule,
		itoa(s.Quote.Start), itoa(s.Quote.End), itoa(s.Trigger.Start), itoa(s.Trigger.End)}
	for _, sp := range s.Speaker {
		f = append(f, itoa(sp.Span.Start), itoa(sp.Span.End))
	}
	for _, p := range s.Parts {
		if !p.Lent() {
			f = append(f, string(p.Role), itoa(p.Span.Start), itoa(p.Span.End))
		}
	}
	s.ID = NewID(f...)
}

// PartsOf returns the parts in the given Role, in order; nil if there are none.
func (s *Statement) PartsOf(r Role) []Part {
	var out []Part
	for _, p := range s.Parts {
		if p.Role == r {
			out = append(out, p)
		}
	}
	return out
}

// OfIncident reports whether p stands in the words for the incident that a claim or an accusation is of, or right
// behind them: 'claimed the raid on Chibok on April 14'. It is then the incident's, and not the claim's.
func (s *Statement) OfIncident(p Part) bool {
	for _, q := range s.PartsOf(Incidental) {
		if p.Span.Start >= q.Span.Start && p.Span.Start <= q.Span.End+len(" on ") {
			return true
		}
	}
	return false
}
