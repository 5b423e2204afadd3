package eval

import (
	"slices"
	"strings"
	"testing"

	"dateline"
)

func TestWhatIsReadOfAnArticle(t *testing.T) {
	person := func(role dateline.Role, name string, e dateline.Effect) codedPart {
		return codedPart{Role: role, Text: name, Name: codedWords{Text: name}, Effect: e}
	}
	day := &codedDay{EDTF: "2021-03-07", From: "2021-03-07", To: "2021-03-07"}
	town := &codedPlace{Name: "Aden", Country: "YE", Admin1: "Aden", Precision: dateline.Settlement}
	got := hrdsOf(codedForm{Statements: []codedStatement{
		{Kind: dateline.Arrest, Reality: dateline.Happened, Parts: []codedPart{person(dateline.Arrested, "Lina Haddad", ""), {Role: dateline.PlaceRole, Place: town}}},
		{Kind: dateline.Attack, Reality: dateline.Happened, Background: true, Parts: []codedPart{person(dateline.Victim, "Haddad", dateline.Death), {Role: dateline.DateRole, Date: day}}},
		{Kind: dateline.Abduction, Reality: dateline.Planned, Parts: []codedPart{person(dateline.Victim, "Omar Nasser", "")}},
		{Kind: dateline.Torture, Reality: dateline.NotHappened, Parts: []codedPart{{Role: dateline.Perpetrator, Text: "guards"}}},
		{Kind: dateline.Threat, Reality: dateline.Threatened},
	}})
	for _, v := range []string{"arbitrary detention", "killing", "other"} {
		if !got.violations[v] {
			t.Errorf("no %s", v)
		}
	}
	if len(got.violations) != 3 || got.perpetrator || strings.Join(got.victims, ";") != "Lina Haddad" {
		t.Errorf("%+v", got)
	}
	if !slices.Contains(got.city, "Aden") || got.country != "YE" || got.year != "2021" || got.month != "03" || got.day != "07" {
		t.Errorf("%+v", got)
	}
	school := &codedPlace{Name: "the school", Precision: dateline.Unplaced}
	province := &codedPlace{Name: "Shabwa", Country: "YE", Precision: dateline.Province}
	if got := hrdsOf(codedForm{Statements: []codedStatement{{Kind: dateline.Arrest, Reality: dateline.Happened,
		Parts: []codedPart{{Role: dateline.PlaceRole, Place: school}, {Role: dateline.PlaceRole, Place: province}}}}}); !slices.Contains(got.city, "Shabwa") {
		t.Errorf("%v: words that name no place are no city", got.city)
	}
	if none := hrdsOf(codedForm{}); !none.violations["unknown"] {
		t.Error("nothing is not unknown")
	}
}

func TestNamesOfOnePerson(t *testing.T) {
	for pair, want := range map[string]bool{
		"Lina Haddad|Haddad": true, "Lina Haddad|Lina Hadad": true, "Lina Haddad|Omar Haddad": false, "Lina Haddad|Lina Nasser": false,
		"Maria del Carmen Ruiz|Maria Ruiz": true, "Dr. Haddad|Haddad": true, "Lina|": false,
	} {
		a, b, _ := strings.Cut(pair, "|")
		if sameName(a, b) != want || sameName(b, a) != want {
			t.Errorf("%s: not %v", pair, want)
		}
	}
}

func TestHongKongIsInChina(t *testing.T) {
	china := "China"
	var s hrdsScore
	s.add(hrdsGold{Country: &china}, hrdsRead{country: "HK"})
	s.add(hrdsGold{Country: &china}, hrdsRead{country: "TW"})
	if s.country != (share{1, 2}) {
		t.Errorf("%+v", s.country)
	}
}

func TestArticleScore(t *testing.T) {
	name, month, city, country := "Lina Hadad", "March", "Aden", "Yemen"
	var s hrdsScore
	g := hrdsGold{Perpetrator: true, Violations: []string{"killing", "torture"}, Month: &month, City: &city, Country: &country}
	g.Victims = append(g.Victims, struct {
		Name *string `json:"victim_name"`
	}{&name})
	s.add(g, hrdsRead{violations: map[string]bool{"killing": true, "other": true}, victims: []string{"Haddad", "Omar Nasser"}, month: "03", country: "YE"})
	if s.all.f1() != 0.5 || s.victims.precision() != 0.5 || s.victims.recall() != 1 || s.perpetrator.right != 0 ||
		s.month.right != 1 || s.country.right != 1 || s.city != (share{0, 1}) || s.day.all != 0 {
		t.Errorf("%+v", s)
	}
}
