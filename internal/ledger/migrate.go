package ledger

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migrations returns the numbered files that bring a ledger to the present schema, in goose's
// format. One that was ever released does not change; a new one is added.
func migrations() fs.FS {
	sub, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}

// latest returns the version that the files lead to.
func latest(files fs.FS) (int64, error) {
	names, err := fs.Glob(files, "*.sql") // sorted
	if err != nil || len(names) == 0 {
		return 0, fmt.Errorf("list migrations: %w", errors.Join(err, fs.ErrNotExist))
	}
	number, _, _ := strings.Cut(names[len(names)-1], "_")
	return strconv.ParseInt(number, 10, 64)
}

// version returns the version of the ledger's schema: 0 for a file without tables, or one whose
// first migration did not end. It is an Error with the code NotALedger for another program's file.
func version(ctx context.Context, db *sql.DB) (int64, error) {
	var id, others, started int64
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		count(*) FILTER (WHERE name NOT IN ('goose_db_version', 'sqlite_sequence')),
		count(*) FILTER (WHERE name = 'goose_db_version') FROM sqlite_schema`).Scan(&id, &others, &started)
	switch {
	case err != nil:
		return 0, err
	case id != applicationID && others > 0:
		return 0, &Error{Code: NotALedger, Msg: "not a ledger, but another program's database"}
	case started == 0:
		return 0, nil
	}
	var v int64
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&v)
	return v, err
}

// supported returns an Error unless a program that knows the versions up to target may use a ledger
// of version v.
func supported(v, target int64) error {
	if v <= target {
		return nil
	}
	return &Error{Code: NewerVersion, Msg: fmt.Sprintf(
		"written by a newer Dateline: schema version %d, this program knows %d", v, target)}
}

// migrate brings db, the ledger at path, to the version that the files lead to. A ledger that was
// of an older version is first copied to path.bak-vN, N being that version.
func migrate(ctx context.Context, db *sql.DB, path string, files fs.FS) error {
	target, err := latest(files)
	if err != nil {
		return err
	}
	v, err := version(ctx, db)
	if err != nil || v == target {
		return err
	}
	if err := supported(v, target); err != nil {
		return err
	}
	if v > 0 {
		if err := backup(ctx, db, fmt.Sprintf("%s.bak-v%d", path, v)); err != nil {
			return err
		}
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files,
		goose.WithDisableGlobalRegistry(true), goose.WithSlog(slog.New(slog.DiscardHandler)))
	if err != nil {
		return fmt.Errorf("prepare migrations: %w", err)
	}
	if _, err = p.Up(ctx); err != nil {
		return fmt.Errorf("migrate to version %d: %w", target, err)
	}
	return nil
}

// backup writes a whole copy of db to path, in place of any older one, and sees it to the disk.
func backup(ctx context.Context, db *sql.DB, path string) error {
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("copy before migration: %w", err)
	}
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, part); err != nil {
		return fmt.Errorf("copy before migration: %w", err)
	}
	if err := settle(part); err != nil {
		return fmt.Errorf("copy before migration: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("copy before migration: %w", err)
	}
	settle(filepath.Dir(path)) // not every system can flush a directory; the copy itself is safe
	return nil
}

// settle returns when the file at path is on the disk.
func settle(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
