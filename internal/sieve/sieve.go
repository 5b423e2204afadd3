// Package sieve tells words that are on no list from words that may be, at a few nanoseconds each,
// whatever the length of the list: what falls through is looked up where the list is. It knows
// neither the words nor what they mean.
package sieve

// Sieve holds one bit for the hash of each word that was added. Its zero value holds none. Has never
// says no to a word that was added; of 4,000 words in it, about one in sixteen others passes too.
type Sieve struct{ bits [1 << 16 / 64]uint64 }

// Hash is a word's hash, built up byte by byte: Start, then Next for each byte.
type Hash uint32

// Start is the hash of no bytes.
const Start Hash = 2166136261

// Next gives the hash of the bytes so far and c (FNV-1a).
func (h Hash) Next(c byte) Hash { return (h ^ Hash(c)) * 16777619 }

// Of is the hash of a whole word.
func Of(word string) Hash {
	h := Start
	for i := range len(word) {
		h = h.Next(word[i])
	}
	return h
}

// Add lets the word of hash h through.
func (s *Sieve) Add(h Hash) { s.bits[h>>22] |= 1 << (h >> 16 & 63) }

// Has reports whether a word of hash h may have been added.
func (s *Sieve) Has(h Hash) bool { return s.bits[h>>22]&(1<<(h>>16&63)) != 0 }

// Lower maps the letters A to Z to small ones, letters and digits to themselves, and every other byte
// to 0: what is no plain letter or digit ends a plain word.
var Lower = func() (t [256]byte) {
	for c := '0'; c <= '9'; c++ {
		t[c] = byte(c)
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = byte(c), byte(c)
	}
	return t
}()
