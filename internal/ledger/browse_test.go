package ledger

import (
	"reflect"
	"strings"
	"testing"

	"dateline"
)

// silent is a report in which nothing was read.
func silent() dateline.Reading {
	r := coded("Silent", "2024-04-01", "Nobody killed 0 people in Konduga, police said")
	r.Statements, r.Resolutions = nil, nil
	r.Doubts = []dateline.Doubt{{Span: dateline.Span{End: 6}, Why: "at first sight: nothing"}}
	return r
}

func titles(b Browsed) string {
	var out []string
	for _, r := range b.Reports {
		out = append(out, r.Publisher)
	}
	return strings.Join(out, " ")
}

func TestBrowseNarrows(t *testing.T) {
	_, path := opened(t, append(samples(), silent())...)
	v := viewed(t, path)
	for name, c := range map[string]struct {
		f     ReportFilter
		want  string
		total int
	}{
		"all":        {ReportFilter{Limit: 9}, "Late Silent Early Undated", 4},
		"a page":     {ReportFilter{Limit: 2, Offset: 1}, "Silent Early", 4},
		"past all":   {ReportFilter{Limit: 2, Offset: 9}, "", 4},
		"none":       {ReportFilter{}, "", 4},
		"publisher":  {ReportFilter{Publisher: "Early", Limit: 9}, "Early", 1},
		"nobody":     {ReportFilter{Nobody: true, Limit: 9}, "", 0},
		"from":       {ReportFilter{From: "2024-04-01", Limit: 9}, "Late Silent", 2},
		"to":         {ReportFilter{To: "2024-04-01", Limit: 9}, "Silent Early", 2},
		"unread":     {ReportFilter{Unread: true, Limit: 9}, "Silent", 1},
		"words":      {ReportFilter{Text: "damboa", Limit: 9}, "Late", 1},
		"any case":   {ReportFilter{Text: "KILLED damboa", Limit: 9}, "Late", 1},
		"no field":   {ReportFilter{Text: "title:news", Limit: 9}, "", 0},
		"a phrase":   {ReportFilter{Text: `"militants killed 12"`, Limit: 9}, "Early", 1},
		"not":        {ReportFilter{Text: `konduga -militants -gunmen -nobody`, Limit: 9}, "Undated", 1},
		"no words":   {ReportFilter{Text: `"`, Limit: 9}, "", 0},
		"operators":  {ReportFilter{Text: `NEAR( OR *`, Limit: 9}, "", 0},
		"both":       {ReportFilter{Text: "police", Unread: true, Limit: 9}, "Silent", 1},
		"impossible": {ReportFilter{From: "2025-01-01", To: "2024-01-01", Limit: 9}, "", 0},
	} {
		got, err := v.Browse(t.Context(), c.f)
		if err != nil || titles(got) != c.want || got.Total != c.total {
			t.Errorf("%s: %q, %d in all, %v; want %q, %d", name, titles(got), got.Total, err, c.want, c.total)
		}
	}
}

func TestBrowseMarksWhatWasSearched(t *testing.T) {
	_, path := opened(t, samples()...)
	got, err := viewed(t, path).Browse(t.Context(), ReportFilter{Text: "damboa police", Limit: 1})
	if err != nil || !got.Ranked {
		t.Fatal(got, err)
	}
	var text, hits string
	for _, p := range got.Reports[0].Words {
		text += p.Text
		if p.Hit {
			hits += p.Text + " "
		}
	}
	if !strings.Contains(text, "Gunmen killed 3 people in Damboa, police said") || !strings.Contains(hits, "Damboa police") {
		t.Errorf("in %q the hits are %q", text, hits)
	}
}

