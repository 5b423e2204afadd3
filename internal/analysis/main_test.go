package analysis

import (
	"testing"

	"dateline"
)

func TestMainIsWhatAReportTellsMost(t *testing.T) {
	st := func(id string, at int, background bool) dateline.Statement {
		return dateline.Statement{ID: id, Trigger: dateline.Span{Start: at, End: at + 1}, Background: background}
	}
	r := dateline.Reading{Report: dateline.Report{ID: "r"}, Statements: []dateline.Statement{
		st("old", 0, true), st("old2", 1, true), st("old3", 2, true), st("first", 5, false), st("second", 9, false), st("meant", 10, false), st("meant2", 11, false)}}
	other := dateline.Reading{Report: dateline.Report{ID: "other"}}
	in := func(id string, reality dateline.Reality, statements ...string) dateline.Incident {
		return dateline.Incident{ID: id, Reality: reality, Statements: statements, Reports: []string{"r"}}
	}
	history := in("history", dateline.Happened, "old", "old2", "old3")
	for _, c := range []struct {
		why   string
		among []dateline.Incident
		want  string
	}{
		{"news goes before background", []dateline.Incident{history, in("news", dateline.Happened, "first")}, "news"},
		{"of as many, the first told", []dateline.Incident{in("b", dateline.Happened, "second"), in("a", dateline.Happened, "first")}, "a"},
		{"the report's own statements count, not those of others", []dateline.Incident{in("a", dateline.Happened, "first", "second"),
			in("b", dateline.Happened, "x", "y", "z", "meant")}, "a"},
		{"what was only meant is none", []dateline.Incident{in("plan", dateline.Planned, "meant", "meant2"), in("a", dateline.Happened, "first")}, "a"},
		{"background where there is nothing else", []dateline.Incident{history}, "history"},
		{"none", []dateline.Incident{in("plan", dateline.Planned, "meant")}, ""},
	} {
		one, all := Main(r, c.among), Mains([]dateline.Reading{other, r}, c.among)
		if id(one) != c.want || id(all[1]) != c.want || all[0] != nil {
			t.Errorf("%s: %q and %q, want %q", c.why, id(one), id(all[1]), c.want)
		}
	}
}

func id(in *dateline.Incident) string {
	if in == nil {
		return ""
	}
	return in.ID
}
