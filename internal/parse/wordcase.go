package parse

import (
	"bufio"
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// The case of words: in which case a dictionary of English writes them, as classes of nameWord behind those of the lists.
const (
	smallWord    nameWord = 1 << (listClasses + iota) // 'jet'
	capitalWord                                       // 'Nile'
	capitalsWord                                      // 'NATO'

	caseClasses = listClasses + 3
)

const caseMagic = "dateline case model 1\n"

//go:embed case.model
var embeddedCases []byte

// wordCases are the hashes of the words of the dictionary in ascending order: those in small letters, with a
// capital, in capitals. It panics on a model that cannot be read: then the program itself is broken.
var wordCases = sync.OnceValue(func() [3][]uint32 {
	cases, err := readCases(embeddedCases)
	if err != nil {
		panic(fmt.Sprintf("parse: embedded case model: %v", err))
	}
	return cases
})

func readCases(data []byte) (cases [3][]uint32, err error) {
	rest, ok := bytes.CutPrefix(data, []byte(caseMagic))
	if !ok {
		return cases, fmt.Errorf("not a %q file", caseMagic[:len(caseMagic)-1])
	}
	plain, err := expand(rest)
	if err != nil {
		return cases, err
	}
	d := &decoder{data: plain}
	for i := range cases {
		cases[i] = d.hashes()
	}
	return cases, d.err
}

// caseOf says in which cases the dictionary has form, whatever its own: nothing for a word that it does not have.
func caseOf(form string) nameWord {
	var buffer [64]byte
	h := hashBytes(lowerCase(form, buffer[:0]))
	var found nameWord
	for i, list := range wordCases() {
		if _, ok := slices.BinarySearch(list, h); ok {
			found |= smallWord << i
		}
	}
	return found
}

// TrainCases keeps the words of opts.Corpus, a file with a word a line as dictionaries write it, by their case, and writes
// them to opts.Out.
func TrainCases(opts TrainOptions) error {
	f, err := os.Open(opts.Corpus)
	if err != nil {
		return err
	}
	defer f.Close()
	var e encoder
	lists, err := sortedByCase(bufio.NewScanner(f))
	if err != nil {
		return fmt.Errorf("train case: %s: %w", opts.Corpus, err)
	}
	for _, list := range lists {
		e.hashes(list)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("train case: compress model: %w", err)
	}
	return os.WriteFile(opts.Out, append([]byte(caseMagic), z.EncodeAll(e.Bytes(), nil)...), 0o644)
}

func sortedByCase(words *bufio.Scanner) (lists [3][]uint32, err error) {
	for words.Scan() {
		word := words.Text()
		i := 0
		switch {
		case strings.ToUpper(word) == word && len(word) > 1:
			i = 2
		case startsUpper(word):
			i = 1
		}
		lists[i] = append(lists[i], hashBytes(lowerCase(word, nil)))
	}
	for i := range lists {
		slices.Sort(lists[i])
		lists[i] = slices.Compact(lists[i])
	}
	return lists, words.Err()
}
