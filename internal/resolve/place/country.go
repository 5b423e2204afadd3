package place

import (
	"strings"

	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// CountryName returns the name that pages show for an ISO 3166-1 alpha-2 code, and "" for none.
func CountryName(iso string) string { return world().countryNames[iso] }

// ISO returns the code of the country with this name or alias: 'Ivory Coast', 'the U.S.', 'DRC'.
// A name of two countries ('Congo') gives neither.
func ISO(name string) (string, bool) {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	a, found := world(), ""
	for _, n := range a.names[gazetteer.Fold(name)] {
		e := a.entries[n.entry]
		if e.Precision != dateline.Country || !n.form.fits(name) {
			continue
		}
		if found != "" && found != e.Country {
			return "", false
		}
		found = e.Country
	}
	return found, found != ""
}

// Demonym returns the country of an adjective or a people: 'Iranian', 'Afghans', 'U.S.'. It gives
// none for a people of several countries or of a part of one.
func Demonym(word string) (iso string, ok bool) {
	p, ok := world().people(word)
	return p.iso, ok && p.iso != ""
}

func (a *atlas) people(word string) (people, bool) {
	if gazetteer.MixedScripts(word) {
		return people{}, false
	}
	var room [64]byte
	p, ok := a.peoples[string(gazetteer.AppendFold(room[:0], word))]
	if !ok || p.shout && !isShout(word) {
		return people{}, false
	}
	return p, true
}

// Government returns the country whose government the name of a place may stand for, as in
// 'Moscow blamed': capitals and seats, such as 'Kremlin'. Whether the words mean the government
// or the town is for the caller to decide. A name in small letters is none.
func Government(name string) (iso string, ok bool) {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	if name == strings.ToLower(name) {
		return "", false
	}
	iso, ok = world().seats[gazetteer.Fold(name)]
	return iso, ok
}
