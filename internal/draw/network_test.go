package draw

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// ring is n groups, each tied to the next and every third to the first, and as many lone ones as asked.
func ring(n, lone int) ([]Body, [][2]int) {
	var bodies []Body
	var ties [][2]int
	for i := range n + lone {
		bodies = append(bodies, Body{Name: fmt.Sprintf("Group number %d of the province", i), Link: fmt.Sprint("/groups/", i), Size: i * i % 90})
		if i < n {
			ties = append(ties, [2]int{i, (i + 1) % n})
			if i%3 == 0 && i > 0 {
				ties = append(ties, [2]int{i, 0})
			}
		}
	}
	return bodies, ties
}

func TestNetwork(t *testing.T) {
	bodies := []Body{{Name: "Boko Haram", Words: "Boko Haram: 12 incidents", Link: "/groups/boko-haram", Size: 12, Picked: true},
		{Name: "Islamic State", Link: "/groups/islamic-state", Size: 40}, {Name: "Al-Qaeda in the Lands of the Islamic Maghreb", Link: "/groups/aqim"}, {Name: "Alone", Link: "/groups/alone"}}
	ties := []Tie{{A: 0, B: 1, Bearing: "friendly", Line: "several", Directed: true, Words: "Boko Haram pledged allegiance to Islamic State: 3 accounts", Link: "/network/tie?a=1"},
		{A: 0, B: 1, Bearing: "hostile", Line: "disputed", Words: "they fight", Link: "/network/tie?a=1"},
		{A: 2, B: 1, Bearing: "kin", Line: "recorded", Directed: true, Words: "split", Link: "/network/tie?a=2"}, {A: 0, B: 2, Bearing: "talking", Line: "onesided", Words: "talks", Link: "/network/tie?a=3"}}
	w, h := Layout(bodies, [][2]int{{0, 1}, {0, 1}, {2, 1}, {0, 2}}, 1000)
	snapshot(t, "network", Network{"What is told between groups on 2015-03-30", bodies, ties, w, h}.SVG())
	if s := (Network{}).SVG(); !s.IsZero() {
		t.Errorf("no group draws %s", s)
	}
}

// The layout is the same on every run, in whatever order the ties come.
func TestLayoutIsTheSame(t *testing.T) {
	one, ties := ring(90, 30)
	two, _ := ring(90, 30)
	w, h := Layout(one, ties, 1000)
	slices.Reverse(ties)
	if w2, h2 := Layout(two, ties, 1000); w != w2 || h != h2 || !slices.Equal(one, two) {
		t.Error("two layouts of the same groups differ")
	}
}

// No circle and no name covers another, all are in the drawing, and it is no wider than it must be.
func TestNamesCanBeRead(t *testing.T) {
	for _, n := range [][2]int{{1, 0}, {2, 0}, {0, 150}, {60, 20}, {150, 0}} {
		bodies, ties := ring(n[0], n[1])
		w, h := Layout(bodies, ties, 1000)
		for i := range bodies {
			r := bodies[i].room()
			if p := r.at; math.IsNaN(p.X) || p.X-r.half < -2 || p.X+r.half > float64(w)+2 || p.Y-r.above < -2 || p.Y+r.below > float64(h)+2 {
				t.Errorf("%v: %d at %v is out of a drawing of %d by %d", n, i, p, w, h)
			}
			for j := range i {
				a, b := bodies[i].room(), bodies[j].room()
				if a.clear(&b) && math.Abs(a.at.X-r.at.X)+math.Abs(a.at.Y-r.at.Y) > 2 {
					t.Errorf("%v: %d and %d cover each other", n, i, j)
				}
			}
		}
		if w > 2600 || h > 2600 {
			t.Errorf("%v: %d by %d", n, w, h)
		}
	}
}

func TestHostileNamesOfGroups(t *testing.T) {
	for _, words := range hostile {
		bodies := []Body{{Name: words, Words: words, Link: words}, {Name: words, Link: "/groups/x"}}
		w, h := Layout(bodies, [][2]int{{0, 1}}, 1000)
		s := Network{words, bodies, []Tie{{A: 0, B: 1, Bearing: "kin", Line: "ended", Words: words, Link: words}}, w, h}.SVG()
		sound(t, s.String())
		if w > 2000 || strings.Count(s.String(), "<text") > 4 {
			t.Errorf("%.20q makes a drawing %d wide", words, w)
		}
	}
}

func BenchmarkLayoutOf150(b *testing.B) {
	for b.Loop() {
		bodies, ties := ring(150, 0)
		Layout(bodies, ties, 1000)
	}
}
