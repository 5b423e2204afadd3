package ingest

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

// readBytes reads in as standard input and checks what every Item promises.
func readBytes(t *testing.T, in []byte) {
	for item := range Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(string(in))}) {
		switch {
		case item.Err != nil && item.Err.Code == Crash:
			t.Fatalf("crash: %v", item.Err)
		case item.Err != nil && (item.Err.Code == "" || item.Report.ID != ""):
			t.Fatalf("error %v with report %+v", item.Err, item.Report)
		case item.Err == nil && (item.Report.ID == "" || !utf8.ValidString(item.Report.Text) || strings.TrimSpace(item.Report.Text) == ""):
			t.Fatalf("report %+v", item.Report)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(goodText))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte(packed(goodText)))
	f.Fuzz(readBytes)
}

func FuzzFrontMatter(f *testing.F) {
	f.Add("title: T\npublished: 2024-04-02\n")
	f.Add("title: >\n  a\n  b\ntags: [a, {b: c}]\nx: &a *a\n")
	f.Add("'a': !!str |2-\n   b\n? - c\n")
	f.Fuzz(func(t *testing.T, front string) {
		readBytes(t, []byte("---\n"+front+"\n---\n"+goodText))
	})
}

func FuzzLine(f *testing.F) {
	f.Add(`{"text":"x","id":1,"published":"2024","a":[{}]}`)
	f.Add(`{"text":"\ud83d\ude00","title":null}`)
	f.Fuzz(func(t *testing.T, line string) { readBytes(t, []byte(`{"text":"x"}`+"\n"+line)) })
}

// FuzzPage: whatever the page, no more nodes are made of it than were promised.
func FuzzPage(f *testing.F) {
	f.Add("<p>a<b>c<p>d</b><table><td><a>x<a>y")
	f.Add("<svg><style><a title='</style>'><title><!--</title><p>x")
	f.Add("<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script><select><noscript><plaintext>")
	f.Fuzz(func(t *testing.T, page string) {
		clean, _, err := cleanPage(page, DefaultLimits)
		if err != nil {
			return
		}
		again, _, err := cleanPage(clean, DefaultLimits)
		if err == nil && again != clean {
			t.Errorf("cleaning what is clean changes it:\n%q\n%q", clean, again)
		}
		readBytes(t, []byte("<!DOCTYPE html>"+page))
	})
}
