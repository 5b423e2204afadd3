package ledger

import (
	"slices"
	"testing"

	"dateline"
)

func BenchmarkKeepAll(b *testing.B) {
	rs := many(1, 1000, 20)
	for b.Loop() {
		l, _ := opened(b)
		for chunk := range slices.Chunk(rs, 100) {
			if _, err := l.KeepAll(b.Context(), chunk, "coder/1"); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(rs)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

func BenchmarkKeep(b *testing.B) {
	rs := many(1, 200, 20)
	for b.Loop() {
		l, _ := opened(b)
		for _, r := range rs {
			if _, err := l.Keep(b.Context(), r, "coder/1"); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(rs)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

// full is a View of a ledger with 1,000 readings, and an incident for each.
func full(b *testing.B) (*View, []dateline.Incident) {
	b.Helper()
	rs := many(1, 1000, 20)
	l, path := opened(b, rs...)
	var is []dateline.Incident
	for _, r := range rs {
		is = append(is, incident(r))
	}
	if err := l.SetIncidents(b.Context(), is); err != nil {
		b.Fatal(err)
	}
	return viewed(b, path), is
}

func BenchmarkIncident(b *testing.B) {
	v, is := full(b)
	i := 0
	for b.Loop() {
		if _, err := v.Incident(b.Context(), is[i%len(is)].ID); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkReport(b *testing.B) {
	v, is := full(b)
	i := 0
	for b.Loop() {
		if _, err := v.Report(b.Context(), is[i%len(is)].Reports[0]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// BenchmarkStatementsOf loads 20,000 statements.
func BenchmarkStatementsOf(b *testing.B) {
	v, _ := full(b)
	for b.Loop() {
		es, err := v.StatementsOf(b.Context(), "boko-haram")
		if err != nil || len(es) != 20000 {
			b.Fatal(len(es), err)
		}
	}
}

func BenchmarkReadings(b *testing.B) {
	v, _ := full(b)
	for b.Loop() {
		for _, err := range v.Readings(b.Context()) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
