package actor

import (
	"slices"
	"strings"

	"dateline"
)

// statePrefix begins the identifiers of states and of what acts for them: 'state:NG' is Nigeria,
// 'state:NG:army' its army. The last part is a body of data/lexicon/parties.txt.
const statePrefix = "state:"

// body is a force or an organ of a state that a phrase names by words first to last, both included.
type body struct {
	first, last int
	name        string
}

// bodyIn finds the body that a phrase is about: the first that is more than 'officials' or
// 'government', else the first; false if there is none or the words only stand beside it ('the
// anti-government alliance').
func (p *phrase) bodyIn() (body, bool) {
	var best body
	for i := 0; i < p.len(); {
		d, ok := p.bodyAt(i)
		if !ok {
			i++
			continue
		}
		if i == 0 || !p.has(inAgainst, i-1) {
			if best.name == "" || best.name == "government" && d.name != "government" && !p.cut(i) {
				best = d
			}
		}
		i = d.last + 1
	}
	return best, best.name != ""
}

func (p *phrase) bodyAt(i int) (body, bool) {
	for n := min(longestPhrase, p.len()-i); n > 0; n-- {
		if name, ok := p.body(i, n); ok {
			return body{i, i + n - 1, name}, true
		}
	}
	return body{}, false
}

// stuff reports whether what follows the body makes it a thing of the body: 'police station'.
func (p *phrase) stuff(d body) bool {
	for i := d.last + 1; i < p.len() && !p.cut(i) && !p.has(inEnds, i); i++ {
		if _, ok := p.bodyAt(i); !ok && !p.has(inUnits, i) && !p.has(inQualifiers, i) && !p.proper(i) && !p.shouting() {
			return true
		}
	}
	return false
}

// seat reads 'the Kremlin', 'Pentagon officials'.
func (b *Book) seat(p *phrase) (dateline.Resolution, bool) {
	for i := range p.len() {
		for n := min(2, p.len()-i); n > 0; n-- {
			who, ok := p.lex.seats[p.gram(i, i+n)]
			if !ok || !p.words[i].is(initial) || i+n < p.len() && !p.cut(i+n) && p.stuff(body{i, i + n - 1, ""}) {
				continue
			}
			id := statePrefix + who
			return known(id, 0.85, "'"+p.raw(i, i+n)+"' stands for the "+b.Name(id)), true
		}
	}
	return dateline.Resolution{}, false
}

// state reads a force, an organ or the government of a state; false if the phrase names none.
func (b *Book) state(p *phrase) (dateline.Resolution, bool) {
	if r, ok := b.seat(p); ok {
		return r, true
	}
	named := b.countriesIn(p, nil)
	d, ok := p.bodyIn()
	if !ok {
		if r, ok := b.government(p); ok {
			return r, true
		}
		if r, ok := b.deed(p, named); ok {
			return r, true
		}
		return b.nation(p, named)
	}
	var isos []string
	for _, c := range named {
		if p.ofBody(c, d) && !slices.Contains(isos, c.iso) {
			isos = append(isos, c.iso)
		}
	}
	return b.forces(p, d, isos), true
}

// ofBody reports whether the country is the body's own: before it, or after 'of' or 'in'.
func (p *phrase) ofBody(c country, d body) bool {
	if c.last < d.first {
		return !p.glue(c.last+1) || c.last+1 == d.first // not 'U.S.-backed forces'
	}
	for i := d.last + 1; i < c.first; i++ {
		switch p.gram(i, i+1) {
		case "of", "in", "for", "from":
			return true
		}
	}
	return false
}

// forces names a body of the states given.
func (b *Book) forces(p *phrase, d body, isos []string) dateline.Resolution {
	words := "'" + p.raw(d.first, d.last+1) + "'"
	var all []string
	for _, iso := range isos {
		all = append(all, statePrefix+iso+":"+d.name)
	}
	switch {
	case p.stuff(d):
		return dateline.Resolution{State: dateline.Unidentified, Others: all, Score: 0.3, Why: "something of " + words + ", not the body itself"}
	case b.ownName(p, d):
		return dateline.Resolution{State: dateline.NotListed, Score: 0.6, Why: "a name with " + words + " in it, which no record carries"}
	case p.formerly(d.first):
		return dateline.Resolution{State: dateline.NotListed, Others: all, Score: 0.2, Why: "formerly of " + words}
	case len(all) == 1:
		return known(all[0], 0.9, words+" of "+b.Name(statePrefix+isos[0]))
	case len(all) > 1:
		return several(b, all)
	case b.otherOwner(p, d), b.bearer(p, d):
		return dateline.Resolution{State: dateline.NotListed, Score: 0.5, Why: words + " of a place or body that no record carries"}
	}
	return dateline.Resolution{State: dateline.Unidentified, Score: 0.9, Why: words + " of no named country"}
}

