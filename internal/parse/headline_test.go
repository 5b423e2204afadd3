package parse

import (
	"fmt"
	"testing"
)

func TestHeadlinese(t *testing.T) {
	for text, want := range map[string]string{
		"Boy, 16, fatally shot in Mesa":               "shot VERB VBN",
		"Gunmen killed 12 soldiers in Mopti":          "killed VERB VBD",
		"Man dies after shooting":                     "shooting NOUN NN",
		"Girl dies after shooting herself in the leg": "shooting VERB VBG",
		"Mesa Police Investigate Shooting Death":      "Shooting NOUN NN",
	} {
		p := ParseWhere(text, func([]Token) bool { return true })
		for i := range p.Sentences {
			p.Sentences[i].Headlinese()
		}
		found := false
		for _, s := range p.Sentences {
			for _, k := range s.Tokens {
				found = found || fmt.Sprint(k.Form, " ", k.Tag, " ", k.Fine) == want
			}
		}
		if !found {
			t.Errorf("%q: no %q in %v", text, want, p.Sentences)
		}
	}
}
