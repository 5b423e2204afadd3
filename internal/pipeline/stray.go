package pipeline

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"dateline"
	"dateline/data"
	"dateline/internal/resolve/place"
	"dateline/internal/resolve/scene"
)

// A quarter of a town or a family's name that is also the name of a town far away is none: 'in Gresham', in a report that
// names Chicago three times and nothing else near any Gresham, is a place that no record carries, and 'in Bridgeport',
// of which Chicago's police tell, is the quarter of Chicago.

// smallTown is how many people live in a town that is not known to readers by its name alone; localTown, in one that is not known so
// to readers of news of their own town, where news gives a town elsewhere with its state.
const smallTown, localTown = 100_000, 1_000_000

// farAway is how near another place that the report names must lie for a town to belong to its scene, in kilometres.
const farAway = 120

// scenery is what a report names that tells whether a place is of its scene.
type scenery struct {
	named     []dateline.Toponym
	forces    []*dateline.Place // the towns whose police tell of it
	homes     []*dateline.Place // those, and the towns of its dateline and of its outlet
	often     []*dateline.Place // other towns that it names more than once
	local     *dateline.Place   // the town that it is news of for those who live there; nil if it may be news of anywhere
	outlet    *dateline.Place   // the town that the name of its site gives with its area; nil if it gives none
	countries map[string]bool   // that it names
	quarters  []string          // the names that it calls those of quarters: 'the West Side Austin neighborhood'

	fates map[dateline.Place]fate // of the places asked for
}

// fate is what becomes of a place that may be of another scene: it is a quarter of a town the report is at home in, or strayed.
type fate struct {
	home    string
	quarter *dateline.Place
	strayed bool
}

func newScenery(out *dateline.Reading) *scenery {
	s := &scenery{named: out.Toponyms, forces: policed(out), countries: map[string]bool{}, fates: map[dateline.Place]fate{}}
	s.homes = slices.Clone(s.forces)
	text, page, times := out.Report.Text, strings.ToLower(page(out.Report)), map[string]int{}
	for _, n := range s.named {
		times[n.Place.ID]++
		if n.Place.Precision == dateline.Country {
			s.countries[n.Place.Country] = true
		}
	}
	s.quarters = quarters(text)
	wire := wirePlace(&out.Report)
	for k, n := range s.named {
		words := strings.ToLower(n.Span.In(text))
		isDateline := wire != "" && strings.HasPrefix(strings.ToLower(wire), words) || shouted(text, n.Span)
		switch {
		case n.As != dateline.AsPlace || n.Place.Precision != dateline.Settlement:
		case isDateline, len(words) > 4 && strings.Contains(page, squeezed(words)):
			s.homes = append(s.homes, n.Place)
			if isDateline && s.local == nil && s.isLocal(k, text, page) {
				s.local = n.Place
			}
		case times[n.Place.ID] > 1:
			s.often = append(s.often, n.Place)
		}
	}
	if s.outlet = outletTown(out.Report); s.outlet != nil {
		s.homes = append(s.homes, s.outlet)
	}
	whose := outlet(out.Report)
	if k := slices.IndexFunc(s.forces, func(p *dateline.Place) bool {
		return stated[strings.ToLower(p.Country)] && len(p.Name) > 4 && strings.Contains(whose, squeezed(p.Name))
	}); k >= 0 && s.local == nil {
		s.local = s.forces[k]
	}
	if k := slices.IndexFunc(s.named, func(n dateline.Toponym) bool { return n.Place.Precision == dateline.Settlement }); k >= 0 && s.local == nil {
		if p := s.named[k].Place; times[p.ID] > 1 && s.polices(p) {
			s.local = p
		}
	}
	return s
}