// otherOwner reports whether a name that is no country stands before the body, or behind it and 'of': 'Punjab
// police', 'the Army of the Red Coast'.
func (b *Book) otherOwner(p *phrase, d body) bool {
	for i := range d.first {
		if b.stranger(p, i) {
			return true
		}
	}
	at := d.last + 1
	if !forceful[d.name] || at >= p.len() || p.gram(at, at+1) != "of" || p.cut(at) {
		return false
	}
	for i := at + 1; i < p.len() && !p.cut(i) && (p.gram(i, i+1) == "the" || p.words[i].is(initial)); i++ {
		if b.stranger(p, i) {
			return true
		}
	}
	return false
}

// forceful are the bodies behind which 'of' does not say what they are for, as it does behind 'ministry'.
var forceful = map[string]bool{"army": true, "military": true, "security forces": true, "police": true, "national guard": true}

// ownName reports whether the body's words are a part of a name that a body of a state does not have: between
// its country and it, or before it, stands a word with a capital that is of no office ('Syrian Revolutionary Forces').
func (b *Book) ownName(p *phrase, d body) bool {
	if p.shouting() || !p.words[d.first].is(initial) {
		return false
	}
	for i := d.first - 1; i >= 0 && p.words[i].is(initial) && !p.cut(i+1) && !p.words[i].is(possessed); i-- {
		if b.inCountry(p, i) {
			return false
		}
		if !p.has(inOfficial, i) && !p.has(inQualifiers, i) && !p.plainWord(i) {
			return true
		}
	}
	return false
}

// inCountry reports whether word i is of a country's name.
func (b *Book) inCountry(p *phrase, i int) bool {
	for k := max(0, i-3); k <= i; k++ {
		if c, ok := b.countryAt(p, k); ok && c.first <= i && i <= c.last {
			return true
		}
	}
	return false
}

// bearer reports whether a person's name follows at once: 'President Vladimir Putin'.
func (b *Book) bearer(p *phrase, d body) bool {
	next := d.last + 1
	return next < p.len() && !p.cut(next) && b.stranger(p, next)
}

// deed reads a deed by its country: 'Israeli airstrikes', 'a Russian missile strike'.
func (b *Book) deed(p *phrase, named []country) (dateline.Resolution, bool) {
	last := p.len() - 1
	if len(named) != 1 || !named[0].adjective || !p.has(inDoings, last) || named[0].last >= last {
		return dateline.Resolution{}, false
	}
	id := statePrefix + named[0].iso
	return known(id, 0.7, "'"+p.gram(last, last+1)+"' is a deed of "+b.Name(id)), true
}

// government reads a capital or a seat that speaks for its government and is the whole phrase:
// 'Moscow'. It may be the town, hence the score.
func (b *Book) government(p *phrase) (dateline.Resolution, bool) {
	iso, ok := b.lookUp(b.countries.Government, p.raw(0, p.len()))
	if !ok {
		return dateline.Resolution{}, false
	}
	id := statePrefix + iso + ":government"
	return known(id, 0.6, "'"+p.raw(0, p.len())+"' stands for the "+b.Name(id)), true
}

// nation reads a country's bare name as the state itself. Its people ('Germans') and any other
// noun are no state.
func (b *Book) nation(p *phrase, named []country) (dateline.Resolution, bool) {
	var all []string
	covered := 0
	for _, c := range named {
		if c.adjective {
			return dateline.Resolution{}, false
		}
		all = append(all, statePrefix+c.iso)
		covered += c.last - c.first + 1
	}
	for i := range p.len() {
		within := slices.ContainsFunc(named, func(c country) bool { return c.first <= i && i <= c.last }) // 'The Gambia', 'The United States'
		if g := p.gram(i, i+1); !within && (g == "the" || g == "and" || g == "both") {
			covered++
		}
	}
	switch {
	case len(all) == 0 || covered != p.len():
		return dateline.Resolution{}, false
	case len(all) == 1:
		return known(all[0], 0.75, "the country's name for its state"), true
	}
	return several(b, all), true
}

func known(id string, score float64, why string) dateline.Resolution {
	return dateline.Resolution{State: dateline.Known, Actor: id, Score: score, Why: why}
}

// several is the Resolution of words that name more than one actor together.
func several(b *Book, all []string) dateline.Resolution {
	var names []string
	for _, id := range all {
		names = append(names, b.Name(id))
	}
	return dateline.Resolution{State: dateline.Ambiguous, Others: all, Score: 0.5,
		Why: "names several together: " + strings.Join(names, ", ")}
}
