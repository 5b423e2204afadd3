package review

import (
	"cmp"
	"math"
	"slices"
)

// Tally counts how the machine's readings of one sort fared with people: by the ruling that stands.
type Tally struct {
	Of                         string // the kind, or the Field
	Accepted, Amended, Refused int
}

// N is how many were ruled on.
func (t Tally) N() int { return t.Accepted + t.Amended + t.Refused }

// Share is what was accepted of what was ruled on, with its 95 % interval after Wilson (1927); zeros if N is 0.
func (t Tally) Share() (share, low, high float64) {
	if t.N() == 0 {
		return 0, 0, 0
	}
	low, high = Wilson(t.Accepted, t.N())
	return float64(t.Accepted) / float64(t.N()), low, high
}

// Wilson is the 95 % score interval of k of n, n > 0 (Wilson 1927, JASA 22).
func Wilson(k, n int) (low, high float64) {
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	mid, half := p+z*z/(2*m), z*math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, (mid-half)/(1+z*z/m)), min(1, (mid+half)/(1+z*z/m))
}

// Scant is the fewest rulings of which a share is said.
const Scant = 20

// Accuracy is how the machine's readings fared.
type Accuracy struct {
	Kinds  []Tally // of Statements as wholes, by the kind that was read; most rulings first, then by name
	Fields []Tally // in the order of Fields; pairs are not the coder's
	All    Tally   // of Statements as wholes
}

// Judge counts the Things of heard that a ruling stands on, where wanted lets them through.
func Judge(heard []Heard, reads map[string]Read, wanted func(Thing) bool) Accuracy {
	kinds, fields := map[string]*Tally{}, map[string]*Tally{}
	var a Accuracy
	for _, h := range heard {
		r, ok := reads[h.Statement]
		if !ok || h.With != "" || !wanted(h.Thing) {
			continue
		}
		v := h.Stands(r)
		f := FieldOf(h.Thing, r.Roles)
		tallyOf(fields, string(f)).count(v)
		if f == OfKind {
			tallyOf(kinds, string(r.Kind)).count(v)
			a.All.count(v)
		}
	}
	for _, t := range kinds {
		if t.N() > 0 {
			a.Kinds = append(a.Kinds, *t)
		}
	}
	slices.SortFunc(a.Kinds, func(a, b Tally) int { return cmp.Or(b.N()-a.N(), cmp.Compare(a.Of, b.Of)) })
	for _, f := range Fields {
		if t := fields[string(f)]; t != nil && t.N() > 0 {
			a.Fields = append(a.Fields, *t)
		}
	}
	return a
}

func tallyOf(all map[string]*Tally, of string) *Tally {
	if all[of] == nil {
		all[of] = &Tally{Of: of}
	}
	return all[of]
}

func (t *Tally) count(v Verdict) {
	switch v {
	case Right:
		t.Accepted++
	case Amended:
		t.Amended++
	case Wrong:
		t.Refused++
	}
}

// Stands is the Verdict that stands: of the adjudication, else of the last reader who was sure.
func (h Heard) Stands(r Read) Verdict {
	if h.Settled != nil {
		return h.Settled.Verdict(r)
	}
	for _, w := range slices.Backward(h.Words) {
		if v := w.Verdict(r); v != Undecided {
			return v
		}
	}
	return Undecided
}
