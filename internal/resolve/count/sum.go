package count

import (
	"dateline/internal/resolve/numeral"
	"dateline/internal/sieve"
)

// sum adds up the numbers of a phrase that are told side by side. What is told within another
// ('including three children') is no further number.
func sum(r *reader) (quantity, bool) {
	if r.partitive() {
		return quantity{none: true, how: asShare}, false
	}
	if q, ok := r.fold(); ok {
		return q, true
	}
	if q, ok := r.ages(); ok {
		return q, true
	}
	stop := min(r.whole(), r.retold())
	total, end, ok := r.one(0, stop)
	if !ok {
		total, end, ok = r.next(0, stop)
	}
	if !ok || total.none {
		return total, false
	}
	if stop < len(r.toks) {
		total.how |= asWhole
	}
	for {
		q, n, ok := r.joined(end, stop)
		if !ok {
			if k := len(r.toks) - 2; k >= end && r.word(k) == "or" && total.how&asRange == 0 { // '80 farmers or more'
				if r.word(k+1) == "more" {
					total = total.within(least)
				} else if r.any(k+1, "fewer", "less") {
					total = total.within(most)
				}
			}
			return total, true
		}
		total, end = total.plus(q), n
	}
}

// partitive reports whether the phrase tells a part of a number without saying how many: 'half of
// the 40 hostages', 'most of the 12', 'one in ten of those'.
func (r *reader) partitive() bool {
	if r.any(0, "most", "many", "some", "part", "half") && r.any(1, "of", "the") {
		return true
	}
	if _, end := r.fraction(0); end > 0 {
		return true
	}
	_, end := r.quantity(0)
	k, _ := r.unit(end, 0)
	return end > 0 && k == Percent
}

// one reads a person whom an article or a possessive names, at token i and beside others: 'the
// governor and three of his guards'.
func (r *reader) one(i, stop int) (quantity, int, bool) {
	if !r.nameAt(i) && (!r.any(i, "the", "his", "her", "their", "its") || !r.onePerson(i+1)) {
		return quantity{}, i, false
	}
	if _, _, ok := r.joined(i+1, stop); !ok {
		return quantity{}, i, false
	}
	return just(1), i + 1, true
}

// nameAt reports whether the phrase from token i on starts with a name and 'and': 'Ali Khan and two guards'.
func (r *reader) nameAt(i int) bool {
	for start := i; i < len(r.toks); i++ {
		switch {
		case r.word(i) == "and":
			return i > start
		case !r.isCapWord(i) && r.word(i) != "-" || lex().people.At(r.word(i)) == manyPeople || numeral.Opens(r.toks[i]):
			return false
		}
	}
	return false
}

// whole returns the token where the phrase stops telling the whole and tells parts of it.
func (r *reader) whole() int {
	for i := 1; i < len(r.toks); i++ {
		if r.any(i, "including", "include", "includes", "among", "comprising", "mostly", "mainly", "excluding", "whom", "consisting") {
			return i
		}
		if i > 1 && r.any(i, "-", "—", ";", ":") && r.toks[i].Gap && i+1 < len(r.toks) && (r.toks[i+1].Gap || r.word(i+1) == "-") {
			return i // 'three men -- two guards and a driver'
		}
		if r.word(i) == "of" && r.any(i+1, "whom", "them", "which") && i > 1 && !r.any(i-1, "all", "both") {
			return r.partStart(i)
		}
	}
	return len(r.toks)
}

// retold returns the comma behind which those counted are told once more, one by one: 'two other victims, a man and a woman'; the end where they
// are not.
func (r *reader) retold() int {
	q, end := r.quantity(0)
	if end == 0 || q.low != q.high || q.low < 2 {
		return len(r.toks)
	}
	for i := end; i < len(r.toks) && i < end+5; i++ {
		if r.word(i) != "," {
			continue
		}
		if !r.any(i-1, "victims", "people", "others", "persons", "suspects", "individuals", "relatives", "civilians", "children", "siblings") || !r.any(i+1, "a", "an", "one") {
			break
		}
		n := 0
		for k := i + 1; k < len(r.toks); k++ {
			switch {
			case r.any(k, "a", "an", "one"), r.word(k-1) == "and" && lex().people.At(r.word(k)) == onePerson:
				n++
			case r.numberAt(k):
				return len(r.toks)
			}
		}
		if n == q.low {
			return i
		}
		break
	}
	return len(r.toks)
}

// partStart returns where the part told before 'of them' at token i starts: behind the last comma,
// or, with none, nowhere before the end.
func (r *reader) partStart(i int) int {
	for j := i - 1; j > 0; j-- {
		if r.any(j, ",", "—", "(", ";") {
			return j
		}
	}
	return len(r.toks)
}

