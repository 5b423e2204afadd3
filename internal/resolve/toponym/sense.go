package toponym

import (
	_ "embed"
	"math"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/scorer"
)

//go:embed sense.model
var senseModel string

// senses weighs whether a name means one of the places that carry it.
var senses = scorer.Embedded("toponym: sense.model", senseModel)

// group is a name and all its mentions in a text: one name means one place throughout.
type group struct {
	words    string
	mentions []int // into the names
	senses   []sense
}

// sense is a place that a name may mean.
type sense struct {
	place.Entry
	chance float64 // that it is meant, of all senses of the name
	odds   float64 // by the model
	cos    float64 // of its latitude
	area   float64 // how much of the rest of the text is about its first-order area, and its country
	nation float64
	near   float64 // how many of the other names may be close by
	held   bool    // an area named right behind a comma holds it
	inside bool    // an area named in the same sentence holds it
}

// mostSenses is how many places of one name are weighed, the greatest first.
const mostSenses = 60

// decision is what is known while the names of a text are weighed.
type decision struct {
	t       *Text
	names   []candidate
	groups  []group
	of      []int // by name, its group
	country map[string]float64
	area    map[string]float64
	total   float64
	page    string // address and publisher, folded
	peoples map[string]int
	whole   map[string]string // names that a small word ties, by their last part: 'Dasht-e-Barchi' by 'Barchi'
}

// decide weighs the senses of all names of a text against each other.
func decide(t *Text, names []candidate) *decision {
	d := newDecision(t, names)
	for range rounds {
		d.support()
		d.measure()
		s := senses().Sum()
		for g := range d.groups {
			for k := range d.groups[g].senses {
				s.Reset()
				d.describe(g, k, s)
				d.groups[g].senses[k].odds = s.Odds(Yes, No)
			}
			d.groups[g].normalise()
		}
	}
	for g := range d.groups {
		d.groups[g].seatFirst()
		d.groups[g].nationFirst()
		d.groups[g].capitalFirst()
		d.groups[g].reportFirst()
	}
	return d
}

// nationFirst takes, of two countries of one name, the one that more of the text is about for the likelier, of equals the one that the list
// of countries has first: 'Congo' alone is the Democratic Republic, as news agencies write. It is no matter for a model, there being one such name.
func (g *group) nationFirst() {
	best, top := -1, -1
	for k := range g.senses {
		switch s := &g.senses[k]; {
		case s.Precision != dateline.Country:
			continue
		case top < 0:
			best, top = k, k
		default:
			if s.nation > g.senses[best].nation {
				best = k
			}
			if s.chance > g.senses[top].chance {
				top = k
			}
		}
	}
	if best != top {
		g.senses[best].chance, g.senses[top].chance = g.senses[top].chance, g.senses[best].chance
	}
}

// capitalFirst takes a country's seat for the likelier where nothing else in the text speaks for a smaller town of its name: 'Colombo' alone.
func (g *group) capitalFirst() {
	if iso, ok := place.Government(g.words); ok {
		g.instead(0.5, func(s, top *sense) bool {
			return s.Country == iso && top.Country != iso && (s.Population > top.Population || top.Alternate && !s.Alternate)
		})
	}
}

// reportFirst takes a town in a country that the text is about for the likelier than one that has no other word of the text for it, if it is a
// tenth as large or more, or only an old or foreign name of it is this: 'Tripoli' in a report on Lebanon, 'Mambasa' in one on Congo.
func (g *group) reportFirst() {
	g.instead(0.2, func(s, top *sense) bool {
		return !s.Alternate && s.nation >= 0.9 && (top.Alternate || 10*s.Population >= top.Population)
	})
}

