package data

import "embed"

// Lexicon holds the word lists, one file a subject; the package that reads a file lints it.
//
//go:embed lexicon
var Lexicon embed.FS
