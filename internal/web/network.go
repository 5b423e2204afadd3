package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/calendar"
	"dateline/internal/draw"
	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// networkView is what is told between the groups of a selection, as it stood on a day.
type networkView struct {
	Explore      explore
	Drawing      draw.SVG
	Key          []netKey
	Asof, Counts string   // what is drawn, in words
	Caveat       string   //
	Window       int      // for how many days what passes is shown
	Day          string   // YYYY-MM-DD; "" if nothing is told between groups
	Query        []param  // of the address, but for the day
	Earlier      shown    // the day before on which anything changes; so is Later
	Later        shown    //
	Days         string   // the address of all those days
	Download     string   // of the drawing
	With         shown    // the same with states' forces and bodies, or without them
	Rows         []tieRow // what stands, those of most accounts first
	MoreRows     int      // that are not on the page
	AllRows      string   // the address of the page that has all
	Over         []tieRow // what had stood and was over
	MoreOver     int
	AllOver      int
	Review       review
}

// netKey says what a line or a shape stands for.
type netKey struct{ Title, Class, Mark, Words string }

// tieRow is what stands between two groups.
type tieRow struct {
	A, B       shown
	Word       string
	Bearing    string
	Backing    string
	Note       string // what else there is to its evidence
	When       string
	Accounts   string
	Link       string // its statements
	Statements []ref
	MoreRefs   int
}

// How much of a network one page has.
const (
	mostBodies = 150
	mostTies   = 300
	mostTieRow = 60
	rowRefs    = 3
)

// classes of draw.Tie.
var (
	bearingClass = map[analysis.Bearing]string{analysis.Hostile: "hostile", analysis.Friendly: "friendly", analysis.Kin: "kin", analysis.Talking: "talking"}
	backingClass = map[analysis.Backing]string{analysis.Several: "several", analysis.Recorded: "recorded", analysis.Reported: "reported",
		analysis.OneSided: "onesided", analysis.Disputed: "disputed", analysis.EndedBy: "ended"}
)

// network shows what is told between the groups of a selection; ?at= is the day, ?with=states lets states' forces and
// international bodies in, ?all=ties lists every tie.
func (s *site) network(r *http.Request) (*page, error) {
	n, err := s.networkOf(r)
	if err != nil {
		return nil, err
	}
	v := networkView{Explore: s.explore("network", n.sel), Day: n.day, Drawing: s.networkDrawing(n), Key: networkKey, Asof: "As of " + edtfWords(n.day) + ".",
		Counts: n.counts(), Caveat: samplingCaveat, Window: analysis.Window}
	v.Query = params(n.address(""))
	v.Days, v.Download = "/network/days?"+n.address(n.day).Encode(), "/network.svg?"+n.address(n.day).Encode()
	v.Earlier, v.Later = n.neighbours()
	v.With = n.otherBodies()
	v.Rows, v.MoreRows = s.tieRows(n, n.standing, r.URL.Query().Get("all") == "ties")
	v.Over, v.MoreOver = s.tieRows(n, n.over, false)
	v.AllOver = len(n.over)
	all := n.address(n.day)
	all.Set("all", "ties")
	v.AllRows = "/network?" + all.Encode() + "#ties"
	for _, t := range n.standing {
		for _, d := range slices.Concat(t.Told, t.Denied) {
			v.Review.of(d.Review)
		}
	}
	return &page{Title: "Network", Template: "network", Section: "incidents", Query: n.sel.Query.Text, Review: v.Review, Main: v}, nil
}

// onDay is a network as it stands on a day.
type onDay struct {
	sel            selection.Selection
	web            *woven
	states         bool
	day            string
	standing, over []analysis.Standing // of groups that are drawn, those of most accounts first
}

