package link

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"testing"
	"time"

	"dateline"
)

// shelf is a Store in memory that keeps everything as a ledger does, in JSON, and the incidents.
type shelf struct {
	tellings  map[string]*Telling // without accounts
	accounts  map[string]*Account
	keys      map[int64]map[string]bool // Open by Telling.ID
	ties      map[Tie]bool
	incidents map[string]dateline.Incident
}

func newShelf() *shelf {
	return &shelf{map[string]*Telling{}, map[string]*Account{}, map[int64]map[string]bool{}, map[Tie]bool{}, map[string]dateline.Incident{}}
}

func (s *shelf) find(is func(*Telling) bool) (out []*Telling, _ error) {
	for _, t := range s.tellings {
		if is(t) {
			bare := *t
			out = append(out, &bare)
		}
	}
	return out, nil
}

func (s *shelf) TellingsOf(reports []string) ([]*Telling, error) {
	return s.find(func(t *Telling) bool { return slices.Contains(reports, t.Report) })
}

func (s *shelf) Holding(statements []string) ([]*Telling, error) {
	return s.find(func(t *Telling) bool {
		return slices.ContainsFunc(slices.Concat(t.Heads, t.Also), func(id string) bool { return slices.Contains(statements, id) })
	})
}

func (s *shelf) Beside(statements []string) (out []string, _ error) {
	for _, in := range s.incidents {
		if slices.ContainsFunc(in.Statements, func(id string) bool { return slices.Contains(statements, id) }) {
			out = append(out, in.Statements...)
		}
	}
	return out, nil
}

func (s *shelf) Tellings(ids []string) ([]*Telling, error) {
	return s.find(func(t *Telling) bool { return slices.Contains(ids, t.ID) })
}

func (s *shelf) Accounts(ts []*Telling) error {
	for _, t := range ts {
		t.Account = s.accounts[t.ID]
	}
	return nil
}

func (s *shelf) Leaders(keys []int64, n int) (map[int64][]string, error) {
	out := map[int64][]string{}
	for _, k := range keys {
		for id, open := range s.keys[k] {
			if open {
				out[k] = append(out[k], id)
			}
		}
		sort.Strings(out[k])
		out[k] = out[k][:min(n, len(out[k]))]
	}
	return out, nil
}

func (s *shelf) Members(key int64) (out []string, _ error) {
	for id := range s.keys[key] {
		out = append(out, id)
	}
	return out, nil
}

func (s *shelf) Ties(ids []string) (out []Tie, _ error) {
	for t := range s.ties {
		if slices.Contains(ids, t.A) || slices.Contains(ids, t.B) {
			out = append(out, t)
		}
	}
	return out, nil
}

// apply makes a Change.
func (s *shelf) apply(t *testing.T, c Change) {
	t.Helper()
	for _, gone := range c.Dropped {
		id := gone.ID
		delete(s.tellings, id)
		delete(s.accounts, id)
		for _, members := range s.keys {
			delete(members, id)
		}
		for tie := range s.ties {
			if tie.A == id || tie.B == id {
				delete(s.ties, tie)
			}
		}
	}
	for _, tie := range c.Untied {
		delete(s.ties, tie)
	}
	for _, x := range c.Added {
		s.tellings[x.ID], s.accounts[x.ID] = stored(t, x), stored(t, x.Account)
		for _, k := range x.Keys() {
			if s.keys[k.Hash] == nil {
				s.keys[k.Hash] = map[string]bool{}
			}
			s.keys[k.Hash][x.ID] = k.Open
		}
	}
	for _, tie := range c.Tied {
		s.ties[tie] = true
	}
	gone := map[string]bool{}
	for _, id := range c.Statements {
		gone[id] = true
	}
	for id, in := range s.incidents {
		if slices.ContainsFunc(in.Statements, func(s string) bool { return gone[s] }) {
			delete(s.incidents, id)
		}
	}
	for _, in := range c.Incidents {
		if _, twice := s.incidents[in.ID]; twice {
			t.Fatalf("incident %s is there twice", in.ID)
		}
		s.incidents[in.ID] = in
	}
}

// stored is v as it comes back from JSON.
func stored[T any](t *testing.T, v *T) *T {
	t.Helper()
	var out T
	b, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &out
}

// listed is the incidents as Link lists them.
func (s *shelf) listed() []dateline.Incident {
	var out []dateline.Incident
	for _, in := range s.incidents {
		out = append(out, in)
	}
	sort.Slice(out, func(a, b int) bool { return sooner(&out[a], &out[b]) })
	return out
}

