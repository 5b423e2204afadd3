package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/export"
	"dateline/internal/ledger"
	"dateline/internal/nearby"
	"dateline/internal/pipeline"
	"dateline/internal/review"
)

type decideCmd struct {
	Same    decideSameCmd    `cmd:"" help:"Two statements, or two incidents, are one happening."`
	NotSame decideNotSameCmd `cmd:"" name:"not-same" help:"They are two."`
	Unsure  decideUnsureCmd  `cmd:"" help:"It is not clear: whether two are one, or, of one statement, what to make of it."`
	Accept  decideAcceptCmd  `cmd:"" help:"A statement, or a part of it, is right as it stands."`
	Correct decideCorrectCmd `cmd:"" help:"Its kind is another, or the words of a part mean something else."`
	Reject  decideRejectCmd  `cmd:"" help:"It says no such thing, or the words are no such part."`
	Undo    decideUndoCmd    `cmd:"" help:"Take a decision back, or take back the taking back."`
	List    decideListCmd    `cmd:"" help:"Show decisions, and what became of each."`
}

// Help shows examples of all.
func (decideCmd) Help() string {
	return `A decision is kept for ever, with author, time and reason; later ones overrule, none is edited. See docs/method.md.
The author is --author, or the variable DATELINE_AUTHOR.

Examples:
  dateline decide same 6f0c2a7d19be4e55 01d2f3a4b5c6d7e8 --author Ada --reason 'the same market, the same morning'
  dateline decide not-same 6f0c2a7d19be4e55 01d2f3a4b5c6d7e8 --author Ada --reason 'two checkpoints'
  dateline decide correct 01d2f3a4b5c6d7e8 --part place --value Konduga --author Ada --reason 'the village, not the ward'
  dateline decide correct 01d2f3a4b5c6d7e8 --part killed --value 'at least 11' --author Ada --reason 'as the table has it'
  dateline decide correct 01d2f3a4b5c6d7e8 --part kind --value bombing --author Ada --reason 'a car bomb'
  dateline decide reject 01d2f3a4b5c6d7e8 --part 2 --author Ada --reason 'the hospital is where they were taken'
  dateline decide undo 9f86d081884c7d65 --author Ben --reason 'I misread the date'
  dateline decide list --incident 6f0c2a7d19be4e55`
}

// authorFlags are what every decision has.
type authorFlags struct {
	ledgerFlag
	Author string `help:"Who decides." env:"DATELINE_AUTHOR" placeholder:"NAME"`
	Reason string `help:"Why." required:"" placeholder:"TEXT"`
	JSON   bool   `name:"json" help:"One line of JSON."`
}

// patient is how long a decision waits for another process that writes the ledger.
const patient = 15 * time.Second

// decide keeps what rule makes of a ledger, and links anew what it touches.
func (f *authorFlags) decide(s *streams, rule func(*ledger.View) (dateline.Decision, error)) error {
	if strings.TrimSpace(f.Author) == "" || strings.TrimSpace(f.Reason) == "" {
		return &failure{exit: exitUsage, err: errors.New("a decision needs an author and a reason"), hint: "give --author NAME and --reason TEXT; DATELINE_AUTHOR stands for --author"}
	}
	return withKept(f.Ledger, ledger.Options{Wait: patient}, func(l *ledger.Ledger, v *ledger.View) error {
		d, err := rule(v)
		if err != nil {
			return err
		}
		if d.At, err = after(s, v); err != nil {
			return err
		}
		d.Author, d.Reason = f.Author, f.Reason
		d.SetID()
		if err := l.Decide(s.ctx, d); err != nil {
			return err
		}
		if _, err := pipeline.Relink(s.ctx, l, v); err != nil {
			return fmt.Errorf("decision %s is kept; the incidents do not have it yet: %w", d.ID, err)
		}
		return f.tell(s, v, d.ID)
	})
}

// after is the time now, but later than that of every decision that is kept: a clock that is behind makes no ruling
// an older one.
func after(s *streams, v *ledger.View) (time.Time, error) {
	now := s.now().UTC()
	all, err := v.Decisions(s.ctx)
	if err == nil && len(all) > 0 && !now.After(all[len(all)-1].At) {
		now = all[len(all)-1].At.Add(1)
	}
	return now, err
}

