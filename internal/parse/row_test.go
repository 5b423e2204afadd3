package parse

import (
	"strings"
	"testing"
)

func TestRows(t *testing.T) {
	for text, want := range map[string]string{
		"| 2 March | Mopti | Gunmen came |\n|---|---|---|":       "2 March/Mopti/Gunmen came",
		"2 March\tMopti\tGunmen came":                            "2 March/Mopti/Gunmen came",
		"2024-03-02,Mopti,Gunmen came\n2024-03-05,Gao,A bomb":    "2024-03-02/Mopti/Gunmen came/2024-03-05/Gao/A bomb",
		"2 March; Mopti; 3; Gunmen came\n5 March; Gao; ; A bomb": "2 March/Mopti/3/Gunmen came/5 March/Gao/A bomb",
		"They came; they saw; they shot; they left.":             "",
		"- 2 March, Mopti: gunmen came.":                         "2 March/Mopti/gunmen came.",
		"2 March – Mopti – gunmen came.":                         "2 March/Mopti/gunmen came.",
		"2. Mopti, Mali: gunmen came.":                           "Mopti, Mali/gunmen came.",
		"Mopti: gunmen came.":                                    "",
		"The attack – the third – was short.":                    "",
		"On 2 March, in Mopti: nothing.":                         "",
		"Rice, maize, beans: all were sold.":                     "",
		"It cost 1,200,000 francs in 2020.":                      "",
	} {
		var cells []string
		for _, p := range Parse(text).Paragraphs {
			if p.Row > 0 {
				cells = append(cells, p.Span.In(text))
			}
		}
		if got := strings.Join(cells, "/"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestInvisibleLetters(t *testing.T) {
	got := Parse("Gun\u200bmen kil\u00adled two.").Sentences[0].Tokens
	if got[0].Form != "Gunmen" || got[1].Form != "killed" || got[0].Span.End != len("Gun\u200bmen") {
		t.Errorf("%+v", got[:2])
	}
}
