package extract

// hospital reports whether the phrase of h names where the hurt are treated.
func (v *view) hospital(h int) bool {
	for t := v.first[h]; t <= v.last[h]; t++ {
		if v.r.lex.nouns.has(lowered(v.tok(t).Form), "hospital") || v.r.lex.nouns.has(v.lemma(t), "hospital") {
			return true
		}
	}
	return false
}

// yearsOld reports whether h is a person told by his age alone: 'a 13-year-old'.
func (v *view) yearsOld(h int) bool {
	if v.lemma(h) != "old" || h < 2 || v.base(h) == "amod" || v.lemma(h-2) != "year" && v.lemma(h-2) != "month" {
		return false
	}
	return v.tok(h-1).Form == "-"
}
