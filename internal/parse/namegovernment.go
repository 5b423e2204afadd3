package parse

import "strings"

// placeVerb says what a verb makes of the name of a place beside it; data/lexicon/language/place-verbs.txt.
type placeVerb uint8

const (
	stillVerb   placeVerb = iota + 1 // its subject is the place itself: 'the city has'
	rulerVerb                        // its object is those who rule there: 'accused Moscow'
	givingVerb                       // 'to' marks those who rule there: 'ceded to Spain'
	dealingVerb                      // 'with' does: 'negotiated with Iran'
)

var placeVerbs = readNamed("place-verbs", map[string]placeVerb{"still": stillVerb, "ruler": rulerVerb, "gives": givingVerb, "deals": dealingVerb})

// markGovernments says of each name of a place whether it stands for those who rule or speak for it.
func (t *Text) markGovernments(list []Name) {
	for i := range list {
		if n := &list[i]; n.Kind == NameLocation && t.Sentences[n.Sentence].Tree {
			n.Acts = t.Sentences[n.Sentence].acts(n)
		}
	}
}

// acts reports whether what is said of a place can be said of those who rule or speak for it only: it does
// what takes a will, it is blamed or beaten, it is many ('England are'), or a deed is its own.
func (s *Sentence) acts(n *Name) bool {
	if placing[s.word(n.First-1)] {
		return false
	}
	head := s.nameHead(n)
	i := s.firstJoined(head)
	h := s.Tokens[i].Head
	if h < 0 || h >= n.First && h <= n.Last {
		return false
	}
	verb := placeVerbs[s.Tokens[h].Lemma]
	switch rel := s.Tokens[i].Rel; rel {
	case "nsubj":
		return s.Tokens[h].Tag == "VERB" && verb != stillVerb || s.many(head, h)
	case "obj", "nsubj:pass":
		return verb == rulerVerb
	case "obl:agent":
		return verb != stillVerb
	case "nmod:poss":
		return s.deedOf(h, "'s")
	case "obl":
		mark := s.caseOf(i)
		return mark == "to" && verb == givingVerb || mark == "with" && verb == dealingVerb
	}
	return s.Tokens[i].Is("nmod") && s.deedOf(h, s.caseOf(i))
}

// many reports whether token i, a name in the singular that is joined with no other, is the subject of a plural.
func (s *Sentence) many(i, h int) bool {
	if strings.HasSuffix(s.Tokens[i].Form, "s") || s.Tokens[i].Rel != "nsubj" || s.Child(i, "conj") >= 0 {
		return false
	}
	a := s.Child(h, "cop", "aux")
	return a > i && plurals[s.word(a)]
}

var plurals = wordSet("are were have")

// nameHead returns the word of a name that the others hang on.
func (s *Sentence) nameHead(n *Name) int {
	i := n.Last
	for k := n.First; k <= n.Last; k++ {
		if h := s.Tokens[k].Head; h < n.First || h > n.Last {
			i = k
		}
	}
	return i
}

// firstJoined returns the first of the words that token i is joined with by 'and': what is said of it is said of all.
func (s *Sentence) firstJoined(i int) int {
	for k := 0; k < 8 && s.Tokens[i].Rel == "conj" && s.Tokens[s.Tokens[i].Head].Tag == "PROPN"; k++ {
		i = s.Tokens[i].Head
	}
	return i
}

// deedOf reports whether token h is a noun for a deed or a stance, and the preposition marks who does it or deals in it.
func (s *Sentence) deedOf(h int, mark string) bool {
	lemma := s.Tokens[h].Lemma
	frame, ok := nominals.Get(lemma)
	switch mark {
	case "by":
		return true
	case "'s":
		return stances[lemma] || ok && placeVerbs[frame.verb] != stillVerb && frame.role(mark) == roleWho
	case "with", "between":
		return frame.role(mark) != noRole
	case "on", "against":
		return duress[frame.verb]
	}
	return false
}

var (
	stances = wordSet("position policy stance strategy interest demand")
	duress  = wordSet("press sanction war") // with 'on' and 'against', in difference to attacks, which are where the place is
)
