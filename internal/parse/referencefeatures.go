package parse

// sortNames are what a mention may stand for, as GUM names it; unsure is one more.
var sortNames = []string{"abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time"}

const (
	unsure     = 10
	sortPerson = 5
)

// The templates of the scorer: each has a row of weights, one for each value, for each class of the
// mention that is to be placed. In training a part of them is shared by all classes.
const (
	tBias = iota
	tClass
	tSentences
	tSentencesClass
	tRank
	tMatch
	tMatchClass
	tMatchSentences
	tAfter
	tNumber
	tGender
	tSort
	tRole
	tRoleSentences
	tStruct
	tStructClass
	tSize
	tHasName
	tChainMatch
	tChainGender
	tChainNumber
	tChainSort
	tTop
	tQuote
	tConflict
	tLength
	tMatchRole
	tMatchSort
	tMatchWords
	tChainHead
	tMatchRank
	tRivals
	tWhole
	tWholeClass
	tSortFamily
	tSortRank
	tLike
	tLikeFamily
	tLikeNear
	tLikeSort
	tMatchNest
	tNewBias
	tNewSort
	tNewRole
	tNewLength
	tNewPost
	tNewExact
	tNewHead
	tNewSentence
	tNewNumber
	tNewQuote
	tNewRolePost
	tNewInside
	tNewRivals
	tNewLike
	tNewNest
	templates
)

var templateSizes = [templates]int32{
	tBias: 1, tClass: int32(classes), tSentences: 9, tSentencesClass: 9 * int32(classes), tRank: 7 * 4, tMatch: matches, tMatchClass: matches * int32(classes),
	tMatchSentences: matches * 9, tAfter: 5 * matches, tNumber: 9, tGender: 16, tSort: 121, tRole: int32(roles) * int32(roles), tRoleSentences: int32(roles) * 3 * 4,
	tStruct: structs, tStructClass: structs * int32(classes), tSize: 6 * 4, tHasName: 4, tChainMatch: matches, tChainGender: 16, tChainNumber: 12,
	tChainSort: 121, tTop: 6, tQuote: 4 * int32(classes), tConflict: 16, tLength: 36, tMatchRole: matches * int32(roles), tMatchSort: matches * 11, tMatchWords: matches * 16, tChainHead: 8, tMatchRank: matches * 4, tRivals: matches * 4, tWhole: 4 * 9, tWholeClass: 4 * int32(classes), tSortFamily: 121 * 4, tSortRank: 4 * 4 * 2,
	tNewBias: 1, tNewSort: 11, tNewRole: int32(roles), tNewLength: 6, tNewPost: 4, tNewExact: 10, tNewHead: 10, tNewSentence: 5, tNewNumber: 3, tNewQuote: 2, tNewRolePost: 4 * int32(roles), tNewInside: 3, tNewRivals: 5,
	tLike: likenesses * matches, tLikeFamily: likenesses * 4, tLikeNear: likenesses * 6, tLikeSort: likenesses * 3, tNewLike: likenesses, tMatchNest: matches * 3, tNewNest: 33,
}

// templateStarts are the first weight of each template in a block; blockSize is past the last.
var templateStarts, blockSize = func() (starts [templates]int32, size int32) {
	for i, n := range templateSizes {
		starts[i] = size
		size += n
	}
	return starts, size
}()

// lexicalBuckets are the weights that pairs of words share by their hash.
const lexicalBuckets = 1 << 12

// blocks are the weights of each class of mentions; the lexical ones come behind.
const blocks = int32(classes)

// weightCount is how many weights a scorer has.
var weightCount = blocks*blockSize + lexicalBuckets

// featureList collects the weights that speak for one antecedent.
type featureList struct {
	at    []int32
	block int32 // first weight of the class's block
}

func (l *featureList) add(template int, value int32) {
	l.at = append(l.at, l.block+templateStarts[template]+value)
}

func (l *featureList) word(template, a, b uint32) {
	l.at = append(l.at, blocks*blockSize+int32(mix(mix(template, a), b)>>8%lexicalBuckets))
}

// bucket numbers a distance: 0, 1, 2, 3, 4, to 7, to 12, to 25, more.
func bucket(n int32) int32 {
	switch {
	case n <= 4:
		return max(0, n)
	case n <= 7:
		return 5
	case n <= 12:
		return 6
	case n <= 25:
		return 7
	}
	return 8
}

func rough(n int32) int32 {
	switch {
	case n <= 3:
		return n
	case n <= 7:
		return 4
	}
	return 5
}

// family joins the classes: names, nouns, personal pronouns, others.
func family(c class) int32 {
	switch {
	case c == className:
		return 0
	case c < classHe:
		return 1
	case c <= classThey:
		return 2
	}
	return 3
}

