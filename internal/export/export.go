// Package export knows readers of files: scripts, spreadsheets, maps and terminals. It writes what
// others computed and computes nothing of its own; it holds a ledger.View and cannot write a ledger.
//
// # The forms
//
//	coded form   one JSON object a report (coded.go), and its incidents and statements a line each
//	CSV          six tables for spreadsheets and statistics, keyed by identifiers (column.go), and a
//	             description of their columns (package.go)
//	GeoJSON      a feature for each incident, without a point where none is known (geojson.go)
//	text         for people at a terminal (text.go): a report, an incident, a group
//
// # Cells of the tables
//
// Not reported, zero, unknown and withheld are four different cells:
//
//	NR     not reported: no statement tells it
//	0      zero: a statement tells that there were none
//	NA     unknown: a statement tells it, in words that give no value ('an unknown number', a name
//	       that no record or gazetteer carries)
//	WH     withheld: it is in the ledger and left out of this file
//	empty  not applicable: the open end of a range, the radius of an area, the class of no speaker
//
// A number told as a range has two columns, low and high, and a third, bound, that says which of
// them are open. Values beside each other in a row of incidents.csv are the best supported account
// of each field; the column that ends in _accounts says how many accounts there are, and
// accounts.csv has them all. Every value has a column with the identifiers of its statements.
//
// A cell of words that a spreadsheet would take for a formula begins with an apostrophe: one that
// starts with = + - @, their full-width forms, a tab, a line break or a NUL. JSON Lines have the
// words as they are.
//
// # Promises
//
// The same ledger gives the same bytes: rows stand in the order of the ledger's own lists, which
// does not depend on the order in which reports were read. Nothing unreviewed is presented as
// reviewed: each row says where it stands, and a value is 'accepted' only if all statements that
// tell it are. The sentences of reports are left out unless asked for, and then cut at [MostQuoted]
// characters, marked with an ellipsis. A file is written whole or not at all.
package export

import (
	"dateline"
)

// MostQuoted is how many characters of a report's sentence an export holds.
const MostQuoted = 300

// Reviews says where each Statement stands, by Statement.ID; one that is not there is unreviewed.
type Reviews map[string]dateline.ReviewState

// Of returns where a value stands that these Statements tell. What was rejected tells nothing, so
// it is 'rejected' if all of them are; otherwise it is unreviewed while one of the others is, then
// corrected if one of them is, and accepted if all are.
func (r Reviews) Of(statements ...string) dateline.ReviewState {
	n := map[dateline.ReviewState]int{}
	for _, id := range statements {
		n[r.state(id)]++
	}
	switch {
	case len(statements) > 0 && n[dateline.Rejected] == len(statements):
		return dateline.Rejected
	case n[dateline.Accepted]+n[dateline.Corrected] == 0 || n[dateline.Unreviewed] > 0:
		return dateline.Unreviewed
	case n[dateline.Corrected] > 0:
		return dateline.Corrected
	}
	return dateline.Accepted
}

func (r Reviews) state(id string) dateline.ReviewState {
	if s := r[id]; s != "" {
		return s
	}
	return dateline.Unreviewed
}