// tell says what was decided and which incidents tell its statements now.
func (f *authorFlags) tell(s *streams, v *ledger.View, id string) error {
	docket, err := v.Docket(s.ctx)
	if err != nil {
		return err
	}
	d, _ := docket.Get(id)
	if f.JSON {
		return export.Decision(s.out, d, export.StandingOf(d, none), nil)
	}
	fmt.Fprintln(s.out, export.DecisionWords(d, export.StandingOf(d, none)))
	about, ok := docket.Root(id)
	if !ok {
		return nil
	}
	for _, on := range about.On {
		is, err := v.IncidentsOfStatement(s.ctx, on)
		if err != nil {
			return err
		}
		if len(is) == 0 {
			fmt.Fprintf(s.out, "  statement %s: no incident tells it\n", on)
		}
		for _, in := range is {
			fmt.Fprintf(s.out, "  statement %s: incident %s (%s, %s)\n", on, in.ID, in.Kind, counted(len(in.Reports), "report"))
		}
	}
	return nil
}

func none(string) bool { return false }

// statement finds what an identifier of a statement, or of an incident, names: an incident is named by the
// statement that gave it its identifier.
func statement(s *streams, v *ledger.View, id string) (ledger.Entry, error) {
	e, err := v.Statement(s.ctx, id)
	if err == nil && e.Former {
		return e, former(s, v, id)
	}
	if ledger.CodeOf(err) != ledger.NotFound {
		return e, err
	}
	named, err := v.NamedBy(s.ctx, id)
	if err != nil {
		return e, err
	}
	if named == "" {
		return e, &failure{exit: exitUsage, err: fmt.Errorf("there is no statement and no incident %s", id),
			hint: "'dateline show incident ID' and 'dateline show report ID' show the identifiers of statements"}
	}
	if e, err = v.Statement(s.ctx, named); err == nil && e.Former {
		err = former(s, v, named)
	}
	return e, err
}

// former says that a statement is not made any more, and what stands there now: a ruling on it would count for
// nothing.
func former(s *streams, v *ledger.View, id string) error {
	f := &failure{exit: exitUsage, err: fmt.Errorf("statement %s is not made by the present coder any more", id)}
	now, err := v.Instead(s.ctx, id)
	if err != nil {
		return err
	}
	if len(now) > 0 {
		f.hint = "there is now: " + strings.Join(now, ", ")
	}
	return f
}

// pairFlags are two statements or incidents.
type pairFlags struct {
	A string `arg:"" help:"A statement, or an incident." placeholder:"ID"`
	B string `arg:"" help:"Another one." placeholder:"ID"`
	authorFlags
}

// rule rules on the two.
func (c *pairFlags) rule(s *streams, r dateline.Ruling) error {
	return c.decide(s, func(v *ledger.View) (dateline.Decision, error) { return pair(s, v, r, c.A, c.B) })
}

func pair(s *streams, v *ledger.View, r dateline.Ruling, a, b string) (dateline.Decision, error) {
	x, err := statement(s, v, a)
	if err != nil {
		return dateline.Decision{}, err
	}
	y, err := statement(s, v, b)
	if err != nil {
		return dateline.Decision{}, err
	}
	if x.Statement.ID == y.Statement.ID {
		return dateline.Decision{}, &failure{exit: exitUsage, err: fmt.Errorf("%s and %s name one statement", a, b), hint: "name two"}
	}
	return dateline.Decision{Ruling: r, On: []string{x.Statement.ID, y.Statement.ID}, Part: dateline.Whole}, nil
}

type decideSameCmd struct{ pairFlags }

// Run rules that two are one.
func (c *decideSameCmd) Run(s *streams) error { return c.rule(s, dateline.Same) }

// Help shows examples.
func (decideSameCmd) Help() string {
	return `Of two incidents the statements that gave them their identifiers are ruled to be the same; all that was told with
either comes along. To part them again, undo the decision.

Examples:
  dateline decide same 6f0c2a7d19be4e55 01d2f3a4b5c6d7e8 --author Ada --reason 'the same market, the same morning'`
}

type decideNotSameCmd struct{ pairFlags }

