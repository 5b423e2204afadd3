package parse

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// NameCorpora are the files, beside the folder of TrainOptions.Corpus, that the guess at the kind of
// a name is learned from, besides the entities in GUM: the dev part of UNER EWT, WNUT 17 train and Wikigold.
var NameCorpora = []string{"ner/en_ewt-ud-dev.iob2", "ner/wnut17train.conll", "ner/wikigold.conll.txt"}

// Marked is a sentence in which a person marked the names: Kinds has, for each word, "" or the kind
// of the name that it is part of.
type Marked struct {
	Forms []string
	Kinds []NameKind
}

// ReadMarked reads a file of words with B-, I- and O marks, in any of the layouts of NameCorpora.
func ReadMarked(path string) ([]Marked, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Marked
	var m Marked
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 0:
			if len(m.Forms) > 0 {
				all = append(all, m)
			}
			m = Marked{}
		case fields[0] == "#" && len(fields) > 2:
		case len(fields) == 2:
			m.Forms, m.Kinds = append(m.Forms, fields[0]), append(m.Kinds, markedKind(fields[1]))
		case len(fields) > 2:
			m.Forms, m.Kinds = append(m.Forms, fields[1]), append(m.Kinds, markedKind(fields[2]))
		}
	}
	if len(m.Forms) > 0 {
		all = append(all, m)
	}
	return all, lines.Err()
}

func markedKind(mark string) NameKind {
	_, kind, _ := strings.Cut(strings.ToLower(mark), "-")
	switch kind {
	case "per", "person":
		return NamePerson
	case "org", "corporation", "group":
		return NameOrganisation
	case "loc", "location":
		return NameLocation
	}
	return NameUnknown
}

// kindCase is a name to learn the kind of.
type kindCase struct {
	features []feature
	class    int
}

// fitKinds learns what names name from the marked corpora, parsed by m.
func fitKinds(m *model, dir string, gold []Gold, rounds int, r *rand.Rand) (*fit, error) {
	var cases []kindCase
	for i := range gold {
		cases = append(cases, entityCases(m, &gold[i])...)
	}
	for _, name := range NameCorpora {
		all, err := ReadMarked(filepath.Join(dir, "..", name))
		if err != nil {
			return nil, fmt.Errorf("names: %w", err)
		}
		for _, marked := range all {
			cases = append(cases, kindCases(m, marked)...)
		}
	}
	f := newFit(len(kindClasses))
	for range rounds {
		r.Shuffle(len(cases), func(i, j int) { cases[i], cases[j] = cases[j], cases[i] })
		for _, c := range cases {
			learnKind(f, c)
		}
	}
	return f, nil
}

func learnKind(f *fit, c kindCase) {
	var s scores
	f.score(c.features, &s)
	f.step++
	if class := bestOf(s[:f.classes]); class != c.class {
		f.update(c.features, c.class, 1)
		f.update(c.features, class, -1)
	}
}

func kindCases(m *model, marked Marked) []kindCase {
	s := Sentence{Tokens: m.readWords(marked.Forms, new(scratch))}
	var cases []kindCase
	for _, n := range namesIn(&s, 0) {
		if n.Kind != NameDate {
			class := slices.Index(kindClasses, marked.Kinds[nameHead(&s, n.First, n.Last)])
			cases = append(cases, kindCase{slices.Clone(nameFeatures(&s, n.First, n.Last, nil)), class})
		}
	}
	return cases
}

// entityCases gives the names of a GUM sentence that its annotators marked as entities, with or
// without their article.
func entityCases(m *model, g *Gold) []kindCase {
	spans := g.entities()
	if len(spans) == 0 {
		return nil
	}
	s := Sentence{Tokens: m.readWords(g.forms(false), new(scratch))}
	var cases []kindCase
	for _, n := range namesIn(&s, 0) {
		kind, ok := spans[[2]int{n.First, n.Last}]
		if !ok && n.First > 0 {
			kind, ok = spans[[2]int{n.First - 1, n.Last}]
		}
		if ok && n.Kind != NameDate {
			cases = append(cases, kindCase{slices.Clone(nameFeatures(&s, n.First, n.Last, nil)), slices.Index(kindClasses, kind)})
		}
	}
	return cases
}

// entities returns the spans that the Entity marks of GUM open and close, '(1-person-...' to '1)',
// and their kinds.
func (g *Gold) entities() map[[2]int]NameKind {
	type opened struct {
		first int
		kind  NameKind
	}
	spans, open := map[[2]int]NameKind{}, map[string]opened{}
	for i := range g.misc {
		for _, m := range entityMark.FindAllStringSubmatch(entityOf(g.misc[i]), -1) {
			switch {
			case m[2] != "" && m[3] != "":
				spans[[2]int{i, i}] = entityKind(m[2])
			case m[2] != "":
				open[m[1]] = opened{i, entityKind(m[2])}
			default:
				o, ok := open[m[4]]
				if ok {
					spans[[2]int{o.first, i}] = o.kind
				}
			}
		}
	}
	return spans
}

// entityMark matches an opening mark with its number and type, and the bracket when it closes at
// once; or a closing mark with its number.
var entityMark = regexp.MustCompile(`\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)`)

func entityOf(misc string) string {
	for _, field := range strings.Split(misc, "|") {
		if marks, ok := strings.CutPrefix(field, "Entity="); ok {
			return marks
		}
	}
	return ""
}

func entityKind(kind string) NameKind {
	switch kind {
	case "person":
		return NamePerson
	case "organization":
		return NameOrganisation
	case "place":
		return NameLocation
	}
	return NameUnknown
}

// EvalNames scores names and their kinds on a marked corpus: a name is right when its first and last word
// and its kind are (facilities count as places). Names of no kind are left out.
func EvalNames(all []Marked) RelScore {
	var score RelScore
	m := english()
	work := new(scratch)
	for _, marked := range all {
		t := &Text{Sentences: []Sentence{{Tokens: m.readWords(marked.Forms, work)}}}
		t.Source = spread(&t.Sentences[0])
		t.Names = names(m, t)
		gold := marked.spans()
		score.Gold += len(gold)
		for _, n := range t.Names {
			if n.Kind == NameFacility {
				n.Kind = NameLocation
			}
			if n.Kind != NameUnknown && n.Kind != NameDate {
				score.Drawn++
				score.Right += one(gold[[2]int{n.First, n.Last}] == n.Kind)
			}
		}
	}
	return score
}

// spread gives the tokens of s spans in a text made of their forms.
func spread(s *Sentence) string {
	var b strings.Builder
	for i := range s.Tokens {
		s.Tokens[i].Span.Start = b.Len()
		b.WriteString(s.Tokens[i].Form)
		s.Tokens[i].Span.End = b.Len()
		b.WriteByte(' ')
	}
	return b.String()
}

func (m Marked) spans() map[[2]int]NameKind {
	spans := map[[2]int]NameKind{}
	for i := 0; i < len(m.Kinds); i++ {
		j := i
		for m.Kinds[i] != NameUnknown && j+1 < len(m.Kinds) && m.Kinds[j+1] == m.Kinds[i] {
			j++
		}
		if m.Kinds[i] != NameUnknown {
			spans[[2]int{i, j}] = m.Kinds[i]
		}
		i = j
	}
	return spans
}
