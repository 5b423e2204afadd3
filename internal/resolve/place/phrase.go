package place

import (
	"slices"
	"strconv"
	"strings"

	"dateline/internal/resolve/numeral"
)

// want is what kind of place the words say that they name.
type want string

const (
	anything       want = ""
	wantSettlement want = "settlement"
	wantProvince   want = "province"
	wantDistrict   want = "district"
	wantCapital    want = "capital"
	wantQuarter    want = "quarter"
	wantArea       want = "area" // 'the Mosul area'
	wantFeature    want = "feature"
)

// phrase is the words of a mention, parted. What is within what goes outward: 'a market in Konduga,
// Borno state' is named 'a market' and within two phrases.
type phrase struct {
	words   string  // as written
	name    []token // what it is called; empty if it is not named
	kind    want
	noun    string   // the word that said the kind: 'oblast', 'valley'
	sides   []string // 'north', 'east', in the order of the words
	part    bool     // 'parts of', 'the coast of'
	near    bool
	km      float64  // how far, 0 if not said
	peoples []string // words for peoples: 'Iranian'
	within  []phrase // nearest first
	border  []token  // all its words, if it is a border
	between []phrase // 'between A and B', 'A and B'
	partial bool     // the name is a part of what was written
	loose   bool     // look the name up as it might be spelled otherwise
	street  bool     // the name is a street's: 'Peoria Avenue'
}

// read parts words. It never fails: what it does not understand is the name.
func read(words string) phrase {
	p := readTokens(scan(withoutConversion(words)))
	p.words = words
	return p
}

// withoutConversion leaves out a distance in other units: '75 km (47 miles) north of'.
func withoutConversion(words string) string {
	open := strings.IndexByte(words, '(')
	if open < 0 || open+1 == len(words) || words[open+1] < '0' || words[open+1] > '9' {
		return words
	}
	inside, behind, ok := strings.Cut(words[open:], ")")
	if !ok || len(inside) > 25 {
		return words
	}
	return strings.TrimRight(words[:open], " ") + behind
}

func readTokens(ts []token) phrase {
	p := phrase{words: join(ts)}
	ts = p.lead(ts)
	if len(ts) == 0 {
		return p
	}
	if p.whole(ts) {
		return p
	}
	if isBorder(ts) {
		p.border = ts
		return p
	}
	for _, step := range []func(*phrase, []token) bool{
		(*phrase).readBetween, (*phrase).readRoad, (*phrase).readCommas, (*phrase).readIn, (*phrase).readSuburb, (*phrase).readNear, (*phrase).readOwner, (*phrase).readAnd} {
		if step(&p, ts) {
			return p
		}
	}
	p.head(ts)
	return p
}

// lead takes articles, prepositions and 'parts of' off the front.
func (p *phrase) lead(ts []token) []token {
	for len(ts) > 0 {
		k := ts[0].key
		switch {
		case k == "," || k == "'s":
		case k == "between" && len(ts) > 3:
			return ts
		case ts[0].cap && k != "the" && k != "in" && k != "at" && k != "near" && k != "a":
			return ts
		case leadWords[k]:
			p.part = p.part || partWords[k]
		default:
			return ts
		}
		ts = ts[1:]
	}
	return ts
}

// whole takes ts as one name, with or without a common noun after it: 'Lower Shabelle region'.
func (p *phrase) whole(ts []token) bool {
	if world().isWhole(ts) {
		p.name = ts
		return true
	}
	if isStreet(ts) {
		return false // 'Willow Street' is seldom the town
	}
	last := ts[len(ts)-1].key
	kind := kindOf(last)
	if len(ts) < 3 || kind == anything || kind == wantCapital || !world().isWhole(ts[:len(ts)-1]) {
		return false
	}
	p.name, p.kind, p.noun = ts[:len(ts)-1], kind, last
	return true
}

// isWhole reports whether the words as a whole are a name of the supplement, or a capitalised name
// of several words that the table has.
func (a *atlas) isWhole(ts []token) bool {
	written := join(ts)
	key := fold(ts)
	for _, n := range a.names[key] {
		if n.form.fits(written) {
			return true
		}
	}
	if len(ts) < 2 || len(ts) > 6 || slices.ContainsFunc(ts, func(t token) bool { return !t.cap && !t.caps }) {
		return false
	}
	for _, h := range a.carriers(key) {
		if !h.Alternate {
			return true
		}
	}
	return false
}

