package ingest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// zeros is a gzip file of n x 16 MiB zeros, about n x 16 KiB long.
func zeros(n int) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(make([]byte, 16<<20))
	z.Close()
	return strings.Repeat(b.String(), n)
}

func random(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.IntN(255) + 1) // no NUL, which would be too easy
	}
	return string(b)
}

// attributes is a tag with n attributes.
func attributes(n int) string {
	var b strings.Builder
	b.WriteString("<p ")
	for i := range n {
		fmt.Fprintf(&b, "a%d=1 ", i)
	}
	return b.String() + ">x"
}

// formatted is a page of 17 bytes for each of n paragraphs, in each of which a browser repeats 400
// elements.
func formatted(n int) string {
	var b strings.Builder
	b.WriteString("<p>")
	for i := range 400 {
		fmt.Fprintf(&b, "<b id=%d>", i)
	}
	return b.String() + strings.Repeat("<p>some more words", n)
}

// every is one of each formatting element.
const every = "<b><big><code><em><font><i><nobr><s><small><strike><strong><tt><u>"

func hostile(t testing.TB) []struct {
	name, content string
	code          Code
} {
	whole := packed(strings.Repeat(goodText+random(20), 500))
	return []struct {
		name, content string
		code          Code
	}{
		{"empty.txt", "", Empty},
		{"blank.txt", " \n\t\r\n", Empty},
		{"mark.txt", "\xef\xbb\xbf", Empty},
		{"front-only.txt", "---\ntitle: T\n---\n", Empty},
		{"elf.html", "\x7fELF\x02\x01\x01 some text", TypeUnknown},
		{"pdf.txt", "%PDF-1.4 some text", TypeUnknown},
		{"zip.txt", "PK\x03\x04 some text", TypeUnknown},
		{"png", "\x89PNG\r\n\x1a\n", TypeUnknown},
		{"nul.txt", goodText + "\x00", TypeUnknown},
		{"random.txt", random(5000), TypeUnknown},
		{"utf32.txt", "\xff\xfe\x00\x00a\x00\x00\x00", TypeUnknown},
		{"table.csv", "a,b\n1,2\n", TypeUnknown},
		{"pretty.json", "{\n  \"text\": \"One.\"\n}\n", TypeUnknown},
		{"twice.txt.gz", packed(packed(goodText)), TypeUnknown},
		{"cp1251.txt", "\xc4\xe2\xee\xe5 \xef\xee\xe3\xe8\xe1\xeb\xe8", Encoding},
		{"long.txt", strings.Repeat("x", 50_000_000), TooLarge},
		{"zeros.txt.gz", zeros(64), Ratio},
		{"zeros.html.gz", zeros(64), Ratio},
		{"zeros.jsonl.gz", zeros(64), Ratio},
		{"zeros", zeros(64), Ratio},
		{"cut.txt.gz", whole[:len(whole)/2], Truncated},
		{"head.txt.gz", "\x1f\x8b\x08", Truncated},
		{"bent.txt.gz", whole[:100] + "XXXX" + whole[104:], Malformed},
		{"front-list.txt", "---\n- a\n- b\n---\nx\n", Malformed},
		{"front-prose.txt", "---\nGunmen killed 11 people.\n---\nx\n", Malformed},
		{"front-open.txt", "---\ntitle: T\n" + goodText, Malformed},
		{"front-bracket.txt", "---\ntitle: [T\n---\nx\n", Malformed},
		{"front-twice.txt", "---\ntitle: A\ntitle: B\n---\nx\n", Malformed},
		{"front-map.txt", "---\ntitle: {a: b}\n---\nx\n", Malformed},
		{"front-long.txt", "---\ntitle: " + strings.Repeat("x", 20_000) + "\n---\nx\n", TooLarge},
		{"front-deep.txt", "---\n" + strings.Repeat("[", 8000) + strings.Repeat("]", 8000) + "\n---\nx\n", Depth},
		{"front-dashes.txt", "---\n" + strings.Repeat("- ", 8000) + "\n---\nx\n", Depth},
		{"no-day.txt", "---\npublished: 2024-02-30\n---\nx\n", BadDate},
		{"no-date.txt", "---\npublished: soon\n---\nx\n", BadDate},
		{"nested.html", strings.Repeat("<div>", 100_000) + "x", Depth},
		{"tables.html", strings.Repeat("<table><tr><td>", 100_000) + "x", Depth},
		{"attributes.html", attributes(1_500_000), TokenTooLarge},
		{"attributes-few.html", attributes(2000), TokenTooLarge},
		{"comment.html", "<!--" + strings.Repeat("x", 2<<20), TokenTooLarge},
		{"formatting.html", "<p>" + every + every + every + strings.Repeat("<p>x", 30_000), TooLarge},
		{"misnested.html", "<p>" + strings.Repeat("<b><p><p><p><p>x</b>", 70_000), TooLarge},
		{"nodes.html", strings.Repeat("<i>x</i>", 300_000), TooLarge},
		{"large.html", strings.Repeat("<p>"+goodText, 21<<20/len(goodText)), TooLarge},
		{"scripts.html", "<script>alert(1)</script><style>p{}</style><!-- x -->", Empty},
		{"hidden.html", `<p style="display: none">x</p><div hidden>y</div>`, Empty},
		{"outside.html", `<p style="position:absolute; left: -9999px">x</p><p style="clip: rect(0 0 0 0)">y</p>`, Empty},
		{"white-in-two-notations.html", `<p style="color:#fff;background:#ffffff">x</p><p style="color: rgb(255, 255, 255); background-color: white">y</p><p style="color:transparent">z</p><p style="font-size:1px">w</p>`, Empty},
		{"white.html", `<p style="Color: #FFF; background: #fff">x</p><span style="background-color:white;color: white">y</span>`, Empty},
		{"deep.jsonl", `{"text":"x","a":` + strings.Repeat("[", 1_000_000), Depth},
		{"long.jsonl", `{"text":"` + strings.Repeat("x", 9<<20) + `"}`, TooLarge},
		{"cut.jsonl", `{"text":"Gunmen kil`, Truncated},
		{"twice.jsonl", `{"text":"x","text":"y"}`, Malformed},
		{"array.jsonl", `["x"]`, Malformed},
		{"prose.jsonl", goodText, Malformed},
		{"number.jsonl", `{"text":5}`, Malformed},
		{"object.jsonl", `{"text":{"a":"x"}}`, Malformed},
		{"surrogate.jsonl", `{"text":"\ud800"}`, Malformed},
		{"after.jsonl", `{"text":"x"} {"text":"y"}`, Malformed},
		{"nan.jsonl", `{"text":"x","n":NaN}`, Malformed},
		{"no-text.jsonl", `{"title":"x"}`, Empty},
		{"no-day.jsonl", `{"text":"x","published":"2023-02-29"}`, BadDate},
		{"blank.jsonl", "\n\n  \n", Empty},
		{"utf16.jsonl", "\xff\xfe{\x00}\x00", Encoding},
	}
}

