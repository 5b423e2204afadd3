package parse

import (
	"slices"
	"sync"
)

// chain is what is known of the mentions that were put together so far.
type chain struct {
	size        int32
	first, last int32 // mentions
	name, noun  int32 // the longest name, the last noun phrase; -1 for none
	gender      uint8
	numbers     uint8 // the numbers seen, as bits
	sorts       [unsure + 1]uint8
	sort        uint8     // the commonest, unsure for none
	top         uint8     // 1 begun in the first sentence, 2 in the second to fourth
	heads       [6]uint32 // of the last noun phrases
	filled      uint8
	seen        int32 // the last mention for which the chain was a candidate + 1
}

// entry is a mention under a key; prev is the entry before it under that key + 1.
type entry struct{ mention, prev int32 }

// candidate is a mention that the one in hand may go back to.
type candidate struct {
	mention  int32
	rank     int32
	match    int32
	order    int32 // how many later ones match in the same way
	like     int32 // how like the heads are, see likeness
	from, to int32 // its weights in chainScratch.list
	score    float32
}

// chainScratch is the room that reading one text takes; it is used again for the next.
type chainScratch struct {
	phrases    phrases
	mentions   []Mention
	facts      []facts
	chains     []chain
	entries    []entry
	index      map[uint32]int32 // key -> its latest entry + 1
	candidates []candidate      // the first is 'something new'
	list       featureList
	sortScores [unsure]int32
	model      *referenceModel
}

var chainRooms = sync.Pool{New: func() any { return &chainScratch{index: map[uint32]int32{}} }}

// The kinds of keys under which mentions are found again.
const (
	keyWord uint32 = 1 + iota
	keyHead
	keyInitials
	keyLetters
	keyStem
	keyClass
	keyKin
)

// read finds the mentions of a text and what m knows of each.
func (s *chainScratch) read(t *Text, m *referenceModel) {
	s.model = m
	s.mentions, s.facts = s.mentions[:0], s.facts[:0]
	names := t.Names
	quote := 0
	for i := range t.Sentences {
		n := 0
		for n < len(names) && names[n].Sentence <= i {
			n++
		}
		start := len(s.mentions)
		s.mentions = s.phrases.mentions(&t.Sentences[i], m, i, names[:n], s.mentions)
		for k := start; k < len(s.mentions); k++ {
			s.facts = append(s.facts, readFacts(&t.Sentences[i], &s.mentions[k], &s.phrases))
			s.facts[k].inside = s.inside(start, k)
			s.guessSort(t, names[:n], k)
			quote = s.quoted(t, k, quote)
		}
		names = names[n:]
	}
	s.tieAliases(t)
}

// tieAliases notes, for the mention of each short form that the text itself explains, the mention of
// the long one, which stands shortly before it.
func (s *chainScratch) tieAliases(t *Text) {
	k := 0
	for _, a := range t.Aliases() {
		for k < len(s.mentions) && s.mentions[k].Span.Start < a.Short.Start {
			k++
		}
		if k == len(s.mentions) || !a.Short.Contains(s.mentions[k].Span) || s.facts[k].class != className {
			continue
		}
		for i := k - 1; i >= max(0, k-12); i-- {
			m := &s.mentions[i]
			if head := t.Sentences[m.Sentence].Tokens[m.Head].Span; s.facts[i].class == className && a.Long.Contains(head) {
				s.facts[k].alias = int32(i) + 1
			}
		}
	}
}

// match compares mention j with an earlier one.
func (s *chainScratch) match(j, i int32) int32 {
	if s.facts[j].alias == i+1 {
		return matchAcronym
	}
	return match(&s.facts[j], &s.facts[i])
}

// inside counts the mentions from start on that mention k lies in, up to 2.
func (s *chainScratch) inside(start, k int) (n uint8) {
	for i := k - 1; i >= max(start, k-6) && n < 2; i-- {
		if s.mentions[i].Last >= s.mentions[k].Last {
			n++
		}
	}
	return n
}

// quoted marks mention m with the quotation that it stands in, looking from quotation at onwards.
func (s *chainScratch) quoted(t *Text, m, at int) int {
	span := s.mentions[m].Span
	for at < len(t.Quotes) && t.Quotes[at].Span.End <= span.Start {
		at++
	}
	if at < len(t.Quotes) && t.Quotes[at].Span.Contains(span) {
		s.facts[m].quote = int32(at) + 1
	}
	return at
}

