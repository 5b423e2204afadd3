package count

import (
	"sync"

	"dateline"
	"dateline/internal/resolve/numeral"
	"dateline/internal/sieve"
)

// quantity is a number as told: from low to high, -1 where open.
type quantity struct {
	low, high int
	approx    bool
	word      string // the vague word that it was read from
	capped    bool   // the words give a most of their own: 'at least seven, possibly nine'
	none      bool   // the words are a number's, and give none ('3.5', a million million)
	how       how    // what the words did to it
}

func just(n int) quantity { return quantity{low: n, high: n} }

// count gives q the form that the rest of the program knows.
func (q quantity) count() dateline.Count {
	c := dateline.Between(q.low, q.high)
	c.Approx, c.Word = q.approx, q.word
	return c
}

// reader reads quantities from the tokens of a phrase or sentence.
type reader struct {
	lost  []bool // of a list: whether a line break was lost before the token
	text  string
	toks  []numeral.Token
	words Convention
}

// newReader reads the tokens of text. Who does not need it any more may say so by done.
func newReader(text string, c Convention) *reader {
	r := readers.Get().(*reader)
	*r = reader{text: text, toks: numeral.Append(r.toks[:0], text), words: c}
	return r
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// done gives the reader back, whose room the next one takes.
func (r *reader) done() { readers.Put(r) }

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.toks[i].Word
}

func (r *reader) any(i int, words ...string) bool {
	w := r.word(i)
	for _, x := range words {
		if w == x && w != "" {
			return true
		}
	}
	return false
}

// glued reports whether token i follows the one before without a space.
func (r *reader) glued(i int) bool { return i > 0 && i < len(r.toks) && !r.toks[i].Gap }

// bound is what words before or after a number make of it.
type bound int

const (
	plain bound = iota // no change: 'another', 'a total of'
	least
	more
	most
	fewer
	near
	roughly
)

// bounds are the words before a number, longest first for each first word.
var bounds = sieve.NewMap(map[string][]bounding{
	"at":            {{[]string{"least"}, least}, {[]string{"most"}, most}, {[]string{"the", "least"}, least}, {[]string{"the", "very", "least"}, least}, {[]string{"the", "most"}, most}, {[]string{"minimum"}, least}, {[]string{"maximum"}, most}},
	"no":            {{[]string{"fewer", "than"}, least}, {[]string{"less", "than"}, least}, {[]string{"more", "than"}, most}},
	"not":           {{[]string{"fewer", "than"}, least}, {[]string{"less", "than"}, least}, {[]string{"more", "than"}, most}},
	"a":             {{[]string{"minimum", "of"}, least}, {[]string{"maximum", "of"}, most}, {[]string{"total", "of"}, plain}, {[]string{"further"}, plain}, {[]string{"reported"}, plain}, {[]string{"group", "of"}, plain}, {[]string{"good"}, roughly}},
	"an":            {{[]string{"estimated"}, roughly}, {[]string{"additional"}, plain}, {[]string{"average", "of"}, roughly}, {[]string{"approximate"}, roughly}},
	"estimated":     {{nil, roughly}},
	"minimum":       {{[]string{"of"}, least}},
	"more":          {{[]string{"than"}, more}, {[]string{"or", "less"}, roughly}},
	"north":         {{[]string{"of"}, more}},
	"barely":        {{nil, roughly}},
	"approx":        {{[]string{"."}, roughly}, {nil, roughly}},
	"greater":       {{[]string{"than"}, more}},
	"over":          {{nil, more}},
	"above":         {{nil, more}},
	"exceeding":     {{nil, more}},
	"in":            {{[]string{"excess", "of"}, more}, {[]string{"the", "region", "of"}, roughly}, {[]string{"the", "order", "of"}, roughly}},
	"upwards":       {{[]string{"of"}, more}},
	"upward":        {{[]string{"of"}, more}},
	"well":          {{[]string{"over"}, more}, {[]string{"above"}, more}, {[]string{"under"}, fewer}},
	"just":          {{[]string{"over"}, more}, {[]string{"under"}, fewer}, {[]string{"short", "of"}, near}, {nil, plain}},
	">":             {{nil, more}},
	"up":            {{[]string{"to"}, most}},
	"as":            {{[]string{"many", "as"}, most}, {[]string{"much", "as"}, most}, {[]string{"few", "as"}, least}},
	"maximum":       {{[]string{"of"}, most}},
	"fewer":         {{[]string{"than"}, fewer}},
	"less":          {{[]string{"than"}, fewer}},
	"under":         {{nil, fewer}},
	"below":         {{nil, fewer}},
	"<":             {{nil, fewer}},
	"nearly":        {{nil, near}},
	"almost":        {{nil, near}},
	"close":         {{[]string{"to"}, near}},
	"approaching":   {{nil, near}},
	"about":         {{nil, roughly}},
	"around":        {{nil, roughly}},
	"some":          {{nil, roughly}},
	"roughly":       {{nil, roughly}},
	"approximately": {{nil, roughly}},
	"circa":         {{nil, roughly}},
	"perhaps":       {{nil, roughly}},
	"possibly":      {{nil, roughly}},
	"maybe":         {{nil, roughly}},
	"probably":      {{nil, roughly}},
	"~":             {{nil, roughly}},
	"≈":             {{nil, roughly}},
	"c":             {{[]string{"."}, roughly}},
	"ca":            {{[]string{"."}, roughly}},
	"≥":             {{nil, least}},
	"≤":             {{nil, most}},
	"another":       {{nil, plain}},
	"additional":    {{nil, plain}},
	"only":          {{nil, plain}},
	"exactly":       {{nil, plain}},
	"all":           {{nil, plain}},
	"the":           {{nil, plain}},
	"these":         {{nil, plain}},
	"those":         {{nil, plain}},
	"other":         {{nil, plain}},
	"further":       {{nil, plain}},
	"reportedly":    {{nil, plain}},
})