// networkOf answers the query in an address; a fault if it cannot be read.
func (s *site) networkOf(r *http.Request) (*onDay, error) {
	sel, x, err := s.selected(r)
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	n := &onDay{sel: sel, states: q.Get("with") == "states", day: q.Get("at")}
	if _, ok := calendar.Parse(n.day); !ok && n.day != "" {
		return nil, &fault{http.StatusBadRequest, "That is no day", "at= in the address takes a day such as 2014-04-14."}
	}
	if n.web, err = s.weave(r.Context(), sel, x, n.states); err != nil {
		return nil, err
	}
	copies, err := s.loom.copies.get(r.Context(), s.view.Stamp(), s.view.Copies)
	if err != nil {
		return n, err
	}
	if n.day = cmp.Or(n.day, n.web.fullest(copies)); n.day == "" {
		return n, nil
	}
	n.standing, n.over = n.web.net.At(n.day, copies)
	for _, list := range [][]analysis.Standing{n.standing, n.over} {
		slices.SortStableFunc(list, func(x, y analysis.Standing) int { return y.Independent - x.Independent })
	}
	return n, nil
}

// woven is the network of a selection, with the place of each group, which is the same on every day.
type woven struct {
	net    *analysis.Network
	days   []string // on which anything changes
	order  []string // Actor.ID of those that are drawn
	number map[string]int
	bodies []draw.Body // in that order
	w, h   int
	left   int // groups of the selection that are not drawn
}

// fullest is the day that is shown to who asks for none: on which something was last told, or, where more stands then, on
// which something last began by the record; "" where no day is known.
func (w *woven) fullest(copies map[string]string) string {
	told, recorded := w.net.Last()
	if told == "" || recorded == "" {
		return cmp.Or(told, recorded)
	}
	then, _ := w.net.At(told, copies)
	later, _ := w.net.At(recorded, copies)
	if len(later) > len(then) {
		return recorded
	}
	return told
}

// loom keeps what networks and the pages of sources are made from.
type loom struct {
	dealings   memo[[]dateline.Dealing]
	copies     memo[map[string]string]
	publishers memo[[]ledger.Publisher]
	webs       handful[wovenOf, *woven]
}

// wovenOf is what a woven is of.
type wovenOf struct {
	index    *selection.Index
	dealings *dateline.Dealing
	query    string
	states   bool
}

// weave works out the network of a selection, unless it was worked out before.
func (s *site) weave(ctx context.Context, sel selection.Selection, x *selection.Index, states bool) (*woven, error) {
	all, err := s.loom.dealings.get(ctx, s.view.Stamp(), s.view.Dealings)
	if err != nil {
		return nil, err
	}
	of := wovenOf{index: x, query: sel.Query.String(), states: states}
	if len(all) > 0 {
		of.dealings = &all[0]
	}
	if w, ok := s.loom.webs.get(of); ok {
		return w, nil
	}
	w := s.newWoven(sel, all, states)
	s.loom.webs.put(of, w)
	return w, nil
}

func (s *site) newWoven(sel selection.Selection, all []dateline.Dealing, states bool) *woven {
	told := narrowed(sel, all)
	size := map[string]int{} // incidents of the selection
	for _, l := range sel.Lines {
		for _, g := range l.Groups {
			size[g]++
		}
	}
	let := s.letIn(sel, told, size, states)
	w := &woven{net: analysis.NewNetwork(told, s.book.All(), func(a string) bool { return let[a] }), number: map[string]int{}}
	w.choose(sel.Query.Picked["group"], size)
	if w.left > 0 {
		w.net = analysis.NewNetwork(told, s.book.All(), func(a string) bool { _, ok := w.number[a]; return ok })
	}
	w.days = w.net.Days()
	for _, id := range w.order {
		name := s.book.Name(id)
		words := name + ": " + plural(size[id], "incident") + " of the selection"
		w.bodies = append(w.bodies, draw.Body{Name: name, Words: words, Link: groupLink(id), Size: size[id], Picked: slices.Contains(sel.Query.Picked["group"], id)})
	}
	var ties [][2]int
	for _, e := range w.net.Edges {
		ties = append(ties, [2]int{w.number[e.A], w.number[e.B]})
	}
	w.w, w.h = draw.Layout(w.bodies, ties, networkWidth)
	return w
}

