package load

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestOnlyThisMachineIsCalled(t *testing.T) {
	for _, base := range []string{"http://192.0.2.1:80", "http://example.org", "https://127.0.0.1:1", "http://localhost.example", "127.0.0.1:80", "http://0.0.0.0:1", "http://[::]:1", ""} {
		if _, err := NewCaller(base, nil); err == nil {
			t.Errorf("%q may be called", base)
		}
	}
	for _, base := range []string{"http://127.0.0.1:80", "http://[::1]:8080/"} {
		if _, err := NewCaller(base, nil); err != nil {
			t.Error(err)
		}
	}
}

// asked returns a Caller of a server.
func asked(t *testing.T, answer http.HandlerFunc) *Caller {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	c, err := NewCaller(server.URL, http.Header{"Cookie": {"a=b"}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A server that stands still for a while makes all the answers late that were due meanwhile, and not one alone.
func TestALateAnswerMakesTheNextOnesLate(t *testing.T) {
	var turn = make(chan struct{}, 1)
	var first atomic.Bool
	c := asked(t, func(w http.ResponseWriter, r *http.Request) {
		turn <- struct{}{} // one at a time
		if first.CompareAndSwap(false, true) {
			time.Sleep(300 * time.Millisecond)
		}
		<-turn
	})
	r, err := c.Run(t.Context(), Trial{Name: "late", Rate: 100, For: 500 * time.Millisecond, Next: func(int) Ask { return Ask{Path: "/"} },
		Bar: Bar{P99: 50 * time.Millisecond, Max: time.Minute}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Answered != 50 || len(r.Failed) != 0 {
		t.Errorf("%d answers, failures %v", r.Answered, r.Failed)
	}
	if r.Percentile(70) < 50*time.Millisecond {
		t.Errorf("all but a third of the answers came within %v, though the server stood still for 300 of 500 ms", r.Percentile(70))
	}
	if m := r.Misses(); len(m) != 1 || m[0] != "p99 over 50ms" {
		t.Errorf("it misses %q", m)
	}
}

func TestAnswersAreCountedAndMeasured(t *testing.T) {
	c := asked(t, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("Cookie") != "a=b":
			w.WriteHeader(http.StatusForbidden)
		case r.URL.Path == "/long":
			w.Write(make([]byte, 5000))
		case r.Method == http.MethodPost && r.FormValue("x") == "1":
			w.WriteHeader(http.StatusSeeOther)
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	})
	asks := []Ask{{Path: "/long"}, {Path: "/decisions", Form: map[string][]string{"x": {"1"}}, Status: http.StatusSeeOther}, {Path: "/none"}, {Path: "/none", Status: http.StatusNotFound}}
	r, err := c.Run(t.Context(), Trial{Name: "mixed", Rate: 100, For: 80 * time.Millisecond, Next: func(i int) Ask { return asks[i%4] }, Bar: Bar{Bytes: 4999}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Answered != 8 || len(r.Failed) != 1 || r.Failed["404 Not Found"] != 2 {
		t.Errorf("%d answers, failures %v", r.Answered, r.Failed)
	}
	if r.Largest.Path != "/long" || r.Largest.Bytes != 5000 {
		t.Errorf("the longest is %+v", r.Largest)
	}
	var b bytes.Buffer
	if err := Table(&b, []Result{r}); err != nil || !strings.Contains(b.String(), "MISSED too long: /long; failed: 404 Not Found") || !strings.Contains(b.String(), "2 404 Not Found") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestTheSameIsAskedEachTime(t *testing.T) {
	s := Sample{Reports: []string{"r1", "r2"}, Incidents: []string{"i1"}, Groups: []string{"g/1"}, Kinds: []string{"bombing"}, Days: []string{"2020-01-02", "2019-01-02"}, Titles: []string{"Four killed in Jos"}}
	kinds := map[string]int{}
	for i := range 500 {
		a, b := s.page(i), s.page(i)
		if a.Path != b.Path {
			t.Fatalf("%s and %s", a.Path, b.Path)
		}
		kinds[strings.Split(strings.TrimPrefix(a.Path, "/"), "/")[0]]++
		if q := s.search(i); q.Path == "/incidents?q=" {
			t.Error("a search for nothing")
		}
	}
	if kinds["groups"] == 0 || kinds["incidents"] == 0 || kinds["reports"] == 0 || kinds["statements"] == 0 || kinds[""] == 0 {
		t.Errorf("what is asked for is %v", kinds)
	}
}

// The first of a list is drawn most often, the others less and less, and none that is not there.
func TestFewAreAskedForOften(t *testing.T) {
	s, n := Sample{few: true}, map[string]int{}
	for i := range 20000 {
		n[s.draw(dice(i), []string{"a", "b", "c", "d", "e", "f", "g"})]++
	}
	if a, b, g := n["a"], n["b"], n["g"]; len(n) != 7 || a < 5000 || a > 6000 || b < a/2 || b > a*3/4 || g < a/5 || g > a/2 {
		t.Errorf("%v", n)
	}
}

func TestCost(t *testing.T) {
	c := asked(t, func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(r.URL.Path)) })
	got, err := c.Cost(t.Context(), Opening{Name: "pages", First: time.Nanosecond}, []Ask{{Path: "/a"}, {Path: "/bc"}, {Path: "/d", Status: 404}})
	if err != nil || got.Bytes != 3 || got.Failed != 1 || got.First == 0 || got.Median == 0 {
		t.Errorf("%+v, %v", got, err)
	}
}
