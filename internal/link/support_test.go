package link

import (
	"strings"
	"testing"

	"dateline"
)

// shown lists the days of an account, the lent ones marked.
func shown(a *Account) string {
	var out []string
	for _, d := range a.when() {
		if d.Value.Inferred != "" {
			out = append(out, d.Value.EDTF+"?")
			continue
		}
		out = append(out, d.Value.EDTF)
	}
	return strings.Join(out, " ")
}

// vouched is a report's account of one day, or of a stretch: '2024-03-11/2024-03-17', '2024-03-11/..'.
func vouched(day string, votes float64, lent bool) *Account {
	var a Account
	d := dateline.Date{EDTF: day, From: day, To: day}
	if from, to, ok := strings.Cut(day, "/"); ok {
		d.From, d.To = from, strings.Trim(to, ".")
	}
	if lent {
		d.Inferred = "elsewhere"
		a.LentDates.vote(day, d, "s", votes)
	} else {
		a.Dates.vote(day, d, "s", votes)
	}
	return &a
}

func TestADayIsThatOfMostReports(t *testing.T) {
	for _, c := range []struct {
		name string
		of   []*Account
		want string
	}{
		{"told before lent", []*Account{vouched("2024-03-11", 1, false), vouched("2024-03-12", 0.9, true)}, "2024-03-11"},
		{"lent by two before told by one", []*Account{vouched("2024-03-11", 1, false), vouched("2024-03-12", 0.9, true), vouched("2024-03-12", 0.8, true)}, "2024-03-12? 2024-03-11"},
		{"the deed's day before that of a death", []*Account{vouched("2024-03-13", tollVote, false), vouched("2024-03-11", 0.8, true)}, "2024-03-11? 2024-03-13"},
		{"lent supports told", []*Account{vouched("2024-03-12", 1, false), vouched("2024-03-11", 1, false), vouched("2024-03-11", 0.4, true)}, "2024-03-11 2024-03-12"},
		{"lent within a time without an end", []*Account{vouched("2024-03-11/..", 1, false), vouched("2024-03-12", 0.5, true)}, "2024-03-11/.. 2024-03-12?"},
		{"lent beside a time that it is not in", []*Account{vouched("2024-03-11/..", 1, false), vouched("2024-03-10", 0.9, true)}, "2024-03-11/.."},
		{"lent before a year that is recalled", []*Account{vouched("2016-01-01/2016-12-31", backgroundVote, false), vouched("2024-03-12", 0.9, true)}, "2024-03-12? 2016-01-01/2016-12-31"},
		{"only lent", []*Account{vouched("2024-03-12", 0.4, true), vouched("2024-03-11", 0.5, true)}, "2024-03-11? 2024-03-12?"},
	} {
		var all Account
		for _, a := range c.of {
			all.take(a)
		}
		if got := shown(&all); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
