package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

// aboutView is what this ledger rests on and what it is not for.
type aboutView struct {
	Stats      ledger.Stats
	AsOf       string
	Span       string // first to last day of publication; "" if none is known
	Reviewed   string // share of the statements
	Unread     portion
	Months     columns
	Gaps       []string // stretches of months without a report
	Publishers []publisherLine
	Hidden     int // publishers that are not listed
	Silent     []publisherLine
	Languages  []portion
	Voices     []portion
	Doubts     []portion
	Rules      []ruleSays
	Reading    int // rules that read
	Versions   []portion
}

// portion is how many have something, and what share of all that is.
type portion struct {
	Name  string
	N     int
	Share string
	Link  string
}

// publisherLine is what a ledger has of one publisher.
type publisherLine struct {
	Name        string
	Link        string
	Reports     int
	First, Last string // days; "" if none is known
	Undated     int
	Unread      string // share
	Ago         int    // days from its last report to those of others
	Every       int    // days between its reports, on the mean
}

// ruleSays is a rule of headline figures, with what it does.
type ruleSays struct{ Name, Says string }

// What the page lists at most, and from when on a source counts as silent.
const (
	mostPublishers = 100
	mostGaps       = 24
	silentDays     = 180
	silentTimes    = 4 // as long as it usually takes to the next report, or longer
	silentReports  = 5 // a source with fewer has no rhythm that could break off
	othersGoOn     = 3 // sources with later reports: one date that is wrong makes no silence
)

// about shows the method in short, its limits, and what this ledger covers, counted from the ledger as it is.
func (s *site) about(r *http.Request) (*page, error) {
	v, err := s.data.get(r.Context(), s.view.Stamp(), s.newAbout)
	if err != nil {
		return nil, err
	}
	return &page{Title: "About this data", Template: "about", Section: "about", Main: v}, nil
}

// newAbout counts all that the page shows.
func (s *site) newAbout(ctx context.Context) (v aboutView, err error) {
	if v.Stats, err = s.view.Stats(ctx); err != nil {
		return v, err
	}
	c, err := s.view.Coverage(ctx)
	if err != nil {
		return v, err
	}
	at, err := s.view.Changed(ctx)
	if err != nil {
		return v, err
	}
	docket, err := s.view.Docket(ctx)
	if err != nil {
		return v, err
	}
	v.AsOf = fetchedWords(at)
	v.Reviewed = number(docket.Reviewed()) + " (" + portionOf(docket.Reviewed(), v.Stats.Statements) + ")"
	if v.Stats.First != "" {
		v.Span = edtfWords(v.Stats.First) + " to " + edtfWords(v.Stats.Last)
	}
	v.cover(c)
	for _, r := range analysis.Rules {
		v.Rules = append(v.Rules, ruleSays{string(r), r.Says()})
	}
	v.Reading = len(rules().named)
	v.Versions, err = s.versions(ctx, v.Stats, c)
	return v, err
}

// versions says what made the data.
func (s *site) versions(ctx context.Context, stats ledger.Stats, c ledger.Coverage) ([]portion, error) {
	linked, err := s.view.Mark(ctx, "linked")
	out := []portion{{Name: "Dateline " + cmp.Or(s.opts.Version, "of an unknown version")}, {Name: "coded form " + dateline.Schema},
		{Name: fmt.Sprintf("ledger schema %d", stats.Version)}}
	if linked != "" {
		out = append(out, portion{Name: "linking " + linked})
	}
	for _, one := range c.Coders {
		out = append(out, portion{Name: "coder " + one.Of, Share: "read " + plural(one.N, "report") + " last"})
	}
	return out, err
}

// cover words what the reports cover.
func (v *aboutView) cover(c ledger.Coverage) {
	n := v.Stats.Reports
	v.Unread = portion{N: c.Unread, Share: portionOf(c.Unread, n), Link: "/reports?unread=yes"}
	v.Languages = shares(c.Languages, n, func(s string) string { return cmp.Or(s, "not recognised") })
	v.Voices = shares(c.Voices, v.Stats.Statements, func(s string) string {
		if s == "" {
			return "the report itself"
		}
		return cmp.Or(classWords(dateline.SpeakerClass(s)), s)
	})
	v.Doubts = shares(c.Doubts, v.Stats.Doubts, func(s string) string { return upper(cmp.Or(s, "no reason")) })
	all := monthsOf(c.Months)
	v.Months = newColumns("Reports by the month in which they were published", []keyEntry{{"solid", "reports"}}, all)
	v.Gaps = gaps(all)
	v.sources(c.Publishers)
}

