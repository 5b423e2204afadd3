package link

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline"
)

// spread makes n reports of about a third as many attacks, over twenty years and 400 towns.
func spread(n int) []dateline.Reading {
	random := rand.New(rand.NewPCG(5, 6))
	var out []dateline.Reading
	for i := range n {
		k := random.IntN(n/3 + 1)
		w := telling{kind: dateline.Bombing, place: "Konduga/NG", target: fmt.Sprint("the market of street ", k%50), killed: 1 + k%40, by: "boko-haram",
			date: fmt.Sprintf("20%02d-%02d-%02d", 5+k%20, 1+k%12, 1+k%28)}
		w.pub = w.date
		if i%5 == 0 {
			w.date = ""
		}
		r := read(fmt.Sprintf("s%06d", i), w)
		for _, m := range r.Resolutions {
			if m.Place != nil {
				town := k % 400
				m.Place.ID, m.Place.Lat, m.Place.Lon = fmt.Sprint("geonames:", town), float64(town%20), float64(town/20)
			}
		}
		out = append(out, r)
	}
	return out
}

func toldBy(rs []dateline.Reading) []*Telling {
	var out []*Telling
	for _, r := range rs {
		out = append(out, Tell(r, nil)...)
	}
	slices.SortFunc(out, func(a, b *Telling) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func per(b *testing.B, n int, unit string) {
	b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(n*b.N), "µs/"+unit)
}

func BenchmarkTell(b *testing.B) {
	rs := spread(500)
	for b.Loop() {
		toldBy(rs)
	}
	per(b, len(rs), "report")
}

func BenchmarkKeys(b *testing.B) {
	ts := toldBy(spread(500))
	n := 0
	for b.Loop() {
		n = 0
		for _, t := range ts {
			n += len(t.Keys())
		}
	}
	per(b, len(ts), "telling")
	b.ReportMetric(float64(n)/float64(len(ts)), "keys/telling")
}

func BenchmarkAcross(b *testing.B) {
	ts := toldBy(spread(200))
	for b.Loop() {
		for i := range ts[1:] {
			across(ts[i], ts[i+1])
		}
	}
	per(b, len(ts)-1, "pair")
}

// BenchmarkCandidates shows that the cost of a telling does not grow with their number.
func BenchmarkCandidates(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			ts := toldBy(spread(n))
			for b.Loop() {
				candidates(ts)
			}
			per(b, len(ts), "telling")
		})
	}
}

// BenchmarkJoinCopies joins the one component of as many reports that all tell the same.
func BenchmarkJoinCopies(b *testing.B) {
	for _, n := range []int{300, 3000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var rs []dateline.Reading
			for i := range n {
				rs = append(rs, read(fmt.Sprintf("c%05d", i), telling{kind: dateline.Bombing, place: "Konduga/NG", target: "a market", killed: 11, date: "2024-03-12"}))
			}
			cs := components(toldBy(rs), rulings(nil))
			for b.Loop() {
				for _, c := range cs {
					c.group(rulings(nil)).join(slices.Clone(c.pairs))
				}
			}
			per(b, n, "telling")
		})
	}
}

func BenchmarkLink(b *testing.B) {
	rs := spread(1500)
	for b.Loop() {
		Link(rs, nil)
	}
	per(b, len(rs), "report")
}
