package eval

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"testing"
)

// chainsOf makes a chain of each string, a mention of each letter.
func chainsOf(chains ...string) [][]phrase {
	var out [][]phrase
	for _, c := range chains {
		var list []phrase
		for _, r := range c {
			list = append(list, phrase{0, int(r), int(r)})
		}
		out = append(out, list)
	}
	return out
}

// The wanted numbers are worked out by hand from the definitions.
func TestChainScores(t *testing.T) {
	for _, c := range []struct {
		name                                     string
		gold, ours                               [][]phrase
		mucP, mucR, cubedP, cubedR, ceafP, ceafR float64
	}{
		{"the same", chainsOf("abc", "de"), chainsOf("abc", "de"), 1, 1, 1, 1, 1, 1},
		{"nothing found", chainsOf("abc"), nil, 0, 0, 0, 0, 0, 0},
		// Ours keep 'ab' and 'd' apart from 'c': links 2 of 3 in gold (ab, de), 2 of 2 in ours. B-cubed:
		// recall (4/3 + 2)/5, precision 4/4. CEAF-e: 2*2/5 + 1 of two chains each.
		{"one left out", chainsOf("abc", "de"), chainsOf("ab", "de"), 1, 2.0 / 3, 1, (4.0/3 + 2) / 5, 0.9, 0.9},
		// All in one: 3 of 3 gold links, 3 of ours 4; precision (9/5 + 4/5)/5; likeness 6/8 with the larger.
		{"run together", chainsOf("abc", "de"), chainsOf("abcde"), 0.75, 1, 13.0 / 25, 1, 0.75, 0.375},
		// A mention that is none: 1 link of 2; B-cubed 4/3 of 3; 2*2/5.
		{"one too many", chainsOf("ab"), chainsOf("abx"), 0.5, 1, 4.0 / 9, 1, 0.8, 0.8},
		// Crossed: no link is shared; each mention shares one of two with its chain.
		{"crossed", chainsOf("ab", "cd"), chainsOf("ac", "bd"), 0, 0, 0.5, 0.5, 0.5, 0.5},
	} {
		var s chainScore
		s.add(c.gold, c.ours)
		for _, x := range []struct {
			what      string
			got, want float64
		}{{"MUC precision", s.muc.precision(), c.mucP}, {"MUC recall", s.muc.recall(), c.mucR}, {"B-cubed precision", s.cubed.precision(), c.cubedP},
			{"B-cubed recall", s.cubed.recall(), c.cubedR}, {"CEAF-e precision", s.ceaf.precision(), c.ceafP}, {"CEAF-e recall", s.ceaf.recall(), c.ceafR}} {
			if math.Abs(x.got-x.want) > 1e-9 {
				t.Errorf("%s: %s is %.4f, not %.4f", c.name, x.what, x.got, x.want)
			}
		}
	}
}

// Chains are paired for the best sum, which the best single pair may stand against.
func TestPaired(t *testing.T) {
	for _, c := range []struct {
		value [][]float64
		want  float64
	}{
		{nil, 0},
		{[][]float64{{0.9, 0.8}, {0.8, 0.1}}, 1.6},
		{[][]float64{{0.5}, {0.7}, {0.6}}, 0.7},
		{[][]float64{{0.2, 0.9, 0.4}, {0.1, 0.8, 0.3}}, 1.2},
	} {
		if got := paired(c.value); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %.3f, not %.3f", c.value, got, c.want)
		}
	}
}

func TestManifold(t *testing.T) {
	got := manifold(chainsOf("ab", "c", "bd", "efe"))
	if len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 2 {
		t.Errorf("%v is left", got)
	}
}

// The scores on the corpus may not fall; they wait for nothing but the corpus.
func TestReferenceScores(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a treebank")
	}
	table, err := Reference(context.Background(), "../../../shared/corpora")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no treebanks here")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range table.Rows {
		t.Logf("%s: %s", r[0], r[len(r)-1])
		if last := r[len(r)-1]; len(last) != 5 || last < "45.00" {
			t.Errorf("%s: CoNLL %s", r[0], last)
		}
	}
}
