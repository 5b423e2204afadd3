package main

import "dateline/internal/export"

// conventionFlag says what vague words ('several', 'dozens') are taken for.
type conventionFlag struct {
	Convention string `help:"What vague words such as 'dozens' are taken for: dateline (a range, the words' own), acled-lowest, gtd-recent-majority-lowest, ucdp-blh or ibc-minmax; see docs/method.md." enum:"dateline,acled-lowest,gtd-recent-majority-lowest,ucdp-blh,ibc-minmax" default:"dateline" placeholder:"NAME"`
}

func (f conventionFlag) convention() export.Convention { return export.Convention(f.Convention) }
