package parse

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// TrainOptions says what to learn from and where to put it. The same options on the same files give
// the same bytes.
type TrainOptions struct {
	Corpus string    // folder with the treebanks that Treebanks names
	Wire   string    // file with more trees, those that train/wire makes; "" for none
	Out    string    // model file to write
	Rounds int       // passes over the treebanks; 0 means 10
	Log    io.Writer // progress, a line each; nil for none
}

// Treebanks are the files of TrainOptions.Corpus that the model learns from: the train parts of UD
// English EWT and of the openly licensed documents of GUM, both Universal Dependencies.
var Treebanks = []string{"en_ewt-ud-train.rebuilt.conllu", "gum-free-train.conllu"}

// Train fits the model on the treebanks and writes it to opts.Out.
func Train(opts TrainOptions) error {
	if opts.Rounds == 0 {
		opts.Rounds = 10
	}
	if opts.Log == nil {
		opts.Log = io.Discard
	}
	var gold []Gold
	for _, name := range Treebanks {
		part, err := ReadUDFile(filepath.Join(opts.Corpus, name))
		if err != nil {
			return fmt.Errorf("train parse: %w", err)
		}
		gold = append(gold, part...)
	}
	if opts.Wire != "" {
		part, err := ReadUDFile(opts.Wire)
		if err != nil {
			return fmt.Errorf("train parse: %w", err)
		}
		gold = append(gold, part...)
	}
	var b bytes.Buffer
	if err := newTraining(gold, opts).write(&b); err != nil {
		return fmt.Errorf("train parse: %w", err)
	}
	return os.WriteFile(opts.Out, b.Bytes(), 0o644)
}

// training is the work in hand.
type training struct {
	opts  TrainOptions
	m     *model
	upos  []uint32
	gold  []Gold
	items []item
	rand  *rand.Rand
}

// item is a sentence to learn: its words as seen, its gold classes and tree. Head is the number of
// the node, with the root as the last.
type item struct {
	words []word
	tags  []uint8 // gold
	given []uint8 // as a tagger that has not seen the sentence would tag it
	heads []int32
	rels  []uint8
}

// blindShare is the share of sentences that are learned once more without their case, so that upper-case copy
// can be read.
const blindShare = 0.35

func newTraining(gold []Gold, opts TrainOptions) *training {
	t := &training{opts: opts, m: &model{}, gold: gold, rand: rand.New(rand.NewPCG(1, 2))}
	t.m.tags = goldTags(gold)
	t.m.rels = goldRels(gold)
	t.m.lemmas = learnLemmas(gold)
	t.upos = uposOf(t.m.tags)
	for i := range gold {
		forms := gold[i].forms(false)
		blind := caseless(forms)
		t.add(&gold[i], forms, blind)
		if t.rand.Float64() < blindShare && !blind {
			t.add(&gold[i], forms, true)
		}
	}
	t.m.only, t.m.caps = t.onlyTags(often), t.capsTags()
	return t
}

func (t *training) add(g *Gold, forms []string, blind bool) {
	it := item{words: seen(forms, blind, nil)}
	for _, w := range g.Tokens {
		head := int32(w.Head)
		if head < 0 {
			head = int32(len(g.Tokens))
		}
		it.heads = append(it.heads, head)
		it.rels = append(it.rels, uint8(slices.Index(t.m.rels, w.Rel)+1))
		it.tags = append(it.tags, uint8(slices.Index(t.m.tags, tag{w.Tag, w.Fine})))
	}
	t.items = append(t.items, it)
}

// goldTags lists the tags of the treebanks, most frequent first.
func goldTags(gold []Gold) []tag {
	n := map[string]int{}
	for i := range gold {
		for _, w := range gold[i].Tokens {
			n[tag{w.Tag, w.Fine}.String()]++
		}
	}
	return tagsNamed(byCount(n))
}

// goldRels lists the relations, root first and then the most frequent first.
func goldRels(gold []Gold) []string {
	n := map[string]int{}
	for i := range gold {
		for _, w := range gold[i].Tokens {
			n[w.Rel]++
		}
	}
	delete(n, "root")
	return append([]string{"root"}, byCount(n)...)
}

func byCount(n map[string]int) []string {
	keys := sortedKeys(n)
	slices.SortStableFunc(keys, func(a, b string) int { return n[b] - n[a] })
	return keys
}

func tagNames(tags []tag) []string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = t.String()
	}
	return names
}

func tagsNamed(names []string) []tag {
	tags := make([]tag, len(names))
	for i, n := range names {
		tags[i].upos, tags[i].fine, _ = strings.Cut(n, "|")
	}
	return tags
}

// uposOf numbers the universal tag of each class.
func uposOf(tags []tag) []uint32 {
	number := map[string]uint32{}
	list := make([]uint32, len(tags))
	for i, t := range tags {
		if _, ok := number[t.upos]; !ok {
			number[t.upos] = uint32(len(number)) + 1
		}
		list[i] = number[t.upos]
	}
	return list
}

