package place

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dateline"
)

// featureSorts are the sorts of features.txt: what is small enough for a point, and what is not.
var featureSorts = map[string]dateline.Precision{
	"airport": dateline.Site, "base": dateline.Site, "camp": dateline.Site, "crossing": dateline.Site, "dam": dateline.Site,
	"mountain": dateline.Site, "plant": dateline.Site, "port": dateline.Site, "prison": dateline.Site, "site": dateline.Site,
	"bay": dateline.Region, "canal": dateline.Region, "cape": dateline.Region, "desert": dateline.Region, "forest": dateline.Region,
	"island": dateline.Region, "lake": dateline.Region, "mountains": dateline.Region, "ocean": dateline.Region, "park": dateline.Region,
	"peninsula": dateline.Region, "plain": dateline.Region, "reef": dateline.Region, "river": dateline.Region, "road": dateline.Region,
	"sea": dateline.Region, "strait": dateline.Region, "valley": dateline.Region,
}

// addFeature reads a line of features.txt.
func (a *atlas) addFeature(f line) error {
	e := Entry{ID: "feature:" + f[0], Name: f[1], Precision: featureSorts[f[3]], countries: strings.Fields(f[4])}
	if e.Precision == "" {
		return fmt.Errorf("feature %s: unknown sort %q", f[0], f[3])
	}
	if err := a.checkCountries(e.countries); err != nil {
		return err
	}
	if len(e.countries) == 1 {
		e.Country = e.countries[0]
	}
	if f[5] != "" {
		r, ok := a.table.Province(f[5])
		if !ok {
			return fmt.Errorf("feature %s: unknown area %q", f[0], f[5])
		}
		e.area, e.Admin1 = r.Code, a.provinceNames[r.Index]
	}
	at := strings.Fields(f[6])
	if len(at) != 2 {
		return fmt.Errorf("feature %s: want a latitude and a longitude", f[0])
	}
	var err, err2, err3 error
	e.Lat, err = strconv.ParseFloat(at[0], 64)
	e.Lon, err2 = strconv.ParseFloat(at[1], 64)
	e.ReachKm, err3 = strconv.Atoi(f[7])
	if err != nil || err2 != nil || err3 != nil || math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 || e.ReachKm < 1 {
		return fmt.Errorf("feature %s: coordinates or reach unreadable", f[0])
	}
	a.add(e, append([]string{f[1]}, list(f[2])...))
	return nil
}
