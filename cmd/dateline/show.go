package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"dateline"
	"dateline/internal/export"
	"dateline/internal/ledger"
	"dateline/internal/nearby"
	"dateline/internal/resolve/actor"
)

type showCmd struct {
	What string `arg:"" optional:"" help:"group, incident or report; nothing lists the groups of the ledger."`
	ID   string `arg:"" optional:"" help:"Its identifier. A group also goes by any of its names."`
	ledgerFlag
	conventionFlag
	JSON bool   `name:"json" help:"One line of JSON, in the words of the coded form."`
	Why  bool   `help:"Tell also what each word was taken to mean, by which rule and why."`
	At   string `help:"Of a group: what stood on that day, too." placeholder:"YYYY-MM-DD"`
	Rule string `help:"By which rule many accounts of how many make one number: ucdp-blh, acled-lowest, gtd-recent-majority-lowest or ibc-minmax; see docs/method.md." enum:"ucdp-blh,acled-lowest,gtd-recent-majority-lowest,ibc-minmax" default:"ucdp-blh" placeholder:"NAME"`
	All  bool   `help:"Of a group: every entry of long lists."`
	Only string `help:"Of a group: the incidents of one number alone, by its fields: 'time=2024&kind=bombing'; see docs/data.md." placeholder:"FIELDS"`
}

// Help shows examples.
func (showCmd) Help() string {
	return `Examples:
  dateline show
  dateline show group IS-K
  dateline show group al-shabaab --at 2016-08-20 --rule acled-lowest
  dateline show group al-shabaab --only 'set=operations&where=abroad&time=2013'
  dateline show incident 6f0c2a7d19be4e55 --why
  dateline show incident 6f0c2a7d19be4e55 --rule gtd-recent-majority-lowest
  dateline show report 01d2f3a4b5c6d7e8 --json --ledger sahel.db`
}

// Run shows one thing of the ledger, or lists its groups.
func (c *showCmd) Run(s *streams) error {
	show, ok := map[string]func(*streams, *ledger.View) error{
		"": c.groups, "group": c.group, "incident": c.incident, "report": c.report}[c.What]
	switch {
	case !ok:
		return &failure{exit: exitUsage, err: fmt.Errorf("there is nothing to show called %q", c.What), hint: "show group, incident or report"}
	case c.What != "" && c.ID == "":
		return &failure{exit: exitUsage, err: fmt.Errorf("which %s?", c.What), hint: "run 'dateline show' for the groups of the ledger"}
	}
	v, err := openView(c.Ledger)
	if err != nil {
		return err
	}
	defer v.Close()
	return show(s, v)
}

// openView opens a ledger for reading; one that is not there is a mistake in the command line.
func openView(path string) (*ledger.View, error) {
	v, err := ledger.OpenView(path)
	if ledger.CodeOf(err) == ledger.NotFound {
		return nil, &failure{exit: exitUsage, err: err, hint: "make one with 'dateline read FILE', or try 'dateline demo'"}
	}
	return v, err
}

// groups lists the actors that the ledger tells of, those with most statements first.
func (c *showCmd) groups(s *streams, v *ledger.View) error {
	all, err := v.Actors(s.ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		return export.Actors(s.out, all)
	}
	all = slices.DeleteFunc(all, func(a ledger.ActorCount) bool { return !isGroup(a.Actor) })
	slices.SortStableFunc(all, func(a, b ledger.ActorCount) int { return cmp.Compare(b.Statements, a.Statements) })
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "GROUP\tNAME\tSTATEMENTS\tINCIDENTS")
	for _, a := range all {
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\n", a.Actor, actor.Load().Name(a.Actor), a.Statements, a.Incidents)
	}
	return w.Flush()
}

// isGroup reports whether an actor is no body of a state and no government.
func isGroup(id string) bool {
	a, listed := actor.Load().Get(id)
	switch a.Kind {
	case dateline.StateForce, dateline.Government, dateline.International:
		return false
	}
	return listed
}

