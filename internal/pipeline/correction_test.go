package pipeline

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// corrected writes what a correction was read as, or what is wrong with it and what is near.
func corrected(role dateline.Role, value string) string {
	s := dateline.Statement{ID: "s", Parts: []dateline.Part{{Role: role}}}
	near := []dateline.Resolution{{Statement: "s", Place: &dateline.Place{Country: "NG"}}}
	m, err := Corrected(&dateline.Report{Published: dateline.Date{EDTF: "2024-04-02", From: "2024-04-02", To: "2024-04-02"}}, &s, near, 0, value)
	var bad *BadValue
	switch {
	case errors.As(err, &bad):
		return bad.Error() + " | " + strings.Join(bad.Near, "; ")
	case m.Actor != "":
		return m.Actor
	case m.Place != nil:
		return m.Place.ID + " " + string(m.Place.Precision)
	case m.Date != nil:
		return m.Date.From + " to " + m.Date.To
	case m.Count != nil:
		return m.Count.String()
	}
	return "unknown"
}

func TestCorrected(t *testing.T) {
	for _, c := range []struct {
		role        dateline.Role
		value, want string
	}{
		{dateline.PlaceRole, "Konduga", "geonames:2334044 settlement"},
		{dateline.PlaceRole, "near Konduga", "geonames:2334044 near"},
		{dateline.PlaceRole, "Konduga, Borno", "geonames:2334044 settlement"},
		{dateline.PlaceRole, "geonames:2334044", "geonames:2334044 settlement"},
		{dateline.PlaceRole, "Nigeria", "iso:NG country"},
		{dateline.PlaceRole, "Kondugaa", `"Kondugaa" is no place of the gazetteer | Konduga [geonames:2334044]`},
		{dateline.PlaceRole, "Qqzzxx", `"Qqzzxx" is no place of the gazetteer | `},
		{dateline.PlaceRole, "Springfield", `"Springfield" is the name of several places: write the identifier of one, or its province behind it | Springfield, Illinois, United States [geonames:4250542]; Springfield, Missouri, United States [geonames:4409896]; Springfield, Massachusetts, United States [geonames:4951788]; Springfield, Ohio, United States [geonames:4525353]; Springfield, Oregon, United States [geonames:5754005]`},
		{dateline.DateRole, "2024-03-12", "2024-03-12 to 2024-03-12"},
		{dateline.DateRole, "2024-03", "2024-03-01 to 2024-03-31"},
		{dateline.DateRole, "12 March", `"12 March" is no date: write it as 2024-03-12, 2024-03, 2024 or 2024-03-10/2024-03-12 (EDTF) | 2024-03-12`},
		{dateline.DateRole, "2024-02-31", `"2024-02-31" is no date: write it as 2024-03-12, 2024-03, 2024 or 2024-03-10/2024-03-12 (EDTF) | `},
		{dateline.KilledRole, "at least 11", "11 or more"},
		{dateline.KilledRole, "11-14", "11–14"},
		{dateline.KilledRole, "0", "0"},
		{dateline.KilledRole, "many", `"many" is no number: write it as 11, 'at least 11', 'up to 20' or 11-14 | `},
		{dateline.Perpetrator, "boko-haram", "boko-haram"},
		{dateline.Perpetrator, "boko haram", "boko-haram"},
		{dateline.Perpetrator, "police of Nigeria", "state:NG:police"},
		{dateline.Perpetrator, "Boko Harm", `"Boko Harm" is no actor that a record or a state's bodies have | Boko Haram; boko haram; boko-haram`},
		{dateline.Victim, "14", "14"},
		{dateline.Victim, "boko-haram", "boko-haram"},
		{dateline.Perpetrator, UnknownValue, "unknown"},
		{dateline.Weapon, "a bomb", `"a bomb" cannot stand for a weapon: its words mean nothing beyond themselves; accept or reject it | `},
	} {
		if got := corrected(c.role, c.value); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.role, c.value, got, c.want)
		}
	}
}

func TestCorrectedKind(t *testing.T) {
	if k, err := CorrectedKind("Suicide Bombing"); k != dateline.SuicideBombing || err != nil {
		t.Errorf("%s, %v", k, err)
	}
	_, err := CorrectedKind("bombin")
	var bad *BadValue
	if !errors.As(err, &bad) || !slices.Contains(bad.Near, "bombing") {
		t.Errorf("%v", err)
	}
}
