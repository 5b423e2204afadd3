package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
)

// cutSentences returns the sentences of text with a bar between.
func cutSentences(text string) string {
	var list []string
	for _, p := range paragraphs(text) {
		tokens := tokenize(text, p.Span, nil)
		for _, c := range sentences(text, tokens) {
			list = append(list, tokens[c[0]].Cover(tokens[c[1]-1]).In(text))
		}
	}
	return strings.Join(list, " | ")
}

func TestAbbreviationsAreSortedAndKnown(t *testing.T) {
	text, err := os.ReadFile("../../data/lexicon/language/abbreviations.txt")
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for l := range strings.Lines(string(text)) {
		f := strings.Fields(l)
		switch {
		case strings.HasPrefix(l, "#"):
			continue
		case len(f) != 2 || !strings.Contains(" title name any number ", " "+f[1]+" "):
			t.Errorf("%q is no abbreviation and its place", l)
		case f[0] <= last:
			t.Errorf("%s comes after %s", f[0], last)
		case strings.ToLower(f[0]) != f[0] || strings.HasSuffix(f[0], "."):
			t.Errorf("%s has a capital or a stop", f[0])
		case len(f[0]) > 7:
			t.Errorf("%s is longer than what is looked up", f[0])
		}
		if len(f) > 0 {
			last = f[0]
		}
	}
	if len(abbreviated) < 100 {
		t.Errorf("%d abbreviations", len(abbreviated))
	}
}

func TestSegmenterIsReadBack(t *testing.T) {
	file, err := englishSegments().bytes()
	if err != nil {
		t.Fatal(err)
	}
	if string(file) != string(embeddedSegmenter) {
		t.Error("written again it is another file")
	}
	for _, n := range []int{0, 5, len(file) / 2, len(file) - 1} {
		if _, err := readSegmenter(file[:n]); err == nil {
			t.Errorf("%d bytes of it were read without a complaint", n)
		}
	}
}

func TestSegmenterLearnsTheSameTwice(t *testing.T) {
	dir := t.TempDir()
	for _, name := range Treebanks {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(twoSentences), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var files [2]string
	for i := range files {
		file, err := trainSegments(TrainOptions{Corpus: dir, Rounds: 10})
		if err != nil {
			t.Fatal(err)
		}
		files[i] = string(file)
	}
	if files[0] != files[1] {
		t.Error("two trainings differ")
	}
	s, err := readSegmenter([]byte(files[0]))
	if err != nil {
		t.Fatal(err)
	}
	text := "Gunmen fled. Troops followed them."
	tokens := tokenize(text, dateline.Span{End: len(text)}, nil)
	if cuts := s.cut(new(segmentView), text, tokens); len(cuts) != 2 || cuts[0][1] != 3 {
		t.Errorf("%v: did not learn two sentences by heart", cuts)
	}
}

const twoSentences = `# newdoc
# text = Gunmen fled.
1	Gunmen	gunman	NOUN	NNS	_	2	nsubj	_	_
2	fled	flee	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# text = Troops followed them.
1	Troops	troop	NOUN	NNS	_	2	nsubj	_	_
2	followed	follow	VERB	VBD	_	0	root	_	_
3	them	they	PRON	PRP	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

`

func TestSegmentTrainingNamesTheMissingFile(t *testing.T) {
	if _, err := trainSegments(TrainOptions{Corpus: t.TempDir()}); err == nil || !strings.Contains(err.Error(), Treebanks[0]) {
		t.Errorf("error %v", err)
	}
}

// The figures that raw text has to reach on treebanks that were not learned from, with room for a
// change of the corpora; measured with dateline eval ud.
func TestRawTextOfTreebanks(t *testing.T) {
	for name, least := range map[string][2]float64{
		"en_ewt-ud-dev.conllu":  {0.985, 0.87},
		"en_pud-ud-test.conllu": {0.995, 0.985},
		"gum-free-dev.conllu":   {0.995, 0.94},
	} {
		gold, err := ReadUDFile(filepath.Join("../../../shared/corpora/ud", name))
		if os.IsNotExist(err) {
			t.Skip("no treebanks here")
		}
		if err != nil {
			t.Fatal(err)
		}
		if words, parts := evalText(gold); words < least[0] || parts < least[1] {
			t.Errorf("%s: words %.4f, sentences %.4f", name, words, parts)
		}
	}
}

// article is an ordinary report, over and over.
func article() string {
	return strings.Repeat("KELO (Agency) - Gunmen killed nine people in the town of Kelo on Tuesday, police said.\n\n"+
		"“We heard shots at 5:30 a.m.,” said Gen. Musa Adamu, who leads the region's 4,000-strong force. “Then it was quiet.”\n\n"+
		"The U.N. mission wasn't able to reach al-Hasan Brigade commanders. It has spent $1.5 million on aid (mostly food).\n\n", 200)
}

func BenchmarkTokenize(b *testing.B) {
	text := article()
	var tokens []dateline.Span
	for b.Loop() {
		tokens = tokenize(text, dateline.Span{End: len(text)}, tokens[:0])
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkSentences is all from the text to sentences of tokens: paragraphs, tokens and sentences.
func BenchmarkSentences(b *testing.B) {
	text := article()
	var tokens []dateline.Span
	n := 0
	for b.Loop() {
		for _, p := range paragraphs(text) {
			tokens = tokenize(text, p.Span, tokens[:0])
			n += len(tokens)
			sentences(text, tokens)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