// bounding is what follows a first word to make a bound.
type bounding struct {
	rest  []string
	bound bound
}

// boundAt reads the words before a number at token i and returns the token after them, i if there
// are none.
func (r *reader) boundAt(i int) (bound, int) {
	for _, b := range bounds.At(r.word(i)) {
		if r.spells(i+1, b.rest) {
			return b.bound, i + 1 + len(b.rest)
		}
	}
	return plain, i
}

func (r *reader) spells(i int, words []string) bool {
	for k, w := range words {
		if r.word(i+k) != w {
			return false
		}
	}
	return true
}

// maxBounds is how many bounds may stand before one number ('at least some other').
const maxBounds = 4

// quantity reads the number at token i with the words around it, and returns the token after it; i
// if none starts there.
func (r *reader) quantity(i int) (quantity, int) {
	if q, end := r.allBut(i); end > i {
		return q, end
	}
	var before [maxBounds]bound
	j, n := i, 0
	for ; n < maxBounds; n++ {
		b, next := r.boundAt(j)
		if next == j {
			break
		}
		before[n], j = b, next
	}
	q, end := r.core(j)
	if end == j {
		return quantity{}, i
	}
	q, end = r.after(q, end)
	for k := n - 1; k >= 0; k-- {
		q = q.within(before[k])
	}
	return r.closed(q, end)
}

// closed reads on after a bound that leaves a side open, where another bound closes it: 'at least 30 but no more than 45'.
func (r *reader) closed(q quantity, i int) (quantity, int) {
	if q.none || (q.low < 0) == (q.high < 0) || !r.any(i, "but", "and") {
		return q, i
	}
	b, j := r.boundAt(i + 1)
	if j == i+1 || b == plain || b == roughly || b == near {
		return q, i
	}
	other, end := r.core(j)
	other = other.within(b)
	switch {
	case end == j || other.none:
	case q.high < 0 && other.low < 0 && other.high >= q.low:
		q.high, q.how = other.high, q.how|asRange
		return q, end
	case q.low < 0 && other.high < 0 && other.low <= q.high:
		q.low, q.how = other.low, q.how|asRange
		return q, end
	}
	return q, i
}

