package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/parse"
)

// NER scores names, typed and exact: a name is right when it begins and ends where the corpus says
// and is a person, an organisation or a location as there. Facilities count as locations; names of
// no such kind count only where the kind does not. The corpora are Universal NER (PUD and EWT) in
// dir/ner and re3d in dir/re3d, each as it is, in capitals and in lower case.
func NER(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "Names: person, organisation, location, F1 in per cent of exact spans",
		Head: []string{"", "names", "precision", "recall", "F1", "person", "organisation", "location", "kind aside", "in capitals", "lower case"},
		Notes: []string{"re3d: named mentions of the 49 documents with any confidence, an article in front left out; those that nest count each;",
			"a place that stands for those who rule it ('Moscow blamed') counts as an organisation;",
			"whole: with the phrases that names are part of ('Iraqi security forces'), as re3d marks them; checked: confidence above 0."}}
	for _, c := range nerCorpora {
		docs, err := c.read(filepath.Join(dir, c.file))
		if err != nil {
			return t, fmt.Errorf("%s: %w", c.name, err)
		}
		row, err := nerRow(ctx, c, docs)
		if err != nil {
			return t, err
		}
		t.Rows = append(t.Rows, row)
	}
	return t, nil
}

// nerCorpus is a row of the table: a file, how to read it, and how its documents are given to the
// parser.
type nerCorpus struct {
	name, file string
	read       func(path string) ([]namedDocument, error)
	find       func(d *namedDocument, reshape func(string) string) []namedSpan
}

var nerCorpora = []nerCorpus{
	{"UNER PUD, gold words", "ner/en_pud-ud-test.iob2", readIOB, inWords},
	{"UNER PUD, raw text", "ner/en_pud-ud-test.iob2", readIOB, inText},
	{"UNER EWT dev, gold words", "ner/en_ewt-ud-dev.iob2", readIOB, inWords},
	{"UNER EWT test, gold words", "ner/en_ewt-ud-test.iob2", readIOB, inWords},
	{"UNER EWT test, raw text", "ner/en_ewt-ud-test.iob2", readIOB, inText},
	{"re3d", "re3d", readRe3d, inText},
	{"re3d, whole", "re3d", readRe3d, wholeInText},
	{"re3d, checked, whole", "re3d", readRe3dChecked, wholeInText},
}

func nerRow(ctx context.Context, c nerCorpus, docs []namedDocument) ([]string, error) {
	var scores [3]nameScore
	for i, reshape := range []func(string) string{as, capitals, small} {
		for d := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			scores[i].add(docs[d].names, c.find(&docs[d], reshape))
		}
	}
	s := scores[0]
	p := func(f float64) string { return fmt.Sprintf("%.1f", 100*f) }
	row := []string{c.name, fmt.Sprint(s.all.gold), p(s.all.precision()), p(s.all.recall()), p(s.all.f1())}
	for _, k := range scoredKinds {
		row = append(row, p(s.kinds[k].f1()))
	}
	return append(row, p(s.untyped.f1()), p(scores[1].all.f1()), p(scores[2].all.f1())), nil
}

func as(s string) string { return s }

// capitals and small change the case of the letters whose width stays the same, so that spans do.
func capitals(s string) string { return recased(s, unicode.ToUpper) }

func small(s string) string { return recased(s, unicode.ToLower) }

func recased(s string, change func(rune) rune) string {
	return strings.Map(func(r rune) rune {
		if c := change(r); utf8.RuneLen(c) == utf8.RuneLen(r) {
			return c
		}
		return r
	}, s)
}

// scoredKinds are the kinds of names that the corpora mark.
var scoredKinds = [3]parse.NameKind{parse.NamePerson, parse.NameOrganisation, parse.NameLocation}

// namedSpan is a name in a document: bytes of its text.
type namedSpan struct {
	start, end int
	kind       parse.NameKind
}

// namedDocument is a document in which people marked the names. Words is nil where the corpus does
// not cut it into words.
type namedDocument struct {
	text  string
	words [][]string
	spans [][]dateline.Span // of the words
	names []namedSpan
}

// nameScore counts names: all, by kind, and with the kind left aside.
type nameScore struct {
	all, untyped counted
	kinds        map[parse.NameKind]*counted
}

// counted is how many names the corpus has, how many were found, and how many of these are right.
type counted struct{ gold, found, right int }

