package actor

import (
	"strings"

	"dateline"
)

// name checks one name of r, and what others have it.
func (c *checker) name(r checked, n dateline.ActorName, at string, wrong func(at, format string, args ...any)) {
	inOrder(wrong, at+".from", n.From, at+".to", n.To)
	life, time := span(r.Founded, r.Ended), span(n.From, n.To)
	switch fold := folded(n.Name); {
	case fold == "" || strings.TrimSpace(n.Name) != n.Name || strings.ContainsAny(n.Name, "\t\n"):
		wrong(at, "the name %q has no letters, or blanks at its ends, or a tab or line break", n.Name)
	case mixedScripts(n.Name):
		wrong(at, "the name %q has a word with letters of two scripts", n.Name)
	case ScriptOf(n.Name) != "" && n.Script == "":
		wrong(at, "the name %q is in other than Latin letters: mark it 'script: %s'", n.Name, ScriptOf(n.Name))
	case ScriptOf(n.Name) == "" && n.Script != "" && n.Script != "Latn":
		wrong(at, "the name %q is marked 'script: %s' and is in Latin letters", n.Name, n.Script)
	case !n.Weak && common(n.Name):
		wrong(at, "the name %q is a common word: mark it 'weak: true'", n.Name)
	case !time.meets(life):
		wrong(at, "the name %q was in use only outside its life", n.Name)
	}
	for _, o := range c.owners[folded(n.Name)] {
		if o.id != r.ID && !o.name.Weak && !n.Weak && span(o.name.From, o.name.To).meets(time) {
			wrong(at, "the name %q is %s's, too: mark it 'weak: true' in one of them, or say from when to when each had it", n.Name, o.id)
		}
	}
}

// mixedScripts reports whether a word of name has letters of two scripts.
func mixedScripts(name string) bool {
	s := scanner{text: name}
	for w, ok := s.next(); ok; w, ok = s.next() {
		if w.is(mixed) {
			return true
		}
	}
	return false
}

// common reports whether a name is a word that the lists of words around parties know, 'the' aside: 'the
// Movement', 'FACT', 'MEND'.
func common(name string) bool {
	fold := strings.TrimPrefix(folded(name), "the ")
	sc := scanner{text: name}
	if w, _ := sc.next(); strings.Contains(fold, " ") || w.is(inner) {
		return false // 'LeT'
	}
	l := words()
	if _, body := l.bodies[fold]; body {
		return true
	}
	for name, in := range l.sections {
		if in[fold] && name != "joining" {
			return true
		}
	}
	return false
}
