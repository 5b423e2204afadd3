package analysis

import "dateline"

// Involvement is an incident in which a group figures.
type Involvement struct {
	Incident dateline.Incident
	// Held are the accounts that hold the group responsible, or deny that it was; nil if none does
	// and it figures otherwise, as the target for one.
	Held []dateline.Told[dateline.Responsible]
}

// DegreeCount is how many incidents have an account that holds the group responsible in this
// Degree. An incident counts once under each Degree that its accounts have.
type DegreeCount struct {
	Degree    dateline.Degree
	Incidents int
}

func involvements(actor string, all []dateline.Incident) []Involvement {
	var out []Involvement
	for _, in := range all {
		v := Involvement{Incident: in}
		for _, r := range in.Perpetrators {
			if r.Value.Actor == actor {
				v.Held = append(v.Held, r)
			}
		}
		out = append(out, v)
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
