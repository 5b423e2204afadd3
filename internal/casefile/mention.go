package casefile

import (
	"slices"
	"strings"

	"dateline"
)

// asStatements gives the event words of the reading the form of statements whose quote is the word, so
// that they are held against a case like those.
func (k *check) asStatements() []dateline.Statement {
	out := make([]dateline.Statement, len(k.reading.Mentions))
	for i, m := range k.reading.Mentions {
		out[i] = dateline.Statement{Kind: m.Kind, Reality: m.Reality, Quote: m.Trigger, Trigger: m.Trigger, Parts: m.Parts}
	}
	return out
}

// mentions finds an event word of its own for each that the case asks for.
func (k *check) mentions() {
	wants, got := k.says.mentions, k.asStatements()
	fits := func(i, j int) bool { return len(k.faults(wants[i], got[j])) == 0 }
	for i, j := range assign(len(wants), len(got), fits) {
		if j < 0 {
			k.miss(wants[i].line, wants[i].header, "no such mention; %s", k.words(wants[i], got))
		}
	}
}

// words words the mentions of the kinds that w asks for, or all.
func (k *check) words(w wanted, got []dateline.Statement) string {
	var near, all []string
	for _, s := range got {
		line := k.text(s.Trigger) + ": " + k.word(s)
		all = append(all, line)
		if slices.Contains(w.kinds, s.Kind) {
			near = append(near, line)
		}
	}
	if len(near) == 0 {
		near = all
	}
	return "mentioned are " + strings.Join(near, " | ")
}
