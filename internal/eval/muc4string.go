package eval

import (
	"slices"
	"strings"
)

// Strings from a text are graded by people in the official scoring; these rules stand for them
// (section 3.1.1 of the guidelines):
//
//	right  the words of one of the key's strings, but for articles, numbers and quantifiers, words
//	       of nationality and punctuation; or more words than the key's, if all of the key's are
//	       there and both have the same head; or a name with its short form in brackets
//	half   part of the key's words, with the same head or of a name; or the key's words within words
//	       of another head; or the same head in the other number
//
// Of perpetrators, general words for the same people are one ('urban guerrillas' and 'urban terrorists',
// section 3.1.1.1).
//
// The head is the word before the first preposition, pronoun or comma, or the last word.

// matchString grades one string of a response against one of a key.
func matchString(key, resp string) grade {
	best := matchPlain(key, resp)
	if before, inner, ok := strings.Cut(strings.ReplaceAll(resp, "[", "("), "("); ok {
		best = max(best, matchPlain(key, before), matchPlain(key, strings.TrimRight(inner, " )]")))
	}
	return best
}

func matchPlain(key, resp string) grade {
	k, r := headed(key), headed(resp)
	if len(k.words) == 0 || len(r.words) == 0 {
		return mucWrong
	}
	whole, part := within(k.words, r.words), within(r.words, k.words)
	switch {
	case whole && part:
		return mucCorrect
	case whole && k.head == r.head && len(r.words) <= len(k.words)+6:
		return mucCorrect
	case whole, part, singular(k.head) == singular(r.head):
		return mucPartial
	}
	return mucWrong
}

func singular(w string) string { return strings.TrimSuffix(w, "S") }

// wording is the words of a string that count, and its head.
type wording struct {
	words []string
	head  string
}

func headed(s string) wording {
	var p wording
	open := true
	for _, w := range strings.Fields(strings.ToUpper(s)) {
		cut := strings.HasSuffix(w, ",")
		w = strings.Trim(w, `"'.,;:()[]`)
		if afterHead[w] && len(p.words) > 0 {
			open = false
		}
		if w == "" || nonessential[w] || strings.Trim(w, "0123456789,.-") == "" || afterHead[w] {
			continue
		}
		p.words = append(p.words, w)
		if open {
			p.head = w
		}
		open = open && !cut
	}
	return p
}

// within reports whether all of a are among b.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

func wordSet(lines ...string) map[string]bool {
	out := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.Fields(l) {
			out[w] = true
		}
	}
	return out
}

// afterHead are words that end the part of a noun phrase that its head ends.
var afterHead = wordSet("OF IN ON AT FROM WITH WHO WHICH THAT WHOM WHOSE NEAR FOR TO BY BELONGING WHERE INSIDE OUTSIDE BETWEEN AND LOCATED AROUND WHILE")

// nonessential are words without which a string means the same.
var nonessential = wordSet("THE A AN SOME SEVERAL MANY ANOTHER OTHER OTHERS ABOUT APPROXIMATELY LEAST MORE THAN EACH ALL VARIOUS BOTH",
	"ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE DOZEN DOZENS HUNDREDS FIRST SECOND THEIR HIS HER ITS THIS THESE THOSE OUR",
	"UNIDENTIFIED MR MRS DR",
	"ARGENTINE ARGENTINIAN BOLIVIAN BRAZILIAN CHILEAN COLOMBIAN COSTA RICAN CUBAN ECUADORAN ECUADORIAN FRENCH GERMAN GUATEMALAN HONDURAN",
	"ISRAELI ITALIAN JAPANESE MEXICAN NICARAGUAN PANAMANIAN PERUVIAN SALVADORAN SALVADORIAN SOVIET SPANISH U.S US AMERICAN VENEZUELAN BRITISH")

// mucGeneral are general words for perpetrators, each with the one that stands for all of its row.
var mucGeneral = rowsOf("GUERRILLAS GUERRILLA TERRORISTS TERRORIST REBELS REBEL SUBVERSIVES SUBVERSIVE INSURGENTS INSURGENT EXTREMISTS EXTREMIST",
	"INDIVIDUALS INDIVIDUAL MEN MAN PERSONS PERSON PEOPLE SUBJECTS SUBJECT")

func rowsOf(rows ...string) map[string]string {
	out := map[string]string{}
	for _, r := range rows {
		words := strings.Fields(r)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}

// generally writes the general words of a string for perpetrators as the first of their row.
func generally(s string) string {
	words := strings.Fields(strings.ToUpper(s))
	for i, w := range words {
		bare := strings.TrimRight(w, ",")
		if g := mucGeneral[bare]; g != "" {
			words[i] = g + w[len(bare):]
		}
	}
	return strings.Join(words, " ")
}
