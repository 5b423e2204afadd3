package analysis

import "dateline"

// TollRecord says how the tolls of one source stand to the figure that an incident has by a Rule once all accounts are in.
// It is no measure of truth: the figure is made of what others told. Each incident stands in one of the lists, but that
// one that was revised stands in its list too.
type TollRecord struct {
	Rule    Rule
	Same    []string // Incident.ID, in the order of the incidents; so are all
	Above   []string
	Below   []string
	Revised []string // the source itself told another figure later, on the same word
}

// N is how many incidents are compared.
func (t TollRecord) N() int { return len(t.Same) + len(t.Above) + len(t.Below) }

// NewTollRecord compares the last figure of the killed that reports of a publisher tell of each incident with the best one by
// a rule. It leaves out incidents of which no other source tells a figure, and those that have no best one. said holds the
// Statements of the incidents.
func NewTollRecord(publisher string, all []dateline.Incident, said map[string]Account, rule Rule) TollRecord {
	t := TollRecord{Rule: rule}
	for i := range all {
		in := &all[i]
		var told []Account
		for _, id := range in.Statements {
			if a, ok := said[id]; ok {
				told = append(told, a)
			}
		}
		reckoned := Reckon(*in, told, dateline.KilledRole)
		own, revised, others := ofPublisher(publisher, reckoned)
		best := rule.Headline(dateline.KilledRole, reckoned).Best
		if own == nil || best == nil || !others {
			continue
		}
		switch n := figureOf(*own.Count); {
		case n == *best:
			t.Same = append(t.Same, in.ID)
		case n > *best:
			t.Above = append(t.Above, in.ID)
		default:
			t.Below = append(t.Below, in.ID)
		}
		if revised {
			t.Revised = append(t.Revised, in.ID)
		}
	}
	return t
}

// ofPublisher returns the last figure that reports of a publisher tell and that nothing speaks against, whether an
// earlier one was revised, and whether others tell a figure too.
func ofPublisher(publisher string, all []Reckoning) (own *Reckoning, revised, others bool) {
	for i := range all {
		r := &all[i]
		switch {
		case r.Count == nil || r.Aside != "":
		case r.Report.Publisher != publisher:
			others = true
		case r.Revised != nil && r.Revised.Report.Publisher == publisher:
			revised = true
		default:
			own = r
		}
	}
	return own, revised, others
}
