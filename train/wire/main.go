// Wire writes a synthetic treebank of wire copy about armed groups, in CoNLL-U, with the relations and
// tags of UD English EWT. The treebanks that are free to learn from have hardly a sentence in which a
// gunman storms anything; a small share of these sentences teaches the parser the words and turns of
// such copy.
//
//	go run ./train/wire > train/wire/wire.conllu
//
// The sentences come from wire.grammar, a grammar of trees that is read by grammar.go, grown by
// tree.go, inflected by word.go and written by conllu.go. People, places and events in them are put
// together by chance and mean nothing. The same grammar gives the same bytes.
package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
)

//go:embed wire.grammar
var grammarText string

// heading is the first line of the file.
const heading = "# newdoc id = wire: invented sentences; no event, person or charge in them is real"

// volume is how many sentences are written.
const volume = 5000

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "wire:", err)
		os.Exit(1)
	}
}

func run() error {
	g, err := readGrammar(grammarText)
	if err != nil {
		return err
	}
	sentences, err := grow(g, volume)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, heading)
	for i, s := range sentences {
		if err := s.write(out, i+1); err != nil {
			return err
		}
	}
	return out.Flush()
}
