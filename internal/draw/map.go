package draw

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/draw/basemap"
)

// Map draws where incidents took place, as far as that is known. A point is somewhere that the words give as exactly as a
// settlement, a hollow one near it; points that would lie upon each other are one circle with how many, whose ring says
// how many of them are exact. Where no more than a district, province or country is known, that area is hatched, with how
// many: it has no point. A district is hatched as its province, as the basemap has no districts.
type Map struct {
	Lines   []*dateline.Line
	At      *View // nil: all of it
	Country func(iso string) string
	// Addresses; each may give "".
	Incident func(id string) string
	Places   func(ids []string) string // of the list of incidents at places
	Area     func(country, admin1 string) string
	Look     func(View) string // of the same map from elsewhere
}

// hatchAt are the counts from which an area is hatched more densely.
var hatchAt = []int{1, 10, 100}

// View is where the map looks.
func (m Map) View() View {
	if m.At != nil {
		return *m.At
	}
	spots := SpotsOf(m.Lines)
	return m.fit(spots)
}

// The measures of a map without its key, in pixels.
const mapWidth, mapHeight = 960, 600

// fit is the View of all points and areas; countries count only where there is nothing smaller.
func (m Map) fit(spots Spots) View {
	near, far := nowhere, nowhere
	world := basemap.World()
	for _, s := range spots.List {
		if s.Point {
			near = near.with(extent{s.Lon, s.Lat, s.Lon, s.Lat})
			continue
		}
		a, ok := world.Area(s.Country, s.Admin1)
		switch e := (extent{a.West, a.South, a.East, a.North}); {
		case !ok:
		case s.Admin1 != "":
			near = near.with(e)
		default:
			far = far.with(e)
		}
	}
	if near == nowhere {
		near = far
	}
	return near.view(mapWidth, mapHeight)
}

// SVG draws the map, with its key below.
func (m Map) SVG() SVG {
	spots := SpotsOf(m.Lines)
	tallies := spots.Tallies(m.Lines)
	view := m.fit(spots)
	if m.At != nil {
		view = *m.At
	}
	proj := view.projection(mapWidth, mapHeight)
	g := newGround(proj)
	p := figure("map", "group", "Map: "+placedWords(spots, len(m.Lines)), mapWidth, mapHeight+keyHeight)
	hatches(p)
	p.begin("defs")
	p.begin("clipPath", "id", "map-edge")
	p.leaf("rect", "width", mapWidth, "height", mapHeight)
	p.end()
	p.end()
	p.begin("g", "clip-path", "url(#map-edge)", "data-view", view.String())
	p.leaf("rect", "class", "sea", "width", mapWidth, "height", mapHeight)
	p.leaf("path", "class", "land", "d", g.land(), "fill-rule", "evenodd")
	m.areas(p, g, spots, tallies)
	outer, inner := g.lines()
	p.leaf("path", "class", "inner", "d", inner)
	p.leaf("path", "class", "outer", "d", outer)
	marks := clusters(spots.List, tallies, proj)
	m.numbers(p, g, spots, tallies, marks)
	for _, c := range marks {
		m.mark(p, c, spots, view, proj)
	}
	scaleBar(p, proj, view)
	p.end()
	key(p, mapHeight)
	return p.done(mapWidth, mapHeight+keyHeight)
}

// hatches defines the hatching of areas and of countries.
func hatches(p *pen) {
	p.begin("defs")
	for i := range hatchAt {
		hatch(p, "area", i, 45)
		hatch(p, "country", i, -45)
	}
	p.end()
}

// hatch defines the hatching of areas of one class.
func hatch(p *pen, of string, class int, turn int) {
	gap := []float64{11, 7, 4}[class]
	if of == "country" {
		gap *= 1.5
	}
	p.begin("pattern", "id", fmt.Sprintf("map-%s-%d", of, class), "width", gap, "height", gap, "patternUnits", "userSpaceOnUse", "patternTransform", fmt.Sprintf("rotate(%d)", turn))
	p.leaf("rect", "class", "hatch", "width", []float64{0.8, 1, 1.3}[class], "height", gap)
	p.end()
}

func hatchClass(n int) int {
	class := 0
	for i, least := range hatchAt {
		if n >= least {
			class = i
		}
	}
	return class
}

