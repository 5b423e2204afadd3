package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/link"
)

// few is up to how many reports are linked into what is there already; more are linked with all others from scratch,
// which comes to the same and is then faster.
const few = 256

// Relink brings the incidents of the ledger up to date with the reports that were added, and the decisions that
// were made, since it was last done. It returns how many incidents there are. What it leaves depends on what is kept
// in the ledger alone, whatever the order in which it came and wherever an earlier run was cut short.
func Relink(ctx context.Context, l *ledger.Ledger, v *ledger.View) (int, error) {
	r := relinking{ctx: ctx, ledger: l, view: v}
	if err := r.run(); err != nil {
		return 0, err
	}
	n, err := v.CountIncidents(ctx)
	if err != nil {
		return 0, fmt.Errorf("count incidents: %w", err)
	}
	return n, nil
}

// relinking is a ledger whose incidents are being brought up to date.
type relinking struct {
	ctx       context.Context
	ledger    *ledger.Ledger
	view      *ledger.View
	ruled     time.Time // ledger.Unlinked.Ruled, from before decisions was read
	decisions []dateline.Decision
}

func (r *relinking) run() error {
	state, err := r.begin()
	switch ready := state.Whole && state.Version == link.Version(); {
	case err != nil || ready && len(state.Reports) == 0:
		return err
	case ready && len(state.Reports) <= few:
		return r.update(state.Reports)
	}
	return r.scratch(state)
}

// relinkSome does what Relink does, but for at most n reports if the others are linked with one another. It returns
// how many it linked: 0 if none is left.
func relinkSome(ctx context.Context, l *ledger.Ledger, v *ledger.View, n int) (int, error) {
	r := relinking{ctx: ctx, ledger: l, view: v}
	state, err := r.begin()
	if err != nil || !state.Whole || state.Version != link.Version() {
		if err == nil {
			err = r.scratch(state)
		}
		return len(state.Reports), err
	}
	n = min(n, len(state.Reports))
	if n == 0 {
		return 0, nil
	}
	return n, r.update(state.Reports[:n])
}

// begin says what is to be linked, and reads the decisions if anything is.
func (r *relinking) begin() (state ledger.Unlinked, err error) {
	if state, err = r.view.Unlinked(r.ctx); err != nil {
		return state, fmt.Errorf("find what is to be linked: %w", err)
	}
	r.ruled = state.Ruled
	if len(state.Reports) > 0 || !state.Whole || state.Version != link.Version() {
		if r.decisions, err = r.view.Decisions(r.ctx); err != nil {
			return state, fmt.Errorf("read decisions: %w", err)
		}
	}
	return state, nil
}

// scratch links everything anew.
func (r *relinking) scratch(state ledger.Unlinked) (err error) {
	if state.Version != link.Version() {
		if err := r.ledger.Forget(r.ctx, link.Version()); err != nil {
			return fmt.Errorf("forget what another version linked: %w", err)
		}
		if state, err = r.view.Unlinked(r.ctx); err != nil {
			return fmt.Errorf("find what is to be linked: %w", err)
		}
	}
	return r.all(state.Reports)
}

// update links a few reports into what is there.
func (r *relinking) update(reports []string) error {
	var readings []dateline.Reading
	if err := r.view.ReadingsOf(r.ctx, reports, func(rs []dateline.Reading) error {
		readings = append(readings, rs...)
		return nil
	}); err != nil {
		return fmt.Errorf("read reports: %w", err)
	}
	c, err := link.Update(shelf{r.ctx, r.view}, readings, r.decisions)
	if err != nil {
		return fmt.Errorf("link reports: %w", err)
	}
	kept, err := changeOf(c, reports)
	if kept.Ruled = r.ruled; err == nil {
		err = r.ledger.Link(r.ctx, kept)
	}
	if err != nil {
		return fmt.Errorf("keep incidents: %w", err)
	}
	return nil
}

// all links everything, of which these reports are not told yet.
func (r *relinking) all(reports []string) error {
	if err := r.tell(reports); err != nil {
		return fmt.Errorf("tell reports: %w", err)
	}
	var ts []*link.Telling
	if err := r.view.EachTelling(r.ctx, into(&ts)); err != nil {
		return fmt.Errorf("read tellings: %w", err)
	}
	ties, incidents := link.Whole(ts, r.decisions, shelf{r.ctx, r.view}.Accounts)
	var keys []ledger.Member
	for _, t := range ts {
		for _, k := range t.Keys() {
			keys = append(keys, ledger.Member{TellingKey: ledger.TellingKey(k), Telling: t.ID})
		}
	}
	if err := r.ledger.LinkAll(r.ctx, r.ruled, keys, tiesOf(ties), incidents); err != nil {
		return fmt.Errorf("keep incidents: %w", err)
	}
	return nil
}

// toldAtOnce is what how many reports tell goes into one transaction.
const toldAtOnce = 1024