// isLocal reports whether the dateline whose town is the name k is that of news for those who live there: it gives something smaller
// than a country behind it ('MEMPHIS, Tenn.') or a broadcaster's call sign ('(KDKA)'), or the town's police tell of it; where news gives
// a town elsewhere with its state, also one without an agency, or of the town that the page is named after.
func (s *scenery) isLocal(k int, text, page string) bool {
	n := s.named[k]
	behind := text[n.Span.End:min(len(text), n.Span.End+datelineReach)]
	if callSign.MatchString(behind) || s.polices(n.Place) ||
		stated[strings.ToLower(n.Place.Country)] && (bareDash.MatchString(behind) || strings.Contains(page, squeezed(strings.ToLower(n.Span.In(text))))) {
		return true
	}
	area := datelineArea.FindStringSubmatch(behind)
	return area != nil && slices.ContainsFunc(slices.Concat(place.Lookup(area[1]), place.Lookup(area[1]+".")), func(e place.Entry) bool {
		return e.Precision == dateline.Province && e.Country == n.Place.Country && e.Admin1 == n.Place.Admin1
	})
}

// stated are the countries whose news gives a town elsewhere with its state.
var stated = data.Section("setting.txt", "stated")

// bareDash is what stands behind the town of a dateline that names no agency: 'DENVER -- '.
var bareDash = regexp.MustCompile(`^ ?(?:--|[-–—]) `)

// datelineArea is what a dateline gives behind its town.
var datelineArea = regexp.MustCompile(`^, ([A-Z][\pL.]*(?: [A-Z][\pL.]*)*)`)

// polices reports whether the report tells of a town's police.
func (s *scenery) polices(p *dateline.Place) bool {
	return slices.ContainsFunc(s.forces, func(t *dateline.Place) bool { return t.ID == p.ID })
}

// callSign is how American and Canadian stations are named.
var callSign = regexp.MustCompile(`^[^\n]{0,12}\((?:[KWC][A-Z]{2,3}|CBS[A-Za-z]*)\b`)

// mended is what a place is taken for that is not of the report's scene, and why: the quarter of that name, or a name
// that no record carries, with words for it; nil for one that may be of it.
func (s *scenery) mended(p *dateline.Place, words string) (*dateline.Place, string) {
	if p.Precision != dateline.Settlement && p.Precision != dateline.Near && p.Precision != dateline.District || p.ID == "" {
		return nil, ""
	}
	f, ok := s.fates[*p]
	if !ok {
		f = s.fate(p)
		s.fates[*p] = f
	}
	if f.quarter != nil {
		return f.quarter, "the report is set in " + f.home + ", and a place of that name lies there"
	}
	if s.called(p, words) {
		return &dateline.Place{Name: words, Precision: dateline.Unplaced}, "the report calls it a quarter of a town"
	}
	if !f.strayed {
		return nil, ""
	}
	return &dateline.Place{Name: words, Precision: dateline.Unplaced},
		"no place of that name is known where the report's other places lie; " + cmp.Or(p.Admin1, p.Country) + " has one"
}

// fate is what becomes of p: nothing if the report is of that town, or names another place near it.
func (s *scenery) fate(p *dateline.Place) fate {
	if s.local != nil && s.local.ID == p.ID || s.beside(p) {
		return fate{}
	}
	if q := s.ownArea(p); q != nil {
		return fate{home: q.Admin1, quarter: q}
	}
	if p.Precision == dateline.District {
		return fate{}
	}
	small := small(p, smallTown) || s.local != nil && stated[strings.ToLower(s.local.Country)] && small(p, localTown)
	home, quarter := s.homeOf(p, small)
	return fate{home, quarter, quarter == nil && small && s.strayed(p)}
}

// ownArea returns, of a place elsewhere that is not known by its name alone, the one of its name and sort that lies in the first-order
// area of the report's outlet; nil if there is none, or if it is news of one town, whose quarters have such names.
func (s *scenery) ownArea(p *dateline.Place) *dateline.Place {
	home := s.outlet
	if home == nil || s.countries[p.Country] && p.Country != home.Country || s.local != nil || home.Country == p.Country && home.Admin1 == p.Admin1 || p.Precision != dateline.District && !small(p, localTown) {
		return nil
	}
	for _, e := range place.Lookup(p.Name) {
		if !e.Alternate && e.Country == home.Country && e.Admin1 == home.Admin1 && (e.Precision == p.Precision || e.Precision == dateline.Settlement && p.Precision == dateline.Near) {
			q := e.Place()
			return &q
		}
	}
	return nil
}

