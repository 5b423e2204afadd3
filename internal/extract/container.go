package extract

import "dateline"

// withContainer covers the larger place that words name behind a comma: 'Dand district, Kandahar
// province', 'Austin, Texas'. A place in a series ('Abuja, Lagos and Kano') contains none.
func (v *view) withContainer(sp dateline.Span) dateline.Span {
	t := v.tokenAt(sp.End)
	if t < 0 || v.tok(t).Form != "," {
		return sp
	}
	a := t + 1
	for a < len(v.s.Tokens) && v.tag(a) == "DET" {
		a++
	}
	b := v.placeName(a)
	if b < 0 {
		return sp
	}
	if after := v.skipMarks(b + 1); after < len(v.s.Tokens) && (v.tag(after) == "CCONJ" || v.tok(b+1).Form == "," && v.placeName(after) >= 0) {
		return sp
	}
	return sp.Cover(v.tok(b).Span)
}

// placeName returns the last token of the name of a place that begins at token a, with 'province' and
// the like behind it; -1 if none begins there.
func (v *view) placeName(a int) int {
	if a >= len(v.s.Tokens) || !v.is(a, dateline.Somewhere) {
		return -1
	}
	b := a
	for b+1 < len(v.s.Tokens) && v.held[b+1] == v.held[a] {
		b++
	}
	if b+1 < len(v.s.Tokens) && v.r.lex.nouns.has(v.lemma(b+1), "region") {
		b++
	}
	return b
}

// skipMarks returns the first token from a on that is no mark.
func (v *view) skipMarks(a int) int {
	for a < len(v.s.Tokens) && v.tag(a) == "PUNCT" {
		a++
	}
	return a
}

// tokenAt returns the first token that begins at or behind an offset, -1 if none.
func (v *view) tokenAt(offset int) int {
	for t := range v.s.Tokens {
		if v.tok(t).Span.Start >= offset {
			return t
		}
	}
	return -1
}

// measure reports whether d tells what a state did on the ground, or a toll, as news: what takes
// place at a time and a place.
func (d *draft) measure() bool {
	switch d.kind {
	case dateline.Raid, dateline.Arrest, dateline.WeaponsSeized, dateline.KilledKind, dateline.WoundedKind, dateline.AbductedKind:
		return d.reality.Counts() && !d.past
	}
	return false
}
