package export

import (
	"strings"

	"dateline"
	"dateline/internal/tabular"
)

// incidentRow is a row of incidents.csv.
type incidentRow struct {
	dateline.Incident
	reviews Reviews
}

// tollColumns are the roles that incidents.csv has columns for: what befell people.
var tollColumns = []dateline.Role{dateline.KilledRole, dateline.Wounded, dateline.Missing, dateline.Abducted, dateline.Released,
	dateline.Arrested, dateline.Displaced}

// best is the best supported account of a field; zero, without statements, if nobody tells it.
func best[T any](told []dateline.Told[T]) dateline.Told[T] {
	if len(told) == 0 {
		return dateline.Told[T]{}
	}
	return told[0]
}

// tellers is the cell of the statements that tell a value.
func tellers(ids []string) string {
	if len(ids) == 0 {
		return tabular.NotReported
	}
	return joined(ids)
}

// of makes a column of the best account of a field: NR if nobody tells it, NA for "".
func of[T any](name, doc string, field func(incidentRow) []dateline.Told[T], value func(T) string) column[incidentRow] {
	return column[incidentRow]{name, doc, func(r incidentRow) string {
		told := field(r)
		if len(told) == 0 {
			return tabular.NotReported
		}
		return tabular.Words(value(told[0].Value), tabular.Unknown)
	}}
}

// told makes the two columns that say on what a field rests.
func told[T any](name string, field func(incidentRow) []dateline.Told[T]) []column[incidentRow] {
	return []column[incidentRow]{
		{name + "_statements", "Identifiers of the statements that tell it so, parted by spaces.", func(r incidentRow) string {
			return tellers(best(field(r)).Statements)
		}},
		{name + "_accounts", "How many different accounts there are; all are in accounts.csv.", func(r incidentRow) string {
			return integer(len(field(r)))
		}},
	}
}

func datesOf(r incidentRow) []dateline.Told[dateline.Date]               { return r.Dates }
func placesOf(r incidentRow) []dateline.Told[dateline.Place]             { return r.Places }
func perpetratorsOf(r incidentRow) []dateline.Told[dateline.Responsible] { return r.Perpetrators }

var incidentColumns = func() []column[incidentRow] {
	all := []column[incidentRow]{
		{"incident_id", "Identifier. It goes on leading to the incident when later reports are joined to it.", func(r incidentRow) string { return r.ID }},
		{"schema", "Version of this layout.", func(incidentRow) string { return dateline.Schema }},
		{"kind", "Kind of the code book: the most specific of the best supported.", func(r incidentRow) string { return string(r.Kind) }},
		{"kind_statements", "Identifiers of the statements that tell it so, parted by spaces.", kindTellers},
		{"reality", "happened, ongoing, attempted, foiled, planned, threatened, hypothetical or not-happened.", func(r incidentRow) string { return string(r.Reality) }},
		{"background", "yes if no report tells it as news.", func(r incidentRow) string { return yesNo(r.Background) }},
		{"review", "unreviewed, accepted, corrected or rejected: of the statements that tell it.", func(r incidentRow) string { return string(r.reviews.Of(r.Statements...)) }},
		of("date_edtf", "Date as it was told, EDTF (ISO 8601-2).", datesOf, func(d dateline.Date) string { return d.EDTF }),
		of("date_from", "First possible day, YYYY-MM-DD; NA if nothing fixes it.", datesOf, func(d dateline.Date) string { return d.From }),
		of("date_to", "Last possible day, YYYY-MM-DD; NA if nothing fixes it.", datesOf, func(d dateline.Date) string { return d.To }),
		of("date_anchor", "What the date was counted from: text, published, or NA if nothing fixes its year.", datesOf, func(d dateline.Date) string { return string(d.Anchor) }),
	}
	all = append(all, told("date", datesOf)...)
	all = append(all, placeColumns()...)
	all = append(all, told("place", placesOf)...)
	all = append(all, perpetratorColumns()...)
	all = append(all, told("perpetrator", perpetratorsOf)...)
	for _, p := range []struct {
		role  string
		field func(incidentRow) []dateline.Told[dateline.Party]
	}{
		{"target", func(r incidentRow) []dateline.Told[dateline.Party] { return r.Targets }},
		{"victim", func(r incidentRow) []dateline.Told[dateline.Party] { return r.Victims }},
		{"weapon", func(r incidentRow) []dateline.Told[dateline.Party] { return r.Weapons }},
	} {
		all = append(all, of(p.role, "The report's words.", p.field, func(x dateline.Party) string { return x.Text }))
		all = append(all, of(p.role+"_type", "What sort it is; NA if the words do not say.", p.field, func(x dateline.Party) string { return string(x.Type) }))
		all = append(all, told(p.role, p.field)...)
	}
	for _, role := range tollColumns {
		all = append(all, tollColumnsOf(role)...)
	}
	return append(all,
		column[incidentRow]{"reports", "Identifiers of the reports, parted by spaces.", func(r incidentRow) string { return joined(r.Reports) }},
		column[incidentRow]{"independent_accounts", "Reports that are no copies of each other.", func(r incidentRow) string { return integer(r.Independent) }},
		column[incidentRow]{"series", "The same for incidents that are parts of one coordinated whole; empty if it is none.", func(r incidentRow) string { return r.Series }},
		column[incidentRow]{"whole", "yes if it tells several parts of its series at once: do not count it beside them.", func(r incidentRow) string { return yesNo(r.Whole) }},
		column[incidentRow]{"statement_ids", "Identifiers of all statements, parted by spaces.", func(r incidentRow) string { return joined(r.Statements) }},
		column[incidentRow]{"redirects", "Earlier identifiers of the same incident, parted by spaces.", func(r incidentRow) string { return joined(r.Redirects) }},
	)
}()

