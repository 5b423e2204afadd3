package link

import (
	"slices"

	"dateline"
	"dateline/internal/review"
)

// ruling is what people decided, as linking asks for it. What of it counts is package review's to say.
//
// In linking, a ruling on two Statements is on the happenings that they tell, or that they point back to. 'Not same' keeps these apart, and takes a Statement that points back off its event; 'unsure' takes
// the machine's own joining of the two away; 'same' joins last, whatever blocks it, so that it takes nothing
// from either side. None of them depends on what else is in the ledger.
type ruling struct{ *review.Docket }

func rulings(ds []dateline.Decision) ruling { return ruling{review.New(ds)} }

// reading returns r as people corrected it, without the Parts and Speakers that they rejected.
func (r ruling) reading(x *dateline.Reading) *dateline.Reading {
	now := unstruck(r.Apply(*x))
	return &now
}

// unstruck returns r without the Parts and Speakers that are Struck.
func unstruck(r dateline.Reading) dateline.Reading {
	struck := map[string][]int{}
	for _, m := range r.Resolutions {
		if m.State == dateline.Struck {
			struck[m.Statement] = append(struck[m.Statement], m.Part)
		}
	}
	if len(struck) == 0 {
		return r
	}
	r.Statements, r.Resolutions = slices.Clone(r.Statements), slices.Clone(r.Resolutions)
	for i := range r.Statements {
		if gone := struck[r.Statements[i].ID]; gone != nil {
			strike(&r.Statements[i], gone)
		}
	}
	kept := r.Resolutions[:0]
	for _, m := range r.Resolutions {
		if gone := struck[m.Statement]; !slices.Contains(gone, m.Part) {
			m.Part = moved(m.Part, gone)
			kept = append(kept, m)
		}
	}
	r.Resolutions = kept
	return r
}

// strike leaves out of s what the numbers of Resolutions name.
func strike(s *dateline.Statement, gone []int) {
	var parts []dateline.Part
	for i, p := range s.Parts {
		if !slices.Contains(gone, i) {
			parts = append(parts, p)
		}
	}
	var speakers []dateline.Speaker
	for i, p := range s.Speaker {
		if !slices.Contains(gone, -1-i) {
			speakers = append(speakers, p)
		}
	}
	s.Parts, s.Speaker = parts, speakers
}

// moved is the number of a part, or of a speaker, once those that are gone are left out.
func moved(part int, gone []int) int {
	n := part
	for _, g := range gone {
		switch {
		case g >= 0 && g < part:
			n--
		case g < 0 && g > part && part < 0:
			n++
		}
	}
	return n
}

// parents says which Statement each one points back to: what was read, but not where people doubt it; and for
// one that tells no event, the first event of its report that people ruled it to be the same as.
func (r ruling) parents(all []told, events map[string]*event) map[string]string {
	m := map[string]string{}
	for _, t := range all {
		if t.s.Refers != "" {
			m[t.s.ID] = t.s.Refers
		}
	}
	for _, t := range all {
		if to := root(t.s.ID, m); r.NotSame(t.s.ID, to) || r.Unsure(t.s.ID, to) {
			delete(m, t.s.ID)
		}
	}
	for _, t := range all {
		if !r.Paired(t.s.ID) || events[t.s.ID] != nil || events[root(t.s.ID, m)] != nil {
			continue
		}
		for _, o := range all {
			if o.s != t.s && events[o.s.ID] != nil && r.Group(o.s.ID) == r.Group(t.s.ID) {
				m[t.s.ID] = o.s.ID
				break
			}
		}
	}
	return m
}

// fits reports whether t can be told of e: nobody ruled that it is another happening than anything of it, or
// that it is not clear.
func (r ruling) fits(t told, e *event) bool {
	if !r.Paired(t.s.ID) {
		return true
	}
	for _, id := range e.statements() {
		if r.NotSame(t.s.ID, id) || r.Unsure(t.s.ID, id) {
			return false
		}
	}
	return true
}

// paired lists those of the Statements that a ruling on two is on; nil nearly always.
func (r ruling) paired(statements []string) []string {
	var out []string
	for _, id := range statements {
		if r.Paired(id) {
			out = append(out, id)
		}
	}
	return out
}