func (c *showCmd) group(s *streams, v *ledger.View) error {
	if _, err := time.Parse(time.DateOnly, c.At); c.At != "" && err != nil {
		return &failure{exit: exitUsage, err: fmt.Errorf("%q is no day", c.At), hint: "write it as 2016-08-20"}
	}
	cut, err := export.ParseCut(c.Only)
	if err != nil {
		return &failure{exit: exitUsage, err: err, hint: "write it as 'time=2024&kind=bombing'"}
	}
	known, err := v.Actors(s.ctx)
	if err != nil {
		return err
	}
	ids := actor.Load().Named(c.ID)
	if len(ids) != 1 {
		return c.notOne(ids, known)
	}
	g, found, err := export.AskGroup(s.ctx, v, ids[0], export.Question{Convention: c.convention(), Rule: export.Rule(c.Rule), Day: c.At})
	switch {
	case err != nil:
		return err
	case !found:
		return c.notOne(nil, known)
	case c.Only != "" && c.JSON:
		return g.OnlyJSON(s.out, cut)
	case c.Only != "":
		return g.Only(s.out, cut)
	case c.JSON:
		return g.JSON(s.out)
	}
	return g.Text(s.out, export.Detail{Why: c.Why, All: c.All})
}

// notOne says that the words name no group, or several.
func (c *showCmd) notOne(ids []string, known []ledger.ActorCount) error {
	if len(ids) > 1 {
		return &failure{exit: exitUsage, err: fmt.Errorf("%q names %d groups", c.ID, len(ids)), hint: "name one: " + strings.Join(ids, ", ")}
	}
	var names []string
	for _, a := range actor.Load().All() {
		names = append(names, a.ID)
		for _, n := range a.Names {
			names = append(names, n.Name)
		}
	}
	for _, a := range known {
		names = append(names, a.Actor)
	}
	hint := "run 'dateline show' for the groups of the ledger"
	if all := nearby.Names(c.ID, names); len(all) > 0 {
		hint = "near are: " + strings.Join(all, ", ")
	}
	return &failure{exit: exitUsage, err: fmt.Errorf("no group is called %q", c.ID), hint: hint}
}

func (c *showCmd) incident(s *streams, v *ledger.View) error {
	h, err := export.AskIncident(s.ctx, v, c.ID, export.Question{Convention: c.convention(), Rule: export.Rule(c.Rule)})
	if ledger.CodeOf(err) == ledger.NotFound {
		all, listErr := v.Incidents(s.ctx, ledger.Filter{})
		return c.missing(listErr, err, idsIn(all, func(i dateline.Incident) string { return i.ID }))
	}
	switch {
	case err != nil:
		return err
	case c.JSON:
		return h.JSON(s.out)
	}
	return h.Text(s.out, c.Why)
}

func (c *showCmd) report(s *streams, v *ledger.View) error {
	r, err := export.AskReport(s.ctx, v, c.ID, c.convention())
	if ledger.CodeOf(err) == ledger.NotFound {
		all, listErr := v.Reports(s.ctx)
		return c.missing(listErr, err, idsIn(all, func(r ledger.Summary) string { return r.ID }))
	}
	switch {
	case err != nil:
		return err
	case c.JSON:
		return r.JSON(s.out)
	}
	return r.Text(s.out, c.Why)
}

func idsIn[T any](all []T, id func(T) string) []string {
	out := make([]string, 0, len(all))
	for _, t := range all {
		out = append(out, id(t))
	}
	return out
}

// missing says that the ledger has no such thing, and what comes near.
func (c *showCmd) missing(listErr, err error, ids []string) error {
	if listErr != nil {
		return errors.Join(err, listErr)
	}
	f := &failure{exit: exitUsage, err: err}
	if all := nearby.Names(c.ID, ids); len(all) > 0 {
		f.hint = "near are: " + strings.Join(all, ", ")
	} else if len(ids) > 0 {
		f.hint = fmt.Sprintf("the ledger has %s, such as %s", counted(len(ids), c.What), ids[0])
	}
	return f
}
