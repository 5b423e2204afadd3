package parse

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// treebank is a tiny treebank in CoNLL-U; a sentence has words of the form form/lemma/UPOS/fine/head/relation.
func treebank() string {
	sentences := []string{
		"Gunmen/gunman/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root Kelo/Kelo/PROPN/NNP/2/obj ././PUNCT/./2/punct",
		"The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj denied/deny/VERB/VBD/0/root it/it/PRON/PRP/3/obj ././PUNCT/./3/punct",
		"Police/police/NOUN/NN/4/nsubj:pass were/be/AUX/VBD/4/aux:pass not/not/PART/RB/4/advmod told/tell/VERB/VBN/0/root ././PUNCT/./4/punct",
	}
	var b strings.Builder
	for _, s := range sentences {
		b.WriteString("# text = x\n")
		for i, w := range strings.Fields(s) {
			f := strings.Split(w, "/")
			b.WriteString(strings.Join([]string{string(rune('1' + i)), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t") + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// smallNetwork is a safetensors file of a network of 32 cells with weights drawn by lot.
func smallNetwork() []byte {
	const cells, key, rel = 32, 8, 8
	shapes := map[string][]int{"vectors": {3, 4}, "from_vectors.weight": {4, cells}, "from_vectors.bias": {cells},
		"from_letters.weight": {16, cells}, "from_letters.bias": {cells}, "heads.weight": {cells, 2*key + 1 + 2*rel + 3 + 3},
		"heads.bias": {2*key + 1 + 2*rel + 3 + 3}, "relations.weight": {2 * rel, 4}, "relations.bias": {4},
		"root_key": {key}, "root_relation": {rel}, "distance": {16}, "layer.0.weight": {cells, 3 * cells}, "layer.0.bias": {3 * cells},
		"layer.0.forget": {cells}, "layer.0.reset": {cells}, "layer.0.gain": {cells}, "layer.0.offset": {cells}}
	for i := range tableCount {
		shapes[fmt.Sprintf("letters.%d", i)] = []int{16, 4}
	}
	header := map[string]any{"__metadata__": map[string]string{"words": "the\narmy\nkelo", "seen": "the\ngunmen", "upos": "NOUN\nVERB\nX",
		"fine": "NN\nVBD\nFW", "relations": "nsubj\nobj\nroot\npunct"}}
	r := rand.New(rand.NewPCG(1, 2))
	var data []byte
	for _, name := range sortedKeys(shapes) {
		n := 1
		for _, d := range shapes[name] {
			n *= d
		}
		header[name] = map[string]any{"dtype": "F32", "shape": shapes[name], "data_offsets": []int{len(data), len(data) + 4*n}}
		for range n {
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(float32(r.NormFloat64())))
		}
	}
	head, _ := json.Marshal(header)
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(head))), head...), data...)
}

func write(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTrainTwiceGivesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	for _, name := range Treebanks {
		write(t, dir, name, []byte(treebank()))
	}
	opts := TrainOptions{Corpus: dir, Network: write(t, dir, "n.safetensors", smallNetwork()), Out: filepath.Join(dir, "model")}
	var models [2][]byte
	for i := range models {
		if err := Train(opts); err != nil {
			t.Fatal(err)
		}
		models[i], _ = os.ReadFile(opts.Out)
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("two trainings differ")
	}
	m, err := readModel(models[0])
	if err != nil {
		t.Fatal(err)
	}
	tokens := m.readWords(strings.Fields("The gunmen of Kelo fled ."), new(scratch))
	s := Sentence{Tokens: tokens, Tree: true}
	if s.Root() < 0 || s.Tokens[s.Root()].Rel != "root" {
		t.Errorf("no root in %+v", tokens)
	}
	for n := range len(models[0]) {
		if _, err := readModel(models[0][:n]); err == nil {
			t.Fatalf("%d bytes of a model were read without a complaint", n)
		}
	}
}

func TestTrainNamesWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	opts := TrainOptions{Corpus: dir, Out: filepath.Join(dir, "m"), Network: filepath.Join(dir, "n")}
	complaint := func(want string) {
		t.Helper()
		if err := Train(opts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, not %q", err, want)
		}
	}
	complaint(Treebanks[0])
	for _, name := range Treebanks {
		write(t, dir, name, []byte(treebank()))
	}
	complaint(opts.Network)
	write(t, dir, "n", []byte("not a network"))
	complaint("safetensors")
	write(t, dir, "n", bytes.Replace(smallNetwork(), []byte(`"distance"`), []byte(`"distanze"`), 1))
	complaint(`"distance"`)
	write(t, dir, "n", bytes.Replace(smallNetwork(), []byte(`NN\nVBD\nFW`), []byte(`NN\nVBDxxFW`), 1))
	complaint("do not fit")
}

func TestReadUDNamesTheLine(t *testing.T) {
	for _, text := range []string{"1\tx\n", "1\ta\ta\tX\tX\t_\tnone\tdep\t_\t_\n"} {
		if _, err := ReadUD(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: error %v", text, err)
		}
	}
}
