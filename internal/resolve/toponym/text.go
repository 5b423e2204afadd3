// Package toponym knows which words of a report name places, and which places they are when the
// whole report is looked at: 'Paris' in a story on Lamar County is in Texas.
//
// The order of work: stretches of words that might be names are proposed (candidate.go), each is
// weighed by what is in and around it (feature.go, name.model), the best that do not overlap are
// kept (find.go); then the places that carry each name are weighed against each other by the rest
// of the report (sense.go, sense.model), and the winner says why (why.go).
//
// It knows words with tags, which a caller may leave out, and package place; nothing of violence.
package toponym

import "dateline"

// Text is a report, cut into words.
type Text struct {
	Source string
	Words  []Word
	Tagged bool // whether the words have tags and labels
	// Page is the address of the report's page and the name of its publisher, as far as they are known.
	Page string
}

// Word is a word or a mark.
type Word struct {
	Span   dateline.Span
	Form   string
	Tag    string // universal part of speech; "" if nobody has tagged the words
	Name   string // kind of the name that it is part of: person, organisation, location ...; "" outside names
	Starts bool   // first of the words of that name
	Begins bool   // first of a sentence
}

// after and before return the word beside i in its sentence, the empty Word where there is none.
func (t *Text) after(i int) Word {
	if i+1 >= len(t.Words) || t.Words[i+1].Begins {
		return Word{}
	}
	return t.Words[i+1]
}

func (t *Text) before(i int) Word {
	if i == 0 || t.Words[i].Begins {
		return Word{}
	}
	return t.Words[i-1]
}
