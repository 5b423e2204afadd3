package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class says how a mention refers. The order is that of classWords where pronouns are concerned.
type class = uint8

const (
	className class = iota
	classDefinite
	classDemonstrative
	classPossessed
	classIndefinite
	classBare
	classNumber
	classGroup // a coordination
	classEvent
	classHe
	classShe
	classIt
	classThey
	classI
	classYou
	classWe
	classThis
	classOther
	classes
)

// Pronouns by the class of what they stand for.
var pronounClass = pronounClasses(map[class]string{
	classHe: "he him his himself", classShe: "she her hers herself", classIt: "it its itself it's",
	classThey: "they them their theirs themselves 'em", classI: "i me my mine myself",
	classYou: "you your yours yourself yourselves", classWe: "we us our ours ourselves 's ’s",
	classThis: "this that these those",
})

func pronounClasses(words map[class]string) map[string]class {
	m := map[string]class{}
	for c, list := range words {
		for _, w := range strings.Fields(list) {
			m[w] = c
		}
	}
	return m
}

// Numbers and genders; zero is unknown.
const (
	oneNumber  uint8 = 1
	manyNumber uint8 = 2

	genderHe  uint8 = 1
	genderShe uint8 = 2
	genderIt  uint8 = 3
)

// role is the place of a mention in its clause.
const (
	roleOther uint8 = iota
	roleSubject
	rolePassive
	roleObject
	roleOblique
	roleAgent
	roleModifier
	rolePossessor
	roleCompound
	roleApposition
	roleConjunct
	rolePredicate
	roles
)

// coreWords is the most words of a mention that are compared.
const coreWords = 8

// facts are what the scorer knows of a mention by itself.
type facts struct {
	class, number, gender, role uint8
	sort                        uint8  // see sorts; sorts is unsure
	length                      uint8  // words, at most 255
	post                        uint8  // what stands behind the head: 1 a phrase, 2 a clause, 3 both
	quote                       int32  // number of the quotation that it stands in + 1
	head                        uint32 // hash of the head's lemma, of a name the last word
	core                        uint32 // hash of the words in order, articles left out
	words                       [coreWords]uint32
	n                           uint8     // how many words
	kin                         [3]uint16 // numbers of the head's sets in kin.txt, 0 for none
	after                       uint32    // hash of the noun in the phrase behind the head
	initials, letters           uint32    // of a long name; of what may be its acronym
	stem                        uint32    // of a verb, or of a noun that may be made from one
	governor                    uint32    // hash of the lemma that it hangs on and its relation
	lead                        uint32    // hash of the first word
	whole                       uint32    // hash of all words
	vector                      int32     // row of the head's vector
	extent                      float32   // and its length, 0 for none
	nest                        uint8     // see nestOf
	inside                      uint8     // how many mentions it lies in, at most 2
	lifeless                    bool      // a building or a weapon, by its noun: nobody is 'he' by it
	alias                       int32     // the mention of the name that this is short for + 1
	cluster                     int32     // number of the chain
}

// tokenHash hashes a word in lower case, by 32-bit FNV-1a; 0 is never a hash.
func tokenHash(form string) uint32 {
	h := uint32(2166136261)
	for _, r := range form {
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		h = (h ^ uint32(r)) * 16777619
	}
	return h | 1
}

func mix(a, b uint32) uint32 {
	h := (uint64(a)*0x9E3779B97F4A7C15 + uint64(b)) * 0xD6E8FEB86659FD93
	return uint32(h>>32) | 1
}

