package review

import (
	"fmt"
	"strings"
	"testing"

	"dateline"
)

// by is a ruling of a reader on part 0 of x; a correction is to an actor of that name.
func by(author, id string, r dateline.Ruling, minute int, value string) dateline.Decision {
	d := rule(id, r, minute, "x")
	d.Author, d.Part = author, 0
	if value != "" {
		d.Value, d.Means = value, &dateline.Resolution{Actor: value}
	}
	return d
}

var readX = Read{Statement: "x", Kind: dateline.Bombing, Roles: []dateline.Role{dateline.Perpetrator},
	Means: []dateline.Resolution{{Statement: "x", Part: 0, State: dateline.Known, Actor: "m"}}}

// heardOf writes who said what, who differ, and what stands.
func heardOf(ds []dateline.Decision) string {
	h := New(ds).Hear(Thing{"x", "", 0})
	var out []string
	for _, w := range h.Words {
		out = append(out, w.Author+" "+string(w.Verdict(readX))+" "+w.Value(readX))
	}
	s := strings.Join(out, ", ")
	if h.Differ(readX) {
		s += "; differ"
	}
	if h.Settled != nil {
		s += "; settled by " + h.Settled.Author
	}
	return fmt.Sprintf("%s; %s stands", s, h.Stands(readX))
}

func TestWhatReadersSaid(t *testing.T) {
	accept, correct, reject, unsure, undo := dateline.Accept, dateline.Correct, dateline.Reject, dateline.Unsure, dateline.Undo
	settle := func(d dateline.Decision) dateline.Decision { d.Reason = Adjudicates + "so"; return d }
	for want, ds := range map[string][]dateline.Decision{
		"Ada accepted m; accepted stands":                                                   {by("Ada", "a", accept, 1, "")},
		"Ada corrected n, Ben corrected n; corrected stands":                                {by("Ada", "a", correct, 1, "n"), by("Ben", "b", accept, 2, "")},
		"Ada corrected n, Ben accepted m; differ; accepted stands":                          {by("Ada", "a", correct, 1, "n"), by("Ben", "b", correct, 2, "m")},
		"Ada accepted m, Ben rejected rejected; differ; rejected stands":                    {by("Ada", "a", accept, 1, ""), by("Ben", "b", reject, 2, ""), by("Ada", "c", reject, 3, "")},
		"Ada accepted m, Ben rejected rejected; differ; settled by Eve; accepted stands":    {by("Ada", "a", accept, 1, ""), by("Ben", "b", reject, 2, ""), settle(by("Eve", "c", accept, 3, ""))},
		"Ada accepted m, Ben rejected rejected, Cai corrected o; differ; corrected stands":  {by("Ada", "a", accept, 1, ""), by("Ben", "b", reject, 2, ""), by("Cai", "c", correct, 3, "o")},
		"Ben rejected rejected; rejected stands":                                            {by("Ada", "a", accept, 1, ""), rule("u", undo, 2, "a"), by("Ben", "b", reject, 3, "")},
		"Ada accepted m, Ben  ; accepted stands":                                            {by("Ada", "a", accept, 1, ""), by("Ben", "b", unsure, 2, "")},
		"Ada corrected n, Ben rejected rejected, Cai corrected n; differ; corrected stands": {by("Ada", "a", correct, 1, "n"), by("Ben", "b", reject, 2, ""), by("Cai", "c", accept, 3, "")},
		"Ada corrected n, Ben rejected rejected; differ; settled by Eve; corrected stands":  {by("Ada", "a", correct, 1, "n"), by("Ben", "b", reject, 2, ""), settle(by("Eve", "c", accept, 3, ""))},
		"Ada corrected unknown; corrected stands": {func() dateline.Decision {
			d := by("Ada", "a", correct, 1, "unknown")
			d.Means = &dateline.Resolution{}
			return d
		}()},
	} {
		if got := heardOf(ds); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestThingsInAddresses(t *testing.T) {
	a, b := "0123456789abcdef", "fedcba9876543210"
	for _, want := range []Thing{{a, "", dateline.Whole}, {a, "", 0}, {a, "", -2}, {a, b, dateline.Whole}} {
		if got, err := ParseThing(want.String()); got != want || err != nil {
			t.Errorf("%v became %v (%v)", want, got, err)
		}
	}
	for _, bad := range []string{"", "x", a + ".", a + ".-1", a + ".x", a + "+" + a, a + "+", a + "." + strings.Repeat("9", 30)} {
		if got, err := ParseThing(bad); err == nil {
			t.Errorf("%q is taken for %v", bad, got)
		}
	}
	if Pair(b, a) != Pair(a, b) {
		t.Error("a pair has an order")
	}
}
