-- +goose Up

-- Reports of which something has changed since incidents were last linked: new ones, and those that people ruled on.
CREATE TABLE unlinked (
  report INTEGER PRIMARY KEY REFERENCES reports (seq)
) STRICT;
INSERT INTO unlinked SELECT seq FROM reports;

-- Recomputable, from here on: what package link keeps from one report to the next.

-- What one report tells as one happening.
CREATE TABLE tellings (
  id      TEXT    NOT NULL PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES reports (seq),
  json    TEXT    NOT NULL, -- what is compared
  account TEXT    NOT NULL  -- JSON of what an incident shows of it
) STRICT;
CREATE INDEX tellings_by_report ON tellings (report);

-- Those that share a key are compared; open ones with all others.
CREATE TABLE telling_keys (
  key     INTEGER NOT NULL, -- a hash
  open    INTEGER NOT NULL CHECK (open IN (0, 1)),
  telling TEXT    NOT NULL,
  PRIMARY KEY (key, open, telling)
) STRICT, WITHOUT ROWID;

-- Two that may be one happening.
CREATE TABLE telling_ties (
  a     TEXT NOT NULL,
  b     TEXT NOT NULL, -- greater than a
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX telling_ties_by_b ON telling_ties (b);

-- A statement that points to a later one is looked for when that one comes.
CREATE INDEX statements_by_refers ON statements (refers) WHERE refers IS NOT NULL;
