package date

import "dateline/internal/resolve/numeral"

// shifted reads 'today', 'yesterday', 'overnight', 'last night', 'this morning'.
func (p *parser) shifted(i int) (expr, int) {
	switch p.word(i) {
	case "today", "tonight":
		return shift{0, 0}, i + 1
	case "yesterday":
		return shift{-1, -1}, i + 1
	case "tomorrow":
		return shift{1, 1}, i + 1
	case "overnight":
		return p.overnight(i)
	case "last":
		if p.any(i+1, "night", "evening") {
			return shift{-1, -1}, i + 2
		}
	case "the", "same":
		if j := p.skip(i, "the"); p.word(j) == "same" && p.any(j+1, "day", "week", "month") && p.word(j+2) == "last" && p.word(j+3) == "year" {
			return unitWith{p.toks[j+1].unit, toTheDay{yearBack}}, j + 4
		}
	case "this":
		if p.word(i+1) == "time" && p.word(i+2) == "last" && p.word(i+3) == "year" {
			return hedged{unitWith{month, toTheDay{yearBack}}}, i + 4
		}
		j := p.skip(i+1, "early", "late")
		if p.any(j, "morning", "afternoon", "evening") {
			return shift{0, 0}, j + 1
		}
	}
	return nil, 0
}

// overnight reads the word alone, or with the day that follows it.
func (p *parser) overnight(i int) (expr, int) {
	j := p.skip(i+1, "on", "into", "to", "from")
	e, n := p.point(j)
	switch {
	case e == nil || !isDay(e):
	case p.any(i+1, "into", "to"):
		return stretch{eve{e}, e}, n
	case p.word(i+1) == "from":
		return p.stretched(e, n)
	default:
		return e, n
	}
	return shift{-1, 0}, i + 1
}

// rels are the words that say which of several is meant.
var rels = map[string]rel{
	"last": relLast, "past": relLast, "previous": relPrevious, "preceding": relPrevious, "next": relNext,
	"coming": relNext, "upcoming": relNext, "following": relFollowing, "this": relThis, "current": relThis,
	"that": relSame, "same": relSame, "recent": relLast,
}

// related reads 'last Tuesday', 'the previous day', 'that March', 'the past two decades', 'the
// weekend'.
func (p *parser) related(i int) (expr, int) {
	j := p.skip(i, "the", "these")
	j = p.skip(j, "very")
	r, ok := rels[p.word(j)]
	if !ok {
		if p.any(j, "weekend") && (j > i || !p.strict) {
			return period{unit: weekend, rel: relThis}, j + 1
		}
		return nil, 0
	}
	first := p.word(j)
	j++
	if r2, ok := rels[p.word(j)]; ok && (first == "this" || first == "that") {
		first, r = p.word(j), r2
		j++
	}
	if first == "that" && p.any(i-1, "said", "says", "saying", "so") || first == "last" && p.any(i-1, "to", "will", "may", "can", "could") {
		return nil, 0
	}
	e := p.headed(j, r, first, p.word(i) == "the")
	if e != nil {
		return e, j + 1
	}
	return p.windowed(j, r, first)
}

// headed reads the noun of related at token j.
func (p *parser) headed(j int, r rel, first string, the bool) expr {
	if j >= len(p.toks) {
		return nil
	}
	t := p.toks[j]
	switch {
	case t.class&cUnit != 0 && !t.plural:
		return unitOf(t.unit, r, first, the)
	case first == "recent" || first == "current":
		return nil
	case t.class&cHour != 0 && (r.back() || r == relNext):
		return period{unit: dayUnit, rel: follow(r)}
	case t.class&cMonth != 0 && (t.Cap || !p.strict) && !(t.short && p.strict):
		if _, _, n := p.dayNumber(j + 1); n > j+1 {
			return nil // 'this March 22 photo'
		}
		return calendar{partial: partial{0, t.value, 0}, rel: r}
	case t.class&cWeekday != 0 && !(t.short && p.strict):
		return weekday{number: t.value, rel: r}
	case t.class&cSeason != 0:
		return season{number: t.value, rel: r}
	case t.class&cFeast != 0 && t.Cap:
		if e, n := p.feast(j); n == j+1 {
			h := e.(holiday)
			h.rel = r
			return h
		}
	}
	return nil
}

// follow turns 'the next day' into the day after the one spoken of.
func follow(r rel) rel {
	if r == relNext {
		return relFollowing
	}
	return r
}

