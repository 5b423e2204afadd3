package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/account"
	rulings "dateline/internal/review"
	"dateline/internal/selection"
)

// The modes of a review: which queue it goes through.
const (
	byWeight   = ""         // what matters most and is least sure
	bySample   = "sample"   // statements drawn by lot
	asSecond   = "second"   // what another reader has read, whose word is not shown
	asDisputed = "disputed" // what readers let something else stand of
)

// reviewView is the screen on which people rule.
type reviewView struct {
	Mode       string
	Modes      []tab
	Chips      []chip
	Everything bool   // the queue is of incidents, if of none in doubt
	Fields     []tab  // what to be asked of
	Field      string // what the queue is of alone; "" for all
	Queue      []queueLine
	Current    *proposalView // nil if there is nothing to rule on
	Undo       *rulingForm   // nil if there is nothing of the visitor's to take back
	Undone     string        // what Undo would take back, in words
	Earlier    string        // the address of the item before in the queue; "" for none
	Next       string        // likewise of the one after
	Skip       string        // the address with the current item put off; "" for none
	Later      int           // items that were put off
	Progress   string
	Read       int
	Seed       string
	Keep       []param // of the address, but for the seed: for the form that draws another sample
	CanRule    bool
	Why        string // why not; "" if it can
	Name       string // the visitor's; "" if it has to be asked
	Formula    [2]string
	Editor     bool
}

// queueLine is an item of the queue.
type queueLine struct {
	Link    string
	Field   string
	Words   string
	Weight  string
	Current bool
}

// desk is what the address of a review says.
type desk struct {
	query selection.Query
	mode  string
	seed  uint64
	field rulings.Field  // "" for all
	item  *rulings.Thing // nil: the first of the queue
	later []rulings.Thing
}

// mostLater is how many items can be put off at once; with more, the first comes back.
const mostLater = 60

func readDesk(r *http.Request) (desk, error) {
	v := r.URL.Query()
	d := desk{mode: v.Get("mode")}
	var err error
	if d.query, err = selection.Parse(v); err != nil {
		return d, &fault{http.StatusBadRequest, "That is no question", upper(err.Error()) + "."}
	}
	if !slices.Contains([]string{byWeight, bySample, asSecond, asDisputed}, d.mode) {
		return d, &fault{http.StatusBadRequest, "That is no queue", "mode= takes sample, second or disputed."}
	}
	if d.field = rulings.Field(v.Get("of")); d.field != "" && !slices.Contains(rulings.Fields, d.field) {
		return d, &fault{http.StatusBadRequest, "That is no field", "of= takes " + strings.Join(fieldNames(), ", ") + "."}
	}
	if seed := v.Get("seed"); seed != "" {
		if d.seed, err = strconv.ParseUint(seed, 10, 64); err != nil {
			return d, &fault{http.StatusBadRequest, "That is no seed", "seed= takes a whole number from 0 on."}
		}
	}
	if item := v.Get("item"); item != "" {
		t, err := rulings.ParseThing(item)
		if err != nil {
			return d, &fault{http.StatusBadRequest, "That is nothing to rule on", upper(err.Error()) + "."}
		}
		d.item = &t
	}
	for _, s := range strings.Split(v.Get("later"), ",") {
		if t, err := rulings.ParseThing(s); err == nil {
			d.later = append(d.later, t)
		}
	}
	d.later = d.later[max(0, len(d.later)-mostLater):]
	return d, nil
}

// at is the address of a review with another item; nil for the first of its queue.
func (d desk) at(item *rulings.Thing, later []rulings.Thing) string {
	v := d.query.Values()
	if d.mode != byWeight {
		v.Set("mode", d.mode)
	}
	if d.mode == bySample {
		v.Set("seed", strconv.FormatUint(d.seed, 10))
	}
	if d.field != "" {
		v.Set("of", string(d.field))
	}
	if item != nil {
		v.Set("item", item.String())
	}
	if len(later) > 0 {
		var words []string
		for _, t := range later {
			words = append(words, t.String())
		}
		v.Set("later", strings.Join(words, ","))
	}
	return under("/review", v)
}

func fieldNames() (out []string) {
	for _, f := range rulings.Fields {
		out = append(out, string(f))
	}
	return out
}

