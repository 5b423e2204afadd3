package analysis

import (
	"fmt"
	"strconv"

	"dateline"
)

// Timeline counts incidents by the time of their best supported date. Only what took place counts.
type Timeline struct {
	Yearly bool  // the bins are years, for a span of more than five years; otherwise months
	Bins   []Bin // from the first that has an incident to the last, without a gap; nil if none has
	// Loose are the incidents whose best supported date lies in no single bin.
	Loose []string // Incident.ID
}

// Bin is a month or a year.
type Bin struct {
	Time   string   // 2024-03 or 2024
	News   []string // Incident.ID of those that some report tells as news
	Retold []string // of those that are told only as background
}

// mostMonths is the longest span that is shown by month.
const mostMonths = 60

// NewTimeline sorts incidents into bins; within a bin they keep their order.
func NewTimeline(all []dateline.Incident) Timeline {
	var t Timeline
	t.fill(all, 7)
	if len(t.Bins) > mostMonths {
		t = Timeline{Yearly: true}
		t.fill(all, 4)
	}
	return t
}

// fill makes the bins from the first n bytes of the dates: 7 are a month, 4 a year.
func (t *Timeline) fill(all []dateline.Incident, n int) {
	found := map[string]*Bin{}
	first, last := "", ""
	for _, in := range Single(all) {
		if !in.Reality.Counts() {
			continue
		}
		when := binOf(&in, n)
		if when == "" {
			t.Loose = append(t.Loose, in.ID)
			continue
		}
		if found[when] == nil {
			found[when] = &Bin{Time: when}
		}
		found[when].add(&in)
		if first == "" || when < first {
			first = when
		}
		last = max(last, when)
	}
	for when := first; when != "" && when <= last; when = next(when) {
		if b := found[when]; b != nil {
			t.Bins = append(t.Bins, *b)
		} else {
			t.Bins = append(t.Bins, Bin{Time: when})
		}
	}
}

func (b *Bin) add(in *dateline.Incident) {
	if in.Background {
		b.Retold = append(b.Retold, in.ID)
		return
	}
	b.News = append(b.News, in.ID)
}

// binOf returns the month or year in which the best supported date lies; "" if it lies in no single
// one.
func binOf(in *dateline.Incident, n int) string {
	if len(in.Dates) == 0 {
		return ""
	}
	d := in.Dates[0].Value
	if !d.Fixed() || len(d.From) < n || len(d.To) < n || d.From[:n] != d.To[:n] {
		return ""
	}
	return d.From[:n]
}

// next returns the month or year after when; "" for what is neither.
func next(when string) string {
	if len(when) == 4 {
		y, err := strconv.Atoi(when)
		if err != nil {
			return ""
		}
		return fmt.Sprintf("%04d", y+1)
	}
	var y, m int
	if n, err := fmt.Sscanf(when, "%d-%d", &y, &m); n != 2 || err != nil {
		return ""
	}
	if m++; m > 12 {
		y, m = y+1, 1
	}
	return fmt.Sprintf("%04d-%02d", y, m)
}
