package web

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/internal/calendar"
	"dateline/internal/selection"
)

func TestTimelineStatuses(t *testing.T) {
	f := newFixture(t)
	for _, c := range []struct {
		path   string
		status int
		says   string
	}{
		{"/timeline?by=kind&zoom=2014-01-01/2014-12-31", 200, "Whole span"},
		{"/timeline?group=nobody", 200, "No incident in this ledger is of this selection"},
		{"/timeline?by=colour", 400, "by= in the address takes"},
		{"/timeline?zoom=2014", 400, "zoom= in the address takes"},
		{"/timeline?zoom=2014-12-31/2014-01-01", 400, "zoom= in the address takes"},
		{"/timeline?zoom=0000-01-01/2014-01-01", 400, "zoom= in the address takes"},
		{"/timeline?zoom=0001-01-01/9999-12-31", 200, "1 January 1 to 31 December 9999"},
		{"/timeline?from=yesterday", 400, "takes a day such as"},
		{"/timeline.svg?by=country", 200, "<svg"},
		{"/timeline.svg?group=nobody", 404, "nothing to draw"},
		{"/timeline/data?by=none", 200, `"Lanes":[{"Name":"All"`},
		{"/timeline/data?group=nobody", 200, `"From":[]`},
		{"/incidents/0000000000000000/card", 404, "does not have that"},
	} {
		w := f.do("GET", c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d with %q in %.600s", c.path, w.Code, c.status, c.says, w.Body)
		}
	}
}

// lines are so many, over 40 years, with dates of a day and of a month, and one in ten without.
func manyLines(n int) []dateline.Line {
	first, _ := calendar.Parse("1984-01-01")
	var out []dateline.Line
	for i := range n {
		day := first + calendar.Day(i*7919%14600)
		p := calendar.Period{From: day, To: day}
		if i%6 == 0 {
			p.From, p.To = calendar.ByMonth.Start(day), calendar.ByMonth.Next(day)-1
		}
		l := dateline.Line{ID: fmt.Sprintf("%016x", i*2654435761), Kind: dateline.Codebook[0].Kinds[i%14], Reality: dateline.Happened, Background: i%5 == 0,
			Groups: []string{fmt.Sprint("group ", i%97), fmt.Sprint("group ", i%7)}, Countries: []string{"NG"}, Statements: 3, Reports: 1, Independent: 1}
		if i%10 != 0 {
			l.Date = dateline.Date{EDTF: p.From.String() + "/" + p.To.String(), From: p.From.String(), To: p.To.String()}
		}
		out = append(out, l)
	}
	return out
}

func chronologyOf(n int, by string) chronology {
	c := chronology{by: by, sel: selection.New(manyLines(n)).Select(selection.Query{}, selection.Found{})}
	c.dated, c.others = c.sel.Dated()
	c.whole = roomy(c.sel.Query, wholeSpan(c.sel.Query, c.dated))
	c.span = c.whole
	return c
}

// The columns that a script reads are the selection: what is undated and what is in them add up to it, each lane has as many
// as it says, and each incident has its days.
func TestTimelineDataAreTheSelection(t *testing.T) {
	s := &site{}
	for _, by := range []string{"kind", "country", "none"} {
		c := chronologyOf(1000, by)
		d := s.columnsOf(c)
		if n := len(d.From); n+c.others != 1000 || len(d.More) != n || len(d.In) != n || len(d.Flags) != n || len(d.IDs) != 16*n {
			t.Fatalf("by %s: %d and %d without a date of 1000; columns of %d, %d, %d, %d", by, n, c.others, len(d.More), len(d.In), len(d.Flags), len(d.IDs))
		}
		counts, day := make([]int, len(d.Lanes)), d.First
		for i, l := range c.dated {
			day += d.From[i]
			if got := calendar.Day(day).String(); got != l.Date.From || calendar.Day(day+d.More[i]).String() != l.Date.To || d.IDs[16*i:16*i+16] != l.ID {
				t.Fatalf("%s begins on %s, want %s to %s", d.IDs[16*i:16*i+16], got, l.Date.From, l.Date.To)
			}
			for k := range counts {
				counts[k] += d.In[i] >> k & 1
			}
		}
		for k, lane := range d.Lanes {
			if counts[k] != lane.Count {
				t.Errorf("by %s: %s has %d, says %d", by, lane.Name, counts[k], lane.Count)
			}
		}
	}
}

func TestCaptionSaysWhatWasAskedAndWhen(t *testing.T) {
	got := strings.Join(captionLines(explore{Words: "kind: Bombing", Count: 3, All: 1200, Reviewed: 1}, time.Date(2026, 1, 2, 23, 0, 0, 0, time.UTC)), " ")
	if want := "Kind: Bombing: 3 of 1,200 incidents. Dateline, the ledger as of 2 January 2026. Machine reading; reviewed in part or whole: 1."; got != want {
		t.Error(got)
	}
}

func BenchmarkTimelineData(b *testing.B) {
	c := chronologyOf(100000, "kind")
	s := &site{}
	for b.Loop() {
		c.dated, c.others = c.sel.Dated()
		w := httptest.NewRecorder()
		sendData(w, s.columnsOf(c))
		b.ReportMetric(float64(w.Body.Len()), "bytes")
	}
}

func TestAnOpenEndIsThatOfAWholePeriod(t *testing.T) {
	day := func(s string) calendar.Day {
		d, ok := calendar.Parse(s)
		if !ok {
			t.Fatal(s)
		}
		return d
	}
	for _, c := range []struct{ asked, shown, want string }{
		{"/", "2014-04-14/2014-04-14", "2014-04-14/2014-04-20"},
		{"/", "2010-03-02/2019-04-21", "2010-01-01/2019-12-31"},
		{"2010-03-02/", "2010-03-02/2019-04-21", "2010-03-02/2019-12-31"},
		{"/2019-04-21", "2010-03-02/2019-04-21", "2010-01-01/2019-04-21"},
		{"/", "1959-07-01/2019-04-21", "1950-01-01/2019-12-31"},
	} {
		from, to, _ := strings.Cut(c.asked, "/")
		first, last, _ := strings.Cut(c.shown, "/")
		got := roomy(selection.Query{From: from, To: to}, calendar.Period{From: day(first), To: day(last)})
		if words := got.From.String() + "/" + got.To.String(); words != c.want {
			t.Errorf("%s of %s: %s, want %s", c.shown, c.asked, words, c.want)
		}
	}
}
