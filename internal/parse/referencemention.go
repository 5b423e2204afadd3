package parse

import (
	"slices"
	"strings"

	"dateline/internal/sieve"
)

// npPart are the relations whose words belong to the phrase that they hang in.
var npPart = wordSet(`det det:predet det:poss amod nummod compound compound:prt flat fixed goeswith nmod nmod:poss nmod:desc
	nmod:unmarked nmod:npmod nmod:tmod acl acl:relcl nummod:gov`)

// looseAdverbs stand before a phrase and not in it.
var looseAdverbs = sieve.NewMap(wordSet(`only even also just not especially particularly mainly mostly so then now however still perhaps both either
	yet already rather thus therefore again too probably simply namely including`))

// phrases are, for each token of a sentence, the first and last token of everything that hangs on it,
// and of the noun phrase that it would head.
type phrases struct {
	full, noun [][2]int32
	whole      [][2]int32 // everything, strays too
	kids       []int32    // how many children are not yet counted in
	queue      []int32
	predicate  []bool  // has a copula, an auxiliary or a subject of its own
	conjunct   []int32 // the last conjunct, -1 for none
	marks      []tokenMarks
	walk       endsWalk
}

// tokenMarks are the hashes of what a token is.
type tokenMarks struct{ lemma, rel, tag, fine, entity, name uint32 }

// mark fills in the marks; names are those of the sentence.
func (p *phrases) mark(s *Sentence, names []Name) {
	p.marks = slices.Grow(p.marks[:0], len(s.Tokens))[:len(s.Tokens)]
	for i := range s.Tokens {
		t := &s.Tokens[i]
		p.marks[i] = tokenMarks{tokenHash(t.Lemma), labelHash(t.Rel), labelHash(t.Tag), labelHash(t.Fine), labelHash(t.Entity), 0}
	}
	for i := range names {
		for k := names[i].First; k <= names[i].Last; k++ {
			p.marks[k].name = uint32(i) + 1
		}
	}
}

// labelHash tells labels of one kind apart by their length, their first letter and their last two.
func labelHash(label string) uint32 {
	n := len(label)
	if n < 2 {
		return uint32(n)
	}
	return uint32(n)<<24 | uint32(label[0])<<16 | uint32(label[n-2])<<8 | uint32(label[n-1])
}

// end gives the phrases of names and nouns the ends that m expects of them; none cuts the name that its head stands for.
func (p *phrases) end(s *Sentence, m *referenceModel, names []Name) {
	p.mark(s, names)
	goesOn := m.goesOn
	for i := range s.Tokens {
		if kind := mentionKind(s, i); kind == MentionName || kind == MentionNominal {
			p.noun[i] = p.ends(s, i, goesOn)
			if n := p.marks[i].name; n > 0 && s.nameHead(&names[n-1]) == i {
				p.noun[i] = cover(p.noun[i], [2]int32{int32(names[n-1].First), int32(names[n-1].Last)})
			}
		}
	}
}

// read goes from the leaves to the root, once; tokens in a ring of heads keep themselves to themselves.
func (p *phrases) read(s *Sentence) {
	n := len(s.Tokens)
	p.full, p.noun = slices.Grow(p.full[:0], n)[:n], slices.Grow(p.noun[:0], n)[:n]
	p.whole = slices.Grow(p.whole[:0], n)[:n]
	p.kids, p.queue = slices.Grow(p.kids[:0], n)[:n], p.queue[:0]
	p.predicate, p.conjunct = slices.Grow(p.predicate[:0], n)[:n], slices.Grow(p.conjunct[:0], n)[:n]
	for i := range n {
		p.full[i], p.noun[i] = [2]int32{int32(i), int32(i)}, [2]int32{int32(i), int32(i)}
		p.whole[i] = p.full[i]
		p.kids[i], p.predicate[i], p.conjunct[i] = 0, false, -1
	}
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			p.kids[h]++
			p.predicate[h] = p.predicate[h] || s.Tokens[i].Is("cop", "nsubj", "aux")
		}
	}
	for i := range n {
		if p.kids[i] == 0 {
			p.queue = append(p.queue, int32(i))
		}
	}
	for at := 0; at < len(p.queue); at++ {
		i := int(p.queue[at])
		p.trim(s, i)
		h := s.Tokens[i].Head
		if h < 0 {
			continue
		}
		p.join(s, i, h)
		if p.kids[h]--; p.kids[h] == 0 {
			p.queue = append(p.queue, int32(h))
		}
	}
}

// join adds child i, whose own words are complete, to its head.
func (p *phrases) join(s *Sentence, i, h int) {
	t, strays := &s.Tokens[i], p.strays(s, i)
	p.whole[h] = cover(p.whole[h], p.whole[i])
	if !strays || !nominalTag(&s.Tokens[h]) {
		p.full[h] = cover(p.full[h], p.full[i])
	}
	before := t.Rel == "advmod" && i < h && !p.predicate[h] && !looseAdverbs.At(t.Lemma)
	switch {
	case npPart[t.Rel] && (i > h || t.Rel != "nmod") && !strays, t.Fine == "POS", before:
		p.noun[h] = cover(p.noun[h], p.full[i])
	case t.Is("conj") && i > h:
		p.conjunct[h] = max(p.conjunct[h], int32(i))
	}
}

