package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

const goodText = "Gunmen killed 11 people in a village market on Tuesday, the police said in a statement.\n"

// write puts content into dir and gives the path.
func write(t testing.TB, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// all reads paths to the end, with paths made relative to dir.
func all(dir string, opts Options, paths ...string) []Item {
	items := slices.Collect(Read(context.Background(), paths, opts))
	for i := range items {
		items[i].Report.File = strings.TrimPrefix(items[i].Report.File, dir+"/")
	}
	return items
}

// one reads content as a file of that name, which must give one report.
func one(t testing.TB, name, content string, opts Options) Item {
	t.Helper()
	dir := t.TempDir()
	items := all(dir, opts, write(t, dir, name, content))
	if len(items) != 1 || items[0].Err != nil {
		t.Fatalf("want one report, got %+v", items)
	}
	return items[0]
}

func packed(content string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(content))
	z.Close()
	return b.String()
}

func encode(t *testing.T, charset, s string) string {
	t.Helper()
	enc, err := htmlindex.Get(charset)
	if charset == "utf-16le" {
		enc, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), nil
	}
	if err != nil {
		t.Fatal(err)
	}
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func day(s string) dateline.Date {
	return dateline.Date{EDTF: s, From: s, To: s, Anchor: dateline.AnchorText}
}

func TestFrontMatter(t *testing.T) {
	r := one(t, "a.txt", "---\ntitle: 'Toll: 11'\npublisher: Courier # the paper\npublished: 2024-04-02\n"+
		"url: https://a.example/x\nlanguage: en-GB\nmood: grim\ntags: [a, b]\n---\n\n"+goodText, Options{}).Report
	want := dateline.Report{File: "a.txt", Title: "Toll: 11", Publisher: "Courier", URL: "https://a.example/x",
		Language: "en", Text: goodText, Published: day("2024-04-02"), Basis: "front matter",
		Flags: []string{"unknown_field:mood", "unknown_field:tags"}}
	want.SHA256 = r.SHA256 // of the whole file; its own test below
	want.SetID()
	if !reflect.DeepEqual(r, want) {
		t.Errorf("got  %+v\nwant %+v", r, want)
	}
}

func TestFrontMatterEdges(t *testing.T) {
	tests := []struct{ name, in, text, title string }{
		{"none", goodText, goodText, ""},
		{"empty", "---\n---\n" + goodText, goodText, ""},
		{"only a comment", "---\n# nothing\n---\n" + goodText, goodText, ""},
		{"dots close it", "---\ntitle: T\n...\n" + goodText, goodText, "T"},
		{"CRLF, and the text keeps its own", "---\r\ntitle: T\r\n---\r\n\r\na\r\nb\r\n", "a\r\nb\r\n", "T"},
		{"a rule is no front matter", "---\nGunmen killed 11.\nMore.\n", "---\nGunmen killed 11.\nMore.\n", ""},
		{"a rule of four", "----\ntitle: T\n", "----\ntitle: T\n", ""},
		{"folded", "---\ntitle: >-\n  One\n  two\n---\nx\n", "x\n", "One two"},
		{"null", "---\ntitle:\n---\nx\n", "x\n", ""},
		{"one blank line belongs to neither", "---\ntitle: T\n---\n\n\n  x\n", "\n  x\n", "T"},
		{"a number", "---\ntitle: 9/11 after\n---\nx\n", "x\n", "9/11 after"},
		{"an integer stays as written", "---\ntitle: 007\n---\nx\n", "x\n", "007"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := one(t, "a.txt", tt.in, Options{}).Report
			if r.Text != tt.text || r.Title != tt.title {
				t.Errorf("text %q, title %q; want %q, %q", r.Text, r.Title, tt.text, tt.title)
			}
		})
	}
}

