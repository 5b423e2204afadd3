package extract

import (
	"testing"

	"dateline/internal/parse"
)

func TestATollOfAWarLasts(t *testing.T) {
	for text, want := range map[string]bool{
		"The war has killed at least 220,000 people.":                                    true,
		"Its uprising, which began in 2009, has killed thousands of people.":             true,
		"The insurgency is thought to have killed 30,000 people.":                        true,
		"The movement killed more than 800 people in a campaign for independence.":       true,
		"More than 800 people were killed in a conflict that lasted decades.":            true,
		"The gang, which has killed foreigners before, denied it.":                       true,
		"Ansaru has killed foreigners.":                                                  true,
		"Gunmen have killed villagers in Kaduna, the governor said.":                     false,
		"Ansaru has killed 12 foreigners.":                                               false,
		"The bomb killed 12 people in the market.":                                       false,
		"Gunmen killed 12 people in Konduga on Tuesday.":                                 false,
		"Rebels who want to end the war killed 12 people.":                               false,
		"Fighters killed three farmers in a village that the war had spared until then.": false,
	} {
		s := &parse.Parse(text).Sentences[0]
		k := -1
		for i, tok := range s.Tokens {
			if tok.Lemma == "kill" {
				k = i
			}
		}
		if k < 0 {
			t.Fatalf("%s: no killing", text)
		}
		if got := Lasting(s, k); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
