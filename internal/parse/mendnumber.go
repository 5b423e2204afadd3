package parse

import "strings"

// Numbers of people are torn off where reports leave out words: 'two tanks were destroyed and nine soldiers killed', '13 people,
// including ten soldiers were hurt', 'On 5 January 1976 ten workmen were shot'.

// befell reports whether the past form at token i tells what befell its subject, a number of people, though nothing says 'were': nobody
// is named whom they would have done it to. 'Three assailants killed.'
func (s *Sentence) befell(i int) bool {
	t := &s.Tokens[i]
	if t.Tag != "VERB" || t.Fine != "VBD" && t.Fine != "VBN" || !verbClasses.At(t.Lemma).has(befallVerb) || t.Is("amod", "acl") || s.Child(i, "obj", "iobj", "aux", "ccomp", "xcomp", "cop", "nsubj:pass", "obl:agent") >= 0 {
		return false
	}
	for k := range s.Tokens {
		if c := &s.Tokens[k]; c.Head == i && c.Is("conj") && s.Child(k, "obj", "nsubj:pass") >= 0 {
			return false // 'killed and wounded dozens'
		}
	}
	n := s.Child(i, "nsubj")
	if n < 0 || n > i || s.Tokens[n].Tag != "NUM" && s.Child(n, "nummod") < 0 && !(n == i-1 && (s.Tokens[n].Lemma == "all" || s.Tokens[n].Lemma == "both")) {
		return false
	}
	for k := i + 1; k < len(s.Tokens) && k <= i+4; k++ { // whom it was done to may hang elsewhere
		switch k := &s.Tokens[k]; {
		case k.Tag == "PUNCT" || k.Tag == "SCONJ" || k.Tag == "CCONJ" || k.Tag == "ADP":
			return true
		case k.nominal() || k.Tag == "NUM" || k.Tag == "PRON" || k.Tag == "DET":
			return false
		}
	}
	return true
}

// thoseDone reports whether the past form at token i, right behind the people whom it befell and before what they did or were, is taken for
// what they did to others: 'all of those killed belonged to the militia'.
func (s *Sentence) thoseDone(i int) bool {
	t := &s.Tokens[i]
	if i < 1 || i+1 >= len(s.Tokens) || t.Tag != "VERB" || !t.Is("acl:relcl", "nmod", "csubj", "dep", "advcl") || !verbClasses.At(t.Lemma).has(befallVerb) || s.Child(i, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark") >= 0 {
		return false
	}
	if n, next := &s.Tokens[i-1], &s.Tokens[i+1]; !strings.EqualFold(n.Form, "those") && n.Fine != "NNS" && n.Lemma != "people" && n.Tag != "NUM" || next.Tag != "VERB" && next.Tag != "AUX" {
		return false
	}
	return true
}

// noneOfThem reports whether 'none' at token i, behind the verb that it is taken for a subject of, is said aside: 'eight were injured, none
// fatally'.
func (s *Sentence) noneOfThem(i int) bool {
	t := &s.Tokens[i]
	return t.Lemma == "none" && t.Is("nsubj", "nsubj:pass") && t.Head >= 0 && t.Head < i
}

// soManyMore reports whether the number at token i stands before a 'more' that it is taken to count, as no noun follows: 'injured three more'.
func (s *Sentence) soManyMore(i int) bool {
	t := &s.Tokens[i]
	return t.Tag == "NUM" && t.Head == i+1 && i+1 < len(s.Tokens) && s.Tokens[i+1].Lemma == "more" && s.Tokens[i+1].Is("obj", "nsubj", "nsubj:pass", "conj", "obl", "nmod", "appos", "root")
}

// swap puts token i where token h stands, on which it hangs, with all else that hangs there.
func (s *Sentence) swap(i, h int) {
	s.adopt(h, i)
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[h].Head, s.Tokens[h].Rel
	s.Tokens[h].Head, s.Tokens[h].Rel = i, "amod"
}

// ownNumber returns the verb to which number i, before 'and' and a second verb, tells how many, where the tree takes it for a number of those
// whom the second verb tells, or the two verbs for one phrase: 'killed five and wounded three others'. It is -1 for none.
func (s *Sentence) ownNumber(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "NUM" || i < 1 || i+3 >= len(s.Tokens) || s.Tokens[i+1].Tag != "CCONJ" || s.Tokens[i+2].Tag != "VERB" || s.Tokens[i+2].Fine != "VBD" && s.Tokens[i+2].Fine != "VBN" {
		return -1
	}
	v := i - 1
	for v > 0 && v > i-5 && s.Tokens[v].Tag != "VERB" && !s.Tokens[v].nominal() && s.Tokens[v].Tag != "PUNCT" && s.Tokens[v].Tag != "AUX" {
		v--
	}
	if s.Tokens[v].Tag != "VERB" || !verbClasses.At(s.Tokens[v].Lemma).has(befallVerb) || s.Child(v, "aux:pass") >= 0 || s.counted(i+3) < 0 {
		return -1
	}
	if t.Head > i+2 || s.Tokens[i+2].Head == i || s.Tokens[i+2].Head == v && s.Tokens[s.counted(i+3)].Head == v {
		return v
	}
	return -1
}