func (c counted) precision() float64 { return quotient(c.right, c.found) }
func (c counted) recall() float64    { return quotient(c.right, c.gold) }
func (c counted) f1() float64        { return quotient(2*c.right, c.gold+c.found) }

func quotient(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// add counts a document; a name given twice counts once.
func (s *nameScore) add(gold, found []namedSpan) {
	if s.kinds == nil {
		s.kinds = map[parse.NameKind]*counted{}
		for _, k := range scoredKinds {
			s.kinds[k] = new(counted)
		}
	}
	s.untyped.add(untyped(gold), untyped(found))
	found = slices.DeleteFunc(slices.Clone(found), func(n namedSpan) bool { return s.kinds[n.kind] == nil })
	s.all.add(gold, found)
	for _, k := range scoredKinds {
		other := func(n namedSpan) bool { return n.kind != k }
		s.kinds[k].add(slices.DeleteFunc(slices.Clone(gold), other), slices.DeleteFunc(slices.Clone(found), other))
	}
}

func untyped(list []namedSpan) []namedSpan {
	out := slices.Clone(list)
	for i := range out {
		out[i].kind = ""
	}
	return out
}

func (c *counted) add(gold, found []namedSpan) {
	set := map[namedSpan]bool{}
	for _, n := range gold {
		set[n] = true
	}
	c.gold += len(set)
	seen := map[namedSpan]bool{}
	for _, n := range found {
		if !seen[n] && set[n] {
			c.right++
		}
		seen[n] = true
	}
	c.found += len(seen)
}

// inWords gives the parser the words of the corpus.
func inWords(d *namedDocument, reshape func(string) string) []namedSpan {
	words := make([][]string, len(d.words))
	for i := range d.words {
		for _, w := range d.words[i] {
			words[i] = append(words[i], reshape(w))
		}
	}
	t := parse.ParseWords(words)
	var found []namedSpan
	for _, n := range t.Names {
		at := d.spans[n.Sentence]
		found = append(found, namedSpan{at[n.First].Start, at[n.Last].End, scoredKind(n)})
	}
	return slices.DeleteFunc(found, unscored)
}

// inText gives the parser the text alone.
func inText(d *namedDocument, reshape func(string) string) []namedSpan {
	return spansOf(parse.Parse(reshape(d.text)).Names)
}

func spansOf(names []parse.Name) []namedSpan {
	var found []namedSpan
	for _, n := range names {
		found = append(found, namedSpan{n.Span.Start, n.Span.End, scoredKind(n)})
	}
	return slices.DeleteFunc(found, unscored)
}

// wholeInText also finds the phrases that names are part of, and peoples.
func wholeInText(d *namedDocument, reshape func(string) string) []namedSpan {
	t := parse.Parse(reshape(d.text))
	found := spansOf(t.Names)
	for i := range t.Sentences {
		found = append(found, spansOf(t.NamedPhrases(i))...)
	}
	return found
}

// scoredKind is the kind by which a corpus would have a name: a place that acts is an organisation to it.
func scoredKind(n parse.Name) parse.NameKind {
	switch {
	case n.Acts:
		return parse.NameOrganisation
	case n.Kind == parse.NameFacility:
		return parse.NameLocation
	}
	return n.Kind
}

// unscored reports whether a name is of a kind that the corpora do not mark at all.
func unscored(n namedSpan) bool {
	return slices.Contains([]parse.NameKind{parse.NameDate, parse.NameNationality, parse.NameOther, parse.NameEvent, parse.NameWeapon}, n.kind)
}

// readIOB reads Universal NER: words with B-PER, I-PER, B-ORG ... in the third column, '# text' and
// '# newdoc' lines. The text of a document is its sentences with a space between two.
func readIOB(path string) ([]namedDocument, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []namedDocument
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	var r iobReader
	for lines.Scan() {
		line := lines.Text()
		text, isText := strings.CutPrefix(line, "# text = ")
		switch {
		case strings.HasPrefix(line, "# newdoc") || len(docs) == 0:
			docs = append(docs, namedDocument{})
			r = iobReader{doc: &docs[len(docs)-1]}
		case isText:
			r.sentence(text)
		case line != "" && line[0] != '#':
			if fields := strings.Split(line, "\t"); len(fields) > 2 {
				r.word(fields[1], fields[2])
			}
		}
	}
	return docs, lines.Err()
}

// iobReader puts words and marks into a document; at is where the next word is looked for.
type iobReader struct {
	doc *namedDocument
	at  int
}

func (r *iobReader) sentence(text string) {
	d := r.doc
	if d.text != "" {
		d.text += " "
	}
	r.at = len(d.text)
	d.text += text
	d.words, d.spans = append(d.words, nil), append(d.spans, nil)
}

// word adds a word of the last sentence. One that does not stand in the text is put where it would.
func (r *iobReader) word(form, mark string) {
	d, last := r.doc, len(r.doc.words)-1
	i := strings.Index(d.text[r.at:], form)
	if i < 0 {
		i = 0
	}
	span := dateline.Span{Start: r.at + i, End: min(len(d.text), r.at+i+len(form))}
	r.at = span.End
	d.words[last], d.spans[last] = append(d.words[last], form), append(d.spans[last], span)
	kind := map[string]parse.NameKind{"PER": parse.NamePerson, "ORG": parse.NameOrganisation, "LOC": parse.NameLocation}[strings.TrimLeft(mark, "BI-")]
	switch {
	case kind == "":
	case strings.HasPrefix(mark, "I-") && len(d.names) > 0:
		d.names[len(d.names)-1].end = span.End
	default:
		d.names = append(d.names, namedSpan{span.Start, span.End, kind})
	}
}

// re3dKinds maps the types of re3d. Its Nationality ('Syrian', an adjective), MilitaryPlatform
// ('FS Forbin', 'a tank'), Vehicle, Weapon, Quantity, Temporal, Money, DocumentReference and the
// identifiers are names of none of the three kinds.
var re3dKinds = map[string]parse.NameKind{"Person": parse.NamePerson, "Organisation": parse.NameOrganisation, "Location": parse.NameLocation}

func readRe3d(dir string) ([]namedDocument, error) { return readRe3dFrom(dir, -1) }

func readRe3dChecked(dir string) ([]namedDocument, error) { return readRe3dFrom(dir, 0) }

// readRe3dFrom reads the documents and their entities of more than a confidence. re3d marks whole
// noun phrases, pronouns and descriptions too ('the city', 'we'): what holds no capital letter
// behind its article, or is a pronoun, is no named mention and is left out.
func readRe3dFrom(dir string, above float64) ([]namedDocument, error) {
	var docs []namedDocument
	number := map[string]int{}
	err := eachJSON(filepath.Join(dir, "documents.jsonl"), func(d struct {
		ID   string `json:"_id"`
		Text string
	}) {
		number[d.ID] = len(docs)
		docs = append(docs, namedDocument{text: d.Text})
	})
	if err != nil {
		return nil, err
	}
	return docs, eachJSON(filepath.Join(dir, "entities.jsonl"), func(e re3dEntity) {
		if d, ok := number[e.DocumentID]; ok && e.Confidence > above {
			docs[d].mark(e)
		}
	})
}

// re3dEntity is a line of entities.jsonl; Begin and End count characters.
type re3dEntity struct {
	DocumentID string
	Begin, End int
	Type       string
	Confidence float64
}

func (d *namedDocument) mark(e re3dEntity) {
	kind := re3dKinds[e.Type]
	start := runeOffset(d.text, e.Begin)
	end := start + runeOffset(d.text[start:], e.End-e.Begin)
	words := bare(d.text[start:end])
	if kind == "" || words == strings.ToLower(words) || nerPronouns[strings.ToLower(words)] {
		return
	}
	d.names = append(d.names, namedSpan{end - len(words), end, kind})
}

var nerPronouns = map[string]bool{"i": true, "we": true, "he": true, "she": true, "it": true, "they": true, "you": true, "us": true, "our": true, "ours": true,
	"his": true, "her": true, "its": true, "their": true, "my": true, "me": true, "them": true, "him": true, "here": true, "there": true, "who": true, "this": true}

// bare leaves out an article in front.
func bare(words string) string {
	for _, article := range []string{"the ", "an ", "a "} {
		if len(words) > len(article) && strings.EqualFold(words[:len(article)], article) {
			return words[len(article):]
		}
	}
	return words
}

// runeOffset is the byte at which rune n of s begins, its length where it has no more.
func runeOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// eachJSON gives do each value of a file of JSON, a line each.
func eachJSON[T any](path string, do func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for values := json.NewDecoder(f); ; {
		var v T
		switch err := values.Decode(&v); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		do(v)
	}
}
