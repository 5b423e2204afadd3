package load

import (
	"cmp"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"time"
)

// Trial is what is asked of a server, and how it should answer.
type Trial struct {
	Name string
	Rate int // a second
	For  time.Duration
	Next func(i int) Ask // the request i, the same each time
	Bar  Bar
}

// Ask is one request.
type Ask struct {
	Path   string     // with the query
	Form   url.Values // sent with POST; nil is GET
	Status int        // that is right; 0 is 200
}

func (a Ask) method() string {
	if a.Form != nil {
		return http.MethodPost
	}
	return http.MethodGet
}

func (a Ask) status() int { return cmp.Or(a.Status, http.StatusOK) }

// Bar is how well a server should answer; a zero field asks for nothing.
type Bar struct {
	P99   time.Duration // of a hundred answers all but one are as fast
	Max   time.Duration // every answer is as fast
	Bytes int64         // no answer is longer, over the wire
}

// Result is what came of a Trial.
type Result struct {
	Trial
	Took             time.Duration  // from the first request to the last answer
	Answered         int            // of whatever status
	Failed           map[string]int // by what went wrong
	Slowest, Largest Extreme
	latencies        []time.Duration // sorted
}

// Extreme is the answer that was most of something.
type Extreme struct {
	Path  string
	Took  time.Duration
	Bytes int64
}

func (t Trial) times() int { return int(t.For * time.Duration(t.Rate) / time.Second) }

func (r *Result) sort() { slices.Sort(r.latencies) }

// Percentile is the time in which so many of a hundred answers came; 0 if none came.
func (r Result) Percentile(p int) time.Duration {
	if len(r.latencies) == 0 {
		return 0
	}
	return r.latencies[min(len(r.latencies)-1, len(r.latencies)*p/100)]
}

// Failures lists what went wrong, by name.
func (r Result) Failures() []string { return slices.Sorted(maps.Keys(r.Failed)) }

// Misses says in words where the result is under its bar; nil if nowhere.
func (r Result) Misses() []string {
	var out []string
	if b := r.Bar.P99; b > 0 && r.Percentile(99) > b {
		out = append(out, "p99 over "+b.String())
	}
	if b := r.Bar.Max; b > 0 && r.Slowest.Took > b {
		out = append(out, "slowest over "+b.String())
	}
	if b := r.Bar.Bytes; b > 0 && r.Largest.Bytes > b {
		out = append(out, "too long: "+r.Largest.Path)
	}
	for _, f := range r.Failures() {
		out = append(out, "failed: "+f)
	}
	return out
}
