package analysis

import "sync"

// Theme is what assessments are about, with those that speak of it. An assessment that speaks of
// several stands under each; Name is "" for those whose words tell none.
type Theme struct {
	Name     string
	Accounts []Account
}

// themeWords is data/lexicon/themes.txt.
var themeWords = sync.OnceValue(func() []wordList { return mustLexicon("themes.txt") })

// themes sorts assessments by the words of their sentences, in the order of data/lexicon/themes.txt;
// a theme of which nobody speaks is left out, and what has none comes last.
func themes(judged []Account) []Theme {
	lists := themeWords()
	all := make([]Theme, len(lists)+1)
	for _, a := range judged {
		words, found := wordsOf(a.Quote), false
		for i := range lists {
			if lists[i].in(words) != "" {
				all[i].Name, found = lists[i].name, true
				all[i].Accounts = append(all[i].Accounts, a)
			}
		}
		if !found {
			all[len(lists)].Accounts = append(all[len(lists)].Accounts, a)
		}
	}
	var out []Theme
	for _, t := range all {
		if len(t.Accounts) > 0 {
			out = append(out, t)
		}
	}
	return out
}