// readFacts looks at mention m.
func readFacts(s *Sentence, m *Mention, p *phrases) facts {
	head := &s.Tokens[m.Head]
	f := facts{cluster: -1, length: uint8(min(255, m.Last-m.First+1)), role: roleOf(head), lead: tokenHash(s.Tokens[m.First].Form)}
	if s.Tree && p.predicate[m.Head] {
		f.role = rolePredicate
	}
	f.class, f.nest = classOf(s, m), nestOf(s, m.Head)
	for i := m.First; i <= m.Last; i++ {
		if t := &s.Tokens[i]; t.Tag != "PUNCT" && t.Fine != "POS" && (i > m.First || t.Tag != "DET") {
			f.whole = mix(f.whole, tokenHash(t.Form))
		}
	}
	if head.Head >= 0 {
		f.governor = mix(tokenHash(s.Tokens[head.Head].Lemma), uint32(f.role))
	}
	f.head = tokenHash(head.Lemma)
	f.readNumber(head)
	if f.class >= classHe {
		f.core = f.head
		return f
	}
	f.readWords(s, m)
	if f.class != classEvent {
		f.vector, f.extent = vectorOf(head)
	}
	if f.class == classEvent {
		f.stem = verbStem(head.Lemma)
	} else if f.class != className {
		f.stem, f.kin = nounStem(head.Lemma), kin().At(head.Lemma)
		f.lifeless = head.Tag == "NOUN" && nameLexicon()[head.Lemma]&(facilityWord|weaponWord) != 0
	}
	f.readGender(s, m)
	return f
}

// nestOf is 0 for a head that stands before no other noun, 1 for one that does ('the Athens council'), 2 where both are
// words of one name ('Sydney Morning Herald').
func nestOf(s *Sentence, head int) uint8 {
	t := &s.Tokens[head]
	if t.Head <= head || !t.Is("compound", "nmod", "amod", "flat") {
		return 0
	}
	for i := head + 1; i <= t.Head; i++ {
		if e := s.Tokens[i].Entity; e == "" || e[0] != 'I' || labelKind(&s.Tokens[i]) != labelKind(t) {
			return 1
		}
	}
	return 2
}

func roleOf(t *Token) uint8 {
	switch {
	case t.Rel == "nsubj:pass":
		return rolePassive
	case t.Is("nsubj", "csubj"):
		return roleSubject
	case t.Is("obj", "iobj"):
		return roleObject
	case t.Rel == "obl:agent":
		return roleAgent
	case t.Is("obl"):
		return roleOblique
	case t.Rel == "nmod:poss":
		return rolePossessor
	case t.Is("nmod"):
		return roleModifier
	case t.Is("compound"):
		return roleCompound
	case t.Is("appos"):
		return roleApposition
	case t.Is("conj"):
		return roleConjunct
	}
	return roleOther
}

func classOf(s *Sentence, m *Mention) class {
	head, lead := &s.Tokens[m.Head], &s.Tokens[m.First]
	switch {
	case m.Kind == MentionPronoun:
		var buffer [48]byte
		if c, ok := pronounClass[string(fold(head.Form, buffer[:0]))]; ok {
			return c
		}
		return classOther
	case m.Kind == MentionEvent:
		return classEvent
	case m.Kind == MentionName:
		return className
	case head.Tag == "PROPN" || s.Tree && coordinated(s, m):
		return classGroup
	case head.Tag == "NUM":
		return classNumber
	case lead.Fine == "PRP$" || lead.Is("nmod:poss") || m.First < m.Head && possessed(s, m):
		return classPossessed
	case lead.Tag == "DET" && lead.Lemma == "the":
		return classDefinite
	case lead.Tag == "DET" && demonstrative[lead.Lemma]:
		return classDemonstrative
	case lead.Tag == "DET" || lead.Tag == "NUM":
		return classIndefinite
	}
	return classBare
}

var demonstrative = wordSet("this that these those such")

// coordinated reports whether a conjunct of the head lies in the mention.
func coordinated(s *Sentence, m *Mention) bool {
	for i := m.Head + 1; i <= m.Last; i++ {
		if t := &s.Tokens[i]; t.Head == m.Head && t.Is("conj") {
			return true
		}
	}
	return false
}

