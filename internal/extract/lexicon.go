package extract

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"dateline"
	"dateline/data"
	"dateline/internal/sieve"
)

// classes is a word list.
type classes struct {
	of map[string]map[string]bool // class name -> lemma -> true
	in *sieve.Map[[]string]       // lemma -> its classes; nil while they are read
}

// has reports whether lemma stands in any of the classes named.
func (c classes) has(lemma string, names ...string) bool {
	if c.in == nil {
		return slices.ContainsFunc(names, func(n string) bool { return c.of[n][lemma] })
	}
	for _, class := range c.in.At(lemma) {
		if slices.Contains(names, class) {
			return true
		}
	}
	return false
}

// closed is c with the classes of each lemma.
func (c classes) closed() classes {
	in := map[string][]string{}
	for class, lemmas := range c.of {
		for lemma := range lemmas {
			in[lemma] = append(in[lemma], class)
		}
	}
	c.in = sieve.NewMap(in)
	return c
}

// each calls do for the lemmas of all classes, in any order.
func (c classes) each(do func(lemma string)) {
	for _, class := range c.of {
		for lemma := range class {
			do(lemma)
		}
	}
}

// lexicon is data/lexicon, read once.
type lexicon struct {
	nouns, standing, speech, topics classes
	evidence, acts                  classes                  // see evidence.go, participant.go
	orders                          []string                 // phrases that address a machine: see order.go
	ties                            classes                  // see relation.go
	idioms                          map[string][][]string    // first lemma -> sequences
	patterns                        []*pattern               // in the order of the files
	byTrigger                       map[string][]*pattern    // "attack.v" -> patterns
	deeds                           map[string]bool          // triggers of the violence family
	events                          map[string]dateline.Kind // event words: "blast.n" -> bombing
	telling                         map[string]bool          // triggers that by themselves make a sentence worth reading
	dealings                        *dealings
	weights                         *sieve.Map[weight] // of words that are evidence
	gated                           *sieve.Map[gateWord]
}

var load = sync.OnceValue(func() *lexicon {
	l, err := readLexicon()
	if err != nil {
		panic("embedded lexicon: " + err.Error()) // a test reads it; it cannot be broken in a build that passed
	}
	return l
})

func readLexicon() (*lexicon, error) {
	l := &lexicon{idioms: map[string][][]string{}, byTrigger: map[string][]*pattern{}, deeds: map[string]bool{}, telling: map[string]bool{}}
	for name, into := range map[string]*classes{
		"nouns":    &l.nouns,
		"standing": &l.standing,
		"speech":   &l.speech,
		"topics":   &l.topics,
		"evidence": &l.evidence,
		"acts":     &l.acts,
		"ties":     &l.ties,
	} {
		*into = classes{of: data.Sections(name + ".txt")}
	}
	var err error
	if l.dealings, err = readDealings(); err != nil {
		return nil, err
	}
	l.readPeople()
	l.readSorts()
	l.readIdioms()
	if err := l.readEventWords(); err != nil {
		return nil, err
	}
	for _, line := range data.Lines(data.Lexicon, "lexicon/orders.txt") {
		l.orders = append(l.orders, line)
	}
	for _, c := range []*classes{&l.nouns, &l.standing, &l.speech, &l.topics, &l.evidence, &l.acts, &l.ties, &l.dealings.nouns, &l.dealings.verbs} {
		*c = c.closed()
	}
	l.weights = sieve.NewMap(weights(l.evidence, l.topics))
	err = l.readPatterns()
	l.gated = sieve.NewMap(l.gateWords())
	return l, err
}

// readEventWords reads the words that tell an event of a kind, each under one kind.
func (l *lexicon) readEventWords() error {
	const name = "eventwords.txt"
	l.events = map[string]dateline.Kind{}
	for k, words := range data.Sections(name) {
		if dateline.Kind(k).Family() == "" {
			return fmt.Errorf("%s: no kind %q", name, k)
		}
		for w := range words {
			if l.events[w] != "" || !validTrigger(w) {
				return fmt.Errorf("%s: %q is no WORD.POS or stands twice", name, w)
			}
			l.events[w] = dateline.Kind(k)
		}
	}
	return nil
}

// readPeople adds the nouns for one person, which 'a' counts, to those who can be hurt: 'man=men' is one noun.
func (l *lexicon) readPeople() {
	for _, w := range data.Words("people.txt") {
		one, _, _ := strings.Cut(w, "=")
		l.nouns.of["people"][one] = true
	}
}

func (l *lexicon) readIdioms() {
	for _, line := range data.Lines(data.Lexicon, "lexicon/idioms.txt") {
		w := strings.Fields(line)
		l.idioms[w[0]] = append(l.idioms[w[0]], w)
	}
}

// readPatterns reads data/lexicon/patterns in the order of file names.
func (l *lexicon) readPatterns() error {
	files, err := fs.Glob(data.Lexicon, "lexicon/patterns/*.txt")
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := l.readPatternFile(name); err != nil {
			return err
		}
	}
	return nil
}

func (l *lexicon) readPatternFile(name string) error {
	var p *pattern
	for n, line := range data.Lines(data.Lexicon, name) {
		if ex, ok := strings.CutPrefix(line, ">"); ok {
			if p == nil {
				return fmt.Errorf("%s:%d: an example without a pattern", name, n)
			}
			p.Example, p = strings.TrimSpace(ex), nil
			continue
		}
		if p != nil {
			return fmt.Errorf("%s:%d: the pattern before has no example", name, n)
		}
		var err error
		if p, err = parsePattern(line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		l.add(p)
	}
	return nil
}

func (l *lexicon) add(p *pattern) {
	l.patterns = append(l.patterns, p)
	l.byTrigger[p.trigger] = append(l.byTrigger[p.trigger], p)
	p.Name = fmt.Sprintf("%s/%s#%d", p.Kind, p.trigger, len(l.byTrigger[p.trigger]))
	if p.Kind.Family() == "violence" {
		l.deeds[p.trigger] = true
	}
	if word, _, _ := strings.Cut(p.trigger, "."); !plain[word] {
		l.telling[p.trigger] = true
	}
}
