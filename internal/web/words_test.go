package web

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

func TestDatesInWords(t *testing.T) {
	for edtf, want := range map[string]string{
		"":                        "not reported",
		"2024-03-22":              "22 March 2024",
		"2024-03-02":              "2 March 2024",
		"2024-03":                 "March 2024",
		"2024":                    "2024",
		"2014~":                   "about 2014",
		"2014?":                   "2014 (uncertain)",
		"2014%":                   "about 2014 (uncertain)",
		"XXXX-03-22":              "22 March, year not said",
		"XXXX-03":                 "March, year not said",
		"2024-03-XX":              "a day in March 2024",
		"XXXX-03-XX":              "a day in March, year not said",
		"198X":                    "the 1980s",
		"19XX":                    "the 1900s",
		"2023-22":                 "summer 2023",
		"2023-34":                 "second quarter of 2023",
		"2013-01/2014-02-03":      "January 2013 to 3 February 2014",
		"2019/..":                 "since 2019",
		"../2019":                 "until 2019",
		"2019/":                   "from 2019, end not known",
		"[2024-03-04,2024-04-03]": "4 March 2024 or 3 April 2024",
		"2024-99-01":              "2024-99-01",
		"soon":                    "soon",
		"2024-01-01-01":           "2024-01-01-01",
	} {
		if got := dateWords(dateline.Date{EDTF: edtf}); got != want {
			t.Errorf("%s is %q, want %q", edtf, got, want)
		}
	}
}

