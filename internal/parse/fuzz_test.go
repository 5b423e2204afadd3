package parse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
)

// oddities are texts that readers of text stumble over.
var oddities = []string{
	"", " ", "\n\n\n", ".", "''", "\"", "“", "‘’", "a", "A.", "...", "\x00", "\xff\xfe", "ab\xc3", "\u2028", "\ufeff",
	"Gunmen killed 11 people in Konduga on Tuesday, police said.",
	"\xf0\x9f\x92\xa3 Bombe \xe2\x80\x9c unclosed", "💣🔥 explosion 👨‍👩‍👧‍👦 in Kabul 🇦🇫",
	"قتل مسلحون 11 شخصا في كابول. وقال متحدث باسم الشرطة إن الهجوم وقع يوم الثلاثاء.",
	"“One. Two. “Three", "He said 'it is the fighters' home' and left", "(((((", ")))", "\"\"\"\"\"",
	"KABUL (Reuters) - ", "KABUL --", "[TEXT] [TEXT]", "U.S.", "a.b.c.d.", "@ # @x #y", "http://", "www.x.org.", "x@y",
	"aa.bb.cc.com", "don't can't CANNOT 's 'tis I'd’ve", "1,2,3,,4 5. .6 7/8/9 10:30pm 3rd 1990s", "--- *** ???!!!",
	"line one\r\nline two\rline three\u2029line four",
	"MOGADISHU (Reuters) - Gunmen killed nine people, police said. “We fled,” a man said.\n\nNo group claimed it.",
	"LIMA, 3 JAN 90 (EFE) -- [TEXT] REBELS OF THE RED COLUMN ATTACKED\nA POLICE POST.  TWO DIED.\n",
	"gunmen killed nine. the group didn't claim it; it cant be theirs",
	"in Syria.A spokesman said:\"We won't go.They will\" (he smiled.)He left",
	"Gen. A. B. Khan, Lt. Col. U.S. Army, No. 5, a.m. p.m. etc. U.S",
	"al-Shabaab IS-K AK-47 mass-casualty Lashkar-e-Taiba -- ---- - \u2011 a\u2011b",
	"$1.5m €20 US$3 £4,000.50 10:00-11:00 5:30p.m. 12% 3°C 1/2 24/7 +44 '90s 60's 713-555-0100",
	"’ ' ʼ ` ´ ‘ don’t donʼt don`t O'Brien Sana’a ba`ath 's 'll n't '' ’’ ‘’",
	"https://a.b/c?d=e. www.x.org, x.y@z.org! @user #tag #1 report.pdf alt.fan.tea",
	":-) :) ;-( =D <3 ^_^ (: >:( ?!?! ... !!! ……",
	"👩‍👩‍👧 👍🏽 🇰🇪🇰🇪🇰 ❤️ ☂",
	"e\u0301tude a\u0300\u0301\u0302 \u0301 ك\u064eت\u064eب",
	"قال المتحدث إن الجماعة هاجمت القرية. ولم يعلق أحد؟ \u202eabc\u202c \u200fdef",
	"武装分子袭击了村庄。没有人受伤。",
	"\x00\x01\x1b[31m red \x7f \xff\xfe \xc3( \xe2\x82 \xf0\x9f",
	"\ufeffword\u200bword soft\u00adhyphen no\u00a0break\u2028line\u2029para\r\nline\rline",
	"\"\"\"\" ((((( “““ ‘‘‘ [[[ )))) “He said \"no one ‘ever",
	"• one\n• two\n- three\n1. four\n2) five\n\n* six",
	"İSTANBUL ﬁne ẞ ǅ ŉ K",
	strings.Repeat("a", 450),
	strings.Repeat("a-", 300),
	strings.Repeat("A.", 300),
	strings.Repeat("word ", 900),
	strings.Repeat("x. ", 300) + "é",
}

// runeBorders marks where the runes of s begin, and its end.
func runeBorders(s string) []bool {
	at := make([]bool, len(s)+1)
	at[len(s)] = true
	for i := range s {
		at[i] = true
	}
	return at
}

