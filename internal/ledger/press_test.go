package ledger

import (
	"reflect"
	"testing"

	"dateline"
)

func TestPressesCountReportsByMonth(t *testing.T) {
	rs := samples()
	_, path := opened(t, rs...)
	v := viewed(t, path)
	got, err := v.Presses(t.Context())
	if want := []Press{{"Early", "2024-03", 1}, {"Late", "2024-04", 1}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("presses %v, %v, want %v", got, err, want)
	}
	var ids []string
	for _, r := range rs {
		ids = append(ids, r.Report.ID)
	}
	sources, err := v.Sources(t.Context(), append(ids, "none"))
	if err != nil || len(sources) != 3 || sources[0].Publisher != "Early" || sources[0].Published.From != "2024-03-23" || sources[2].Published != (dateline.Date{}) {
		t.Errorf("sources %+v, %v", sources, err)
	}
	if none, err := v.Sources(t.Context(), nil); none != nil || err != nil {
		t.Errorf("no identifiers give %v, %v", none, err)
	}
}

func TestAStampIsOfWhatIsWritten(t *testing.T) {
	rs := samples()
	l, path := opened(t, rs[0])
	v := viewed(t, path)
	before := v.Stamp()
	if _, err := v.Reports(t.Context()); err != nil || before == "" || v.Stamp() != before {
		t.Errorf("reading makes %q of %q, %v", v.Stamp(), before, err)
	}
	if _, err := l.Keep(t.Context(), rs[1], "1"); err != nil || v.Stamp() == before {
		t.Errorf("writing leaves it at %q, %v", before, err)
	}
	if none := (&View{path: path + ".none"}).Stamp(); none != "" {
		t.Errorf("of no file: %q", none)
	}
}
