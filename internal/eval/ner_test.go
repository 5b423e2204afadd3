package eval

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/internal/parse"
)

func writeCorpus(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const twoDocuments = `# newdoc id = a
# text = Ann Lee's Kyiv.
1	Ann	B-PER	-	-
2	Lee	I-PER	-	-
3	's	O	-	-
4	Kyiv	B-LOC	-	-
5	.	O	-	-

# text = Ann left.
1	Ann	B-PER	-	-
2	left	O	-	-
3	.	O	-	-

# newdoc id = b
# text = NATO left.
1	NATO	B-ORG	-	-
2	left	O	-	-
3	.	O	-	-

`

func TestReadIOB(t *testing.T) {
	docs, err := readIOB(filepath.Join(writeCorpus(t, map[string]string{"x": twoDocuments}), "x"))
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	want := []namedSpan{{0, 7, parse.NamePerson}, {10, 14, parse.NameLocation}, {16, 19, parse.NamePerson}}
	if d := docs[0]; d.text != "Ann Lee's Kyiv. Ann left." || !slices.Equal(d.names, want) {
		t.Errorf("%q %v, want %v", d.text, d.names, want)
	}
}

// An article is no part of a mention; what has no capital, a pronoun or another type is none.
func TestReadRe3d(t *testing.T) {
	dir := writeCorpus(t, map[string]string{
		"documents.jsonl": `{"_id": "1", "text": "“The UN” saw the city; We left Kyiv in a Jeep."}`,
		"entities.jsonl": `{"documentId": "1", "begin": 1, "end": 7, "type": "Organisation", "confidence": 0}
{"documentId": "1", "begin": 13, "end": 21, "type": "Location", "confidence": 1}
{"documentId": "1", "begin": 23, "end": 25, "type": "Organisation", "confidence": 1}
{"documentId": "1", "begin": 31, "end": 35, "type": "Location", "confidence": 1}
{"documentId": "1", "begin": 39, "end": 45, "type": "Vehicle", "confidence": 1}
`})
	all, err := readRe3d(dir)
	if want := []namedSpan{{7, 9, parse.NameOrganisation}, {35, 39, parse.NameLocation}}; err != nil || !slices.Equal(all[0].names, want) {
		t.Errorf("%v, %v; want %v", all, err, want)
	}
	checked, err := readRe3dChecked(dir)
	if want := []namedSpan{{35, 39, parse.NameLocation}}; err != nil || !slices.Equal(checked[0].names, want) {
		t.Errorf("%v, %v; want %v", checked, err, want)
	}
}

func TestNameScore(t *testing.T) {
	var s nameScore
	s.add([]namedSpan{{0, 3, parse.NamePerson}, {5, 9, parse.NameLocation}},
		[]namedSpan{{0, 3, parse.NamePerson}, {0, 3, parse.NamePerson}, {5, 9, parse.NameOrganisation}, {20, 22, parse.NameUnknown}})
	if s.all != (counted{gold: 2, found: 2, right: 1}) || s.untyped != (counted{gold: 2, found: 3, right: 2}) || s.kinds[parse.NameLocation].f1() != 0 {
		t.Errorf("%+v", s)
	}
}

func TestNERWithoutCorpus(t *testing.T) {
	if _, err := NER(context.Background(), t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v, want no such file", err)
	}
}