// kindTellers names the statements that tell the kind of the row.
func kindTellers(r incidentRow) string {
	for _, k := range r.Kinds {
		if k.Value == r.Kind {
			return joined(k.Statements)
		}
	}
	return tabular.NotReported
}

func placeColumns() []column[incidentRow] {
	point := func(name, doc string, value func(dateline.Place) string) column[incidentRow] {
		return of(name, doc, placesOf, func(p dateline.Place) string {
			if !pointed(p) {
				return tabular.Unknown
			}
			return value(p)
		})
	}
	return []column[incidentRow]{
		of("place", "The gazetteer's name, or the report's words if no gazetteer has them.", placesOf, func(p dateline.Place) string { return p.Name }),
		of("place_id", "The gazetteer's identifier.", placesOf, func(p dateline.Place) string { return p.ID }),
		of("country", "ISO 3166-1 alpha-2.", placesOf, func(p dateline.Place) string { return p.Country }),
		of("admin1", "First-order area.", placesOf, func(p dateline.Place) string { return p.Admin1 }),
		of("precision", "site, settlement, near, district, province, region, country, continent or unplaced.", placesOf, func(p dateline.Place) string { return string(p.Precision) }),
		numeric(point("lat", "Latitude, WGS 84; only for site, settlement and near. No centroid stands for an area.", func(p dateline.Place) string { return decimal(p.Lat) })),
		numeric(point("lon", "Longitude, WGS 84; as lat.", func(p dateline.Place) string { return decimal(p.Lon) })),
		point("radius_m", "How far from the point it may be, in metres.", func(p dateline.Place) string { return integer(p.RadiusM) }),
	}
}

// numeric takes back the apostrophe before a negative number: a number of ours is no formula.
func numeric[R any](c column[R]) column[R] {
	cell := c.cell
	c.cell = func(r R) string { return strings.TrimPrefix(cell(r), "'") }
	return c
}

func perpetratorColumns() []column[incidentRow] {
	return []column[incidentRow]{
		of("perpetrator", "The report's words. It is an account, not a finding: see responsibility.", perpetratorsOf, func(p dateline.Responsible) string { return p.Text }),
		of("perpetrator_actor", "Identifier of the record; NA if the words name no listed actor.", perpetratorsOf, func(p dateline.Responsible) string { return p.Actor }),
		of("perpetrator_state", "known, ambiguous, not listed, unnamed, unknown, or corrected by a person.", perpetratorsOf, func(p dateline.Responsible) string { return string(p.State) }),
		of("responsibility", "fact, claimed, blamed by authorities, blamed, suspected, denied or possible.", perpetratorsOf, func(p dateline.Responsible) string { return string(p.Degree) }),
		{"perpetrator_by", "The speaker's words; empty for the report itself.", func(r incidentRow) string {
			if len(r.Perpetrators) == 0 {
				return tabular.NotReported
			}
			return tabular.Words(r.Perpetrators[0].Value.By, tabular.NotApplicable)
		}},
	}
}

