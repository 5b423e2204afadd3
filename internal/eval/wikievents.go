package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// The WikiEvents corpus: news texts in which people marked every event of the KAIROS ontology by its
// trigger word, and who takes part in it. Ours are the mentions of the coded form; wikitypes.go says how
// our kinds and roles map to its types and roles. Most of what it marks as contacts (who said or asked
// what), trade, crime and disease has no kind here and counts as missed. The report that the coder gets is the sentences of the corpus, a line each.
//
// A trigger is right when the head of our words is the head of the marked ones and the type is the
// marked type. An argument is right when its type of event, its role and its head are those of a
// marked argument of the document (as in OneIE and later work; each such triple counts once). The
// head of a phrase is the word that the others hang on in our tree, of a name its last word. The
// second row of arguments also counts an argument as right where its head is that of another mention
// of the same entity by the corpus's own co-reference; the third asks that its trigger is right, too.

// WikiEvents scores the coder on dir/wikievents/dev.jsonl.
func WikiEvents(ctx context.Context, dir string) (Table, error) {
	docs, err := readWiki(filepath.Join(dir, "wikievents"))
	if err != nil {
		return Table{}, err
	}
	reports := make([]dateline.Report, len(docs))
	for i := range docs {
		reports[i] = dateline.Report{File: docs[i].ID, Text: docs[i].text(), Language: "en"}
		reports[i].SetID()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	var s wikiScore
	for i := range docs {
		text := parse.Parse(reports[i].Text)
		gold, entity := docs[i].events(text)
		s.add(gold, wikiRead(text, read[i]), entity)
	}
	return s.table(len(docs)), nil
}

// wikiEvent is an event as both sides are compared: its type, and where the heads of its trigger and
// its arguments begin in the text.
type wikiEvent struct {
	kind string
	at   int
	args []wikiArg
}

type wikiArg struct {
	role string
	at   int
}

// wikiScore counts what is right of what each side has.
type wikiScore struct {
	triggers, args, same, strict counts
	types                        map[string]*counts
}

// add scores one document; entity names the entity of the mention whose head begins at an offset.
func (s *wikiScore) add(gold, ours []wikiEvent, entity map[int]string) {
	if s.types == nil {
		s.types = map[string]*counts{}
	}
	s.addTriggers(gold, ours)
	self := func(at int) string { return fmt.Sprint(at) }
	of := func(at int) string {
		if e := entity[at]; e != "" {
			return e
		}
		return self(at)
	}
	s.args.addSets(argsOf(gold, false, self), argsOf(ours, false, self))
	s.same.addSets(argsOf(gold, false, of), argsOf(ours, false, of))
	s.strict.addSets(argsOf(gold, true, self), argsOf(ours, true, self))
}

func (s *wikiScore) addTriggers(gold, ours []wikiEvent) {
	left := map[string]int{}
	for _, g := range gold {
		left[g.trigger()]++
		s.triggers.gold++
		s.of(g.kind).gold++
	}
	for _, o := range ours {
		s.triggers.ours++
		s.of(o.kind).ours++
		if left[o.trigger()] > 0 {
			left[o.trigger()]--
			for _, c := range []*counts{&s.triggers, s.of(o.kind)} {
				c.right++
				c.rightOurs++
			}
		}
	}
}

func (e wikiEvent) trigger() string { return fmt.Sprint(e.kind, " ", e.at) }

func (s *wikiScore) of(kind string) *counts {
	if s.types[kind] == nil {
		s.types[kind] = &counts{}
	}
	return s.types[kind]
}

// argsOf is the set of arguments of events, each in words; with triggers, the event's place is part of it.
func argsOf(es []wikiEvent, triggers bool, entity func(int) string) map[string]bool {
	out := map[string]bool{}
	for _, e := range es {
		key := e.kind
		if triggers {
			key = e.trigger()
		}
		for _, a := range e.args {
			out[key+" "+a.role+" "+entity(a.at)] = true
		}
	}
	return out
}

func (c *counts) addSets(gold, ours map[string]bool) {
	c.gold += float64(len(gold))
	c.ours += float64(len(ours))
	for k := range ours {
		if gold[k] {
			c.right++
			c.rightOurs++
		}
	}
}

func (s *wikiScore) table(docs int) Table {
	t := Table{Title: fmt.Sprintf("WikiEvents, dev: %d texts, events by head match, per cent", docs),
		Head: []string{"", "marked", "found", "right", "precision", "recall", "F1"},
		Notes: []string{"pass: triggers 50, arguments 38 F1; aim: 62 and 52",
			"types below are those marked or found at least three times"}}
	t.Rows = [][]string{s.triggers.row("triggers, type and head"), s.args.row("arguments, end to end"),
		s.same.row("  or another mention of it"), s.strict.row("  and the trigger right")}
	var kinds []string
	for k, c := range s.types {
		if c.gold+c.ours >= 3 {
			kinds = append(kinds, k)
		}
	}
	slices.SortFunc(kinds, func(a, b string) int {
		if d := s.types[b].gold - s.types[a].gold; d != 0 {
			return int(d)
		}
		return strings.Compare(a, b)
	})
	for _, k := range kinds {
		t.Rows = append(t.Rows, s.types[k].row(k))
	}
	return t
}

func (c counts) row(name string) []string {
	p := func(f float64) string { return fmt.Sprintf("%.1f", 100*f) }
	return []string{name, fmt.Sprint(c.gold), fmt.Sprint(c.ours), fmt.Sprint(c.rightOurs), p(c.precision()), p(c.recall()), p(c.f1())}
}

// wikiDoc is a document of the corpus. Sentences holds for each its words and its text; words of the
// document are counted through.
type wikiDoc struct {
	ID        string               `json:"doc_id"`
	Sentences [][2]json.RawMessage `json:"sentences"`
	Entities  []struct {
		ID    string `json:"id"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	} `json:"entity_mentions"`
	Events []struct {
		Type    string `json:"event_type"`
		Trigger struct {
			Start int `json:"start"`
			End   int `json:"end"`
		} `json:"trigger"`
		Arguments []struct {
			Entity string `json:"entity_id"`
			Role   string `json:"role"`
		} `json:"arguments"`
	} `json:"event_mentions"`

	lines    []string
	words    []string
	clusters [][]string
}

// readWiki reads the documents of a folder with their chains of co-reference.
func readWiki(dir string) ([]*wikiDoc, error) {
	var docs []*wikiDoc
	byID := map[string]*wikiDoc{}
	err := eachLine(filepath.Join(dir, "dev.jsonl"), func(read wikiDoc) error {
		d := &read
		docs, byID[d.ID] = append(docs, d), d
		return d.unpack()
	})
	if err != nil {
		return nil, err
	}
	return docs, eachLine(filepath.Join(dir, "coref_dev.jsonlines"), func(c struct {
		Doc      string     `json:"doc_key"`
		Clusters [][]string `json:"clusters"`
	}) error {
		if d := byID[c.Doc]; d != nil {
			d.clusters = c.Clusters
		}
		return nil
	})
}

func (d *wikiDoc) unpack() error {
	for _, s := range d.Sentences {
		var words [][3]json.RawMessage
		var line string
		if err := json.Unmarshal(s[0], &words); err != nil {
			return err
		}
		if err := json.Unmarshal(s[1], &line); err != nil {
			return err
		}
		d.lines = append(d.lines, line)
		for _, w := range words {
			var word string
			if err := json.Unmarshal(w[0], &word); err != nil {
				return err
			}
			d.words = append(d.words, word)
		}
	}
	return nil
}

func (d *wikiDoc) text() string { return strings.Join(d.lines, "\n") }

// spans finds where each word of the document stands in its text: in their order.
func (d *wikiDoc) spans() []dateline.Span {
	text, at := d.text(), 0
	out := make([]dateline.Span, len(d.words))
	for i, w := range d.words {
		if k := strings.Index(text[at:], w); k >= 0 {
			out[i] = dateline.Span{Start: at + k, End: at + k + len(w)}
			at = out[i].End
		}
	}
	return out
}

// events are the marked events, and by the head of each mention the entity that it names.
func (d *wikiDoc) events(text *parse.Text) ([]wikiEvent, map[int]string) {
	words := d.spans()
	head := func(start, end int) int { return headAt(text, words[start].Cover(words[end-1])) }
	at, entity := map[string]int{}, map[int]string{}
	for _, e := range d.Entities {
		at[e.ID] = head(e.Start, e.End)
	}
	for i, c := range d.clusters {
		for _, id := range c {
			entity[at[id]] = fmt.Sprint("entity ", i)
		}
	}
	var out []wikiEvent
	for _, e := range d.Events {
		w := wikiEvent{kind: e.Type, at: head(e.Trigger.Start, e.Trigger.End)}
		for _, a := range e.Arguments {
			w.args = append(w.args, wikiArg{a.Role, at[a.Entity]})
		}
		out = append(out, w)
	}
	return out, entity
}

// headAt is where the head of a phrase begins: of its words the one that hangs on none of them, of a
// name the last word.
func headAt(text *parse.Text, sp dateline.Span) int {
	i, _ := slices.BinarySearchFunc(text.Sentences, sp.Start, func(s parse.Sentence, at int) int {
		if s.Span.End <= at {
			return -1
		}
		return 1
	})
	if i == len(text.Sentences) {
		return sp.Start
	}
	tokens := text.Sentences[i].Tokens
	for t := range tokens {
		if h := tokens[t].Head; sp.Overlaps(tokens[t].Span) && (h < 0 || !sp.Overlaps(tokens[h].Span)) && tokens[t].Tag != "PUNCT" {
			return tokens[nameEnd(tokens, t, sp)].Span.Start
		}
	}
	return sp.Start
}

// nameEnd is the last word within sp of the name that t stands in, or t.
func nameEnd(tokens []parse.Token, t int, sp dateline.Span) int {
	for t+1 < len(tokens) && tokens[t].Tag == "PROPN" && tokens[t+1].Tag == "PROPN" && sp.Overlaps(tokens[t+1].Span) {
		t++
	}
	return t
}
