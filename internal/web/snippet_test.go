package web

import (
	"strings"
	"testing"

	"dateline/internal/ledger"
)

func TestSnippets(t *testing.T) {
	long := strings.Repeat("word ", 100) + "here a bomb went off. " + strings.Repeat("more ", 100)
	for _, c := range []struct{ text, q, want string }{
		{"Gunmen killed five men in Gao.", "killed men", "Gunmen [killed] five [men] in Gao."},
		{"Gunmen killed five men.", `"killed five"`, "Gunmen [killed] [five] men."},
		{"Gunmen killed five men.", `"five killed"`, ""},
		{"Kidnapped in Mopti, kidnappers said", "kidnap*", "[Kidnapped] in Mopti, [kidnappers] said"},
		{"São Paulo", "sao", "[São] Paulo"},
		{"<b>killed</b>", "killed", "<b>[killed]</b>"},
		{"killed", "-killed", ""},
		{"", "killed", ""},
	} {
		got := ""
		for _, p := range newSnippet([]string{"nothing", c.text}, ledger.Terms(c.q)) {
			if p.Mark {
				p.Text = "[" + p.Text + "]"
			}
			got += p.Text
		}
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.q, c.text, got, c.want)
		}
	}
	got := newSnippet([]string{long}, ledger.Terms("bomb"))
	if n := len(got); n != 5 || got[0].Text != "… " || got[n-1].Text != " …" || got[2].Text != "bomb" {
		t.Errorf("a long text is cut to %v", got)
	}
}
