package eval

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

const ecbSample = `<?xml version="1.0"?><Document doc_name="1_1ecb.xml">
<token t_id="1" sentence="0" number="0">Police</token><token t_id="2" sentence="0" number="1">arrested</token><token t_id="3" sentence="0" number="2">him</token>
<token t_id="4" sentence="1" number="0">He</token><token t_id="5" sentence="1" number="1">fled</token>
<Markables><ACTION_OCCURRENCE m_id="7"><token_anchor t_id="2"/></ACTION_OCCURRENCE><ACTION_OCCURRENCE m_id="8"><token_anchor t_id="5"/></ACTION_OCCURRENCE></Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT9"><source m_id="7"/><target m_id="20"/></CROSS_DOC_COREF></Relations></Document>`

// Only the sentences that were checked count; a word has the chain of its note.
func TestReadECBText(t *testing.T) {
	path := filepath.Join(t.TempDir(), "1_1ecb.xml")
	if err := os.WriteFile(path, []byte(ecbSample), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := readECBText(path, map[int]bool{0: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.marked) != 1 || got.chains[0] != "ACT9" || got.marked[0].Lemma != "arrest" {
		t.Errorf("%+v, chains %v", got.marked, got.chains)
	}
}

// Texts are grouped by what few of them have; a text alone joins those that it is most like.
func TestTextGroups(t *testing.T) {
	texts := []ecbText{
		{grams: []string{"fire", "mill", "old mill", "town"}}, {grams: []string{"fire", "mill", "old mill"}}, {grams: []string{"blaze", "mill", "old mill", "town"}},
		{grams: []string{"band", "fire", "prize", "stage"}}, {grams: []string{"band", "prize", "stage"}}, {grams: []string{"band", "prize", "town"}},
		{grams: []string{"blaze", "fire", "flood", "rain"}},
	}
	if got, want := compareTexts(texts).groups(), [][]int{{0, 1, 2, 6}, {3, 4, 5}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
