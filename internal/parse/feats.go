package parse

// feats fills the Feats of a sentence's tokens from their Fine tags, their forms and the tree; of tokens
// without a tree from what stands before them. The features are those of UD English EWT, but for Typo,
// Abbr and Style, which are about how a word is written. The strings are shared, none is made.
func feats(tokens []Token) {
	var room [longestSentence]featNote
	notes := room[:0]
	if len(tokens) > len(room) {
		notes = make([]featNote, 0, len(tokens))
	}
	notes = notes[:len(tokens)]
	if len(tokens) > 0 && tokens[0].Rel != "" {
		noteTree(tokens, notes)
	} else {
		noteLine(tokens, notes)
	}
	for i := range tokens {
		t := &tokens[i]
		t.Feats = featsOf(tokens, notes, i)
		if notes[i].has(noteFixed) {
			t.Feats = withExternal(t)
		}
	}
}

// featNote is what the dependents of a token say for its features.
type featNote struct {
	subject int32 // its subject, one more than the token; 0 for none
	flags   noteFlags
}

type noteFlags uint16

const (
	noteAux      noteFlags = 1 << iota // an auxiliary
	noteModal                          // one that takes an infinitive: a modal or do
	notePassive                        // a passive auxiliary
	noteTo                             // 'to'
	noteMark                           // another mark or a preposition
	noteConjunct                       // coordinated with 'and'
	noteFixed                          // the first word of several
	noteRelative                       // a relative clause
)

func (n featNote) has(f noteFlags) bool { return n.flags&f != 0 }

// noteTree notes what hangs on each token.
func noteTree(tokens []Token, notes []featNote) {
	for i := range tokens {
		t := &tokens[i]
		if t.Head < 0 {
			continue
		}
		n := &notes[t.Head]
		switch arcOf(t.Rel) {
		case arcSubject, arcPassiveSubject:
			if n.subject == 0 || t.Rel != outerSubject {
				n.subject = int32(i + 1)
			}
		case arcAuxiliary:
			n.flags |= auxNote(t)
		case arcPassiveAuxiliary:
			n.flags |= notePassive
		case arcMark:
			n.flags |= markNote(t)
		case arcCase:
			n.flags |= noteMark
		case arcConjunct:
			n.flags |= noteConjunct
		case arcRelative:
			n.flags |= noteRelative
		case arcPart:
			if t.Rel == "fixed" {
				n.flags |= noteFixed
			}
		}
	}
}

func auxNote(t *Token) noteFlags {
	if t.Fine == "MD" || t.Lemma == "do" {
		return noteAux | noteModal
	}
	return noteAux
}

func markNote(t *Token) noteFlags {
	if t.Fine == "TO" {
		return noteTo
	}
	return noteMark
}

// noteLine notes, where there is no tree, what stands before each verb: auxiliaries and 'to' since the
// last noun, and that noun as its subject.
func noteLine(tokens []Token, notes []featNote) {
	var since featNote
	for i := range tokens {
		t := &tokens[i]
		notes[i] = since
		switch t.Tag {
		case "NOUN", "PROPN", "PRON":
			since = featNote{subject: int32(i + 1)}
		case "AUX":
			since.flags |= auxNote(t)
			if t.Lemma == "be" {
				since.flags |= notePassive
			}
		case "PART":
			since.flags |= markNote(t) & noteTo
		case "VERB", "PUNCT":
			since.flags = 0
		}
	}
}

// featsOf returns the features of token i.
func featsOf(tokens []Token, notes []featNote, i int) string {
	t := &tokens[i]
	switch t.Tag {
	case "NOUN", "PROPN":
		return nounFeats(t)
	case "VERB", "AUX":
		return verbFeats(tokens, notes, i)
	case "ADJ":
		return adjectiveFeats(t)
	case "NUM":
		return numberFeats(t.Form)
	case "PRON", "DET", "ADV", "PART", "CCONJ", "INTJ":
		return smallFeats(tokens, notes, i)
	case "X":
		if t.Fine == "FW" {
			return "Foreign=Yes"
		}
	}
	return ""
}

