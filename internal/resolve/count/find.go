package count

import (
	"sort"
	"strings"

	"dateline"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/numeral"
	"dateline/internal/sieve"
)

// Kind says what a number in a text is a number of.
type Kind string

// The kinds. Only Amount counts people or things; Money is kept for funding and ransoms.
const (
	Amount   Kind = "amount"
	Date     Kind = "date" // a year, a date, a distance in time ('two years ago')
	Money    Kind = "money"
	Percent  Kind = "percent"
	Age      Kind = "age"
	Clock    Kind = "clock"
	Duration Kind = "duration"
	Measure  Kind = "measure"  // lengths, weights, times over; numbers with decimals
	Label    Kind = "label"    // 'Flight 370', 'AK-47', 'M23', a score
	Ordinal  Kind = "ordinal"  // 'third', '22nd'
	Fraction Kind = "fraction" // 'two-thirds'
)

// Kinds lists every Kind.
var Kinds = []Kind{Amount, Date, Money, Percent, Age, Clock, Duration, Measure, Label, Ordinal, Fraction}

// Match is a number in a text with the words that bound it ('at least 11'), without the noun that
// it counts; for other Kinds with the unit or name. 'A' before a person is an Amount of one.
// Count is without bounds where the words give no whole number, and for a Label.
type Match struct {
	Span  dateline.Span
	Kind  Kind
	Count dateline.Count
}

// Find returns the numbers of a sentence in the order of the text, none overlapping, by the
// house's Convention. It takes time linear in the length of text.
func Find(text string) []Match { return FindBeside(text, date.Find(text)) }

// FindBeside is Find for a caller who has what date.Find finds in the text.
func FindBeside(text string, dates []date.Match) []Match {
	r := newReader(text, House)
	defer r.done()
	return r.find(dates)
}

// find reads on token by token; dates are spans that are spoken for.
func (r *reader) find(dates []date.Match) []Match {
	var found []Match
	for i := 0; i < len(r.toks); {
		if end := r.dated(i, &dates); end > i {
			if r.hasNumber(i, end) {
				found = append(found, r.match(i, end, Date, quantity{low: -1, high: -1}))
			}
			i = end
			continue
		}
		m, end := r.at(i)
		if end > i {
			if m.Kind != "" {
				found = append(found, m.behind(found, r.toks[i].Start))
			}
			i = end
			continue
		}
		i++
	}
	return found
}

// behind is m, cut back to start where it reaches into the match before it.
func (m Match) behind(found []Match, start int) Match {
	if n := len(found); n > 0 && m.Span.Start < found[n-1].Span.End {
		m.Span.Start = start
	}
	return m
}

func (r *reader) match(i, end int, k Kind, q quantity) Match {
	return Match{dateline.Span{Start: r.toks[i].Start, End: r.toks[end-1].End}, k, q.count()}
}

// dated returns the end of the date that starts at token i, and drops the dates before it.
func (r *reader) dated(i int, dates *[]date.Match) int {
	for len(*dates) > 0 && (*dates)[0].Span.Start < r.toks[i].Start {
		*dates = (*dates)[1:]
	}
	if len(*dates) == 0 || (*dates)[0].Span.Start != r.toks[i].Start {
		return i
	}
	stop := (*dates)[0].Span.End
	return i + sort.Search(len(r.toks)-i, func(k int) bool { return r.toks[i+k].Start >= stop })
}

func (r *reader) hasNumber(i, end int) bool {
	for ; i < end; i++ {
		if r.toks[i].Digits != "" {
			return true
		}
		if _, used := numeral.Cardinal(r.toks[i:end]); used > 0 {
			return true
		}
	}
	return false
}

// at reads the number at token i. A Match without a Kind is something to step over.
func (r *reader) at(i int) (Match, int) {
	if !r.starts(i) {
		return Match{}, i
	}
	for _, read := range [...]func(int) (Match, int){r.fraction, r.ordinal, r.clock, r.zero, r.person, r.number} {
		if m, end := read(i); end > i {
			return m, end
		}
	}
	return Match{}, i
}

