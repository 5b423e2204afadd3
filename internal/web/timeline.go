package web

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/calendar"
	"dateline/internal/draw"
	"dateline/internal/selection"
)

// timelineView is a selection in time.
type timelineView struct {
	Explore  explore
	Drawing  draw.SVG
	Lanes    []tab // what lanes are by
	Span     string
	Dated    int
	Others   int    // without a fixed date
	Undated  string // the address of the list where those begin
	Wider    string // the address of the whole span; "" if it is shown
	Periods  []tab  // the years, or the months, of what is shown
	From, To string // the span that is shown
	By       string
	Keep     []param // for the form
	Data     string  // where the script finds it
	File     string  // the drawing as a file
}

// laneWords name what lanes may be by, as ?by= in an address has it; the first is taken without it.
var laneWords = []struct{ by, title string }{{"group", "Group or force"}, {"kind", "Kind"}, {"country", "Country"}, {"none", "One lane"}}

// timelineLanes is how many lanes there are besides that of the rest and that of what has no value.
const timelineLanes = 10

// askedLanes reads ?by=.
func askedLanes(r *http.Request) (string, error) {
	by := cmp.Or(r.URL.Query().Get("by"), laneWords[0].by)
	for _, l := range laneWords {
		if l.by == by {
			return by, nil
		}
	}
	return "", &fault{http.StatusBadRequest, "There are no such lanes", "by= in the address takes group, kind, country or none."}
}

// askedSpan reads ?zoom=FROM/TO; false without one.
func askedSpan(r *http.Request) (calendar.Period, bool, error) {
	zoom := r.URL.Query().Get("zoom")
	if zoom == "" {
		return calendar.Period{}, false, nil
	}
	first, last, _ := strings.Cut(zoom, "/")
	from, ok := calendar.Parse(first)
	to, also := calendar.Parse(last)
	if !ok || !also || from > to {
		return calendar.Period{}, false, &fault{http.StatusBadRequest, "That is no span of time", "zoom= in the address takes two days such as 2016-08-20/2016-09-03."}
	}
	return calendar.Period{From: from, To: to}, true, nil
}

// chronology is a selection as a timeline is made of it.
type chronology struct {
	sel    selection.Selection
	by     string
	dated  []*dateline.Line
	others int
	whole  calendar.Period // that of the query, or else of what is dated
	span   calendar.Period // that is shown
	zoomed bool
}

func (s *site) chronology(r *http.Request) (c chronology, err error) {
	if c.by, err = askedLanes(r); err != nil {
		return c, err
	}
	if c.span, c.zoomed, err = askedSpan(r); err != nil {
		return c, err
	}
	if c.sel, _, err = s.selected(r); err != nil {
		return c, err
	}
	c.dated, c.others = c.sel.Dated()
	c.whole = roomy(c.sel.Query, wholeSpan(c.sel.Query, c.dated))
	if !c.zoomed {
		c.span = c.whole
	}
	return c, nil
}

// wholeSpan is the span that a query asks for; where it is open, as far as there are incidents.
func wholeSpan(q selection.Query, dated []*dateline.Line) calendar.Period {
	span, _ := draw.Extent(dated)
	if d, ok := calendar.Parse(q.From); ok {
		span.From = d
	}
	if d, ok := calendar.Parse(q.To); ok {
		span.To = d
	}
	return calendar.Period{From: span.From, To: max(span.To, span.From)}
}

// roomy is a span whose open ends are moved to those of a whole week, month, year or longer, so that no mark stands on an edge.
func roomy(q selection.Query, span calendar.Period) calendar.Period {
	const periods = 24
	u := max(calendar.Fit(span.Days(), periods), calendar.ByWeek)
	if q.From == "" {
		span.From = u.Start(span.From)
	}
	if q.To == "" {
		span.To = min(u.Next(span.To)-1, calendar.Last)
	}
	return span
}

