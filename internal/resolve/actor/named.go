package actor

import (
	"strings"

	"dateline"
	"dateline/internal/nearby"
)

// Named returns the identifiers of the actors that a person means by words: themselves if they are an
// identifier of a record or of a state's body; otherwise each record that has them as a name, whatever the case
// and the hyphens, those that have it as a weak one only where no other has it. nil if there are none.
func (b *Book) Named(words string) []string {
	if _, ok := b.Get(words); ok || strings.HasPrefix(words, "state:") && b.Name(words) != words {
		return []string{words}
	}
	var strong, weak []string
	for _, a := range b.All() {
		switch named, isWeak := namedBy(a, nearby.Plain(words)); {
		case named && !isWeak:
			strong = append(strong, a.ID)
		case named:
			weak = append(weak, a.ID)
		}
	}
	if len(strong) > 0 {
		return strong
	}
	return weak
}

// namedBy reports whether a goes by a folded name, and whether only by one that others share.
func namedBy(a dateline.Actor, want string) (named, weak bool) {
	if want == "" {
		return false, false
	}
	if nearby.Plain(a.Name) == want || nearby.Plain(a.ID) == want {
		return true, false
	}
	weak = true
	for _, n := range a.Names {
		if nearby.Plain(n.Name) == want {
			named, weak = true, weak && n.Weak
		}
	}
	return named, weak
}
