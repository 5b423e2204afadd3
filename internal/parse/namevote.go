package parse

import (
	"slices"
	"strings"
)

// voteKinds are what mentions of a name vote on.
var voteKinds = [...]NameKind{NamePerson, NameOrganisation, NameLocation, NameOther}

const (
	votePerson = iota
	voteOrganisation
	voteLocation
	voteOther
)

// tally is how far the mentions of a name, and the words around them, speak for each kind.
type tally [len(voteKinds)]float32

// The weights of votes, found by trying: a label counts one; a title in front or a noun that says
// what the thing is counts more, a name's own words or a preposition less.
const (
	labelVote    = 1
	saidVote     = 2   // 'President X', 'the X group', 'the city of X', 'X, the founder of'
	headVote     = 1.2 // 'X Brigade', 'X Province'
	hintVote     = 0.5 // 'in X', a given name, an acronym
	familyVote   = 2.5 // the whole name of a person who is later called by one part of it
	ownVoteAgain = 1   // a mention's own votes count so many times more than those of the others
)

// election is the vote on the kinds of the names of one text.
type election struct {
	t       *Text
	list    []Name
	own     []tally
	tallies map[string]*tally // by the words of the name, in lower case
	keys    []string          // of list
}

// agreed gives the names of a text kinds on which all mentions of a name agree, unless a mention's
// own surroundings speak against the others. What was named clearly once gives its kind to later
// bare mentions, and is found again where the labels have missed it.
func agreed(t *Text, list []Name) []Name {
	e := election{t: t, list: list, own: make([]tally, len(list)), tallies: map[string]*tally{}, keys: make([]string, len(list))}
	for i := range list {
		e.vote(i)
	}
	e.family()
	e.aliases()
	for i := range list {
		e.decide(i)
	}
	e.spread()
	e.lengthen()
	for i := range e.list {
		t.refineKind(&e.list[i])
	}
	return slices.DeleteFunc(apart(e.list), t.office)
}

// apart leaves out the names that the one before has grown over: the 'I' of 'World War I'.
func apart(list []Name) []Name {
	kept := list[:0]
	for _, n := range list {
		if k := len(kept) - 1; k < 0 || kept[k].Sentence != n.Sentence || kept[k].Last < n.First {
			kept = append(kept, n)
		}
	}
	return kept
}

// lengthen takes what tells a person from others of the name into the person's name.
func (e *election) lengthen() {
	kept := e.list[:0]
	for _, n := range e.list {
		if k := len(kept) - 1; k >= 0 && kept[k].Sentence == n.Sentence && kept[k].Last >= n.First {
			continue
		}
		if s := &e.t.Sentences[n.Sentence]; n.Kind == NamePerson {
			n.Last = s.lineage(n.Last)
			n.Span = s.SpanOf(n.First, n.Last)
		}
		kept = append(kept, n)
	}
	e.list = kept
}

// office reports whether a name is no more than a title, behind an article or before a name or 'of':
// 'the President', 'General', 'Duke of'.
func (t *Text) office(n Name) bool {
	s := &t.Sentences[n.Sentence]
	for k := n.First; k <= n.Last; k++ {
		if !s.class(k).has(titleWord) {
			return false
		}
	}
	next := n.Last + 1
	return articleWords[s.word(n.First-1)] || officeLeads[s.word(n.First-1)] || s.word(next) == "of" || next < len(s.Tokens) && s.Tokens[next].named()
}

// officeLeads stand before one of many who hold an office: 'one era per Emperor'.
var officeLeads = wordSet("each every per no any another some")

// vote collects what mention i says of its kind.
func (e *election) vote(i int) {
	n := &e.list[i]
	e.keys[i] = e.t.spanWords(n.Span)
	if n.Kind == NameDate {
		return
	}
	own := &e.own[i]
	if k := slices.Index(voteKinds[:], votedKind(n.Kind)); k >= 0 {
		own[k] += labelVote
	}
	e.hear(i, own)
	all := e.tallies[e.keys[i]]
	if all == nil {
		all = new(tally)
		e.tallies[e.keys[i]] = all
	}
	for k := range own {
		all[k] += own[k]
	}
}

// votedKind puts the finer kinds under those that are voted on.
func votedKind(k NameKind) NameKind {
	if k == NameFacility {
		return NameLocation
	}
	return k
}

