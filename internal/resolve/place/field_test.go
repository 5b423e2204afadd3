package place

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestFieldPlaces measures on the places of a conflict data set ('Zamalka town', 'Idlib
// governorate'), given the country: how many of the exactly known ones are found, and how many of
// those found lie within 25 km. It is skipped where the corpus is not beside the checkout.
func TestFieldPlaces(t *testing.T) {
	rows := fieldRows(t)
	placed, right, all := 0, 0, 0
	for _, row := range rows {
		iso, ok := ISO(strings.Split(row["country"], " (")[0])
		if !ok || row["where_prec"] != "1" {
			continue
		}
		all++
		r := world().find(read(row["where_coordinates"]), Context{Countries: []string{iso}})
		lat, _ := strconv.ParseFloat(row["latitude"], 64)
		lon, _ := strconv.ParseFloat(row["longitude"], 64)
		if r.ok() && (r.best.Lat != 0 || r.best.Lon != 0) {
			placed++
			if kilometres(r.best.Lat, r.best.Lon, lat, lon) < 25 {
				right++
			}
		}
	}
	t.Logf("%d exact places: %d found, %d of those within 25 km", all, placed, right)
	if right*100 < placed*93 || right*100 < all*45 {
		t.Errorf("%d exact places: %d found, %d within 25 km", all, placed, right)
	}
}

func fieldRows(t *testing.T) []map[string]string {
	f, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "corpora", "ucdp", "ucdp_ged_sample1000_v23.csv"))
	if err != nil {
		t.Skip("no corpus beside the checkout")
	}
	defer f.Close()
	table, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, line := range table[1:] {
		row := map[string]string{}
		for i, column := range table[0] {
			row[column] = line[i]
		}
		out = append(out, row)
	}
	return out
}
