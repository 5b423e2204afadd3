package web

import (
	"context"
	"maps"
	"slices"
	"strings"

	"dateline/internal/analysis"
)

// laterTurn is what speaks against an account of who did it.
type laterTurn struct {
	Words      string
	Brief      string // for a list: 'later denied'
	Statements []string
}

// laterTurns says, by Statement.ID, what later speaks against what it tells of who did it.
func laterTurns(turns []analysis.Turn) map[string]laterTurn {
	out := map[string]laterTurn{}
	for _, t := range turns {
		if t.Later == nil {
			continue
		}
		l := laterTurn{"later: " + string(t.Later.Status), briefly(t.Later.Status), t.Later.Statements}
		if day := t.Later.Since; day != "" {
			l.Words += ", told " + edtfWords(day)
		}
		for _, id := range t.Statements {
			out[id] = l
		}
	}
	return out
}

// briefly says in a list that something was taken back.
func briefly(s analysis.Status) string {
	switch s {
	case analysis.ClaimWithdraw:
		return "later retracted"
	case analysis.Overturned:
		return "later overturned"
	}
	return "later " + string(s)
}

// spokenAgainst is laterTurns of incidents as lists show them; those of which nothing is taken back are not read.
func (s *site) spokenAgainst(ctx context.Context, incidents []string) (map[string]laterTurn, error) {
	ids, err := s.view.Contested(ctx, incidents)
	if err != nil || ids == nil {
		return nil, err
	}
	all, err := s.view.IncidentsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := map[string]laterTurn{}
	for i := range all {
		in, err := s.thin(ctx, &all[i], nil)
		if err != nil {
			return nil, err
		}
		entries, err := s.view.Statements(ctx, in.Statements)
		if err != nil {
			return nil, err
		}
		maps.Copy(out, laterTurns(analysis.Responsibility(in, accounts(entries))))
	}
	return out, nil
}

// laterOf is what speaks against the first of these Statements that something speaks against.
func laterOf(later map[string]laterTurn, statements []string) (laterTurn, bool) {
	for _, id := range statements {
		if l, ok := later[id]; ok {
			return l, true
		}
	}
	return laterTurn{}, false
}

// lifeChart draws who is held responsible over time: a lane for each who is named, a column for each day, a mark for
// each turn. The zero lifeChart is drawn as nothing.
type lifeChart struct {
	Width, Height int
	Title, Words  string // Words is the text alternative
	Lanes         []lifeLane
	Days          []tick
	Marks         []lifeMark
	Keys          []lifeMark // each shape that is drawn, for the legend
	Left, Base    int
}

type lifeLane struct {
	Label string
	Y     int
}

// lifeMark is a turn. Its shape says what sort it is; Spent: something later speaks against it.
type lifeMark struct {
	X, Y  int
	Shape string // "claim", "blame", "court", "end", "none"
	Spent bool
	Title string
}

// The measures of a lifeChart, in the units of its view box.
const (
	lifeWidth = 640
	lifeLeft  = 190
	lifeRow   = 34
	lifeTop   = 10
	mostLanes = 12
	mostDays  = 9
)

// lifeShape says which mark a status has; none of them says that anybody did it.
func lifeShape(s analysis.Status) string {
	switch s {
	case analysis.ClaimedIt:
		return "claim"
	case analysis.Charged, analysis.OnTrial, analysis.Convicted, analysis.Judged:
		return "court"
	case analysis.DeniedIt, analysis.ClaimWithdraw, analysis.Acquitted, analysis.Overturned:
		return "end"
	case analysis.Unclaimed:
		return "none"
	}
	return "blame"
}

// lifeKeys words the shapes, in the order of the legend.
var lifeKeys = []lifeMark{{Shape: "none", Title: "no claim"}, {Shape: "claim", Title: "claimed"}, {Shape: "blame", Title: "named, blamed or suspected"},
	{Shape: "court", Title: "before a court"}, {Shape: "end", Title: "denied, retracted, acquitted or overturned"}}