func indexKey(ts []token, key string) int {
	for i, t := range ts {
		if t.key == key {
			return i
		}
	}
	return -1
}

// readBetween reads 'between A and B' and 'the road from A to B'.
func (p *phrase) readBetween(ts []token) bool {
	i := indexKey(ts, "between")
	j := indexKey(ts, "and")
	if i < 0 {
		if i, j = indexKey(ts, "from"), indexKey(ts, "to"); i < 1 || !roadWords[ts[i-1].key] {
			return false
		}
	}
	if i < 0 || j < i+2 || j+1 >= len(ts) {
		return false
	}
	p.between = []phrase{readTokens(ts[i+1 : j]), readTokens(ts[j+1:])}
	return true
}

// readRoad reads 'the Maiduguri-Damaturu road': a road is named by its ends.
func (p *phrase) readRoad(ts []token) bool {
	if len(ts) < 2 || !roadWords[ts[len(ts)-1].key] || ts[len(ts)-2].key == "," {
		return false
	}
	first, second, ok := strings.Cut(strings.ReplaceAll(ts[len(ts)-2].text, "–", "-"), "-")
	if !ok || len(ts) > 2 && ts[len(ts)-3].cap || len(first) < 3 || len(second) < 3 || !ts[len(ts)-2].cap {
		return false
	}
	ends := []token{newToken(first, false), newToken(second, false)}
	if !ends[0].cap || !ends[1].cap {
		return false
	}
	p.between = []phrase{readTokens(ends[:1]), readTokens(ends[1:])}
	return true
}

var roadWords = set(`road highway motorway route expressway freeway corridor axis`)

// readCommas reads 'Konduga, Borno state': the first part is named, the others hold it.
func (p *phrase) readCommas(ts []token) bool {
	i := indexKey(ts, ",")
	if i < 0 {
		return false
	}
	head, rest := ts[:i], ts[i+1:]
	inner := readTokens(head)
	for len(rest) > 0 {
		j := indexKey(rest, ",")
		if j < 0 {
			j = len(rest)
		}
		if part := readTokens(rest[:j]); j > 0 && part.says() {
			inner.outward(part)
		}
		rest = rest[min(j+1, len(rest)):]
	}
	p.take(inner)
	return true
}

// outward adds a part that follows a comma: what holds the phrase, or its name if it has none yet
// ('the Pakistani capital, Islamabad').
func (p *phrase) outward(part phrase) {
	if p.kind == wantCapital && len(p.name) == 0 && len(part.name) > 0 && part.kind == anything {
		p.name, p.kind = part.name, wantSettlement
		return
	}
	p.within = append(p.within, part)
}

// says reports whether the phrase holds anything to look up.
func (p phrase) says() bool {
	return len(p.name) > 0 || len(p.peoples) > 0 || len(p.within) > 0 || len(p.border) > 0 || len(p.between) > 0
}

// take makes p what inner is, keeping its own words and what stood before them.
func (p *phrase) take(inner phrase) {
	words, part := p.words, p.part
	*p = inner
	p.words, p.part = words, part || inner.part
}

// readIn reads 'a hospital in Kabul'.
func (p *phrase) readIn(ts []token) bool {
	for i, t := range ts {
		if (t.key == "in" || t.key == "inside" || t.key == "within" || t.key == "at") && !t.cap && i > 0 && i+1 < len(ts) {
			inner := readTokens(ts[:i])
			inner.within = append(inner.within, readTokens(ts[i+1:]))
			p.take(inner)
			return true
		}
	}
	return false
}

// readSuburb reads 'the Denver suburb of Arvada': the first is what the second is near.
func (p *phrase) readSuburb(ts []token) bool {
	i := indexKey(ts, "suburb")
	if i < 1 || i+2 >= len(ts) || ts[i+1].key != "of" || !named(ts[:i]) || !named(ts[i+2:]) {
		return false
	}
	inner, around := readTokens(ts[i+2:]), readTokens(ts[:i])
	around.near = true
	inner.within = append(inner.within, around)
	p.take(inner)
	return true
}

