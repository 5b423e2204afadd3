package pipeline

import (
	"strings"
	"testing"

	"dateline"
)

// everyday are sentences of news of no interest here, for tests and benchmarks.
var everyday = []string{
	"The city council voted on Tuesday to widen the bridge over the river, which carries 40,000 cars a day.",
	"Officials said that the work would begin in spring and cost 12 million euros.",
	"The bank raised its forecast for growth to 2.4 percent, citing higher exports of machines and wine.",
	"Shares in the retailer rose by four percent after it reported record sales of garden furniture.",
	"Thousands of visitors came to the festival of light, where artists from 20 countries showed their work.",
	"The team won its third game in a row and moved up to second place in the table.",
	"Farmers in the valley expect a good harvest after a wet spring and a warm June.",
	"The ministry of education announced new rules for exams, which teachers welcomed.",
	"A new ferry line will link the two islands from May, the operator said in a letter to residents.",
	"Scientists at the university found a way to store heat in bricks made of waste glass.",
}

// dull makes a report of no interest of about 600 words.
func dull(n int) dateline.Report {
	var b strings.Builder
	for i := range 36 {
		b.WriteString(everyday[(i*3+n)%len(everyday)])
		b.WriteString(" ")
		if i%4 == 3 {
			b.WriteString("\n\n")
		}
	}
	r := dateline.Report{Text: b.String(), Language: "en"}
	r.SetID()
	return r
}

func TestWorth(t *testing.T) {
	for text, want := range map[string]bool{
		dull(1).Text: false,
		dull(1).Text + "Gunmen shot dead two teachers.":            true,
		dull(1).Text + "Boko Haram has moved its camp.":            true,
		"Boko Haram has moved its camp.":                           true,
		dull(1).Text + "The United Nations opened a new office.":   false,
		dull(1).Text + "His first album was called The Base Line.": false,
	} {
		if got := Worth(text); got != want {
			t.Errorf("%q: %v", text[max(0, len(text)-60):], got)
		}
	}
	r := Code(dull(1))
	if len(r.Statements) != 0 || len(r.Doubts) != 1 {
		t.Errorf("%d statements, %d doubts: want one doubt that says that it was not read", len(r.Statements), len(r.Doubts))
	}
}

// BenchmarkWorth measures the first pass on reports of no interest of about 600 words.
func BenchmarkWorth(b *testing.B) {
	r := dull(1)
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		if Worth(r.Text) {
			b.Fatal("worth reading")
		}
	}
}

// BenchmarkRelevant codes articles of about 600 words about violence on one core.
func BenchmarkRelevant(b *testing.B) {
	items, sentences, n := articles(b, 40), 0, 0
	Code(items[0].Report) // models and lists are read once
	for b.Loop() {
		r := Code(items[n%len(items)].Report)
		sentences += strings.Count(r.Report.Text, ". ") + strings.Count(r.Report.Text, ".\n")
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(sentences)/b.Elapsed().Seconds(), "sentences/s")
}

// BenchmarkMix codes reports on one core of which one in ten is about violence.
func BenchmarkMix(b *testing.B) {
	items, n := articles(b, 40), 0
	var others []dateline.Report
	for i := range 9 {
		others = append(others, dull(i))
	}
	Code(items[0].Report) // models and lists are read once
	for b.Loop() {
		if n%10 == 0 {
			Code(items[n/10%len(items)].Report)
		} else {
			Code(others[n%10-1])
		}
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}
