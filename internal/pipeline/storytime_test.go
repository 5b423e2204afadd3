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

func TestADayThatIsNoneHasNoStandIn(t *testing.T) {
	out := Code(dateline.Report{ID: "r", Language: "en", Published: dateline.Date{EDTF: "2021-06-10", From: "2021-06-10", To: "2021-06-10"},
		Text: "Gunmen killed nine people in Kaduna on 31 February 2021. On the 45th of May rebels killed six in Kano. In the year 20024 rebels killed seven in Jos. In the year 0 militants killed two in Gao. On 29 February 2021 a bomb killed three in Mopti. On 2021-13-45 militants killed four in Yola. On 12/34/2021 gunmen killed five in Lagos. Tomorrow gunmen killed two in Abuja. At 25:99 on Monday a bomb killed one in Zaria. On 30 Ramadan 1442 a bomb killed two in Kabul. On 1 Hamal 1400 a bomb killed eleven in Herat."})
	for _, s := range out.Statements {
		if days := s.PartsOf(dateline.DateRole); s.Kind == dateline.Attack && (len(days) != 1 || days[0].Inferred != "") {
			t.Errorf("%s: %+v", s.Quote.In(out.Report.Text), days)
		}
	}
}
