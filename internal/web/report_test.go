package web

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html/atom"

	"dateline"
	"dateline/internal/ledger"
)

// long is a report of n paragraphs, each with a statement; the last ones are one line.
func long(n int) dateline.Reading {
	var text []string
	for i := range n {
		text = append(text, fmt.Sprintf("Gunmen number %d killed %d people in Chibok, police said.", i, i+1))
	}
	by := strings.Join(text[:n/2], "\n") + "\n" + strings.Join(text[n/2:], " ")
	t := report("A long report", "Archive", "2015-01-01", by)
	for i, sentence := range text {
		t.say(dateline.Statement{Kind: dateline.Attack}, sentence, "killed", part(dateline.KilledRole, fmt.Sprintf("%d people", i+1)).count(i+1, i+1))
	}
	return t.r
}

func TestALongReportHasParts(t *testing.T) {
	r := long(600)
	f := &fixture{path: filepath.Join(t.TempDir(), "ledger.db")}
	l, err := ledger.Open(f.path, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.KeepAll(t.Context(), []dateline.Reading{r}, "1"); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	f.handler = Handler(viewed(t, f.path), Options{Log: quiet})
	path := "/reports/" + r.Report.ID
	var got strings.Builder
	for part := 1; ; part++ {
		page := f.get(t, fmt.Sprintf("%s?part=%d", path, part))
		for _, n := range nodes(t, page) {
			if n.DataAtom == atom.P && strings.HasPrefix(attr(n, "class"), "text") {
				got.WriteString(bare(n))
			}
		}
		if len(page) > 1<<20 {
			t.Errorf("part %d has %d bytes", part, len(page))
		}
		if !strings.Contains(page, `rel="next"`) {
			if part == 1 {
				t.Fatal("it has one part")
			}
			break
		}
	}
	if want := strings.ReplaceAll(r.Report.Text, "\n", ""); got.String() != want {
		t.Errorf("the parts have %d bytes of text, want %d", got.Len(), len(want))
	}
	last := r.Statements[len(r.Statements)-1]
	page := f.get(t, path+"?statement="+last.ID)
	if !strings.Contains(page, `id="here"`) || !strings.Contains(page, fmt.Sprintf(`id="s%d" open`, len(r.Statements))) {
		t.Error("a statement of the last part does not lead to it")
	}
	if all := f.get(t, path+"?all=yes"); strings.Count(all, `<details class="note"`) != len(r.Statements) {
		t.Error("not all is there when all is asked for")
	}
	for _, bad := range []string{"0", "-1", "999", "x", "%00"} {
		if w := f.do("GET", path+"?part="+bad); w.Code != 400 {
			t.Errorf("part=%s: %d", bad, w.Code)
		}
	}
	if w := f.do("GET", path+"?statement=nonsense"); w.Code != 200 {
		t.Errorf("a statement that is not of it: %d", w.Code)
	}
}

func TestAReportSaysWhatNothingWasReadFrom(t *testing.T) {
	f := newFixture(t)
	page := f.get(t, f.pages()["report"])
	for _, want := range []string{"nothing from 1 of 5 paragraphs", `class="text unread"`, "SHA-256 of the file", "coder 1", "1 January 2024, 00:00 UTC", `data-of="5 6"`, `said over`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestALongLineIsCutOutsideOfWhatWasRead(t *testing.T) {
	text := strings.Repeat("Nothing. ", 2000)
	quotes := []dateline.Span{{Start: 5990, End: 12500}}
	var got strings.Builder
	all := stretches(text, dateline.Span{End: len(text)}, quotes)
	for i, s := range all {
		got.WriteString(s.In(text))
		for _, q := range quotes {
			if q.Start < s.End && s.End < q.End {
				t.Errorf("stretch %d ends within what was read: %v", i, s)
			}
		}
	}
	if got.String() != text || len(all) < 2 {
		t.Errorf("%d stretches hold %d bytes of %d", len(all), got.Len(), len(text))
	}
	if one := stretches(strings.Repeat("x", 20000), dateline.Span{End: 20000}, nil); len(one) != 1 {
		t.Errorf("a line without a full stop has %d stretches", len(one))
	}
}
