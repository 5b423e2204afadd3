package parse

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"strings"
)

// tensors are the weights of a network in a file of the safetensors format: eight bytes that say how long
// the header is, a header of JSON, and 32-bit numbers. After the first fault every read gives nothing
// and err says what.
type tensors struct {
	header map[string]json.RawMessage
	notes  map[string]string // __metadata__: lists of words, a line each
	data   []byte
	err    error
}

// tensor is a matrix of rows; a list is one row.
type tensor struct {
	rows, width int
	data        []float32
}

func readTensors(path string) (*tensors, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(file) < 8 || binary.LittleEndian.Uint64(file) > uint64(len(file)-8) {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errors.New("not a safetensors file")}
	}
	n := int(binary.LittleEndian.Uint64(file))
	t := &tensors{data: file[8+n:]}
	if err := json.Unmarshal(file[8:8+n], &t.header); err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	if err := json.Unmarshal(t.header["__metadata__"], &t.notes); err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: err}
	}
	return t, nil
}

func (t *tensors) fail(format string, args ...any) {
	if t.err == nil {
		t.err = fmt.Errorf(format, args...)
	}
}

func (t *tensors) has(name string) bool { return t.header[name] != nil }

// words returns a list of the notes.
func (t *tensors) words(name string) []string {
	if t.notes[name] == "" {
		t.fail("no list %q", name)
		return nil
	}
	return strings.Split(t.notes[name], "\n")
}

// matrix reads a tensor of one or two dimensions.
func (t *tensors) matrix(name string) tensor {
	var entry struct {
		Dtype   string   `json:"dtype"`
		Shape   []int    `json:"shape"`
		Offsets [2]int64 `json:"data_offsets"`
	}
	err := json.Unmarshal(t.header[name], &entry)
	if err != nil || entry.Dtype != "F32" || len(entry.Shape) < 1 || len(entry.Shape) > 2 {
		t.fail("no tensor %q of one or two dimensions", name)
		return tensor{}
	}
	m := tensor{rows: 1, width: entry.Shape[len(entry.Shape)-1]}
	if len(entry.Shape) == 2 {
		m.rows = entry.Shape[0]
	}
	from, to := entry.Offsets[0], entry.Offsets[1]
	if from < 0 || to > int64(len(t.data)) || to-from != 4*int64(m.rows)*int64(m.width) {
		t.fail("tensor %q is not where the header says", name)
		return tensor{}
	}
	m.data = make([]float32, m.rows*m.width)
	for i := range m.data {
		m.data[i] = math.Float32frombits(binary.LittleEndian.Uint32(t.data[from+4*int64(i):]))
	}
	return m
}