// readNear reads 'near X', 'outside X', 'a village near X', '30 km south of X'.
func (p *phrase) readNear(ts []token) bool {
	at, after, km := nearAt(ts)
	if at < 0 || after >= len(ts) {
		return false
	}
	target := readTokens(ts[after:])
	target.near, target.km = true, km
	if km == 0 && edgeWords[ts[max(0, after-2)].key] {
		target.km = edgeKm
	}
	if s, ok := side(fold(ts[max(0, after-2) : after-1])); ok {
		target.sides = append(target.sides, s)
	}
	if at == 0 {
		p.take(target)
		return true
	}
	inner := readTokens(ts[:at])
	inner.within = append(inner.within, target)
	p.take(inner)
	return true
}

// edgeKm is how far from its middle the outskirts of a town lie at most.
const edgeKm = 8

var edgeWords = set(`outskirts suburb suburbs edge`)

// nearAt finds the words that say 'near', where they end, and the distance that they give.
func nearAt(ts []token) (at, after int, km float64) {
	for i := range ts {
		if d, n := distance(ts[i:]); n > 0 && i+n < len(ts) {
			return leadIn(ts, i), i + n, d
		}
		if nearWords[ts[i].key] && !ts[i].cap {
			return leadIn(ts, i), i + 1, 0
		}
		for _, words := range nearPhrases {
			if startsWith(ts[i:], words) {
				return leadIn(ts, i), i + len(words), 0
			}
		}
	}
	return -1, 0, 0
}

var nearPhrases = [][]string{
	{"close", "to"}, {"outskirts", "of"}, {"suburbs", "of"}, {"suburb", "of"}, {"vicinity", "of"}, {"edge", "of"},
	{"far", "from"}, {"surroundings", "of"}, {"off"}, {"next", "to"}, {"north", "of"}, {"south", "of"}, {"east", "of"}, {"west", "of"},
	{"northeast", "of"}, {"northwest", "of"}, {"southeast", "of"}, {"southwest", "of"},
	{"north", "east", "of"}, {"north", "west", "of"}, {"south", "east", "of"}, {"south", "west", "of"},
}

func startsWith(ts []token, words []string) bool {
	if len(ts) <= len(words) {
		return false
	}
	for i, w := range words {
		if ts[i].key != w || ts[i].cap {
			return false
		}
	}
	return true
}

// leadIn goes back over 'just', 'on the', 'some' before a word of nearness.
func leadIn(ts []token, i int) int {
	for i > 0 && lesserWords[ts[i-1].key] && !ts[i-1].cap {
		i--
	}
	return i
}

var lesserWords = set(`just on the some about around roughly nearly almost approximately not to at in a few several less more than
	only from eastern western northern southern`)

// distance reads '30 km (19 miles) south of', 'about 20 kilometers from', '12 miles outside'.
func distance(ts []token) (km float64, n int) {
	if len(ts) < 3 {
		return 0, 0
	}
	amount, unit := ts[0].text, ts[1].key
	if i := strings.IndexFunc(amount, func(r rune) bool { return r != '.' && r != ',' && (r < '0' || r > '9') }); i > 0 {
		amount, unit = amount[:i], strings.Trim(strings.ToLower(amount[i:]), "-")
		n--
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(amount, ",", ""), 64)
	if spelled, used := numeral.Cardinal(numeral.Split(amount)); err != nil && used > 0 && spelled.Whole() {
		value, err = float64(spelled.Value), nil
	}
	if len(amount) > 2 && unitKm[ts[0].key] > 0 { // 'a few kilometres from'
		unit, err = ts[0].key, nil
		n--
	}
	scale, ok := unitKm[unit]
	if err != nil || !ok {
		return 0, 0
	}
	for n += 2; n < len(ts); n++ {
		switch k := ts[n].key; {
		case k == "of" || k == "from" || k == "outside" || k == "off":
			return value * scale, n + 1
		case n > 7:
			return 0, 0
		}
	}
	return 0, 0
}

var unitKm = map[string]float64{
	"km": 1, "kms": 1, "kilometer": 1, "kilometers": 1, "kilometre": 1, "kilometres": 1, "k": 1,
	"mile": 1.609, "miles": 1.609, "mi": 1.609, "m": .001, "meters": .001, "metres": .001,
}

