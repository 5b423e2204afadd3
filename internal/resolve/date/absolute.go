package date

import (
	"dateline"
	"dateline/internal/resolve/numeral"
)

// number returns the value of a figure of one to most digits at token i, -1 if there is none.
func (p *parser) number(i, least, most int) int {
	if i < 0 || i >= len(p.toks) {
		return -1
	}
	t := p.toks[i]
	if !t.IsFigure() || t.Grouped || len(t.Digits) < least || len(t.Digits) > most {
		return -1
	}
	n, _ := numeral.Cardinal(p.plain[i : i+1])
	return n.Value
}

// iso reads 2024-03-22 and 2024/03/22, and in a phrase of its own 2024-03.
func (p *parser) iso(i int) (expr, int) {
	if d, ok := p.compact(i); ok {
		return d, i + 1
	}
	y := p.number(i, 4, 4)
	sep := p.word(i + 1)
	if y < 0 || sep != "-" && sep != "/" || !p.glued(i+1) || !p.glued(i+2) {
		return nil, 0
	}
	m := p.number(i+2, 1, 2)
	if m < 0 {
		return nil, 0
	}
	if d := p.number(i+4, 1, 2); d >= 0 && p.word(i+3) == sep && p.glued(i+3) && p.glued(i+4) {
		return p.checked(partial{y, m, d}), i + 5
	}
	if sep == "-" && m >= 1 && m <= 12 && p.number(i+2, 2, 2) > 0 && (!p.strict || m <= y%100 && p.any(i-1, "dated", "of", "in", "since", "from", "until")) {
		return calendar{partial: partial{y, m, 0}}, i + 3
	}
	return nil, 0
}

// compact reads 20240312, which is a day that exists.
func (p *parser) compact(i int) (expr, bool) {
	n := p.number(i, 8, 8)
	d := partial{n / 10000, n / 100 % 100, n % 100}
	if d.year < 1900 || d.year > 2099 || d.month == 0 || d.day == 0 || !d.exists() {
		return nil, false
	}
	return calendar{partial: d}, true
}

// checked is a day in figures, which may not exist.
func (p *parser) checked(d partial) expr {
	if d.year == 0 || d.month == 0 || d.day == 0 {
		return known{unresolved(NoSuch + " date")}
	}
	return calendar{partial: d}
}

// monthYear reads '11/2021' behind a word that leads up to a month.
func (p *parser) monthYear(i int) (expr, int) {
	m, y := p.number(i, 1, 2), p.number(i+2, 4, 4)
	if m < 1 || m > 12 || y < 1900 || y > 2099 || p.word(i+1) != "/" || !p.glued(i+1) || !p.glued(i+2) || p.glued(i+3) && p.any(i+3, "/", "-") ||
		!p.any(i-1, "in", "since", "until", "from", "dated", "by", "to") {
		return nil, 0
	}
	return calendar{partial: partial{y, m, 0}}, i + 3
}

// slashed reads 22/03/2024, 22.03.2024, 3-22-2024 and two-digit years with '/' or '.'.
func (p *parser) slashed(i int) (expr, int) {
	a, b, sep := p.number(i, 1, 2), p.number(i+2, 1, 2), p.word(i+1)
	if a < 0 || b < 0 || sep != "/" && sep != "." && sep != "-" || p.word(i+3) != sep || p.glued(i) && p.any(i-1, sep) {
		return nil, 0
	}
	for j := i + 1; j <= i+4; j++ {
		if !p.glued(j) {
			return nil, 0
		}
	}
	y, short := p.number(i+4, 4, 4), false
	if y < 0 && sep != "-" {
		y, short = p.number(i+4, 2, 2), true
	}
	if y < 0 {
		return nil, 0
	}
	if sep == "." { // where points are written, the day comes first
		return calendar{partial: partial{y, b, a}, short: short}, i + 5
	}
	return numeric{a: a, b: b, year: y, short: short}, i + 5
}

