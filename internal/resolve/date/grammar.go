package date

// maxDepth bounds how many dates stand within each other ('two days before the end of last week'),
// which keeps reading linear.
const maxDepth = 4

// date reads the longest time expression that starts at token i and returns it with the token
// after it; nil if none starts there.
func (p *parser) date(i int) (expr, int) {
	if e, n := p.prefixed(i); e != nil {
		return e, n
	}
	e, n := p.point(i)
	if e == nil {
		return nil, 0
	}
	return p.stretched(e, n)
}

// prefixed reads a date behind a word that changes it: 'since 2015', 'between 3 and 5 May'.
func (p *parser) prefixed(i int) (expr, int) {
	switch p.word(i) {
	case "since":
		return p.sided(i+1, "since")
	case "until", "till", "by", "through":
		if p.compounded(i) {
			return nil, 0
		}
		e, n := p.sided(i+1, "until")
		if e != nil && p.word(n) == "'s" {
			return nil, 0 // 'killed by Thursday's bomb'
		}
		return e, n
	case "up":
		if j := p.skip(i+1, "to", "until"); j > i+1 {
			return p.sided(j, "until")
		}
	case "before", "after":
		return p.sided(i+1, p.word(i))
	case "prior":
		if p.word(i+1) == "to" {
			return p.sided(i+2, "before")
		}
	case "between":
		return p.joined(i+1, "and")
	case "from":
		return p.started(i + 1)
	case "around", "about", "circa", "c", "approximately", "roughly":
		return p.hedged(i)
	case "in":
		return p.ahead(i)
	case "within":
		return p.inside(i)
	case "no":
		switch {
		case p.any(i+1, "earlier", "sooner") && p.word(i+2) == "than":
			return p.sided(i+3, "since")
		case p.word(i+1) == "later" && p.word(i+2) == "than":
			return p.sided(i+3, "until")
		}
	case "not":
		if p.word(i+1) == "before" {
			return p.sided(i+2, "since")
		}
	}
	return nil, 0
}

// compounded reports whether token i is the end of a compound: 'drive-by'.
func (p *parser) compounded(i int) bool {
	return i > 0 && p.word(i-1) == "-" && p.toks[i-1].End == p.toks[i].Start
}

// sided reads the date of 'since', 'until', 'before' or 'after'. 'Before' and 'after' something
// that is itself named by a date ('after Tuesday's attack') say nothing here.
func (p *parser) sided(i int, word string) (expr, int) {
	if word != "before" && word != "after" && p.word(i) == "then" {
		return side{word, back{}}, i + 1
	}
	if p.any(i, "at") && p.any(i+1, "least", "latest", "most") {
		i += 2
	}
	if p.any(i, "around", "about") {
		if e, n := p.hedged(i); e != nil {
			return side{word, e}, n
		}
	}
	e, n := p.point(i)
	if e != nil && (word == "before" || word == "after") && p.is(i, cHour) {
		return e, n // 'before midnight on Friday' is Friday
	}
	if e == nil || p.strict && (word == "before" || word == "after") && p.names(n) {
		return nil, 0
	}
	return side{word, e}, n
}

// names reports whether token n makes the date before it part of a noun: 'Tuesday's', 'May attack'.
func (p *parser) names(n int) bool {
	return p.word(n) == "'s" || p.toksAt(n).IsWord() && p.glued(n) || p.isNoun(n)
}

// joined reads 'A and B' after 'between'.
func (p *parser) joined(i int, word string) (expr, int) {
	if e, n := p.point(i); e != nil {
		if _, done := e.(stretch); done {
			return e, n
		}
		if p.word(n) == "," && p.word(n+1) == word {
			n++ // 'between Oct. 7, 2023, and'
		}
		if p.word(n) == word {
			if to, m := p.point(n + 1); to != nil {
				return stretch{e, to}, m
			}
		}
	}
	return nil, 0
}

// started reads 'A to B', 'A on', and A alone, after 'from'.
func (p *parser) started(i int) (expr, int) {
	if p.any(i, "at") && p.word(i+1) == "least" {
		i += 2
	}
	e, n := p.point(i)
	if e == nil {
		return nil, 0
	}
	if s, m := p.stretched(e, n); m > n {
		return s, m
	}
	if _, done := e.(stretch); done {
		return e, n
	}
	if p.any(n, "on", "onward", "onwards") && !p.is(n+1, cMonth|cWeekday|cNumber) {
		return side{"since", e}, n + 1
	}
	if p.strict {
		return nil, 0
	}
	return e, n
}

