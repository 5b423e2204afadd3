package analysis

import (
	"fmt"
	"slices"

	"dateline"
)

// Why a Reckoning is left out that the same voice replaced, and one that its own voice doubts.
const (
	revisedWhy = "the same voice told another figure later"
	doubtedWhy = "it is doubted by those who tell it"
)

func isRevised(x Reckoning) bool { return x.Revised != nil }

func isDoubted(x Reckoning) bool { return x.Doubted }

// ucdp makes low, best and high as the code book of UCDP's Georeferenced Event Dataset asks for: best is the
// most reliable figure, and where sources cannot be told apart the lower one; low and high are the least and
// the greatest that can be relied on. Reliability is no score of sources here: best is the figure that can be true
// by most independent accounts ('at least 11' lets 14 be true), of several such the most recent, then the lowest.
// The word of those who did it can raise high and nothing else, unless nobody else tells a figure.
func (h *Headline) ucdp(all []Reckoning) {
	all = h.drop(all, isRevised, revisedWhy)
	all = h.drop(all, isDoubted, doubtedWhy)
	if len(all) == 0 {
		return
	}
	others := slices.DeleteFunc(slices.Clone(all), func(x Reckoning) bool { return x.Own })
	if len(others) == 0 {
		others = all
	}
	best := lowest(mostRecent(bestFitting(others)))
	h.Low, h.Best, h.High = least(others), &best, greatest(all)
	h.take(all, func(x Reckoning) bool { return tells(x, h.Low) || tells(x, h.Best) || tells(x, h.High) },
		"it is neither the least, the best supported nor the greatest")
}

// acled takes the lowest figure, as ACLED's code book does: the most conservative among the sources. ACLED puts a small
// fixed number where nobody tells one; that would be invented here, so there is none.
func (h *Headline) acled(all []Reckoning) {
	all = h.drop(all, isRevised, revisedWhy)
	if len(all) == 0 {
		return
	}
	h.one(all, lowest(all), "a lower figure is told")
}

// gtd follows the code book of the Global Terrorism Database: the most recent figure, not the doubtful ones nor
// those that rest on the perpetrator's own claim; of several as recent that of the majority of independent accounts,
// and without a majority the lowest.
func (h *Headline) gtd(all []Reckoning) {
	all = h.drop(all, func(x Reckoning) bool { return x.Own }, "it is the word of those who are said to have done it")
	all = h.drop(all, isDoubted, doubtedWhy)
	latest := mostRecent(all)
	all = h.drop(all, func(x Reckoning) bool { return !among(latest, x) }, "a more recent figure is told")
	if len(all) == 0 {
		return
	}
	if m := majority(all); len(m) > 0 {
		h.one(all, figureOf(*m[0].Count), "the majority of those as recent tells another figure")
		return
	}
	h.one(all, lowest(all), "a lower figure is told as recently, and no majority tells one")
}

// ibc keeps the least and the greatest figure as reported, as Iraq Body Count does, and chooses none between them.
func (h *Headline) ibc(all []Reckoning) {
	if len(all) == 0 {
		return
	}
	h.Low, h.High = least(all), greatest(all)
	h.take(all, func(x Reckoning) bool { return tells(x, h.Low) || tells(x, h.High) },
		"it lies between the least and the greatest")
}

// one takes a single figure.
func (h *Headline) one(all []Reckoning, n int, why string) {
	h.Best = &n
	h.take(all, func(x Reckoning) bool { return figureOf(*x.Count) == n }, why)
}

// take keeps those whose figures the headline has, and sets the others aside.
func (h *Headline) take(all []Reckoning, has func(Reckoning) bool, why string) {
	h.From = h.drop(all, func(x Reckoning) bool { return !has(x) }, why)
	greatest := h.High
	if greatest == nil {
		greatest = h.Best
	}
	h.Open = slices.ContainsFunc(h.From, func(x Reckoning) bool { return x.Count.High == nil && *x.Count.Low == *greatest })
}

// tells reports whether n is a bound of x's figure; no nil n is.
func tells(x Reckoning, n *int) bool {
	return n != nil && (figureOf(*x.Count) == *n || top(*x.Count) == *n)
}

// majority returns the Reckonings with the figure that has more than half of the votes; nil if none has. An
// independent account has a vote for each figure that voices in it tell.
func majority(all []Reckoning) []Reckoning {
	for _, x := range all {
		same := slices.DeleteFunc(slices.Clone(all), func(y Reckoning) bool { return figureOf(*y.Count) != figureOf(*x.Count) })
		if 2*independent(same) > votes(all) {
			return same
		}
	}
	return nil
}

// bestFitting returns the Reckonings whose figure lies within the bounds that most independent accounts tell.
func bestFitting(all []Reckoning) []Reckoning {
	var out []Reckoning
	most := 0
	for _, x := range all {
		n := dateline.Exactly(figureOf(*x.Count))
		fits := independent(slices.DeleteFunc(slices.Clone(all), func(y Reckoning) bool { return !y.Count.Meets(n) }))
		if fits > most {
			out, most = nil, fits
		}
		if fits == most {
			out = append(out, x)
		}
	}
	return out
}

// independent counts the accounts that tell all; the voices in one report are one account.
func independent(all []Reckoning) int {
	seen := map[string]bool{}
	for _, x := range all {
		seen[x.Source] = true
	}
	return len(seen)
}

// votes counts the figures that independent accounts tell, each as often as accounts do.
func votes(all []Reckoning) int {
	seen := map[string]bool{}
	for _, x := range all {
		seen[fmt.Sprint(x.Source, " ", figureOf(*x.Count))] = true
	}
	return len(seen)
}

// mostRecent returns those than which none was certainly published later. Of one whose day is not known nobody
// can say that it is recent: they are left out where any day is known.
func mostRecent(all []Reckoning) []Reckoning {
	last := ""
	for _, x := range all {
		last = max(last, x.Since)
	}
	return slices.DeleteFunc(slices.Clone(all), func(x Reckoning) bool { return x.Since != last })
}

func among(all []Reckoning, x Reckoning) bool {
	return slices.ContainsFunc(all, func(y Reckoning) bool { return y.Statements[0] == x.Statements[0] })
}

// lowest is the least single figure.
func lowest(all []Reckoning) int {
	n := figureOf(*all[0].Count)
	for _, x := range all {
		n = min(n, figureOf(*x.Count))
	}
	return n
}

// least is the least single figure; nil if only ceilings are told.
func least(all []Reckoning) *int {
	if !slices.ContainsFunc(all, func(x Reckoning) bool { return x.Count.Low != nil }) {
		return nil
	}
	n := lowest(all)
	return &n
}

// top is the greatest number that a count tells: the upper bound, and where that is open the lower one.
func top(c dateline.Count) int {
	if c.High != nil {
		return *c.High
	}
	return *c.Low
}

// greatest is the greatest number that any tells.
func greatest(all []Reckoning) *int {
	n := top(*all[0].Count)
	for _, x := range all {
		n = max(n, top(*x.Count))
	}
	return &n
}