func possessed(s *Sentence, m *Mention) bool {
	for i := m.First; i < m.Head; i++ {
		if t := &s.Tokens[i]; t.Head == m.Head && t.Rel == "nmod:poss" {
			return true
		}
	}
	return false
}

func (f *facts) readNumber(head *Token) {
	switch {
	case f.class == classThey || f.class == classWe || f.class == classGroup || head.Fine == "NNS" || head.Fine == "NNPS" || head.Lemma == "these" || head.Lemma == "those":
		f.number = manyNumber
	case f.class == classHe || f.class == classShe || f.class == classIt || f.class == classI || head.Fine == "NN" || head.Fine == "NNP":
		f.number = oneNumber
	}
	switch f.class {
	case classHe:
		f.gender = genderHe
	case classShe:
		f.gender = genderShe
	case classIt:
		f.gender = genderIt
	}
}

// readWords keeps the words of the mention up to its head, or to the end of a name; the initials of a
// name are those of the phrase behind it as well: 'Organization of American States'.
func (f *facts) readWords(s *Sentence, m *Mention) {
	end, last := m.Head, m.Head
	for i := m.Head + 1; i <= m.Last; i++ {
		t := &s.Tokens[i]
		switch {
		case t.Is("flat", "fixed", "goeswith") && end == i-1:
			end, last = i, i
		case t.Head == m.Head && t.Is("nmod"):
			f.post |= 1
			if f.after == 0 {
				f.after, last = tokenHash(t.Lemma), i
			}
		case t.Head == m.Head && t.Is("acl"):
			f.post |= 2
		}
	}
	for i := m.First; i <= end; i++ {
		if t := &s.Tokens[i]; content(t) {
			f.addWord(t, i == m.Head)
		}
	}
	if f.n == 0 {
		f.words[0], f.n, f.core = f.head, 1, mix(0, f.head)
	}
	if f.class == className {
		f.initials = initialsHash(s.Tokens[m.First : last+1])
		if f.n == 1 {
			f.letters = acronymHash(s.Tokens[m.Head].Form)
		}
	}
}

func (f *facts) addWord(t *Token, head bool) {
	h := tokenHash(t.Form)
	switch {
	case f.class == className:
		f.head = h
	case head:
		h = f.head
	}
	f.core = mix(f.core, h)
	if int(f.n) == coreWords {
		f.n--
	}
	f.words[f.n] = h
	f.n++
}

// initialsHash is the hash of the first letters of the capitalised words, 0 for fewer than two.
func initialsHash(tokens []Token) uint32 {
	var letters [12]byte
	n := 0
	for i := range tokens {
		if c := tokens[i].Form[0]; 'A' <= c && c <= 'Z' && n < len(letters) && tokens[i].Tag != "DET" {
			letters[n] = c
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return hashBytes(letters[:n]) | 1
}

func content(t *Token) bool {
	switch t.Tag {
	case "NOUN", "PROPN", "ADJ", "NUM", "VERB", "X", "SYM", "ADV":
		return true
	}
	return t.Fine == "PRP$"
}

// acronymHash is the hash of the capitals of a word that may be an acronym, 0 for another word.
func acronymHash(form string) uint32 {
	var letters [12]byte
	n := 0
	for i := range len(form) {
		switch c := form[i]; {
		case 'A' <= c && c <= 'Z' && n < len(letters):
			letters[n] = c
			n++
		case c != '.':
			return 0
		}
	}
	if n < 2 {
		return 0
	}
	return hashBytes(letters[:n]) | 1
}

func (f *facts) readGender(s *Sentence, m *Mention) {
	if f.class == classEvent || f.class == classGroup || f.class == classNumber || f.number == manyNumber {
		return
	}
	for i := m.First; i <= m.Last && i <= m.Head+1; i++ {
		t := &s.Tokens[i]
		if i != m.Head && (f.class != className || !t.Is("flat", "nmod:desc", "compound")) {
			continue
		}
		if g := genderOf(t.Form); g != 0 {
			f.gender = g
			return
		}
	}
}
