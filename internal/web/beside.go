package web

import (
	"cmp"
	"iter"
	"net/http"
	"slices"

	"dateline"
	"dateline/internal/calendar"
	"dateline/internal/selection"
)

// walk leads through the selection from which an incident was opened.
type walk struct {
	At, Of        int    // its place in it, from 1; 0 if it is not in it
	Words         string // the query in words
	List          string // the address of the list, at the page that has it
	Before, After string // addresses; "" at an end
}

// wholeView is what an incident is a part of, or the whole of.
type wholeView struct {
	Whole bool // it tells several parts at once
	Parts []nearLine
}

// nearLine is another incident beside this one.
type nearLine struct {
	shown
	Tags []string
	Away string // how far in time and place; "" of a part of the series
}

// How far neighbours are, and how many a page names.
const (
	nearDays  = 7
	nearKm    = 50
	mostNear  = 10
	mostParts = 30
)

// beside adds what lies beside in: in the selection of the address, in its series, in time and place.
func (s *site) beside(r *http.Request, in *dateline.Incident, v *incidentView) error {
	sel, x, err := s.selected(r)
	if err != nil {
		return err
	}
	own := x.Line(in.ID)
	if own == nil {
		return nil // the index is a moment behind the ledger
	}
	v.Walk = s.walk(sel, own)
	v.Locator = locator(own)
	v.Whole = wholeOf(own, x.Series(own.Series))
	v.Near = nearTo(own, x.Around(own.Place.Lat, own.Place.Lon, nearKm))
	return nil
}

func (s *site) walk(sel selection.Selection, own *dateline.Line) walk {
	at := slices.Index(sel.Lines, own)
	if at < 0 {
		return walk{}
	}
	w := walk{At: at + 1, Of: len(sel.Lines), Words: s.queryWords(sel.Query), List: listAt(sel.Query, at, s.opts.PerPage)}
	if at > 0 {
		w.Before = incidentAt(sel.Lines[at-1].ID, sel.Query)
	}
	if at+1 < len(sel.Lines) {
		w.After = incidentAt(sel.Lines[at+1].ID, sel.Query)
	}
	return w
}

// incidentAt is the address of an incident opened from the list of a query.
func incidentAt(id string, q selection.Query) string { return at("/incidents/"+id, q) }

// wholeOf lists the other parts of a line's series, whose lines are by date; nil if it is of none.
func wholeOf(own *dateline.Line, all []*dateline.Line) *wholeView {
	if own.Series == "" {
		return nil
	}
	w := &wholeView{Whole: own.Whole}
	for _, l := range all {
		if l.ID != own.ID && len(w.Parts) < mostParts {
			n := newNearLine(l)
			if l.Whole {
				n.Tags = append(n.Tags, "tells several parts at once")
			}
			w.Parts = append(w.Parts, n)
		}
	}
	return w
}

func newNearLine(l *dateline.Line) nearLine {
	return nearLine{shown: shown{Text: lineTitle(l), Link: "/incidents/" + l.ID, Note: plural(l.Reports, "report")}, Tags: lineTags(l)}
}

// lineTitle names an incident as incidentTitle does.
func lineTitle(l *dateline.Line) string {
	in := dateline.Incident{Kind: l.Kind}
	if l.Place.Name != "" {
		in.Places = []dateline.Told[dateline.Place]{{Value: l.Place}}
	}
	if !l.Date.IsZero() {
		in.Dates = []dateline.Told[dateline.Date]{{Value: l.Date}}
	}
	return incidentTitle(&in)
}

func lineTags(l *dateline.Line) []string {
	return incidentTags(&dateline.Incident{Reality: l.Reality, Background: l.Background})
}

// nearTo lists incidents that can lie within nearDays and nearKm of a line, the nearest in time first, then in place. A
// place that is not at least near a settlement is no point, and nothing is near it.
func nearTo(own *dateline.Line, all iter.Seq[*dateline.Line]) []nearLine {
	if !selection.Pointed(own) || !own.Date.Fixed() {
		return nil
	}
	first, last := dayShift(own.Date.From, -nearDays), dayShift(own.Date.To, nearDays)
	type found struct {
		line *dateline.Line
		days int
		km   float64
	}
	var near []found
	for l := range all {
		if l.Date.To < first || l.Date.From > last || l.ID == own.ID || !selection.Pointed(l) || !l.Date.Fixed() {
			continue
		}
		if km := own.Place.Kilometres(l.Place); km <= nearKm {
			near = append(near, found{l, apart(own.Date, l.Date), km})
		}
	}
	slices.SortFunc(near, func(a, b found) int {
		return cmp.Or(cmp.Compare(max(a.days, -a.days), max(b.days, -b.days)), cmp.Compare(a.km, b.km), cmp.Compare(a.line.ID, b.line.ID))
	})
	var out []nearLine
	for _, f := range near[:min(len(near), mostNear)] {
		n := newNearLine(f.line)
		n.Away = daysWords(f.days) + ", " + kmWords(f.km)
		out = append(out, n)
	}
	return out
}

// dayShift is a day so many days later; the day itself if it is none.
func dayShift(day string, by int) string {
	d, ok := calendar.Parse(day)
	if !ok {
		return day
	}
	return (d + calendar.Day(by)).String()
}

// apart is how many days lie from a to b: 0 if they can be one day, below 0 if b is the earlier.
func apart(a, b dateline.Date) int {
	switch {
	case b.From > a.To:
		return daysFrom(a.To, b.From)
	case b.To < a.From:
		return -daysFrom(b.To, a.From)
	}
	return 0
}

// daysFrom is how many days lie from a to b; 0 if either is none.
func daysFrom(a, b string) int {
	from, known := calendar.Parse(a)
	to, ok := calendar.Parse(b)
	if !known || !ok {
		return 0
	}
	return int(to - from)
}

func daysWords(n int) string {
	switch {
	case n == 0:
		return "same time"
	case n > 0:
		return plural(n, "day") + " later"
	}
	return plural(-n, "day") + " earlier"
}

func kmWords(km float64) string {
	if km < 1 {
		return "same place"
	}
	return number(int(km+.5)) + " km away"
}
