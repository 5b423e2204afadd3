package ledger

import "context"

// Coverage says what the reports of a ledger cover.
type Coverage struct {
	Publishers []PublisherCount // by name, the one that is not known first
	Languages  []Count          // by name; "" for those that were not recognised
	Months     []Press          // of all publishers together, by month: the Publisher is "". Reports whose month is not known are left out
	Unread     int              // reports in which nothing was read
	Doubts     []Count          // by what they are about: the reason up to its first ':' or '('
	Coders     []Count          // reports by the version that read them last
	Voices     []Count          // present statements by the class of the first speaker; "" for the report itself
}

// Count is how many have something in common.
type Count struct {
	Of string
	N  int
}

// PublisherCount is how many reports one publisher has.
type PublisherCount struct {
	Publisher string
	Reports   int
	Undated   int    // of Reports, those whose day of publication is not known
	First     string // the first possible day of publication, YYYY-MM-DD; "" if none is known
	Last      string
	Unread    int // of Reports, those in which nothing was read
}

func countRow(s scan) (c Count, err error) {
	err = s(&c.Of, &c.N)
	return c, err
}

const isUnread = `NOT EXISTS (SELECT 1 FROM present_statements AS p WHERE p.report = reports.seq)`

// Coverage counts what the reports cover. It looks at every report, though at no text.
func (v *View) Coverage(ctx context.Context) (out Coverage, err error) {
	err = v.at(ctx, func(m *moment) error {
		out.Publishers, err = collect(ctx, m, func(s scan) (p PublisherCount, err error) {
			err = s(&p.Publisher, &p.Reports, &p.Undated, &p.First, &p.Last, &p.Unread)
			return p, err
		}, `SELECT publisher, count(*), sum(published_from = ''), coalesce(min(nullif(published_from, '')), ''), max(published_to), sum(`+isUnread+`)
			FROM reports GROUP BY publisher ORDER BY publisher`)
		for _, p := range out.Publishers {
			out.Unread += p.Unread
		}
		if err == nil {
			out.Months, err = collect(ctx, m, func(s scan) (p Press, err error) {
				err = s(&p.Month, &p.Reports)
				return p, err
			}, `SELECT substr(published_from, 1, 7) AS month, count(*) FROM reports
				WHERE length(published_from) = 10 AND month = substr(published_to, 1, 7) GROUP BY month ORDER BY month`)
		}
		for _, q := range []struct {
			to    *[]Count
			query string
		}{
			{&out.Languages, `SELECT language, count(*) FROM reports GROUP BY language ORDER BY language`},
			{&out.Doubts, `SELECT rtrim(substr(why, 1, min(instr(why || ':', ':'), instr(why || '(', '(')) - 1)) AS of, count(*) FROM present_doubts GROUP BY of ORDER BY of`},
			{&out.Coders, `SELECT coalesce((SELECT c.coder FROM codings AS c WHERE c.report = reports.seq ORDER BY c.seq DESC LIMIT 1), coder) AS last, count(*)
				FROM reports GROUP BY last ORDER BY last`},
			{&out.Voices, `SELECT coalesce((SELECT class FROM speakers WHERE speakers.statement = p.seq AND speakers.n = 0), '') AS voice, count(*)
				FROM present_statements AS p GROUP BY voice ORDER BY voice`},
		} {
			if err == nil {
				*q.to, err = collect(ctx, m, countRow, q.query)
			}
		}
		return err
	})
	return out, err
}
