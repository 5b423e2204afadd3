package eval

import (
	"fmt"
	"strings"
	"time"

	"dateline"
)

// gvaScene counts, over all articles of GVA, how often the first place and the first date of the article's
// main incident are the record's: the state as the first-order area, the town (or the county) by its name,
// the day. An incident without a place or a date is wrong. The town of a record is where the archive files
// the incident; an article that names a suburb of it is no worse, and counts as wrong.
type gvaScene struct{ state, town, day share }

func (s *gvaScene) add(want gvaRecord, in dateline.Incident) {
	var p dateline.Place
	if len(in.Places) > 0 {
		p = in.Places[0].Value
	}
	s.state.add(strings.EqualFold(p.Admin1, want.State))
	s.town.add(p.Name != "" && strings.EqualFold(gvaTown(p.Name), gvaTown(want.City)))
	day, err := time.Parse("January 2, 2006", want.Date)
	s.day.add(err == nil && len(in.Dates) > 0 && in.Dates[0].Value.From == day.Format(time.DateOnly) && in.Dates[0].Value.To == in.Dates[0].Value.From)
}

// gvaTown is the name of a town or county without what it is: the archive writes 'Kern (county)'.
func gvaTown(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, " (county)"), " County")
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
