package ingest

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
)

// kind is a kind of file that is read.
type kind int

const (
	kindText kind = iota
	kindHTML
	kindLines
)

// kindOf maps the ending of a file's name, in lower case and without '.gz', to its kind.
var kindOf = map[string]kind{
	".txt": kindText, ".text": kindText, ".md": kindText,
	".html": kindHTML, ".htm": kindHTML, ".xhtml": kindHTML,
	".jsonl": kindLines, ".ndjson": kindLines,
}

// notReports are endings of text files that hold no report, or more than text.
var notReports = map[string]string{
	".csv": "a table", ".tsv": "a table", ".json": "JSON, but not one object a line", ".xml": "XML",
	".rss": "a feed", ".atom": "a feed", ".js": "a script", ".css": "a style sheet",
	".yaml": "YAML", ".yml": "YAML", ".eml": "a mail", ".mht": "a mail", ".mhtml": "a mail",
}

// magics are the first bytes of files that are not text, though some of them look like it.
var magics = []struct{ prefix, name string }{
	{"\x7fELF", "an ELF program"},
	{"MZ\x90", "a Windows program"},
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"PK\x05\x06", "an empty zip archive"},
	{"\x89PNG", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"\x1f\x8b", "gzip within gzip"},
	{"BZh", "bzip2"},
	{"\xfd7zXZ", "xz"},
	{"\x28\xb5\x2f\xfd", "zstd"},
	{"7z\xbc\xaf", "7-Zip"},
	{"Rar!\x1a", "a RAR archive"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
	{"{\\rtf", "RTF"},
	{"WARC/", "a WARC archive"},
}

// kind tells what u is: by the ending of path where that is known, else by its first bytes. It
// fails with Empty, and with TypeUnknown for what is not text; a packed file is then unpacked a
// little further, because one of endless zeros is better named by its Ratio.
func (u *unit) kind(path string) (kind, error) {
	if len(u.head) == 0 {
		return 0, failf(Empty, "file is empty")
	}
	if why := binary(u.head); why != "" {
		if u.packed {
			if _, err := io.CopyN(io.Discard, u, 2*u.limits.RatioFrom); err != nil && err != io.EOF {
				return 0, err
			}
		}
		return 0, failf(TypeUnknown, "not text: %s", why)
	}
	name := strings.TrimSuffix(strings.ToLower(path), ".gz")
	ending := filepath.Ext(name)
	if k, ok := kindOf[ending]; ok {
		return k, nil
	}
	k := sniff(u.head)
	if why, ok := notReports[ending]; ok && k == kindText {
		return 0, failf(TypeUnknown, "no kind of report: %s", why)
	}
	return k, nil
}

// binary says why head is not text, "" if it may be. UTF-16 with its mark is text.
func binary(head []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.name
		}
	}
	if _, _, wide := utf16Mark(head); wide {
		return ""
	}
	return controls(head)
}

// controls says so where text holds a NUL, or more than 2 % of characters that no text needs.
func controls(text []byte) string {
	odd := 0
	for _, c := range text {
		if c == 0 {
			return "it holds NUL bytes"
		}
		if isControl(c) {
			odd++
		}
	}
	if odd*50 > len(text) {
		return "too many control characters"
	}
	return ""
}

// isControl reports whether c is a control character other than white space.
func isControl(c byte) bool {
	return c == 0x7f || c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r'
}

// sniff tells the kind of a file without a telling name: a page begins with one of a few tags, JSON
// Lines with an object.
func sniff(head []byte) kind {
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, utf8Mark), " \t\r\n\f"))
	if bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html")) {
		return kindHTML
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<meta", "<title", "<article", "<div", "<p>"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return kindHTML
		}
	}
	if len(start) > 1 && start[0] == '{' && bytes.HasPrefix(bytes.TrimLeft(start[1:], " \t"), []byte(`"`)) {
		return kindLines
	}
	return kindText
}
