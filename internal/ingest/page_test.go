package ingest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestPages reads each page of testdata/pages and wants what its other sections say: the fields as
// they stand, 'wanted' a paragraph (or a line of one) each line, 'unwanted' a string each line.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testPage(t, file) })
	}
}

func testPage(t *testing.T, file string) {
	want := sections(t, file)
	r := one(t, "page.html", want["page.html"], Options{}).Report
	got := map[string]string{
		"title": r.Title, "publisher": r.Publisher, "url": r.URL, "published": r.Published.EDTF,
		"language": r.Language, "flags": strings.Join(r.Flags, "\n"),
	}
	for field, v := range got {
		if v != strings.TrimSpace(want[field]) {
			t.Errorf("%s is %q, want %q", field, v, strings.TrimSpace(want[field]))
		}
	}
	lines := strings.Split(r.Text, "\n")
	for _, line := range strings.Split(strings.TrimSpace(want["wanted"]), "\n") {
		if !slices.Contains(lines, line) {
			t.Errorf("no paragraph %q", line)
		}
	}
	for _, words := range strings.Split(strings.TrimSpace(want["unwanted"]), "\n") {
		if strings.Contains(r.Text, words) {
			t.Errorf("text holds %q", words)
		}
	}
	if t.Failed() {
		t.Logf("text:\n%s", r.Text)
	}
}

func sections(t *testing.T, file string) map[string]string {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, f := range a.Files {
		m[f.Name] = string(f.Data)
	}
	return m
}

func TestPageEncodings(t *testing.T) {
	const words = "Двое погибли при взрыве у рынка, сообщила полиция во вторник вечером."
	cp1251 := encode(t, "windows-1251", words)
	tests := []struct{ name, page, flag string }{
		{"declared", `<meta charset=windows-1251><p>` + cp1251, FlagDeclared},
		{"declared the old way", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>` + cp1251, FlagDeclared},
		{"utf-16", "\xff\xfe" + encode(t, "utf-16le", "<p>"+words), FlagUTF16},
		{"mark", "\xef\xbb\xbf<p>" + words, FlagBOM},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := one(t, "page.html", tt.page, Options{}).Report
			if r.Text != words || !slices.Contains(r.Flags, tt.flag) {
				t.Errorf("text %q, flags %q; want %q, %q", r.Text, r.Flags, words, tt.flag)
			}
		})
	}
}

func TestPageGuessesWindows1252(t *testing.T) {
	r := one(t, "page.html", "<p>The mayor of Orl\xe9ans said on Monday that nobody was hurt.", Options{}).Report
	if !strings.Contains(r.Text, "Orléans") || !slices.Contains(r.Flags, FlagGuess) {
		t.Errorf("text %q, flags %q", r.Text, r.Flags)
	}
}

func TestRender(t *testing.T) {
	tests := []struct{ page, want string }{
		{"<p>One <b>two</b>\n three.</p><p>Four.", "One two three.\n\nFour."},
		{"<p>One<br>two<br><br>three", "One\ntwo\n\nthree"},
		{"<p>Killed: <b>11</b>, wounded:\t4", "Killed: 11, wounded: 4"},
		{"<ul><li>one<li>two</ul>", "one\n\ntwo"},
		{"<table><tr><td>killed<td>11<tr><td>wounded<td>4</table>", "killed\n\n11\n\nwounded\n\n4"},
		{"<pre>a\n  b</pre>c", "a\n  b\n\nc"},
		{"<div>a<div>b</div>c</div>", "a\n\nb\n\nc"},
		{"a&nbsp;b &amp; c", "a\u00a0b & c"},
		{"<p>wo<b>rd</b>s", "words"},
		{"<p>Ouaga&shy;dou\u200bgou<wbr>s", "Ouagadougous"},
		{`<p style="background-color: white; border-color: white">yes`, "yes"},
		{`<p style="color:#fff; background:#000; font-size:0.9em">yes`, "yes"},
		{`<p style="margin-left: -10px; color: white; background: black">yes`, "yes"},
		{"<svg><title>drawing</title></svg><p>a", "a"},
		{"<template><p>no</template><p>yes", "yes"},
		{"<noscript><p>no</noscript><p>yes", "yes"},
		{"<textarea><p>no</textarea><select><option>no</select><p>yes", "yes"},
		{"<svg><style><p title='</style><p>no'></svg><p>yes", "yes"},
	}
	for _, tt := range tests {
		clean, _, err := cleanPage(tt.page, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := parsePage(clean, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		if got := render(doc); got != tt.want {
			t.Errorf("%q gives %q, want %q", tt.page, got, tt.want)
		}
	}
}

func TestPageDate(t *testing.T) {
	tests := []struct {
		in, want string
		exists   bool
	}{
		{"2024-03-22T08:15:00+03:00", "2024-03-22", true},
		{"2024-03-22T23:59:00-11:00", "2024-03-22", true}, // the day of its own zone
		{"2024/3/2 10:00", "2024-03-02", true},
		{"20240322", "2024-03-22", true},
		{"20240322T081500Z", "2024-03-22", true},
		{"Fri, 22 Mar 2024 08:15:00 GMT", "2024-03-22", true},
		{"Fri Mar 22 2024 08:15:00 GMT+0000 (UTC)", "2024-03-22", true},
		{"March 22nd, 2024", "2024-03-22", true},
		{"22 Sept. 2024", "2024-09-22", true},
		{"2024-03", "2024-03", true},
		{"٢٠٢٤-٠٣-٢٢", "2024-03-22", true},
		{"۱۴۰۳/۰۱/۰۳", "", false},
		{"03/04/2024", "", false}, // April in one country, March in another
		{"2024-02-30", "", false},
		{"yesterday", "", false},
		{"", "", false},
	}
	for _, tt := range tests {
		date, exists, _ := pageDate(tt.in)
		if exists != tt.exists || date.EDTF != tt.want {
			t.Errorf("pageDate(%q) = %q, %v; want %q, %v", tt.in, date.EDTF, exists, tt.want, tt.exists)
		}
	}
}
