package data

import "embed"

// Codebook holds codebook/*.yaml: one file a kind of Statement; internal/codebook reads and lints it.
//
//go:embed codebook/*.yaml
var Codebook embed.FS
