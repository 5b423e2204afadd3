package data

import _ "embed"

// Actors is every record of data/actors in one piece, sorted by ID. It is compiled from the YAML
// files by `go generate ./internal/resolve/actor`, because reading YAML takes longer than a start
// of the program may; a test holds the two equal.
//
//go:embed actors.tsv
var Actors string
