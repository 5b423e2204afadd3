package eval

import (
	"testing"

	"dateline"
	"dateline/internal/resolve/storytime"
	"dateline/internal/scorer"
)

func span(from, to string) dateline.Date {
	return dateline.Date{EDTF: from + "/" + to, From: from, To: to}
}

// Of the times that a report names, those in the coders' win; where none is, the narrowest that holds it; else none.
func TestTimedRace(t *testing.T) {
	may := span("2020-05-01", "2020-05-31")
	choices := []storytime.Choice{{}, {Date: wholeDay("2020-05-03")}, {Date: may}, {Date: span("2020-01-01", "2020-12-31")}, {Date: wholeDay("2020-06-03")}}
	for name, x := range map[string]struct {
		when []dateline.Date
		won  int
	}{
		"the day":   {[]dateline.Date{wholeDay("2020-05-03")}, 1},
		"the month": {[]dateline.Date{wholeDay("2020-05-20")}, 2},
		"the year":  {[]dateline.Date{wholeDay("2020-07-20")}, 3},
		"none":      {[]dateline.Date{wholeDay("2019-07-20")}, 0},
		"unsaid":    {nil, 0},
	} {
		text := timedText{when: x.when, weight: 1}
		for i, e := range text.race(choices, 1) {
			if (e.Class == scorer.Won) != (i == x.won) {
				t.Errorf("%s: choice %d is %s", name, i, e.Class)
			}
		}
	}
}
