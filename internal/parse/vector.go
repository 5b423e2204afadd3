package parse

// Vector is what the analyser knows a word by, of one length for all words: likeness in meaning is the cosine of two.
// It is nil for a word that has none, and not to be written to.
func Vector(word string) []int8 {
	m := english()
	var buffer [64]byte
	at := m.row(lowerCase(word, buffer[:0]))
	if at < 0 {
		return nil
	}
	return m.vectors.at(at)
}
