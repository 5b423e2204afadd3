package analysis

import (
	"maps"
	"slices"
)

// The units of a Trend.
const (
	ByMonth = "month"
	ByYear  = "year"
)

// Panel is the publishers of which the ledger has a report, on any subject, from every period of a
// window. What they tell can be compared over the window; what all sources tell grows when sources
// are added.
type Panel struct {
	Unit       string // ByMonth or ByYear
	From, To   string // the window's first and last period; "" if there is none
	Publishers []string
	Others     int             // publishers that miss a period of the window
	reports    map[string]bool // the periods from which the ledger has a report
	width      int             // bytes of a date that name a period
}

// panels makes the panel of months and that of years. A window reaches from the first period with an operation
// told as news, or from which the ledger has a report if that is later, to the last from which it has a
// report. Of more than mostMonths it has the last, up to a year after the last operation.
func panels(presses []Press, all []Involvement) []Panel {
	return []Panel{newPanel(ByMonth, 7, presses, all), newPanel(ByYear, 4, presses, all)}
}

func newPanel(unit string, width int, presses []Press, all []Involvement) Panel {
	p := Panel{Unit: unit, width: width, reports: map[string]bool{}}
	of := map[string]map[string]bool{}
	for _, x := range presses {
		when := x.Month[:width]
		p.reports[when] = true
		if of[x.Publisher] == nil {
			of[x.Publisher] = map[string]bool{}
		}
		of[x.Publisher][when] = true
	}
	first, last := ends(slices.Collect(maps.Keys(p.reports)))
	var active []string
	for i := range all {
		if v := &all[i]; v.set() == Operations && !v.Incident.Background {
			active = append(active, binOf(&v.Incident, width))
		}
	}
	begun, ended := ends(active)
	if begun == "" || begun > last {
		return p
	}
	p.From, p.To = max(begun, first), last
	p.narrow(ended)
	p.choose(of)
	return p
}

// ends are the first and the last of times that are known; "" if none is.
func ends(times []string) (first, last string) {
	for _, when := range times {
		if first == "" || when != "" && when < first {
			first = when
		}
		last = max(last, when)
	}
	return first, last
}

// narrow cuts a long window of months: its end to a year after the last operation, then its beginning.
func (p *Panel) narrow(ended string) {
	if len(p.periods()) <= mostMonths || p.Unit == ByYear {
		return
	}
	end := max(ended, p.From)
	for range baseMonths {
		end = next(end)
	}
	p.To = min(p.To, end)
	if all := p.periods(); len(all) > mostMonths {
		p.From = all[len(all)-mostMonths]
	}
}

// periods lists the periods of the window.
func (p *Panel) periods() []string {
	var out []string
	for when := p.From; when != "" && when <= p.To; when = next(when) {
		out = append(out, when)
	}
	return out
}

// choose takes the publishers that have all periods. of has the periods of each.
func (p *Panel) choose(of map[string]map[string]bool) {
	periods := p.periods()
	for publisher, has := range of {
		if publisher == "" {
			continue
		}
		if slices.ContainsFunc(periods, func(when string) bool { return !has[when] }) {
			p.Others++
			continue
		}
		p.Publishers = append(p.Publishers, publisher)
	}
	slices.Sort(p.Publishers)
}

// spans reports whether a period lies in the window; "" lies in none.
func (p *Panel) spans(when string) bool { return p.From != "" && p.From <= when && when <= p.To }

// has reports whether one of the publishers is of the panel.
func (p *Panel) has(publishers []string) bool {
	for _, x := range publishers {
		if _, found := slices.BinarySearch(p.Publishers, x); found {
			return true
		}
	}
	return false
}
