package tabular

import "testing"

func TestWordsAreNoFormula(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "NR"}, {"Bama", "Bama"}, {"=1+1", "'=1+1"}, {"+1", "'+1"}, {"-1", "'-1"}, {"@a", "'@a"}, {"\tx", "'\tx"}, {"\rx", "'\rx"}, {"\nx", "'\nx"}, {"\x00x", "'\x00x"},
		{"＝1", "'＝1"}, {"＋1", "'＋1"}, {"－1", "'－1"}, {"＠x", "'＠x"}, {"'quoted'", "'quoted'"}, {"１", "１"}, {"a=1", "a=1"}, {"\xff=1", "\xff=1"},
	} {
		if got := Words(c.text, NotReported); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
