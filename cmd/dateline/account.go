package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"dateline/internal/account"
	"dateline/internal/ledger"

	"golang.org/x/term"
)

type accountCmd struct {
	Add      accountAddCmd      `cmd:"" help:"Give somebody an account. The first one is an admin's."`
	List     accountListCmd     `cmd:"" help:"Show who has an account."`
	Role     accountRoleCmd     `cmd:"" help:"Give somebody another role; their sessions end."`
	Disable  accountDisableCmd  `cmd:"" help:"Shut somebody out; their sessions end, their decisions stay."`
	Enable   accountEnableCmd   `cmd:"" help:"Let somebody in again."`
	Password accountPasswordCmd `cmd:"" help:"Give somebody another password; their sessions end."`
}

// Help shows examples of all.
func (accountCmd) Help() string {
	return `Accounts lie beside the ledger, in LEDGER.accounts. While there are none, 'serve' serves this machine alone and everything is open
to whoever sits at it. See docs/operating.md.

Examples:
  dateline account add Ada --role admin --ledger sahel.db
  dateline account add Ben --role reviewer --made-up
  dateline account role Ben editor
  dateline account list`
}

// doorFlags name the ledger whose accounts are meant.
type doorFlags struct{ ledgerFlag }

// with does something with the accounts of a ledger that there is.
func (f *doorFlags) with(s *streams, do func(*account.Door) error) error {
	if _, err := os.Stat(f.Ledger); err != nil {
		return &failure{exit: exitUsage, err: &ledger.Error{Code: ledger.NotFound, Path: f.Ledger, Msg: "there is no ledger"}, hint: "accounts are a ledger's: name it with --ledger"}
	}
	d, err := account.Open(account.PathBeside(f.Ledger), account.Options{Now: s.now})
	if err != nil {
		return err
	}
	defer d.Close()
	err = do(d)
	if wrong, ok := errors.AsType[*account.Wrong](err); ok {
		return &failure{exit: exitUsage, err: wrong}
	}
	return err
}

// passwordFlags say where a password comes from.
type passwordFlags struct {
	MadeUp bool `help:"Make a password up and print it; it has to be changed at the first log-in. Otherwise it is asked for, or read from standard input."`
}

// password asks for one, or makes one up.
func (f *passwordFlags) password(s *streams) (string, error) {
	if f.MadeUp {
		return account.NewPassword(), nil
	}
	if in, ok := s.in.(*os.File); ok && isTerminal(in) {
		return askPassword(s, in)
	}
	line, err := bufio.NewReader(io.LimitReader(s.in, 4096)).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", fmt.Errorf("read the password: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// askPassword asks twice, and shows nothing of it.
func askPassword(s *streams, in *os.File) (string, error) {
	var typed [2]string
	for i, words := range []string{"Password (12 characters or more): ", "Again: "} {
		fmt.Fprint(s.err, words)
		b, err := term.ReadPassword(int(in.Fd()))
		fmt.Fprintln(s.err)
		if err != nil {
			return "", fmt.Errorf("read the password: %w", err)
		}
		typed[i] = string(b)
	}
	if typed[0] != typed[1] {
		return "", &failure{exit: exitUsage, err: errors.New("the password was typed in two ways")}
	}
	return typed[0], nil
}

// shown prints a password that was made up.
func (f *passwordFlags) shown(s *streams, name, password string) {
	if f.MadeUp {
		fmt.Fprintf(s.out, "The password of %s, shown this once: %s\n", name, password)
	}
}

type accountAddCmd struct {
	Name string `arg:"" help:"The name, as decisions are signed." placeholder:"NAME"`
	Role string `help:"What they may do: reader, reviewer, editor or admin." required:"" enum:"reader,reviewer,editor,admin" placeholder:"ROLE"`
	passwordFlags
	doorFlags
}

// Run adds an account.
func (c *accountAddCmd) Run(s *streams) error {
	role, err := account.RoleOf(c.Role)
	if err != nil {
		return err
	}
	return c.with(s, func(d *account.Door) error {
		password, err := c.password(s)
		if err == nil {
			err = d.Add(s.ctx, c.Name, role, password, c.MadeUp)
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "%s has an account and is %s.\n", c.Name, role)
		c.shown(s, c.Name, password)
		return nil
	})
}

type accountListCmd struct {
	JSON bool `name:"json" help:"One line of JSON an account."`
	doorFlags
}

// Run lists the accounts.
func (c *accountListCmd) Run(s *streams) error {
	return c.with(s, func(d *account.Door) error {
		all, err := d.People(s.ctx)
		for _, p := range all {
			c.line(s, p)
		}
		if len(all) == 0 && err == nil && !c.JSON {
			fmt.Fprintln(s.err, "Nobody has an account: the ledger is this machine's alone.")
		}
		return err
	})
}

func (c *accountListCmd) line(s *streams, p account.Person) {
	if c.JSON {
		b, _ := json.Marshal(map[string]any{"name": p.Name, "role": p.Role.String(), "disabled": p.Disabled, "temporary": p.Temporary, "made": p.Made.Format(time.RFC3339)}) // it cannot fail
		fmt.Fprintf(s.out, "%s\n", b)
		return
	}
	more := ""
	if p.Disabled {
		more += ", shut out"
	}
	if p.Temporary {
		more += ", has not chosen a password"
	}
	fmt.Fprintf(s.out, "%s  %s  since %s%s\n", p.Name, p.Role, p.Made.Format(time.DateOnly), more)
}

type accountRoleCmd struct {
	Name string `arg:"" help:"Whose." placeholder:"NAME"`
	Role string `arg:"" help:"reader, reviewer, editor or admin." enum:"reader,reviewer,editor,admin" placeholder:"ROLE"`
	doorFlags
}

// Run changes a role.
func (c *accountRoleCmd) Run(s *streams) error {
	role, err := account.RoleOf(c.Role)
	if err != nil {
		return err
	}
	return c.with(s, func(d *account.Door) error { return told(s, d.SetRole(s.ctx, c.Name, role), "%s is %s.", c.Name, role) })
}

type accountDisableCmd struct {
	Name string `arg:"" help:"Whom." placeholder:"NAME"`
	doorFlags
}

// Run shuts somebody out.
func (c *accountDisableCmd) Run(s *streams) error {
	return c.with(s, func(d *account.Door) error {
		return told(s, d.SetDisabled(s.ctx, c.Name, true), "%s is shut out.", c.Name)
	})
}

type accountEnableCmd struct {
	Name string `arg:"" help:"Whom." placeholder:"NAME"`
	doorFlags
}

// Run lets somebody in again.
func (c *accountEnableCmd) Run(s *streams) error {
	return c.with(s, func(d *account.Door) error {
		return told(s, d.SetDisabled(s.ctx, c.Name, false), "%s can log in again.", c.Name)
	})
}

// told tells what was done, unless there is an error.
func told(s *streams, err error, words string, args ...any) error {
	if err == nil {
		fmt.Fprintf(s.out, words+"\n", args...)
	}
	return err
}

type accountPasswordCmd struct {
	Name string `arg:"" help:"Whose." placeholder:"NAME"`
	passwordFlags
	doorFlags
}

// Run changes a password.
func (c *accountPasswordCmd) Run(s *streams) error {
	return c.with(s, func(d *account.Door) error {
		password, err := c.password(s)
		if err != nil {
			return err
		}
		if err := told(s, d.SetPassword(s.ctx, c.Name, password, c.MadeUp, ""), "%s has another password.", c.Name); err != nil {
			return err
		}
		c.shown(s, c.Name, password)
		return nil
	})
}
