package gazetteer

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"São Paulo": "sao paulo", "Mazar-i-Sharif": "mazar i sharif", "N'Djamena": "ndjamena", "Ḩajjah": "hajjah",
		"U.S.": "us", "Łódź": "lodz", "  Al—Bāb ": "al bab", "Мосул": "мосул", "": "", "'": "", "Ouaga\u00addougou": "ouagadougou",
	} {
		if got := Fold(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
		if got := Fold(Fold(name)); got != want {
			t.Errorf("%q: folding twice gives %q", name, got)
		}
	}
}

func TestMixedScripts(t *testing.T) {
	for name, want := range map[string]bool{"Mоscow": true, "Moscow": false, "Москва": false, "Kраков": true, "Zürich": false} {
		if MixedScripts(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestBare(t *testing.T) {
	for name, want := range map[string]string{
		"Borno State": "Borno", "Moscow Oblast": "Moscow", "Republic of Tyva": "Tyva", "Departamento de Santander": "Santander",
		"State": "State", "North Kivu": "North Kivu", "Jewish Autonomous Oblast": "Jewish",
	} {
		if got := Bare(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestTable writes a table of some size and finds every record by every name.
func TestTable(t *testing.T) {
	s := Source{Provinces: []Record{{Rank: Province, Code: "XA.", Area: "XA."}, {Rank: Province, Code: "XA.1", Name: "One", Area: "XA.1", Population: 123456}}}
	s.Districts = []Record{{Rank: District, Code: "XA.1.7", Name: "Seven", Area: "XA.1", District: "XA.1.7"}}
	s.Names = [][]string{nil, {"One", "Uno"}, {"Seven", "One"}}
	for i := range 1000 {
		s.Settlements = append(s.Settlements, Record{ID: 1000 + i, Name: fmt.Sprintf("Town %d", i), Area: "XA.1", District: "XA.1.7",
			Lat: -33.1234, Lon: 179.9876, Population: 5_000_000 / (i + 1), Rank: Seat2})
		s.Names = append(s.Names, []string{fmt.Sprintf("Town %d", i), fmt.Sprintf("Ville %d", i%10)})
	}
	var b bytes.Buffer
	if err := Write(&b, s); err != nil {
		t.Fatal(err)
	}
	table, err := Open(b.String())
	if err != nil || table.Len() != 1003 {
		t.Fatal(err, table.Len())
	}
	for i, names := range s.Names {
		for _, n := range names {
			if !finds(table, Fold(n), i) {
				t.Errorf("%q does not find record %d", n, i)
			}
		}
	}
	if got := table.Find("ville 3"); len(got) != 100 || got[0].Index != 6 || !got[0].Alternate {
		t.Errorf("ville 3: %v", got)
	}
	for _, missing := range []string{"", "a", "town", "town 9999", "zz", "one two"} {
		if got := table.Find(missing); got != nil {
			t.Errorf("%q: %v", missing, got)
		}
	}
	r := table.Record(3)
	if r.ID != 1000 || r.Country != "XA" || r.District != "XA.1.7" || r.Lat != -33.1234 || r.Lon != 179.9876 || r.Population < 4_990_000 {
		t.Errorf("%+v", r)
	}
	if p, ok := table.Province("XA.1"); !ok || p.Name != "One" {
		t.Errorf("%+v", p)
	}
	if _, ok := table.Province("XA.2"); ok {
		t.Error("found a province that is not there")
	}
}

func finds(t Table, key string, index int) bool {
	for _, h := range t.Find(key) {
		if h.Index == index {
			return true
		}
	}
	return false
}

func TestOpenRefuses(t *testing.T) {
	for _, bad := range []string{"", "DLG1", strings.Repeat("x", 100), "DLG1" + strings.Repeat("\x01\x00\x00\x00", 6)} {
		if _, err := Open(bad); err == nil {
			t.Errorf("%q opens", bad)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	s := Source{Settlements: []Record{{Name: "Nowhere", Area: "XX.9"}}, Names: [][]string{{"Nowhere"}}}
	if err := Write(&bytes.Buffer{}, s); err == nil {
		t.Error("a settlement in no area is written")
	}
}

// TestOpenErrors shows that a table that is cut short, of another version or damaged is refused.
func TestOpenErrors(t *testing.T) {
	var b bytes.Buffer
	names := [][]string{{"One"}, {"Town"}}
	if err := Write(&b, Source{Provinces: []Record{{Rank: Province, Code: "XA.1", Name: "One", Area: "XA.1"}},
		Settlements: []Record{{ID: 7, Name: "Town", Area: "XA.1"}}, Names: names}); err != nil {
		t.Fatal(err)
	}
	good := b.String()
	if _, err := Open(good); err != nil {
		t.Fatal(err)
	}
	older := good[:3] + "1" + good[4:]
	damaged := good[:len(good)-1] + "\xff"
	for data, want := range map[string]string{"": "no table", "DLG2": "no table", "<html>" + good: "no table", older: "version '1'",
		good[:len(good)-1]: "cut short", good + "x": "cut short", damaged: "damaged"} {
		if _, err := Open(data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", data, err, want)
		}
	}
}
