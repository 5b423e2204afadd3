package parse

import (
	"strings"
	"testing"
)

func TestAntecedent(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Boko Haram attacked the town of Konduga on Monday. The group has fought the army since 2009.", "The group", "Boko Haram"},
		{"Hezbollah killed a judge in Rome. It was their third attack.", "their", "Hezbollah"},
		{"Police in Rome arrested a man. The Palestine Liberation Organization claimed the attack, and the group vowed to go on.", "the group", "Palestine Liberation Organization"},
		{"Al-Shabaab said it was behind the bombing in Mogadishu. The militants control much of the south.", "The militants", "Al-Shabaab"},
		{"The sun rose. The group left.", "The group", ""},
	} {
		x := Parse(c.text)
		sentence, first, last := find(t, x, c.words)
		n, score, ok := x.Antecedent(sentence, first, last)
		if n.Span.In(c.text) != c.want || ok != (c.want != "") || score < 0 || score > 1 {
			t.Errorf("%q in %q stands for %q (%.2f, %v)", c.words, c.text, n.Span.In(c.text), score, ok)
		}
	}
}

// find returns the tokens that are words in x.
func find(t *testing.T, x *Text, words string) (sentence, first, last int) {
	t.Helper()
	at := strings.Index(x.Source, words)
	for i := range x.Sentences {
		s := &x.Sentences[i]
		if first, last := s.At(at), s.At(at+len(words)-1); first >= 0 && last >= 0 {
			return i, first, last
		}
	}
	t.Fatalf("%q is not in %q", words, x.Source)
	return 0, 0, 0
}

func TestNothingRefersOutOfRange(t *testing.T) {
	x := Parse("Boko Haram fled.")
	for _, at := range [][3]int{{-1, 0, 0}, {0, -1, 0}, {0, 0, 99}, {7, 0, 0}, {0, 2, 1}} {
		if _, _, ok := x.Antecedent(at[0], at[1], at[2]); ok {
			t.Errorf("%v stands for something", at)
		}
	}
}

func TestAliases(t *testing.T) {
	const text = "The Islamic State West Africa Province (ISWAP) and the Farabundo Marti National Liberation Front (FMLN) are far apart, unlike Kabul (Afghanistan), the Organization of Old Towns (OOT) and Tall Trees (ABC)."
	x := Parse(text)
	var got []string
	for _, a := range x.Aliases() {
		got = append(got, a.Long.In(text)+"="+a.Short.In(text))
	}
	want := "Islamic State West Africa Province=ISWAP, Farabundo Marti National Liberation Front=FMLN, Organization of Old Towns=OOT"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s", s)
	}
}
