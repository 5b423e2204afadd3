package main

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"
)

const adasPassword = "seven quiet herons\n"

func TestAccounts(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, adasPassword, "account", "add", "Ada", "--role", "admin").want(t, exitUsage, "there is no ledger")
	command(t, "", "read", "a.txt").want(t, exitOK)
	command(t, "", "account", "list").want(t, exitOK, "Nobody has an account")
	if _, err := os.Stat("dateline.db.accounts"); err == nil {
		t.Error("to list accounts makes the file")
	}
	command(t, adasPassword, "account", "add", "Ben", "--role", "reader").want(t, exitUsage, "the first account has to be an admin's")
	command(t, "short\n", "account", "add", "Ada", "--role", "admin").want(t, exitUsage, "12 characters")
	command(t, adasPassword, "account", "add", "Ada", "--role", "king").want(t, exitUsage, "must be one of")
	command(t, adasPassword, "account", "add", "Ada", "--role", "admin").want(t, exitOK, "Ada has an account and is admin.")
	command(t, adasPassword, "account", "add", "ada", "--role", "reader").want(t, exitUsage, "somebody has an account of that name")
	command(t, "", "account", "add", "Ben", "--role", "reviewer", "--made-up").want(t, exitOK, "shown this once: ")
	command(t, "", "account", "role", "Ben", "editor").want(t, exitOK, "Ben is editor.")
	command(t, "", "account", "role", "Bob", "editor").want(t, exitUsage, `nobody has an account named "Bob"`)
	command(t, "", "account", "disable", "Ada").want(t, exitUsage, "the last one")
	command(t, "", "account", "disable", "Ben").want(t, exitOK, "Ben is shut out.")
	command(t, "", "account", "list").want(t, exitOK, "Ada  admin  since 2024-04-05\nBen  editor  since 2024-04-05, shut out, has not chosen a password\n")
	command(t, "", "account", "list", "--json").want(t, exitOK, `{"disabled":true,"made":"2024-04-05T00:00:00Z","name":"Ben","role":"editor","temporary":true}`)
	command(t, "", "account", "enable", "Ben").want(t, exitOK, "can log in again")
	command(t, "eight quiet herons\n", "account", "password", "Ben").want(t, exitOK, "Ben has another password.")
}

func TestWhereItListens(t *testing.T) {
	folder(t, map[string]string{"a.txt": police})
	command(t, "", "read", "a.txt").want(t, exitOK)
	refused := func(words string, args ...string) {
		t.Helper()
		command(t, "", append([]string{"serve"}, args...)...).want(t, exitUsage, words)
	}
	refused("nobody has an account", "--address", "0.0.0.0:0")
	refused("nobody has an account", "--address", ":0")
	refused("nobody has an account", "--address", "[::]:0")
	refused("nobody has an account", "--address", "127.0.0.1.example.org:0")
	refused("nobody has an account", "--behind-tls")
	refused("nobody has an account", "--address", "0.0.0.0:0", "--tls-cert", "c", "--tls-key", "k")
	command(t, adasPassword, "account", "add", "Ada", "--role", "admin").want(t, exitOK)
	refused("travel in the clear", "--address", "0.0.0.0:0")
	refused("go together", "--address", "0.0.0.0:0", "--tls-cert", "c")
	refused("give one of them", "--behind-tls", "--tls-cert", "c", "--tls-key", "k")
	command(t, "", "demo", "--address", "0.0.0.0:0").want(t, exitUsage, "to this machine only")
	for _, args := range [][]string{{"--address", "127.0.0.1:0"}, {"--address", "127.0.0.1:0", "--behind-tls"}, {"--address", "0.0.0.0:0", "--behind-tls"}} {
		ctx, stop := context.WithTimeout(t.Context(), 300*time.Millisecond)
		o := commandIn(ctx, "", append([]string{"serve"}, args...)...)
		if stop(); o.exit != exitOK || !strings.Contains(o.out, "Dateline is at http://") {
			t.Errorf("%v: exit %d: %s%s", args, o.exit, o.out, o.err)
		}
	}
}
