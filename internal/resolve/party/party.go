// Package party knows what sort of target, victim or weapon words name, and how many one phrase means
// where it gives no figure. It reads words alone: what the words do not say stays unsaid.
//
// The words of each type are data/lexicon/types.txt, which also says what MUC-4 and GTD call it. The
// head of the phrase decides ('the police station', 'a bus of the army'); where that is generic ('the
// home of the governor', 'a union leader'), the words beside it do, and its own type, if it has one,
// only where they are silent ('an officer').
package party

import (
	"slices"
	"strings"

	"dateline"
)

// Type returns what sort of thing words name in a role (target, victim or weapon); "" where they do
// not say. about is who it is in the report's other words ("mayor of the town"), or "".
func Type(role dateline.Role, words, about string) dateline.PartyType {
	l := lex()
	list := l.roles[role]
	if list == nil {
		return ""
	}
	for _, w := range []string{about, words} {
		if t := list.read(l, split(w)); t != "" {
			return former(l, t, about+" "+words)
		}
	}
	return ""
}

// former turns an office into one that was held, where the words say so.
func former(l *lexicon, t dateline.PartyType, words string) dateline.PartyType {
	was, ok := offices[t]
	if !ok {
		return t
	}
	for _, w := range split(words) {
		if l.former[w] {
			return was
		}
	}
	return t
}

var offices = map[dateline.PartyType]dateline.PartyType{
	"government official": "former government official", "diplomat": "former government official",
	"active military": "former military"}

// read reads the type off the words: the last phrase of the head that is known, or, where that is
// generic, what the other words tell.
func (x *list) read(l *lexicon, w []string) dateline.PartyType {
	end := headEnd(w)
	if end > 0 && end+2 <= len(w) { // 'sticks of dynamite', 'palace of justice'
		if t, ok := x.lookUp(strings.Join(w[end-1:end+2], "_")); ok {
			return t
		}
	}
	t, at, generic := x.last(w[:end])
	if t != "" {
		return x.refined(t, w)
	}
	if h := x.hinted(w, at); h != "" {
		return h
	}
	if t, _, _ := x.last(w[end:]); t != "" && (generic == "" || x.role != dateline.Victim) {
		return t
	}
	if x.role == dateline.Target {
		if t := x.owned(l, w, generic); t != "" {
			return t
		}
	}
	return x.words[generic]
}

// refined lets the words beside the head make a type narrower: 'police captain', 'a car loaded with dynamite'.
func (x *list) refined(t dateline.PartyType, w []string) dateline.PartyType {
	switch {
	case t == "active military" && slices.Contains(w, "police"):
		return "law enforcement"
	case t == "vehicle" && x.role == dateline.Weapon:
		for _, word := range w {
			switch x.words[word] {
			case "explosive", "bomb", "dynamite":
				return "vehicle bomb"
			}
		}
	}
	return t
}

// last returns the type of the last known phrase of words and where it starts; of a generic one
// generic, with t "".
func (x *list) last(w []string) (t dateline.PartyType, at int, generic string) {
	for end := len(w); end > 0; end-- {
		for n := min(4, end); n > 0; n-- {
			p := strings.Join(w[end-n:end], "_")
			if g := singularIn(x.generic, p); g != "" {
				return "", end - n, g
			}
			if t, ok := x.lookUp(p); ok {
				return t, end - n, ""
			}
		}
	}
	return "", 0, ""
}

// lookUp finds a phrase as it stands or in the singular.
func (x *list) lookUp(p string) (dateline.PartyType, bool) {
	for _, s := range singulars(p) {
		if t, ok := x.words[s]; ok {
			return t, true
		}
	}
	return "", false
}

// hinted returns the type that a word beside the generic one at tells, the nearest before it first;
// 'company' only where no other word does.
func (x *list) hinted(w []string, at int) (t dateline.PartyType) {
	for k := range w {
		i := at - 1 - k
		if i < 0 {
			i = k
		}
		if h := x.hintAt(w, i); h != "" && (t == "" || t == "business") {
			t = h
		}
	}
	return t
}

func (x *list) hintAt(w []string, i int) dateline.PartyType {
	for n := min(2, len(w)-i); n > 0; n-- {
		for _, s := range singulars(strings.Join(w[i:i+n], "_")) {
			if t, ok := x.hints[s]; ok {
				return t
			}
		}
	}
	return ""
}

// owned reads the type of a generic building from whose it is; a home of nobody in office is a residence.
func (x *list) owned(l *lexicon, w []string, generic string) dateline.PartyType {
	if generic == "" {
		return ""
	}
	for i := range w {
		for n := min(3, len(w)-i); n > 0; n-- {
			if t, ok := l.roles[dateline.Victim].lookUp(strings.Join(w[i:i+n], "_")); ok && owners[t] != "" {
				return owners[t]
			}
		}
	}
	if generic == "home" || generic == "house" || generic == "residence" || generic == "dwelling" {
		return "residence"
	}
	return ""
}

// owners gives what a building of such a person is.
var owners = map[dateline.PartyType]dateline.PartyType{
	"government official": "government office", "political figure": "political office", "diplomat": "diplomat office",
	"legal or judicial": "government office", "law enforcement": "law enforcement facility", "active military": "military facility"}

// headEnd returns where the head of a noun phrase ends: before a preposition, a comma, 'and', 'who'.
func headEnd(w []string) int {
	for i, s := range w {
		if i > 0 && ends[s] {
			return i
		}
	}
	return len(w)
}

var ends = set("of in at on near from for with by to inside outside carrying loaded who which that where whose and or , belonging containing between along",
	"packed filled")

func set(lines ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.Fields(l) {
			m[w] = true
		}
	}
	return m
}
