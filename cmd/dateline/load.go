package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/pprof"
	"time"

	"dateline/internal/ledger"
	"dateline/internal/load"
	"dateline/internal/pipeline"
	"dateline/internal/web"
)

type loadCmd struct {
	ledgerFlag
	Seconds int    `help:"How long each trial lasts; 0 for none." default:"20" placeholder:"N"`
	Each    int    `help:"How many pages of each kind are asked for one after the other." default:"50" placeholder:"N"`
	Share   int    `help:"Ask for so many of a hundred of the rates." default:"100" placeholder:"N"`
	Warm    bool   `help:"First make the pages that take longest, as a server does when it starts."`
	Rule    bool   `help:"Rule as well, 200 times a second. The decisions are kept in the ledger for ever: try it on a copy."`
	Strict  bool   `help:"End with an error if a bar is missed."`
	Profile string `help:"Write a profile of the processor's time to this file, for 'go tool pprof'." placeholder:"FILE"`
}

// Help shows examples.
func (loadCmd) Help() string {
	return `The pages are served on a free port of this machine and asked for at a constant rate, whether or not earlier answers have come;
an answer is timed from when it was due to be asked for. What is asked for is drawn from the ledger, the same each time.

Examples:
  dateline invent --reports 200000 --review 10 --ledger bench.db && dateline load --ledger bench.db
  dateline load --ledger bench.db --share 10 --seconds 5`
}

// Run serves a ledger, tries the pages and prints how they did.
func (c *loadCmd) Run(s *streams) error {
	v, err := ledger.OpenView(c.Ledger)
	if err != nil {
		return err
	}
	defer v.Close()
	sample, err := sampleOf(s.ctx, v)
	if err != nil {
		return err
	}
	if c.Profile != "" {
		f, err := os.Create(c.Profile)
		if err != nil {
			return fmt.Errorf("profile: %w", err)
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return fmt.Errorf("profile: %w", err)
		}
		defer pprof.StopCPUProfile()
	}
	desk := pipeline.NewDesk(c.Ledger, v, pipeline.DeskOptions{Now: s.now})
	defer desk.Close()
	warmed, begun := make(chan struct{}), time.Now()
	base, stop, err := loaded(v, web.Options{Desk: desk, Warm: c.Warm, Warmed: func() { close(warmed) }})
	if err != nil {
		return err
	}
	defer stop()
	caller, err := load.NewCaller(base, nil)
	if err != nil {
		return err
	}
	if c.Warm {
		select {
		case <-warmed:
			fmt.Fprintf(s.out, "the server was ready after %.0f s\n", time.Since(begun).Seconds())
		case <-s.ctx.Done():
			return s.ctx.Err()
		}
	}
	return c.try(s, caller, sample)
}

// try runs the trials and prints the table.
func (c *loadCmd) try(s *streams, caller *load.Caller, sample load.Sample) error {
	missed, err := c.cost(s, caller, sample)
	if err != nil {
		return err
	}
	var results []load.Result
	long := time.Duration(c.Seconds) * time.Second
	trials := sample.Trials(long)
	if c.Rule {
		trials = append(trials, sample.Decisions(long))
	}
	if c.Seconds == 0 {
		trials = nil
	}
	for _, t := range trials {
		t.Rate = max(1, t.Rate*c.Share/100)
		fmt.Fprintf(s.err, "%s: %d a second for %d s\n", t.Name, t.Rate, c.Seconds)
		r, err := caller.Run(s.ctx, t)
		if err != nil {
			return err
		}
		if r.Misses() != nil {
			missed++
		}
		results = append(results, r)
	}
	if results != nil {
		if err := load.Table(s.out, results); err != nil {
			return err
		}
	}
	if c.Strict && missed > 0 {
		return errors.New(counted(missed, "bar") + " missed")
	}
	return nil
}

// cost asks for each kind of page as one reader does, prints what that took and says how many missed their bar.
func (c *loadCmd) cost(s *streams, caller *load.Caller, sample load.Sample) (missed int, err error) {
	var costs []load.Cost
	for _, o := range load.Openings {
		one, err := caller.Cost(s.ctx, o, sample.Asks(o, c.Each))
		if err != nil {
			return 0, err
		}
		if one.Misses() != nil {
			missed++
		}
		costs = append(costs, one)
	}
	return missed, load.CostTable(s.out, costs)
}

// loaded serves the pages of v on a free port of this machine until stop is called.
func loaded(v *ledger.View, opts web.Options) (base string, stop func(), err error) {
	unhurried()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("listen: %w", err)
	}
	srv := &http.Server{Handler: web.Handler(v, opts)}
	go srv.Serve(l)
	return "http://" + l.Addr().String(), func() { srv.Close() }, nil
}

// sampled is how many reports, statements and incidents of a ledger are asked for.
const sampled = 4000

// sampleOf draws what is asked for.
func sampleOf(ctx context.Context, v *ledger.View) (load.Sample, error) {
	all, err := v.Sample(ctx, sampled)
	if err != nil {
		return load.Sample{}, err
	}
	out := load.Sample{Statements: all.Statements, Unruled: all.Unruled}
	for _, r := range all.Reports {
		out.Reports, out.Titles = append(out.Reports, r.ID), append(out.Titles, r.Title)
	}
	for _, in := range all.Incidents {
		out.Incidents, out.Kinds = append(out.Incidents, in.ID), append(out.Kinds, in.Kind)
		for list, value := range map[*[]string]string{&out.Groups: in.Actor, &out.Countries: in.Country, &out.Days: in.Day} {
			if value != "" {
				*list = append(*list, value)
			}
		}
	}
	return out, nil
}
