package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/selection"
)

// timelineData is a selection for the script: its incidents with a fixed date in the order of its first day, as columns.
type timelineData struct {
	First, Last int        // the whole span, as days since 1970-01-01
	Lanes       []laneData // at most 31
	From        []int      // the first possible day: days after that of the incident before, or after First
	More        []int      // days from the first possible day to the last
	Flags       string     // a digit each: 1 if it counts as an incident, and 2 if its day is exact
	In          []int      // the lanes that it is in: a bit each
	IDs         string     // 16 digits each
}

type laneData struct {
	Name  string
	Count int
}

// timelineData sends the whole selection, whatever the zoom.
func (s *site) timelineData(w http.ResponseWriter, r *http.Request) {
	c, err := s.chronology(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	sendData(w, s.columnsOf(c))
}

func (s *site) columnsOf(c chronology) timelineData {
	d := timelineData{First: int(c.whole.From), Last: int(c.whole.To), Lanes: []laneData{}}
	in := make(map[*dateline.Line]int, len(c.dated))
	for i, l := range selection.Lanes(c.dated, c.by, timelineLanes) {
		d.Lanes = append(d.Lanes, laneData{labeller{s}.lane(c.by, l), len(l.Lines)})
		for _, line := range l.Lines {
			in[line] |= 1 << i
		}
	}
	var ids, flags strings.Builder
	before := c.whole.From
	d.From, d.More, d.In = make([]int, 0, len(c.dated)), make([]int, 0, len(c.dated)), make([]int, 0, len(c.dated))
	for _, l := range c.dated {
		days, ok := draw.Days(l)
		if !ok {
			continue
		}
		d.From, d.More, d.In = append(d.From, int(days.From-before)), append(d.More, days.Days()-1), append(d.In, in[l])
		before = days.From
		flags.WriteByte(flagOf(l))
		ids.WriteString(l.ID)
	}
	d.Flags, d.IDs = flags.String(), ids.String()
	return d
}

func flagOf(l *dateline.Line) byte {
	f := byte('0')
	if l.Counts() {
		f++
	}
	if draw.Exact(l) {
		f += 2
	}
	return f
}

// sendData sends v as JSON.
func sendData(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v) // a reader who has gone is no fault of ours
}