// hedged reads 'around 2019'. A distance is approximate already, and 'about Tuesday' may be what
// is talked about.
func (p *parser) hedged(i int) (expr, int) {
	j := i + 1
	if p.any(i, "c") {
		j = p.skip(j, ".")
	}
	e, n := p.point(j)
	switch e := e.(type) {
	case nil:
		return nil, 0
	case offset:
		return e, n
	case calendar:
		if p.is(j, cHour) {
			return e, n // it is the hour that is hedged
		}
		if p.word(i) == "about" && p.strict && e.day > 0 && !(p.word(i-1) == "or" && p.word(i-2) == "on") {
			return nil, 0
		}
		return hedged{e}, n
	}
	if p.strict && (p.word(i) == "about" || p.names(n)) {
		return nil, 0
	}
	return hedged{e}, n
}

// comes reports whether the words just before token i, in its sentence, speak of the future.
func (p *parser) comes(i int) bool {
	for j := i - 1; j >= max(i-15, 0) && !p.any(j, ".", "!", "?", ";"); j-- {
		if p.any(j, "will", "shall", "expected", "scheduled", "due", "planned", "set") {
			return true
		}
	}
	return false
}

// ahead reads 'in two weeks', where the text speaks of the future.
func (p *parser) ahead(i int) (expr, int) {
	n, j := p.amount(i + 1)
	if j == i+1 || !p.is(j, cUnit) || p.strict && !p.comes(i) || p.any(j+1, "of", "ago", "earlier", "later", "before", "after") {
		return nil, 0
	}
	u := p.toks[j].unit
	if u == minutes || u == hours {
		return nil, 0
	}
	return offset{n: n, unit: u, after: true}, j + 1
}

// inside reads 'within 48 hours', 'within two weeks of the attack', 'within days'.
func (p *parser) inside(i int) (expr, int) {
	n, j := p.amount(i + 1)
	u := p.toksAt(j)
	if u.class&cUnit == 0 || u.unit == minutes || j == i+1 && !u.plural || n.half || n.hi > 1000 {
		return nil, 0
	}
	if j == i+1 {
		n = bare(u.unit)
	}
	e, end := inside{n: n, unit: u.unit}, j+1
	if p.word(end) != "of" {
		return e, end
	}
	e.of = true
	if x, k := p.point(end + 1); x != nil {
		e.from = x
		return e, k
	}
	if k := p.eventNoun(end + 1); k > 0 {
		return e, k
	}
	return nil, 0
}

// stretched reads on after the date e that ends before token n: 'to B', '- B'.
func (p *parser) stretched(e expr, n int) (expr, int) {
	if p.any(n, "and", "or") {
		return p.months(e, n)
	}
	if !extends(e) || !p.any(n, "to", "through", "until", "till", "into", "-") || p.word(n) == "into" && !isDay(e) {
		return e, n
	}
	if p.word(n) == "-" && p.word(n+1) == "-" {
		return e, n
	}
	to, m := p.point(n + 1)
	if to == nil && p.any(n+1, "around", "about") {
		to, m = p.hedged(n + 1)
	}
	if to == nil || !extends(to) {
		return e, n
	}
	return stretch{e, to}, m
}

// months reads 'June and July 2011' as both, where the first has its year from the second, and 'June or July 2011' and '2015 or 2016'
// as the time of both.
func (p *parser) months(e expr, n int) (expr, int) {
	first, ok := e.(calendar)
	if y := p.number(n+1, 4, 4); ok && p.word(n) == "or" && y == first.year+1 && first.month == 0 {
		return stretch{first, calendar{partial: partial{y, 0, 0}}}, n + 2
	}
	if !ok || !first.lacksYear() || first.day > 0 || !p.is(n+1, cMonth) {
		return e, n
	}
	to, m := p.point(n + 1)
	if second, ok := to.(calendar); ok && second.year > 0 && second.day == 0 {
		return stretch{first, second}, m
	}
	return e, n
}

// extends reports whether e can be an end of a stretch without 'from' or 'between'.
func extends(e expr) bool {
	switch e.(type) {
	case calendar, weekday, part, numeric, holiday:
		return true
	case shift, known, period, hedged:
		return true
	}
	return false
}

// point reads the longest single date or unit of the calendar at token i, with what follows it.
func (p *parser) point(i int) (expr, int) {
	if i >= len(p.toks) || p.toks[i].class&cStarts == 0 || p.idle(i) || p.depth >= maxDepth {
		return nil, 0
	}
	p.depth++
	defer func() { p.depth-- }()
	best, end := p.longestPoint(i)
	if best == nil {
		return nil, 0
	}
	return p.placed(best, end)
}