const networkWidth = 920

// narrowed are the dealings that a selection lets through: those of its incidents; and those of no incident whose own
// report and day it does not rule out.
func narrowed(sel selection.Selection, all []dateline.Dealing) []dateline.Dealing {
	q := sel.Query
	if q.IsZero() {
		return all
	}
	in := make(map[string]bool, len(sel.Lines))
	for _, l := range sel.Lines {
		in[l.ID] = true
	}
	var out []dateline.Dealing
	for _, d := range all {
		from, to := cmp.Or(d.From, d.Published), cmp.Or(d.To, d.Published)
		if d.Incident != "" && in[d.Incident] || d.Incident == "" && (q.From == "" || to >= q.From) && (q.To == "" || from <= q.To) &&
			(q.Picked["source"] == nil || slices.Contains(q.Picked["source"], cmp.Or(d.Publisher, selection.NoSource))) {
			out = append(out, d)
		}
	}
	return out
}

// letIn says which actors a network of the selection may have: groups, and, if asked for, states' forces and bodies,
// that figure in its incidents, or deal with a group that it asks for. No record is of a person.
func (s *site) letIn(sel selection.Selection, told []dateline.Dealing, size map[string]int, states bool) map[string]bool {
	let := map[string]bool{}
	add := func(id string) {
		if a, listed := s.book.Get(id); listed && (isGroup(a) || states) || !listed && states && id != "" {
			let[id] = true
		}
	}
	for id := range size {
		add(id)
	}
	picked := sel.Query.Picked["group"]
	for i := range told {
		d := &told[i]
		if sel.Query.IsZero() || d.By != "" && slices.Contains(picked, d.By) || slices.ContainsFunc(d.Sides, func(x dateline.Side) bool { return slices.Contains(picked, x.Actor) }) {
			add(d.By)
			for _, x := range d.Sides {
				add(x.Actor)
			}
		}
	}
	for _, id := range picked {
		add(id)
		a, _ := s.book.Get(id)
		for _, r := range append(s.inverse(id), a.Relations...) {
			add(r.Actor)
		}
	}
	return let
}

// choose puts the groups that anything is told or recorded of into an order, those that are asked for first, then those of
// most incidents, then of most ties, and leaves out what is too many.
func (w *woven) choose(picked []string, size map[string]int) {
	ties := map[string]int{}
	for _, e := range w.net.Edges {
		ties[e.A]++
		ties[e.B]++
	}
	for id := range ties {
		w.order = append(w.order, id)
	}
	first := func(id string) int { return bit(!slices.Contains(picked, id)) }
	slices.SortFunc(w.order, func(x, y string) int {
		return cmp.Or(first(x)-first(y), size[y]-size[x], ties[y]-ties[x], cmp.Compare(x, y))
	})
	if len(w.order) > mostBodies {
		w.left, w.order = len(w.order)-mostBodies, w.order[:mostBodies]
	}
	for i, id := range w.order {
		w.number[id] = i
	}
}

// shown lists the groups of which anything stands on the day.
func (n *onDay) shown() []string {
	on := map[string]bool{}
	for _, t := range n.standing {
		on[t.A], on[t.B] = true, true
	}
	var out []string
	for _, id := range n.web.order {
		if on[id] {
			out = append(out, id)
		}
	}
	return out
}

// address is that of the same network on a day; "" for the last one.
func (n *onDay) address(day string) url.Values {
	v := n.sel.Query.Values()
	if day != "" {
		v.Set("at", day)
	}
	if n.states {
		v.Set("with", "states")
	}
	return v
}

// neighbours lead to the days before and after on which anything changes.
func (n *onDay) neighbours() (earlier, later shown) {
	i, found := slices.BinarySearch(n.web.days, n.day)
	if i > 0 {
		earlier = shown{Text: edtfWords(n.web.days[i-1]), Link: "/network?" + n.address(n.web.days[i-1]).Encode()}
	}
	if found {
		i++
	}
	if i < len(n.web.days) {
		later = shown{Text: edtfWords(n.web.days[i]), Link: "/network?" + n.address(n.web.days[i]).Encode()}
	}
	return earlier, later
}

