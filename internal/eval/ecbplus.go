package eval

import (
	"cmp"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/link"
	"dateline/internal/parse"
	"dateline/internal/scorer"
)

// ECB+ (Cybulska and Vossen 2014): news on 43 topics, two like events a topic, in which words that tell events are
// marked and joined across texts. Scored are the marked words as they are given ('gold mentions': every ACTION_ and
// NEG_ACTION_ markable) in the sentences that the corpus' list of checked sentences names; a word in no chain is a
// chain of its own, on both sides. Texts are first sorted into groups by their words (tfidfGroups), without a look at
// topics, and only words of one group can be one event. CoNLL is the mean F1 of MUC, B-cubed and CEAF-e over all of the
// split at once.
//
// The lemma baseline joins all words of one lemma in a group. The Gun Violence Corpus, as it lies beside GVA, marks no
// words, only which articles are of one incident, so nothing of this kind can be scored on it.

// ecbText is one text of the corpus.
type ecbText struct {
	Name   string
	Topic  int
	words  []string // content lemmas, sorted, each once
	marked []link.EventMention
	chains []string // of each marked word
}

type ecbXML struct {
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Form     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []ecbMarkable `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []ecbRelation `xml:",any"`
	} `xml:"Relations"`
}

type ecbMarkable struct {
	XMLName xml.Name
	ID      int `xml:"m_id,attr"`
	Anchors []struct {
		ID int `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

type ecbRelation struct {
	XMLName xml.Name
	ID      string `xml:"r_id,attr"`
	Note    string `xml:"note,attr"`
	Sources []struct {
		ID int `xml:"m_id,attr"`
	} `xml:"source"`
}

// readECB reads the texts of some topics, in the order of topics and names.
func readECB(ctx context.Context, dir string, wanted func(topic int) bool) ([]ecbText, error) {
	checked, err := checkedSentences(filepath.Join(dir, "ecbplus", "ECBplus_coreference_sentences.csv"))
	if err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, "ecbplus", "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	var out []ecbText
	for _, n := range names {
		base := strings.TrimSuffix(filepath.Base(n), ".xml")
		topic, err := strconv.Atoi(filepath.Base(filepath.Dir(n)))
		if err != nil || !wanted(topic) || checked[base] == nil {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t, err := readECBText(n, checked[base])
		if err != nil {
			return nil, err
		}
		t.Name, t.Topic = base, topic
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b ecbText) int { return cmp.Or(cmp.Compare(a.Topic, b.Topic), cmp.Compare(a.Name, b.Name)) })
	for i := range out {
		for k := range out[i].marked {
			out[i].marked[k].Text = i
		}
	}
	return out, nil
}

// checkedSentences reads which sentences of each text were checked, by '35_10ecb'.
func checkedSentences(path string) (map[string]map[int]bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]map[int]bool{}
	for _, r := range rows[1:] {
		name := r[0] + "_" + r[1]
		if out[name] == nil {
			out[name] = map[int]bool{}
		}
		n, err := strconv.Atoi(strings.TrimSpace(r[2]))
		if err != nil {
			return nil, fmt.Errorf("%s: %q is no sentence", path, r[2])
		}
		out[name][n] = true
	}
	return out, nil
}

func readECBText(path string, checked map[int]bool) (ecbText, error) {
	f, err := os.Open(path)
	if err != nil {
		return ecbText{}, err
	}
	defer f.Close()
	var x ecbXML
	if err := xml.NewDecoder(f).Decode(&x); err != nil && err != io.EOF {
		return ecbText{}, fmt.Errorf("%s: %w", path, err)
	}
	chain := x.chains(filepath.Base(path))
	var t ecbText
	words := map[string]bool{}
	for _, s := range x.sentences() {
		read := readSentence(s)
		for w := range read.words {
			words[w] = true
		}
		if !checked[s.number] {
			continue
		}
		for _, m := range x.Markables.All {
			if !strings.Contains(m.XMLName.Local, "ACTION_") || len(m.Anchors) == 0 || !s.has(m.Anchors[0].ID) {
				continue
			}
			t.marked = append(t.marked, read.mention(s, m))
			t.chains = append(t.chains, cmp.Or(chain[m.ID], fmt.Sprint(filepath.Base(path), " alone ", m.ID)))
		}
	}
	t.words = sortedWords(words)
	for i := range t.marked {
		t.marked[i].Theme = t.words
	}
	return t, nil
}

// chains gives each markable the name of its chain.
func (x *ecbXML) chains(text string) map[int]string {
	out := map[int]string{}
	for _, r := range x.Relations.All {
		name := r.Note
		if r.XMLName.Local != "CROSS_DOC_COREF" || name == "" {
			name = text + " " + r.ID
		}
		for _, s := range r.Sources {
			out[s.ID] = name
		}
	}
	return out
}

