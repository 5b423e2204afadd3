package casefile

import (
	"os"
	"strings"
	"testing"

	"dateline"
)

// The cases of dates load, and there are enough of them.
func TestDateCases(t *testing.T) {
	text, err := os.ReadFile("../../cases/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases, err := LoadDates(string(text))
	if err != nil {
		t.Fatal(err)
	}
	n, kinds := 0, map[string]bool{}
	for _, c := range cases {
		n += len(c.Wants)
		kinds[c.Kind] = true
	}
	if n < 500 || len(kinds) < 30 {
		t.Errorf("%d expressions of %d kinds", n, len(kinds))
	}
}

func TestDateCaseFaults(t *testing.T) {
	for line, want := range map[string]string{
		"- | It began in 2014. | 2015 = 2015 @text":   "does not stand",
		"- | It began in 2014. | 2014 = 2014":         "no anchor",
		"- | It began in 2014. | 2014":                "no ' = '",
		"soon | It began in 2014. | 2014 = ?":         "no day of publication",
		"- | It began in 2014.":                       "three columns",
		"- | In 2014 and 2013. | 2013 = ? ; 2014 = ?": "not behind",
	} {
		if _, err := LoadDates("== kind\n" + line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", line, err, want)
		}
	}
	if _, err := LoadDates("- | It began in 2014. | 2014 = ?"); err == nil {
		t.Error("a line without a kind loads")
	}
}

// A want is met by its date and anchor, by a doubt, by nothing.
func TestDateCaseCheck(t *testing.T) {
	cases, err := LoadDates("== kind @text\n2024 | From 2014 to May. | 2014 = 2014 ; May = none")
	if err != nil {
		t.Fatal(err)
	}
	c := cases[0]
	right := dateline.Dated{Span: c.Wants[0].Span, Date: &dateline.Date{EDTF: "2014", Anchor: dateline.AnchorText}}
	if got := c.Check([]dateline.Dated{right}); got[0] != "" || got[1] != "" {
		t.Errorf("met, and yet: %q", got)
	}
	wrong := dateline.Dated{Span: c.Wants[1].Span, Date: &dateline.Date{EDTF: "2014-05", Anchor: dateline.AnchorText}}
	if got := c.Check([]dateline.Dated{wrong}); got[0] == "" || got[1] == "" {
		t.Errorf("not met, and yet: %q", got)
	}
	right.Date.Anchor = dateline.AnchorPublished
	if got := c.Check([]dateline.Dated{right}); got[0] == "" {
		t.Error("the anchor makes no difference")
	}
}
