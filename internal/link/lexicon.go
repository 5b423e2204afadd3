package link

import "dateline/data"

// Words by which reports are compared, in small letters; the file says what each list is.
var (
	pronouns  = data.Section("linking.txt", "nobody")
	numerals  = data.Section("linking.txt", "numeral")
	dull      = data.Section("linking.txt", "dull")
	singular  = data.Section("linking.txt", "one")
	severalOf = data.Section("linking.txt", "several")
	wholes    = data.Section("linking.txt", "whole")
	doers     = data.Section("linking.txt", "doer")
	sufferers = data.Section("linking.txt", "victim")
	parting   = data.Section("linking.txt", "parting")
	males     = data.Section("linking.txt", "male")
	females   = data.Section("linking.txt", "female")
)

// sexOf is "m" or "f" for a word that says so, else "".
func sexOf(word string) string {
	switch {
	case males[word]:
		return "m"
	case females[word]:
		return "f"
	}
	return ""
}
