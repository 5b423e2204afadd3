package web

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/draw/basemap"
	"dateline/internal/selection"
)

// mapView is a selection on the map.
type mapView struct {
	Explore   explore
	Drawing   draw.SVG
	Key       draw.SVG // what the marks mean, alone: for the script's map
	View      string   // as ?at= has it
	Placed    int      // incidents that have a point
	InArea    placing
	Nowhere   placing
	Wide      int    // of InArea, those in no one country
	Nearer    string // addresses of the same map, looking elsewhere
	Further   string
	Moves     []tab
	Whole     string // "" where all is shown
	Areas     []areaRow
	MoreAreas int
	AllAreas  string
	Data      string // where the script finds them
	Base      string
	List      string
	File      string
}

// placing is incidents that are placed alike, and the list of them.
type placing struct {
	Count int
	Link  string
}

// areaRow is a line of the table: a first-order area, or what is known of a country only.
type areaRow struct {
	Country, Name string
	All           placing
	Points        int
	InArea        placing
	Reviewed      int
	Single        int
}

// mostAreas is how many areas the table has; the others are on the page of the facet.
const mostAreas = 40

// atlas is a selection as a map is made of it.
type atlas struct {
	sel   selection.Selection
	spots draw.Spots
	at    *draw.View // nil: all of it
}

func (s *site) atlas(r *http.Request) (c atlas, err error) {
	if at := r.URL.Query().Get("at"); at != "" {
		v, err := draw.ParseView(at)
		if err != nil {
			return c, &fault{http.StatusBadRequest, "The map does not reach there", upper(err.Error()) + "."}
		}
		c.at = &v
	}
	if c.sel, _, err = s.selected(r); err != nil {
		return c, err
	}
	c.spots = draw.SpotsOf(c.sel.Lines)
	return c, nil
}

// address is that of the map from a View under a path; nil stands for all of it.
func (c atlas) address(path string, v *draw.View) string {
	to := at(path, c.sel.Query)
	if v == nil {
		return to
	}
	return to + map[bool]string{true: "?", false: "&"}[to == path] + "at=" + v.String()
}

// within is the selection with a facet's values as well: of those that are picked already, none comes back.
func within(q selection.Query, facet string, values ...string) selection.Query {
	if picked := q.Picked[facet]; len(picked) > 0 {
		values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return !slices.Contains(picked, v) })
	}
	return q.Only(facet, values...)
}

// areaLink is the list of the incidents that are known to lie in an area, and no better.
func (c atlas) areaLink(country, admin1 string) string {
	q := within(c.sel.Query, "precision", draw.AreaPrecisions...)
	if admin1 != "" {
		return at("/incidents", within(q, "admin1", country+" "+admin1))
	}
	return at("/incidents", within(within(q, "country", country), "admin1", selection.NotReported))
}

// drawing is the map before it is drawn.
func (c atlas) drawing() draw.Map {
	return draw.Map{Lines: c.sel.Lines, At: c.at, Country: countryWords,
		Incident: func(id string) string { return "/incidents/" + id },
		Places:   func(ids []string) string { return at("/incidents", c.sel.Query.Only("place", ids...)) },
		Area:     c.areaLink,
		Look:     func(v draw.View) string { return c.address("/map", &v) }}
}

// mapPage shows the selection on the map, from ?at= if that is there.
func (s *site) mapPage(r *http.Request) (*page, error) {
	c, err := s.atlas(r)
	if err != nil {
		return nil, err
	}
	m := c.drawing()
	view := m.View()
	v := c.view(s.explore("map", c.sel))
	v.Drawing, v.Key, v.View = m.SVG(), draw.MapKey(), view.String()
	v.look(c, view)
	return &page{Title: "Map", Template: "map", Section: "incidents", Query: c.sel.Query.Text, Main: v}, nil
}

// view is all of the page but for the drawing.
func (c atlas) view(e explore) mapView {
	q := c.sel.Query
	v := mapView{Explore: e, Placed: c.spots.Pointed, Wide: c.spots.Wide,
		InArea:  placing{c.spots.InArea, at("/incidents", within(q, "precision", draw.AreaPrecisions...))},
		Nowhere: placing{c.spots.Nowhere, at("/incidents", within(q, "precision", draw.NowherePrecisions...))},
		Data:    at("/map/data", q), Base: "/map/terrain?of=" + basemap.Version(), List: at("/incidents", q), File: c.address("/map.svg", c.at), Areas: c.rows()}
	if n := len(v.Areas); n > mostAreas {
		v.Areas, v.MoreAreas, v.AllAreas = v.Areas[:mostAreas], n-mostAreas, at("/facets/admin1", q)
	}
	return v
}