// starts reports whether the word at token i may start a number.
func (r *reader) starts(i int) bool {
	if numeral.Opens(r.toks[i]) || len(bounds.At(r.word(i))) > 0 {
		return true
	}
	return r.any(i, "no", "nobody", "none", "both", "between", "from", "single", "neither")
}

var nothing = quantity{low: -1, high: -1}

// fraction reads 'two-thirds', 'half of', 'a quarter of', '2/3', 'one in ten', 'two out of three'.
func (r *reader) fraction(i int) (Match, int) {
	if end := r.share(i); end > i {
		return r.match(i, end, Fraction, nothing), end
	}
	if r.word(i) == "half" && r.any(i+1, "of", "the", "its", "their") {
		return r.match(i, i+1, Fraction, nothing), i + 1
	}
	j := i
	if _, used := numeral.Cardinal(r.toks[i:]); used > 0 {
		j += used
	} else if r.word(i) == "a" {
		j++
	} else {
		return Match{}, i
	}
	if r.word(j) == "-" {
		j++
	}
	if r.any(j, "half", "halves", "third", "thirds", "quarters", "fifth", "fifths", "tenth", "tenths", "sixth") && (r.word(i) != "a" || r.word(j+1) == "of") ||
		r.word(j) == "quarter" && r.word(j+1) == "of" {
		return r.match(i, j+1, Fraction, nothing), j + 1
	}
	if r.word(j) == "/" && r.glued(j) && j+1 < len(r.toks) && r.toks[j+1].Digits != "" {
		return r.match(i, j+2, Fraction, nothing), j + 2
	}
	return Match{}, i
}

// share returns the token behind 'one in ten' or 'two out of three' at token i; i where none stands.
func (r *reader) share(i int) int {
	n, used := numeral.Cardinal(r.toks[i:])
	j := i + used
	switch {
	case used == 0 || !n.Whole():
		return i
	case r.word(j) == "out" && r.word(j+1) == "of":
		j += 2
	case n.Value == 1 && r.word(j) == "in":
		j++
		if r.word(j) == "every" {
			j++
		}
	default:
		return i
	}
	if j >= len(r.toks) {
		return i
	}
	of, more := numeral.Cardinal(r.toks[j:])
	if more == 0 || !of.Whole() || of.Value <= n.Value || of.Value > 100 || r.isCounted(j+more) && r.word(j+more) != "of" && !r.any(j-1, "of") && lex().people.At(r.word(j+more)) != manyPeople {
		return i
	}
	return j + more
}

func (r *reader) ordinal(i int) (Match, int) {
	n, used := numeral.Ordinal(r.toks[i:])
	if used == 0 {
		return Match{}, i
	}
	return r.match(i, i+used, Ordinal, just(n)), i + used
}

// clock reads '10 a.m.', '10:30', '7.30pm', "9 o'clock", '1400 GMT'.
func (r *reader) clock(i int) (Match, int) {
	if r.toks[i].Digits == "" && !r.any(i+1, "o'clock", "am", "pm") {
		return Match{}, i
	}
	j := i + 1
	for r.word(j) == ":" && r.glued(j) && r.glued(j+1) && r.toks[j+1].Digits != "" {
		j += 2
	}
	colon := j > i+1
	if r.any(j, "am", "pm", "o'clock", "gmt", "utc", "hrs", "local") && (r.word(j) != "local" || r.word(j+1) == "time") {
		j++
		return r.match(i, j, Clock, nothing), j
	}
	if r.word(j) == "hours" && len(r.toks[i].Digits) == 4 && !r.toks[i].Grouped {
		return r.match(i, j+1, Clock, nothing), j + 1
	}
	if colon {
		return r.match(i, j, Clock, nothing), j
	}
	return Match{}, i
}

