package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"dateline/internal/ledger"
	"dateline/internal/pipeline"
	"dateline/internal/web"
)

type serveCmd struct {
	ledgerFlag
	Address string `help:"Where to listen; only addresses of this machine." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Author  string `help:"Who rules, where there are no accounts; a page asks if it is not given." env:"DATELINE_AUTHOR" placeholder:"NAME"`
}

// Help shows examples.
func (serveCmd) Help() string {
	return `Examples:
  dateline serve
  dateline serve --ledger sahel.db --address 127.0.0.1:9000`
}

// Run serves until it is stopped.
func (c *serveCmd) Run(s *streams) error {
	v, err := ledger.OpenView(c.Ledger)
	if err != nil {
		if ledger.CodeOf(err) == ledger.NotFound {
			return &failure{exit: exitUsage, err: err, hint: "make one with 'dateline read FILE', or try 'dateline demo'"}
		}
		return err
	}
	defer v.Close()
	desk := pipeline.NewDesk(c.Ledger, v, pipeline.DeskOptions{Now: s.now})
	defer desk.Close()
	return serve(s, v, c.Address, web.Options{Desk: desk, Author: c.Author})
}

// serve serves the pages of v on address until the context ends.
func serve(s *streams, v *ledger.View, address string, opts web.Options) error {
	if err := loopback(address); err != nil {
		return err
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return &failure{exit: exitUsage, err: err, hint: "name another address with --address, such as 127.0.0.1:0 for any free port"}
	}
	srv := &http.Server{Handler: web.Handler(v, opts), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 60 * time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 128 << 10} // so that an address of 64 KB gets a page of ours
	fmt.Fprintf(s.out, "Dateline is at http://%s/ (stop with Ctrl-C)\n", l.Addr())
	go func() {
		<-s.ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	}()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve pages: %w", err)
	}
	return nil
}

// loopback refuses an address that other machines can reach: there are no accounts yet.
func loopback(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return &failure{exit: exitUsage, err: fmt.Errorf("--address: %w", err), hint: "write it as HOST:PORT, such as 127.0.0.1:8080"}
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return &failure{exit: exitUsage, err: fmt.Errorf("--address: %s is not an address of this machine alone", address),
		hint: "there are no accounts yet, so the pages are served on 127.0.0.1 only"}
}
