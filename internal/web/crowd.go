package web

import (
	"context"
	"hash/maphash"
	"slices"

	"dateline"
	"dateline/internal/ledger"
)

// An incident with more than manyReports reports is read in part.
const (
	manyReports   = 200
	mostOfAccount = 24  // reports of one account that are read whatever they say
	mostMixes     = 200 // that are read because they tell a mix of things that none before them told
)

// thin returns an incident as far as a page lays it out: of reports that are one account the first few, and each that tells
// what none before it told, that somebody ruled on, or that has a Statement which wanted asks for; nil asks for none. What is left out are copies that
// say the same again, so that no value and no account is without a Statement. An incident of few reports is returned as it is.
//
// Links, Redirects and Independent stay as they are.
func (s *site) thin(ctx context.Context, in *dateline.Incident, wanted func([]ledger.Standing) map[string]bool) (dateline.Incident, error) {
	if len(in.Reports) <= manyReports {
		return *in, nil
	}
	all, err := s.view.Standings(ctx, in.ID)
	if err != nil {
		return *in, err
	}
	var asked map[string]bool
	if wanted != nil {
		asked = wanted(all)
	}
	kept := chosen(in, all, asked)
	read := map[string]bool{}
	for _, x := range all {
		if kept[x.Report] {
			read[x.ID] = true
		}
	}
	return only(in, kept, read), nil
}

// saying is what a Statement says, in which account.
type saying struct {
	account int
	says    string
	values  uint64
}

// chosen are the reports that are read.
func chosen(in *dateline.Incident, all []ledger.Standing, asked map[string]bool) map[string]bool {
	account := map[string]int{} // from 1 on; 0 for a report that is an account of its own
	for i, group := range in.Copies {
		for _, id := range group {
			account[id] = i + 1
		}
	}
	values := valuesOf(in)
	says := func(x ledger.Standing) uint64 {
		return maphash.Comparable(seed, saying{account[x.Report], x.Says, values[x.ID]})
	}
	mix := map[string]uint64{} // of all that a report tells, in any order
	for _, x := range all {
		mix[x.Report] += says(x)
	}
	kept, told, mixes, n := map[string]bool{}, map[uint64]bool{}, map[uint64]bool{}, make([]int, len(in.Copies)+1)
	for _, id := range in.Reports {
		if n[account[id]]++; account[id] == 0 || n[account[id]] <= mostOfAccount || !mixes[mix[id]] && len(mixes) < mostMixes {
			kept[id] = true
		}
		mixes[mix[id]] = true
	}
	for _, x := range all {
		if kept[x.Report] {
			told[says(x)] = true
		}
	}
	for _, x := range all {
		if !told[says(x)] || x.Ruled || asked[x.ID] {
			told[says(x)], kept[x.Report] = true, true
		}
	}
	return kept
}

var seed = maphash.MakeSeed()

// valuesOf says which values of an incident each of its Statements tells.
func valuesOf(in *dateline.Incident) map[string]uint64 {
	out := make(map[string]uint64, len(in.Statements))
	field := 0
	add := func(i int, statements []string) {
		for _, id := range statements {
			out[id] += maphash.Comparable(seed, [2]int{field, i})
		}
	}
	each(in.Kinds, add, &field)
	each(in.Dates, add, &field)
	each(in.Places, add, &field)
	each(in.Perpetrators, add, &field)
	each(in.Targets, add, &field)
	each(in.Victims, add, &field)
	each(in.Weapons, add, &field)
	each(in.Tolls, add, &field)
	return out
}

// each calls add for each value of the next field.
func each[T any](values []dateline.Told[T], add func(int, []string), field *int) {
	*field++
	for i, v := range values {
		add(i, v.Statements)
	}
}

// only is in with no other reports and Statements.
func only(in *dateline.Incident, reports, statements map[string]bool) dateline.Incident {
	out := *in
	out.Kinds, out.Dates, out.Places = onlyTold(in.Kinds, statements), onlyTold(in.Dates, statements), onlyTold(in.Places, statements)
	out.Perpetrators, out.Targets, out.Victims = onlyTold(in.Perpetrators, statements), onlyTold(in.Targets, statements), onlyTold(in.Victims, statements)
	out.Weapons, out.Tolls = onlyTold(in.Weapons, statements), onlyTold(in.Tolls, statements)
	out.Statements, out.Reports = those(in.Statements, statements), those(in.Reports, reports)
	out.Copies = nil
	for _, group := range in.Copies {
		out.Copies = append(out.Copies, those(group, reports))
	}
	return out
}

func onlyTold[T any](values []dateline.Told[T], of map[string]bool) []dateline.Told[T] {
	out := slices.Clone(values)
	for i := range out {
		out[i].Statements = those(out[i].Statements, of)
	}
	return out
}

func those(ids []string, of map[string]bool) []string {
	var out []string
	for _, id := range ids {
		if of[id] {
			out = append(out, id)
		}
	}
	return out
}
