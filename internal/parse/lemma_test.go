package parse

import (
	"strings"
	"testing"
)

func TestLemma(t *testing.T) {
	m := english()
	for _, c := range []struct{ tag, words string }{
		{"VERB|VBD", "fled/flee quelled/quell traded/trade tied/tie panicked/panic patrolled/patrol blockaded/blockade overran/overrun stabbed/stab defied/defy sponsored/sponsor"},
		{"VERB|VBG", "repelling/repel evading/evade toppling/topple trafficking/traffic lying/lie ransacking/ransack defying/defy freeing/free"},
		{"VERB|VBZ", "quashes/quash vies/vie undergoes/undergo denies/deny besieges/besiege"},
		{"VERB|VB", "lay/lay flee/flee"},
		{"NOUN|NNS", "attackers/attacker casualties/casualty militias/militia"},
		{"PROPN|NNPS", "Palestinians/Palestinian Parties/Party Churches/Church Philippines/Philippines Olympics/Olympics Iraqis/Iraqi FORCES/FORCE"},
		{"PROPN|NNP", "Marines/Marines"},
		{"NUM|CD", "12,500/12500 twelve/twelve"},
		{"AUX|VBD", "was/be had/have"},
	} {
		upos, fine, _ := strings.Cut(c.tag, "|")
		for _, pair := range strings.Fields(c.words) {
			form, want, _ := strings.Cut(pair, "/")
			if got := m.lemma(form, tag{upos, fine}); got != want {
				t.Errorf("lemma of %s as %s is %q, want %q", form, c.tag, got, want)
			}
		}
	}
}

// Every form of the list leads back to its verb, and no verb is listed twice.
func TestVerbForms(t *testing.T) {
	seen := map[string]bool{}
	for n, entry := range lexiconLines("verb-forms") {
		verb, _, _ := strings.Cut(entry, ":")
		if seen[verb] || strings.ToLower(verb) != verb {
			t.Errorf("line %d: %q is there twice or not in lower case", n, verb)
		}
		seen[verb] = true
	}
	for form, verb := range verbForms {
		if !seen[verb] {
			t.Errorf("%q leads to %q, which is not listed", form, verb)
		}
	}
}

func BenchmarkLemma(b *testing.B) {
	m := english()
	x := Parse(syntheticArticle())
	var tokens []Token
	for s := range x.Sentences {
		tokens = append(tokens, x.Sentences[s].Tokens...)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range tokens {
			m.lemma(tokens[i].Form, tag{tokens[i].Tag, tokens[i].Fine})
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(tokens)), "ns/token")
}