// allBut reads 'all but two of the eleven' as nine. Of what no number tells the whole it reads that no number is told.
func (r *reader) allBut(i int) (quantity, int) {
	if r.word(i) != "all" || r.word(i+1) != "but" {
		return quantity{}, i
	}
	n, j := r.plainNumber(i + 2)
	if j == i+2 || n.none {
		return quantity{}, i
	}
	if r.word(j) == "of" && r.any(j+1, "the", "its", "their", "his", "her", "those", "these") {
		if all, end := r.plainNumber(j + 2); end > j+2 && !all.none && all.low > n.low {
			return just(all.low - n.low), end
		}
	}
	return quantity{low: -1, high: -1, none: true}, j
}

// within applies a bound. 'More than several' is several at least.
func (q quantity) within(b bound) quantity {
	if q.none {
		return q
	}
	q.how |= 1 << b
	switch b {
	case least:
		if !q.capped {
			q.high = -1
		}
	case more:
		if q.word == "" {
			q.low = max(q.low, q.high) + 1
		}
		q.high = -1
	case most:
		q.low, q.high = -1, max(q.low, q.high)
	case fewer:
		q.low, q.high = -1, max(q.low, q.high)-1
		q.none = q.high < 0 // 'fewer than 0'
	case near:
		q.low, q.approx = q.high-q.high/10, true
	case roughly:
		q.approx = true
	}
	return q
}

// core reads the number itself: a range, a vague word, a plain number.
func (r *reader) core(i int) (quantity, int) {
	switch r.word(i) {
	case "between":
		if q, end := r.pair(i+1, "and", i); end > i {
			return q, end
		}
		return r.pair(i+1, "to", i)
	case "from":
		return r.risen(i)
	case "both":
		return just(2), i + 1
	case "single":
		return just(1), i + 1
	}
	if n, end := r.group(i); end > i {
		return just(n), end
	}
	if q, n := r.vague(i); n > i {
		return q, n
	}
	return r.spread(i)
}

// group reads 'a pair', 'the trio': a noun that says how many belong to it.
func (r *reader) group(i int) (n, end int) {
	j := i
	if r.any(i, "a", "an") {
		j++
	} else if i > 0 && !r.any(i-1, "the", "another") {
		return 0, i
	}
	if n = numeral.Group(r.word(j)); n > 0 {
		return n, j + 1
	}
	if r.word(j) == "score" && r.word(j+1) == "of" && r.isWord(j+2) && !r.numberAt(j+2) {
		return 20, j + 1
	}
	for end := j + 2; j > i && j < end && r.isWord(j) && !stopWords.At(r.word(j)) && !r.toks[j].Cap; j++ { // 'an elderly couple'
		if r.word(j+1) == "couple" && r.word(j+2) != "of" {
			return 2, j + 2
		}
	}
	return 0, i
}

// plainNumber reads a number without anything around it.
func (r *reader) plainNumber(i int) (quantity, int) {
	if i >= len(r.toks) {
		return quantity{}, i
	}
	n, used := numeral.Cardinal(r.toks[i:])
	if used == 0 {
		return quantity{}, i
	}
	spaced := r.spaced(i, i+used)
	if spaced && !r.below(i) && r.isCounted(i+used+1) {
		thousands, _ := numeral.Cardinal(numeral.Split(r.toks[i].Digits + "," + r.toks[i+used].Digits))
		return just(thousands.Value), i + used + 1
	}
	if !n.Whole() || spaced || r.broken(i, i+used) || r.below(i) {
		return quantity{low: -1, high: -1, none: true}, i + used
	}
	return just(n.Value), i + used
}

// pair reads 'A and B' behind 'between', which stands at start.
func (r *reader) pair(i int, word string, start int) (quantity, int) {
	if q, end := r.sharedScale(i, word); end > i {
		return q, end
	}
	a, j := r.plainNumber(i)
	if word == "to" && r.word(j) == "up" {
		j++ // 'from ten up to twenty'
	}
	if j == i || r.word(j) != word {
		return quantity{}, start
	}
	b, k := r.plainNumber(j + 1)
	if k == j+1 || a.none || b.none {
		return quantity{}, start
	}
	return r.range2(a.low, b.low, j+1, k), k
}

