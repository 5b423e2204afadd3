-- The list of who has an account, version 1. It is a file apart from the ledger, so that a copy of the ledger names
-- nobody but by the names that decisions are signed with.

CREATE TABLE people (
  folded    TEXT    NOT NULL PRIMARY KEY, -- the name in small letters
  name      TEXT    NOT NULL,
  role      TEXT    NOT NULL,
  disabled  INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  temporary INTEGER NOT NULL CHECK (temporary IN (0, 1)), -- the password was given by another, and has to be changed
  secret    TEXT    NOT NULL,             -- what the password is checked with
  made      TEXT    NOT NULL              -- RFC 3339
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id     TEXT NOT NULL PRIMARY KEY, -- SHA-256 of what the browser holds
  person TEXT NOT NULL REFERENCES people (folded),
  begun  TEXT NOT NULL,
  used   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person);
