package count

import (
	"dateline"
	"dateline/internal/resolve/date"
)

// Of says what a figure of a table or box counts: the sections of data/lexicon/tallies.txt.
type Of string

// What figures count. Casualties are people of whom it is not told whether they were killed, hurt
// or taken; the last six are no people.
const (
	Killed      Of = "killed"
	Wounded     Of = "wounded"
	Captured    Of = "captured"
	Missing     Of = "missing"
	Surrendered Of = "surrendered"
	Defected    Of = "defected"
	Abducted    Of = "abducted"
	Released    Of = "released"
	Displaced   Of = "displaced"
	Casualties  Of = "casualties"
	Fighters    Of = "fighters"
	Vehicles    Of = "vehicles"
	Aircraft    Of = "aircraft"
	Vessels     Of = "vessels"
	Weapons     Of = "weapons"
	Units       Of = "units"
	Things      Of = "things"
)

// Figure is one number of a list of figures, with what it counts and on whose word.
type Figure struct {
	Count   dateline.Count
	Of      Of
	Number  dateline.Span // the number with the words that bound it
	Words   dateline.Span // the number with the words that say what it counts, where they follow
	Speaker dateline.Span // who gives the figure; zero where the list does not say
}

// Tally reads a list of figures as tables and boxes have them ('300,000–500,000 (Iranian claim)',
// '4 killed, 18 wounded', 'Killed: 169 * POWs: 39'), in the order of the text. A figure that the
// words say nothing about counts what of says: Fighters in a list of strengths, Casualties in one
// of losses.
//
// Lists out of web pages have lost line breaks, so that '47 killed' and '20 wounded' stand as
// '47 killed20 wounded', often with the letter before the break gone ('47 kille20 wounde'); both are
// read. Years, dates, pages, ordinals and the numbers in names ('the 25th Brigade', 'F-16') are no
// figures. It takes time linear in the length of text.
func Tally(text string, of Of) []Figure {
	l := &list{reader: tallyReader(text), of: of}
	l.readAll()
	return l.figures()
}

func (l *list) readAll() {
	l.read(date.Find(l.text))
	l.settle()
	l.voices()
}

func (l *list) figures() []Figure {
	out := make([]Figure, len(l.found))
	for i, f := range l.found {
		out[i] = f.Figure
	}
	return out
}

// list is a Tally in hand.
type list struct {
	*reader
	of    Of
	found []item
}

// link says how a figure hangs together with the one before it.
type link int

const (
	apart   link = iota // nothing but white space, or a separator
	joined              // ',' or 'and': '4 killed, 18 wounded'
	broken              // a lost line break
	inside              // in brackets behind it: '(7 in the battle)'
	starred             // an item of a list
)

// item is a Figure with its place among the tokens.
type item struct {
	Figure
	first, end int // tokens of the number
	stop       int // the token behind the words that say what it counts
	link       link
	own        bool // its own words say what it counts
}

// read finds the figures and what the words behind each say that it counts.
func (l *list) read(dates []date.Match) {
	depth := 0
	for i := 0; i < len(l.toks); {
		switch l.word(i) {
		case "(":
			depth++
		case ")":
			depth = max(0, depth-1)
		}
		if end := l.dated(i, &dates); end > i && !l.counts(i, end) {
			i = end
			continue
		}
		m, end := l.figure(i)
		if end == i {
			i++
			continue
		}
		if m.Kind == Amount && !l.partOfName(i, end) && !(l.any(i, "a", "an") && l.any(i-1, "including")) {
			l.add(i, end, m, depth > 0)
			end = max(end, l.found[len(l.found)-1].end)
		}
		i = end
	}
}

// counts reports whether what reads as a date is a figure all the same: '2000 killed'.
func (l *list) counts(i, end int) bool {
	return end == i+1 && l.toks[i].Digits != "" && (l.toks[i].Grouped || l.worded(end))
}

// worded reports whether token i is a word of the list's own: a fate, a thing or a person.
func (l *list) worded(i int) bool {
	if i >= len(l.toks) {
		return false
	}
	_, ok := l.sense(i)
	return ok || lex().people.At(l.word(i)) != notPerson
}

