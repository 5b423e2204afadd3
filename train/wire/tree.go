package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// token is a word of a tree.
type token struct {
	form, lemma, tag, rel string
	head                  *token // nil for the root
}

// sentence is a tree, its words in order.
type sentence struct {
	tokens   []*token
	title    bool
	template int // its phrase of rule S, from 0
}

// grow makes n sentences, no text twice, taking the phrases of rule S in turn.
func grow(g *grammar, n int) ([]sentence, error) {
	b := builder{g: g, rand: rand.New(rand.NewPCG(20, 24)), decks: map[string][]string{}}
	var all []sentence
	seen := map[string]bool{}
	for try := 0; len(all) < n; try++ {
		if try > 20*n {
			return nil, fmt.Errorf("no more than %d different sentences in the grammar", len(all))
		}
		i := try % len(g.rules["S"])
		s, err := b.sentence(i)
		if err != nil {
			return nil, err
		}
		if text := s.text(); !seen[text] {
			seen[text] = true
			all = append(all, s)
		}
	}
	return all, nil
}

type builder struct {
	g     *grammar
	rand  *rand.Rand
	decks map[string][]string // by class, the words that have not come up yet
}

// deal takes the next word of a class, so that all of them come up equally often.
func (b *builder) deal(class string) string {
	if len(b.decks[class]) == 0 {
		words := slices.Clone(b.g.classes[class])
		b.rand.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		b.decks[class] = words
	}
	next := b.decks[class][0]
	b.decks[class] = b.decks[class][1:]
	return next
}

func (b *builder) sentence(i int) (sentence, error) {
	p := b.g.rules["S"][i]
	c := b.grow(p.parts, "")
	if c.head == nil || c.heads != 1 || len(c.loose) > 0 {
		return sentence{}, fmt.Errorf("sentence %d: %d heads: %q", i+1, c.heads, forms(c.tokens))
	}
	if c.broken != "" {
		return sentence{}, fmt.Errorf("sentence %d: %s", i+1, c.broken)
	}
	c.head.rel = "root"
	s := sentence{tokens: c.tokens, title: p.title, template: i}
	s.inflect()
	return s, nil
}

// constituent is a grown phrase: its words, its head, and what waits for a head.
type constituent struct {
	tokens []*token
	head   *token
	heads  int
	loose  []*token
	broken string // what is wrong within
}

// grow grows parts; tag is for the words that take their tag from the caller.
func (b *builder) grow(parts []part, tag string) constituent {
	var c constituent
	for _, p := range parts {
		if p.maybe && b.rand.IntN(2) == 0 {
			continue
		}
		c.add(p.rel, b.part(p, tag))
	}
	if c.heads == 1 {
		for _, t := range c.loose {
			t.head = c.head
		}
		c.loose = nil
	}
	return c
}

// add puts a grown part behind the others, as the head or with relation rel.
func (c *constituent) add(rel string, in constituent) {
	c.tokens = append(c.tokens, in.tokens...)
	c.broken += in.broken
	switch {
	case in.heads > 1 || rel != "" && in.heads == 0:
		c.broken += fmt.Sprintf("%d heads in %q", in.heads, forms(in.tokens))
	case in.heads == 0:
		c.loose = append(c.loose, in.loose...)
	case rel == "":
		c.head = in.head
		c.heads++
	default:
		in.head.rel = rel
		c.loose = append(c.loose, in.head)
	}
}

func (b *builder) part(p part, tag string) constituent {
	if p.tag != "*" {
		tag = p.tag
	}
	switch p.kind {
	case aCall:
		phrases := b.g.rules[p.name]
		return b.grow(phrases[b.rand.IntN(len(phrases))].parts, tag)
	case aPhrase:
		return b.grow(p.parts, "")
	case aClass:
		return word(b.deal(p.name), tag)
	}
	return word(p.name, tag)
}

func word(lemma, tag string) constituent {
	t := &token{lemma: lemma, tag: tag}
	return constituent{tokens: []*token{t}, head: t, heads: 1}
}

func forms(tokens []*token) string {
	var words []string
	for _, t := range tokens {
		words = append(words, t.lemma)
	}
	return strings.Join(words, " ")
}

// inflect gives every word its form and last tag.
func (s *sentence) inflect() {
	for _, t := range s.tokens {
		if t.tag == "PRES" || t.tag == "PAST" {
			t.tag = s.agree(t)
		} else {
			t.settle()
		}
		if t.form == "" {
			t.form = inflect(t.lemma, t.tag)
		}
	}
	s.articles()
	s.capitals()
}

// agree chooses the form of a finite verb that goes with its subject, and returns its tag.
func (s *sentence) agree(t *token) string {
	plural := s.pluralSubject(t)
	switch {
	case t.tag == "PAST":
		if t.lemma == "be" && plural {
			t.form = "were"
		}
		return "VBD"
	case plural:
		return "VBP"
	}
	return "VBZ"
}

func (s *sentence) pluralSubject(verb *token) bool {
	clause := verb
	if strings.HasPrefix(verb.rel, "aux") || verb.rel == "cop" {
		clause = verb.head
	}
	for clause != nil {
		if subject := s.child(clause, "nsubj"); subject != nil {
			if subject.tag == "WDT" || subject.tag == "WP" || subject.lemma == "that" || subject.lemma == "which" || subject.lemma == "who" {
				return clause.head == nil || s.isPlural(clause.head)
			}
			return s.isPlural(subject)
		}
		clause = clause.head
	}
	return true
}

// child returns the first word that hangs on head with a relation that begins with rel.
func (s *sentence) child(head *token, rel string) *token {
	for _, t := range s.tokens {
		if t.head == head && strings.HasPrefix(t.rel, rel) {
			return t
		}
	}
	return nil
}

func (s *sentence) isPlural(t *token) bool {
	switch {
	case s.child(t, "conj") != nil:
		return true
	case t.lemma == "States" || t.lemma == "Nations":
		return false
	case t.tag == "CD":
		return t.lemma != "one"
	}
	return t.tag == "NNS" || t.tag == "NNPS" || t.lemma == "they" || t.lemma == "some" || t.lemma == "%" || t.lemma == "many"
}

// articles writes 'an' for 'a' where the next word begins with the sound of a vowel.
func (s *sentence) articles() {
	for i, t := range s.tokens[:len(s.tokens)-1] {
		if t.form == "a" && beginsWithVowel(s.tokens[i+1].form) {
			t.form = "an"
		}
	}
}

// capitals writes the first word, or in a headline all but the small words, with a capital.
func (s *sentence) capitals() {
	first := true
	for _, t := range s.tokens {
		if t.tag == "``" {
			continue
		}
		if first || s.title && !small[t.form] {
			t.form = strings.ToUpper(t.form[:1]) + t.form[1:]
		}
		first = false
	}
}

var small = wordSet("a an the of in on at by to for and or as from with up off over")
