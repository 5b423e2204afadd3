package analysis

// Trend is a group's operations told as news by period, as all sources tell them and as those of a fixed
// panel do. What is told only as background is beside it and never in it; an incident that many reports
// retell counts once, when it happened.
type Trend struct {
	Panel
	Points  []Point // every period of the window; nil if there is none
	Outside Number  // operations that lie in no period of the window
}

// Point is one period of a Trend. Of a Silent one the ledger has no report on anything: that it has no
// operation says nothing, and no baseline takes it in.
type Point struct {
	Time    string
	Silent  bool
	All     Number
	OfPanel Number
	Retold  Number
	Change  Change // of All, to the mean of the periods before
	OnPanel Change // of OfPanel
}

// A baseline is the mean of at most as many periods before, and of at least leastPeriods.
const (
	baseMonths   = 12
	baseYears    = 5
	leastPeriods = 3
)

func trends(all []Entry, panels []Panel) []Trend {
	var out []Trend
	for _, p := range panels {
		out = append(out, newTrend(all, p))
	}
	return out
}

func newTrend(all []Entry, p Panel) Trend {
	t := Trend{Panel: p}
	of, ops := map[string][]*Entry{}, []*Entry{}
	for i := range all {
		if e := &all[i]; e.Set == Operations {
			ops = append(ops, e)
			of[p.period(e)] = append(of[p.period(e)], e)
		}
	}
	for _, when := range p.periods() {
		in := of[when]
		news := Cut{Set: Operations, Told: News, Time: when}
		panel, retold := news, news
		panel.Panel, retold.Told = p.Unit, Background
		t.Points = append(t.Points, Point{Time: when, Silent: !p.reports[when], All: where(in, news), OfPanel: where(in, panel), Retold: where(in, retold)})
	}
	t.compare(p.before())
	t.Outside = where(ops, Cut{Set: Operations, Told: News, Outside: p.Unit})
	return t
}

// period is that of the panel's unit in which e lies.
func (p *Panel) period(e *Entry) string {
	if p.Unit == ByYear {
		return e.Year
	}
	return e.Month
}

func (p *Panel) before() int {
	if p.Unit == ByYear {
		return baseYears
	}
	return baseMonths
}

// compare fills in how each point stands to at most n points before it.
func (t *Trend) compare(n int) {
	for i := range t.Points {
		now := &t.Points[i]
		now.Change, now.OnPanel = Change{now: now.All.N()}, Change{now: now.OfPanel.N()}
		for _, x := range t.Points[max(0, i-n):i] {
			if x.Silent {
				continue
			}
			now.Change.sum, now.Change.periods = now.Change.sum+x.All.N(), now.Change.periods+1
			now.OnPanel.sum, now.OnPanel.periods = now.OnPanel.sum+x.OfPanel.N(), now.OnPanel.periods+1
		}
	}
}
