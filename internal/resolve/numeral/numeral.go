package numeral

import "strconv"

// Most is the greatest number that is read; anything above it is TooBig.
const Most = 1_000_000_000_000_000

// Number is a number that a phrase writes out. Exactly one of three holds: Value is the number;
// or it is Broken (has decimals, "3.5"); or it is TooBig. The last two have the Value 0.
type Number struct {
	Value  int
	Broken bool
	TooBig bool
}

// Whole reports whether n has a Value.
func (n Number) Whole() bool { return !n.Broken && !n.TooBig }

// Cardinal reads the number that starts at toks[0] ("4,000", "1.5 million", "2m", "twenty-five",
// "one hundred and forty", "a dozen", "half a million") and returns it with the number of tokens
// it takes; 0 is 'no number here'. 'a' and 'half' are numbers only before a scale.
func Cardinal(toks []Token) (Number, int) {
	if len(toks) == 0 {
		return Number{}, 0
	}
	if toks[0].Digits != "" {
		n, used := fromFigure(toks)
		return andHalf(n, used, toks)
	}
	if n, used := half(toks); used > 0 {
		return n, used
	}
	if n, used := quarters(toks); used > 0 {
		return n, used
	}
	n, used := fromWords(toks)
	return andHalf(n, used, toks)
}

// andHalf reads on behind a number: 'three and a half million'.
func andHalf(n Number, used int, toks []Token) (Number, int) {
	if used == 0 || !n.Whole() || len(toks) < used+4 || toks[used].Word != "and" || toks[used+1].Word != "a" || toks[used+2].Word != "half" {
		return n, used
	}
	scale, ok := words().scales[toks[used+3].Word]
	if last, is := words().scales[toks[used-1].Word]; !ok && is && last <= 1000 { // 'a dozen and a half'
		return Number{Value: n.Value + last/2}, used + 3
	}
	if !ok || n.Value >= scale {
		return n, used
	}
	whole, ok := times(n.Value, scale, true)
	if !ok {
		return Number{TooBig: true}, used + 4
	}
	return Number{Value: whole + scale/2}, used + 4
}

// fromFigure reads a figure and the scale behind it.
func fromFigure(toks []Token) (Number, int) {
	num, den, ok := figureValue(toks[0])
	used := 1
	if len(toks) > 1 {
		next := toks[1]
		scale, isScale := words().scales[next.Word]
		if !isScale && !next.Gap {
			scale, isScale = words().suffixes[next.Word]
		}
		if !isScale && next.Word == "-" && !next.Gap && len(toks) > 2 && !toks[2].Gap {
			if scale, isScale = words().scales[toks[2].Word]; isScale {
				used++
			}
		}
		if isScale {
			used++
			num, ok = times(num, scale, ok)
		}
	}
	switch {
	case !ok:
		return Number{TooBig: true}, used
	case num%den != 0, used == 1 && toks[0].Decimals == 3: // '73.000' may be thousands elsewhere
		return Number{Broken: true}, used
	}
	return Number{Value: num / den}, used
}

// figureValue returns the digits of t as a number, and the power of ten to divide it by.
func figureValue(t Token) (num, den int, ok bool) {
	den = 1
	if len(t.Digits) > mostDigits {
		return 0, 1, false
	}
	for range t.Decimals {
		den *= 10
	}
	num, err := strconv.Atoi(t.Digits)
	return num, den, err == nil
}

func times(a, b int, ok bool) (int, bool) {
	if !ok || b != 0 && a > Most/b {
		return 0, false
	}
	return a * b, true
}

// half reads "half a dozen", "half-dozen", "half a million".
func half(toks []Token) (Number, int) {
	if toks[0].Word != "half" {
		return Number{}, 0
	}
	i := 1
	for i < len(toks) && i < 3 && (toks[i].Word == "a" || toks[i].Word == "-") {
		i++
	}
	if i == len(toks) || i == 1 {
		return Number{}, 0
	}
	scale, ok := words().scales[toks[i].Word]
	if !ok {
		return Number{}, 0
	}
	return Number{Value: scale / 2}, i + 1
}

// quarters reads "a quarter of a million", "three quarters of a million".
func quarters(toks []Token) (Number, int) {
	n := map[string]int{"a": 1, "three": 3}[toks[0].Word]
	i := 1
	for i < len(toks) && toks[i].Word == "-" {
		i++
	}
	if n == 0 || len(toks) < i+4 || toks[i].Word != "quarter" && toks[i].Word != "quarters" || toks[i+1].Word != "of" || toks[i+2].Word != "a" {
		return Number{}, 0
	}
	scale, ok := words().scales[toks[i+3].Word]
	if !ok {
		return Number{}, 0
	}
	return Number{Value: n * scale / 4}, i + 4
}

