package export

import (
	"encoding/json"
	"fmt"
	"io"

	"dateline"
)

// The GeoJSON form (RFC 7946): a feature for each incident. Its geometry is a point, or null where
// the place is no point: an area has no centroid drawn for it. Points are all that there is, so the
// form is written out here and needs no library.

type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *point     `json:"geometry"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

// properties of a feature: the best supported account of each field, with its statements.
type properties struct {
	Schema          string               `json:"schema"`
	Kind            dateline.Kind        `json:"kind"`
	Reality         dateline.Reality     `json:"reality"`
	Background      bool                 `json:"background"`
	Review          dateline.ReviewState `json:"review"`
	Date            *codedDate           `json:"date"`
	DateStatements  []string             `json:"date_statements"`
	Place           *string              `json:"place"`
	PlaceID         *string              `json:"place_id"`
	Country         *string              `json:"country"`
	Admin1          *string              `json:"admin1"`
	Precision       *dateline.Precision  `json:"precision"`
	RadiusM         *int                 `json:"radius_m"`
	PlaceStatements []string             `json:"place_statements"`
	PlaceAccounts   int                  `json:"place_accounts"`
	Perpetrators    []codedResponsible   `json:"perpetrators"`
	Tolls           []codedToll          `json:"tolls"`
	Reports         []string             `json:"reports"`
	Independent     int                  `json:"independent_accounts"`
	Statements      []string             `json:"statement_ids"`
}

// pointed reports whether a place may be drawn as a point, which one that is only inferred may not. Nothing lies at 0, 0: it is what a place
// without coordinates has.
func pointed(p dateline.Place) bool {
	return p.Inferred == "" && p.Precision.Pointed() && (p.Lat != 0 || p.Lon != 0)
}

func featureOf(in dateline.Incident, reviews Reviews) feature {
	c := incident(in, reviews)
	f := feature{Type: "Feature", ID: in.ID, Properties: properties{Schema: dateline.Schema, Kind: in.Kind, Reality: in.Reality,
		Background: in.Background, Review: c.Review, Date: c.Date, DateStatements: listed(best(in.Dates).Statements),
		PlaceStatements: listed(best(in.Places).Statements), PlaceAccounts: len(in.Places), Perpetrators: c.Perpetrators, Tolls: c.Tolls,
		Reports: listed(in.Reports), Independent: in.Independent, Statements: in.Statements}}
	if len(in.Places) > 0 {
		f.at(in.Places[0].Value)
	}
	return f
}

// at puts the feature somewhere, as exactly as it was told.
func (f *feature) at(p dateline.Place) {
	f.Properties.Place, f.Properties.PlaceID, f.Properties.Country = orNull(p.Name), orNull(p.ID), orNull(p.Country)
	f.Properties.Admin1, f.Properties.Precision = orNull(p.Admin1), &p.Precision
	if pointed(p) {
		f.Geometry, f.Properties.RadiusM = &point{"Point", [2]float64{p.Lon, p.Lat}}, &p.RadiusM
	}
}

// listed is a list for JSON: empty, never null.
func listed(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}

// geoJSON writes a collection, a feature a line.
func geoJSON(w io.Writer, incidents []dateline.Incident, reviews Reviews) error {
	if _, err := fmt.Fprintf(w, "{\"type\":\"FeatureCollection\",\"schema\":%q,\"features\":[", dateline.Schema); err != nil {
		return err
	}
	for i, in := range incidents {
		b, err := json.Marshal(featureOf(in, reviews))
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s\n%s", comma(i), b); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
