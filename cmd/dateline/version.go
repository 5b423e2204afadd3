package main

import (
	"fmt"
	"runtime/debug"

	"dateline"

	"github.com/alecthomas/kong"
)

// version is that of this program, and "development" of one that was built from a working tree.
func version() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "development"
}

type versionFlag bool

// BeforeReset prints the version and ends the program.
func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintf(app.Stdout, "dateline %s, coded form %s\n", version(), dateline.Schema)
	app.Exit(0)
	return nil
}
