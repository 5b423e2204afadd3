package parse

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// model is everything that Train learned. It does not change once it is read.
type model struct {
	tags   []tag            // by class of tagger
	upos   []uint32         // number of the universal tag, by class of tagger
	rels   []string         // number 1 first
	only   map[uint32]uint8 // folded word -> the one tag class that it always had
	caps   map[uint32]uint8 // folded word in capitals -> the tag class that it mostly had so
	lemmas map[string]edit  // see lemma.go

	tagger *weights
	moves  *moveWeights
	labels *weights
	kinds  *weights
}

// magic opens a model file; its number changes with the features or the layout.
const magic = "dateline parse model 4\n"

//go:embed english.model
var embedded []byte

// english is the embedded model, read at its first use. It panics on a model that cannot be read:
// then the program itself is broken.
var english = sync.OnceValue(func() *model {
	m, err := readModel(embedded)
	if err != nil {
		panic(fmt.Sprintf("parse: embedded model: %v", err))
	}
	return m
})

// writeModel writes a model so that the same fits give the same bytes.
func writeModel(w io.Writer, m *model, tagger, moves, labels, kinds packed) error {
	var b encoder
	b.strings(tagNames(m.tags))
	b.strings(m.rels)
	b.classes(m.only)
	b.classes(m.caps)
	b.lemmas(m.lemmas)
	for _, p := range []packed{tagger, moves, labels, kinds} {
		b.weights(p)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("compress model: %w", err)
	}
	_, err = w.Write(append([]byte(magic), z.EncodeAll(b.Bytes(), nil)...))
	return err
}

func readModel(data []byte) (*model, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("not a %q file", magic[:len(magic)-1])
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("expand model: %w", err)
	}
	defer z.Close()
	plain, err := z.DecodeAll(rest, nil)
	if err != nil {
		return nil, fmt.Errorf("expand model: %w", err)
	}
	d := &decoder{data: plain}
	m := d.model()
	return m, d.err
}

// packed is a fit made small: rows by ascending feature.
type packed struct {
	classes int
	keys    []feature
	rows    [][]cell
}

func (t *fit) packed(p packing) packed {
	keys, rows := t.rowsByKey(p)
	return packed{t.classes, keys, rows}
}

// table builds the lookup of p.
func (p packed) table() *weights {
	w := newWeights(p.classes, len(p.keys), countCells(p.rows))
	for i, k := range p.keys {
		w.add(k, len(p.rows[i]))
		w.cells = append(w.cells, p.rows[i]...)
	}
	return w
}

func countCells(rows [][]cell) (n int) {
	for _, r := range rows {
		n += len(r)
	}
	return n
}

// newWeights makes room for rows features, at most two thirds full. Slots run past the last home so
// that probing needs no wrapping.
func newWeights(classes, rows, cells int) *weights {
	size := bits.Len(uint(rows + rows/2 + 1))
	shift := uint(32 - size)
	return &weights{classes: classes, shift: shift,
		slots: make([]slot, 1<<size+1024), cells: make([]cell, 0, cells)}
}

// add enters the feature whose n cells come next. Features are added in ascending order.
func (w *weights) add(f feature, n int) {
	i := int(f >> w.shift)
	for w.slots[i].key != 0 {
		i++
	}
	w.slots[i] = slot{f, uint32(len(w.cells))<<8 | uint32(n)}
}

// encoder writes the parts of a model; equal values give equal bytes.
type encoder struct{ bytes.Buffer }

func (e *encoder) uint(v uint64) { e.Write(binary.AppendUvarint(nil, v)) }

func (e *encoder) string(s string) {
	e.uint(uint64(len(s)))
	e.WriteString(s)
}

func (e *encoder) strings(list []string) {
	e.uint(uint64(len(list)))
	for _, s := range list {
		e.string(s)
	}
}

func (e *encoder) classes(m map[uint32]uint8) {
	e.uint(uint64(len(m)))
	var last uint32
	for _, k := range sortedKeys(m) {
		e.uint(uint64(k - last))
		e.WriteByte(m[k])
		last = k
	}
}

