// Package review knows what people's rulings amount to: which of them are in force, where each Statement
// stands, and how a Reading reads as people have ruled. It is pure, and indifferent to the order in which
// Decisions are given.
//
// # The rules
//
// Decisions are read in the order of their time, of one moment by identifier.
//
//   - Undo takes a Decision out of force, whoever made it. An Undo is a Decision: to undo it puts the other
//     back, at its own time. What is out of force leaves no trace in anything that is computed.
//   - The later rules. On one thing, a Statement or one Part or Speaker of it, a correction overrules the
//     correction, the rejection and the acceptance before it; a rejection overrules an acceptance; an
//     acceptance overrules a rejection, and says that the thing is right as it then stands, corrections
//     included; 'unsure' overrules them all and leaves the machine's reading, unreviewed.
//   - Of two Statements (pair.go) rulings are weighed from the latest back. 'Same' carries over: A same B and
//     B same C make A same C. An older ruling that contradicts later ones, alone or together, is overruled.
//     'Unsure' takes the pair off the machine: its own likeness does not join them, though both may still
//     come to one incident through others.
//   - An overruled Decision is kept and shown with what overruled it, and is in force again when that is
//     undone.
package review

import (
	"cmp"
	"slices"

	"dateline"
)

// Ruled is a Decision and what became of it.
type Ruled struct {
	dateline.Decision
	UndoneBy    string   // the Decision.ID of an Undo in force; "" if none
	OverruledBy []string // Decision.IDs of the later rulings that it gave way to; nil if none
}

// InForce reports whether the Decision counts.
func (r *Ruled) InForce() bool { return r.UndoneBy == "" && len(r.OverruledBy) == 0 }

// Docket is Decisions with what became of each.
type Docket struct {
	all    []*Ruled // by time, then by identifier
	byID   map[string]*Ruled
	on     map[string][]*Ruled // by Statement.ID, in order; of pairs too
	undos  map[string][]*Ruled // by the Decision.ID that they undo, in order
	stands map[string]map[int]*standing
	pairs  pairs
}

// standing is where one thing stands: what is in force on it.
type standing struct{ accept, correct, reject *Ruled }

