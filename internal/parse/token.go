package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/sieve"
)

// tokenize appends the tokens of source[within] to tokens, in order. Words are cut as in UD English
// EWT: clitics apart (do|n't, group|'s), compounds at their hyphens (mass|-|casualty), numbers with
// their commas whole, currency signs apart. Unlike there, names keep their hyphens: IS-K,
// al-Shabaab, AK-47. Every rune but white space is in a token.
func tokenize(source string, within dateline.Span, tokens []dateline.Span) []dateline.Span {
	x := lexer{text: source, start: within.Start, end: within.End, tokens: tokens}
	if strings.IndexByte(within.In(source), '@') < 0 {
		x.plain = within.End
	}
	for at := within.Start; at < x.end; {
		at = x.next(at)
	}
	return x.tokens
}

// longestWord is the most bytes of a token; a longer run of letters is cut there.
const longestWord = 200

type lexer struct {
	text       string
	start, end int
	tokens     []dateline.Span
	plain      int // up to here no mail address begins
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

// peek is rune without the width.
func (x *lexer) peek(i int) rune {
	r, _ := x.rune(i)
	return r
}

// before returns the rune that ends at i, 0 at the start of the text.
func (x *lexer) before(i int) rune {
	if i <= x.start {
		return 0
	}
	if c := x.text[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(x.text[:i])
	return r
}

// next reads what begins at i and returns where it ends.
func (x *lexer) next(i int) int {
	if end := x.plainWord(i); end > i {
		return end
	}
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
		if end := x.handle(i + width); end > i+width && (r == '@' || isLetter(x.peek(i+width))) {
			x.emit(i, end)
			return end
		}
	case isApostrophe(r):
		if end := max(x.clitic(i), x.elision(i, width)); end > i {
			x.emit(i, end)
			return end
		}
	case r == '.' || r == '+':
		if x.loose(i) && isDigit(x.peek(i+width)) {
			return x.number(i)
		}
		if end := x.extension(i); r == '.' && x.loose(i) && end > i {
			x.emit(i, end)
			return end
		}
	}
	return x.mark(i, r, width)
}

// isSpace reports whether r is white space, a control character or a mark of direction: nothing that
// a reader sees.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	switch {
	case r <= 0xa0:
		return true
	case r == 0xad || r == 0x180e || r == 0xfeff:
		return true
	case 0x200b <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f:
		return true
	}
	return unicode.IsSpace(r)
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r)
}

// isApostrophe lists the signs that people write for an apostrophe within words.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '`', '´', '＇', '‘':
		return true
	}
	return false
}

// loose reports whether nothing but an opening bracket or a currency sign stands right before i.
func (x *lexer) loose(i int) bool {
	r := x.before(i)
	return r == 0 || isSpace(r) || r == '(' || r == '[' || r == '$' || r == '€' || r == '£'
}

// plainWord reads a word of plain letters with a space behind it, as most are: nothing but its own letters can part
// it. It returns i for any other.
func (x *lexer) plainWord(i int) int {
	end := i
	for end < x.end && sieve.Lower[x.text[end]] > '9' {
		end++
	}
	n := end - i
	if n == 0 || n >= longestWord || end == x.end || x.text[end] != ' ' {
		return i
	}
	cut := end
	if n >= 2 && n <= longestHalved {
		cut = x.half(i, end)
	}
	x.emit(i, cut)
	x.emit(cut, end)
	return end
}

// address reads a web or mail address, and returns i where there is none.
func (x *lexer) address(i int) int {
	web := opensAddress(x.text[i:min(x.end, i+12)])
	if i < x.plain && !web {
		return i
	}
	end, at := i, false
	for end < x.end && end-i < longestWord {
		r, width := x.rune(end)
		if isSpace(r) || web && r < utf8.RuneSelf && strings.IndexByte("<>\"()[]{},;", byte(r)) >= 0 || r == '“' || r == '”' {
			break
		}
		if r == '@' && end > i {
			at = true
		}
		if !web && !isLetter(r) && !isDigit(r) && (r >= utf8.RuneSelf || strings.IndexByte("._-+%@", byte(r)) < 0) {
			break
		}
		end += width
	}
	if !web && !at {
		x.plain = end
		return i
	}
	return i + len(strings.TrimRight(x.text[i:end], ".!?:'’"))
}