// tieAll ties what stands at two indices and people ruled to be the same.
func (r ruling) tieAll(at map[string]int, tie func(a, b int)) {
	for _, group := range r.Same() {
		last := -1
		for _, id := range group {
			if i, ok := at[id]; ok {
				if last >= 0 {
					tie(last, i)
				}
				last = i
			}
		}
	}
}

// ties holds members of a group together that will be one in the end, by machine or by people, so that no join
// brings those together that people hold apart. Where the Statements of one member lie between two rulings that
// contradict each other only through it, 'not same' stands.
type ties struct {
	forest
	ruled  ruling
	paired [][]string              // of each member, the Statements that people ruled on with others
	groups map[int]map[string]bool // by the first of those tied: the groups of Statements that they have
}

// tie starts with what people ruled to be the same, of members with these Statements.
func (r ruling) tie(paired [][]string) *ties {
	t := &ties{newForest(len(paired)), r, paired, map[int]map[string]bool{}}
	for i, ids := range paired {
		for _, id := range ids {
			t.hold(i, r.Group(id))
		}
	}
	first := map[string]int{}
	for i, ids := range paired {
		for _, id := range ids {
			g := r.Group(id)
			if k, ok := first[g]; !ok {
				first[g] = i
			} else if !t.apart(k, i) {
				t.tie(k, i)
			}
		}
	}
	return t
}

// hold notes a group of Statements that people ruled on.
func (t *ties) hold(i int, group string) {
	if t.groups[i] == nil {
		t.groups[i] = map[string]bool{}
	}
	t.groups[i][group] = true
}

// tie ties two members, and all that each is tied to.
func (t *ties) tie(a, b int) {
	a, b = t.root(a), t.root(b)
	if a == b {
		return
	}
	t.forest.tie(a, b) // a hangs on b now
	for g := range t.groups[a] {
		t.hold(b, g)
	}
	delete(t.groups, a)
}

// apart reports whether people hold apart something that a is tied to and something that b is.
func (t *ties) apart(a, b int) bool {
	x, y := t.groups[t.root(a)], t.groups[t.root(b)]
	for g := range x {
		for _, other := range t.ruled.Apart(g) {
			if y[other] {
				return true
			}
		}
	}
	return false
}

// forbidden reports whether people say that the machine is not to join two members for their likeness: they are
// not the same, or it is not clear.
func (t *ties) forbidden(a, b int) bool {
	for _, x := range t.paired[a] {
		for _, y := range t.paired[b] {
			if t.ruled.Unsure(x, y) || t.ruled.NotSame(x, y) {
				return true
			}
		}
	}
	return false
}

// rule calls join for what people ruled to be the same, with who did and why; last for what is the same only by way
// of Statements that are not here, if it is not joined yet.
func (t *ties) rule(joined func(a, b int) bool, join func(a, b int, l dateline.Link)) {
	at := map[string]int{}
	for i, ids := range t.paired {
		for _, id := range ids {
			at[id] = i
		}
	}
	if len(at) == 0 {
		return
	}
	between := func(a, b, why string) {
		x, ok1 := at[a]
		y, ok2 := at[b]
		if ok1 && ok2 && x != y && t.root(x) == t.root(y) {
			join(x, y, dateline.Link{A: min(a, b), B: max(a, b), Score: 1, Why: why})
		}
	}
	for _, d := range t.ruled.Sames() {
		between(d.On[0], d.On[1], ruledWhy(d))
	}
	for _, group := range t.ruled.Same() {
		here := slices.DeleteFunc(group, func(id string) bool { _, ok := at[id]; return !ok })
		for i := 1; i < len(here); i++ {
			if !joined(at[here[i-1]], at[here[i]]) {
				between(here[i-1], here[i], "people ruled that both are the same as a third, which is not read any more or tells no event")
			}
		}
	}
}

func ruledWhy(d review.Ruled) string {
	why := d.Author + " ruled that they are the same"
	if d.Reason != "" {
		why += ": " + d.Reason
	}
	return why
}
