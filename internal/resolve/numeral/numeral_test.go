package numeral

import (
	"strings"
	"testing"
)

func TestCardinal(t *testing.T) {
	const broken, tooBig = -1, -2
	for _, row := range []struct {
		words string
		want  int
		used  string // the part of words that the number takes
	}{
		{"11", 11, "11"},
		{"4,000 men", 4000, "4,000"},
		{"1,50,000", 150000, "1,50,000"},
		{"1 234", 1, "1"},
		{"12\u00a0500", 12500, "12\u00a0500"},
		{"1.5 million", 1500000, "1.5 million"},
		{"2m", 2000000, "2m"},
		{"2 m", 2, "2"},
		{"5k", 5000, "5k"},
		{"3.5", broken, "3.5"},
		{"73.000", broken, "73.000"},
		{"1.2345678 million", broken, "1.2345678 million"},
		{"eleven", 11, "eleven"},
		{"TWO", 2, "TWO"},
		{"twenty-five", 25, "twenty-five"},
		{"twenty five men", 25, "twenty five"},
		{"twenty", 20, "twenty"},
		{"two-thirds", 2, "two"},
		{"one hundred and forty", 140, "one hundred and forty"},
		{"one hundred and forty-two", 142, "one hundred and forty-two"},
		{"one hundred and others", 100, "one hundred"},
		{"a hundred", 100, "a hundred"},
		{"a man", 0, ""},
		{"hundred", 0, ""},
		{"two hundred thousand", 200000, "two hundred thousand"},
		{"three thousand five hundred", 3500, "three thousand five hundred"},
		{"two million three hundred thousand", 2300000, "two million three hundred thousand"},
		{"a dozen", 12, "a dozen"},
		{"dozen", 12, "dozen"},
		{"two dozen", 24, "two dozen"},
		{"half a dozen", 6, "half a dozen"},
		{"half-dozen", 6, "half-dozen"},
		{"half a million", 500000, "half a million"},
		{"half the town", 0, ""},
		{"two lakh", 200000, "two lakh"},
		{"zero", 0, "zero"},
		{"a million million", tooBig, "a million million"},
		{"999999999999 million", tooBig, "999999999999 million"},
		{strings.Repeat("9", 5000), tooBig, strings.Repeat("9", 5000)},
		{"two three", 2, "two"},
		{"nineteen four", 19, "nineteen"},
	} {
		toks := Split(row.words)
		n, used := Cardinal(toks)
		got := n.Value
		if n.Broken {
			got = broken
		} else if n.TooBig {
			got = tooBig
		}
		end := 0
		if used > 0 {
			end = toks[used-1].End
		}
		if got != row.want || row.words[:end] != row.used {
			t.Errorf("%.40q: got %d from %.40q, want %d from %.40q", row.words, got, row.words[:end], row.want, row.used)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for words, want := range map[string]int{
		"22nd": 22, "1st of": 1, "third": 3, "twenty-first": 21, "thirtieth": 30, "45th": 45, "22": 0, "twenty-one": 0, "two": 0,
	} {
		if got, _ := Ordinal(Split(words)); got != want {
			t.Errorf("%q: got %d, want %d", words, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string]string{
		"U.S. forces’ 22nd, year's o'clock": "us|forces|'|22|nd|,|year|'s|o'clock",
		"10 a.m. on 22.03.2024.":            "10|am|on|22|.|03|.|2024|.",
		"1.5 3,000,000 22,2024 3–4 a—b":     "1.5|3,000,000|22|,|2024|3|-|4|a|—|b",
		"don’t Panjwa’i":                    "don't|panjwa'i",
		"AK-47 2,000,":                      "ak|-|47|2,000|,",
		"\xff 4\xfe":                        "\xff|4|\xfe",
	} {
		var got []string
		for _, tok := range Split(text) {
			got = append(got, tok.Word)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: got %s, want %s", text, s, want)
		}
	}
}

func TestLexicon(t *testing.T) {
	for _, line := range []string{"cardinal\tx\tone", "vague\tdateline\t9\t3\tfew", "colour\t1\tred", "scale\t1"} {
		if _, err := parse(line); err == nil {
			t.Errorf("%q: read without an error", line)
		}
	}
	for _, w := range []string{"dozens", "several", "few"} {
		if v, ok := VagueWord("dateline", w); !ok || v.Low < 2 {
			t.Errorf("%s: got %+v", w, v)
		}
	}
}

func FuzzCardinal(f *testing.F) {
	f.Add("one hundred and forty-two million")
	f.Add("1,50,000.5 lakh")
	f.Fuzz(func(t *testing.T, s string) {
		toks := Split(s)
		last := 0
		for _, tok := range toks {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %+v after %d", tok, last)
			}
			last = tok.End
		}
		if n, used := Cardinal(toks); used > len(toks) || n.Value < 0 || n.Value > Most {
			t.Fatalf("got %+v from %d tokens of %d", n, used, len(toks))
		}
	})
}

func TestAFigureWithoutEnd(t *testing.T) {
	toks := Append(nil, "9"+strings.Repeat(",999", 1000)+" people")
	if got := len(toks[0].Digits); got > mostDigits+3 || toks[0].End != 4001 {
		t.Errorf("%d digits are kept, up to byte %d", got, toks[0].End)
	}
}
