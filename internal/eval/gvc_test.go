package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// The words of the marks are found by their numbers alone, in a title whose words count from 1 and in sentences whose beginnings nobody gives,
// one of them behind a dateline.
func TestAlignGVC(t *testing.T) {
	title := "16-year-old shot, killed in Anytown"
	body := "ANYTOWN (June 15) — A boy was shot and killed on Oak St. on Monday. \"He's the 2nd one,\" Sgt. Lee said.\n\nThe shooting wasn't the first. Nobody died in that shooting."
	texts := []gvcText{
		newGVCText(title, gvcMarks{{sentence: 1, token: 4}, {sentence: 1, token: 6}}),
		newGVCText(body, gvcMarks{{sentence: 2, token: 3}, {sentence: 2, token: 5}, {sentence: 4, token: 1}, {sentence: 5, token: 1}, {sentence: 5, token: 4}}),
	}
	var got [][]string
	for i, at := range alignGVC(texts) {
		got = append(got, nil)
		for _, k := range at {
			got[i] = append(got[i], texts[i].words[k].form)
		}
	}
	if want := [][]string{{"shot", "killed"}, {"shot", "killed", "shooting", "died", "shooting"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if at := newGVCText("Too short.", gvcMarks{{sentence: 3, token: 70}}).align(func(string) float64 { return 0.5 }); at != nil {
		t.Errorf("words %v for a mark beyond the end", at)
	}
}

// A key is read in the order of the text, and what is no place of a word is an error that names the line.
func TestReadGVCKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	for _, c := range []struct{ line, want string }{
		{"evt\t0\t1\tab.b10.2\t(4)\nevt\t0\t2\tab.b2.7\t(4)\nevt\t0\t3\tab.t1.6\t(5)", "[{116 1 6 (5)} {98 2 7 (4)} {98 10 2 (4)}] <nil>"},
		{"#begin document (evt);\nevt\t0\t1\tab.b2\t(4)", `[] key:2: "ab.b2" is no place of a word`},
	} {
		if err := os.WriteFile(path, []byte(c.line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		key, err := readGVCKey(path)
		if err != nil {
			err = fmt.Errorf("key%s", err.Error()[len(path):])
		}
		if got := fmt.Sprintf("%v %v", key["ab"], err); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