// ecbSentence is the tokens of one sentence; first is the identifier of the first.
type ecbSentence struct {
	number int
	ids    []int
	forms  []string
}

func (s *ecbSentence) has(id int) bool { return slices.Contains(s.ids, id) }

func (x *ecbXML) sentences() []ecbSentence {
	var out []ecbSentence
	for _, t := range x.Tokens {
		if n := len(out); n == 0 || out[n-1].number != t.Sentence {
			out = append(out, ecbSentence{number: t.Sentence})
		}
		s := &out[len(out)-1]
		s.ids, s.forms = append(s.ids, t.ID), append(s.forms, strings.TrimSpace(t.Form))
	}
	return out
}

// ecbRead is a sentence as parse reads it: its words, and which token of parse stands at each byte.
type ecbRead struct {
	text  *parse.Text
	words map[string]bool
	names []string
	times []string
	start []int // of each token of the corpus
}

func readSentence(s ecbSentence) ecbRead {
	r := ecbRead{words: map[string]bool{}}
	var b strings.Builder
	for _, f := range s.forms {
		r.start = append(r.start, b.Len())
		b.WriteString(f + " ")
	}
	r.text = parse.Parse(b.String())
	for i := range r.text.Sentences {
		for _, t := range r.text.Sentences[i].Tokens {
			switch low := strings.ToLower(t.Lemma); {
			case t.Tag == "NUM":
				r.times = append(r.times, low)
			case t.Tag == "PROPN":
				r.names = append(r.names, low)
				r.words[low] = true
			case content(t.Tag) && len(low) > 2:
				r.words[low] = true
			}
		}
	}
	slices.Sort(r.names)
	slices.Sort(r.times)
	r.names, r.times = slices.Compact(r.names), slices.Compact(r.times)
	return r
}

func content(tag string) bool {
	return tag == "NOUN" || tag == "VERB" || tag == "ADJ" || tag == "PROPN"
}

func sortedWords(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// mention is a markable with what stands beside it.
func (r *ecbRead) mention(s ecbSentence, m ecbMarkable) link.EventMention {
	sent, head := r.head(s, m)
	out := link.EventMention{Sort: strings.TrimPrefix(m.XMLName.Local, "NEG_"), Names: r.names, Times: r.times}
	if head < 0 {
		return out
	}
	ts := r.text.Sentences[sent].Tokens
	out.Lemma, out.Tag = strings.ToLower(ts[head].Lemma), ts[head].Tag
	args := map[string]bool{}
	for k, t := range ts {
		if (t.Head == head || ts[head].Head == k) && content(t.Tag) {
			args[strings.ToLower(t.Lemma)] = true
		}
	}
	out.Args = sortedWords(args)
	for _, w := range sortedWords(r.words) {
		if w != out.Lemma {
			out.Words = append(out.Words, w)
		}
	}
	return out
}

// head finds the word of a markable on which its others depend: the first whose own head lies outside.
func (r *ecbRead) head(s ecbSentence, m ecbMarkable) (sentence, token int) {
	in := map[[2]int]bool{}
	var all [][2]int
	for _, a := range m.Anchors {
		k := slices.Index(s.ids, a.ID)
		if k < 0 {
			continue
		}
		if at, ok := r.at(r.start[k]); ok && !in[at] {
			in[at] = true
			all = append(all, at)
		}
	}
	for _, at := range all {
		if t := r.text.Sentences[at[0]].Tokens[at[1]]; content(t.Tag) && !in[[2]int{at[0], t.Head}] {
			return at[0], at[1]
		}
	}
	if len(all) == 0 {
		return 0, -1
	}
	return all[0][0], all[0][1]
}

// at finds the token that holds a byte.
func (r *ecbRead) at(offset int) ([2]int, bool) {
	for i := range r.text.Sentences {
		for k, t := range r.text.Sentences[i].Tokens {
			if t.Span.Start <= offset && offset < t.Span.End {
				return [2]int{i, k}, true
			}
		}
	}
	return [2]int{}, false
}

// rarityIn says how rare a lemma is among texts: the logarithm of their number over those that have it.
func rarityIn(texts []ecbText) func(string) float64 {
	n := map[string]int{}
	for _, t := range texts {
		for _, w := range t.words {
			n[w]++
		}
	}
	return func(w string) float64 { return math.Log(float64(len(texts)+1) / float64(n[w]+1)) }
}

// tfidfFrom is the mean cosine of rare words from which two groups of texts are one; chosen on topics held back.
const tfidfFrom = 0.11

// tfidfGroups sorts texts into groups of like words: average-link agglomeration of the cosine of their rarities.
func tfidfGroups(texts []ecbText, rarity func(string) float64) [][]int {
	value := make([][]float64, len(texts))
	norm := make([]float64, len(texts))
	for i, t := range texts {
		value[i] = make([]float64, len(texts))
		for _, w := range t.words {
			norm[i] += rarity(w) * rarity(w)
		}
	}
	for i := range texts {
		for j := range i {
			var sum float64
			for _, w := range commonWords(texts[i].words, texts[j].words) {
				sum += rarity(w) * rarity(w)
			}
			value[i][j] = sum / math.Sqrt(norm[i]*norm[j])
			value[j][i] = value[i][j]
		}
	}
	return link.Agglomerate(value, tfidfFrom)
}

// commonWords lists what two sorted lists share.
func commonWords(a, b []string) []string {
	var out []string
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			out = append(out, w)
		}
	}
	return out
}