// How often a word must have had one tag, and never another, to be given it unseen: often while the
// tagger learns, which then sees the rarer words too; a few times are enough when it is at work.
const (
	often = 30
	aFew  = 3
)

// onlyTags finds the words that had one tag always, and at least so many times.
func (t *training) onlyTags(enough int) map[uint32]uint8 {
	counts := t.countTags(func(word) bool { return true })
	only := map[uint32]uint8{}
	for form, n := range counts {
		for class, k := range n {
			if len(n) == 1 && k >= enough {
				only[form] = class
			}
		}
	}
	return only
}

// countTags counts the gold tags of each form among the words that which picks.
func (t *training) countTags(which func(word) bool) map[uint32]map[uint8]int {
	counts := map[uint32]map[uint8]int{}
	for _, it := range t.items {
		for i, w := range it.words {
			if !which(w) {
				continue
			}
			if counts[w.form] == nil {
				counts[w.form] = map[uint8]int{}
			}
			counts[w.form][it.tags[i]]++
		}
	}
	return counts
}

// capsTags finds the commonest tag of words in capitals in sentences that are not: TV and CEO are
// nouns, NOT is shouted. Words that news knows as names are not learned from shouting.
func (t *training) capsTags() map[uint32]uint8 {
	caps := map[uint32]uint8{}
	for form, n := range t.countTags(func(w word) bool { return w.caps }) {
		best, all := uint8(0), 0
		for class := range uint8(len(t.m.tags)) {
			all += n[class]
			if n[class] > n[best] {
				best = class
			}
		}
		if all >= 2 {
			caps[form] = best
		}
	}
	for _, name := range []string{"is", "us", "who", "aim", "sis", "pa"} {
		delete(caps, hashBytes([]byte(name)))
	}
	return caps
}

// Packings of the three classifiers, found by trying: finer ones are larger and no better.
var (
	taggerPacking = packing{scale: 5, drop: 1, least: 0.3}
	movesPacking  = packing{scale: 4, drop: 1.5, least: 0.5}
	labelsPacking = packing{scale: 4, drop: 1, least: 0.5}
	kindsPacking  = packing{scale: 4, drop: 0.2}
)

func (t *training) write(w io.Writer) error {
	t.jackknife()
	tagger := t.fitTagger(t.items, t.opts.Rounds).packed(taggerPacking)
	fmt.Fprintf(t.opts.Log, "tagger: %d features, %d weights\n", len(tagger.keys), countCells(tagger.rows))
	moves, labels := t.fitArcs()
	m, l := moves.packed(movesPacking), labels.packed(labelsPacking)
	fmt.Fprintf(t.opts.Log, "moves: %d features, %d weights\nlabels: %d features, %d weights\n",
		len(m.keys), countCells(m.rows), len(l.keys), countCells(l.rows))
	kinds, err := t.fitKinds(tagger, m, l)
	if err != nil {
		return err
	}
	t.m.only = t.onlyTags(aFew)
	return writeModel(w, t.m, tagger, m, l, kinds)
}

// fitKinds learns the kinds of names with what was learned before.
func (t *training) fitKinds(tagger, moves, labels packed) (packed, error) {
	m := *t.m
	m.upos, m.tagger, m.moves, m.labels = t.upos, tagger.table(), moves.table().dense(), labels.table()
	kinds, err := fitKinds(&m, t.opts.Corpus, t.gold, 8, t.rand)
	if err != nil {
		return packed{}, err
	}
	return kinds.packed(kindsPacking), nil
}

// jackknife gives every sentence the tags of a tagger that did not learn from it, so that the parser
// learns to live with tags as they will come.
func (t *training) jackknife() {
	const folds = 5
	for fold := range folds {
		var rest []item
		for i := range t.items {
			if i/20%folds != fold {
				rest = append(rest, t.items[i])
			}
		}
		m := *t.m
		m.tagger = t.fitTagger(rest, 4).packed(taggerPacking).table()
		s := new(scratch)
		for i := range t.items {
			if i/20%folds == fold {
				t.items[i].given = slices.Clone(m.tagWords(t.items[i].words, s))
			}
		}
	}
}

func (t *training) fitTagger(items []item, rounds int) *fit {
	f := newFit(len(t.m.tags))
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	s := new(scratch)
	for round := range rounds {
		t.rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, i := range order {
			wrong += t.learnTags(f, &items[i], s)
		}
		fmt.Fprintf(t.opts.Log, "tagger round %d: %d wrong\n", round+1, wrong)
	}
	return f
}

func (t *training) learnTags(f *fit, it *item, s *scratch) (wrong int) {
	var p past
	for i := range it.words {
		class, sure := t.m.sureTag(it.words, i)
		if !sure {
			s.features = tagFeatures(it.words, i, p, s.features)
			clear(s.scores[:f.classes])
			f.score(s.features, &s.scores)
			class = t.m.bestTag(s.scores[:f.classes], false)
			f.step++
			if class != it.tags[i] {
				wrong++
				f.update(s.features, int(it.tags[i]), 1)
				f.update(s.features, int(class), -1)
			}
		}
		p.push(class, t.m.tags[class], &it.words[i])
	}
	return wrong
}