// look words the ways to other views of the same map.
func (v *mapView) look(c atlas, view draw.View) {
	to := func(w draw.View) string { return c.address("/map", &w) }
	v.Nearer, v.Further = to(view.Nearer(1)), to(view.Nearer(-1))
	for _, m := range []struct {
		name string
		x, y float64
	}{{"West", -1, 0}, {"East", 1, 0}, {"North", 0, 1}, {"South", 0, -1}} {
		v.Moves = append(v.Moves, tab{Name: m.name, Link: to(view.Moved(m.x, m.y))})
	}
	if c.at != nil {
		v.Whole = c.address("/map", nil)
	}
}

// rows are the areas with what is known of them, those of most incidents first.
func (c atlas) rows() []areaRow {
	type area struct{ country, name string }
	all := map[area]*areaRow{}
	for i, l := range c.sel.Lines {
		n := c.spots.Of[i]
		if n < 0 {
			continue
		}
		spot := &c.spots.List[n]
		k := area{spot.Country, spot.Admin1}
		if all[k] == nil {
			all[k] = &areaRow{Country: k.country, Name: k.name}
		}
		all[k].count(l, spot.Point)
	}
	var out []areaRow
	for k, row := range all {
		row.All.Link, row.InArea.Link = c.rowLink(k.country, k.name), c.areaLink(k.country, k.name)
		out = append(out, *row)
	}
	slices.SortFunc(out, func(a, b areaRow) int {
		return cmp.Or(b.All.Count-a.All.Count, cmp.Compare(a.Country, b.Country), cmp.Compare(a.Name, b.Name))
	})
	for i := range out {
		out[i].Country = countryWords(out[i].Country)
	}
	return out
}

func (a *areaRow) count(l *dateline.Line, point bool) {
	a.All.Count++
	if point {
		a.Points++
	} else {
		a.InArea.Count++
	}
	if l.Reviewed > 0 {
		a.Reviewed++
	}
	if l.Independent <= 1 {
		a.Single++
	}
}

// rowLink is the list of all incidents of an area.
func (c atlas) rowLink(country, admin1 string) string {
	if admin1 != "" {
		return at("/incidents", within(c.sel.Query, "admin1", country+" "+admin1))
	}
	return at("/incidents", within(within(c.sel.Query, "country", country), "admin1", selection.NotReported))
}

// mapFile sends the map as a drawing that stands alone.
func (s *site) mapFile(w http.ResponseWriter, r *http.Request) {
	c, err := s.atlas(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendDrawing(w, r, "map.svg", c.drawing().SVG(), draw.Caption{Title: "Where incidents took place", Lines: captionLines(s.explore("map", c.sel), time.Now()), Notes: []string{
		number(c.spots.Pointed) + " of " + plural(len(c.sel.Lines), "incident") + " " + are(c.spots.Pointed) + " placed in or near a settlement, by the best supported account; " +
			number(c.spots.InArea) + " cannot be placed better than a district, and " + number(c.spots.Nowhere) + " not at all.",
		"Boundaries: Natural Earth (public domain), matched to areas of GeoNames (CC BY 4.0); they take no side in any dispute. Lambert cylindrical equal-area projection."}})
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// terrain sends the basemap at ?level= for the script; it stays as it is under its address.
func (s *site) terrain(w http.ResponseWriter, r *http.Request) {
	level, err := strconv.Atoi(r.URL.Query().Get("level"))
	if err != nil || level < 0 || level >= basemap.Levels {
		s.fail(w, r, &fault{http.StatusBadRequest, "There is no such map", "level= in the address takes 0, the finest, 1 or 2."})
		return
	}
	w.Header().Set("Cache-Control", lasting)
	sendData(w, draw.NewTerrain(level))
}

// foundView is the incidents of a mark of the map.
type foundView struct {
	Where string // the places in words; "" where the selection is of none
	Count int
	Lines []foundLine
	All   string // the address of the list
}

type foundLine struct {
	incidentLine
	Link string // its page, with the query that it was found by
}

// mostFound is how many incidents of a mark are shown; the list has them all.
const mostFound = 50

// found lists the incidents of a selection in short, for the drawer: a page without a frame.
func (s *site) found(r *http.Request) (*page, error) {
	sel, _, err := s.selected(r)
	if err != nil {
		return nil, err
	}
	v := foundView{Count: len(sel.Lines), All: at("/incidents", sel.Query)}
	var names []string
	for _, l := range sel.Lines {
		if n := l.Place.Name; n != "" && !slices.Contains(names, n) && len(names) < mostFound {
			names = append(names, n)
		}
	}
	v.Where = strings.Join(names, ", ")
	var ids []string
	for _, l := range sel.Lines[:min(len(sel.Lines), mostFound)] {
		ids = append(ids, l.ID)
	}
	heads, err := s.view.Heads(r.Context(), ids)
	if err != nil {
		return nil, err
	}
	lines, _, err := s.lines(r.Context(), heads)
	for _, l := range lines {
		v.Lines = append(v.Lines, foundLine{l, incidentAt(l.ID, sel.Query)})
	}
	return &page{Template: "found", Bare: true, Main: v}, err
}
