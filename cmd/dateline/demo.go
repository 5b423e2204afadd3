package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dateline/data"
	"dateline/internal/ingest"
	"dateline/internal/ledger"
	"dateline/internal/pipeline"
	"dateline/internal/web"
)

type demoCmd struct {
	Address string `help:"Where to listen; only addresses of this machine." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Once    bool   `help:"Read the samples, tell what was read, and end without serving."`
}

// Help shows examples.
func (demoCmd) Help() string {
	return `Examples:
  dateline demo
  dateline demo --address 127.0.0.1:0`
}

// Run reads the samples into a temporary ledger and serves it.
func (c *demoCmd) Run(s *streams) error {
	if alone, err := loopback(c.Address); err != nil || !alone {
		return cmp.Or(err, error(&failure{exit: exitUsage, err: fmt.Errorf("--address: others can reach %s", c.Address), hint: "the samples are served to this machine only"}))
	}
	dir, err := os.MkdirTemp("", "dateline-demo-")
	if err != nil {
		return fmt.Errorf("make a temporary folder: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := os.CopyFS(filepath.Join(dir, "samples"), samples()); err != nil {
		return fmt.Errorf("unpack the samples: %w", err)
	}
	path := filepath.Join(dir, "dateline.db")
	if err := readDemo(s, path, filepath.Join(dir, "samples")); err != nil || c.Once {
		return err
	}
	v, err := ledger.OpenView(path)
	if err != nil {
		return err
	}
	defer v.Close()
	desk := pipeline.NewDesk(path, v, pipeline.DeskOptions{Now: s.now})
	defer desk.Close()
	return serving{address: c.Address}.serve(s, v, web.Options{Version: version(), Warm: true, Desk: desk, Notice: "Sample reports written for this project about public events of long ago"})
}

// readDemo makes a ledger of the reports in a folder, and lets go of the right to write it.
func readDemo(s *streams, path, folder string) error {
	return withPen(path, ledger.Options{}, func(l *ledger.Ledger, v *ledger.View) error {
		in := pipeline.Run(s.ctx, relative(ingest.Read(s.ctx, []string{folder}, ingest.Options{Now: s.now().UTC()}), folder))
		t, err := pipeline.Keep(s.ctx, l, v, in, nil)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "Read %s written for this project: %s, %s.\n", counted(t.Added, "sample report"), counted(t.Stated, "statement"), counted(t.Incident, "incident"))
		return nil
	})
}

// samples are the embedded sample reports.
func samples() fs.FS {
	f, err := fs.Sub(data.Demo, "demo")
	if err != nil {
		panic(err) // the folder is embedded by name
	}
	return f
}