// strays reports whether token i, though it hangs on a noun, is hardly part of its phrase: a clause of
// its own that nothing binds, or what stands in brackets.
func (p *phrases) strays(s *Sentence, i int) bool {
	t, first := &s.Tokens[i], int(p.full[i][0])
	switch t.Rel {
	case "acl":
		return p.predicate[i] || finite[t.Fine]
	case "acl:relcl":
		loose := first > 0 && s.Tokens[first-1].Tag == "PUNCT" || s.Tokens[first].Tag == "PUNCT" || !p.predicate[i]
		return loose && !relative(s, first, i)
	case "conj":
		return p.predicate[i] || t.Tag == "VERB" || t.Tag == "AUX"
	case "appos":
		return s.Tokens[first].Form == "("
	}
	return strayRels[t.Rel]
}

var strayRels = wordSet("parataxis advcl dep list")

var finite = wordSet("VBD VBZ VBP MD")

// relative reports whether a relative pronoun is among the first words of the clause of verb i.
func relative(s *Sentence, first, i int) bool {
	for j := first; j < i && j < first+4; j++ {
		if t := &s.Tokens[j]; t.Fine == "WDT" || t.Fine == "WP" || t.Fine == "WP$" || t.Fine == "WRB" || t.Lemma == "that" {
			return true
		}
	}
	return false
}

func cover(a, b [2]int32) [2]int32 { return [2]int32{min(a[0], b[0]), max(a[1], b[1])} }

// trim takes the marks from both ends of the phrases of token i, but for brackets and quotation marks.
func (p *phrases) trim(s *Sentence, i int) {
	n := &p.noun[i]
	for int(n[1]) > i && trails(&s.Tokens[n[1]]) {
		n[1]--
	}
	for int(n[0]) < i && trails(&s.Tokens[n[0]]) {
		n[0]++
	}
}

func trails(t *Token) bool {
	return t.Tag == "PUNCT" && !strings.ContainsAny(t.Form, "()[]\"“”")
}

// mentions finds the mentions of sentence number in the order of References.Mentions.
func (p *phrases) mentions(s *Sentence, m *referenceModel, number int, names []Name, list []Mention) []Mention {
	start := len(list)
	if !s.Tree {
		for _, n := range names {
			list = append(list, Mention{Span: n.Span, Sentence: number, First: n.First, Last: n.Last, Head: n.Last, Kind: MentionName})
		}
	} else {
		p.read(s)
		p.end(s, m, names)
	}
	for i := range s.Tokens {
		kind := mentionKind(s, i)
		switch {
		case kind == "" || !s.Tree && kind != MentionPronoun:
			continue
		case !s.Tree || kind == MentionPronoun || kind == MentionEvent:
			first, last := i, i
			if s.Tree && kind == MentionPronoun && s.Tokens[i].Fine != "PRP$" {
				first, last = int(p.noun[i][0]), int(p.noun[i][1])
			}
			list = append(list, Mention{Span: s.SpanOf(first, last), Sentence: number, First: first, Last: last, Head: i, Kind: kind})
		default:
			list = p.nounMentions(s, number, i, kind, list)
		}
	}
	slices.SortStableFunc(list[start:], func(a, b Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
	return list
}

// nounMentions adds the phrase around token i, and the coordination that it opens: 'Smith and the
// two men'.
func (p *phrases) nounMentions(s *Sentence, number, i int, kind MentionKind, list []Mention) []Mention {
	first, last := int(p.noun[i][0]), int(p.noun[i][1])
	list = append(list, Mention{Span: s.SpanOf(first, last), Sentence: number, First: first, Last: last, Head: i, Kind: kind})
	if c := p.conjunct[i]; c >= 0 && nominalTag(&s.Tokens[c]) {
		if end := int(p.noun[c][1]); end > last {
			list = append(list, Mention{Span: s.SpanOf(first, end), Sentence: number, First: first, Last: end, Head: i, Kind: MentionNominal})
		}
	}
	return list
}

func nominalTag(t *Token) bool { return t.Tag == "NOUN" || t.Tag == "PROPN" || t.Tag == "PRON" }

// mentionKind says what mention token i heads, "" for none.
func mentionKind(s *Sentence, i int) MentionKind {
	t := &s.Tokens[i]
	if s.inBrackets(i) {
		return MentionName
	}
	switch t.Tag {
	case "PROPN":
		if !t.Is("flat", "fixed", "goeswith") && t.Rel != "nmod:desc" {
			return MentionName
		}
	case "NOUN":
		if !t.Is("flat", "fixed", "goeswith", "case", "mark", "cc") {
			return MentionNominal
		}
	case "PRON", "DET":
		if (t.Tag == "PRON" || !t.Is("det", "advmod", "cc:preconj") && s.Tree) && !t.Is("expl", "det", "mark") && t.Fine != "WDT" && t.Fine != "WP" && t.Fine != "WP$" && t.Fine != "EX" {
			return MentionPronoun
		}
	case "NUM":
		if !t.Is("nummod", "flat", "compound") && s.Tree {
			return MentionNominal
		}
	case "VERB":
		if !t.Is("amod", "case", "mark", "compound", "fixed", "aux") {
			return MentionEvent
		}
	}
	return ""
}