// Run rules that two are two.
func (c *decideNotSameCmd) Run(s *streams) error { return c.rule(s, dateline.NotSame) }

// Help shows examples.
func (decideNotSameCmd) Help() string {
	return `An identifier of an incident that was merged still names the statement that gave it: so two incidents that became
one are parted by their old identifiers.

Examples:
  dateline decide not-same 6f0c2a7d19be4e55 01d2f3a4b5c6d7e8 --author Ada --reason 'two checkpoints on one road'`
}

type decideUnsureCmd struct {
	A    string `arg:"" help:"A statement, or an incident." placeholder:"ID"`
	B    string `arg:"" optional:"" help:"Another one; without it the ruling is on A alone." placeholder:"ID"`
	Part string `help:"Of one statement: the part, by role or number." placeholder:"PART"`
	authorFlags
}

// Run rules that something is not clear.
func (c *decideUnsureCmd) Run(s *streams) error {
	return c.decide(s, func(v *ledger.View) (dateline.Decision, error) {
		if c.B != "" {
			return pair(s, v, dateline.Unsure, c.A, c.B)
		}
		return one(s, v, dateline.Unsure, c.A, c.Part)
	})
}

// Help shows examples.
func (decideUnsureCmd) Help() string {
	return `Of two, the machine does not join them any more for their likeness; through others they may still be one incident.
Of one, all rulings before it are off: the machine's reading stands, unreviewed.

Examples:
  dateline decide unsure 6f0c2a7d19be4e55 01d2f3a4b5c6d7e8 --author Ada --reason 'both say only: in the north'
  dateline decide unsure 01d2f3a4b5c6d7e8 --part place --author Ada --reason 'two villages have that name'`
}

// oneFlags are a statement and a part of it.
type oneFlags struct {
	ID   string `arg:"" help:"The statement." placeholder:"STATEMENT"`
	Part string `help:"Not the whole statement but a part of it: its role (place, killed ...), its number, or speaker." placeholder:"PART"`
	authorFlags
}

func (c *oneFlags) rule(s *streams, r dateline.Ruling) error {
	return c.decide(s, func(v *ledger.View) (dateline.Decision, error) { return one(s, v, r, c.ID, c.Part) })
}

func one(s *streams, v *ledger.View, r dateline.Ruling, id, words string) (dateline.Decision, error) {
	e, err := lone(s, v, id)
	if err != nil {
		return dateline.Decision{}, err
	}
	part, err := partOf(&e, words)
	return dateline.Decision{Ruling: r, On: []string{id}, Part: part}, err
}

// lone finds a statement; an incident has several.
func lone(s *streams, v *ledger.View, id string) (ledger.Entry, error) {
	e, err := statement(s, v, id)
	if err == nil && e.Statement.ID != id {
		return e, &failure{exit: exitUsage, err: fmt.Errorf("%s is an incident, and has several statements", id),
			hint: "name one of them: 'dateline show incident " + id + "' lists them"}
	}
	return e, err
}

type decideAcceptCmd struct{ oneFlags }

// Run rules that something is right.
func (c *decideAcceptCmd) Run(s *streams) error { return c.rule(s, dateline.Accept) }

// Help shows examples.
func (decideAcceptCmd) Help() string {
	return `Examples:
  dateline decide accept 01d2f3a4b5c6d7e8 --author Ada --reason 'read against the page'
  dateline decide accept 01d2f3a4b5c6d7e8 --part perpetrator --author Ada --reason 'named in the headline'`
}

type decideRejectCmd struct{ oneFlags }

// Run rules that something is not said.
func (c *decideRejectCmd) Run(s *streams) error { return c.rule(s, dateline.Reject) }

// Help shows examples.
func (decideRejectCmd) Help() string {
	return `Examples:
  dateline decide reject 01d2f3a4b5c6d7e8 --author Ada --reason 'a drill'
  dateline decide reject 01d2f3a4b5c6d7e8 --part 2 --author Ada --reason 'the hospital is where they were taken'`
}

