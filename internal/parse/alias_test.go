package parse

import (
	"strings"
	"testing"
)

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
