package link

import (
	"cmp"
	"maps"
	"slices"

	"dateline"
)

// Store is where tellings, their keys and the ties between them are kept from one Update to the next. It answers in
// any order where none is said, and leaves out what it has not.
type Store interface {
	TellingsOf(reports []string) ([]*Telling, error)         // without their accounts
	Holding(statements []string) ([]*Telling, error)         // those that have these Statements, without accounts
	Beside(statements []string) ([]string, error)            // all Statements of the incidents that hold one of these
	Tellings(ids []string) ([]*Telling, error)               // without their accounts
	Accounts(ts []*Telling) error                            // fills in Account
	Leaders(keys []int64, n int) (map[int64][]string, error) // the first n open members of each key, in the order of ID
	Members(key int64) ([]string, error)                     // all members of a key
	Ties(ids []string) ([]Tie, error)                        // all ties that one of them is in
}

// Tie is two tellings whose comparison came over the threshold; A is less than B.
type Tie struct {
	A, B  string // Telling.ID
	Score float64
}

func tieOf(a, b string, score float64) Tie { return Tie{min(a, b), max(a, b), score} }

// Change is what an Update does to a Store and to the incidents, all of it at once: first what goes, then what comes.
type Change struct {
	Dropped []*Telling // gone with their keys and all their ties
	Untied  []Tie      // gone as well
	Added   []*Telling // with their accounts
	Tied    []Tie      // some may be there already
	// Incidents take the place of all those that hold one of Statements.
	Statements []string
	Incidents  []dateline.Incident
}

// Update works out what changes when reports are read for the first time or again, or people have ruled on their
// Statements: readings are all reports of which anything has changed since the last Update, and decisions all that
// people ever ruled. What it leaves is what Link gives of all readings. It looks at no more of the Store than the
// tellings that share a key with those of the readings, and at the components that they touch.
func Update(s Store, readings []dateline.Reading, decisions []dateline.Decision) (Change, error) {
	u := &update{store: s, ruled: rulings(decisions), added: map[string]*Telling{}, dropped: map[string]bool{},
		known: map[string]*Telling{}, touched: map[string]bool{}, untied: map[Tie]bool{}, tied: map[Tie]bool{}, same: map[string][]string{}}
	u.leading.before, u.leading.joining = map[int64][]string{}, map[int64][]string{}
	for _, group := range u.ruled.Same() {
		for _, id := range group {
			u.same[id] = group
		}
	}
	for _, step := range []func() error{func() error { return u.tell(readings) }, u.compare, u.forget, u.relink} {
		if err := step(); err != nil {
			return Change{}, err
		}
	}
	u.out.Untied, u.out.Tied = ordered(u.untied), ordered(u.tied)
	return u.out, nil
}

func ordered(ties map[Tie]bool) []Tie {
	return slices.SortedFunc(maps.Keys(ties), byIDs)
}

func byIDs(a, b Tie) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) }

// update is an Update on its way.
type update struct {
	store   Store
	ruled   ruling
	added   map[string]*Telling
	dropped map[string]bool
	known   map[string]*Telling // those loaded so far, of the store as it will be
	leading leading
	untied  map[Tie]bool
	tied    map[Tie]bool
	touched map[string]bool     // tellings whose components have changed
	same    map[string][]string // by Statement, all that people ruled to be the same
	out     Change
}

// tell replaces the tellings of the readings' reports.
func (u *update) tell(readings []dateline.Reading) error {
	reports := make([]string, len(readings))
	for i := range readings {
		reports[i] = readings[i].Report.ID
		for _, t := range tellings(&readings[i], u.ruled) {
			u.added[t.ID], u.known[t.ID], u.touched[t.ID] = t, t, true
			u.out.Added = append(u.out.Added, t)
		}
	}
	old, err := u.store.TellingsOf(reports)
	if err != nil {
		return err
	}
	for _, t := range old {
		u.dropped[t.ID] = true
		u.out.Dropped = append(u.out.Dropped, t)
		u.out.Statements = append(append(u.out.Statements, t.Heads...), t.Also...)
	}
	slices.SortFunc(old, func(a, b *Telling) int { return cmp.Compare(a.ID, b.ID) })
	if len(old) > 0 {
		if err := u.part(); err != nil {
			return err
		}
	}
	return u.lead(old)
}

// part touches all that was tied to what is dropped, or was in one incident with it.
func (u *update) part() error {
	beside, err := u.store.Beside(u.out.Statements)
	if err != nil {
		return err
	}
	together, err := u.store.Holding(beside)
	if err != nil {
		return err
	}
	ties, err := u.store.Ties(slices.Sorted(maps.Keys(u.dropped)))
	if err != nil {
		return err
	}
	ids := make([]string, 0, len(together)+2*len(ties))
	for _, t := range together {
		ids = append(ids, t.ID)
	}
	for _, t := range ties {
		ids = append(ids, t.A, t.B)
	}
	for _, id := range ids {
		if !u.dropped[id] {
			u.touched[id] = true
		}
	}
	return nil
}