// TestHostile: each bad input gives one Error with its code that names it, in a bounded time and
// little memory, and the next good file is still read.
func TestHostile(t *testing.T) {
	for _, tt := range hostile(t) {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			bad, good := write(t, dir, tt.name, tt.content), write(t, dir, "good.txt", goodText)
			before, start := allocated(), time.Now()
			items := all(dir, Options{}, bad, good)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %s", took)
			}
			if used := allocated() - before; used > 400<<20 {
				t.Errorf("allocated %d MiB", used>>20)
			}
			if len(items) != 2 || items[0].Err == nil || items[1].Report.Text != goodText {
				t.Fatalf("want an error and the good file, got %.300v", items)
			}
			e := items[0].Err
			if e.Code != tt.code || e.File != bad || !strings.HasPrefix(e.Error(), bad) || len(e.Error()) > len(bad)+300 {
				t.Errorf("got %v, want the code %s", e, tt.code)
			}
		})
	}
}

// allocated is all that was ever allocated, so that it bounds what was held at once.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestZerosCostLittle(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "zeros.txt.gz", zeros(64))
	before := allocated()
	all(dir, Options{}, path)
	if used := allocated() - before; used > 8<<20 {
		t.Errorf("1 GiB of zeros allocated %d KiB", used>>10)
	}
}

