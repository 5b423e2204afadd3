package ledger

import (
	"testing"

	"dateline"
)

func TestWhatTheMachineReadStaysWhatItRead(t *testing.T) {
	rs := samples()
	st := rs[0].Statements[0]
	l, path := opened(t, rs...)
	v := viewed(t, path)
	kind := ruling("a", dateline.Correct, 1, st.ID)
	kind.Value = string(dateline.Arson)
	if err := l.DecideAll(t.Context(), []dateline.Decision{kind, ruling("u", dateline.Undo, 2, "a"), ruling("v", dateline.Undo, 3, "u")}); err != nil {
		t.Fatal(err)
	}
	ruled, err := v.Statements(t.Context(), []string{st.ID})
	if err != nil || ruled[0].Statement.Kind != dateline.Arson {
		t.Errorf("as ruled: %+v, %v", ruled[0].Statement.Kind, err)
	}
	read, err := v.AsRead(t.Context(), []string{st.ID})
	if err != nil || read[0].Statement.Kind != st.Kind {
		t.Errorf("as read: %+v, %v", read[0].Statement.Kind, err)
	}
	all, err := v.Reads(t.Context())
	got := all[st.ID]
	if err != nil || len(all) != 1 || got.Kind != st.Kind || len(got.Roles) != len(st.Parts) {
		t.Errorf("reads: %+v, %v", all, err)
	}
	docket, err := v.DocketOf(t.Context(), []string{st.ID})
	if err != nil || len(docket.All()) != 3 || docket.Last(st.ID) != "v" {
		t.Errorf("docket: %+v, %v", docket.All(), err)
	}
	if docket, err := v.DocketOf(t.Context(), []string{rs[1].Statements[0].ID}); err != nil || len(docket.All()) != 0 {
		t.Errorf("docket of another: %+v, %v", docket.All(), err)
	}
}

func TestDoubtsInReports(t *testing.T) {
	rs := samples()
	_, path := opened(t, rs...)
	v := viewed(t, path)
	for _, r := range rs {
		got, err := v.DoubtsIn(t.Context(), []string{r.Report.ID})
		if err != nil || len(got[r.Report.ID]) != len(r.Doubts) {
			t.Errorf("%s: %v, %v, want %v", r.Report.Title, got, err, r.Doubts)
		}
		for i, d := range got[r.Report.ID] {
			if d != r.Doubts[i].Span {
				t.Errorf("%v, want %v", d, r.Doubts[i].Span)
			}
		}
	}
}

func TestTheLastByAnAuthor(t *testing.T) {
	rs := samples()
	st := rs[0].Statements[0].ID
	l, path := opened(t, rs...)
	v := viewed(t, path)
	late := ruling("b", dateline.Reject, 2, st)
	if err := l.DecideAll(t.Context(), []dateline.Decision{ruling("a", dateline.Accept, 1, st), late}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"b", "a", "b"} {
		got, err := v.LastBy(t.Context(), late.Author)
		if err != nil || got == nil || got.ID != want {
			t.Fatalf("%+v, %v, want %s", got, err, want)
		}
		u := map[string]dateline.Decision{"b": ruling("u", dateline.Undo, 3, "b"), "a": ruling("w", dateline.Undo, 4, "u")}[want]
		if err := l.Decide(t.Context(), u); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := v.LastBy(t.Context(), "somebody else"); got != nil || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
}
