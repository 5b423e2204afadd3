package ledger

import (
	"context"
	"time"
)

// Changed says as of when the ledger tells: when the report that was kept last had been read, or when the last ruling was
// made, whichever is later. It is zero for a ledger of nothing, and is part of what is kept: a copy of the file
// has the same.
func (v *View) Changed(ctx context.Context) (at time.Time, err error) {
	err = v.at(ctx, func(m *moment) error {
		all, err := collect(ctx, m, one[string], `SELECT coalesce((SELECT fetched FROM reports ORDER BY seq DESC LIMIT 1), '')
			UNION ALL SELECT coalesce((SELECT at FROM decisions ORDER BY at DESC, id DESC LIMIT 1), '')`)
		for i := 0; err == nil && i < len(all); i++ {
			var t time.Time
			if t, err = untime(all[i]); t.After(at) {
				at = t
			}
		}
		return err
	})
	return at, err
}
