package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

func grown(t *testing.T) []sentence {
	t.Helper()
	all, err := growOnce()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var growOnce = sync.OnceValues(growWire)

func growWire() ([]sentence, error) {
	g, err := readGrammar(grammarText)
	if err != nil {
		return nil, err
	}
	return grow(g, volume)
}

func conllu(t *testing.T, all []sentence) []byte {
	t.Helper()
	b := bytes.NewBufferString(heading + "\n")
	for i, s := range all {
		if err := s.write(b, i+1); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestFileIsWhatTheGrammarMakes(t *testing.T) {
	all := grown(t)
	again, err := growWire()
	if err != nil {
		t.Fatal(err)
	}
	made := conllu(t, all)
	if !bytes.Equal(made, conllu(t, again)) {
		t.Fatal("two runs differ")
	}
	kept, err := os.ReadFile("wire.conllu")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, kept) {
		t.Error("wire.conllu is not what wire.grammar makes: go run ./train/wire > train/wire/wire.conllu")
	}
}

func TestSentencesAreTrees(t *testing.T) {
	all := grown(t)
	for _, s := range all {
		if err := s.valid(); err != nil {
			t.Errorf("%q: %v", s.text(), err)
		}
	}
}

// valid checks that the sentence is one tree without crossing arcs, fully tagged, and that its
// relations keep to the rules that hold for every tree of EWT.
func (s sentence) valid() error {
	at := map[*token]int{}
	for i, t := range s.tokens {
		at[t] = i
	}
	roots := 0
	for _, t := range s.tokens {
		if t.form == "" || t.tag == "" || t.rel == "" || t.universal() == "" || t.baseForm() == "" {
			return fmt.Errorf("word %q: tag %q, relation %q, part of speech %q", t.lemma, t.tag, t.rel, t.universal())
		}
		if t.head == nil {
			roots++
			continue
		}
		if _, ok := at[t.head]; !ok || t.head == t {
			return fmt.Errorf("%q hangs on nothing in the sentence", t.form)
		}
		if (t.rel == "punct") != (t.universal() == "PUNCT") {
			return fmt.Errorf("%q is %s with relation %s", t.form, t.universal(), t.rel)
		}
		if leaf[t.head.rel] && t.rel != "fixed" && t.rel != "advmod" {
			return fmt.Errorf("%q hangs on the function word %q", t.form, t.head.form)
		}
		for i := min(at[t], at[t.head]); i < max(at[t], at[t.head]); i++ {
			if !under(s.tokens[i], t.head) {
				return fmt.Errorf("the arc to %q crosses another", t.form)
			}
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return s.oneSubject()
}

var leaf = wordSet("case mark aux aux:pass cop cc det punct compound:prt fixed")

// under reports whether t is head or below it; a ring of arcs is below nothing.
func under(t, head *token) bool {
	for range 100 {
		if t == head {
			return true
		}
		if t == nil {
			return false
		}
		t = t.head
	}
	return false
}

// oneSubject checks that no word has two subjects or objects, and that passives have theirs.
func (s sentence) oneSubject() error {
	n := map[*token]map[string]int{}
	for _, t := range s.tokens {
		if t.head == nil {
			continue
		}
		if n[t.head] == nil {
			n[t.head] = map[string]int{}
		}
		n[t.head][strings.TrimSuffix(t.rel, ":pass")]++
		if t.rel == "nsubj" && s.child(t.head, "aux:pass") != nil || t.rel == "aux:pass" && s.child(t.head, "nsubj") != nil && s.child(t.head, "nsubj:pass") == nil {
			return fmt.Errorf("%q: passive with an active subject", t.head.form)
		}
	}
	for t, rels := range n {
		if rels["nsubj"] > 1 || rels["obj"] > 1 || rels["cop"] > 1 {
			return fmt.Errorf("%q has more than one subject, object or copula", t.form)
		}
	}
	return nil
}

func TestNoPhraseTakesMoreThanItsShare(t *testing.T) {
	all := grown(t)
	n, texts, words := map[int]int{}, map[string]bool{}, 0
	for _, s := range all {
		n[s.template]++
		texts[s.text()] = true
		words += len(s.tokens)
	}
	for i, k := range n {
		if k*50 > len(all) {
			t.Errorf("phrase %d of S makes %d of %d sentences", i+1, k, len(all))
		}
	}
	if len(texts) != volume {
		t.Errorf("%d different sentences, not %d", len(texts), volume)
	}
	if mean := float64(words) / volume; mean < 11 || mean > 18 {
		t.Errorf("sentences of %.1f words", mean)
	}
}

var trigger = regexp.MustCompile(`(?m)^[a-z -]+ = ([a-z-]+)\.([vn]) `)

// TestCoversTheTriggers holds the treebank to most of the verbs and nouns that the patterns in
// data/lexicon start from. The network knows the others by their vectors, so that a new pattern needs no
// new trees.
func TestCoversTheTriggers(t *testing.T) {
	all := grown(t)
	have := map[string]bool{}
	for _, s := range all {
		for _, w := range s.tokens {
			have[w.baseForm()+"."+w.universal()] = true
		}
	}
	files, err := fs.Glob(os.DirFS("../../data/lexicon/patterns"), "*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no patterns", err)
	}
	var missing, seen []string
	for _, name := range files {
		text, err := os.ReadFile(filepath.Join("../../data/lexicon/patterns", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range trigger.FindAllStringSubmatch(string(text), -1) {
			word := m[1] + map[string]string{"v": ".VERB", "n": ".NOUN"}[m[2]]
			if slices.Contains(seen, word) {
				continue
			}
			seen = append(seen, word)
			if !have[word] {
				missing = append(missing, word)
			}
		}
	}
	if 3*len(missing) > len(seen) {
		t.Errorf("%d of %d are not in the treebank: %s", len(missing), len(seen), strings.Join(missing, " "))
	}
}

func TestInflect(t *testing.T) {
	for _, c := range []struct{ lemma, tag, want string }{
		{"strike", "VBD", "struck"}, {"overrun", "VBD", "overran"}, {"overrun", "VBN", "overrun"}, {"blow", "VBN", "blown"},
		{"swear", "VBD", "swore"}, {"kidnap", "VBD", "kidnapped"}, {"stab", "VBG", "stabbing"}, {"deny", "VBD", "denied"},
		{"free", "VBG", "freeing"}, {"seize", "VBG", "seizing"}, {"torch", "VBZ", "torches"}, {"policeman", "NNS", "policemen"},
		{"deploy", "VBD", "deployed"}, {"lay", "VBD", "laid"}, {"besiege", "VBN", "besieged"}, {"child", "NNS", "children"},
	} {
		if got := inflect(c.lemma, c.tag); got != c.want {
			t.Errorf("%s as %s is %q, not %q", c.lemma, c.tag, got, c.want)
		}
	}
}

func TestGrammarWithAFaultNamesItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"S\n  nsubj:$WHO run.PAST\n":             "no rule WHO",
		"S\n  nsubj:%who.NN run.PAST\n":          "no class who",
		"S\n  nsubj:they flurb\n":                "no tag for flurb",
		"S\n  nsubj:they (obl case:in town.NN\n": "wire.grammar:2",
	} {
		if _, err := readGrammar(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, not %q", text, err, want)
		}
	}
}

func TestPhraseWithTwoHeadsIsAnError(t *testing.T) {
	g, err := readGrammar("S\n  nsubj:they run.PAST fall.PAST\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := grow(g, 1); err == nil {
		t.Error("no error")
	}
}
