package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"time"

	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// room keeps the Index of the ledger's incidents, and the Selections that were asked for last. The zero room is ready.
type room struct {
	mu    sync.Mutex // held while the index is brought up to date
	stamp string     // of the ledger before it was read
	sums  map[string]ledger.LineSum
	index *selection.Index
	took  time.Duration // the last reading of the ledger

	shelf sync.Mutex
	of    *selection.Index // the selections are of it
	picks []pick           // the last asked for first
}

// pick is a Selection by the address of its Query.
type pick struct {
	query string
	s     selection.Selection
}

const (
	mostPicks  = 24                    // Selections that are kept
	quick      = 50 * time.Millisecond // a reading of the ledger that a reader may wait for
	searchTime = 2 * time.Second       // for the words of a search
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
		ctx, cancel := context.WithTimeout(ctx, searchTime)
		defer cancel()
		m, err := s.view.Match(ctx, q.Text)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			return selection.Selection{}, &fault{http.StatusServiceUnavailable, "That search took too long",
				"It was stopped after two seconds. Ask for more words, or for rarer ones, and narrow by date or group."}
		case err != nil:
			return selection.Selection{}, err
		}
		found = selection.Found{IDs: m.IDs, Ranked: m.Ranked}
	}
	sel := x.Select(q, found)
	s.room.keep(x, address, sel)
	return sel, nil
}

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
// should wait, as it was a moment ago.
func (s *site) incidentIndex(ctx context.Context) (*selection.Index, error) {
	m := &s.room
	stamp := s.view.Stamp()
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.index != nil && m.stamp == stamp && stamp != "":
		return m.index, nil
	case m.index != nil && m.took > quick:
		if m.stamp != behind {
			m.stamp = behind
			go s.catchUp()
		}
		noteOutdated(ctx)
		return m.index, nil
	}
	err := s.refresh(ctx)
	return m.index, err
}

// behind stands for the stamp of an index that is being brought up to date.
const behind = "behind"

// catchUp brings the index up to date while readers see the old one.
func (s *site) catchUp() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	m := &s.room
	m.mu.Lock()
	sums, index := m.sums, m.index
	m.mu.Unlock()
	begun, stamp := time.Now(), s.view.Stamp()
	sums, index, err := s.readLines(ctx, sums, index)
	if err != nil {
		s.opts.Log.Error("index of incidents not brought up to date", "error", err)
		stamp = ""
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stamp, m.took = stamp, time.Since(begun)
	if err == nil {
		m.sums, m.index = sums, index
	}
}

// refresh brings the index up to date at once; room.mu is held.
func (s *site) refresh(ctx context.Context) error {
	m := &s.room
	begun, stamp := time.Now(), s.view.Stamp()
	sums, index, err := s.readLines(ctx, m.sums, m.index)
	if err == nil {
		m.stamp, m.sums, m.index, m.took = stamp, sums, index, time.Since(begun)
	}
	return err
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