// zero reads the words for none at all.
func (r *reader) zero(i int) (Match, int) {
	switch r.word(i) {
	case "neither":
		if r.onePerson(i+1) && !r.any(i+1, "his", "her", "the") {
			return r.match(i, i+1, Amount, just(0)), i + 1
		}
	case "nobody":
		return r.match(i, i+1, Amount, just(0)), i + 1
	case "not":
		if n := r.notOne(i + 1); n > 0 {
			return r.match(i, i+1+n, Amount, just(0)), i + 1 + n
		}
	case "no":
		if r.word(i+1) == "one" || r.word(i+1) == "-" && r.word(i+2) == "one" {
			end := i + 2 + btoi(r.word(i+1) == "-")
			return r.match(i, end, Amount, just(0)), end
		}
		if r.hurt(i + 1) {
			return r.match(i, i+1, Amount, just(0)), i + 1
		}
	case "none":
		if i+1 >= len(r.toks) || r.any(i+1, "of", "was", "were", "had", "has", "have", "survived", ",", ".") && r.word(i-1) != "to" {
			return r.match(i, i+1, Amount, just(0)), i + 1
		}
	}
	return Match{}, i
}

// notOne returns how many tokens from i on are 'one' or 'a single', of somebody; 0 for others: 'not one
// but three'.
func (r *reader) notOne(i int) int {
	switch {
	case r.word(i) == "one" && (r.word(i+1) == "of" || r.isCounted(i+1)):
		return 1
	case r.word(i) == "a" && (r.word(i+1) == "single" && r.isCounted(i+2) || r.word(i+1) == "soul"):
		return 2
	}
	return 0
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// hurt reports whether the words from token i are ones that 'no' makes a toll of zero.
func (r *reader) hurt(i int) bool {
	for range 3 {
		if r.any(i, "casualties", "casualty", "injuries", "injury", "deaths", "death", "fatalities", "fatality", "victims", "survivors", "wounded", "dead") {
			return true
		}
		if !r.any(i, "reported", "civilian", "military", "serious", "further", "immediate", "known", "human", "other", "police") {
			return false
		}
		i++
	}
	return false
}

// person reads 'a' or 'an' before a noun for one person.
func (r *reader) person(i int) (Match, int) {
	if !r.any(i, "a", "an") || r.numbered(i+1) || !r.onePerson(i+1) {
		return Match{}, i
	}
	return r.match(i, i+1, Amount, just(1)), i + 1
}

// numbered reports whether a number tied to a noun stands at token i, and not an age: 'five-member'.
func (r *reader) numbered(i int) bool {
	_, end := r.plainNumber(i)
	if end == i || r.word(end) != "-" {
		return false
	}
	k, _ := r.unit(end, i)
	return k == ""
}

// onePerson reports whether the noun phrase from token i on names one person: 'police officer',
// '23-year-old woman', but not 'militant group' or 'soldier's home'.
func (r *reader) onePerson(i int) bool {
	for end := min(i+7, len(r.toks)); i < end; i++ {
		t := r.toks[i]
		if !t.IsWord() && t.Word != "-" && t.Digits == "" {
			return false
		}
		if lex().people.At(t.Word) == onePerson {
			if r.word(i+1) == "-" && r.glued(i+1) {
				i++
				continue
			}
			if r.stops(i + 1) {
				return true
			}
		} else if stopWords.At(t.Word) {
			return false
		}
	}
	return false
}

// stops reports whether token i cannot go on a noun phrase.
func (r *reader) stops(i int) bool {
	w := r.word(i)
	if w == "" || stopWords.At(w) {
		return true
	}
	t := r.toks[i]
	if w == "'s" {
		return false
	}
	if !t.IsWord() {
		return w != "-"
	}
	if t.Cap && !t.Upper && lex().people.At(w) == notPerson {
		return true // a name in apposition
	}
	return len(w) > 3 && (w[len(w)-2:] == "ed" || w[len(w)-3:] == "ing" || w[len(w)-2:] == "ly")
}

// stopWords end a noun phrase.
var stopWords = sieve.NewMap(set(`and or but nor with without in on at of to by for from into near inside outside around over under after
	before during while when where who whom whose which that as than then was were is are be been being has have had will
	would could may might can must did does do said says died shot hurt fell fled went came took dead alive also
	not while since until because if later earlier the a an his her their its he she they it there here against between among
	through via per this these those both one two three him them himself herself were left held hit became made told got lost
	an suspected allegedly reportedly`))

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, t := range numeral.Split(words) {
		m[t.Word] = true
	}
	return m
}

