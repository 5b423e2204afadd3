package parse

import "strings"

// number reads figures from i with their commas, points, colons and slashes, the hyphens of a telephone
// number or a date in figures, and the letters that belong to them (22nd, 1990s).
func (x *lexer) number(i int) int {
	end := i
	if !isDigit(x.peek(i)) {
		end++ // the point of .38, the sign of +44
	}
	if stop := x.telephone(i); stop > end {
		x.emit(i, stop)
		return stop
	}
	for end < x.end && end-i < longestWord {
		r, width := x.rune(end)
		if isDigit(r) {
			end += width
			continue
		}
		if r != '.' && r != ',' && r != ':' && r != '/' || !isDigit(x.peek(end+width)) {
			break
		}
		end += width
	}
	return x.numberTail(i, end)
}

// telephone returns the end of figures in groups joined by hyphens, where the groups are those of a
// telephone number, a postal code or a date (713-555-0100, 555-0100, 11-20-2000), and i for ranges
// and scores (10-20, 1990-1995, 2-1).
func (x *lexer) telephone(i int) int {
	var groups [6]int
	n, longest, end := 0, 0, i
	for n < len(groups) {
		from := end
		for end < x.end && end-from < 8 && x.text[end] >= '0' && x.text[end] <= '9' {
			end++
		}
		groups[n], longest = end-from, max(longest, end-from)
		n++
		if x.peek(end) != '-' || !isDigit(x.peek(end+1)) || groups[n-1] == 0 {
			break
		}
		end++
	}
	after := x.peek(end)
	switch {
	case isLetter(after) || isDigit(after) || after == '-':
		return i
	case n == 2 && (groups[0] == 3 || groups[0] == 5) && groups[1] == 4:
		return end
	case n > 2 && longest >= 3 && longest <= 5:
		return end
	}
	return i
}

// numberTail looks at letters right behind a number: endings stay with it (1st, 1990s), times and
// measures stand alone (5|pm, 20|km), anything else is one word with it (3D, 7th, 4x4).
func (x *lexer) numberTail(i, end int) int {
	tail := end
	for tail < x.end && tail-i < longestWord {
		r, width := x.rune(tail)
		if !isLetter(r) && !isDigit(r) && r != '_' {
			break
		}
		tail += width
	}
	word := x.text[end:tail]
	switch stop := x.dotted(end); {
	case stop > tail && halfDay(x.text[end:stop]):
		tail = stop
	case word == "" && x.decade(i, end) > end:
		x.emit(i, x.decade(i, end))
		return x.decade(i, end)
	case x.domain(i, tail) > tail:
		x.emit(i, x.domain(i, tail))
		return x.domain(i, tail)
	case !x.measure(i, word):
		end = tail
	}
	x.emit(i, end)
	x.emit(end, tail)
	return tail
}

// decade returns the end of the 's of 60's and 1930's, which name a stretch of years; end for none.
func (x *lexer) decade(i, end int) int {
	if n := end - i; (n != 2 && n != 4) || x.text[end-1] != '0' || !isApostrophe(x.peek(end)) {
		return end
	}
	return max(end, x.clitic(end))
}

// measure reports whether word, right behind the figures from i, is a measure or a time of day. A
// capital letter is one only behind a currency sign: $5M, but 3G.
func (x *lexer) measure(i int, word string) bool {
	if len(word) == 1 && isUpper(rune(word[0])) {
		r := x.before(i)
		return (r == '$' || r == '€' || r == '£') && strings.Contains("KMB", word)
	}
	return measures[strings.ToLower(word)] && word != "MM"
}

var measures = wordSet(`am pm km kg cm mm m lb lbs ft mph kmh kph hh h hrs hr min mins minutes sec mg ml mw kw gb mb kb tb bn mn
	k b t x f hz khz mhz sq watt days percent and but`)
