package review

import (
	"cmp"
	"slices"

	"dateline"
)

// Matter returns the Decisions on one Statement alone, or on the pair of two in either order, and the Undos of them,
// undone and overruled ones too: the oldest first, nil if there are none. It is what somebody who rules on the same has to
// have seen.
func (d *Docket) Matter(on ...string) []Ruled {
	var out []*Ruled
	for _, r := range d.on[on[0]] {
		if len(r.On) == len(on) && slices.Contains(r.On, on[len(on)-1]) {
			out = append(out, r)
		}
	}
	for i := 0; i < len(out); i++ { // an Undo may be undone
		for _, u := range d.undos[out[i].ID] {
			if !slices.Contains(out, u) {
				out = append(out, u)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Ruled) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return values(out)
}

// Last returns the Decision.ID of the last of a Matter; "" if there is none.
func (d *Docket) Last(on ...string) string {
	all := d.Matter(on...)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].ID
}

// MatterOf returns what a Decision is on in the end: its Statements, or for an Undo those of the ruling that it takes
// back; nil if that is not there.
func (d *Docket) MatterOf(x dateline.Decision) []string {
	if x.Ruling != dateline.Undo {
		return x.On
	}
	root, ok := d.Root(x.On[0])
	if !ok {
		return nil
	}
	return root.On
}