// instead gives the chance of the likeliest sense to the next town that is better, if the likeliest is a town for which the rest of the text
// speaks no more than that much.
func (g *group) instead(most float64, better func(s, top *sense) bool) {
	order := g.order()
	if len(order) == 0 {
		return
	}
	top := &g.senses[order[0]]
	if top.Precision != dateline.Settlement || top.held || top.inside || top.nation+top.area+top.near > most {
		return
	}
	for _, k := range order[1:] {
		if s := &g.senses[k]; s.Precision == dateline.Settlement && better(s, top) {
			s.chance, top.chance = top.chance, s.chance
			return
		}
	}
}

// seatFirst takes the town that the likeliest area is ruled from for the likelier: a name without 'province' or
// 'district' is the town's first, and the area's by it.
func (g *group) seatFirst() {
	order := g.order()
	if len(order) == 0 {
		return
	}
	area := &g.senses[order[0]]
	if area.Precision != dateline.Province && area.Precision != dateline.District {
		return
	}
	for _, k := range order[1:] {
		if seat := &g.senses[k]; seat.SeatOf(area.Entry) {
			seat.chance, area.chance = area.chance, seat.chance
			return
		}
	}
}

// rounds is how often the names are weighed by what the others mean.
const rounds = 2

func newDecision(t *Text, names []candidate) *decision {
	d := &decision{t: t, names: names, of: make([]int, len(names)), page: strings.ToLower(t.Page), peoples: map[string]int{}}
	at := map[string]int{}
	for i, c := range names {
		key := strings.ToLower(c.words)
		if len(c.entries) == 0 {
			key += "," // apart from the same words where they mean a place: 'Eastside, Texas'
		}
		g, had := at[key]
		if !had {
			g = len(d.groups)
			at[key] = g
			d.groups = append(d.groups, group{words: c.words, senses: sensesOf(c.entries)})
		}
		d.of[i] = g
		d.groups[g].mentions = append(d.groups[g].mentions, i)
	}
	for _, w := range t.Words {
		if !upper(w.Form) {
			continue
		}
		if last := tiedPart(w.Form); last != "" {
			if d.whole == nil {
				d.whole = map[string]string{}
			}
			d.whole[last] = w.Form
		}
		if iso, ok := place.Demonym(w.Form); ok {
			d.peoples[iso]++
		}
	}
	d.hold()
	return d
}

// sensesOf gives the places that carry a name chances by their weight alone.
func sensesOf(entries []place.Entry) []sense {
	out := make([]sense, min(len(entries), mostSenses))
	for i := range out {
		out[i] = sense{Entry: entries[i], odds: entries[i].Weight(), cos: math.Cos(entries[i].Lat * math.Pi / 180)}
		if entries[i].Alternate {
			out[i].odds--
		}
	}
	g := group{senses: out}
	g.normalise()
	return out
}

// normalise turns odds into chances.
func (g *group) normalise() {
	top, all := math.Inf(-1), 0.0
	for _, s := range g.senses {
		top = max(top, s.odds)
	}
	for i := range g.senses {
		g.senses[i].chance = math.Exp(g.senses[i].odds - top)
		all += g.senses[i].chance
	}
	for i := range g.senses {
		g.senses[i].chance /= all
	}
}

// hold notes the senses that an area named beside them holds: 'Paris, Texas'; 'in Konduga in Borno'.
func (d *decision) hold() {
	for i, c := range d.names {
		for k := i + 1; k < len(d.names) && k < i+8; k++ {
			o := d.names[k]
			if d.of[i] == d.of[k] || d.apart(c.last, o.first) {
				break
			}
			comma := k == i+1 && o.first == c.last+2 && d.t.Words[c.last+1].Form == ","
			d.groups[d.of[i]].heldBy(d.groups[d.of[k]], comma)
			d.groups[d.of[k]].heldBy(d.groups[d.of[i]], false)
		}
	}
}

// apart reports whether a sentence ends between two words.
func (d *decision) apart(i, k int) bool {
	for j := i + 1; j <= k; j++ {
		if d.t.Words[j].Begins {
			return true
		}
	}
	return false
}

