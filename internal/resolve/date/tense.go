package date

// reach is how far, in tokens, the verb of a time expression is looked for on each side.
const reach = 24

// tense says whether the clause that f stands in speaks of what is to come: by the nearest verb before
// it in the sentence, or, where there is none, by the first behind it. None where no word tells.
func (p *parser) tense(f found) Tense {
	if p.any(f.i-1, "of") && p.any(f.i-2, "ahead") {
		return Future
	}
	if p.isPast(f.end) && !p.participle(f.end) && !p.any(f.end, "was", "were", "had", "did") {
		return Past
	}
	if s, ok := f.expr.(side); ok && s.word == "until" && p.limited(f.i) {
		return Future
	}
	if p.putOff(f) {
		return Future
	}
	for j := f.i - 1; j >= max(f.i-reach, 0) && !p.stops(j); j-- {
		if t := p.cue(j); t != None {
			return t
		}
	}
	for j := f.end; j < min(f.end+reach, len(p.toks)) && !p.stops(j); j++ {
		if t := p.cue(j); t != None && !(t == Future && p.word(j) == "to" && p.is(j-1, cAhead)) {
			return t
		}
	}
	return None
}

// putOff reports whether f is the day to which something was put off, or a limit: 'adjourned the case to
// May 21', 'have until noon on Sunday'.
func (p *parser) putOff(f found) bool {
	s, until := f.expr.(side)
	until = until && s.word == "until"
	for j := f.i - 1; j >= max(f.i-6, 0) && !p.stops(j); j-- {
		if p.any(j, "until", "till") && p.limited(j) {
			return true
		}
		if p.is(j, cPut) {
			return until || p.any(f.i-1, "to", "until", "till", "for")
		}
	}
	return false
}

// limited reports whether the words before token i set somebody a limit: 'gave them until', 'has until'.
func (p *parser) limited(i int) bool {
	for j := i - 1; j >= max(i-reach, 0) && !p.stops(j); j-- {
		if p.any(j, "gave", "give", "given", "giving", "ultimatum", "deadline") || j == i-1 && p.any(j, "have", "has") {
			return true
		}
	}
	return false
}

func (p *parser) stops(j int) bool { return p.any(j, ".", "!", "?", ";", ":") }

// cue is what token j alone says of the tense of its clause.
func (p *parser) cue(j int) Tense {
	t := p.toks[j]
	switch {
	case t.class&cWill != 0 && !(t.Cap && j > 0) && !p.any(j-1, "the", "a", "his", "their", "of", "political", "free"):
		if p.any(j+1, "have") || p.any(j+1, "not") && p.any(j+2, "have") {
			return None
		}
		return Future
	case t.Word == "to" && p.any(j+1, "be") && !p.is(j-1, cSeem):
		return Future
	case t.Word == "to" && (p.is(j-1, cAhead|cDue) || p.any(j-1, "is", "are", "was", "were")) && !p.any(j+1, "the", "a", "an"):
		return Future
	case t.class&cDue != 0 && p.any(j+1, "for", "on", "in", "by"):
		return Future
	case t.class&cOpens != 0 && !p.any(j+1, "to") && !p.any(j-1, "the", "a", "an", "'s", "of", "in", "to", "by"):
		return Future
	case p.isPast(j) && !p.participle(j):
		return Past
	}
	return None
}

// isPast reports whether token j can be a verb in the past.
func (p *parser) isPast(j int) bool {
	t := p.toksAt(j)
	if t.class&cPast != 0 {
		return true
	}
	n := len(t.Word)
	return n > 4 && t.Word[n-2:] == "ed" && t.Word[n-3] != 'e' && t.class&cDue == 0 && !t.Cap
}

// participle reports whether the past form at token j only goes on an auxiliary that says the tense:
// 'will be released', 'has fled'.
func (p *parser) participle(j int) bool {
	for k := j - 1; k >= max(j-3, 0); k-- {
		if p.any(k, "be", "been", "being", "have", "get") {
			return true
		}
		if w := p.word(k); len(w) < 3 || w[len(w)-2:] != "ly" && w != "not" && w != "also" {
			return false
		}
	}
	return false
}