// guessSort guesses what mention m stands for.
func (s *chainScratch) guessSort(t *Text, names []Name, m int) {
	f := &s.facts[m]
	switch {
	case f.class == classHe, f.class == classShe, f.class == classI, f.class == classYou, f.class == classWe:
		f.sort = sortPerson
		return
	case f.class >= classHe || f.class == classEvent:
		f.sort = unsure
		return
	}
	s.list.at = sortFeatures(t, names, &s.mentions[m], f, s.list.at[:0])
	f.sort = s.model.guess(s.list.at, &s.sortScores)
}

// policy decides, in training, which candidate a mention is put with; 0 is something new.
type policy func(j int, candidates []candidate) int

// walk goes through the mentions in order and puts each into a chain as decide says.
func (s *chainScratch) walk(t *Text, decide policy) {
	s.chains, s.entries = s.chains[:0], s.entries[:0]
	clear(s.index)
	for j := range s.mentions {
		s.gather(t, int32(j))
		best := decide(j, s.candidates)
		s.put(int32(j), s.candidates[best].mention)
		s.enter(int32(j))
	}
}

// resolve is walk with the scorer.
func (s *chainScratch) resolve(t *Text) References {
	var r References
	s.walk(t, func(j int, list []candidate) int {
		best, p := s.model.choose(list, s.list.at)
		if k := s.explained(j, list); k > 0 {
			best, p = k, max(p, said)
		}
		if best > 0 {
			r.Links = append(r.Links, Reference{Mention: j, Antecedent: int(list[best].mention), Score: p, Why: s.why(t, j, &list[best])})
		}
		return best
	})
	r.Mentions = slices.Clone(s.mentions)
	return r
}

// said is how sure a link is at least that the text itself explains.
const said = 0.99

// explained returns which candidate mention j is explained as a short form of, 0 for none.
func (s *chainScratch) explained(j int, list []candidate) int {
	if s.facts[j].alias == 0 {
		return 0
	}
	return max(0, slices.IndexFunc(list, func(c candidate) bool { return c.mention == s.facts[j].alias-1 }))
}

// put adds mention j to the chain of mention i, or begins a chain where i is -1.
func (s *chainScratch) put(j, i int32) {
	f := &s.facts[j]
	if i < 0 {
		f.cluster = int32(len(s.chains))
		c := chain{first: j, name: -1, noun: -1, sort: unsure}
		switch n := s.mentions[j].Sentence; {
		case n == 0:
			c.top = 1
		case n < 4:
			c.top = 2
		}
		s.chains = append(s.chains, c)
	} else {
		f.cluster = s.facts[i].cluster
	}
	c := &s.chains[f.cluster]
	c.size++
	c.last = j
	c.learn(s, j)
}

// learn takes over what mention j says about the chain.
func (c *chain) learn(s *chainScratch, j int32) {
	f := &s.facts[j]
	switch {
	case f.class == className && (c.name < 0 || s.facts[c.name].n < f.n):
		c.name = j
	case f.class > className && f.class < classEvent:
		c.noun = j
		c.heads[c.filled%uint8(len(c.heads))] = f.head
		c.filled++
	}
	if f.gender != 0 {
		c.gender = f.gender
	}
	c.numbers |= f.number
	if f.sort != unsure {
		if c.sorts[f.sort] < 255 {
			c.sorts[f.sort]++
		}
		if c.sort == unsure || c.sorts[f.sort] >= c.sorts[c.sort] {
			c.sort = f.sort
		}
	}
}

// enter puts mention j under its keys.
func (s *chainScratch) enter(j int32) {
	f := &s.facts[j]
	s.keys(f, func(kind, value uint32) {
		k := mix(kind, value)
		s.entries = append(s.entries, entry{j, s.index[k]})
		s.index[k] = int32(len(s.entries))
	})
}

func (s *chainScratch) keys(f *facts, do func(kind, value uint32)) {
	switch {
	case f.class >= classHe:
		do(keyClass, uint32(f.class))
		return
	case f.class == classEvent:
		do(keyStem, f.stem)
		return
	case f.class == className:
		for i, w := range f.words[:f.n] {
			if i < 4 || i == int(f.n)-1 {
				do(keyWord, w)
			}
		}
		if f.initials != 0 {
			do(keyInitials, f.initials)
		}
		if f.letters != 0 {
			do(keyLetters, f.letters)
		}
		return
	}
	do(keyHead, f.head)
	for _, k := range f.kin {
		if k != 0 {
			do(keyKin, uint32(k))
		}
	}
}

// window says how far back a mention of a class looks: sentences and mentions.
func window(c class) (sentences, mentions int) {
	switch {
	case c == className:
		return 1, 10
	case c == classI, c == classYou, c == classWe:
		return 2, 12
	case c >= classHe, c == classDefinite, c == classDemonstrative:
		return 4, 26
	}
	return 2, 14
}

