package place

import (
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"dateline"
	"dateline/internal/resolve/place/gazetteer"
)

// atlas is all that is known: the table, and data/places parsed.
type atlas struct {
	table           gazetteer.Table
	hamlets         int     // index in the table of the first hamlet: they come last
	entries         []Entry // of the supplement
	names           map[string][]name
	provinceNames   []string           // by index in the table
	provinceCentres map[int][2]float64 // by index in the table, where the table's is not good enough
	settlementNames map[int]string     // by index in the table
	peoples         map[string]people  // by folded adjective or noun
	seats           map[string]string  // folded seat of government to ISO
	capitals        map[string]string  // ISO to the name of its first seat
	countryNames    map[string]string  // by ISO
	common          map[string]bool    // words that need support; true: from the same words
	towns           sync.Map           // by the ID of a quarter, the name of the town that it is of: see townOf
}

// name is one name of entries[entry].
type name struct {
	entry     int
	alternate bool
	form      form
}

// people is whom an adjective or noun belongs to: a country, or an entry that is none.
type people struct {
	iso   string
	entry int // -1 for a country
	shout bool
}

// newAtlas reads places/*.txt of files. Its errors name file and line.
func newAtlas(table gazetteer.Table, files fs.FS) (*atlas, error) {
	a := &atlas{
		table: table, names: map[string][]name{}, provinceNames: make([]string, table.Provinces()), settlementNames: map[int]string{}, provinceCentres: map[int][2]float64{}, peoples: map[string]people{},
		seats: map[string]string{}, capitals: map[string]string{}, countryNames: map[string]string{}, common: map[string]bool{},
	}
	for i := range a.provinceNames {
		a.provinceNames[i] = table.Record(i).Name
	}
	a.hamlets = sort.Search(table.Len(), func(i int) bool { return table.Record(i).ID >= gazetteer.Postal })
	for _, part := range []struct {
		file  string
		width []int // how many fields a line may have
		add   func(line) error
	}{
		{"countries", []int{5}, a.addCountry}, {"continents", []int{5}, a.addContinent},
		{"provinces", []int{3}, a.addProvince}, {"regions", []int{6}, a.addRegion},
		{"settlements", []int{2, 7}, a.addSettlement}, {"features", []int{8}, a.addFeature}, {"common", []int{1}, a.addCommon},
	} {
		if err := eachLine(files, "places/"+part.file+".txt", part.width, part.add); err != nil {
			return nil, err
		}
	}
	return a, a.readCentres(files)
}

// line is the fields of one entry of a file, without blanks around them.
type line []string

func eachLine(files fs.FS, path string, width []int, add func(line) error) error {
	return eachText(files, path, func(row string) error {
		fields := split(row, "|")
		if !slices.Contains(width, len(fields)) {
			return fmt.Errorf("%d fields", len(fields))
		}
		return add(fields)
	})
}

// eachText hands on the lines of a file that are neither empty nor comments. Errors name the line.
func eachText(files fs.FS, path string, take func(row string) error) error {
	text, err := fs.ReadFile(files, path)
	if err != nil {
		return err
	}
	no := 0
	for row := range strings.Lines(string(text)) {
		no++
		row = strings.TrimSpace(row)
		if row == "" || row[0] == '#' {
			continue
		}
		if err := take(row); err != nil {
			return fmt.Errorf("%s:%d: %w", path, no, err)
		}
	}
	return nil
}

