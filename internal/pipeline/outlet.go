package pipeline

import (
	"regexp"
	"slices"
	"strings"
	"sync"

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
	host, _ := address(r)
	return squeezed(siteName(r) + r.Publisher + host)
}

// address is the host of a report's address, of an archive's copy the page's own, and the first part of its path.
func address(r dateline.Report) (host, section string) {
	host, path, _ := strings.Cut(strings.TrimLeft(r.URL[strings.LastIndex(r.URL, "://")+1:], "/"), "/")
	section, _, _ = strings.Cut(path, "/")
	return host, section
}

func squeezed(words string) string { return strings.ToLower(strings.ReplaceAll(words, " ", "")) }

// outletTown is the town that the name of a report's site gives with its area, or that its address is named after; nil if there is none: 'Action
// News 5 - Memphis, Tennessee', 'memphis.courier.example'.
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
	return addressTown(r)
}

// addressTown is the well-known town that the host of a report's address is named after, or the first part of its path is, nil if there is none.
func addressTown(r dateline.Report) *dateline.Place {
	if r.URL == "" {
		return nil
	}
	host, section := address(r)
	host, section = strings.ToLower(host), strings.ToLower(section)
	for _, t := range addressTowns() {
		if strings.Contains(host, t.word) || section == t.word {
			return &t.town
		}
	}
	return nil
}

// commonTown is how many people live in a town that is known by a name that is a common word or a person's, too.
const commonTown = 500_000

// addressed is a town by its name as addresses have it.
type addressed struct {
	word string
	town dateline.Place
}

// addressTowns lists the towns that are known by their name alone, of countries whose news gives a town elsewhere with its state: the longest
// name first, none that another of a third of its people or a first-order area has, and none of a common word but the largest.
var addressTowns = sync.OnceValue(func() []addressed {
	var out []addressed
	people := map[string]int{}
	for _, e := range place.Towns(smallTown / 3) {
		word := squeezed(e.Name)
		if len(word) < 5 {
			continue
		}
		if people[word] == 0 && e.Population >= smallTown && stated[strings.ToLower(e.Country)] && areaOf(e.Name) == nil && (e.Population >= commonTown || !place.Common(e.Name)) {
			out = append(out, addressed{word, e.Place()})
		}
		if people[word] > 0 && 3*e.Population > people[word] {
			out = slices.DeleteFunc(out, func(a addressed) bool { return a.word == word })
		}
		people[word] = max(people[word], e.Population)
	}
	slices.SortStableFunc(out, func(a, b addressed) int { return len(b.word) - len(a.word) })
	return out
})

var siteTown = regexp.MustCompile(`((?:[A-Z0-9][\pL\d.]* ){0,4}[A-Z][\pL.]+), ?([A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2})\b`)
