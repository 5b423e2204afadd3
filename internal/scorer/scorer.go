// Package scorer knows log-linear choices: which of a few classes a thing belongs to, by the sum of
// the weights of its named features (multinomial logistic regression). It knows nothing of what
// the features say.
//
// A [Model] is a text file that a person can read and compare: its classes, then a feature a line with
// a whole-number weight for each class, in hundredths. Sums are therefore the same on every machine.
// [Fit] makes one from examples, the same from the same examples in the same order.
package scorer

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Model gives chances to classes. The zero Model has no classes and is of no use.
type Model struct {
	classes []string
	rows    table // by feature, a weight for each class in hundredths
}

// Bias is the feature that every thing has: callers do not name it.
const Bias = "*"

// Embedded gives the Model of a text that a program carries, read when it is first asked for and once.
// The text is read by a test of its package: one that cannot be read is a panic that names it.
func Embedded(name, text string) func() *Model {
	return sync.OnceValue(func() *Model {
		m, err := Read(strings.NewReader(text))
		if err != nil {
			panic(name + ": " + err.Error())
		}
		return m
	})
}

// Size is the number of weights that are not zero.
func (m *Model) Size() int {
	n := 0
	for _, w := range m.rows.weights {
		if w != 0 {
			n++
		}
	}
	return n
}

// Sum is the score of a thing in the making: what its features weigh so far, by class. It is reused
// from thing to thing by [Sum.Reset], so that scoring allocates nothing.
type Sum struct {
	model  *Model
	total  []int32
	name   []byte
	listed []string // of a Listing
}

// Listing is a Sum for those who fit a model: it weighs nothing and keeps the names of the features.
func Listing() *Sum { return &Sum{} }

// Listed are the names of the features that a Listing was given, in their order.
func (s *Sum) Listed() []string { return s.listed }

// Sum starts with the bias alone.
func (m *Model) Sum() *Sum {
	s := &Sum{model: m, total: make([]int32, len(m.classes))}
	s.Reset()
	return s
}

// Reset forgets all features but the bias.
func (s *Sum) Reset() {
	clear(s.total)
	s.Add(Bias)
}

// Add adds the feature whose name is made of the parts, one after the other. Features that the model
// does not know weigh nothing.
func (s *Sum) Add(parts ...string) {
	s.name = s.name[:0]
	for _, p := range parts {
		s.name = append(s.name, p...)
	}
	if s.model == nil {
		s.listed = append(s.listed, string(s.name))
		return
	}
	for k, w := range s.model.rows.row(s.name) {
		s.total[k] += w
	}
}

// Total is what the features so far weigh, by class, for [Sum.Resume].
func (s *Sum) Total() []int32 { return slices.Clone(s.total) }

// Resume forgets all features but those that a Total is of.
func (s *Sum) Resume(total []int32) { copy(s.total, total) }

// Chance is the chance of a class, from 0 to 1 in steps of a thousandth; 0 for one that the model does not know.
func (s *Sum) Chance(class string) float64 {
	if at := slices.Index(s.model.classes, class); at >= 0 {
		return s.chance(at)
	}
	return 0
}

func (s *Sum) chance(at int) float64 {
	all := 0.0
	for _, w := range s.total {
		all += math.Exp(float64(w-s.total[at]) / 100)
	}
	return math.Round(1000/all) / 1000
}

// Best is the class that a thing with the given features most likely is of, the first of equals.
func (m *Model) Best(features []string) string {
	total := m.of(features).total
	at := 0
	for k, w := range total {
		if w > total[at] {
			at = k
		}
	}
	return m.classes[at]
}

// Chance is the chance of one class for a thing that has the given features.
func (m *Model) Chance(class string, features []string) float64 {
	return m.of(features).Chance(class)
}

func (m *Model) of(features []string) *Sum {
	s := m.Sum()
	for _, f := range features {
		s.Add(f)
	}
	return s
}

// Write writes the model as text, features in the order of their names.
func (m *Model) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "classes\t%s\n", strings.Join(m.classes, "\t"))
	for _, name := range m.names() {
		fmt.Fprint(out, name)
		for _, weight := range m.rows.row([]byte(name)) {
			fmt.Fprintf(out, "\t%d", weight)
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

func (m *Model) names() []string {
	names := make([]string, 0, m.rows.names)
	for _, s := range m.rows.slots {
		if s.to > 0 {
			names = append(names, s.name)
		}
	}
	slices.Sort(names)
	return names
}

// Read reads a model that [Model.Write] wrote. Errors name the line.
func Read(r io.Reader) (*Model, error) {
	lines := bufio.NewScanner(r)
	m := new(Model)
	for n := 1; lines.Scan(); n++ {
		if err := m.line(strings.Split(lines.Text(), "\t")); err != nil {
			return nil, fmt.Errorf("read a model: line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read a model: %w", err)
	}
	if len(m.classes) == 0 {
		return nil, errors.New("read a model: no classes")
	}
	return m, nil
}

// line reads one line: the classes if there are none yet, else a feature.
func (m *Model) line(fields []string) error {
	if m.classes == nil {
		if len(fields) < 3 || fields[0] != "classes" {
			return errors.New("want 'classes' and at least two names")
		}
		m.classes = fields[1:]
		return nil
	}
	if len(fields) != len(m.classes)+1 {
		return fmt.Errorf("%d weights for %d classes", len(fields)-1, len(m.classes))
	}
	if m.rows.row([]byte(fields[0])) != nil {
		return fmt.Errorf("feature %q stands twice", fields[0])
	}
	row := make([]int32, len(m.classes))
	for k, f := range fields[1:] {
		w, err := strconv.ParseInt(f, 10, 32)
		if err != nil {
			return fmt.Errorf("weight %q is no whole number", f)
		}
		row[k] = int32(w)
	}
	m.rows.put(fields[0], row)
	return nil
}

// Odds is the logarithm of how much likelier one class is than another.
func (s *Sum) Odds(class, other string) float64 {
	a, b := slices.Index(s.model.classes, class), slices.Index(s.model.classes, other)
	if a < 0 || b < 0 {
		return 0
	}
	return float64(s.total[a]-s.total[b]) / 100
}