// drawing lays the lanes out for a drawing.
func (s *site) timelineDrawing(c chronology) draw.Timeline {
	t := draw.Timeline{Span: c.span, Label: "Incidents in time, " + spanWords(c.span), Name: markWords,
		Open: func(l *dateline.Line) string { return "/incidents/" + l.ID },
		Zoom: func(p calendar.Period) string { return c.address("/timeline", p) },
		Within: func(l draw.Lane, p calendar.Period) string {
			q := c.sel.Query.Between(p.From.String(), p.To.String())
			if picked := q.Picked[c.by]; l.Value != "" && (len(picked) == 0 || slices.Contains(picked, l.Value)) {
				q = q.Only(c.by, l.Value)
			}
			return at("/incidents", q)
		}}
	for _, l := range selection.Lanes(c.dated, c.by, timelineLanes) {
		t.Lanes = append(t.Lanes, draw.Lane{Value: l.Value, Name: labeller{s}.lane(c.by, l), Lines: l.Lines})
	}
	return t
}

// lane names a lane.
func (l labeller) lane(by string, lane selection.Lane) string {
	switch {
	case lane.Rest > 0:
		return plural(lane.Rest, "other")
	case lane.Value == "":
		return "All"
	}
	return l.label(by, lane.Value)
}

// address is that of a span of the timeline under a path; the zero span stands for none.
func (c chronology) address(path string, span calendar.Period) string {
	v := c.sel.Query.Values()
	if c.by != laneWords[0].by {
		v.Set("by", c.by)
	}
	if span != (calendar.Period{}) {
		v.Set("zoom", span.From.String()+"/"+span.To.String())
	}
	return addressOf(path, v)
}

// spanWords says from when to when.
func spanWords(p calendar.Period) string {
	if p.From == p.To {
		return p.From.Words()
	}
	return p.From.Words() + " to " + p.To.Words()
}

// markWords name an incident, and say what keeps it from being counted.
func markWords(l *dateline.Line) string {
	out := []string{lineTitle(l)}
	if l.Date.Inferred != "" {
		out = append(out, "the date is inferred")
	}
	return strings.Join(append(out, lineTags(l)...), "; ")
}

// timeline shows a selection in time.
func (s *site) timeline(r *http.Request) (*page, error) {
	c, err := s.chronology(r)
	if err != nil {
		return nil, err
	}
	v := timelineView{Explore: s.explore("timeline", c.sel), Dated: len(c.dated), Others: c.others, By: c.by, From: c.span.From.String(), To: c.span.To.String()}
	if len(c.dated) > 0 || c.zoomed {
		v.Drawing = s.timelineDrawing(c).SVG()
		v.Span, v.Periods = spanWords(c.span), c.periods()
	}
	v.Undated = c.undated()
	if c.zoomed {
		v.Wider = c.address("/timeline", calendar.Period{})
	}
	for _, l := range laneWords {
		other := c
		other.by = l.by
		v.Lanes = append(v.Lanes, tab{l.title, other.address("/timeline", c.zoom()), l.by == c.by})
	}
	v.Data, v.File = c.address("/timeline/data", calendar.Period{}), c.address("/timeline.svg", c.zoom())
	return &page{Title: "Timeline", Template: "timeline", Section: "incidents", Query: c.sel.Query.Text, Main: v}, nil
}

// zoom is the span that the address asks for; zero for none.
func (c chronology) zoom() calendar.Period {
	if !c.zoomed {
		return calendar.Period{}
	}
	return c.span
}

// undated is the address of the list where the incidents without a fixed date begin: they are last by date.
func (c chronology) undated() string {
	v := c.sel.Query.Values()
	v.Set("order", selection.Newest)
	v.Set("skip", strconv.Itoa(len(c.dated)))
	return addressOf("/incidents", v)
}

// mostPeriods is how many links to parts of the span there are.
const mostPeriods = 24

// periods lead to the centuries, decades, years or months of what is shown: the shortest of which there are few.
func (c chronology) periods() []tab {
	var out []tab
	for _, u := range []calendar.Unit{calendar.ByDay, calendar.ByMonth, calendar.ByYear, calendar.ByDecade, calendar.ByCentury} {
		all := u.Periods(c.span.From, c.span.To)
		if len(all) > mostPeriods && u != calendar.ByCentury {
			continue
		}
		if len(all) < 2 {
			return nil
		}
		for _, p := range all {
			out = append(out, tab{Name: u.Name(p.From), Link: c.address("/timeline", p)})
		}
		return out
	}
	return nil
}
