// Command dateline reads public reporting about armed groups and keeps who said what.
//
// Wiring and flags only: one file a subcommand. Standard output carries results, standard error
// progress and errors. Exit codes are a promise (see exit.go).
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
)

// cli is the command line.
type cli struct {
	Code    codeCmd    `cmd:"" help:"Read reports and print what they say, one JSON object a report. Keeps nothing."`
	Read    readCmd    `cmd:"" help:"Read reports and keep what they say in the ledger."`
	Recode  recodeCmd  `cmd:"" help:"Read the kept reports anew with this version of the coder."`
	Show    showCmd    `cmd:"" help:"Show a group, an incident or a report in the terminal."`
	Serve   serveCmd   `cmd:"" help:"Serve the pages of a ledger to a browser on this machine."`
	Decide  decideCmd  `cmd:"" help:"Rule on what was read: accept, correct, reject, same, not same; undo."`
	Account accountCmd `cmd:"" help:"Say who may read, review and administer a served ledger."`
	Check   checkCmd   `cmd:"" help:"Check that every quote still stands in its report and every value names its statements."`
	Export  exportCmd  `cmd:"" help:"Write incidents and statements as CSV, GeoJSON and JSON Lines."`
	Actor   actorCmd   `cmd:"" help:"Add and check records of actors, for those who maintain them."`
	Eval    evalCmd    `cmd:"" help:"Score the coder against cases or a corpus."`
	Demo    demoCmd    `cmd:"" help:"Read the built-in sample reports into a temporary ledger and serve it."`
	Invent  inventCmd  `cmd:"" help:"Make up reports with known truth, to measure linking or to fill a ledger."`
	Load    loadCmd    `cmd:"" help:"Try the pages of a ledger as many readers at once would, and print how fast they are."`
	Train   trainCmd   `cmd:"" help:"Fit the language model anew on a corpus."`

	Version versionFlag `help:"Print the version and end."`
}

// streams are where a command reads from and writes to, and what time it is.
type streams struct {
	in       io.Reader
	out, err io.Writer
	terminal bool // err is a terminal
	now      func() time.Time
	ctx      context.Context
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr,
		terminal: isTerminal(os.Stderr), now: time.Now, ctx: ctx}))
}

// run is the program: arguments in, exit code out.
func run(args []string, s streams) int {
	var c cli
	ended := false
	parser, err := kong.New(&c, kong.Name("dateline"), kong.Description(description),
		kong.Writers(s.out, s.err), kong.Exit(func(int) { ended = true }), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return report(s, err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if ended {
		return exitOK
	}
	if err != nil {
		return usage(s, err)
	}
	return report(s, k.Run(&s))
}

const description = `Dateline tracks armed groups from public reporting. It reads what was published, records who said
what, and shows what is known with every figure standing on the sentence that it came from.

It is analysis for understanding and accountability. It is not for targeting.

Try it:  dateline demo`

// usage tells of a mistake in the command line.
func usage(s streams, err error) int {
	var p *kong.ParseError
	if errors.As(err, &p) {
		io.WriteString(s.err, "dateline: "+err.Error()+"\nRun 'dateline "+commandOf(p)+"--help' for examples.\n")
	} else {
		io.WriteString(s.err, "dateline: "+err.Error()+"\n")
	}
	return exitUsage
}

func commandOf(p *kong.ParseError) string {
	if p.Context == nil || p.Context.Selected() == nil {
		return ""
	}
	return p.Context.Selected().Path() + " "
}
