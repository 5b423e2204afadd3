package pipeline

import (
	"testing"

	"dateline"
)

// Every expression of time of a report is listed, that of no Statement too; what nothing fixes is a Doubt.
func TestDatesOfReport(t *testing.T) {
	text := "The museum opened in 1998. Gunmen killed two guards there on Thursday."
	r := dateline.Report{Text: text, Language: "en"}
	got := Code(r)
	if len(got.Dates) != 2 || got.Dates[0].Date == nil || got.Dates[0].Date.EDTF != "1998" || got.Dates[1].Date != nil {
		t.Fatalf("without a day of publication: %+v", got.Dates)
	}
	if len(got.Doubts) == 0 || got.Doubts[len(got.Doubts)-1].Span.In(text) != "Thursday" {
		t.Errorf("a weekday that nothing fixes is no doubt: %+v", got.Doubts)
	}
	r.Published = dateline.Date{EDTF: "2024-03-15", From: "2024-03-15", To: "2024-03-15"}
	if got = Code(r); len(got.Dates) != 2 || got.Dates[1].Date == nil || got.Dates[1].Date.EDTF != "2024-03-14" {
		t.Errorf("published on a Friday: %+v", got.Dates)
	}
}

// A report of which nothing further is read has its dates all the same.
func TestDatesOfOtherReports(t *testing.T) {
	got := Code(dateline.Report{Text: "The choir sang on 3 May 2019.\nIt sang again two days later.", Language: "en"})
	if len(got.Dates) != 2 || got.Dates[1].Date == nil || got.Dates[1].Date.EDTF != "2019-05-05" {
		t.Errorf("got %+v", got.Dates)
	}
}
