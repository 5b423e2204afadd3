package toponym

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/resolve/place"
)

// candidate is words First to Last of a Text that might be a name of a place.
type candidate struct {
	first, last int
	words       string
	entries     []place.Entry // what carries the name; shared by all candidates of the same words
	labelled    bool          // it is a whole name by its words' labels
	score       float64       // the odds that it is one, as a logarithm
}

// longest is how many words a name may have.
const longest = 6

// candidates lists the stretches of words that carry a name of the gazetteer, or are a name by their
// labels or by the noun that they end with, in the order of the text.
func candidates(t *Text, look func(string) []place.Entry) []candidate {
	var out []candidate
	for i := range t.Words {
		if !opens(t, i) {
			continue
		}
		if _, ok := twoForPeople(t, i); ok {
			continue // 'South Sudanese' is not in the South
		}
		for k := i; k < min(len(t.Words), i+longest) && (k == i || joins(t, i, k)); k++ {
			if !closes(t, k) {
				continue
			}
			c := candidate{first: i, last: k, words: spanOf(t, i, k).In(t.Source)}
			c.labelled = labelled(t, i, k)
			if c.entries = look(c.words); initials(c.words) && place.Common(c.words) && (len(c.entries) == 0 || c.entries[0].Precision != dateline.Country) {
				continue // 'a U.N. court' is not in Un
			}
			if len(c.entries) > 0 && c.entries[0].Precision != dateline.Country && place.Bare(c.words) && t.after(k).Form != "," {
				c.entries = nil // 'on the East Side'
			}
			if len(c.entries) > 0 || (c.labelled || builtLikeOne(t, i, k)) && !isPeople(c.words) {
				out = append(out, c)
			}
		}
	}
	return out
}

// initials reports whether words are capitals with stops: 'U.N.'.
func initials(words string) bool {
	return len(words) > 3 && strings.Trim(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.") == "" && words[1] == '.'
}

func isPeople(words string) bool {
	_, ok := place.People(words)
	return ok
}

func spanOf(t *Text, first, last int) dateline.Span {
	return dateline.Span{Start: t.Words[first].Span.Start, End: t.Words[last].Span.End}
}

// opens reports whether a name may begin at word i: with a capital, or with a small article that is
// tied to one ('al-Bab'), or with the number of a house or road.
func opens(t *Text, i int) bool {
	form := t.Words[i].Form
	if upper(form) {
		return len(form) > 1 || t.after(i).Form == "." || upper(t.after(i).Form)
	}
	k := tie(form)
	return k > 0 && upper(strings.TrimLeft(form[k:], "-'’"))
}

// tie is where the first hyphen or apostrophe of a word's first five bytes stands, -1 for none.
func tie(form string) int {
	for k := range min(len(form), 5) {
		if c := form[k]; c == '-' || c == '\'' || c >= utf8.RuneSelf && strings.HasPrefix(form[k:], "’") {
			return k
		}
	}
	return -1
}

// joins reports whether a name that began at i may go on with word k.
func joins(t *Text, i, k int) bool {
	w := t.Words[k]
	return !w.Begins && (opens(t, k) || upper(w.Form) || linking[w.Form] || number(w.Form)) && t.Words[k].Span.Start-t.Words[k-1].Span.End <= 1
}

// closes reports whether a name may end with word k.
func closes(t *Text, k int) bool {
	form := t.Words[k].Form
	return upper(form) || number(form) || opens(t, k)
}

var linking = set("of de del da do di du des la le les los las el al the and upon on in am an der sur y e i - – . ' ’ 's ’s / St")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func upper(form string) bool {
	if form != "" && form[0] < utf8.RuneSelf {
		return form[0] >= 'A' && form[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsLetter(r) && !unicode.IsLower(r) && r >= 0x590
}

func number(form string) bool { return form != "" && form[0] >= '0' && form[0] <= '9' }

// labelled reports whether words i to k are one whole name by their labels.
func labelled(t *Text, i, k int) bool {
	if t.Words[i].Name == "" || !t.Words[i].Starts {
		return false
	}
	for j := i + 1; j <= k; j++ {
		if t.Words[j].Name == "" || t.Words[j].Starts {
			return false
		}
	}
	next := t.after(k)
	return next.Name == "" || next.Starts
}

// builtLikeOne reports whether words i to k have the build of a name that no gazetteer needs to
// know: 'Dublin Road', 'Highway 19', 'Lake Robinson'.
func builtLikeOne(t *Text, i, k int) bool {
	if k == i {
		return false
	}
	first, last := classOf(t.Words[i].Form), classOf(t.Words[k].Form)
	switch {
	case number(t.Words[k].Form):
		return first.has(routeNoun) || classOf(t.Words[k-1].Form).has(routeNoun)
	case last.has(roadNoun | shortNoun | placeNoun | siteNoun):
		return upper(t.Words[k].Form)
	}
	return first.has(frontNoun) && k <= i+2
}