// lead looks up who led the keys that are touched.
func (u *update) lead(old []*Telling) error {
	touched := map[int64]bool{}
	for _, t := range old {
		for _, k := range t.Keys() {
			touched[k.Hash] = true
		}
	}
	for _, t := range u.out.Added {
		for _, k := range t.Keys() {
			touched[k.Hash] = true
			if k.Open {
				u.leading.joining[k.Hash] = append(u.leading.joining[k.Hash], t.ID)
			}
		}
	}
	return u.leaders(slices.Sorted(maps.Keys(touched)))
}

// leaders looks up who leads keys that were not asked for yet.
func (u *update) leaders(keys []int64) error {
	keys = slices.DeleteFunc(keys, func(k int64) bool { _, ok := u.leading.before[k]; return ok })
	if len(keys) == 0 {
		return nil
	}
	found, err := u.store.Leaders(keys, leaders+len(u.dropped))
	for _, k := range keys {
		u.leading.before[k] = found[k]
	}
	return err
}

// leading is who leads keys, before and after the Update.
type leading struct {
	before  map[int64][]string // the first in the store, and as many more as are dropped
	joining map[int64][]string // those that are added
}

func (l *leading) first(key int64) []string {
	ids := l.before[key]
	return ids[:min(len(ids), leaders)]
}

// then lists the leaders of a key after the Update.
func (l *leading) then(key int64, dropped map[string]bool) []string {
	var ids []string
	for _, id := range l.before[key] {
		if !dropped[id] {
			ids = append(ids, id)
		}
	}
	ids = append(ids, l.joining[key]...)
	slices.Sort(ids)
	return ids[:min(len(ids), leaders)]
}

// compare compares what is added with the leaders of its keys, and new leaders with all members of theirs.
func (u *update) compare() error {
	meet := map[[2]string]bool{}
	add := func(a, b string) {
		if a != b {
			meet[pairKey(a, b)] = true
		}
	}
	for _, t := range u.out.Added {
		for _, k := range t.Keys() {
			for _, id := range u.leading.then(k.Hash, u.dropped) {
				add(t.ID, id)
			}
		}
	}
	members := u.addedMembers()
	for key := range u.leading.before {
		first := u.leading.first(key)
		var fresh []string
		for _, id := range u.leading.then(key, u.dropped) {
			if u.added[id] != nil || !slices.Contains(first, id) {
				fresh = append(fresh, id)
			}
		}
		if len(fresh) == 0 {
			continue
		}
		all, err := u.store.Members(key)
		if err != nil {
			return err
		}
		for _, m := range append(all, members[key]...) {
			if u.dropped[m] && u.added[m] == nil {
				continue
			}
			for _, id := range fresh {
				add(id, m)
			}
		}
	}
	return u.meet(slices.Collect(maps.Keys(meet)))
}

func (u *update) addedMembers() map[int64][]string {
	out := map[int64][]string{}
	for _, t := range u.out.Added {
		for _, k := range t.Keys() {
			out[k.Hash] = append(out[k.Hash], t.ID)
		}
	}
	return out
}

// meet compares pairs of tellings and ties those over the threshold.
func (u *update) meet(pairs [][2]string) error {
	var ids []string
	for _, p := range pairs {
		ids = append(ids, p[0], p[1])
	}
	if err := u.load(ids); err != nil {
		return err
	}
	for _, p := range pairs {
		a, b := u.known[p[0]], u.known[p[1]]
		if a == nil || b == nil || a.Report == b.Report {
			continue // a member of a key that is kept under it no more
		}
		if score, ok := tied(a, b); ok {
			u.tied[tieOf(a.ID, b.ID, score)] = true
			u.touched[a.ID], u.touched[b.ID] = true, true
		}
	}
	return nil
}

// load fetches tellings that are not known yet.
func (u *update) load(ids []string) error {
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return u.known[id] != nil || u.dropped[id] })
	if len(ids) == 0 {
		return nil
	}
	ts, err := u.store.Tellings(ids)
	for _, t := range ts {
		u.known[t.ID] = t
	}
	return err
}

// forget unties what was tied under a key that one of the two leads no more, unless they share another that one of
// them leads.
func (u *update) forget() error {
	var demoted []string
	for key := range u.leading.before {
		then := u.leading.then(key, u.dropped)
		for _, id := range u.leading.first(key) {
			if !u.dropped[id] && !slices.Contains(then, id) {
				demoted = append(demoted, id)
			}
		}
	}
	slices.Sort(demoted)
	ties, err := u.store.Ties(slices.Compact(demoted))
	if err != nil {
		return err
	}
	for _, t := range ties {
		if u.dropped[t.A] || u.dropped[t.B] {
			continue
		}
		stands, err := u.stands(t)
		if err != nil {
			return err
		}
		if !stands {
			u.untied[t] = true
			u.touched[t.A], u.touched[t.B] = true, true
		}
	}
	return nil
}

