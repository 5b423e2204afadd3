package ledger

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

func TestWhatIsKeptComesBackAsItWas(t *testing.T) {
	l, path := opened(t, samples()...)
	v := viewed(t, path)
	for _, want := range samples() {
		got, err := v.Report(t.Context(), want.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("kept\n%+v\ncame back\n%+v", want, got)
		}
		if has, err := l.Has(t.Context(), want.Report.ID); !has || err != nil {
			t.Errorf("Has = %v, %v", has, err)
		}
	}
	if has, err := l.Has(t.Context(), "none"); has || err != nil {
		t.Errorf("Has(none) = %v, %v", has, err)
	}
}

func TestTextsOfEverySort(t *testing.T) {
	l, path := opened(t)
	v := viewed(t, path)
	for _, text := range []string{"", "A mark\x00 in the middle", "قُتل 11 شخصًا\r\n", "“Sı” — 💥", "'; DROP TABLE reports; --",
		strings.Repeat("long ", 1<<20)} {
		want := dateline.Reading{Report: dateline.Report{Text: text, SHA256: dateline.NewID(text), Line: 7}}
		want.Report.SetID()
		if added, err := l.Keep(t.Context(), want, ""); !added || err != nil {
			t.Fatalf("Keep = %v, %v", added, err)
		}
		if got, err := v.Report(t.Context(), want.Report.ID); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%.40q came back as %.200v, %v", text, got, err)
		}
	}
}

func TestWhatIsCalledOffIsNotKept(t *testing.T) {
	l, path := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.KeepAll(ctx, samples(), "coder/1"); !errors.Is(err, context.Canceled) {
		t.Errorf("KeepAll: %v", err)
	}
	if rs, err := viewed(t, path).Reports(t.Context()); rs != nil || err != nil {
		t.Errorf("kept %v, %v", rs, err)
	}
	if _, err := l.KeepAll(t.Context(), samples(), "coder/1"); err != nil {
		t.Error(err)
	}
}

func TestToKeepTwiceChangesNothing(t *testing.T) {
	l, path := opened(t, samples()...)
	v := viewed(t, path)
	before := dump(t, v)
	again := samples()[0]
	again.Report.File, again.Resolutions = "elsewhere.txt", nil
	if added, err := l.Keep(t.Context(), again, "coder/2"); added || err != nil {
		t.Fatalf("Keep = %v, %v, want false", added, err)
	}
	if after := dump(t, v); after != before {
		t.Errorf("the ledger changed from\n%s\nto\n%s", before, after)
	}
}

func TestTheOrderOfArrivalMakesNoDifference(t *testing.T) {
	rs := samples()
	_, one := opened(t, rs...)
	_, other := opened(t, rs[2], rs[0], rs[1])
	a, b := dump(t, viewed(t, one)), dump(t, viewed(t, other))
	if a != b {
		t.Errorf("in one order\n%s\nin another\n%s", a, b)
	}
}

