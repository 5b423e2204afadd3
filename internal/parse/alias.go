package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// Alias says that the report gives Short as another form of Long: 'Islamic State West Africa
// Province (ISWAP)', 'the Armed Conflict Survey, or ACS'.
type Alias struct{ Long, Short dateline.Span }

// Aliases returns the pairs of a name and its short form behind it, in the order of the short forms:
// two names, the letters of the short one in the long one in order, or capitals in brackets that are
// the first letters of the words before.
func (t *Text) Aliases() []Alias {
	var list []Alias
	for i := 1; i < len(t.Names); i++ {
		long, short := t.Names[i-1], t.Names[i]
		if long.Sentence != short.Sentence || long.Kind == NameDate || short.Kind == NameDate {
			continue
		}
		between := strings.TrimSpace(t.Source[long.Span.End:short.Span.Start])
		if !aliasLink(between) || !abbreviates(short.Span.In(t.Source), long.Span.In(t.Source)) {
			continue
		}
		list = append(list, Alias{long.Span, short.Span})
	}
	for i := range t.Sentences {
		list = t.Sentences[i].bracketed(list)
	}
	slices.SortStableFunc(list, func(a, b Alias) int { return a.Short.Start - b.Short.Start })
	return slices.CompactFunc(list, func(a, b Alias) bool { return a.Short == b.Short })
}

// bracketed adds the words before each '(ABC)' that the capitals stand for.
func (s *Sentence) bracketed(list []Alias) []Alias {
	for i := 1; i+2 < len(s.Tokens); i++ {
		if !s.inBrackets(i + 1) {
			continue
		}
		letters := strings.ReplaceAll(s.Tokens[i+1].Form, ".", "")
		if first := s.spelt(i-1, letters); first >= 0 {
			list = append(list, Alias{s.SpanOf(first, i-1), s.Tokens[i+1].Span})
		}
	}
	return list
}

// inBrackets reports whether token i is an acronym alone in brackets.
func (s *Sentence) inBrackets(i int) bool {
	return i > 0 && i+1 < len(s.Tokens) && s.Tokens[i-1].Form == "(" && s.Tokens[i+1].Form == ")" && acronymHash(s.Tokens[i].Form) != 0
}

// spelt returns the first of the words, ending at last, whose first letters are the letters; -1 for
// other words. A word in lower case may be passed over, and is never the first.
func (s *Sentence) spelt(last int, letters string) int {
	n := len(letters) - 1
	for i := last; i >= 0 && i > last-2*len(letters)-2; i-- {
		c := s.Tokens[i].Form[0]
		low := 'a' <= c && c <= 'z'
		switch {
		case c == letters[n] || low && n > 0 && c-'a'+'A' == letters[n]:
			if n--; n < 0 {
				return i
			}
		case !low:
			return -1
		}
	}
	return -1
}

// aliasLink reports whether the words between two names say that they are one: an opening bracket,
// perhaps with 'or', 'known as', a quotation mark; or ', or'.
func aliasLink(between string) bool {
	between = strings.ToLower(strings.Trim(between, " \"“'‘’"))
	for _, link := range []string{"(", "[", ", or", "(or", ", known as", "(known as", ", also known as", "(also known as", "(better known as", ", better known as",
		"(also called", ", also called", ", formerly known as", "(formerly", "(aka", "(a.k.a."} {
		if strings.TrimRight(between, " \"“'‘’") == link {
			return true
		}
	}
	return false
}

// abbreviates reports whether short is made of letters of long in order, the first of them its
// first; or, for names joined by 'known as', simply another name.
func abbreviates(short, long string) bool {
	if len(short) > len(long) {
		short, long = long, short
	}
	rest := strings.ToLower(long)
	for _, r := range strings.ToLower(short) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+utf8.RuneLen(r):]
	}
	a, _ := utf8.DecodeRuneInString(strings.ToLower(short))
	b, _ := utf8.DecodeRuneInString(strings.ToLower(long))
	return a == b
}