// stands reports whether two tied tellings share a key that one of them leads.
func (u *update) stands(t Tie) (bool, error) {
	if err := u.load([]string{t.A, t.B}); err != nil {
		return false, err
	}
	var common []int64
	of := map[int64]bool{}
	for _, k := range u.known[t.A].Keys() {
		of[k.Hash] = true
	}
	for _, k := range u.known[t.B].Keys() {
		if of[k.Hash] {
			common = append(common, k.Hash)
		}
	}
	if err := u.leaders(slices.Clone(common)); err != nil {
		return false, err
	}
	return slices.ContainsFunc(common, func(key int64) bool {
		lead := u.leading.then(key, u.dropped)
		return slices.Contains(lead, t.A) || slices.Contains(lead, t.B)
	}), nil
}

// relink joins the components of all that was touched anew.
func (u *update) relink() error {
	done := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(u.touched)) {
		if done[id] {
			continue
		}
		c, err := u.component(id, done)
		if err != nil {
			return err
		}
		u.out.Incidents = append(u.out.Incidents, c.incidents(u.ruled)...)
		for _, t := range c.tellings {
			u.out.Statements = append(append(u.out.Statements, t.Heads...), t.Also...)
		}
	}
	slices.Sort(u.out.Statements)
	u.out.Statements = slices.Compact(u.out.Statements)
	return nil
}

// component gathers the component of a telling, and adds its members to done.
func (u *update) component(id string, done map[string]bool) (component, error) {
	ids, ties := []string{id}, map[Tie]bool{}
	done[id] = true
	for next := ids; len(next) > 0; {
		found, err := u.ties(next)
		if err != nil {
			return component{}, err
		}
		var more []string
		reach := func(id string) {
			if !done[id] {
				done[id] = true
				more = append(more, id)
			}
		}
		for _, t := range found {
			ties[t] = true
			reach(t.A)
			reach(t.B)
		}
		if err := u.load(slices.Clone(next)); err != nil {
			return component{}, err
		}
		ruled, err := u.ruledWith(next)
		if err != nil {
			return component{}, err
		}
		for _, id := range ruled {
			reach(id)
		}
		ids, next = append(ids, more...), more
	}
	ts := make([]*Telling, len(ids))
	for i, id := range ids {
		ts[i] = u.known[id]
	}
	return partOf(ts, slices.Collect(maps.Keys(ties))), u.accounts(ts)
}

// accounts loads those accounts that are not loaded yet.
func (u *update) accounts(ts []*Telling) error {
	ts = slices.DeleteFunc(slices.Clone(ts), func(t *Telling) bool { return t.Account != nil })
	if len(ts) == 0 {
		return nil
	}
	return u.store.Accounts(ts)
}

// ties lists the ties of tellings after the Update.
func (u *update) ties(ids []string) ([]Tie, error) {
	kept := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return u.dropped[id] })
	out, err := u.store.Ties(kept)
	out = slices.DeleteFunc(out, func(t Tie) bool { return u.untied[t] || u.dropped[t.A] || u.dropped[t.B] })
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	for t := range u.tied {
		if wanted[t.A] || wanted[t.B] {
			out = append(out, t)
		}
	}
	return out, err
}

// ruledWith lists the tellings of which people ruled, by way of others too, that they are the same as one of these.
func (u *update) ruledWith(ids []string) ([]string, error) {
	var others []string
	for _, id := range ids {
		t := u.known[id]
		for _, s := range append(u.ruled.paired(t.Heads), u.ruled.paired(t.Also)...) {
			others = append(others, u.same[s]...)
		}
	}
	if len(others) == 0 {
		return nil, nil
	}
	return u.holding(others)
}

// holding lists the tellings that have one of the statements after the Update.
func (u *update) holding(statements []string) ([]string, error) {
	ts, err := u.store.Holding(statements)
	ts = slices.DeleteFunc(ts, func(t *Telling) bool { return u.dropped[t.ID] })
	for _, t := range u.out.Added {
		if slices.ContainsFunc(statements, func(s string) bool { return slices.Contains(t.Heads, s) || slices.Contains(t.Also, s) }) {
			ts = append(ts, t)
		}
	}
	var out []string
	for _, t := range ts {
		if u.known[t.ID] == nil {
			u.known[t.ID] = t
		}
		out = append(out, t.ID)
	}
	return out, err
}
