package main

import (
	"fmt"
	"strings"
)

// grammar is what wire.grammar says: rules, by name, and classes of words.
type grammar struct {
	rules   map[string][]phrase
	classes map[string][]string
}

// phrase is one way to write a rule: its parts in the order of the words. At most one part has no
// relation: the head, that the others depend on. A phrase without a head gives its parts to the
// phrase that calls it.
type phrase struct {
	parts []part
	title bool // a headline: every word with a capital
}

// part is one word, one call of a rule, or a phrase in brackets.
type part struct {
	rel   string // "" for the head
	maybe bool   // left out every other time
	kind  partKind
	name  string // lemma, class or rule
	tag   string // Penn tag, PRES, PAST, '*' for the caller's, "" for that of the word list
	parts []part
}

type partKind int

const (
	aWord partKind = iota
	aClass
	aCall
	aPhrase
)

// readGrammar reads the format that the head of wire.grammar explains.
func readGrammar(text string) (*grammar, error) {
	g := &grammar{rules: map[string][]phrase{}, classes: map[string][]string{}}
	rule := ""
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		var err error
		switch class, words, ok := strings.Cut(line, ":"); {
		case strings.TrimSpace(line) == "":
		case line[0] == ' ':
			err = g.addPhrase(rule, line)
		case ok:
			g.classes[class] = append(g.classes[class], strings.Fields(words)...)
		default:
			rule = strings.TrimSpace(line)
		}
		if err != nil {
			return nil, fmt.Errorf("wire.grammar:%d: %w", n+1, err)
		}
	}
	return g, g.check()
}

func (g *grammar) addPhrase(rule, line string) error {
	line = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(line)
	fields := strings.Fields(line)
	var p phrase
	if fields[0] == "!title" {
		p.title, fields = true, fields[1:]
	}
	r := reader{fields: fields}
	p.parts = r.phrase()
	if r.at != len(fields) || r.bad != "" || len(p.parts) == 0 {
		return fmt.Errorf("brackets or %q in %q", r.bad, line)
	}
	g.rules[rule] = append(g.rules[rule], p)
	return nil
}

// reader reads the fields of a phrase.
type reader struct {
	fields []string
	at     int
	bad    string
}

func (r *reader) phrase() (parts []part) {
	for r.at < len(r.fields) && r.fields[r.at] != ")" {
		parts = append(parts, r.part())
	}
	return parts
}

func (r *reader) part() part {
	f := r.fields[r.at]
	r.at++
	maybe := f[0] == '?' && len(f) > 1 || f == "?" && r.at < len(r.fields) && r.fields[r.at] == "("
	if maybe {
		f = f[1:]
	}
	if f == "" {
		f = r.fields[r.at]
		r.at++
	}
	if f == "(" {
		return r.brackets(maybe)
	}
	p := part{maybe: maybe}
	if i := strings.LastIndexByte(f, ':'); i > 0 {
		p.rel, f = f[:i], f[i+1:]
	}
	switch f[0] {
	case '$':
		p.kind, f = aCall, f[1:]
	case '%':
		p.kind, f = aClass, f[1:]
	}
	p.name = f
	if i := strings.LastIndexByte(f, '.'); i > 0 && i < len(f)-1 {
		p.name, p.tag = f[:i], f[i+1:]
	}
	return p
}

// brackets reads '(rel parts ...)'.
func (r *reader) brackets(maybe bool) part {
	if r.at+1 >= len(r.fields) {
		r.bad = "("
		return part{}
	}
	p := part{kind: aPhrase, maybe: maybe, rel: r.fields[r.at]}
	r.at++
	p.parts = r.phrase()
	if r.at == len(r.fields) || strings.ContainsAny(p.rel, "$%.") {
		r.bad = p.rel
	} else {
		r.at++
	}
	return p
}

// check reports calls of what is not there.
func (g *grammar) check() error {
	for name, phrases := range g.rules {
		for _, p := range phrases {
			if err := g.checkParts(p.parts); err != nil {
				return fmt.Errorf("wire.grammar: %s: %w", name, err)
			}
		}
	}
	return nil
}

func (g *grammar) checkParts(parts []part) error {
	for _, p := range parts {
		switch {
		case p.kind == aCall && g.rules[p.name] == nil:
			return fmt.Errorf("no rule %s", p.name)
		case p.kind == aClass && g.classes[p.name] == nil:
			return fmt.Errorf("no class %s", p.name)
		case p.kind == aWord && p.tag == "" && closed[p.name] == "":
			return fmt.Errorf("no tag for %s", p.name)
		}
		if err := g.checkParts(p.parts); err != nil {
			return err
		}
	}
	return nil
}
