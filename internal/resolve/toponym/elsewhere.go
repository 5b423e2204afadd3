package toponym

import (
	"slices"
	"strings"

	"dateline"
)

// elsewhere returns the country, or the name of an area or a town in one, that words right behind a mention of group g say that it lies in
// ('Moura, central Mali', 'Kaya village in the Maradun area'), where no place of that name does, but the likeliest is a small one of another country; "" if nothing says so.
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
		if o == nil || o.Precision != dateline.Country && o.nation <= best.nation {
			continue
		}
		if o.Country == "" || o.Country == best.Country || best.wide() || best.Precision == dateline.Province || listed && (best.Population >= smallTown || o.Precision != dateline.Country) || best.Population >= town {
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
	if villages[d.t.Words[at].Form] {
		at++
	}
	form := d.t.Words[at].Form
	if form != "," && form != "in" {
		return -1, false
	}
	at++
	for at < len(d.t.Words) && (sides[d.t.Words[at].Form] || d.t.Words[at].Form == "the") {
		at++
	}
	if o := d.names[i+1]; o.first != at || form == "," && (d.t.after(o.last).Form == "and" || d.t.after(o.last).Form == "or") {
		return -1, false
	}
	return i + 1, form == ","
}

var villages = set("village town hamlet city")

var sides = set("north south east west northern southern eastern western central northeastern northwestern southeastern southwestern")

// likeliest is the sense that a group most likely has, if that is certain; else nil.
func (g *group) likeliest() *sense {
	order := g.order()
	if len(order) == 0 {
		return nil
	}
	s := &g.senses[order[0]]
	if s.chance < certain {
		return nil
	}
	return s
}

// tiedPart is the last part of a name that a small word ties to its first, as names of Persian and Arabic are cut short: 'Barchi' of
// 'Dasht-e-Barchi'; "" for other words.
func tiedPart(form string) string {
	first, rest, _ := strings.Cut(form, "-")
	small, last, ok := strings.Cut(rest, "-")
	if !ok || first == "" || !ties[small] || !upper(last) {
		return ""
	}
	return last
}

var ties = set("e i ye al ul ol el")