func TestTextIsKeptExactly(t *testing.T) {
	tests := []struct {
		name, in, want string
		flags          []string
	}{
		{"spaces and line ends", "  a \r\n\r\n\tb\u00a0c\u200b \n\n", "  a \r\n\r\n\tb\u00a0c\u200b \n\n", []string{"invisible_text"}},
		{"turned about", "The \u202eyenom\u202c was paid.", "The \u202eyenom\u202c was paid.", []string{"invisible_text"}},
		{"letters that join", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", nil},
		{"decomposed stays", "Ke\u0301rman is a city in Iran.", "Ke\u0301rman is a city in Iran.", nil},
		{"mark", "\xef\xbb\xbfabc", "abc", []string{"bom"}},
		{"a broken byte", "The caf\xe9 in the old town was hit.", "The caf\ufffd in the old town was hit.", []string{"encoding_replaced"}},
		{"utf-16", "\xff\xfea\x00b\x00\n\x00", "ab\n", []string{"encoding_utf16"}},
		{"utf-16, big end first", "\xfe\xff\x00a\x00b", "ab", []string{"encoding_utf16"}},
		{"an escape", strings.Repeat("x", 200) + "\x1b", strings.Repeat("x", 200) + "\x1b", []string{"control_characters"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := one(t, "a.txt", tt.in, Options{}).Report
			if r.Text != tt.want || !slices.Equal(r.Flags, tt.flags) {
				t.Errorf("text %q, flags %q; want %q, %q", r.Text, r.Flags, tt.want, tt.flags)
			}
		})
	}
}

func TestGivenFillsInWhatIsLacking(t *testing.T) {
	given := Options{Published: day("2020-01-01"), Publisher: "Given", URL: "https://given.example", Language: "fr",
		Now: time.Unix(1e9, 0)}
	bare := one(t, "a.txt", goodText, given).Report
	if bare.Published != given.Published || bare.Basis != "given" || bare.Publisher != "Given" ||
		bare.URL != "https://given.example" || bare.Language != "fr" || !bare.Fetched.Equal(given.Now) {
		t.Errorf("not filled in: %+v", bare)
	}
	full := one(t, "a.txt", "---\npublished: 2024\npublisher: Own\nurl: http://own.example\nlanguage: en\n---\n"+goodText, given).Report
	if full.Published.EDTF != "2024" || full.Basis != "front matter" || full.Publisher != "Own" ||
		full.URL != "http://own.example" || full.Language != "en" {
		t.Errorf("replaced what the file says: %+v", full)
	}
}

func TestNowChangesNothingElse(t *testing.T) {
	a := one(t, "a.txt", goodText, Options{Now: time.Unix(1e9, 0)}).Report
	b := one(t, "a.txt", goodText, Options{Now: time.Unix(2e9, 0)}).Report
	a.Fetched, b.Fetched = time.Time{}, time.Time{}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("differ:\n%+v\n%+v", a, b)
	}
}

func TestLines(t *testing.T) {
	in := "\xef\xbb\xbf" + `{"id": "w-1", "text": "One.", "title": "T", "published": "2024-04"}` + "\r\n" +
		"\n" +
		`{"text": "Two\n\nlines.", "published": 2023, "id": 7, "meta": {"a": [1, {"b": 2}]}, "publisher": null}` + "\n" +
		`{"text": "Last.", "language": "English"}`
	dir := t.TempDir()
	items := all(dir, Options{}, write(t, dir, "a.jsonl", in))
	want := []dateline.Report{
		{File: "a.jsonl#w-1", Line: 1, Text: "One.", Title: "T", Basis: "front matter", Flags: []string{"bom"},
			Published: dateline.Date{EDTF: "2024-04", From: "2024-04-01", To: "2024-04-30", Anchor: "text"}},
		{File: "a.jsonl#7", Line: 3, Text: "Two\n\nlines.", Basis: "front matter", Flags: []string{"unknown_field:meta"},
			Published: dateline.Date{EDTF: "2023", From: "2023-01-01", To: "2023-12-31", Anchor: "text"}},
		{File: "a.jsonl", Line: 4, Text: "Last.", Flags: []string{"bad_language"}},
	}
	if len(items) != len(want) {
		t.Fatalf("%d items, want %d: %+v", len(items), len(want), items)
	}
	for i, w := range want {
		got := items[i].Report
		w.SHA256 = got.SHA256
		w.SetID()
		if !reflect.DeepEqual(got, w) {
			t.Errorf("line %d:\ngot  %+v\nwant %+v (%v)", w.Line, got, w, items[i].Err)
		}
	}
}

func TestSHA256IsOfTheRawBytes(t *testing.T) {
	const line = `{"text":"One."}`
	plain := one(t, "a.txt", "\xef\xbb\xbf"+goodText, Options{}).Report
	zipped := one(t, "a.txt.gz", packed("\xef\xbb\xbf"+goodText), Options{}).Report
	lines := one(t, "a.jsonl", line+"\r\n", Options{}).Report
	if want := sum([]byte("\xef\xbb\xbf" + goodText)); plain.SHA256 != want || zipped.SHA256 != want {
		t.Errorf("text %s, packed %s, want %s", plain.SHA256, zipped.SHA256, want)
	}
	if want := sum([]byte(line)); lines.SHA256 != want {
		t.Errorf("line %s, want %s", lines.SHA256, want)
	}
}

func TestKinds(t *testing.T) {
	const page = "<!DOCTYPE html><title>T</title><p>" + goodText
	const line = `{"text":"One."}` + "\n"
	tests := []struct{ name, content, text string }{
		{"a.txt", page, page}, // the name decides
		{"a", page, strings.TrimSpace(goodText)},
		{"a", line, "One."},
		{"a", goodText, goodText},
		{"a.json", line, "One."},
		{"a.md", goodText, goodText},
		{"A.HTM", page, strings.TrimSpace(goodText)},
		{"a.html.gz", packed(page), strings.TrimSpace(goodText)},
		{"a.ndjson.gz", packed(line), "One."},
		{"a.txt.gz", goodText, goodText}, // named so, but not packed
		{"a.xhtml", "<?xml version='1.0'?><html><p>" + goodText, strings.TrimSpace(goodText)},
	}
	for _, tt := range tests {
		if r := one(t, tt.name, tt.content, Options{}).Report; r.Text != tt.text {
			t.Errorf("%s: text %q, want %q", tt.name, r.Text, tt.text)
		}
	}
}

