package place

import (
	"math"
	"strings"
	"testing"

	"dateline"
)

// TestOffset holds where a distance and a side put a point, and how far it may be off.
func TestOffset(t *testing.T) {
	for words, want := range map[string]struct {
		of          string
		north, east float64 // km from it
		radius      int
		precision   dateline.Precision
	}{
		"30 km south of Mosul":                     {"Mosul", -30, 0, 9_000, dateline.Near},
		"a village 30 kilometres south of Mosul":   {"Mosul", -30, 0, 9_000, dateline.Near},
		"about 75 km (47 miles) north of Timbuktu": {"Timbuktu", 75, 0, 22_500, dateline.Near},
		"20 miles northeast of Konduga":            {"Konduga", 22.75, 22.75, 9_654, dateline.Near},
		"8 km west of the city of Idlib":           {"Idlib", 0, -8, 5_000, dateline.Near},
		"30 km from Mosul":                         {"Mosul", 0, 0, 36_000, dateline.Near},
		"the outskirts of Idlib":                   {"Idlib", 0, 0, 9_600, dateline.Near},
		"near Idlib":                               {"Idlib", 0, 0, 25_000, dateline.Near},
	} {
		got, of := Resolve(words, Context{}).Place, Resolve(want.of, Context{}).Place
		north := (got.Lat - of.Lat) * 111.2
		east := (got.Lon - of.Lon) * 111.2 * math.Cos(of.Lat*math.Pi/180)
		if math.Abs(north-want.north) > 0.3 || math.Abs(east-want.east) > 0.3 || got.RadiusM != want.radius || got.Precision != want.precision {
			t.Errorf("%s: %.1f north, %.1f east, %+v", words, north, east, got)
		}
	}
	if far := Resolve("600 km south of Mosul", Context{}).Place; far.Precision != dateline.Region || far.Lat != 0 {
		t.Errorf("600 km: %+v", far)
	}
}

// TestAreasHaveNoPoint holds what is an area and stays one.
func TestAreasHaveNoPoint(t *testing.T) {
	for words, id := range map[string]string{
		"off the coast of Yemen":         "iso:YE/part",
		"between Kirkuk and Mosul":       "geonames:94787/between",
		"the Maiduguri-Damaturu road":    "geonames:2331447/between",
		"the Kabul-Kandahar highway":     "geonames:1138958/between",
		"the road between Gao and Kidal": "geonames:2457163/between",
		"the border of Mali and Niger":   "border:ML-NE",
		"northern Nigeria":               "iso:NG/north",
		"the shores of Lake Chad":        "feature:lake-chad",
		"the Mediterranean":              "area:mediterranean",
	} {
		got := Resolve(words, Context{}).Place
		if got.ID != id || got.Precision.Pointed() || got.Lat != 0 {
			t.Errorf("%s: %+v", words, got)
		}
	}
}

// TestSideOfTheOwner holds that a side between a country and its province says where in the country the province is.
func TestSideOfTheOwner(t *testing.T) {
	for words, want := range map[string]dateline.Precision{
		"Nigeria's northwestern Zamfara state":     dateline.Province,
		"Colombia's southern Cauca department":     dateline.Province,
		"northwestern Zamfara state":               dateline.Region,
		"Nigeria's northwestern city of Sokoto":    dateline.Settlement,
		"the northwest of Nigeria's Zamfara state": dateline.Region,
	} {
		if got := Resolve(words, Context{}).Place; got == nil || got.Precision != want {
			t.Errorf("%s: %+v, want %s", words, got, want)
		}
	}
}

// TestCommonNames holds that names of hotels, groups and persons are no places without support.
func TestCommonNames(t *testing.T) {
	for _, words := range []string{"Luna", "the Shangri-La", "the Shangri-La hotel", "Victory", "March"} {
		if r := Resolve(words, Context{}); r.Place.ID != "" {
			t.Errorf("%s: %+v, %s", words, r.Place, r.Why)
		}
	}
	if r := Resolve("Shangri-La, Yunnan", Context{}); r.Place.Country != "CN" || !strings.Contains(r.Why, "the words say where") {
		t.Errorf("%+v %s", r.Place, r.Why)
	}
}
