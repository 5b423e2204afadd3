package ledger

import (
	"reflect"
	"testing"

	"dateline"
)

func TestPublishers(t *testing.T) {
	rs := append(samples(), coded("Late", "2024-05-01", "Rebels killed 2 people in Damboa, police said"))
	l, path := opened(t, rs...)
	v := viewed(t, path)
	got, err := v.Publishers(t.Context())
	want := []Publisher{{"Late", 2, 0, "2024-04-05", "2024-05-01"}, {"Early", 1, 0, "2024-03-23", "2024-03-23"}, {"Undated", 1, 1, "", ""}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("publishers %v, %v, want %v", got, err, want)
	}
	id := rs[0].Statements[1].ID
	if err := l.Decide(t.Context(), ruling("d", dateline.Accept, 1, id)); err != nil {
		t.Fatal(err)
	}
	said, err := v.PublishedBy(t.Context(), "Late")
	if err != nil || !reflect.DeepEqual(said, Published{[]string{rs[0].Report.ID, rs[3].Report.ID}, 3, []string{id}}) {
		t.Errorf("it published %+v, %v", said, err)
	}
	if none, err := v.PublishedBy(t.Context(), "nobody"); err != nil || none.Reports != nil || none.Statements != 0 {
		t.Errorf("nobody published %+v, %v", none, err)
	}
}
