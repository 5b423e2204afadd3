package parse

import (
	"strconv"
	"strings"
	"testing"
)

// tokensOf reads a tree written as form/tag/fine/head/relation, heads counted from 1.
func tokensOf(tree string) []Token {
	var tokens []Token
	for _, w := range strings.Fields(tree) {
		f := strings.Split(w, "/")
		head := 0
		for _, c := range f[3] {
			head = head*10 + int(c-'0')
		}
		tokens = append(tokens, Token{Form: f[0], Lemma: strings.ToLower(f[0]), Tag: f[1], Fine: f[2], Head: head - 1, Rel: f[4]})
	}
	return tokens
}

func TestMend(t *testing.T) {
	for _, c := range []struct {
		says, tree string
		word, on   string
		rel        string
	}{
		{"a name in one piece", "It/PRON/PRP/2/nsubj renamed/VERB/VBD/0/root itself/PRON/PRP/2/obj Jabhat/PROPN/NNP/2/xcomp Fatah/PROPN/NNP/2/xcomp", "Fatah", "Jabhat", "flat"},
		{"who is found suffering", "Guards/NOUN/NNS/2/nsubj found/VERB/VBD/0/root a/DET/DT/5/det juvenile/NOUN/NN/5/compound suffering/NOUN/NN/2/obj from/ADP/IN/8/case a/DET/DT/8/det wound/NOUN/NN/2/obl", "suffering", "juvenile", "acl"},
		{"what somebody suffers from", "Guards/NOUN/NNS/2/nsubj found/VERB/VBD/0/root a/DET/DT/4/det man/NOUN/NN/2/obj suffering/VERB/VBG/2/advcl from/ADP/IN/8/case a/DET/DT/8/det wound/NOUN/NN/4/nmod", "wound", "suffering", "obl"},
		{"a warning is not of a Monday", "They/PRON/PRP/2/nsubj warned/VERB/VBD/0/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl of/ADP/IN/6/case attacks/NOUN/NNS/4/nmod", "attacks", "warned", "obl"},
		{"an assault is on what stands behind it", "the/DET/DT/2/det bombing/NOUN/NN/0/root of/ADP/IN/4/case jets/NOUN/NNS/2/nmod and/CCONJ/CC/6/cc assault/NOUN/NN/4/conj on/ADP/IN/8/case embassies/NOUN/NNS/2/nmod", "embassies", "assault", "nmod"},
		{"what is behind a comma says who the subject is", "Jund/PROPN/NNP/6/nsubj ,/PUNCT/,/4/punct a/DET/DT/4/det branch/NOUN/NN/6/nsubj ,/PUNCT/,/4/punct attacked/VERB/VBD/0/root", "branch", "Jund", "appos"},
		{"content of the verb that is nearer", "army/NOUN/NN/2/nsubj said/VERB/VBD/0/root while/SCONJ/IN/6/mark elders/NOUN/NNS/5/nsubj reported/VERB/VBD/2/advcl died/VERB/VBD/2/ccomp", "died", "reported", "ccomp"},
		{"a plot to attack", "Police/NOUN/NN/2/nsubj foiled/VERB/VBD/0/root a/DET/DT/4/det plot/NOUN/NN/2/obj to/PART/TO/6/mark attack/VERB/VB/2/advcl", "attack", "plot", "acl"},
		{"the will to attack", "It/PRON/PRP/2/nsubj retains/VERB/VBZ/0/root the/DET/DT/4/det will/NOUN/NN/2/obj to/PART/TO/6/mark attack/VERB/VB/2/conj", "attack", "will", "acl"},
		{"a purpose stays one", "Men/NOUN/NNS/2/nsubj crossed/VERB/VBD/0/root a/DET/DT/4/det river/NOUN/NN/2/obj to/PART/TO/6/mark attack/VERB/VB/2/advcl", "attack", "crossed", "advcl"},
		{"a name has its preposition on its first word", "in/ADP/IN/4/case the/DET/DT/2/det Kafr/PROPN/NNP/0/root Awid/PROPN/NNP/3/flat", "in", "Kafr", "case"},
		{"a subject of the verb behind it", "ten/NUM/CD/3/nsubj:pass were/AUX/VBD/3/aux:pass killed/VERB/VBN/0/root and/CCONJ/CC/6/cc dozens/NOUN/NNS/3/nsubj:pass injured/VERB/VBN/3/conj", "dozens", "injured", "nsubj:pass"},
		{"a subject of the verb whose clause it begins", "all/PRON/PRP/3/nsubj:pass were/AUX/VBD/3/aux:pass freed/VERB/VBN/0/root after/SCONJ/IN/6/mark parents/NOUN/NNS/3/nsubj:pass said/VERB/VBD/3/advcl so/ADV/RB/6/advmod", "parents", "said", "nsubj:pass"},
		{"a second time is of the second verb", "They/PRON/PRP/2/nsubj left/VERB/VBD/0/root in/ADP/IN/4/case May/PROPN/NNP/2/obl and/CCONJ/CC/6/cc lost/VERB/VBD/2/conj Kismayo/PROPN/NNP/6/obj in/ADP/IN/9/case July/PROPN/NNP/2/obl", "July", "lost", "obl"},
		{"what a participle is done to is no subject", "Gunmen/NOUN/NNS/4/nsubj riding/VERB/VBG/1/acl motorcycles/NOUN/NNS/4/nsubj attacked/VERB/VBD/0/root", "motorcycles", "riding", "obj"},
		{"an attack claimed hours later", "It/PRON/PRP/2/nsubj claimed/VERB/VBD/0/root the/DET/DT/5/det attack/NOUN/NN/5/compound hour/NOUN/NNS/6/obl:unmarked later/ADV/RBR/2/advmod", "attack", "claimed", "obj"},
		{"two subjects joined by and stay two", "Jund/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc allies/NOUN/NNS/4/nsubj attacked/VERB/VBD/0/root", "allies", "attacked", "nsubj"},
	} {
		tokens := tokensOf(c.tree)
		mend(tokens)
		for _, w := range tokens {
			if w.Form == c.word && (w.Head < 0 || tokens[w.Head].Form != c.on || w.Rel != c.rel) {
				t.Errorf("%s: %s hangs on %d as %s, not on %s as %s", c.says, c.word, w.Head, w.Rel, c.on, c.rel)
			}
		}
	}
}

