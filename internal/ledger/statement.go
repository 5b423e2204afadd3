package ledger

import (
	"context"
	"errors"
	"fmt"

	"dateline"
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
	err = v.at(ctx, func(m *moment) error {
		if out, err = m.asRead(ctx, ids); err != nil {
			return err
		}
		return m.rule(ctx, out)
	})
	return out, err
}

// asRead returns Statements as the machine read them.
func (m *moment) asRead(ctx context.Context, ids []string) ([]Entry, error) {
	keys, err := collect(ctx, m, keyRow, `SELECT coalesce(seq, 0), coalesce(report, 0)
		FROM json_each(?) AS wanted LEFT JOIN statements ON statements.id = wanted.value ORDER BY wanted.key`, list(ids))
	if err != nil {
		return nil, err
	}
	for i, k := range keys {
		if k.seq == 0 {
			return nil, &Error{Code: NotFound, Msg: "there is no statement " + ids[i]}
		}
	}
	return m.entries(ctx, keys)
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
		return m.rule(ctx, out)
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
	var seqs []int64
	seen := map[int64]bool{}
	for _, k := range keys {
		if !seen[k.report] {
			seen[k.report] = true
			seqs = append(seqs, k.report)
		}
	}
	reports, err := m.reports(ctx, seqs)
	if err != nil {
		return nil, err
	}
	return m.entriesIn(ctx, reports, keys)
}

// entriesIn is entries where the reports are loaded already.
func (m *moment) entriesIn(ctx context.Context, reports map[int64]*dateline.Report, keys []key) ([]Entry, error) {
	seqs, index := make([]int64, len(keys)), make(map[int64]*Entry, len(keys))
	for i, k := range keys {
		seqs[i] = k.seq
		index[k.seq] = &Entry{Report: reports[k.report], Review: dateline.Unreviewed}
	}
	numbers := list(seqs)
	for _, load := range []func(context.Context, map[int64]*Entry, string) error{
		m.statements, m.speakers, m.parts, m.reread, m.former, m.resolutions,
	} {
		if err := load(ctx, index, numbers); err != nil {
			return nil, err
		}
	}
	for _, f := range m.changed {
		if err := m.found(f); err != nil {
			return nil, err
		}
	}
	m.changed = nil
	var out []Entry
	for _, k := range keys {
		out = append(out, *index[k.seq])
	}
	return out, nil
}

func (m *moment) statements(ctx context.Context, index map[int64]*Entry, numbers string) error {
	return m.rows(ctx, func(s scan) error {
		var seq int64
		var st dateline.Statement
		var quote, trigger string
		if err := s(&seq, &st.ID, &st.Kind, &st.Reality, &st.Stance, &st.Background, &st.Quote.Start, &st.Quote.End, &quote,
			&st.Trigger.Start, &st.Trigger.End, &trigger, &st.Refers, &st.Why, &st.Rule, &st.Score); err != nil {
			return err
		}
		e := index[seq]
		st.Report = e.Report.ID
		e.Statement = st
		return errors.Join(e.stands(m, "the quote", st.Quote, quote), e.stands(m, "the trigger", st.Trigger, trigger))
	}, `SELECT seq, id, kind, reality, stance, background, quote_start, quote_end, quote_text, trigger_start, trigger_end,
		trigger_text, coalesce(refers, ''), why, rule, score
		FROM statements WHERE seq IN (SELECT value FROM json_each(?))`, numbers)
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
