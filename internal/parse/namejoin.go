package parse

import (
	"strings"
	"sync"

	"dateline/data"
	"dateline/internal/sieve"
)

// joinLabels makes one name of words that are written as one whatever their labels: countries of
// several words, 'South Korean', 'British Isles', 'City of Buenos Aires', 'Paris Agreement'. It runs behind mendLabels.
func (s *Sentence) joinLabels() {
	for i := 0; i < len(s.Tokens); i++ {
		if last, kind := s.wholeName(i); last > i {
			s.label(i, last, kind)
			i = last
		}
	}
}

// wholeName returns the last token and the kind of the whole name that begins at i, -1 for none.
func (s *Sentence) wholeName(i int) (last int, kind string) {
	if s.blind() && articleWords[s.word(i)] || !s.blind() && (!s.capital(i) || s.shouts(i)) {
		return -1, ""
	}
	if last, kind := s.knownWhole(i); last > i {
		return last, kind
	}
	if last, kind := s.countryAt(i); last > i && (kind == "other" || labelKind(&s.Tokens[i]) != "organisation" || s.blind() && s.labelEnd(i) <= last) {
		if end := s.placeTail(last); end > last && kind == "location" {
			return end, kind
		}
		return last, kind
	}
	if !s.capital(i) && !seats[s.word(i)] && !papers[s.word(i)] {
		return -1, ""
	}
	if last := s.peopledName(i); last > i {
		kind := s.nounLabel(last)
		for next := last + 1; next < len(s.Tokens) && strings.HasPrefix(s.Tokens[next].Entity, "I-"); next++ {
			last = next // 'British Ministry of Defence'
		}
		return last, kind
	}
	if last := s.labelEnd(i); last >= i && labelKind(&s.Tokens[i]) == "location" {
		if end := s.placeTail(last); end > last {
			return end, "location"
		}
	}
	if last := i + 1; labelKind(&s.Tokens[i]) != "" && papers[s.word(last)] && (s.blind() || s.capital(last)) {
		return last, "other"
	}
	if last := s.paperOf(i); last > i {
		return last, "other"
	}
	if last := s.seatOf(i); last > i {
		return last, "location"
	}
	if last := s.reign(i); last > i {
		return last, "person"
	}
	if last := s.purposeOf(i); last > i {
		return last, "organisation"
	}
	return -1, ""
}

// papers are what is called by the place where it was signed: 'the Paris Agreement'.
var papers = wordSet("agreement agreements accord accords treaty treaties convention conventions protocol protocols declaration pact amendment amendments")

// label makes tokens first to last one name of kind; what is left of a longer name behind begins anew.
func (s *Sentence) label(first, last int, kind string) {
	for k := first; k <= last; k++ {
		s.Tokens[k].Entity = "I-" + kind
	}
	s.Tokens[first].Entity = "B-" + kind
	if next := last + 1; next < len(s.Tokens) && strings.HasPrefix(s.Tokens[next].Entity, "I-") {
		s.Tokens[next].Entity = "B-" + labelKind(&s.Tokens[next])
	}
}

// wholePhrase is one of the names and the adjectives of several words in data/places/countries.txt, in lower
// case, by the first.
type wholePhrase struct {
	words []string
	kind  string // of label
}

var countryPhrases = sync.OnceValue(func() *sieve.Map[[]wholePhrase] {
	phrases := map[string][]wholePhrase{}
	for _, line := range data.Lines(data.Places, "places/countries.txt") {
		columns := strings.Split(line, "|")
		for i, kind := range []string{1: "location", 2: "location", 3: "other"} {
			for name := range strings.SplitSeq(columns[i], ",") {
				if words := countryName(name); i > 0 && len(words) > 1 {
					phrases[words[0]] = append(phrases[words[0]], wholePhrase{words, kind})
				}
			}
		}
	}
	return sieve.NewMap(phrases)
})

// countryName cuts a name as sentences are cut: a possessive mark is a word of its own.
func countryName(name string) []string {
	return strings.Fields(strings.ReplaceAll(strings.ToLower(name), "'s", " 's"))
}

// countryAt returns the last token and the kind of the country or people of several words at i, -1 for
// none; the longest.
func (s *Sentence) countryAt(i int) (last int, kind string) {
	last = -1
	for _, p := range countryPhrases().At(s.word(i)) {
		if end := i + len(p.words) - 1; end > last && s.says(i, p.words) && (s.blind() || s.capital(end)) {
			last, kind = end, p.kind
		}
	}
	return last, kind
}

// says reports whether the words, which are in lower case, stand at token i.
func (s *Sentence) says(i int, words []string) bool {
	for k, w := range words {
		if got := s.word(i + k); got != w && (w != "'s" || got != "’s") {
			return false
		}
	}
	return true
}

// peopledName returns the last token of a name that a people's adjective begins and a noun with a
// capital for a body or a place ends: 'Indian Ocean', 'Canadian Blood Services'; -1 for none. Words
// between have capitals too.
func (s *Sentence) peopledName(i int) int {
	if !s.NationalityAt(i) || labelKind(&s.Tokens[i]) == "person" {
		return -1
	}
	last := -1
	for k := i + 1; k < len(s.Tokens) && k <= i+4 && s.capital(k) && labelKind(&s.Tokens[k]) != "person"; k++ {
		if w := s.class(k); w.has(titleWord) || w.has(humanNoun) || s.NationalityAt(k) {
			return last
		}
		if s.class(k).has(organisationWord|locationWord|facilityWord) && s.Tokens[k].named() {
			last = k
		}
	}
	return last
}

// nounLabel is the kind of label that the last word of a name gives it.
func (s *Sentence) nounLabel(last int) string {
	if w := s.class(last); w.has(locationWord|facilityWord) && !w.has(organisationWord) {
		return "location"
	}
	return "organisation"
}