// fitArcs learns moves with a dynamic oracle (Goldberg and Nivre 2013): the parser follows its own
// moves, mistakes too, and learns the best way on from where it is.
func (t *training) fitArcs() (moves, labels *fit) {
	moves, labels = newFit(moveCount), newFit(len(t.m.rels)+1)
	order := make([]int, len(t.items))
	for i := range order {
		order[i] = i
	}
	s := new(scratch)
	for round := range t.opts.Rounds {
		t.rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong := 0
		for _, i := range order {
			wrong += t.learnArcs(moves, labels, &t.items[i], s, round > 0)
		}
		fmt.Fprintf(t.opts.Log, "arcs round %d: %d wrong moves\n", round+1, wrong)
	}
	return moves, labels
}

func (t *training) learnArcs(moves, labels *fit, it *item, s *scratch, explore bool) (wrong int) {
	c := &s.arcs
	c.reset(it.words, it.given, t.upos)
	g := newOracle(it.heads)
	for !c.done() {
		s.features = c.moveFeatures(s.features)
		clear(s.scores[:moveCount])
		moves.score(s.features, &s.scores)
		move := bestMove(c, s.scores[:])
		best := g.best(c, s.scores[:])
		moves.step++
		if g.cost(c, move) > g.cost(c, best) {
			wrong++
			moves.update(s.features, best, 1)
			moves.update(s.features, move, -1)
			if !explore || t.rand.Float64() > 0.9 {
				move = best
			}
		}
		c.apply(move, t.learnLabel(labels, c, move, it, s))
	}
	return wrong
}

// learnLabel learns the relation of a right arc, and returns the relation to go on with.
func (t *training) learnLabel(labels *fit, c *config, move int, it *item, s *scratch) uint8 {
	if move == shift {
		return 0
	}
	head, dep := c.arc(move)
	if head == c.root() {
		return rootRel
	}
	s.features = c.labelFeatures(head, dep, s.features)
	clear(s.scores[:labels.classes])
	labels.score(s.features, &s.scores)
	class := bestRel(s.scores[:labels.classes])
	if it.heads[dep] != head {
		return class
	}
	labels.step++
	if right := it.rels[dep]; class != right {
		labels.update(s.features, int(right), 1)
		labels.update(s.features, int(class), -1)
	}
	return class
}

// learnLemmas keeps for each tag the endings whose commonest edit differs from that of the next
// shorter ending, and whole words (with ^) where they differ from their ending.
func learnLemmas(gold []Gold) map[string]edit {
	counts := map[string]map[edit]int{}
	words := map[string]edit{}
	for i := range gold {
		for _, w := range gold[i].Tokens {
			countLemma(w, counts, words)
		}
	}
	learned := map[string]edit{}
	keys := sortedKeys(counts)
	slices.SortStableFunc(keys, func(a, b string) int { return len(a) - len(b) })
	for _, k := range keys {
		name, ending, _ := strings.Cut(k, " ")
		e, n := commonest(counts[k])
		if old, ok := known(learned, name, ending); (!ok || old != e) && (n > 1 || ending == "") {
			learned[k] = e
		}
	}
	for _, k := range sortedKeys(words) {
		name, word, _ := strings.Cut(k, " ")
		if old, ok := known(learned, name, word); !ok || old != words[k] {
			learned[name+" ^"+word] = words[k]
		}
	}
	return learned
}

func countLemma(w Token, counts map[string]map[edit]int, words map[string]edit) {
	switch w.Tag {
	case "PROPN", "X", "PUNCT", "SYM", "NUM":
		return
	}
	name := tag{w.Tag, w.Fine}.String() + " "
	lower := strings.ReplaceAll(strings.ToLower(w.Form), "’", "'")
	e := editOf(lower, strings.ToLower(w.Lemma))
	if _, ok := words[name+lower]; ok {
		return
	}
	words[name+lower] = e
	for n := 0; n <= min(longestEnding, len(lower)); n++ {
		k := name + lower[len(lower)-n:]
		if counts[k] == nil {
			counts[k] = map[edit]int{}
		}
		counts[k][e]++
	}
}

// known returns what the rules so far say of word.
func known(learned map[string]edit, name, word string) (edit, bool) {
	for n := min(longestEnding, len(word)); n >= 0; n-- {
		if e, ok := learned[name+" "+word[len(word)-n:]]; ok {
			return e, true
		}
	}
	return edit{}, false
}

func commonest(n map[edit]int) (best edit, count int) {
	for e, k := range n {
		if k > count || k == count && (e.cut < best.cut || e.cut == best.cut && e.add < best.add) {
			best, count = e, k
		}
	}
	return best, count
}