func (n *onDay) otherBodies() shown {
	other := *n
	other.states = !n.states
	text := "Show states’ forces and international bodies too"
	if n.states {
		text = "Show armed groups only"
	}
	return shown{Text: text, Link: "/network?" + other.address(n.day).Encode()}
}

// params are those of an address, by name.
func params(v url.Values) []param {
	var out []param
	for name, values := range v {
		for _, value := range values {
			out = append(out, param{name, value})
		}
	}
	slices.SortFunc(out, func(x, y param) int { return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.Value, y.Value)) })
	return out
}

// counts says how much is drawn, and how much is not.
func (n *onDay) counts() string {
	on := len(n.shown())
	words := plural(len(n.standing), "tie") + " between " + plural(on, "group") + "."
	if more := len(n.standing) - mostTies; more > 0 {
		words += " " + number(more) + " with fewest accounts are not drawn, and stand in the table."
	}
	if rest := len(n.web.order) - on; rest > 0 {
		words += " Of " + plural(rest, "more group") + " something is told or recorded at other times, and nothing stands on this day."
	}
	if n.web.left > 0 {
		words += " " + plural(n.web.left, "group") + " with the fewest incidents are left out, to keep the drawing readable: narrow the query to see them."
	}
	return words
}

// networkDrawing is the figure of what stands.
func (s *site) networkDrawing(n *onDay) draw.SVG {
	d := draw.Network{Label: "What is told between groups, as of " + edtfWords(n.day), Width: n.web.w, Height: n.web.h}
	number := map[string]int{}
	for _, id := range n.shown() {
		number[id] = len(d.Groups)
		d.Groups = append(d.Groups, n.web.bodies[n.web.number[id]])
	}
	for _, t := range n.standing[:min(len(n.standing), mostTies)] {
		d.Ties = append(d.Ties, draw.Tie{A: number[t.A], B: number[t.B], Bearing: bearingClass[t.Between.Bearing()], Line: backingClass[t.Backing],
			Directed: !t.Between.Mutual(), Words: s.tieWords(&t), Link: n.tieLink(&t)})
	}
	return d.SVG()
}

// tieWords says a tie in one line.
func (s *site) tieWords(t *analysis.Standing) string {
	words := s.book.Name(t.A) + " " + string(t.Between) + " " + s.book.Name(t.B) + ": " + string(t.Backing)
	if t.Independent > 0 {
		words += ", " + plural(t.Independent, "account")
	}
	return words
}

// tieLink is the address of the statements of a tie.
func (n *onDay) tieLink(t *analysis.Standing) string {
	v := n.address(n.day)
	v.Set("a", t.A)
	v.Set("b", t.B)
	return "/network/tie?" + v.Encode()
}

func (s *site) tieRows(n *onDay, all []analysis.Standing, whole bool) (rows []tieRow, more int) {
	if len(all) > mostTieRow && !whole {
		all, more = all[:mostTieRow], len(all)-mostTieRow
	}
	for i := range all {
		rows = append(rows, s.tieRow(n, &all[i]))
	}
	return rows, more
}

func (s *site) tieRow(n *onDay, t *analysis.Standing) tieRow {
	row := tieRow{A: shown{Text: s.book.Name(t.A), Link: groupLink(t.A)}, B: shown{Text: s.book.Name(t.B), Link: groupLink(t.B)},
		Word: string(t.Between), Bearing: bearingClass[t.Between.Bearing()], Backing: string(t.Backing), Link: n.tieLink(t), When: tieWhen(t)}
	if t.Record != nil {
		row.Note = recordWords(t.Record)
		if t.Backing != analysis.Recorded {
			row.Note = strings.TrimSuffix("in the record, "+row.Note, ", ")
		}
	}
	if t.Told != nil {
		row.Accounts = plural(t.Independent, "account")
	}
	if t.Denied != nil {
		row.Note = strings.TrimPrefix(row.Note+"; "+plural(len(t.Denied), "denial or doubt"), "; ")
		if len(t.Denied) > 1 {
			row.Note = strings.Replace(row.Note, "denial or doubts", "denials or doubts", 1)
		}
	}
	for i, d := range slices.Concat(t.Told, t.Denied) {
		if i == rowRefs {
			row.MoreRefs = len(t.Told) + len(t.Denied) - rowRefs
			break
		}
		row.Statements = append(row.Statements, ref{N: i + 1, ID: d.Statement})
	}
	return row
}