// longestPoint is point without what follows the date.
func (p *parser) longestPoint(i int) (best expr, end int) {
	// The ways to write a date; where two are as long, the first wins.
	for _, read := range [...]func(*parser, int) (expr, int){
		(*parser).namedDay, (*parser).iso, (*parser).slashed, (*parser).named, (*parser).dayMonth, (*parser).monthDay,
		(*parser).dayName, (*parser).yearAlone, (*parser).decade, (*parser).century, (*parser).feast,
		(*parser).seasonal, (*parser).shifted, (*parser).parted, (*parser).hourOf, (*parser).nthOf,
		(*parser).weekOfDate, (*parser).monthOf, (*parser).counted, (*parser).neighbour, (*parser).related,
		(*parser).moonDate, (*parser).eveOf, (*parser).dayOfEvent, (*parser).yearOfFeast,
		(*parser).nthWeekday, (*parser).quarterAlone, (*parser).dayAlone, (*parser).runUp, (*parser).weekFrom,
		(*parser).monthYear, (*parser).pieceOfYear, (*parser).besideLast, (*parser).dayOfMany,
	} {
		if e, n := read(p, i); e != nil && n > end {
			best, end = e, n
		}
	}
	return best, end
}

// idle reports whether no single date begins at token i, as a look at its word and the next one tells: the commonest words
// that a date may start with mostly start none.
func (p *parser) idle(i int) bool {
	switch p.toks[i].class & cStarts {
	case cLead:
	case cNumber:
		if p.lonely(i) {
			return true
		}
	default:
		return false
	}
	switch p.toks[i].Word {
	case "a", "an": // 'a decade ago', 'a few years later'
		return p.toksAt(i+1).class&(cUnit|cNumber) == 0
	case "since", "until", "till", "by", "before", "after", "between", "from", "through", "then", "as", "within", "up", "no", "not", "at":
		return true // before a date
	case "in": // 'in the early hours of Sunday'
		next := p.toksAt(p.skip(i+1, "the"))
		return next.class&cHour == 0 && next.Word != "hours"
	case "the":
		next := p.toksAt(i + 1)
		return next.class&cStarts == 0 && !behindThe[next.Word]
	}
	return false
}

// lonely reports whether number i counts no time: a word that does not stand in dates is behind it ('12 soldiers'), or no
// word that tells a time is near, and no mark of a date in figures right behind it.
func (p *parser) lonely(i int) bool {
	if next := p.toksAt(i + 1); p.toks[i].telling > i && next.Gap && next.class&cStarts == 0 && next.IsWord() {
		switch next.Word {
		case "of", "or", "to", "and", "th", "st", "nd", "rd":
		default:
			return true
		}
	}
	return p.toks[i].telling > i+farthest && !(p.glued(i+1) && p.any(i+1, "/", ".", "-"))
}

// farthest is more words than the number has that stands before the word for what it counts: 'four thousand nine
// hundred and ninety-nine years'.
const farthest = 24

// behindThe are the words that go on a date behind 'the' and start none.
var behindThe = map[string]bool{"very": true, "small": true, "wee": true, "final": true, "latter": true, "closing": true, "opening": true, "upcoming": true, "-": true}

// placed adds what may follow a date: a part of the day, and the year or week in other words.
func (p *parser) placed(e expr, n int) (expr, int) {
	if isDay(e) {
		if j := p.skip(n, "early", "late"); p.is(j, cHour) && !p.glued(j) {
			n = j + 1
		}
	}
	if c, ok := e.(calendar); ok && c.lacksYear() && p.is(n, cNumber) {
		if far, m := p.counted(n); far != nil {
			if o, ok := far.(offset); ok && o.unit == yearUnit && p.word(m-1) == "ago" {
				c.of = o
				return c, m
			}
		}
	}
	if c, ok := e.(calendar); ok && c.lacksYear() && p.is(n, cEvent) && p.word(n+1) == "of" {
		if y := p.number(n+2, 4, 4); y >= 1000 && y < 2100 {
			c.year = y
			return c, n + 3 // 'the June war of 1967'
		}
	}
	of := p.skip(n, "of")
	if !p.any(of, "last", "this", "next", "that", "the") {
		return e, n
	}
	r, m := p.related(of)
	if r == nil {
		r, m = p.neighbour(of)
	}
	per, ok := r.(period)
	if next, is := r.(nextOne); is {
		per, ok = period{unit: next.unit, rel: relFollowing}, true
	}
	if !ok {
		return e, n
	}
	switch e := e.(type) {
	case calendar:
		if per.unit == yearUnit && e.lacksYear() || per.unit == month && e.month == 0 && e.year == 0 && of > n {
			e.of = per
			return e, m
		}
	case holiday:
		if per.unit == yearUnit && e.year == nil {
			e.year = per
			return e, m
		}
	case season:
		if per.unit == yearUnit && e.of == nil {
			e.of = per
			return e, m
		}
	case weekday:
		if per.unit == week && e.week == nil {
			e.week = per
			return e, m
		}
	}
	return e, n
}

func isDay(e expr) bool {
	switch e := e.(type) {
	case weekday, shift, holiday:
		return true
	case calendar:
		return e.day > 0
	}
	return false
}
