package web

import (
	"dateline"
	"dateline/internal/draw"
	"dateline/internal/resolve/place"
)

// The measures of a locator, in pixels, and how near it looks: about five degrees across.
const (
	locatorWidth  = 360
	locatorHeight = 220
	locatorZoom   = 6
)

// locator draws where an incident took place in its surroundings. It is nil where no point may be drawn: the words of the
// page then say the area.
func locator(l *dateline.Line) *draw.SVG {
	spot, ok := draw.SpotOf(l)
	if !ok || !spot.Point {
		return nil
	}
	m := draw.Map{Lines: []*dateline.Line{l}, At: &draw.View{Lat: spot.Lat, Lon: spot.Lon, Zoom: locatorZoom}, Width: locatorWidth, Height: locatorHeight, Keyless: true,
		Country: place.CountryName, Incident: func(string) string { return "" }, Places: func([]string) string { return "" },
		Area: func(string, string) string { return "" }, Look: func(draw.View) string { return "" }}
	svg := m.SVG()
	return &svg
}
