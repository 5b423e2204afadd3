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

// EventMention is a word that tells an event, with what stands beside it. Lists are of lemmas in small letters, sorted,
// each once.
type EventMention struct {
	Text, Sentence, Token int // where it stands; the token is its head word
	Lemma                 string
	Tag                   string    // part of speech of the head word
	Sort                  string    // what sort of event word its markers take it for; "" if that is not known
	Kind                  string    // of what kind is the event that the word tells wherever it stands; "" if it does not say
	Phrase                []string  // all that is marked
	Who, Whom, Where      []string  // what does it, what it is done to, and what else its clause tells, under all its names
	Args                  []string  // these, and the words that depend on it or that it depends on
	Near, Words           []string  // the words beside it, and of its sentence
	Names, Times          []string  // the names, and the words for times and numbers, in its sentence
	Vector                []int8    // what its head means; nil if that is not known
	Sense, NearSense      []float32 // the mean of what Words and Near mean
}

// MentionTexts compares the texts that mentions are of.
type MentionTexts interface {
	Rarity(lemma string) float64   // how rare a lemma is among them, 0 and up
	Alike(text, other int) float64 // how alike two are, 0 to 1
}

// sameMentionFrom is the average chance from which two clusters of mentions are one; chosen on topics held back.
const sameMentionFrom = 0.35

// MentionModel is the model that is shipped.
func MentionModel() *scorer.Model { return loadMention() }

// Corefer groups mentions that tell one event: average-link agglomeration of the chances of all pairs, by a model of
// MentionFeatures. The groups and their members are in the order of the mentions.
func Corefer(ms []EventMention, texts MentionTexts, by *scorer.Model) [][]int {
	chance := make([][]float64, len(ms))
	for i := range ms {
		chance[i] = make([]float64, len(ms))
		for j := range i {
			c := by.Chance(SameClass, MentionFeatures(&ms[i], &ms[j], texts))
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

// MentionFeatures names what speaks for and against two mentions being one event, the same for both orders: each fact by itself and with
// how near in meaning the two words are.
func MentionFeatures(a, b *EventMention, texts MentionTexts) []string {
	rarity := texts.Rarity
	kin := kinship(a.Lemma, b.Lemma)
	step := cosineStep(a.Vector, b.Vector)
	near, same := nearInMeaning(kin, step), "text="+alike(a.Text == b.Text)
	facts := []string{
		"args=" + overlap(a.Args, b.Args, rarity), "who=" + overlap(a.Who, b.Who, rarity), "whom=" + overlap(a.Whom, b.Whom, rarity),
		"swap=" + max(overlap(a.Who, b.Whom, rarity), overlap(a.Whom, b.Who, rarity)), "where=" + overlap(a.Where, b.Where, rarity),
		"words=" + overlap(a.Words, b.Words, rarity), "beside=" + overlap(a.Near, b.Near, rarity),
		"names=" + overlap(a.Names, b.Names, nil), "times=" + overlap(a.Times, b.Times, nil),
		"cross=" + few(max(holds(a.Words, b.Lemma), holds(b.Words, a.Lemma))), "phrase=" + overlap(a.Phrase, b.Phrase, rarity),
		"sense=" + cosineStep(a.Sense, b.Sense), "sensebeside=" + cosineStep(a.NearSense, b.NearSense),
		"kinds=" + min(a.Kind, b.Kind) + "/" + max(a.Kind, b.Kind), "sorts=" + min(a.Sort, b.Sort) + "/" + max(a.Sort, b.Sort), same,
	}
	if first, last := min(a.Sentence, b.Sentence), max(a.Sentence, b.Sentence); a.Text == b.Text {
		facts = append(facts, "apart="+few(last-first))
	} else {
		facts = append(facts, "alike="+tenth(20*texts.Alike(a.Text, b.Text)), "sentences="+few(first)+few(last))
	}
	f := append(facts, "kin="+kin+" cosine="+step, "tags="+min(a.Tag, b.Tag)+"/"+max(a.Tag, b.Tag), "kin="+kin+" rare="+tenth(rarity(a.Lemma)+rarity(b.Lemma)))
	for _, x := range facts {
		f = append(f, "near="+near+" "+x)
	}
	if kin == "same" {
		return append(f, "lemma="+a.Lemma, "lemma="+a.Lemma+" "+same)
	}
	return append(f, "pair="+min(a.Lemma, b.Lemma)+"/"+max(a.Lemma, b.Lemma))
}

// nearInMeaning sorts pairs of lemmas by how near in meaning they are.
func nearInMeaning(kin, step string) string {
	switch {
	case kin == "same":
		return "same"
	case step == "?":
		return kin
	case kin == "stem" || step >= "6":
		return "near"
	case step >= "4":
		return "like"
	}
	return "unlike"
}

// cosineStep is the cosine of two vectors in steps of a tenth, 0 for none.
func cosineStep[V int8 | float32](a, b []V) string {
	var x, y, sum float64
	for i := range min(len(a), len(b)) {
		x += float64(a[i]) * float64(a[i])
		y += float64(b[i]) * float64(b[i])
		sum += float64(a[i]) * float64(b[i])
	}
	if x == 0 || y == 0 {
		return "?"
	}
	return tenth(10 * sum / math.Sqrt(x*y))
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
