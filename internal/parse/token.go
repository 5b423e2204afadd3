package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// tokenize appends the tokens of source[within] to tokens, in order. Words are cut as in UD English
// EWT: clitics apart (do|n't, group|'s), compounds at their hyphens (mass|-|casualty), numbers with
// their commas whole, currency signs apart. Names keep their hyphens: IS-K, al-Shabaab, AK-47.
func tokenize(source string, within dateline.Span, tokens []dateline.Span) []dateline.Span {
	x := lexer{text: source, end: within.End, tokens: tokens}
	for at := within.Start; at < x.end; {
		at = x.next(at)
	}
	return x.tokens
}

// longestWord is the most bytes of a token; a longer run of letters is cut there.
const longestWord = 200

type lexer struct {
	text   string
	end    int
	tokens []dateline.Span
}

func (x *lexer) emit(start, end int) {
	if end > start {
		x.tokens = append(x.tokens, dateline.Span{Start: start, End: end})
	}
}

// rune returns the rune at i and its width; 0 at the end.
func (x *lexer) rune(i int) (rune, int) {
	if i < 0 || i >= x.end {
		return 0, 0
	}
	if c := x.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(x.text[i:x.end])
}

// next reads what begins at i and returns where it ends.
func (x *lexer) next(i int) int {
	r, width := x.rune(i)
	switch {
	case isSpace(r):
		return i + width
	case isLetter(r) || isDigit(r):
		if end := x.address(i); end > i {
			x.emit(i, end)
			return end
		}
		if isDigit(r) {
			return x.number(i)
		}
		return x.word(i)
	case r == '@' || r == '#':
		if end := x.handle(i + width); end > i+width {
			x.emit(i, end)
			return end
		}
	case (r == '\'' || r == '’') && x.clitic(i) > i:
		end := x.clitic(i)
		x.emit(i, end)
		return end
	}
	return x.mark(i, r, width)
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r >= 0x80 && unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r < ' ' || r == '\u2060' || r == '\u00ad'
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

// mark reads a sign that is not a word: a run of equal dots, dashes, stops or stars, or one rune.
func (x *lexer) mark(i int, r rune, width int) int {
	end := i + width
	if strings.ContainsRune(".-!?*=_~", r) {
		for end < x.end && x.text[end] == x.text[i] && end-i < longestWord {
			end++
		}
	}
	x.emit(i, end)
	return end
}

// address reads a web or mail address, and returns i where there is none.
func (x *lexer) address(i int) int {
	rest := x.text[i:min(x.end, i+12)]
	web := strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.")
	end, at := i, false
	for end < x.end && end-i < longestWord {
		r, width := x.rune(end)
		if isSpace(r) || strings.ContainsRune("<>\"”“()[]{},;", r) {
			break
		}
		if r == '@' && end > i {
			at = true
		}
		if !web && !at && !(isLetter(r) || isDigit(r) || r == '.' || r == '_' || r == '-' || r == '+' || r == '@') {
			break
		}
		end += width
	}
	if !web && !at {
		return i
	}
	return i + len(strings.TrimRight(x.text[i:end], ".!?:'’"))
}

// handle reads the name behind @ or #.
func (x *lexer) handle(i int) int {
	for i < x.end {
		r, width := x.rune(i)
		if !isLetter(r) && !isDigit(r) && r != '_' {
			break
		}
		i += width
	}
	return i
}

// number reads figures with their commas, points, colons and slashes, and the letters that belong to them (22nd, 1990s).
func (x *lexer) number(i int) int {
	end := i
	for end < x.end && end-i < longestWord {
		r, width := x.rune(end)
		if isDigit(r) {
			end += width
			continue
		}
		after, _ := x.rune(end + width)
		if !strings.ContainsRune(".,:/", r) || width == 0 || !isDigit(after) {
			break
		}
		end += width
	}
	return x.numberTail(i, end)
}

// numberTail looks at letters right behind a number: endings stay with it (1st, 1990s), times and
// measures stand alone (5|pm, 20|km), anything else is one word with it (3D, 7th, 4x4).
func (x *lexer) numberTail(i, end int) int {
	tail := end
	for tail < x.end {
		r, width := x.rune(tail)
		if !isLetter(r) && !isDigit(r) {
			break
		}
		tail += width
	}
	if measures[strings.ToLower(x.text[end:tail])] {
		x.emit(i, end)
		if stop := x.dotted(end); stop > tail {
			tail = stop
		}
		x.emit(end, tail)
		return tail
	}
	x.emit(i, tail)
	return tail
}

var measures = wordSet("am pm a p km kg cm mm m g lb lbs ft mph kmh kph h hrs min sec mg ml mw kw gb mb tb bn mn k")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// word reads a word from its first letter: with its inner apostrophes, stops and, in names, hyphens.
func (x *lexer) word(i int) int {
	if end := x.dotted(i); end > i {
		x.emit(i, end)
		return end
	}
	end := x.letters(i)
	if stop := x.domain(end); stop > end {
		x.emit(i, stop)
		return stop
	}
	for x.joins(i, end) {
		_, width := x.rune(end)
		end = x.letters(end + width)
	}
	if stop := x.abbreviation(i, end); stop > end {
		x.emit(i, stop)
		return stop
	}
	x.split(i, end)
	return end
}

// domain returns the end of '.com' and what hangs on it behind the word that ends at end, and end
// where there is none near.
func (x *lexer) domain(end int) int {
	found := end
	for at := end; at < end+80; {
		stop := x.letters(at + 1)
		if r, _ := x.rune(at); r != '.' || stop == at+1 {
			break
		}
		if domains[x.text[at+1:stop]] {
			found = stop
		}
		at = stop
	}
	return found
}

var domains = wordSet("com org net gov edu info io tv uk fr de ru ir af pk ng ke il au ca eu int mil")

// letters reads letters and digits, and apostrophes between letters that are no clitic (Sana'a).
func (x *lexer) letters(i int) int {
	for start := i; i < x.end && i-start < longestWord; {
		r, width := x.rune(i)
		if isLetter(r) || isDigit(r) {
			i += width
			continue
		}
		after, _ := x.rune(i + width)
		if (r != '\'' && r != '’' && r != 'ʿ' && r != 'ʼ' && r != '`') || !isLetter(after) || x.clitic(i) > i || i == start {
			return i
		}
		i += width
	}
	return i
}

// clitic returns the end of the clitic that begins with the apostrophe at i, and i where there is
// none: 's 'm 'd 'll 're 've, with no letter behind. 't belongs to n't, and is no clitic.
func (x *lexer) clitic(i int) int {
	_, width := x.rune(i)
	if before, _ := utf8.DecodeLastRuneInString(x.text[:i]); !isLetter(before) && !isDigit(before) && before != '.' && before != ')' && before != '"' && before != '”' {
		return i
	}
	for _, c := range clitics {
		end := i + width + len(c)
		if end <= x.end && strings.EqualFold(x.text[i+width:end], c) {
			if r, _ := x.rune(end); !isLetter(r) && !isDigit(r) {
				return end
			}
		}
	}
	return i
}

var clitics = []string{"s", "m", "d", "ll", "re", "ve"}

// dotted reads letters with stops between and behind (U.S., a.m., Ph.D.), and a lone initial before
// a name (Michael E. Kurilla); it returns i where there are none.
func (x *lexer) dotted(i int) int {
	end, stops := i, 0
	for end < x.end {
		n := x.oneOrTwo(end)
		if n == end {
			break
		}
		if r, _ := x.rune(n); r != '.' {
			break
		}
		end, stops = n+1, stops+1
	}
	first, width := x.rune(i)
	switch {
	case stops == 0:
		return i
	case stops == 1 && !(isUpper(first) && end == i+width+1 && x.initial(i, end)):
		return i
	case stops == 1:
		return end
	}
	if r, _ := x.rune(end); isLetter(r) || isDigit(r) {
		return x.acronymTail(i, end)
	}
	return end
}

// acronymTail takes the last letter of U.S or U.S.A without a stop; a word behind is none of it.
func (x *lexer) acronymTail(i, end int) int {
	r, width := x.rune(end)
	if after, _ := x.rune(end + width); isUpper(r) && !isLetter(after) && !isDigit(after) {
		return end + width
	}
	return i
}

// oneOrTwo returns the end of one letter, or of two with the second in lower case (Ph.D.).
func (x *lexer) oneOrTwo(i int) int {
	r, width := x.rune(i)
	if !isLetter(r) {
		return i
	}
	second, more := x.rune(i + width)
	if stop, _ := x.rune(i + width + more); isLetter(second) && isUpper(r) && !isUpper(second) && stop == '.' {
		return i + width + more
	}
	return i + width
}

// initial reports whether the capital and stop at i to end are a name's initial: nothing but a space
// and another capital behind, and a word before that is a name or nothing.
func (x *lexer) initial(i, end int) bool {
	r, width := x.rune(end)
	next := r
	if isSpace(r) && r != '\n' {
		next, _ = x.rune(end + width)
	}
	if !isUpper(next) {
		return false
	}
	if len(x.tokens) == 0 {
		return true
	}
	last := x.tokens[len(x.tokens)-1]
	before := last.In(x.text)
	first, _ := utf8.DecodeRuneInString(before)
	return last.End < i && (isUpper(first) || before == "." || before == "," || before == "(" || ranks[strings.ToLower(before)]) &&
		(x.text[i] != 'I' || isUpper(first))
}

// abbreviation returns the end of a known abbreviation with its stop (Gen., Jan.), end where the
// word is none.
func (x *lexer) abbreviation(i, end int) int {
	if r, _ := x.rune(end); r != '.' || end-i > 7 {
		return end
	}
	word := x.text[i:end]
	lower := strings.ToLower(word)
	first, _ := x.rune(i)
	next := x.afterSpace(end + 1)
	switch {
	case lower == "no" || lower == "nos":
		if isDigit(next) {
			return end + 1
		}
	case ranks[lower] && isUpper(first), abbreviations[lower] && isUpper(first), smallAbbreviations[lower]:
		return end + 1
	}
	return end
}

// afterSpace returns the rune at i, or behind the space at i.
func (x *lexer) afterSpace(i int) rune {
	r, width := x.rune(i)
	for range 3 {
		if isSpace(r) {
			i += width
			r, width = x.rune(i)
		}
	}
	return r
}

// Abbreviations, without their stop. Ranks and titles come before a name, so their stop never ends a
// sentence; the others may stand last.
var (
	ranks = wordSet(`gen lt col maj capt sgt cpl pvt pfc adm brig cmdr cdr cmd ltc ssgt msgt insp supt det
		mr mrs ms dr prof rev hon sen rep gov pres sec st messrs mme mlle fr br sr sra dra ing lic atty amb mt ft hajj`)
	abbreviations = wordSet(`jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
		sat sun jr inc corp ltd co bros ave blvd rd dept univ assn bn regt div est ariz ala ark calif colo conn del fla
		ga ill ind kan ky md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo`)
	smallAbbreviations = wordSet("vs etc eg ie cf al approx viz e.g i.e")
)

// joins reports whether the hyphen at end ties the word from i to the next one in a single name.
func (x *lexer) joins(i, end int) bool {
	r, width := x.rune(end)
	if r != '-' && r != '‑' || end-i > longestWord {
		return false
	}
	after, _ := x.rune(end + width)
	if !isLetter(after) && !isDigit(after) {
		return false
	}
	left := x.text[i:end]
	if k := strings.LastIndexAny(left, "-"); k >= 0 {
		left = left[k+1:]
	}
	right := x.text[end+width : x.letters(end+width)]
	return hyphenated(left, right, x.text[i:end])
}

// hyphenated decides whether left-right stays one token; whole is all that stands before the hyphen.
func hyphenated(left, right, whole string) bool {
	lower := strings.ToLower(left)
	first, _ := utf8.DecodeRuneInString(left)
	second, _ := utf8.DecodeRuneInString(right)
	switch {
	case articles[lower] && (isUpper(second) || lower == "al" || lower == "el"):
		return true
	case strings.Contains(whole, "-") || isUpper(first) && links[strings.ToLower(right)]:
		return links[strings.ToLower(right)] || links[lower] || isUpper(second) && !allCapital(left) && !nation(right)
	case prefixes[lower]:
		return true
	case isDigit(second):
		return isUpper(first) && len(left) <= 5 && len(right) <= 5
	case !isUpper(first) || !isUpper(second):
		return false
	case len(right) == 1 || len(left) == 1:
		return true
	case allCapital(left) && allCapital(right):
		return len(left)+len(right) <= 8 && !nation(left) && !nation(right)
	}
	return !nation(left) && !nation(right)
}

func allCapital(s string) bool { return strings.ToUpper(s) == s }

// Parts of hyphenated names (articles and links) and prefixes that EWT leaves on their word.
var (
	articles = wordSet("al el ul ur ud uz as ash an ar at ad az ed es et en wal wa bil bin ibn abu umm abd d l o")
	links    = wordSet("e i o u ul ur ud uz al el an as ar at ad de du la le les sur sous upon on the of in au aux en y i")
	prefixes = wordSet("anti ante co counter cross ex inter mid mini multi neo non pan post pre pro re semi socio sub super trans ultra un vice e")
)

// nation reports whether a word is a country or what is of a country, whose hyphen joins two things
// ('Afghan-Pakistani border'), not the parts of one name.
func nation(word string) bool {
	lower := strings.ToLower(word)
	for _, ending := range []string{"ian", "ish", "ese", "stani", "aeli", "aqi", "meni", "emeni", "stan", "american", "african"} {
		if strings.HasSuffix(lower, ending) && len(lower) > len(ending)+1 {
			return true
		}
	}
	return nations[lower]
}

var nations = wordSet(`us u.s uk eu un nato usa iran iraq israel hamas gaza syria turkey russia ukraine china india
	afghan iraqi saudi qatar yemen libya sudan egypt france french german germany britain greek thai kurd kurdish turk arab
	sino indo anglo franco turko afro euro latin north south east west northern southern eastern western
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december muslim christian hindu sunni shia shiite jewish before after and`)

// split cuts a word into itself and its clitics: n't, and the halves of cannot.
func (x *lexer) split(i, end int) {
	word := x.text[i:end]
	lower := strings.ToLower(word)
	if k, ok := halves[lower]; ok {
		x.emit(i, i+k)
		x.emit(i+k, end)
		return
	}
	cut := len(lower)
	if len(lower) == len(word) {
		for _, ending := range []string{"n't", "n’t"} {
			if strings.HasSuffix(lower, ending) && len(lower) > len(ending) {
				cut = len(lower) - len(ending)
			}
		}
	}
	x.emit(i, i+cut)
	x.emit(i+cut, end)
}

var halves = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3}
