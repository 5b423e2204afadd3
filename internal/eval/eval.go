// Package eval knows scores: how well the coder reads texts that people have coded by hand. Each
// file reads one corpus in its own format, states how its coding maps to ours, and gives a [Table].
// A corpus is never part of the program: the caller says where it lies.
//
// Scores are counted, never estimated, and come out the same each time: no sampling, no clock, but for
// what [Scale] says of its own cost.
package eval

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline"
	"dateline/internal/pipeline"
)

// Table is a table of scores. The first column is left-aligned, the others are right-aligned.
type Table struct {
	Title string
	Head  []string
	Rows  [][]string // each as long as Head
	Notes []string   // what stands under it, a line each
	More  []Table    // tables that are written after it
}

// Write writes the table as plain text.
func (t Table) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", t.Title)
	wide := t.widths()
	for _, r := range append([][]string{t.Head}, t.Rows...) {
		line := ""
		for i, cell := range r {
			pad := strings.Repeat(" ", wide[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				line = cell + pad
			} else {
				line += "  " + pad + cell
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	if len(t.Notes) > 0 {
		b.WriteString("\n" + strings.Join(t.Notes, "\n") + "\n")
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	for _, m := range t.More {
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
		if err := m.Write(w); err != nil {
			return err
		}
	}
	return nil
}

func (t Table) widths() []int {
	wide := make([]int, len(t.Head))
	for _, r := range append([][]string{t.Head}, t.Rows...) {
		for i, cell := range r {
			wide[i] = max(wide[i], utf8.RuneCountInString(cell))
		}
	}
	return wide
}

// share counts how many of how many were right.
type share struct{ right, all int }

func (s *share) add(right bool) {
	s.all++
	if right {
		s.right++
	}
}

// cells are a row of a table: the name, of how many, how many are right, per cent.
func (s share) cells(name string) []string {
	return []string{name, fmt.Sprint(s.all), fmt.Sprint(s.right), s.percent()}
}

// kindShares are shares by kind, in the order in which the kinds came, and of all.
type kindShares struct {
	kinds []string
	by    map[string]*share
	total share
}

func (s *kindShares) add(kind string, right bool) {
	if s.by == nil {
		s.by = map[string]*share{}
	}
	if s.by[kind] == nil {
		s.by[kind] = &share{}
		s.kinds = append(s.kinds, kind)
	}
	s.by[kind].add(right)
	s.total.add(right)
}

// rows are a row a kind, and one of all.
func (s *kindShares) rows() [][]string {
	var out [][]string
	for _, k := range s.kinds {
		out = append(out, s.by[k].cells(k))
	}
	return append(out, s.total.cells("all"))
}

// percent is the share in percent with one digit; a dash of nothing.
func (s share) percent() string { return percent(s.right, s.all) }

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(of))
}

// codeAll codes reports on all cores, in their order. It stops early when ctx ends, with its error.
func codeAll(ctx context.Context, reports []dateline.Report) ([]dateline.Reading, error) {
	return onAllCores(ctx, reports, pipeline.Code)
}

// onAllCores makes something of each of some things, on all cores, in their order. It stops early when ctx ends, with its error.
func onAllCores[T, R any](ctx context.Context, of []T, do func(T) R) ([]R, error) {
	out := make([]R, len(of))
	next := make(chan int)
	var work sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range next {
				out[i] = do(of[i])
			}
		})
	}
	for i := range of {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	work.Wait()
	return out, ctx.Err()
}