// recordWords says since when or until when the record has it; "" if it has no dates.
func recordWords(all []dateline.Relation) string {
	var out []string
	for _, r := range all {
		if when := period(r.From, r.To); when != "" {
			out = append(out, when)
		}
	}
	return strings.Join(out, "; ")
}

// tieWhen says of which days the accounts of a tie are.
func tieWhen(t *analysis.Standing) string {
	switch {
	case t.First == "":
		return ""
	case t.First == t.Last:
		return edtfWords(t.First)
	}
	return edtfWords(t.First) + " to " + edtfWords(t.Last)
}

// networkDays sends the days on which anything changes, for a slider, and the day of the page that has it among them.
func (s *site) networkDays(w http.ResponseWriter, r *http.Request) {
	n, err := s.networkOf(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	days := append([]string{}, n.web.days...)
	if at, found := slices.BinarySearch(days, n.day); !found && n.day != "" {
		days = slices.Insert(days, at, n.day)
	}
	s.json(w, http.StatusOK, map[string]any{"days": days})
}

// networkFile sends the drawing as a file of its own.
func (s *site) networkFile(w http.ResponseWriter, r *http.Request) {
	n, err := s.networkOf(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if len(n.standing) == 0 {
		s.fail(w, r, &fault{http.StatusNotFound, "There is nothing to draw", "On that day nothing stood between groups of this selection."})
		return
	}
	lines := append([]string{"As of " + edtfWords(n.day) + ". " + n.counts()}, captionLines(s.explore("network", n.sel), time.Now())...)
	s.sendDrawing(w, r, "network-"+n.day+".svg", s.networkDrawing(n), draw.Caption{Title: "What is told between groups", Lines: lines, Notes: networkNotes})
}

// networkKey says what the lines and shapes of a network stand for.
var networkKey = []netKey{
	{"Cross", "hostile several", draw.Mark("hostile"), "hostile"},
	{"Circle", "friendly several", draw.Mark("friendly"), "friendly"},
	{"Triangle", "kin several", draw.Mark("kin"), "of one line: part of, split from, merged into, came after"},
	{"Square", "talking several", draw.Mark("talking"), "talking"},
	{"Thick line", "several", "", "several independent accounts"},
	{"Thin line", "recorded", "", "in Dateline’s record"},
	{"Dashed line", "reported", "", "reported in one account"},
	{"Dotted line", "onesided", "", "claimed by one side alone"},
	{"Dashes and dots", "disputed", "", "denied or doubted by somebody"},
	{"Faint dots", "ended", "", "told as ended"},
}

// networkNotes say how a drawing that stands alone is read, and what it is not.
var networkNotes = []string{
	"Cross: hostile. Circle: friendly. Triangle: of one line (part of, split from, merged into, came after). Square: talking. An arrow shows which way it reads.",
	"Thick line: several independent accounts. Thin: in Dateline’s record. Dashed: reported in one account. Dotted: claimed by one side alone. Dashes and dots: denied or doubted by somebody. Faint dots: told as ended.",
	"What happens and passes is shown for 365 days; what stands until the record, or an account, says that it is over. The area of a circle is the number of incidents.",
	samplingCaveat,
}

// samplingCaveat is what every network says of itself.
const samplingCaveat = "This shows who is written about, not who exists. Where there is no line, no report here tells of anything between the two; and who is written about, and how often, depends on who reports and from where."