func TestMissing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "hidden/.x.txt", goodText)
	tests := []struct {
		path string
		code Code
	}{
		{filepath.Join(dir, "no.txt"), NotFound},
		{filepath.Join(dir, "hidden"), NoInput},
		{t.TempDir(), NoInput},
	}
	for _, tt := range tests {
		items := all(dir, Options{}, tt.path, write(t, t.TempDir(), "good.txt", goodText))
		if len(items) != 2 || items[0].Err == nil || items[0].Err.Code != tt.code || items[1].Err != nil {
			t.Errorf("%s: got %+v, want the code %s", tt.path, items, tt.code)
		}
	}
	if items := all(dir, Options{}); len(items) != 0 {
		t.Errorf("no path gives %+v", items)
	}
}

// TestLinesGoOn: a bad line costs itself, is named by its number, and the others are kept.
func TestLinesGoOn(t *testing.T) {
	lines := []string{
		`{"text":"one"}`,
		`{"text":"cut`,
		`{"text":"` + strings.Repeat("x", 9<<20) + `"}`,
		``,
		`{"text":"five","published":"2024-02-30"}`,
		`{"text":"six \xff"}`,
		`{"text":"seven"}`,
	}
	lines[5] = strings.ReplaceAll(lines[5], `\xff`, "\xff")
	dir := t.TempDir()
	var got []string
	for _, item := range all(dir, Options{}, write(t, dir, "a.jsonl", strings.Join(lines, "\n"))) {
		if item.Err != nil {
			got = append(got, fmt.Sprintf("%d %s", item.Err.Line, item.Err.Code))
		} else {
			got = append(got, fmt.Sprintf("%d %s %v", item.Report.Line, item.Report.Text, item.Report.Flags))
		}
	}
	want := []string{"1 one []", "2 truncated", "3 too_large", "5 bad_date", "6 six \ufffd [encoding_replaced]", "7 seven []"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestLinesBeforeTheBreak: a packed file that is cut keeps the lines before the cut.
func TestLinesBeforeTheBreak(t *testing.T) {
	dir := t.TempDir()
	whole := packed(strings.Repeat(`{"text":"`+goodText[:40]+`"}`+"\n", 200))
	items := all(dir, Options{}, write(t, dir, "a.jsonl.gz", whole[:len(whole)-20]))
	last := items[len(items)-1]
	if len(items) < 2 || last.Err == nil || last.Err.Code != Truncated || last.Err.Line != len(items) {
		t.Errorf("%d items, the last %+v", len(items), last)
	}
}

func TestErrorNamesItsPlace(t *testing.T) {
	tests := []struct {
		err  Error
		want string
	}{
		{Error{File: "a.txt", Code: Empty, Err: errors.New("file is empty")}, "a.txt: file is empty (empty)"},
		{Error{File: "a.jsonl", Line: 7, Code: TooLarge, Err: errors.New("line above 8 MiB")}, "a.jsonl:7: line above 8 MiB (too_large)"},
		{Error{File: "a\x1b[2J.txt", Code: Empty, Err: errors.New("file is empty")}, `"a\x1b[2J.txt": file is empty (empty)`},
	}
	for _, tt := range tests {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestFallback: where no article can be looked for, all text is kept and flagged.
func TestFallback(t *testing.T) {
	page := "<nav>Home</nav>" + strings.Repeat("<p>"+goodText, 50)
	r := one(t, "a.html", page, Options{Limits: Limits{Article: 20}}).Report
	if strings.Join(r.Flags, " ") != FlagFallback || !strings.HasPrefix(r.Text, "Home\n\nGunmen") {
		t.Errorf("flags %q, text %.40q", r.Flags, r.Text)
	}
}

// TestBomb: what a browser would repeat 1.6 million times is a small page here.
func TestBomb(t *testing.T) {
	r := one(t, "a.html", formatted(4000), Options{}).Report
	if n := strings.Count(r.Text, "some more words"); n != 4000 {
		t.Errorf("%d of 4000 paragraphs", n)
	}
}
