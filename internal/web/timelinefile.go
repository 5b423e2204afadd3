package web

import (
	"net/http"
	"time"

	"dateline/internal/draw"
)

// timelineFile sends the timeline as a drawing that stands alone.
func (s *site) timelineFile(w http.ResponseWriter, r *http.Request) {
	c, err := s.chronology(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if len(c.dated) == 0 {
		s.fail(w, r, &fault{http.StatusNotFound, "There is nothing to draw", "No incident of this selection has a date that is fixed."})
		return
	}
	notes := []string{"A bar runs from the first to the last day on which an incident may have been, by its best supported date.",
		"A period is counted in two parts: what lies in it for certain, and what may lie in it, for its span reaches over the period’s end."}
	if c.others > 0 {
		notes = append(notes, "Not drawn: "+plural(c.others, "incident")+" of the selection without a fixed date.")
	}
	s.sendDrawing(w, r, "timeline.svg", s.timelineDrawing(c).SVG(), draw.Caption{Title: "Incidents in time",
		Lines: captionLines(s.explore("timeline", c.sel), time.Now()), Notes: notes})
}
