package ledger

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"dateline"
)

// The rulings on a few statements come to the same whether or not all others are looked at.
func TestADocketOfStatementsIsThatOfAll(t *testing.T) {
	rs := many(1, 4, 3)
	l, path := opened(t, rs...)
	v := viewed(t, path)
	var ids []string
	for _, r := range rs {
		for _, s := range r.Statements {
			ids = append(ids, s.ID)
		}
	}
	dice := rand.New(rand.NewPCG(1, 2))
	var made []string
	for i := range 80 {
		d := ruling(fmt.Sprintf("%02d", i), dateline.Rulings[dice.IntN(len(dateline.Rulings))], dice.IntN(40), ids[dice.IntN(len(ids))])
		switch {
		case d.Ruling == dateline.Same || d.Ruling == dateline.NotSame:
			if d.On = append(d.On, ids[dice.IntN(len(ids))]); d.On[0] == d.On[1] {
				continue
			}
		case d.Ruling == dateline.Undo:
			if made == nil {
				continue
			}
			d.On = []string{made[dice.IntN(len(made))]}
		}
		if err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		made = append(made, d.ID)
	}
	all, err := v.Docket(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	some := 0
	for i := range ids {
		of := ids[i:min(i+2, len(ids))]
		d, err := v.DocketOf(t.Context(), of)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := d.OnAny(of), all.OnAny(of); !reflect.DeepEqual(got, want) {
			t.Errorf("on %v\n%+v\nwant\n%+v", of, got, want)
		} else {
			some += len(got)
		}
		if d.State(of[0]) != all.State(of[0]) {
			t.Errorf("%s stands at %s, want %s", of[0], d.State(of[0]), all.State(of[0]))
		}
	}
	if some < 80 {
		t.Errorf("%d rulings were compared", some)
	}
}
