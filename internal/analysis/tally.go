package analysis

import (
	"cmp"
	"slices"

	"dateline"
)

// Tally is incidents and what their headlines say of the killed, by the dossier's Rule.
type Tally struct {
	Number
	Low, Best, High *int // sums over Figure; nil where the Rule gives none
	Open            int  // how many of Figure may be more than their High
	Figure          Number
	Zero            Number // told that nobody was killed
	Unknown         Number // told that some were, and not how many
	NotReported     Number
}

// Bucket is the operations of one time, kind or country; "" where none is known.
type Bucket struct {
	Key    string
	News   Tally
	Retold Number // told only as background: no new incident
}

// Slice is the operations told as news of one kind in one country and month.
type Slice struct {
	Month   string // "" if in no single one
	Kind    dateline.Kind
	Country string // "" if not known
	Tally
}

// DegreeNumber is the operations that some account holds the group responsible for in this Degree.
type DegreeNumber struct {
	Degree dateline.Degree
	News   Number
	Retold Number
}

// Typed is the operations told as news that have a target, a victim or a weapon of one type. One with
// several types stands under each.
type Typed struct {
	Type string // a dateline.PartyType, Untyped or None
	Number
}

// operations counts the entries in every way.
func (d *Dossier) operations() {
	var ops, all []*Entry
	for i := range d.Entries {
		e := &d.Entries[i]
		all = append(all, e)
		if e.Set == Operations {
			ops = append(ops, e)
		}
	}
	news, retold := Cut{Set: Operations, Told: News}, Cut{Set: Operations, Told: Background}
	d.Total, d.Retold = tally(ops, news), where(ops, retold)
	d.Against, d.HeldApart = where(all, Cut{Set: Against}), where(all, Cut{Set: HeldApart})
	d.Otherwise, d.Plotted = where(all, Cut{Set: Otherwise}), where(all, Cut{Set: Plotted})
	for _, g := range dateline.Degrees {
		n := DegreeNumber{g, where(ops, Cut{Set: Operations, Told: News, Held: g}), where(ops, Cut{Set: Operations, Told: Background, Held: g})}
		if n.News.N()+n.Retold.N() > 0 {
			d.Degrees = append(d.Degrees, n)
		}
	}
	d.Years = buckets(ops, func(e *Entry) string { return e.Year }, func(c *Cut, k string) { c.Time = cmp.Or(k, NoYear) })
	d.Months = buckets(ops, func(e *Entry) string { return e.Month }, func(c *Cut, k string) { c.Time = cmp.Or(k, NoMonth) })
	d.Kinds = mostFirst(buckets(ops, func(e *Entry) string { return string(e.Incident.Kind) }, func(c *Cut, k string) { c.Kind = dateline.Kind(k) }))
	d.Countries = mostFirst(buckets(ops, func(e *Entry) string { return e.Country }, func(c *Cut, k string) { c.Country = cmp.Or(k, None) }))
	d.Slices = slicesOf(ops)
	d.Targets = typed(ops, func(e *Entry) []string { return e.Targets }, func(c *Cut, k string) { c.Target = k })
	d.Victims = typed(ops, func(e *Entry) []string { return e.Victims }, func(c *Cut, k string) { c.Victim = k })
	d.Weapons = typed(ops, func(e *Entry) []string { return e.Weapons }, func(c *Cut, k string) { c.Weapon = k })
}

// tally counts those of all that c picks.
func tally(all []*Entry, c Cut) Tally {
	t := Tally{Number: where(all, c)}
	for to, answer := range map[*Number]Answer{&t.Figure: Figured, &t.Zero: ZeroTold, &t.Unknown: Uncounted, &t.NotReported: NotReported} {
		at := c
		at.Killed = answer
		*to = where(all, at)
	}
	for _, e := range all {
		if c.Fits(e) && e.Killed.Answer == Figured {
			t.Low, t.Best, t.High = plus(t.Low, e.Killed.Low), plus(t.Best, e.Killed.Best), plus(t.High, e.Killed.High)
			t.Open += bound(e.Killed.Open)
		}
	}
	return t
}

// plus adds n to sum; nil is nothing told, not zero.
func plus(sum, n *int) *int {
	if n == nil {
		return sum
	}
	s := *n
	if sum != nil {
		s += *sum
	}
	return &s
}

// buckets sorts operations by a key, in the order of the keys, "" last. set puts a key into a Cut.
func buckets(ops []*Entry, key func(*Entry) string, set func(*Cut, string)) []Bucket {
	of := map[string][]*Entry{}
	for _, e := range ops {
		of[key(e)] = append(of[key(e)], e)
	}
	var out []Bucket
	for k, in := range of {
		news, retold := Cut{Set: Operations, Told: News}, Cut{Set: Operations, Told: Background}
		set(&news, k)
		set(&retold, k)
		out = append(out, Bucket{k, tally(in, news), where(in, retold)})
	}
	slices.SortFunc(out, func(x, y Bucket) int { return compareKeys(x.Key, y.Key) })
	return out
}

// compareKeys orders keys, with "" last.
func compareKeys(x, y string) int {
	return cmp.Or(bound(x == "")-bound(y == ""), cmp.Compare(x, y))
}

// mostFirst orders by how many are told as news; as many keep their order.
func mostFirst(all []Bucket) []Bucket {
	slices.SortStableFunc(all, func(x, y Bucket) int { return cmp.Compare(y.News.N(), x.News.N()) })
	return all
}

// slicesOf sorts operations told as news by month, kind and country, in the order of months, of the code
// book and of countries.
func slicesOf(ops []*Entry) []Slice {
	type place struct {
		month   string
		kind    dateline.Kind
		country string
	}
	of := map[place][]*Entry{}
	for _, e := range ops {
		if e.News {
			k := place{e.Month, e.Incident.Kind, e.Country}
			of[k] = append(of[k], e)
		}
	}
	var out []Slice
	for k, in := range of {
		c := Cut{Set: Operations, Told: News, Time: cmp.Or(k.month, NoMonth), Kind: k.kind, Country: cmp.Or(k.country, None)}
		out = append(out, Slice{k.month, k.kind, k.country, tally(in, c)})
	}
	rank := kindRanks()
	slices.SortFunc(out, func(x, y Slice) int {
		return cmp.Or(compareKeys(x.Month, y.Month), cmp.Compare(rank[x.Kind], rank[y.Kind]), compareKeys(x.Country, y.Country))
	})
	return out
}

// kindRanks says where each kind stands in the code book.
func kindRanks() map[dateline.Kind]int {
	out := map[dateline.Kind]int{}
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			out[k] = len(out)
		}
	}
	return out
}

// typed sorts operations told as news by type, the most frequent first, what is not told last.
func typed(ops []*Entry, types func(*Entry) []string, set func(*Cut, string)) []Typed {
	of := map[string][]*Entry{}
	for _, e := range ops {
		for _, t := range types(e) {
			if e.News {
				of[t] = append(of[t], e)
			}
		}
	}
	var out []Typed
	for t, in := range of {
		c := Cut{Set: Operations, Told: News}
		set(&c, t)
		out = append(out, Typed{t, numberOf(in, c)})
	}
	last := func(t string) int { return 2*bound(t == None) + bound(t == Untyped) }
	slices.SortFunc(out, func(x, y Typed) int {
		return cmp.Or(cmp.Compare(last(x.Type), last(y.Type)), cmp.Compare(y.N(), x.N()), cmp.Compare(x.Type, y.Type))
	})
	return out
}
