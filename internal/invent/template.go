package invent

import (
	_ "embed"
	"strings"
	"sync"

	"dateline"
)

//go:embed templates.txt
var templates string

// book holds the entries of templates.txt by section.
type book struct {
	entries map[string][]entry
	words   map[string][]word // of the sections whose lines are 'words = type'
	lines   map[string][]string
}

// word is words for something, with its type or class.
type word struct{ words, class string }

// entry is a template: pieces in the order of the words.
type entry []piece

// piece is literal text, a slot, or text that tells a kind (the section's where it is "").
type piece struct {
	text string
	slot bool
	mark bool
	kind dateline.Kind
}

var theBook = sync.OnceValue(func() book {
	b := book{map[string][]entry{}, map[string][]word{}, map[string][]string{}}
	section := ""
	for _, line := range strings.Split(templates, "\n") {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			b.lines[section] = append(b.lines[section], line)
			b.entries[section] = append(b.entries[section], parse(line))
			if w, class, ok := strings.Cut(line, " = "); ok {
				b.words[section] = append(b.words[section], word{w, class})
			}
		}
	}
	return b
})

// parse reads one template.
func parse(line string) entry {
	var e entry
	for line != "" {
		i := strings.IndexAny(line, "{<")
		if i < 0 {
			return append(e, piece{text: line})
		}
		if i > 0 {
			e = append(e, piece{text: line[:i]})
		}
		end := i + strings.IndexAny(line[i:], "}>")
		inner := line[i+1 : end]
		if line[i] == '{' {
			e = append(e, piece{text: inner, slot: true})
		} else if kind, words, ok := strings.Cut(inner, ":"); ok {
			e = append(e, piece{text: words, mark: true, kind: dateline.Kind(kind)})
		} else {
			e = append(e, piece{text: inner, mark: true})
		}
		line = line[end+1:]
	}
	return e
}
