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

// reach is how many sentences back a name may stand.
const reach = 4

// Antecedent returns the name that the words first to last of a sentence stand for, where they are a
// definite description of a body of people ('the group', 'the affiliate', 'the militants') or 'it', 'its', 'they', 'their',
// 'them'; with a score between 0 and 1. Names nearby, subjects and organisations are preferred; false means
// that nothing qualifies.
func (t *Text) Antecedent(sentence, first, last int) (Name, float64, bool) {
	if sentence < 0 || sentence >= len(t.Sentences) {
		return Name{}, 0, false
	}
	s := &t.Sentences[sentence]
	if first < 0 || last >= len(s.Tokens) || first > last || !refers(s, first, last) {
		return Name{}, 0, false
	}
	if plural[strings.ToLower(s.Tokens[first].Form)] && s.pluralBefore(first) {
		return Name{}, 0, false
	}
	return t.mostSalient(sentence, first)
}

// mostSalient weighs the names before a place in the text; mentions of the same words add up, and
// the last of them is returned.
func (t *Text) mostSalient(sentence, first int) (Name, float64, bool) {
	weights := map[string]float64{}
	var best Name
	var most, sum float64
	last := t.namesBefore(sentence + 1)
	start := last
	for start >= 0 && sentence-t.Names[start].Sentence <= reach {
		start--
	}
	for _, n := range t.Names[start+1 : last+1] {
		score := t.salience(n, sentence, first)
		words := t.spanWords(n.Span)
		weights[words] += score
		sum += score
		if score > 0 && weights[words] >= most {
			best, most = n, weights[words]
		}
	}
	return best, most / (sum + 0.5), most > 0
}

// pluralBefore reports whether a common noun that 'they' may mean is a subject before token first.
func (s *Sentence) pluralBefore(first int) bool {
	for i := range first {
		t := &s.Tokens[i]
		if t.Is("nsubj") && (t.Fine == "NNS" || t.Lemma == "police") {
			return true
		}
	}
	return false
}

var plural = wordSet("they them their theirs themselves")

// namesBefore returns the number of the last name in a sentence below the given one, -1 for none.
func (t *Text) namesBefore(sentence int) int {
	lo, hi := 0, len(t.Names)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Names[mid].Sentence < sentence {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// refers reports whether the words may stand for a body of people that was named before.
func refers(s *Sentence, first, last int) bool {
	head := nameHead(s, first, last)
	t := &s.Tokens[head]
	if t.Tag == "PRON" || t.Fine == "PRP$" {
		return standIns[strings.ToLower(t.Form)]
	}
	det := strings.ToLower(s.Tokens[first].Form)
	return t.Tag == "NOUN" && (det == "the" || det == "this" || det == "that" || det == "these" || det == "those") && bodies[strings.ToLower(t.Lemma)]
}

var (
	standIns = wordSet("it its they their them itself themselves theirs")
	bodies   = wordSet(`group affiliate branch offshoot organization organisation movement faction militia militant rebel insurgent fighter
		network outfit army front party cell gang cartel wing alliance coalition force guerrilla extremist jihadist terrorist separatist
		gunman body force unit side company agency union council institution team club ministry government`)
)

// salience weighs a name as what the words at first in a sentence stand for; 0 rules it out.
func (t *Text) salience(n Name, sentence, first int) float64 {
	if n.Kind == NameDate || n.Kind == NameFacility {
		return 0
	}
	back := sentence - n.Sentence
	if back == 0 && n.Last >= first {
		return 0
	}
	s := &t.Sentences[n.Sentence]
	if k := t.Paragraphs[s.Paragraph].Kind; k == Furniture || k == Caption && back > 0 {
		return 0
	}
	if t.Paragraphs[s.Paragraph].Kind == Heading {
		return 0.1 * kindWeight(s, n.Kind, n.Last)
	}
	head := nameHead(s, n.First, n.Last)
	return kindWeight(s, n.Kind, head) * roleWeight(s, head) / (1 + 0.7*float64(back))
}

// kindWeight says how likely a name of a kind is a body of people. The kind is a guess: a person may
// be a group after all, unless somebody speaks.
func kindWeight(s *Sentence, kind NameKind, head int) float64 {
	switch kind {
	case NameOrganisation:
		return 1
	case NameUnknown:
		return 0.5
	case NamePerson:
		if h := s.Tokens[head].Head; h >= 0 && saying[strings.ToLower(s.Tokens[h].Form)] {
			return 0
		}
		return 0.15
	}
	return 0.08
}

// roleWeight prefers subjects, then objects and agents, and holds back what modifies another noun.
func roleWeight(s *Sentence, head int) float64 {
	t := &s.Tokens[head]
	switch {
	case t.Is("nsubj"):
		return 2
	case t.Is("obl:agent", "obj"):
		return 1.2
	case t.Is("appos", "conj", "root"):
		return 1
	case t.Is("compound", "nmod:poss", "amod"):
		return 0.6
	}
	return 0.8
}