// number reads a quantity and says what it is of.
func (r *reader) number(i int) (Match, int) {
	if !r.opens(i) {
		return Match{}, i
	}
	q, end := r.quantity(i)
	if end == i {
		return Match{}, i
	}
	first := r.firstNumber(i, end)
	k, start, stop := r.kind(i, first, end, q)
	if k == "" {
		return Match{}, end
	}
	if q.none || k == Label {
		q = nothing
	}
	return r.match(start, stop, k, q), stop
}

// opens reports whether a quantity in running text may start at token i: with a number, or with a
// word that changes one.
func (r *reader) opens(i int) bool {
	if _, end := r.allBut(i); end > i {
		return true
	}
	b, next := r.boundAt(i)
	if next > i && b == plain && !r.any(i, "a", "an") {
		return false
	}
	if next == i || !r.any(i, "over", "under", "above", "below", "about", "around") {
		return true
	}
	_, scale := numeral.Cardinal(r.toks[next:])
	return !r.any(next, "the", "these", "those", "all", "a") || scale > 0 // 'about a hundred'
}

// firstNumber returns the first token from i on that is the number itself.
func (r *reader) firstNumber(i, end int) int {
	for j := i; j < end; j++ {
		if _, used := numeral.Cardinal(r.toks[j:]); used > 0 {
			return j
		}
	}
	return i
}

// kind says what the quantity of tokens i to end is of, and which tokens say so.
func (r *reader) kind(i, first, end int, q quantity) (k Kind, start, stop int) {
	if s, ok := r.symbol(i, first); ok {
		return Money, s, r.currency(end)
	}
	if k, start := r.labelled(i, first, end); k != "" {
		return k, start, r.gluedEnd(end)
	}
	if k, stop := r.unit(end, first); k != "" {
		return k, i, stop
	}
	if r.aged(first, end) {
		return Age, i, end
	}
	switch {
	case q.none && q.word == "":
		return Measure, i, end
	case r.idle(i, first, end, q):
		return "", i, end
	case r.year(first, end):
		return Date, i, end
	}
	return Amount, i, end
}

// symbol reports whether a currency sign or code stands before the number, and where the words
// of the sum start.
func (r *reader) symbol(i, first int) (int, bool) {
	j := first - 1
	if lex().measures[r.word(j)] == "symbol" || r.any(j, "usd", "eur", "gbp", "rs", "cfa", "xof", "xaf") {
		if r.any(j-1, "us", "a", "c") && r.glued(j) {
			j--
		}
		return min(i, j), true
	}
	return i, false
}

// currency returns the token after the currency's name at token i, i if there is none.
func (r *reader) currency(i int) int {
	if lex().measures[r.word(i)] == "money" {
		return i + 1
	}
	return i
}

