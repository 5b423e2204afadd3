package place

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"dateline"
)

// reading is what a phrase was found to mean.
type reading struct {
	best    Entry
	found   []Entry // all that was found, best first
	state   dateline.State
	score   float64
	why     string
	others  []string
	unknown string // the part of the words that no record carries; "" if all is known
}

func (r reading) ok() bool { return r.best.ID != "" }

// resolve turns p into a Resolution.
func (a *atlas) resolve(p phrase, ctx Context) dateline.Resolution {
	if len(p.border) > 0 {
		return a.resolveBorder(p)
	}
	if len(p.between) == 2 {
		return a.resolveTwo(p, ctx)
	}
	r := a.find(p, ctx)
	if !r.ok() {
		return a.nothing(p, r)
	}
	place, score, why := a.shape(p, r)
	return dateline.Resolution{State: r.state, Others: r.others, Score: math.Round(score*100) / 100, Why: why, Place: &place}
}

// nothing answers for words that were not found.
func (a *atlas) nothing(p phrase, r reading) dateline.Resolution {
	for _, outer := range p.within {
		if len(outer.border) > 0 {
			return a.resolveBorder(outer)
		}
	}
	if len(p.name) == 0 || !named(p.name) {
		return describe(p, cmp.Or(r.why, "words that name no place"))
	}
	out := unplaced(p.words, cmp.Or(r.why, "no record carries this name"))
	out.Others = r.others
	return out
}

// describe answers for words that say a kind of place and name none: 'a hospital'.
func describe(p phrase, why string) dateline.Resolution {
	out := unplaced(p.words, why)
	out.State = dateline.Unidentified
	return out
}

// resolveTwo answers for 'between A and B' and 'A and B'.
func (a *atlas) resolveTwo(p phrase, ctx Context) dateline.Resolution {
	first, second := a.ends(p.between[0], p.between[1], ctx)
	if first.Place == nil || first.Place.ID == "" {
		first, second = second, first
	}
	if first.Place == nil || first.Place.ID == "" {
		return unplaced(p.words, "no record carries either name")
	}
	if p.noun == "and" {
		first.State, first.Score = dateline.Ambiguous, min(first.Score, 0.5)
		first.Why = "two places are named; this is the first: " + first.Why
		if second.Place != nil && second.Place.ID != "" {
			first.Others = append([]string{second.Place.ID}, first.Others...)
		}
		return first
	}
	place := dateline.Place{ID: first.Place.ID + "/between", Name: p.words, Precision: dateline.Region}
	if second.Place != nil && second.Place.Country == first.Place.Country {
		place.Country = first.Place.Country
		if second.Place.Admin1 == first.Place.Admin1 {
			place.Admin1 = first.Place.Admin1
		}
	}
	return dateline.Resolution{State: first.State, Place: &place, Score: first.Score * 0.8, Others: first.Others,
		Why: "between two places: no point; " + first.Why}
}

// ends resolves two ends of one line or list: where they are read in two countries, each is read once more beside the other.
func (a *atlas) ends(p, q phrase, ctx Context) (first, second dateline.Resolution) {
	country := func(r dateline.Resolution) string {
		if r.Place == nil {
			return ""
		}
		return r.Place.Country
	}
	first, second = a.resolve(p, ctx), a.resolve(q, ctx)
	if country(first) == country(second) {
		return first, second
	}
	beside := func(r dateline.Resolution) Context {
		return Context{Countries: []string{country(r)}, Near: append(slices.Clip(ctx.Near), *r.Place), Home: ctx.Home}
	}
	if country(first) != "" {
		if r := a.resolve(q, beside(first)); country(r) == country(first) && r.Place.ID != "" {
			return first, r
		}
	}
	if country(second) != "" {
		if r := a.resolve(p, beside(second)); country(r) == country(second) && r.Place.ID != "" {
			return r, second
		}
	}
	return first, second
}

// find looks up p's name within what holds it; if only what holds it is known, that is the answer.
func (a *atlas) find(p phrase, ctx Context) reading {
	holders, outer := a.holders(p, ctx)
	r := reading{}
	switch {
	case p.kind == wantCapital && len(p.name) == 0:
		r = a.capital(outer)
	case a.isPeople(p):
		r = a.ofPeople(p)
	case len(p.name) > 0:
		r = a.findName(p, holders, ctx)
	}
	if r.ok() || !outer.ok() {
		return r
	}
	out := outer
	out.score = outer.score * 0.9
	if len(p.name) > 0 {
		out.unknown = join(p.name)
		out.why = fmt.Sprintf("'%s' is in no gazetteer; placed as exactly as %s: %s", join(p.name), outer.best.label(), outer.why)
		out.others = r.others
	}
	return out
}

