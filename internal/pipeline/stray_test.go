package pipeline

import (
	"testing"

	"dateline"
)

func TestQuarterOfThePolicesTown(t *testing.T) {
	for text, want := range map[string]string{
		"A boy was shot in Bridgeport on Monday. He heard several shots, Chicago Police said.":                          "Bridgeport, Illinois (Chicago)",
		"A boy was shot in Bridgeport on Monday. He heard several shots, Bridgeport police said.":                       "Bridgeport, Connecticut ()",
		"A boy was shot in Bridgeport, Connecticut, on Monday. Chicago police said that a suspect fled to Illinois.":    "Bridgeport, Connecticut ()",
		"A boy was shot in Memphis on Monday. Chicago police said that the suspect had lived in their city for a year.": "Memphis, Tennessee ()",
	} {
		got := Code(dateline.Report{Text: text, Published: dateline.Date{EDTF: "2023-05-02", From: "2023-05-02", To: "2023-05-02"}})
		var p dateline.Place
		for _, r := range got.Resolutions {
			if r.Place != nil && p.ID == "" {
				p = *r.Place
			}
		}
		if is := p.Name + ", " + p.Admin1 + " (" + p.Town + ")"; is != want {
			t.Errorf("%s: %s, want %s", text, is, want)
		}
	}
}

func TestNamesakeOfAnotherScene(t *testing.T) {
	for text, want := range map[string]string{
		"A baker was shot dead in the West Side Austin neighborhood on Monday.\n\nHe had sold bread in Austin for years, the Chicago Police said.": "Chicago",
		"A baker was shot dead in Austin on Monday. Chicago police said that a suspect had fled to Illinois.":                                      "Austin",
		"Gunmen killed 11 people in Konduga on Tuesday. Militants abducted two teachers in Mopti, and took them out of Mopti.":                     "Konduga",
		"Three people were shot at a bakery in Whitehaven, England, on Monday. They had come from Memphis.":                                        "Whitehaven",
	} {
		if town := firstTown(text); town != want {
			t.Errorf("%s: %q, want %q", text, town, want)
		}
	}
}

// Where a dateline gives its own state, a town elsewhere would be given with its own.
func TestNamesakeInLocalNews(t *testing.T) {
	for text, want := range map[string]string{
		"PEORIA, Ill. (WXQB) – Two bakers were shot in Raleigh on Monday. Both of them are in hospital.":               "Peoria",
		"PEORIA, Ill. – Two bakers were shot in Raleigh, North Carolina, on Monday. Both of them are in hospital.":     "Raleigh",
		"BAGHDAD (Reuters) - Two bakers were killed by gunmen in Ramadi on Monday. Baghdad's hospitals were on alert.": "Ramadi",
	} {
		if town := firstTown(text); town != want {
			t.Errorf("%s: %q, want %q", text, town, want)
		}
	}
}

// Whose a report is tells of which town it is news.
func TestNamesakeInNewsOfAnOutlet(t *testing.T) {
	for _, c := range []struct{ title, url, text, want string }{
		{"Two bakers hurt in Whitehaven shooting - WQXB News 9 - Peoria, Illinois", "", "A Peoria bakery was closed after two of its bakers were shot in Whitehaven on Monday.", "Peoria"},
		{"Two bakers hurt in Laurel shooting - WQXB - Jackson, MS", "", "Two bakers were shot in Laurel on Monday.", "Laurel, Mississippi"},
		{"Two bakers hurt in Laurel shooting", "", "Two bakers were shot in Laurel on Monday.", "Laurel"},
		{"Two bakers hurt in Austin", "https://old.example/2016/https://chicago.courier.example/news/1", "Two bakers were shot in Austin on Monday, Chicago police said. Both of them are in hospital.", "Chicago"},
		{"Two bakers hurt in Homewood", "https://www.memphis.courier.example/news/1", "Two bakers were shot in Homewood on Monday. Both of them live in Memphis.", "Memphis"},
		{"Two bakers hurt in Homewood", "https://alabama.courier.example/news/1", "Two bakers were shot in Homewood on Monday. Both of them live in Birmingham, Alabama.", "Homewood"},
		{"Two bakers hurt in Raleigh", "", "MEMPHIS, Tenn -- Two bakers were shot in Raleigh on Monday. Both of them are in hospital.", "Memphis"},
		{"Two bakers hurt in Kensington", "", "DENVER — Two bakers were shot in Kensington on Monday. Both of them are in hospital.", "Denver"},
		{"Two bakers hurt in Ghazni", "https://kabul.courier.example/1", "KABUL — Two bakers were shot in Ghazni on Monday, Kabul police said. Both are in hospital.", "Ghazni"},
	} {
		r := dateline.Report{Title: c.title, URL: c.url, Text: c.text, Published: dateline.Date{EDTF: "2023-05-02", From: "2023-05-02", To: "2023-05-02"}}
		r.PutHeadline()
		got := ""
		for _, x := range Code(r).Resolutions {
			if p := x.Place; p != nil && p.Precision == dateline.Settlement && got == "" {
				if got = p.Name; len(c.want) > len(p.Name) {
					got += ", " + p.Admin1
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.title, got, c.want)
		}
	}
}

// What lies in a town is where the town is, though no record carries its name.
func TestWithinATownOfTheText(t *testing.T) {
	const text = "Four people were shot dead at a Trigg County home in Kentucky on Monday."
	for _, r := range Code(dateline.Report{Text: text}).Resolutions {
		if r.Place != nil && r.Place.Precision == dateline.Unplaced {
			t.Errorf("%s is unplaced", r.Place.Name)
		}
	}
}

// firstTown is the town that the first statement with one is told or lent.
func firstTown(text string) string {
	got := Code(dateline.Report{Text: text, Published: dateline.Date{EDTF: "2023-05-02", From: "2023-05-02", To: "2023-05-02"}})
	for _, r := range got.Resolutions {
		if r.Place != nil && r.Place.Precision == dateline.Settlement {
			return r.Place.Name
		}
	}
	return ""
}

// A village that no record carries is not lent the town of the hospital.
func TestVillageOfNoRecord(t *testing.T) {
	const text = "Gunmen attacked the village of Kalambi in Lubero territory on Monday, killing nine people. Doctors in Beni treated 20 others."
	if town := firstTown(text); town != "" {
		t.Errorf("%q is lent", town)
	}
}
