package count

import "dateline/internal/resolve/numeral"

// fold reads how many a deed was done to: 'a double homicide'.
func (r *reader) fold() (quantity, bool) {
	for i := 0; i+1 < len(r.toks); i++ {
		if n := numeral.Fold(r.word(i)); n > 0 && r.any(i+1, "homicide", "murder", "killing", "slaying", "fatality", "shooting", "stabbing") {
			return just(n), true
		}
	}
	return quantity{}, false
}

// ages reads how many people a list of their ages tells of, where nothing else does: 'the other victims,
// ages 13, 17 and 19'.
func (r *reader) ages() (quantity, bool) {
	i := 0
	for ; i < len(r.toks) && !r.any(i, "ages", "aged"); i++ {
		if r.toks[i].Digits != "" || r.numberAt(i) {
			return quantity{}, false
		}
	}
	n := 0
	for i++; i < len(r.toks); i++ {
		switch {
		case r.numberAt(i) && !r.any(i-1, "from", "between", "to", "-"):
			n++
		case !r.any(i, ",", "and"):
			i = len(r.toks)
		}
	}
	return just(n), n > 1
}
