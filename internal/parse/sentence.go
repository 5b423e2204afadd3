package parse

import (
	"strings"

	"dateline"
)

// longestSentence is the most tokens of a sentence; what is longer is cut at the likeliest place in its last quarter,
// so that no input takes more than linear time.
const longestSentence = 400

// sentences cuts the tokens of a paragraph into sentences: pairs of first token and one past the
// last, in order, none empty. A dateline is a sentence of its own, and a closing quotation mark or
// bracket belongs to the sentence before it.
func sentences(text string, tokens []dateline.Span) [][2]int {
	v := segmentViews.Get().(*segmentView)
	cuts := englishSegments().cut(v, text, tokens)
	v.text, v.tokens = "", nil
	segmentViews.Put(v)
	return cuts
}

// cut is sentences, with the room of v to work in.
func (s *segmenter) cut(v *segmentView, text string, tokens []dateline.Span) [][2]int {
	v.look(s, text, tokens)
	var cuts [][2]int
	start := datelineEnd(text, tokens)
	if start > 0 {
		cuts = append(cuts, [2]int{0, start})
		v.begin(start)
	}
	likely := likeliest{score: neverEnds}
	for i := start; i+1 < len(tokens); i++ {
		ends, score := s.ends(v, i)
		likely.take(i, i+1-start, score)
		if i+1-start >= longestSentence {
			i, ends = likely.at, true
		}
		if ends {
			cuts = append(cuts, [2]int{start, i + 1})
			start, likely = i+1, likeliest{score: neverEnds}
			v.begin(start)
		}
	}
	if start < len(tokens) {
		cuts = append(cuts, [2]int{start, len(tokens)})
	}
	return cuts
}

// likeliest is where a sentence that is too long is best cut: the highest score in its last quarter,
// the later of two.
type likeliest struct{ at, score int }

func (l *likeliest) take(i, length, score int) {
	if length > longestSentence*3/4 && score >= l.score {
		l.at, l.score = i, score
	}
}

// datelineEnd returns how many tokens at the head of a paragraph are its dateline, 'MOGADISHU
// (Reuters) -' or 'LIMA, 3 JAN 90 -- [TEXT]': a place in capitals, or any before an agency in
// brackets, up to a dash. 0 for none.
func datelineEnd(text string, tokens []dateline.Span) int {
	d, depth := datelineReader{text, tokens}, 0
	for i := range min(22, len(tokens)-1) {
		switch form := d.form(i); form {
		case "(":
			depth++
		case ")":
			depth--
		case "-", "–", "—", "--", "---":
			switch {
			case depth > 0: // (ACAN-EFE)
			case i > 0 && d.before(i):
				return d.marks(i + 1)
			default:
				return 0
			}
		case ";", ":", ".", "!", "?", "...", "…":
			return 0
		}
	}
	return 0
}

type datelineReader struct {
	text   string
	tokens []dateline.Span
}

func (d datelineReader) form(i int) string {
	if i >= len(d.tokens) {
		return ""
	}
	return d.tokens[i].In(d.text)
}

// before reports whether what stands before the dash at token i makes a dateline: a bracket right
// before it, with nothing but capitalised words before that; or little else than a place in capitals,
// names and figures. Where all is in capitals there has to be a figure, and where all is in lower
// case a bracket, and with it a figure or nothing but the place.
func (d datelineReader) before(i int) bool {
	if d.tokens[i-1].End == d.tokens[i].Start && d.form(i) != "—" {
		return false
	}
	bracket, figure, small := d.form(i-1) == ")", false, false
	for j := range i {
		shape := shapeOf(d.form(j))
		figure = figure || shape == shapeDigits
		small = small || shape == shapeLower && !joining[d.form(j)]
	}
	first := d.form(0)
	switch {
	case shapeOf(first) == shapeLower:
		return bracket && (figure || d.form(1) == "(" && i <= 5)
	case small || shapeOf(first) == shapeMark:
		return false
	}
	if i <= 3 && d.town(i) {
		return true
	}
	return bracket || i <= 12 && len(first) > 2 && allCapital(first) && (figure || !d.shouted(i))
}

// town reports whether what stands before the dash at token i is a town that is known by its name, and perhaps one more name, and a sentence
// follows: 'Baghdad - More than nine were killed'.
func (d datelineReader) town(i int) bool {
	next := strings.ToLower(d.form(i + 1))
	return len(d.tokens) > i+8 && nameLexicon()[strings.ToLower(d.form(0))].has(knownPlace|country) && shapeOf(d.form(i+1)) == shapeTitle &&
		!nameLexicon()[next].has(knownPlace|country|knownBody) && (i == 1 || d.form(1) == ",")
}

// joining are the small words of a dateline.
var joining = wordSet("of and the in de del la el com")

// shouted reports whether the words behind token i are in capitals too.
func (d datelineReader) shouted(i int) bool {
	for j := i + 1; j < min(i+8, len(d.tokens)); j++ {
		if shapeOf(d.form(j)) == shapeLower {
			return false
		}
	}
	return true
}

// marks returns the end of the marks in square brackets from token i on, [TEXT] [ARTICLE BY X].
func (d datelineReader) marks(i int) int {
	for range 3 {
		if d.form(i) != "[" {
			break
		}
		for k := i; k < min(i+12, len(d.tokens)); k++ {
			if d.form(k) == "]" {
				i = k + 1
				break
			}
		}
	}
	return i
}
