package count

import (
	"strings"
	"testing"
)

func TestWhy(t *testing.T) {
	for words, want := range map[string]string{
		"11 people":                           "as worded",
		"at least 11 people":                  "'at least' leaves the upper end open",
		"more than 90":                        "'more than' begins one above and leaves the upper end open",
		"as many as 30":                       "'up to' leaves the lower end open",
		"fewer than 20":                       "'fewer than' ends one below and leaves the lower end open",
		"nearly 200":                          "'nearly' begins at nine tenths",
		"about 50":                            "'about' marks it as approximate and does not widen it",
		"30 to 40":                            "a range as told",
		"dozens":                              "'dozens' is as wide as the word is used",
		"several hundred":                     "'several hundred' is as wide as the word is used",
		"no one":                              "the words say that there was none",
		"a soldier":                           "'a' before a noun for one person is one",
		"three soldiers and two civilians":    "told side by side, and added up",
		"11 people, including three children": "what is told as a part of them is not added",
		"from 60 to 40":                       "the figure that it came to",
		"at least about 50":                   "'at least' leaves the upper end open; 'about' marks it as approximate and does not widen it",
		"half of the 40":                      "no number: a share, or a part of a number that is not told",
		"١٢ people":                           "no number: it has digits of another script, which are not read",
		"12,34 people":                        "no number: a figure below zero, with decimals, too great to be meant, or not written as English writes numbers",
		"minus five people":                   "no number: a figure below zero, with decimals, too great to be meant, or not written as English writes numbers",
		"many people":                         "no number: the words tell none",
		"":                                    "no number: the words tell none",
	} {
		if _, got, _ := ParseWhy(words); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
	told := strings.Builder{}
	for _, r := range reasons {
		if r.how == 0 || strings.Contains(told.String(), "|"+r.says+"|") {
			t.Errorf("a reason without cause, or twice: %q", r.says)
		}
		told.WriteString("|" + r.says + "|")
	}
}