func (e *encoder) lemmas(m map[string]edit) {
	e.uint(uint64(len(m)))
	for _, k := range sortedKeys(m) {
		e.string(k)
		e.uint(uint64(m[k].cut))
		e.string(m[k].add)
	}
}

// weights writes keys, row lengths, classes and weights as four runs, which compress better apart.
func (e *encoder) weights(p packed) {
	e.uint(uint64(p.classes))
	e.uint(uint64(len(p.keys)))
	e.uint(uint64(countCells(p.rows)))
	last := feature(1) // features are odd
	for _, k := range p.keys {
		e.uint(uint64(k-last) >> 1)
		last = k
	}
	for _, r := range p.rows {
		e.WriteByte(uint8(len(r)))
	}
	for _, r := range p.rows {
		for _, c := range r {
			e.WriteByte(c.class)
		}
	}
	for _, r := range p.rows {
		for _, c := range r {
			e.WriteByte(uint8(c.weight))
		}
	}
}

// decoder reads what encoder wrote. After the first fault every read gives zero and err says what.
type decoder struct {
	data []byte
	err  error
}

func (d *decoder) fail() {
	d.data = nil
	if d.err == nil {
		d.err = fmt.Errorf("model is cut short: %w", io.ErrUnexpectedEOF)
	}
}

func (d *decoder) uint() int {
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > 1<<31 {
		d.fail()
		return 0
	}
	d.data = d.data[n:]
	return int(v)
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.data) {
		d.fail()
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

// count reads a number of things that each take a byte or more.
func (d *decoder) count() int {
	n := d.uint()
	if n > len(d.data) {
		d.fail()
		return 0
	}
	return n
}

func (d *decoder) string() string { return string(d.bytes(d.count())) }

func (d *decoder) strings() []string {
	list := make([]string, d.count())
	for i := range list {
		list[i] = d.string()
	}
	return list
}

func (d *decoder) model() *model {
	m := &model{tags: tagsNamed(d.strings()), rels: d.strings()}
	m.upos = uposOf(m.tags)
	m.only, m.caps = d.classes(), d.classes()
	m.lemmas = d.lemmas()
	m.tagger = d.weights()
	if moves := d.weights(); moves != nil {
		m.moves = moves.dense()
	}
	m.labels, m.kinds = d.weights(), d.weights()
	return m
}

func (d *decoder) classes() map[uint32]uint8 {
	n := d.count()
	m := make(map[uint32]uint8, n)
	last := 0
	for range n {
		last += d.uint()
		if b := d.bytes(1); b != nil {
			m[uint32(last)] = b[0]
		}
	}
	return m
}

func (d *decoder) lemmas() map[string]edit {
	n := d.count()
	m := make(map[string]edit, n)
	for range n {
		k := d.string()
		m[k] = edit{cut: d.uint(), add: d.string()}
	}
	return m
}

func (d *decoder) weights() *weights {
	classes, rows, cells := d.uint(), d.count(), d.count()
	w := newWeights(classes, rows, cells)
	keys := make([]feature, rows)
	last := feature(1)
	for i := range keys {
		last += feature(d.uint()) << 1
		keys[i] = last
	}
	lengths, of, weight := d.bytes(rows), d.bytes(cells), d.bytes(cells)
	if d.err != nil {
		return nil
	}
	d.fill(w, keys, lengths, of, weight)
	return w
}

func (d *decoder) fill(w *weights, keys []feature, lengths, of, weight []byte) {
	for i, k := range keys {
		w.add(k, int(lengths[i]))
		at := len(w.cells)
		if lengths[i] == 0 || at+int(lengths[i]) > len(of) {
			d.fail()
			return
		}
		for j := at; j < at+int(lengths[i]); j++ {
			w.cells = append(w.cells, cell{of[j], int8(weight[j])})
		}
	}
}

func sortedKeys[K interface{ ~string | ~uint32 }, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// sortedOrder returns the indexes of keys by ascending key.
func sortedOrder(keys []feature) []int32 {
	order := make([]int32, len(keys))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		if keys[a] < keys[b] {
			return -1
		}
		return 1
	})
	return order
}

func sortCells(row []cell) {
	slices.SortFunc(row, func(a, b cell) int { return int(a.class) - int(b.class) })
}