// readOwner reads 'Iran's southern city of Kerman': what has the ending holds what follows.
func (p *phrase) readOwner(ts []token) bool {
	i := indexKey(ts, "'s")
	if i <= 0 {
		return false
	}
	owner := readTokens(ts[:i])
	if i+1 == len(ts) {
		p.take(owner)
		return true
	}
	if s, ok := side(fold(ts[i+1:])); ok { // "Nigeria's South-East"
		owner.sides = append(owner.sides, s)
		p.take(owner)
		return true
	}
	inner := readTokens(ts[i+1:])
	if inner.kind == wantProvince {
		inner.sides = nil // 'Nigeria's northwestern Zamfara state': the side is the country's
	}
	inner.within = append(inner.within, owner)
	p.take(inner)
	return true
}

// readAnd reads 'Kabul and Kandahar' as two places; 'eastern and northern Afghanistan' is one.
func (p *phrase) readAnd(ts []token) bool {
	i := indexKey(ts, "and")
	if i <= 0 || i+1 >= len(ts) || !named(ts[:i]) || !named(ts[i+1:]) {
		return false
	}
	if _, ok := side(ts[i-1].key); ok {
		return false
	}
	p.between = []phrase{readTokens(ts[:i]), readTokens(ts[i+1:])}
	p.between[0].words, p.between[1].words = join(ts[:i]), join(ts[i+1:])
	p.noun = "and"
	return true
}

// head reads what is left: sides, peoples, common nouns and the name.
func (p *phrase) head(ts []token) {
	if p.readStreet(ts) || p.readSideArea(ts) {
		return
	}
	ts = p.readSides(ts)
	ts = p.readPeoples(ts)
	ts = p.readSides(ts)
	if p.readOf(ts) {
		return
	}
	ts = p.readNoun(ts)
	for isPart(p.kind) && named(ts) && !ts[0].cap {
		ts = ts[1:] // 'crime-wracked Tamaulipas state'
	}
	p.name = ts
	if !named(ts) && p.kind != anything {
		p.name = nil
	}
}

// readStreet reads 'East Concordia Avenue': no town has its name from it.
func (p *phrase) readStreet(ts []token) bool {
	if !isStreet(ts) {
		return false
	}
	p.name, p.street = ts, true
	return true
}

// isStreet reports whether ts is the name of a street in a town.
func isStreet(ts []token) bool {
	last := ts[len(ts)-1]
	return len(ts) > 1 && last.cap && streetWords[last.key] && named(ts[:len(ts)-1])
}

// readSideArea reads 'Northern province' as a name, which it is in several countries.
func (p *phrase) readSideArea(ts []token) bool {
	if len(ts) != 2 || !ts[0].cap {
		return false
	}
	_, ok := side(ts[0].key)
	kind := kindOf(ts[1].key)
	if !ok || kind != wantProvince && kind != wantDistrict {
		return false
	}
	p.name, p.kind, p.noun = ts[:1], kind, ts[1].key
	return true
}

// readSides takes sides off the front: 'eastern and northern', 'the restive north-east'.
func (p *phrase) readSides(ts []token) []token {
	for len(ts) > 1 || len(ts) == 1 && !ts[0].cap {
		s, ok := side(ts[0].key)
		if len(ts) > 1 && !ok {
			if s, ok = side(ts[0].key + " " + ts[1].key); ok {
				ts = ts[1:]
			}
		}
		if !ok {
			if len(p.sides) > 0 && (ts[0].key == "and" || ts[0].key == "or") && len(ts) > 1 {
				ts = ts[1:]
				continue
			}
			return ts
		}
		p.sides = append(p.sides, s)
		ts = ts[1:]
	}
	return ts
}

// readPeoples takes words for peoples off the front, if more than a name that they begin follows.
func (p *phrase) readPeoples(ts []token) []token {
	for len(ts) > 1 {
		if _, ok := world().people(ts[0].text); !ok || !ts[0].cap {
			return ts
		}
		if n := len(p.sides); n > 0 && ts[0].key == "american" {
			ts, p.sides = ts[1:], p.sides[:n-1] // Central America is no part of the United States
			continue
		}
		p.peoples = append(p.peoples, ts[0].text)
		ts = ts[1:]
	}
	return ts
}

