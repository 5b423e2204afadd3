package casefile

import (
	"regexp"
	"slices"
	"strings"

	"dateline"
)

// slack is how many words a phrase may have before its head that the other phrase lacks.
const slack = 4

var (
	wordForm = regexp.MustCompile(`[\p{L}\p{N}]+(?:[.,:'’/-][\p{L}\p{N}]+)*\.?|,`)
	articles = []string{"the", "a", "an"}
	cuts     = []string{",", "of", "in", "at", "from", "near", "on", "by", "with", "for", "to", "against", "between",
		"inside", "outside", "around", "who", "that", "which", "where", "including", "and", "or", "as"}
	generic = []string{"province", "state", "district", "region", "city", "town", "village", "county", "governorate",
		"prefecture", "department", "capital", "area", "neighbourhood", "neighborhood", "suburb", "of"}
	hedge = regexp.MustCompile(`(?i)^(at least|at most|up to|as many as|as few as|more than|fewer than|less than|no fewer than|about|around|some|nearly|almost|over|roughly|approximately|between|an estimated)\s+`)
)

// stands reports whether phrase stands in text, letter for letter but for spaces, at the bounds of words.
func stands(phrase, text string) bool {
	quoted := regexp.QuoteMeta(strings.Join(strings.Fields(phrase), " "))
	form := `(^|[^\p{L}\p{N}])` + strings.ReplaceAll(quoted, " ", `\s+`) + `($|[^\p{L}\p{N}])`
	ok, err := regexp.MatchString(form, text)
	return err == nil && ok
}

// words gives the words of s in lower case, without articles and possessives; commas are words.
func words(s string) []string {
	var out []string
	for _, w := range wordForm.FindAllString(strings.ToLower(s), -1) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(w, "’", "'"), "'s"), ".")
		if !slices.Contains(articles, w) {
			out = append(out, w)
		}
	}
	return out
}

// matches reports whether got is what p asks for in that role.
func (p phrase) matches(role dateline.Role, got string) bool {
	switch {
	case p.text == "":
		return true
	case p.exact:
		return strings.Join(strings.Fields(got), " ") == strings.Join(strings.Fields(p.text), " ")
	case role.IsToll():
		a, b := words(p.text), words(got)
		return len(a) > 0 && len(b) > 0 && (within(a, b) || within(b, a))
	case role == dateline.PlaceRole || role == dateline.Area:
		return samePhrase(placeWords(p.text), placeWords(got))
	default:
		return samePhrase(words(hedge.ReplaceAllString(p.text, "")), words(hedge.ReplaceAllString(got, "")))
	}
}

// placeWords gives the words of s without generic ones, unless there are no others.
func placeWords(s string) []string {
	all := words(s)
	own := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(generic, w) })
	if len(own) == 0 {
		return all
	}
	return own
}

// samePhrase reports whether one of a and b holds the other, they have the same head, and the longer
// has no more than slack words before it that the other lacks.
func samePhrase(a, b []string) bool {
	ha, hb := head(a), head(b)
	if ha < 0 || hb < 0 || a[ha] != b[hb] || max(ha, hb)-min(ha, hb) > slack {
		return false
	}
	return within(a[:ha+1], b[:hb+1]) || within(b[:hb+1], a[:ha+1])
}

// head is the index of the last word before the first cut; -1 if there is none.
func head(words []string) int {
	for i, w := range words {
		if i > 0 && slices.Contains(cuts, w) {
			return i - 1
		}
	}
	return len(words) - 1
}

// within reports whether the words of a follow each other in b.
func within(a, b []string) bool {
	for i := 0; i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			return true
		}
	}
	return false
}