// shares words counts, the most first, then by name.
func shares(all []ledger.Count, of int, name func(string) string) []portion {
	var out []portion
	for _, c := range all {
		out = append(out, portion{Name: name(c.Of), N: c.N, Share: portionOf(c.N, of)})
	}
	slices.SortStableFunc(out, func(a, b portion) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Name, b.Name)) })
	return out
}

// portionOf is a share in words: none and all are only said of none and all.
func portionOf(n, of int) string {
	switch p := n * 100 / max(1, of); {
	case n == 0:
		return "none"
	case n == of:
		return "all"
	case p == 0:
		return "under 1 %"
	default:
		return number(p) + " %"
	}
}

// monthsOf lists every month from the first to the last, those without a report too.
func monthsOf(all []ledger.Press) []column {
	n := map[string]int{}
	for _, p := range all {
		n[p.Month] = p.Reports
	}
	if len(all) == 0 {
		return nil
	}
	var out []column
	at, err := time.Parse("2006-01", all[0].Month)
	for ; err == nil; at = at.AddDate(0, 1, 0) {
		month := at.Format("2006-01")
		if month > all[len(all)-1].Month || len(out) > 12*200 {
			break
		}
		out = append(out, column{Time: month, N: []int{n[month]}, Line: -1})
	}
	return out
}

// gaps lists the stretches of months without a report, the latest first.
func gaps(all []column) []string {
	var out []string
	for i := len(all) - 1; i >= 0; i-- {
		last := i
		for i >= 0 && all[i].N[0] == 0 {
			i--
		}
		switch {
		case last == i:
		case last == i+1:
			out = append(out, edtfWords(all[last].Time))
		default:
			out = append(out, edtfWords(all[i+1].Time)+" to "+edtfWords(all[last].Time)+" ("+number(last-i)+" months)")
		}
	}
	if n := len(out) - mostGaps; n > 0 {
		out = append(out[:mostGaps], "and "+number(n)+" earlier ones")
	}
	return out
}

// sources lists the publishers, those with most reports first, and those from whom nothing has come for long.
func (v *aboutView) sources(all []ledger.PublisherCount) {
	var out []publisherLine
	latest := latestOf(all)
	for _, p := range all {
		l := publisherLine{Name: outlet(p.Publisher), Reports: p.Reports, Undated: p.Undated, First: p.First, Last: p.Last, Unread: portionOf(p.Unread, p.Reports)}
		l.Link = addressOf("/reports", map[string][]string{"publisher": {cmp.Or(p.Publisher, noPublisher)}})
		if p.Publisher == "" {
			l.Name = "publisher not known"
		}
		if p.Last != "" {
			l.Ago, l.Every = daysFrom(p.Last, latest), daysFrom(p.First, p.Last)/max(1, p.Reports-p.Undated-1)
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b publisherLine) int { return cmp.Or(b.Reports-a.Reports, cmp.Compare(a.Name, b.Name)) })
	for i := range out {
		if l := out[i]; l.Reports-l.Undated >= silentReports && l.Ago > max(silentDays, silentTimes*l.Every) && len(v.Silent) < mostGaps {
			v.Silent = append(v.Silent, l)
		}
		out[i].First, out[i].Last = dayOr(out[i].First), dayOr(out[i].Last)
	}
	for i := range v.Silent {
		v.Silent[i].Last = dayOr(v.Silent[i].Last)
	}
	v.Publishers = out[:min(len(out), mostPublishers)]
	v.Hidden = len(out) - len(v.Publishers)
}

// latestOf is the last day that othersGoOn sources reach; "" if fewer have one.
func latestOf(all []ledger.PublisherCount) string {
	var days []string
	for _, p := range all {
		days = append(days, p.Last)
	}
	slices.Sort(days)
	if len(days) < othersGoOn {
		return ""
	}
	return days[len(days)-othersGoOn]
}

// dayOr words a day; "" for none.
func dayOr(day string) string {
	if day == "" {
		return ""
	}
	return edtfWords(day)
}
