package actor

import (
	"iter"
	"strings"
	"sync"

	"dateline"
	"dateline/data"
	"dateline/internal/sieve"
)

// lexicon is data/lexicon/parties.txt and speakers.txt: folded words and phrases by section.
type lexicon struct {
	sections map[string]map[string]bool // section, then word
	known    *sieve.Map[listed]         // of its words and phrases, and of the first words of phrases
	bodies   map[string]string          // word to the body of a state: 'troops' to 'military'
	seats    map[string]string          // 'pentagon' to 'US:defence ministry'
	means    map[string]string          // 'jabhat' to 'front'
	speakers map[string]dateline.SpeakerClass
	titles   map[string]dateline.SpeakerClass
}

// longestPhrase is how many words a phrase of the lexicon may have.
const longestPhrase = 6

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{sections: map[string]map[string]bool{}, bodies: map[string]string{}, seats: map[string]string{}, means: map[string]string{},
		speakers: map[string]dateline.SpeakerClass{}, titles: map[string]dateline.SpeakerClass{}}
	for section, w := range phrases("parties.txt") {
		l.party(section, w)
	}
	for section, w := range phrases("speakers.txt") {
		l.speaker(section, w)
	}
	l.known = sieve.NewMap(l.knowns())
	return l
})

// section is a set of sections of parties.txt and of lists.
type section uint32

const (
	inFighters section = 1 << iota
	inPartisans
	inGroups
	inVoices
	inSupporters
	inDoings
	inOutsiders
	inBranches
	inFormer
	inAgainst
	inTied
	inBelonging
	inOf
	inEnds
	inQualifiers
	inUnnamed
	inNobody
	inCommunities
	inUnits
	inOfficial
	inJoining
	inGeneric
	inCompound
	inArms
	inPeace
	inSites
	inBodies
	inSpeakers
	inTitles
)

var sectionNames = map[string]section{
	"fighters": inFighters, "partisans": inPartisans, "groups": inGroups, "voices": inVoices, "supporters": inSupporters, "doings": inDoings,
	"outsiders": inOutsiders, "branches": inBranches, "former": inFormer, "against": inAgainst, "tied": inTied, "belonging": inBelonging,
	"of": inOf, "ends": inEnds, "qualifiers": inQualifiers, "unnamed": inUnnamed, "nobody": inNobody, "communities": inCommunities,
	"units": inUnits, "official": inOfficial, "joining": inJoining, "generic": inGeneric, "compound": inCompound, "arms": inArms,
	"peace": inPeace, "sites": inSites}

// listed is what the lexicon knows of a word or phrase: where it stands, and where a phrase stands that begins with the word.
type listed struct{ alone, opens section }

func (l *lexicon) knowns() map[string]listed {
	out := map[string]listed{}
	add := func(words string, sec section) {
		k := out[words]
		k.alone |= sec
		out[words] = k
		if first, _, more := strings.Cut(words, " "); more {
			k := out[first]
			k.opens |= sec
			out[first] = k
		}
	}
	for name, words := range l.sections {
		for w := range words {
			add(w, sectionNames[name])
		}
	}
	for w := range l.bodies {
		add(w, inBodies)
	}
	for w := range l.speakers {
		add(w, inSpeakers)
	}
	for w := range l.titles {
		add(w, inTitles)
	}
	return out
}

// phrases yields the words and phrases of a list, each with its section.
func phrases(file string) iter.Seq2[string, string] {
	return func(yield func(section, phrase string) bool) {
		for section, w := range data.Words(file) {
			if !yield(section, strings.ReplaceAll(w, "_", " ")) {
				return
			}
		}
	}
}

func (l *lexicon) party(section, w string) {
	body, isBody := strings.CutPrefix(section, "body ")
	switch {
	case isBody:
		l.bodies[folded(w)] = body
	case section == "seats":
		seat, who, _ := strings.Cut(w, "=")
		l.seats[folded(seat)] = who
	case section == "meanings":
		word, means, _ := strings.Cut(w, "=")
		l.means[folded(word)] = skeleton(folded(means))
	default:
		if l.sections[section] == nil {
			l.sections[section] = map[string]bool{}
		}
		l.sections[section][folded(w)] = true
	}
}

func (l *lexicon) speaker(section, w string) {
	if class, ok := strings.CutPrefix(section, "titles "); ok {
		l.titles[folded(w)] = dateline.SpeakerClass(class)
		return
	}
	if section == "neutral" {
		section = ""
	}
	l.speakers[folded(w)] = dateline.SpeakerClass(section)
}

// folded gives the words of s as a scanner folds them, parted by single spaces.
func folded(s string) string {
	sc := scanner{text: s}
	var b []byte
	for _, ok := sc.next(); ok; _, ok = sc.next() {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, sc.fold...)
	}
	return string(b)
}
