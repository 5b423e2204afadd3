package link

import "dateline"

// What a report's word on when and where counts, among several reports and within one. When people were hit is told
// best by what tells the deed; that they died on a day, which may be a later one, says less, and what the report says
// elsewhere as much as its chance. Background counts half.
const (
	tollVote       = 0.4 // of a Statement that tells of deaths and injuries only, on the day
	backgroundVote = 0.5
)

// dayVote is what a Statement's word on the day counts, told or lent by part p with meaning m.
func dayVote(t told, p dateline.Part, m *dateline.Resolution) float64 {
	votes := placeVote(t, p, m)
	if t.s.Kind.Family() == dateline.HumanCost && !p.Lent() {
		votes *= tollVote
	}
	return votes
}

// placeVote is what a Statement's word on the place counts.
func placeVote(t told, p dateline.Part, m *dateline.Resolution) float64 {
	votes := 1.0
	if p.Lent() {
		votes = m.Score
	}
	if t.s.Background {
		votes *= backgroundVote
	}
	return votes
}

// withLent lists what the event's own words tell, each with the votes of what is lent as well; and what is only lent: where
// nothing exact is told what is admitted, else what is exact and has more votes than all that is told.
func withLent[T any](own, lent gathered[T], exact, admitted func(T) bool) []dateline.Told[T] {
	var all gathered[T]
	all.take(own)
	for _, x := range lent.Told {
		if k := all.index(x.Key); k >= 0 {
			all.Told[k].Votes += x.Votes
		}
	}
	best, most := -1.0, 0.0
	for _, e := range all.Told {
		if exact(e.Value) {
			best = max(best, e.Votes)
		}
		most = max(most, e.Votes)
	}
	var more []entry[T]
	for _, x := range lent.Told {
		if all.index(x.Key) < 0 && (best < 0 && (admitted(x.Value) || exact(x.Value) && x.Votes > most) || best >= 0 && exact(x.Value) && x.Votes > best) {
			more = append(more, x)
		}
	}
	all.Told = append(all.Told, more...)
	return all.list()
}
