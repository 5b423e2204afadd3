package dateline

import (
	"testing"
	"time"
)

func TestAReportFromTheFutureIsNoticed(t *testing.T) {
	read := time.Date(2024, 3, 13, 12, 0, 0, 0, time.UTC)
	for day, want := range map[string]bool{"": false, "2024-03-13": false, "2024-03-14": false, "2024-03-15": true, "2099-01-01": true} {
		r := Report{Published: Date{From: day}, Fetched: read}
		if got := r.Ahead(); got != want {
			t.Errorf("published %q and read on 13 March: ahead is %v", day, got)
		}
	}
	if r := (&Report{Published: Date{From: "2099-01-01"}}); r.Ahead() {
		t.Error("nobody knows when it was read, and it is ahead")
	}
}