func TestWhatContradictsItselfIsNotKept(t *testing.T) {
	for name, spoil := range map[string]func(r *dateline.Reading){
		"no identifier":              func(r *dateline.Reading) { r.Report.ID = "" },
		"another report's":           func(r *dateline.Reading) { r.Statements[1].Report = "other" },
		"twice the same":             func(r *dateline.Reading) { r.Statements[1] = r.Statements[0] },
		"a quote outside":            func(r *dateline.Reading) { r.Statements[1].Quote.End = 1000 },
		"a part back to front":       func(r *dateline.Reading) { r.Statements[1].Parts[0].Span = dateline.Span{Start: 3, End: 2} },
		"refers to nothing":          func(r *dateline.Reading) { r.Statements[1].Refers = "none" },
		"a doubt outside":            func(r *dateline.Reading) { r.Doubts[0].Span.Start = -1 },
		"resolves no part":           func(r *dateline.Reading) { r.Resolutions[5].Part = 3 },
		"resolves no speaker":        func(r *dateline.Reading) { r.Resolutions[5].Part = -2 },
		"resolves a part twice":      func(r *dateline.Reading) { r.Resolutions[5].Part = 0 },
		"resolves no statement":      func(r *dateline.Reading) { r.Resolutions[5].Statement = "none" },
		"a statement kept elsewhere": func(r *dateline.Reading) { r.Report.ID = "copy"; adopt(r) },
	} {
		t.Run(name, func(t *testing.T) {
			rs := samples()
			l, path := opened(t, rs[0])
			v := viewed(t, path)
			before := dump(t, v)
			bad := samples()[0]
			if name != "a statement kept elsewhere" {
				bad = coded("New", "2024-01-01", "Insurgents killed 1 people in Kano, police said", "Gunmen killed 2 people in Jos, police said")
			}
			spoil(&bad)
			if _, err := l.KeepAll(t.Context(), []dateline.Reading{rs[1], bad}, "coder/1"); err == nil {
				t.Fatal("it was kept")
			}
			if after := dump(t, v); after != before {
				t.Errorf("the ledger changed to\n%s", after)
			}
			if _, err := l.Keep(t.Context(), rs[1], "coder/1"); err != nil {
				t.Errorf("the next one: %v", err)
			}
		})
	}
}

// adopt makes the statements of r those of its report, under the identifiers that they have.
func adopt(r *dateline.Reading) {
	for i := range r.Statements {
		r.Statements[i].Report = r.Report.ID
	}
}

func TestNobodyChangesWhatIsKept(t *testing.T) {
	l, path := opened(t, samples()...)
	ruling := dateline.Decision{ID: "d", Ruling: dateline.Accept, On: []string{samples()[0].Statements[0].ID}, Part: -1,
		Author: "a", At: samples()[0].Report.Fetched}
	if err := l.Decide(t.Context(), ruling); err != nil {
		t.Fatal(err)
	}
	before := dump(t, viewed(t, path))
	for table, column := range map[string]string{"reports": "title", "statements": "why", "speakers": "text", "parts": "text",
		"doubts": "why", "decisions": "reason", "decision_on": "n"} {
		for _, q := range []string{
			"UPDATE " + table + " SET " + column + " = " + column,
			"DELETE FROM " + table,
			"INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table,
		} {
			if _, err := l.db.ExecContext(t.Context(), q); err == nil {
				t.Errorf("%s: was done", q)
			}
		}
	}
	if after := dump(t, viewed(t, path)); after != before {
		t.Errorf("the ledger changed from\n%s\nto\n%s", before, after)
	}
}

func TestTheWordsAreComparedAtEveryLoad(t *testing.T) {
	st := samples()[0].Statements[0]
	for name, change := range map[string]string{
		"the text":    `UPDATE reports SET text = replace(text, 'Konduga', 'Maidugu')`,
		"the offsets": `UPDATE parts SET start_byte = start_byte + 1`,
		"the words":   `UPDATE statements SET quote_text = 'Nobody was killed'`,
		"the speaker": `UPDATE speakers SET text = 'Police'`,
		"out of it":   `UPDATE statements SET trigger_end = 100000`,
	} {
		t.Run(name, func(t *testing.T) {
			l, path := opened(t, samples()...)
			tamper(t, l, change)
			v := viewed(t, path)
			_, err := v.Statement(t.Context(), st.ID)
			wantTampered(t, err, "statement "+st.ID)
			_, err = v.Report(t.Context(), st.Report)
			wantTampered(t, err, "statement ")
			_, err = v.StatementsOf(t.Context(), "boko-haram")
			wantTampered(t, err, "statement ")
			for _, err = range v.Readings(t.Context()) {
			}
			wantTampered(t, err, "statement ")
		})
	}
}

func TestATextThatNoStatementStandsInIsComparedToo(t *testing.T) {
	l, path := opened(t, samples()...)
	tamper(t, l, `UPDATE reports SET text = text || ' And nobody else.'`)
	_, err := viewed(t, path).Report(t.Context(), samples()[0].Report.ID)
	wantTampered(t, err, "report "+samples()[0].Report.ID)
}
