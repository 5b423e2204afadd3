package parse

import (
	"strings"
	"unicode/utf8"

	"dateline"
)

// longestSentence is the most tokens that are parsed as one sentence; what is longer is cut there,
// so that no input takes more than linear time.
const longestSentence = 400

// sentences cuts the tokens of a paragraph into sentences: pairs of first token and one past the
// last, in order, none empty. A closing quotation mark or bracket belongs to the sentence before it.
func sentences(text string, tokens []dateline.Span) [][2]int {
	var cuts [][2]int
	b := border{text: text, tokens: tokens}
	start := 0
	if end := b.dateline(); end > 0 {
		cuts, start = append(cuts, [2]int{0, end}), end
	}
	for i := start; i < len(tokens); i++ {
		if end := b.after(i); end > i || i+1-start >= longestSentence {
			end = min(max(end, i+1), start+longestSentence)
			cuts = append(cuts, [2]int{start, end})
			start, i = end, end-1
		}
	}
	if start < len(tokens) {
		cuts = append(cuts, [2]int{start, len(tokens)})
	}
	return cuts
}

type border struct {
	text   string
	tokens []dateline.Span
	open   bool // a straight double quotation mark is open before token seen
	seen   int
}

func (b *border) form(i int) string {
	if i < 0 || i >= len(b.tokens) {
		return ""
	}
	return b.tokens[i].In(b.text)
}

// after returns the end of the sentence that token i closes, together with what closes after it, and
// 0 where token i closes none.
func (b *border) after(i int) int {
	for ; b.seen <= i; b.seen++ {
		if b.form(b.seen) == `"` {
			b.open = !b.open
		}
	}
	form := b.form(i)
	kind := stopKind(form)
	if kind == noStop {
		return 0
	}
	end := b.closers(i + 1)
	if end >= len(b.tokens) {
		return end
	}
	if kind == abbreviationStop && end > i+1 && b.form(i+1) == ")" {
		return 0
	}
	if b.begins(i, end, kind) {
		return end
	}
	return 0
}

// The kinds of stops: none, one that ends a sentence, one that may (dots of omission, or within a
// quotation), and the stop of an abbreviation.
const (
	noStop = iota
	fullStop
	weakStop
	abbreviationStop
)

func stopKind(form string) int {
	if form == "" {
		return noStop
	}
	switch form[len(form)-1] {
	case '.':
		if form == "." {
			return fullStop
		}
		if isMark(form) {
			return weakStop
		}
		return abbreviationStop
	case '!', '?':
		return fullStop
	}
	if form == "…" || form == "。" || form == "؟" || form == "।" {
		return weakStop
	}
	return noStop
}

func isMark(form string) bool {
	for _, r := range form {
		if isLetter(r) || isDigit(r) {
			return false
		}
	}
	return true
}

// closers returns the first token from i on that is no closing mark.
func (b *border) closers(i int) int {
	for open := b.open; i < len(b.tokens); i++ {
		switch form := b.form(i); {
		case form == "”" || form == ")" || form == "]" || form == "»" || form == "''":
		case form == `"` && open:
			open = false
		case (form == "’" || form == "'") && b.tokens[i].Start == b.tokens[i-1].End:
		default:
			return i
		}
	}
	return i
}

// begins reports whether a sentence may begin at token i, after the stop at token stop.
func (b *border) begins(stop, i, kind int) bool {
	gap := b.text[b.tokens[i-1].End:b.tokens[i].Start]
	form := b.form(i)
	first, _ := utf8.DecodeRuneInString(form)
	at := i
	for at < len(b.tokens) && opens(b.form(at)) {
		at++
	}
	lead, _ := utf8.DecodeRuneInString(b.form(at))
	switch {
	case strings.Contains(gap, "\n\n"):
		return true
	case isLetter(lead) && strings.ToLower(b.form(at)) == b.form(at) && !caselessScript(lead):
		return false
	case gap == "" && i == stop+1 && b.form(stop) == "." && !opens(form):
		return isUpper(lead) && b.sticks(stop)
	case first == ',' || first == ';' || first == ':' || first == '-' || first == '–' || first == '—':
		return false
	case kind == abbreviationStop:
		return b.endsAbbreviation(stop, at)
	case i > stop+1 && b.spoken(stop, at):
		return false
	}
	return true
}