// sharedScale reads '1.2 to 1.5 million', whose first number has its scale from the second.
func (r *reader) sharedScale(i int, word string) (quantity, int) {
	if i+3 >= len(r.toks) || r.toks[i].Decimals == 0 || r.word(i+1) != word && !(word == "to" && r.word(i+1) == "-") {
		return quantity{}, i
	}
	b, used := numeral.Cardinal(r.toks[i+2:])
	a, both := numeral.Cardinal([]numeral.Token{r.toks[i], r.toks[i+3]})
	if used != 2 || both != 2 || !a.Whole() || !b.Whole() || a.Value > b.Value {
		return quantity{}, i
	}
	return quantity{low: a.Value, high: b.Value, how: asRange}, i + 4
}

// range2 is from a to b, the number of tokens j to k; 'two to three hundred' starts at two hundred,
// '7-12,000' at 7,000.
func (r *reader) range2(a, b, j, k int) quantity {
	if k == j+1 && r.toks[j].Grouped && b%1000 == 0 && a < b/1000 {
		a *= 1000
	}
	if k > j+1 && a < b {
		if mantissa, used := numeral.Cardinal(r.toks[j : k-1]); used == k-1-j && mantissa.Whole() && mantissa.Value > 0 {
			if scale := b / mantissa.Value; scale >= 12 && a < mantissa.Value && a < 100 {
				a *= scale
			}
		}
	}
	return quantity{low: min(a, b), high: max(a, b), how: asRange}
}

// risen reads 'from A to B': a range, or, behind a verb of change, what it came to.
func (r *reader) risen(i int) (quantity, int) {
	q, end := r.pair(i+1, "to", i)
	if end == i {
		return q, end
	}
	b, _ := r.lastNumber(end)
	if changes[r.word(i-1)] || q.low < q.high && b == q.low {
		q = just(b)
		q.how = asChanged
		return q, end
	}
	return q, end
}

// lastNumber returns the plain number that ends before token end.
func (r *reader) lastNumber(end int) (int, bool) {
	for j := end - 1; j > 0; j-- {
		if r.word(j) == "to" {
			q, k := r.plainNumber(j + 1)
			return q.low, k == end
		}
	}
	return 0, false
}

// changes are the verbs behind which 'from A to B' ends at B.
var changes = map[string]bool{
	"rose": true, "risen": true, "rise": true, "rises": true, "rising": true, "climbed": true, "increased": true, "increase": true,
	"jumped": true, "grew": true, "grown": true, "soared": true, "raised": true, "revised": true, "updated": true, "went": true,
	"fell": true, "fallen": true, "dropped": true, "decreased": true, "declined": true, "reduced": true, "lowered": true,
	"up": true, "down": true, "cut": true, "shrank": true, "shrunk": true,
}

// spread reads a plain number and what makes it a range: '30-40', '4,000 to 6,000', 'two or three'.
func (r *reader) spread(i int) (quantity, int) {
	if q, end := r.sharedScale(i, "to"); end > i {
		return q, end
	}
	a, j := r.plainNumber(i)
	if r.word(j) == "-" && r.word(j+1) == "to" && r.word(j+2) == "-" { // 'six-to-eight'
		if b, k := r.plainNumber(j + 3); k > j+3 && !a.none && !b.none && b.low > a.low {
			return r.range2(a.low, b.low, j+3, k), k
		}
	}
	if j == i || a.none || !r.any(j, "-", "to", "or") && !(r.word(j) == "up" && r.word(j+1) == "to") {
		return a, j
	}
	after := j
	if r.word(j) == "up" {
		j++ // 'ten up to twenty'
	}
	if r.word(j) == "-" && (r.toks[i].Digits == "") != (j+1 < len(r.toks) && r.toks[j+1].Digits == "") {
		return a, j
	}
	b, k := r.plainNumber(j + 1)
	if k > j+1 && r.word(j) == "-" && r.word(k) == "-" && r.glued(k) && r.glued(k+1) && r.toks[k+1].Digits != "" {
		return quantity{low: -1, high: -1, none: true}, k // '10-20-30'
	}
	if k == j+1 || b.none || b.low <= a.low || r.word(j) == "-" && b.low > 10*max(a.low, 10) && !r.toks[j+1].Grouped {
		return a, after
	}
	return r.range2(a.low, b.low, j+1, k), k
}

