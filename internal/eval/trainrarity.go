package eval

import (
	"context"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"

	"dateline/internal/link"
)

// TrainRarity counts in how many texts each word stands and writes the table of package link: the words of at
// least leastTexts texts by the alphabet, each with its rarity in tenths. The texts are those of GVA that belong to
// the half of the incidents that models are fitted to, with their titles, and of MUC-4's dev folder; each counts
// once, so that half of the table is of local crime and half of armed groups.
func TrainRarity(ctx context.Context, dir string, out io.Writer) error {
	in, texts := map[string]int{}, 0
	count := func(text string) {
		texts++
		ws := link.Words(text)
		slices.Sort(ws)
		for _, w := range slices.Compact(ws) {
			in[w]++
		}
	}
	err := eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		if a.fitted() {
			count(a.Title + "\n" + a.Content)
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return err
	}
	for _, m := range messages {
		count(m.report().Text)
	}
	words := make([]string, 0, len(in))
	for w, n := range in {
		if n >= leastTexts {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	for _, w := range words {
		if _, err := fmt.Fprintf(out, "%s %.0f\n", w, 10*math.Log(float64(texts)/float64(in[w]))); err != nil {
			return err
		}
	}
	return nil
}

// leastTexts is how many texts must have a word for the table to list it.
const leastTexts = 10

// fitted reports whether an article belongs to the half of the incidents that models are fitted to: those whose
// number is even. The others are for measuring.
func (a gvaArticle) fitted() bool {
	n := len(a.Incident)
	return n > 0 && (a.Incident[n-1]-'0')%2 == 0
}
