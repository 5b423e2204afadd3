package main

import (
	"os"

	"dateline/internal/ledger"
)

// withPen opens a ledger to be written, and made if it is not there, for as long as write runs.
func withPen(path string, o ledger.Options, write func(*ledger.Ledger, *ledger.View) error) error {
	l, err := ledger.Open(path, o)
	if err != nil {
		return err
	}
	defer l.Close()
	v, err := ledger.OpenView(path)
	if err != nil {
		return err
	}
	defer v.Close()
	return write(l, v)
}

// withKept does the same with a ledger that has to be there already.
func withKept(path string, o ledger.Options, write func(*ledger.Ledger, *ledger.View) error) error {
	if _, err := os.Stat(path); err != nil {
		_, err := openView(path)
		return err
	}
	return withPen(path, o, write)
}
