package main

import (
	"encoding/json"
	"fmt"

	"dateline/internal/ledger"
	"dateline/internal/pipeline"
)

type recodeCmd struct {
	ledgerFlag
	All  bool `help:"Read every report again, those too that this version of the coder read last."`
	JSON bool `name:"json" help:"One line of JSON a report that says something else now."`
}

// Help shows examples.
func (recodeCmd) Help() string {
	return `Reads the kept reports anew that another version of the coder read. Nothing is deleted: statements that the new version
does not make any more are kept, no incident is made of them, and decisions on them are shown as orphaned
('dateline decide list --orphaned'). A run that was stopped goes on where it stopped; one with --all begins again.

Examples:
  dateline recode
  dateline recode --all --ledger sahel.db`
}

// Run reads kept reports again.
func (c *recodeCmd) Run(s *streams) error {
	return withKept(c.Ledger, ledger.Options{}, func(l *ledger.Ledger, v *ledger.View) error {
		t, err := pipeline.Recode(s.ctx, l, v, c.All, c.tell(s))
		if err != nil {
			return err
		}
		c.summary(s, t)
		return someFailed(t.Failed)
	})
}

// tell says of each report whether it says something else now, and how far the run has come.
func (c *recodeCmd) tell(s *streams) func(pipeline.Coded, bool, int) {
	done := 0
	return func(r pipeline.Coded, changed bool, of int) {
		done++
		switch {
		case r.Err != nil:
			complain(s, r.Err, c.JSON)
		case changed && c.JSON:
			b, _ := json.Marshal(map[string]any{"report": r.Reading.Report.ID, "file": r.Reading.Report.File, // it cannot fail
				"statements": len(r.Reading.Statements), "doubts": len(r.Reading.Doubts)})
			fmt.Fprintf(s.out, "%s\n", b)
		case changed:
			fmt.Fprintf(s.out, "%s  %s  %s\n", r.Reading.Report.ID, counted(len(r.Reading.Statements), "statement"), r.Reading.Report.File)
		}
		if s.terminal && (done%100 == 0 || done == of) {
			fmt.Fprintf(s.err, "\r%d of %s", done, counted(of, "report"))
			if done == of {
				fmt.Fprintln(s.err)
			}
		}
	}
}

func (c *recodeCmd) summary(s *streams, t pipeline.Recoding) {
	if c.JSON {
		return
	}
	fmt.Fprintf(s.err, "%s read again, %d say something else now, %d could not be read; %s in %s.\n",
		counted(t.Read, "report"), t.Changed, t.Failed, counted(t.Incident, "incident"), c.Ledger)
	if t.Newer > 0 {
		fmt.Fprintf(s.err, "%s were read by a newer version of the coder, and were left.\n", counted(t.Newer, "report"))
	}
}