// hear adds what the words in and around mention i say.
func (e *election) hear(i int, own *tally) {
	n := &e.list[i]
	s := &e.t.Sentences[n.Sentence]
	last, before, behind := s.class(n.Last), e.wordBefore(i), e.wordBehind(i)
	switch {
	case behind.has(groupNoun):
		own[voteOrganisation] += saidVote
	case before.has(titleWord) && !last.has(organisationWord|facilityWord|locationWord|country):
		own[votePerson] += saidVote
	}
	switch {
	case s.placeNounOf(n):
		own[voteLocation] += saidVote
	case placing[s.word(n.First-1)] && !behind.has(groupNoun|organisationWord):
		own[voteLocation] += hintVote
	}
	if n.Last > n.First {
		own.hearWords(s.class(n.First), last, n.Kind)
	} else {
		own.hearWord(s, n, last)
	}
	own.add(s.appositionVote(n))
}

// hearWords adds what the first and the last word of a longer name say.
func (t *tally) hearWords(first, last nameWord, kind NameKind) {
	if kind == NamePerson {
		if first.has(givenName) {
			t[votePerson] += hintVote
		}
		return
	}
	if last.has(organisationWord) && !last.has(locationWord|facilityWord) {
		t[voteOrganisation] += headVote
	}
	if (last | first).has(locationWord) && !(last | first).has(organisationWord) {
		t[voteLocation] += headVote
	}
}

// hearWord adds what a name of one word says: a country, an acronym.
func (t *tally) hearWord(s *Sentence, n *Name, w nameWord) {
	switch {
	case w.has(country|knownPlace) && n.Kind != NameOrganisation:
		t[voteLocation] += headVote
	case w.has(knownBody) && s.capital(n.Last):
		t[voteOrganisation] += headVote
	case acronym(s.Tokens[n.Last].Form) && !w.has(country) && n.Kind != NamePerson && !s.shouts(n.First):
		t[voteOrganisation] += hintVote
	}
}

func (t *tally) add(kind int, weight float32) {
	if kind >= 0 {
		t[kind] += weight
	}
}

// placing are the prepositions that stand before places more than before anything else.
var placing = wordSet("in near outside inside around across throughout")

// wordBefore returns the class of the word in front of name i; in front of the first of the names
// that it is coordinated with where that is a plural: 'Presidents Obama and Putin'.
func (e *election) wordBefore(i int) nameWord {
	s := &e.t.Sentences[e.list[i].Sentence]
	before := s.class(e.list[i].First - 1)
	for k := i; !before.has(titleWord) && k > 0 && k > i-6 && e.coordinated(k-1); k-- {
		if at := e.list[k-1].First - 1; strings.HasSuffix(s.word(at), "s") && s.class(at).has(titleWord) {
			return s.class(at)
		}
	}
	return before
}

// wordBehind returns the class of the word behind name i; behind the last of the names that it is
// coordinated with where that is a plural: 'the Abu Sayyaf and Maute groups'.
func (e *election) wordBehind(i int) nameWord {
	s := &e.t.Sentences[e.list[i].Sentence]
	behind := s.class(e.list[i].Last + 1)
	for k := i; !behind.has(groupNoun) && k < i+6 && e.coordinated(k); k++ {
		if at := e.list[k+1].Last + 1; strings.HasSuffix(s.word(at), "s") && s.class(at).has(groupNoun) {
			return s.class(at)
		}
	}
	return behind
}

// coordinated reports whether nothing but 'and', 'or' or a comma stands between name i and the next.
func (e *election) coordinated(i int) bool {
	if i+1 >= len(e.list) {
		return false
	}
	a, b := &e.list[i], &e.list[i+1]
	return a.Sentence == b.Sentence && b.First == a.Last+2 && coordinators[e.t.Sentences[a.Sentence].word(a.Last+1)]
}

var coordinators = wordSet("and or , & nor")

// placeNounOf reports whether a noun for a place says what the name names: 'the city of X', 'X province'.
func (s *Sentence) placeNounOf(n *Name) bool {
	if s.word(n.First-1) == "of" && s.class(n.First-2).has(locationWord) && !s.class(n.First-2).has(organisationWord) && s.word(n.First-2) != "state" {
		return true
	}
	behind := n.Last + 1
	return s.class(behind).has(locationWord) && !s.class(behind).has(organisationWord) && !placeLike[s.word(behind)]
}

