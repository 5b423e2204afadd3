package main

import (
	"bufio"

	"dateline"
	"dateline/internal/export"
	"dateline/internal/link"
)

type codeCmd struct {
	inputFlags
	conventionFlag
	Text    bool `help:"Include the text of each report, into which the offsets point."`
	Explain bool `help:"For people: each sentence with what was read from it, by which rule, and what was doubted."`
}

// Help shows examples.
func (codeCmd) Help() string {
	return `Examples:
  dateline code report.txt --published 2024-04-05
  dateline code archive/ > coded.jsonl
  zcat articles.jsonl.gz | dateline code -
  dateline code report.txt --explain
  dateline code report.txt --convention acled-lowest`
}

// Run prints the coded form of each report in the order of input.
func (c *codeCmd) Run(s *streams) error {
	in, err := c.coded(s)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(s.out, 1<<16)
	failed := 0
	for r := range in {
		if r.Err != nil {
			failed++
			complain(s, r.Err, c.JSON)
			continue
		}
		reading, incidents := export.Under(c.convention(), r.Reading, link.All([]dateline.Reading{r.Reading}, nil))
		if c.Explain {
			err = export.Explain(w, reading)
		} else {
			err = export.Coded(w, reading, incidents, c.Text)
		}
		if err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := s.ctx.Err(); err != nil {
		return err
	}
	return someFailed(failed)
}
