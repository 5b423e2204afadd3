package eval

import (
	"cmp"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/extract"
	"dateline/internal/link"
	"dateline/internal/parse"
)

// ecbText is one text of the corpus.
type ecbText struct {
	Name   string
	Topic  int
	grams  []string // content lemmas, numbers and pairs of them that follow each other, sorted, each once
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
	sentences, chain := x.sentences(), x.chains(filepath.Base(path))
	read := readSentences(sentences)
	t := ecbText{grams: read.grams()}
	for i, s := range sentences {
		if !checked[s.number] {
			continue
		}
		for _, m := range x.Markables.All {
			if words := s.words(m); len(words) > 0 && strings.Contains(m.XMLName.Local, "ACTION_") {
				t.marked = append(t.marked, read.mention(i, words, strings.TrimPrefix(m.XMLName.Local, "NEG_")))
				t.chains = append(t.chains, cmp.Or(chain[m.ID], fmt.Sprint(filepath.Base(path), " alone ", m.ID)))
			}
		}
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

// words lists which tokens of the sentence are the markable's; none if it begins elsewhere.
func (s *ecbSentence) words(m ecbMarkable) []int {
	var out []int
	for _, a := range m.Anchors {
		if k := slices.Index(s.ids, a.ID); k >= 0 {
			out = append(out, k)
		} else if len(out) == 0 {
			return nil
		}
	}
	return out
}

func (x *ecbXML) sentences() []ecbSentence {
	var out []ecbSentence
	for _, t := range x.Tokens {
		if n := len(out); n == 0 || out[n-1].number != t.Sentence {
			out = append(out, ecbSentence{number: t.Sentence})
		}
		s := &out[len(out)-1]
		s.ids, s.forms = append(s.ids, t.ID), append(s.forms, cmp.Or(strings.TrimSpace(t.Form), "_"))
	}
	return out
}

// ecbRead is a text as parse reads it.
type ecbRead struct {
	text    *parse.Text
	clauses map[[2]int][]parse.Clause // by sentence and head
	called  map[[2]int][]string       // by sentence and head of a mention: what the text calls the same elsewhere
}

func readSentences(sentences []ecbSentence) *ecbRead {
	var words [][]string
	for _, s := range sentences {
		words = append(words, s.forms)
	}
	return readText(parse.ParseWords(words))
}

func readText(text *parse.Text) *ecbRead {
	r := &ecbRead{text: text, clauses: map[[2]int][]parse.Clause{}, called: map[[2]int][]string{}}
	for i := range r.text.Sentences {
		for _, c := range r.text.Clauses(i) {
			r.clauses[[2]int{i, c.Head}] = append(r.clauses[[2]int{i, c.Head}], c)
		}
	}
	refs := r.text.References()
	for _, chain := range refs.Chains() {
		var names []string
		for _, k := range chain {
			m := refs.Mentions[k]
			for t := m.First; t <= m.Last; t++ {
				if tag := r.text.Sentences[m.Sentence].Tokens[t].Tag; tag == "PROPN" && m.Kind == parse.MentionName || tag == "NOUN" && t == m.Head {
					names = append(names, r.lemma(m.Sentence, t))
				}
			}
		}
		for _, k := range chain {
			m := refs.Mentions[k]
			r.called[[2]int{m.Sentence, m.Head}] = names
		}
	}
	return r
}

func (r *ecbRead) lemma(sentence, token int) string {
	return strings.ToLower(r.text.Sentences[sentence].Tokens[token].Lemma)
}

func content(tag string) bool {
	return tag == "NOUN" || tag == "VERB" || tag == "ADJ" || tag == "PROPN"
}

// grams lists the content lemmas and numbers of the text, and the pairs of them that follow each other.
func (r *ecbRead) grams() []string {
	var out []string
	for i := range r.text.Sentences {
		last := ""
		for k, t := range r.text.Sentences[i].Tokens {
			low := r.lemma(i, k)
			switch {
			case t.Tag == "PUNCT" || low == "http" || low == "www":
				last = ""
			case t.Tag == "NUM" || content(t.Tag):
				if len(low) > 2 || t.Tag == "NUM" {
					out = append(out, low)
				}
				if last != "" {
					out = append(out, last+" "+low)
				}
				last = low
			}
		}
	}
	return sortedOnce(out)
}

func sortedOnce(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// mention is a markable with what stands beside it.
func (r *ecbRead) mention(sentence int, words []int, sort string) link.EventMention {
	ts, head := r.text.Sentences[sentence].Tokens, r.head(sentence, words)
	m := link.EventMention{Sentence: sentence, Token: head, Lemma: r.lemma(sentence, head), Tag: ts[head].Tag, Sort: sort, Kind: string(extract.EventKind(&ts[head])),
		Vector: parse.Vector(r.lemma(sentence, head))}
	for k, t := range ts {
		low := r.lemma(sentence, k)
		switch {
		case t.Tag == "NUM":
			m.Times = append(m.Times, low)
		case t.Tag == "PROPN":
			m.Names = append(m.Names, low)
		}
		if !content(t.Tag) {
			continue
		}
		if slices.Contains(words, k) {
			m.Phrase = append(m.Phrase, low)
		}
		if k != head && len(low) > 2 {
			m.Words = append(m.Words, low)
		}
		if k != head && max(k-head, head-k) <= nearWords {
			m.Near = append(m.Near, low)
		}
		if t.Head == head || ts[head].Head == k {
			m.Args = append(m.Args, low)
		}
	}
	for _, c := range r.clauses[[2]int{sentence, head}] {
		m.Who = append(m.Who, r.filler(c, c.Who)...)
		m.Whom = append(append(m.Whom, r.filler(c, c.Whom)...), r.filler(c, c.To)...)
		for _, o := range c.Obliques {
			m.Where = append(m.Where, r.filler(c, o.Phrase)...)
		}
	}
	m.Args = slices.Concat(m.Args, m.Who, m.Whom, m.Where)
	for _, list := range []*[]string{&m.Times, &m.Names, &m.Phrase, &m.Words, &m.Near, &m.Args, &m.Who, &m.Whom, &m.Where} {
		*list = sortedOnce(*list)
	}
	m.Sense, m.NearSense = meanVector(m.Words), meanVector(m.Near)
	return m
}

// nearWords is how many words away a word still stands beside a mention.
const nearWords = 5

// filler lists by what lemmas a clause's phrase is known: its head, its names, and what else the text calls it.
func (r *ecbRead) filler(c parse.Clause, p parse.Phrase) []string {
	if p.None() {
		return nil
	}
	ts := r.text.Sentences[c.Sentence].Tokens
	out := slices.Clone(r.called[[2]int{c.Sentence, p.Head}])
	for k := p.First; k < p.End; k++ {
		if k == p.Head && content(ts[k].Tag) || ts[k].Tag == "PROPN" && ts[k].Head == p.Head {
			out = append(out, r.lemma(c.Sentence, k))
		}
	}
	return out
}

// meanVector is the mean of the vectors of those lemmas that have one.
func meanVector(words []string) []float32 {
	var out []float32
	for _, w := range words {
		v := parse.Vector(w)
		if out == nil && v != nil {
			out = make([]float32, len(v))
		}
		for i, x := range v {
			out[i] += float32(x)
		}
	}
	return out
}

// head finds the word of a markable on which its others depend: the first whose own head lies outside.
func (r *ecbRead) head(sentence int, words []int) int {
	for _, k := range words {
		if t := r.text.Sentences[sentence].Tokens[k]; content(t.Tag) && !slices.Contains(words, t.Head) {
			return k
		}
	}
	return words[0]
}
