package parse

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"dateline/internal/parse/network"
)

// model is everything that was learned of English words and trees. It does not change once it is read.
type model struct {
	vocabulary
	upos, fine, rels []string
	root             int             // which of rels is the root's
	lemmas           map[string]edit // see lemma.go
	labeller         *labeller       // nil for none: no word is part of a name

	vectors          table
	letters          [tableCount]table
	starts           [tableCount]int // where in the input each table adds
	fromVectors      *network.Matrix // a word's vector to the layers
	fromLetters      *network.Matrix // its letters to the layers
	layers           []*network.Layer
	arcHead          *network.Matrix // what the layers made to what is said of arcs
	tagHead          *network.Matrix // the same of tags
	relations        *network.Matrix // two words to the relation between them
	rootKey, rootRel []float32       // the root's parts of an arc's score and of a relation
	distance         []float32       // what the distance of two words adds to the score of their arc
}

// table holds rows of eight-bit values, each row with its scale.
type table struct {
	width  int
	values []int8
	scale  []float32
}

// add adds row i of t to x.
func (t *table) add(i int, x []float32) {
	network.AddScaled(x, t.values[i*t.width:(i+1)*t.width], t.scale[i])
}

// magic opens a model file; its number changes with the features or the layout.
const magic = "dateline parse model 7\n"

//go:embed english.model
var embedded []byte

// english is the embedded model, read at its first use. It panics on a model that cannot be read:
// then the program itself is broken.
var english = sync.OnceValue(func() *model {
	m, err := readModel(embedded)
	if err != nil {
		panic(fmt.Sprintf("parse: embedded model: %v", err))
	}
	m.labeller = labels()
	return m
})

func readModel(data []byte) (*model, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("not a %q file", magic[:len(magic)-1])
	}
	plain, err := expand(rest)
	if err != nil {
		return nil, err
	}
	d := &decoder{data: plain}
	k := d.kept()
	if d.err != nil {
		return nil, d.err
	}
	return k.model(), nil
}

// expand undoes the compression of a model file.
func expand(data []byte) ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("expand model: %w", err)
	}
	defer z.Close()
	plain, err := z.DecodeAll(data, nil)
	if err != nil {
		return nil, fmt.Errorf("expand model: %w", err)
	}
	return plain, nil
}