func TestStandardInput(t *testing.T) {
	for _, in := range []string{goodText, packed(goodText), `{"text":"` + strings.TrimSpace(goodText) + `"}`} {
		items := all("", Options{Stdin: strings.NewReader(in)}, "-")
		if len(items) != 1 || strings.TrimSpace(items[0].Report.Text) != strings.TrimSpace(goodText) || items[0].Report.File != "-" {
			t.Errorf("got %+v", items)
		}
	}
}

func TestDirectory(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a/z.txt", "a/.hidden.txt", ".git/c.txt", "a.txt", "c.jsonl.gz"} {
		content := name + " " + goodText
		if name == "c.jsonl.gz" {
			content = packed(`{"text":"One."}` + "\n" + `{"text":"Two."}`)
		}
		write(t, dir, name, content)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Skip("no symbolic links here")
	}
	var got []string
	for _, item := range all(dir, Options{}, dir) {
		if item.Err != nil {
			got = append(got, string(item.Err.Code))
		} else {
			got = append(got, item.Report.File)
		}
	}
	want := []string{"a/z.txt", "a.txt", "b.txt", "c.jsonl.gz", "c.jsonl.gz", "unreadable"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	n, size := Count([]string{dir, "-", filepath.Join(dir, "b.txt")})
	if n != 7 || size == 0 {
		t.Errorf("Count gives %d files of %d bytes", n, size)
	}
}

func TestReadStopsWhereItIsTold(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "a.jsonl", strings.Repeat(`{"text":"One."}`+"\n", 10))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range Read(ctx, []string{path, path}, Options{}) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d items after it was cancelled at 3", n)
	}
	for range Read(context.Background(), []string{path, path}, Options{}) {
		break // a caller that stops must not be called again, or Go panics
	}
}

func TestSameBytesSameReport(t *testing.T) {
	page := sections(t, "testdata/pages/jsonld.txtar")["page.html"]
	first := one(t, "a.html", page, Options{})
	for range 5 {
		if again := one(t, "a.html", page, Options{}); !reflect.DeepEqual(first, again) {
			t.Fatalf("differ:\n%+v\n%+v", first, again)
		}
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ text, want string }{
		{goodText + "The attackers fled across the river before soldiers arrived from the nearest town.", "en"},
		{"Des hommes armés ont tué onze personnes dans un marché mardi, a annoncé la police dans un communiqué.", "fr"},
		{"Bei einem Anschlag auf einen Markt sind am Dienstag elf Menschen getötet worden, teilte die Polizei mit.", "de"},
		{"قُتل ستة أشخاص وأصيب أربعة آخرون بجروح في هجوم مسلح على حافلة ركاب قرب المدينة مساء الثلاثاء.", "ar"},
		{"Двое погибли при взрыве у рынка, сообщила полиция во вторник вечером.", ""}, // Russian, Bulgarian or Ukrainian: too short to say
		{"11", ""},
	}
	for _, tt := range tests {
		if got := detect(tt.text); got != tt.want {
			t.Errorf("detect(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
	for tag, want := range map[string]string{"en-GB": "en", "EN": "en", "pt_BR": "pt", "fas": "fa", "English": "", "": "", "xx-yy-zz-q": ""} {
		if got := languageCode(tag); got != want {
			t.Errorf("languageCode(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	tests := []struct{ in, edtf, from, to string }{
		{"2024", "2024", "2024-01-01", "2024-12-31"},
		{"2024-02", "2024-02", "2024-02-01", "2024-02-29"},
		{"2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"},
		{" 2024-03-22T23:30:00-05:00 ", "2024-03-22", "2024-03-22", "2024-03-22"},
		{"2024-03-22T08:15:00Z", "2024-03-22", "2024-03-22", "2024-03-22"},
		{"2024-03-22 08:15", "2024-03-22", "2024-03-22", "2024-03-22"},
	}
	for _, tt := range tests {
		got, err := ParseDate(tt.in)
		want := dateline.Date{EDTF: tt.edtf, From: tt.from, To: tt.to, Anchor: dateline.AnchorText}
		if err != nil || got != want {
			t.Errorf("ParseDate(%q) = %+v, %v; want %+v", tt.in, got, err, want)
		}
	}
	for _, in := range []string{"", "2024-02-30", "2023-02-29", "2024-13", "2024-00-10", "0000", "0001-01-01T00:00:00Z", "1599-12-31", "24-01-01", "2024-1-1",
		"22 March 2024", "2024-03-22T25:00:00Z", "2024-03-22T10:61Z", "2024-03-22x", "2024-W12", "2024-03T10:00"} {
		if got, err := ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %+v, want an error", in, got)
		}
	}
}