// newLifeChart draws turns that are in the order of time. There is nothing to draw of a single day.
func newLifeChart(turns []analysis.Turn, name func(actor string) string) lifeChart {
	lanes, days := lifeLanes(turns, name), lifeDays(turns)
	if len(days) < 2 {
		return lifeChart{}
	}
	c := lifeChart{Width: lifeWidth, Left: lifeLeft, Title: "Who is held responsible, over time"}
	if len(lanes) > mostLanes {
		lanes = lanes[:mostLanes]
	}
	for i, l := range lanes {
		c.Lanes = append(c.Lanes, lifeLane{short(l), lifeTop + i*lifeRow + lifeRow/2})
	}
	c.Base = lifeTop + len(lanes)*lifeRow
	c.Height = c.Base + 22
	c.mark(turns, lanes, days, name)
	for i := 0; i < len(days); i += (len(days) + mostDays - 1) / mostDays {
		c.Days = append(c.Days, tick{dayAt(i, len(days)), dayWords(days[i])})
	}
	if len(days) > 4 {
		for i := range c.Days {
			c.Days[i].Label = shortDay(c.Days[i].Label)
		}
	}
	return c
}

// shortDay cuts the month of a day to three letters.
func shortDay(s string) string {
	f := strings.Fields(s)
	if len(f) == 3 && len(f[1]) > 3 && !strings.HasPrefix(s, "day") {
		f[1] = f[1][:3]
	}
	return strings.Join(f, " ")
}

// mark places the turns; several of one lane and day stand side by side.
func (c *lifeChart) mark(turns []analysis.Turn, lanes, days []string, name func(actor string) string) {
	taken, shapes := map[[2]int]int{}, map[string]bool{}
	var words []string
	for i := range turns {
		t := &turns[i]
		lane, day := slices.Index(lanes, lifeName(t, name)), slices.Index(days, lifeDay(t))
		m := lifeMark{Shape: lifeShape(t.Status), Spent: t.Later != nil, Title: dayWords(lifeDay(t)) + ": " + lifeWords(t)}
		words = append(words, m.Title)
		if lane < 0 {
			continue
		}
		cell := [2]int{lane, day}
		m.X, m.Y = dayAt(day, len(days))+13*taken[cell], c.Lanes[lane].Y
		taken[cell]++
		shapes[m.Shape] = true
		c.Marks = append(c.Marks, m)
	}
	for _, k := range lifeKeys {
		if shapes[k.Shape] {
			c.Keys = append(c.Keys, k)
		}
	}
	c.Words = strings.Join(words, "; ") + "."
}

// lifeName is whose lane a turn stands in.
func lifeName(t *analysis.Turn, name func(actor string) string) string {
	switch {
	case t.Actor != "":
		return name(t.Actor)
	case t.Who == "":
		return "nobody named"
	}
	return tidy(t.Who)
}

func lifeWords(t *analysis.Turn) string {
	s := string(t.Status)
	if t.Who != "" {
		s = tidy(t.Who) + " " + s
	}
	if len(t.By) > 0 {
		s += ", by the word of " + voiceWords(t.By[0])
	}
	if t.Later != nil {
		s += " (later " + string(t.Later.Status) + ")"
	}
	return s
}

// lifeDay is the day by which a turn stands: the text's own, else that of the first report; "" if unknown.
func lifeDay(t *analysis.Turn) string {
	if t.Said.From != "" {
		return t.Said.From
	}
	return t.Since
}

// lifeLanes lists who is named, in the order of their first turn.
func lifeLanes(turns []analysis.Turn, name func(actor string) string) []string {
	var out []string
	for i := range turns {
		out = append(out, lifeName(&turns[i], name))
	}
	return unique(out)
}

// lifeDays lists the days, unknown ones last.
func lifeDays(turns []analysis.Turn) []string {
	var out []string
	for i := range turns {
		out = append(out, lifeDay(&turns[i]))
	}
	slices.SortFunc(out, func(a, b string) int {
		if (a == "") != (b == "") {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(out)
}

func dayAt(i, n int) int {
	return lifeLeft + 24 + i*(lifeWidth-lifeLeft-110)/max(1, n-1)
}
