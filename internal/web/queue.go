package web

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"dateline"
	"dateline/internal/ledger"
	rulings "dateline/internal/review"
	"dateline/internal/selection"
)

// Limits of a queue.
const (
	queueShown  = 30   // items that are listed
	caseBatch   = 24   // incidents that are read at a time
	mostCases   = 360  // incidents that one queue reads: of those with most consequence
	keptCases   = 3000 // incidents whose items are kept in memory
	keptOrders  = 6    // selections whose order is kept in memory
	sampleDrawn = 400  // statements of a sample
)

// cases keeps what there is to rule on in incidents, and in which order a selection's incidents are looked at, as it was
// worked out before. The zero cases is ready.
type cases struct {
	mu     sync.Mutex
	of     map[string]oneCase
	orders []order // the last made first
}

// oneCase is an incident as the queue looks at it.
type oneCase struct {
	sum   [32]byte // of its line and its twins
	whole rulings.Case
	items []rulings.Item
}

// order is the incidents of a selection on which most hangs, the first most, and those that may be the same; or a sample of it.
type order struct {
	first  **dateline.Line // of the selection's lines: another selection has others
	lines  []*dateline.Line
	twins  map[string][]*dateline.Line
	drawn  []rulings.Drawn
	seed   uint64
	seeded bool
}

