package selection

import (
	"fmt"
	"net/url"
	"slices"
	"testing"

	"dateline"
)

func line(id, day, kind, country string, groups ...string) dateline.Line {
	l := dateline.Line{ID: id, Kind: dateline.Kind(kind), Reality: dateline.Happened, Groups: groups, Statements: 2, Reports: 1, Independent: 1}
	if day != "" {
		l.Date = dateline.Date{EDTF: day, From: day, To: day}
	}
	if country != "" {
		l.Countries = []string{country}
	}
	return l
}

func sample() *Index {
	return New([]dateline.Line{
		line("a", "2020-01-02", "bombing", "NG", "x", "y"),
		line("b", "2019-05-06", "clash", "NG", "x"),
		line("c", "", "clash", "ML"),
		line("d", "2021-07-08", "bombing", "ML", "y"),
	})
}

func ids(s Selection) string {
	out := ""
	for _, l := range s.Lines {
		out += l.ID
	}
	return out
}

func TestSelect(t *testing.T) {
	for address, want := range map[string]string{
		"":                                 "dabc",
		"order=oldest":                     "badc",
		"group=x":                          "ab",
		"group=x&group=y":                  "dab",
		"group=x&kind=bombing":             "a",
		"country=ML&order=oldest":          "dc",
		"from=2020-01-01":                  "da",
		"to=2020-01-02":                    "ab",
		"group=no+group+named":             "c",
		"group=nobody":                     "",
		"counted=yes&review=reviewed":      "",
		"from=2019-05-06&to=2019-05-06":    "b",
		"unknown=parameters&are=left&x=10": "dabc",
	} {
		v, _ := url.ParseQuery(address)
		q, err := Parse(v)
		if err != nil {
			t.Fatal(err)
		}
		if got := ids(sample().Select(q, Found{})); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// What a search found is kept in its order if it is ranked, and what it did not find is left out.
func TestSelectFound(t *testing.T) {
	x, q := sample(), Query{Text: "words"}
	lines := func(names ...string) (out []int32) {
		for _, id := range names {
			out = append(out, x.Number(id))
		}
		return out
	}
	if got := ids(x.Select(q, Found{lines("c", "zz", "a", "d"), true})); got != "cad" {
		t.Errorf("ranked: %s", got)
	}
	if got := ids(x.Select(q, Found{lines("c", "a", "d"), false})); got != "dac" {
		t.Errorf("not ranked: %s", got)
	}
	if got := ids(x.Select(q, Found{})); got != "" {
		t.Errorf("nothing found: %s", got)
	}
}

// A count says how many incidents ticking the value would give, or has given.
func TestFacetsCountWhatTickingGives(t *testing.T) {
	x := sample()
	for _, address := range []string{"", "group=x", "group=x&kind=clash", "country=ML&from=2020-01-01", "kind=bombing&kind=clash&group=y"} {
		v, _ := url.ParseQuery(address)
		q, _ := Parse(v)
		for _, f := range x.Select(q, Found{}).Facets {
			for _, value := range f.Values {
				if got := len(x.Select(q.Only(f.Name, value.Value), Found{}).Lines); got != value.Count {
					t.Errorf("%s: %s=%s is counted %d, and gives %d", address, f.Name, value.Value, value.Count, got)
				}
			}
		}
	}
}

func TestAddressRoundTrip(t *testing.T) {
	for _, address := range []string{"", "from=2020-01-01&group=x&group=y&kind=clash&order=oldest&q=%22a+b%22+c%2A&to=2021-01-01"} {
		v, _ := url.ParseQuery(address)
		q, err := Parse(v)
		if err != nil || q.String() != address {
			t.Errorf("%q became %q (%v)", address, q.String(), err)
		}
		if q.With("kind", "bombing").With("kind", "bombing").String() != q.String() {
			t.Error("picking twice is not picking none")
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, address := range []string{"from=yesterday", "to=0000-01-01", "from=2021-01-01&to=2020-01-01", "order=deadliest", "from=-0044-03-15"} {
		v, _ := url.ParseQuery(address)
		if _, err := Parse(v); err == nil {
			t.Errorf("%s is taken", address)
		}
	}
}

func TestUpdate(t *testing.T) {
	x := sample().Update([]dateline.Line{line("b", "2022-01-01", "clash", "NG", "z"), line("e", "2018-01-01", "clash", "NG")}, []string{"a"})
	if got := ids(x.Select(Query{}, Found{})); got != "bdec" {
		t.Errorf("after an update: %s", got)
	}
	if x.Line("a") != nil || !slices.Contains(x.Line("b").Groups, "z") {
		t.Error("lines are not those that came")
	}
}

func BenchmarkSelect(b *testing.B) {
	var lines []dateline.Line
	for i := range 100000 {
		lines = append(lines, line(fmt.Sprintf("%016x", i), fmt.Sprintf("%04d-%02d-%02d", 1990+i%30, 1+i%12, 1+i%28), fmt.Sprintf("kind %d", i%14),
			fmt.Sprintf("c%d", i%60), fmt.Sprintf("g%d", i%700), fmt.Sprintf("g%d", i%90)))
	}
	x := New(lines)
	q := Query{}.With("kind", "kind 3").With("country", "c9")
	for b.Loop() {
		x.Select(q, Found{})
	}
}
