package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/actor"
)

type actorCmd struct {
	Add   actorAddCmd   `cmd:"" help:"Write the skeleton of a new record."`
	Check actorCheckCmd `cmd:"" help:"Check records: names, dates, relations, sources."`
}

// Help shows examples of both.
func (actorCmd) Help() string {
	return `Examples:
  dateline actor add "Karama Falcons" KF --home LY --source https://example.org/karama
  dateline actor check
  dateline actor check data/actors/boko-haram.yaml

A record is a YAML file of data/actors; docs/data.md describes it. The program reads the compiled records:
run 'go generate ./internal/resolve/actor' after a change.`
}

type actorFolder struct {
	Dir string `help:"Folder of the records." default:"data/actors" placeholder:"DIR"`
}

// read gives every record file of the folder, by name.
func (d actorFolder) read() ([]actor.File, error) {
	if info, err := os.Stat(d.Dir); err != nil || !info.IsDir() {
		return nil, &failure{exit: exitUsage, err: fmt.Errorf("%s is no folder of records", d.Dir), hint: "run it where data/actors lies, or name the folder with --dir"}
	}
	paths, err := filepath.Glob(filepath.Join(d.Dir, "*.yaml"))
	if err != nil {
		return nil, fmt.Errorf("listing records: %w", err)
	}
	return readActorFiles(paths)
}

func readActorFiles(paths []string) ([]actor.File, error) {
	var out []actor.File
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &failure{exit: exitUsage, err: fmt.Errorf("there is no file %s", p)}
		}
		if err != nil {
			return nil, fmt.Errorf("reading a record: %w", err)
		}
		out = append(out, actor.File{Path: p, Raw: raw})
	}
	return out, nil
}

// records decodes what can be decoded: what cannot is for 'check' to tell.
func records(files []actor.File) []dateline.Actor {
	var out []dateline.Actor
	for _, f := range files {
		if a, err := actor.Decode(f.ID(), f.Raw); err == nil {
			out = append(out, a)
		}
	}
	return out
}

type actorCheckCmd struct {
	actorFolder
	Files []string `arg:"" optional:"" help:"Records to check; all of the folder if none is named." placeholder:"FILE"`
}

// Help shows examples.
func (actorCheckCmd) Help() string {
	return `Every fault is told with its file and line. It ends with 1 if there is any.

Examples:
  dateline actor check
  dateline actor check data/actors/boko-haram.yaml`
}

// Run tells of every fault.
func (c *actorCheckCmd) Run(s *streams) error {
	all, err := c.read()
	if err != nil {
		return err
	}
	files := all
	if len(c.Files) > 0 {
		if files, err = readActorFiles(c.Files); err != nil {
			return err
		}
	}
	faults := actor.Check(files, records(all))
	for _, f := range faults {
		fmt.Fprintln(s.out, f)
	}
	if len(faults) > 0 {
		return &failure{exit: exitPartial, err: fmt.Errorf("%s in %s", counted(len(faults), "fault"), counted(len(files), "record"))}
	}
	fmt.Fprintf(s.out, "%s: nothing is wrong.\n", counted(len(files), "record"))
	return nil
}

type actorAddCmd struct {
	actorFolder
	Names   []string `arg:"" help:"The name that pages show, then the others."`
	ID      string   `help:"Identifier; made from the first name if not given." placeholder:"ID"`
	Kind    string   `help:"What it is." default:"armed group" placeholder:"KIND"`
	Home    []string `help:"Country of its home (ISO 3166-1 alpha-2); may be given more than once." placeholder:"CC"`
	Source  []string `help:"Public page that the record rests on; may be given more than once." placeholder:"URL"`
	Summary string   `help:"One neutral sentence on what it is." placeholder:"TEXT"`
	Shared  []string `help:"A name that others have, too: it is marked weak. May be given more than once." placeholder:"NAME"`
}

// Help shows examples.
func (actorAddCmd) Help() string {
	return `A name that a record has already is refused, unless --shared says that both have it.

Examples:
  dateline actor add "Karama Falcons" KF --home LY --source https://example.org/karama
  dateline actor add "Front for Karama" --shared FK --summary "Armed group of Karama." --source https://example.org/fk`
}

// Run writes the skeleton, and says what is left to do.
func (c *actorAddCmd) Run(s *streams) error {
	files, err := c.read()
	if err != nil {
		return err
	}
	if !slices.Contains(actor.Kinds, dateline.ActorKind(c.Kind)) {
		return &failure{exit: exitUsage, err: fmt.Errorf("%q is no kind of actor", c.Kind), hint: "one of " + actor.Words(actor.Kinds)}
	}
	if taken := actor.Taken(c.Names, records(files)); len(taken) > 0 {
		return &failure{exit: exitUsage, err: errors.New(strings.Join(taken, "; ")),
			hint: "nothing was written; add to that record, or give a name that both have with --shared"}
	}
	raw, path, err := c.skeleton()
	if err != nil {
		return err
	}
	if err := write(path, raw); err != nil {
		return err
	}
	fmt.Fprintln(s.out, path)
	for _, f := range actor.Check([]actor.File{{Path: path, Raw: raw}}, records(files)) {
		fmt.Fprintf(s.err, "%s\n", f)
	}
	fmt.Fprintf(s.err, "Fill it in, then run 'dateline actor check %s' and 'go generate ./internal/resolve/actor'.\n", path)
	return nil
}

// skeleton gives the new record and where it goes.
func (c *actorAddCmd) skeleton() (raw []byte, path string, err error) {
	a := dateline.Actor{ID: c.ID, Name: c.Names[0], Kind: dateline.ActorKind(c.Kind), Home: c.Home, Summary: c.Summary, Sources: c.Source}
	if a.ID == "" {
		a.ID = actor.IDOf(a.Name)
	}
	if a.ID == "" {
		return nil, "", &failure{exit: exitUsage, err: fmt.Errorf("no identifier can be made from %q", a.Name), hint: "give one with --id"}
	}
	for _, n := range c.Names {
		a.Names = append(a.Names, dateline.ActorName{Name: n, Script: actor.ScriptOf(n)})
	}
	for _, n := range c.Shared {
		a.Names = append(a.Names, dateline.ActorName{Name: n, Script: actor.ScriptOf(n), Weak: true})
	}
	raw, err = actor.Skeleton(a)
	return raw, filepath.Join(c.Dir, a.ID+".yaml"), err
}

// write makes a new file; it overwrites none.
func write(path string, raw []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &failure{exit: exitUsage, err: fmt.Errorf("there is a record %s already", path), hint: "give another identifier with --id"}
	}
	if err != nil {
		return fmt.Errorf("writing a record: %w", err)
	}
	if _, err := f.Write(raw); err != nil {
		f.Close()
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}