// figure reads the number at token i, or the range '75-82 to 157-161+'.
func (l *list) figure(i int) (Match, int) {
	plus := l.word(i) == "+" && l.toks[i].Gap && i+1 < len(l.toks) && l.toks[i+1].Digits != "" && !l.toks[i+1].Gap
	if l.word(i) == "none" {
		return l.match(i, i+1, Amount, just(0)), i + 1
	}
	m, end := l.at(i + btoi(plus))
	if end <= i+btoi(plus) {
		return Match{}, i
	}
	if l.yearly(i, end) {
		m.Kind = Date
		if l.word(end) == "-" && l.glued(end) && l.glued(end+1) && l.toks[end+1].Digits != "" {
			end += 2 // '2013-4'
		}
	}
	if plus {
		m.Count.High = nil
		m.Span.Start = l.toks[i].Start
	}
	if m.Kind == Amount && (l.word(end) == "to" || l.word(end) == "-" && l.toks[end].Gap) {
		if to, next := l.at(end + 1); next > end+1 && to.Kind == Amount && to.Count.Low != nil && m.Count.Low != nil && *to.Count.Low >= *m.Count.Low {
			m.Count.High, m.Span.End = to.Count.High, to.Span.End
			end = next
		}
	}
	return m, end
}

// yearly reports whether every figure of the number could be a year, and no known word follows.
func (l *list) yearly(i, end int) bool {
	n := 0
	for k := i; k < end; k++ {
		t := l.toks[k]
		if t.Digits == "" {
			continue
		}
		if len(t.Digits) != 4 || t.Grouped || t.Digits < "1900" || t.Digits > "2099" {
			return false
		}
		n++
	}
	return n > 0 && !l.worded(end)
}

// partOfName reports whether the number is a word of a name that a thing is called by: the 2 of
// '8 Leopard 2 tanks', and the 1 of 'casualties1='.
func (l *list) partOfName(i, end int) bool {
	if l.word(end) == "=" {
		return true
	}
	if len(l.found) == 0 || l.lost[i] || end != i+1 {
		return false
	}
	last := l.found[len(l.found)-1]
	if last.end == i && l.isWord(i) {
		return true // '1 multiple rocket launcher'
	}
	if !l.isCapWord(i - 1) {
		return false
	}
	if i-last.end > 4 || !l.isWord(last.end) {
		return false
	}
	for k := last.end; k < i; k++ {
		if _, told := l.sense(k); told {
			return false
		}
	}
	s, ok := l.sense(end)
	return ok && !s.people()
}

// add takes a figure into the list.
func (l *list) add(i, end int, m Match, bracketed bool) {
	f := item{first: i, end: end, stop: end}
	f.Count, f.Number, f.Words = m.Count, m.Span, m.Span
	f.link = l.linkAt(i, bracketed)
	l.found = append(l.found, f)
}

// linkAt says how the number at token i hangs together with the figure before it.
func (l *list) linkAt(i int, bracketed bool) link {
	if len(l.found) == 0 {
		return apart
	}
	k := i - 1
	for l.any(k, "\"", "“", "”", "'", "of", "the", "which", "whom") || k > 0 && lex().people.At(l.word(k)) == notPerson && bounds.At(l.word(k)) != nil {
		k--
	}
	switch {
	case l.parted(i):
		return apart
	case bracketed && l.opened(i):
		return inside
	case l.any(k, ",", "and", "or", "&", "plus"):
		return joined
	case l.lost[i]:
		return broken
	case l.word(k) == "*":
		return starred
	}
	return apart
}

// parted reports whether a semicolon stands between the last figure and token i.
func (l *list) parted(i int) bool {
	for k := l.found[len(l.found)-1].end; k < i; k++ {
		if l.word(k) == ";" {
			return true
		}
	}
	return false
}

// opened reports whether a bracket opens between the last figure and token i.
func (l *list) opened(i int) bool {
	open := false
	for k := l.found[len(l.found)-1].end; k < i; k++ {
		switch l.word(k) {
		case "(":
			open = true
		case ")":
			open = false
		}
	}
	return open
}

