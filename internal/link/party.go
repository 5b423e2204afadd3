package link

import (
	"strings"

	"dateline"
)

// parties gathers targets, victims or weapons by their words.
type parties struct{ gathered[dateline.Party] }

// party adds the party that part p tells of, unless its words are a pronoun or a number alone and stand
// for nothing told before.
func (g *parties) party(t told, p dateline.Part, m *dateline.Resolution) {
	x := party(t, p, m)
	if bareWord(x.Text, m) {
		return
	}
	g.add(key(x), x, t.s.ID)
	g.better(key(x), x)
}

// take adds what another has gathered, after its own.
func (g *parties) take(more parties) {
	g.gathered.take(more.gathered)
	for _, e := range more.Told {
		g.better(e.Key, e.Value)
	}
}

// better fills in the party of a key from what x tells more.
func (g *parties) better(key string, x dateline.Party) {
	have := &g.entry(key, x).Value
	if x.Name != "" && strings.Contains(x.Text, x.Name) && !strings.Contains(have.Text, x.Name) {
		have.Text = x.Text
	}
	if x.Effect.Graver(have.Effect) {
		have.Effect = x.Effect
	}
	if have.Name == "" {
		have.Name = x.Name
	}
	if have.About == "" {
		have.About = x.About
	}
	if have.Type == "" {
		have.Type = x.Type
	}
}

// key is the same for the same name, and without one for the same words, whatever their case and article: 'the
// mayor' and 'Mayor'.
func key(p dateline.Party) string {
	if p.Name != "" {
		return "named " + strings.Join(strings.Fields(strings.ToLower(p.Name)), " ")
	}
	w := strings.Fields(strings.ToLower(p.Text))
	for len(w) > 1 && (w[0] == "the" || w[0] == "a" || w[0] == "an") {
		w = w[1:]
	}
	return strings.Join(w, " ")
}

// bareWord reports whether words are only a pronoun, or only a number.
func bareWord(words string, m *dateline.Resolution) bool {
	w := strings.Fields(strings.ToLower(strings.Trim(words, " .,;:()")))
	for len(w) > 1 && (w[0] == "the" || w[0] == "two" || w[0] == "at" || w[0] == "least") {
		w = w[1:]
	}
	if len(w) != 1 {
		return len(w) == 0
	}
	return pronouns[w[0]] && (strings.Trim(words, " .") != "US" || m == nil || m.Actor == "") || w[0][0] >= '0' && w[0][0] <= '9' || numerals[w[0]] && m != nil && m.Count != nil
}
