package analysis

import (
	"slices"

	"dateline"
)

// Main returns which of the incidents a report mainly tells: of those that took place and that it tells as
// news, that with most of the report's own statements, of as many that which it tells first. Where it tells
// none as news, background counts; where it tells none at all, that of which it is an echo (dateline.Echo), and nil if
// there is none either. The incidents may be those
// of the report alone or those of a ledger.
func Main(r dateline.Reading, among []dateline.Incident) *dateline.Incident {
	m := newMain(r)
	for i := range among {
		m.weigh(&among[i])
	}
	return m.best
}

// Mains returns what each reading mainly tells, in the order of the readings, as Main would.
func Mains(rs []dateline.Reading, among []dateline.Incident) []*dateline.Incident {
	telling := map[string][]int{}
	for i := range among {
		for _, id := range among[i].Reports {
			telling[id] = append(telling[id], i)
		}
		for _, e := range among[i].Echoes {
			telling[e.Report] = append(telling[e.Report], i)
		}
	}
	out := make([]*dateline.Incident, len(rs))
	for k, r := range rs {
		m := newMain(r)
		for _, i := range telling[r.Report.ID] {
			m.weigh(&among[i])
		}
		out[k] = m.best
	}
	return out
}

// mainOf looks for what one report mainly tells.
type mainOf struct {
	report string // Report.ID
	own    map[string]*dateline.Statement
	best   *dateline.Incident
	rank   [3]int // of best: told as news, how many statements, how early
}

func newMain(r dateline.Reading) *mainOf {
	m := &mainOf{report: r.Report.ID, own: map[string]*dateline.Statement{}}
	for i := range r.Statements {
		m.own[r.Statements[i].ID] = &r.Statements[i]
	}
	return m
}

// weigh takes in if the report tells it more than the best so far.
func (m *mainOf) weigh(in *dateline.Incident) {
	if !in.Reality.Counts() {
		return
	}
	var rank [3]int
	for _, id := range in.Statements {
		s := m.own[id]
		if s == nil {
			continue
		}
		if rank[1]++; !s.Background {
			rank[0] = 1
		}
		if rank[1] == 1 || -s.Trigger.Start > rank[2] {
			rank[2] = -s.Trigger.Start
		}
	}
	if rank[1] == 0 && m.best == nil && slices.ContainsFunc(in.Echoes, func(e dateline.Echo) bool { return e.Report == m.report }) {
		m.best = in // of no other, for an echo hangs on one incident and its report tells none
	}
	if rank[1] > 0 && (m.best == nil || higher(rank, m.rank)) {
		m.best, m.rank = in, rank
	}
}

func higher(a, b [3]int) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] > b[i]
		}
	}
	return false
}