// readOf reads 'the port city of X', 'the province of X', 'the north of X', 'the coast of X'.
func (p *phrase) readOf(ts []token) bool {
	i := indexKey(ts, "of")
	if i < 0 {
		i = indexKey(ts, "off")
	}
	if i == 0 && len(ts) > 1 {
		p.merge(readTokens(ts[1:]))
		return true
	}
	if i > 1 && named(ts[:i-1]) && isPart(kindOf(ts[i-1].key)) {
		p.head(ts[:i]) // 'Mariga local government area of Niger state', 'the Awe district of the state'
		if inner := readTokens(ts[i+1:]); named(ts[i+1:]) && inner.says() {
			p.within = append(p.within, inner)
		}
		return true
	}
	if i < 0 || i+1 >= len(ts) || !named(ts[i+1:]) {
		return p.readCalled(ts)
	}
	noun := ts[i-1]
	inner := readTokens(ts[i+1:])
	kind := kindOf(noun.key)
	_, isSide := side(noun.key)
	switch {
	case kind == wantCapital && noun.key == "capital":
		p.kind, p.within = wantCapital, append(p.within, inner)
		return true
	case noun.cap && !isSide && kind == anything:
		return false // Gulf of Aden, University of Mosul
	case kind == wantFeature || partWords[noun.key] || isSide:
		inner.part = inner.part || !isSide
		if s, ok := side(noun.key); ok {
			inner.sides = append(inner.sides, s)
		}
	case kind == anything && siteWords[noun.key]:
		p.name, p.within = ts[:i], append(p.within, inner)
		return true
	case inner.kind == anything:
		inner.kind, inner.noun = kind, noun.key
	}
	p.merge(inner)
	return true
}

// isPart reports whether a common noun of this kind stands behind the name of a part of something.
func isPart(kind want) bool {
	switch kind {
	case wantSettlement, wantProvince, wantDistrict, wantQuarter, wantArea:
		return true
	}
	return false
}

// merge makes p what inner is and keeps the peoples and, for an area, the sides that p had.
func (p *phrase) merge(inner phrase) {
	peoples, sides := p.peoples, p.sides
	settled := inner.kind == wantSettlement || inner.kind == wantProvince || inner.kind == wantDistrict
	p.take(inner)
	p.peoples = append(peoples, p.peoples...)
	if !settled {
		p.sides = append(sides, p.sides...)
	}
}

// readCalled reads 'the capital Kabul', 'the town Konduga': a small common noun before a name.
func (p *phrase) readCalled(ts []token) bool {
	for i := 0; i+1 < len(ts); i++ {
		kind := kindOf(ts[i].key)
		if ts[i].cap || kind == anything || kind == wantFeature || !ts[i+1].cap || named(ts[:i]) {
			continue
		}
		inner := readTokens(ts[i+1:])
		if inner.kind == anything {
			inner.kind, inner.noun = kind, ts[i].key
			if kind == wantCapital {
				inner.kind = wantSettlement
			}
		}
		p.merge(inner)
		return true
	}
	return false
}

// readNoun takes a common noun off the end: 'Borno state', 'Kunar valley', 'the Mosul area'.
func (p *phrase) readNoun(ts []token) []token {
	if len(ts) >= 4 && fold(ts[len(ts)-3:]) == "local government area" {
		p.kind, p.noun = wantDistrict, "local government area"
		return ts[:len(ts)-3]
	}
	for len(ts) > 0 {
		last := ts[len(ts)-1]
		kind := kindOf(last.key)
		if kind == anything || len(ts) == 1 && last.cap {
			return ts
		}
		if p.kind == anything {
			p.kind, p.noun = kind, last.key
		}
		if kind == wantFeature || kind == wantCapital && len(ts) > 1 && ts[len(ts)-2].cap {
			return ts[:len(ts)-1]
		}
		ts = ts[:len(ts)-1]
	}
	return ts
}

func kindOf(key string) want {
	switch {
	case key == "capital":
		return wantCapital
	case provinceWords[key]:
		return wantProvince
	case districtWords[key]:
		return wantDistrict
	case settlementWords[key]:
		return wantSettlement
	case quarterWords[key]:
		return wantQuarter
	case areaWords[key]:
		return wantArea
	case featureWords[key]:
		return wantFeature
	}
	return anything
}

func fold(ts []token) string {
	if len(ts) == 1 && ts[0].key != "'s" {
		return ts[0].key
	}
	var b strings.Builder
	for i, t := range ts {
		if t.key == "'s" {
			b.WriteByte('s')
			continue
		}
		if i > 0 && t.key != "" {
			b.WriteByte(' ')
		}
		b.WriteString(t.key)
	}
	return b.String()
}
