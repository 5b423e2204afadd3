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
	"at":            {{[]string{"least"}, least}, {[]string{"most"}, most}, {[]string{"the", "least"}, least}},
	"no":            {{[]string{"fewer", "than"}, least}, {[]string{"less", "than"}, least}, {[]string{"more", "than"}, most}},
	"not":           {{[]string{"fewer", "than"}, least}, {[]string{"less", "than"}, least}, {[]string{"more", "than"}, most}},
	"a":             {{[]string{"minimum", "of"}, least}, {[]string{"maximum", "of"}, most}, {[]string{"total", "of"}, plain}, {[]string{"further"}, plain}, {[]string{"reported"}, plain}, {[]string{"group", "of"}, plain}, {[]string{"good"}, roughly}},
	"an":            {{[]string{"estimated"}, roughly}, {[]string{"additional"}, plain}, {[]string{"average", "of"}, roughly}, {[]string{"approximate"}, roughly}},
	"estimated":     {{nil, roughly}},
	"minimum":       {{[]string{"of"}, least}},
	"more":          {{[]string{"than"}, more}},
	"greater":       {{[]string{"than"}, more}},
	"over":          {{nil, more}},
	"above":         {{nil, more}},
	"exceeding":     {{nil, more}},
	"in":            {{[]string{"excess", "of"}, more}},
	"upwards":       {{[]string{"of"}, more}},
	"upward":        {{[]string{"of"}, more}},
	"well":          {{[]string{"over"}, more}, {[]string{"above"}, more}, {[]string{"under"}, fewer}},
	"just":          {{[]string{"over"}, more}, {[]string{"under"}, fewer}, {nil, plain}},
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
	return q, end
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
	if n = numeral.Group(r.word(j)); n == 0 {
		return 0, i
	}
	return n, j + 1
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
	if !n.Whole() || r.broken(i, i+used) || r.spaced(i, i+used) || r.below(i) {
		return quantity{low: -1, high: -1, none: true}, i + used
	}
	return just(n.Value), i + used
}

// pair reads 'A and B' behind 'between', which stands at start.
func (r *reader) pair(i int, word string, start int) (quantity, int) {
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

// range2 is from a to b, the number of tokens j to k; 'two to three hundred' starts at two hundred,
// '7-12,000' at 7,000.
func (r *reader) range2(a, b, j, k int) quantity {
	if k == j+1 && r.toks[j].Grouped && b%1000 == 0 && a < b/1000 {
		a *= 1000
	}
	if k > j+1 && a < b {
		if mantissa, used := numeral.Cardinal(r.toks[j : k-1]); used == k-1-j && mantissa.Whole() && mantissa.Value > 0 {
			if scale := b / mantissa.Value; scale >= 100 && a < mantissa.Value && a < 100 {
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
	a, j := r.plainNumber(i)
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
	if !r.any(j, "possibly", "perhaps", "maybe") {
		return q, i
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
