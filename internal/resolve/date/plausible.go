package date

// plausible reports whether the date from token i to before token end is one, and no part of a
// name: the '17 November' group, the Sunday Times, Black September.
func (p *parser) plausible(i, end int) bool {
	first := p.toks[i]
	if p.any(i-1, "every", "each", "per") || first.class&cWeekday != 0 && p.word(end) == "of" && p.any(end+1, "every", "each") {
		return false // how often
	}
	if p.law(i, end) || p.organised(i, end) || p.any(i-1, "black", "bloody") && p.toks[i-1].Cap {
		return false
	}
	if first.class&cFeast != 0 && !p.caps && p.any(i-1, "the") && p.toksAt(end).Cap && p.toksAt(end).IsWord() && p.toksAt(end).class&cStarts == 0 {
		return false // 'the Yom Kippur War'
	}
	if end == i+1 {
		switch {
		case first.Word == "today" && first.Cap && !p.caps && i > 0 && p.toks[i-1].Cap && p.toks[i-1].IsWord():
			return false
		case first.class&cWeekday != 0:
			return !p.papers(end) && !p.titled(i-1) && !p.middle(i) && !p.heads(i)
		case first.class&cSeason != 0:
			return false
		}
	}
	return true
}

// organised reports whether the words around the date from token i to end make a name of it. In small
// letters only a group or movement does, and only behind 'the'.
func (p *parser) organised(i, end int) bool {
	if p.any(end, "group", "movement", "brigade", "brigades") && p.any(i-1, "the") {
		return true
	}
	if p.is(i-1, cOrgan) && !p.caps && p.is(i, cMonth|cNumber) && end-i == 2 && (p.toks[i-1].Cap || p.any(i-1, "group", "movement")) {
		return true
	}
	for k := end; k <= end+1 && p.toksAt(k).Cap; k++ {
		if p.is(k, cOrgan) {
			return !p.caps || k == end
		}
	}
	return false
}

// law reports whether the year from token i to end is of a law's name: 'the 1917 Espionage Act', 'the Persons Act of
// 2003', 'Law No. 12 of 2018'.
func (p *parser) law(i, end int) bool {
	if p.caps || end != i+1 || !p.is(i, cNumber) {
		return false
	}
	if !p.any(i-1, "in", "since", "by", "from", "until", "during", "of") {
		for k := end; k < end+4 && p.toksAt(k).Cap && p.toksAt(k).IsWord(); k++ {
			if p.is(k, cLaw) {
				return true
			}
		}
	}
	for k := i - 1; k >= max(0, i-6); k-- {
		if p.is(k, cLaw) {
			return p.toks[k].Cap
		}
		if p.toks[k].IsWord() && !p.any(k, "of", "no") {
			return false
		}
	}
	return false
}

func (p *parser) papers(i int) bool {
	return p.toksAt(i).Cap && p.any(i, "times", "mirror", "telegraph", "mail", "express", "herald", "tribune", "post", "sun", "star")
}

func (p *parser) titled(i int) bool {
	return p.toksAt(i).Cap && p.any(i, "mr", "mrs", "ms", "dr", "president", "chief", "pastor", "comrade", "evangelist", "prophet", "prince", "general", "governor", "gov", "gen", "capt", "ruby", "joe")
}

// heads reports whether the weekday at token i begins a name: 'Sunday Okoro was', 'the Monday Market'.
func (p *parser) heads(i int) bool {
	next := p.toksAt(i + 1)
	return !p.caps && (i == 0 || p.any(i-1, "the")) && next.Cap && next.IsWord() && next.class&cStarts == 0
}

// middle reports whether the weekday at token i stands between names in capitals, and so may be
// one: 'Emmanuel Sunday Okoro'.
func (p *parser) middle(i int) bool {
	before, after := p.toksAt(i-1), p.toksAt(i+1)
	return !p.caps && i > 1 && before.Cap && before.IsWord() && before.class&cStarts == 0 && after.Cap && after.IsWord() && after.class&cStarts == 0
}

// isNoun reports whether token i goes on the noun phrase that a date before it stands in: 'the May
// attack'.
func (p *parser) isNoun(i int) bool { return p.is(i, cEvent) && !p.toks[i].Cap }