// tell keeps what reports tell, in place of what they were told to tell before.
func (r *relinking) tell(reports []string) error {
	for len(reports) > 0 {
		n := min(len(reports), toldAtOnce)
		old, err := shelf{r.ctx, r.view}.TellingsOf(reports[:n])
		if err != nil {
			return err
		}
		come, err := r.told(reports[:n])
		if err != nil {
			return err
		}
		if err := r.ledger.Tell(r.ctx, gone(old), come); err != nil {
			return err
		}
		reports = reports[n:]
	}
	return nil
}

// told is what reports tell, in their order.
func (r *relinking) told(reports []string) (out []ledger.Telling, err error) {
	tellers := make([]*link.Teller, runtime.GOMAXPROCS(0))
	for i := range tellers {
		tellers[i] = link.NewTeller(r.decisions)
	}
	err = r.view.ReadingsOf(r.ctx, reports, func(rs []dateline.Reading) error {
		all := make([][]ledger.Telling, len(rs))
		errs := make([]error, len(rs))
		var wg sync.WaitGroup
		for k, t := range tellers {
			wg.Go(func() {
				for i := k; i < len(rs); i += len(tellers) {
					all[i], errs[i] = keptOf(t.Tell(rs[i]))
				}
			})
		}
		wg.Wait()
		for i := range rs {
			if errs[i] != nil {
				return errs[i]
			}
			out = append(out, all[i]...)
		}
		return nil
	})
	return out, err
}

// shelf is the tellings of a ledger as package link asks for them.
type shelf struct {
	ctx  context.Context
	view *ledger.View
}

// into returns a function that adds a telling, given as JSON, to a list.
func into(ts *[]*link.Telling) func([]byte) error {
	return func(text []byte) error {
		t := &link.Telling{}
		if err := json.Unmarshal(text, t); err != nil {
			return fmt.Errorf("a telling: %w", err)
		}
		*ts = append(*ts, t)
		return nil
	}
}

func (s shelf) TellingsOf(reports []string) (out []*link.Telling, err error) {
	return out, s.view.TellingsOf(s.ctx, reports, into(&out))
}

func (s shelf) Tellings(ids []string) (out []*link.Telling, err error) {
	return out, s.view.Tellings(s.ctx, ids, into(&out))
}

func (s shelf) Holding(statements []string) (out []*link.Telling, err error) {
	wanted := map[string]bool{}
	for _, id := range statements {
		wanted[id] = true
	}
	var all []*link.Telling
	err = s.view.TellingsBeside(s.ctx, statements, into(&all))
	for _, t := range all {
		if t.Holds(wanted) {
			out = append(out, t)
		}
	}
	return out, err
}

func (s shelf) Beside(statements []string) ([]string, error) { return s.view.Beside(s.ctx, statements) }

func (s shelf) Accounts(ts []*link.Telling) error {
	byID := make(map[string]*link.Telling, len(ts))
	ids := make([]string, len(ts))
	for i, t := range ts {
		byID[t.ID], ids[i] = t, t.ID
	}
	return s.view.Accounts(s.ctx, ids, func(id string, account []byte) error {
		t := byID[id]
		t.Account = &link.Account{}
		if err := json.Unmarshal(account, t.Account); err != nil {
			return fmt.Errorf("the account of telling %s: %w", id, err)
		}
		return nil
	})
}

func (s shelf) Leaders(keys []int64, n int) (map[int64][]string, error) {
	return s.view.KeyLeaders(s.ctx, keys, n)
}

func (s shelf) Members(key int64) ([]string, error) { return s.view.KeyMembers(s.ctx, key) }

func (s shelf) Ties(ids []string) (out []link.Tie, err error) {
	ties, err := s.view.Ties(s.ctx, ids)
	for _, t := range ties {
		out = append(out, link.Tie(t))
	}
	return out, err
}

// changeOf gives a change of these reports the form in which a ledger keeps it.
func changeOf(c link.Change, reports []string) (ledger.Change, error) {
	added, err := keptOf(c.Added)
	return ledger.Change{Reports: reports, Dropped: gone(c.Dropped), Untied: tiesOf(c.Untied), Added: added, Tied: tiesOf(c.Tied),
		Statements: c.Statements, Incidents: c.Incidents}, err
}

func tiesOf(ts []link.Tie) []ledger.Tie {
	out := make([]ledger.Tie, len(ts))
	for i, t := range ts {
		out[i] = ledger.Tie(t)
	}
	return out
}

// gone is tellings as a ledger finds them again.
func gone(ts []*link.Telling) []ledger.Telling {
	out := make([]ledger.Telling, len(ts))
	for i, t := range ts {
		out[i] = ledger.Telling{ID: t.ID, Report: t.Report, Keys: keysOf(t)}
	}
	return out
}

func keysOf(t *link.Telling) []ledger.TellingKey {
	var out []ledger.TellingKey
	for _, k := range t.Keys() {
		out = append(out, ledger.TellingKey(k))
	}
	return out
}

// keptOf is tellings as a ledger keeps them.
func keptOf(ts []*link.Telling) ([]ledger.Telling, error) {
	out := gone(ts)
	for i, t := range ts {
		var err1, err2 error
		out[i].Text, err1 = json.Marshal(t)
		out[i].Account, err2 = json.Marshal(t.Account)
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("telling %s: %w", t.ID, errors.Join(err1, err2))
		}
	}
	return out, nil
}
