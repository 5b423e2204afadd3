package review

import (
	"fmt"
	"math"

	"dateline"
)

// reason is one ground to doubt a reading: the chance that it is wrong for that, and why in words.
type reason struct {
	chance float64
	why    string
}

// together is the chance that some reason holds, taken as independent of one another, and the reasons in words.
func together(rs []reason) (doubt float64, why []string) {
	sure := 1.0
	for _, r := range rs {
		if r.chance > 0 {
			sure *= 1 - r.chance
			why = append(why, fmt.Sprintf("%s (%.2f)", r.why, r.chance))
		}
	}
	return 1 - sure, why
}

// DoubtWords says how doubt is worked out.
const DoubtWords = "Doubt: the chance that at least one of the reasons for it holds, taken as independent: 1 − the score of the reading or of the meaning " +
	"(½ where none is given); at least ½ where rival meanings stand, ⅖ for a name that no record has; 0.3 for words taken from elsewhere in the report " +
	"and 0.15 from a clause nearby; 0.3 where the accounts of the incident differ on the field; 0.2 where words nearby were not understood; for two " +
	"accounts linked, how near the score of the link is to the threshold of 0.6; 0.5 for two incidents on one day in one settlement that were not linked " +
	"and are of one kind, 0.25 if they are of two."

// The chances that no score gives.
const (
	noScore     = .5
	rivalled    = .5
	unlisted    = .4
	lent        = .3
	inferred    = .15
	differing   = .3
	doubtNearby = .2
	twinsAlike  = .5
	twinsUnlike = .25
)

// joins is the score from which two tellings are linked: internal/link's threshold.
const joins = .6

// ofScore doubts what has a score; 0 is 'not said'.
func ofScore(score float64, of string) reason {
	if score == 0 {
		return reason{noScore, of + " has no score"}
	}
	return reason{min(1, max(0, 1-score)), fmt.Sprintf("%s scores %.2f", of, score)}
}

// wholeDoubt doubts a Statement as a whole.
func wholeDoubt(t *Told) (float64, []string) {
	rs := []reason{ofScore(t.Statement.Score, "the reading")}
	if t.DoubtNearby {
		rs = append(rs, reason{doubtNearby, "words nearby were not understood"})
	}
	return together(rs)
}

// meaningDoubt doubts what words of a Statement mean; not ok where there is nothing to rule on.
func meaningDoubt(t *Told, m *dateline.Resolution, disputed map[Field]bool) (doubt float64, why []string, ok bool) {
	field := t.field(m.Part)
	rs := stateDoubt(m)
	if rs == nil {
		return 0, nil, false
	}
	if m.Part >= 0 && m.Part < len(t.Statement.Parts) {
		switch p := t.Statement.Parts[m.Part]; {
		case p.Lent():
			rs = append(rs, reason{lent, "taken from elsewhere in the report"})
		case p.Inferred != "":
			rs = append(rs, reason{inferred, "taken from a clause nearby"})
		}
	}
	if disputed[field] {
		rs = append(rs, reason{differing, "accounts differ on the " + string(field)})
	}
	doubt, why = together(rs)
	return doubt, why, true
}

// stateDoubt doubts a Resolution by itself; nil where there is nothing to rule on.
func stateDoubt(m *dateline.Resolution) []reason {
	score := ofScore(m.Score, "the meaning")
	switch m.State {
	case dateline.Known:
		if m.Actor == "" && m.Place == nil && m.Date == nil && m.Count == nil {
			return nil
		}
		return []reason{score}
	case dateline.Ambiguous:
		return []reason{{max(rivalled, score.chance), fmt.Sprintf("%d rival meanings stand", len(m.Others))}}
	case dateline.NotListed:
		return []reason{{unlisted, "a name that no record has"}}
	}
	return nil
}

// linkDoubt doubts a Link by how near its score is to the threshold.
func linkDoubt(score float64) (float64, []string) {
	near := 1 - math.Abs(score-joins)/(1-joins)
	if near < 1e-9 {
		return 0, nil
	}
	return together([]reason{{min(near, .95), fmt.Sprintf("the link scores %.2f, the threshold is %.2f", score, joins)}})
}

// twinDoubt doubts that two incidents of one day and settlement are two.
func twinDoubt(alike bool) (float64, []string) {
	if alike {
		return together([]reason{{twinsAlike, "one day, one settlement, one kind, and not linked"}})
	}
	return together([]reason{{twinsUnlike, "one day, one settlement, and not linked"}})
}