// labelled reports whether the number names something: 'Flight 370', 'AK-47', 'M23'.
func (r *reader) labelled(i, first, end int) (Kind, int) {
	before := r.word(first - 1)
	t := r.toks[first]
	switch {
	case t.Digits == "":
		return "", i
	case r.glued(first) && before == "-" && r.glued(first-1) && r.isCapWord(first-2):
		return Label, min(i, first-2)
	case r.glued(first) && lex().measures[before] == "code" && r.toks[first-1].Cap && (t.Grouped || end > first+1 && r.isWord(end-1)):
		return Money, min(i, first-1)
	case r.glued(first) && r.isWord(first-1):
		return Label, min(i, first-1)
	case r.any(first-1, "(", "[") && r.any(end, ")", "]") && !r.isCapWord(first-2):
		return Label, i // an item of a list, a footnote
	case lex().measures[before] == "reference":
		return Label, min(i, first-1)
	case r.glued(first) && (before == "/" || before == "." || before == "#" || before == "_" || before == ":" || before == "-" && r.isWord(first-2) && r.glued(first-1)):
		return Label, i
	case before == "." && r.any(first-2, "no", "nos", "art", "sec", "vol", "pp", "p") && r.glued(first-1):
		return Label, min(i, first-2)
	case lex().labels[before] && r.toks[first-1].Cap && !t.Grouped && (first > 1 || !r.isCapWord(end)):
		return Label, min(i, first-1)
	case r.word(end) == "-" && r.glued(end) && end+1 < len(r.toks) && r.toks[end+1].Digits != "":
		return Label, i // a score, a telephone number
	case r.glued(end) && r.isWord(end) && lex().measures[r.word(end)] == "" && !r.any(end, "year"):
		return Label, i
	}
	return "", i
}

// gluedEnd returns the token after the ones glued to the label that ends before token i.
func (r *reader) gluedEnd(i int) int {
	for i < len(r.toks) && r.glued(i) && (r.isWord(i) || r.toks[i].Digits != "" || r.word(i) == "-" && i+1 < len(r.toks) && r.glued(i+1) && r.toks[i+1].Digits != "") {
		i++
	}
	return i
}

func (r *reader) isWord(i int) bool { return i >= 0 && i < len(r.toks) && r.toks[i].IsWord() }

func (r *reader) isCapWord(i int) bool { return r.isWord(i) && r.toks[i].Cap }

// unit reads what the number measures, behind it.
func (r *reader) unit(end, first int) (Kind, int) {
	j := end
	if r.word(j) == "%" || r.any(j, "percent", "pct", "percentage") {
		return Percent, j + 1
	}
	if r.word(j) == "per" && r.word(j+1) == "cent" {
		return Percent, j + 2
	}
	hyphen := r.word(j) == "-" && r.glued(j)
	if hyphen || r.word(j) == "of" {
		j++
	}
	if r.any(j, "square", "cubic", "nautical", "more", "metric", "consecutive", "straight", "full") {
		j++
	}
	if k, stop := r.old(j); k != "" {
		return k, stop
	}
	switch lex().measures[r.word(j)] {
	case "money":
		return Money, j + 1
	case "duration":
		return Duration, j + 1
	case "measure":
		return Measure, j + 1
	}
	for k := j; k < j+2 && r.isCapWord(k); k++ { // 'Hong Kong dollars'
		if lex().measures[r.word(k+1)] == "money" {
			return Money, k + 2
		}
	}
	if r.word(j) == "'s" && r.glued(j) && r.any(first-1, "early", "mid", "late", "his", "her", "their") {
		return Age, j + 1 // 'a man in his early 20's'
	}
	if r.any(j, "m", "s") && r.glued(j) {
		return map[string]Kind{"m": Measure, "s": Age}[r.word(j)], j + 1
	}
	return "", end
}

// old reads '-year-old', 'years old', 'years of age' from the unit on.
func (r *reader) old(j int) (Kind, int) {
	if !r.any(j, "year", "years", "month", "months", "week", "weeks", "day", "days", "yr", "yrs") {
		return "", j
	}
	k := j + 1
	if r.word(k) == "-" {
		k++
	}
	if r.any(k, "old", "olds") {
		return Age, k + 1
	}
	if r.word(k) == "of" && r.word(k+1) == "age" {
		return Age, k + 2
	}
	return "", j
}

