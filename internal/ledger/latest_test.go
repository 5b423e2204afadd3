package ledger

import (
	"reflect"
	"slices"
	"testing"

	"dateline"
)

func TestLatestReportsAreThoseOfReportsTheOtherWayRound(t *testing.T) {
	rs := many(1, 30, 1)
	for i := range rs {
		if i%4 == 0 {
			rs[i].Report.Published = dateline.Date{}
		}
	}
	_, path := opened(t, rs...)
	v := viewed(t, path)
	all, err := v.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first := slices.IndexFunc(all, func(s Summary) bool { return s.Published.IsZero() })
	if first < 1 || first == len(all) {
		t.Fatalf("the first undated of %d is %d", len(all), first)
	}
	want := slices.Clone(all)
	slices.Reverse(want[:first])
	for _, c := range []struct{ skip, limit int }{{0, 100}, {0, 5}, {3, 5}, {first - 2, 4}, {first, 3}, {first + 1, 100}, {100, 5}, {0, 0}} {
		got, err := v.LatestReports(t.Context(), c.skip, c.limit)
		end := min(len(want), c.skip+c.limit)
		if some := want[min(c.skip, end):end]; err != nil || len(got) != len(some) || len(got) > 0 && !reflect.DeepEqual(got, some) {
			t.Errorf("%d after %d are %+v, %v, want %+v", c.limit, c.skip, got, err, some)
		}
	}
}
