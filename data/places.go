package data

import "embed"

// Places holds places/*.txt: what people maintain about places; places/README says what each is.
//
//go:embed places/*.txt
var Places embed.FS
