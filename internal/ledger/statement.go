package ledger

import (
	"context"
	"errors"
	"fmt"

	"dateline"
	"dateline/internal/review"
)

// Entry is a Statement with the Report that says it and what its words mean, as people have ruled: a corrected
// value stands in place of the one that the machine read, and says so (see review.Docket.Apply). Entries of one
// call that come from one Report share it.
type Entry struct {
	Report      *dateline.Report
	Statement   dateline.Statement
	Resolutions []dateline.Resolution
	// Review is where the Statement stands after what people ruled on it.
	Review dateline.ReviewState
	// Former says that the last reading of the Report does not make the Statement any more. It is kept, and no
	// Incident is made of it.
	Former bool
	ruled  bool // there is a Decision on the Statement, whatever became of it
}

// Resolution returns what Parts[part] means, or Speaker[i] for part -1-i; nil if nothing is kept.
func (e *Entry) Resolution(part int) *dateline.Resolution {
	for i := range e.Resolutions {
		if e.Resolutions[i].Part == part {
			return &e.Resolutions[i]
		}
	}
	return nil
}

// Statement returns the Statement with that identifier; an Error with the code NotFound if there is
// none.
func (v *View) Statement(ctx context.Context, id string) (Entry, error) {
	all, err := v.Statements(ctx, []string{id})
	if err != nil {
		return Entry{}, err
	}
	return all[0], nil
}

// Statements returns the Statements with those identifiers, in that order; an Error with the code
// NotFound that names the first of which there is none.
func (v *View) Statements(ctx context.Context, ids []string) (out []Entry, err error) {
	out, _, err = v.statements(ctx, ids, decisionsOn)
	return out, err
}

// StatementsRuled is Statements, and DocketOf them.
func (v *View) StatementsRuled(ctx context.Context, ids []string) ([]Entry, *review.Docket, error) {
	return v.statements(ctx, ids, decisionsAbout)
}

func (v *View) statements(ctx context.Context, ids []string, with string) (out []Entry, docket *review.Docket, err error) {
	err = v.at(ctx, func(m *moment) error {
		if out, err = m.asRead(ctx, ids); err != nil {
			return err
		}
		docket, err = m.rule(ctx, out, with)
		return err
	})
	return out, docket, err
}

// asRead returns Statements as the machine read them.
func (m *moment) asRead(ctx context.Context, ids []string) ([]Entry, error) {
	found, err := collect(ctx, m, foundRow, `SELECT `+statementColumns+` FROM json_each(?) AS wanted
		CROSS JOIN statements ON statements.id = wanted.value ORDER BY wanted.key`, list(ids))
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if i >= len(found) || found[i].ID != id {
			return nil, &Error{Code: NotFound, Msg: "there is no statement " + id}
		}
	}
	return m.entriesOf(ctx, nil, found)
}

// StatementsOf returns the Statements in which a Part or a Speaker is that actor, in the order of
// Reports and, within one, of its text; nil if there are none.
func (v *View) StatementsOf(ctx context.Context, actor string) (out []Entry, err error) {
	err = v.at(ctx, func(m *moment) error {
		keys, err := collect(ctx, m, keyRow, statementsOfActor, actor)
		if err != nil {
			return err
		}
		if out, err = m.entries(ctx, keys); err != nil {
			return err
		}
		_, err = m.rule(ctx, out, decisionsOn)
		return err
	})
	return out, err
}

const statementsOfActor = `SELECT statements.seq, statements.report
	FROM (SELECT DISTINCT statement FROM meant_actors WHERE actor = ? AND actor <> '') AS told
	JOIN statements ON statements.seq = told.statement JOIN reports ON reports.seq = statements.report
	ORDER BY ` + byDate + `, statements.n`

// key is where a Statement is: its own number and its report's.
type key struct{ seq, report int64 }

func keyRow(s scan) (k key, err error) {
	err = s(&k.seq, &k.report)
	return k, err
}

// entries returns the Statements at keys, in that order.
func (m *moment) entries(ctx context.Context, keys []key) ([]Entry, error) {
	return m.entriesIn(ctx, nil, keys)
}

// entriesIn is entries where the reports are loaded already; nil where they are not.
func (m *moment) entriesIn(ctx context.Context, reports map[int64]*dateline.Report, keys []key) ([]Entry, error) {
	seqs := make([]int64, len(keys))
	for i, k := range keys {
		seqs[i] = k.seq
	}
	found, err := collect(ctx, m, foundRow, `SELECT `+statementColumns+` FROM json_each(?) AS wanted
		CROSS JOIN statements ON statements.seq = wanted.value ORDER BY wanted.key`, list(seqs))
	if err != nil {
		return nil, err
	}
	return m.entriesOf(ctx, reports, found)
}

// found is a Statement's own row. Some that hold for few are looked for here, so that nothing more is asked where none does.
type found struct {
	key
	dateline.Statement
	quote, trigger        string // the words that were kept
	former, reread, ruled bool
}

// statementColumns are what foundRow scans.
const statementColumns = `statements.seq, statements.report, statements.id, kind, reality, stance, background, quote_start, quote_end, quote_text,
	trigger_start, trigger_end, trigger_text, coalesce(refers, ''), why, rule, score,
	EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = statements.seq),
	EXISTS (SELECT 1 FROM coding_statements AS c WHERE c.statement = statements.seq AND c.json IS NOT NULL),
	EXISTS (SELECT 1 FROM decision_on AS d WHERE d.statement = statements.id)`