// gather collects the candidates of mention j: something new, the last mention of each chain nearby,
// and mentions anywhere before with a word of its own.
func (s *chainScratch) gather(t *Text, j int32) {
	s.candidates = append(s.candidates[:0], candidate{mention: -1})
	f := &s.facts[j]
	if f.class == classEvent {
		s.features(t, j)
		return
	}
	sentences, mentions := window(f.class)
	for i := int(j) - 1; i >= 0 && i >= int(j)-mentions && s.mentions[j].Sentence-s.mentions[i].Sentence <= sentences; i-- {
		s.candidate(j, int32(i), false)
	}
	s.keys(f, func(kind, value uint32) { s.found(j, kind, value) })
	if f.alias > 0 {
		s.candidate(j, f.alias-1, true)
	}
	switch {
	case f.class == className:
		if f.letters != 0 {
			s.found(j, keyInitials, f.letters)
			s.found(j, keyLetters, f.letters)
		}
		if f.initials != 0 {
			s.found(j, keyLetters, f.initials)
		}
	case f.class < classHe:
		s.found(j, keyWord, f.head)
		if f.stem != 0 {
			s.found(j, keyStem, f.stem)
		}
	}
	s.features(t, j)
}

// found adds the latest mentions under a key.
func (s *chainScratch) found(j int32, kind, value uint32) {
	e := s.index[mix(kind, value)]
	for n := 0; e > 0 && n < 6; n++ {
		s.candidate(j, s.entries[e-1].mention, true)
		e = s.entries[e-1].prev
	}
}

// candidate adds mention i once, and of a chain nearby only the last mention.
func (s *chainScratch) candidate(j, i int32, far bool) {
	if c := s.facts[j].class; s.facts[i].class == classEvent && !far || s.facts[i].lifeless && (c == classHe || c == classShe) {
		return
	}
	c := &s.chains[s.facts[i].cluster]
	if c.seen == j+1 {
		if !far {
			return
		}
		for _, old := range s.candidates[1:] {
			if old.mention == i || s.facts[old.mention].cluster == s.facts[i].cluster && old.match != matchNone {
				return
			}
		}
		if s.match(j, i) == matchNone {
			return
		}
	}
	c.seen = j + 1
	s.candidates = append(s.candidates, candidate{mention: i, rank: int32(len(s.candidates) - 1), match: s.match(j, i)})
}

// features fills in what speaks for each candidate. Nothing need speak for the only one.
func (s *chainScratch) features(t *Text, j int32) {
	l := &s.list
	l.at = l.at[:0]
	if len(s.candidates) == 1 {
		return
	}
	f := &s.facts[j]
	l.block = int32(f.class) * blockSize
	exact, head := int32(0), int32(0)
	rivals, likely := s.rivals(), int32(0)
	alike, most := s.likenesses(j)
	for k := 1; k < len(s.candidates); k++ {
		c := &s.candidates[k]
		c.from = int32(len(l.at))
		s.pair(t, j, c)
		likely += s.pairSort(f, c, likely)
		if f.class <= classPossessed {
			l.add(tLike, c.like*matches+c.match)
			l.add(tLikeFamily, c.like*4+family(s.facts[c.mention].class))
			if c.match == matchNone {
				first := int32(0)
				if k == alike {
					first = 1
				}
				l.add(tLikeNear, (c.like*3+int32(min(2, s.mentions[j].Sentence-s.mentions[c.mention].Sentence)))*2+first)
				l.add(tLikeSort, c.like*3+s.chains[s.facts[c.mention].cluster].sortWith(f))
			}
		}
		if c.match != matchNone && f.class < classHe {
			l.add(tMatchNest, c.match*3+int32(f.nest))
			l.add(tRivals, c.match*4+min(3, rivals))
			l.add(tMatchRank, c.match*4+min(3, c.order))
			w := whole(f, &s.facts[c.mention])
			l.add(tWhole, w*9+bucket(int32(s.mentions[j].Sentence-s.mentions[c.mention].Sentence)))
			l.add(tWholeClass, w*int32(classes)+int32(s.facts[c.mention].class))
		}
		c.to = int32(len(l.at))
		near := 9 - bucket(int32(s.mentions[j].Sentence-s.mentions[c.mention].Sentence))
		switch c.match {
		case matchSame:
			exact = max(exact, near)
		case matchNone, matchShare:
		default:
			head = max(head, near)
		}
	}
	c := &s.candidates[0]
	c.from = int32(len(l.at))
	s.fresh(j, exact, head)
	l.add(tNewInside, int32(f.inside))
	l.add(tNewLike, most)
	l.add(tNewNest, int32(f.nest)*11+int32(f.sort))
	l.add(tNewRivals, min(4, rivals))
	c.to = int32(len(l.at))
}