// crowd makes n reports of happenings that lie close to each other in every way, more of some keys than one has
// leaders: some dated and some not, some placed and some not.
func crowd(random *rand.Rand, n int) []dateline.Reading {
	places := []string{"Konduga/NG", "Konduga/NG", "Bama/NG", "Maiduguri/NG", "Borno/NG", "Nigeria/NG", ""}
	kinds := []dateline.Kind{dateline.Attack, dateline.Bombing, dateline.ArmedAssault, dateline.SuicideBombing}
	targets := []string{"", "", "", "a market", "a mosque"}
	actors := []string{"boko-haram", "iswap", "", ""}
	var out []dateline.Reading
	for i := range n {
		w := telling{kind: kinds[random.IntN(len(kinds))], place: places[random.IntN(len(places))], target: targets[random.IntN(len(targets))],
			killed: random.IntN(4), by: actors[random.IntN(len(actors))], pub: fmt.Sprintf("2024-03-%02d", 12+random.IntN(4))}
		if random.IntN(4) > 0 {
			w.date = fmt.Sprintf("2024-03-%02d", 11+random.IntN(8)/7)
		}
		out = append(out, read(fmt.Sprintf("r%03d", i), w))
	}
	return out
}

// TestUpdateIsLink: reports that come in one by one or a few at a time, in any order, with rulings in between and
// some read again, leave what Link makes of them all at once.
func TestUpdateIsLink(t *testing.T) {
	for seed := range uint64(2) {
		random := rand.New(rand.NewPCG(seed, 7))
		readings := crowd(random, 150)
		var seen []dateline.Reading
		var decisions []dateline.Decision
		s := newShelf()
		for len(readings) > 0 {
			n := min(len(readings), 1+random.IntN(3)*random.IntN(9))
			changed := slices.Clone(readings[:n])
			seen, readings = append(seen, readings[:n]...), readings[n:]
			if random.IntN(3) == 0 {
				d, on := ruleAny(random, seen, decisions)
				decisions, changed = append(decisions, d), append(changed, on...)
			}
			c, err := Update(s, distinctReadings(changed), decisions)
			if err != nil {
				t.Fatal(err)
			}
			s.apply(t, c)
			if random.IntN(6) == 0 || len(readings) == 0 {
				wantTies(t, s, seen, decisions)
				wantListed(t, s.listed(), Link(seen, decisions))
			}
		}
	}
}

// ruleAny makes a ruling on one or two of the readings, or undoes one, and returns all readings that people ruled on.
func ruleAny(random *rand.Rand, seen []dateline.Reading, made []dateline.Decision) (dateline.Decision, []dateline.Reading) {
	a, b := seen[random.IntN(len(seen))].Statements[0].ID, seen[random.IntN(len(seen))].Statements[0].ID
	d := dateline.Decision{ID: fmt.Sprint(len(made)), At: time.Date(2024, 6, 1, len(made), 0, 0, 0, time.UTC), On: []string{a}, Part: dateline.Whole}
	switch n := random.IntN(5); {
	case n == 0 && len(made) > 0:
		d.Ruling, d.On[0] = dateline.Undo, made[random.IntN(len(made))].ID
	case a == b || n == 1:
		d.Ruling = []dateline.Ruling{dateline.Reject, dateline.Accept}[random.IntN(2)]
	default:
		d.On = append(d.On, b)
		d.Ruling = []dateline.Ruling{dateline.Same, dateline.NotSame, dateline.Unsure}[random.IntN(3)]
	}
	ruled := map[string]bool{}
	for _, d := range append(made, d) {
		for _, id := range d.On {
			ruled[id] = true
		}
	}
	var on []dateline.Reading
	for _, r := range seen {
		if ruled[r.Statements[0].ID] {
			on = append(on, r)
		}
	}
	return d, on
}

func distinctReadings(rs []dateline.Reading) []dateline.Reading {
	seen := map[string]bool{}
	return slices.DeleteFunc(rs, func(r dateline.Reading) bool {
		twice := seen[r.Report.ID]
		seen[r.Report.ID] = true
		return twice
	})
}

// wantTies fails unless the ties are those that are found from scratch.
func wantTies(t *testing.T, s *shelf, seen []dateline.Reading, decisions []dateline.Decision) {
	t.Helper()
	var ts []*Telling
	for _, r := range seen {
		ts = append(ts, Tell(r, decisions)...)
	}
	slices.SortFunc(ts, func(a, b *Telling) int { return cmp.Compare(a.ID, b.ID) })
	want := map[Tie]bool{}
	for _, p := range candidates(ts) {
		want[tieOf(ts[p.a].ID, ts[p.b].ID, p.score)] = true
	}
	if !maps.Equal(s.ties, want) {
		t.Fatalf("%d ties, all at once %d", len(s.ties), len(want))
	}
}

func wantListed(t *testing.T, got, want []dateline.Incident) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d incidents, all at once %d", len(got), len(want))
	}
	for i := range got {
		x, err1 := json.Marshal(got[i])
		y, err2 := json.Marshal(want[i])
		if err1 != nil || err2 != nil || !reflect.DeepEqual(x, y) {
			t.Fatalf("incident %d:\n%s\nall at once:\n%s", i, x, y)
		}
	}
}