// maxWithin is how many phrases around a name are read; what a list of thirty names holds is not one place.
const maxWithin = 3

// holders reads what p lies in, and the best reading of the nearest that is known.
func (a *atlas) holders(p phrase, ctx Context) (all [][]Entry, nearest reading) {
	p.within = p.within[:min(maxWithin, len(p.within))]
	for i := len(p.within) - 1; i >= 0; i-- {
		outer := p.within[i]
		if len(outer.border) > 0 {
			continue
		}
		if len(outer.between) == 2 {
			outer = outer.between[0]
		}
		outer.within = append(slices.Clone(outer.within), p.within[i+1:]...)
		if r := a.find(outer, ctx); r.ok() {
			nearest = a.sharpen(outer, r)
			all = append(all, r.found)
		}
	}
	for _, word := range p.peoples {
		e, ok := a.peopleEntry(word)
		if !ok {
			continue
		}
		all = append(all, []Entry{e})
		if !nearest.ok() {
			nearest = reading{best: e, found: []Entry{e}, state: dateline.Known, score: 0.8, why: "'" + word + "' is of " + e.Name}
		}
	}
	return all, nearest
}

// sharpen keeps with r how p limits it, for the words that p holds.
func (a *atlas) sharpen(p phrase, r reading) reading {
	if len(p.sides) > 0 || p.near || p.part {
		place, _, _ := a.shape(p, r)
		r.best.Precision, r.best.ID, r.best.Name = place.Precision, place.ID, place.Name
		if place.Precision.Pointed() {
			r.best.Lat, r.best.Lon, r.best.ReachKm = place.Lat, place.Lon, place.RadiusM/1000
		}
	}
	return r
}

func (a *atlas) peopleEntry(word string) (Entry, bool) {
	p, ok := a.people(word)
	if !ok {
		return Entry{}, false
	}
	if p.iso == "" {
		return a.entries[p.entry], true
	}
	return a.country(p.iso), true
}

// isPeople reports whether p is no more than a word for a people, 'Russian', that is no name of a
// country or region as well.
func (a *atlas) isPeople(p phrase) bool {
	if len(p.name) != 1 || p.kind != anything || len(p.within) > 0 || !p.name[0].cap || len(a.names[p.name[0].key]) > 0 {
		return false
	}
	_, ok := a.people(p.name[0].text)
	return ok
}

func (a *atlas) ofPeople(p phrase) reading {
	e, _ := a.peopleEntry(p.name[0].text)
	return reading{best: e, found: []Entry{e}, state: dateline.Known, score: 0.6, why: "'" + p.name[0].text + "' is of " + e.Name}
}

// country returns the Entry of a known ISO code: countries come first among the entries.
func (a *atlas) country(iso string) Entry {
	for i := range a.entries {
		if e := &a.entries[i]; e.Country == iso && e.Precision == dateline.Country {
			return *e
		}
	}
	return Entry{}
}

// capital answers for 'the Afghan capital' and 'the capital of Borno state'.
func (a *atlas) capital(outer reading) reading {
	if !outer.ok() {
		return reading{why: "a capital, and no country in the words"}
	}
	name, ok := a.capitals[outer.best.Country]
	if !ok || outer.best.Precision != dateline.Country {
		return reading{}
	}
	found := a.rank(a.lookup(foldName(name), name), phrase{kind: wantSettlement}, [][]Entry{{outer.best}}, Context{})
	found = slices.DeleteFunc(found, func(c *candidate) bool { return !c.isSettled() })
	if len(found) == 0 {
		return reading{}
	}
	return reading{best: found[0].Entry, found: []Entry{found[0].Entry}, state: dateline.Known, score: 0.9,
		why: "the capital of " + outer.best.Name}
}

// findName looks p's name up as it is written and, where something else speaks for a place, as it
// might be spelled otherwise. A named building's spelling is not stretched.
func (a *atlas) findName(p phrase, holders [][]Entry, ctx Context) reading {
	if p.street {
		return a.findStreet(p, holders, ctx)
	}
	last := a.tryVariants(p, holders, ctx)
	if !last.ok() {
		if r := a.findHamlet(p, holders, ctx); r.ok() {
			return r
		}
	}
	supported := len(holders) > 0 || len(ctx.Countries) > 0 || len(ctx.Near) > 0
	if last.ok() || !supported || !named(p.name) || siteWords[p.name[len(p.name)-1].key] {
		return last
	}
	p.loose = true
	if r := a.tryVariants(p, holders, ctx); r.ok() {
		return r
	}
	return last
}

