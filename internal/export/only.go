package export

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// Cut picks incidents of a group; see analysis.Cut.
type Cut = analysis.Cut

// ParseCut reads a Cut as it stands in an address: 'time=2024&kind=bombing'. A name that is none of its
// fields is an error that lists them.
func ParseCut(query string) (Cut, error) {
	q, err := url.ParseQuery(query)
	if err != nil {
		return Cut{}, fmt.Errorf("read %q: %w", query, err)
	}
	for name := range q {
		if names := analysis.CutNames(); !slices.Contains(names, name) {
			return Cut{}, fmt.Errorf("incidents have no field %q, but %s", name, strings.Join(names, ", "))
		}
	}
	return analysis.CutOf(q), nil
}

// Incidents returns those of the group that c picks, in the order of the profile.
func (g Group) Incidents(c Cut) []dateline.Incident {
	var out []dateline.Incident
	for _, e := range analysis.Pick(g.Dossier.Entries, c) {
		out = append(out, e.Incident)
	}
	return out
}

// Only writes the incidents that c picks for people, a line each.
func (g Group) Only(w io.Writer, c Cut) error {
	s := newSheet(w)
	picked := analysis.Pick(g.Dossier.Entries, c)
	s.title(g.Profile.Actor.Name + ": " + plural(len(picked), "incident"))
	rows := [][]string{}
	for _, e := range picked {
		rows = append(rows, []string{dateHead(e.Incident), string(e.Incident.Kind), placeHead(e.Incident), heldWords(e.Involvement)})
	}
	s.rows(0, rows)
	return s.end()
}

// OnlyJSON writes them as lines of JSON, in the words of the coded form.
func (g Group) OnlyJSON(w io.Writer, c Cut) error {
	for _, in := range g.Incidents(c) {
		if err := Incident(w, in, reviewsOf(g.cited)); err != nil {
			return err
		}
	}
	return nil
}