// quarters lists the names that a text calls those of quarters: 'the West Side Austin neighborhood', 'Chicago's Austin
// neighborhood'; not 'the Chicago neighborhood of Austin'.
func quarters(text string) []string {
	if !strings.Contains(text, " neighb") {
		return nil
	}
	var out []string
	for _, m := range quarterName.FindAllStringSubmatchIndex(text, mostNamed) {
		if !strings.HasPrefix(text[m[1]:], " of ") {
			out = append(out, text[m[2]:m[3]])
		}
	}
	return out
}

var quarterName = regexp.MustCompile(`(?:\b[Tt]he|['’]s) ((?:[A-Z][\pL.'’-]+ ){0,3}[A-Z][\pL.'’-]+) neighbou?rhood\b`)

// called reports whether the report calls a name that of a quarter, and none of its police.
func (s *scenery) called(p *dateline.Place, words string) bool {
	words, _, _ = strings.Cut(strings.TrimPrefix(words, "the "), " neighb")
	return p.Town == "" && !s.polices(p) &&
		slices.ContainsFunc(s.quarters, func(q string) bool { return q == words || strings.HasSuffix(q, " "+words) })
}

// strays mends the places of the statements that are such namesakes, and those that lie in a town which other words than theirs place.
func strays(out *dateline.Reading, s *scenery) {
	parts := map[string]*dateline.Statement{}
	for i := range out.Statements {
		parts[out.Statements[i].ID] = &out.Statements[i]
	}
	for i := range out.Resolutions {
		r := &out.Resolutions[i]
		if r.Place == nil || r.Part < 0 {
			continue
		}
		span := parts[r.Statement].Parts[r.Part].Span
		words := span.In(out.Report.Text)
		if n := s.within(r.Place, span, out.Report.Text); n != nil {
			r.Place, r.State, r.Score, r.Others, r.Why = n.Place, n.State, n.Score, n.Others, "it lies in "+n.Span.In(out.Report.Text)+": "+n.Why
		}
		q, why := s.mended(r.Place, words)
		if q == nil {
			continue
		}
		if q.Precision == dateline.Unplaced {
			r.State, r.Others, r.Score = dateline.NotListed, nil, 0
		}
		r.Place, r.Why = q, why
	}
}

// within is the town or district that words of no record say what lies in: 'outside her Salina home', of which a part may be cut off
// ('a San'); nil if there is none.
func (s *scenery) within(p *dateline.Place, span dateline.Span, text string) *dateline.Toponym {
	if p.Precision != dateline.Unplaced {
		return nil
	}
	k := slices.IndexFunc(s.named, func(n dateline.Toponym) bool { return n.Span.Overlaps(span) })
	if k < 0 {
		return nil
	}
	n := &s.named[k]
	if n.Span.Start < span.Start || n.As != dateline.AsPlace || n.Place.Precision != dateline.Settlement && n.Place.Precision != dateline.District ||
		strings.ContainsFunc(text[span.Start:n.Span.Start], unicode.IsUpper) || strings.ContainsFunc(text[n.Span.End:max(n.Span.End, span.End)], unicode.IsUpper) ||
		n.Span.End == span.End || onStreet(text, n.Span) {
		return nil
	}
	return n
}

// beside reports whether the report names another place near p, or in its first-order area; where it is at home elsewhere, only a well-known
// town or an area counts, for small ones are namesakes as well.
func (s *scenery) beside(p *dateline.Place) bool {
	elsewhere := s.outlet != nil && !around(s.outlet, p) || s.local != nil && stated[strings.ToLower(s.local.Country)] && !around(s.local, p)
	return slices.ContainsFunc(s.named, func(n dateline.Toponym) bool {
		q, level := n.Place, scene.LevelOf(*n.Place)
		if elsewhere && level == scene.Town && small(q, smallTown) {
			return false
		}
		return level != "" && level != scene.Country && q.ID != p.ID && !strings.EqualFold(q.Name, p.Name) && n.As == dateline.AsPlace &&
			(q.Country == p.Country && q.Admin1 == p.Admin1 || place.Kilometres(p.Lat, p.Lon, n.Lat, n.Lon) < farAway)
	})
}

