package analysis

import (
	"slices"

	"dateline"
)

// Support is what stands behind an account of an incident: on whose word, since when, by how many, and whether
// people have looked at it.
type Support struct {
	By          []string // who says it first, in the report's words, each once; "" is the report itself
	Since       string   // the first day on which a report tells it, YYYY-MM-DD; "" if unknown
	Reports     int
	Independent int // accounts: copies are one
	Review      dateline.ReviewState
}

// Supports knows what stands behind the accounts of one incident.
type Supports struct {
	said   map[string]*Account
	source map[string]string // of each report the first of its copies
}

// NewSupports reads the Statements of in, which said holds.
func NewSupports(in dateline.Incident, said []Account) Supports {
	s := Supports{said: map[string]*Account{}}
	s.source, _ = sources(in, said)
	for i := range said {
		s.said[said[i].ID] = &said[i]
	}
	return s
}

// Of is what stands behind the account that these Statements tell. Those that are rejected count for nothing, unless
// all are. Review is unreviewed while any that counts is.
func (s Supports) Of(statements ...string) Support {
	var out Support
	told := s.standing(statements)
	reports, accounts := map[string]bool{}, map[string]bool{}
	for i, a := range told {
		if by := voiceWords(a.By); !slices.Contains(out.By, by) {
			out.By = append(out.By, by)
		}
		reports[a.Report.ID], accounts[s.source[a.Report.ID]] = true, true
		if day := a.Report.Published.From; day != "" && (out.Since == "" || day < out.Since) {
			out.Since = day
		}
		out.Review = weaker(out.Review, a.Review, i == 0)
	}
	out.Reports, out.Independent = len(reports), len(accounts)
	return out
}

// standing lists the Statements that are not rejected; all of them if each is.
func (s Supports) standing(ids []string) []*Account {
	var all, kept []*Account
	for _, id := range ids {
		if a := s.said[id]; a != nil {
			all = append(all, a)
			if a.Review != dateline.Rejected {
				kept = append(kept, a)
			}
		}
	}
	if kept == nil {
		return all
	}
	return kept
}

// weaker is the state of two values together: unreviewed before corrected before accepted.
func weaker(x, y dateline.ReviewState, first bool) dateline.ReviewState {
	order := []dateline.ReviewState{dateline.Unreviewed, "", dateline.Rejected, dateline.Corrected, dateline.Accepted}
	if y == "" {
		y = dateline.Unreviewed
	}
	if first || slices.Index(order, y) < slices.Index(order, x) {
		return y
	}
	return x
}

// voiceWords are the words for who says it first; "" for the report itself.
func voiceWords(by []Voice) string {
	switch {
	case len(by) == 0:
		return ""
	case by[0].Full() == "":
		return "somebody, not said who"
	}
	return by[0].Full()
}
