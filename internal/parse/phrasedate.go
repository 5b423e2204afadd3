package parse

import "strings"

// dateEnd returns the last token of the longest date phrase that begins at token i, -1 for none:
// '15 May 2019', 'Thursday night', 'late 2014', 'last week', 'three days ago', 'Ramadan',
// '2019-05-15'. A preposition or an article in front is no part of it.
func (s *Sentence) dateEnd(i int) int {
	switch w := s.Tokens[i].class(); {
	case w.has(weekday) && s.dateCase(i):
		return s.afterWeekday(i)
	case w.has(month) && s.calendarWord(i):
		return s.afterMonth(i)
	case len(s.Tokens[i].Form) > 6 && strings.EqualFold(s.Tokens[i].Form[:4], "mid-"):
		return s.hyphenatedDate(i)
	case s.Tokens[i].Tag == "NUM" || isDigit(rune(s.Tokens[i].Form[0])):
		return s.dateFromNumber(i)
	case w.has(feast) && s.calendarWord(i), w.has(dateAdverb):
		return s.withPart(i)
	case w.has(datePart | season):
		return s.datePartEnd(i)
	case w.has(datePointer):
		return s.pointedDate(i)
	case w.has(numeral | vague), strings.EqualFold(s.Tokens[i].Form, "a"), strings.EqualFold(s.Tokens[i].Form, "an"):
		return s.ago(i)
	}
	return -1
}

// hyphenatedDate reads 'mid-June', 'mid-2014' in one token.
func (s *Sentence) hyphenatedDate(i int) int {
	switch rest := s.Tokens[i].Form[len("mid-"):]; {
	case nameWordOf(rest).has(month):
		return s.withYear(i)
	case isYear(rest):
		return i
	}
	return -1
}

// calendarWord reports whether token i is a month, a weekday or a feast and no other word of the
// same form, as 'may' and 'march' are.
func (s *Sentence) calendarWord(i int) bool {
	t := &s.Tokens[i]
	w := t.class()
	if !w.has(month|weekday|feast) || !s.dateCase(i) {
		return false
	}
	return t.Tag == "PROPN" || t.Tag == "NOUN" && len(t.Form) > 3 || s.isDay(i-1) || s.isDay(i+1) || i+1 < len(s.Tokens) && isYear(s.Tokens[i+1].Form)
}

// dateCase reports whether the word is not of three letters in lower case, as 'sun' and 'sat' are.
func (s *Sentence) dateCase(i int) bool {
	form := s.Tokens[i].Form
	return s.Tokens[i].Tag != "VERB" && s.Tokens[i].Tag != "AUX" && (len(form) > 3 || startsUpper(form))
}

// isDay reports whether token i is there and a day of the month, '3', '21st'.
func (s *Sentence) isDay(i int) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	n := strings.TrimRight(strings.ToLower(s.Tokens[i].Form), "sthndr")
	return len(n) == 1 && n[0] >= '1' && n[0] <= '9' || len(n) == 2 && (n[0] >= '0' && n[0] <= '2' && n[1] >= '0' && n[1] <= '9' || n == "30" || n == "31")
}

// isYear reports whether form is a year of four figures, or a decade.
func isYear(form string) bool {
	form = strings.TrimSuffix(form, "s")
	if len(form) != 4 || form[0] != '1' && form[0] != '2' {
		return false
	}
	for i := range form {
		if form[i] < '0' || form[i] > '9' {
			return false
		}
	}
	return form < "2100"
}

// word returns the form of token i in lower case, "" outside the sentence.
func (s *Sentence) word(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].small()
}

// class returns what the lists say of token i, nothing outside the sentence.
func (s *Sentence) class(i int) nameWord {
	if i < 0 || i >= len(s.Tokens) {
		return 0
	}
	return s.Tokens[i].class()
}

// afterWeekday reads 'Thursday', 'Thursday night', 'Thursday, 3 May'.
func (s *Sentence) afterWeekday(i int) int {
	last := s.withPart(i)
	next := last + 1
	if s.word(next) == "," {
		next++
	}
	if next < len(s.Tokens) && (s.class(next).has(month) && s.calendarWord(next)) {
		return s.afterMonth(next)
	}
	if s.isDay(next) {
		if end := s.dateFromNumber(next); end > next {
			return end
		}
	}
	return last
}

// withPart takes in a part of the day behind token i.
func (s *Sentence) withPart(i int) int {
	if dayParts[s.word(i+1)] {
		return i + 1
	}
	return i
}

// afterMonth reads 'May', 'May 15', 'May 15, 2019', 'May 2019'.
func (s *Sentence) afterMonth(i int) int {
	if s.isDay(i + 1) {
		i++
	}
	return s.withYear(i)
}

// withYear takes in a year behind token i, past a comma.
func (s *Sentence) withYear(i int) int {
	next := i + 1
	if s.word(next) == "," {
		next++
	}
	if next < len(s.Tokens) && isYear(s.Tokens[next].Form) {
		return next
	}
	return i
}

// dateFromNumber reads '15 May 2019', '15th of May', '2019-05-15', '2019' behind a preposition, 'three
// days ago'.
func (s *Sentence) dateFromNumber(i int) int {
	form := s.Tokens[i].Form
	if s.isDay(i) {
		next := i + 1
		if s.word(next) == "of" {
			next++
		}
		if s.class(next).has(month) && s.calendarWord(next) {
			return s.withYear(next)
		}
	}
	if len(form) >= 8 && len(form) <= 10 && strings.Count(form, "-")+strings.Count(form, "/") == 2 {
		return i
	}
	if isYear(form) && (yearPrepositions[s.word(i-1)] || s.class(i-1).has(month|season|datePart) || strings.HasSuffix(form, "s")) && !s.class(i+1).has(humanNoun) {
		return i
	}
	return s.ago(i)
}

// datePartEnd reads 'late 2014', 'early March', 'mid-June', 'the summer of 2014'.
func (s *Sentence) datePartEnd(i int) int {
	next := i + 1
	for s.word(next) == "-" || s.word(next) == "in" || s.word(next) == "of" {
		next++
	}
	switch {
	case next >= len(s.Tokens) || next > i+2:
		return -1
	case isYear(s.Tokens[next].Form):
		return next
	case s.calendarWord(next):
		return s.dateEnd(next)
	case next == i+1 && s.class(next).has(season) && s.class(i).has(datePart):
		return s.withYear(next)
	}
	return -1
}

// pointedDate reads 'last week', 'next Friday', 'this year', 'the past 24 hours' from its first word.
func (s *Sentence) pointedDate(i int) int {
	next := i + 1
	for next < i+3 && next < len(s.Tokens) && s.Tokens[next].Tag == "NUM" {
		next++
	}
	switch w := s.class(next); {
	case next >= len(s.Tokens):
	case w.has(month) && s.calendarWord(next):
		return s.withYear(next)
	case w.has(weekday | season | dateUnit | feast):
		return s.withPart(next)
	}
	return -1
}

// ago reads 'three days ago', 'a week earlier', 'several months later'.
func (s *Sentence) ago(i int) int {
	for k := i + 1; k < i+4 && k < len(s.Tokens); k++ {
		if s.class(k).has(dateUnit) && agoWords[s.word(k+1)] {
			return k + 1
		}
	}
	return -1
}

// The closed words of dates. The others stand in data/lexicon/times.txt.
var (
	dayParts         = wordSet("morning afternoon evening night noon midnight dawn dusk")
	agoWords         = wordSet("ago earlier later before afterwards")
	yearPrepositions = wordSet("in since until till by from during of before after to between and around circa through throughout")
)
