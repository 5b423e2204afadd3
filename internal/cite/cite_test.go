package cite

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var work = Work{Key: "dateline-3f2a9c10", Title: "Incidents: attacks in Nigeria", Program: "Dateline", Version: "1.2.0",
	AsOf: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC), URL: "http://127.0.0.1:8080/incidents?country=NG&kind=attack",
	Note: "412 incidents, told by 1,031 reports."}

// hostile are texts that try to end a field, a record or a line.
var hostile = []string{"", "}", "{", `\`, `\}`, `{\}`, "%", "a\nER  - \nTY  - BOOK", "a\r\nb", `"`, `","title":"x`, "},\n@misc{x,", "50% & more_of #1 $5 ~ ^",
	"\x00\x1b[31m", "\xff\xfe", "\u202eabc", "\u2028", "'\"><script>alert(1)</script>", "@comment{", strings.Repeat("{", 99)}

func TestFormatsOfAKnownWork(t *testing.T) {
	for name, want := range map[string]string{
		"text": "Dateline 1.2.0: “Incidents: attacks in Nigeria” (data as of 2 January 2024, 03:04:05 UTC). 412 incidents, told by 1,031 reports. " +
			"http://127.0.0.1:8080/incidents?country=NG&kind=attack",
		"bibtex": "@misc{dateline-3f2a9c10,\n  author = {{Dateline}},\n  title = {{Incidents: attacks in Nigeria}},\n  year = {2024},\n  month = jan,\n" +
			"  day = {2},\n  version = {1.2.0},\n  note = {412 incidents, told by 1,031 reports.},\n  url = {http://127.0.0.1:8080/incidents?country=NG&kind=attack},\n}\n",
		"ris": "TY  - DATA\r\nID  - dateline-3f2a9c10\r\nTI  - Incidents: attacks in Nigeria\r\nAU  - Dateline\r\nPY  - 2024\r\nDA  - 2024/01/02\r\nET  - 1.2.0\r\n" +
			"N1  - 412 incidents, told by 1,031 reports.\r\nUR  - http://127.0.0.1:8080/incidents?country=NG&kind=attack\r\nER  - \r\n",
		"csl": `[
  {
    "id": "dateline-3f2a9c10",
    "type": "dataset",
    "title": "Incidents: attacks in Nigeria",
    "author": [
      {
        "literal": "Dateline"
      }
    ],
    "issued": {
      "date-parts": [
        [
          2024,
          1,
          2
        ]
      ]
    },
    "version": "1.2.0",
    "URL": "http://127.0.0.1:8080/incidents?country=NG&kind=attack",
    "note": "412 incidents, told by 1,031 reports."
  }
]
`} {
		f, ok := Named(name)
		if !ok {
			t.Fatalf("there is no format %s", name)
		}
		if got := f.Write(work); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	if _, ok := Named("BIBTEX"); ok {
		t.Error("a format has two names")
	}
}

func TestADateThatIsNotKnownIsLeftOut(t *testing.T) {
	w := work
	w.AsOf = time.Time{}
	for _, f := range Formats {
		if got := f.Write(w); regexp.MustCompile(`issued|year|PY|0001`).MatchString(got) {
			t.Errorf("%s gives a date:\n%s", f.Name, got)
		}
	}
}

// hostileWorks has each hostile text in each field.
func hostileWorks() []Work {
	var out []Work
	for _, h := range hostile {
		for i := range 5 {
			w := work
			*[]*string{&w.Title, &w.Program, &w.Version, &w.URL, &w.Note}[i] = h
			out = append(out, w)
		}
	}
	return out
}

func TestWhatIsCitedStaysInItsField(t *testing.T) {
	for _, w := range hostileWorks() {
		for _, f := range Formats {
			if got := f.Write(w); !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\x1b\u202e\u2028") {
				t.Errorf("%s of %+v is %q", f.Name, w, got)
			}
		}
		if got := Text(w); strings.ContainsAny(got, "\r\n") {
			t.Errorf("the text of %+v has lines: %q", w, got)
		}
	}
}

func TestCSLIsOneItem(t *testing.T) {
	for _, w := range hostileWorks() {
		var all []map[string]any
		if err := json.Unmarshal([]byte(CSL(w)), &all); err != nil || len(all) != 1 {
			t.Fatalf("%+v: %v", w, err)
		}
		for key := range all[0] {
			if !strings.Contains(" id type title author issued version URL note ", " "+key+" ") {
				t.Errorf("%+v: no item has %q", w, key)
			}
		}
		if got := all[0]["title"]; got != line(w.Title) {
			t.Errorf("the title %q came out as %q", w.Title, got)
		}
	}
}

var risLine = regexp.MustCompile(`^[A-Z][A-Z0-9]  - .*$`)

func TestRISIsOneRecord(t *testing.T) {
	for _, w := range hostileWorks() {
		lines := strings.Split(strings.TrimSuffix(RIS(w), "\r\n"), "\r\n")
		for i, l := range lines {
			switch {
			case !risLine.MatchString(l) || strings.ContainsAny(l, "\r\n"):
				t.Errorf("%+v: %q is no line", w, l)
			case (l[:2] == "TY") != (i == 0), (l[:2] == "ER") != (i == len(lines)-1):
				t.Errorf("%+v: the record ends or begins within: %q", w, lines)
			}
		}
	}
}

// bibFields reads an entry as BibTeX does: a field ends where its braces balance, behind a backslash too.
func bibFields(t *testing.T, s string) map[string]string {
	t.Helper()
	head, body, _ := strings.Cut(s, "\n")
	if !regexp.MustCompile(`^@misc\{[A-Za-z0-9-]+,$`).MatchString(head) {
		t.Fatalf("the entry begins %q", head)
	}
	out := map[string]string{}
	for body != "}\n" {
		name, rest, ok := strings.Cut(body, " = ")
		if !ok {
			t.Fatalf("no field is in %q", body)
		}
		n, depth := 0, 0
		for depth > 0 || rest[n] != ',' {
			switch rest[n] {
			case '{':
				depth++
			case '}':
				depth--
			}
			if n++; n == len(rest) || depth < 0 {
				t.Fatalf("the field %s does not end: %q", name, rest)
			}
		}
		out[strings.TrimSpace(name)] = rest[:n]
		body = strings.TrimPrefix(rest[n:], ",\n")
	}
	return out
}

func TestBibTeXIsOneEntry(t *testing.T) {
	for _, w := range hostileWorks() {
		f := bibFields(t, BibTeX(w))
		for name, value := range f {
			if !strings.Contains(" author title year month day version note url ", " "+name+" ") {
				t.Errorf("%+v: field %q", w, name)
			}
			if name != "url" && regexp.MustCompile(`(^|[^\\])[#$%&_~^]`).MatchString(value) {
				t.Errorf("%+v: %s = %s has a special character", w, name, value)
			}
		}
		if f["month"] != "jan" || f["year"] != "{2024}" {
			t.Errorf("%+v: %v", w, f)
		}
	}
}