// fromWords reads a number in words from left to right: current is what the next scale multiplies,
// total what is settled already.
func fromWords(toks []Token) (Number, int) {
	total, current, used := 0, 0, 0
	lastScale := 0  // the scale read last; the next of the thousands has to be smaller
	room := 1 << 30 // what the next plain number has to stay below
	ok := true
	for i := 0; i < len(toks); {
		w := toks[i].Word
		v := words().values.At(w)
		value, isCard, scale, isScale := v.cardinal, v.isCardinal, v.scale, v.isScale
		switch {
		case isCard && value < room && (value > 0 || used == 0):
			current += value
			room = below(value)
			i++
		case isScale && (used > 0 || i == 1) && (current > 0 || i == 1) && fits(scale, lastScale, current):
			total, current, ok = apply(total, max(current, 1), scale, ok)
			lastScale, room = scale, roomAfter(scale)
			i++
		case isScale && used == 0 && i == 0 && scale == 12:
			current, lastScale, room = 12, 12, 0
			i++
		case i == 0 && (w == "a" || w == "an") && scaleFollows(toks, 1):
			i++
			continue
		case used > 0 && w == "-" && !toks[i].Gap && joins(toks, i+1, room) && !toks[i+1].Gap:
			i++
			continue
		case used > 0 && w == "and" && lastScale >= 100 && joins(toks, i+1, min(room, 100)):
			i++
			continue
		default:
			return settle(toks, total, current, used, ok)
		}
		used = i
		if room == 0 {
			break
		}
	}
	return settle(toks, total, current, used, ok)
}

// settle adds up. A scale that is left over ("a million million") is beyond what is read here.
func settle(toks []Token, total, current, used int, ok bool) (Number, int) {
	for used > 0 && scaleFollows(toks, used) {
		used++
		ok = false
	}
	if !ok || total+current > Most {
		return Number{TooBig: true}, used
	}
	return Number{Value: total + current}, used
}

// apply multiplies: a hundred or a dozen only what stands before it, a thousand or more everything
// since the last such scale, and settles that.
func apply(total, current, scale int, ok bool) (int, int, bool) {
	product, ok := times(current, scale, ok)
	if scale < 1000 {
		return total, product, ok
	}
	return total + product, 0, ok && total+product <= Most
}

// fits reports whether scale may come after last: "two hundred thousand" and "a million million"
// do, "hundred hundred" does not.
func fits(scale, last, current int) bool {
	return last == 0 || scale > last && last < 1000 || last >= 1000 && scale < last && current > 0
}

// below says what may follow a plain number: units after tens, nothing after the rest.
func below(value int) int {
	if value >= 20 {
		return 10
	}
	return 1
}

// roomAfter says how great a plain number may be that follows scale.
func roomAfter(scale int) int {
	if scale == 12 {
		return 0
	}
	return 100
}

// scaleFollows reports whether toks[i] is a scale.
func scaleFollows(toks []Token, i int) bool {
	if i >= len(toks) {
		return false
	}
	_, ok := words().scales[toks[i].Word]
	return ok
}

// joins reports whether toks[i] is a plain number below room, or a scale behind a hyphen.
func joins(toks []Token, i, room int) bool {
	if i >= len(toks) {
		return false
	}
	v, ok := words().cardinals[toks[i].Word]
	return ok && v > 0 && v < room
}

// Ordinal reads the ordinal number that starts at toks[0] ("22nd", "third", "twenty-first") and
// returns it with the number of tokens it takes; 0 is 'none here'.
func Ordinal(toks []Token) (int, int) {
	if len(toks) == 0 {
		return 0, 0
	}
	if toks[0].IsFigure() && len(toks) > 1 && !toks[1].Gap && ordinalEnding(toks[1].Word) {
		num, _, ok := figureValue(toks[0])
		if !ok {
			return 0, 0
		}
		return num, 2
	}
	v := words().values.At(toks[0].Word)
	if v.isOrdinal {
		return v.ordinal, 1
	}
	tens := v.cardinal
	if tens < 20 || len(toks) < 3 || toks[1].Word != "-" {
		return 0, 0
	}
	if n, ok := words().ordinals[toks[2].Word]; ok && n < 10 {
		return tens + n, 3
	}
	return 0, 0
}

func ordinalEnding(w string) bool { return w == "st" || w == "nd" || w == "rd" || w == "th" }
