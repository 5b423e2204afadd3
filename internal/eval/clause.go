package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/internal/parse"
)

// clauseTests are the treebanks that clauses are scored on, and which of their documents.
var clauseTests = []struct{ file, documents, title string }{
	{"en_ewt-ud-test.conllu", "", "EWT test"},
	{"gum-free-test.conllu", "GUM_news_", "GUM test, news"},
	{"gum-free-test.conllu", "", "GUM test, all"},
}

// Clauses scores who does what to whom on the treebanks in dir/ud, with their words given: the clauses
// that are read from the parser's trees against those read from the treebank's, and the plain arcs of
// subjects, objects and agents, for which no clause is read.
func Clauses(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "Clauses, F1 in per cent: the parser's trees against the treebank's",
		Head: []string{"", "words", "gold", "precision", "recall", "F1"},
		Notes: []string{"roles: our clauses, event nouns too; did is the predicate itself, and 'all roles' leaves it out",
			"arcs: head, relation and dependent, as the trees have them"}}
	for _, test := range clauseTests {
		gold, err := readDocuments(filepath.Join(dir, "ud", test.file), test.documents)
		if err != nil {
			return t, err
		}
		if err := ctx.Err(); err != nil {
			return t, err
		}
		t.Rows = append(t.Rows, clauseRows(test.title, parse.EvalClauses(gold))...)
	}
	return t, nil
}

// readDocuments reads those documents of a treebank whose names begin with prefix.
func readDocuments(path, prefix string) ([]parse.Gold, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	const mark = "# newdoc id = "
	var kept strings.Builder
	for document := range strings.SplitSeq(string(text), mark) {
		if document != "" && strings.HasPrefix(document, prefix) {
			kept.WriteString(mark + document)
		}
	}
	gold, err := parse.ReadUD(strings.NewReader(kept.String()))
	if err != nil {
		return nil, fmt.Errorf("treebank %s: %w", path, err)
	}
	return gold, nil
}

func clauseRows(title string, s parse.ClauseScores) [][]string {
	rows := [][]string{{title, fmt.Sprint(s.Words), "", "", "", ""}}
	for _, role := range parse.ClauseRoles {
		rows = append(rows, scoreRow("  "+role, s.Roles[role]))
	}
	rows = append(rows, scoreRow("  all roles", parse.Sum(s.Roles, "did")), scoreRow("  all roles and did", parse.Sum(s.Roles)),
		scoreRow("  event nouns", parse.Sum(s.NounRoles, "did")))
	for _, arc := range parse.ClauseArcs {
		rows = append(rows, scoreRow("  arcs: "+arc, s.Arcs[arc]))
	}
	return append(rows, scoreRow("  arcs: all", parse.Sum(s.Arcs)))
}

func scoreRow(title string, s parse.RelScore) []string {
	return []string{title, "", fmt.Sprint(s.Gold), percent(s.Right, s.Drawn), percent(s.Right, s.Gold), fmt.Sprintf("%.1f", 100*s.F1())}
}
