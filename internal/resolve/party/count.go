package party

import (
	"strings"

	"dateline"
)

// Count returns how many words mean that give no figure: one for a person named alone and for a
// singular noun that is known ('the judge', 'a bus'), two or more for a plural ('peasants'); nil
// where the words do not say ('police', 'the family'). Word says which it was.
func Count(role dateline.Role, words, name string) *dateline.Count {
	l := lex()
	x := l.roles[role]
	if x == nil || role == dateline.Weapon {
		return nil
	}
	w := split(words)
	if joined(w) {
		return many()
	}
	switch x.number(w[:headEnd(w)]) {
	case plural:
		return many()
	case singular:
		return one()
	}
	if name != "" && role == dateline.Victim {
		return one()
	}
	return nil
}

func one() *dateline.Count {
	c := dateline.Exactly(1)
	c.Word = "singular"
	return &c
}

func many() *dateline.Count {
	c := dateline.Between(2, -1)
	c.Word = "plural"
	return &c
}

// joined reports whether words name several by 'and': 'the mayor and his wife'.
func joined(w []string) bool {
	for i, s := range w {
		if s == "and" && i > 0 && i+1 < len(w) {
			return true
		}
	}
	return false
}

type number int

const (
	unsaid number = iota
	singular
	plural
)

// number reads the grammatical number of the last known noun of a phrase's head.
func (x *list) number(w []string) number {
	for end := len(w); end > 0; end-- {
		for n := min(4, end); n > 0; n-- {
			p := strings.Join(w[end-n:end], "_")
			for _, s := range singulars(p) {
				if _, known := x.words[s]; !known && !x.generic[s] {
					continue
				}
				return numberOf(p, s)
			}
		}
	}
	return unsaid
}

// numberOf tells the number of phrase p whose singular is s.
func numberOf(p, s string) number {
	switch last := s[strings.LastIndexByte(s, '_')+1:]; {
	case p != s || pluralNouns[last]:
		return plural
	case massNouns[last]:
		return unsaid
	}
	return singular
}

var (
	pluralNouns = set("people troops authorities personnel staff policemen crew security_forces forces parents dead wounded injured passengers mr_and_mrs")
	massNouns   = set("police army military community population militia infantry clergy other press public property equipment infrastructure leadership",
		"family patrol national_guard navy media delegation group escort")
)
