package parse

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/internal/parse/network"
)

// TrainOptions says what to learn from and where to put it. The same options on the same files give
// the same bytes.
type TrainOptions struct {
	Corpus  string    // folder with the treebanks that Treebanks names
	Wire    string    // file with more trees, those that train/wire makes; "" for none
	Network string    // weights that train/network fits on the same treebanks
	Out     string    // model file to write
	Rounds  int       // passes over the treebanks of what is fitted in passes; 0 is the usual number
	Log     io.Writer // progress, a line each; nil for none
}

// Treebanks are the files of TrainOptions.Corpus that the model learns from: the train parts of UD
// English EWT and of the openly licensed documents of GUM, both Universal Dependencies.
var Treebanks = []string{"en_ewt-ud-train.rebuilt.conllu", "gum-free-train.conllu"}

// Train learns the lemmas from the treebanks, rounds the network's weights to eight bits, and writes both
// to opts.Out.
func Train(opts TrainOptions) error {
	files := []string{}
	for _, name := range Treebanks {
		files = append(files, filepath.Join(opts.Corpus, name))
	}
	if opts.Wire != "" {
		files = append(files, opts.Wire)
	}
	var gold []Gold
	for _, name := range files {
		part, err := ReadUDFile(name)
		if err != nil {
			return fmt.Errorf("train parse: %w", err)
		}
		gold = append(gold, part...)
	}
	weights, err := readTensors(opts.Network)
	if err != nil {
		return fmt.Errorf("train parse: network: %w", err)
	}
	k, err := weights.keep()
	if err != nil {
		return fmt.Errorf("train parse: network %s: %w", opts.Network, err)
	}
	k.lemmas = learnLemmas(gold)
	var b bytes.Buffer
	if err := k.write(&b); err != nil {
		return fmt.Errorf("train parse: %w", err)
	}
	if opts.Log != nil {
		fmt.Fprintf(opts.Log, "%d sentences, %d endings of lemmas, %d word vectors, %d bytes\n", len(gold), len(k.lemmas), len(k.hashes), b.Len())
	}
	return os.WriteFile(opts.Out, b.Bytes(), 0o644)
}

// keep rounds the weights to what a model file holds.
func (t *tensors) keep() (*kept, error) {
	k := &kept{upos: t.words("upos"), fine: t.words("fine"), rels: t.words("relations"), seen: hashesOf(t.words("seen"))}
	k.hashes, k.vectors = t.vectors()
	for i := range k.letters {
		k.letters[i] = roundTable(t.matrix(fmt.Sprintf("letters.%d", i)))
	}
	for _, name := range []string{"from_vectors", "from_letters", "heads", "relations"} {
		k.matrices = append(k.matrices, t.round(name))
	}
	for _, name := range []string{"root_key", "root_relation", "distance"} {
		k.values = append(k.values, t.matrix(name).data)
	}
	for i := 0; t.has(fmt.Sprintf("layer.%d.weight", i)); i++ {
		name := fmt.Sprintf("layer.%d", i)
		k.matrices = append(k.matrices, t.round(name))
		for _, part := range []string{".forget", ".reset", ".gain", ".offset"} {
			k.values = append(k.values, t.matrix(name+part).data)
		}
	}
	if t.err == nil && !k.fits() {
		t.err = fmt.Errorf("the tensors do not fit together")
	}
	return k, t.err
}

// round reads the weights and the bias of a matrix and rounds them.
func (t *tensors) round(name string) network.Weights {
	w, b := t.matrix(name+".weight"), t.matrix(name+".bias")
	if t.err != nil || len(b.data) != w.width {
		t.fail("%s has %d outputs and %d biases", name, w.width, len(b.data))
		return network.Weights{}
	}
	return network.Round(w.rows, w.width, w.data, b.data)
}

// vectors returns the vectors of words by ascending hash. Of two words with one hash the first, more
// frequent one stays.
func (t *tensors) vectors() ([]uint32, table) {
	words, m := t.words("words"), t.matrix("vectors")
	if len(words) != m.rows {
		t.fail("%d words and %d vectors", len(words), m.rows)
		return nil, table{}
	}
	order := make([]int, len(words))
	hash := make([]uint32, len(words))
	for i, w := range words {
		order[i], hash[i] = i, crc32.ChecksumIEEE([]byte(w))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(hash[a], hash[b]) })
	order = slices.CompactFunc(order, func(a, b int) bool { return hash[a] == hash[b] })
	sorted := tensor{rows: len(order), width: m.width}
	hashes := make([]uint32, len(order))
	for i, o := range order {
		hashes[i] = hash[o]
		sorted.data = append(sorted.data, m.data[o*m.width:(o+1)*m.width]...)
	}
	return hashes, roundTable(sorted)
}

func hashesOf(words []string) []uint32 {
	hashes := make([]uint32, len(words))
	for i, w := range words {
		hashes[i] = crc32.ChecksumIEEE([]byte(w))
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// roundTable rounds each row to eight bits with a scale of its own.
func roundTable(m tensor) table {
	t := table{m.width, make([]int8, len(m.data)), make([]float32, m.rows)}
	for i := range m.rows {
		row := m.data[i*m.width : (i+1)*m.width]
		var top float32
		for _, v := range row {
			top = max(top, v, -v)
		}
		t.scale[i] = top / 127
		for j, v := range row {
			if top > 0 {
				t.values[i*m.width+j] = int8(math.Floor(float64(v/top*127) + 0.5))
			}
		}
	}
	return t
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

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
