package main

import (
	"fmt"
	"iter"
	"runtime/debug"

	"dateline/internal/ingest"
	"dateline/internal/pipeline"

	"github.com/schollz/progressbar/v3"
)

// inputFlags say what to read and what to assume of it.
type inputFlags struct {
	Paths     []string `arg:"" help:"Files, directories, or - for standard input. Plain text, HTML, JSON Lines, each also as .gz."`
	Published string   `help:"Date of publication (YYYY, YYYY-MM or YYYY-MM-DD) for reports that do not say." placeholder:"DATE"`
	Publisher string   `help:"Publisher, for reports that do not say." placeholder:"NAME"`
	URL       string   `name:"url" help:"Address, for reports that do not say." placeholder:"ADDRESS"`
	JSON      bool     `name:"json" help:"Tell of errors as lines of JSON."`
}

// options turns the flags into what ingest takes.
func (f *inputFlags) options(s *streams) (ingest.Options, error) {
	o := ingest.Options{Publisher: f.Publisher, URL: f.URL, Now: s.now().UTC(), Stdin: s.in}
	if f.Published != "" {
		d, err := ingest.ParseDate(f.Published)
		if err != nil {
			return o, &failure{exit: exitUsage, err: fmt.Errorf("--published: %w", err)}
		}
		o.Published = d
	}
	return o, nil
}

// coded reads and codes the input in its order, with a progress bar on a terminal.
func (f *inputFlags) coded(s *streams) (iter.Seq[pipeline.Coded], error) {
	o, err := f.options(s)
	if err != nil {
		return nil, err
	}
	debug.SetGCPercent(200) // most of the work is short-lived: let the collector wait, within bounds
	debug.SetMemoryLimit(220 << 20)
	all := pipeline.Run(s.ctx, ingest.Read(s.ctx, f.Paths, o))
	if !s.terminal {
		return all, nil
	}
	return withBar(s, f.Paths, all), nil
}

// withBar draws a bar by the bytes of the files that are done.
func withBar(s *streams, paths []string, all iter.Seq[pipeline.Coded]) iter.Seq[pipeline.Coded] {
	n, _ := ingest.Count(paths)
	return func(yield func(pipeline.Coded) bool) {
		bar := progressbar.NewOptions(n, progressbar.OptionSetWriter(s.err), progressbar.OptionShowCount(),
			progressbar.OptionSetDescription("reading"), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
		defer bar.Finish()
		last := ""
		for c := range all {
			if file := fileOf(c); file != last {
				last = file
				bar.Add(1)
			}
			if !yield(c) {
				return
			}
		}
	}
}

func fileOf(c pipeline.Coded) string {
	if c.Err != nil {
		return c.Err.File
	}
	return c.Reading.Report.File
}

// someFailed is what a command returns after input of which so much could not be read.
func someFailed(failed int) error {
	if failed > 0 {
		return errSome
	}
	return nil
}