func unitOf(u unit, r rel, first string, the bool) expr {
	switch {
	case u == minutes || u == hours:
		return nil
	case u == dayUnit || u == night:
		if r == relThis || r == relLast || first == "coming" {
			return nil
		}
		return period{unit: u, rel: follow(r)}
	case u == weekend:
		return period{unit: u, rel: r}
	case u == quarter && the && first == "last":
	case the && first == "next":
		return nextOne{window{n: amount{lo: 1, hi: 1}, unit: u, future: true}}
	case first == "past" || first == "coming" || first == "upcoming" || the && first == "last":
		return window{n: amount{lo: 1, hi: 1}, unit: u, future: r == relNext}
	case first == "recent":
		return nil
	}
	return period{unit: u, rel: r}
}

// windowed reads 'past two decades', 'next few days', 'recent months' from the number on.
func (p *parser) windowed(j int, r rel, first string) (expr, int) {
	if r != relLast && r != relNext {
		return nil, 0
	}
	n, k := p.amount(j)
	if k == j && p.toksAt(j).plural {
		n = recent(p.toks[j].unit)
	} else if k == j {
		return nil, 0
	}
	u := p.toksAt(k).unit
	if u == "" || u == minutes || p.strict && k == j && first == "last" || n.hi > 5000 {
		return nil, 0
	}
	if u == hours {
		n.lo, n.hi, u = (n.lo+23)/24, (n.hi+23)/24, dayUnit
	}
	return window{n: n, unit: u, future: r == relNext}, k + 1
}

// amount reads how many at token i: 'two', 'a', 'a few', 'a couple of', 'two or three', 'two and a
// half'. It returns the token after it, i if there is none.
func (p *parser) amount(i int) (amount, int) {
	if !p.is(i, cNumber) {
		return amount{}, i
	}
	j := p.skip(i, "a", "an")
	if v, ok := numeral.VagueWord("dateline", p.word(j)); ok {
		return amount{lo: v.Low, hi: max(v.High, v.Low), vague: true}, p.skip(j+1, "of")
	}
	n, used := numeral.Cardinal(p.plain[i:])
	switch {
	case used > 0 && (!n.Whole() || n.Value > 5000):
		return amount{}, i
	case used > 0:
		return p.wider(amount{lo: n.Value, hi: n.Value}, i+used)
	case p.word(i) == "half" && j == i:
		j = p.skip(i+1, "a", "an")
		return amount{half: true}, j
	case j > i:
		return amount{lo: 1, hi: 1}, j
	}
	return amount{}, i
}

// wider reads on after a number: 'or three', 'to three', 'and a half'.
func (p *parser) wider(a amount, i int) (amount, int) {
	if p.any(i, "or", "to", "-") && i+1 < len(p.toks) {
		if n, used := numeral.Cardinal(p.plain[i+1:]); used > 0 && n.Whole() && n.Value >= a.lo && n.Value < 5000 {
			a.hi = n.Value
			return a, i + 1 + used
		}
	}
	if p.spells(i, []string{"and", "a", "half"}) {
		a.half = true
		return a, i + 3
	}
	return a, i
}

// counted reads a distance: 'nine years ago', 'more than a decade ago', 'two days before Christmas',
// 'months later'.
func (p *parser) counted(i int) (expr, int) {
	j, more, less := p.compared(i)
	n, k := p.amount(j)
	if k == j && (!p.toksAt(j).plural || j > i) {
		return nil, 0
	}
	u := p.toksAt(k)
	if u.class&cUnit == 0 || u.unit == weekend && k == j || k == j && p.strict && p.is(i-1, cNumber) {
		return nil, 0
	}
	if k == j {
		n = bare(u.unit)
	}
	n.more, n.less = more, less
	end := k + 1
	if p.spells(end, []string{"and", "a", "half"}) {
		n.half = true
		end += 3
	}
	e, end := p.directed(offset{n: n, unit: u.unit}, end)
	if o, ok := e.(offset); e == nil || ok && p.strict && !p.distant(o, i) {
		return nil, 0
	}
	return e, end
}

// compared reads 'more than', 'less than', 'about' before an amount.
func (p *parser) compared(i int) (j int, more, less bool) {
	switch p.word(i) {
	case "more", "less":
		if p.word(i+1) == "than" {
			return i + 2, p.word(i) == "more", p.word(i) == "less"
		}
	case "over":
		return i + 1, true, false
	case "about", "around", "some", "nearly", "almost", "roughly", "approximately":
		return i + 1, false, false
	}
	return i, false, false
}

