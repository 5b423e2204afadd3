package date

// plausible reports whether the date from token i to before token end is one, and no part of a
// name: the '17 November' group, the Sunday Times, Black September.
func (p *parser) plausible(i, end int) bool {
	first := p.toks[i]
	if p.organised(i, end) || p.any(i-1, "black", "bloody") && p.toks[i-1].Cap {
		return false
	}
	if end == i+1 {
		switch {
		case first.Word == "today" && first.Cap && !p.caps && i > 0 && p.toks[i-1].Cap && p.toks[i-1].IsWord():
			return false
		case first.class&cWeekday != 0:
			return !p.papers(end) && !p.titled(i-1) && !p.middle(i)
		case first.class&cSeason != 0:
			return false
		}
	}
	return true
}

// organised reports whether the words behind the date from token i to end make a name of it. In
// small letters only a group or movement does, and only behind 'the'.
func (p *parser) organised(i, end int) bool {
	if p.any(end, "group", "movement", "brigade", "brigades") && p.any(i-1, "the") {
		return true
	}
	for k := end; k <= end+1 && p.toksAt(k).Cap; k++ {
		if p.any(k, "group", "movement", "brigade", "brigades", "front", "organization", "organisation", "division",
			"martyrs", "battalion", "regiment", "committee", "party", "revolution", "agreement", "accords", "street",
			"road", "avenue", "square", "bridge", "university", "hospital") {
			return !p.caps || k == end
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

// middle reports whether the weekday at token i stands between names in capitals, and so may be
// one: 'Emmanuel Sunday Okoro'.
func (p *parser) middle(i int) bool {
	before, after := p.toksAt(i-1), p.toksAt(i+1)
	return !p.caps && i > 1 && before.Cap && before.IsWord() && before.class&cStarts == 0 && after.Cap && after.IsWord() && after.class&cStarts == 0
}

// isNoun reports whether token i goes on the noun phrase that a date before it stands in: 'the May
// attack'. Without a parse, a small-letter word that is no grammar and no verb form.
func (p *parser) isNoun(i int) bool {
	t := p.toksAt(i)
	if !t.IsWord() || t.Cap {
		return false
	}
	switch t.Word {
	case "attack", "attacks", "bombing", "bombings", "strike", "strikes", "raid", "raids", "massacre", "shooting", "election",
		"elections", "coup", "ceasefire", "deal", "agreement", "war", "protests", "meeting", "summit", "clashes", "explosion",
		"blast", "assault", "ambush", "vote", "invasion", "offensive", "report", "talks", "killing", "killings", "incident":
		return true
	}
	return false
}
