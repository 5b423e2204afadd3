package analysis

import "slices"

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
	Others     int // publishers that miss a period of the window
	width      int // bytes of a date that name a period
}

// panels makes the panel of months and that of years. A window reaches from the first period with an operation
// told as news, or from which the ledger has a report if that is later, to the last from which it has a
// report; of months it has at most the last mostMonths.
func panels(presses []Press, all []Involvement) []Panel {
	return []Panel{newPanel(ByMonth, 7, presses, all), newPanel(ByYear, 4, presses, all)}
}

func newPanel(unit string, width int, presses []Press, all []Involvement) Panel {
	p := Panel{Unit: unit, width: width}
	of := map[string]map[string]bool{}
	first, last := "", ""
	for _, x := range presses {
		when := x.Month[:width]
		if of[x.Publisher] == nil {
			of[x.Publisher] = map[string]bool{}
		}
		of[x.Publisher][when] = true
		if first == "" || when < first {
			first = when
		}
		last = max(last, when)
	}
	begun := ""
	for i := range all {
		v := &all[i]
		if when := binOf(&v.Incident, width); when != "" && v.set() == Operations && !v.Incident.Background && (begun == "" || when < begun) {
			begun = when
		}
	}
	if begun == "" || begun > last {
		return p
	}
	p.From, p.To = max(begun, first), last
	if periods := p.periods(); len(periods) > mostMonths {
		p.From = periods[len(periods)-mostMonths]
	}
	p.choose(of)
	return p
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