// counted returns the noun or number that a phrase of how many, which begins at token i, ends at: 'at least three others'. It is -1 for none.
func (s *Sentence) counted(i int) int {
	for k := i; k < len(s.Tokens) && k < i+4; k++ {
		if n := s.nounFrom(k); n >= 0 {
			return n
		}
		switch s.Tokens[k].Tag {
		case "NUM":
			if n := s.nounFrom(k + 1); n >= 0 {
				return n
			}
			return k
		case "ADP", "ADV", "ADJ", "DET", "SCONJ":
		default:
			return -1
		}
	}
	return -1
}

// partNumbers gives verb v number i and the verb behind it those whom it tells.
func (s *Sentence) partNumbers(i, v int) {
	s.rehang(i, v, "obj")
	s.Tokens[i+1].Head, s.Tokens[i+2].Head, s.Tokens[i+2].Rel, s.Tokens[i+2].Fine = i+2, v, "conj", s.Tokens[v].Fine
	o := s.counted(i + 3)
	for k := range s.Tokens {
		if t := &s.Tokens[k]; k < i && t.Head == o && k > v {
			t.Head = i
		}
	}
	s.rehang(o, i+2, "obj")
}

// countedIn returns the people of whom the subject at token i, behind 'including' and without a comma after it, tells a part: '13 people,
// including ten soldiers were hurt'. It is -1 for none.
func (s *Sentence) countedIn(i int) int {
	t := &s.Tokens[i]
	if !t.Is("nsubj") || t.Head < i {
		return -1
	}
	c, a := s.Child(i, "case"), s.Child(t.Head, "nsubj")
	if c < 0 || c > i || s.Tokens[c].Lemma != "include" && s.Tokens[c].Lemma != "including" || a < 0 || a >= c {
		return -1
	}
	return a
}

// behindYear returns the noun that number i, right behind a year and taken for a part of the date, counts: 'On 5 January 1976 ten workmen
// were shot'. It is -1 for none.
func (s *Sentence) behindYear(i int) int {
	t := &s.Tokens[i]
	if t.Tag != "NUM" || i < 2 || !t.Is("nmod", "appos", "obl", "dep", "nsubj") || !s.fullYear(i-1) {
		return -1
	}
	n := s.nounFrom(i + 1)
	if n < 0 || s.Tokens[n].Fine != "NNS" && s.Tokens[n].Lemma != "people" || s.Child(n, "nummod") >= 0 {
		return -1
	}
	return n
}

// fullYear reports whether token i is a year behind a month.
func (s *Sentence) fullYear(i int) bool {
	f := s.Tokens[i].Form
	return len(f) == 4 && (strings.HasPrefix(f, "19") || strings.HasPrefix(f, "20")) && s.Tokens[i-1].Fine == "NNP"
}

// shortName reports whether token i, with capitals within, is a short name before a noun that is taken for a verb: 'two LeT terrorists
// were shot'.
func (s *Sentence) shortName(i int) bool {
	t := &s.Tokens[i]
	return t.Tag == "VERB" && i+1 < len(s.Tokens) && s.Tokens[i+1].Tag == "NOUN" && len(t.Form) < 7 && startsUpper(t.Form) && strings.ToUpper(t.Form[1:]) != t.Form[1:] && strings.ToLower(t.Form[1:]) != t.Form[1:]
}

// nameShort makes token i a name before the noun behind it, on which hangs what hung on it.
func (s *Sentence) nameShort(i int) {
	t, n := &s.Tokens[i], i+1
	if h := t.Head; !s.Under(n, i) {
		if s.Tokens[n].Head != h && h >= 0 {
			t.Head = n
		}
	} else {
		s.Tokens[n].Head, s.Tokens[n].Rel = t.Head, t.Rel
	}
	s.adopt(i, n)
	for k := range i {
		if c := &s.Tokens[k]; c.Head == n && c.Tag == "NUM" {
			c.Rel = "nummod"
		}
	}
	t.Tag, t.Fine, t.Lemma, t.Head, t.Rel = "PROPN", "NNP", t.Form, n, "compound"
}

// within returns the verb of the clause about a time or a reason that verb i goes on, behind a comma, where it hangs on what was done to
// somebody before: 'was shot when gunmen stormed the mission, set fire to the church and left'. It is -1 for none.
func (s *Sentence) within(i int) int {
	t := &s.Tokens[i]
	if !t.Is("conj") || t.Fine != "VBD" && t.Fine != "VBN" || t.Head < 0 || t.Head > i || i < 1 || s.Tokens[i-1].Form != "," || s.Child(t.Head, "aux:pass") < 0 || s.Child(i, "obj") < i || s.Child(i, "nsubj", "aux", "mark", "cc") >= 0 {
		return -1
	}
	for k := i - 1; k > t.Head; k-- {
		if c := &s.Tokens[k]; c.Is("advcl") && c.Head == t.Head && c.Fine == "VBD" && s.Child(k, "nsubj") >= 0 && s.Child(k, "nsubj:pass", "aux:pass") < 0 {
			return k
		}
	}
	return -1
}

