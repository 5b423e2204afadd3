package extract

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// mostIntroduced is how many groups a text may introduce.
const mostIntroduced = 8

// withIntroduced adds to the mentions of a text those of the armed groups that no record has and of which the text says what they
// are, wherever their names and short forms stand: 'Harakat al-Nahr, a rebel group', 'the Sons of the River is a militia'.
func (l *lexicon) withIntroduced(in Input) []dateline.Mention {
	var names []string
	text := in.Text.Source
	if shouts(text) {
		return in.Mentions // no case tells a name
	}
	for i := range in.Text.Sentences {
		s := &in.Text.Sentences[i]
		for t := 0; s.Tree && t < len(s.Tokens) && len(names) < mostIntroduced; t++ {
			n := l.introduces(text, s, t)
			if n < 0 {
				continue
			}
			sp := properName(s, n)
			if name := sp.In(text); !slices.Contains(names, name) && !mentioned(in.Mentions, sp) {
				names = append(names, name)
				if short := inBrackets(text[sp.End:]); short != "" {
					names = append(names, short)
				}
			}
		}
	}
	out := slices.Clip(in.Mentions)
	for _, name := range names {
		for at := 0; ; {
			k := strings.Index(in.Text.Source[at:], name)
			if k < 0 {
				break
			}
			sp := dateline.Span{Start: at + k, End: at + k + len(name)}
			at = sp.End
			if wholeWords(in.Text.Source, sp) && !mentioned(in.Mentions, sp) {
				out = append(out, dateline.Mention{Kind: dateline.Somebody, Span: sp, Armed: true})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b dateline.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// inBrackets returns the short form in brackets at the beginning of what follows a name: one word that begins and ends with a
// capital; "" if there is none.
func inBrackets(rest string) string {
	rest, ok := strings.CutPrefix(rest, " (")
	short, _, closed := strings.Cut(rest, ")")
	if !ok || !closed || len(short) < 2 || len(short) > 12 || strings.ContainsAny(short, " ,;") || !isUpper(short[len(short)-1:]) {
		return ""
	}
	return short
}

// mentioned reports whether somebody or somewhere that is listed stands in the words.
func mentioned(ms []dateline.Mention, sp dateline.Span) bool {
	k, _ := slices.BinarySearchFunc(ms, sp.Start-100, func(m dateline.Mention, at int) int { return cmp.Compare(m.Span.Start, at) })
	for ; k < len(ms) && ms[k].Span.Start < sp.End; k++ {
		if ms[k].Kind == dateline.Somebody && ms[k].Span.Overlaps(sp) {
			return true
		}
	}
	return false
}

// wholeWords reports whether the words are not cut out of longer ones.
func wholeWords(text string, sp dateline.Span) bool {
	return (sp.Start == 0 || !wordByte(text[sp.Start-1])) && (sp.End == len(text) || !wordByte(text[sp.End]))
}

func wordByte(b byte) bool {
	return b == '-' || b >= 0x80 || '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z'
}

// introduces returns the head of the name of which token t of a sentence says that it is an armed group: behind it between commas,
// as what it is, or before it; or that it was founded, in a text of fighters. It is -1 if t says so of none.
func (l *lexicon) introduces(text string, s *parse.Sentence, t int) int {
	k := &s.Tokens[t]
	var n int
	switch {
	case k.Tag == "VERB" && founded(text, k):
		n = dependent(s, t, "nsubj:pass")
	case k.Tag != "NOUN" || !l.martial(s, t):
		return -1
	case dependent(s, t, "cop") >= 0:
		n = dependent(s, t, "nsubj")
	case k.Rel == "appos" && k.Head < t:
		n = k.Head
	default:
		n = t + 1
	}
	if n < 0 || n >= len(s.Tokens) || s.Tokens[n].Tag != "PROPN" || !isUpper(s.Tokens[n].Form) || strings.HasSuffix(s.Tokens[n].Entity, "person") && n == t+1 {
		return -1
	}
	return n
}

// dependent returns the first token that hangs on t by the relation; -1 if none does.
func dependent(s *parse.Sentence, t int, rel string) int {
	return slices.IndexFunc(s.Tokens, func(k parse.Token) bool { return k.Head == t && k.Rel == rel })
}

// properName is the name around token n: the words with capitals beside it, and those that 'of', 'for' and 'the' join to it.
func properName(s *parse.Sentence, n int) dateline.Span {
	a, b := n, n
	for a > 0 && (isUpper(s.Tokens[a-1].Form) && s.Tokens[a-1].Tag != "DET" || s.Tokens[a-1].Form == "'s" || s.Tokens[a-1].Form == "-") {
		a--
	}
	for k := b + 1; k < len(s.Tokens); k++ {
		if f := s.Tokens[k].Form; s.Tokens[k].Tag == "PROPN" || isUpper(f) && s.Tokens[k].Tag != "PRON" {
			b = k
		} else if f != "of" && f != "for" && f != "the" && f != "al" && f != "-" {
			break
		}
	}
	return dateline.Span{Start: s.Tokens[a].Span.Start, End: s.Tokens[b].Span.End}
}

// founded reports whether verb k tells that its subject came into being, in a text that speaks of fighters.
func founded(text string, k *parse.Token) bool {
	switch k.Lemma {
	case "found", "form", "establish":
		return k.Fine == "VBN" && strings.Contains(text, " fighters")
	}
	return false
}

// martial reports whether noun t is one for an armed group, by itself or by a word before it: 'militia', 'rebel movement'.
func (l *lexicon) martial(s *parse.Sentence, t int) bool {
	lemma := lowered(s.Tokens[t].Lemma)
	if l.nouns.has(lemma, "band") {
		return true
	}
	if !l.nouns.has(lemma, "group") {
		return false
	}
	for k := max(0, t-4); k < t; k++ {
		if w := lowered(s.Tokens[k].Form); s.Tokens[k].Head == t && l.nouns.has(w, "martial") {
			return true
		}
	}
	return false
}
