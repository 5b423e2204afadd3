package parse

// smallFeats reads pronouns, determiners, adverbs and particles, which have their features by the word.
func smallFeats(tokens []Token, notes []featNote, i int) string {
	t := &tokens[i]
	var buffer [16]byte
	word := lowerASCII(t.Form, buffer[:0])
	switch t.Tag {
	case "PRON":
		return pronounFeats(tokens, notes, i, word)
	case "DET":
		if t.Fine == "WDT" {
			return "PronType=Int"
		}
		return determinerFeats[string(word)]
	case "ADV":
		return adverbFeats(tokens, notes, i, word)
	case "INTJ":
		return answerFeats[string(word)]
	}
	if t.Lemma == "not" || t.Lemma == "nor" || t.Lemma == "neither" || t.Lemma == "n't" {
		return "Polarity=Neg"
	}
	return ""
}

// lowerASCII appends the first letters of a word in lower case; small words have no others.
func lowerASCII(form string, into []byte) []byte {
	for k := 0; k < len(form) && k < cap(into); k++ {
		c := form[k]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		into = append(into, c)
	}
	return into
}

// pronounFeats tells 'it' and 'you' as subjects from the same as objects, and a relative pronoun from a
// question.
func pronounFeats(tokens []Token, notes []featNote, i int, word []byte) string {
	t := &tokens[i]
	switch t.Fine {
	case "WDT":
		return "PronType=Rel"
	case "WP$":
		return "Poss=Yes|PronType=Rel"
	case "WP":
		if relates(tokens, notes, i) || string(word) == "whom" {
			return "PronType=Rel"
		}
		return "PronType=Int"
	case "PRP":
		if pair, ok := caseFeats[string(word)]; ok {
			if accusative(tokens, i) {
				return pair[1]
			}
			return pair[0]
		}
		return personFeats[string(word)]
	case "PRP$":
		return possessiveFeats[string(word)]
	case "EX":
		return ""
	}
	return indefiniteFeats[string(word)]
}

// relates reports whether a question word introduces a relative clause or has one.
func relates(tokens []Token, notes []featNote, i int) bool {
	if notes[i].has(noteRelative) {
		return true
	}
	h := tokens[i].Head
	return h >= 0 && (tokens[h].Rel == "acl:relcl" || tokens[h].Rel == "advcl:relcl")
}

// accusative reports whether a pronoun is an object or stands behind a preposition; without a tree,
// whether a verb or a preposition stands right before it.
func accusative(tokens []Token, i int) bool {
	switch tokens[i].Rel {
	case "obj", "iobj", "obl", "nmod", "obl:agent":
		return true
	case "":
		return i > 0 && (tokens[i-1].Tag == "VERB" || tokens[i-1].Tag == "ADP")
	}
	return false
}

// adverbFeats marks adverbs that point or count, and comparatives.
func adverbFeats(tokens []Token, notes []featNote, i int, word []byte) string {
	switch tokens[i].Fine {
	case "RBR":
		return "Degree=Cmp"
	case "RBS":
		return "Degree=Sup"
	case "WRB":
		if relates(tokens, notes, i) {
			return "PronType=Rel"
		}
		return "PronType=Int"
	case "RB":
		return pointingFeats[string(word)]
	}
	return ""
}

// caseFeats are the pronouns that look the same as subject and as object.
var caseFeats = map[string][2]string{
	"it":  {"Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs"},
	"you": {"Case=Nom|Person=2|PronType=Prs", "Case=Acc|Person=2|PronType=Prs"},
}

var personFeats = map[string]string{
	"i": "Case=Nom|Number=Sing|Person=1|PronType=Prs", "me": "Case=Acc|Number=Sing|Person=1|PronType=Prs",
	"we": "Case=Nom|Number=Plur|Person=1|PronType=Prs", "us": "Case=Acc|Number=Plur|Person=1|PronType=Prs",
	"he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "him": "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
	"she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs", "her": "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
	"they": "Case=Nom|Number=Plur|Person=3|PronType=Prs", "them": "Case=Acc|Number=Plur|Person=3|PronType=Prs",
	"'em": "Case=Acc|Number=Plur|Person=3|PronType=Prs", "one": "Number=Sing|Person=3|PronType=Prs",
	"'s": "Case=Acc|Number=Plur|Person=1|PronType=Prs", "’s": "Case=Acc|Number=Plur|Person=1|PronType=Prs",
	"myself": "Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes", "yourself": "Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes",
	"himself":    "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"herself":    "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
	"itself":     "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Emp|Reflex=Yes",
	"ourselves":  "Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes",
	"yourselves": "Case=Acc|Number=Plur|Person=2|PronType=Prs|Reflex=Yes",
	"themselves": "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
	"mine":       "Number=Sing|Person=1|Poss=Yes|PronType=Prs", "yours": "Person=2|Poss=Yes|PronType=Prs",
	"his": "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "hers": "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"ours": "Number=Plur|Person=1|Poss=Yes|PronType=Prs", "theirs": "Number=Plur|Person=3|Poss=Yes|PronType=Prs",
}