// checkSpan fails where a span is empty, not in the text or not on the borders of runes.
func checkSpan(t *testing.T, what string, s dateline.Span, borders []bool) {
	t.Helper()
	if s.Start < 0 || s.End >= len(borders) || s.Start >= s.End || !borders[s.Start] || !borders[s.End] {
		t.Fatalf("%s %v of %d bytes", what, s, len(borders)-1)
	}
}

// checkTokens fails where tokens are out of order or blank, or leave out what can be seen of the text.
func checkTokens(t *testing.T, text string, within dateline.Span, tokens []dateline.Span, borders []bool) {
	t.Helper()
	at := within.Start
	for _, k := range append(tokens, dateline.Span{Start: within.End, End: within.End}) {
		if k.Start < at {
			t.Fatalf("token %v begins before %d", k, at)
		}
		if left := strings.TrimFunc(text[at:k.Start], isSpace); left != "" {
			t.Fatalf("no token has %q", left)
		}
		if at = k.End; k.Start == within.End {
			break
		}
		checkSpan(t, "token", k, borders)
		if strings.TrimFunc(k.In(text), isSpace) == "" {
			t.Fatalf("token %q", k.In(text))
		}
	}
}

func FuzzTokenize(f *testing.F) {
	for _, text := range oddities {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		whole, borders := dateline.Span{End: len(text)}, runeBorders(text)
		tokens := tokenize(text, whole, nil)
		checkTokens(t, text, whole, tokens, borders)
		at := 0
		for _, c := range sentences(text, tokens) {
			if c[0] != at || c[1] <= c[0] || c[1]-c[0] > longestSentence {
				t.Fatalf("sentence of tokens %v after %d", c, at)
			}
			at = c[1]
		}
		if at != len(tokens) {
			t.Fatalf("sentences up to %d of %d tokens", at, len(tokens))
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, text := range oddities {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkText(t, text, Parse(text)) })
}

// checkText fails where a text that was read does not keep what text.go promises.
func checkText(t *testing.T, text string, x *Text) {
	t.Helper()
	sound(t, x)
	borders, at := runeBorders(text), 0
	for _, p := range x.Paragraphs {
		checkSpan(t, "paragraph", p.Span, borders)
		if p.Span.Start < at {
			t.Fatalf("paragraph %v begins before %d", p.Span, at)
		}
		at = p.Span.End
	}
	tokens := make([][]dateline.Span, len(x.Paragraphs))
	for i := range x.Sentences {
		s := &x.Sentences[i]
		for _, k := range s.Tokens {
			tokens[s.Paragraph] = append(tokens[s.Paragraph], k.Span)
		}
		checkTree(t, s)
	}
	for i, p := range x.Paragraphs {
		checkTokens(t, text, p.Span, tokens[i], borders)
	}
	for _, q := range x.Quotes {
		checkSpan(t, "quotation", q.Span, borders)
	}
	for _, n := range x.Names {
		checkSpan(t, "name", n.Span, borders)
	}
}

// checkTree fails where the heads of a tree lie outside its sentence, or go round in a circle.
func checkTree(t *testing.T, s *Sentence) {
	t.Helper()
	for i := range s.Tokens {
		h := i
		for steps := 0; h >= 0; steps++ {
			if h >= len(s.Tokens) || steps > len(s.Tokens) {
				t.Fatalf("token %d of %d does not hang on the root", i, len(s.Tokens))
			}
			h = s.Tokens[h].Head
		}
	}
}

// Text that no one would write takes time in step with its length, and no more than its share.
func TestEndlessText(t *testing.T) {
	for what, unit := range map[string]string{
		"no space":     "a",
		"no stop":      "word ",
		"hyphens":      "a-",
		"stops":        "A.",
		"quotes":       "“‘\"'",
		"abbreviation": "etc. ",
		"brackets":     "([{",
		"marks":        "\u0301",
		"spaces":       "etc.     ",
		"bad bytes":    "\xff",
		"lines":        "x\n",
		"at signs":     "@.",
	} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		for _, p := range paragraphs(text) {
			tokens := tokenize(text, p.Span, nil)
			for _, c := range sentences(text, tokens) {
				if c[1]-c[0] > longestSentence {
					t.Fatalf("%s: a sentence of %d tokens", what, c[1]-c[0])
				}
			}
		}
	}
	if !utf8.ValidString(cutSentences(strings.Repeat("é", 1<<16))) {
		t.Error("a rune was cut in two")
	}
}