// findHamlet looks p's name up among the hamlets: one that an area in the words holds, or that was resolved before.
func (a *atlas) findHamlet(p phrase, holders [][]Entry, ctx Context) reading {
	found := slices.DeleteFunc(a.hamletsOf(fold(p.name)), func(e Entry) bool {
		held := slices.ContainsFunc(holders, func(h []Entry) bool {
			return slices.ContainsFunc(h, func(o Entry) bool { return o.Precision != dateline.Country && !o.isSettled() && o.holds(e) })
		})
		return !held && !slices.ContainsFunc(ctx.Near, func(n dateline.Place) bool { return n.ID == e.ID })
	})
	if len(found) == 0 {
		return reading{}
	}
	return a.choose(a.rank(found, p, holders, ctx), p, 0, ctx)
}

// findStreet looks a street up in the supplement: the towns of the table lend it no name.
func (a *atlas) findStreet(p phrase, holders [][]Entry, ctx Context) reading {
	written := join(p.name)
	for _, n := range a.names[fold(p.name)] {
		if n.form.fits(written) {
			return a.choose(a.rank([]Entry{a.entries[n.entry]}, p, holders, ctx), p, len(holders), ctx)
		}
	}
	return reading{why: "a street, which no record carries"}
}

// tryVariants looks up each variant of the name in turn, and returns the first reading that counts,
// or why the first that was found does not.
func (a *atlas) tryVariants(p phrase, holders [][]Entry, ctx Context) reading {
	var last reading
	for i, ts := range variants(p) {
		q := p
		q.name, q.partial = ts, i > 0 && len(ts) < len(p.name)
		found := a.candidates(q)
		if len(found) == 0 {
			continue
		}
		r := a.choose(a.rank(found, q, holders, ctx), q, len(holders), ctx)
		if r.ok() {
			if q.partial {
				r.unknown = join(p.name)
				r.score *= 0.8
				r.why = fmt.Sprintf("'%s' is in no gazetteer; placed as exactly as %s: %s", r.unknown, r.best.label(), r.why)
			}
			return r
		}
		if last.why == "" {
			last = r
		}
	}
	return last
}

// variants are the parts of the name to look up in turn: all of it, with its noun ('Swat Valley'),
// without small letters at its end, and, where a common noun for a site follows, what stands before.
func variants(p phrase) [][]token {
	var out [][]token
	if p.noun != "" && p.noun != "and" {
		out = append(out, append(slices.Clone(p.name), token{text: p.noun, key: p.noun}))
	}
	out = append(out, p.name)
	ts := p.name
	for len(ts) > 1 && !ts[len(ts)-1].cap {
		ts = ts[:len(ts)-1]
	}
	if len(ts) < len(p.name) && len(ts) > 0 {
		out = append(out, ts)
	}
	site := siteWords[p.name[len(p.name)-1].key] || len(ts) < len(p.name)
	for n := len(ts) - 1; site && n > 0; n-- {
		out = append(out, ts[:n])
	}
	if i := indexKey(p.name, "of"); i > 0 && i+1 < len(p.name) {
		out = append(out, p.name[i+1:])
	}
	return out
}

// candidates looks p's name up and keeps what is of the kind that the words ask for, if any is.
func (a *atlas) candidates(p phrase) []Entry {
	written := join(p.name)
	var found []Entry
	ways := spellings
	if p.loose {
		ways = looseSpellings
	}
	for _, key := range ways(fold(p.name)) {
		if found = a.lookup(key, written); len(found) > 0 {
			break
		}
	}
	if !named(p.name) {
		found = slices.DeleteFunc(found, func(e Entry) bool {
			return e.Population < 1_000_000 && e.Precision != dateline.Country && e.Precision != dateline.Continent
		})
	}
	if p.kind == wantQuarter {
		return quarters(found)
	}
	for _, kinds := range wanted[p.kind] {
		if some := ofKind(found, kinds); len(some) > 0 {
			return some
		}
	}
	return found
}

// wanted lists, for a kind, the classes of precision to prefer, best first.
var wanted = map[want][][]dateline.Precision{
	wantSettlement: {{dateline.Settlement}, {dateline.Province, dateline.District, dateline.Region, dateline.Country}},
	wantCapital:    {{dateline.Settlement}},
	wantProvince:   {{dateline.Province}, {dateline.Region, dateline.Continent}, {dateline.District}},
	wantDistrict:   {{dateline.District}, {dateline.Region}, {dateline.Province}},
	wantFeature:    {{dateline.Region, dateline.Continent}},
	wantArea:       {{dateline.Settlement, dateline.Region}, {dateline.Province, dateline.District}},
}

func ofKind(found []Entry, kinds []dateline.Precision) []Entry {
	var out []Entry
	for _, e := range found {
		if slices.Contains(kinds, e.Precision) {
			out = append(out, e)
		}
	}
	return out
}
