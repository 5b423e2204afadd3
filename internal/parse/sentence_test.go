package parse

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Gunmen fled. Police followed.", "Gunmen fled. | Police followed."},
		{"Gen. Kurilla met Dr. A. B. Khan. He left.", "Gen. Kurilla met Dr. A. B. Khan. | He left."},
		{"They live in the U.S. The group denied it.", "They live in the U.S. | The group denied it."},
		{"The U.S. Central Command said so.", "The U.S. Central Command said so."},
		{"It began at 6 a.m. Monday in St. Louis.", "It began at 6 a.m. Monday in St. Louis."},
		{"“We won. They lost.” He smiled.", "“We won. | They lost.” | He smiled."},
		{`"We won. They lost." He smiled.`, `"We won. | They lost." | He smiled.`},
		{"“Run!” he shouted. Nobody ran.", "“Run!” he shouted. | Nobody ran."},
		{"“Who did it?” Musa Adamu asked. Nobody knew.", "“Who did it?” Musa Adamu asked. | Nobody knew."},
		{"He died (of wounds.) She lived.", "He died (of wounds.) | She lived."},
		{"A bomb killed three. al-Shabaab claimed it.", "A bomb killed three. | al-Shabaab claimed it."},
		{"MOGADISHU (Reuters) - A bomb killed three. Police said so.", "MOGADISHU (Reuters) - | A bomb killed three. | Police said so."},
		{"KABUL, Afghanistan, March 3 (AP) — Gunmen fled.", "KABUL, Afghanistan, March 3 (AP) — | Gunmen fled."},
		{"LIMA, 29 MAR 90 (EFE) -- [TEXT] REBELS KILLED TWO. THEY FLED.", "LIMA, 29 MAR 90 (EFE) -- [TEXT] | REBELS KILLED TWO. | THEY FLED."},
		{"IS claimed the attack - its third - on Monday.", "IS claimed the attack - its third - on Monday."},
		{"He paid $3.5 million. Then he left.", "He paid $3.5 million. | Then he left."},
		{"Officials from the Acme Corp. and others met.", "Officials from the Acme Corp. and others met."},
		{"One.\n\nTwo lines.", "One. | Two lines."},
		{"The village burned.Dozens fled.", "The village burned. | Dozens fled."},
	} {
		x := Parse(c.text)
		var got []string
		for i := range x.Sentences {
			got = append(got, x.Sentences[i].Span.In(c.text))
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("\n got %s\nwant %s", s, c.want)
		}
	}
}
