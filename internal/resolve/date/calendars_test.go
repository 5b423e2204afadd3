package date

import (
	"strings"
	"testing"
)

// Days that the other calendars and ours both name.
func TestCalendars(t *testing.T) {
	checkRows(t, `
1 Muharram 1400 | 1979-11-21~
14 Muharram 1445 | 2023-08-01~
1 Ramadan 1435 | 2014-06-28~
12 Rabi al-Awwal 1445 | 2023-09-27~
30 Ramadan 1440 | ?
31 Muharram 1445 | ?
Ramadan 1300 | 1883-07-06~/1883-08-04~
22 Bahman 1357 | 1979-02-11
1 Farvardin 1399 | 2020-03-20
30 Esfand 1399 | 2021-03-20
30 Esfand 1400 | ?
8 Saur 1371 | 1992-04-28
Mehr 1402 | 2023-09-23/2023-10-22
Yom Kippur 1973 | 1973-10-06
Passover 2002 | 2002-03-28
Rosh Hashanah 2023 | 2023-09-16
Hanukkah 2021 | 2021-11-29
Orthodox Easter 2016 | 2016-05-01
Nowruz 2021 | 2021-03-21
Eid 2019 | [2019-06-04,2019-08-11]
`, friday, "text")
}

// A table of months that does not join up is no calendar.
func TestParseHijri(t *testing.T) {
	good := "1444\t2022-07-30\t110101010010\n1445\t2023-07-19\t101010110101"
	for name, text := range map[string]string{
		"gap":   strings.Replace(good, "2023-07-19", "2023-07-20", 1),
		"short": strings.Replace(good, "101010110101", "1010", 1),
		"words": "1444\tsoon\t110101010010",
	} {
		if _, err := parseHijri(text); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if len(hijriYears()) < 100 {
		t.Errorf("%d years", len(hijriYears()))
	}
}
