package count

import (
	"sort"

	"dateline"
)

// voices finds on whose word the figures are: in brackets behind them ('(rebel claim)', '(per UK)'),
// behind 'according to', or before them ('Per Armenia:', 'rebels claim 4 dead').
func (l *list) voices() {
	for i := 0; i < len(l.toks); i++ {
		switch {
		case l.word(i) == "(":
			end := l.bracketEnd(i)
			if who, ok := l.bracketed(i+1, end); ok {
				l.tellBack(i, who)
			}
		case l.according(i) > i && !l.inBracket(i):
			l.unbracketed(i)
		case l.claims(i) && !l.inBracket(i):
			l.claimedBefore(i)
		}
	}
}

// bracketEnd returns the token of the bracket that closes the one at i, or the lost line break or
// figure before which it was never closed.
func (l *list) bracketEnd(i int) int {
	for k := i + 1; k < len(l.toks); k++ {
		if l.word(k) == ")" || l.word(k) == "(" || k > i+1 && l.lost[k] {
			return k
		}
	}
	return len(l.toks)
}

// inBracket reports whether token i stands in an open bracket.
func (l *list) inBracket(i int) bool {
	for k := i - 1; k >= 0 && k > i-30; k-- {
		switch l.word(k) {
		case "(":
			return l.bracketEnd(k) > i
		case ")":
			return false
		}
	}
	return false
}

// bracketed returns the speaker whom the words of a bracket name.
func (l *list) bracketed(i, end int) (dateline.Span, bool) {
	for start := i; start < end; {
		stop := start
		for stop < end && !l.any(stop, ";", ",") {
			stop++
		}
		if who, ok := l.namedIn(start, stop); ok {
			return who, true
		}
		start = stop + 1
	}
	return dateline.Span{}, false
}

// namedIn reads 'X claim', 'claimed by X', 'per X', 'according to X' from one part of a bracket.
func (l *list) namedIn(start, stop int) (dateline.Span, bool) {
	if by := l.according(start); by > start {
		return l.who(by, stop)
	}
	for k := start + 1; k < stop; k++ {
		if l.claims(k) {
			return l.who(start, k)
		}
	}
	return dateline.Span{}, false
}

// according returns the token behind 'according to', 'claimed by', 'per' at i; i where none stands.
func (l *list) according(i int) int {
	switch {
	case l.word(i) == "according" && l.word(i+1) == "to":
		return i + 2
	case l.claims(i) && l.word(i+1) == "by":
		return i + 2
	case tallyLex().per[l.word(i)]:
		return i + 1
	}
	return i
}

// claims reports whether token i is a word of claiming, or one without its last letter.
func (l *list) claims(i int) bool {
	w := l.word(i)
	return tallyLex().claim[w] || len(w) >= 4 && i+1 < len(l.toks) && l.lost[i+1] && (tallyLex().claim[w+"m"] || tallyLex().claim[w+"s"])
}

// who is the span of a speaker's words, without an article; false where they name nobody.
func (l *list) who(i, end int) (dateline.Span, bool) {
	for i < end && (l.any(i, "the", "a", "an", "by", "to") || tallyLex().noone[l.word(i)]) {
		i++
	}
	for end > i && (tallyLex().noone[l.word(end-1)] || !l.isWord(end-1)) {
		end--
	}
	if i >= end || !l.names(i, end) {
		return dateline.Span{}, false
	}
	return dateline.Span{Start: l.toks[i].Start, End: l.toks[end-1].End}, true
}

// names reports whether the tokens can name somebody: words, and the marks that names have in them.
func (l *list) names(i, end int) bool {
	for ; i < end; i++ {
		if !l.isWord(i) && !l.any(i, "-", "/", "'", "'s", ".", "&", "=") || l.any(i, "see", "below", "above") {
			return false
		}
	}
	return true
}

// tellBack gives the figures before token i the speaker, back to where the run of them begins.
func (l *list) tellBack(i int, who dateline.Span) {
	k := l.firstBehind(i) - 1
	told := map[Of]bool{}
	for ; k >= 0; k-- {
		f := &l.found[k]
		if !f.Speaker.IsZero() {
			return
		}
		f.Speaker = who
		told[f.Of] = true
		if k == 0 || f.link == apart || f.link == broken && told[l.found[k-1].Of] || l.remarked(k-1) {
			return
		}
	}
}

// firstBehind returns the number of the first figure behind token i.
func (l *list) firstBehind(i int) int {
	return sort.Search(len(l.found), func(k int) bool { return l.found[k].first > i })
}

// remarked reports whether words in brackets, without a figure, stand behind figure k: its own remark
// ends the run of those that a later claim is made of.
func (l *list) remarked(k int) bool {
	for i := l.found[k].end; i < l.found[k+1].first; i++ {
		if l.word(i) == ")" {
			return true
		}
	}
	return false
}

// unbracketed reads 'according to Russia' and 'Per Armenia:' at token i.
func (l *list) unbracketed(i int) {
	start := l.according(i)
	end := start
	for end < len(l.toks) && !l.endsName(end, start) {
		end++
	}
	who, ok := l.who(start, end)
	switch {
	case !ok:
	case l.word(end) == ":":
		l.tellOn(end, who, false)
	default:
		l.tellBack(i, who)
	}
}

// endsName reports whether the name of a speaker that starts at start ends before token i.
func (l *list) endsName(i, start int) bool {
	t := l.toks[i]
	if i > start && l.lost[i] || t.Digits != "" {
		return true
	}
	if t.Word == "." {
		return t.Gap || i+1 >= len(l.toks) || l.toks[i+1].Gap
	}
	return !t.IsWord() && t.Word != "-" && t.Word != "/" && t.Word != "'" || l.any(i, "till", "until", "since", "as", "in", "on", "at", "from", "during", "that", "and", "for")
}

// claimedBefore reads 'rebels claim 4 dead', 'Government Claims 9 boats sunk', 'US claimed: 800'.
func (l *list) claimedBefore(i int) {
	start := i
	for start > 0 && l.isCapWord(start-1) && !l.lost[start] {
		start--
	}
	if start == i && l.isWord(i-1) && !l.lost[i] {
		start--
	}
	if start == i {
		return
	}
	if who, ok := l.who(start, i); ok {
		l.tellOn(i, who, l.word(i+1) != ":")
	}
}

// tellOn gives the figures behind token i the speaker, to the rule or to another speaker's turn; with
// run only those of one run.
func (l *list) tellOn(i int, who dateline.Span, run bool) {
	stop := l.turn(i + 1)
	first := true
	for k := l.firstBehind(i); k < len(l.found); k++ {
		f := &l.found[k]
		if f.first >= stop || run && !first && f.link != joined || run && first && f.first > i+3 {
			return
		}
		if f.Speaker.IsZero() {
			f.Speaker = who
		}
		first = false
	}
}

// turn returns the token from i on at which the word passes on: a rule, 'Total:', or another speaker.
func (l *list) turn(i int) int {
	for ; i < len(l.toks); i++ {
		switch {
		case l.word(i) == "-" && l.word(i+1) == "-", l.word(i) == "total" && l.word(i+1) == ":":
			return i
		case l.according(i) > i, l.claims(i) && l.isWord(i-1):
			return i
		}
	}
	return i
}
