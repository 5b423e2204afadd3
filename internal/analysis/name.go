package analysis

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// Name is a name of a group: one of the record, one that reports use, or both.
type Name struct {
	Name       string
	Curated    *dateline.ActorName // nil if the record does not have it
	Statements []string            // those that use it or tell it; nil if no report does
}

// names lists what the group is called: the names that Statements use, those most used first and
// then as they come, after them those of the record that no Statement uses.
func names(actor dateline.Actor, all []Account) []Name {
	var out []Name
	add := func(name, statement string) {
		i := slices.IndexFunc(out, func(n Name) bool { return n.Name == name })
		if i < 0 {
			i = len(out)
			out = append(out, Name{Name: name})
		}
		if s := &out[i].Statements; len(*s) == 0 || (*s)[len(*s)-1] != statement {
			*s = append(*s, statement)
		}
	}
	for _, a := range all {
		for _, n := range called(actor, &a) {
			add(n, a.ID)
		}
	}
	slices.SortStableFunc(out, func(x, y Name) int { return len(y.Statements) - len(x.Statements) })
	return withCurated(out, actor)
}

// withCurated marks the names that the record has and adds those that only it has.
func withCurated(told []Name, actor dateline.Actor) []Name {
	for i := range actor.Names {
		c := &actor.Names[i]
		k := slices.IndexFunc(told, func(n Name) bool { return n.Name == c.Name })
		if k < 0 {
			told = append(told, Name{Name: c.Name, Curated: c})
		} else if told[k].Curated == nil {
			told[k].Curated = c
		}
	}
	return told
}

// called lists the names by which a calls the actor: those of the record that stand in words that
// mean it, and the names that an alias tells.
func called(actor dateline.Actor, a *Account) []string {
	var out []string
	for i := range a.Parts {
		p := &a.Parts[i]
		if p.Actor() == actor.ID {
			out = append(out, within(actor.Names, p.Words)...)
		}
		if p.Role == dateline.Name && a.Kind == dateline.Alias && a.names(actor.ID, dateline.Group) {
			out = append(out, p.Words)
		}
	}
	for _, v := range a.By {
		if v.Actor == actor.ID {
			out = append(out, within(actor.Names, v.Words)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// within lists the record's names that stand in words as whole words, the longest where they
// overlap. A sentence may begin with the name: its first letter may be a capital.
func within(known []dateline.ActorName, words string) []string {
	byLength := slices.Clone(known)
	slices.SortStableFunc(byLength, func(x, y dateline.ActorName) int { return len(y.Name) - len(x.Name) })
	var out []string
	for _, n := range byLength {
		i := wholeWord(words, n.Name)
		if r, size := utf8.DecodeRuneInString(n.Name); i < 0 && unicode.IsLower(r) && utf8.RuneLen(unicode.ToUpper(r)) == size {
			i = wholeWord(words, string(unicode.ToUpper(r))+n.Name[size:])
		}
		if i >= 0 {
			out = append(out, n.Name)
			words = words[:i] + strings.Repeat("\x00", len(n.Name)) + words[i+len(n.Name):]
		}
	}
	return out
}

// wholeWord returns where name stands in words with no letter, digit or hyphen beside it; -1 if
// nowhere.
func wholeWord(words, name string) int {
	for from := 0; name != ""; {
		i := strings.Index(words[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(words[:i])
		after, _ := utf8.DecodeRuneInString(words[i+len(name):])
		if !inWord(before) && !inWord(after) {
			return i
		}
		from = i + len(name)
	}
	return -1
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-')
}
