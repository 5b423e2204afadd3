package review

import (
	"cmp"
	"slices"

	"dateline"
)

// Told is a Statement of an incident with what its words mean, as the queue looks at it.
type Told struct {
	Statement   dateline.Statement
	Means       []dateline.Resolution
	DoubtNearby bool // within its words, or beside them, something was not understood
}

// field is what the Part of a Resolution is about.
func (t *Told) field(part int) Field {
	if part < 0 {
		return OfSpeaker
	}
	if part < len(t.Statement.Parts) {
		return roleField(t.Statement.Parts[part].Role)
	}
	return OfWords
}

// Case is one incident as the queue looks at it.
type Case struct {
	Line  *dateline.Line
	Told  []Told          // in the order of the incident; of thousands of copies, those that say something of their own
	Links []dateline.Link // of the incident, or the Weakest of them
	Twins []Twin
}

// Twin is another incident that may be the same.
type Twin struct {
	Statement string // of the incident at hand, that names it
	Other     string // of the other
	Alike     bool   // they are of one kind
}

// Item is a Thing to rule on.
type Item struct {
	Thing
	Field       Field
	Incident    string
	Consequence float64 // as Consequence has it
	Doubt       float64 // 0 to 1
	Why         []string
}

// Weight is what the queue is ordered by.
func (i Item) Weight() float64 { return i.Consequence * i.Doubt }

// weakest is how many Links of one incident are doubted: those with the lowest scores.
const weakest = 3

// Items lists what there is to rule on in a Case, each with a doubt over 0: by Weight, then by Thing.
func Items(c Case) []Item {
	w, disputed := Consequence(c.Line), disputed(c)
	var out []Item
	for i := range c.Told {
		for _, item := range c.Told[i].items(disputed) {
			if item.Doubt > 0 {
				out = append(out, item)
			}
		}
	}
	for _, l := range weakLinks(c) {
		if doubt, why := linkDoubt(l.Score); doubt > 0 {
			out = append(out, Item{Thing: Pair(l.A, l.B), Field: OfSame, Doubt: doubt, Why: why})
		}
	}
	for _, twin := range c.Twins {
		doubt, why := twinDoubt(twin.Alike)
		out = append(out, Item{Thing: Pair(twin.Statement, twin.Other), Field: OfSame, Doubt: doubt, Why: why})
	}
	for i := range out {
		out[i].Incident, out[i].Consequence = c.Line.ID, w
	}
	Order(out)
	return out
}

// ItemsOf lists all there is to rule on in the nth Statement of a Case, whatever the doubt: the whole, then its speakers and
// parts. nil if there is no such Statement.
func ItemsOf(c Case, n int) []Item {
	if n >= len(c.Told) {
		return nil
	}
	out := c.Told[n].items(disputed(c))
	for i := range out {
		out[i].Incident, out[i].Consequence = c.Line.ID, Consequence(c.Line)
	}
	return out
}

// items lists what there is to rule on in one Statement.
func (t *Told) items(disputed map[Field]bool) []Item {
	doubt, why := wholeDoubt(t)
	out := []Item{{Thing: Thing{t.Statement.ID, "", dateline.Whole}, Field: OfKind, Doubt: doubt, Why: why}}
	for k := range t.Means {
		if doubt, why, ok := meaningDoubt(t, &t.Means[k], disputed); ok {
			part := t.Means[k].Part
			out = append(out, Item{Thing: Thing{t.Statement.ID, "", place(part)}, Field: t.field(part), Doubt: doubt, Why: why})
		}
	}
	return out
}

// Order sorts items by Weight, the greatest first, then by Thing.
func Order(items []Item) {
	slices.SortFunc(items, func(a, b Item) int { return cmp.Or(cmp.Compare(b.Weight(), a.Weight()), byThing(a.Thing, b.Thing)) })
}

// weakLinks are the Weakest of a Case.
func weakLinks(c Case) []dateline.Link {
	report := map[string]string{}
	for i := range c.Told {
		report[c.Told[i].Statement.ID] = c.Told[i].Statement.Report
	}
	return Weakest(c.Links, report)
}

// Weakest are the Links between two reports that have the lowest scores: within one report a link has the score of a rule, and
// no likeness was weighed. report has the Report.ID of each Statement.
func Weakest(all []dateline.Link, report map[string]string) []dateline.Link {
	out := slices.DeleteFunc(slices.Clone(all), func(l dateline.Link) bool { return report[l.A] == report[l.B] })
	slices.SortStableFunc(out, func(a, b dateline.Link) int { return cmp.Compare(a.Score, b.Score) })
	return out[:min(weakest, len(out))]
}

