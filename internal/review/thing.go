package review

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"dateline"
)

// Thing is what one ruling is on: a Statement as a whole, what one of its Parts or Speakers means, or whether two
// Statements tell one happening.
type Thing struct {
	Statement string
	With      string // the other Statement of a pair, which is greater; "" if it is none
	Part      int    // as in Decision; Whole for a pair
}

// Pair is the Thing of whether a and b, in either order, are one happening.
func Pair(a, b string) Thing {
	k := pairOf(a, b)
	return Thing{k[0], k[1], dateline.Whole}
}

// ThingOf is what a Decision is on; of an Undo it is the zero Thing.
func ThingOf(d dateline.Decision) Thing {
	switch {
	case d.Ruling == dateline.Undo || len(d.On) == 0:
		return Thing{}
	case d.Pair():
		return Pair(d.On[0], d.On[1])
	}
	return Thing{d.On[0], "", d.Part}
}

// On is Decision.On of a ruling on t.
func (t Thing) On() []string {
	if t.With != "" {
		return []string{t.Statement, t.With}
	}
	return []string{t.Statement}
}

// String names t in an address: the Statement alone, with '.' and the Part, or the pair with '+' between.
func (t Thing) String() string {
	switch {
	case t.With != "":
		return t.Statement + "+" + t.With
	case t.Part != dateline.Whole:
		return t.Statement + "." + strconv.Itoa(t.Part)
	}
	return t.Statement
}

// ParseThing is the inverse of String; the error says what a Thing looks like.
func ParseThing(s string) (Thing, error) {
	if a, b, ok := strings.Cut(s, "+"); ok && named(a) && named(b) && a != b {
		return Pair(a, b), nil
	}
	id, part, ok := strings.Cut(s, ".")
	t := Thing{id, "", dateline.Whole}
	if ok {
		n, err := strconv.Atoi(part)
		if err != nil || n == dateline.Whole || n < -100 || n > 10000 {
			return Thing{}, errThing(s)
		}
		t.Part = n
	}
	if !named(id) {
		return Thing{}, errThing(s)
	}
	return t, nil
}

func errThing(s string) error {
	return fmt.Errorf("%q is nothing to rule on: a statement's identifier, with .PART behind it, or two of them with + between", s[:min(len(s), 60)])
}

// named reports whether s can be a Statement.ID.
func named(s string) bool {
	return len(s) == 16 && strings.Trim(s, "0123456789abcdef") == ""
}

// byThing orders Things by Statement, pairs last, then by Part.
func byThing(a, b Thing) int {
	return cmp.Or(cmp.Compare(a.Statement, b.Statement), cmp.Compare(a.With, b.With), cmp.Compare(a.Part, b.Part))
}

// Field is what a Thing is about.
type Field string

// The Fields: what is counted and compared by itself.
const (
	OfKind    Field = "kind"
	OfActor   Field = "actor"
	OfSpeaker Field = "speaker"
	OfPlace   Field = "place"
	OfDate    Field = "date"
	OfCount   Field = "count"
	OfWords   Field = "words" // of a part that means nothing beyond itself: a weapon, a name
	OfSame    Field = "same happening"
)

// Fields lists every Field, in the order of pages.
var Fields = []Field{OfKind, OfActor, OfSpeaker, OfPlace, OfDate, OfCount, OfWords, OfSame}

// FieldOf returns what t is about; roles are those of the Parts of its Statement.
func FieldOf(t Thing, roles []dateline.Role) Field {
	switch {
	case t.With != "":
		return OfSame
	case t.Part == dateline.Whole:
		return OfKind
	case t.Part < dateline.Whole:
		return OfSpeaker
	case t.Part >= len(roles):
		return OfWords
	}
	return roleField(roles[t.Part])
}

func roleField(r dateline.Role) Field {
	switch r {
	case dateline.PlaceRole, dateline.Area:
		return OfPlace
	case dateline.DateRole:
		return OfDate
	case dateline.Perpetrator, dateline.Group, dateline.Other, dateline.Authority, dateline.About, dateline.Target, dateline.Victim:
		return OfActor
	}
	if r.IsToll() {
		return OfCount
	}
	return OfWords
}
