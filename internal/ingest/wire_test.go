package ingest

import (
	"testing"

	"dateline"
)

func TestWireDate(t *testing.T) {
	for text, want := range map[string]string{
		"QUITO, 3 JAN 90 (EFE) -- [TEXT] A BOMB WENT OFF.":                     "1990-01-03",
		"PERTH (AUSTRALIA), JUNE 11 89 (AFP) -- [TEXT] POLICE SAID.":           "1989-06-11",
		"KABUL, Afghanistan (Nov. 20, 2011) – A patrol found a cache.":         "2011-11-20",
		"NAIROBI, 4 September 2013 (IRIN) - Rains have failed.":                "2013-09-04",
		"LIMA, 7 FEB (REUTER) -- A BLAST DAMAGED AN OFFICE.":                   "",
		"LIMA, NO DATE -- [SPEECH] ON 3 JAN 90 WE MET.":                        "",
		"LIMA, 31 FEB 90 -- NO SUCH DAY.":                                      "",
		"On Tuesday, 3 January 1990, rebels struck. The army - it says - won.": "",
		"The town, which fell on 3 January 1990 - a holiday - is quiet.":       "",
		"rebels, 3 January 1990 -- struck.":                                    "",
		"No dash at all, 3 January 1990.":                                      "",
	} {
		got, ok := WireDate(text)
		if got.EDTF != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", text, got.EDTF, ok, want)
		}
	}
}

func TestWireDateFillsIn(t *testing.T) {
	r, err := finish(dateline.Report{Text: "QUITO, 3 JAN 90 -- A BOMB WENT OFF."}, nil, flags{}, Options{Limits: DefaultLimits})
	if err != nil || r.Published.From != "1990-01-03" || r.Basis != basisWire {
		t.Errorf("%+v, %q, %v", r.Published, r.Basis, err)
	}
}

func TestWirePlace(t *testing.T) {
	for text, want := range map[string]string{
		"QUITO, 3 JAN 90 (EFE) -- A BOMB WENT OFF.":      "QUITO",
		"SAN PEDRO (PERU), NO DATE -- [SPEECH] FRIENDS.": "SAN PEDRO",
		"The army, it says, won -- so far.":              "",
		"Nothing here.":                                  "",
	} {
		if got := WirePlace(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
