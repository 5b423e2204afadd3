// Package tabular knows what may stand in a cell of a table that people open with a spreadsheet: which words say that there
// is no value, and how words of others are kept from being taken for a formula. It is pure.
package tabular

import (
	"strings"
	"unicode/utf8"
)

// The cells that are no values: nobody tells it; told without a value; left out of this file; does not apply.
const (
	NotReported   = "NR"
	Unknown       = "NA"
	Withheld      = "WH"
	NotApplicable = ""
)

// Words is a cell with words of a report or of a record, and none for "". No spreadsheet takes it for a formula: '
// stands before words that one could.
func Words(text, none string) string {
	const formulaStarts = "=+-@\t\r\n\x00＝＋－＠"
	if text == "" {
		return none
	}
	if r, _ := utf8.DecodeRuneInString(text); strings.ContainsRune(formulaStarts, r) {
		return "'" + text
	}
	return text
}
