package draw

import (
	"strings"
	"testing"

	"dateline"
)

func TestALocatorLiesOnItsTile(t *testing.T) {
	for _, at := range [][2]float64{{11.2, 13.99}, {-33.9, 18.4}, {71.5, -179.7}, {0, 0}} {
		l := dateline.Line{Place: dateline.Place{ID: "x", Name: "X", Country: "NG", Lat: at[0], Lon: at[1], Precision: dateline.Settlement}}
		var tile Tile
		svg := Locator(&l, func(iso string) string { return iso }, func(t Tile) string { tile = t; return "/ground" }).String()
		if !tile.OK() || !strings.Contains(svg, `href="/ground"`) || !strings.Contains(svg, `class="dot"`) {
			t.Errorf("%v on %v: %s", at, tile, svg)
		}
		x, y := tile.projection().to(at[1], at[0])
		if x < locatorWidth/2 || y < locatorHeight/2 || x > tileWidth-locatorWidth/2 || y > tileHeight-locatorHeight/2 {
			t.Errorf("%v looks over the edge of %v: %v, %v", at, tile, x, y)
		}
	}
	area := dateline.Line{Place: dateline.Place{Name: "X", Country: "NG", Precision: dateline.Province}}
	if !Locator(&area, nil, nil).IsZero() {
		t.Error("an area has a point")
	}
}

func TestATileIsAPicture(t *testing.T) {
	svg := string(Tile{12, 14}.Picture())
	if !strings.Contains(svg, "prefers-color-scheme: dark") || strings.Count(svg, "<path") != 3 || len(svg) > 60_000 {
		t.Errorf("%d bytes: %.300s", len(svg), svg)
	}
	for _, bad := range []Tile{{1, 0}, {0, 3}, {86, 0}, {0, 182}} {
		if bad.OK() {
			t.Errorf("%v is a tile", bad)
		}
	}
}
