package parse

import (
	"cmp"
	"slices"
)

// Candidate is a stretch that may be a name or a phrase of some kind. Outer is the index in its list
// of the shortest candidate that it lies in, as 'Libya' does in 'Bank of Libya'; -1 for none.
type Candidate struct {
	Name
	Outer int
}

// Candidates returns what in a sentence may name or count something: its names, the names and
// nationalities in them, nationalities ('Syrian'), weapons ('improvised explosive device'), events
// ('the Easter bombings'), dates ('late 2014') and numbers ('at least 11'). They come in the order
// of the text, the longer of two first that begin together; two of them nest or lie apart.
func (t *Text) Candidates(sentence int) []Candidate {
	s, inside := t.namedTokens(sentence)
	if s == nil {
		return nil
	}
	c := candidates{t: t, s: s, sentence: sentence, inside: inside}
	for i := t.namesBefore(sentence) + 1; i < len(t.Names) && t.Names[i].Sentence == sentence; i++ {
		if t.Names[i].Kind != NameDate {
			c.list = append(c.list, Candidate{Name: t.Names[i]})
			c.within(&t.Names[i])
		}
	}
	for i := 0; i < len(s.Tokens); i++ {
		i = max(i, c.phraseAt(i))
	}
	return c.nested()
}

// candidates is the list in hand.
type candidates struct {
	t        *Text
	s        *Sentence
	sentence int
	inside   []int32 // one more than the number of the name that a token is part of
	list     []Candidate
}

func (c *candidates) add(first, last int, kind NameKind) {
	c.list = append(c.list, Candidate{Name: Name{Span: c.s.SpanOf(first, last), Sentence: c.sentence, First: first, Last: last, Kind: kind}})
}

// within finds the countries and peoples in a longer name: 'Bank of Libya', 'Libyan National Army'.
func (c *candidates) within(n *Name) {
	if n.First == n.Last || n.Kind == NamePerson {
		return
	}
	for k := n.First; k <= n.Last; k++ {
		switch w := c.s.class(k); {
		case w.has(nationality) && !w.has(country):
			c.add(k, k, NameNationality)
		case w.has(country):
			c.add(k, k, NameLocation)
		}
	}
}

// phraseAt adds the phrase that begins at token i, and returns its last token, -1 for none.
func (c *candidates) phraseAt(i int) int {
	switch last := c.s.dateEnd(i); {
	case last >= i && c.free(i, last):
		c.add(i, last, NameDate)
		return last
	case last >= i:
		return -1
	}
	if last := c.s.numberEnd(i); last >= i && c.free(i, last) {
		c.add(i, last, NameNumber)
		return last
	}
	if c.inside[i] > 0 {
		return -1
	}
	if c.s.NationalityAt(i) {
		c.add(i, i, NameNationality)
	}
	c.nounAt(i)
	return -1
}

// free reports whether no token of first to last is part of a name.
func (c *candidates) free(first, last int) bool {
	for k := first; k <= last; k++ {
		if c.inside[k] > 0 {
			return false
		}
	}
	return true
}

// nounAt adds the weapon, the building or the event that the noun at token i ends.
func (c *candidates) nounAt(i int) {
	if t := &c.s.Tokens[i]; t.Tag != "NOUN" && t.Tag != "PROPN" {
		return
	}
	switch w := c.s.class(i); {
	case w.has(weaponWord) && !c.s.class(i+1).has(weaponWord|eventWord):
		if first := c.weaponFrom(i); first < i || !generalArms[c.s.word(i)] {
			c.add(first, i, NameWeapon)
		}
	case w.has(eventWord):
		if first, last := c.eventAround(i); first < last {
			c.add(first, last, NameEvent)
		}
	case w.has(facilityWord) && i > 0 && c.inside[i-1] > 0:
		c.add(c.t.Names[c.inside[i-1]-1].First, i, NameFacility)
	}
}

// phraseReach is how many words before its noun a phrase may begin.
const phraseReach = 6

// weaponFrom goes back from the noun at token i over the words that say what weapon it is: 'M16 rifle',
// 'pressure cooker bomb'.
func (c *candidates) weaponFrom(i int) int {
	first := i
	for first > 0 && i-first < phraseReach && (c.s.class(first-1).has(weaponWord) || c.inside[first-1] == 0 && (c.s.class(first-1).has(weaponModifier) || c.s.word(first-1) == "-")) {
		first--
	}
	for first < i && (c.s.word(first) == "-" || !c.whole(first)) {
		first++
	}
	return first
}

// eventAround finds the name or the feast that the event at token i is called by, before it or, behind
// a capital, after it: 'the Easter bombings', 'Operation Inherent Resolve'.
func (c *candidates) eventAround(i int) (first, last int) {
	first, last = i, i
	for first > 0 && i-first < phraseReach && (c.inside[first-1] > 0 || c.s.Tokens[first-1].named() || c.s.class(first-1).has(feast|eventWord)) {
		first--
	}
	for first < i && !c.whole(first) {
		first++
	}
	if capital := startsUpper(c.s.Tokens[i].Form); first == i && capital && i+1 < len(c.s.Tokens) && c.inside[i+1] > 0 {
		last = c.t.Names[c.inside[i+1]-1].Last
	}
	return first, last
}

// whole reports whether no name is cut before token first.
func (c *candidates) whole(first int) bool {
	return first == 0 || c.inside[first] == 0 || c.inside[first-1] != c.inside[first]
}

// generalArms are nouns that are weapons only with a word before them that says so.
var generalArms = wordSet("device devices belt belts vest vests mine mines shell shells drone drones axe axes arrow arrows weapon weapons launcher launchers chlorine")

// nested sorts the list, drops what is there twice, crosses a longer one or is a weapon in a weapon, and finds what lies in what.
func (c *candidates) nested() []Candidate {
	slices.SortStableFunc(c.list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last))
	})
	var out []Candidate
	var open []int
	for _, n := range c.list {
		for len(open) > 0 && out[open[len(open)-1]].Last < n.First {
			open = open[:len(open)-1]
		}
		n.Outer = -1
		if len(open) > 0 {
			n.Outer = open[len(open)-1]
			if o := &out[n.Outer]; n.Last > o.Last || n.Last == o.Last && n.First == o.First || n.Kind == NameWeapon && o.Kind == NameWeapon {
				continue
			}
		}
		open = append(open, len(out))
		out = append(out, n)
	}
	return out
}

// namesBefore returns the number of the last name in a sentence below the given one, -1 for none.
func (t *Text) namesBefore(sentence int) int {
	lo, hi := 0, len(t.Names)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Names[mid].Sentence < sentence {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
