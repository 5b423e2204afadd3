package link

import (
	_ "embed"
	"math"
	"slices"
	"strings"

	"dateline/internal/scorer"
)

// Whether two event words of different texts tell one event is weighed by a small model (mention.model, MODEL.md) on
// what the words and their sentences share. It serves where mentions are given and nothing has been read of what they
// tell: to measure sameness of words alone against corpora of event coreference.

//go:embed mention.model
var mentionModel string

var loadMention = scorer.Embedded("link: mention.model", mentionModel)

// EventMention is a word that tells an event, with what stands beside it.
type EventMention struct {
	Text  int      // which text it is of
	Lemma string   // of its head word, in small letters
	Tag   string   // part of speech of the head word
	Sort  string   // what sort of event word its markers take it for; "" if that is not known
	Args  []string // the lemmas of the words that depend on it or that it depends on, sorted
	Words []string // the content lemmas of its sentence, its own left out, sorted
	Names []string // the names in its sentence, in small letters, sorted
	Times []string // the words for times and numbers in its sentence, sorted
	Theme []string // the content lemmas of its text, sorted
}

// sameMentionFrom is the average chance from which two clusters of mentions are one; chosen on topics held back.
const sameMentionFrom = 0.35

// Corefer groups mentions that tell one event: average-link agglomeration of the chances of all pairs. Rarity says
// how rare a lemma is, 0 and up. The groups and their members are in the order of the mentions.
func Corefer(ms []EventMention, rarity func(lemma string) float64) [][]int {
	chance := make([][]float64, len(ms))
	for i := range ms {
		chance[i] = make([]float64, len(ms))
		for j := range i {
			c := loadMention().Chance(SameClass, MentionFeatures(&ms[i], &ms[j], rarity))
			chance[i][j], chance[j][i] = c, c
		}
	}
	return Agglomerate(chance, sameMentionFrom)
}

// Agglomerate unites the two groups of the highest mean value until none is as high as from.
func Agglomerate(value [][]float64, from float64) [][]int {
	n := len(value)
	groups, sum := make([][]int, n), make([][]float64, n)
	for i := range groups {
		groups[i], sum[i] = []int{i}, slices.Clone(value[i])
	}
	for {
		a, b, best := -1, -1, from
		for i := range groups {
			for j := 0; j < i && groups[i] != nil; j++ {
				if groups[j] == nil {
					continue
				}
				if mean := sum[i][j] / float64(len(groups[i])*len(groups[j])); mean >= best && (a < 0 || mean > best) {
					a, b, best = j, i, mean
				}
			}
		}
		if a < 0 {
			break
		}
		groups[a], groups[b] = append(groups[a], groups[b]...), nil
		for k := range groups {
			sum[a][k] += sum[b][k]
			sum[k][a] = sum[a][k]
		}
	}
	out := slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
	for _, g := range out {
		slices.Sort(g)
	}
	return out
}

// MentionFeatures names what speaks for and against two mentions being one event, the same for both orders.
func MentionFeatures(a, b *EventMention, rarity func(lemma string) float64) []string {
	kin := kinship(a.Lemma, b.Lemma)
	args, words := overlap(a.Args, b.Args, rarity), overlap(a.Words, b.Words, rarity)
	names, times := overlap(a.Names, b.Names, nil), overlap(a.Times, b.Times, nil)
	theme := overlap(a.Theme, b.Theme, rarity)
	cross := max(holds(a.Words, b.Lemma), holds(b.Words, a.Lemma))
	sorts := min(a.Sort, b.Sort) + "/" + max(a.Sort, b.Sort)
	text := alike(a.Text == b.Text)
	f := []string{"kin=" + kin, "args=" + args, "words=" + words, "names=" + names, "times=" + times, "theme=" + theme, "cross=" + few(cross),
		"tags=" + min(a.Tag, b.Tag) + "/" + max(a.Tag, b.Tag), "sorts=" + sorts, "text=" + text}
	for _, x := range []string{"args=" + args, "words=" + words, "names=" + names, "times=" + times, "theme=" + theme, "text=" + text, "cross=" + few(cross), "sorts=" + sorts} {
		f = append(f, "kin="+kin+" "+x)
	}
	f = append(f, "kin="+kin+" args="+args+" words="+words, "kin="+kin+" rare="+tenth(rarity(a.Lemma)+rarity(b.Lemma)), "kin="+kin+" text="+text+" words="+words)
	if kin == "same" {
		f = append(f, "lemma="+a.Lemma, "lemma="+a.Lemma+" text="+text)
	}
	return f
}

// kinship says how near two lemmas are: the same, of one stem, or with one beginning.
func kinship(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	switch {
	case a == b:
		return "same"
	case n >= 4 && n >= min(len(a), len(b))-2:
		return "stem"
	case n >= 4:
		return "begin"
	case strings.HasSuffix(a, b) || strings.HasSuffix(b, a):
		return "part"
	}
	return "none"
}

// holds is 1 if a sorted list has the lemma, and 0 if not.
func holds(words []string, lemma string) int {
	if _, ok := slices.BinarySearch(words, lemma); ok {
		return 1
	}
	return 0
}

// overlap is the share of rarity that two sorted lists have in common, in steps; how many of both without rarity.
func overlap(a, b []string, rarity func(string) float64) string {
	if len(a) == 0 || len(b) == 0 {
		return "empty"
	}
	if rarity == nil {
		return few(len(both(a, b)))
	}
	var x, y, common float64
	for _, w := range a {
		x += rarity(w) * rarity(w)
	}
	for _, w := range b {
		y += rarity(w) * rarity(w)
	}
	for _, w := range both(a, b) {
		common += rarity(w) * rarity(w)
	}
	if x == 0 || y == 0 {
		return "empty"
	}
	return tenth(10 * common / math.Sqrt(x*y))
}

// tenth writes a number of 0 and more as a step from 0 to 9.
func tenth(x float64) string { return string([]byte{'0' + byte(max(0, min(9, int(x))))}) }