// next returns the first amount from token i on, before stop.
func (r *reader) next(i, stop int) (quantity, int, bool) {
	for ; i < stop; i++ {
		if q, end, ok := r.amount(i); ok {
			return q, end, true
		}
	}
	return quantity{}, i, false
}

// amount reads a number of people or things at token i.
func (r *reader) amount(i int) (quantity, int, bool) {
	if m, end := r.zero(i); end > i {
		return quantity{how: asNone}, end, m.Kind == Amount
	}
	if _, end := r.person(i); end > i {
		return quantity{low: 1, high: 1, how: asOne}, end, true
	}
	if r.any(i, "no") && i+1 < len(r.toks) && lex().people.At(r.word(i+1)) == manyPeople {
		return quantity{how: asNone}, i + 1, true
	}
	for _, read := range [...]func(int) (Match, int){r.fraction, r.ordinal, r.clock} {
		if _, end := read(i); end > i {
			return quantity{}, i, false
		}
	}
	q, end := r.quantity(i)
	if end == i {
		return q, i, false
	}
	first := r.firstNumber(i, end)
	k, _, _ := r.kind(i, first, end, q)
	if k == Date && end == len(r.toks) {
		k = Amount // a bare figure is what the caller says it is
	}
	return q, end, k == Amount || k == "" && r.word(end) != "another" || q.none
}

// joined returns the amount that is told beside the one that ends before token i: behind 'and', or
// behind a comma where an 'and' still comes.
func (r *reader) joined(i, stop int) (quantity, int, bool) {
	for ; i < stop; i++ {
		switch {
		case r.word(i) == "(":
			i = r.closing(i, stop)
			continue
		case r.any(i, "and", "plus"), r.word(i) == "," && r.listed(i+1, stop):
		case r.word(i) == "as" && r.any(i+1, "well") && r.any(i+2, "as"):
			i += 2
		case r.any(i, "along", "together") && r.any(i+1, "with"):
			i++
		default:
			continue
		}
		if r.word(i) == "," && r.word(i+1) == "and" {
			i++
		}
		if q, end, ok := r.beside(i+1, stop); ok {
			return q, end, true
		}
	}
	return quantity{}, i, false
}

// closing returns the bracket that closes the one at token i, or the last token before stop.
func (r *reader) closing(i, stop int) int {
	for i < stop-1 && r.word(i) != ")" {
		i++
	}
	return i
}

// beside reads an amount of people at token i: a number whose noun is people's, or none, or one
// person named by 'his wife', 'the driver'.
func (r *reader) beside(i, stop int) (quantity, int, bool) {
	if i >= stop {
		return quantity{}, i, false
	}
	if r.any(i, "his", "her", "their", "the", "its") {
		if r.onePerson(i + 1) {
			return just(1), i + 1, true
		}
		i++ // 'her two children'
	}
	if kin.At(r.word(i)) && r.onePerson(i) {
		return just(1), i + 1, true // 'a father and son'
	}
	q, end, ok := r.amount(i)
	if !ok || q.none || !r.people(end, stop) {
		return quantity{}, i, false
	}
	return q, end, true
}

// kin are who is told beside another one without an article.
var kin = sieve.NewMap(set("son daughter child baby infant wife husband brother sister mother father grandson granddaughter"))

// people reports whether what the number before token i counts can be people.
func (r *reader) people(i, stop int) bool {
	for j := i; j < stop && j < i+6; j++ {
		t := r.toks[j]
		if lex().people.At(t.Word) != notPerson || r.any(j, "others", "other", "more", "dead", "police", "troops", "personnel") {
			return true
		}
		if !t.IsWord() && t.Word != "-" || stopWords.At(t.Word) {
			return j == i
		}
		if t.Cap && !t.Upper && t.Word[len(t.Word)-1] == 's' {
			return true
		}
	}
	return i >= stop || r.toks[i-1].Word == "a" || r.toks[i-1].Word == "an"
}

// maxList is how many tokens a list goes on at most; it keeps reading linear.
const maxList = 60

// listed reports whether an 'and' with an amount still comes, in the list that goes on at token i.
func (r *reader) listed(i, stop int) bool {
	for stop = min(stop, i+maxList); i < stop; i++ {
		if r.any(i, "and", "plus") {
			return true
		}
	}
	return false
}

// plus adds bounds; an open bound stays open. A word stays if only one of the two has it.
func (q quantity) plus(p quantity) quantity {
	q.how |= p.how | asSum
	q.low, q.high = add(q.low, p.low), add(q.high, p.high)
	if q.low < 0 && p.low >= 0 {
		q.low = p.low
	}
	q.approx = q.approx || p.approx
	if q.word == "" {
		q.word = p.word
	}
	return q
}

func add(a, b int) int {
	if a < 0 || b < 0 {
		return -1
	}
	return a + b
}