// named reads a day that its figures alone name: 9/11.
func (p *parser) named(i int) (expr, int) {
	if p.number(i, 1, 2) < 0 || p.word(i+1) != "/" || p.number(i+2, 1, 2) < 0 || !p.glued(i+1) || !p.glued(i+2) {
		return nil, 0
	}
	if p.glued(i) && p.any(i-1, "/", "-", ".") && !p.any(i-2, "post", "pre") || p.glued(i+3) && p.any(i+3, "/") {
		return nil, 0
	}
	d, ok := lex().named[p.word(i)+"/"+p.word(i+2)]
	if !ok {
		return nil, 0
	}
	return known{exact(d).by(dateline.AnchorText, 0.9, "a day known by its figures")}, i + 3
}

// dayNumber reads the number of a day at token i: '22', '22nd', 'third'. It returns the token after
// it, i if there is none.
func (p *parser) dayNumber(i int) (d int, ordinal bool, n int) {
	if !p.is(i, cNumber) {
		return 0, false, i
	}
	if d, used := numeral.Ordinal(p.plain[i:]); used > 0 {
		return d, true, i + used
	}
	d = p.number(i, 1, 2)
	if d < 1 || d > 31 || p.unfinished(i+1) {
		return 0, false, i
	}
	return d, false, i + 1
}

// unfinished reports whether token i goes on the figure before it: '22k', '10:30', '5%'.
func (p *parser) unfinished(i int) bool {
	if !p.glued(i) {
		return false
	}
	return p.toksAt(i).IsWord() || p.any(i, "%") || p.any(i, ":") && p.glued(i+1)
}

func (p *parser) toksAt(i int) token {
	if i < 0 || i >= len(p.toks) {
		return nothing
	}
	return p.toks[i]
}

// monthName reads the name of a month at token i and its full stop.
func (p *parser) monthName(i int) (m, n int) {
	if !p.is(i, cMonth) || p.strict && !p.toks[i].Cap {
		return 0, i
	}
	t := p.toks[i]
	if t.short && p.word(i+1) == "." && p.glued(i+1) {
		return t.value, i + 2
	}
	return t.value, i + 1
}

// yearNumber reads a year of four digits (or more, which no calendar has) at token i, or of two
// behind an apostrophe. A number of people or things is no year.
func (p *parser) yearNumber(i int) (y int, short bool, n int) {
	if p.word(i) == "'" && p.glued(i+1) {
		if y = p.number(i+1, 2, 2); y >= 0 && !p.glued(i+2) {
			return y, true, i + 2
		}
	}
	y = p.number(i, 4, 6)
	if y < 1000 || p.unfinished(i+1) {
		return 0, false, i
	}
	afterMonth := i > 0 && p.is(i-1, cMonth) && y >= 1900 && y < 2100 && !p.toks[i].Grouped // 'In July 2006 bombs killed'
	if p.strict && (p.counts(i+1) && !afterMonth && !p.inPeriod(i-1) || p.oclock(i+1) || p.ofStreet(i+1)) {
		return 0, false, i
	}
	return y, false, i + 1
}

// oclock reports whether token i makes the four figures before it a time of the day: '1900 hours'.
func (p *parser) oclock(i int) bool { return p.any(i, "hours", "hrs", "gmt", "utc", "local", "zulu") }

// ofStreet reports whether token i makes the number before it one of houses: 'the 2000 block of Main Street'.
func (p *parser) ofStreet(i int) bool { return p.any(i, "block", "blk") }