// rivals counts the chains whose words match, and numbers the candidates with one kind of match from
// the latest on.
func (s *chainScratch) rivals() (n int32) {
	for k := 1; k < len(s.candidates); k++ {
		c := &s.candidates[k]
		c.order = 0
		if c.match == matchNone {
			continue
		}
		again := false
		for i := 1; i < len(s.candidates); i++ {
			o := &s.candidates[i]
			if o.match == c.match && o.mention > c.mention {
				c.order++
			}
			again = again || i < k && o.match != matchNone && s.facts[o.mention].cluster == s.facts[c.mention].cluster
		}
		if !again {
			n++
		}
	}
	return n
}

// whole compares all words of two mentions: 0 the same, 1 other ones, 2 more if one has a phrase behind it.
func whole(f, g *facts) int32 {
	n := int32(1)
	if f.whole == g.whole {
		n = 0
	}
	if f.post != 0 || g.post != 0 {
		n += 2
	}
	return n
}

// fresh lists what speaks for something new.
func (s *chainScratch) fresh(j, exact, head int32) {
	l, f := &s.list, &s.facts[j]
	l.add(tNewBias, 0)
	l.add(tNewSort, int32(f.sort))
	l.add(tNewRole, int32(f.role))
	l.add(tNewLength, rough(int32(f.length)))
	l.add(tNewPost, int32(f.post))
	l.add(tNewExact, exact)
	l.add(tNewHead, head)
	l.add(tNewSentence, min(4, rough(int32(s.mentions[j].Sentence))))
	l.add(tNewNumber, int32(f.number))
	l.add(tNewQuote, min(1, f.quote))
	l.add(tNewRolePost, int32(f.role)*4+int32(f.post))
	l.word(1, f.head, uint32(f.class))
	l.word(2, f.governor, uint32(f.class))
	l.word(3, f.lead, uint32(f.number))
	l.word(8, f.head, uint32(min(1, exact)))
}

// pair lists what speaks for candidate c of mention j.
func (s *chainScratch) pair(t *Text, j int32, c *candidate) {
	l, f, g := &s.list, &s.facts[j], &s.facts[c.mention]
	ch := &s.chains[g.cluster]
	back := int32(s.mentions[j].Sentence - s.mentions[c.mention].Sentence)
	b := bucket(back)
	kin := structOf(t, &s.mentions[c.mention], &s.mentions[j])
	l.add(tBias, 0)
	l.add(tClass, int32(g.class))
	l.add(tSentences, b)
	l.add(tSentencesClass, b*int32(classes)+int32(g.class))
	l.add(tRank, min(6, bucket(c.rank))*4+family(g.class))
	l.add(tMatch, c.match)
	l.add(tMatchClass, c.match*int32(classes)+int32(g.class))
	l.add(tMatchSentences, c.match*9+b)
	l.add(tNumber, int32(f.number)*3+int32(g.number))
	l.add(tGender, int32(f.gender)*4+int32(g.gender))
	l.add(tSort, int32(f.sort)*11+int32(g.sort))
	l.add(tRole, int32(f.role)*int32(roles)+int32(g.role))
	l.add(tRoleSentences, (int32(g.role)*3+min(2, b))*4+family(g.class))
	l.add(tStruct, kin)
	l.add(tStructClass, kin*int32(classes)+int32(g.class))
	l.add(tLength, rough(int32(f.length))*6+rough(int32(g.length)))
	l.add(tQuote, quoting(f, g)*int32(classes)+int32(g.class))
	s.pairChain(j, c, ch)
	s.pairWords(c, f, g)
}

// pairChain lists what the candidate's chain says.
func (s *chainScratch) pairChain(j int32, c *candidate, ch *chain) {
	l, f := &s.list, &s.facts[j]
	l.add(tSize, sizes(ch.size)*4+family(s.facts[c.mention].class))
	named := int32(0)
	if ch.name >= 0 {
		named = 1
	}
	if ch.noun >= 0 {
		named += 2
	}
	l.add(tHasName, named)
	l.add(tChainMatch, s.chainMatch(f, c, ch))
	l.add(tChainGender, int32(f.gender)*4+int32(ch.gender))
	l.add(tChainNumber, int32(f.number)*4+int32(ch.numbers))
	l.add(tChainSort, int32(f.sort)*11+int32(ch.sort))
	l.add(tChainHead, ch.headed(f))
	l.add(tTop, int32(ch.top)*2+min(1, ch.size-1))
}

