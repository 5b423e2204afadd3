package data

import "embed"

// Demo holds demo/*.txt: sample reports with front matter, written for this project about public
// events of long ago. The events and their figures are those that were publicly reported at the
// time; the wording is the project's own, publishers and addresses are invented, and so are the
// remarks of speakers without a name or an office, such as survivors and analysts.
//
//go:embed demo/*.txt
var Demo embed.FS
