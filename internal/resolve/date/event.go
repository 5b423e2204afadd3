package date

import "dateline"

// eventNoun returns the token after the event that is named from token i on, 'the attack', 'the first
// attack on the town': after its noun. It is 0 where none is.
func (p *parser) eventNoun(i int) int {
	j := p.skip(i, "the", "that", "this", "his", "her", "their", "its")
	if j == i {
		return 0
	}
	for k := j; k < min(j+3, len(p.toks)) && p.toks[k].IsWord(); k++ {
		if p.is(k, cEvent) {
			return k + 1
		}
	}
	return 0
}

// dayOfEvent reads 'the day of the attack', 'the night of the coup'.
func (p *parser) dayOfEvent(i int) (expr, int) {
	j := p.skip(i, "the")
	j = p.skip(j, "very", "same")
	if j == i || p.toksAt(j).unit != dayUnit && p.toksAt(j).unit != night && !p.is(j, cHour) || p.word(j+1) != "of" || p.toksAt(j).plural {
		return nil, 0
	}
	if k := p.eventNoun(j + 2); k > 0 {
		return period{unit: dayUnit, rel: relSame}, k
	}
	return nil, 0
}

// namedDay reads a day that its month and number name before an event: 'the September 11 attacks'.
func (p *parser) namedDay(i int) (expr, int) {
	if !p.is(i, cNamed) || p.any(i-1, "on") {
		return nil, 0
	}
	for _, d := range lex().days[p.word(i)] {
		n := i + len(d.words)
		if p.spells(i, d.words) && p.is(n, cEvent) {
			return known{exact(d.day).by("text", 0.9, "a day known by its figures")}, n
		}
	}
	return nil, 0
}

// yearOfFeast reads '2019 Easter Sunday'.
func (p *parser) yearOfFeast(i int) (expr, int) {
	y := p.number(i, 4, 4)
	if y < 1000 || y > 2999 || !p.is(i+1, cFeast) {
		return nil, 0
	}
	e, n := p.feast(i + 1)
	h, ok := e.(holiday)
	if !ok || h.year != nil {
		return nil, 0
	}
	h.year = calendar{partial: partial{y, 0, 0}}
	return h, n
}

// sinceEvent turns a distance from an event around, where the day at its other end was told just before: 'on Tuesday, two
// days after the attacks' says when the attacks were. It gives the distance to count, and from which date.
func (s *story) sinceEvent(p *parser, f found, n int) (e expr, base dateline.Date, ok bool) {
	k := len(s.told) - 1
	if p.comesAfter(f) {
		k = s.lastDay(n)
	} else if k < 0 || s.events[k].sentence != n || !p.joins(s.events[k].end, f.i) {
		return nil, dateline.Date{}, false
	}
	if k < 0 {
		return nil, dateline.Date{}, false
	}
	switch x := f.expr.(type) {
	case offset:
		x.after = !x.after
		return x, s.told[k], x.event
	case period:
		turned, ok := map[rel]rel{relFollowing: relPrevious, relPrevious: relFollowing}[x.rel]
		x.rel = turned
		return x, s.told[k], ok && p.any(f.i+1, "day", "night", "week", "month", "year") && p.any(f.i+2, "after", "before") && (p.is(f.end-1, cEvent) || p.toksAt(f.end).IsWord())
	}
	return nil, dateline.Date{}, false
}

// joins reports whether the tokens from i on, up to the distance at token j, go on with the clause of the date before them:
// 'on Monday in the state of Kano, a day after'.
func (p *parser) joins(i, j int) bool {
	if j-i > 12 || j > i+1 && !p.any(j-1, ",") {
		return false
	}
	for k := i; k < j; k++ {
		if p.any(k, "and", "or") && (p.isPast(k+1) || p.isPast(k+2) || p.isPast(k+3)) {
			return false
		}
		if p.stops(k) || p.any(k, "but", "when", "while", "as", "who", "which", "that", "whose", "after", "before", "said", "says", "told", "\"", "“", "”") {
			return false
		}
	}
	return true
}

// comesAfter reports whether the distance f is how long after another event that came which a sentence begins with: 'It comes two weeks after
// 11 people were killed'.
func (p *parser) comesAfter(f found) bool {
	k := f.i - 1
	for p.any(k, "just", "only", "barely", "some", "about", "almost", "nearly", "exactly", "also", "place") {
		k--
	}
	if !p.any(k, "comes", "came", "occurred", "happened", "took") || p.is(f.end-1, cEvent) {
		return false
	}
	return k == 1 && p.any(0, "it", "this", "that") || k > 1 && k < 5 && p.any(0, "the", "this") && p.is(k-1, cEvent)
}

// lastDay returns which of the dates told up to sentence n, the last one to the day, is that of the news; -1 for none.
func (s *story) lastDay(n int) int {
	for k := len(s.told) - 1; k >= 0 && n-s.events[k].sentence <= 8; k-- {
		if s.told[k].From == s.told[k].To {
			return k
		}
	}
	return -1
}
