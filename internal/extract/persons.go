package extract

import "dateline"

// persons adds those arrested apart where a name of a person stands among them ('Ali Khan and two of
// his aides'), so that each has his own name and number. It reports whether it did.
func (d *draft) persons(role dateline.Role, h int) bool {
	v := d.v
	all := []int{h}
	for _, c := range v.children(h, "conj") {
		if v.nominal(c) || v.tag(c) == "NUM" || v.is(c, dateline.SomeCount) {
			all = append(all, c)
		}
	}
	named := false
	for _, t := range all {
		named = named || !v.r.personAt(v, t).IsZero()
	}
	if !named || len(all) == 1 {
		return false
	}
	for _, t := range all {
		d.add(role, v.withNumber(v.alone(t)))
	}
	return true
}