// strayed reports whether a small town near which the report names no other place lies far from all else that a report names, while two names or more lie in one
// first-order area, or a town's police tell of it, or it is local news. A town of a country that the report names, and most of its places
// lie elsewhere, is none.
func (s *scenery) strayed(p *dateline.Place) bool {
	areas, country, most, seen := map[string]int{}, "", 0, map[string]bool{}
	for _, n := range s.named {
		q := n.Place
		level := scene.LevelOf(*q)
		if level == "" || level == scene.Country || q.ID == p.ID || strings.EqualFold(q.Name, p.Name) || n.As != dateline.AsPlace || seen[q.ID] {
			continue
		}
		seen[q.ID] = true
		k := q.Country + q.Admin1
		if areas[k]++; areas[k] > most {
			country, most = q.Country, areas[k]
		}
	}
	elsewhere := func(t *dateline.Place) bool {
		return t.ID != p.ID && (t.Country == p.Country || !s.countries[p.Country])
	}
	return most >= 2 && (country == p.Country || !s.countries[p.Country]) || slices.ContainsFunc(s.forces, elsewhere) || s.local != nil && elsewhere(s.local) || s.outlet != nil && elsewhere(s.outlet) && !around(s.outlet, p)
}

// around reports whether p lies in the first-order area of an outlet's town, or by it.
func around(outlet, p *dateline.Place) bool {
	return outlet.Country == p.Country && outlet.Admin1 == p.Admin1 || place.Kilometres(outlet.Lat, outlet.Lon, p.Lat, p.Lon) < farAway
}

// small reports whether a place is a town of fewer people, or a quarter.
func small(p *dateline.Place, people int) bool {
	return p.Town != "" || slices.ContainsFunc(place.WithHamlets(p.Name), func(e place.Entry) bool { return e.ID == p.ID && e.Population < people })
}

// policed lists the towns of whose police a report tells, 'Chicago police said': those that a toponym names there, and
// well-known ones.
func policed(out *dateline.Reading) []*dateline.Place {
	var towns []*dateline.Place
	text := out.Report.Text
	for _, name := range forces(text) {
		if k := slices.IndexFunc(out.Toponyms, func(n dateline.Toponym) bool { return n.Span.End == name.End }); k >= 0 {
			towns = append(towns, out.Toponyms[k].Place)
			continue
		}
		for words := name.In(text); words != ""; _, words, _ = strings.Cut(words, " ") {
			r := place.Resolve(words, place.Context{Countries: out.Countries})
			if r.State == dateline.Known && r.Place != nil && great(words, r.Place) {
				towns = append(towns, r.Place)
				break
			}
		}
	}
	return slices.DeleteFunc(towns, func(p *dateline.Place) bool { return p.Precision != dateline.Settlement })
}

// forces lists the names that stand before 'police' in a text, in order.
func forces(text string) []dateline.Span {
	var names []dateline.Span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		if strings.Contains(line, "olice") || strings.Contains(line, "PD") {
			for _, f := range police.FindAllStringSubmatchIndex(line, mostNamed-len(names)) {
				names = append(names, dateline.Span{Start: at + f[2], End: at + f[3]})
			}
		}
		at += len(line)
	}
	return names
}

var police = regexp.MustCompile(`\b((?:[A-Z][a-zé'.-]+ ){0,2}[A-Z][a-zé'.-]+) (?:[Mm]etro(?:politan)? )?(?:[Pp]olice|PD)\b`)

// homeOf returns, of a place near which the report names no other, the town that the report is at home in and what
// carries its name there; "" and nil if there is none.
func (s *scenery) homeOf(p *dateline.Place, small bool) (string, *dateline.Place) {
	at := func(t *dateline.Place) bool { return t.ID == p.ID }
	if slices.ContainsFunc(s.homes, at) {
		return "", nil
	}
	towns := s.forces
	if small {
		towns = s.homes
	}
	if small && !slices.ContainsFunc(s.often, at) {
		towns = slices.Concat(s.homes, s.often)
	}
	for _, town := range towns {
		if s.countries[p.Country] && town.Country != p.Country {
			continue
		}
		if q := place.Beside(p.Name, *town); q != nil {
			return town.Name, q
		}
	}
	return "", nil
}