// vague reads 'dozens', 'tens of thousands', 'a few hundred', 'several dozen', 'a couple'.
func (r *reader) vague(i int) (quantity, int) {
	j := i
	if r.any(i, "a", "an", "the") && r.any(i+1, "few", "couple", "handful") {
		j++
	}
	w := r.word(j)
	if w == "few" && j == i {
		return quantity{}, i
	}
	low, high, ok := r.words.Vague(w)
	if !ok {
		return quantity{}, i
	}
	if r.any(j+1, "and", "upon") && r.word(j+2) == w {
		j += 2 // 'dozens and dozens'
	}
	q := quantity{low: low, high: high, word: w}
	return r.scaled(q, j+1)
}

// scaled reads the scale behind a vague word: 'several hundred', 'tens of thousands'.
func (r *reader) scaled(q quantity, i int) (quantity, int) {
	j := i
	if r.word(j) == "of" {
		j++
	}
	scale, words := plurals[r.word(j)], q.word
	if j > i {
		words += " of"
	}
	if scale == 0 && q.word != "hundreds" && q.word != "thousands" {
		if n, used := numeral.Cardinal(numeral.Split("two " + r.word(j))); used == 2 && r.word(j) != "" {
			scale = n.Value / 2
		}
	}
	if scale == 0 {
		return q, i
	}
	q.word = words + " " + r.word(j)
	q.low *= scale
	if q.high >= 0 {
		q.high *= scale
		if r.words == House { // a range up to the next; the figures of others stand as they are
			q.high += scale - 1
		}
	}
	return q, j + 1
}

// plurals are the scales that 'tens of' and 'hundreds of' go with.
var plurals = map[string]int{"hundreds": 100, "thousands": 1000, "millions": 1_000_000, "billions": 1_000_000_000, "dozens": 12}

// after reads what may follow a number: 'or more', '-plus', 'or so', ', possibly nine'.
func (r *reader) after(q quantity, i int) (quantity, int) {
	switch {
	case r.word(i) == "or" && r.any(i+1, "more", "above"), r.word(i) == "and" && r.any(i+1, "more", "above", "upwards") && r.toks[i-1].Digits != "" && r.word(i+1) != "more":
		return q.within(least), i + 2
	case r.word(i) == "or" && r.any(i+1, "fewer", "less"):
		return q.within(most), i + 2
	case r.word(i) == "or" && r.word(i+1) == "so":
		return q.within(roughly), i + 2
	case r.word(i) == "+" && r.glued(i):
		return q.within(least), i + 1
	case r.word(i) == "-" && r.word(i+1) == "plus":
		return q.within(least), i + 2
	case r.word(i) == "plus" && r.toks[i-1].Digits != "" && !r.numberAt(i+1):
		return q.within(least), i + 1
	case r.word(i) == "-" && r.word(i+1) == "odd":
		return q.within(roughly), i + 2
	}
	j := i
	if r.word(j) == "," || r.word(j) == "-" {
		j++
	}
	if r.word(j) == "and" {
		j++
	}
	if r.word(j) == "if" && r.word(j+1) == "not" {
		j++
	} else if !r.any(j, "possibly", "perhaps", "maybe") {
		return q, i
	}
	if b, k := r.vague(j + 1); q.word != "" && k > j+1 && b.high > q.high {
		q.high, q.how = b.high, q.how|asRange
		return q, k
	}
	if r.word(j+1) == "more" && j > i {
		return q.within(least), j + 2
	}
	if b, next := r.boundAt(j + 1); next > j+1 && b == most {
		j = next - 1
	}
	if b, k := r.plainNumber(j + 1); k > j+1 && !b.none && b.low > q.low && !q.none {
		q.high, q.capped, q.how = b.low, true, q.how|asRange
		return q, k
	}
	return q, i
}

func (r *reader) numberAt(i int) bool {
	_, end := r.plainNumber(i)
	return end > i
}