// seatOf returns the last token of 'City of Buenos Aires', 'Republic of China', -1 for none: a noun for
// a place with a capital, 'of', and a place.
func (s *Sentence) seatOf(i int) int {
	if !seats[s.word(i)] || s.word(i+1) != "of" || s.blind() && !placeCases()[s.word(i)].has(seatCase) {
		return -1
	}
	k := i + 2
	if s.word(k) == "the" {
		k++
	}
	if k >= len(s.Tokens) || labelKind(&s.Tokens[k]) != "location" {
		return -1
	}
	return s.labelEnd(k)
}

// purposeOf returns the last token of the name of a body at i with what it is for behind it, -1 for none: 'Popular
// Front for the Liberation of Palestine', 'Center for Naval Analyses'.
func (s *Sentence) purposeOf(i int) int {
	last := s.labelEnd(i)
	if last < i || labelKind(&s.Tokens[i]) != "organisation" || s.asWritten(last+1) != "for" || !s.class(last).has(organisationWord) {
		return -1
	}
	next := last + 2
	if s.asWritten(next) == "the" {
		next++
	}
	end := s.capitalRun(next)
	for end >= next && (s.asWritten(end+1) == "of" || s.asWritten(end+1) == "and") {
		more := end + 2
		if s.asWritten(more) == "the" {
			more++
		}
		further := s.capitalRun(more)
		if further < more {
			break
		}
		end = further
	}
	if end < next || labelKind(&s.Tokens[next]) == "person" {
		return -1
	}
	return end
}

// capitalRun returns the last of the words with a capital that begin at i, i-1 for none.
func (s *Sentence) capitalRun(i int) int {
	for i < len(s.Tokens) && s.capital(i) && s.Tokens[i].Tag != "PUNCT" {
		i++
	}
	return i - 1
}

// placeTail returns the last of the capital words behind token last that end with a noun for a place or a building and
// have no other label, last for none: 'Hong Kong Island'.
func (s *Sentence) placeTail(last int) int {
	end := last
	for k := last + 1; k < len(s.Tokens) && k <= last+3 && (s.capital(k) && s.Tokens[k].named() || s.blind() && placeCases()[s.word(k)].has(tailCase)); k++ {
		if kind := labelKind(&s.Tokens[k]); kind != "" && kind != "location" || s.class(k)&(titleWord|humanNoun|organisationWord) != 0 {
			break
		}
		if s.class(k).has(locationWord | facilityWord) {
			end = k
		}
	}
	return end
}

// paperOf returns the last token of 'Treaty of London', -1 for none.
func (s *Sentence) paperOf(i int) int {
	if !papers[s.word(i)] || s.word(i+1) != "of" || i+2 >= len(s.Tokens) || labelKind(&s.Tokens[i+2]) != "location" {
		return -1
	}
	return s.labelEnd(i + 2)
}

// reign returns the number behind the name of a ruler at i that has no label or is a person's, -1 for none:
// 'Ramesses II'. What is numbered in the same way and is no person has other words in it: 'World War II'.
func (s *Sentence) reign(i int) int {
	kind := labelKind(&s.Tokens[i])
	if !s.regnal(i+1) || !s.Tokens[i].named() || numberedNouns[s.word(i)] || kind != "" && kind != "person" || s.class(i)&(eventWord|organisationWord|facilityWord|weaponWord) != 0 ||
		i > 0 && s.capital(i-1) && !s.class(i-1).has(titleWord) {
		return -1
	}
	return i + 1
}

// regnal reports whether token i is the number of a ruler.
func (s *Sentence) regnal(i int) bool {
	return regnal[s.form(i)] || s.blind() && regnal[strings.ToUpper(s.form(i))]
}

// numberedNouns are for what is numbered as rulers are.
var numberedNouns = wordSet(`act annex appendix article block book camp category chapter class clause division episode figure game grade group level
	mark model part phase protocol quarter reactor round schedule season section series stage step table tier title type unit version volume
	vatican war world zone`)

// seats are nouns for places that are the first word of a place's full name.
var seats = wordSet("city republic kingdom principality duchy county province state gulf bay strait straits sea island islands isle lake mount valley port district governorate community peninsula cape")

// lineage returns the last token of what tells a person from others of the name that ends at last: a
// number, 'Jr.', 'the Elder'; last where nothing does.
func (s *Sentence) lineage(last int) int {
	next := last + 1
	switch {
	case s.regnal(next), s.form(next) == "I" && s.first(next), lineal[s.word(next)]:
		return next
	case s.form(next) == "," && lineal[s.word(next+1)], s.word(next) == "the" && byname[s.word(next+1)] && (s.blind() || startsUpper(s.form(next+1))):
		return next + 1
	}
	return last
}

// first reports whether the 'I' at token i is a ruler's number and nobody who speaks: nothing that could be said of 'I'
// follows, or the tagger sees no pronoun.
func (s *Sentence) first(i int) bool {
	if s.Tokens[i].Tag != "PRON" || i+1 == len(s.Tokens) {
		return true
	}
	next := s.Tokens[i+1].Tag
	return next == "ADP" || next == "PUNCT" && s.form(i+1) != ","
}

var (
	regnal = map[string]bool{"II": true, "III": true, "IV": true, "VI": true, "VII": true, "VIII": true, "IX": true, "XI": true, "XII": true, "XIII": true, "XIV": true, "XV": true, "XVI": true, "XXIII": true}
	lineal = wordSet("jr jr. sr sr. junior senior")
	byname = wordSet("great elder younger conqueror terrible bold good wise german pious bald magnificent confessor")
)

// form returns the form of token i, "" outside the sentence.
func (s *Sentence) form(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Form
}
