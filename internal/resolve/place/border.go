package place

import (
	"slices"
	"strings"

	"dateline"
)

// isBorder reports whether ts names a border, not a 'border town'.
func isBorder(ts []token) bool {
	for i, t := range ts {
		if t.key != "border" && t.key != "borders" && t.key != "frontier" && t.key != "borderlands" && t.key != "borderland" {
			continue
		}
		if i+1 == len(ts) || !settlementWords[ts[i+1].key] && !provinceWords[ts[i+1].key] && !siteWords[ts[i+1].key] &&
			!districtWords[ts[i+1].key] && ts[i+1].key != "guard" && ts[i+1].key != "police" {
			return true
		}
	}
	return false
}

// resolveBorder places a border in the countries that its words name: a region without a point. Of
// one country's border with another, the first is the country of the place.
func (a *atlas) resolveBorder(p phrase) dateline.Resolution {
	var codes []string
	for i := 0; i < len(p.border); {
		iso, n := a.countryAt(p.border[i:])
		if iso != "" && !slices.Contains(codes, iso) {
			codes = append(codes, iso)
		}
		i += n
	}
	if len(codes) == 0 {
		return describe(p, "a border, and no country in the words")
	}
	place := dateline.Place{Name: borderName(a, codes), Precision: dateline.Region}
	if i := indexKey(p.border, "'s"); i > 0 || len(codes) == 1 && indexKey(p.border, "with") < 0 { // who says 'the border with Niger' speaks of a place outside Niger or on it
		place.Country = codes[0]
	}
	sorted := slices.Sorted(slices.Values(codes))
	place.ID = "border:" + strings.Join(sorted, "-")
	return dateline.Resolution{State: dateline.Known, Score: 0.85, Place: &place,
		Why: "a border: a strip, drawn as no point; countries " + strings.Join(sorted, ", ")}
}

func borderName(a *atlas, codes []string) string {
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = a.countryNames[c]
	}
	if len(names) == 1 {
		return "border of " + names[0]
	}
	return strings.Join(names, "–") + " border"
}

// countryAt reads a country or a people at the front of ts, of up to five words; n is how many
// words it took, at least 1. Of 'Afghanistan-Pakistani' it reads the first and leaves the second.
func (a *atlas) countryAt(ts []token) (iso string, n int) {
	for n = min(5, len(ts)); n > 0; n-- {
		written := join(ts[:n])
		if iso, ok := ISO(written); ok {
			return iso, n
		}
		if p, ok := a.people(written); ok && p.iso != "" {
			return p.iso, n
		}
	}
	if first, second, ok := strings.Cut(strings.ReplaceAll(ts[0].text, "–", "-"), "-"); ok && first != "" && second != "" {
		iso, _ = a.countryAt([]token{newToken(first, false)})
		ts[0] = newToken(second, false)
		if iso != "" {
			return iso, 0
		}
		return a.countryAt(ts[:1])
	}
	return "", 1
}