// placeLike are nouns for places that stand behind names of all kinds: 'the Taliban area'.
var placeLike = wordSet("state states territory territories area areas country countries border spring pass plain camp coast hills springs falls range zone quarter republic kingdom")

// shouts reports whether the words around token i are in capitals, so that capitals say nothing.
func (s *Sentence) shouts(i int) bool {
	for k := max(0, i-10); k < min(len(s.Tokens), i+10); k++ {
		for _, r := range s.Tokens[k].Form {
			if 'a' <= r && r <= 'z' {
				return false
			}
		}
	}
	return true
}

// appositionVote says what the noun of an apposition makes of the name, -1 for nothing: 'Hafiz
// Saeed, the founder of', 'Mosul, the second city'.
func (s *Sentence) appositionVote(n *Name) (kind int, weight float32) {
	if s.word(n.Last+1) != "," {
		return -1, 0
	}
	for k := n.Last + 2; k < min(len(s.Tokens), n.Last+9); k++ {
		if s.Tokens[k].Is("appos") && s.Tokens[k].Head >= n.First && s.Tokens[k].Head <= n.Last && s.Tokens[k].Tag == "NOUN" {
			return nounVote(s.class(k)), saidVote
		}
	}
	return -1, 0
}

// nounVote is the kind that a common noun speaks for, -1 for none.
func nounVote(w nameWord) int {
	switch {
	case w.has(titleWord | humanNoun):
		return votePerson
	case w.has(groupNoun):
		return voteOrganisation
	case w.has(locationWord) && !w.has(organisationWord):
		return voteLocation
	case w.has(organisationWord) && !w.has(locationWord|facilityWord):
		return voteOrganisation
	}
	return -1
}

// family lets the whole name of a person vote for its parts: 'Hafiz Saeed' for 'Saeed'.
func (e *election) family() {
	for i := range e.list {
		n := &e.list[i]
		all := e.tallies[e.keys[i]]
		if n.Last == n.First || n.Kind != NamePerson || all == nil || all[votePerson] < all.best() {
			continue
		}
		tokens := e.t.Sentences[n.Sentence].Tokens
		for _, part := range []int{n.First, n.Last} {
			if one := e.tallies[e.t.spanWords(tokens[part].Span)]; one != nil {
				one[votePerson] += familyVote
			}
		}
	}
}

func (t *tally) best() float32 { return slices.Max(t[:]) }

// aliases lets a name and its short form vote together: 'Islamic State West Africa Province (ISWAP)'.
func (e *election) aliases() {
	e.t.Names = e.list
	for _, a := range e.t.Aliases() {
		long, short := e.tallies[e.t.spanWords(a.Long)], e.tallies[e.t.spanWords(a.Short)]
		if long == nil || short == nil || long == short {
			continue
		}
		for k := range long {
			long[k] += short[k]
		}
		*short = *long
	}
}

// decide gives mention i the kind that most speaks for; a name that nothing speaks for stays of
// the kind it is.
func (e *election) decide(i int) {
	n := &e.list[i]
	all := e.tallies[e.keys[i]]
	if n.Kind == NameDate || all == nil || n.Kind != NameUnknown && e.t.Sentences[n.Sentence].class(n.Last).has(country) && n.First == n.Last {
		return
	}
	var sum tally
	for k := range sum {
		sum[k] = all[k] + ownVoteAgain*e.own[i][k]
	}
	best := 0
	for k := range sum {
		if sum[k] > sum[best] {
			best = k
		}
	}
	if was := slices.Index(voteKinds[:], votedKind(n.Kind)); sum[best] > 0 && (was < 0 || sum[best] > sum[was]) {
		n.Kind = voteKinds[best]
	}
}

// spread finds names of the text again in words that the labels have left out.
func (e *election) spread() {
	known := e.knownNames()
	if len(known) == 0 {
		return
	}
	var list []Name
	next := 0
	for i := range e.t.Sentences {
		s := &e.t.Sentences[i]
		for k := 0; k < len(s.Tokens); k++ {
			if next < len(e.list) && e.list[next].Sentence == i && e.list[next].First == k {
				list = append(list, e.list[next])
				k = e.list[next].Last
				next++
				continue
			}
			limit := len(s.Tokens)
			if next < len(e.list) && e.list[next].Sentence == i {
				limit = e.list[next].First
			}
			if n, ok := e.again(i, k, limit, known); ok {
				list = append(list, n)
				k = n.Last
			}
		}
	}
	e.list = list
}