func under(path string, v url.Values) string {
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// reviewing shows the queue of a selection and one item of it.
func (s *site) reviewing(r *http.Request) (*page, error) {
	d, err := readDesk(r)
	if err != nil {
		return nil, err
	}
	sel, index, err := s.selected(r)
	if err != nil {
		return nil, err
	}
	who := s.who(r)
	q, err := s.queueOf(r.Context(), d, sel, index, who)
	if err != nil {
		return nil, err
	}
	if len(q.Items) == 0 && len(d.later) > 0 { // what was put off comes back at the end
		d.later = nil
		if q, err = s.queueOf(r.Context(), d, sel, index, who); err != nil {
			return nil, err
		}
	}
	v := reviewView{Mode: d.mode, Read: q.Read, Later: len(d.later), Seed: strconv.FormatUint(d.seed, 10), Name: who.Name,
		Formula: [2]string{rulings.ConsequenceWords, rulings.DoubtWords}, Editor: who.Role >= account.Editor}
	v.CanRule, v.Why = s.canRule(who)
	v.Progress, v.Everything = progress(sel), len(sel.Lines) > 0
	v.modes(d, who)
	v.chips(s, d)
	v.fields(d)
	item, ok := itemAsked(d, q)
	if ok {
		if v.Current, err = s.propose(r.Context(), d, item, who); err != nil {
			return nil, err
		}
		v.around(d, q, item)
	}
	v.list(d, q, item)
	if v.CanRule {
		if err := v.undo(r.Context(), s, d, who); err != nil {
			return nil, err
		}
	}
	title := "Review"
	if v.Current != nil {
		title = v.Current.Question + " · Review"
	}
	return &page{Title: title, Template: "review", Section: "review", Main: v}, nil
}

// canRule says whether a visitor can rule here, and otherwise why not.
func (s *site) canRule(who visitor) (bool, string) {
	switch {
	case !s.ruling():
		return false, "These pages can only be read here: nobody can rule."
	case who.Role < account.Reviewer:
		return false, "You see the queue as a reader. To rule, log in as a reviewer."
	}
	return true, ""
}

func (s *site) queueOf(ctx context.Context, d desk, sel selection.Selection, index *selection.Index, who visitor) (queue, error) {
	switch d.mode {
	case bySample:
		return s.sampled(ctx, sel, index, d)
	case asSecond, asDisputed:
		return s.heardQueue(ctx, d, sel, who)
	}
	return s.weighed(ctx, sel, d)
}

// heardQueue is what readers spoke on already: what one other has, or what they let something else stand of.
func (s *site) heardQueue(ctx context.Context, d desk, sel selection.Selection, who visitor) (queue, error) {
	all, err := s.hearAll(ctx)
	if err != nil {
		return queue{}, err
	}
	open := rulings.Open(all.heard, all.reads)
	if d.mode == asSecond {
		open = rulings.Unseconded(all.heard, who.Name)
	}
	within := map[string]bool{}
	for _, l := range sel.Lines {
		within[l.ID] = true
	}
	var q queue
	for _, h := range open {
		r, ok := all.reads[h.Statement]
		if !ok || d.field != "" && d.field != rulings.FieldOf(h.Thing, r.Roles) || !d.query.IsZero() && !within[r.Incident] || slices.Contains(d.later, h.Thing) {
			continue
		}
		if now, err := s.hear(ctx, h.Thing); err != nil {
			return q, err
		} else if len(now.Words) != len(h.Words) || d.mode == asDisputed && now.Settled != nil {
			continue // it was ruled on a moment ago
		}
		q.Items = append(q.Items, rulings.Item{Thing: h.Thing, Field: rulings.FieldOf(h.Thing, r.Roles), Incident: r.Incident})
		if len(q.Items) == queueShown {
			break
		}
	}
	return q, nil
}

// hear returns what readers said of one thing, as it is now.
func (s *site) hear(ctx context.Context, t rulings.Thing) (rulings.Heard, error) {
	docket, err := s.view.DocketOf(ctx, t.On())
	if err != nil {
		return rulings.Heard{}, err
	}
	return docket.Hear(t), nil
}

// itemAsked is the item that an address asks for, or the first of the queue; not ok if there is none.
func itemAsked(d desk, q queue) (rulings.Item, bool) {
	if d.item == nil {
		if len(q.Items) == 0 {
			return rulings.Item{}, false
		}
		return q.Items[0], true
	}
	if i := slices.IndexFunc(q.Items, func(i rulings.Item) bool { return i.Thing == *d.item }); i >= 0 {
		return q.Items[i], true
	}
	return rulings.Item{Thing: *d.item}, true
}

// around finds what comes before and after an item in the queue.
func (v *reviewView) around(d desk, q queue, item rulings.Item) {
	i := slices.IndexFunc(q.Items, func(o rulings.Item) bool { return o.Thing == item.Thing })
	if i > 0 {
		v.Earlier = d.at(&q.Items[i-1].Thing, d.later)
	}
	if i+1 < len(q.Items) {
		v.Next = d.at(&q.Items[i+1].Thing, d.later)
	}
	v.Skip = d.at(nil, append(slices.Clone(d.later), item.Thing))
}

func (v *reviewView) list(d desk, q queue, item rulings.Item) {
	for _, i := range q.Items {
		l := queueLine{Link: d.at(&i.Thing, d.later), Field: itemWords(i), Current: i.Thing == item.Thing}
		if len(i.Why) > 0 {
			l.Words = i.Why[0]
		}
		if d.mode == byWeight {
			l.Weight = strconv.FormatFloat(i.Weight(), 'f', 2, 64)
		}
		v.Queue = append(v.Queue, l)
	}
}

func (v *reviewView) modes(d desk, who visitor) {
	for _, m := range []struct{ mode, name string }{{byWeight, "By weight"}, {bySample, "Random sample"}, {asSecond, "Second reading"}, {asDisputed, "Disputed"}} {
		other := d
		other.mode = m.mode
		v.Modes = append(v.Modes, tab{Name: m.name, Link: other.at(nil, nil), Current: m.mode == d.mode})
	}
	for name, values := range d.query.Values() {
		for _, value := range values {
			v.Keep = append(v.Keep, param{name, value})
		}
	}
	slices.SortFunc(v.Keep, func(a, b param) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value)) })
}

