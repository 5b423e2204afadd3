package parse

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The embedded labeller is read whole or not at all, and is written as it was read.
func TestLabelModel(t *testing.T) {
	k, err := readLabels(embeddedLabels)
	if err != nil {
		t.Fatal(err)
	}
	file, err := k.encode()
	if err != nil || string(file) != string(embeddedLabels) {
		t.Errorf("written again it is another file of %d bytes, %v", len(file), err)
	}
	for n := 0; n < len(embeddedLabels); n += 9973 {
		if _, err := readLabels(embeddedLabels[:n]); err == nil {
			t.Errorf("%d bytes of the model were read without a complaint", n)
		}
	}
	k.out.Out++
	if k.fits() {
		t.Error("parts of two sizes fit")
	}
}

// A name goes on only where it has begun.
func TestChooseRow(t *testing.T) {
	l := &labeller{labels: []string{"", "B-person", "I-person"}, may: following([]string{"", "B-person", "I-person"})}
	s := &scratch{labels: make([]int, 2), chances: []float32{5, 4, 0, 1, 0, 9}}
	l.chooseRow(2, s)
	if s.labels[0] != 1 || s.labels[1] != 2 {
		t.Errorf("labels %v, want 1 and 2", s.labels)
	}
}

// What is seen of a word is a row of one length; a sentence whose words and labels are not as many is named.
func TestWriteSights(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "sights")
	lines := write(t, dir, "lines", []byte(`{"words": ["Ann", "left", "Kyiv"], "labels": [1, 0, 5], "source": 3}`))
	if err := WriteSights(TrainOptions{Corpus: lines, Out: out}); err != nil {
		t.Fatal(err)
	}
	rows, _ := os.ReadFile(out)
	m := english()
	size := 2*(m.layers[0].Cells+m.vectors.width) + 8
	if len(rows) != 3*size {
		t.Fatalf("%d bytes for three words, want %d", len(rows), 3*size)
	}
	if tail := rows[2*size+size-3:]; tail[0] != 5 || tail[1] != 0 || tail[2] != 3 {
		t.Errorf("label, beginning and source %v, want 5, 0, 3", tail)
	}
	broken := write(t, dir, "broken", []byte(`{"words": ["Ann"], "labels": []}`))
	if err := WriteSights(TrainOptions{Corpus: broken, Out: out}); err == nil || !strings.Contains(err.Error(), "1 words and 0 labels") {
		t.Errorf("error %v", err)
	}
}

func TestTrainLabelsNamesWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	err := TrainLabels(TrainOptions{Network: write(t, dir, "n", smallNetwork()), Out: filepath.Join(dir, "m")})
	if err == nil || !strings.Contains(err.Error(), `"labels"`) {
		t.Errorf("error %v", err)
	}
}

// Of words in small letters those that may join two with a capital are asked about where a sentence begins with one, and all are where it does not.
func TestAsk(t *testing.T) {
	for text, want := range map[string][]int{
		"He went to see Ann in the old town":       {0, 4},
		"\" He went to see Ann in the old town":    {1, 5},
		"He works in the Bank of the West at Oslo": {0, 4, 5, 6, 7, 8, 9},
		"He heard of al Qaeda and Kim Jong - un":   {0, 3, 4, 5, 6, 7, 8},
		"he went to Oslo":                          {0, 1, 2, 3},
	} {
		var tokens []Token
		for _, form := range strings.Fields(text) {
			tokens = append(tokens, Token{Form: form})
		}
		s := &scratch{sights: sightsOf(tokens, nil), blind: []bool{false}}
		s.ask(false, tokens, []int{len(tokens)})
		var got []int
		for _, a := range s.asked {
			got = append(got, a.at)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: asked about %v, want %v", text, got, want)
		}
	}
}

// Words in small letters are part of names where they stand between their capitals, and some beside one.
func TestSmallWordsInNames(t *testing.T) {
	for _, name := range []string{"Bank of England", "University of Leeds", "al Qaeda"} {
		text := Parse("On Monday the men said that " + name + " had sent a letter.")
		if !slices.ContainsFunc(text.Names, func(n Name) bool { return n.Span.In(text.Source) == name }) {
			t.Errorf("%s: names are %v", name, text.Names)
		}
	}
}
