package eval

import (
	"context"
	"fmt"
	"path/filepath"

	"dateline/internal/parse"
)

// phrase is a mention for the scores of chains: the sentence, the first and last word.
type phrase [3]int

// chainScore adds up what the measures of chains count.
type chainScore struct{ muc, cubed, ceaf counts }

// counts are the parts of a precision and a recall.
type counts struct{ right, ours, gold, rightOurs float64 }

func (c counts) precision() float64 { return ratio(c.rightOurs, c.ours) }
func (c counts) recall() float64    { return ratio(c.right, c.gold) }
func (c counts) f1() float64        { return 2 * ratio(c.precision()*c.recall(), c.precision()+c.recall()) }

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// conll is the mean F1 of the three measures.
func (s chainScore) conll() float64 { return (s.muc.f1() + s.cubed.f1() + s.ceaf.f1()) / 3 }

// add scores the chains of one document. MUC counts links (Vilain et al. 1995), B-cubed mentions
// (Bagga and Baldwin 1998), CEAF-e chains, each paired with at most one so that their likeness, the
// Dice coefficient of their mentions, is highest in sum (Luo 2005). A mention that one side lacks is a
// chain of its own there, except in CEAF-e. Chains are of two mentions or more.
func (s *chainScore) add(gold, ours [][]phrase) {
	inGold, inOurs := chainOf(gold), chainOf(ours)
	s.muc.right += links(gold, inOurs)
	s.muc.gold += float64(mentions(gold) - len(gold))
	s.muc.rightOurs += links(ours, inGold)
	s.muc.ours += float64(mentions(ours) - len(ours))
	s.cubed.right += shared(gold, inOurs)
	s.cubed.gold += float64(mentions(gold))
	s.cubed.rightOurs += shared(ours, inGold)
	s.cubed.ours += float64(mentions(ours))
	alike := paired(likeness(gold, ours, inOurs))
	s.ceaf.right += alike
	s.ceaf.rightOurs += alike
	s.ceaf.gold += float64(len(gold))
	s.ceaf.ours += float64(len(ours))
}

// chainOf numbers the chains from 1 for each of their mentions.
func chainOf(chains [][]phrase) map[phrase]int {
	m := map[phrase]int{}
	for i, c := range chains {
		for _, p := range c {
			m[p] = i + 1
		}
	}
	return m
}

func mentions(chains [][]phrase) (n int) {
	for _, c := range chains {
		n += len(c)
	}
	return n
}

// links counts the links of the chains that the others keep: the mentions less the parts into which
// the others cut them.
func links(chains [][]phrase, others map[phrase]int) (n float64) {
	for _, c := range chains {
		parts, seen := 0, map[int]bool{}
		for _, p := range c {
			o := others[p]
			if o == 0 || !seen[o] {
				parts++
			}
			seen[o] = true
		}
		n += float64(len(c) - parts)
	}
	return n
}

// shared adds up, over the mentions of the chains, the share of their chain that the others put with them.
func shared(chains [][]phrase, others map[phrase]int) (sum float64) {
	for _, c := range chains {
		with := map[int]int{}
		for _, p := range c {
			if o := others[p]; o > 0 {
				with[o]++
			}
		}
		for _, n := range with {
			sum += float64(n*n) / float64(len(c))
		}
	}
	return sum
}

// likeness is the Dice coefficient of each chain with each of ours.
func likeness(gold, ours [][]phrase, inOurs map[phrase]int) [][]float64 {
	all := make([][]float64, len(gold))
	for i, c := range gold {
		all[i] = make([]float64, len(ours))
		for _, p := range c {
			if o := inOurs[p]; o > 0 {
				all[i][o-1]++
			}
		}
		for j := range ours {
			all[i][j] *= 2 / float64(len(c)+len(ours[j]))
		}
	}
	return all
}

// paired is the highest sum of values, at most one in each row and column (Kuhn 1955, Munkres 1957;
// with potentials and shortest paths, in the third power of the size).
func paired(value [][]float64) float64 {
	n := len(value)
	for _, row := range value {
		n = max(n, len(row))
	}
	cost := func(i, j int) float64 {
		if i < len(value) && j < len(value[i]) {
			return 1 - value[i][j]
		}
		return 1
	}
	rowOf, sum := assign(n, cost), 0.0
	for j, i := range rowOf {
		sum += 1 - cost(i, j)
	}
	return sum
}

// assign gives each column a row of its own so that the costs are least in sum.
func assign(n int, cost func(i, j int) float64) []int {
	u, v := make([]float64, n+1), make([]float64, n+1)
	row, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		j0 := 0
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = 1e18
		}
		for row[j0] != 0 {
			used[j0] = true
			i0, j1, delta := row[j0], 0, 1e18
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost(i0-1, j-1) - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]], v[j] = u[row[j]]+delta, v[j]-delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			row[j0] = row[way[j0]]
			j0 = way[j0]
		}
	}
	out := make([]int, n)
	for j := 1; j <= n; j++ {
		out[j-1] = row[j] - 1
	}
	return out
}

