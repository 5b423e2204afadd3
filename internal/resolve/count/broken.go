package count

import "strings"

// broken reports whether the figures of tokens i to end go on in a way that English writes no number:
// '1,2,3', '12,34', '1'000', '12½', '10-20-30'. What stands there then has no value rather than a part of one.
func (r *reader) broken(i, end int) bool {
	if r.toks[i].Digits == "" || !r.glued(end) {
		return false
	}
	if strings.Contains("½¼¾⅓⅔", r.word(end)) {
		return true
	}
	return r.any(end, ",", "'") && r.glued(end+1) && r.toks[end+1].Digits != ""
}

// spaced reports whether a figure is cut by a plain space into thousands: '1 000', which is read where what it counts
// stands behind it. Other groups behind a space may be numbers of their own.
func (r *reader) spaced(i, end int) bool {
	return end == i+1 && end < len(r.toks) && len(r.toks[i].Digits) <= 3 && r.toks[i].Digits != "" &&
		len(r.toks[end].Digits) == 3 && r.toks[end].Digits[0] == '0'
}

// below reports whether a sign or 'minus' stands before token i: no number of people is below zero. A
// hyphen at the beginning of a line is a bullet.
func (r *reader) below(i int) bool {
	if r.any(i-1, "minus") {
		return true
	}
	if !r.glued(i) || r.word(i-1) != "-" || !r.toks[i-1].Gap {
		return false
	}
	return r.text[r.toks[i-1].Start] != '-' || i > 1 && !strings.Contains(r.text[r.toks[i-2].End:r.toks[i-1].Start], "\n")
}