// headed says how the chain holds the head of f: 0 has no noun phrases, 1 not, 2 once, 3 more often;
// 4 more where f is no noun phrase.
func (ch *chain) headed(f *facts) (n int32) {
	if f.class == className || f.class >= classGroup {
		return 4
	}
	if ch.filled == 0 {
		return 0
	}
	n = 1
	for _, h := range ch.heads {
		if h == f.head && n < 3 {
			n++
		}
	}
	return n
}

func (s *chainScratch) chainMatch(f *facts, c *candidate, ch *chain) int32 {
	best := c.match
	for _, m := range [...]int32{ch.name, ch.noun} {
		if m < 0 || m == c.mention {
			continue
		}
		if x := match(f, &s.facts[m]); x != matchNone && (best == matchNone || x < best) {
			best = x
		}
	}
	return best
}

// pairSort lists, where the words do not match, what the sorts say, and how many of the candidates
// before had the same; it returns 1 if this one has.
func (s *chainScratch) pairSort(f *facts, c *candidate, likely int32) int32 {
	if c.match != matchNone {
		return 0
	}
	g := &s.facts[c.mention]
	sort := s.chains[g.cluster].sort
	s.list.add(tSortFamily, (int32(f.sort)*11+int32(sort))*4+family(g.class))
	same := int32(0)
	if sort == f.sort && sort != unsure {
		same = 1
	}
	s.list.add(tSortRank, (min(3, likely)*4+family(g.class))*2+same)
	return same
}

// pairWords lists what the words themselves say.
func (s *chainScratch) pairWords(c *candidate, f, g *facts) {
	l := &s.list
	switch {
	case f.class >= classHe:
		l.word(4, f.governor, uint32(g.sort))
	case g.class >= classHe:
	default:
		l.add(tAfter, afters(f, g)*matches+c.match)
		l.add(tMatchRole, c.match*int32(roles)+int32(f.role))
		l.add(tMatchSort, c.match*11+int32(f.sort))
		l.add(tMatchWords, (c.match*4+min(3, int32(f.n)-1))*4+min(3, int32(g.n)-1))
		if c.match != matchNone {
			l.add(tConflict, conflicts(f, g))
			l.word(7, f.head, uint32(c.match))
		} else {
			l.word(5, f.head, uint32(g.sort))
			l.word(6, f.head, g.head)
		}
	}
}

func sizes(n int32) int32 {
	switch {
	case n <= 2:
		return n - 1
	case n <= 4:
		return 2
	case n <= 8:
		return 3
	case n <= 16:
		return 4
	}
	return 5
}

func quoting(f, g *facts) int32 {
	switch {
	case f.quote == 0 && g.quote == 0:
		return 0
	case f.quote == g.quote:
		return 1
	case f.quote == 0:
		return 2
	}
	return 3
}

// why says in words what speaks for candidate c most.
func (s *chainScratch) why(t *Text, j int, c *candidate) string {
	switch structOf(t, &s.mentions[c.mention], &s.mentions[j]) {
	case structAppos:
		return "an apposition"
	case structBracket:
		return "in brackets behind it"
	case structCopula, structBecome:
		return "what it is said to be"
	}
	if w := matchWords[s.chainMatch(&s.facts[j], c, &s.chains[s.facts[c.mention].cluster])]; w != "" {
		return w
	}
	if s.facts[j].class >= classHe {
		return "a pronoun that fits"
	}
	return "a description that fits"
}

var matchWords = [matches]string{matchSame: "the same words", matchShorter: "a shorter form", matchLonger: "a longer form", matchHead: "the same noun",
	matchLast: "the last word of it", matchPart: "a word of it", matchLastOf: "it is the last word of this", matchPartOf: "it is a word of this",
	matchAcronym: "its initials", matchInitials: "it has the initials of this", matchDeed: "a noun for that deed", matchShare: "a word in common", matchPronoun: "the same pronoun", matchKin: "a noun that may mean the same"}

func sortedChains(chains [][]int) [][]int {
	slices.SortFunc(chains, func(a, b []int) int { return a[0] - b[0] })
	return chains
}

// sortWith is 0 if the chain's sort is that of f, 1 if one of them is unsure, else 2.
func (ch *chain) sortWith(f *facts) int32 {
	switch {
	case ch.sort == unsure || f.sort == unsure:
		return 1
	case ch.sort == f.sort:
		return 0
	}
	return 2
}
