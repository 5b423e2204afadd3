package dateline

import "strings"

// Effect says what an event did to a target or a victim.
type Effect string

// The effects. A part without one was not said to be harmed, nor to be left unharmed.
const (
	Death      Effect = "death"
	Injury     Effect = "injury"
	Hit        Effect = "death or injury" // shot, stabbed or struck; whether it killed is not told
	NoInjury   Effect = "no injury"       // neither killed nor hurt, and the words say so
	Abducting  Effect = "abduction"
	Freed      Effect = "regained freedom" // released, rescued, escaped
	Destroyed  Effect = "destroyed"
	Damaged    Effect = "damaged"
	NoDamage   Effect = "no damage"
	TargetGone Effect = "taken" // robbed, looted, seized
)

// Effects lists every Effect: those on people, then those on things, gravest first.
var Effects = []Effect{Death, Injury, Hit, Abducting, Freed, NoInjury, Destroyed, Damaged, TargetGone, NoDamage}

// Graver reports whether e tells of more harm than f; every Effect is graver than none.
func (e Effect) Graver(f Effect) bool { return f == "" && e != "" || e != "" && rank(e) < rank(f) }

func rank(e Effect) int {
	for i, x := range Effects {
		if x == e {
			return i
		}
	}
	return len(Effects)
}

// PartyType is what sort of target, victim or weapon words name: a code of TargetTypes, VictimTypes
// or WeaponTypes; "" where the words do not say. data/lexicon/types.txt has the words of each, and
// what MUC-4 and GTD call it.
type PartyType string

// TargetTypes lists the types of things and places, in the order of data/lexicon/types.txt.
var TargetTypes = []PartyType{"government office", "political office", "diplomat office", "law enforcement facility", "military facility",
	"organisation office", "business", "financial", "market", "energy", "communications", "water", "transport vehicle", "military vehicle",
	"transport facility", "transport route", "residence", "settlement", "religious", "school", "hospital", "monument", "camp", "prison", "other"}

// VictimTypes lists the types of people.
var VictimTypes = []PartyType{"civilian", "government official", "former government official", "political figure", "diplomat",
	"legal or judicial", "law enforcement", "active military", "former military", "security guard", "armed group", "journalist",
	"aid worker", "religious", "education", "medical", "business", "labour", "tourist"}

// WeaponTypes lists the types of weapons.
var WeaponTypes = []PartyType{"gun", "machine gun", "rifle", "handgun", "mortar", "artillery", "rocket", "missile", "explosive", "bomb",
	"dynamite", "vehicle bomb", "suicide vest", "mine", "aerial bomb", "drone", "grenade", "molotov cocktail", "cutting device", "fire",
	"stone", "vehicle", "poison", "torture"}

// PartyClass says whether words that name who did it name persons, a group or a state's body.
type PartyClass string

// The classes of perpetrators, from the words: 'two guerrillas' are individuals, whatever group is known
// to have sent them.
const (
	Individual PartyClass = "individual"
	OfGroup    PartyClass = "group"
	OfState    PartyClass = "state"
)

// PartyClasses lists every PartyClass.
var PartyClasses = []PartyClass{Individual, OfGroup, OfState}

// without cuts name out of words: what stands behind it, as in 'X fighters', or else before it, as in
// 'fighters of the group X' and 'Judge X'; the small words that are left at the ends go too.
func without(words, name string) string {
	i := strings.Index(words, name)
	if name == "" || i < 0 {
		return words
	}
	before, after := strings.TrimSpace(words[:i]), behindShort(strings.TrimSpace(words[i+len(name):]))
	if after = strings.TrimLeft(after, "'’"); after == "" || strings.ContainsAny(after[:1], ",;:()[]") || joins(after) {
		return loose(before)
	}
	return after
}

// behindShort cuts the brackets off at the head of words, where others follow: 'fighters' of '(ELN) fighters'.
func behindShort(words string) string {
	for _, marks := range []string{"()", "[]"} {
		if end := strings.IndexByte(words, marks[1]); end > 0 && words[0] == marks[0] && end < len(words)-1 {
			return strings.TrimSpace(words[end+1:])
		}
	}
	return words
}

// joining are words that join a name to a noun, and say nothing alone.
var joining = map[string]bool{"of": true, "the": true, "from": true, "by": true, "named": true, "called": true, "and": true, "a": true,
	"an": true, "in": true, "at": true, "on": true, "near": true, "with": true, "who": true, "to": true, "for": true, "s": true,
	"or": true, "group": true, "itself": true, "belonging": true, "also": true, "allegedly": true, "reportedly": true, "apparently": true}

// joins reports whether words begin with one that joins.
func joins(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	return joining[strings.ToLower(first)]
}

// loose takes marks and joining words off the end; "" where nothing else is left.
func loose(s string) string {
	for {
		s = strings.TrimRight(s, " ,;:()[]'’\"")
		i := strings.LastIndexByte(s, ' ') + 1
		if s == "" || !joining[strings.ToLower(s[i:])] {
			return s
		}
		s = s[:i]
	}
}
