package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
	"dateline/internal/review"
	"dateline/internal/tabular"
)

// Options say what a release holds. The zero Options are all forms without quotes.
type Options struct {
	Format Format
	Quotes bool // hold the words of statements, at most MostQuoted characters of each
	// Convention is what vague words are taken for in the tables and lines.
	Convention Convention
}

// Format is a form of files.
type Format string

// The formats; AllFormats is every one of them.
const (
	AllFormats Format = ""
	CSV        Format = "csv"
	GeoJSON    Format = "geojson"
	JSONLines  Format = "jsonl"
)

// release is what a ledger held when the export began.
type release struct {
	ctx       context.Context
	view      *ledger.View
	opts      Options
	incidents []dateline.Incident
	telling   map[string][]string // Incident.ID by Statement.ID
	rulings   *review.Docket
	reviews   Reviews
}

// File is one file of a release.
type File struct {
	Name   string
	format Format
	write  func(*release, io.Writer) error
}

// Files lists the files of a format in the order in which they are written.
func Files(f Format) []File {
	all := []File{
		{"incidents.csv", CSV, (*release).incidentTable},
		{"accounts.csv", CSV, (*release).accountTable},
		{"headlines.csv", CSV, (*release).headlineTable},
		{"statements.csv", CSV, (*release).statementTable},
		{"parts.csv", CSV, (*release).partTable},
		{"reports.csv", CSV, (*release).reportTable},
		{"datapackage.json", CSV, func(r *release, w io.Writer) error { return writePackage(w, r.opts.Convention) }},
		{"incidents.geojson", GeoJSON, func(r *release, w io.Writer) error { return geoJSON(w, r.incidents, r.reviews) }},
		{"incidents.jsonl", JSONLines, (*release).incidentLines},
		{"statements.jsonl", JSONLines, (*release).statementLines},
	}
	return slices.DeleteFunc(all, func(x File) bool { return f != AllFormats && x.format != f })
}

// open loads what all files need. Incidents are loaded first: what a 'read' adds meanwhile cannot
// take away a statement that they name.
func open(ctx context.Context, v *ledger.View, opts Options) (*release, error) {
	r := &release{ctx: ctx, view: v, opts: opts, telling: map[string][]string{}, reviews: Reviews{}}
	var err error
	if r.incidents, err = v.Incidents(ctx, ledger.Filter{}); err != nil {
		return nil, err
	}
	r.incidents = incidentsUnder(opts.Convention, maskedIncidents(r.incidents))
	for _, in := range r.incidents {
		for _, id := range in.Statements {
			r.telling[id] = append(r.telling[id], in.ID)
		}
	}
	if r.rulings, err = v.Docket(ctx); err != nil {
		return nil, err
	}
	for _, d := range r.rulings.All() {
		for _, id := range d.On {
			r.reviews[id] = r.rulings.State(id)
		}
	}
	return r, nil
}

// Write writes the files of a release into a directory, which is made if it is not there, and
// returns their names. Each is written beside its place and then put there: an old file stays whole
// until the new one is.
func Write(ctx context.Context, v *ledger.View, dir string, opts Options) ([]string, error) {
	r, err := open(ctx, v, opts)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	var names []string
	for _, f := range Files(opts.Format) {
		if err := r.place(f, filepath.Join(dir, f.Name)); err != nil {
			return names, fmt.Errorf("write %s: %w", f.Name, err)
		}
		names = append(names, f.Name)
	}
	return names, nil
}

// WriteOne writes a single file to w.
func WriteOne(ctx context.Context, v *ledger.View, w io.Writer, f File, opts Options) error {
	r, err := open(ctx, v, opts)
	if err != nil {
		return err
	}
	return r.buffered(f, w)
}

func (r *release) buffered(f File, w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := f.write(r, b); err != nil {
		return err
	}
	return b.Flush()
}

// place writes f to a file of its own and renames it to path.
func (r *release) place(f File, path string) (err error) {
	t, err := os.CreateTemp(filepath.Dir(path), "."+f.Name+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			t.Close()
			os.Remove(t.Name())
		}
	}()
	if err := r.buffered(f, t); err != nil {
		return err
	}
	if err := t.Chmod(0o644); err != nil {
		return err
	}
	if err := t.Sync(); err != nil {
		return err
	}
	if err := t.Close(); err != nil {
		return err
	}
	return os.Rename(t.Name(), path)
}

