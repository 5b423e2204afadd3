package link

import (
	"reflect"
	"testing"
)

func TestAgglomerate(t *testing.T) {
	value := [][]float64{{0, .9, .1, .2}, {.9, 0, .3, .1}, {.1, .3, 0, .8}, {.2, .1, .8, 0}}
	if got, want := Agglomerate(value, 0.5), [][]int{{0, 1}, {2, 3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := Agglomerate(value, 0.15); len(got) != 1 {
		t.Errorf("%v: the mean of the four pairs between the groups is 0.175", got)
	}
}

// likeTexts are all as alike, and all words in them as rare.
type likeTexts struct{}

func (likeTexts) Rarity(string) float64  { return 2 }
func (likeTexts) Alike(int, int) float64 { return 0.4 }

// Words of one lemma in like sentences are one event sooner than words that share nothing.
func TestCorefer(t *testing.T) {
	words := []string{"actor", "airport", "drunk", "police"}
	ms := []EventMention{
		{Text: 0, Lemma: "arrest", Tag: "VERB", Sort: "ACTION_OCCURRENCE", Phrase: []string{"arrest"}, Args: []string{"actor", "police"}, Words: words, Near: words, Names: []string{"chan"}},
		{Text: 1, Lemma: "arrest", Tag: "VERB", Sort: "ACTION_OCCURRENCE", Phrase: []string{"arrest"}, Args: []string{"actor", "police"}, Words: words, Near: words, Names: []string{"chan"}},
		{Text: 1, Lemma: "premiere", Tag: "NOUN", Sort: "ACTION_OCCURRENCE", Phrase: []string{"premiere"}, Args: []string{"film"}, Words: []string{"film", "red"}, Near: []string{"red"}},
	}
	if got, want := Corefer(ms, likeTexts{}, MentionModel()), [][]int{{0, 1}, {2}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