// New reads Decisions, in any order. One whose Undo names what is not among them undoes nothing.
func New(ds []dateline.Decision) *Docket {
	d := &Docket{byID: map[string]*Ruled{}, on: map[string][]*Ruled{}, undos: map[string][]*Ruled{}, stands: map[string]map[int]*standing{}}
	for _, x := range ds {
		d.all = append(d.all, &Ruled{Decision: x})
	}
	slices.SortFunc(d.all, func(a, b *Ruled) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	for _, r := range d.all {
		d.byID[r.ID] = r
		for _, id := range r.On {
			if r.Ruling == dateline.Undo {
				d.undos[id] = append(d.undos[id], r)
			} else {
				d.on[id] = append(d.on[id], r)
			}
		}
	}
	d.undo()
	d.weigh()
	return d
}

// undo notes the first Undo in force of each Decision. An Undo of itself by way of others, which no ledger
// keeps, undoes nothing.
func (d *Docket) undo() {
	const open, done = 1, 2
	state := map[string]int{}
	var visit func(r *Ruled)
	visit = func(r *Ruled) {
		if state[r.ID] != 0 {
			return
		}
		state[r.ID] = open
		for _, u := range d.undos[r.ID] {
			if visit(u); state[u.ID] == done && u.UndoneBy == "" && r.UndoneBy == "" {
				r.UndoneBy = u.ID
			}
		}
		state[r.ID] = done
	}
	for _, r := range d.all {
		visit(r)
	}
}

// weigh says what those that are not undone come to.
func (d *Docket) weigh() {
	var pairs []*Ruled
	for _, r := range d.all {
		switch {
		case r.UndoneBy != "" || r.Ruling == dateline.Undo:
		case r.Pair():
			pairs = append(pairs, r)
		case len(r.On) == 1:
			d.standing(r.On[0], r.Part).rule(r)
		}
	}
	d.pairs = weighPairs(pairs)
}

func (d *Docket) standing(statement string, part int) *standing {
	if d.stands[statement] == nil {
		d.stands[statement] = map[int]*standing{}
	}
	s := d.stands[statement][part]
	if s == nil {
		s = &standing{}
		d.stands[statement][part] = s
	}
	return s
}

// rule lets a later ruling take its place.
func (s *standing) rule(r *Ruled) {
	switch r.Ruling {
	case dateline.Accept:
		r.overrule(&s.reject)
		r.replace(&s.accept)
	case dateline.Correct:
		r.overrule(&s.reject, &s.accept)
		r.replace(&s.correct)
	case dateline.Reject:
		r.overrule(&s.accept)
		r.replace(&s.reject)
	case dateline.Unsure:
		r.overrule(&s.accept, &s.correct, &s.reject)
	}
}

func (r *Ruled) overrule(older ...**Ruled) {
	for _, o := range older {
		if *o != nil {
			(*o).OverruledBy = append((*o).OverruledBy, r.ID)
			*o = nil
		}
	}
}

// replace puts r in an older one's place; to say the same again overrules nothing.
func (r *Ruled) replace(older **Ruled) {
	if *older != nil && (*older).Ruling == r.Ruling && (*older).Value == r.Value {
		return
	}
	r.overrule(older)
	*older = r
}

// All returns every Decision by time, of one moment by identifier.
func (d *Docket) All() []Ruled { return values(d.all) }

// On returns the Decisions on a Statement, alone or with another, undone and overruled ones too, and the
// Undos of them, in the order of All; nil if there are none.
func (d *Docket) On(statement string) []Ruled { return d.OnAny([]string{statement}) }

// OnAny is On of several Statements, each Decision once.
func (d *Docket) OnAny(statements []string) []Ruled {
	wanted := map[string]bool{}
	for _, id := range statements {
		for _, r := range d.on[id] {
			wanted[r.ID] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	var out []*Ruled
	for _, r := range d.all { // an Undo may come before what it undoes, where clocks differ
		if r.Ruling == dateline.Undo && wanted[d.root(r)] {
			wanted[r.ID] = true
		}
		if wanted[r.ID] {
			out = append(out, r)
		}
	}
	return values(out)
}

// root follows an Undo to the ruling on Statements that it is about in the end; "" if that is not there.
func (d *Docket) root(r *Ruled) string {
	for range len(d.all) {
		if r == nil {
			return ""
		}
		if r.Ruling != dateline.Undo {
			return r.ID
		}
		r = d.byID[r.On[0]]
	}
	return ""
}

// Get returns a Decision, and false if there is none.
func (d *Docket) Get(id string) (Ruled, bool) {
	r := d.byID[id]
	if r == nil {
		return Ruled{}, false
	}
	return *r, true
}

// Root returns the ruling on Statements that an Undo is about in the end, or the Decision itself if it is
// no Undo.
func (d *Docket) Root(id string) (Ruled, bool) {
	r := d.byID[id]
	if r == nil {
		return Ruled{}, false
	}
	return d.Get(d.root(r))
}

func values(rs []*Ruled) []Ruled {
	var out []Ruled
	for _, r := range rs {
		out = append(out, *r)
	}
	return out
}

// Rejected reports whether a Statement is rejected as a whole.
func (d *Docket) Rejected(statement string) bool {
	s := d.stands[statement][dateline.Whole]
	return s != nil && s.reject != nil
}

// State says where a Statement stands: rejected as a whole; corrected if its kind or one of its values is,
// or a Part of it is rejected; accepted as a whole; and otherwise unreviewed, though one value be accepted.
func (d *Docket) State(statement string) dateline.ReviewState {
	all := d.stands[statement]
	for part, s := range all {
		if s.correct != nil || part != dateline.Whole && s.reject != nil {
			if d.Rejected(statement) {
				return dateline.Rejected
			}
			return dateline.Corrected
		}
	}
	if s := all[dateline.Whole]; s != nil && s.reject != nil {
		return dateline.Rejected
	} else if s != nil && s.accept != nil {
		return dateline.Accepted
	}
	return dateline.Unreviewed
}

// Reviewed counts the Statements that are not unreviewed.
func (d *Docket) Reviewed() int {
	n := 0
	for id := range d.stands {
		if d.State(id) != dateline.Unreviewed {
			n++
		}
	}
	return n
}
