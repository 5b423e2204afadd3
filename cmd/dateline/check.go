package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"dateline/internal/ledger"
)

type checkCmd struct {
	ledgerFlag
	JSON bool `name:"json" help:"One line of JSON a finding."`
}

// Help shows examples.
func (checkCmd) Help() string {
	return `Examples:
  dateline check
  dateline check --ledger sahel.db --json`
}

// Run looks through the whole ledger.
func (c *checkCmd) Run(s *streams) error {
	found, err := ledger.Check(s.ctx, c.Ledger)
	if err != nil {
		return err
	}
	for _, f := range found {
		if c.JSON {
			b, _ := json.Marshal(map[string]string{"code": f.Code, "where": f.Where, "message": f.Msg}) // strings: it cannot fail
			fmt.Fprintf(s.out, "%s\n", b)
		} else {
			fmt.Fprintln(s.out, f)
		}
	}
	faults := 0
	for _, f := range found {
		if f.Code != ledger.Orphaned { // that is no fault
			faults++
		}
	}
	if faults > 0 {
		return &failure{exit: exitBroken, err: errors.New(c.Ledger + ": " + counted(faults, "finding"))}
	}
	if !c.JSON {
		fmt.Fprintf(s.out, "%s: every quote stands in its report, every value names its statements, every reference holds.\n", c.Ledger)
	}
	return nil
}
