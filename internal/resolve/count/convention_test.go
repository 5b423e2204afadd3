package count

import (
	"os"
	"strings"
	"testing"
)

// The four conventions of the field and the house's own, held against what each says of the same words.
func TestConventions(t *testing.T) {
	for _, row := range []struct {
		words                        string
		house, acled, gtd, ucdp, ibc string
	}{
		{"several", "3-9 several", "none several", "none several", "none several", "none several"},
		{"a handful", "3-6 handful", "none handful", "none handful", "none handful", "none handful"},
		{"a couple", "2 couple", "none couple", "none couple", "none couple", "none couple"},
		{"numerous civilians", "4- numerous", "none numerous", "none numerous", "none numerous", "none numerous"},
		{"tens of people", "20-99 tens", "10 tens", "none tens", "none tens", "none tens"},
		{"dozens", "24-99 dozens", "12 dozens", "none dozens", "none dozens", "none dozens"},
		{"scores of villagers", "40-199 scores", "none scores", "none scores", "none scores", "none scores"},
		{"hundreds of people", "200-999 hundreds", "100 hundreds", "none hundreds", "none hundreds", "none hundreds"},
		{"tens of thousands", "20000-99999 tens of thousands", "10000 tens of thousands", "none tens of thousands", "none tens of thousands", "none tens of thousands"},
		{"several hundred", "300-999 several hundred", "none several hundred", "none several hundred", "none several hundred", "none several hundred"},
		{"at least dozens", "24- dozens", "12- dozens", "none dozens", "none dozens", "none dozens"},
		{"dozens of soldiers and two civilians", "26-101 dozens", "14 dozens", "none dozens", "none dozens", "none dozens"},
		{"at least 11", "11-", "11-", "11-", "11-", "11-"},
		{"a dozen", "12", "12", "12", "12", "12"},
		{"30 to 40", "30-40", "30-40", "30-40", "30-40", "30-40"},
		{"about 50", "50~", "50~", "50~", "50~", "50~"},
	} {
		n, ok := Parse(row.words)
		if !ok {
			t.Errorf("%q gives no count", row.words)
		}
		for i, want := range []string{row.house, row.acled, row.gtd, row.ucdp, row.ibc} {
			c := Conventions[i]
			got := c.Of(n)
			if show(got) != want {
				t.Errorf("%q as %s: got %q, want %q", row.words, c, show(got), want)
			}
			if named := got.Convention != ""; named != (c != House && n.Word != "") {
				t.Errorf("%q as %s names the convention %q", row.words, c, got.Convention)
			}
		}
	}
}

// What each convention says of itself is said, in the same words, where people read how figures come about.
func TestConventionsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range Conventions {
		if c.Says() == "" || !strings.Contains(string(page), "| `"+string(c)+"` | "+c.Says()+" |") {
			t.Errorf("docs/method.md does not say of %s: %s", c, c.Says())
		}
	}
	if Convention("no-such").Says() != "" {
		t.Error("an unknown convention says something")
	}
}
