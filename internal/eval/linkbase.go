package eval

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"dateline"
)

// The baselines of linking, as they are usual:
//
//	TF-IDF and days            two articles are alike by the cosine of their words (title and text), each weighed
//	                           by 1 + log of how often it is there and by the log of how rare it is among these
//	                           articles; of those published within some days the likest are joined first, two
//	                           groups where the mean over their pairs is over a bound
//	event words, town, days    two articles are one if the first event word of both, as it is read, has one
//	                           lemma, the first town that both name is one, and they were published within some days

// farthest is how many days apart two articles may be that a baseline compares.
const farthest = 60

// bestByWords groups the articles by TF-IDF at the setting with the best B-cubed F1, and says which that is.
func (g *gvaLinked) bestByWords(gold []string) ([]string, string) {
	ps := wordPairs(g.articles)
	var best []string
	at, top := "", -1.0
	for _, days := range []int{2, 5, 10, 20, farthest} {
		for bound := 0.10; bound < 0.61; bound += 0.05 {
			groups := agglomerate(len(gold), ps, days, bound)
			if f := scoreGroups(groups, gold).cubed(); f > top {
				best, at, top = groups, fmt.Sprintf("%d days, cosine %.2f", days, bound), f
			}
		}
	}
	return best, at
}

// wordPair is two articles, by index, how like their words are and how many days apart they were published.
type wordPair struct {
	a, b   int
	cosine float64
	days   int
}

// wordPairs compares all articles published within farthest days of each other; the likest first. Pairs with a
// cosine under 0.1 are left out.
func wordPairs(articles []gvaArticle) []wordPair {
	vectors, day := wordVectors(articles), make([]int, len(articles))
	order := make([]int, len(articles))
	for i, a := range articles {
		order[i] = i
		if t, err := time.Parse(time.DateOnly, a.DCT); err == nil {
			day[i] = int(t.Unix() / 86400)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return day[a] - day[b] })
	postings := map[string][]int{} // the articles with a word, by day
	weight := make([]map[string]float64, len(articles))
	var out []wordPair
	for _, i := range order {
		sum := map[int]float64{}
		weight[i] = map[string]float64{}
		for _, w := range vectors[i] {
			weight[i][w.word] = w.weight
			had := postings[w.word]
			for k := len(had) - 1; k >= 0 && day[i]-day[had[k]] <= farthest; k-- {
				sum[had[k]] += w.weight * weight[had[k]][w.word]
			}
			postings[w.word] = append(had, i)
		}
		for j, c := range sum {
			if c >= 0.1 {
				out = append(out, wordPair{min(i, j), max(i, j), c, day[i] - day[j]})
			}
		}
	}
	slices.SortFunc(out, func(p, q wordPair) int {
		switch {
		case p.cosine != q.cosine && p.cosine > q.cosine:
			return -1
		case p.cosine != q.cosine:
			return 1
		case p.a != q.a:
			return p.a - q.a
		}
		return p.b - q.b
	})
	return out
}

type wordWeight struct {
	word   string
	weight float64
}

// wordVectors weighs the words of each article, in alphabetical order; the squares of the weights add up to 1.
// Words of more than half of the articles are left out.
func wordVectors(articles []gvaArticle) [][]wordWeight {
	counts, in := make([]map[string]int, len(articles)), map[string]int{}
	for i, a := range articles {
		counts[i] = map[string]int{}
		for _, w := range strings.FieldsFunc(strings.ToLower(a.Title+" "+a.Content), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if counts[i][w]++; counts[i][w] == 1 {
				in[w]++
			}
		}
	}
	out := make([][]wordWeight, len(articles))
	for i, c := range counts {
		square := 0.0
		for w, n := range c {
			if 2*in[w] <= len(articles) {
				out[i] = append(out[i], wordWeight{w, (1 + math.Log(float64(n))) * math.Log(float64(len(articles))/float64(in[w]))})
			}
		}
		slices.SortFunc(out[i], func(a, b wordWeight) int { return strings.Compare(a.word, b.word) })
		for _, w := range out[i] {
			square += w.weight * w.weight
		}
		for k := range out[i] {
			out[i][k].weight /= math.Sqrt(square)
		}
	}
	return out
}

// agglomerate joins n things by their wordPair, the likest first: two groups where the mean over all pairs
// between them is at least bound. Pairs more than days apart count as unlike.
func agglomerate(n int, ps []wordPair, days int, bound float64) []string {
	of, members := make([]int, n), make([][]int, n)
	for i := range n {
		of[i], members[i] = i, []int{i}
	}
	cosine := map[[2]int]float64{}
	for _, p := range ps {
		if p.days <= days {
			cosine[[2]int{p.a, p.b}] = p.cosine
		}
	}
	for _, p := range ps {
		x, y := of[p.a], of[p.b]
		if p.cosine < bound || p.days > days || x == y {
			continue
		}
		sum := 0.0
		for _, i := range members[x] {
			for _, j := range members[y] {
				sum += cosine[[2]int{min(i, j), max(i, j)}]
			}
		}
		if sum/float64(len(members[x])*len(members[y])) < bound {
			continue
		}
		for _, j := range members[y] {
			of[j] = x
		}
		members[x] = append(members[x], members[y]...)
	}
	return named(of)
}

func named(of []int) []string {
	out := make([]string, len(of))
	for i, x := range of {
		out[i] = fmt.Sprint(x)
	}
	return out
}

// bestByHeads groups the articles by event word, town and days likewise.
func (g *gvaLinked) bestByHeads(gold []string) ([]string, string) {
	var ps []wordPair
	day := make([]int, len(gold))
	by := map[string][]int{}
	for i, r := range g.readings {
		day[i] = dayNumber(r.Report.Published.From)
		town, word := firstTown(r), firstEvent(r)
		if town == "" || word == "" {
			continue
		}
		k := town + " " + word
		for _, j := range by[k] {
			ps = append(ps, wordPair{j, i, 1, max(day[i]-day[j], day[j]-day[i])})
		}
		by[k] = append(by[k], i)
	}
	var best []string
	at, top := "", -1.0
	for _, days := range []int{0, 1, 2, 3, 5, 10, 20, farthest} {
		groups := agglomerate(len(gold), ps, days, 0.5)
		if f := scoreGroups(groups, gold).cubed(); f > top {
			best, at, top = groups, fmt.Sprintf("%d days", days), f
		}
	}
	return best, at
}

func dayNumber(day string) int {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return int(t.Unix() / 86400)
}

// firstTown is the identifier of the first town that a report names; "" if it names none.
func firstTown(r dateline.Reading) string {
	for _, t := range r.Toponyms {
		if t.Place != nil && t.Place.Precision == dateline.Settlement && t.Place.ID != "" {
			return t.Place.ID
		}
	}
	return ""
}

// firstEvent is the first event word of violence of a report, without its ending; "" if there is none.
func firstEvent(r dateline.Reading) string {
	for _, m := range r.Mentions {
		if m.Kind.Family() == dateline.Violence || m.Kind.Family() == dateline.HumanCost {
			return stem(strings.ToLower(m.Trigger.In(r.Report.Text)))
		}
	}
	return ""
}

// stem takes the usual endings off a word: 'shooting', 'killed', 'attacks'.
func stem(word string) string {
	for _, end := range []string{"ings", "ing", "ed", "es", "s"} {
		if rest, ok := strings.CutSuffix(word, end); ok && len(rest) > 2 {
			return rest
		}
	}
	return word
}