// aged reports whether the number is somebody's age: 'aged 5', 'John Smith, 45,'.
func (r *reader) aged(first, end int) bool {
	if r.amongAges(first, end) || r.any(first-1, "aged", "age", "ages") || r.any(first-2, "aged", "ages") && r.any(first-1, "between", "from", "over", "under") {
		return true
	}
	n, used := numeral.Cardinal(r.toks[first:])
	if used != 1 || end != first+1 || r.toks[first].Digits == "" || n.Value < 1 || n.Value > 120 {
		return false
	}
	if r.any(first-1, "was", "is", "turned") && r.any(first-2, "he", "she", "who", "i") || r.any(first-1, "at") && r.any(first-2, "dead", "died") && !r.any(first-3, "of") {
		return !r.isWord(end)
	}
	if r.word(first-1) == "," && lex().people.At(r.word(first-2)) != notPerson && (r.any(end, ",", ")", ";", ".", "and") || end == len(r.toks)) && n.Value > 9 {
		return true // 'two men, 19 and 20'
	}
	open := r.any(first-1, ",", "(") && r.isCapWord(first-2) || r.any(first-1, "(")
	return open && (r.any(end, ",", ")", ";", ".") || end == len(r.toks)) && r.isCapWord(first-2)
}

// amongAges reports whether the number is one of a list of ages: '24, 25 and 41' behind 'ages'.
func (r *reader) amongAges(first, end int) bool {
	if r.isCounted(end) {
		return false
	}
	i := first - 1
	for first-i < maxList && (r.any(i, ",", "and", "or", "to", "-") || i > 0 && r.numberAt(i)) {
		i--
	}
	if k := i + 1; k < first && r.word(k) == "," && k+1 < first && r.toks[k+1].Digits != "" && r.toks[first].Digits != "" {
		return r.aged(k+1, k+2) // 'two men, 19 and 20'
	}
	return i < first-1 && r.any(i, "aged", "ages")
}

// idle reports whether the word is a number in form only: 'one another', 'scores a goal'.
func (r *reader) idle(i, first, end int, q quantity) bool {
	if q.word == "scores" && end == i+1 {
		return !r.any(end, "of", "were", "more", "have", "had", "are", "killed", "wounded", "injured", "dead", "missing", "others", "fled", "died")
	}
	switch r.word(first) {
	case "both":
		return r.any(first-1, "are", "were", "is", "was", "have") || r.pairs(end)
	case "single":
		return !r.onePerson(end)
	}
	if q.word == "tens" && (r.word(end) != "of" || !r.isCounted(end+1)) || q.word == "couple" && r.toks[i].Word == "couple" {
		return true
	}
	if r.word(end) == "-" && r.glued(end) && r.glued(end+1) && (shapes[r.word(end+1)] || strings.HasSuffix(r.word(end+1), "ed")) {
		return true
	}
	if r.word(first) != "one" || end != first+1 {
		return false
	}
	if r.any(end, "by", "after", "on") && r.any(end+1, "one", "another") || r.any(first-1, "by", "on") && r.any(first-2, "one") {
		return true
	}
	return r.any(end, "another", "'s", "day") || r.any(first-1, "this", "that", "the", "which", "any", "every", "each", "only", "another", "number", "other", "some") &&
		!r.isCounted(end)
}

// shapes are what a number before them describes and does not count: 'one-way', 'two-storey'.
var shapes = set("way storey story lane sided state party point stage tier part page star edged faced")

// pairs reports whether 'both' before token i pairs two things with 'and': 'both Iran and Russia'.
func (r *reader) pairs(i int) bool {
	for end := min(i+4, len(r.toks)); i < end; i++ {
		if r.word(i) == "and" {
			return true
		}
		if !r.isWord(i) {
			return false
		}
	}
	return false
}

// isCounted reports whether token i looks like a noun that a number counts.
func (r *reader) isCounted(i int) bool { return r.isWord(i) && !stopWords.At(r.word(i)) }

// year reports whether a bare figure reads as a year: 'Olympics 2024'.
func (r *reader) year(first, end int) bool {
	t := r.toks[first]
	if end != first+1 || len(t.Digits) != 4 || t.Grouped || t.Decimals > 0 {
		return false
	}
	n, _ := numeral.Cardinal(r.toks[first:end])
	return n.Value >= 1900 && n.Value < 2100 && (r.isCapWord(first-1) || !r.isCounted(end) || r.isCapWord(end))
}
