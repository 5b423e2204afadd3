package web

import (
	"context"

	rulings "dateline/internal/review"
)

// heardAll is what readers said of everything, and what the machine read of it.
type heardAll struct {
	heard []rulings.Heard
	reads map[string]rulings.Read
}

// hearAll returns what readers said, as it is now or, in a large ledger, as it was a few seconds ago.
func (s *site) hearAll(ctx context.Context) (heardAll, error) {
	return s.hearing.get(ctx, s.view.Stamp(), s.newHearing)
}

func (s *site) newHearing(ctx context.Context) (heardAll, error) {
	docket, err := s.view.Docket(ctx)
	if err != nil {
		return heardAll{}, err
	}
	reads, err := s.view.Reads(ctx)
	return heardAll{docket.Hearing(), reads}, err
}
