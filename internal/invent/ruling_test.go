package invent

import (
	"path/filepath"
	"reflect"
	"testing"

	"dateline"
	"dateline/internal/ledger"
)

func TestRulingsAreOfEveryKindAndKept(t *testing.T) {
	l, err := ledger.Open(filepath.Join(t.TempDir(), "ledger.db"), ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	kinds, authors, reviewed := map[dateline.Ruling]int{}, map[string]int{}, 0
	for _, s := range some(Options{Seed: 5, Reports: 400}) {
		ds := Rulings(s.Reading, 50)
		if !reflect.DeepEqual(ds, Rulings(s.Reading, 50)) {
			t.Fatal("the same reading has other rulings")
		}
		reviewed += btoi(ds != nil)
		for _, d := range ds {
			kinds[d.Ruling]++
			authors[d.Author]++
		}
		if _, err := l.KeepAll(t.Context(), []dateline.Reading{s.Reading}, "invented"); err != nil {
			t.Fatal(err)
		}
		if err := l.DecideAll(t.Context(), ds); err != nil {
			t.Fatal(err)
		}
	}
	if reviewed < 150 || reviewed > 250 {
		t.Errorf("%d of 400 reports are reviewed, not about 200", reviewed)
	}
	for _, k := range []dateline.Ruling{dateline.Accept, dateline.Correct, dateline.Reject, dateline.Unsure} {
		if kinds[k] == 0 {
			t.Errorf("no ruling is %q", k)
		}
	}
	if len(authors) != len(reviewers) {
		t.Errorf("the authors are %v", authors)
	}
}
