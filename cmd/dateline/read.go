package main

import (
	"encoding/json"
	"fmt"

	"dateline/internal/ledger"
	"dateline/internal/pipeline"
)

// ledgerFlag names the ledger.
type ledgerFlag struct {
	Ledger string `help:"The ledger: one file." default:"dateline.db" placeholder:"FILE"`
}

type readCmd struct {
	inputFlags
	ledgerFlag
}

// Help shows examples.
func (readCmd) Help() string {
	return `Reading the same file twice changes nothing. A run that was stopped goes on where it stopped.

Examples:
  dateline read report.txt --published 2024-04-05
  dateline read archive/ --ledger sahel.db
  curl -s https://example.org/page.html | dateline read - --url https://example.org/page.html`
}

// Run keeps what the input says.
func (c *readCmd) Run(s *streams) error {
	in, err := c.coded(s)
	if err != nil {
		return err
	}
	return withPen(c.Ledger, ledger.Options{}, func(l *ledger.Ledger, v *ledger.View) error {
		t, err := pipeline.Keep(s.ctx, l, v, in, c.tell(s))
		if err != nil {
			return err
		}
		c.summary(s, t)
		return someFailed(t.Failed)
	})
}

// tell says what became of each item once it is on the disk.
func (c *readCmd) tell(s *streams) func(pipeline.Coded, bool) {
	return func(r pipeline.Coded, added bool) {
		switch {
		case r.Err != nil:
			complain(s, r.Err, c.JSON)
		case c.JSON:
			b, _ := json.Marshal(map[string]any{"report": r.Reading.Report.ID, "file": r.Reading.Report.File, // it cannot fail
				"added": added, "statements": len(r.Reading.Statements), "doubts": len(r.Reading.Doubts), "flags": r.Reading.Report.Flags})
			fmt.Fprintf(s.out, "%s\n", b)
		case added:
			fmt.Fprintf(s.out, "%s  %s  %s\n", r.Reading.Report.ID, counted(len(r.Reading.Statements), "statement"), r.Reading.Report.File)
		}
	}
}

func (c *readCmd) summary(s *streams, t pipeline.Tally) {
	if c.JSON {
		return
	}
	fmt.Fprintf(s.err, "%s added, %d kept before, %d could not be read. %s, %s; %s in %s.\n", counted(t.Added, "report"), t.Seen, t.Failed,
		counted(t.Stated, "statement"), counted(t.Doubted, "doubt"), counted(t.Incident, "incident"), c.Ledger)
	if t.Added > 0 {
		fmt.Fprintf(s.err, "See them: dateline serve --ledger %s\n", c.Ledger)
	}
}

// counted writes a number with its noun: '1 report', '2 reports'.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