type decideCorrectCmd struct {
	ID    string `arg:"" help:"The statement." placeholder:"STATEMENT"`
	Part  string `help:"What is corrected: kind, the role of a part (place, killed ...), its number, or speaker." required:"" placeholder:"PART"`
	Value string `help:"What it is: a kind; a place by name or identifier; an actor likewise; a date in EDTF; a number ('at least 11', '11-14'); or unknown." required:"" placeholder:"VALUE"`
	authorFlags
}

// Run corrects a value.
func (c *decideCorrectCmd) Run(s *streams) error {
	return c.decide(s, func(v *ledger.View) (dateline.Decision, error) {
		e, err := lone(s, v, c.ID)
		if err != nil {
			return dateline.Decision{}, err
		}
		d := dateline.Decision{Ruling: dateline.Correct, On: []string{c.ID}, Part: dateline.Whole, Value: c.Value}
		if c.Part == "kind" {
			kind, err := pipeline.CorrectedKind(c.Value)
			d.Value = string(kind)
			return d, unreadable(err)
		}
		if d.Part, err = partOf(&e, c.Part); err != nil {
			return d, err
		}
		d.Means, err = pipeline.Corrected(e.Report, &e.Statement, e.Resolutions, d.Part, c.Value)
		return d, unreadable(err)
	})
}

// Help shows examples.
func (decideCorrectCmd) Help() string {
	return `What the machine read is kept, and shown beside the correction.

Examples:
  dateline decide correct 01d2f3a4b5c6d7e8 --part kind --value bombing --author Ada --reason 'a car bomb'
  dateline decide correct 01d2f3a4b5c6d7e8 --part place --value 'Konduga, Borno' --author Ada --reason 'the village, not the ward'
  dateline decide correct 01d2f3a4b5c6d7e8 --part place --value geonames:2332459 --author Ada --reason 'the city'
  dateline decide correct 01d2f3a4b5c6d7e8 --part date --value 2024-03-12 --author Ada --reason 'the Tuesday before'
  dateline decide correct 01d2f3a4b5c6d7e8 --part perpetrator --value iswap --author Ada --reason 'their own claim'
  dateline decide correct 01d2f3a4b5c6d7e8 --part speaker --value unknown --author Ada --reason 'no police is named'`
}

// unreadable is a correction that cannot be read, with what is near.
func unreadable(err error) error {
	var bad *pipeline.BadValue
	if !errors.As(err, &bad) {
		return err
	}
	f := &failure{exit: exitUsage, err: err}
	if len(bad.Near) > 0 {
		f.hint = "near are: " + strings.Join(bad.Near, "; ")
	}
	return f
}

