package web

import "dateline"

// degreeWords heads the accounts of one degree of responsibility. None says that somebody did it.
func degreeWords(d dateline.Degree) string {
	switch d {
	case dateline.AsFact:
		return "Named by a report or its source, as a plain statement"
	case dateline.ClaimedBy:
		return "Claimed"
	case dateline.BlamedByAuthorities:
		return "Blamed by authorities"
	case dateline.BlamedBy:
		return "Blamed by others"
	case dateline.SuspectedOf:
		return "Suspected"
	case dateline.DeniedBy:
		return "Denied"
	}
	return "Spoken of as possible"
}

// heldWords says how one account holds somebody responsible, and whose account it is.
func heldWords(r dateline.Responsible) string {
	by := tidy(r.By)
	switch {
	case by == "" && r.Degree == dateline.AsFact:
		return "named by the report in its own voice"
	case by == "":
		by = "the report itself"
	case by == "not said who":
		by = "somebody, not said who"
	}
	switch r.Degree {
	case dateline.AsFact:
		return "named by " + by
	case dateline.ClaimedBy:
		return "claimed by " + by
	case dateline.BlamedByAuthorities, dateline.BlamedBy:
		return "blamed by " + by
	case dateline.SuspectedOf:
		return "suspected, by " + by
	case dateline.DeniedBy:
		return "denied by " + by
	}
	return "spoken of as possible by " + by
}