func foundRow(s scan) (f found, err error) {
	err = s(&f.seq, &f.report, &f.ID, &f.Kind, &f.Reality, &f.Stance, &f.Background, &f.Quote.Start, &f.Quote.End, &f.quote,
		&f.Trigger.Start, &f.Trigger.End, &f.trigger, &f.Refers, &f.Why, &f.Rule, &f.Score, &f.former, &f.reread, &f.ruled)
	return f, err
}

// few is how many Statements are loaded without looking whether somebody still waits: to look takes longer.
const few = 200

// entriesOf returns the Statements that were found, with all that belongs to them; it loads their reports if they are nil.
func (m *moment) entriesOf(ctx context.Context, reports map[int64]*dateline.Report, all []found) ([]Entry, error) {
	if len(all) == 0 {
		return nil, nil
	}
	if len(all) < few {
		ctx = context.WithoutCancel(ctx)
	}
	if reports == nil {
		var err error
		if reports, err = m.reports(ctx, reportsOf(all)); err != nil {
			return nil, err
		}
	}
	seqs, index, reread := make([]int64, len(all)), make(map[int64]*Entry, len(all)), false
	for i := range all {
		f := &all[i]
		e := &Entry{Report: reports[f.key.report], Statement: f.Statement, Review: dateline.Unreviewed, Former: f.former, ruled: f.ruled}
		e.Statement.Report = e.Report.ID
		seqs[i], index[f.seq], reread = f.seq, e, reread || f.reread
		if err := errors.Join(e.stands(m, "the quote", e.Statement.Quote, f.quote), e.stands(m, "the trigger", e.Statement.Trigger, f.trigger)); err != nil {
			return nil, err
		}
	}
	if err := m.belonging(ctx, index, list(seqs), reread); err != nil {
		return nil, err
	}
	out := make([]Entry, len(all))
	for i := range all {
		out[i] = *index[all[i].seq]
	}
	return out, nil
}

// reportsOf lists the numbers of the reports of Statements, each once.
func reportsOf(all []found) (out []int64) {
	seen := map[int64]bool{}
	for i := range all {
		if r := all[i].key.report; !seen[r] {
			seen[r] = true
			out = append(out, r)
		}
	}
	return out
}

// belonging adds what belongs to Statements to their entries, by number; reread: some may have a later reading.
func (m *moment) belonging(ctx context.Context, index map[int64]*Entry, numbers string, reread bool) error {
	for _, load := range []struct {
		of     func(context.Context, map[int64]*Entry, string) error
		needed bool
	}{{m.speakers, true}, {m.parts, true}, {m.reread, reread}, {m.resolutions, true}} {
		if load.needed {
			if err := load.of(ctx, index, numbers); err != nil {
				return err
			}
		}
	}
	for _, f := range m.changed {
		if err := m.found(f); err != nil {
			return err
		}
	}
	m.changed = nil
	return nil
}

func (m *moment) speakers(ctx context.Context, index map[int64]*Entry, numbers string) error {
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var p dateline.Speaker
		var text, refers, about string
		if err := s(&seq, &p.Class, &p.Span.Start, &p.Span.End, &text, &p.Refers.Start, &p.Refers.End, &refers,
			&p.About.Start, &p.About.End, &about); err != nil {
			return err
		}
		e := index[seq]
		e.Statement.Speaker = append(e.Statement.Speaker, p)
		return errors.Join(e.stands(m, "a speaker", p.Span, text), e.stands(m, "what a speaker stands for", p.Refers, refers),
			e.stands(m, "what a speaker is", p.About, about))
	}, `SELECT statement, class, start_byte, end_byte, text, refers_start, refers_end, refers_text,
		about_start, about_end, about_text
		FROM speakers WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, n`, numbers)
}

func (m *moment) parts(ctx context.Context, index map[int64]*Entry, numbers string) error {
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var p dateline.Part
		var text, refers, name, about string
		if err := s(&seq, &p.Role, &p.Span.Start, &p.Span.End, &text, &p.Refers.Start, &p.Refers.End, &refers,
			&p.Inferred, &p.Name.Start, &p.Name.End, &name, &p.About.Start, &p.About.End, &about, &p.Effect); err != nil {
			return err
		}
		e := index[seq]
		e.Statement.Parts = append(e.Statement.Parts, p)
		return errors.Join(e.stands(m, "a "+string(p.Role), p.Span, text),
			e.stands(m, "what a "+string(p.Role)+" stands for", p.Refers, refers),
			e.stands(m, "the name of a "+string(p.Role), p.Name, name), e.stands(m, "what a "+string(p.Role)+" is", p.About, about))
	}, `SELECT statement, role, start_byte, end_byte, text, refers_start, refers_end, refers_text, inferred,
		name_start, name_end, name_text, about_start, about_end, about_text, effect
		FROM parts WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, n`, numbers)
}

// stands tells of words of the Statement that are not those that were kept.
func (e *Entry) stands(m *moment, what string, span dateline.Span, kept string) error {
	return m.stands(e.Report, "statement "+e.Statement.ID, what, span, kept)
}

// stands tells of words that are not those that were kept.
func (m *moment) stands(r *dateline.Report, where, what string, span dateline.Span, kept string) error {
	if lies(span, r.Text) && span.In(r.Text) == kept {
		return nil
	}
	return m.found(Finding{Tampered, where, fmt.Sprintf("%s is kept as %q; report %s has %q there (bytes %d to %d)",
		what, kept, r.ID, span.In(r.Text), span.Start, span.End)})
}

// lies reports whether span is a part of text.
func lies(span dateline.Span, text string) bool {
	return 0 <= span.Start && span.Start <= span.End && span.End <= len(text)
}