// fields offers to be asked of one field alone.
func (v *reviewView) fields(d desk) {
	for _, f := range append([]rulings.Field{""}, rulings.Fields...) {
		if f == rulings.OfWords {
			continue // nothing is read of them
		}
		other := d
		other.field = f
		t := tab{Name: "All sorts", Link: other.at(nil, nil), Current: f == d.field}
		if f != "" {
			t.Name = upper(itemWords(rulings.Item{Field: f}))
		}
		v.Fields = append(v.Fields, t)
	}
	if d.field != "" {
		v.Field = itemWords(rulings.Item{Field: d.field})
	}
}

func (v *reviewView) chips(s *site, d desk) {
	var e explore
	e.chips(d.query, "/review", labeller{s})
	v.Chips = e.Chips
}

// progress says how much of a selection people have looked at.
func progress(sel selection.Selection) string {
	statements, reviewed := 0, 0
	for _, l := range sel.Lines {
		statements, reviewed = statements+l.Statements, reviewed+min(l.Reviewed, l.Statements)
	}
	return number(reviewed) + " of " + plural(statements, "statement") + " of " + plural(len(sel.Lines), "incident") + " ruled on"
}

// undo offers to take back the visitor's last ruling.
func (v *reviewView) undo(ctx context.Context, s *site, d desk, who visitor) error {
	if who.Name == "" {
		return nil
	}
	last, err := s.view.LastBy(ctx, who.Name)
	if err != nil || last == nil {
		return err
	}
	t := rulings.ThingOf(*last)
	docket, err := s.view.DocketOf(ctx, last.On)
	if err != nil {
		return err
	}
	entries, err := s.view.Statements(ctx, last.On)
	if err != nil {
		return err
	}
	at := byStatement(entries)
	v.Undone = did(rulings.Ruled{Decision: *last}, at)
	v.Undo = &rulingForm{Key: "u", Label: "Undo", Ruling: "undo", Reason: "taken back", Hidden: []field{
		{"on", last.ID}, {"seen", docket.Last(last.On...)}, {"next", d.at(&t, d.later)}}}
	return nil
}
