package party

import (
	"strings"

	"dateline"
)

// Class says whether words that name who did it name persons, a group or a body of a state: by their
// noun, and by who that is (r) where there is none. name is a group's or a body's name among the words;
// "" if there is none. It is "" where neither says.
func Class(words, name string, r dateline.Resolution) dateline.PartyClass {
	rest := strings.Replace(words, name, "", 1)
	if t := lex().roles[dateline.Perpetrator].read(lex(), split(rest)); t != "" {
		return bodied(dateline.PartyClass(t), r)
	}
	switch {
	case strings.HasPrefix(r.Actor, "state:"):
		return dateline.OfState
	case r.Actor != "" || r.State == dateline.Ambiguous || name != "":
		return dateline.OfGroup
	case r.State == dateline.NotListed:
		return dateline.Individual
	}
	return ""
}

// bodied tells a group's 'forces' and 'front' from a state's, by who it is.
func bodied(c dateline.PartyClass, r dateline.Resolution) dateline.PartyClass {
	switch {
	case c == dateline.Individual || r.Actor == "":
		return c
	case strings.HasPrefix(r.Actor, "state:"):
		return dateline.OfState
	}
	return dateline.OfGroup
}