// settle decides what each figure counts: by the words behind it, then by those before it, then by
// the figure that it is joined to.
func (l *list) settle() {
	for k := range l.found {
		l.behind(k)
	}
	for k := range l.found {
		if !l.found[k].own {
			l.before(k)
		}
	}
	for k := len(l.found) - 1; k >= 0; k-- {
		l.share(k)
	}
	for k := range l.found {
		f := &l.found[k]
		if f.Of == "" && k > 0 && f.link.goesOn() {
			f.Of = l.found[k-1].Of
		}
		if f.Of == "" {
			f.Of = l.of
		}
	}
}

// goesOn reports whether a figure that says nothing of its own counts what the one before it did:
// '51 killed (official), 63 (rebels)', '16 killed (3 in fighting)', '9 killed * 6 soldiers'.
func (k link) goesOn() bool { return k == joined || k == inside || k == starred }

// next returns the token at which the figure behind number k starts.
func (l *list) next(k int) int {
	if k+1 < len(l.found) {
		return l.found[k+1].first
	}
	return len(l.toks)
}

// behind reads what the words behind figure k say that it counts. A fate overrules a noun of people,
// the first thing decides for things: '4 tanks captured', '4 prisoners executed'.
func (l *list) behind(k int) {
	f, persons := &l.found[k], false
	for i, stop := f.end, l.next(k); i < stop; i++ {
		if l.ends(f, i) {
			return
		}
		s, ok := l.sense(i)
		persons = persons || !ok && (lex().people.At(l.word(i)) == manyPeople || l.any(i, "troops", "personnel"))
		if !ok || l.adjective(s, i, stop) {
			continue
		}
		if f.Of != "" && !s.fate || persons && !s.people() {
			continue
		}
		f.Of, f.own, f.stop = s.of, true, i+1
		f.Words.End = l.toks[i].End
		if s.fate {
			l.mixed(f, i, stop)
			return
		}
		if !s.people() && s.of != Units {
			return
		}
	}
}

// ends reports whether the words of figure f end before token i.
func (l *list) ends(f *item, i int) bool {
	if i > f.end && l.lost[i] {
		return true
	}
	if l.any(i, "(", "[") {
		return !l.closes(i)
	}
	return l.any(i, ",", ";", "*", "|", "=", ".", "-") && !(l.word(i) == "-" && i+1 < len(l.toks) && !l.toks[i+1].Gap)
}

// closes reports whether the bracket at token i only says what was counted, as in '(UAV)'.
func (l *list) closes(i int) bool {
	_, ok := l.sense(i + 1)
	return ok && l.any(i+2, ")", "]")
}

// adjective reports whether sense s at token i describes people of a list of strengths, such as
// 'defected soldiers'.
func (l *list) adjective(s sense, i, stop int) bool {
	return l.of == Fighters && s.fate && i+1 < stop && lex().people.At(l.word(i+1)) != notPerson
}

// mixed makes casualties of 'killed and wounded', whose fate stands at token i.
func (l *list) mixed(f *item, i, stop int) {
	if !l.any(i+1, "and", "or", "/", "&") || i+2 >= stop || l.lost[i+2] {
		return
	}
	if s, ok := l.sense(i + 2); ok && s.fate && s.people() && s.of != f.Of {
		f.Of, f.stop = Casualties, i+3
		f.Words.End = l.toks[i+2].End
	}
}

// before reads what stands before figure k: 'Killed: 169', 'kills 19 fighters'.
func (l *list) before(k int) {
	f := &l.found[k]
	i := f.first - 1
	for l.any(i, ":", "\"", "“", "'", "=", "(", "total") || bounds.At(l.word(i)) != nil || i > 0 && l.toks[i].Digits != "" && l.word(i+1) == "=" {
		i--
	}
	if k > 0 && i < l.found[k-1].stop || l.lost[f.first] && i == f.first-1 {
		return
	}
	if s, ok := l.sense(i); ok && s.fate {
		f.Of = s.of
	}
}

// share gives a figure of people what the next figure that it is joined to has: '67 soldiers and
// 6 civilians killed'.
func (l *list) share(k int) {
	if l.found[k].Of != "" || k+1 >= len(l.found) || l.found[k+1].link != joined {
		return
	}
	next := l.found[k+1]
	for i := l.found[k].end; i < next.first; i++ {
		if l.any(i, ";", "*", ":") {
			return
		}
	}
	if next.Of.people() {
		l.found[k].Of = next.Of
	}
}