func opensAddress(s string) bool {
	switch s[0] {
	case 'h':
		return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
	case 'w':
		return strings.HasPrefix(s, "www.")
	case 'm':
		return strings.HasPrefix(s, "mailto:")
	case 'f':
		return strings.HasPrefix(s, "ftp://")
	}
	return false
}

// handle reads the name behind @ or #.
func (x *lexer) handle(i int) int {
	for start := i; i < x.end && i-start < longestWord; {
		r, width := x.rune(i)
		if !isLetter(r) && !isDigit(r) && r != '_' {
			break
		}
		i += width
	}
	return i
}

// word reads a word from its first letter: with its inner apostrophes, stops and, in names, hyphens.
func (x *lexer) word(i int) int {
	if end := x.dotted(i); end > i {
		x.emit(i, end)
		return end
	}
	end := x.letters(i)
	if stop := x.domain(i, end); stop > end {
		x.emit(i, stop)
		return stop
	}
	for x.joins(i, end) {
		_, width := x.rune(end)
		end = x.letters(end + width)
	}
	if stop := max(x.abbreviation(i, end), x.partners(i, end)); stop > end {
		x.emit(i, stop)
		return stop
	}
	x.split(i, end)
	return end
}

// partners returns the end of capitals joined by '&' (R&D, AT&T), of single letters joined by '/'
// (b/c, w/o) and of a currency that is named before its sign (US$), and end for none.
func (x *lexer) partners(i, end int) int {
	r, after := x.peek(end), x.peek(end+1)
	switch {
	case r == '&' && end-i <= 4 && isLetter(after):
		stop := x.letters(end + 1)
		if second := x.text[end+1 : stop]; len(second) <= 2 && (end-i == 1 && len(second) == 1 || allCapital(x.text[i:end]) && allCapital(second)) {
			return stop
		}
	case r == '/' && end-i == 1 && isLetter(after) && slashed[strings.ToLower(x.text[i:end+2])] && !isLetter(x.peek(end+2)):
		return end + 2
	case r == '$' && end-i <= 2 && isDigit(after) && dollars[x.text[i:end]]:
		return end + 1
	}
	return end
}

var (
	slashed = wordSet("b/c l/c n/a w/o a/c i/c")
	dollars = wordSet("US U A AU C CA HK NZ S R NT")
)

// domain returns the end of the dotted name that the word from i to end begins: a host
// (example.com), a file (report.pdf) or a newsgroup; and end where there is none.
func (x *lexer) domain(i, end int) int {
	if x.peek(end) != '.' {
		return end
	}
	found, parts, small := end, 1, isLower(x.text[i:end])
	at := end
	for at < end+80 && x.peek(at) == '.' {
		stop := x.letters(at + 1)
		if stop == at+1 {
			break
		}
		part := x.text[at+1 : stop]
		if domains[part] || part == "Com" || part == "Org" || part == "Net" || extensions[strings.ToLower(part)] {
			found = stop
		}
		small = small && len(part) > 1 && isLower(part)
		at, parts = stop, parts+1
	}
	if small && end-i > 1 && (parts > 2 || parts > 1 && newsgroups[x.text[i:end]]) {
		return at
	}
	return found
}

// extension returns the end of a file's ending on its own, '.doc', and i where there is none.
func (x *lexer) extension(i int) int {
	if stop := x.letters(i + 1); extensions[strings.ToLower(x.text[i+1:stop])] {
		return stop
	}
	return i
}

