package ingest

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func benchmark(b *testing.B, name, content string) {
	path := write(b, b.TempDir(), name, content)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		for item := range Read(context.Background(), []string{path}, Options{}) {
			if item.Err != nil {
				b.Fatal(item.Err)
			}
		}
	}
}

func BenchmarkText(b *testing.B) { benchmark(b, "a.txt", strings.Repeat(goodText, 60)) }
func BenchmarkLines(b *testing.B) {
	benchmark(b, "a.jsonl", strings.Repeat(`{"text":"`+strings.Repeat(goodText[:80], 60)+`"}`+"\n", 100))
}

func BenchmarkPage(b *testing.B) {
	a, err := txtar.ParseFile("testdata/pages/jsonld.txtar")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, "a.html", string(a.Files[0].Data))
}
