package toponym

import (
	"slices"

	"dateline"
)

// elsewhere returns the country that words right behind a mention of group g say that it lies in ('Moura, central Mali', 'Moura in
// Mali'), where no place of that name does, but the likeliest is a small one of another country; "" if nothing says so.
func (d *decision) elsewhere(g int) string {
	x := &d.groups[g]
	order := x.order()
	if len(order) == 0 {
		return ""
	}
	best := &x.senses[order[0]]
	for _, i := range x.mentions {
		k, listed := d.outer(i)
		if k < 0 {
			continue
		}
		o := d.groups[d.of[k]].likeliest()
		if o == nil || o.Country == "" || o.Country == best.Country || best.wide() || best.Precision == dateline.Province || best.Population >= smallTown && listed || best.Population >= town {
			continue
		}
		if !slices.ContainsFunc(x.senses, func(s sense) bool { return s.Country == o.Country }) {
			return d.groups[d.of[k]].words
		}
	}
	return ""
}

// Behind a comma another place of a list may stand, so that only a name of small places is taken for one that lies in it.
const smallTown, town = 30_000, 300_000

// outer returns the name behind a comma or 'in' that mention i lies in by the words, -1 for none; listed says that a list may
// go on with it.
func (d *decision) outer(i int) (k int, listed bool) {
	at := d.names[i].last + 1
	if i+1 == len(d.names) || at+1 >= len(d.t.Words) || d.apart(at-1, at) {
		return -1, false
	}
	form := d.t.Words[at].Form
	if form != "," && form != "in" {
		return -1, false
	}
	at++
	if sides[d.t.Words[at].Form] {
		at++
	}
	if o := d.names[i+1]; o.first != at || form == "," && (d.t.after(o.last).Form == "and" || d.t.after(o.last).Form == "or") {
		return -1, false
	}
	return i + 1, form == ","
}

var sides = set("north south east west northern southern eastern western central northeastern northwestern southeastern southwestern")

// likeliest is the sense that a group most likely has, if that is a country and certain; else nil.
func (g *group) likeliest() *sense {
	order := g.order()
	if len(order) == 0 {
		return nil
	}
	s := &g.senses[order[0]]
	if s.chance < certain || s.Precision != dateline.Country {
		return nil
	}
	return s
}
