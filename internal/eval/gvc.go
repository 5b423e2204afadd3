package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/link"
	"dateline/internal/parse"
)

// The Gun Violence Corpus (Vossen et al. 2018): articles of the Gun Violence Archive in which words that tell events are marked and
// joined across texts. As on ECB+, the marked words are given (gvckey.go finds them) and CoNLL is scored over all of them at once.
//
// Texts are grouped by the incident that each mainly tells, as link makes incidents of all of them, read from title, text and day of
// publication. In a group, words that tell a sort of event are one: somebody fires, hits, is hurt or dies, or 'the incident' is
// meant. That sort is gvcSort, a table from the program's words to the corpus' scheme, as other corpora here have one. What it does not tell apart
// are several victims of one incident.
//
// No model is fitted to the corpus, and gvcSort has only words that anybody would sort so, none for an oddity of the dev texts; but they were
// written with these at hand. A row of its own shows the kinds of the lexicon alone.

// GVC scores the marked words of dir/gva/event_mentions_dev.keyfile.
func GVC(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "Gun Violence Corpus, dev: which marked words of several texts tell one event", Head: ecbHead}
	texts, reports, err := readGVC(ctx, dir)
	if err != nil {
		return t, err
	}
	readings, err := codeAll(ctx, reports)
	if err != nil {
		return t, err
	}
	mains := analysis.Mains(readings, link.Link(readings, nil))
	all, linked := grouped(len(texts), func(int) string { return "" }), grouped(len(texts), func(i int) string {
		if mains[i] == nil {
			return texts[i].Name
		}
		return mains[i].ID
	})
	for _, r := range []struct {
		name   string
		groups [][]int
		by     corefer
	}{
		{"one lemma, one event", all, sameLemma},
		{"linked texts: one lemma, one event", linked, sameLemma},
		{"linked texts: the model of ECB+", linked, coreferBy(link.MentionModel())},
		{"linked texts: one kind of the lexicon, one event", linked, same(func(m *link.EventMention) string { return gvcKinds[m.Kind] })},
		{"linked texts: one sort of event, one event", linked, same(gvcSort)},
	} {
		var s ecbScore
		s.add(texts, r.groups, r.by)
		t.Rows = append(t.Rows, s.row(r.name))
	}
	return t, nil
}

// readGVC reads the texts that the key has marks in, in the order of the file, and their reports.
func readGVC(ctx context.Context, dir string) (texts []ecbText, reports []dateline.Report, err error) {
	key, err := readGVCKey(filepath.Join(dir, "gva", "event_mentions_dev.keyfile"))
	if err != nil {
		return nil, nil, err
	}
	var articles []gvaArticle
	err = eachLine(filepath.Join(dir, "gva", "gvc_train_dev.jsonl"), func(a gvaArticle) error {
		if key[a.ID] != nil {
			articles = append(articles, a)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	var parts []gvcText
	for _, a := range articles {
		title, body := key[a.ID].parts()
		parts = append(parts, newGVCText(a.Title, title), newGVCText(a.Content, body))
	}
	found := alignGVC(parts)
	for i, a := range articles {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		head := a.Title + "\n\n"
		read := readText(parse.Parse(head + a.Content))
		t := ecbText{Name: a.ID, grams: read.grams()}
		for p, start := range []int{0, len(head)} {
			for _, w := range found[2*i+p] {
				sentence, token := read.at(start + parts[2*i+p].words[w].at)
				m := read.mention(sentence, []int{token}, "")
				m.Text = i
				t.marked = append(t.marked, m)
			}
		}
		if len(t.marked) != len(key[a.ID]) {
			return nil, nil, fmt.Errorf("%s: the sentences and words of its marks are not those of the text", a.ID)
		}
		for _, m := range key[a.ID] {
			t.chains = append(t.chains, m.chain)
		}
		texts, reports = append(texts, t), append(reports, a.published())
	}
	return texts, reports, nil
}

// at is the sentence and the token that holds a byte, or the last one before it.
func (r *ecbRead) at(b int) (sentence, token int) {
	for i := range r.text.Sentences {
		for k, t := range r.text.Sentences[i].Tokens {
			if t.Span.Start > b {
				return sentence, token
			}
			sentence, token = i, k
		}
	}
	return sentence, token
}

// gvcKinds are the sorts of event of the corpus' scheme by the kinds of the code book.
var gvcKinds = map[string]string{
	string(dateline.KilledKind): "death", string(dateline.WoundedKind): "injury",
	"attack": "shooting", "clash": "shooting",
}

// gvcSort is the sort of event that a word tells in the corpus' scheme, by its kind, else by its lemma; "" for others.
func gvcSort(m *link.EventMention) string {
	sort := gvcKinds[m.Kind]
	if sort == "shooting" && m.Tag == "VERB" {
		return "hit" // 'was shot': the scheme has whom the bullet hits apart from the firing of it
	}
	if sort == "" {
		for s, lemmas := range gvcWordsOf {
			if slices.Contains(lemmas, m.Lemma) {
				return s
			}
		}
	}
	return sort
}

var gvcWordsOf = map[string][]string{
	"shooting": strings.Fields("gunshot shot fire shooter gunman shootout discharge"),
	"hit":      strings.Fields("hit strike graze"),
	"injury":   strings.Fields("hospitalize surgery critical paralyze"),
	"death":    strings.Fields("fatal fatally deadly suicide body autopsy deceased lifeless mourn"),
	"incident": strings.Fields("it this incident accident tragedy"),
}
