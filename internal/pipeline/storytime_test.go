package pipeline

import (
	"testing"

	"dateline"
)

func TestHeadlinePointsToTheFirstNews(t *testing.T) {
	r := dateline.Report{ID: "r", Title: "Police arrest five editors", Language: "en", Published: dateline.Date{EDTF: "2021-07-23", From: "2021-07-23", To: "2021-07-23"},
		Text: "Police on Thursday arrested five editors over children's books. On Monday they had arrested two others."}
	r.PutHeadline()
	out := dateline.Reading{Report: r}
	es := newClock(readInto(&out)).report.Events
	if len(es) < 2 || len(es[0].Told) != 0 || len(es[0].First) != 1 || es[0].First[0].EDTF != "2021-07-22" {
		t.Errorf("events %+v", es)
	}
}