// disputed says on which fields the accounts of an incident differ: two that mean something else, of one kind of
// toll for counts.
func disputed(c Case) map[Field]bool {
	first, out := map[string]dateline.Resolution{}, map[Field]bool{}
	for i := range c.Told {
		t := &c.Told[i]
		for _, m := range t.Means {
			if m.Part < 0 || m.Part >= len(t.Statement.Parts) || m.State != dateline.Known {
				continue
			}
			role := t.Statement.Parts[m.Part].Role
			if f := roleField(role); f == OfPlace || f == OfDate || f == OfCount || role == dateline.Perpetrator {
				if old, ok := first[string(role)]; !ok {
					first[string(role)] = m
				} else if meansOther(old, m) {
					out[f] = true
				}
			}
		}
	}
	return out
}

// meansOther reports whether two Resolutions cannot both be right.
func meansOther(a, b dateline.Resolution) bool {
	switch {
	case a.Place != nil && b.Place != nil:
		return a.Place.ID != b.Place.ID && (a.Place.Country != b.Place.Country || a.Place.Precision == b.Place.Precision)
	case a.Date != nil && b.Date != nil:
		return a.Date.Fixed() && b.Date.Fixed() && !a.Date.Meets(*b.Date)
	case a.Count != nil && b.Count != nil:
		return !touch(*a.Count, *b.Count)
	}
	return a.Actor != "" && b.Actor != "" && a.Actor != b.Actor
}

// touch reports whether some number is in both Counts.
func touch(a, b dateline.Count) bool {
	return (a.Low == nil || b.High == nil || *a.Low <= *b.High) && (b.Low == nil || a.High == nil || *b.Low <= *a.High)
}

// Pile gathers items until the ones wanted are certain. It is fed Cases, those of most consequence first.
type Pile struct {
	Want  int
	items []Item
	seen  map[Thing]bool
}

// Add puts the items of a Case on the pile, but for those that keep does not let through.
func (p *Pile) Add(items []Item, keep func(Item) bool) {
	if p.seen == nil {
		p.seen = map[Thing]bool{}
	}
	for _, i := range items {
		if !p.seen[i.Thing] && keep(i) {
			p.seen[i.Thing] = true
			p.items = append(p.items, i)
		}
	}
}

// Certain reports whether no Case of at most this Consequence can change the items wanted: no doubt is over 1.
func (p *Pile) Certain(consequence float64) bool {
	if len(p.items) < p.Want {
		return false
	}
	Order(p.items)
	return p.items[p.Want-1].Weight() >= consequence
}

// Top returns the items wanted, or as many as there are, in order.
func (p *Pile) Top() []Item {
	Order(p.items)
	return p.items[:min(p.Want, len(p.items))]
}

// Heaviest returns the n Lines of most Consequence, the greatest first, then by ID: the order in which a Pile is fed.
func Heaviest(lines []*dateline.Line, n int) []*dateline.Line {
	var top []weighed
	least := 0.0 // of n that are at hand
	for _, l := range lines {
		w := Consequence(l)
		if w < least {
			continue
		}
		if top = append(top, weighed{w, l}); len(top) == 2*n {
			slices.SortFunc(top, heavier)
			top = top[:n]
			least = top[n-1].w
		}
	}
	slices.SortFunc(top, heavier)
	out := make([]*dateline.Line, min(n, len(top)))
	for i := range out {
		out[i] = top[i].l
	}
	return out
}

// weighed is a Line with its Consequence.
type weighed struct {
	w float64
	l *dateline.Line
}

func heavier(a, b weighed) int { return cmp.Or(cmp.Compare(b.w, a.w), cmp.Compare(a.l.ID, b.l.ID)) }

// Twins lists, for each of some Lines, those of all that have the same fixed day and settlement and belong to no Series with
// it: those of less Consequence, or of as much and a greater ID, so that each two are there once. By Line.ID.
func Twins(some, all []*dateline.Line) map[string][]*dateline.Line {
	at := map[moment][]weighed{}
	for _, l := range some {
		if k, ok := momentOf(l); ok {
			at[k] = nil
		}
	}
	for _, l := range all {
		if k, ok := momentOf(l); ok {
			if there, ok := at[k]; ok {
				at[k] = append(there, weighed{Consequence(l), l})
			}
		}
	}
	out := map[string][]*dateline.Line{}
	for _, there := range at {
		if len(there) > mostTwins {
			continue
		}
		slices.SortFunc(there, heavier)
		for i, a := range there {
			for _, b := range there[i+1:] {
				if a.l.Series == "" || a.l.Series != b.l.Series {
					out[a.l.ID] = append(out[a.l.ID], b.l)
				}
			}
		}
	}
	return out
}

// mostTwins is how many incidents of one day in one settlement are asked about: with more it is a battle.
const mostTwins = 4

// moment is a day in a settlement.
type moment struct{ day, place string }

func momentOf(l *dateline.Line) (moment, bool) {
	ok := l.Date.Fixed() && l.Date.From == l.Date.To && l.Place.ID != "" && l.Place.Precision == dateline.Settlement && l.Counts()
	return moment{l.Date.From, l.Place.ID}, ok
}