// directed reads which way an offset goes, and from what.
func (p *parser) directed(e offset, i int) (expr, int) {
	switch p.word(i) {
	case "into": // 'three weeks into the siege'
		if k := p.eventNoun(i + 1); k > 0 {
			e.after, e.back, e.event = true, true, true
			return e, k
		}
	case "ago":
		if k := p.skip(i+1, "on", "last"); e.unit == week && p.is(k, cWeekday) && e.n.lo == e.n.hi && !e.n.half && !e.n.vague && !p.is(k+1, cUnit) {
			return weeksFrom{weekday{number: p.toks[k].value}, -e.n.lo}, k + 1 // 'a week ago Monday'
		}
		if u := p.toksAt(i + 2).unit; p.word(i+1) == "this" && (u == week || u == month) && e.unit == yearUnit && e.n.lo == e.n.hi {
			return unitWith{u, toTheDay{e}}, i + 3
		}
		if p.any(i+1, "today") && (e.unit == yearUnit || e.unit == month || e.unit == week) && e.n.lo == e.n.hi && !e.n.half {
			return toTheDay{e}, i + 2
		}
		return e, i + 1
	case "earlier", "previously", "beforehand", "prior":
		if p.word(i+1) == "to" {
			return p.from(e, i+2)
		}
		e.back = true
		return e, i + 1
	case "later", "afterwards", "afterward", "thereafter":
		e.after, e.back = true, true
		return e, i + 1
	case "before":
		return p.from(e, i+1)
	case "after":
		e.after = true
		return p.from(e, i+1)
	case "from":
		if p.any(i+1, "now", "today") {
			e.after = true
			return e, i + 2
		}
	}
	return nil, 0
}

// from reads the date that an offset counts from; without one it counts from the event.
func (p *parser) from(e offset, i int) (expr, int) {
	if x, n := p.point(i); x != nil && !isClock(x) {
		e.from = x
		return e, n
	}
	e.back, e.event = true, true
	if k := p.eventNoun(i); k > 0 {
		return e, k
	}
	return e, i
}

// distant reports whether an offset in running text is a date: not the hours of a day, and not
// 'for two days before'.
func (p *parser) distant(e offset, i int) bool {
	if e.unit == minutes || e.unit == hours && e.from != nil && e.n.lo < 24 {
		return false
	}
	return !(e.back && p.any(i-1, "for", "within", "lasted", "of", "after", "than"))
}

// neighbour reads 'the day before', 'the week after Easter', 'the year before last'.
func (p *parser) neighbour(i int) (expr, int) {
	j := p.skip(i, "the")
	if j == i || !p.is(j, cUnit) || p.toks[j].plural || !p.any(j+1, "before", "after") {
		return nil, 0
	}
	u, after := p.toks[j].unit, p.word(j+1) == "after"
	if u == minutes || u == hours {
		return nil, 0
	}
	if p.any(j+2, "last", "next") && !p.is(j+3, cUnit|cMonth|cWeekday|cSeason|cHour) {
		return period{unit: u, rel: rels[p.word(j+2)], twice: true}, j + 3
	}
	if x, n := p.point(j + 2); x != nil {
		if u == night {
			u = dayUnit
		}
		if u == week {
			return beside{after, x}, n
		}
		return offset{n: amount{lo: 1, hi: 1}, unit: u, after: after, from: x}, n
	}
	r := relPrevious
	if after {
		r = relFollowing
	}
	if k := p.eventNoun(j + 2); k > 0 {
		return period{unit: u, rel: r}, k
	}
	return period{unit: u, rel: r}, j + 2
}

// parted reads 'late 2014', 'mid-February', 'early in March', 'the end of last year', 'earlier this
// month'.
func (p *parser) parted(i int) (expr, int) {
	j := p.skip(i, "the")
	j = p.skip(j, "very")
	w := p.word(j)
	switch {
	case w == "earlier" || w == "later":
		return p.partOf(w, p.skip(j+1, "in", "on"), p.any(j+1, "in"))
	case !p.is(j, cPart):
		return nil, 0
	}
	which := p.toks[j].part
	if p.any(j, "early", "late", "mid") {
		k := p.skip(j+1, "-")
		if p.any(k, "part", "parts", "days", "weeks", "months", "years") && p.word(k+1) == "of" {
			return p.partOf(which, k+2, true)
		}
		return p.partOf(which, p.skip(k, "in", "on"), p.any(k, "in"))
	}
	if p.word(j+1) == "of" {
		return p.partOf(which, j+2, true)
	}
	return nil, 0
}

// partOf reads the period that a part is of; 'the year' and its like only where bare allows.
func (p *parser) partOf(which string, i int, bare bool) (expr, int) {
	e, n := p.point(i)
	if e == nil && bare {
		e, n = p.bareUnit(i)
	}
	if e == nil {
		return nil, 0
	}
	if isDay(e) {
		return e, n
	}
	return part{which: which, of: e}, n
}

