package export

import (
	"slices"

	"dateline"
	"dateline/internal/resolve/count"
)

// Convention is what vague words ('several', 'dozens') are taken for; see count.Convention. The zero
// Convention is Dateline's own, which leaves everything as it was read.
type Convention = count.Convention

// Under gives a reading and incidents the numbers that a convention puts for vague words, at the time of
// writing: nothing that is kept changes, and what is one incident does not depend on it.
func Under(c Convention, r dateline.Reading, all []dateline.Incident) (dateline.Reading, []dateline.Incident) {
	return readingUnder(c, r), incidentsUnder(c, all)
}

func readingUnder(c Convention, r dateline.Reading) dateline.Reading {
	r.Resolutions = meaningsUnder(c, r.Resolutions)
	return r
}

func meaningsUnder(c Convention, all []dateline.Resolution) []dateline.Resolution {
	if houseOwn(c) {
		return all
	}
	all = slices.Clone(all)
	for i := range all {
		all[i].Count = countUnder(c, all[i].Count)
	}
	return all
}

func incidentsUnder(c Convention, all []dateline.Incident) []dateline.Incident {
	if houseOwn(c) {
		return all
	}
	all = slices.Clone(all)
	for i := range all {
		in := &all[i]
		in.Targets, in.Victims, in.Weapons = partiesUnder(c, in.Targets), partiesUnder(c, in.Victims), partiesUnder(c, in.Weapons)
		in.Tolls = slices.Clone(in.Tolls)
		for k := range in.Tolls {
			in.Tolls[k].Value.Count = c.Of(in.Tolls[k].Value.Count)
		}
	}
	return all
}

func partiesUnder(c Convention, all []dateline.Told[dateline.Party]) []dateline.Told[dateline.Party] {
	all = slices.Clone(all)
	for i := range all {
		all[i].Value.Count = countUnder(c, all[i].Value.Count)
	}
	return all
}

func countUnder(c Convention, n *dateline.Count) *dateline.Count {
	if n == nil {
		return nil
	}
	out := c.Of(*n)
	return &out
}

func houseOwn(c Convention) bool { return c == "" || c == count.House }
