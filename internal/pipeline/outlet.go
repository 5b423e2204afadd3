package pipeline

import (
	"regexp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
)

// siteName is the name that a report's title gives its site, areas of a country written out: 'Columbus, Georgia News'.
func siteName(r dateline.Report) string {
	return siteArea.ReplaceAllStringFunc(r.Site(), func(words string) string {
		if p := areaOf(strings.TrimLeft(words, ", ")); p != nil {
			return ", " + p.Name
		}
		return words
	})
}

// siteArea is what the name of a site gives behind a town: 'Memphis, Tennessee', 'Columbus, GA'.
var siteArea = regexp.MustCompile(`, ?[A-Z][\pL.]*`)

// areaOf is the first-order area of a country that words name in full or in short, nil for none.
func areaOf(words string) *place.Entry {
	for _, e := range slices.Concat(place.Lookup(words), place.Lookup(words+".")) {
		if e.Precision == dateline.Province {
			return &e
		}
	}
	return nil
}

// outlet is whose a report is, in small letters without spaces: its site's name, its publisher and the host of its address.
func outlet(r dateline.Report) string {
	host := r.URL[strings.LastIndex(r.URL, "://")+1:] // of an archive's copy, the page's own
	host, _, _ = strings.Cut(strings.TrimLeft(host, "/"), "/")
	return squeezed(siteName(r) + r.Publisher + host)
}

func squeezed(words string) string { return strings.ToLower(strings.ReplaceAll(words, " ", "")) }

// outletTown is the town that the name of a report's site gives with its area, nil if it gives none: 'Action News 5 - Memphis, Tennessee'.
func outletTown(r dateline.Report) *dateline.Place {
	for _, m := range siteTown.FindAllStringSubmatch(r.Site(), -1) {
		area := areaOf(m[2])
		if area == nil {
			continue
		}
		for words := m[1]; words != ""; _, words, _ = strings.Cut(words, " ") {
			for _, e := range place.Lookup(words) {
				if e.Precision == dateline.Settlement && e.Country == area.Country && e.Admin1 == area.Admin1 {
					p := e.Place()
					return &p
				}
			}
		}
	}
	return nil
}

var siteTown = regexp.MustCompile(`((?:[A-Z0-9][\pL\d.]* ){0,4}[A-Z][\pL.]+), ?([A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2})\b`)