// counts reports whether token i is a thing that the number before it counts: a plural in small
// letters.
func (p *parser) counts(i int) bool {
	t := p.toksAt(i)
	if !t.IsWord() || t.Cap && !p.caps || t.class&cStarts&^cNumber != 0 && t.unit == "" {
		return false
	}
	switch t.Word {
	case "people", "men", "women", "children", "troops", "police", "personnel", "km", "metres", "meters":
		return true
	case "was", "has", "is", "as", "this", "its", "his", "us", "across", "besides", "perhaps", "thus", "always", "does",
		"less", "whereas", "unless", "towards", "afterwards", "sees", "remains", "attacks", "elections", "talks", "protests",
		"bombings", "killings", "riots", "operations", "clashes", "events":
		return false
	}
	w := t.Word
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// inPeriod reports whether what stands up to token i leads up to a year: 'in early', 'the third quarter of'.
func (p *parser) inPeriod(i int) bool {
	if p.word(i) == "of" {
		return p.is(i-1, cUnit|cSeason|cPart|cMonth) || p.word(i-1) == "half"
	}
	if p.glued(i) && p.any(i-1, "q", "h") {
		return true // 'in H1 2021 attacks fell'
	}
	return p.is(i, cSeason) || p.any(i, "early", "late", "mid", "year") || p.word(i) == "-" && p.any(i-1, "early", "late", "mid")
}

// dayMonth reads '22 March 2024', 'the 22nd of March', '3-5 May', '5 JAN 89', '15-Jan-1989'.
func (p *parser) dayMonth(i int) (expr, int) {
	j := p.skip(i, "the")
	if d := p.number(j, 2, 2); d > 31 && p.is(j+1, cMonth) && p.number(j+2, 4, 4) > 0 {
		return known{unresolved("no month has such a day")}, j + 3
	}
	if k := p.skip(j+1, "th"); p.number(j, 1, 2) == 0 && p.is(p.skip(k, "of"), cMonth) && (k > j+1 || !p.glued(j)) {
		return known{unresolved("no month has such a day")}, p.skip(k, "of") + 1
	}
	d, ordinal, j := p.dayNumber(j)
	if d == 0 || p.word(i) == "the" && !ordinal && p.strict && p.depth < 2 || p.glued(i) && p.any(i-1, "-", ".", "/") && p.toksAt(i-2).Digits != "" {
		return nil, 0
	}
	if ordinal && p.word(j) == "of" && p.any(j+1, "this", "last", "next", "that", "the") {
		return p.dayOfMonth(d, j)
	}
	second := 0
	if p.any(j, "-", "to", "and", "or", "&", "/") {
		if d2, _, k := p.dayNumber(p.skip(j+1, "the")); d2 > 0 {
			second, j = d2, k
		}
	}
	dash := p.word(j) == "-" && p.glued(j)
	if dash || ordinal || second > 0 {
		j = p.skip(j, "of", "-")
	}
	m, k := p.monthName(j)
	if m == 0 {
		return nil, 0
	}
	if dash {
		k = p.skip(k, "-")
	}
	return p.dated(partial{0, m, d}, second, j, k, dash)
}

// dayOfMonth reads 'the 22nd of this month'.
func (p *parser) dayOfMonth(d, of int) (expr, int) {
	e, n := p.related(of + 1)
	if per, ok := e.(period); ok && per.unit == month {
		return calendar{partial: partial{0, 0, d}, of: per}, n
	}
	return nil, 0
}

// dated reads the year, if there is one, behind the day or days of a month. Two digits are a year
// only behind an abbreviated month or one in capitals, and where nothing follows that they count.
func (p *parser) dated(at partial, second, monthAt, n int, dash bool) (expr, int) {
	e := calendar{partial: at}
	j := p.skip(n, ",", "of")
	if y, short, k := p.yearNumber(j); k > j {
		e.year, e.short, n = y, short, k
	} else if t := p.toks[monthAt]; (t.short || t.Upper || dash) && j == n {
		if y := p.number(n, 2, 2); y >= 0 && !p.toksAt(n+1).IsWord() && !p.any(n+1, "%", ":", "$") && !(p.word(n+1) == "-" && p.glued(n+1)) {
			e.year, e.short, n = y, true, n+1
		}
	}
	if e.year > 2999 {
		return known{unresolved(NoSuch + " year")}, n
	}
	if second == 0 {
		return e, n
	}
	last := e
	last.day = second
	return stretch{e, last}, n
}

// monthDay reads 'March 22, 2024', 'Jan. 5', 'March 22-24', 'November 2021' and the month alone.
func (p *parser) monthDay(i int) (expr, int) {
	m, j := p.monthName(i)
	if m == 0 {
		return nil, 0
	}
	if e, n := p.monthAndDay(i, m, j); e != nil {
		return e, n
	}
	k := p.skip(j, ",", "of")
	if y, short, n := p.yearNumber(k); n > k {
		if y > 2999 {
			return known{unresolved(NoSuch + " year")}, n
		}
		return calendar{partial: partial{y, m, 0}, short: short}, n
	}
	if !p.bareMonth(i, j) {
		return nil, 0
	}
	return calendar{partial: partial{0, m, 0}}, j
}

func (p *parser) monthAndDay(i, m, j int) (expr, int) {
	if d := p.number(j, 2, 2); d > 31 && p.word(j+1) == "," && p.number(j+2, 4, 4) > 0 {
		return known{unresolved("no month has such a day")}, j + 3
	}
	d, ordinal, n := p.dayNumber(p.skip(j, "the", "-"))
	if d == 0 || p.word(j) == "the" && !ordinal || p.word(j) == "-" && !p.glued(j) {
		return nil, 0
	}
	if p.any(n, "million", "billion", "percent", "per", "%", "of") && !ordinal {
		return nil, 0
	}
	if !ordinal && p.any(i-1, "in") && p.counts(n) {
		return nil, 0 // 'in March 11 people ...'
	}
	second := 0
	if p.any(n, "-", "to", "through", "and", "or", "&", "/") && !(p.word(n) == "-" && p.word(n+1) == "-") {
		d2, _, k := p.dayNumber(p.skip(n+1, "the"))
		if d2 > 0 && !p.is(k, cMonth) && !(p.any(n, "and", "or", "to") && p.counts(k)) {
			second, n = d2, k
		}
	}
	return p.dated(partial{0, m, d}, second, i, n, false)
}

// bareMonth reports whether the month that ends before token j can be one with no day or year.
func (p *parser) bareMonth(i, j int) bool {
	if !p.strict {
		return true
	}
	t, next, verb := p.toks[i], p.toksAt(j), p.any(i, "may", "march")
	if t.short && j == i+1 && len(t.Word) < 4 && t.Word != "may" {
		return false
	}
	if next.Cap && !p.caps && next.IsWord() && next.class&cStarts == 0 && !p.any(i-1, "in", "since", "last", "until", "early", "late") {
		return false // 'April Smith'
	}
	if (i == 0 || p.any(i-1, ".")) && (p.any(j, "saw", "brought") || !verb && p.any(j, "was", "has", "is")) {
		return true
	}
	switch p.word(i - 1) {
	case "in", "either", "since", "until", "till", "during", "through", "throughout", "early", "late", "mid", "last", "this",
		"next", "past", "that", "around", "from", "between", "before", "after", "following", "previous", "by":
		return true
	case "-":
		if p.any(i-2, "mid", "early", "late") {
			return true
		}
	case "of", "for":
		return !(verb && p.word(j) == "'s")
	case "to", "and", "or", ",":
		if p.is(i-2, cMonth) || p.last == i-1 || p.word(i-1) == "to" && !verb {
			return true
		}
	case "the", "a", "an", "his", "its", "their":
		return !(verb && p.caps) && next.IsWord() && !next.Cap
	}
	return !verb && p.word(j) == "'s" || p.any(j, "-", "to", "and", "through") && p.is(j+1, cMonth) ||
		p.any(j, "last", "this", "next") && p.word(j+1) == "year" || p.word(j) == "of" && p.any(j+2, "year")
}

// dayName reads a weekday, alone or before a date.
func (p *parser) dayName(i int) (expr, int) {
	if !p.is(i, cWeekday) {
		return nil, 0
	}
	t := p.toks[i]
	n := i + 1
	if t.short {
		n = p.skip(n, ".")
	}
	j := p.skip(n, ",", "(")
	j = p.skip(j, "the")
	for _, read := range []func(int) (expr, int){p.iso, p.slashed, p.dayMonth, p.monthDay} {
		if e, m := read(j); e != nil {
			if c, ok := e.(calendar); ok && c.day > 0 {
				c.weekday = t.value
				e = c
			} else if ok {
				continue
			}
			if p.word(n) == "(" {
				m = p.skip(m, ")")
			}
			return e, m
		}
	}
	if p.strict && t.short && !(n > i+1 && p.any(i-1, "on", "last", "next", "this")) {
		return nil, 0
	}
	if p.word(n) == "next" && !p.is(n+1, cUnit|cMonth|cWeekday|cSeason|cHour) && !p.toksAt(n+1).Cap && (!p.toksAt(n+1).IsWord() || p.any(n+1, "in", "at", "to", "for", "and")) {
		return weekday{number: t.value, rel: relNext}, n + 1
	}
	if k := p.skip(n, ","); p.any(k, "a", "one") && p.word(k+1) == "week" && p.word(k+2) == "ago" {
		return weeksFrom{weekday{number: t.value}, -1}, k + 3
	}
	return weekday{number: t.value}, n
}

// yearAlone reads '2016', '2014-16', '2014-2016', where something says that it is a year.
func (p *parser) yearAlone(i int) (expr, int) {
	y, short, n := p.yearNumber(i)
	if n == i || y > 2999 || p.glued(i) && p.any(i-1, "-", "/", ".", "$") && !p.any(i-2, "mid", "early", "late") {
		if !(p.word(i-1) == "-" && p.number(i-2, 4, 4) > 0) {
			return nil, 0
		}
	}
	from := calendar{partial: partial{y, 0, 0}, short: short}
	if p.any(n, "-", "/") && p.glued(n) && p.glued(n+1) && !short {
		to, width := p.number(n+1, 4, 4), 4
		if to < 0 {
			to, width = p.number(n+1, 2, 2), 2
		}
		if width == 2 && to >= 0 {
			to += y / 100 * 100
		}
		if to > y && to < 2100 && y > 1500 && !p.unfinished(n+2) && !p.any(n+2, "-", "/") {
			return stretch{from, calendar{partial: partial{to, 0, 0}}}, n + 2
		}
	}
	if n == i || !p.bareYear(i, n) {
		return nil, 0
	}
	return from, n
}

// bareYear reports whether the number at token i, which ends before n, is a year.
func (p *parser) bareYear(i, n int) bool {
	if !p.strict {
		return true
	}
	y := p.number(i, 4, 4)
	if y < 1500 || y > 2099 || p.toks[i].Grouped {
		return false
	}
	switch p.word(i - 1) {
	case "in", "since", "until", "till", "during", "early", "late", "mid", "throughout", "year", "circa":
		return true
	case "between":
		return p.word(n) != "and" || p.number(n+1, 4, 4) > 0 && !p.oclock(n+2)
	case "of", "by", "from", "after", "before", "around", "through", "and", "or", "to", "for", "about", "as", "than":
		return y >= 1900 || p.any(i-1, "from", "before", "after")
	case "-", ",":
		return p.word(i-1) == "," && p.word(n) == ")" || p.last == i-1 || p.any(i-2, "mid", "early", "late") || p.number(i-2, 4, 4) > 0 || y >= 1900 && p.word(i-1) == "," && p.any(n, "was", "saw")
	case "least", "most":
		return p.any(i-2, "at") && p.any(i-3, "since", "until", "till", "from", "by", "before", "after")
	case "was":
		return y >= 1900 && p.any(i-2, "year")
	case "(":
		return p.any(n, ")", "-", ",", ";")
	case "the", "a", "an", "this", "that", "its", "his", "her", "their", "'s":
		return y >= 1900 && p.toksAt(n).IsWord() && !p.is(n, cUnit)
	}
	return y >= 1900 && p.last > 0 && p.last == i-1 || y >= 1900 && i == 0 && p.any(n, "was", "saw", "is", "marked")
}

// decade reads '1980s', 'the 1980s', "the '80s".
func (p *parser) decade(i int) (expr, int) {
	j := p.skip(i, "the")
	if k := p.skip(j, "nineteen"); p.is(p.skip(k, "-"), cTens) && (j > i || !p.strict || p.any(i-1, "early", "mid", "late", "the", "-")) {
		k = p.skip(k, "-")
		return known{decadeFrom(p.toks[k].value)}, k + 1
	}
	y, n := p.number(j, 4, 4), j+1
	if y < 0 && p.word(j) == "'" && p.glued(j+1) {
		if y = p.number(j+1, 2, 2); y >= 0 {
			y, n = y+1900, j+2
		}
	}
	if y < 1000 || y > 2090 || y%10 != 0 || !p.any(n, "s", "'s") || !p.glued(n) {
		return nil, 0
	}
	if y%100 == 0 && y != 2000 {
		return known{centuryFrom(y)}, n + 1
	}
	return known{decadeFrom(y)}, n + 1
}

// century reads 'the 19th century', whose first year is taken as 1800.
func (p *parser) century(i int) (expr, int) {
	j := p.skip(i, "the")
	if !p.is(j, cNumber) {
		return nil, 0
	}
	c, used := numeral.Ordinal(p.plain[j:])
	j += used
	j = p.skip(j, "-")
	if used == 0 || c < 2 || c > 22 || p.word(j) != "century" {
		return nil, 0
	}
	return known{centuryFrom((c - 1) * 100)}, j + 1
}

// feast reads the name of a holiday and its year.
func (p *parser) feast(i int) (expr, int) {
	if !p.is(i, cFeast) || p.strict && !p.toks[i].Cap {
		return nil, 0
	}
	for _, name := range lex().feasts[p.word(i)] {
		if !p.spells(i, name.words) {
			continue
		}
		e, n := holiday{rule: name.rule}, i+len(name.words)
		j := p.skip(n, ",", "of", "in")
		if p.is(j, cEvent) && p.any(j+1, "of", "in") {
			j += 2 // 'the Easter bombings of 2019'
		}
		if y := p.number(j, 4, 4); y >= 1000 && y < 3000 && !p.glued(j) {
			e.year, n = calendar{partial: partial{y, 0, 0}}, j+1
		}
		return e, n
	}
	return nil, 0
}

func (p *parser) spells(i int, words []string) bool {
	for k, w := range words {
		if p.word(i+k) != w {
			return false
		}
	}
	return true
}

// seasonal reads 'summer 2014', 'the winter of 2014-15' and, behind 'in', 'the spring'.
func (p *parser) seasonal(i int) (expr, int) {
	j := p.skip(i, "the")
	if !p.is(j, cSeason) {
		return nil, 0
	}
	e, n := season{number: p.toks[j].value}, j+1
	k := p.skip(n, "of", ",")
	k = p.skip(k, "the")
	if y, short, m := p.yearNumber(k); m > k && y < 3000 {
		e.of = calendar{partial: partial{y, 0, 0}, short: short}
		if p.any(m, "-", "/") && p.number(m+1, 2, 4) > 0 && p.glued(m+1) {
			m += 2
		}
		return e, m
	}
	if p.any(k, "last", "this", "next", "that", "same", "previous", "following") && (p.word(k+1) == "year" || p.word(k+2) == "year") {
		return e, n // the year follows in other words
	}
	if j == i && p.strict || p.strict && (p.word(i-1) != "in" && p.word(i-1) != "during" || p.word(n) == "of") {
		return nil, 0
	}
	return e, n
}
