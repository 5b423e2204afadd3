package date

import (
	"testing"

	"dateline"
)

func TestRemembered(t *testing.T) {
	day := dateline.Date{EDTF: "2019-05-03", From: "2019-05-03", To: "2019-05-03"}
	for ordinal, want := range map[string]string{"first": "2018-05-03", "20th": "1999-05-03", "grim": "", "0th": ""} {
		if got, ok := Remembered(day, ordinal); got.EDTF != want || ok != (want != "") {
			t.Errorf("%s anniversary: %q, %v", ordinal, got.EDTF, ok)
		}
	}
}
