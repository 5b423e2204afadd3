package web

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/internal/ledger"
)

// snippet is a sentence, in which what a search asked for is marked.
type snippet []snippetPiece

type snippetPiece struct {
	Text string
	Mark bool
}

// longestSnippet is how many bytes of a sentence are shown.
const longestSnippet = 280

// newSnippet marks terms in the one of texts that has most of them, the first of those; nil if none has any.
func newSnippet(texts []string, terms []ledger.Term) snippet {
	best, most, all := snippet(nil), 0, 0
	for _, t := range terms {
		if !t.Not {
			all++
		}
	}
	for _, text := range texts {
		if s, n := marked(text, terms); n > most {
			best, most = s, n
		}
		if most == all {
			break
		}
	}
	return best
}

// searchedWord is a word of a text: folded, and where it stands.
type searchedWord struct {
	word       string
	start, end int
}

// tokens are the words of a text as the ledger's index has them: letters and digits, without case and accents.
func tokens(text string) (out []searchedWord) {
	start := -1
	end := func(i int) {
		if start >= 0 {
			out = append(out, searchedWord{foldWord(text[start:i]), start, i})
			start = -1
		}
	}
	for i, r := range text {
		switch in := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r); {
		case in && start < 0:
			start = i
		case !in:
			end(i)
		}
	}
	end(len(text))
	return out
}

// foldWord leaves case and accents out.
func foldWord(w string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(w))
}

// marked cuts a text where the terms stand in it, and says how many of them do.
func marked(text string, terms []ledger.Term) (snippet, int) {
	words, found := tokens(text), 0
	mark := make([]bool, len(words))
	for _, t := range terms {
		if t.Not {
			continue
		}
		has := false
		for i := range words {
			if n := standsAt(words[i:], t); n > 0 {
				has = true
				for j := i; j < i+n; j++ {
					mark[j] = true
				}
			}
		}
		if has {
			found++
		}
	}
	return cutAtMarks(text, words, mark), found
}

// standsAt says how many of the first words are the term; 0 if they are not.
func standsAt(words []searchedWord, t ledger.Term) int {
	want := tokens(t.Words)
	if len(want) == 0 || len(want) > len(words) {
		return 0
	}
	for i, w := range want {
		if words[i].word != w.word && !(t.Prefix && i == len(want)-1 && strings.HasPrefix(words[i].word, w.word)) {
			return 0
		}
	}
	return len(want)
}

// cutAtMarks cuts a text into what is marked and what is not, from a little before the first mark on.
func cutAtMarks(text string, words []searchedWord, mark []bool) (out snippet) {
	from := 0
	for i := range words {
		if mark[i] {
			from = words[max(0, i-12)].start
			if i <= 12 {
				from = 0
			}
			break
		}
	}
	to := len(text)
	for i := range words {
		if words[i].end-from > longestSnippet {
			to = words[max(0, i-1)].end
			break
		}
	}
	add := func(s string, m bool) {
		if s != "" {
			out = append(out, snippetPiece{s, m})
		}
	}
	if from > 0 {
		add("… ", false)
	}
	at := from
	for i := range words {
		if mark[i] && words[i].start >= from && words[i].end <= to {
			add(text[at:words[i].start], false)
			add(text[words[i].start:words[i].end], true)
			at = words[i].end
		}
	}
	add(text[at:max(at, to)], false)
	if to < len(text) {
		add(" …", false)
	}
	return out
}
