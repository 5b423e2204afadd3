package parse

// numberEnd returns the last token of the number phrase that begins at token i, -1 for none: '1,200',
// 'at least 11', 'between 30 and 40', 'dozens', 'two hundred', 'more than 3 million'. A hedge
// belongs to its number; 'of' does not.
func (s *Sentence) numberEnd(i int) int {
	w := s.class(i)
	if c := s.Tokens[i].Form[0]; !w.has(hedge|numeral|vague) && (c < '0' || c > '9') && c != 'a' && c != 'A' {
		return -1
	}
	at := i
	if w.has(hedge) {
		at = s.afterHedge(i)
	}
	last := s.figureEnd(at)
	if last < 0 {
		return -1
	}
	if rangeWords[s.word(last+1)] && (s.word(last+1) != "and" || s.word(i) == "between") {
		if to := s.figureEnd(last + 2); to >= 0 {
			return to
		}
	}
	return last
}

// afterHedge returns the token behind 'at least', 'more than', 'some' and their like at i; i where
// there is none.
func (s *Sentence) afterHedge(i int) int {
	for k := i; k < i+3; k++ {
		switch w := s.word(k); {
		case hedges[w]:
		case w == "than" && k > i, (w == "as" || w == "many" || w == "few" || w == "least" || w == "most" || w == "estimated" || w == "to") && (k == i || hedgeOpeners[s.word(i)]):
		case hedgeOpeners[w] && k == i:
		default:
			return k
		}
	}
	return i + 3
}

// figureEnd returns the last token of the figure or number word at i, -1 for none.
func (s *Sentence) figureEnd(i int) int {
	if i >= len(s.Tokens) || !s.figureAt(i) {
		if w := s.word(i); (w == "a" || w == "an") && scaleNouns[s.word(i+1)] {
			return i + 1
		}
		return -1
	}
	last := i
	for last+1 < len(s.Tokens) && last < i+8 && (s.class(last+1).has(numeral) || s.word(last+1) == "-" && s.class(last+2).has(numeral) && s.class(last).has(numeral)) {
		last++
	}
	return last
}

// figureAt reports whether token i is a figure or a word for a number.
func (s *Sentence) figureAt(i int) bool {
	form := s.Tokens[i].Form
	if c := form[0]; c >= '0' && c <= '9' {
		return s.Tokens[i].Tag == "NUM" && (len(form) < 2 || !isLetter(rune(form[len(form)-1])) || form[len(form)-1] == 'm' || form[len(form)-1] == 'k')
	}
	w := s.class(i)
	return w.has(numeral) && (s.Tokens[i].Tag == "NUM" || scaleNouns[s.word(i)]) || w.has(vague)
}

// The closed words of number phrases. The others stand in data/lexicon/numbers.txt.
var (
	hedges       = wordSet("about around nearly almost over approximately roughly some under below above exactly only least")
	hedgeOpeners = wordSet("at more less fewer up as an between an")
	rangeWords   = wordSet("to and - – or")
	scaleNouns   = wordSet("dozen hundred thousand million billion score few couple handful")
)
