package analysis

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"dateline"
)

// The later figure of a voice is the one that looking at all pairs finds.
func TestTheLastFigureOfAVoiceRevises(t *testing.T) {
	voices := [][]Voice{nil, {{Words: "police"}}, {{Words: "police", Actor: "x"}}, {{}}}
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 1))
		var all []Reckoning
		for i := range 1 + rng.IntN(12) {
			r := Reckoning{By: voices[rng.IntN(len(voices))], Report: &dateline.Report{ID: strconv.Itoa(i), Publisher: []string{"", "A", "B"}[rng.IntN(3)]},
				Since: []string{"", "2024-01-01", "2024-01-02", "2024-01-03"}[rng.IntN(4)], Aside: []string{"", "", "doubted"}[rng.IntN(3)]}
			if rng.IntN(4) > 0 {
				c := dateline.Exactly(rng.IntN(3))
				r.Count = &c
			}
			all = append(all, r)
		}
		slices.SortStableFunc(all, func(a, b Reckoning) int { return cmp.Compare(dayOrLast(a.Since), dayOrLast(b.Since)) })
		revise(all)
		for i := range all {
			var want *Reckoning
			for j := i + 1; j < len(all); j++ {
				a, b := &all[i], &all[j]
				if a.Count != nil && b.Count != nil && b.Aside == "" && !b.Count.Equal(*a.Count) && sameVoice(a, b) && a.Since != "" && b.Since != "" && a.Since < b.Since {
					want = b
				}
			}
			if all[i].Revised != want {
				t.Fatalf("seed %d: figure %d of %v is revised by %v, want %v", seed, i, all, all[i].Revised, want)
			}
		}
	}
}

// An incident that thousands of copies tell is compared, and its copies are worded, in the time that they take to be read.
func TestACrowdOfCopiesIsCompared(t *testing.T) {
	const n = 4000
	in := dateline.Incident{ID: "i", Kind: dateline.Bombing, Copies: [][]string{nil}}
	var said []Account
	for i := range n {
		id := fmt.Sprint(i)
		r := &dateline.Report{ID: "r" + id, Publisher: fmt.Sprint("Site ", i%200), Text: "A bomb went off at the gate of a barracks, an outlet said on Monday."}
		said = append(said, Account{ID: "s" + id, Report: r, By: []Voice{{Words: "Harbour Wire", Class: dateline.Outlet}}})
		in.Reports, in.Statements, in.Copies[0] = append(in.Reports, r.ID), append(in.Statements, "s"+id), append(in.Copies[0], r.ID)
	}
	in.Kinds = []dateline.Told[dateline.Kind]{{Value: dateline.Bombing, Statements: in.Statements}}
	if c := Compare(in, said); len(c.Kinds.Cells) != n || len(c.Kinds.Cells[n-1]) != 1 || c.Kinds.Cells[n-1][0].Statements[0] != in.Statements[n-1] {
		t.Error("the last report's kind is not in its column")
	}
	copies := Copies(in, said)
	if len(copies) != 1 || len(copies[0]) != n-1 || copies[0][n-2].Of != said[0].Report || copies[0][n-2].Shared != 100 || copies[0][n-2].Third != "Harbour Wire" {
		t.Errorf("the last copy is worded %+v", copies[0][len(copies[0])-1])
	}
}
