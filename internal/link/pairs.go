package link

import (
	"sort"
	"strings"
	"time"

	"dateline"
)

// pair is two events, by index, with what their comparison gave.
type pair struct {
	a, b int
	verdict
}

// crowd is the most events that one key may hold before it is too common to compare all its pairs;
// the members then meet only through narrower keys.
const crowd = 400

// pairs compares the events that share a key and returns those at or over the threshold, best
// first, ties by identifier.
func pairs(es []*event) []pair {
	seen := map[[2]int]bool{}
	var out []pair
	for _, bucket := range buckets(es) {
		for i := range bucket {
			for j := i + 1; j < len(bucket); j++ {
				k := [2]int{bucket[i], bucket[j]}
				if seen[k] {
					continue
				}
				seen[k] = true
				if v := compare(es[k[0]], es[k[1]]); !v.blocked && v.score >= threshold-1e-9 {
					out = append(out, pair{k[0], k[1], v})
				}
			}
		}
	}
	sort.Slice(out, func(x, y int) bool { return better(es, out[x], out[y]) })
	return out
}

func better(es []*event, p, q pair) bool {
	if p.score != q.score {
		return p.score > q.score
	}
	pk, qk := pairKey(es[p.a].s.ID, es[p.b].s.ID), pairKey(es[q.a].s.ID, es[q.b].s.ID)
	if pk[0] != qk[0] {
		return pk[0] < qk[0]
	}
	return pk[1] < qk[1]
}

// buckets groups event indices by key, in the order of the keys.
func buckets(es []*event) [][]int {
	by := map[string][]int{}
	for i, e := range es {
		for _, k := range keys(e) {
			by[k] = append(by[k], i)
		}
	}
	names := make([]string, 0, len(by))
	for k, v := range by {
		if len(v) > 1 && len(v) <= crowd {
			names = append(names, k)
		}
	}
	sort.Strings(names)
	out := make([][]int, len(names))
	for i, k := range names {
		out[i] = by[k]
	}
	return out
}

// keys lists what an event may share with another: its report, country and month, country and a
// word of the place's name, and for dated ones that with the month.
func keys(e *event) []string {
	out := []string{"report " + e.report.ID}
	var months []string
	for _, d := range e.dates {
		months = append(months, monthsOf(d)...)
	}
	for _, p := range e.places {
		where := p.Country
		for _, m := range months {
			out = append(out, "month "+where+" "+m)
		}
		w := map[string]bool{}
		addWords(w, p.Name)
		for word := range w {
			out = append(out, "name "+where+" "+word)
			for _, m := range months {
				out = append(out, "name "+where+" "+word+" "+m)
			}
		}
	}
	sort.Strings(out)
	return compact(out)
}

func compact(s []string) []string {
	out := s[:0]
	for i, w := range s {
		if i == 0 || w != s[i-1] {
			out = append(out, w)
		}
	}
	return out
}

// monthsOf lists the months of a fixed date as YYYY-MM, at most a year of them.
func monthsOf(d dateline.Date) []string {
	if !d.Fixed() {
		return nil
	}
	from, err1 := time.Parse("2006-01-02", d.From)
	to, err2 := time.Parse("2006-01-02", d.To)
	if err1 != nil || err2 != nil {
		return nil
	}
	var out []string
	for m := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC); !m.After(to) && len(out) < 12; m = m.AddDate(0, 1, 0) {
		out = append(out, m.Format("2006-01"))
	}
	return out
}

// daysBetween counts the days from a to b; 99999 where one is no date.
func daysBetween(a, b string) int {
	x, err1 := time.Parse("2006-01-02", strings.TrimSpace(a))
	y, err2 := time.Parse("2006-01-02", strings.TrimSpace(b))
	if err1 != nil || err2 != nil {
		return 99999
	}
	return int(y.Sub(x).Hours() / 24)
}