// How the words of two mentions match.
const (
	matchNone int32 = iota
	matchSame
	matchShorter  // the later one has some of the words, the head among them
	matchLonger   // it has more words
	matchHead     // the heads are the same, other words are not
	matchLast     // the later one is the last word of the earlier
	matchPart     // it is another word of it
	matchLastOf   // the earlier one is the last word of the later
	matchPartOf   // it is another word of it
	matchAcronym  // the later one has the initials of the earlier
	matchInitials // the other way round
	matchDeed     // a noun for what the verb says
	matchShare    // they share a word
	matchPronoun  // the same pronoun
	matchKin      // other nouns that may mean the same
	matches
)

func match(j, i *facts) int32 {
	switch {
	case j.class >= classHe || i.class >= classHe:
		if j.class == i.class && j.head != 0 {
			return matchPronoun
		}
		return matchNone
	case i.class == classEvent:
		if j.stem == i.stem && j.stem != 0 {
			return matchDeed
		}
		return matchNone
	case j.core == i.core, j.letters != 0 && j.letters == i.letters:
		return matchSame
	case j.head == i.head:
		return matchHeads(j, i)
	case j.n == 1 && i.has(j.words[0]):
		if i.words[i.n-1] == j.words[0] {
			return matchLast
		}
		return matchPart
	case i.n == 1 && j.has(i.words[0]):
		if j.words[j.n-1] == i.words[0] {
			return matchLastOf
		}
		return matchPartOf
	case j.letters != 0 && j.letters == i.initials:
		return matchAcronym
	case i.letters != 0 && i.letters == j.initials:
		return matchInitials
	case kindred(j.kin, i.kin):
		return matchKin
	case j.shares(i):
		return matchShare
	}
	return matchNone
}

func kindred(a, b [3]uint16) bool {
	for _, x := range a {
		if x != 0 && (x == b[0] || x == b[1] || x == b[2]) {
			return true
		}
	}
	return false
}

func matchHeads(j, i *facts) int32 {
	switch {
	case j.n <= i.n && i.hasAll(j):
		return matchShorter
	case i.n < j.n && j.hasAll(i):
		return matchLonger
	}
	return matchHead
}

func (f *facts) has(word uint32) bool {
	for _, w := range f.words[:f.n] {
		if w == word {
			return true
		}
	}
	return false
}

func (f *facts) hasAll(g *facts) bool {
	for _, w := range g.words[:g.n] {
		if !f.has(w) {
			return false
		}
	}
	return true
}

func (f *facts) shares(g *facts) bool {
	for _, w := range g.words[:g.n] {
		if f.has(w) {
			return true
		}
	}
	return false
}

// How two mentions stand in one sentence.
const (
	structApart int32 = iota // in two sentences
	structSame
	structAppos
	structBracket
	structCopula
	structInside
	structMember
	structTogether // two arguments of one verb
	structConjunct
	structOwner // a pronoun that owns an argument of the same verb
	structBecome
	structs
)

func structOf(t *Text, a, b *Mention) int32 {
	if a.Sentence != b.Sentence {
		return structApart
	}
	tokens := t.Sentences[a.Sentence].Tokens
	i, j := &tokens[a.Head], &tokens[b.Head]
	switch {
	case b.Last <= a.Last && a.Head == b.Head:
		return structMember
	case b.Last <= a.Last:
		return structInside
	case j.Is("appos") && j.Head == a.Head:
		return structAppos
	case b.First == a.Last+2 && tokens[b.First-1].Form == "(":
		return structBracket
	case i.Head == b.Head && i.Is("nsubj"):
		return structCopula
	case j.Is("conj") && (j.Head == a.Head || i.Is("conj") && i.Head == j.Head):
		return structConjunct
	case i.Head < 0 || j.Head < 0:
		return structSame
	case i.Head == j.Head && i.Is("nsubj") && j.Is("xcomp"):
		return structBecome
	case i.Head == j.Head && argument(i) && argument(j):
		return structTogether
	case j.Rel == "nmod:poss" && argument(i) && tokens[j.Head].Head == i.Head && argument(&tokens[j.Head]):
		return structOwner
	}
	return structSame
}

func argument(t *Token) bool { return t.Is("nsubj", "obj", "iobj", "obl") }

// conflicts counts, up to 3, the words of j before its head that i has not, and the other way round.
func conflicts(j, i *facts) int32 {
	return min(3, missing(j, i))*4 + min(3, missing(i, j))
}

func missing(j, i *facts) (n int32) {
	for _, w := range j.words[:j.n] {
		if !i.has(w) {
			n++
		}
	}
	return n
}

func afters(j, i *facts) int32 {
	switch {
	case j.after == 0 && i.after == 0:
		return 0
	case j.after == i.after:
		return 1
	case j.after == 0:
		return 2
	case i.after == 0:
		return 3
	}
	return 4
}
