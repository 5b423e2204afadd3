package parse

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"General Michael E. Kurilla, head of the U.S. military’s Central Command, told lawmakers on March 21 that IS-K could attack.",
			"Michael E. Kurilla=person, U.S.=location, Central Command=organisation, March 21=date, IS-K=organisation"},
		{"Gunmen stormed the Crocus City Hall concert venue in the Moscow region.", "Crocus City Hall=facility, Moscow=location"},
		{"The UN Security Council met in Geneva on Tuesday.", "UN Security Council=organisation, Geneva=location, Tuesday=date"},
		{"U.S. President Joe Biden spoke.", "U.S.=location, Joe Biden=person"},
		{"Officials of the Ministry of Defence said so.", "Ministry of Defence=organisation"},
		{"Osama bin Laden was killed in Abbottabad in May 2011.", "Osama bin Laden=person, Abbottabad=location, May 2011=date"},
		{"The Lord's Resistance Army attacked a village.", "Lord's Resistance Army=organisation"},
	} {
		x := Parse(c.text)
		var got []string
		for _, n := range x.Names {
			got = append(got, n.Span.In(c.text)+"="+string(n.Kind))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("\n got %s\nwant %s", s, c.want)
		}
	}
}