// areas hatches countries first, then what is in them.
func (m Map) areas(p *pen, g ground, spots Spots, tallies []Tally) {
	for _, whole := range []bool{true, false} {
		for i, s := range spots.List {
			if s.Point || (s.Admin1 == "") != whole {
				continue
			}
			a, ok := g.world.Area(s.Country, s.Admin1)
			if !ok {
				continue
			}
			d := g.outline(a)
			if d == "" {
				continue
			}
			of, class := "area", "known"
			if whole {
				of = "country"
			}
			if a.Reach {
				class = "known about"
			}
			words := m.areaWords(s, tallies[i], a.Reach)
			p.begin("a", "href", link(m.Area, s.Country, s.Admin1), "aria-label", words)
			p.element("title", words)
			p.leaf("path", "class", class, "d", d, "fill", fmt.Sprintf("url(#map-%s-%d)", of, hatchClass(tallies[i].Count)), "fill-rule", "evenodd")
			p.end()
		}
	}
}

func link(to func(a, b string) string, a, b string) string {
	if to == nil {
		return ""
	}
	return to(a, b)
}

func (m Map) areaWords(s Spot, t Tally, reach bool) string {
	name := m.country(s.Country)
	if s.Admin1 != "" {
		name = s.Admin1 + ", " + name
	}
	out := name + ", where exactly is not known: " + plural(t.Count, "incident") + ", " + t.surely()
	if reach {
		out += " (the outline is of the area's settlements)"
	}
	return out
}

func (m Map) country(iso string) string {
	if m.Country == nil {
		return iso
	}
	return cmp.Or(m.Country(iso), iso)
}

// leastArea is how wide an area is whose number is written into it, in pixels.
const leastArea = 22

// numbers writes how many incidents an area has, above the mark that would cover it.
func (m Map) numbers(p *pen, g ground, spots Spots, tallies []Tally, marks []cluster) {
	for i, s := range spots.List {
		if s.Point {
			continue
		}
		if a, ok := g.world.Area(s.Country, s.Admin1); ok {
			class := "many"
			if s.Admin1 == "" {
				class = "many whole"
			}
			if x, y, width := g.middle(a); width >= leastArea && x > 8 && y > 12 && x < g.p.width-8 && y < g.p.height-6 {
				if slices.ContainsFunc(marks, func(c cluster) bool { return math.Hypot(c.x-x, c.y-y) < radius(c.tally.Count)+10 }) {
					y -= 26
				}
				p.element("text", number(tallies[i].Count), "class", class, "x", x, "y", y+4, "text-anchor", "middle", "aria-hidden", "true")
			}
		}
	}
}

// mark draws a point, or a circle for several incidents.
func (m Map) mark(p *pen, c cluster, spots Spots, view View, proj projection) {
	words := m.markWords(c, spots)
	p.begin("a", "href", m.markLink(c, spots, view, proj), "aria-label", words)
	p.element("title", words)
	if c.tally.Count == 1 {
		s := spots.List[c.spots[0]]
		if r := float64(s.RadiusM) / metresPerDegree * math.Exp2(view.Zoom); s.Near && r > 9 {
			p.leaf("circle", "class", "within", "cx", c.x, "cy", c.y, "r", r)
		}
		class, r := "dot", 4.5
		if s.Near {
			class, r = "dot near", 4.
		}
		p.leaf("circle", "class", class, "cx", c.x, "cy", c.y, "r", r)
		p.end()
		return
	}
	r := radius(c.tally.Count)
	p.leaf("circle", "class", "several", "cx", c.x, "cy", c.y, "r", r)
	arc(p, "exact", c, r, c.tally.Exact)
	arc(p, "seen", c, r-3.5, c.tally.Reviewed)
	p.element("text", short(c.tally.Count), "class", "soft", "x", c.x, "y", c.y+4, "text-anchor", "middle")
	p.end()
}

const metresPerDegree = 111_200

// arc is the part n of the whole of a circle, from the top clockwise.
func arc(p *pen, class string, c cluster, r float64, n int) {
	switch part := 2 * math.Pi * float64(n) / float64(c.tally.Count); {
	case n == 0:
	case n == c.tally.Count:
		p.leaf("circle", "class", class, "cx", c.x, "cy", c.y, "r", r)
	default:
		large := 0
		if part > math.Pi {
			large = 1
		}
		p.leaf("path", "class", class, "d", fmt.Sprintf("M%s %sA%s %s 0 %d 1 %s %s", written(c.x), written(c.y-r), written(r), written(r), large,
			written(c.x+r*math.Sin(part)), written(c.y-r*math.Cos(part))))
	}
}

// short writes a number in at most four letters.
func short(n int) string {
	switch {
	case n < 1000:
		return number(n)
	case n < 9950:
		return written(float64(n)/1000) + "k"
	}
	return number((n+500)/1000) + "k"
}

