package date

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
)

// spansOf cuts a text into its lines, as sentences.
func spansOf(text string) []dateline.Span {
	var out []dateline.Span
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, dateline.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))})
		}
		at += len(line)
	}
	return out
}

// readLines gives the dates of a text whose sentences are lines: 'words=EDTF', '?' where nothing fixes them.
func readLines(text string, published dateline.Date) []string {
	var out []string
	for _, d := range Read(text, spansOf(text), published) {
		edtf := "?"
		if d.Date != nil {
			edtf = d.Date.EDTF
		}
		out = append(out, d.Span.In(text)+"="+edtf)
	}
	return out
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"The group was founded in 2014.\nOn 3 May 2016 it struck.\nThe next day it fled.":                      "2014=2014|3 May 2016=2016-05-03|The next day=2016-05-04",
		"On 3 May 2016 it struck.\nIn 2014 it had been founded.\nThe next day it fled.":                        "3 May 2016=2016-05-03|2014=2014|The next day=2016-05-04",
		"The coup came on 1 July 2013.\nOn 3 May 2016 a bomb went off.\nA day after the coup he fled.":         "1 July 2013=2013-07-01|3 May 2016=2016-05-03|A day after the coup=2013-07-02",
		"On 3 May 2016 a bomb went off.\nA day after the vote he fled.":                                        "3 May 2016=2016-05-03|A day after the vote=?",
		"On 3 May 2016 the army struck at dawn.":                                                               "3 May 2016=2016-05-03|dawn=2016-05-03",
		"The army struck at dawn.":                                                                             "",
		"He was shot on 3 May 2016.\nOn 5 May he died.\nThe army knew.\nThe mayor spoke.\nOn 7 May it rained.": "3 May 2016=2016-05-03|5 May=2016-05-05|7 May=2023-05-07",
	} {
		if got := strings.Join(readLines(text, on("2024-04-05")), "|"); got != want {
			t.Errorf("%q\n got  %s\n want %s", text, got, want)
		}
	}
}

// A page goes on after the Friday that it is dated where it says so; else a Saturday is the one before.
func TestPageThatGoesOn(t *testing.T) {
	for text, want := range map[string]string{
		"A guard was shot on Friday.\nHe died at noon, the mayor said Saturday.\nA suspect was held early Saturday.": "Friday=2024-04-05|noon=2024-04-05|Saturday=2024-04-06|early Saturday=2024-04-06",
		"A guard was shot on Friday.\nNobody was held as of Saturday morning.":                                       "Friday=2024-04-05|Saturday morning=2024-04-06",
		"Two guards died on Saturday.\nUpdated: April 6, 2024":                                                       "Saturday=2024-04-06|April 6, 2024=2024-04-06",
		"A man was charged on Friday.\nTwo guards had been shot on Saturday.":                                        "Friday=2024-04-05|Saturday=2024-03-30",
		"Two guards were shot on Saturday.\nThe trial will open on April 6, 2024.":                                   "Saturday=2024-03-30|April 6, 2024=2024-04-06",
		"A guard was shot, the mayor said on Saturday.":                                                              "Saturday=2024-03-30",
		"A guard appears to have shot himself Monday.":                                                               "Monday=2024-04-01",
	} {
		if got := strings.Join(readLines(text, on("2024-04-05")), "|"); got != want {
			t.Errorf("%q\n got  %s\n want %s", text, got, want)
		}
	}
}

// Dates that stand for themselves mean the same in whatever order the text tells them, and so does a date
// that points back to none of them.
func TestReadIsIndifferentToOrder(t *testing.T) {
	lines := []string{"Gunmen struck on 3 May 2016.", "The group was founded in 2014.", "On Tuesday police held a man.",
		"The court will sit on Monday.", "Since late 2012 the road was shut.", "In March it split.", "Last month he died."}
	want := readLines(strings.Join(lines, "\n\n"), on("2024-04-05"))
	slices.Sort(want)
	for turn := range lines {
		turned := append(slices.Clone(lines[turn:]), lines[:turn]...)
		for _, order := range [][]string{turned, backwards(turned)} {
			got := readLines(strings.Join(order, "\n\n"), on("2024-04-05"))
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("%q: got %v, want %v", order, got, want)
			}
		}
	}
}

func backwards(lines []string) []string {
	out := slices.Clone(lines)
	slices.Reverse(out)
	return out
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"On 14 Muharram 1445\nthe next day", "within 5000 years of the attack", "two days after the coup\n31 February\nat dawn",
		"Eid 2019, the eve of Ramadan and 22 Bahman 1357", "in the year 0 and the year 20024", "the week before Easter in May nine years ago today"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, dated bool) {
		var published dateline.Date
		if dated {
			published = on("2024-02-29")
		}
		end := 0
		for _, d := range Read(s, spansOf(s), published) {
			if d.Span.Start < end || d.Span.End <= d.Span.Start || d.Span.End > len(s) {
				t.Fatalf("span %v after %d", d.Span, end)
			}
			end = d.Span.End
			if d.Date == nil {
				if d.State != dateline.Unknown || d.Why == "" {
					t.Fatalf("%+v", d)
				}
				continue
			}
			from, to, err := ParseEDTF(d.Date.EDTF)
			if err != nil || from != d.Date.From || to != d.Date.To {
				t.Fatalf("%+v reads back as %s %s %v", *d.Date, from, to, err)
			}
			if !dated && d.Date.Anchor == dateline.AnchorPublished {
				t.Fatalf("%+v: counted from a publication that nobody knows", *d.Date)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("On March 22, gunmen stormed the hall, killing at least 139 people.\nThe next day police held a man, officials said on Tuesday.\nIt was the worst attack in two decades.\n", 20)
	spans := spansOf(text)
	b.SetBytes(int64(len(text)))
	n := 0
	for range b.N {
		n += len(Read(text, spans, on("2024-04-05")))
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "dates/s")
}

// The time that Read takes grows with the length of the text, on one line or on many.
func TestReadIsLinear(t *testing.T) {
	piece := "It came on 3 May 2016, two days after the vote. "
	for _, text := range []string{piece, piece + "\n"} {
		short, long := readAllocs(text, 100), readAllocs(text, 1000)
		if long > 30*short+1000 {
			t.Errorf("%q: %.0f allocations for 100 pieces, %.0f for 1000", text, short, long)
		}
	}
	begin := time.Now()
	text := strings.Repeat(piece, 20000)
	Read(text, spansOf(text), dateline.Date{})
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("a line of a megabyte took %v", took)
	}
}

func readAllocs(piece string, n int) float64 {
	text := strings.Repeat(piece, n)
	spans := spansOf(text)
	return testing.AllocsPerRun(1, func() { Read(text, spans, on("2024-04-05")) })
}