// bareUnit reads 'the year' as this year, and so on.
func (p *parser) bareUnit(i int) (expr, int) {
	if p.word(i) != "the" || !p.is(i+1, cUnit) || p.toks[i+1].plural {
		return nil, 0
	}
	switch u := p.toks[i+1].unit; u {
	case yearUnit, month, week, decade, century:
		return period{unit: u, rel: relThis}, i + 2
	case dayUnit:
		return period{unit: u, rel: relSame}, i + 2
	}
	return nil, 0
}

// hourOf reads 'the night of March 3', 'the early hours of Sunday'.
func (p *parser) hourOf(i int) (expr, int) {
	j := p.skip(i, "the")
	j = p.skip(j, "early", "late", "small", "wee")
	j = p.skip(j, "in")
	j = p.skip(j, "the")
	if !p.is(j, cHour) && p.word(j) != "hours" || !p.any(j+1, "of", "on") {
		return nil, 0
	}
	e, n := p.point(j + 2)
	if e == nil || !dayLike(e) {
		return nil, 0
	}
	return e, n
}

func dayLike(e expr) bool {
	if s, ok := e.(stretch); ok {
		return isDay(s.from)
	}
	return isDay(e)
}

// nthOf reads 'the first half of 1978', 'the last week of March', 'first quarter of 2019', 'Q3 2020'.
func (p *parser) nthOf(i int) (expr, int) {
	if p.word(i) == "h" && p.glued(i+1) && p.any(i+1, "1", "2") {
		return p.pieceOf(nth{n: p.number(i+1, 1, 1), half: true}, p.skip(i+2, "of", ","))
	}
	if p.word(i) == "q" && p.glued(i+1) {
		if q := p.number(i+1, 1, 1); q >= 1 && q <= 4 {
			return p.pieceOf(nth{n: q, size: 1, unit: quarter}, p.skip(i+2, "of", ","))
		}
	}
	j := p.skip(i, "the")
	e := nth{size: 1}
	if n, used := p.ordinal(j); used > 0 {
		e.n = n
		j += used
	} else {
		return nil, 0
	}
	if p.word(j) == "half" {
		e.half = true
		if e.n < 0 {
			e.n = 2
		}
		return p.pieceOf(e, p.skip(j+1, "of"))
	}
	if a, k := p.amount(j); k > j && a.lo == a.hi {
		e.size, j = a.lo, k
	} else if p.toksAt(j).plural && p.any(j+1, "of", "in") {
		which := "early"
		if e.n < 0 {
			which = "late"
		}
		e, end := p.partOf(which, j+2, true)
		if of, ok := e.(part); ok && (p.toks[j].unit == dayUnit || p.toks[j].unit == week) {
			of.unit = p.toks[j].unit
			return of, end
		}
		return e, end
	}
	if !p.is(j, cUnit) || !p.any(j+1, "of", "in") && p.toks[j].unit != quarter || e.size > 1 && e.n > 1 {
		return nil, 0
	}
	e.unit = p.toks[j].unit
	return p.pieceOf(e, p.skip(j+1, "of", "in"))
}

// ordinal reads 'first', '3rd', 'last', 'final', 'latter'.
func (p *parser) ordinal(i int) (n, used int) {
	if p.any(i, "last", "final", "latter", "closing") {
		return -1, 1
	}
	if p.any(i, "opening") {
		return 1, 1
	}
	if !p.is(i, cNumber) {
		return 0, 0
	}
	return numeral.Ordinal(p.plain[i:])
}

func (p *parser) pieceOf(e nth, i int) (expr, int) {
	of, n := p.point(i)
	if of == nil {
		if y, short, k := p.yearNumber(i); k > i && y < 3000 {
			of, n = calendar{partial: partial{y, 0, 0}, short: short}, k
		} else {
			of, n = p.bareUnit(i)
		}
	}
	if of == nil || isDay(of) {
		return nil, 0
	}
	e.of = of
	return e, n
}

// weekOfDate reads 'the week of June 3'.
func (p *parser) weekOfDate(i int) (expr, int) {
	j := p.skip(i, "the")
	if !p.any(j, "week", "weekend") || p.word(j+1) != "of" {
		return nil, 0
	}
	e, n := p.point(j + 2)
	if e == nil || !dayLike(e) {
		return nil, 0
	}
	return weekOf{e, p.word(j) == "weekend"}, n
}

// monthOf reads 'the month of March', 'the year 2019'.
func (p *parser) monthOf(i int) (expr, int) {
	j := p.skip(i, "the")
	switch p.word(j) {
	case "month":
		if p.word(j+1) == "of" {
			return p.monthDay(j + 2)
		}
	case "year":
		if y := p.number(j+1, 1, 6); j > i && (y == 0 || y > 2999) {
			return known{unresolved(NoSuch + " year")}, j + 2
		}
		return p.yearAlone(p.skip(j+1, "of"))
	}
	return nil, 0
}
