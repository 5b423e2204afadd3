package extract

import (
	"maps"
	"slices"
	"strings"

	"dateline/data"
)

// readSorts adds the single words of data/lexicon/types.txt to the classes of nouns: sorts of victims are
// people, sorts of targets sites, sorts of weapons weapons, persons who
// did it doers. Words for what can be anything are left out. A word of two sorts is of the first in the order
// of their names, so that every run reads alike.
func (l *lexicon) readSorts() {
	sorts := data.Sections("types.txt")
	l.nouns.of["doer"] = map[string]bool{}
	for _, head := range slices.Sorted(maps.Keys(sorts)) {
		words := sorts[head]
		role, code, _ := strings.Cut(head, " ")
		class := map[string]string{"victim": "people", "target": "site", "weapon": "weapon", "perpetrator": "doer"}[role]
		if class == "doer" && code != "individual" {
			continue
		}
		if class == "" || code == "vehicle" || code == "fire" || code == "settlement" || code == "armed group" || code == "communications" {
			continue
		}
		for w := range words {
			if !strings.ContainsRune(w, '_') && (class == "doer" || !l.nouns.has(w, "medium", "weapon", "site", "people", "place")) {
				l.nouns.of[class][w] = true
			}
		}
	}
}