func (g *group) heldBy(outer group, comma bool) {
	for k := range g.senses {
		for _, o := range outer.senses {
			if o.Precision == dateline.Settlement || o.Precision == g.senses[k].Precision || o.chance < 0.05 {
				continue
			}
			if o.Holds(g.senses[k].Entry) {
				g.senses[k].inside = true
				g.senses[k].held = g.senses[k].held || comma
			}
		}
	}
}

// support adds up how much of the text is about each country and area, by the chances so far.
func (d *decision) support() {
	d.country, d.area, d.total = map[string]float64{}, map[string]float64{}, 0
	for _, g := range d.groups {
		n := float64(min(len(g.mentions), 3))
		d.total += n
		for _, s := range g.senses {
			d.country[s.Country] += n * s.chance
			d.area[s.Area()] += n * s.chance
		}
	}
	for iso, n := range d.peoples {
		d.country[iso] += float64(min(n, 3))
		d.total += float64(min(n, 3))
	}
}

// own is how much of the support for a country or an area is the group's own.
func (g *group) own(match func(*sense) bool) float64 {
	sum := 0.0
	for k := range g.senses {
		if s := &g.senses[k]; match(s) {
			sum += s.chance
		}
	}
	return sum * float64(min(len(g.mentions), 3))
}

// measure works out for every sense how the rest of the text supports it.
func (d *decision) measure() {
	for g := range d.groups {
		x := &d.groups[g]
		for k := range x.senses {
			s := &x.senses[k]
			s.area = d.area[s.Area()] - x.own(func(o *sense) bool { return o.Area() == s.Area() })
			s.nation = d.country[s.Country] - x.own(func(o *sense) bool { return o.Country == s.Country })
			s.near = 0
			if !s.wide() {
				s.near = d.near(g, s)
			}
		}
	}
}

// wide reports whether a sense is too large for what is close by to tell anything.
func (s *sense) wide() bool {
	return s.Precision == dateline.Country || s.Precision == dateline.Continent || s.Precision == dateline.Region
}

// near adds up the chances that other names mean a place close by, a name at most one.
func (d *decision) near(g int, e *sense) float64 {
	if e.Lat == 0 && e.Lon == 0 {
		return 0
	}
	sum := 0.0
	for o := range d.groups {
		if o == g {
			continue
		}
		some := 0.0
		for k := range d.groups[o].senses {
			if s := &d.groups[o].senses[k]; s.chance >= 0.01 {
				some += s.chance * closeness(s, e)
			}
		}
		sum += min(some, 1)
	}
	return sum
}

// closeness falls from 1 to 0.2 over 200 km, and is 0 beyond; distances are those on a flat map.
func closeness(s, e *sense) float64 {
	const kmPerDegree = 111.2
	tall := (s.Lat - e.Lat) * kmPerDegree
	if tall > 200 || tall < -200 || s.Precision == dateline.Country || s.Precision == dateline.Continent || s.Lat == 0 && s.Lon == 0 {
		return 0
	}
	wide := (s.Lon - e.Lon) * kmPerDegree * e.cos
	if km := math.Sqrt(tall*tall + wide*wide); km < 200 {
		return 1 - km/250
	}
	return 0
}

// describe names what speaks for and against sense k of a group.
func (d *decision) describe(g, k int, sum *scorer.Sum) {
	x := &d.groups[g]
	s := &x.senses[k]
	kind := string(s.Precision)
	if s.Precision == dateline.Settlement {
		kind = size(s.Population)
	}
	sum.Add("kind=", kind)
	sum.Add("rank=", few(k))
	sum.Add("rank=", few(k), " kind=", kind)
	sum.Add("senses=", manySenses(len(x.senses)), " rank=", few(k))
	if s.Alternate {
		rivals := "alone"
		for _, o := range x.senses {
			if !o.Alternate {
				rivals = "beside main"
			}
		}
		sum.Add("alternate ", rivals)
		sum.Add("alternate kind=", kind)
		sum.Add("alternate ", rivals, " in=", language(s.Country))
	}
	if s.Part() {
		sum.Add("part")
	}
	sum.Add("seat=", few(s.Seat()))
	sum.Add("behind=", behind(x.senses[0].Weight()-s.Weight()))
	d.describeText(g, k, kind, sum)
}

