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

// A bar stands where one sentence ends and another begins.
func TestSentenceBorders(t *testing.T) {
	for _, want := range []string{
		"Gen. Kurilla met Lt. Col. Adams at 5:30 p.m. on Jan. 5. | They spoke with Sen. Ruth Bell of St. Louis.",
		"The U.N. said so. | The U.S. Army denied it. | The attack was in the U.S. | The army denied it.",
		"Acme Inc. and Bolt Ltd. sold No. 4 to Dr. A. B. Khan. | He paid $1.5m.",
		"It happened in Syria. | A spokesman said the troops had left.",
		"GUNMEN KILLED NINE PEOPLE IN KELO ON TUESDAY, POLICE SAID. | THE ATTACK BEGAN AT 5 A.M. LOCAL TIME. | GEN. SILVA DENIED THE CHARGE.",
		"gunmen killed nine people in kelo on tuesday, police said. | the attack began at 5 a.m. local time. | gen. silva denied the charge.",
		"“We will go on,” the mayor said. | “We have no choice. | The town is ours.”",
		"‘We will go on,’ the mayor said. | ‘We have no choice.’",
		"The group (which was formed in 2009 by Mr. Adamu) said it would fight. | Nobody replied.",
		"He died (of wounds). | She lived.",
		"He died. | (She lived.) | They left.",
		"Al-Shabaab fighters seized the town. | al-Shabaab later left it. | IS-K said nothing.",
		"The mayor asked: “Who did this?” | Nobody answered.",
		"“Run!” he shouted. | Nobody ran.",
		"Did it end there? | No! | It went on... | And on.",
		"The rebels, led by J. R. Musa, fled. | Troops followed.",
		"The raid on the village left 4,000 homeless. | About 1,200 fled to Chad.",
		"MOGADISHU (Reuters) - | A bomb killed three. | Police said so.",
		"Nairobi, Kenya (AP) — | Gunmen fled. | Police said so.",
		"KABUL, Afghanistan — | Gunmen fled.",
		"BEIRUT, Dec. 3 (Xinhua) -- | A rocket hit a house. | Two died.",
		"REBELS KILLED TWO - THE ARMY SAID - IN THE SOUTH.",
		"The attack happened at 10:00-11:00 on Friday. | It was the third.",
		"Visit https://example.org/a.b?c=d. | Then write to x.y@example.org.",
		"He was born on 3 March 1970. | In 1990 he joined the army.",
		"The army said it killed 12 militants. | 3 soldiers were wounded.",
		"The vote is on Nov. 5. | The U.K. and the E.U. agreed.",
		"The leader, Abu Bakr al-Baghdadi, died in Oct. 2019. | His successor was named the same week.",
		"Troops killed the commander on Sunday. | The militants' spokesman, Ali M. Rage, denied it.",
		"Residents said: 'They came at night. | They burned everything.'",
		"The mosque on Main St. was hit. | So was the market.",
		"What now? | \"We wait,\" he said.",
		"Who claimed it? | Nobody did. | Why? | Fear, analysts say.",
		"He said the group has 3.5 thousand men. | 'We are ready.'",
		"The 1st Bn. attacked at dawn, i.e. before 5 a.m. on Monday.",
		"Police found guns, grenades, etc. in the house. | They arrested two men.",
		"The Popular Front for the Liberation of Palestine - General Command denied it.",
		"tehuacán (agency) - | two died. | the mayor fled.",
		"GUATEMALA CITY, 3 AUG 89 (PRESS-NET) -- [TEXT] [ARTICLE BY ANA RUIZ] | TWO DIED.",
		"The brigade (founded in 2012. | It split later) fled.",
		"The envoy said: “It is late,” and left. | Talks go on at 6 p.m. in Doha.",
		"Residents of “Little Harwa” Tuesday buried 11 people. | Two were children.",
		"“It’s over,’” Adamu told reporters. | He left.",
		"The fighters’ Kelo base was hit. | So was the Brigades' Harwa office.",
		"على الطريق قتل ثلاثة. | ولم يعلن أحد مسؤوليته.",
	} {
		text := strings.ReplaceAll(want, " | ", " ")
		if got := cutSentences(text); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestSentencesWithoutSpaces(t *testing.T) {
	for _, want := range []string{
		"It happened in Syria. | A spokesman said the troops had left. | No one was hurt.",
		"The raid killed nine people. | The army said so.",
		"Who did it? | Nobody knows.",
	} {
		if got := cutSentences(strings.ReplaceAll(want, " | ", "")); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
	for _, whole := range []string{"He works for Example.Org and reads harwa.net daily.", "The U.S.S.R. fell.", "It costs $3.50 or 2.5 a day."} {
		if got := cutSentences(whole); got != whole {
			t.Errorf("%s", got)
		}
	}
}

// A sentence of more than 400 tokens is cut where it is likeliest to end, in its last quarter.
func TestEndlessSentenceIsCutAtAMark(t *testing.T) {
	text := strings.Repeat("the men of the village walked on ", 50) + "; then rested " + strings.Repeat("in the shade of a tree ", 100)
	first, _, _ := strings.Cut(cutSentences(text), " | ")
	if !strings.HasSuffix(first, "walked on ;") {
		t.Errorf("the first sentence ends '%s'", first[max(0, len(first)-40):])
	}
}
