package pipeline

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"dateline"
	"dateline/internal/invent"
)

// BenchmarkLinkingInvented fills a ledger with invented reports, links it from scratch and then links 50 further
// reports, one by one: go test -run - -bench LinkingInvented/10000 -benchtime 1x ./internal/pipeline
func BenchmarkLinkingInvented(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				linkInvented(b, n)
			}
		})
	}
}

func linkInvented(b *testing.B, n int) {
	b.StopTimer()
	l, v := opened(b)
	var batch, further []dateline.Reading
	made := 0
	for s := range invent.Stories(invent.Options{Seed: 1, Reports: n + n/20}) {
		if made++; made%20 == 10 && len(further) < 50 { // from among the others, as news of what is known already comes
			further = append(further, s.Reading)
			continue
		}
		if batch = append(batch, s.Reading); len(batch) == 256 {
			if _, err := l.KeepAll(b.Context(), batch, Version); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	if _, err := l.KeepAll(b.Context(), batch, Version); err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	b.StartTimer()
	start := time.Now()
	if _, err := Relink(b.Context(), l, v); err != nil {
		b.Fatal(err)
	}
	all := time.Since(start)
	var each []time.Duration
	for _, r := range further {
		if _, err := l.KeepAll(b.Context(), []dateline.Reading{r}, Version); err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := Relink(b.Context(), l, v); err != nil {
			b.Fatal(err)
		}
		each = append(each, time.Since(start))
	}
	slices.Sort(each)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(all.Seconds(), "s-scratch")
	b.ReportMetric(float64(each[len(each)/2].Microseconds())/1000, "ms-further")
	b.ReportMetric(float64(each[len(each)-1].Microseconds())/1000, "ms-slowest")
	b.ReportMetric(float64(m.Sys>>20), "MB")
}