// partOf finds the part of a Statement that words name: "" is all of it, 'speaker' who says it first, a role the
// only part that has it, a number that part.
func partOf(e *ledger.Entry, words string) (int, error) {
	st := &e.Statement
	switch {
	case words == "":
		return dateline.Whole, nil
	case words == "speaker" && len(st.Speaker) > 0:
		return -2, nil
	}
	if n, err := strconv.Atoi(words); err == nil && n >= 0 && n < len(st.Parts) {
		return n, nil
	}
	var found []int
	for i, p := range st.Parts {
		if string(p.Role) == words {
			found = append(found, i)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return 0, noPart(e, words, found)
}

// noPart says that words name no part, or several, and which there are.
func noPart(e *ledger.Entry, words string, found []int) error {
	var has []string
	for i, p := range e.Statement.Parts {
		if len(found) == 0 || slices.Contains(found, i) {
			has = append(has, fmt.Sprintf("%d (%s, “%s”)", i, p.Role, strings.Join(strings.Fields(p.Span.In(e.Report.Text)), " ")))
		}
	}
	if len(found) > 1 {
		return &failure{exit: exitUsage, err: fmt.Errorf("statement %s has %d parts that are a %s", e.Statement.ID, len(found), words),
			hint: "name one by its number: " + strings.Join(has, "; ")}
	}
	f := &failure{exit: exitUsage, err: fmt.Errorf("statement %s has no part %q", e.Statement.ID, words), hint: "it has: " + strings.Join(has, "; ")}
	if len(e.Statement.Speaker) > 0 {
		f.hint += "; speaker"
	}
	return f
}

type decideUndoCmd struct {
	ID string `arg:"" help:"The decision." placeholder:"DECISION"`
	authorFlags
}

// Run takes a decision out of force.
func (c *decideUndoCmd) Run(s *streams) error {
	return c.decide(s, func(v *ledger.View) (dateline.Decision, error) {
		docket, err := v.Docket(s.ctx)
		if err != nil {
			return dateline.Decision{}, err
		}
		return dateline.Decision{Ruling: dateline.Undo, On: []string{c.ID}, Part: dateline.Whole}, undoable(docket, c.ID)
	})
}

// undoable returns an error unless there is such a decision, and it is not undone.
func undoable(docket *review.Docket, id string) error {
	d, ok := docket.Get(id)
	if !ok {
		var ids []string
		for _, d := range docket.All() {
			ids = append(ids, d.ID)
		}
		f := &failure{exit: exitUsage, err: fmt.Errorf("there is no decision %s", id), hint: "'dateline decide list' shows them"}
		if all := nearby.Names(id, ids); len(all) > 0 {
			f.hint = "near are: " + strings.Join(all, ", ")
		}
		return f
	}
	if d.UndoneBy != "" {
		return &failure{exit: exitUsage, err: fmt.Errorf("decision %s is undone already, by %s", id, d.UndoneBy),
			hint: "to put it back, undo that: dateline decide undo " + d.UndoneBy}
	}
	return nil
}

// Help shows examples.
func (decideUndoCmd) Help() string {
	return `What is undone leaves no trace in the incidents, but stays in the history. To undo the undoing puts it back.

Examples:
  dateline decide undo 9f86d081884c7d65 --author Ben --reason 'I misread the date'`
}

type decideListCmd struct {
	ledgerFlag
	Incident  string `help:"Only those on the statements of this incident." placeholder:"ID"`
	Statement string `help:"Only those on this statement." placeholder:"ID"`
	Orphaned  bool   `help:"Only those in force on statements that the present coder does not make any more, with what stands there now."`
	JSON      bool   `name:"json" help:"One line of JSON a decision."`
}

// Help shows examples.
func (decideListCmd) Help() string {
	return `The oldest comes first. What is undone or overruled is in the list too, and says by what.

Examples:
  dateline decide list
  dateline decide list --incident 6f0c2a7d19be4e55
  dateline decide list --orphaned
  dateline decide list --json --ledger sahel.db`
}

// Run lists decisions.
func (c *decideListCmd) Run(s *streams) error {
	v, err := openView(c.Ledger)
	if err != nil {
		return err
	}
	defer v.Close()
	docket, err := v.Docket(s.ctx)
	if err != nil {
		return err
	}
	all, err := c.wanted(s, v, docket)
	if err != nil {
		return err
	}
	orphans, err := v.Orphans(s.ctx)
	if err != nil {
		return err
	}
	for _, d := range all {
		standing := export.StandingOf(d, func(id string) bool { return slices.Contains(orphans, id) })
		if c.Orphaned && standing != export.Orphaned {
			continue
		}
		if err := c.show(s, v, d, standing); err != nil {
			return err
		}
	}
	return nil
}

// show writes one decision; of an orphaned one what now stands where its statements did.
func (c *decideListCmd) show(s *streams, v *ledger.View, d review.Ruled, standing export.Standing) error {
	var instead []string
	if standing == export.Orphaned {
		for _, id := range d.On {
			now, err := v.Instead(s.ctx, id)
			if err != nil {
				return err
			}
			instead = append(instead, now...)
		}
	}
	if c.JSON {
		return export.Decision(s.out, d, standing, instead)
	}
	words := export.DecisionWords(d, standing)
	if len(instead) > 0 {
		words += "\n  there is now: " + strings.Join(instead, ", ")
	}
	_, err := fmt.Fprintln(s.out, words)
	return err
}

func (c *decideListCmd) wanted(s *streams, v *ledger.View, docket *review.Docket) ([]review.Ruled, error) {
	switch {
	case c.Incident != "":
		in, err := v.Incident(s.ctx, c.Incident)
		return docket.OnAny(in.Statements), err
	case c.Statement != "":
		_, err := v.Statement(s.ctx, c.Statement)
		return docket.On(c.Statement), err
	}
	return docket.All(), nil
}