// orderOf returns the order of a selection.
func (c *cases) orderOf(lines []*dateline.Line) order {
	if len(lines) == 0 {
		return order{}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if i := slices.IndexFunc(c.orders, func(o order) bool { return o.first == &lines[0] && !o.seeded }); i >= 0 {
		return c.orders[i]
	}
	heaviest := rulings.Heaviest(lines, mostCases)
	return c.keep(order{first: &lines[0], lines: heaviest, twins: rulings.Twins(heaviest, lines)})
}

// sampleOf returns the sample of a selection.
func (c *cases) sampleOf(lines []*dateline.Line, seed uint64) []rulings.Drawn {
	if len(lines) == 0 {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if i := slices.IndexFunc(c.orders, func(o order) bool { return o.first == &lines[0] && o.seeded && o.seed == seed }); i >= 0 {
		return c.orders[i].drawn
	}
	return c.keep(order{first: &lines[0], seed: seed, seeded: true, drawn: rulings.Sample(lines, seed, sampleDrawn)}).drawn
}

// keep keeps an order; c.mu is held.
func (c *cases) keep(o order) order {
	c.orders = append([]order{o}, c.orders[:min(len(c.orders), keptOrders-1)]...)
	return o
}

// casesOf returns the cases of incidents, in the order of lines; one that is no more is left out.
func (s *site) casesOf(ctx context.Context, lines []*dateline.Line, twins map[string][]*dateline.Line) ([]oneCase, error) {
	sums := make([][32]byte, len(lines))
	var missing []*dateline.Line
	s.cases.mu.Lock()
	for i, l := range lines {
		sums[i] = caseSum(l, twins[l.ID])
		if k, ok := s.cases.of[l.ID]; !ok || k.sum != sums[i] {
			missing = append(missing, l)
		}
	}
	s.cases.mu.Unlock()
	made, err := s.readCases(ctx, missing, twins)
	if err != nil {
		return nil, err
	}
	s.cases.mu.Lock()
	defer s.cases.mu.Unlock()
	if s.cases.of == nil || len(s.cases.of) > keptCases {
		s.cases.of = map[string]oneCase{}
	}
	var out []oneCase
	for i, l := range lines {
		k, ok := made[l.ID]
		if ok {
			k.sum = sums[i]
			s.cases.of[l.ID] = k
		} else if k, ok = s.cases.of[l.ID]; !ok || k.sum != sums[i] {
			continue
		}
		out = append(out, k)
	}
	return out, nil
}

// caseSum is another where a line or a twin is, but for what was reviewed.
func caseSum(l *dateline.Line, twins []*dateline.Line) [32]byte {
	plain := *l
	plain.Reviewed = 0
	b, err := json.Marshal(plain)
	if err != nil {
		panic(err) // plain values
	}
	for _, t := range twins {
		b = append(b, t.ID...)
	}
	return sha256.Sum256(b)
}

// readCases reads incidents from the ledger, by ID.
func (s *site) readCases(ctx context.Context, lines []*dateline.Line, twins map[string][]*dateline.Line) (map[string]oneCase, error) {
	if len(lines) == 0 {
		return nil, nil
	}
	var ids, statements []string
	for _, l := range lines {
		ids = append(ids, l.ID)
		for _, t := range twins[l.ID] {
			ids = append(ids, t.ID)
		}
	}
	incidents, err := s.view.IncidentsNamed(ctx, ids)
	if err != nil {
		return nil, err
	}
	byID := map[string]*dateline.Incident{}
	for i := range incidents {
		byID[incidents[i].ID] = &incidents[i]
	}
	for _, l := range lines {
		if in := byID[l.ID]; in != nil {
			if *in, err = s.thinCase(ctx, in); err != nil {
				return nil, err
			}
			statements = append(statements, in.Statements...)
		}
	}
	entries, err := s.view.AsRead(ctx, statements)
	if err != nil {
		return nil, err
	}
	told, err := s.toldOf(ctx, entries)
	if err != nil {
		return nil, err
	}
	out := map[string]oneCase{}
	for _, l := range lines {
		if in := byID[l.ID]; in != nil {
			c := rulings.Case{Line: l, Told: told[:len(in.Statements)], Links: in.Links, Twins: twinsOf(in, twins[l.ID], byID)}
			told = told[len(in.Statements):]
			out[l.ID] = oneCase{whole: c, items: rulings.Items(c)}
		}
	}
	return out, nil
}

// thinCase is thin for the queue: of its Links it leaves those that are to be doubted.
func (s *site) thinCase(ctx context.Context, in *dateline.Incident) (dateline.Incident, error) {
	links := in.Links
	thinned, err := s.thin(ctx, in, func(all []ledger.Standing) map[string]bool {
		report, asked := map[string]string{}, map[string]bool{}
		for _, x := range all {
			report[x.ID] = x.Report
		}
		links = rulings.Weakest(in.Links, report)
		for _, l := range links {
			asked[l.A], asked[l.B] = true, true
		}
		if name := namer(in); name != "" {
			asked[name] = true
		}
		return asked
	})
	thinned.Links = links
	return thinned, err
}

// toldOf turns entries into what the queue looks at, with what was not understood beside them.
func (s *site) toldOf(ctx context.Context, entries []ledger.Entry) ([]rulings.Told, error) {
	var reports []string
	for i := range entries {
		reports = append(reports, entries[i].Report.ID)
	}
	doubts, err := s.view.DoubtsIn(ctx, unique(reports))
	if err != nil {
		return nil, err
	}
	out := make([]rulings.Told, len(entries))
	for i := range entries {
		e := &entries[i]
		out[i] = rulings.Told{Statement: e.Statement, Means: e.Resolutions}
		beside := dateline.Span{Start: e.Statement.Quote.Start - 2, End: e.Statement.Quote.End + 2} // the sentences on either side
		out[i].DoubtNearby = slices.ContainsFunc(doubts[e.Report.ID], beside.Overlaps)
	}
	return out, nil
}

// twinsOf names incidents that may be the same by a statement of each.
func twinsOf(in *dateline.Incident, others []*dateline.Line, byID map[string]*dateline.Incident) []rulings.Twin {
	var out []rulings.Twin
	for _, l := range others {
		if o := byID[l.ID]; o != nil && namer(in) != "" && namer(o) != "" {
			out = append(out, rulings.Twin{Statement: namer(in), Other: namer(o), Alike: in.Kind == o.Kind})
		}
	}
	return out
}

// namer is the statement that gave an incident its identifier; "" if it is not of it any more.
func namer(in *dateline.Incident) string {
	i := slices.IndexFunc(in.Statements, func(id string) bool { return dateline.IncidentID(id) == in.ID })
	if i < 0 {
		return ""
	}
	return in.Statements[i]
}

// queue is what there is to rule on, the first most urgent.
type queue struct {
	Items []rulings.Item
	Read  int // incidents that were looked at
}

// weighed is the queue of a selection by weight: what nobody ruled on, but for what is left for later.
func (s *site) weighed(ctx context.Context, sel selection.Selection, d desk) (queue, error) {
	o := s.cases.orderOf(sel.Lines)
	pile := rulings.Pile{Want: queueShown}
	n := 0
	for ; n < len(o.lines); n += caseBatch {
		batch := o.lines[n:min(n+caseBatch, len(o.lines))]
		if pile.Certain(rulings.Consequence(batch[0])) {
			break
		}
		cs, err := s.casesOf(ctx, batch, o.twins)
		if err != nil {
			return queue{}, err
		}
		open, err := s.unruled(ctx, cs, d)
		if err != nil {
			return queue{}, err
		}
		for _, c := range cs {
			pile.Add(c.items, open)
		}
	}
	return queue{pile.Top(), min(n, len(o.lines))}, nil
}

// unruled says what nobody ruled on yet: a statement that was rejected has nothing left to rule on.
func (s *site) unruled(ctx context.Context, cs []oneCase, d desk) (func(rulings.Item) bool, error) {
	var ids []string
	for _, c := range cs {
		for i := range c.whole.Told {
			ids = append(ids, c.whole.Told[i].Statement.ID)
		}
	}
	docket, err := s.view.DocketOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	return func(i rulings.Item) bool {
		return (d.field == "" || d.field == i.Field) && !slices.Contains(d.later, i.Thing) && len(docket.Hear(i.Thing).Words) == 0 && !docket.Rejected(i.Statement)
	}, nil
}

// sampled is the queue of a sample: what nobody ruled on in the statements drawn, in the order in which they were
// drawn.
func (s *site) sampled(ctx context.Context, sel selection.Selection, index *selection.Index, d desk) (queue, error) {
	var q queue
	drawn := s.cases.sampleOf(sel.Lines, d.seed)
	for n := 0; n < len(drawn) && len(q.Items) < queueShown; n += caseBatch {
		batch := drawn[n:min(n+caseBatch, len(drawn))]
		cs, at, err := s.drawnCases(ctx, batch, index)
		if err != nil {
			return q, err
		}
		open, err := s.unruled(ctx, cs, d)
		if err != nil {
			return q, err
		}
		for i := range batch {
			for _, item := range rulings.ItemsOf(cs[i].whole, at[i]) {
				if open(item) {
					q.Items = append(q.Items, item)
				}
			}
		}
		q.Read += len(batch)
	}
	q.Items = q.Items[:min(len(q.Items), queueShown)]
	return q, nil
}

// drawnCases returns the case of each statement drawn, and where it stands in it; an empty one where the incident is no more.
func (s *site) drawnCases(ctx context.Context, drawn []rulings.Drawn, index *selection.Index) ([]oneCase, []int, error) {
	var lines []*dateline.Line
	for _, d := range drawn {
		if l := index.Line(d.Incident); l != nil && !slices.Contains(lines, l) {
			lines = append(lines, l)
		}
	}
	cs, err := s.casesOf(ctx, lines, nil)
	if err != nil {
		return nil, nil, err
	}
	out, at := make([]oneCase, len(drawn)), make([]int, len(drawn))
	for i, d := range drawn {
		k := slices.IndexFunc(cs, func(c oneCase) bool { return c.whole.Line.ID == d.Incident })
		if k < 0 {
			continue
		}
		if out[i], at[i] = cs[k], d.N; len(cs[k].whole.Told) < cs[k].whole.Line.Statements {
			if at[i], err = s.addDrawn(ctx, &out[i], d); err != nil {
				return nil, nil, err
			}
		}
	}
	return out, at, nil
}

// addDrawn adds a statement drawn to a case that was read in part, and says where.
func (s *site) addDrawn(ctx context.Context, c *oneCase, d rulings.Drawn) (int, error) {
	ids, err := s.view.NthStatement(ctx, d.Incident, d.N)
	if err != nil || ids == nil {
		return len(c.whole.Told), err
	}
	if at := slices.IndexFunc(c.whole.Told, func(t rulings.Told) bool { return t.Statement.ID == ids[0] }); at >= 0 {
		return at, nil
	}
	entries, err := s.view.AsRead(ctx, ids)
	if err != nil {
		return 0, err
	}
	told, err := s.toldOf(ctx, entries)
	c.whole.Told = append(slices.Clip(c.whole.Told), told...)
	return len(c.whole.Told) - 1, err
}

// itemWords is an item in the list.
func itemWords(i rulings.Item) string {
	if i.Field == rulings.OfSame {
		return "one happening?"
	}
	return string(i.Field)
}

// weightWords says how an item comes to its place.
func weightWords(i rulings.Item) string {
	return fmt.Sprintf("%.2f hangs on it × %.2f doubt = %.2f", i.Consequence, i.Doubt, i.Weight())
}
