package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"dateline/internal/export"
	"dateline/internal/ledger"
)

type exportCmd struct {
	ledgerFlag
	conventionFlag
	Format string `help:"csv, geojson or jsonl; all of them if not given." enum:"csv,geojson,jsonl," default:"" placeholder:"FORMAT"`
	Out    string `required:"" help:"Folder to write into; - writes one file to standard output." placeholder:"DIR"`
	File   string `help:"With --out -, which of the files that a folder would get, such as accounts.csv." placeholder:"NAME"`
	Quotes bool   `help:"Include the sentences that statements stand on, at most 300 characters of each."`
}

// Help shows examples.
func (exportCmd) Help() string {
	return `Not reported is NR, zero is 0, unknown is NA and withheld is WH; see docs/data.md. Each row says whether it was reviewed.

Examples:
  dateline export --out release
  dateline export --ledger sahel.db --format csv --out release --quotes
  dateline export --format geojson --out - > incidents.geojson
  dateline export --out - --file accounts.csv | head`
}

// Run writes the files.
func (c *exportCmd) Run(s *streams) error {
	one, err := c.one()
	if err != nil {
		return err
	}
	v, err := openView(c.Ledger)
	if err != nil {
		return err
	}
	defer v.Close()
	opts := export.Options{Format: export.Format(c.Format), Quotes: c.Quotes, Convention: c.convention()}
	if one != nil {
		return export.WriteOne(s.ctx, v, s.out, *one, opts)
	}
	return c.folder(s, v, opts)
}

// folder writes into the folder and tells what.
func (c *exportCmd) folder(s *streams, v *ledger.View, opts export.Options) error {
	names, err := export.Write(s.ctx, v, c.Out, opts)
	for _, n := range names {
		fmt.Fprintln(s.out, filepath.Join(c.Out, n))
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOTDIR) {
		return &failure{exit: exitUsage, err: err, hint: "name a folder that can be written with --out"}
	}
	return err
}

// one returns the file to write to standard output; nil if files go into a folder.
func (c *exportCmd) one() (*export.File, error) {
	if c.Out != "-" && c.File == "" {
		return nil, nil
	}
	files := export.Files(export.Format(c.Format))
	if c.File != "" {
		files = named(export.Files(export.AllFormats), c.File)
	}
	switch {
	case c.Out != "-":
		return nil, &failure{exit: exitUsage, err: errors.New("--file goes with --out -")}
	case len(files) == 0:
		return nil, &failure{exit: exitUsage, err: fmt.Errorf("no file of an export is called %s", c.File)}
	case c.File == "" && c.Format == "":
		return nil, &failure{exit: exitUsage, err: errors.New("--out - writes one file"), hint: "name it with --file, or a --format for its incidents"}
	}
	return &files[0], nil
}

func named(all []export.File, name string) []export.File {
	for _, f := range all {
		if f.Name == name {
			return []export.File{f}
		}
	}
	return nil
}
