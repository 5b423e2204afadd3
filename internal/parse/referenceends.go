package parse

// endBuckets are the features of one way that the ends of phrases are looked for, by their hash.
const endBuckets = 1 << 13

// A step is how a phrase may go on at one of its ends: over the tokens First to Last, which hang on
// token root among them, and the marks between.
type step struct {
	first, last int
	root        int
	mark        uint8 // the mark between: 0 none, 1 a comma, 2 a bracket, 3 a dash, 4 a quotation mark, 5 another
	hangs       uint8
}

// On what the root of a step hangs.
const (
	hangsHead    uint8 = iota // the head of the phrase
	hangsInside               // another of its words
	hangsAbove                // the word that the head hangs on
	hangsOutside              // another word before the phrase
	hangsBeyond               // a word behind the step, or nothing
)

// endsWalk looks for the ends of one phrase.
type endsWalk struct {
	s           *Sentence
	p           *phrases
	head        int
	first, last int
	steps       uint32
	before      uint32 // the relation of the step before
	features    []int32
}

// ends finds the first and the last token of the phrase around a head.
func (p *phrases) ends(s *Sentence, head int, decide func(step, []int32) bool) [2]int32 {
	w := &p.walk
	*w = endsWalk{s: s, p: p, head: head, first: head, last: head, features: w.features}
	w.follow(decide)
	return [2]int32{int32(w.first), int32(w.last)}
}

// follow goes to the left, then to the right, as long as decide says so. decide sees the step and
// what speaks for it, features of the left in front of those of the right.
func (w *endsWalk) follow(decide func(step, []int32) bool) {
	w.steps, w.before = 0, 0
	for w.last+1 < len(w.s.Tokens) && w.s.Tokens[w.last+1].Head == w.head && w.s.Tokens[w.last+1].Is("flat", "fixed", "goeswith") {
		w.last++
	}
	for {
		c, ok := w.leftStep()
		if !ok || !decide(c, w.read(c, 0)) {
			break
		}
		w.first = c.first
		w.took(c)
	}
	w.steps, w.before = 0, 0
	for {
		w.close()
		c, ok := w.rightStep()
		if !ok || !decide(c, w.read(c, 1)) {
			break
		}
		w.last = c.last
		w.took(c)
	}
}

func (w *endsWalk) took(c step) {
	w.steps++
	w.before = w.p.marks[c.root].rel
}

// leftStep is the step over what ends right before the phrase.
func (w *endsWalk) leftStep() (c step, ok bool) {
	at := w.first - 1
	if at > 0 && w.s.Tokens[at].Tag == "PUNCT" {
		c.mark = markOf(&w.s.Tokens[at])
		at--
	}
	if at < 0 || w.s.Tokens[at].Tag == "PUNCT" {
		return c, false
	}
	c.root = at
	for h := w.s.Tokens[c.root].Head; h >= 0 && int(w.p.whole[h][1]) == at; h = w.s.Tokens[c.root].Head {
		c.root = h
	}
	c.first, c.last = int(w.p.whole[c.root][0]), at
	w.hang(&c)
	return c, true
}

// rightStep is the step over what begins right behind the phrase, up to its root: what hangs on that
// to the right is another step. It goes over nothing that the head is coordinated with: the two
// together are a mention of their own.
func (w *endsWalk) rightStep() (c step, ok bool) {
	at := w.last + 1
	for n := 0; n < 2 && at < len(w.s.Tokens) && w.s.Tokens[at].Tag == "PUNCT"; n++ {
		c.mark = markOf(&w.s.Tokens[at])
		at++
	}
	if at >= len(w.s.Tokens) || w.s.Tokens[at].Tag == "PUNCT" {
		return c, false
	}
	c.root = at
	for h := w.s.Tokens[c.root].Head; h > at && int(w.p.whole[h][0]) >= w.last+1; h = w.s.Tokens[c.root].Head {
		c.root = h
	}
	c.first, c.last = at, c.root
	w.hang(&c)
	return c, c.hangs != hangsHead || !w.s.Tokens[c.root].Is("conj")
}

// hang says on what the step's root hangs.
func (w *endsWalk) hang(c *step) {
	switch h := w.s.Tokens[c.root].Head; {
	case h == w.head:
		c.hangs = hangsHead
	case h >= w.first && h <= w.last:
		c.hangs = hangsInside
	case h < 0 || h > c.last && h > w.last:
		c.hangs = hangsBeyond
	case h == w.s.Tokens[w.head].Head:
		c.hangs = hangsAbove
	default:
		c.hangs = hangsOutside
	}
}