// sticks reports whether 'word.Next' without a space reads as two sentences: a word in lower case
// before the stop and a capitalised one behind.
func (b *border) sticks(stop int) bool {
	before, next := b.form(stop-1), b.form(stop+1)
	return stop > 0 && len(before) > 2 && strings.ToLower(before) == before && len(next) > 1 && shapeOf(next) == shapeTitle
}

func caselessScript(r rune) bool { return r > 0x590 }

func opens(form string) bool {
	switch form {
	case "“", "‘", "(", "[", `"`, "'", "«", "``", "*":
		return true
	}
	return false
}

// endsAbbreviation decides whether an abbreviation also ends its sentence: never a rank or an
// initial; others where a word follows that commonly begins sentences.
func (b *border) endsAbbreviation(stop, next int) bool {
	form := b.form(stop)
	bare := strings.ToLower(strings.TrimSuffix(form, "."))
	r, _ := utf8.DecodeRuneInString(b.form(next))
	switch {
	case ranks[bare] || len(bare) == 1 && !strings.Contains(bare, "."):
		return len(bare) == 1 && starters[strings.ToLower(b.form(next))] && b.form(stop-1) != "" && !isUpper(rune(b.form(stop - 1)[0]))
	case isDigit(r):
		return false
	}
	return starters[strings.ToLower(b.form(next))]
}

// starters begin sentences and hardly ever stand, capitalised, behind an abbreviation within one.
var starters = wordSet(`the a an this that these those he she it they we i you his her its their our my in on at
	by for from with after before during since when while as if although though but and or so however meanwhile
	also there here some many most several no not all both each another according despite earlier later
	last what who why how where which one two three four five six seven eight nine ten it's he's she's
	hundreds dozens thousands police officials authorities witnesses residents`)

// spoken reports whether what follows a closed quotation goes on with its speaker: '"Run!" Smith said.'
func (b *border) spoken(stop, next int) bool {
	if b.form(stop) == "." {
		return false
	}
	for i := next; i < min(next+6, len(b.tokens)); i++ {
		form := b.form(i)
		if stopKind(form) == fullStop || form == "," {
			return false
		}
		if saying[strings.ToLower(form)] {
			return true
		}
	}
	return false
}

var saying = wordSet("said says asked asks told added shouted wrote cried replied yelled declared warned tweeted exclaimed")

// dateline returns how many tokens at the head of a paragraph are its dateline, 'MOGADISHU
// (Reuters) -' or 'LIMA, 3 JAN 90 -- [TEXT]': a place in capitals, then up to a dash. 0 for none.
func (b *border) dateline() int {
	first := b.form(0)
	if len(first) < 3 || !allCapital(first) || shapeOf(first) != shapeCaps && shapeOf(first) != shapeMixed {
		return 0
	}
	bracket := false
	for i := 1; i < min(22, len(b.tokens)-1); i++ {
		form := b.form(i)
		bracket = bracket || form == ")"
		switch {
		case form == "-" || form == "–" || form == "—" || form == "--":
			return b.dashEnds(i, bracket)
		case stopKind(form) == fullStop || stopKind(form) == weakStop || form == ";" || form == ":":
			return 0
		}
	}
	return 0
}

// dashEnds checks the dash at token i of a dateline: space around it, and before it a bracket or
// little else than capitals, names and figures; [TEXT] marks behind it belong to it.
func (b *border) dashEnds(i int, bracket bool) int {
	spaced := b.tokens[i-1].End < b.tokens[i].Start || b.form(i) == "—"
	for j := 1; j < i && !bracket; j++ {
		if s := shapeOf(b.form(j)); s == shapeLower {
			return 0
		}
	}
	if !spaced || i > 12 && !bracket {
		return 0
	}
	end := i + 1
	for range 3 {
		if b.form(end) != "[" {
			break
		}
		for k := end; k < min(end+12, len(b.tokens)); k++ {
			if b.form(k) == "]" {
				end = k + 1
				break
			}
		}
	}
	return end
}