// referenceTests are the parts of GUM that the chains are scored on.
var referenceTests = []string{"gum-free-dev.conllu", "gum-free-test.conllu"}

// view is what of the chains is scored.
type view struct {
	restricted bool // only names and nouns behind 'the', 'this', 'that', 'these' or 'those'
	heads      bool // a mention is right when its head is, whatever its ends
}

// Reference scores the chains of mentions on the openly licensed documents of GUM in dir/ud: our own
// mentions, tags and trees on the treebank's words against its chains. The first row of a part counts
// every mention of a chain, the second only names (a proper noun as head) and nouns behind 'the',
// 'this', 'that', 'these' or 'those', on both sides, and of what is left only chains of two or more;
// both want spans exact. The third is the second with mentions known by their heads.
func Reference(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "GUM, reference within a document, per cent; our mentions on gold words",
		Head: []string{"", "gold mentions", "ours", "MUC P", "R", "F1", "B3 P", "R", "F1", "CEAFe P", "R", "F1", "CoNLL"}}
	for _, name := range referenceTests {
		gold, err := parse.ReadUDFile(filepath.Join(dir, "ud", name))
		if err != nil {
			return t, err
		}
		if err := ctx.Err(); err != nil {
			return t, err
		}
		texts := parse.ReadGoldTexts(gold)
		t.Rows = append(t.Rows, referenceRow(name+", all", texts, view{}),
			referenceRow(name+", names and 'the group'", texts, view{restricted: true}),
			referenceRow(name+", the same by heads", texts, view{restricted: true, heads: true}))
	}
	return t, nil
}

func referenceRow(name string, texts []parse.GoldText, v view) []string {
	var s chainScore
	for i := range texts {
		s.add(v.gold(&texts[i]), v.ours(texts[i].Text))
	}
	row := []string{name, fmt.Sprint(s.cubed.gold), fmt.Sprint(s.cubed.ours)}
	for _, c := range []counts{s.muc, s.cubed, s.ceaf} {
		row = append(row, fmt.Sprintf("%.1f", 100*c.precision()), fmt.Sprintf("%.1f", 100*c.recall()), fmt.Sprintf("%.1f", 100*c.f1()))
	}
	return append(row, fmt.Sprintf("%.2f", 100*s.conll()))
}

func (v view) gold(d *parse.GoldText) [][]phrase {
	at := map[string]int{}
	var chains [][]phrase
	for i, m := range d.Mentions {
		tokens := d.Gold[m.Sentence].Tokens
		if v.restricted && !describes(tokens, m) {
			continue
		}
		k, ok := at[d.Entities[i]]
		if !ok {
			k = len(chains)
			at[d.Entities[i]] = k
			chains = append(chains, nil)
		}
		chains[k] = append(chains[k], v.phrase(tokens, m))
	}
	return manifold(chains)
}

func (v view) ours(t *parse.Text) [][]phrase {
	r := t.References()
	var chains [][]phrase
	for _, c := range r.Chains() {
		var list []phrase
		for _, i := range c {
			m := r.Mentions[i]
			if tokens := t.Sentences[m.Sentence].Tokens; !v.restricted || describes(tokens, m) {
				list = append(list, v.phrase(tokens, m))
			}
		}
		chains = append(chains, list)
	}
	return manifold(chains)
}

// phrase tells mentions apart: by span, or by head, where a coordination is not its first member.
func (v view) phrase(tokens []parse.Token, m parse.Mention) phrase {
	if !v.heads {
		return phrase{m.Sentence, m.First, m.Last}
	}
	for i := m.Head + 1; i <= m.Last; i++ {
		if tokens[i].Head == m.Head && tokens[i].Is("conj") {
			return phrase{m.Sentence, m.Head, -1}
		}
	}
	return phrase{m.Sentence, m.Head, m.Head}
}

// manifold drops the chains of fewer than two mentions, and mentions that were there before.
func manifold(chains [][]phrase) [][]phrase {
	var kept [][]phrase
	seen := map[phrase]bool{}
	for _, c := range chains {
		var list []phrase
		for _, p := range c {
			if !seen[p] {
				list = append(list, p)
			}
			seen[p] = true
		}
		if len(list) > 1 {
			kept = append(kept, list)
		}
	}
	return kept
}

// describes reports whether a mention is a name or a noun behind an article or a demonstrative.
func describes(tokens []parse.Token, m parse.Mention) bool {
	head := &tokens[m.Head]
	if head.Tag == "PROPN" {
		return true
	}
	if head.Tag != "NOUN" {
		return false
	}
	switch lead := &tokens[m.First]; lead.Lemma {
	case "the", "this", "that", "these", "those":
		return m.First < m.Head && lead.Tag == "DET"
	}
	return false
}