// describeText adds what the rest of the report says.
func (d *decision) describeText(g, k int, kind string, sum *scorer.Sum) {
	x := &d.groups[g]
	s := &x.senses[k]
	anyHeld, anyInside, bestNear, bestArea := false, false, true, true
	for i := range x.senses {
		o := &x.senses[i]
		anyHeld, anyInside = anyHeld || o.held, anyInside || o.inside
		bestNear, bestArea = bestNear && s.near >= o.near, bestArea && s.area >= o.area
	}
	sum.Add("held=", threeWay(s.held, anyHeld))
	sum.Add("inside=", threeWay(s.inside, anyInside), " held=", threeWay(s.held, anyHeld))
	rest := d.total - float64(min(len(x.mentions), 3))
	wide := s.wide()
	if !wide {
		sum.Add("area=", amount(s.area))
		sum.Add("area part=", portion(s.area, rest))
		sum.Add("near=", amount(s.near))
		sum.Add("near=", amount(s.near), " kind=", kind)
		if s.near > 0.1 {
			sum.Add("best near=", threeWay(bestNear, true), " area=", threeWay(bestArea, true))
		}
	}
	sum.Add("country=", amount(s.nation), " wide=", threeWay(wide, true))
	sum.Add("country part=", portion(s.nation, rest), " wide=", threeWay(wide, true))
	d.describePage(s, wide, sum)
}

// describePage adds what the address and the publisher of the page say.
func (d *decision) describePage(s *sense, wide bool, sum *scorer.Sum) {
	if d.page == "" {
		return
	}
	if !wide && s.Area() != "" && len(s.Admin1) > 3 && strings.Contains(d.page, plain(s.Admin1)) {
		sum.Add("page area")
	}
	if len(s.Name) > 3 && strings.Contains(d.page, plain(s.Name)) {
		sum.Add("page name")
	}
	if tld := "." + strings.ToLower(s.Country); s.Country != "" && (strings.Contains(d.page, tld+"/") || s.Country == "GB" && strings.Contains(d.page, ".uk/")) {
		sum.Add("page country")
	}
}

// language says whether a country's places have English names, so that another one is a byname or
// an old name and no spelling.
func language(iso string) string {
	switch iso {
	case "US", "GB", "CA", "AU", "NZ", "IE":
		return "English"
	}
	return "other"
}

func plain(name string) string { return strings.ReplaceAll(strings.ToLower(name), " ", "") }

// threeWay says whether something is so, or only of a rival, or of none.
func threeWay(this, some bool) string {
	switch {
	case this:
		return "yes"
	case some:
		return "other"
	}
	return "none"
}

func manySenses(n int) string {
	switch {
	case n > 10:
		return "many"
	case n > 3:
		return "some"
	}
	return few(n)
}

// behind puts into words by how many powers of ten the greatest place of the name is greater.
func behind(w float64) string {
	switch {
	case w <= 0:
		return "none"
	case w < 0.5:
		return "a bit"
	case w < 1.2:
		return "tenfold"
	case w < 2.2:
		return "hundredfold"
	}
	return "far"
}

func amount(x float64) string {
	switch {
	case x < 0.05:
		return "0"
	case x < 0.4:
		return "1"
	case x < 0.9:
		return "2"
	case x < 1.9:
		return "3"
	case x < 4:
		return "4"
	}
	return "5"
}

func portion(x, of float64) string {
	if of <= 0 {
		return "-"
	}
	switch r := x / of; {
	case r < 0.02:
		return "0"
	case r < 0.15:
		return "1"
	case r < 0.4:
		return "2"
	case r < 0.7:
		return "3"
	}
	return "4"
}

// order lists the senses from the likeliest.
func (g *group) order() []int {
	out := make([]int, len(g.senses))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int {
		switch x, y := g.senses[a].chance, g.senses[b].chance; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return out
}
