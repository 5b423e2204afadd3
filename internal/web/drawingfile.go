package web

import (
	"bytes"
	"net/http"
	"time"

	"dateline/internal/draw"
)

// captionLines say what was asked, how many incidents that is, and as of when.
func captionLines(e explore, now time.Time) []string {
	return []string{upper(e.Words) + ": " + number(e.Count) + " of " + plural(e.All, "incident") + ".",
		"Dateline, the ledger as of " + now.UTC().Format("2 January 2006") + ". Machine reading; reviewed in part or whole: " + number(e.Reviewed) + "."}
}

// sendDrawing sends a drawing as a file to keep.
func (s *site) sendDrawing(w http.ResponseWriter, r *http.Request, name string, d draw.SVG, c draw.Caption) {
	h := w.Header()
	h.Set("Content-Type", "image/svg+xml")
	h.Set("Content-Security-Policy", draw.AlonePolicy)
	h.Set("Content-Disposition", `attachment; filename="dateline-`+name+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(d.Alone(c)))
}