// close takes in a closing bracket or quotation mark whose opening one is inside.
func (w *endsWalk) close() {
	for w.last+1 < len(w.s.Tokens) && w.opened(w.s.Tokens[w.last+1].Form) {
		w.last++
	}
}

// opened reports whether a closing mark closes something that the phrase opens.
func (w *endsWalk) opened(mark string) bool {
	open, ok := openingMarks[mark]
	if !ok {
		return false
	}
	depth := 0
	for i := w.first; i <= w.last; i++ {
		switch w.s.Tokens[i].Form {
		case mark:
			if depth > 0 || open != mark {
				depth--
			} else {
				depth++
			}
		case open:
			depth++
		}
	}
	return depth > 0
}

var openingMarks = map[string]string{")": "(", "]": "[", "”": "“", "\"": "\"", "''": "``"}

func markOf(t *Token) uint8 {
	switch t.Form {
	case ",":
		return 1
	case "(", "[":
		return 2
	case "-", "–", "—", "--":
		return 3
	case "\"", "“", "”", "'", "‘", "’", "``", "''":
		return 4
	}
	return 5
}

// headSort joins the heads of phrases by how they go on: names and nouns, each by what stands in front.
func (w *endsWalk) headSort() uint32 {
	n := uint32(0)
	if w.s.Tokens[w.head].Tag == "PROPN" {
		n = 4
	}
	switch lead := &w.s.Tokens[w.first]; {
	case w.first == w.head:
		return n
	case lead.Lemma == "the":
		return n + 1
	case lead.Tag == "DET":
		return n + 2
	}
	return n + 3
}

// read lists what speaks for a step.
func (w *endsWalk) read(c step, way uint32) []int32 {
	marks, head := w.p.marks, &w.s.Tokens[w.head]
	root, edge, end := &marks[c.root], c.last, w.first
	if way == 1 {
		edge, end = c.first, w.last
	}
	sort, hangs, mark := w.headSort(), uint32(c.hangs), uint32(c.mark)
	rel, fine, role, lemma := root.rel, root.fine, uint32(roleOf(head)), marks[w.head].lemma
	lead, next, gov := uint32(0), uint32(0), uint32(0)
	if functional(&w.s.Tokens[edge]) {
		lead = marks[edge].lemma
	}
	if h := w.s.Tokens[c.root].Head; h >= 0 {
		gov = marks[h].lemma
	}
	var above tokenMarks
	if head.Head >= 0 {
		above = marks[head.Head]
	}
	if way == 1 && c.last+1 < len(marks) {
		next = marks[c.last+1].tag
	}
	how := mix(lead, hangs)
	named := uint32(0) // 1 where a name ends here, 2 where one begins, 3 for both, 4 within one
	switch a, b := marks[end].name, marks[edge].name; {
	case a != 0 && a == b:
		named = 4
	case a != 0 && b != 0:
		named = 3
	case b != 0:
		named = 2
	case a != 0:
		named = 1
	}
	place := mix(hangs*8+mark, rel)
	w.features = w.features[:0]
	for i, v := range [...]uint32{
		hangs,
		place,
		mix(place, sort),
		mix(how, mark),
		mix(how, sort),
		mix(lemma, lead),
		mix(lemma, rel),
		mix(mix(above.tag, role), how),
		mix(mix(fine, hangs*8+mark), sort),
		mix(root.lemma, rel),
		mix(mix(marks[end].entity, marks[edge].entity), root.entity),
		mix(place, min(4, w.steps)),
		mix(gov, how),
		mix(place, uint32(min(6, c.last-c.first))),
		mix(mix(marks[end].tag, marks[edge].tag), hangs),
		mix(above.lemma, how),
		mix(mix(how, fine), sort),
		mix(mix(w.before, rel), hangs),
		mix(next, place),
		mix(marks[edge].lemma, sort),
		mix(lead, fine),
		mix(how, mark*16+role),
		mix(place, named),
		mix(mix(how, named), mark),
		mix(mix(named, sort), mix(hangs, mark)),
	} {
		w.features = append(w.features, int32(way)*endBuckets+int32(mix(uint32(i)+1, v)>>8%endBuckets))
	}
	return w.features
}

// functional reports whether t is a word of a closed class.
func functional(t *Token) bool {
	switch t.Tag {
	case "ADP", "SCONJ", "PRON", "DET", "CCONJ", "PART", "ADV", "AUX":
		return true
	}
	return false
}
