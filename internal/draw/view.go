package draw

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// View is where a map looks: its middle, and how near. It is written 'latitude,longitude,zoom' in an address.
type View struct {
	Lat, Lon float64
	Zoom     float64 // the binary logarithm of the pixels that a degree has at the middle
}

// Limits of a View.
const (
	NearestZoom  = 9.0 // 512 pixels a degree: five a kilometre
	FurthestZoom = 0.0
	highest      = 84.0 // degrees of latitude
)

// ParseView reads a View; one that leads off the map is an error that says what is wanted.
func ParseView(s string) (View, error) {
	var n [3]float64
	parts := strings.Split(s, ",")
	for i, p := range parts {
		f, err := strconv.ParseFloat(p, 64)
		if err != nil || i > 2 {
			break
		}
		n[i] = f
	}
	v := View{n[0], n[1], n[2]}
	if len(parts) != 3 || !(math.Abs(v.Lat) <= highest && math.Abs(v.Lon) <= 180 && v.Zoom >= FurthestZoom && v.Zoom <= NearestZoom) || v.String() == (View{}).String() && s != v.String() {
		return View{}, fmt.Errorf("at= takes latitude,longitude,zoom such as 12.5,40,4, the zoom from %g to %g", FurthestZoom, NearestZoom)
	}
	return v, nil
}

func (v View) String() string { return fmt.Sprintf("%.3f,%.3f,%.2f", v.Lat, v.Lon, v.Zoom) }

// Nearer is v by so many steps of the zoom; each doubles the size of what is drawn.
func (v View) Nearer(steps float64) View {
	v.Zoom = min(max(v.Zoom+steps, FurthestZoom), NearestZoom)
	return v
}

// Moved is v by a part of what it shows: x east, y north, in steps of about a third of a map.
func (v View) Moved(x, y float64) View {
	p := v.projection(960, 600)
	v.Lon, v.Lat = p.from(p.width/2+x*p.width/3, p.height/2-y*p.height/3)
	v.Lon, v.Lat = min(max(v.Lon, -180), 180), min(max(v.Lat, -highest), highest)
	return v
}

// projection puts degrees onto a drawing. It is Lambert's cylindrical projection with the standard parallels at the
// view's middle: areas keep their size everywhere, so that a hatched province says no more than it should; shapes are right
// where the reader looks; north is up and meridians are straight; and all views are one drawing stretched along its axes,
// which lets a script pan and zoom without projecting anew. A view of the world has its parallels at 40 degrees.
type projection struct {
	lon, sine     float64 // of the middle; sine as upward gives it
	kx, ky        float64 // pixels
	width, height float64
}

func (v View) projection(width, height int) projection {
	flat := math.Cos(standard(v) * math.Pi / 180)
	scale := math.Exp2(v.Zoom)
	return projection{v.Lon, upward(v.Lat), scale * flat, scale / flat, float64(width), float64(height)}
}

// standard is the latitude of true shapes: 40 degrees far away, the middle's from zoom 5 on.
func standard(v View) float64 {
	share := min(max((v.Zoom-3)/2, 0), 1)
	return (1-share)*40 + share*min(math.Abs(v.Lat), 75)
}

// upward is how far north a latitude is drawn, in degrees as at the equator.
func upward(lat float64) float64 { return math.Sin(lat*math.Pi/180) * 180 / math.Pi }

func (p projection) to(lon, lat float64) (x, y float64) {
	return p.width/2 + (lon-p.lon)*p.kx, p.height/2 - (upward(lat)-p.sine)*p.ky
}

// from is the inverse of to; beyond a pole it gives the pole.
func (p projection) from(x, y float64) (lon, lat float64) {
	s := (p.sine + (p.height/2-y)/p.ky) * math.Pi / 180
	return p.lon + (x-p.width/2)/p.kx, math.Asin(min(max(s, -1), 1)) * 180 / math.Pi
}

// extent is a part of the world, in degrees. The zero extent is not one: use nowhere.
type extent struct{ west, south, east, north float64 }

var nowhere = extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (e extent) with(f extent) extent {
	return extent{min(e.west, f.west), min(e.south, f.south), max(e.east, f.east), max(e.north, f.north)}
}

func (e extent) meets(f extent) bool {
	return e.west <= f.east && f.west <= e.east && e.south <= f.north && f.south <= e.north
}

// leastSpan is how many degrees a view that is fitted to something shows at least.
const leastSpan = 4

// view is the nearest View that shows all of e with a border; the world for nowhere.
func (e extent) view(width, height int) View {
	if e == nowhere {
		e = extent{-170, -56, 180, 74}
	}
	v := View{Lon: (e.west + e.east) / 2, Zoom: NearestZoom}
	v.Lat = math.Asin((upward(e.south)+upward(e.north))/2*math.Pi/180) * 180 / math.Pi
	v.Lat = min(max(v.Lat, -highest), highest)
	wide, tall := max(e.east-e.west, leastSpan)*1.16, max(upward(e.north)-upward(e.south), leastSpan*math.Cos(v.Lat*math.Pi/180))*1.16
	for ; v.Zoom > FurthestZoom; v.Zoom -= 0.05 {
		if p := v.projection(width, height); wide*p.kx <= p.width && tall*p.ky <= p.height {
			break
		}
	}
	v.Zoom = max(math.Round(v.Zoom*100)/100, FurthestZoom)
	return v
}

func (p projection) shows() extent {
	west, south := p.from(0, p.height)
	east, north := p.from(p.width, 0)
	return extent{west, south, east, north}
}
