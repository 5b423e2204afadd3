package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"dateline/internal/account"
	"dateline/internal/ledger"
	"dateline/internal/pipeline"
	"dateline/internal/web"
)

type serveCmd struct {
	ledgerFlag
	Address   string `help:"Where to listen. Others than addresses of this machine take accounts and TLS." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	TLSCert   string `name:"tls-cert" help:"The certificate of this host, to speak TLS." placeholder:"FILE"`
	TLSKey    string `name:"tls-key" help:"Its key." placeholder:"FILE"`
	BehindTLS bool   `name:"behind-tls" help:"A proxy in front speaks TLS with browsers, keeps the Host, and adds X-Forwarded-For. Takes accounts."`
	Author    string `help:"Who rules, where there are no accounts; a page asks if it is not given." env:"DATELINE_AUTHOR" placeholder:"NAME"`
}

// Help shows examples.
func (serveCmd) Help() string {
	return `Without accounts the pages are for this machine alone, and everything is open to whoever sits at it. 'dateline account' makes accounts;
then everybody logs in. See docs/operating.md.

Examples:
  dateline serve
  dateline serve --ledger sahel.db --address 127.0.0.1:9000 --author Ada
  dateline serve --address 0.0.0.0:443 --tls-cert cert.pem --tls-key key.pem
  dateline serve --address 127.0.0.1:8080 --behind-tls`
}

// Run serves until it is stopped.
func (c *serveCmd) Run(s *streams) error {
	if _, err := loopback(c.Address); err != nil {
		return err
	}
	v, err := ledger.OpenView(c.Ledger)
	if err != nil {
		if ledger.CodeOf(err) == ledger.NotFound {
			return &failure{exit: exitUsage, err: err, hint: "make one with 'dateline read FILE', or try 'dateline demo'"}
		}
		return err
	}
	defer v.Close()
	door, err := account.Open(account.PathBeside(c.Ledger), account.Options{Now: s.now})
	if err != nil {
		return err
	}
	defer door.Close()
	closed, err := door.Closed(s.ctx)
	if err == nil {
		err = c.mayListen(closed)
	}
	if err != nil {
		return err
	}
	desk := pipeline.NewDesk(c.Ledger, v, pipeline.DeskOptions{Now: s.now})
	defer desk.Close()
	return c.serving().serve(s, v, web.Options{Version: version(), Warm: true, Desk: desk, Author: c.Author, Door: door, Secure: c.TLSCert != "" || c.BehindTLS, Proxied: c.BehindTLS})
}

// mayListen refuses to let others in where everything is open, or where passwords would travel in the clear. closed is that
// people have to log in.
func (c *serveCmd) mayListen(closed bool) error {
	alone, err := loopback(c.Address)
	switch {
	case err != nil:
		return err
	case (c.TLSCert == "") != (c.TLSKey == ""):
		return &failure{exit: exitUsage, err: errors.New("--tls-cert and --tls-key go together"), hint: "give both"}
	case c.TLSCert != "" && c.BehindTLS:
		return &failure{exit: exitUsage, err: errors.New("--behind-tls says that a proxy speaks TLS, and --tls-cert that this program does"), hint: "give one of them"}
	case !closed && !alone:
		return &failure{exit: exitUsage, err: fmt.Errorf("--address: others can reach %s, and nobody has an account, so everything would be open to them", c.Address), hint: c.firstAdmin()}
	case !closed && c.BehindTLS:
		return &failure{exit: exitUsage, err: errors.New("--behind-tls: others come through the proxy, and nobody has an account, so everything would be open to them"), hint: c.firstAdmin()}
	case !alone && c.TLSCert == "" && !c.BehindTLS:
		return &failure{exit: exitUsage, err: fmt.Errorf("--address: others can reach %s, and their passwords would travel in the clear", c.Address),
			hint: "give --tls-cert FILE and --tls-key FILE, or --behind-tls if a proxy in front speaks TLS"}
	}
	return nil
}

func (c *serveCmd) firstAdmin() string {
	return "make the first account with 'dateline account add NAME --role admin --ledger " + c.Ledger + "', or serve this machine alone, on 127.0.0.1:8080"
}

func (c *serveCmd) serving() serving { return serving{c.Address, c.TLSCert, c.TLSKey} }

// serving is where and how pages are served.
type serving struct{ address, cert, key string }

// serve serves the pages of v until the context ends.
func (to serving) serve(s *streams, v *ledger.View, opts web.Options) error {
	unhurried()
	l, err := net.Listen("tcp", to.address)
	if err != nil {
		return &failure{exit: exitUsage, err: err, hint: "name another address with --address, such as 127.0.0.1:0 for any free port"}
	}
	srv := &http.Server{Handler: web.Handler(v, opts), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 60 * time.Second, IdleTimeout: 60 * time.Second, MaxHeaderBytes: 128 << 10, // so that an address of 64 KB gets a page of ours
		ErrorLog: log.New(io.Discard, "", 0)} // it would note addresses of readers; what goes wrong in a page the pages note
	go func() {
		<-s.ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	}()
	scheme, listen := "http", func() error { return srv.Serve(l) }
	if to.cert != "" {
		scheme, listen = "https", func() error { return srv.ServeTLS(l, to.cert, to.key) }
	}
	fmt.Fprintf(s.out, "Dateline is at %s://%s/ (stop with Ctrl-C)\n", scheme, l.Addr())
	if err := listen(); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve pages: %w", err)
	}
	return nil
}

// unhurried lets the collector wait until there is three times as much as is kept for long, unless whoever runs the program says
// otherwise: nearly all that a page is made of is soon of no use, and looking for it was a fifth of what pages cost.
func unhurried() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}

// loopback reports whether only this machine can reach an address.
func loopback(address string) (bool, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false, &failure{exit: exitUsage, err: fmt.Errorf("--address: %w", err), hint: "write it as HOST:PORT, such as 127.0.0.1:8080"}
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback(), nil
}
