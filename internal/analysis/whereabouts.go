package analysis

import (
	"cmp"
	"slices"
)

// Whereabouts is where the operations of one year lie, as seen from the home area of the record, with
// the mix of sources that tell them: a share that grows because another press is read is no change of
// the group.
type Whereabouts struct {
	Year        string // "" for those in no single year
	Home        Number
	Abroad      Number
	Unknown     Number // no country known: in no share
	Inferred    Number // of all three, those whose place is only inferred
	Share       Share  // of Abroad in Home and Abroad
	Reports     []string
	Independent int // independent accounts, over all incidents
	Mix         []Mix
}

// Mix is the incidents of which one publisher has a report. One that several tell stands under each.
type Mix struct {
	Publisher string // "" for reports whose publisher is not known
	Number
	Reports []string // that publisher's
}

// whereabouts counts operations told as news, by year, unknown last; nil without a home area.
func whereabouts(all []Entry) []Whereabouts {
	of := map[string][]*Entry{}
	for i := range all {
		if e := &all[i]; e.Set == Operations && e.News && e.Where != HomeOpen {
			of[e.Year] = append(of[e.Year], e)
		}
	}
	var out []Whereabouts
	for year, in := range of {
		out = append(out, newWhereabouts(year, in))
	}
	slices.SortFunc(out, func(x, y Whereabouts) int { return compareKeys(x.Year, y.Year) })
	return out
}

func newWhereabouts(year string, in []*Entry) Whereabouts {
	cut := Cut{Set: Operations, Told: News, Time: cmp.Or(year, NoYear)}
	at := func(w Whereabout) Number {
		c := cut
		c.Where = w
		return where(in, c)
	}
	w := Whereabouts{Year: year, Home: at(AtHome), Abroad: at(Abroad), Unknown: at(Nowhere)}
	w.Share = ShareOf(w.Abroad.Incidents, append(slices.Clone(w.Home.Incidents), w.Abroad.Incidents...))
	inferred := cut
	inferred.Inferred = "yes"
	w.Inferred = where(in, inferred)
	for _, e := range in {
		w.Independent += e.Incident.Independent
		for _, r := range e.Reports {
			w.Reports = append(w.Reports, r.Report)
		}
	}
	w.Reports, w.Mix = distinct(w.Reports), mixOf(in, cut)
	return w
}

// mixOf sorts incidents by who publishes them, the most incidents first, then by name, the unknown last.
func mixOf(in []*Entry, cut Cut) []Mix {
	of := map[string]*Mix{}
	for _, e := range in {
		for _, r := range e.Reports {
			m := of[r.Publisher]
			if m == nil {
				c := cut
				c.Publisher = cmp.Or(r.Publisher, None)
				m = &Mix{Publisher: r.Publisher, Number: Number{Cut: c}}
				of[r.Publisher] = m
			}
			if id := e.Incident.ID; len(m.Incidents) == 0 || m.Incidents[len(m.Incidents)-1] != id {
				m.Incidents = append(m.Incidents, id)
			}
			m.Reports = append(m.Reports, r.Report)
		}
	}
	var out []Mix
	for _, m := range of {
		m.Reports = distinct(m.Reports)
		out = append(out, *m)
	}
	slices.SortFunc(out, func(x, y Mix) int {
		return cmp.Or(bound(x.Publisher == "")-bound(y.Publisher == ""), cmp.Compare(y.N(), x.N()), cmp.Compare(x.Publisher, y.Publisher))
	})
	return out
}
