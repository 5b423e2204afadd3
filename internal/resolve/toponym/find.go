package toponym

import (
	"dateline"
	"dateline/internal/resolve/place"
)

// Find lists the names of places in a text and the words for peoples, in the order of the text; none
// overlap. The same text gives the same list.
func Find(t Text) []dateline.Toponym {
	names := named(&t)
	return inOrder(resolved(&t, names), peoples(&t, names))
}

// named picks the candidates that are names of places.
func named(t *Text) []candidate {
	all := candidates(t, remembered(place.Lookup))
	if s := supportOf(all); len(s) > 0 {
		all = placedHamlets(t, candidates(t, remembered(s.lookup)))
	}
	score(t, all)
	headed(t, all)
	return best(all)
}

// remembered is look, which is asked once for each name.
func remembered(look func(string) []place.Entry) func(string) []place.Entry {
	cache := map[string][]place.Entry{}
	return func(words string) []place.Entry {
		found, had := cache[words]
		if !had {
			found = look(words)
			cache[words] = found
		}
		return found
	}
}

// best picks candidates that do not overlap and have the greatest sum of scores; none of a score of 0
// or less. all is in the order of first words.
func best(all []candidate) []candidate {
	// sum[i] is the best of candidates i and later; next[i] the first that begins behind candidate i.
	sum, take := make([]float64, len(all)+1), make([]bool, len(all))
	next := make([]int, len(all))
	for i := len(all) - 1; i >= 0; i-- {
		n := i + 1
		for n < len(all) && all[n].first <= all[i].last {
			n++
		}
		next[i] = n
		sum[i] = sum[i+1]
		if s := all[i].score + sum[n]; all[i].score > 0 && s > sum[i] {
			sum[i], take[i] = s, true
		}
	}
	var out []candidate
	for i := 0; i < len(all); {
		if take[i] {
			out = append(out, all[i])
			i = next[i]
		} else {
			i++
		}
	}
	return out
}