// forcedTo returns the verb of forcing that infinitive i completes, where it hangs on whom that is done to: 'forced 7,000 households to flee'.
// It is -1 for none.
func (s *Sentence) forcedTo(i int) int {
	t := &s.Tokens[i]
	if t.Fine != "VB" || !t.Is("acl", "advcl") || t.Rel == "acl:relcl" || t.Head < 0 || t.Head > i || s.Child(i, "mark") < 0 {
		return -1
	}
	v := t.Head
	if t.Is("acl") {
		v = s.Tokens[v].Head
	}
	if v < 0 || v > t.Head || !forcing[s.Tokens[v].Lemma] {
		return -1
	}
	if o := s.Child(v, "obj"); o < v || o > i {
		return -1
	}
	return v
}

// forcing are the verbs behind whose object an infinitive says what that is made to do.
var forcing = wordSet("force cause compel")

// onTheDay reports whether the weekday at token i is taken for a part of the subject right behind it: 'On Sunday soldiers captured two men'.
func (s *Sentence) onTheDay(i int) bool {
	if i < 1 || i+2 >= len(s.Tokens) || !s.class(i).has(weekday) || s.Tokens[i].Head != i+1 || s.Tokens[i-1].Lemma != "on" || s.Tokens[i-1].Head != i+1 {
		return false
	}
	n, v := &s.Tokens[i+1], s.Tokens[i+1].Head
	return n.Fine == "NNS" && n.Is("obl") && v > i+1 && s.Tokens[v].Tag == "VERB" && s.Child(v, "nsubj") < 0
}

// sayingSo returns the verb of asking whose subject 'saying' at token i, behind a comma, is said by, where it hangs on what is asked: 'urged the
// government to do more, saying the rebels had killed ten'. It is -1 for none.
func (s *Sentence) sayingSo(i int) int {
	t := &s.Tokens[i]
	if i < 1 || t.Fine != "VBG" || t.Lemma != "say" && t.Lemma != "add" && t.Lemma != "warn" && t.Lemma != "accuse" || !t.Is("advcl") || s.Tokens[i-1].Form != "," || s.Child(i, "mark", "nsubj") >= 0 {
		return -1
	}
	h := t.Head
	for asked := false; h >= 0 && h < i && (s.Tokens[h].Fine == "VB" && s.Child(h, "mark") >= 0 && s.Tokens[h].Is("xcomp", "ccomp", "advcl", "acl", "conj") || asked && s.Tokens[h].Is("obj")); {
		h, asked = s.Tokens[h].Head, true
	}
	if h < 0 || h == t.Head || h > i || s.Tokens[h].Tag != "VERB" || s.Child(h, "nsubj") < 0 || s.Child(h, "nsubj:pass") >= 0 {
		return -1
	}
	return h
}

// didLately reports whether the past form at token i is what the name that begins the sentence did, where a time without a preposition stands
// between and tears them: 'Human Rights Watch last week urged'.
func (s *Sentence) didLately(i int) bool {
	t := &s.Tokens[i]
	h := t.Head
	if t.Fine != "VBD" || !t.Is("parataxis") || h < 0 || h > i-2 || s.Tokens[h].Head >= 0 || s.Tokens[h].Tag != "PROPN" || s.Child(i, "nsubj") >= 0 {
		return false
	}
	for k := h + 1; k < i; k++ {
		if c := &s.Tokens[k]; c.Head < h || c.Tag != "NOUN" && c.Tag != "ADJ" && c.Tag != "DET" && c.Tag != "PROPN" || c.Head == h {
			return false
		}
	}
	return s.Child(i, "obl") > h && s.Child(i, "obl") < i
}

// secondTime returns the verb before time i that 'and' joins to the one that the time hangs on, where that one has a time of its own already:
// 'withdrew from Merca in 2011 and lost Kismayo in 2012'. It is -1 for none.
func (s *Sentence) secondTime(i int) int {
	h := s.Tokens[i].Head
	if !s.Tokens[i].Is("obl") || h < 0 || h > i || !s.time(i) {
		return -1
	}
	for c := i - 1; c > h; c-- {
		if t := &s.Tokens[c]; t.Head != h || !t.Is("conj") || t.Tag != "VERB" {
			continue
		}
		for k := h + 1; k < c; k++ {
			if s.Tokens[k].Head == h && s.Tokens[k].Is("obl") && s.time(k) {
				return c
			}
		}
		return -1
	}
	return -1
}

// time reports whether token i is a month, a weekday or a year.
func (s *Sentence) time(i int) bool {
	f := s.Tokens[i].Form
	return s.class(i).has(month) || s.class(i).has(weekday) || len(f) == 4 && s.Tokens[i].Tag == "NUM" && (strings.HasPrefix(f, "19") || strings.HasPrefix(f, "20"))
}
