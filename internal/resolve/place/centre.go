package place

import (
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"

	"dateline"
)

// readCentres reads places/centres.txt: the middles of countries, regions and the
// largest first-order areas, several a line. How far a
// country reaches is worked out from its first-order areas.
func (a *atlas) readCentres(files fs.FS) error {
	at := map[string]int{}
	for i, e := range a.entries {
		_, slug, _ := strings.Cut(e.ID, ":")
		at[slug] = i
	}
	reach := a.reaches()
	return eachText(files, "places/centres.txt", func(row string) error {
		for _, entry := range split(row, "|") {
			if err := a.addCentre(strings.Fields(entry), at, reach); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *atlas) addCentre(f []string, at map[string]int, reach map[string]func(lat, lon float64) int) error {
	if len(f) < 3 || len(f) > 4 {
		return fmt.Errorf("centre %v: want a code, a latitude, a longitude and perhaps a reach", f)
	}
	i, ok := at[f[0]]
	r, area := a.table.Province(f[0])
	lat, err := strconv.ParseFloat(f[1], 64)
	lon, err2 := strconv.ParseFloat(f[2], 64)
	if !ok && !area || err != nil || err2 != nil || math.Abs(lat) > 90 || math.Abs(lon) > 180 {
		return fmt.Errorf("centre %v: nothing has that code, or no coordinates", f)
	}
	if area {
		a.provinceCentres[r.Index] = [2]float64{lat, lon}
		for i := range a.entries {
			if a.entries[i].ID == "admin1:"+f[0] {
				a.entries[i].Lat, a.entries[i].Lon = lat, lon
			}
		}
		return nil
	}
	e := &a.entries[i]
	e.Lat, e.Lon = lat, lon
	if len(f) == 4 {
		e.ReachKm, err = strconv.Atoi(f[3])
		return err
	}
	e.ReachKm = 20
	if far := reach[e.Country]; far != nil && e.Precision == dateline.Country {
		e.ReachKm = max(e.ReachKm, far(lat, lon))
	}
	return nil
}

// reaches gives for each country how far the farthest of its first-order areas is from a point, in kilometres.
func (a *atlas) reaches() map[string]func(lat, lon float64) int {
	type point struct{ lat, lon float64 }
	areas := map[string][]point{}
	for i := range a.table.Provinces() {
		if r := a.table.Record(i); r.Lat != 0 || r.Lon != 0 {
			areas[r.Country] = append(areas[r.Country], point{r.Lat, r.Lon})
		}
	}
	out := map[string]func(lat, lon float64) int{}
	for iso, points := range areas {
		out[iso] = func(lat, lon float64) int {
			far := 0.0
			for _, p := range points {
				far = max(far, kilometres(lat, lon, p.lat, p.lon))
			}
			return int(far)
		}
	}
	return out
}
