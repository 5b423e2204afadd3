package main

import (
	"fmt"
	"runtime/debug"

	"dateline"

	"github.com/alecthomas/kong"
)

type versionFlag bool

// BeforeReset prints the version and ends the program.
func (versionFlag) BeforeReset(app *kong.Kong) error {
	v := "development"
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		v = b.Main.Version
	}
	fmt.Fprintf(app.Stdout, "dateline %s, coded form %s\n", v, dateline.Schema)
	app.Exit(0)
	return nil
}
