// Package count knows what English says about how many: it turns the words of a number into a
// range, and finds such words in a sentence.
//
// A phrase is cut into tokens and its plain numbers are read by numeral; quantity.go reads what
// English puts around them ('at least', 'nearly', 'between', 'or more'), find.go tells numbers of
// people and things from dates, money, ages and the names of roads and rifles, and sum.go adds up
// 'three soldiers and two civilians'. tally.go and its siblings read the lists of figures that
// tables and boxes have, with whose word each is. Words are data, in data/lexicon: numbers.txt,
// people.txt, measures.txt, tallies.txt.
//
// What it promises: a range is as wide as the words, and the word that a vague one was read from
// stays with it. Choices, where English leaves one:
//
//   - 'At least 11' and '11 or more' are 11 and open; 'more than 90' and 'over 90' are strictly
//     more, 91 and open. 'Up to 20', 'as many as 20' and 'no more than 20' have no low bound;
//     'fewer than 20' ends at 19.
//   - 'About', 'some' and 'around' mark the number Approx and do not widen it.
//   - 'Nearly 200' and 'almost 200' are from nine tenths of it (180) to the number, and Approx.
//   - Vague words ('dozens', 'several') are ranges by a named Convention (convention.go); Dateline's own is the
//     default. 'Many' and 'an unknown number' are no Count, which is not zero.
//   - A part told within a whole ('11 people, including three children') is not added to it.
package count

import "dateline"

// Parse reads words that say how many, by the house's Convention: 'at least 11 people', 'dozens',
// 'three soldiers and two civilians', 'a soldier', 'no one'. It is false where the words give no
// number, a broken one, or one too great to be meant.
func Parse(words string) (dateline.Count, bool) {
	c, _, ok := ParseWhy(words)
	return c, ok
}
