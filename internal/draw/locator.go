package draw

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"math"

	"dateline"
)

// The measures of a locator, in pixels, and how near it looks: about five degrees across.
const (
	locatorWidth  = 360
	locatorHeight = 220
	locatorZoom   = 6.0
)

// tileStep is the degrees from one Tile to the next, along both axes; a locator looks at most half of it beside its middle.
const tileStep = 2

// The measures of a Tile: those of a locator, and what it may look beside the middle.
const (
	tileWidth  = locatorWidth + tileStep<<6 + 8
	tileHeight = locatorHeight + tileStep<<6 + 8
)

// Tile is a part of the basemap that many locators share as one picture: the degrees of its middle, even numbers.
type Tile struct{ Lat, Lon int }

// OK reports whether there is such a Tile.
func (t Tile) OK() bool {
	return t.Lat%tileStep == 0 && t.Lon%tileStep == 0 && math.Abs(float64(t.Lat)) <= highest && math.Abs(float64(t.Lon)) <= 180
}

func tileOf(lat, lon float64) Tile {
	even := func(f float64) int { return int(math.Round(f/tileStep)) * tileStep }
	return Tile{even(min(max(lat, -highest), highest)), even(lon)}
}

func (t Tile) projection() projection {
	return View{Lat: float64(t.Lat), Lon: float64(t.Lon), Zoom: locatorZoom}.projection(tileWidth, tileHeight)
}

// groundStyle colours a Tile, light or dark as the page around it.
//
//go:embed ground.css
var groundStyle string

// GroundPolicy is what a browser may do with a Tile: show it with the style that it carries.
var GroundPolicy = func() string {
	sum := sha256.Sum256([]byte(groundStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
}()

// Picture is the Tile as a file of its own.
func (t Tile) Picture() []byte {
	g := newGround(t.projection())
	p := figure("map", "img", "Land, coasts and borders", tileWidth, tileHeight)
	p.begin("style")
	p.b.WriteString(groundStyle)
	p.end()
	p.leaf("rect", "class", "sea", "width", tileWidth, "height", tileHeight)
	p.leaf("path", "class", "land", "d", g.land(), "fill-rule", "evenodd")
	outer, inner := g.lines()
	p.leaf("path", "class", "inner", "d", inner)
	p.leaf("path", "class", "outer", "d", outer)
	return []byte(p.done(tileWidth, tileHeight).text)
}

// Locator draws where one incident took place in its surroundings, on the picture of a Tile that ground gives the address
// of. It is the zero SVG where no point may be drawn: words then say the area.
func Locator(l *dateline.Line, country func(iso string) string, ground func(Tile) string) SVG {
	spot, ok := SpotOf(l)
	if !ok || !spot.Point {
		return SVG{}
	}
	tile := tileOf(spot.Lat, spot.Lon)
	proj := tile.projection()
	x, y := proj.to(spot.Lon, spot.Lat)
	m := Map{Lines: []*dateline.Line{l}, Country: country}
	spots := SpotsOf(m.Lines)
	p := figure("map", "group", "Map: "+placedWords(spots, 1), locatorWidth, locatorHeight)
	p.leaf("image", "href", ground(tile), "x", locatorWidth/2-x, "y", locatorHeight/2-y, "width", tileWidth, "height", tileHeight)
	proj.width, proj.height = locatorWidth, locatorHeight
	view := View{spot.Lat, spot.Lon, locatorZoom}
	m.mark(p, cluster{locatorWidth / 2, locatorHeight / 2, spots.Tallies(m.Lines)[0], []int{0}}, spots, view, proj)
	scaleBar(p, proj, view)
	return p.done(locatorWidth, locatorHeight)
}