var possessiveFeats = map[string]string{
	"my": "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs", "our": "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
	"your": "Case=Gen|Person=2|Poss=Yes|PronType=Prs", "their": "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
	"his": "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"her": "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
	"its": "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
}

var indefiniteFeats = map[string]string{
	"this": "Number=Sing|PronType=Dem", "that": "Number=Sing|PronType=Dem", "these": "Number=Plur|PronType=Dem", "those": "Number=Plur|PronType=Dem",
	"something": "Number=Sing|PronType=Ind", "anything": "Number=Sing|PronType=Ind", "someone": "Number=Sing|PronType=Ind",
	"anyone": "Number=Sing|PronType=Ind", "somebody": "Number=Sing|PronType=Ind", "anybody": "Number=Sing|PronType=Ind",
	"everything": "Number=Sing|PronType=Tot", "everyone": "Number=Sing|PronType=Tot", "everybody": "Number=Sing|PronType=Tot",
	"nothing": "Number=Sing|PronType=Neg", "nobody": "Number=Sing|PronType=Neg", "no": "Number=Sing|PronType=Neg",
	"none": "PronType=Neg", "one": "Number=Sing|PronType=Neg",
}

var determinerFeats = map[string]string{
	"the": "Definite=Def|PronType=Art", "a": "Definite=Ind|PronType=Art", "an": "Definite=Ind|PronType=Art",
	"this": "Number=Sing|PronType=Dem", "that": "Number=Sing|PronType=Dem", "these": "Number=Plur|PronType=Dem", "those": "Number=Plur|PronType=Dem",
	"some": "PronType=Ind", "any": "PronType=Ind", "another": "PronType=Ind", "either": "PronType=Ind", "such": "PronType=Ind",
	"quite": "PronType=Ind", "half": "NumForm=Word|NumType=Frac|PronType=Ind", "all": "PronType=Tot", "every": "PronType=Tot",
	"each": "PronType=Tot", "both": "PronType=Tot", "no": "PronType=Neg", "neither": "PronType=Neg",
}

var pointingFeats = map[string]string{
	"now": "PronType=Dem", "then": "PronType=Dem", "there": "PronType=Dem", "here": "PronType=Dem", "never": "PronType=Neg",
	"nowhere": "PronType=Neg", "neither": "PronType=Neg", "always": "PronType=Tot", "everywhere": "PronType=Tot", "ever": "PronType=Ind", "sometimes": "PronType=Ind",
	"anywhere": "PronType=Ind", "somewhere": "PronType=Ind", "sometime": "PronType=Ind", "anytime": "PronType=Ind", "either": "PronType=Ind",
	"someplace": "PronType=Ind", "well": "Degree=Pos", "far": "Degree=Pos", "long": "Degree=Pos", "soon": "Degree=Pos", "hard": "Degree=Pos",
	"early": "Degree=Pos", "late": "Degree=Pos", "little": "Degree=Pos", "fast": "Degree=Pos", "close": "Degree=Pos", "high": "Degree=Pos",
	"low": "Degree=Pos", "badly": "Degree=Pos", "first": "NumForm=Word|NumType=Ord", "second": "NumForm=Word|NumType=Ord",
	"third": "NumForm=Word|NumType=Ord", "once": "NumForm=Word|NumType=Mult", "twice": "NumForm=Word|NumType=Mult",
	"half": "NumForm=Word|NumType=Frac",
}

var answerFeats = map[string]string{
	"yes": "Polarity=Pos", "yeah": "Polarity=Pos", "yep": "Polarity=Pos", "no": "Polarity=Neg", "nope": "Polarity=Neg", "nah": "Polarity=Neg",
}