var (
	domains    = wordSet("com org net gov edu info io tv uk fr de ru ir af pk ng ke il au ca eu int mil tw jp cn br nz za nl ch dk pl kr")
	extensions = wordSet("doc docx pdf xls xlsx csv ppt pptx txt rtf htm html php asp url jpg jpeg png gif tif zip exe mp3 mp4 wpd")
	newsgroups = wordSet("alt comp misc rec sci soc talk")
)

// letters reads letters, digits and low lines, and apostrophes between letters that are no clitic (Sana'a).
func (x *lexer) letters(i int) int {
	for start := i; i < x.end && i-start < longestWord; {
		r, width := x.rune(i)
		if isLetter(r) || isDigit(r) {
			i += width
			continue
		}
		if i == start || !joiner(r) {
			return i
		}
		after := x.peek(i + width)
		if !isLetter(after) && (r != '_' || !isDigit(after)) || r != '_' && x.clitic(i) > i {
			return i
		}
		i += width
	}
	return i
}

// joiner reports whether r, between two letters, is part of their word: apostrophes, the low line,
// and characters that only say how letters join.
func joiner(r rune) bool {
	switch r {
	case '_', 'ʿ', 'ʾ', 0xad, 0x200b, 0x200c, 0x200d, 0x2060:
		return true
	}
	return r != '‘' && isApostrophe(r)
}

// clitic returns the end of the clitic that begins with the apostrophe at i, and i where there is
// none: 's 'm 'd 'll 're 've behind a word, or behind a space if it is of two letters or 's. 't
// belongs to n't, and is no clitic.
func (x *lexer) clitic(i int) int {
	_, width := x.rune(i)
	at := i + width
	n := cliticLength(x.text[at:min(x.end, at+2)])
	if r := x.peek(at + n); n == 0 || isLetter(r) || isDigit(r) {
		return i
	}
	switch before := x.before(i); {
	case isLetter(before) || isDigit(before) || before == '.' || before == ')' || before == '"' || before == '”':
		return at + n
	case isSpace(before) && i > x.start && (n == 2 || x.text[at]|0x20 == 's') && !isApostrophe(x.peek(at+n)):
		return at + n
	}
	return i
}

// cliticLength returns the letters of the clitic that s begins with, 0 for none.
func cliticLength(s string) int {
	if s == "" {
		return 0
	}
	two := len(s) == 2
	switch s[0] | 0x20 {
	case 'l':
		if two && s[1]|0x20 == 'l' {
			return 2
		}
	case 'r', 'v':
		if two && s[1]|0x20 == 'e' {
			return 2
		}
	case 's', 'm', 'd':
		return 1
	}
	return 0
}

// elision returns the end of what begins with its apostrophe: '90s, '05, 'em; i for none.
func (x *lexer) elision(i, width int) int {
	at := i + width
	stop := at
	for stop < x.end && stop < at+6 && x.text[stop] < utf8.RuneSelf && (isLetter(rune(x.text[stop])) || isDigit(rune(x.text[stop]))) {
		stop++
	}
	word := x.text[at:stop]
	year := len(word) >= 2 && isDigit(rune(word[0])) && isDigit(rune(word[1])) && (len(word) == 2 || len(word) == 3 && word[2] == 's')
	if x.loose(i) && !isApostrophe(x.peek(stop)) && (year || elisions[word]) {
		return stop
	}
	return i
}

var elisions = wordSet("em n til cause bout cuz tis twas")

// dotted reads letters with stops between and behind (U.S., a.m., Ph.D.), and a lone initial before
// a name (Michael E. Kurilla); it returns i where there are none.
func (x *lexer) dotted(i int) int {
	end, stops := i, 0
	for end < x.end && end-i < longestWord {
		n := x.oneOrTwo(end)
		if n == end || x.peek(n) != '.' {
			break
		}
		end, stops = n+1, stops+1
	}
	switch {
	case stops == 0:
		return i
	case isLetter(x.peek(end)) || isDigit(x.peek(end)):
		return x.acronymTail(i, end, stops)
	case stops == 1:
		return x.initial(i, end)
	case stops == 2 && halfDay(x.text[i:end]) && x.closes(end):
		return end - 1
	}
	return end
}

