package count

import (
	"slices"
	"strings"
	"sync"

	"dateline/data"
	"dateline/internal/resolve/numeral"
)

// Attackers says whether those who carried out the attack are among the people whom words count ('14
// people, including the two attackers'), from the words and what stands before and behind them in their
// sentence; nil where that is not said.
func Attackers(before, words, behind string) *bool {
	if behindSelf(before) || behindAttacker(before) {
		return new(bool)
	}
	r := attackerReader{toks: numeral.Split(words + behind), end: len(words)}
	for i := range r.toks {
		if r.over(i) {
			break
		}
		if counted, said := r.at(i); said {
			return &counted
		}
	}
	return nil
}

// behindSelf reports whether a text ends in 'himself and'.
func behindSelf(before string) bool {
	toks := numeral.Split(before[max(0, len(before)-longestSelf):])
	return attackerWords().starts("self", toks, len(toks)-2) == 2
}

// behindAttacker reports whether a text ends in 'the bomber and', or as much of it as one attacker takes.
func behindAttacker(before string) bool {
	toks := numeral.Split(before[max(0, len(before)-longestSelf):])
	n := len(toks)
	return n > 2 && toks[n-1].Word == "and" && attackerWords()["attackers"][toks[n-2].Word] && !strings.HasSuffix(toks[n-2].Word, "s") && toks[n-3].Word == "the"
}

const longestSelf = 40 // bytes; more than 'themselves and' with the word before it

// attackerReader looks for attackers in the words that are counted, which end at byte end, and behind them.
type attackerReader struct {
	toks []numeral.Token
	end  int
}

// tailReach is how many words behind the number may stand before those that tell of attackers.
const tailReach = 8

// over reports whether token i stands beyond what is told of the number: a new one, or too far behind.
func (r *attackerReader) over(i int) bool {
	t := r.toks[i]
	if t.Start < r.end {
		return false
	}
	first := slices.IndexFunc(r.toks, func(t numeral.Token) bool { return t.Start >= r.end })
	_, used := numeral.Cardinal(r.toks[i:])
	return i-first > tailReach || t.Word == ";" || t.Word == "." || used > 0 && !r.ofThem(i+used)
}

func (r *attackerReader) ofThem(i int) bool {
	return i+1 < len(r.toks) && r.toks[i].Word == "of" && (r.toks[i+1].Word == "them" || r.toks[i+1].Word == "whom")
}

// at reads what token i begins: 'including the attackers', 'not counting the bomber', 'of them gunmen'.
func (r *attackerReader) at(i int) (counted, said bool) {
	w := attackerWords()
	if i > 0 && r.toks[i].Word == "among" && i+1 < len(r.toks) && r.toks[i+1].Word == "them" && w["attackers"][r.toks[i-1].Word] {
		return true, true // 'the four gunmen among them'
	}
	if n := w.starts("without", r.toks, i); n > 0 {
		return false, r.attackers(i + n)
	}
	if n := w.starts("with", r.toks, i); n > 0 {
		return true, r.attackers(i + n)
	}
	if i+3 < len(r.toks) && w.starts("beside", r.toks, i) == 3 && w["themselves"][r.toks[i+3].Word] {
		return false, r.toks[i].Start >= r.end // 'killed nine people as well as himself'
	}
	if r.ofThem(i) {
		return true, r.attackers(i + 2)
	}
	if n := w.starts("beside", r.toks, i); n > 0 && i > 0 {
		inside := r.toks[i].Start < r.end
		next := r.toks[i-1].Start < r.end && r.toks[i].Word != "and"
		return inside, (inside || next) && r.attackers(i+n)
	}
	return false, false
}

// attackersReach is how many words may stand before the noun: 'the two suspected suicide bombers'.
const attackersReach = 6

// attackers reports whether a noun phrase for attackers stands at token i, or in the list that it begins.
func (r *attackerReader) attackers(i int) bool {
	for end := min(len(r.toks), i+attackersReach); i < end; i++ {
		word := r.toks[i].Word
		if attackerWords()["attackers"][word] {
			return i+1 == len(r.toks) || r.toks[i+1].Word != "'s"
		}
		if stopWords.At(word) && !notEnding[word] || word == "." || word == ";" {
			return false
		}
	}
	return false
}

// notEnding are stop words that stand in a noun phrase before its noun, or between two of a list.
var notEnding = set("the a an his her their its both one two three and suspected alleged dead all of")

// attackerLists are the sections of attackers.txt: phrases, their words parted by single spaces.
type attackerLists map[string]map[string]bool

var attackerWords = sync.OnceValue(func() attackerLists {
	l := attackerLists{}
	for section, w := range data.Words("attackers.txt") {
		if l[section] == nil {
			l[section] = map[string]bool{}
		}
		l[section][strings.ReplaceAll(w, "_", " ")] = true
	}
	return l
})

// starts returns how many tokens from i on are a phrase of a section, the longest; 0 if none are.
func (l attackerLists) starts(section string, toks []numeral.Token, i int) int {
	if i < 0 || i >= len(toks) {
		return 0
	}
	var room [64]byte
	found, phrase, list := 0, room[:0], l[section]
	for n := 1; n <= 3 && i+n <= len(toks); n++ {
		if n > 1 {
			phrase = append(phrase, ' ')
		}
		phrase = append(phrase, toks[i+n-1].Word...)
		if list[string(phrase)] {
			found = n
		}
	}
	return found
}
