package load

import (
	"math"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Sample is what readers ask for: identifiers and words of a ledger, each list spread over it.
type Sample struct {
	Reports, Statements, Incidents []string // identifiers
	Unruled                        []string // statements on which nobody ruled
	Groups                         []string // Actor.ID, as often as incidents name them
	Kinds                          []string // of incidents, as often as there are such
	Countries                      []string // likewise
	Days                           []string // of incidents, YYYY-MM-DD
	Titles                         []string // of reports: their words are searched for
	few                            bool     // a few of each list are asked for often, and most seldom
}

// Trials are the bars of the pages: what many readers do to a ledger for so long. Those of "pages" open whatever there is,
// as often one thing as another, so that hardly any page was made before: no site has such readers, and none is harder to
// serve. Those of "few pages often" return: the n-th of a list is asked for as often as the first divided by n to the power
// of 0.75, in the middle of what Breslau and others measured of requests of the web (0.64 to 0.83, INFOCOM 1999).
func (s Sample) Trials(long time.Duration) []Trial {
	again := s
	again.few = true
	pages := Bar{P99: 100 * time.Millisecond, Bytes: 200_000}
	return []Trial{
		{Name: "pages", Rate: 500, For: long, Next: s.page, Bar: pages},
		{Name: "few pages often", Rate: 500, For: long, Next: again.page, Bar: pages},
		{Name: "ranked search", Rate: 50, For: long, Next: s.search, Bar: Bar{P99: 500 * time.Millisecond, Max: 2 * time.Second, Bytes: 200_000}},
	}
}

// Decisions is the bar of rulings: each is on a statement of its own, as long as there are any, and is kept in the
// ledger for ever.
func (s Sample) Decisions(long time.Duration) Trial {
	return Trial{Name: "decisions", Rate: 200, For: min(long, time.Duration(len(s.Unruled))*time.Second/200), Next: s.decision,
		Bar: Bar{P99: 50 * time.Millisecond}}
}

func (s Sample) decision(i int) Ask {
	return Ask{Path: "/decisions", Status: http.StatusSeeOther, Form: url.Values{"ruling": {"accept"}, "on": {s.Unruled[i%len(s.Unruled)]},
		"reason": {"a trial of how fast decisions are kept"}, "author": {"load"}, "seen": {""}}}
}

// draw picks one of a list; "" of none.
func (s Sample) draw(r *rand.Rand, list []string) string {
	switch n := len(list); {
	case n == 0:
		return ""
	case s.few:
		const left = 1 - 0.75
		return list[min(n, int(math.Pow(1+r.Float64()*(math.Pow(float64(n+1), left)-1), 1/left)))-1]
	default:
		return list[r.IntN(n)]
	}
}

// dice are the chances of request i.
func dice(i int) *rand.Rand { return rand.New(rand.NewPCG(7, uint64(i))) }

// Opening is a kind of page, how many of a hundred readers open it, and where it is.
type Opening struct {
	Name  string
	Share int           // 0 for what a script asks for, and no reader
	First time.Duration // how soon the first should be there, of a server that has shown none; 0 asks for nothing
	path  func(Sample, *rand.Rand) string
}

// wholeSet is how soon all incidents should be there for the timeline and the map.
const wholeSet = time.Second

// Openings are the kinds of pages.
var Openings = []Opening{
	{"home", 10, 0, func(Sample, *rand.Rand) string { return "/" }},
	{"group", 15, 0, func(s Sample, r *rand.Rand) string { return "/groups/" + url.PathEscape(s.draw(r, s.Groups)) }},
	{"incident", 25, 0, func(s Sample, r *rand.Rand) string { return "/incidents/" + s.draw(r, s.Incidents) }},
	{"report", 15, 0, func(s Sample, r *rand.Rand) string { return "/reports/" + s.draw(r, s.Reports) }},
	{"statement", 15, 0, func(s Sample, r *rand.Rand) string { return "/statements/" + s.draw(r, s.Statements) }},
	{"reports", 5, 0, func(Sample, *rand.Rand) string { return "/reports" }},
	{"incidents", 15, 0, func(s Sample, r *rand.Rand) string { return "/incidents?" + s.narrowed(r).Encode() }},
	{"timeline data", 0, wholeSet, func(Sample, *rand.Rand) string { return "/timeline/data" }},
	{"map data", 0, wholeSet, func(Sample, *rand.Rand) string { return "/map/data" }},
}

// Asks are the first n pages of a kind.
func (s Sample) Asks(o Opening, n int) []Ask {
	var out []Ask
	for i := range n {
		out = append(out, Ask{Path: o.path(s, dice(i))})
	}
	return out
}

// page is what one of many readers opens.
func (s Sample) page(i int) Ask {
	r := dice(i)
	n := r.IntN(100)
	for _, o := range Openings {
		if n -= o.Share; n < 0 {
			return Ask{Path: o.path(s, r)}
		}
	}
	return Ask{Path: "/"}
}

// narrowed is a selection of incidents by one to three of what may narrow it.
func (s Sample) narrowed(r *rand.Rand) url.Values {
	q := url.Values{}
	for range 1 + r.IntN(3) {
		switch r.IntN(4) {
		case 0:
			q.Set("kind", s.draw(r, s.Kinds))
		case 1:
			q.Set("country", s.draw(r, s.Countries))
		case 2:
			q.Set("group", s.draw(r, s.Groups))
		case 3:
			from, to := s.draw(r, s.Days), s.draw(r, s.Days)
			q.Set("from", min(from, to))
			q.Set("to", max(from, to))
		}
	}
	return q
}

// common are words that a great part of all reports have.
var common = []string{"killed", "attack", "police", "killed people", "the", "in", "gunmen killed", `"said on"`}

// search is what one of many readers looks for: a common word one time in four, else words of a title.
func (s Sample) search(i int) Ask {
	r := dice(i)
	words := s.draw(r, common)
	if r.IntN(4) > 0 {
		title := strings.Fields(s.draw(r, s.Titles))
		n := min(len(title), 1+r.IntN(3))
		if from := len(title) - n; n > 0 {
			at := r.IntN(from + 1)
			words = strings.Join(title[at:at+n], " ")
		}
	}
	return Ask{Path: "/incidents?" + url.Values{"q": {words}}.Encode()}
}