func TestPlacesInWords(t *testing.T) {
	for want, p := range map[string]dateline.Place{
		"Konduga, Borno, Nigeria":               {Name: "Konduga", Admin1: "Borno", Country: "NG", Precision: dateline.Settlement},
		"near Konduga, Nigeria":                 {Name: "Konduga", Country: "NG", Precision: dateline.Near},
		"Moscow Oblast (province), Russia":      {Name: "Moscow Oblast", Admin1: "Moscow Oblast", Country: "RU", Precision: dateline.Province},
		"northern Nigeria (region), Nigeria":    {Name: "northern Nigeria", Country: "NG", Precision: dateline.Region},
		"Nigeria (country)":                     {Name: "Nigeria", Country: "NG", Precision: dateline.Country},
		"Africa (part of the world)":            {Name: "Africa", Precision: dateline.Continent},
		"“the massacre site” (in no gazetteer)": {Name: "the massacre site", Precision: dateline.Unplaced},
	} {
		if got := placeWords(p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCountsInWords(t *testing.T) {
	yes, no := true, false
	about, dozens, with, without := dateline.Exactly(15000), dateline.Between(24, 99), dateline.Between(11, -1), dateline.Exactly(0)
	about.Approx, dozens.Word, with.Attackers, without.Attackers = true, "dozens", &yes, &no
	for want, c := range map[string]dateline.Count{
		"about 15,000": about, "24–99 (“dozens”)": dozens, "11 or more, attackers included": with, "0, attackers not counted": without,
		"up to 20": dateline.Between(-1, 20), "no figure": {},
	} {
		if got := countWords(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNobodyIsHeldResponsibleWithoutASpeaker(t *testing.T) {
	for _, d := range dateline.Degrees {
		for _, by := range []string{"", "not said who", "the army"} {
			got := heldWords(dateline.Responsible{Degree: d, By: by})
			if !strings.Contains(got, map[string]string{"": "the report", "not said who": "somebody, not said who", "the army": "the army"}[by]) {
				t.Errorf("%s by %q is %q", d, by, got)
			}
		}
	}
}

func TestRangesAreDrawnToScale(t *testing.T) {
	c := ranges("x", []ranged{{"a", dateline.Between(4000, 6000)}, {"b", dateline.Between(7000, -1)}, {"c", dateline.Between(-1, 9000)},
		{"none", dateline.Count{}}, {strings.Repeat("long", 30), dateline.Exactly(0)}})
	if len(c.Ranges) != 4 {
		t.Fatalf("%d bars", len(c.Ranges))
	}
	scale := func(n int) int { return c.Ticks[0].At + n*(c.Ticks[len(c.Ticks)-1].At-c.Ticks[0].At)/10000 }
	a, b, up, zero := c.Ranges[0], c.Ranges[1], c.Ranges[2], c.Ranges[3]
	if a.X != scale(4000) || a.X+a.W != scale(6000) || a.Arrow != "" {
		t.Errorf("4,000 to 6,000 is %+v", a)
	}
	if !b.HighOpen || b.X+b.W/2 != scale(7000) || len(b.Tail) != 1 || b.Tail[0][0] < b.X {
		t.Errorf("7,000 or more is %+v", b)
	}
	if !up.LowOpen || up.X+up.W/2 != scale(9000) || len(up.Tail) != 1 || up.Tail[0][0] > up.X {
		t.Errorf("up to 9,000 is %+v", up)
	}
	if zero.X+zero.W/2 != scale(0) || len([]rune(zero.Label)) > 50 || strings.Contains(c.Words, "none") || !strings.Contains(c.Words, strings.Repeat("long", 30)) {
		t.Errorf("0 is %+v in %q", zero, c.Words)
	}
	if got := ranges("x", nil); got.Ranges != nil || got.Height != 0 {
		t.Errorf("nothing is %+v", got)
	}
}

func TestMonthsAreDrawnInTheirOrder(t *testing.T) {
	c := timing(analysis.Timeline{Bins: []analysis.Bin{{Time: "2024-01", News: []string{"a", "b"}, Retold: []string{"c"}}, {Time: "2024-02"},
		{Time: "2024-03", Retold: []string{"d"}}}})
	first, empty, last := c.Bars[0], c.Bars[1], c.Bars[2]
	if d := first.H - 2*first.RetoldH; d < -2 || d > 2 || first.RetoldY+first.RetoldH != first.Y || first.Y+first.H != c.Base {
		t.Errorf("two told as news and one as background: %+v", first)
	}
	if empty.H != 0 || empty.RetoldH != 0 || last.H != 0 || last.X <= empty.X || empty.X <= first.X {
		t.Errorf("bars %+v", c.Bars)
	}
	if want := "January 2024: 3; March 2024: 1."; c.Words != want {
		t.Errorf("words %q, want %q", c.Words, want)
	}
	if got := timing(analysis.Timeline{Bins: []analysis.Bin{{Time: "2024", News: []string{"a"}}}}); got.Bars != nil {
		t.Errorf("one month is drawn: %+v", got)
	}
}

func TestMarksOverlap(t *testing.T) {
	text := "One two three. Four"
	st := func(q, end, trigger, triggerEnd int) ledger.Entry {
		return ledger.Entry{Statement: dateline.Statement{Quote: dateline.Span{Start: q, End: end}, Trigger: dateline.Span{Start: trigger, End: triggerEnd}}}
	}
	l := newLayout(&ledger.Document{Report: &dateline.Report{Text: text}, Entries: []ledger.Entry{st(0, 14, 4, 7), st(4, 13, 4, 13)},
		Doubts: []dateline.Doubt{{Span: dateline.Span{Start: 11, End: 19}}}})
	var got []string
	for _, p := range pieces(text, &l.lines[0], "") {
		s := p.Text + "|"
		for _, m := range []struct {
			on   bool
			name string
		}{{p.Said, "s"}, {p.Trigger, "t"}, {p.Doubt, "d"}} {
			if m.on {
				s += m.name
			}
		}
		for _, n := range p.Ends {
			s += number(n)
		}
		got = append(got, s)
	}
	want := "One |s two|st  thr|st ee|std2 .|sd1  Four|d"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

func TestDrawingsAreWellFormed(t *testing.T) {
	f := newFixture(t)
	for _, name := range []string{"group", "incident"} {
		page := f.get(t, f.pages()[name])
		i, j := strings.Index(page, "<svg"), strings.Index(page, "</svg>")
		if i < 0 || j < i {
			t.Fatalf("%s has no drawing", name)
		}
		d := xml.NewDecoder(strings.NewReader(page[i : j+6]))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v in %s", name, err, page[i:j])
			}
		}
	}
}
