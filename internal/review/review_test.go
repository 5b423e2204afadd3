package review

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// rule is a ruling at a minute; its identifier is its name.
func rule(id string, r dateline.Ruling, minute int, on ...string) dateline.Decision {
	return dateline.Decision{ID: id, Ruling: r, On: on, Part: dateline.Whole, Author: "Ada", Reason: "it says so",
		At: time.Date(2024, 6, 1, 12, minute, 0, 0, time.UTC)}
}

func on(part int, d dateline.Decision) dateline.Decision {
	d.Part = part
	if d.Ruling == dateline.Correct {
		d.Value, d.Means = d.ID, &dateline.Resolution{Actor: d.ID}
	}
	return d
}

// fates writes what became of those that are not in force: 'b undone by c, d overruled by e f'.
func fates(d *Docket) string {
	var out []string
	for _, r := range d.All() {
		s := r.ID
		if r.UndoneBy != "" {
			s += " undone by " + r.UndoneBy
		}
		if r.OverruledBy != nil {
			s += " overruled by " + strings.Join(r.OverruledBy, " ")
		}
		if !r.InForce() {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

func TestWhatBecomesOfRulings(t *testing.T) {
	accept, correct, reject, unsure, undo := dateline.Accept, dateline.Correct, dateline.Reject, dateline.Unsure, dateline.Undo
	same, apart := dateline.Same, dateline.NotSame
	for name, c := range map[string]struct {
		ds    []dateline.Decision
		fates string
		state dateline.ReviewState // of x
	}{
		"nothing":                   {nil, "", dateline.Unreviewed},
		"accepted":                  {[]dateline.Decision{rule("a", accept, 1, "x")}, "", dateline.Accepted},
		"one part accepted":         {[]dateline.Decision{on(0, rule("a", accept, 1, "x"))}, "", dateline.Unreviewed},
		"one part rejected":         {[]dateline.Decision{on(0, rule("a", reject, 1, "x"))}, "", dateline.Corrected},
		"the later rules":           {[]dateline.Decision{rule("a", accept, 1, "x"), rule("b", reject, 2, "x")}, "a overruled by b", dateline.Rejected},
		"learned of late":           {[]dateline.Decision{rule("b", reject, 2, "x"), rule("a", accept, 1, "x")}, "a overruled by b", dateline.Rejected},
		"corrected twice":           {[]dateline.Decision{on(1, rule("a", correct, 1, "x")), on(1, rule("b", correct, 2, "x"))}, "a overruled by b", dateline.Corrected},
		"corrected, then accepted":  {[]dateline.Decision{on(1, rule("a", correct, 1, "x")), rule("b", accept, 2, "x")}, "", dateline.Corrected},
		"a part of what is no more": {[]dateline.Decision{on(1, rule("a", correct, 1, "x")), rule("b", reject, 2, "x")}, "", dateline.Rejected},
		"taken back":                {[]dateline.Decision{on(1, rule("a", correct, 1, "x")), on(1, rule("b", unsure, 2, "x"))}, "a overruled by b", dateline.Unreviewed},
		"the same said twice":       {[]dateline.Decision{rule("a", accept, 1, "x"), rule("b", accept, 2, "x")}, "", dateline.Accepted},
		"undone":                    {[]dateline.Decision{rule("a", accept, 1, "x"), rule("b", undo, 2, "a")}, "a undone by b", dateline.Unreviewed},
		"what was overruled is in force again": {[]dateline.Decision{rule("a", accept, 1, "x"), rule("b", reject, 2, "x"), rule("c", undo, 3, "b")},
			"b undone by c", dateline.Accepted},
		"the undoing undone": {[]dateline.Decision{rule("a", accept, 1, "x"), rule("b", undo, 2, "a"), rule("c", undo, 3, "b")},
			"b undone by c", dateline.Accepted},
		"undone twice, one of them undone": {[]dateline.Decision{rule("a", accept, 1, "x"), rule("b", undo, 2, "a"), rule("c", undo, 3, "a"), rule("d", undo, 4, "b")},
			"a undone by c, b undone by d", dateline.Unreviewed},
		"of another, and of itself": {[]dateline.Decision{rule("a", undo, 1, "none"), rule("b", undo, 2, "b")}, "", dateline.Unreviewed},
		"pairs say nothing of one":  {[]dateline.Decision{rule("a", same, 1, "x", "y")}, "", dateline.Unreviewed},
		"a pair, both ways round":   {[]dateline.Decision{rule("a", same, 1, "x", "y"), rule("b", apart, 2, "y", "x")}, "a overruled by b", dateline.Unreviewed},
		"a circle":                  {[]dateline.Decision{rule("a", same, 1, "x", "y"), rule("b", same, 2, "y", "z"), rule("c", apart, 3, "x", "z")}, "a overruled by c", dateline.Unreviewed},
		"a circle, the other way":   {[]dateline.Decision{rule("c", apart, 1, "x", "z"), rule("a", same, 2, "x", "y"), rule("b", same, 3, "y", "z")}, "c overruled by a b", dateline.Unreviewed},
		"groups that were parted": {[]dateline.Decision{rule("a", same, 1, "x", "z"), rule("b", apart, 2, "w", "y"), rule("c", same, 3, "w", "z"), rule("d", same, 4, "x", "y")},
			"a overruled by b", dateline.Unreviewed},
		"an overruled one overrules nothing": {[]dateline.Decision{rule("a", apart, 1, "x", "y"), rule("b", same, 2, "x", "y"), rule("c", unsure, 3, "x", "y")},
			"a overruled by c, b overruled by c", dateline.Unreviewed},
	} {
		for range 2 {
			d := New(c.ds)
			if got := fates(d); got != c.fates {
				t.Errorf("%s: %s, want %s", name, got, c.fates)
			}
			if got := d.State("x"); got != c.state {
				t.Errorf("%s: x is %s, want %s", name, got, c.state)
			}
			slices.Reverse(c.ds)
		}
	}
}

func TestPairs(t *testing.T) {
	d := New([]dateline.Decision{rule("a", dateline.Same, 1, "x", "y"), rule("b", dateline.Same, 2, "y", "z"),
		rule("c", dateline.NotSame, 3, "w", "z"), rule("d", dateline.Unsure, 4, "v", "x")})
	if got := d.Same(); !reflect.DeepEqual(got, [][]string{{"x", "y", "z"}}) {
		t.Errorf("same: %v", got)
	}
	if !d.NotSame("x", "w") || !d.NotSame("w", "y") || d.NotSame("x", "z") || !d.Unsure("x", "v") || d.Unsure("y", "v") || d.Paired("u") || !d.Paired("w") {
		t.Error("what carries over to others of a group, and what does not")
	}
	if g := d.Group("x"); !reflect.DeepEqual(d.Apart(g), []string{"w"}) || !reflect.DeepEqual(d.Apart("w"), []string{g}) || len(d.Sames()) != 2 {
		t.Errorf("%v, %v", d.Apart(d.Group("x")), d.Apart("w"))
	}
}

func TestHistory(t *testing.T) {
	d := New([]dateline.Decision{rule("a", dateline.Accept, 1, "x"), rule("b", dateline.Undo, 2, "a"), rule("c", dateline.Undo, 3, "b"),
		rule("d", dateline.Same, 4, "x", "y"), rule("e", dateline.Reject, 5, "z")})
	ids := func(rs []Ruled) (out []string) {
		for _, r := range rs {
			out = append(out, r.ID)
		}
		return out
	}
	if got := ids(d.On("x")); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Errorf("on x: %v", got)
	}
	if got := ids(d.OnAny([]string{"y", "z"})); !slices.Equal(got, []string{"d", "e"}) {
		t.Errorf("on y and z: %v", got)
	}
	if got := d.On("none"); got != nil {
		t.Errorf("on none: %v", got)
	}
	if r, ok := d.Root("c"); !ok || r.ID != "a" {
		t.Errorf("c is about %v", r.ID)
	}
}

func TestApply(t *testing.T) {
	konduga, bama := dateline.Place{ID: "geonames:1", Name: "Konduga", Admin1: "Borno"}, dateline.Place{ID: "geonames:2", Name: "Bama"}
	eleven := dateline.Exactly(11)
	parts := []dateline.Part{{Role: dateline.Victim}, {Role: dateline.PlaceRole}, {Role: dateline.Weapon}}
	r := dateline.Reading{Statements: []dateline.Statement{{ID: "w"}, {ID: "x", Kind: dateline.Attack, Parts: parts, Speaker: []dateline.Speaker{{}}}, {ID: "y"}},
		Resolutions: []dateline.Resolution{{Statement: "w", Actor: "w"}, {Statement: "x", Part: 0, Actor: "villagers", Type: "civilian", Others: []string{"o"}},
			{Statement: "x", Part: 1, Place: &konduga, Why: "its name"}, {Statement: "x", Part: -1, Actor: "army"}, {Statement: "y"}}}
	before := reflect.ValueOf(r.Resolutions).Len()
	fix := func(part int, value string, means *dateline.Resolution) dateline.Decision {
		d := rule("d"+value, dateline.Correct, 1, "x")
		d.Part, d.Value, d.Means = part, value, means
		return d
	}
	got := New([]dateline.Decision{fix(0, "11", &dateline.Resolution{Count: &eleven}), fix(1, "Bama", &dateline.Resolution{Place: &bama}),
		fix(-2, "unknown", &dateline.Resolution{}), fix(dateline.Whole, "bombing", nil), on(2, rule("r", dateline.Reject, 2, "x"))}).Apply(r)
	want := []dateline.Resolution{{Statement: "w", Actor: "w"},
		{Statement: "x", Part: 0, State: dateline.ByHand, Actor: "villagers", Type: "civilian", Count: &eleven, Score: 1, Why: "Ada corrected it: it says so; the machine read villagers"},
		{Statement: "x", Part: 1, State: dateline.ByHand, Place: &bama, Score: 1, Why: "Ada corrected it: it says so; the machine read Konduga, Borno [geonames:1] (its name)"},
		{Statement: "x", Part: -1, State: dateline.ByHand, Score: 1, Why: "Ada corrected it: it says so; the machine read army"},
		{Statement: "x", Part: 2, State: dateline.Struck, Score: 1, Why: "Ada rejected it: it says so"}, {Statement: "y"}}
	if !reflect.DeepEqual(got.Resolutions, want) {
		t.Errorf("%+v\nwant\n%+v", got.Resolutions, want)
	}
	if st := got.Statements[1]; st.Kind != dateline.Bombing || st.ReadAs != dateline.Attack || len(st.Parts) != 3 {
		t.Errorf("%+v", st)
	}
	if len(r.Resolutions) != before || r.Resolutions[1].Place != nil && r.Resolutions[1].Place != &konduga || r.Statements[1].Kind != dateline.Attack {
		t.Error("what was read was changed")
	}
}

func BenchmarkNew(b *testing.B) {
	var ds []dateline.Decision
	for i := range 10_000 {
		ds = append(ds, rule(string(rune('a'+i%26))+time.Duration(i).String(), []dateline.Ruling{dateline.Same, dateline.NotSame}[i%2], i,
			time.Duration(i%3000).String(), time.Duration(i%2999+1).String()))
	}
	for b.Loop() {
		New(ds)
	}
}