// A participle tied to a name describes what stands behind it; of two verbs each has its own number; those killed did not kill.
func TestTiedParticiple(t *testing.T) {
	for _, c := range []struct{ says, word, on, rel string }{
		{"Militants from al-Qaeda-linked al-Shabaab killed 11 soldiers.", "linked", "al-Shabaab", "amod"},
		{"Militants from al-Qaeda-linked al-Shabaab killed 11 soldiers.", "al-Shabaab", "Militants", "nmod"},
		{"Militants from al-Qaeda-linked al-Shabaab killed 11 soldiers.", "from", "al-Shabaab", "case"},
		{"A blast killed nine people in government-controlled Aleppo on Tuesday.", "in", "Aleppo", "case"},
		{"Police said that al-Qaeda-linked al-Shabaab killed 11 soldiers.", "that", "killed", "mark"},
		{"The militant group ISWAP said it killed 11 soldiers.", "ISWAP", "group", "appos"},
		{"The raid killed at least seven and wounded dozens.", "seven", "killed", "obj"},
		{"The raid killed at least seven and wounded dozens.", "wounded", "killed", "conj"},
		{"The raid killed at least seven and wounded dozens.", "dozens", "wounded", "obj"},
		{"All of those killed belonged to the militia.", "killed", "those", "acl"},
	} {
		s := Parse(c.says).Sentences[0]
		for _, w := range s.Tokens {
			if w.Form == c.word && (w.Head < 0 || s.Tokens[w.Head].Form != c.on || w.Rel != c.rel) {
				t.Errorf("%s: %s hangs on %d as %s, not on %s as %s", c.says, c.word, w.Head, w.Rel, c.on, c.rel)
			}
		}
	}
}

// Whoever walks up a tree comes to its root, whatever was mended.
func TestATreeHasNoRing(t *testing.T) {
	for _, c := range []struct{ tree, heads string }{
		{"a/DET/DT/2/det b/NOUN/NN/3/nsubj c/VERB/VBD/0/root", "1 2 -1"},
		{"a/NOUN/NN/2/dep b/NOUN/NN/3/dep c/NOUN/NN/2/dep d/NOUN/NN/0/root", "1 3 1 -1"},
		{"a/NOUN/NN/2/dep b/NOUN/NN/1/dep", "-1 0"},
	} {
		s := Sentence{Tokens: tokensOf(c.tree)}
		s.Under(0, 9)
		s.breakRings()
		var heads []string
		for _, w := range s.Tokens {
			heads = append(heads, strconv.Itoa(w.Head))
		}
		if got := strings.Join(heads, " "); got != c.heads {
			t.Errorf("%s: heads %s, want %s", c.tree, got, c.heads)
		}
	}
	s := Sentence{Tokens: tokensOf("Man/NOUN/NN/2/nsubj dies/VERB/VBZ/0/root in/ADP/IN/5/case shooting/VERB/VBG/5/compound death/NOUN/NN/2/obl"), Tree: true}
	s.Headlinese()
	if s.Tokens[4].Head != 1 {
		t.Errorf("'death' hangs on %d", s.Tokens[4].Head)
	}
}

func TestALittleWordInCapitalsIsAName(t *testing.T) {
	for text, want := range map[string]string{
		"IS claimed the attack on Thursday.":          "PROPN",
		"Kabul said IS militants fled.":               "PROPN",
		"WHAT IS KNOWN ABOUT THE ATTACK ON KABUL":     "AUX",
		"The army said the town is under its control": "AUX",
	} {
		got := ""
		for _, w := range Parse(text).Sentences[0].Tokens {
			if strings.EqualFold(w.Form, "is") {
				got = w.Tag
			}
		}
		if got != want {
			t.Errorf("%q: is is %s, not %s", text, got, want)
		}
	}
}
