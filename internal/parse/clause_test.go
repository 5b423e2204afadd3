package parse

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// clauseCase is a sentence of testdata/clauses.txt: its tree, and what some of its clauses have to say.
type clauseCase struct {
	sentence string
	tokens   []Token
	want     []string
}

// clauseCases reads testdata/clauses.txt: a sentence, its tree (form/lemma/UPOS/fine/head/relation a
// word), and a line a clause: the predicate's lemma, then who, whom, to and by with the head of what
// fills them (what is not there has to be empty) and any of form, link, marker, tense, modality, neg,
// cond, back, and a preposition with the head behind it.
func clauseCases(t testing.TB) []clauseCase {
	text, err := os.ReadFile("testdata/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []clauseCase
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		tree, isTree := strings.CutPrefix(line, "  tree: ")
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			cases = append(cases, clauseCase{sentence: line})
		case isTree:
			cases[len(cases)-1].tokens = treeOf(t, tree)
		default:
			c := &cases[len(cases)-1]
			c.want = append(c.want, strings.TrimSpace(line))
		}
	}
	return cases
}

func treeOf(t testing.TB, line string) []Token {
	var tokens []Token
	for _, word := range strings.Fields(line) {
		f := strings.Split(word, "/")
		if len(f) != 6 {
			t.Fatalf("word %q has %d parts", word, len(f))
		}
		head, err := strconv.Atoi(f[4])
		if err != nil {
			t.Fatal(err)
		}
		tokens = append(tokens, Token{Form: f[0], Lemma: f[1], Tag: f[2], Fine: f[3], Head: head - 1, Rel: f[5]})
	}
	return tokens
}

// sayings puts a clause into the words of testdata/clauses.txt.
func sayings(tokens []Token, c Clause) map[string]bool {
	form := func(p Phrase) string {
		if p.None() {
			return ""
		}
		return tokens[p.Head].Form
	}
	said := map[string]bool{
		c.Lemma: true, "who=" + form(c.Who): true, "whom=" + form(c.Whom): true, "to=" + form(c.To): true, "by=" + form(c.By): true,
		"form=" + string(c.Form): true, "link=" + c.Link: true, "marker=" + c.Marker: true, "modality=" + string(c.Modality): true,
		"tense=" + strings.ReplaceAll(string(c.Tense), " ", "-"): true, "neg": c.Negated, "cond": c.Condition, "back": c.Background,
	}
	for _, o := range c.Obliques {
		said[o.Case+"="+form(o.Phrase)] = true
	}
	return said
}

// says reports whether one of the clauses says all that a line wants and leaves empty what it leaves out.
func says(tokens []Token, list []Clause, want string) bool {
	fields := strings.Fields(want)
	for _, role := range ClauseRoles[1:] {
		if !strings.Contains(want+" ", " "+role+"=") {
			fields = append(fields, role+"=")
		}
	}
	for _, flag := range []string{"neg", "cond", "back"} {
		if !strings.Contains(want+" ", " "+flag+" ") {
			fields = append(fields, "!"+flag)
		}
	}
	for _, c := range list {
		if sayAll(sayings(tokens, c), fields) {
			return true
		}
	}
	return false
}

func sayAll(said map[string]bool, fields []string) bool {
	for _, f := range fields {
		if flag, not := strings.CutPrefix(f, "!"); said[flag] == not {
			return false
		}
	}
	return true
}

func TestClausesOfTrees(t *testing.T) {
	for _, c := range clauseCases(t) {
		list := clauses(c.tokens, 0)
		for _, want := range c.want {
			if !says(c.tokens, list, want) {
				t.Errorf("%s\n  want %s\n  have %+v", c.sentence, want, list)
			}
		}
	}
}

// The same sentences from the words alone, where the parser may err.
func TestClausesOfWords(t *testing.T) {
	right, all := 0, 0
	for _, c := range clauseCases(t) {
		x := Parse(c.sentence)
		if len(x.Sentences) != 1 {
			t.Errorf("%s: %d sentences", c.sentence, len(x.Sentences))
			continue
		}
		for _, want := range c.want {
			all++
			ok := says(x.Sentences[0].Tokens, x.Clauses(0), want)
			right += one(ok)
			if !ok {
				t.Logf("%s: not %s", c.sentence, want)
			}
		}
	}
	if t.Logf("%d of %d right", right, all); right*100 < all*80 {
		t.Errorf("only %d of %d right", right, all)
	}
}

// A clause's tokens lie in its sentence, its parent is another clause, and no input breaks the reader.
func TestClausesAreSound(t *testing.T) {
	inputs := append([]string{syntheticArticle(), strings.Repeat("gunmen attacked the village ", 3000), strings.Repeat("attack of ", 2000)}, oddities...)
	for _, source := range inputs {
		x := Parse(source)
		for s := range x.Sentences {
			soundClauses(t, &x.Sentences[s], x.Clauses(s))
		}
	}
}

func soundClauses(t *testing.T, s *Sentence, list []Clause) {
	t.Helper()
	for k, c := range list {
		if c.Head < 0 || c.Head >= len(s.Tokens) || k > 0 && list[k-1].Head > c.Head {
			t.Fatalf("clause %d has head %d", k, c.Head)
		}
		if c.Parent >= len(list) || c.Parent == k {
			t.Fatalf("clause %d hangs on %d of %d", k, c.Parent, len(list))
		}
		phrases := []Phrase{c.Who, c.Whom, c.To, c.By}
		for _, o := range c.Obliques {
			phrases = append(phrases, o.Phrase)
		}
		for _, p := range phrases {
			if !p.None() && (p.First < 0 || p.Head < p.First || p.Head >= p.End || p.End > len(s.Tokens)) {
				t.Fatalf("phrase %+v in a sentence of %d tokens", p, len(s.Tokens))
			}
		}
	}
}

// Trees that no parser draws, with rings and heads outside, give what clauses they give.
func TestClausesOfBrokenTrees(t *testing.T) {
	tokens := treeOf(t, "a/a/NOUN/NN/2/nsubj b/b/VERB/VBD/1/conj attack/attack/NOUN/NN/0/root c/c/VERB/VBN/3/acl d/d/VERB/VB/4/xcomp")
	soundClauses(t, &Sentence{Tokens: tokens}, clauses(tokens, 0))
}

// The word lists that clauses turn on hold lower-case words in order, none twice.
func TestClauseWordLists(t *testing.T) {
	for list, least := range map[string]int{"nominalisations": 500, "light-verbs": 100, "verb-classes": 100, "quantity-nouns": 30,
		"time-nouns": 40, "modal-words": 30, "background-words": 50, "verb-forms": 300, "place-verbs": 100, "body-parts": 30, "manner-nouns": 5} {
		last, n := "", 0
		for line, entry := range lexiconLines(list) {
			if entry <= last {
				t.Errorf("%s, line %d: %q stands after %q", list, line, entry, last)
			}
			last, n = entry, n+1
		}
		if n < least {
			t.Errorf("%s has %d entries, want %d at least", list, n, least)
		}
	}
}

func BenchmarkClauses(b *testing.B) {
	x := Parse(syntheticArticle())
	tokens := 0
	for s := range x.Sentences {
		tokens += len(x.Sentences[s].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for s := range x.Sentences {
			x.Clauses(s)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
