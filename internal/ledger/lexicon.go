package ledger

import (
	"context"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// lexicon keeps, until a row of incident_words changes, which incident each row is of, and the rows of the terms that were
// searched for: to go through those of a common word takes longer than all else in a search, and the same few are in most.
// The zero lexicon is empty and ready.
type lexicon struct {
	mu  sync.Mutex
	now *edition
}

// edition is what a lexicon keeps for one state of incident_words.
type edition struct {
	state string
	ids   []string // Incident.ID by number of row, "" where there is none
	all   int      // rows

	mu    sync.Mutex
	terms map[string]rowSet // by Term.expression
}

// mostTerms is how many terms are kept, with a bit for each row.
const mostTerms = 1000

// at returns the edition of a moment.
func (l *lexicon) at(ctx context.Context, m *moment) (*edition, error) {
	state, err := collect(ctx, m, one[string], wordsState)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.now != nil && l.now.state == state[0] {
		return l.now, nil
	}
	x := &edition{state: state[0], terms: map[string]rowSet{}}
	err = m.rows(ctx, func(s scan) error {
		var seq int
		var id string
		err := s(&seq, &id)
		for len(x.ids) <= seq {
			x.ids = append(x.ids, "")
		}
		x.ids[seq] = id
		x.all++
		return err
	}, `SELECT seq, incident FROM incident_lines`)
	if err == nil {
		l.now = x
	}
	return x, err
}

// wordsState is another string after each transaction that writes incident_words: FTS5 keeps the sums of all rows in the
// first of these records, and in the other its segments and how much was ever written.
const wordsState = `SELECT group_concat(hex(block)) FROM incident_words_data WHERE id IN (1, 10)`

// meeting returns the rows that have all the terms and none that must not be there, and by which terms to rank them: bm25
// makes nothing of a word that more than half of all rows have, but goes through every one of them.
func (x *edition) meeting(ctx context.Context, m *moment, terms []Term) (met rowSet, rankedBy string, err error) {
	var all, telling []string
	var not []rowSet
	for _, t := range terms {
		rows, err := x.rows(ctx, m, t.expression())
		if err != nil {
			return nil, "", err
		}
		if t.Not {
			not = append(not, rows)
			continue
		}
		if met == nil {
			met = slices.Clone(rows)
		}
		met.keep(rows)
		if all = append(all, t.expression()); 2*rows.len() <= x.all {
			telling = append(telling, t.expression())
		}
	}
	for _, rows := range not {
		met.drop(rows)
	}
	if telling == nil {
		telling = all
	}
	return met, strings.Join(telling, " AND "), nil
}

// rows returns the rows that have a term. They are not to be changed.
func (x *edition) rows(ctx context.Context, m *moment, term string) (rowSet, error) {
	x.mu.Lock()
	kept, ok := x.terms[term]
	x.mu.Unlock()
	if ok {
		return kept, nil
	}
	rows, err := m.numbers(ctx, `SELECT coalesce(group_concat(rowid), '') FROM incident_words WHERE incident_words MATCH ?`, term)
	if err != nil {
		return nil, err
	}
	set := make(rowSet, (len(x.ids)+63)/64) // no other numbers
	for _, n := range rows {
		if int(n) < len(x.ids) {
			set[n/64] |= 1 << (n % 64)
		}
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.terms) >= mostTerms {
		clear(x.terms)
	}
	x.terms[term] = set
	return set, nil
}

// rowSet is a set of numbers of rows, a bit each.
type rowSet []uint64

func (s rowSet) has(n int64) bool { return int(n/64) < len(s) && s[n/64]&(1<<(n%64)) != 0 }

func (s rowSet) keep(of rowSet) {
	for i := range s {
		s[i] &= of[i]
	}
}

func (s rowSet) drop(of rowSet) {
	for i := range s {
		s[i] &^= of[i]
	}
}

func (s rowSet) len() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// list is the numbers, sorted; nil of none.
func (s rowSet) list() (out []int64) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			out = append(out, int64(i*64+bits.TrailingZeros64(w)))
		}
	}
	return out
}
