package place

import (
	"cmp"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// toponym is a gold place of a corpus: the words, and where they are.
type toponym struct {
	Phrase  string  `xml:"phrase"`
	Name    string  `xml:"name"`
	Lat     float64 `xml:"lat"`
	Lon     float64 `xml:"lon"`
	Tag     gazTag  `xml:"gaztag"`
	country string  // ISO, where the gold is a country
}

type gazTag struct {
	Code    string  `xml:"fcode"`
	Name    string  `xml:"name"`
	Lat     float64 `xml:"lat"`
	Lon     float64 `xml:"lon"`
	Country string  `xml:"country"`
}

type corpusFile struct {
	Articles []struct {
		LGL      []toponym `xml:"toponyms>toponym"`
		GeoVirus []toponym `xml:"locations>location"`
	} `xml:"article"`
}

// TestCorpora measures, with the gold words given, how many toponyms are placed within 161 km, and
// guards the figures. It is skipped where the corpora are not beside the checkout.
func TestCorpora(t *testing.T) {
	for _, c := range []struct {
		file  string
		floor float64 // per cent of the toponyms, with the report's countries
	}{{"lgl.xml", 70}, {"GeoVirus.xml", 90}} {
		articles := readCorpus(t, c.file)
		alone := score100(articles, false)
		both := score100(articles, true)
		t.Logf("%s: within 161 km %.1f %% one name at a time, %.1f %% with the report's countries", c.file, alone, both)
		if both < c.floor {
			t.Errorf("%s: %.1f %%, below %.0f %%", c.file, both, c.floor)
		}
	}
}

func readCorpus(t *testing.T, file string) [][]toponym {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "corpora", "geoparsing", file))
	if err != nil {
		t.Skip("no corpora beside the checkout")
	}
	var parsed corpusFile
	if err := xml.Unmarshal(data, &parsed); err != nil {
		t.Fatal(err)
	}
	var out [][]toponym
	for _, a := range parsed.Articles {
		out = append(out, gold(append(a.LGL, a.GeoVirus...)))
	}
	return out
}

func gold(all []toponym) []toponym {
	var out []toponym
	for _, g := range all {
		if g.Phrase == "" {
			g.Phrase = g.Name
		}
		if g.Tag.Name != "" {
			g.Lat, g.Lon = g.Tag.Lat, g.Tag.Lon
		}
		if strings.HasPrefix(g.Tag.Code, "PCL") {
			g.country, _ = ISO(g.Tag.Country)
		}
		if g.Lat != 0 || g.Lon != 0 {
			out = append(out, g)
		}
	}
	return out
}

func score100(articles [][]toponym, twice bool) float64 {
	right, all := 0, 0
	for _, gold := range articles {
		ctx := Context{}
		if twice {
			ctx.Countries = countriesOf(gold)
		}
		for _, g := range gold {
			r := world().find(read(g.Phrase), ctx)
			all++
			if r.ok() && isRight(r.best, g) {
				right++
			}
			if place := r.best.place(); r.ok() && twice {
				ctx.Near = append(ctx.Near, place)
			}
		}
	}
	return 100 * float64(right) / float64(all)
}

// countriesOf guesses a report's countries from a first look at its names: the most frequent first.
func countriesOf(gold []toponym) []string {
	count := map[string]int{}
	for _, g := range gold {
		if r := world().find(read(g.Phrase), Context{}); r.ok() && r.best.Country != "" {
			count[r.best.Country]++
		}
	}
	var out []string
	for iso := range count {
		out = append(out, iso)
	}
	slices.SortFunc(out, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	return out
}

func isRight(e Entry, g toponym) bool {
	if e.Precision == dateline.Country {
		return g.country == e.Country || g.country == "" && g.Tag.Name == "" && g.inCountry(e.Country)
	}
	if far := kilometres(e.Lat, e.Lon, g.Lat, g.Lon); far <= 161 || !e.isSettled() && far <= 600 && g.isNamed(e) {
		return true
	}
	return e.Lat == 0 && e.Lon == 0 && !strings.HasPrefix(g.Tag.Code, "P") && g.isNamed(e)
}

// isNamed reports whether the gold names an area as e does. A corpus gives a large area the point of
// its own choice: an area is right if it is the one of the name and the point is within 600 km.
func (g toponym) isNamed(e Entry) bool {
	name := gazetteer.Fold(cmp.Or(g.Tag.Name, g.Name))
	return slices.ContainsFunc(Lookup(name), func(o Entry) bool { return o.ID == e.ID })
}

// inCountry reports whether the gold name is the country's own, for a corpus that has points alone.
func (g toponym) inCountry(iso string) bool {
	found, ok := ISO(g.Name)
	return ok && found == iso
}
