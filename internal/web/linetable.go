package web

import (
	"cmp"
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/tabular"
)

// lineColumns head the table of a selection. It is one line for each incident, by its best supported accounts; the
// export of all accounts with their sources is `dateline export`.
var lineColumns = []string{"incident", "kind", "reality", "background", "counted", "date", "date_from", "date_to", "dates_told", "place", "admin1", "country",
	"precision", "lat", "lon", "inferred", "places_told", "killed_low", "killed_high", "groups", "held_responsible", "reports", "independent_accounts",
	"statements", "reviewed_statements", "sources"}

// lineTable sends what a query selects as comma-separated values, in its order.
func (s *site) lineTable(w http.ResponseWriter, r *http.Request) {
	sel, _, err := s.selected(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="incidents.csv"`)
	if r.Method == http.MethodHead {
		return
	}
	out := csv.NewWriter(w)
	out.Write(lineColumns) // a reader who has gone is no fault of ours; so below
	for _, l := range sel.Lines {
		out.Write(s.lineCells(l))
	}
	out.Flush()
}

// lineCells are the cells of a line. A point stands only where one is known; a date that is not fixed has no days.
func (s *site) lineCells(l *dateline.Line) []string {
	lat, lon, low, high := "", "", tabular.NotReported, tabular.NotReported
	if l.Place.Precision.Pointed() && l.Place.Inferred == "" {
		lat, lon = strconv.FormatFloat(l.Place.Lat, 'f', -1, 64), strconv.FormatFloat(l.Place.Lon, 'f', -1, 64)
	}
	if l.Killed != nil {
		low, high = bound(l.Killed.Low), bound(l.Killed.High)
	}
	var groups, held []string
	for _, g := range l.Groups {
		groups = append(groups, s.book.Name(g))
	}
	for _, h := range l.Held {
		held = append(held, s.book.Name(h.Actor)+" ("+string(h.Degree)+")")
	}
	cells := []string{l.ID, string(l.Kind), string(l.Reality), strconv.FormatBool(l.Background), strconv.FormatBool(l.Counts()),
		cmp.Or(l.Date.EDTF, tabular.NotReported), l.Date.From, l.Date.To, strconv.Itoa(l.Dates), cmp.Or(l.Place.Name, tabular.NotReported), l.Place.Admin1, place.CountryName(l.Place.Country),
		string(l.Place.Precision), lat, lon, l.Place.Inferred, strconv.Itoa(l.Places), low, high, cmp.Or(strings.Join(groups, "; "), tabular.NotReported), cmp.Or(strings.Join(held, "; "), tabular.NotReported),
		strconv.Itoa(l.Reports), strconv.Itoa(l.Independent), strconv.Itoa(l.Statements), strconv.Itoa(l.Reviewed), strings.Join(l.Sources, "; ")}
	for i := range cells {
		if cells[i] != lat && cells[i] != lon {
			cells[i] = tabular.Words(cells[i], tabular.NotApplicable)
		}
	}
	return cells
}

func bound(n *int) string {
	if n == nil {
		return tabular.Unknown
	}
	return strconv.Itoa(*n)
}
