package export

import "dateline"

// codedToponym is a name of a place. Lat, Lon and RadiusM are a circle that the place lies in.
type codedToponym struct {
	Text    string              `json:"text"`
	Start   int                 `json:"start"`
	End     int                 `json:"end"`
	As      dateline.ToponymUse `json:"as"`
	State   dateline.State      `json:"state"`
	Place   *codedPlace         `json:"place"`
	Lat     *float64            `json:"lat"`
	Lon     *float64            `json:"lon"`
	RadiusM int                 `json:"radius_m,omitempty"`
	Others  []string            `json:"others,omitempty"`
	Score   float64             `json:"score"`
	Why     string              `json:"why"`
}

// codedPeople is a word for the people of a place.
type codedPeople struct {
	Text    string  `json:"text"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Of      string  `json:"of"` // the name of the country or area
	Country *string `json:"country"`
}

// toponyms parts the names of places from the words for peoples, each in the order of the text.
func toponyms(r dateline.Reading) (places []codedToponym, peoples []codedPeople) {
	for _, t := range r.Toponyms {
		text := t.Span.In(r.Report.Text)
		if t.As == dateline.AsPeople {
			peoples = append(peoples, codedPeople{text, t.Span.Start, t.Span.End, t.Place.Name, orNull(t.Place.Country)})
			continue
		}
		c := codedToponym{Text: text, Start: t.Span.Start, End: t.Span.End, As: t.As, State: t.State, Place: placeOf(t.Place),
			RadiusM: t.RadiusM, Others: t.Others, Score: t.Score, Why: t.Why}
		if t.RadiusM > 0 {
			c.Lat, c.Lon = &t.Lat, &t.Lon
		}
		places = append(places, c)
	}
	return places, peoples
}
