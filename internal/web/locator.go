package web

import (
	"fmt"
	"net/http"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/draw/basemap"
)

// locator draws where an incident took place in its surroundings. It is nil where no point may be drawn: the words of the
// page then say the area.
func locator(l *dateline.Line) *draw.SVG {
	svg := draw.Locator(l, countryWords, func(t draw.Tile) string {
		return fmt.Sprintf("/map/ground/%d,%d?%s", t.Lat, t.Lon, basemap.Version())
	})
	if svg.IsZero() {
		return nil
	}
	return &svg
}

// ground sends a part of the basemap as a picture, which stays as it is under its address.
func (s *site) ground(w http.ResponseWriter, r *http.Request) {
	var t draw.Tile
	at := r.PathValue("at")
	if _, err := fmt.Sscanf(at, "%d,%d", &t.Lat, &t.Lon); err != nil || !t.OK() || at != fmt.Sprintf("%d,%d", t.Lat, t.Lon) {
		s.fail(w, r, &fault{http.StatusNotFound, "There is no such part of the map", "The address takes an even latitude and longitude, such as 12,-40."})
		return
	}
	w.Header().Set("Content-Security-Policy", draw.GroundPolicy)
	send(w, r, "image/svg+xml", t.Picture())
}