func (r *release) incidentTable(w io.Writer) error {
	t, err := newTable(w, incidentColumns)
	for i := 0; err == nil && i < len(r.incidents); i++ {
		err = t.row(incidentRow{r.incidents[i], r.reviews})
	}
	if err != nil {
		return err
	}
	return t.end()
}

func (r *release) accountTable(w io.Writer) error {
	t, err := newTable(w, accountColumns)
	if err != nil {
		return err
	}
	for _, in := range r.incidents {
		for _, f := range fields(in) {
			for i, a := range f.accounts {
				if err := t.row(accountRow{a, in.ID, f.name, i + 1, r.reviews}); err != nil {
					return err
				}
			}
		}
	}
	return t.end()
}

func (r *release) statementTable(w io.Writer) error {
	t, err := newTable(w, statementColumns)
	if err != nil {
		return err
	}
	err = r.each(func(rd dateline.Reading) error {
		m := meanings(rd.Resolutions)
		for _, s := range rd.Statements {
			if err := t.row(statementRow{s, &rd.Report, m[s.ID], r.telling[s.ID], r.reviews.state(s.ID), r.opts.Quotes}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return t.end()
}

func (r *release) partTable(w io.Writer) error {
	t, err := newTable(w, partColumns)
	if err != nil {
		return err
	}
	err = r.each(func(rd dateline.Reading) error {
		m := meanings(rd.Resolutions)
		for _, s := range rd.Statements {
			for i, p := range s.Parts {
				row := partRow{Part: p, statement: s.ID, index: i, text: rd.Report.Text}
				if means, ok := m[s.ID][i]; ok {
					row.meaning = &means
				}
				if err := t.row(row); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return t.end()
}

func (r *release) reportTable(w io.Writer) error {
	t, err := newTable(w, reportColumns)
	if err != nil {
		return err
	}
	tells := map[string][]dateline.Incident{}
	for _, in := range r.incidents {
		for _, id := range in.Reports {
			tells[id] = append(tells[id], in)
		}
	}
	err = r.each(func(rd dateline.Reading) error {
		row := reportRow{Report: &rd.Report}
		if main := analysis.Main(rd, tells[rd.Report.ID]); main != nil {
			row.main = main.ID
		}
		return t.row(row)
	})
	if err != nil {
		return err
	}
	return t.end()
}

// each calls do for every reading as people have ruled, in the order of the ledger's reports.
func (r *release) each(do func(dateline.Reading) error) error {
	for rd, err := range r.view.Readings(r.ctx) {
		if err != nil {
			return err
		}
		if err := do(readingUnder(r.opts.Convention, r.rulings.Apply(rd))); err != nil {
			return err
		}
	}
	return nil
}

// statementLine is a line of statements.jsonl: a statement of the coded form with what it lacks
// outside its report.
type statementLine struct {
	Schema string `json:"schema"`
	Report string `json:"report"`
	codedStatement
	Incidents []string `json:"incidents"`
}

func (r *release) statementLines(w io.Writer) error {
	return r.each(func(rd dateline.Reading) error {
		m := meanings(rd.Resolutions)
		for _, s := range rd.Statements {
			c := statement(s, rd.Report.Text, m[s.ID])
			c.Quote.Text = r.quote(c.Quote.Text)
			for i, p := range s.Parts {
				c.Parts[i].Text = masked(p.Role, c.Parts[i].Text)
				c.Parts[i].About = nil
				if c.Parts[i].Name != nil && exposed[p.Role] && p.Role != dateline.Perpetrator {
					c.Parts[i].Text, c.Parts[i].Name = tabular.Withheld, nil
				}
				if c.Parts[i].Refers != nil {
					c.Parts[i].Refers.Text = masked(p.Role, c.Parts[i].Refers.Text)
				}
			}
			c.Review = r.reviews.state(s.ID)
			if err := encode(w, statementLine{dateline.Schema, rd.Report.ID, c, listed(r.telling[s.ID])}); err != nil {
				return err
			}
		}
		return nil
	})
}

// quote is a sentence as the release holds it; "" where it holds none.
func (r *release) quote(text string) string {
	if !r.opts.Quotes {
		return ""
	}
	return excerpt(text)
}
