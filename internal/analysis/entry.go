package analysis

import (
	"cmp"
	"slices"
	"strconv"

	"dateline"
)

// Entry is an incident in which a group figures, with all that a table sorts it by. Where accounts part,
// it stands under the best supported time and place, and under each type that any account tells.
type Entry struct {
	Involvement
	Set        Set
	News       bool       // some report tells it as news
	Month      string     // YYYY-MM; "" if it lies in no single one
	Year       string     // so too
	Country    string     // ISO 3166-1 alpha-2; "" if not known
	Inferred   bool       // where it was is only inferred
	Where      Whereabout // of an operation
	Targets    []string   // types, Untyped, or None alone; so too for the next two
	Victims    []string
	Weapons    []string
	Claims     []string // ClaimOwn and ClaimOther, or ClaimNone
	Claimants  []string // the others who claim it, as Cut.Claimant has them, sorted
	Killed     Headline
	Reports    []Source // in the order of the incident; one of which nothing is known has its identifier alone
	Publishers []string // distinct, sorted; None for those that are not known
	Panels     []string // the Unit of each panel that has a report of it
	Outside    []string // the Unit of each panel in whose window an operation told as news does not lie
}

// entries lays out the incidents, in their order.
func entries(a dateline.Actor, all []Involvement, ev Evidence, panels []Panel) []Entry {
	sources := map[string]Source{}
	for _, s := range ev.Sources {
		sources[s.Report] = s
	}
	out := make([]Entry, 0, len(all))
	for _, v := range all {
		e := newEntry(a, v, ev, sources)
		for _, id := range v.Incident.Reports {
			s := sources[id]
			s.Report = id
			e.Reports = append(e.Reports, s)
			e.Publishers = append(e.Publishers, cmp.Or(s.Publisher, None))
		}
		e.Publishers = distinct(e.Publishers)
		for _, p := range panels {
			if p.has(e.Publishers) {
				e.Panels = append(e.Panels, p.Unit)
			}
			if e.Set == Operations && e.News && !p.spans(p.period(&e)) {
				e.Outside = append(e.Outside, p.Unit)
			}
		}
		out = append(out, e)
	}
	return once(out)
}

// once takes the operations that tell several others at once (Incident.Whole) from among them: they are told otherwise.
func once(all []Entry) []Entry {
	parts := map[string]bool{}
	for _, e := range all {
		if in := &e.Incident; e.Set == Operations && !in.Whole {
			parts[in.Series] = true
		}
	}
	for i := range all {
		if in := &all[i].Incident; all[i].Set == Operations && in.Whole && parts[in.Series] {
			all[i].Set = Otherwise
		}
	}
	return all
}

func newEntry(a dateline.Actor, v Involvement, ev Evidence, sources map[string]Source) Entry {
	in := &v.Incident
	e := Entry{Involvement: v, Set: v.set(), News: !in.Background, Month: binOf(in, 7), Year: binOf(in, 4),
		Targets: typesOf(in.Targets), Victims: typesOf(in.Victims), Weapons: typesOf(in.Weapons)}
	e.Claims, e.Claimants = v.claims(a.ID)
	if len(in.Places) > 0 {
		e.Country, e.Inferred = in.Places[0].Value.Country, in.Places[0].Value.Inferred != ""
	}
	if e.Set == Operations {
		e.Where = whereabout(a.Home, e.Country)
	}
	var said []Account
	heard := map[string]bool{}
	for _, id := range in.Statements {
		if a, ok := ev.Cited[id]; ok {
			said = append(said, a)
			heard[a.Report.ID] = true
		}
	}
	for _, id := range in.Reports { // those that tell no number have a day of publication nevertheless
		if s, ok := sources[id]; ok && !heard[id] {
			said = append(said, Account{Report: &dateline.Report{ID: id, Publisher: s.Publisher, Published: s.Published}})
		}
	}
	e.Killed = ev.Rule.Headline(dateline.KilledRole, Reckon(*in, said, dateline.KilledRole))
	return e
}

// set sorts an incident by what the accounts say of the group.
func (v *Involvement) set() Set {
	switch {
	case !v.Incident.Reality.Counts():
		return Plotted
	case v.accused():
		return Operations
	case v.Struck != nil:
		return Against
	case v.Held != nil:
		return HeldApart
	}
	return Otherwise
}

// claims says who claimed the incident, and lists the others who did.
func (v *Involvement) claims(actor string) (claims, others []string) {
	for _, r := range v.Incident.Perpetrators {
		switch {
		case r.Value.Degree != dateline.ClaimedBy:
		case r.Value.Actor == actor:
			claims = append(claims, ClaimOwn)
		case r.Value.Actor != "":
			claims, others = append(claims, ClaimOther), append(others, r.Value.Actor)
		default:
			claims, others = append(claims, ClaimOther), append(others, strconv.Quote(r.Value.Text))
		}
	}
	if claims == nil {
		return []string{ClaimNone}, nil
	}
	return distinct(claims), distinct(others)
}

func whereabout(home []string, country string) Whereabout {
	switch {
	case len(home) == 0:
		return HomeOpen
	case country == "":
		return Nowhere
	case slices.Contains(home, country):
		return AtHome
	}
	return Abroad
}

// typesOf lists the types of parties, sorted.
func typesOf(all []dateline.Told[dateline.Party]) []string {
	var out []string
	for _, p := range all {
		if p.Value.Type == "" {
			out = append(out, Untyped)
			continue
		}
		out = append(out, string(p.Value.Type))
	}
	if out == nil {
		return []string{None}
	}
	return distinct(out)
}

// distinct sorts values and leaves out "" and what is there twice.
func distinct(values []string) []string {
	slices.Sort(values)
	values = slices.Compact(values)
	if len(values) > 0 && values[0] == "" {
		values = values[1:]
	}
	return values
}

func (e *Entry) told() string {
	if e.News {
		return News
	}
	return Background
}
