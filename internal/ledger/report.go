package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"

	"dateline"
	"dateline/internal/review"
)

// Summary is a Report without its text, and how much was read in it.
type Summary struct {
	ID         string
	File       string
	URL        string
	Title      string
	Publisher  string
	Language   string
	Published  dateline.Date
	Statements int
	Doubts     int
}

// byDate is the order of reports everywhere: by the first possible day of publication, those
// without one last; then by ID.
const byDate = `reports.published_from = '', reports.published_from, reports.id`

// Keep keeps r, read by that version of the coder, and says whether it was added: a Report that is
// kept already changes nothing. It is an Error with the code Malformed if r contradicts itself.
func (l *Ledger) Keep(ctx context.Context, r dateline.Reading, version string) (added bool, err error) {
	all, err := l.KeepAll(ctx, []dateline.Reading{r}, version)
	return err == nil && all[0], err
}

// KeepAll keeps all of rs, or on an error none, and says of each whether it was added. It is much
// faster than to Keep each, for the disk is waited for once.
func (l *Ledger) KeepAll(ctx context.Context, rs []dateline.Reading, version string) (added []bool, err error) {
	added = make([]bool, len(rs))
	for _, r := range rs {
		if err := sound(r); err != nil {
			return nil, fault(l.path, err)
		}
	}
	err = l.write(ctx, func(tx *sql.Tx) error {
		k, err := newKeeper(ctx, tx)
		for i := 0; err == nil && i < len(rs); i++ {
			added[i], err = k.keep(rs[i], version)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// Has reports whether the Report with that identifier is kept.
func (l *Ledger) Has(ctx context.Context, id string) (bool, error) {
	var has bool
	err := l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM reports WHERE id = ?)`, id).Scan(&has)
	return has, fault(l.path, err)
}

// Reports returns all reports: by the first possible day of publication, those without one last;
// then by ID.
func (v *View) Reports(ctx context.Context) (out []Summary, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, summary, `SELECT `+summaryColumns+` FROM reports ORDER BY `+byDate)
		return err
	})
	return out, err
}

const summaryColumns = `reports.id, reports.file, reports.url, reports.title, reports.publisher, reports.language,
	published_edtf, published_from, published_to, published_anchor, published_why,
	(SELECT count(*) FROM present_statements WHERE report = reports.seq),
	(SELECT CASE WHEN latest IS NULL THEN (SELECT count(*) FROM doubts WHERE report = reports.seq)
		ELSE (SELECT count(*) FROM coding_doubts WHERE coding = latest) END
		FROM (SELECT max(seq) AS latest FROM codings WHERE report = reports.seq AND changed = 1))` // present_doubts, by index

func summary(s scan) (r Summary, err error) {
	err = s(&r.ID, &r.File, &r.URL, &r.Title, &r.Publisher, &r.Language,
		&r.Published.EDTF, &r.Published.From, &r.Published.To, &r.Published.Anchor, &r.Published.Why,
		&r.Statements, &r.Doubts)
	return r, err
}

// Report returns the Report with that identifier and all that its last reading read, as the machine read it; an
// Error with the code NotFound if there is none.
func (v *View) Report(ctx context.Context, id string) (out dateline.Reading, err error) {
	err = v.at(ctx, func(m *moment) error {
		seq, err := m.numberOf(ctx, id)
		if err != nil {
			return err
		}
		all, err := m.readings(ctx, []int64{seq})
		if err != nil {
			return err
		}
		out = all[0]
		return nil
	})
	return out, err
}

// Document is a Report with what its last reading read in it, as people have ruled.
type Document struct {
	Report  *dateline.Report
	Entries []Entry // in the order of the reading
	Doubts  []dateline.Doubt
	Docket  *review.Docket // of the Entries, as DocketOf
}

// Document returns the Report with that identifier; an Error with the code NotFound if there is none.
func (v *View) Document(ctx context.Context, id string) (out Document, err error) {
	err = v.at(ctx, func(m *moment) error {
		seq, err := m.numberOf(ctx, id)
		if err != nil {
			return err
		}
		reports, err := m.reports(ctx, []int64{seq})
		if err != nil {
			return err
		}
		all, err := collect(ctx, m, foundRow, statementsOfReport, seq)
		if err != nil {
			return err
		}
		if out.Entries, err = m.entriesOf(ctx, reports, all); err != nil {
			return err
		}
		of := dateline.Reading{Report: *reports[seq]}
		if err := m.doubts(ctx, map[int64]*dateline.Reading{seq: &of}); err != nil {
			return err
		}
		out.Report, out.Doubts = reports[seq], of.Doubts
		out.Docket, err = m.rule(ctx, out.Entries, decisionsAbout)
		return err
	})
	return out, err
}

const statementsOfReport = `SELECT ` + statementColumns + ` FROM (SELECT seq AS wanted, n AS place FROM present_statements WHERE report = ?)
	CROSS JOIN statements ON statements.seq = wanted ORDER BY place`

// numberOf returns the number of the Report with that identifier; an Error with the code NotFound if
// there is none.
func (m *moment) numberOf(ctx context.Context, id string) (seq int64, err error) {
	err = m.tx.QueryRowContext(ctx, `SELECT seq FROM reports WHERE id = ?`, id).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		err = &Error{Code: NotFound, Msg: "there is no report " + id}
	}
	return seq, err
}

// errStop says that whoever ranges over Readings has had enough.
var errStop = errors.New("enough")

// batch is how many reports are loaded at a time when all of them are read.
const batch = 64

// Readings returns the last reading of every report, in the order of Reports, at one moment of the ledger.
// The first error ends it.
func (v *View) Readings(ctx context.Context) iter.Seq2[dateline.Reading, error] {
	return func(yield func(dateline.Reading, error) bool) {
		err := v.at(ctx, func(m *moment) error {
			return m.each(ctx, func(r dateline.Reading) error {
				if !yield(r, nil) {
					return errStop
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(dateline.Reading{}, err)
		}
	}
}

// each calls do for every Reading, in the order of Reports, until it returns an error.
func (m *moment) each(ctx context.Context, do func(dateline.Reading) error) error {
	seqs, err := collect(ctx, m, one[int64], `SELECT seq FROM reports ORDER BY `+byDate)
	for err == nil && len(seqs) > 0 {
		n := min(batch, len(seqs))
		var rs []dateline.Reading
		rs, err = m.readings(ctx, seqs[:n])
		for i := 0; err == nil && i < len(rs); i++ {
			err = do(rs[i])
		}
		seqs = seqs[n:]
	}
	return err
}

// readings returns the Readings of the given reports, in that order.
func (m *moment) readings(ctx context.Context, seqs []int64) ([]dateline.Reading, error) {
	keys, err := collect(ctx, m, keyRow,
		`SELECT seq, report FROM present_statements WHERE report IN (SELECT value FROM json_each(?)) ORDER BY report, n`, list(seqs))
	if err != nil {
		return nil, err
	}
	reports, err := m.reports(ctx, seqs)
	if err != nil {
		return nil, err
	}
	entries, err := m.entriesIn(ctx, reports, keys)
	if err != nil {
		return nil, err
	}
	out, index := make([]dateline.Reading, len(seqs)), make(map[int64]*dateline.Reading, len(seqs))
	for i, seq := range seqs {
		out[i].Report = *reports[seq]
		index[seq] = &out[i]
	}
	for i, e := range entries {
		r := index[keys[i].report]
		r.Statements = append(r.Statements, e.Statement)
		r.Resolutions = append(r.Resolutions, e.Resolutions...)
	}
	return out, m.doubts(ctx, index)
}

// reports returns the reports with the given numbers, each text as it was kept.
func (m *moment) reports(ctx context.Context, seqs []int64) (map[int64]*dateline.Report, error) {
	out := make(map[int64]*dateline.Report, len(seqs))
	err := m.rows(ctx, func(s scan) error {
		seq, r, err := m.report(s)
		out[seq] = r
		return err
	}, `SELECT seq, id, file, line, url, title, publisher, language, published_edtf, published_from, published_to,
		published_anchor, published_why, basis, fetched, sha256, flags, text_sha256, text
		FROM reports WHERE seq IN (SELECT value FROM json_each(?))`, list(seqs))
	return out, err
}

func (m *moment) report(s scan) (seq int64, _ *dateline.Report, err error) {
	var r dateline.Report
	var fetched, flags string
	var sum []byte
	p := &r.Published
	if err := s(&seq, &r.ID, &r.File, &r.Line, &r.URL, &r.Title, &r.Publisher, &r.Language, &p.EDTF, &p.From, &p.To,
		&p.Anchor, &p.Why, &r.Basis, &fetched, &r.SHA256, &flags, &sum, &r.Text); err != nil {
		return 0, nil, err
	}
	if r.Fetched, err = untime(fetched); err != nil {
		return 0, nil, fmt.Errorf("report %s: fetched: %w", r.ID, err)
	}
	if r.Flags, err = unwords(flags); err != nil {
		return 0, nil, fmt.Errorf("report %s: flags: %w", r.ID, err)
	}
	if now := sha256.Sum256([]byte(r.Text)); string(now[:]) != string(sum) {
		m.changed = append(m.changed, Finding{Tampered, "report " + r.ID, fmt.Sprintf(
			"its text has SHA-256 %x, the one kept had %x", now, sum)})
	}
	return seq, &r, nil
}

// doubts adds the doubts of each Reading, by its report's number.
func (m *moment) doubts(ctx context.Context, to map[int64]*dateline.Reading) error {
	seqs := make([]int64, 0, len(to))
	for seq := range to {
		seqs = append(seqs, seq)
	}
	return m.rows(ctx, func(s scan) error {
		var d dateline.Doubt
		var report int64
		var text string
		if err := s(&report, &d.Span.Start, &d.Span.End, &text, &d.Why); err != nil {
			return err
		}
		r := to[report]
		r.Doubts = append(r.Doubts, d)
		return m.stands(&r.Report, "report "+r.Report.ID, "a doubt", d.Span, text)
	}, doubtsIn, list(seqs))
}

// doubtsIn is present_doubts of some reports, by index: of the view SQLite would make the whole first.
const doubtsIn = `SELECT report, start_byte, end_byte, text, why FROM (
	SELECT report, n, start_byte, end_byte, text, why FROM doubts AS d WHERE report IN (SELECT value FROM json_each(?1))
		AND NOT EXISTS (SELECT 1 FROM codings WHERE codings.report = d.report AND changed = 1)
	UNION ALL SELECT last.report, d.n, d.start_byte, d.end_byte, d.text, d.why FROM (SELECT max(seq) AS coding, report FROM codings
		WHERE report IN (SELECT value FROM json_each(?1)) AND changed = 1 GROUP BY report) AS last JOIN coding_doubts AS d ON d.coding = last.coding
	) ORDER BY report, n`

// stamp writes a time as a column holds it; the zero time is "".
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.000000000Z")
}

// untime is the inverse of stamp.
func untime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, s)
}
