package parse

import (
	"strings"
	"sync"
)

// Headlinese mends the tree of a headline, which leaves out what a sentence has. Deeds are told in the present there
// ('Gunmen kill five'), so that a past form without an object is a passive without its 'were' ('Boy, 16, shot in
// Mesa'), and an '-ing' without an object behind a preposition is the event ('Man dies after shooting'). It changes
// the tokens of s.
func (s *Sentence) Headlinese() {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case s.shotNoun(i):
			s.makeShot(i)
		case t.Tag != "VERB" || t.Is("amod"):
		case s.bareParticiple(i):
			s.makePassive(i)
		case s.eventNoun(i):
			s.makeNoun(i)
		case t.Fine == "VBG" && i+1 < len(s.Tokens) && s.Tokens[i+1].Lemma == "death" && i > 0 && !s.Under(i, i+1) && !s.Tokens[i].Is("root"):
			s.joinDeath(i)
		}
	}
	s.breakRings()
}

// headlinePeople are nouns for people: data/lexicon/language/headline-people.txt.
var headlinePeople = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range lexiconLines("headline-people") {
		m[w] = true
	}
	return m
})

// shotNoun reports whether token i is 'shot' behind a number or a noun for people, taken for a noun: '3 shot at a nightclub',
// 'Teen shot in Oakland'.
func (s *Sentence) shotNoun(i int) bool {
	t := &s.Tokens[i]
	if i == 0 || t.Tag != "NOUN" || !strings.EqualFold(t.Form, "shot") || t.Rel != "root" {
		return false
	}
	who := &s.Tokens[i-1]
	return who.Tag == "NUM" || genderOf(who.Form) != 0 || headlinePeople()[strings.ToLower(who.Form)]
}

// makeShot makes 'shot' the verb of what stands before it.
func (s *Sentence) makeShot(i int) {
	s.Tokens[i].Tag, s.Tokens[i].Fine, s.Tokens[i].Lemma = "VERB", "VBN", "shoot"
	for k := range s.Tokens {
		switch t := &s.Tokens[k]; {
		case t.Head != i || k == i-1:
		case k < i && !t.Is("punct"):
			t.Head = i - 1
		case t.Is("nmod"):
			t.Rel = "obl"
		case t.Is("acl"):
			t.Rel = "conj" // 'Teen shot, wounded in Oakland'
		}
	}
	who := &s.Tokens[i-1]
	if who.Tag == "ADJ" {
		who.Tag, who.Fine = "NOUN", "NN" // 'a 4-year-old'
	}
	who.Head, who.Rel = i, "nsubj:pass"
}

// bareParticiple reports whether token i is a past form of a headline that tells what befell its subject.
func (s *Sentence) bareParticiple(i int) bool {
	t := &s.Tokens[i]
	if t.Fine != "VBD" && t.Fine != "VBN" || verbClasses.At(t.Lemma).has(activeVerb) {
		return false
	}
	for k := range s.Tokens {
		if s.Tokens[k].Head != i {
			continue
		}
		switch {
		case k == i+1 && s.Tokens[k].Lemma == "dead": // 'Teacher shot dead in Yala'
		case s.Tokens[k].Is("aux", "mark") || s.Tokens[k].Rel == "nsubj:pass" || s.Tokens[k].Is("nsubj") && k > i:
			return false
		case s.Tokens[k].Is("obj", "ccomp", "xcomp", "iobj") && k > i && !s.between(i, k, ",", ";") && t.Lemma != "find" && !behindDeed[strings.ToLower(s.Tokens[i+1].Form)]:
			return false
		}
	}
	return true
}

// behindDeed are words right behind a deed that is told without an object: 'police killed as militants ambush convoy'.
var behindDeed = wordSet("as after when while amid")

func (s *Sentence) makePassive(i int) {
	s.Tokens[i].Fine = "VBN"
	if next := i + 1; next < len(s.Tokens) && s.Tokens[next].Head == i && s.Tokens[next].Tag == "VERB" {
		for k := range i { // 'four people found shot': it is they who were shot
			if t := &s.Tokens[k]; t.Head == i && t.Is("nsubj") {
				t.Head = next
			}
		}
		s.Tokens[next].Fine, i = "VBN", next
	}
	for k := range s.Tokens {
		t := &s.Tokens[k]
		switch {
		case t.Head != i:
		case t.Is("nsubj"):
			t.Rel = "nsubj:pass"
		case t.Is("obj"):
			t.Rel = "dep" // what stands behind a comma begins something else
		}
	}
}

// eventNoun reports whether token i is an event: an '-ing' behind a preposition, without what it is done to.
func (s *Sentence) eventNoun(i int) bool {
	if s.Tokens[i].Fine != "VBG" || i == 0 || !beforeEvent[strings.ToLower(s.Tokens[i-1].Form)] {
		return false
	}
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == i && (t.Is("obj", "xcomp", "ccomp", "advmod", "compound") || t.Is("obl") && s.caseOf(k) == "at") {
			return false
		}
	}
	return true
}

var beforeEvent = wordSet("after in following over from during for of before")

// joinDeath makes one noun phrase of 'shooting death', which a tree may take for somebody who shoots.
func (s *Sentence) joinDeath(i int) {
	t, d := &s.Tokens[i], &s.Tokens[i+1]
	for k := range s.Tokens {
		if s.Tokens[k].Head == i && k != i+1 {
			s.Tokens[k].Head = i + 1
		}
	}
	d.Head, d.Rel, d.Tag, d.Fine = t.Head, "obj", "NOUN", "NN"
	t.Head, t.Rel, t.Tag, t.Fine, t.Lemma = i+1, "compound", "NOUN", "NN", strings.ToLower(t.Form)
}

func (s *Sentence) makeNoun(i int) {
	t := &s.Tokens[i]
	t.Tag, t.Fine, t.Lemma, t.Rel = "NOUN", "NN", strings.ToLower(t.Form), "obl"
	for k := range s.Tokens {
		switch c := &s.Tokens[k]; {
		case c.Head != i:
		case k == i-1:
			c.Rel = "case"
		case c.Is("obl"):
			c.Rel = "nmod"
		case c.Is("nsubj"):
			c.Head = t.Head
		}
	}
}