// halfDay reports whether s is a.m. or p.m., with or without its last stop, which the treebanks take
// off at the end of a sentence.
func halfDay(s string) bool {
	return (len(s) == 3 || len(s) == 4) && (s[0]|0x20 == 'a' || s[0]|0x20 == 'p') && s[1] == '.' && s[2]|0x20 == 'm'
}

// acronymTail takes the last letter of U.S or U.S.A without a stop. Where a word follows (U.S.Army),
// what stands before it is whole if it has two stops.
func (x *lexer) acronymTail(i, end, stops int) int {
	r, width := x.rune(end)
	after := x.peek(end + width)
	switch {
	case isLetter(r) && !isLetter(after) && !isDigit(after) && (isUpper(r) == isUpper(x.peek(i))) && (isUpper(r) || stops > 1):
		return end + width
	case stops > 1 && isUpper(r):
		return end
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
	if isLetter(second) && isUpper(r) && !isUpper(second) && x.peek(i+width+more) == '.' {
		return i + width + more
	}
	return i + width
}

// initial returns the end of the capital and stop at i to end if they are a name's initial: nothing
// but a space and another capital behind, and a word before that is a name or nothing. Else i.
func (x *lexer) initial(i, end int) int {
	first, width := x.rune(i)
	next := x.peek(end)
	if isSpace(next) && next != '\n' {
		next = x.peek(end + 1)
	}
	switch {
	case first == 'p' && isDigit(next) && x.loose(i): // a page
		return end
	case !isUpper(first) || end != i+width+1 || !isUpper(next):
		return i
	case len(x.tokens) == 0 || x.tokens[len(x.tokens)-1].End < x.start:
		return end
	}
	last := x.tokens[len(x.tokens)-1]
	before := last.In(x.text)
	lead, _ := utf8.DecodeRuneInString(before)
	if last.End == i && !opens(before) {
		return i
	}
	if isUpper(lead) || before == "." || before == "," || opens(before) || before == "&" || before == ")" || abbreviated[strings.ToLower(before)] == titleStop {
		return end
	}
	if x.text[i] != 'I' && x.text[i] != 'A' {
		return end
	}
	return i
}

// abbreviation returns the end of a known abbreviation with its stop (Gen., Jan.), end where the
// word is none, or where the stop closes the sentence as well: 'etc.' at the end is 'etc' and '.'.
func (x *lexer) abbreviation(i, end int) int {
	if end-i > 7 || x.peek(end) != '.' {
		return end
	}
	is := false
	switch kind := abbreviated[strings.ToLower(x.text[i:end])]; kind {
	case titleStop:
		is = isUpper(x.peek(i)) || isLetter(x.afterSpace(end+1)) && !isUpper(x.afterSpace(end+1))
	case nameStop:
		is = isUpper(x.peek(i)) && !x.closes(end+1)
	case anyStop:
		is = !x.closes(end + 1)
	case numberStop:
		is = isDigit(x.afterSpace(end + 1))
	}
	return end + one(is)
}

// closes reports whether a sentence seems to end at i, behind an abbreviation: the paragraph ends,
// or a word that commonly begins sentences follows with its capital.
func (x *lexer) closes(i int) bool {
	r, width := x.rune(i)
	for width > 0 && isSpace(r) {
		i += width
		r, width = x.rune(i)
	}
	if i >= x.end {
		return true
	}
	if !isUpper(x.peek(i)) {
		return false
	}
	stop := i
	for stop < x.end && stop-i < 12 && isLetter(x.peek(stop)) && x.text[stop] < utf8.RuneSelf {
		stop++
	}
	return stop-i < 12 && starters[strings.ToLower(x.text[i:stop])] && !allCapital(x.text[i:stop])
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

// joins reports whether the hyphen at end ties the word from i to the next one in a single name.
func (x *lexer) joins(i, end int) bool {
	r, width := x.rune(end)
	if r != '-' && r != '‑' || end-i > longestWord {
		return false
	}
	after := x.peek(end + width)
	if !isLetter(after) && !isDigit(after) {
		return false
	}
	left := x.text[i:end]
	if k := strings.LastIndexAny(left, "-‑"); k >= 0 {
		_, skip := utf8.DecodeRuneInString(left[k:])
		left = left[k+skip:]
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

// isLower reports whether s is of ASCII letters in lower case.
func isLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// Parts of hyphenated names (articles and links) and prefixes that EWT leaves on their word.
var (
	articles = wordSet("al el ul ur ud uz as ash an ar at ad az ed es et en wal wa bil bin ibn abu umm abd d l o")
	links    = wordSet("e i o u ul ur ud uz al el an as ar at ad de des del della di dos das du da la las le les los lez et sur sous upon on the of in au aux en y i")
	prefixes = wordSet(`anti ante co counter cross ex inter intra micro mid mini multi neo non over post pre pro psycho re semi socio
		sub super trans ultra un e`)
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
	august september october november december muslim christian hindu sunni shia shiite jewish before after and
	president general star`)

// split cuts a word into itself and its clitics: n't, and the halves of cannot.
func (x *lexer) split(i, end int) {
	cut := end
	switch word := x.text[i:end]; {
	case len(word) > 2 && isNot(word):
		cut = end - len("'t") - 1
		for cut > i && x.text[cut]|0x20 != 'n' {
			cut--
		}
	case len(word) >= 2 && len(word) <= longestHalved:
		cut = x.half(i, end)
	}
	x.emit(i, cut)
	x.emit(cut, end)
}

// isNot reports whether word ends in n't, with any apostrophe, and has more.
func isNot(word string) bool {
	if t := word[len(word)-1]; t != 't' && t != 'T' {
		return false
	}
	r, width := utf8.DecodeLastRuneInString(word[:len(word)-1])
	at := len(word) - 1 - width
	return isApostrophe(r) && at > 1 && word[at-1]|0x20 == 'n'
}

// half returns where a word that is written as one but is two comes apart (can|not, do|nt), end for
// unseen. 'Its' before a word that no possessive stands before is 'it' and 's'.
func (x *lexer) half(i, end int) int {
	var lower [longestHalved]byte
	for k := range end - i {
		lower[k] = x.text[i+k] | 0x20
	}
	k := halves.At(string(lower[:end-i]))
	switch word := x.text[i:end]; {
	case k == 0:
		return end
	case k < 0 && !x.predicate(end):
		return end
	case k < 0:
		return i - k
	case len(word) <= 3 && allCapital(word):
		return end
	}
	return i + k
}

// predicate reports whether the word behind i goes on as after 'it is' or 'you are'.
func (x *lexer) predicate(i int) bool {
	if x.peek(i) != ' ' {
		return false
	}
	stop := i + 1
	for stop < x.end && stop-i < 10 && isLetter(rune(x.text[stop])) {
		stop++
	}
	return predicates[strings.ToLower(x.text[i+1:stop])]
}

// longestHalved is how many letters a word of halves has at most.
const longestHalved = 8

// halves gives for a word the letters of its first half, negative where the next word decides.
var (
	halves = sieve.NewMap(map[string]int{
		"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "outta": 3,
		"dont": 2, "doesnt": 4, "didnt": 3, "cant": 2, "wont": 2, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "isnt": 2,
		"arent": 3, "wasnt": 3, "werent": 4, "hasnt": 3, "havent": 4, "hadnt": 3, "aint": 2,
		"im": 1, "ive": 1, "youre": 3, "youve": 3, "youll": 3, "theyre": 4, "theyve": 4, "theyll": 4, "weve": 2,
		"thats": 4, "whats": 4, "theres": 5, "heres": 4, "hes": 2, "shes": 3, "alot": 1,
		"its": -2, "your": -3,
	})
	predicates = wordSet(`a an the not really very simply like still only now just in from for getting also all been between so
		too about because gonna going hard easy definitely actually probably always never gotten nothing called`)
)