// tollColumnsOf makes the columns of how many something befell.
func tollColumnsOf(role dateline.Role) []column[incidentRow] {
	first := func(r incidentRow) (a account, told bool) {
		all := tollsOf(r.Incident, role)
		if len(all) == 0 {
			return account{}, false
		}
		return all[0], true
	}
	name := string(role)
	return []column[incidentRow]{
		{name + "_low", "Least number; empty if open.", func(r incidentRow) string { a, ok := first(r); return lowOf(ok, a.count) }},
		{name + "_high", "Greatest number; empty if open.", func(r incidentRow) string { a, ok := first(r); return highOf(ok, a.count) }},
		{name + "_bound", "exact, range, at least or at most.", func(r incidentRow) string { a, ok := first(r); return boundOf(ok, a.count) }},
		{name + "_by", "The speaker's words; empty for the report itself.", func(r incidentRow) string {
			a, ok := first(r)
			if !ok {
				return tabular.NotReported
			}
			return tabular.Words(a.by, tabular.NotApplicable)
		}},
		{name + "_statements", "Identifiers of the statements that tell it so, parted by spaces.", func(r incidentRow) string { a, _ := first(r); return tellers(a.statements) }},
		{name + "_accounts", "How many different accounts there are; all are in accounts.csv.", func(r incidentRow) string { return integer(len(tollsOf(r.Incident, role))) }},
	}
}

// accountRow is a row of accounts.csv.
type accountRow struct {
	account
	incident string
	field    string
	rank     int
	reviews  Reviews
}

var accountColumns = []column[accountRow]{
	{"incident_id", "The incident.", func(r accountRow) string { return r.incident }},
	{"field", "kind, date, place, perpetrator, target, victim, weapon, or a toll: killed, wounded, ...", func(r accountRow) string { return r.field }},
	{"rank", "1 for the best supported account of the field.", func(r accountRow) string { return integer(r.rank) }},
	{"value", "The value, or the report's words.", func(r accountRow) string { return tabular.Words(r.text, tabular.Unknown) }},
	{"low", "Least number; empty if open or if the account is no number.", func(r accountRow) string { return r.number(lowOf) }},
	{"high", "Greatest number; empty if open or if the account is no number.", func(r accountRow) string { return r.number(highOf) }},
	{"bound", "exact, range, at least or at most; empty if the account is no number.", func(r accountRow) string { return r.number(boundOf) }},
	{"actor", "Identifier of the record of a perpetrator; NA if the words name no listed actor.", func(r accountRow) string {
		if r.field != string(dateline.Perpetrator) {
			return tabular.NotApplicable
		}
		return tabular.Words(r.actor, tabular.Unknown)
	}},
	{"by", "The speaker's words; empty for the report itself.", func(r accountRow) string { return tabular.Words(r.by, tabular.NotApplicable) }},
	{"degree", "How a perpetrator is held responsible.", func(r accountRow) string { return string(r.degree) }},
	{"type", "Sort of target, victim or weapon; empty if the words do not say.", func(r accountRow) string { return tabular.Words(string(r.kind), tabular.NotApplicable) }},
	{"effect", "What befell a target or a victim.", func(r accountRow) string { return r.effect }},
	{"statement_ids", "Identifiers of the statements that tell it, parted by spaces.", func(r accountRow) string { return joined(r.statements) }},
	{"review", "unreviewed, accepted, corrected or rejected: of these statements.", func(r accountRow) string { return string(r.reviews.Of(r.statements...)) }},
}

// number is a cell of a number; not applicable where the account is none.
func (r accountRow) number(cell func(bool, *dateline.Count) string) string {
	if !r.counted {
		return tabular.NotApplicable
	}
	return cell(true, r.count)
}
