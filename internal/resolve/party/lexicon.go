package party

import (
	"fmt"
	"strings"
	"sync"

	"dateline"
	"dateline/data"
)

// lexicon is data/lexicon/types.txt.
type lexicon struct {
	roles  map[dateline.Role]*list
	former map[string]bool
}

// list holds the words of one role.
type list struct {
	role    dateline.Role
	words   map[string]dateline.PartyType
	hints   map[string]dateline.PartyType // words beside a generic one
	generic map[string]bool
}

var lex = sync.OnceValue(func() *lexicon {
	text, err := data.Lexicon.ReadFile("lexicon/types.txt")
	if err == nil {
		var l *lexicon
		if l, err = read(string(text)); err == nil {
			return l
		}
	}
	panic("embedded lexicon: " + err.Error()) // a test reads it
})

// read reads the lists. A word that stands in two types of one role is an error.
func read(text string) (*lexicon, error) {
	l := &lexicon{roles: map[dateline.Role]*list{}, former: map[string]bool{}}
	for _, r := range []dateline.Role{dateline.Target, dateline.Victim, dateline.Weapon, dateline.Perpetrator} {
		l.roles[r] = &list{role: r, words: map[string]dateline.PartyType{}, hints: map[string]dateline.PartyType{}, generic: map[string]bool{}}
	}
	var add func(word string) error
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		var err error
		if head, ok := strings.CutPrefix(strings.TrimSpace(line), "["); ok {
			add, err = l.section(strings.TrimSuffix(head, "]"))
		} else {
			for _, w := range strings.Fields(line) {
				if add == nil {
					err = fmt.Errorf("words before the first list")
				} else if e := add(w); e != nil {
					err = e
				}
			}
		}
		if err != nil {
			return nil, fmt.Errorf("types.txt:%d: %w", n+1, err)
		}
	}
	return l, nil
}

// section returns what adds a word to the list that head names.
func (l *lexicon) section(head string) (func(string) error, error) {
	if head == "former" {
		return func(w string) error { l.former[w] = true; return nil }, nil
	}
	first, rest, _ := strings.Cut(head, " ")
	switch first {
	case "generic":
		if x := l.roles[dateline.Role(rest)]; x != nil {
			return func(w string) error { x.generic[w] = true; return nil }, nil
		}
	case "hint":
		role, code, _ := strings.Cut(rest, " ")
		return l.codes(role, code, func(x *list) map[string]dateline.PartyType { return x.hints })
	default:
		return l.codes(first, rest, func(x *list) map[string]dateline.PartyType { return x.words })
	}
	return nil, fmt.Errorf("no such list: %q", head)
}

func (l *lexicon) codes(role, code string, of func(*list) map[string]dateline.PartyType) (func(string) error, error) {
	x, t := l.roles[dateline.Role(role)], dateline.PartyType(code)
	if x == nil || !listed(x.role, t) {
		return nil, fmt.Errorf("no such type: %q of %q", code, role)
	}
	into := of(x)
	return func(w string) error {
		if into[w] != "" {
			return fmt.Errorf("%q is %q already", w, into[w])
		}
		into[w] = t
		return nil
	}, nil
}

// listed reports whether t is a code of the role.
func listed(role dateline.Role, t dateline.PartyType) bool {
	for _, c := range Types(role) {
		if c == t {
			return true
		}
	}
	return false
}

// classes are dateline.PartyClasses as codes of the lexicon.
var classes = []dateline.PartyType{dateline.PartyType(dateline.Individual), dateline.PartyType(dateline.OfGroup), dateline.PartyType(dateline.OfState)}

// Types lists the codes of a role; nil if it has none.
func Types(role dateline.Role) []dateline.PartyType {
	switch role {
	case dateline.Target:
		return dateline.TargetTypes
	case dateline.Victim:
		return dateline.VictimTypes
	case dateline.Weapon:
		return dateline.WeaponTypes
	case dateline.Perpetrator:
		return classes
	}
	return nil
}
