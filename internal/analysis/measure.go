package analysis

import (
	"slices"

	"dateline"
)

// Measure is what was done against a group in one way: raids, arrests, charges, trials, verdicts,
// sanctions. Steps are statements, and several may tell one arrest: their number is no number of arrests.
// Whoever is arrested, charged or tried is accused, and only a verdict is a finding.
type Measure struct {
	Kind  dateline.Kind
	Steps []Step // in the order of time
}

// Step is one account of a Measure.
type Step struct {
	Account Account
	At      Moment
	By      string          // who did it, in the report's words; "" if not told
	Words   string          // who was arrested or tried; "" if not told
	Count   *dateline.Count // how many; nil if not told
	Where   *dateline.Place
}

// measures sorts accounts by kind, in the order of the code book.
func measures(all []Account) []Measure {
	var out []Measure
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			m := Measure{Kind: k}
			for _, a := range all {
				if a.Kind == k {
					m.Steps = append(m.Steps, newStep(a))
				}
			}
			if m.Steps != nil {
				byMoment(m.Steps, func(s *Step) Moment { return s.At })
				out = append(out, m)
			}
		}
	}
	return out
}

func newStep(a Account) Step {
	s := Step{Account: a, At: momentOf(&a)}
	for _, p := range a.Parts {
		switch {
		case p.Role == dateline.Authority && s.By == "":
			s.By = p.Full()
		case (p.Role == dateline.Arrested || p.Role == dateline.Victim) && s.Words == "":
			s.Words, s.Count = p.Words, p.Count()
		case (p.Role == dateline.PlaceRole) && s.Where == nil && p.Meaning != nil:
			s.Where = p.Meaning.Place
		}
	}
	return s
}

// PlotYear is what is told of one year that did not come about.
type PlotYear struct {
	Year    string    // of what the words tell; "" if they tell no single one
	Foiled  []Account // stopped by somebody
	Planned []Account // planned or possible
}

// plotYears sorts accounts of plots by year, unknown last.
func plotYears(all []Account) []PlotYear {
	var out []PlotYear
	for _, a := range all {
		year := momentOf(&a).year()
		i := slices.IndexFunc(out, func(p PlotYear) bool { return p.Year == year })
		if i < 0 {
			i = len(out)
			out = append(out, PlotYear{Year: year})
		}
		if a.Kind == dateline.PlotFoiled || a.Reality == dateline.Foiled {
			out[i].Foiled = append(out[i].Foiled, a)
		} else {
			out[i].Planned = append(out[i].Planned, a)
		}
	}
	slices.SortFunc(out, func(x, y PlotYear) int { return compareKeys(x.Year, y.Year) })
	return out
}