func nounFeats(t *Token) string {
	switch t.Fine {
	case "NN", "NNP":
		return "Number=Sing"
	case "NNS", "NNPS":
		if decade(t.Form) {
			return "Number=Ptan|NumForm=Combi|NumType=Card"
		}
		if onlyPlural[t.Lemma] {
			return "Number=Ptan"
		}
		return "Number=Plur"
	}
	return ""
}

// onlyPlural are the lemmas of nouns that have no singular, as EWT counts them.
var onlyPlural = wordSet(`thanks politics troops remains clothes economics regards surroundings scissors jeans
	contents means headquarters savings proceedings supplies whereabouts goods glasses electronics finances
	grounds auspices trousers pants sunglasses outskirts belongings earnings riches arms funds premises genetics
	dynamics physics mathematics statistics ethics athletics logistics tactics shorts binoculars tongs pliers
	manners furnishings odds amends congratulations customs news-media hostilities barracks`)

func decade(form string) bool {
	last := form[len(form)-1]
	first := form[0]
	if first == '\'' && len(form) > 1 {
		first = form[1]
	}
	return last == 's' && '0' <= first && first <= '9'
}

func adjectiveFeats(t *Token) string {
	switch t.Fine {
	case "JJR":
		return "Degree=Cmp"
	case "JJS":
		return "Degree=Sup"
	case "JJ", "NNP":
		first := t.Form[0]
		if '0' <= first && first <= '9' && endsOrdinal(t.Form) {
			return "Degree=Pos|NumForm=Combi|NumType=Ord"
		}
		if ordinals[t.Lemma] {
			return "Degree=Pos|NumForm=Word|NumType=Ord"
		}
		return "Degree=Pos"
	}
	return ""
}

func endsOrdinal(form string) bool {
	switch form[max(0, len(form)-2):] {
	case "th", "st", "nd", "rd", "TH", "ST", "ND", "RD":
		return true
	}
	return false
}

