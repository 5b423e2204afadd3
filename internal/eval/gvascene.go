package eval

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline"
)

// gvaScene counts, over all articles of GVA, how often the first place and the first date of the article's
// main incident are the record's: the state as the first-order area, the town (or the county) by its name,
// or by that of the town whose quarter it is, the day. An incident without a place or a date is wrong. The town of a record is where the archive files
// the incident; an article that names a suburb of it is no worse, and counts as wrong, unless the record names
// both ('Pittsburgh (Wilkinsburg)').
type gvaScene struct{ state, town, day share }

func (s *gvaScene) add(want gvaRecord, in dateline.Incident) {
	var p dateline.Place
	if len(in.Places) > 0 {
		p = in.Places[0].Value
	}
	s.state.add(strings.EqualFold(strings.TrimSuffix(p.Admin1, " State"), want.State))
	s.town.add(slices.ContainsFunc(gvaTowns(want.City), func(name string) bool {
		return p.Name != "" && strings.EqualFold(gvaTown(p.Name), gvaTown(name)) || p.Town != "" && strings.EqualFold(gvaTown(p.Town), gvaTown(name))
	}))
	day, err := time.Parse("January 2, 2006", want.Date)
	s.day.add(err == nil && len(in.Dates) > 0 && in.Dates[0].Value.From == day.Format(time.DateOnly) && in.Dates[0].Value.To == in.Dates[0].Value.From)
}

// gvaTowns are the names that a record has for its town: 'Pittsburgh (Wilkinsburg)' is either, and a saint is
// written in full or short.
func gvaTowns(city string) []string {
	town, part, _ := strings.Cut(strings.TrimSuffix(city, ")"), " (")
	out := []string{town}
	if part != "" && part != "county" {
		out = append(out, part)
	}
	for _, name := range out {
		if saint, is := strings.CutPrefix(name, "Saint "); is {
			out = append(out, "St. "+saint)
		}
	}
	return out
}

// gvaTown is the name of a town or county without what it is, and without the article: the archive writes 'Kern (county)' and 'Bronx'.
func gvaTown(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(name, "The "), " (county)"), " County")
	return strings.TrimSuffix(strings.TrimSuffix(name, " City"), " Township")
}

func (s *gvaScene) notes() []string {
	var out []string
	for _, f := range []struct {
		name string
		is   share
	}{{"state", s.state}, {"town", s.town}, {"day", s.day}} {
		out = append(out, fmt.Sprintf("%-11s %s per cent of %d", f.name, f.is.percent(), f.is.all))
	}
	return out
}