// ecbSplit is a way to part the topics.
type ecbSplit struct {
	name string
	dev  []int
}

// ecbDev is the dev part that the corpora's notes name.
var ecbDev = ecbSplit{"dev, topics 34 and 35", []int{34, 35}}

func (s ecbSplit) holds(topic int) bool { return slices.Contains(s.dev, topic) }

// ECBPlus scores the mentions of the dev topics.
func ECBPlus(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "ECB+: which marked words of several texts tell one event",
		Head: []string{"", "texts", "words", "events", "groups", "MUC F1", "B3 F1", "CEAFe F1", "CoNLL"}}
	texts, err := readECB(ctx, dir, ecbDev.holds)
	if err != nil {
		return t, err
	}
	rarity := rarityIn(texts)
	groups := tfidfGroups(texts, rarity)
	t.Rows = append(t.Rows, ecbRow(ecbDev.name+": one lemma, one event", texts, groups, sameLemma),
		ecbRow(ecbDev.name, texts, groups, func(ms []link.EventMention) [][]int { return link.Corefer(ms, rarity) }))
	return t, nil
}

// sameLemma groups mentions of one lemma.
func sameLemma(ms []link.EventMention) [][]int {
	at := map[string]int{}
	var out [][]int
	for i, m := range ms {
		k, ok := at[m.Lemma]
		if !ok {
			k = len(out)
			at[m.Lemma] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

func ecbRow(name string, texts []ecbText, groups [][]int, corefer func([]link.EventMention) [][]int) []string {
	s, words, events := scoreECB(texts, groups, corefer)
	row := []string{name, fmt.Sprint(len(texts)), fmt.Sprint(words), fmt.Sprint(events), fmt.Sprint(len(groups))}
	for _, c := range []counts{s.muc, s.cubed, s.ceaf} {
		row = append(row, fmt.Sprintf("%.1f", 100*c.f1()))
	}
	return append(row, fmt.Sprintf("%.1f", 100*s.conll()))
}

func scoreECB(texts []ecbText, groups [][]int, corefer func([]link.EventMention) [][]int) (s chainScore, words, events int) {
	gold := map[string][]phrase{}
	for i, t := range texts {
		for k, c := range t.chains {
			gold[c] = append(gold[c], phrase{i, k, k})
			words++
		}
	}
	var goldChains, ours [][]phrase
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		goldChains = append(goldChains, gold[name])
	}
	for _, g := range groups {
		var ms []link.EventMention
		var at []phrase
		for _, i := range g {
			for k, m := range texts[i].marked {
				ms, at = append(ms, m), append(at, phrase{i, k, k})
			}
		}
		for _, c := range corefer(ms) {
			var chain []phrase
			for _, k := range c {
				chain = append(chain, at[k])
			}
			ours = append(ours, chain)
		}
	}
	s.add(goldChains, ours)
	return s, words, len(goldChains)
}

// TrainMentions fits link's model of mentions on topics 1 to 33 and writes it.
func TrainMentions(ctx context.Context, dir string, out io.Writer) error {
	texts, err := readECB(ctx, dir, func(topic int) bool { return !ecbDev.holds(topic) })
	if err != nil {
		return err
	}
	return fitMentions(texts).Write(out)
}

// mentionOptions are those that the model is fitted with.
var mentionOptions = scorer.Options{Rounds: 6, MinCount: 20, Ridge: 1e-3}

// fitMentions fits on all pairs of marked words of one group of texts.
func fitMentions(texts []ecbText) *scorer.Model {
	rarity := rarityIn(texts)
	var examples []scorer.Example
	for _, g := range tfidfGroups(texts, rarity) {
		type word struct {
			m     *link.EventMention
			chain string
		}
		var ws []word
		for _, i := range g {
			for k := range texts[i].marked {
				ws = append(ws, word{&texts[i].marked[k], texts[i].chains[k]})
			}
		}
		for i := range ws {
			for j := range i {
				class := link.ApartClass
				if ws[i].chain == ws[j].chain {
					class = link.SameClass
				}
				examples = append(examples, scorer.Example{Features: link.MentionFeatures(ws[i].m, ws[j].m, rarity), Class: class})
			}
		}
	}
	return scorer.Fit(examples, mentionOptions)
}
