package analysis

import (
	"slices"

	"dateline"
)

// Involvement is an incident in which a group figures.
type Involvement struct {
	Incident dateline.Incident
	// Held are the accounts that hold the group responsible, or deny that it was; nil if none does
	// and it figures otherwise, as the target for one.
	Held []dateline.Told[dateline.Responsible]
	// Struck are the Statements in which it is a target, a victim or those killed, wounded, taken or
	// arrested; nil if it is in none.
	Struck []string
}

// DegreeCount is how many incidents have an account that holds the group responsible in this
// Degree. An incident counts once under each Degree that its accounts have.
type DegreeCount struct {
	Degree    dateline.Degree
	Incidents int
}

func involvements(actor string, all []dateline.Incident, said []Account) []Involvement {
	struck := strikes(actor, said)
	var out []Involvement
	for _, in := range all {
		v := Involvement{Incident: in}
		for _, r := range in.Perpetrators {
			if r.Value.Actor == actor {
				v.Held = append(v.Held, r)
			}
		}
		for _, id := range in.Statements {
			if struck[id] {
				v.Struck = append(v.Struck, id)
			}
		}
		out = append(out, v)
	}
	return out
}

// strikes are the Statements in which the actor is on the receiving end.
func strikes(actor string, said []Account) map[string]bool {
	roles := append([]dateline.Role{dateline.Target, dateline.Victim}, dateline.Tolls...)
	roles = slices.DeleteFunc(roles, func(r dateline.Role) bool { return r == dateline.Fighters })
	out := map[string]bool{}
	for i := range said {
		if said[i].names(actor, roles...) {
			out[said[i].ID] = true
		}
	}
	return out
}

// degrees counts incidents by Degree, in the order of dateline.Degrees; none with 0.
func degrees(all []Involvement) []DegreeCount {
	n := map[dateline.Degree]int{}
	for _, v := range all {
		for d := range v.degrees() {
			n[d]++
		}
	}
	var out []DegreeCount
	for _, d := range dateline.Degrees {
		if n[d] > 0 {
			out = append(out, DegreeCount{d, n[d]})
		}
	}
	return out
}

func (v *Involvement) degrees() map[dateline.Degree]bool {
	out := map[dateline.Degree]bool{}
	for _, r := range v.Held {
		out[r.Value.Degree] = true
	}
	return out
}

// accused reports whether some account holds the group responsible: a denial, or a word that it is possible,
// alone does not.
func (v *Involvement) accused() bool {
	for d := range v.degrees() {
		if d != dateline.DeniedBy && d != dateline.Possible {
			return true
		}
	}
	return false
}