func split(s, sep string) []string {
	parts := strings.Split(s, sep)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// list parts a field at its commas; an empty field is no names.
func list(field string) []string {
	if field == "" {
		return nil
	}
	return split(field, ",")
}

// add keeps e under its names, the first of which is the main one.
func (a *atlas) add(e Entry, names []string) int {
	a.entries = append(a.entries, e)
	i := len(a.entries) - 1
	for j, n := range names {
		key := gazetteer.Fold(strings.TrimPrefix(n, "the "))
		if !slices.ContainsFunc(a.names[key], func(o name) bool { return o.entry == i && o.form == formOf(n) }) {
			a.names[key] = append(a.names[key], name{entry: i, alternate: j > 0, form: formOf(n)})
		}
	}
	return i
}

// isShout reports whether name is short and in capitals alone, as 'U.S.' and 'DRC' are.
func isShout(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 0 && letters <= 5
}

func (a *atlas) addPeoples(field, iso string, entry int) {
	for _, n := range list(field) {
		key := gazetteer.Fold(n)
		if _, taken := a.peoples[key]; !taken {
			a.peoples[key] = people{iso, entry, isShout(n)}
		}
	}
}

func (a *atlas) addCountry(f line) error {
	iso := f[0]
	if len(iso) != 2 || a.countryNames[iso] != "" {
		return fmt.Errorf("country %q: no ISO code, or twice", iso)
	}
	a.countryNames[iso] = f[1]
	a.add(Entry{ID: "iso:" + iso, Name: f[1], Country: iso, Precision: dateline.Country}, append([]string{f[1]}, list(f[2])...))
	a.addPeoples(f[3], iso, -1)
	for i, seat := range list(f[4]) {
		a.seats[gazetteer.Fold(seat)] = iso
		if i == 0 {
			a.capitals[iso] = seat
		}
	}
	return nil
}

func (a *atlas) addContinent(f line) error {
	countries := strings.Fields(f[4])
	if err := a.checkCountries(countries); err != nil {
		return err
	}
	e := Entry{ID: "area:" + f[0], Name: f[1], Precision: dateline.Continent, countries: countries}
	a.addPeoples(f[3], "", a.add(e, append([]string{f[1]}, list(f[2])...)))
	return nil
}

func (a *atlas) checkCountries(codes []string) error {
	for _, c := range codes {
		if a.countryNames[c] == "" {
			return fmt.Errorf("unknown country %q", c)
		}
	}
	return nil
}

func (a *atlas) addProvince(f line) error {
	r, ok := a.table.Province(f[0])
	if !ok {
		return fmt.Errorf("unknown area %q", f[0])
	}
	names := list(f[1])
	a.provinceNames[r.Index] = names[0]
	a.addPeoples(f[2], "", a.add(a.entry(r.Index), names))
	return nil
}

func (a *atlas) addRegion(f line) error {
	e := Entry{ID: "area:" + f[0], Name: f[1], Precision: dateline.Region, countries: strings.Fields(f[4]), area: f[5]}
	if err := a.checkCountries(e.countries); err != nil {
		return err
	}
	if len(e.countries) == 1 {
		e.Country = e.countries[0]
	}
	if e.area != "" {
		r, ok := a.table.Province(e.area)
		if !ok {
			return fmt.Errorf("unknown area %q", e.area)
		}
		e.Lat, e.Lon, e.Admin1 = r.Lat, r.Lon, a.provinceNames[r.Index]
	}
	a.addPeoples(f[3], "", a.add(e, append([]string{f[1]}, list(f[2])...)))
	return nil
}

func (a *atlas) addSettlement(f line) error {
	if len(f) == 2 {
		return a.addNames(f)
	}
	r, ok := a.table.Province(f[3])
	lat, err := strconv.ParseFloat(f[4], 64)
	lon, err2 := strconv.ParseFloat(f[5], 64)
	people, err3 := strconv.Atoi(f[6])
	if !ok || err != nil || err2 != nil || err3 != nil {
		return fmt.Errorf("settlement %s: area, coordinates or people unreadable", f[0])
	}
	e := Entry{ID: "place:" + f[0], Name: f[1], Country: r.Country, Admin1: a.provinceNames[r.Index],
		Precision: dateline.Settlement, Lat: lat, Lon: lon, Population: people, area: r.Code}
	a.add(e, append([]string{f[1]}, list(f[2])...))
	return nil
}

// addNames gives more names to a record of the table.
func (a *atlas) addNames(f line) error {
	id, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	r, ok := a.table.Settlement(id)
	if !ok {
		return fmt.Errorf("no settlement %d", id)
	}
	names := list(f[1])
	a.settlementNames[r.Index] = names[0]
	a.add(a.entry(r.Index), names)
	return nil
}

func (a *atlas) addCommon(f line) error {
	words := strings.Fields(f[0])
	strict := words[0] == "!"
	for _, w := range words {
		a.common[strings.ReplaceAll(w, "_", " ")] = strict
	}
	delete(a.common, "!")
	return nil
}
