package web

import "testing"

func TestWhatTurnsWordsIsShown(t *testing.T) {
	for page, want := range map[string]string{
		"<p>plain – “words”</p>":                            "<p>plain – “words”</p>",
		"<p>\u202edrow\u202c</p>":                           "<p>[U+202E]drow[U+202C]</p>",
		"<input value=\"\u2067x\"><b title='\u202e'>\u2066": "<input value=\"\u2067x\"><b title='\u202e'>[U+2066]",
		"\u2029\u202f\u2065 \u206a \xe2\x80":                "\u2029\u202f\u2065 \u206a \xe2\x80",
		"حركة \u200fالشباب and ‘\u200b’ \u202bx":            "حركة \u200fالشباب and ‘\u200b’ [U+202B]x",
	} {
		if got := string(unturned([]byte(page))); got != want {
			t.Errorf("%q is shown as %q, want %q", page, got, want)
		}
	}
}
