package ledger

import (
	"context"
	"reflect"
	"testing"

	"dateline"
)

func TestWhatIsHeldIsOneMoment(t *testing.T) {
	rs := many(1, 2, 2)
	l, path := opened(t, rs[0])
	v := viewed(t, path)
	count := func(ctx context.Context) int {
		t.Helper()
		all, err := v.Reports(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	held, done := v.Hold(t.Context())
	if n := count(held); n != 1 {
		t.Fatalf("%d reports", n)
	}
	if _, err := l.Keep(t.Context(), rs[1], "coder/1"); err != nil {
		t.Fatal(err)
	}
	if in, out := count(held), count(t.Context()); in != 1 || out != 2 {
		t.Errorf("%d reports in what is held, %d outside of it", in, out)
	}
	gone, cancel := context.WithCancel(held)
	cancel()
	if _, err := v.Reports(gone); err != context.Canceled {
		t.Errorf("a call that nobody waits for any more gives %v", err)
	}
	if n := count(held); n != 1 {
		t.Errorf("%d reports after a call that was ended", n)
	}
	if _, err := v.Statement(held, "no such"); CodeOf(err) != NotFound {
		t.Errorf("%v", err)
	}
	done()
	if n := count(held); n != 2 {
		t.Errorf("%d reports after it was done", n)
	}
}

func TestADocumentIsAReportAsRuled(t *testing.T) {
	rs := many(1, 2, 3)
	l, path := opened(t, rs...)
	v := viewed(t, path)
	var ids []string
	for _, s := range rs[0].Statements {
		ids = append(ids, s.ID)
	}
	d := ruling("1", dateline.Reject, 1, ids[1])
	if err := l.Decide(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	doc, err := v.Document(t.Context(), rs[0].Report.ID)
	if err != nil {
		t.Fatal(err)
	}
	want, err := v.Statements(t.Context(), ids)
	if err != nil || !reflect.DeepEqual(doc.Entries, want) || !want[1].ruled || want[0].ruled {
		t.Errorf("it has %+v, %v, want %+v", doc.Entries, err, want)
	}
	if !reflect.DeepEqual(*doc.Report, rs[0].Report) || !reflect.DeepEqual(doc.Doubts, rs[0].Doubts) {
		t.Errorf("it is of %+v with doubts %v", doc.Report, doc.Doubts)
	}
	if _, err := v.Document(t.Context(), "no such"); CodeOf(err) != NotFound {
		t.Errorf("%v", err)
	}
}