const mostNamed = 3 // places that a mark names

func (m Map) markWords(c cluster, spots Spots) string {
	var names []string
	for _, i := range c.spots {
		s := spots.List[i]
		name := s.Name
		if s.Near && !strings.HasPrefix(strings.ToLower(name), "near ") {
			name = "near " + name
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	where := strings.Join(names[:min(len(names), mostNamed)], ", ")
	if len(names) > mostNamed {
		where += " and " + plural(len(names)-mostNamed, "other place")
	}
	if s := spots.List[c.spots[0]]; len(c.spots) == 1 {
		for _, of := range []string{s.Admin1, m.country(s.Country)} {
			if of != "" && of != s.Name {
				where += ", " + of
			}
		}
	}
	return where + ": " + c.tally.Words()
}

// mostPlaces is how many places an address names; the mark of more leads to the map there, nearer.
const mostPlaces = 12

func (m Map) markLink(c cluster, spots Spots, view View, proj projection) string {
	if c.tally.Count == 1 && m.Incident != nil {
		return m.Incident(m.Lines[slices.Index(spots.Of, int32(c.spots[0]))].ID)
	}
	var ids []string
	for _, i := range c.spots {
		if id := spots.List[i].PlaceID; id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 && (len(ids) <= mostPlaces || view.Zoom >= NearestZoom) && m.Places != nil {
		return m.Places(ids[:min(len(ids), mostPlaces)])
	}
	if m.Look == nil {
		return ""
	}
	lon, lat := proj.from(c.x, c.y)
	return m.Look(View{min(max(lat, -highest), highest), min(max(lon, -180), 180), view.Zoom}.Nearer(2))
}

// placedWords counts what a map shows and what it cannot.
func placedWords(s Spots, all int) string {
	return fmt.Sprintf("%s; %s at a point, %s known to an area only, %s not placed", plural(all, "incident"), number(s.Pointed), number(s.InArea), number(s.Nowhere))
}

// scaleBar is a length at the middle of the map.
func scaleBar(p *pen, proj projection, view View) {
	perKm := math.Exp2(view.Zoom) / metresPerDegree * 1000
	km := 1
	for _, n := range []int{2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000} {
		if float64(n)*perKm <= 140 {
			km = n
		}
	}
	y, w := proj.height-10, float64(km)*perKm
	p.leaf("path", "class", "axis", "d", fmt.Sprintf("M10 %sv5h%sv-5", written(y-5), written(w)))
	p.element("text", plural(km, "kilometre")+" at the middle", "class", "soft", "x", w+16, "y", y)
}

const keyHeight = 46

// MapKey draws what the marks of a Map mean, as a drawing of its own.
func MapKey() SVG {
	p := figure("map", "group", "Key", mapWidth, keyHeight)
	hatches(p)
	key(p, 0)
	return p.done(mapWidth, keyHeight)
}

// key says what the marks mean.
func key(p *pen, top int) {
	y := float64(top) + 17
	item := func(x float64, words string) { p.element("text", words, "class", "soft", "x", x, "y", y+4) }
	p.leaf("circle", "class", "dot", "cx", 8, "cy", y, "r", 4.5)
	item(18, "in a settlement or at a site")
	p.leaf("circle", "class", "dot near", "cx", 190, "cy", y, "r", 4)
	item(200, "near one")
	c := cluster{x: 276, y: y, tally: Tally{Count: 4, Exact: 3, Reviewed: 1}}
	p.leaf("circle", "class", "several", "cx", c.x, "cy", c.y, "r", 11)
	arc(p, "exact", c, 11, 3)
	arc(p, "seen", c, 7.5, 1)
	p.element("text", "n", "class", "soft", "x", c.x, "y", y+4, "text-anchor", "middle")
	item(294, "several; outer ring: share placed exactly; inner: share reviewed")
	y += 20
	for i := range hatchAt {
		p.leaf("rect", "class", "known", "x", 2+36*i, "y", y-6, "width", 30, "height", 13, "fill", fmt.Sprintf("url(#map-area-%d)", i))
	}
	item(114, "no more known than the province: 1, 10, 100 or more")
	for i := range hatchAt {
		p.leaf("rect", "class", "known", "x", 440+36*i, "y", y-6, "width", 30, "height", 13, "fill", fmt.Sprintf("url(#map-country-%d)", i))
	}
	item(552, "no more than the country; dashed: by its settlements")
}
