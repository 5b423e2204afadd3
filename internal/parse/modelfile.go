package parse

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"

	"dateline/internal/parse/network"
)

// kept is a model as its file holds it.
type kept struct {
	upos, fine, rels []string
	lemmas           map[string]edit
	hashes, seen     []uint32
	vectors          table
	letters          [tableCount]table
	matrices         []network.Weights // as named below, and then one a layer
	values           [][]float32       // root key, root relation, distance, and then four a layer
}

// The fixed parts of kept.matrices and kept.values.
const (
	matrixVectors = iota
	matrixLetters
	matrixHeads
	matrixRelations
	matrixLayers

	valuesKey = iota - 5
	valuesRel
	valuesDistance
	valuesLayers
)

// write writes the model so that the same fits give the same bytes.
func (k *kept) write(w io.Writer) error {
	var e encoder
	for _, names := range [][]string{k.upos, k.fine, k.rels} {
		e.strings(names)
	}
	e.lemmas(k.lemmas)
	e.hashes(k.hashes)
	e.hashes(k.seen)
	e.table(k.vectors)
	for _, t := range k.letters {
		e.table(t)
	}
	e.uint(uint64(len(k.matrices)))
	for _, m := range k.matrices {
		e.matrix(m)
	}
	e.uint(uint64(len(k.values)))
	for _, v := range k.values {
		e.floats(v)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("compress model: %w", err)
	}
	_, err = w.Write(append([]byte(magic), z.EncodeAll(e.Bytes(), nil)...))
	return err
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

func (e *encoder) lemmas(m map[string]edit) {
	e.uint(uint64(len(m)))
	for _, k := range sortedKeys(m) {
		e.string(k)
		e.uint(uint64(m[k].cut))
		e.string(m[k].add)
	}
}

// hashes writes ascending numbers.
func (e *encoder) hashes(list []uint32) {
	e.uint(uint64(len(list)))
	var last uint32
	for _, h := range list {
		e.uint(uint64(h - last))
		last = h
	}
}

func (e *encoder) bytes(list []int8) {
	e.uint(uint64(len(list)))
	for _, v := range list {
		e.WriteByte(byte(v))
	}
}

func (e *encoder) floats(list []float32) {
	e.uint(uint64(len(list)))
	for _, v := range list {
		e.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
	}
}

func (e *encoder) matrix(m network.Weights) {
	e.uint(uint64(m.In))
	e.uint(uint64(m.Out))
	e.bytes(m.Bytes)
	e.floats(m.Scale)
	e.floats(m.Bias)
}

func (e *encoder) table(t table) {
	e.uint(uint64(t.width))
	e.bytes(t.values)
	e.floats(t.scale)
}

// decoder reads what encoder wrote. After the first fault every read gives zero and err says what.
type decoder struct {
	data []byte
	err  error
}

func (d *decoder) fail(what string) {
	d.data = nil
	if d.err == nil {
		d.err = fmt.Errorf("model %s", what)
	}
}

func (d *decoder) uint() int {
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > 1<<32 {
		d.fail("is cut short")
		return 0
	}
	d.data = d.data[n:]
	return int(v)
}

// count reads a number of things that each take size bytes or more.
func (d *decoder) count(size int) int {
	n := d.uint()
	if n > len(d.data)/size {
		d.fail("is cut short")
		return 0
	}
	return n
}

func (d *decoder) take(n int) []byte {
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) string() string { return string(d.take(d.count(1))) }

func (d *decoder) strings() []string {
	list := make([]string, d.count(1))
	for i := range list {
		list[i] = d.string()
	}
	return list
}

func (d *decoder) lemmas() map[string]edit {
	n := d.count(3)
	m := make(map[string]edit, n)
	for range n {
		k := d.string()
		m[k] = edit{cut: d.uint(), add: d.string()}
	}
	return m
}

func (d *decoder) hashes() []uint32 {
	list := make([]uint32, d.count(1))
	last := 0
	for i := range list {
		last += d.uint()
		list[i] = uint32(last)
	}
	return list
}

func (d *decoder) bytes() []int8 {
	b := d.take(d.count(1))
	list := make([]int8, len(b))
	for i, v := range b {
		list[i] = int8(v)
	}
	return list
}

func (d *decoder) floats() []float32 {
	list := make([]float32, d.count(4))
	b := d.take(4 * len(list))
	for i := range list {
		list[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return list
}

func (d *decoder) table() table {
	t := table{d.uint(), d.bytes(), d.floats()}
	if len(t.values) != t.width*len(t.scale) {
		d.fail("has a table of the wrong size")
	}
	return t
}

func (d *decoder) matrix() network.Weights {
	w := network.Weights{In: d.uint(), Out: d.uint(), Bytes: d.bytes(), Scale: d.floats(), Bias: d.floats()}
	if len(w.Bytes) != w.In*w.Out || len(w.Scale) != w.Out || len(w.Bias) != w.Out {
		d.fail("has a matrix of the wrong size")
	}
	return w
}

func (d *decoder) kept() *kept {
	k := &kept{upos: d.strings(), fine: d.strings(), rels: d.strings(), lemmas: d.lemmas(),
		hashes: d.hashes(), seen: d.hashes(), vectors: d.table()}
	for i := range k.letters {
		k.letters[i] = d.table()
	}
	k.matrices = make([]network.Weights, d.count(5))
	for i := range k.matrices {
		k.matrices[i] = d.matrix()
	}
	k.values = make([][]float32, d.count(1))
	for i := range k.values {
		k.values[i] = d.floats()
	}
	if d.err == nil && !k.fits() {
		d.fail("has parts that do not fit together")
	}
	return k
}

// fits reports whether the parts have the sizes that they need of each other.
func (k *kept) fits() bool {
	layers := len(k.matrices) - matrixLayers
	if layers < 1 || len(k.values) != valuesLayers+4*layers || len(k.hashes) != len(k.vectors.scale) {
		return false
	}
	cells, letters := k.matrices[matrixLayers].In, 0
	width := [4]int{}
	for t, l := range k.letters {
		if g := groups[t]; width[g] == 0 {
			width[g], letters = l.width, letters+l.width
		}
		if l.width != width[groups[t]] || len(l.scale) < 16 {
			return false
		}
	}
	heads := 2*len(k.values[valuesKey]) + 1 + 2*len(k.values[valuesRel]) + len(k.upos) + len(k.fine)
	sizes := [][2]int{{k.vectors.width, cells}, {letters, cells}, {cells, heads}, {2 * len(k.values[valuesRel]), len(k.rels)}}
	for range layers {
		sizes = append(sizes, [2]int{cells, 3 * cells})
	}
	for i, m := range k.matrices {
		if [2]int{m.In, m.Out} != sizes[i] {
			return false
		}
	}
	for _, v := range k.values[valuesLayers:] {
		if len(v) != cells {
			return false
		}
	}
	return cells%32 == 0 && len(k.upos)*len(k.fine) > 0 && len(k.rels) > 1 && slices.Contains(k.rels, "root") && len(k.values[valuesDistance])%2 == 0
}

// model makes the parts ready for use.
func (k *kept) model() *model {
	m := &model{vocabulary: vocabulary{hashes: k.hashes, seen: k.seen}, upos: k.upos, fine: k.fine, rels: k.rels,
		root:   slices.Index(k.rels, "root"),
		lemmas: k.lemmas, vectors: k.vectors, letters: k.letters,
		rootKey: k.values[valuesKey], rootRel: k.values[valuesRel], distance: k.values[valuesDistance]}
	at, last := 0, -1
	for t := range k.letters {
		if g := groups[t]; g != last && last >= 0 {
			at += k.letters[t-1].width
		}
		last, m.starts[t], m.sizes[t] = groups[t], at, len(k.letters[t].scale)
	}
	m.fromVectors, m.fromLetters = k.matrices[matrixVectors].Matrix(), k.matrices[matrixLetters].Matrix()
	heads := k.matrices[matrixHeads]
	arcs := heads.Out - len(k.upos) - len(k.fine)
	m.arcHead, m.tagHead = heads.Columns(0, arcs).Matrix(), heads.Columns(arcs, heads.Out).Matrix()
	m.relations = k.matrices[matrixRelations].Matrix()
	for i, w := range k.matrices[matrixLayers:] {
		v := k.values[valuesLayers+4*i:]
		m.layers = append(m.layers, network.NewLayer(w, v[0], v[1], v[2], v[3]))
	}
	return m
}

// tag is a universal part of speech and a Penn Treebank tag.
type tag struct{ upos, fine string }

func (t tag) String() string { return t.upos + "|" + t.fine }
