package web

import (
	"slices"
	"sync"

	"dateline/internal/resolve/actor"
)

// groupName is a name of a record, in words as a search has them.
type groupName struct {
	shown
	words []string
}

// groupNames are all names of the records, those of one record together; they are cut into words once.
type groupNames struct {
	once sync.Once
	all  []groupName
}

// mostNamed is how many groups a search names.
const mostNamed = 20

// named lists the groups of the records that have all words of q, beside each other, in a name, without regard to case
// and accents; at most mostNamed.
func (g *groupNames) named(b *actor.Book, q string) []shown {
	g.once.Do(func() { g.read(b) })
	var out []shown
	asked := foldedWords(q)
	for _, n := range g.all {
		again := len(out) > 0 && out[len(out)-1].Link == n.Link
		if len(out) < mostNamed && !again && haveInRow(n.words, asked) {
			out = append(out, n.shown)
		}
	}
	return out
}

func (g *groupNames) read(b *actor.Book) {
	for _, a := range b.All() {
		for _, n := range a.Names {
			s := shown{Text: a.Name, Link: groupLink(a.ID)}
			if n.Name != a.Name {
				s.Note = "as " + n.Name
			}
			g.all = append(g.all, groupName{s, foldedWords(n.Name)})
		}
	}
}

// foldedWords are the words of a text, folded.
func foldedWords(text string) (out []string) {
	for _, t := range tokens(text) {
		out = append(out, t.word)
	}
	return out
}

// haveInRow reports whether words has some others beside each other, in their order; none are nowhere.
func haveInRow(words, some []string) bool {
	for i := 0; len(some) > 0 && i+len(some) <= len(words); i++ {
		if slices.Equal(words[i:i+len(some)], some) {
			return true
		}
	}
	return false
}
