package parse

import (
	"hash/crc32"
	"slices"
	"unicode/utf8"
)

// word is what the network sees of a token: the row of its vector, and a row of each table that
// stands for some of its letters.
type word struct {
	vector int // -1 for none
	own    int // the same, of the word as it is and no other in its place
	rows   [tableCount]int
}

// The tables of letters, in the order of a model's tables: the whole word, its first one, two and three
// letters, its last one to four, its shape and its length.
const (
	tableWord = iota
	tablePrefix
	tableSuffix = tablePrefix + 3
	tableShape  = tableSuffix + 4
	tableLength = tableShape + 1
	tableCount  = tableLength + 1
)

// groups says which part of the network's input each table adds to.
var groups = [tableCount]int{0, 1, 1, 1, 2, 2, 2, 2, 3, 3}

// shapeRow is the row of each shape in its table, in the order of the shapes.
var shapeRow = [...]int{0, 1, 2, 3, 4, 7, 6, 8, 5}

// look fills words with what is seen of the forms.
func (v *vocabulary) look(forms []string, words []word) []word {
	words = words[:0]
	var buffer [64]byte
	for _, form := range forms {
		words = append(words, v.see(form, lowerCase(form, buffer[:0])))
	}
	return words
}

// seenAs is how word i is seen: as it is, or a short name that looks like a little word as any other name of
// capitals would be.
func seenAs(forms []string, i int) string {
	if shortName(forms, i) {
		return "NATO"
	}
	return forms[i]
}

// shortName reports whether word i is a little word in capitals among words that are not: 'IS claimed',
// the group and not the verb.
func shortName(forms []string, i int) bool {
	switch forms[i] {
	case "IS", "IT", "WHO", "AS", "AM":
		return len(forms) > 2 && !(i > 0 && shapeOf(forms[i-1]) == shapeCaps) && !(i+1 < len(forms) && shapeOf(forms[i+1]) == shapeCaps)
	}
	return false
}

func (v *vocabulary) see(form string, folded []byte) word {
	own := v.row(folded)
	w := word{vector: own, own: own}
	noFigures(folded)
	if own < 0 {
		w.vector = v.near(folded)
	}
	if v.known(folded) {
		w.rows[tableWord] = 1 + int(crc32.Update(crc32.ChecksumIEEE([]byte{'w'}), crc32.IEEETable, folded)%uint32(v.sizes[tableWord]-1))
	}
	start, end := 0, len(folded)
	letters := 0
	for ; letters < 4; letters++ {
		if letters < 3 {
			_, n := utf8.DecodeRune(folded[start:])
			start += n
			w.rows[tablePrefix+letters] = v.bucket(folded[:start], tablePrefix+letters)
		}
		_, n := utf8.DecodeLastRune(folded[:end])
		end -= n
		w.rows[tableSuffix+letters] = v.bucket(folded[end:], tableSuffix+letters)
	}
	w.rows[tableShape], w.rows[tableLength] = shapeRow[shapeOf(form)], min(utf8.RuneCount(folded), v.sizes[tableLength]-1)
	return w
}

func (v *vocabulary) bucket(letters []byte, table int) int {
	return int(crc32.ChecksumIEEE(letters) % uint32(v.sizes[table]))
}

// vocabulary knows which words have vectors and which were seen in the treebanks, by their hashes in
// ascending order.
type vocabulary struct {
	hashes []uint32 // of the words with vectors
	seen   []uint32 // of the words of the treebanks
	sizes  [tableCount]int
}

// row returns the row of a folded word's vector, -1 for none.
func (v *vocabulary) row(folded []byte) int {
	if i, ok := slices.BinarySearch(v.hashes, crc32.ChecksumIEEE(folded)); ok {
		return i
	}
	return -1
}

// near is row for a word that has none: of the word with its figures as 0, of its part behind the last
// hyphen, of the abbreviation without its stop.
func (v *vocabulary) near(folded []byte) int {
	if i := v.row(folded); i >= 0 {
		return i
	}
	for i := len(folded) - 1; i >= 0; i-- {
		if folded[i] == '-' {
			if row := v.row(folded[i+1:]); row >= 0 {
				return row
			}
			break
		}
	}
	if n := len(folded); n > 0 && folded[n-1] == '.' {
		return v.row(folded[:n-1])
	}
	return -1
}

func (v *vocabulary) known(folded []byte) bool {
	_, ok := slices.BinarySearch(v.seen, crc32.ChecksumIEEE(folded))
	return ok
}
