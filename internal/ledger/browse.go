package ledger

import (
	"context"
	"strings"
)

// ReportFilter says which reports are wanted. The zero ReportFilter is all of them; every field that is set narrows it.
type ReportFilter struct {
	Text      string // as Terms reads it, in titles and texts
	Publisher string
	Nobody    bool   // those whose publisher is not known
	From, To  string // days, YYYY-MM-DD: published between them, or possibly so
	Unread    bool   // those in which nothing was read: no Statement, or none any more
	Limit     int    // 0 is none at all
	Offset    int    // how many to skip
}

// Browsed is a page of reports.
type Browsed struct {
	Reports []Found
	Total   int  // of all that the filter lets through
	Ranked  bool // the best match is first
}

// Found is a Report with the words around what was searched.
type Found struct {
	Summary
	Words []Piece // nil without a search
}

// Piece is a run of words.
type Piece struct {
	Text string
	Hit  bool // what was searched
}

// mostRankedReports is how many reports a search ranks: ranking more of them would take longer than a reader waits.
const mostRankedReports = 5000

// Browse returns a page of the reports that f lets through. Those that a search found stand with the best match first;
// where they are too many to rank, and without a search, the latest published stand first, those whose day is not
// known last. Equals stand by ID.
func (v *View) Browse(ctx context.Context, f ReportFilter) (out Browsed, err error) {
	where, args, search := f.where()
	if f.Text != "" && search == "" {
		return Browsed{}, nil
	}
	from := `reports`
	if search != "" {
		from = `report_words JOIN reports ON reports.seq = report_words.rowid`
	}
	err = v.at(ctx, func(m *moment) error {
		if err := m.tx.QueryRowContext(ctx, `SELECT count(*) FROM `+from+where, args...).Scan(&out.Total); err != nil {
			return err
		}
		out.Ranked = search != "" && out.Total <= mostRankedReports
		order, snip := latestReports, `''`
		if out.Ranked {
			order = `rank, reports.id`
		}
		if search != "" {
			snip = `snippet(report_words, -1, char(1), char(2), '…', 24)`
		}
		out.Reports, err = collect(ctx, m, func(s scan) (r Found, err error) {
			var words string
			r.Summary, err = summary(func(dest ...any) error { return s(append(dest, &words)...) })
			r.Words = pieces(words)
			return r, err
		}, `SELECT `+summaryColumns+`, `+snip+` FROM `+from+where+` ORDER BY `+order+` LIMIT ? OFFSET ?`, append(args, f.Limit, f.Offset)...)
		return err
	})
	return out, err
}

// latestReports is an order: days are text, and no day is less than any.
const latestReports = `reports.published_from DESC, reports.id`

// where is f as a clause, with its arguments; search is what is asked of the words, "" for nothing.
func (f ReportFilter) where() (clause string, args []any, search string) {
	var all []string
	add := func(s string, with ...any) { all, args = append(all, s), append(args, with...) }
	if search = expression(f.Text); search != "" {
		add(`report_words MATCH ?`, search)
	}
	if f.Publisher != "" || f.Nobody {
		add(`reports.publisher = ?`, f.Publisher)
	}
	if f.From != "" {
		add(`reports.published_to >= ?`, f.From)
	}
	if f.To != "" {
		add(`reports.published_from <> '' AND reports.published_from <= ?`, f.To)
	}
	if f.Unread {
		add(`NOT EXISTS (SELECT 1 FROM present_statements AS p WHERE p.report = reports.seq)`)
	}
	if all == nil {
		return "", nil, ""
	}
	return ` WHERE ` + strings.Join(all, ` AND `), args, search
}

// pieces parts a snippet at its signs, which are 1 and 2.
func pieces(s string) (out []Piece) {
	for s != "" {
		i := strings.IndexAny(s, "\x01\x02")
		if i < 0 {
			return append(out, Piece{Text: s})
		}
		if i > 0 {
			out = append(out, Piece{Text: s[:i], Hit: s[i] == 2})
		}
		s = s[i+1:]
	}
	return out
}

// Summaries returns the reports with those identifiers, in the order of Reports. Those that are not kept are left out.
func (v *View) Summaries(ctx context.Context, ids []string) (out []Summary, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, summary, `SELECT `+summaryColumns+` FROM reports WHERE id IN (SELECT value FROM json_each(?)) ORDER BY `+byDate, list(ids))
		return err
	})
	return out, err
}

// CountReportsTelling counts the reports of which a Statement is of one of these incidents.
func (v *View) CountReportsTelling(ctx context.Context, incidents []string) (n int, err error) {
	err = v.at(ctx, func(m *moment) error {
		return m.tx.QueryRowContext(ctx, `SELECT count(DISTINCT s.report) FROM json_each(?) AS j
			JOIN incident_statements AS i ON i.incident = j.value JOIN statements AS s ON s.seq = i.statement`, list(incidents)).Scan(&n)
	})
	return n, err
}

// Coded is a reading of a report by a version of the coder.
type Coded struct {
	Coder   string
	Changed bool // it said something else than the reading before it; true of the first
}

// Coded returns the readings of a Report, the first first; nil if there is no such Report.
func (v *View) Coded(ctx context.Context, report string) (out []Coded, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (c Coded, err error) {
			err = s(&c.Coder, &c.Changed)
			return c, err
		}, `SELECT coder, changed FROM (SELECT 0 AS n, coder, 1 AS changed FROM reports WHERE id = ?1
			UNION ALL SELECT c.seq, c.coder, c.changed FROM codings AS c JOIN reports AS r ON r.seq = c.report WHERE r.id = ?1) ORDER BY n`, report)
		return err
	})
	return out, err
}
