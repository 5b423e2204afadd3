package eval

import (
	"fmt"
	"math"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/link"
)

// What an incident of many reports says, against the archive's record of it: every record is scored, and
// nothing is what a record has of which we have no incident.
//
// An incident of ours is that record's of which most of its articles are (of as many, the lower number); the
// articles are those that mainly tell it. Of the incidents that fall to one record that with most of its
// articles is scored. 'Gold groups' shows what would be if the articles were linked as the archive files
// them: what is wrong there is the reading's fault, the rest is the linking's.
//
//	killed, injured    the record's figure lies in the range from the least low bound to the greatest high
//	                   bound that an account tells (as in gva.go); nothing told is right where it is 0
//	date               the first date is the record's day
//	city               the first place has the name of the record's city or county (gvaTown)
//	state              the first place lies in the record's state
//	within 15 km       the first place has a point at most so far from the record's point

// linkedFacts counts the records whose facts an incident has right.
type linkedFacts struct {
	killed, injured, near share
	scene                 gvaScene
}

func (f *linkedFacts) add(want gvaRecord, in dateline.Incident) {
	var k, i gvaScore
	k.add(want.Killed, gvaFigure(in, dateline.KilledRole, dateline.Death))
	i.add(want.Injured, gvaFigure(in, dateline.Wounded, dateline.Injury))
	f.killed.add(k.holds.right == 1)
	f.injured.add(i.holds.right == 1)
	f.scene.add(want, in)
	f.near.add(want.near(in, 15))
}

// near reports whether the incident's first place is a point at most km kilometres from the record's.
func (want gvaRecord) near(in dateline.Incident, km float64) bool {
	if len(in.Places) == 0 || len(want.Point) != 2 || !in.Places[0].Value.Precision.Pointed() {
		return false
	}
	p := in.Places[0].Value
	return apartKM(p.Lat, p.Lon, want.Point[0], want.Point[1]) <= km
}

// apartKM is the great-circle distance in kilometres.
func apartKM(lat, lon, lat2, lon2 float64) float64 {
	const deg = math.Pi / 180
	h := math.Pow(math.Sin((lat2-lat)*deg/2), 2) + math.Cos(lat*deg)*math.Cos(lat2*deg)*math.Pow(math.Sin((lon2-lon)*deg/2), 2)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func (g *gvaLinked) factTable() Table {
	var ours, gold linkedFacts
	matched, found := g.matched(), 0
	together := g.together()
	for _, want := range g.wanted() {
		if in, ok := matched[want.Incident]; ok {
			found++
			ours.add(want, *in)
		} else {
			ours.add(want, dateline.Incident{})
		}
		gold.add(want, together[want.Incident])
	}
	row := func(name, pass, aim string, f func(*linkedFacts) share) []string {
		return []string{name, pass, aim, f(&ours).percent(), f(&gold).percent()}
	}
	return Table{Title: fmt.Sprintf("What the incidents say, against %d final records of the archive, GVA dev, per cent", ours.killed.all),
		Head: []string{"", "pass", "aim", "our groups", "gold groups"},
		Rows: [][]string{
			row("incident's killed", "85", "93", func(f *linkedFacts) share { return f.killed }),
			row("incident's injured", "85", "93", func(f *linkedFacts) share { return f.injured }),
			row("incident's date", "85", "93", func(f *linkedFacts) share { return f.scene.day }),
			row("incident's city", "85", "92", func(f *linkedFacts) share { return f.scene.town }),
			row("incident's state", "", "", func(f *linkedFacts) share { return f.scene.state }),
			row("incident within 15 km", "", "", func(f *linkedFacts) share { return f.near })},
		Notes: []string{fmt.Sprintf("records with an incident of ours: %d", found)}}
}

// wanted lists the records that have articles, in the order of the articles.
func (g *gvaLinked) wanted() []gvaRecord {
	var out []gvaRecord
	seen := map[string]bool{}
	for _, a := range g.articles {
		if rec, ok := g.records[a.Incident]; ok && !seen[a.Incident] {
			seen[a.Incident] = true
			out = append(out, rec)
		}
	}
	return out
}

// matched gives each record's incident, by the record's number.
func (g *gvaLinked) matched() map[string]*dateline.Incident {
	articles := map[*dateline.Incident]map[string]int{}
	for i, in := range g.mains {
		if in == nil {
			continue
		}
		if articles[in] == nil {
			articles[in] = map[string]int{}
		}
		articles[in][g.articles[i].Incident]++
	}
	out, most := map[string]*dateline.Incident{}, map[string]int{}
	for i := range g.incidents {
		in := &g.incidents[i]
		number, n := "", 0
		for k, m := range articles[in] {
			if m > n || m == n && k < number {
				number, n = k, m
			}
		}
		if n > most[number] {
			out[number], most[number] = in, n
		}
	}
	return out
}

// together gives each record the incident that its articles mainly tell if they are ruled to be one.
func (g *gvaLinked) together() map[string]dateline.Incident {
	of := map[string][]dateline.Reading{}
	ruled := map[string][]dateline.Decision{}
	last := map[string]string{}
	for i, r := range g.readings {
		number := g.articles[i].Incident
		of[number] = append(of[number], r)
		in := analysis.Main(r, link.Link([]dateline.Reading{r}, nil))
		if in == nil {
			continue
		}
		if had := last[number]; had != "" {
			ruled[number] = append(ruled[number], dateline.Decision{ID: r.Report.ID, Ruling: dateline.Same, On: []string{had, in.Statements[0]}})
		}
		last[number] = in.Statements[0]
	}
	out := map[string]dateline.Incident{}
	for number, rs := range of {
		var best *dateline.Incident
		for _, in := range analysis.Mains(rs, link.Link(rs, ruled[number])) {
			if in != nil && (best == nil || len(in.Reports) > len(best.Reports)) {
				best = in
			}
		}
		if best != nil {
			out[number] = *best
		}
	}
	return out
}
