package analysis

import (
	"cmp"
	"net/url"
	"slices"

	"dateline"
)

// Set sorts the incidents in which a group figures; each stands in one.
type Set string

// The sets.
const (
	Operations Set = "operations" // it took place or was attempted, and some account holds the group responsible
	Against    Set = "against"    // the group was struck, and no account holds it responsible
	HeldApart  Set = "apart"      // only a denial, or a word that it is possible, ties the group to it
	Plotted    Set = "plots"      // it did not take place: planned, foiled, threatened
	Otherwise  Set = "other"      // the group figures in another way
)

// Whereabout says where an operation lies as seen from a group's home area.
type Whereabout string

// The whereabouts.
const (
	AtHome   Whereabout = "home"
	Abroad   Whereabout = "abroad"
	Nowhere  Whereabout = "unknown" // no country is told or read
	HomeOpen Whereabout = ""        // the record has no home area
)

// What a Cut asks for where nothing is told; and the claims, which do not exclude one another.
const (
	None       = "none"    // nothing told: no country, no target ...
	NoYear     = "no year" // in no single one; so too for months
	NoMonth    = "no month"
	Untyped    = "untyped" // told, in words that name no type
	ClaimOwn   = "own"     // the group claimed it
	ClaimOther = "other"   // somebody else, or nobody who is named, did
	ClaimNone  = "none"    // nobody did
	News       = "news"
	Background = "background"
)

// Cut picks incidents of a dossier: those that fit every field that is set. The zero Cut picks all.
type Cut struct {
	Set       Set
	Told      string // News or Background
	Time      string // a year, a month, NoYear or NoMonth
	Kind      dateline.Kind
	Country   string // ISO 3166-1 alpha-2, or None
	Held      dateline.Degree
	Where     Whereabout
	Target    string // a dateline.PartyType, Untyped or None; so too for the next two
	Victim    string
	Weapon    string
	Claim     string // ClaimOwn, ClaimOther or ClaimNone
	Claimant  string // somebody else who claims it: an Actor.ID, or the words of a report in quotation marks
	Killed    Answer // of the headline
	Publisher string // with a report of it
	Panel     string // the Unit of the panel that has a report of it
	Inferred  string // "yes": where it was is only inferred
	Denied    string // "yes": somebody denies that the group did it
	Outside   string // the Unit of the panel in whose window it does not lie
}

// Number is a number of incidents that can be opened: their identifiers, in the order of the
// dossier, and what picks them.
type Number struct {
	Cut       Cut
	Incidents []string
}

// N is how many they are.
func (n Number) N() int { return len(n.Incidents) }

// cutFields are the fields of a Cut under their names in an address.
func (c *Cut) fields() []cutField {
	return []cutField{{"set", (*string)(&c.Set)}, {"told", &c.Told}, {"time", &c.Time}, {"kind", (*string)(&c.Kind)},
		{"country", &c.Country}, {"held", (*string)(&c.Held)}, {"where", (*string)(&c.Where)}, {"target", &c.Target},
		{"victim", &c.Victim}, {"weapon", &c.Weapon}, {"claim", &c.Claim}, {"claimant", &c.Claimant}, {"killed", (*string)(&c.Killed)},
		{"publisher", &c.Publisher}, {"panel", &c.Panel}, {"inferred", &c.Inferred}, {"denied", &c.Denied},
		{"outside", &c.Outside}}
}

type cutField struct {
	name  string
	value *string
}

// Query writes c as it stands in an address, its fields in the order of their names.
func (c Cut) Query() url.Values {
	q := url.Values{}
	for _, f := range c.fields() {
		if *f.value != "" {
			q.Set(f.name, *f.value)
		}
	}
	return q
}

// CutOf reads what Query wrote; unknown names are passed over.
func CutOf(q url.Values) Cut {
	var c Cut
	for _, f := range c.fields() {
		*f.value = q.Get(f.name)
	}
	return c
}

// CutNames lists the names of the fields of a Cut in an address.
func CutNames() []string {
	var out []string
	for _, f := range new(Cut).fields() {
		out = append(out, f.name)
	}
	return out
}

// Fits reports whether e is of the cut.
func (c Cut) Fits(e *Entry) bool {
	return is(c.Set, e.Set) && is(c.Told, e.told()) && (is(c.Time, cmp.Or(e.Month, NoMonth)) || is(c.Time, cmp.Or(e.Year, NoYear))) &&
		is(c.Kind, e.Incident.Kind) && is(c.Country, cmp.Or(e.Country, None)) && is(c.Where, e.Where) &&
		has(c.Target, e.Targets) && has(c.Victim, e.Victims) && has(c.Weapon, e.Weapons) && has(c.Claim, e.Claims) && has(c.Claimant, e.Claimants) &&
		is(c.Killed, e.Killed.Answer) && has(c.Publisher, e.Publishers) && has(c.Panel, e.Panels) && has(c.Outside, e.Outside) &&
		(c.Held == "" || e.degrees()[c.Held]) && (c.Inferred == "" || e.Inferred) && (c.Denied == "" || e.degrees()[dateline.DeniedBy])
}

// is reports whether nothing or just this is asked for.
func is[T ~string](asked, got T) bool { return asked == "" || asked == got }

func has(asked string, got []string) bool { return asked == "" || slices.Contains(got, asked) }

// Pick returns the entries that fit c, in their order; nil if none does.
func Pick(all []Entry, c Cut) []Entry {
	var out []Entry
	for i := range all {
		if c.Fits(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

// numberOf opens entries that c is known to pick.
func numberOf(all []*Entry, c Cut) Number {
	n := Number{Cut: c}
	for _, e := range all {
		n.Incidents = append(n.Incidents, e.Incident.ID)
	}
	return n
}

// where picks and opens in one.
func where(all []*Entry, c Cut) Number {
	var in []*Entry
	for _, e := range all {
		if c.Fits(e) {
			in = append(in, e)
		}
	}
	return numberOf(in, c)
}
