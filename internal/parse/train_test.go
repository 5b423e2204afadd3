package parse

import (
	"bytes"
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
		"Soldiers/soldier/NOUN/NNS/2/nsubj left/leave/VERB/VBD/0/root in/in/ADP/IN/4/case May/May/PROPN/NNP/2/obl ././PUNCT/./2/punct",
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

func TestTrainTwiceGivesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{}
	for _, name := range Treebanks {
		files[filepath.Join("ud", name)] = treebank()
	}
	for _, name := range NameCorpora {
		files[name] = "Gunmen\tO\nattacked\tO\nKelo\tB-location\n.\tO\n\n"
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var models [2][]byte
	for i := range models {
		out := filepath.Join(dir, "model")
		if err := Train(TrainOptions{Corpus: filepath.Join(dir, "ud"), Out: out, Rounds: 20}); err != nil {
			t.Fatal(err)
		}
		models[i], _ = os.ReadFile(out)
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("two trainings differ")
	}
	m, err := readModel(models[0])
	if err != nil {
		t.Fatal(err)
	}
	gold, err := ReadUD(strings.NewReader(treebank()))
	if err != nil {
		t.Fatal(err)
	}
	if s := m.eval(gold, false); s.UAS < 0.8 {
		t.Errorf("did not learn the trees by heart: %+v", s)
	}
	for n := range len(models[0]) {
		if _, err := readModel(models[0][:n]); err == nil {
			t.Fatalf("%d bytes of a model were read without a complaint", n)
		}
	}
}

func TestTrainNamesTheMissingFile(t *testing.T) {
	err := Train(TrainOptions{Corpus: t.TempDir(), Out: filepath.Join(t.TempDir(), "m")})
	if err == nil || !strings.Contains(err.Error(), Treebanks[0]) {
		t.Errorf("error %v", err)
	}
}

func TestOracleDrawsTheGoldTree(t *testing.T) {
	for _, heads := range [][]int32{{1, 5, 1, 4, 2}, {1, 2, 3}, {3, 0, 1}, {4, 0, 0, 0}} {
		c := new(config)
		c.reset(make([]word, len(heads)), make([]uint8, len(heads)), []uint32{1})
		g := newOracle(heads)
		for !c.done() {
			c.apply(g.best(c, make([]int32, moveCount)), 1)
		}
		for i, h := range heads {
			if c.nodes[i].head != h {
				t.Errorf("%v: word %d hangs on %d", heads, i, c.nodes[i].head)
			}
		}
	}
}

func TestReadUDNamesTheLine(t *testing.T) {
	for _, text := range []string{"1\tx\n", "1\ta\ta\tX\tX\t_\tnone\tdep\t_\t_\n"} {
		if _, err := ReadUD(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: error %v", text, err)
		}
	}
}
