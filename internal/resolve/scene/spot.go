package scene

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
)

// spot is a place with all that the report says of it.
type spot struct {
	level    Level
	key      string
	place    dateline.Place
	mentions []int // those that name it, or, of a country, what lies in it or belongs to it
	self     int   // how many name it itself
	people   int   // how many by an adjective or a people
	first    int   // the first sentence
	title    bool
	wire     bool
	told     int   // events of the news that took place there by their own words
	past     int   // such events of the background
	courts   int   // of both, those that are what courts do
	beside   int   // events in whose sentence it is named
	rank     int   // 0 is the most often named of its level
	before   []int // the notable words before it, by number, in order
	after    []int
	nth      int     // 0 is the first named of its level
	bodies   int     // how many in the name of a body
	care     int     // how many in the words for a hospital
	aside    int     // how many beside the text
	voices   int     // how many in the words for who speaks
	homes    int     // how many as where somebody lives
	kin      int     // namings of other places of its first-order area
	area     int     // namings of that area itself
	inMost   bool    // lies in the country that is named most
	standing []int32 // what its standing weighs, by class; nil as long as nobody asked
}

// gathering is a report with its spots.
type gathering struct {
	r        *Report
	spots    map[Level][]*spot
	named    map[Level]int // namings of each level
	mostTold map[Level]int // news events told at one spot of a level, at most
	scenes   map[Level]int // spots of a level where the words of news events say that they took place
	most     string        // the country that is named most, with what lies in it
}

func gather(r *Report) *gathering {
	g := &gathering{r: r, spots: map[Level][]*spot{}, named: map[Level]int{}, mostTold: map[Level]int{}, scenes: map[Level]int{}}
	by := map[string]*spot{}
	for i, m := range r.Mentions {
		if level := LevelOf(m.Place); level == Town || level == Area {
			g.name(by, i, level, string(level)+m.Place.ID)
		}
		if m.Place.Country != "" {
			g.name(by, i, Country, m.Place.Country)
		}
	}
	for _, e := range r.Events {
		g.events(e)
	}
	for _, level := range Levels {
		g.order(g.spots[level])
		g.families(level)
	}
	if c := g.spots[Country]; len(c) > 0 {
		g.most = slices.MinFunc(c, func(a, b *spot) int { return cmp.Compare(a.rank, b.rank) }).key
	}
	for _, level := range []Level{Town, Area} {
		for _, s := range g.spots[level] {
			s.inMost = s.place.Country == g.most
		}
	}
	return g
}

// name notes that mention i names the spot with the key, or something in it.
func (g *gathering) name(by map[string]*spot, i int, level Level, key string) {
	m := g.r.Mentions[i]
	s := by[key]
	if s == nil {
		s = &spot{level: level, key: key, place: m.Place, first: m.Sentence, nth: len(g.spots[level])}
		by[key] = s
		g.spots[level] = append(g.spots[level], s)
	}
	s.mentions = append(s.mentions, i)
	g.named[level]++
	s.first = min(s.first, m.Sentence)
	s.wire = s.wire || m.Dateline
	if level != LevelOf(m.Place) {
		return
	}
	s.self++
	if m.People {
		s.people++
	}
	if m.Body {
		s.bodies++
	}
	if m.Care {
		s.care++
	}
	if m.Aside {
		s.aside++
	}
	if m.Voice {
		s.voices++
	}
	if m.Home {
		s.homes++
	}
	s.before = note(s.before, m.Before)
	s.after = note(s.after, m.After)
}

// note adds the number of a notable word to an ordered list.
func note(numbers []int, word string) []int {
	n := noteOf(word)
	at, known := slices.BinarySearch(numbers, n)
	if n < 0 || known {
		return numbers
	}
	return slices.Insert(numbers, at, n)
}

// events notes what event e says of the spots.
func (g *gathering) events(e Event) {
	for _, level := range Levels {
		for _, s := range g.spots[level] {
			at := slices.ContainsFunc(e.Told, s.holds)
			if at && judicial(e.Kind) {
				s.courts++
			}
			switch {
			case !at:
			case e.Background:
				s.past++
			default:
				if s.told++; s.told == 1 {
					g.scenes[level]++
				}
				g.mostTold[level] = max(g.mostTold[level], s.told)
			}
			if slices.ContainsFunc(s.mentions, func(m int) bool { return g.r.Mentions[m].Sentence == e.Sentence }) {
				s.beside++
			}
		}
	}
}

// holds reports whether p is the spot, or lies in it.
func (s *spot) holds(p dateline.Place) bool {
	switch s.level {
	case Country:
		return p.Country == s.key
	case Area:
		return p.ID == s.place.ID || s.place.Precision == dateline.Province && p.Country == s.place.Country && p.Admin1 != "" && p.Admin1 == s.place.Admin1
	}
	return p.ID == s.place.ID
}

// mayHold reports whether the spot is known to hold p, or is a district of its first-order area.
func (s *spot) mayHold(p dateline.Place) bool {
	return s.holds(p) || s.place.Precision == dateline.District && p.Admin1 != "" && s.place.Country == p.Country && s.place.Admin1 == p.Admin1
}

// families counts what else is named of the first-order areas that the spots of a level lie in.
func (g *gathering) families(level Level) {
	for _, s := range g.spots[level] {
		for _, m := range g.r.Mentions {
			if p := m.Place; s.place.Admin1 != "" && p.Country == s.place.Country && p.Admin1 == s.place.Admin1 && p.ID != s.place.ID {
				s.kin++
				if p.Precision == dateline.Province {
					s.area++
				}
			}
		}
	}
}

// order ranks spots by how often they are named, ties by which is first.
func (g *gathering) order(spots []*spot) {
	title := " " + strings.Join(words(g.r.Title), " ") + " "
	sorted := slices.Clone(spots)
	slices.SortStableFunc(sorted, func(a, b *spot) int { return cmp.Compare(len(b.mentions), len(a.mentions)) })
	for i, s := range sorted {
		s.rank = i
		s.title = strings.Contains(title, " "+strings.Join(words(s.place.Name), " ")+" ")
	}
}

// words are the words of a name in small letters.
func words(name string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(name, "’", "'")), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127)
	})
}

// nearest is the mention of a spot that event i can best rest on: the last of its own names before the
// event, else the first of them; of a country that is not named itself, the first of what lies in it.
func (g *gathering) nearest(s *spot, i int) int {
	best := -1
	for _, m := range s.mentions {
		if own := LevelOf(g.r.Mentions[m].Place) == s.level; !own && s.self > 0 {
			continue
		}
		if best < 0 || g.r.Mentions[m].Span.Start < g.r.Events[i].At {
			best = m
		}
	}
	return best
}