var ordinals = wordSet(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
	fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth
	hundredth thousandth millionth`)

// numberFeats tells figures from words, and fractions (4.5) from whole numbers.
func numberFeats(form string) string {
	points, roman := 0, true
	for k := range len(form) {
		switch c := form[k]; {
		case c == '.':
			points++
		case c == 'I' || c == 'V' || c == 'X':
			continue
		}
		roman = false
	}
	switch {
	case roman && form != "X":
		return "NumForm=Roman|NumType=Card"
	case form[0] >= 'A' && form[0] != '\'' && form[0] < 0x80:
		return "NumForm=Word|NumType=Card"
	case points == 1:
		return "NumForm=Digit|NumType=Frac"
	}
	return "NumForm=Digit|NumType=Card"
}

// verbFeats reads a verb's or auxiliary's mood, tense, person and voice.
func verbFeats(tokens []Token, notes []featNote, i int) string {
	switch t := &tokens[i]; t.Fine {
	case "MD":
		return "VerbForm=Fin"
	case "VBZ":
		return presentFeats[thirdSingular]
	case "VBP":
		p, ok := person(tokens, notes, i)
		switch {
		case !ok && tokens[i].Tag == "VERB":
			p = firstSingular
		case p == thirdSingular:
			p = thirdPlural
		}
		return presentFeats[p]
	case "VBD":
		return pastFeats[pastPerson(tokens, notes, i)]
	case "VB":
		if imperative(tokens, notes, i) {
			return "Mood=Imp|VerbForm=Fin"
		}
		return "VerbForm=Inf"
	case "VBG":
		if gerund(tokens, notes, i) {
			return "VerbForm=Ger"
		}
		return "Tense=Pres|VerbForm=Part"
	case "VBN":
		if t.Tag == "VERB" && passiveVoice(tokens, notes, i) {
			return "Tense=Past|VerbForm=Part|Voice=Pass"
		}
		return "Tense=Past|VerbForm=Part"
	}
	return ""
}

// The persons, as presentFeats and pastFeats have them.
const (
	firstSingular = iota
	firstPlural
	second
	thirdSingular
	thirdPlural
)

var presentFeats = [...]string{
	firstSingular: "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
	firstPlural:   "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin",
	second:        "Mood=Ind|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin",
	thirdSingular: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
	thirdPlural:   "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
}

var pastFeats = [...]string{
	firstSingular: "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin",
	firstPlural:   "Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin",
	second:        "Mood=Ind|Number=Sing|Person=2|Tense=Past|VerbForm=Fin",
	thirdSingular: "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
	thirdPlural:   "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
}

// pastPerson is person, but 'was' is singular and 'were' is not third person singular.
func pastPerson(tokens []Token, notes []featNote, i int) int {
	p, _ := person(tokens, notes, i)
	switch tokens[i].Form {
	case "was", "Was", "WAS":
		if p == thirdPlural {
			return thirdSingular
		}
	case "were", "Were", "WERE":
		if p == thirdSingular {
			return thirdPlural
		}
	}
	return p
}

// clauseHead returns the verb of the clause that a verb or its auxiliary is in.
func clauseHead(tokens []Token, i int) int {
	switch tokens[i].Rel {
	case "aux", "aux:pass", "cop":
		if tokens[i].Head >= 0 {
			return tokens[i].Head
		}
	}
	return i
}

// person of the subject of verb i, its own or the one it shares with the verbs before it. Where there is
// none it returns the third person singular and false.
func person(tokens []Token, notes []featNote, i int) (int, bool) {
	at := clauseHead(tokens, i)
	for range deepestGap {
		if notes[at].subject > 0 {
			return personOf(tokens, notes, int(notes[at].subject)-1, at), true
		}
		h := tokens[at].Head
		switch {
		case tokens[at].Rel == "conj" && h >= 0:
			at = h
		case tokens[at].Rel == "acl:relcl" && h >= 0:
			return personOf(tokens, notes, h, at), true
		default:
			return thirdSingular, false
		}
	}
	return thirdSingular, false
}

// personOf returns the person of a subject; that of a relative pronoun is its noun's.
func personOf(tokens []Token, notes []featNote, s, verb int) int {
	t := &tokens[s]
	if relativePronoun(t) && tokens[verb].Rel == "acl:relcl" && tokens[verb].Head >= 0 {
		s, t = tokens[verb].Head, &tokens[tokens[verb].Head]
	}
	switch t.Fine {
	case "PRP":
		return pronounPerson(t.Form)
	case "NNS", "NNPS":
		return thirdPlural
	}
	if notes[s].has(noteConjunct) || t.Tag == "NUM" && t.Lemma != "one" && t.Form != "1" {
		return thirdPlural
	}
	switch t.Lemma {
	case "these", "those", "many", "all", "few", "several", "both", "some", "most", "people", "police", "other", "this", "that":
		if t.Lemma != "this" && t.Lemma != "that" || len(t.Form) == 5 {
			return thirdPlural
		}
	}
	return thirdSingular
}

func pronounPerson(form string) int {
	switch form {
	case "I", "i", "me", "Me":
		return firstSingular
	case "we", "We", "WE", "us":
		return firstPlural
	case "you", "You", "YOU":
		return second
	case "they", "They", "THEY", "them", "Them":
		return thirdPlural
	}
	return thirdSingular
}

// imperative reports whether a bare verb commands: it has no subject, no 'to', no modal, and stands at
// the head of a sentence or goes on with such a verb.
func imperative(tokens []Token, notes []featNote, i int) bool {
	at := clauseHead(tokens, i)
	n := notes[at]
	if n.has(noteTo) || n.subject > 0 {
		return false
	}
	switch tokens[at].Rel {
	case "root", "parataxis", "appos", "":
		return !n.has(noteModal) || at != i || tokens[at].Rel != "" && startsWithDo(tokens, at)
	case "conj":
		h := tokens[at].Head
		return !n.has(noteAux) && h >= 0 && h < i && tokens[h].Fine == "VB" && tokens[h].Feats == "Mood=Imp|VerbForm=Fin"
	}
	return false
}

// startsWithDo reports whether the auxiliary of a verb is a 'do' that commands itself: 'do not shoot'.
func startsWithDo(tokens []Token, at int) bool {
	for k := at - 1; k >= 0 && k >= at-4; k-- {
		if tokens[k].Head == at && tokens[k].Rel == "aux" {
			return tokens[k].Fine == "VB"
		}
	}
	return false
}

// gerund reports whether a word in -ing stands for a thing or describes one, as EWT has it.
func gerund(tokens []Token, notes []featNote, i int) bool {
	if notes[i].has(noteAux | notePassive) {
		return false
	}
	switch t := &tokens[i]; t.Rel {
	case "acl", "xcomp", "amod", "csubj", "csubj:pass", "ccomp", "obj", "nsubj", "compound", "obl", "nmod", "appos", "csubj:outer":
		return true
	case "conj":
		return t.Head >= 0 && t.Head < i && tokens[t.Head].Feats == "VerbForm=Ger"
	}
	return false
}

// passiveVoice reports whether a past participle is no part of a perfect.
func passiveVoice(tokens []Token, notes []featNote, i int) bool {
	t, n := &tokens[i], notes[i]
	if n.has(notePassive) || !n.has(noteAux) && t.Rel != "conj" {
		return true
	}
	if n.has(noteAux) || t.Head < 0 || t.Head > i {
		return false
	}
	h := &tokens[t.Head]
	return h.Fine != "VBN" || h.Feats == "Tense=Past|VerbForm=Part|Voice=Pass"
}

// withExternal adds the part of speech that several words have together to the features of the first.
func withExternal(t *Token) string {
	role := 0
	switch t.Rel {
	case "case":
		role = 1
	case "advmod":
		role = 2
	case "mark":
		role = 3
	case "cc":
		role = 4
	}
	if all, ok := external[t.Feats]; ok && role > 0 {
		return all[role-1]
	}
	if t.Feats == "PronType=Tot" || t.Feats == "PronType=Rcp" {
		return "ExtPos=PRON|PronType=Rcp"
	}
	return t.Feats
}

// external has, for the features of a first word, those with ExtPos as preposition, adverb, subordinate
// and coordinate conjunction.
var external = map[string][4]string{
	"":                         {"ExtPos=ADP", "ExtPos=ADV", "ExtPos=SCONJ", "ExtPos=CCONJ"},
	"Degree=Pos":               {"Degree=Pos|ExtPos=ADP", "Degree=Pos|ExtPos=ADV", "Degree=Pos|ExtPos=SCONJ", "Degree=Pos|ExtPos=CCONJ"},
	"Degree=Cmp":               {"Degree=Cmp|ExtPos=ADP", "Degree=Cmp|ExtPos=ADV", "Degree=Cmp|ExtPos=SCONJ", "Degree=Cmp|ExtPos=CCONJ"},
	"Number=Sing":              {"ExtPos=ADP|Number=Sing", "ExtPos=ADV|Number=Sing", "ExtPos=SCONJ|Number=Sing", "ExtPos=CCONJ|Number=Sing"},
	"Polarity=Neg":             {"ExtPos=ADP|Polarity=Neg", "ExtPos=ADV|Polarity=Neg", "ExtPos=SCONJ|Polarity=Neg", "ExtPos=CCONJ|Polarity=Neg"},
	"Tense=Pres|VerbForm=Part": {"ExtPos=ADP|Tense=Pres|VerbForm=Part", "ExtPos=ADV|Tense=Pres|VerbForm=Part", "ExtPos=SCONJ|Tense=Pres|VerbForm=Part", "ExtPos=CCONJ|Tense=Pres|VerbForm=Part"},
}
