package parse

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
)

// LabelledSentence is a sentence whose words people labelled, a line of the file that train/network/labels.py
// writes: for each word the number of its label in LabelNames, and from which corpus it is.
type LabelledSentence struct {
	Words  []string `json:"words"`
	Labels []int    `json:"labels"`
	Source int      `json:"source"`
}

// WriteSights writes what a labeller is to see of the words of LabelledSentences, for train/network/labels.py
// to fit one on: for each word what the layers of the embedded analyser made of it and its vector, in numbers of 16
// bits (the upper halves of 32-bit floats), its lists and its case in the dictionary, its shape, its label, 1 where it begins a sentence, and
// its source.
func WriteSights(opts TrainOptions) error {
	in, err := os.Open(opts.Corpus)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(opts.Out)
	if err != nil {
		return err
	}
	defer out.Close()
	w := bufio.NewWriterSize(out, 1<<20)
	if err := writeSights(json.NewDecoder(in), w); err != nil {
		return fmt.Errorf("train sights: %s: %w", opts.Corpus, err)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return out.Close()
}

func writeSights(sentences *json.Decoder, w io.Writer) error {
	m, s := english(), new(scratch)
	for {
		var line LabelledSentence
		switch err := sentences.Decode(&line); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case len(line.Words) != len(line.Labels):
			return fmt.Errorf("%d words and %d labels", len(line.Words), len(line.Labels))
		}
		m.encode(line.Words, []int{len(line.Words)}, s)
		for i := range line.Words {
			if _, err := w.Write(m.sight(&line, i, s)); err != nil {
				return err
			}
		}
	}
}

// sight is the row of word i of the sentence that was encoded last.
func (m *model) sight(line *LabelledSentence, i int, s *scratch) []byte {
	cells := m.layers[0].Cells
	vector := make([]float32, m.vectors.width)
	if v := s.vectors[s.order[i]]; v >= 0 {
		m.vectors.add(v, vector)
	}
	var row []byte
	for _, part := range [][]float32{s.x[i*cells : (i+1)*cells], vector} {
		for _, v := range part {
			row = binary.LittleEndian.AppendUint16(row, uint16((math.Float32bits(v)+0x8000)>>16))
		}
	}
	row = binary.LittleEndian.AppendUint32(row, uint32(nameWordOf(line.Words[i])|caseOf(line.Words[i])))
	first := byte(0)
	if i == 0 {
		first = 1
	}
	return append(row, byte(shapeOf(line.Words[i])), byte(line.Labels[i]), first, byte(line.Source))
}

// TrainLabels rounds the weights that train/network/labels.py fitted to eight bits and writes them to opts.Out.
func TrainLabels(opts TrainOptions) error {
	weights, err := readTensors(opts.Network)
	if err != nil {
		return fmt.Errorf("train labels: network: %w", err)
	}
	k := &keptLabels{append([]string{""}, weights.words("labels")...), weights.round("in"), weights.round("out"), roundTable(weights.matrix("lists"))}
	if weights.err == nil && !k.fits() {
		weights.fail("the tensors do not fit together")
	}
	if weights.err != nil {
		return fmt.Errorf("train labels: network %s: %w", opts.Network, weights.err)
	}
	file, err := k.encode()
	if err != nil {
		return fmt.Errorf("train labels: %w", err)
	}
	return os.WriteFile(opts.Out, file, 0o644)
}
