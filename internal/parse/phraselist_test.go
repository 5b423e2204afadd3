package parse

import "testing"

func TestPhraseList(t *testing.T) {
	l := newPhraseList("we use cookies", "cookies", "©", "(photo by")
	for text, want := range map[string]string{
		"": "", "co": "", "cookie": "", "no cookies here": "cookies", "here we use cookies": "we use cookies", "© 2024": "©",
		"cookies, which we use; we use cookies": "we use cookies", "a street (photo by ana)": "(photo by",
	} {
		if got := l.in(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