// knownAlike is how many names with the same first word are looked for again.
const knownAlike = 30

// knownNames lists the names of the text that are a person, an organisation or a location, by the
// first of their words, longer ones first.
func (e *election) knownNames() map[string][]*Name {
	known := map[string][]*Name{}
	seen := map[string]bool{}
	for i := range e.list {
		n := &e.list[i]
		if seen[e.keys[i]] || len(e.keys[i]) < 3 || n.Kind != NamePerson && n.Kind != NameOrganisation && n.Kind != NameLocation && n.Kind != NameFacility {
			continue
		}
		seen[e.keys[i]] = true
		first := e.t.Sentences[n.Sentence].word(n.First)
		known[first] = append(known[first], n)
	}
	for first, list := range known {
		slices.SortStableFunc(list, func(a, b *Name) int { return (b.Last - b.First) - (a.Last - a.First) })
		known[first] = list[:min(len(list), knownAlike)]
	}
	return known
}

// again returns the name known from elsewhere that begins at token k and ends before limit.
func (e *election) again(sentence, k, limit int, known map[string][]*Name) (Name, bool) {
	s := &e.t.Sentences[sentence]
	if !s.Tokens[k].named() || !s.blind() && s.small(k) && s.cased() {
		return Name{}, false
	}
	for _, n := range known[s.word(k)] {
		last := k + n.Last - n.First
		if last < limit && e.sameWords(n, s, k) {
			return Name{Span: s.SpanOf(k, last), Sentence: sentence, First: k, Last: last, Kind: n.Kind}, true
		}
	}
	return Name{}, false
}

func (e *election) sameWords(n *Name, s *Sentence, at int) bool {
	o := &e.t.Sentences[n.Sentence]
	for k := n.First; k <= n.Last; k++ {
		if !strings.EqualFold(o.Tokens[k].Form, s.Tokens[at+k-n.First].Form) {
			return false
		}
	}
	return true
}

// refineKind tells the finer kinds from the words of a name: buildings among places, weapons,
// happenings and peoples among the rest.
func (t *Text) refineKind(n *Name) {
	s := &t.Sentences[n.Sentence]
	first, last := s.class(n.First), s.class(n.Last)
	several := n.Last > n.First
	rest := n.Kind == NameOther || n.Kind == NameUnknown
	switch {
	case n.Kind == NameDate:
	case !several && n.Kind != NamePerson && s.dateEnd(n.First) == n.Last, !several && last.has(month) && s.calendarWord(n.First) && s.isDay(n.Last+1):
		n.Kind = NameDate
	case !several && last.has(nationality) && !last.has(country|givenName) && (rest || n.Kind != NamePerson || s.Tokens[n.Last].Fine == "NNPS"),
		n.Kind != NameOrganisation && !last.has(country|knownPlace) && s.Tokens[n.Last].Fine == "NNPS" && strings.HasSuffix(s.Tokens[n.Last].Form, "ans"),
		several && s.peopleOf(n):
		n.Kind = NameNationality
	case last.has(weaponWord) && (rest || !several && n.Kind == NameOrganisation && acronym(s.Tokens[n.Last].Form)):
		n.Kind = NameWeapon
	case several && rest && (last | first | s.class(n.Last-1)).has(eventWord), several && first.has(eventWord) && s.word(n.First+1) == "of":
		n.Kind = NameEvent
		s.numbered(n)
	case several && (rest || n.Kind == NameLocation || n.Kind == NameOrganisation && !last.has(organisationWord)) && last.has(facilityWord):
		n.Kind = NameFacility
	}
}

// peopleOf reports whether the name is a country's adjective or people of several words: 'South Korean'.
func (s *Sentence) peopleOf(n *Name) bool {
	last, kind := s.countryAt(n.First)
	return last == n.Last && kind == "other"
}

// numbered takes the number of a happening in: 'World War II'.
func (s *Sentence) numbered(n *Name) {
	if next := n.Last + 1; next < len(s.Tokens) && s.Tokens[next].Entity == "" && strings.Trim(s.Tokens[next].Form, "IVX") == "" {
		n.Last, n.Span = next, s.SpanOf(n.First, next)
	}
}

// acronym reports whether form is of two to eight capitals, with or without hyphens: ISWAP, IS-K.
func acronym(form string) bool {
	return len(form) >= 2 && len(form) <= 8 && shapeOf(form) == shapeCaps
}
