package web

import (
	"context"
	"errors"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// room keeps the Index of the ledger's incidents, and the Selections that were asked for last. The zero room is ready.
type room struct {
	lines memo[*indexed]
	base  atomic.Pointer[indexed] // what the next one is made from; nil before the first

	shelf sync.Mutex
	of    *selection.Index // the selections are of it
	picks []pick           // the last asked for first

	numbers numbers
}

// numbers keeps which Line each incident is that a search can find, as long as both stay: a common word finds half of all,
// and to look each up takes longer than the search. The zero numbers is ready.
type numbers struct {
	mu    sync.Mutex
	index *selection.Index
	names []string
	lines []int32 // by number in names
}

// of returns the Lines that were matched.
func (k *numbers) of(x *selection.Index, m ledger.Matched) []int32 {
	if len(m.Rows) == 0 {
		return nil
	}
	k.mu.Lock()
	if k.index != x || len(k.names) != len(m.Names) || &k.names[0] != &m.Names[0] {
		k.index, k.names, k.lines = x, m.Names, make([]int32, len(m.Names))
		for i, id := range m.Names {
			k.lines[i] = x.Number(id)
		}
	}
	lines := k.lines
	k.mu.Unlock()
	out := make([]int32, len(m.Rows))
	for i, n := range m.Rows {
		out[i] = lines[n]
	}
	return out
}

// indexed is an Index, and by what each of its Lines can be told from a newer one.
type indexed struct {
	sums  map[string]ledger.LineSum
	index *selection.Index
}

// pick is a Selection by the address of its Query.
type pick struct {
	query string
	s     selection.Selection
}

const (
	mostPicks  = 24              // Selections that are kept
	searchTime = 2 * time.Second // for the words of a search
)

// selected returns what the Query in the address selects, and the Index that it is of. It is a fault if the address
// cannot be read or the search takes too long.
func (s *site) selected(r *http.Request) (selection.Selection, *selection.Index, error) {
	q, err := selection.Parse(r.URL.Query())
	if err != nil {
		return selection.Selection{}, nil, &fault{http.StatusBadRequest, "That is no question", upper(err.Error()) + "."}
	}
	x, err := s.incidentIndex(r.Context())
	if err != nil {
		return selection.Selection{}, nil, err
	}
	sel, err := s.selection(r.Context(), x, q)
	return sel, x, err
}

// selection returns what q selects of x, as it was worked out before if it was.
func (s *site) selection(ctx context.Context, x *selection.Index, q selection.Query) (selection.Selection, error) {
	address := q.String()
	if sel, ok := s.room.picked(x, address); ok {
		return sel, nil
	}
	var found selection.Found
	if q.Text != "" {
		m, err := s.search(ctx, q.Text)
		if err != nil {
			return selection.Selection{}, err
		}
		found = selection.Found{Lines: s.room.numbers.of(x, m), Ranked: m.Ranked}
	}
	sel := x.Select(q, found)
	s.room.keep(x, address, sel)
	return sel, nil
}

// search finds the incidents that have the words of a text. It is a fault if that takes longer than searchTime, the wait
// for others' searches among it.
func (s *site) search(ctx context.Context, text string) (ledger.Matched, error) {
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	slow := &fault{http.StatusServiceUnavailable, "That search took too long",
		"It was stopped after two seconds. Ask for more words, or for rarer ones, and narrow by date or group."}
	select {
	case searches <- struct{}{}:
		defer func() { <-searches }()
	case <-ctx.Done():
		return ledger.Matched{}, slow
	}
	m, err := s.view.Match(ctx, text)
	if errors.Is(err, context.DeadlineExceeded) {
		err = slow
	}
	return m, err
}

// searches are the searches that go on at once: more of them would only make all slower.
var searches = make(chan struct{}, max(2, runtime.GOMAXPROCS(0)))

func (m *room) picked(x *selection.Index, address string) (selection.Selection, bool) {
	m.shelf.Lock()
	defer m.shelf.Unlock()
	i := slices.IndexFunc(m.picks, func(p pick) bool { return p.query == address })
	if i < 0 || m.of != x {
		return selection.Selection{}, false
	}
	p := m.picks[i]
	copy(m.picks[1:i+1], m.picks[:i])
	m.picks[0] = p
	return p.s, true
}

func (m *room) keep(x *selection.Index, address string, s selection.Selection) {
	m.shelf.Lock()
	defer m.shelf.Unlock()
	if m.of != x {
		m.of, m.picks = x, nil
	}
	m.picks = append([]pick{{address, s}}, m.picks[:min(len(m.picks), mostPicks-1)]...)
}

// incidentIndex returns the Index of the ledger as it is now; where reading what changed takes longer than a reader
// should wait, as it was a moment ago (memo). What reads it goes on when a reader has gone, for the next.
func (s *site) incidentIndex(ctx context.Context) (*selection.Index, error) {
	x, err := s.room.lines.get(ctx, s.view.Stamp(), s.readIndex)
	if err != nil {
		return nil, err
	}
	return x.index, nil
}

// readIndex brings the Index up to date.
func (s *site) readIndex(ctx context.Context) (*indexed, error) {
	old := s.room.base.Load()
	if old == nil {
		old = &indexed{}
	}
	sums, index, err := s.readLines(ctx, old.sums, old.index)
	if err != nil {
		return nil, err
	}
	next := &indexed{sums, index}
	s.room.base.Store(next)
	return next, nil
}

// readLines reads the lines that are not as in sums, and returns the index with them.
func (s *site) readLines(ctx context.Context, sums map[string]ledger.LineSum, index *selection.Index) (map[string]ledger.LineSum, *selection.Index, error) {
	now, err := s.view.LineSums(ctx)
	if err != nil {
		return nil, nil, err
	}
	next := make(map[string]ledger.LineSum, len(now))
	var changed, gone []string
	for _, n := range now {
		next[n.ID] = n
		if old, ok := sums[n.ID]; !ok || old != n {
			changed = append(changed, n.ID)
		}
	}
	for id := range sums {
		if _, ok := next[id]; !ok {
			gone = append(gone, id)
		}
	}
	switch {
	case index == nil || len(changed) > len(now)/2:
		lines, err := s.view.Lines(ctx, nil)
		return next, selection.New(lines), err
	case len(changed)+len(gone) == 0:
		return next, index, nil
	}
	lines, err := s.view.Lines(ctx, changed)
	return next, index.Update(lines, gone), err
}