func TestPiecesKeepEveryLetter(t *testing.T) {
	for _, s := range []string{"", "a", "\x01a\x02", "a\x01b\x02c", "\x02\x01", "a\x01b", "\x01\x01a\x02\x02"} {
		var got string
		for _, p := range pieces(s) {
			got += p.Text
		}
		if want := strings.NewReplacer("\x01", "", "\x02", "").Replace(s); got != want {
			t.Errorf("%q came to %q", s, got)
		}
	}
}

func TestReportsOfIncidentsAreCountedOnce(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	in := incident(rs[0], rs[1])
	if err := l.SetIncidents(t.Context(), []dateline.Incident{in}); err != nil {
		t.Fatal(err)
	}
	v := viewed(t, path)
	for want, ids := range map[int][]string{0: nil, 2: {in.ID, in.ID, "none"}} {
		if got, err := v.CountReportsTelling(t.Context(), ids); got != want || err != nil {
			t.Errorf("%v are told by %d reports, %v; want %d", ids, got, err, want)
		}
	}
	all, err := v.Summaries(t.Context(), []string{rs[0].Report.ID, "none", rs[2].Report.ID})
	if err != nil || len(all) != 2 || all[0].Publisher != "Early" || all[1].Publisher != "Late" {
		t.Errorf("summaries %+v, %v", all, err)
	}
}

func TestReadingsOfAReportAreTold(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs...)
	if _, err := l.Recode(t.Context(), []dateline.Reading{rs[0]}, "2"); err != nil {
		t.Fatal(err)
	}
	less := rs[0]
	less.Statements, less.Resolutions = less.Statements[:1], nil
	if _, err := l.Recode(t.Context(), []dateline.Reading{less}, "3"); err != nil {
		t.Fatal(err)
	}
	v := viewed(t, path)
	got, err := v.Coded(t.Context(), rs[0].Report.ID)
	if want := []Coded{{"coder/1", true}, {"2", false}, {"3", true}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("readings %v, %v, want %v", got, err, want)
	}
	if none, err := v.Coded(t.Context(), "none"); none != nil || err != nil {
		t.Errorf("of no report: %v, %v", none, err)
	}
}

func TestCoverageCountsEveryReport(t *testing.T) {
	l, path := opened(t, append(samples(), silent())...)
	v := viewed(t, path)
	got, err := v.Coverage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []PublisherCount{{"Early", 1, 0, "2024-03-23", "2024-03-23", 0}, {"Late", 1, 0, "2024-04-05", "2024-04-05", 0},
		{"Silent", 1, 0, "2024-04-01", "2024-04-01", 1}, {"Undated", 1, 1, "", "", 0}}
	if !reflect.DeepEqual(got.Publishers, want) || got.Unread != 1 {
		t.Errorf("publishers %+v, %d unread; want %+v", got.Publishers, got.Unread, want)
	}
	if want := []Press{{"", "2024-03", 1}, {"", "2024-04", 2}}; !reflect.DeepEqual(got.Months, want) {
		t.Errorf("months %v, want %v", got.Months, want)
	}
	if want := []Count{{"a headline?", 3}, {"at first sight", 1}}; !reflect.DeepEqual(got.Doubts, want) {
		t.Errorf("doubts %v, want %v", got.Doubts, want)
	}
	if want := []Count{{"coder/1", 4}}; !reflect.DeepEqual(got.Coders, want) {
		t.Errorf("coders %v, want %v", got.Coders, want)
	}
	if _, err := l.Recode(t.Context(), samples()[:1], "2"); err != nil {
		t.Fatal(err)
	}
	if got, err := v.Coverage(t.Context()); err != nil || !reflect.DeepEqual(got.Coders, []Count{{"2", 1}, {"coder/1", 3}}) {
		t.Errorf("after a later reading: %v, %v", got.Coders, err)
	}
	_, empty := opened(t)
	if got, err := viewed(t, empty).Coverage(t.Context()); err != nil || got.Unread != 0 || got.Publishers != nil || got.Months != nil {
		t.Errorf("of nothing: %+v, %v", got, err)
	}
}
