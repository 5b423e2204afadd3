package parse

import (
	"iter"

	"dateline/data"
)

// lexiconLines yields the entries of a list under data/lexicon/language, with their line numbers.
func lexiconLines(name string) iter.Seq2[int, string] {
	return data.Lines(data.Lexicon, "lexicon/language/"+name+".txt")
}
