package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"

	"dateline"
)

// keeper adds Readings in one transaction.
type keeper struct {
	ctx context.Context

	report, words, unlinked, statement, speaker, part, doubt *sql.Stmt
	resolver
}

func newKeeper(ctx context.Context, tx *sql.Tx) (*keeper, error) {
	k := &keeper{ctx: context.WithoutCancel(ctx)} // the transaction ends with ctx; to watch it at every row is slow
	err := prepare(ctx, tx, map[**sql.Stmt]string{
		&k.report: `INSERT INTO reports (id, file, line, url, title, publisher, language, published_edtf, published_from,
			published_to, published_anchor, published_why, basis, fetched, sha256, flags, coder, text_sha256, text)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		&k.words:    `INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)`,
		&k.unlinked: `INSERT INTO unlinked (report) VALUES (?)`,
		&k.statement: `INSERT INTO statements (id, report, n, kind, reality, stance, background, quote_start, quote_end,
			quote_text, trigger_start, trigger_end, trigger_text, refers, why, rule, score)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)`,
		&k.speaker: `INSERT INTO speakers (statement, n, class, start_byte, end_byte, text, refers_start, refers_end,
			refers_text, about_start, about_end, about_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		&k.part: `INSERT INTO parts (statement, n, role, start_byte, end_byte, text, refers_start, refers_end, refers_text,
			inferred, name_start, name_end, name_text, about_start, about_end, about_text, effect)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		&k.doubt:  `INSERT INTO doubts (report, n, start_byte, end_byte, text, why) VALUES (?, ?, ?, ?, ?, ?)`,
		&k.insert: insertResolution,
	})
	return k, err
}

// prepare compiles SQL for the life of tx.
func prepare(ctx context.Context, tx *sql.Tx, statements map[**sql.Stmt]string) (err error) {
	for to, text := range statements {
		if *to, err = tx.PrepareContext(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

// keep adds r and says whether it was not there yet.
func (k *keeper) keep(r dateline.Reading, version string) (bool, error) {
	seq, added, err := k.addReport(&r.Report, version)
	if err != nil || !added {
		return false, err
	}
	seqs := make(map[string]int64, len(r.Statements))
	for n := range r.Statements {
		s := &r.Statements[n]
		if seqs[s.ID], err = k.addStatement(seq, n, s, r.Report.Text); err != nil {
			return false, err
		}
	}
	if err := k.addDoubts(seq, r); err != nil {
		return false, err
	}
	return true, k.addResolutions(k.ctx, seqs, r.Resolutions)
}

func (k *keeper) addReport(r *dateline.Report, version string) (seq int64, added bool, err error) {
	p, sum := r.Published, sha256.Sum256([]byte(r.Text))
	res, err := k.report.ExecContext(k.ctx, r.ID, r.File, r.Line, r.URL, r.Title, r.Publisher, r.Language,
		p.EDTF, p.From, p.To, string(p.Anchor), p.Why, r.Basis, stamp(r.Fetched), r.SHA256, words(r.Flags), version, sum[:], r.Text)
	if err != nil {
		return 0, false, err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return 0, false, err
	}
	if seq, err = res.LastInsertId(); err == nil {
		_, err = k.words.ExecContext(k.ctx, seq, r.Title, r.Text)
	}
	if err == nil {
		_, err = k.unlinked.ExecContext(k.ctx, seq)
	}
	return seq, true, err
}

func (k *keeper) addStatement(report int64, n int, s *dateline.Statement, text string) (seq int64, err error) {
	res, err := k.statement.ExecContext(k.ctx, s.ID, report, n, string(s.Kind), string(s.Reality), string(s.Stance), s.Background,
		s.Quote.Start, s.Quote.End, s.Quote.In(text), s.Trigger.Start, s.Trigger.End, s.Trigger.In(text),
		s.Refers, s.Why, s.Rule, s.Score)
	if err != nil {
		return 0, err
	}
	if seq, err = res.LastInsertId(); err != nil {
		return 0, err
	}
	for i, p := range s.Speaker {
		if _, err := k.speaker.ExecContext(k.ctx, seq, i, string(p.Class), p.Span.Start, p.Span.End, p.Span.In(text),
			p.Refers.Start, p.Refers.End, p.Refers.In(text), p.About.Start, p.About.End, p.About.In(text)); err != nil {
			return 0, err
		}
	}
	for i, p := range s.Parts {
		if _, err := k.part.ExecContext(k.ctx, seq, i, string(p.Role), p.Span.Start, p.Span.End, p.Span.In(text),
			p.Refers.Start, p.Refers.End, p.Refers.In(text), p.Inferred, p.Name.Start, p.Name.End, p.Name.In(text),
			p.About.Start, p.About.End, p.About.In(text), string(p.Effect)); err != nil {
			return 0, err
		}
	}
	return seq, nil
}

func (k *keeper) addDoubts(report int64, r dateline.Reading) error {
	for i, d := range r.Doubts {
		if _, err := k.doubt.ExecContext(k.ctx, report, i, d.Span.Start, d.Span.End, d.Span.In(r.Report.Text), d.Why); err != nil {
			return err
		}
	}
	return nil
}

// sound returns an Error unless all that r names is in r: each Span in the text, each Statement once
// and in this Report, each Resolution about a Part or Speaker that there is, and once.
func sound(r dateline.Reading) error {
	if r.Report.ID == "" {
		return malformed("a report without an identifier (%s)", r.Report.File)
	}
	seen := make(map[string]*dateline.Statement, len(r.Statements))
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.ID == "" || s.Report != r.Report.ID || seen[s.ID] != nil {
			return malformed("statement %q of report %s stands in report %s or is there twice", s.ID, s.Report, r.Report.ID)
		}
		for _, span := range spans(s) {
			if !lies(span, r.Report.Text) {
				return malformed("statement %s: bytes %d to %d are not in the text", s.ID, span.Start, span.End)
			}
		}
		seen[s.ID] = s
	}
	for _, s := range r.Statements {
		if s.Refers != "" && seen[s.Refers] == nil {
			return malformed("statement %s refers to %s, which is not of its report", s.ID, s.Refers)
		}
	}
	for _, d := range r.Doubts {
		if !lies(d.Span, r.Report.Text) {
			return malformed("report %s: a doubt at bytes %d to %d is not in the text", r.Report.ID, d.Span.Start, d.Span.End)
		}
	}
	return apt(seen, r.Resolutions)
}

// spans returns every Span of s, zero ones too.
func spans(s *dateline.Statement) []dateline.Span {
	out := []dateline.Span{s.Quote, s.Trigger}
	for _, p := range s.Speaker {
		out = append(out, p.Span, p.Refers, p.About)
	}
	for _, p := range s.Parts {
		out = append(out, p.Span, p.Refers, p.Name, p.About)
	}
	return out
}

// apt returns an Error unless each Resolution is about a Part or Speaker that there is, and once.
func apt(statements map[string]*dateline.Statement, rs []dateline.Resolution) error {
	type about struct {
		statement string
		part      int
	}
	seen := make(map[about]bool, len(rs))
	for _, r := range rs {
		s, a := statements[r.Statement], about{r.Statement, r.Part}
		if s == nil || r.Part >= len(s.Parts) || -1-r.Part >= len(s.Speaker) || seen[a] {
			return malformed("a resolution of part %d of statement %s, which is not there or has another", r.Part, r.Statement)
		}
		seen[a] = true
	}
	return nil
}
