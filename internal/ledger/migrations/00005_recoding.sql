-- +goose Up

-- A later reading of a report, by another version of the coder. Kept for ever. One that says what the reading before
-- it says is noted and no more.
CREATE TABLE codings (
  seq     INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES reports (seq),
  coder   TEXT    NOT NULL,
  changed INTEGER NOT NULL CHECK (changed IN (0, 1)) -- 0: it says the same as the reading before it
) STRICT;
CREATE INDEX codings_by_report ON codings (report, changed, seq);

-- The statements of a later reading. Kept for ever.
CREATE TABLE coding_statements (
  coding    INTEGER NOT NULL REFERENCES codings (seq),
  n         INTEGER NOT NULL, -- its place in the report's list
  statement INTEGER NOT NULL REFERENCES statements (seq),
  sum       BLOB,             -- SHA-256 of json
  json      TEXT,             -- the statement as this reading has it; null where that is as it was first kept
  PRIMARY KEY (coding, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX coding_statements_by_statement ON coding_statements (statement, coding);

-- The doubts of a later reading. Kept for ever.
CREATE TABLE coding_doubts (
  coding     INTEGER NOT NULL REFERENCES codings (seq),
  n          INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  why        TEXT    NOT NULL,
  PRIMARY KEY (coding, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER codings_no_update BEFORE UPDATE ON codings BEGIN SELECT RAISE(ABORT, 'readings are kept as they are'); END;
CREATE TRIGGER codings_no_delete BEFORE DELETE ON codings BEGIN SELECT RAISE(ABORT, 'readings are kept for ever'); END;
CREATE TRIGGER coding_statements_no_update BEFORE UPDATE ON coding_statements BEGIN SELECT RAISE(ABORT, 'readings are kept as they are'); END;
CREATE TRIGGER coding_statements_no_delete BEFORE DELETE ON coding_statements BEGIN SELECT RAISE(ABORT, 'readings are kept for ever'); END;
CREATE TRIGGER coding_doubts_no_update BEFORE UPDATE ON coding_doubts BEGIN SELECT RAISE(ABORT, 'doubts are kept as they are'); END;
CREATE TRIGGER coding_doubts_no_delete BEFORE DELETE ON coding_doubts BEGIN SELECT RAISE(ABORT, 'doubts are kept for ever'); END;

-- Statements that the last reading of their report does not make any more. Follows from the codings.
CREATE TABLE former_statements (
  statement INTEGER PRIMARY KEY REFERENCES statements (seq)
) STRICT;

DROP VIEW meant_actors;
CREATE VIEW meant_actors AS
  SELECT actor, statement, part FROM resolutions AS r WHERE actor <> ''
    AND NOT EXISTS (SELECT 1 FROM overruled_actors AS o WHERE o.statement = r.statement AND o.part = r.part)
    AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = r.statement)
  UNION ALL
  SELECT actor, statement, part FROM overruled_actors AS o WHERE actor <> ''
    AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = o.statement);

-- What counts of each report: the last reading that says something new; its statements in its order.
CREATE VIEW present_codings AS
  SELECT max(seq) AS coding, report FROM codings WHERE changed = 1 GROUP BY report;
CREATE VIEW present_statements AS
  SELECT s.seq, s.report, s.id, s.kind, coalesce(
    (SELECT c.n FROM coding_statements AS c WHERE c.statement = s.seq
      AND c.coding = (SELECT max(seq) FROM codings WHERE codings.report = s.report AND changed = 1)), s.n) AS n
  FROM statements AS s WHERE NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = s.seq);
CREATE VIEW present_doubts AS
  SELECT report, n, start_byte, end_byte, text, why FROM doubts AS d
    WHERE NOT EXISTS (SELECT 1 FROM codings WHERE codings.report = d.report AND changed = 1)
  UNION ALL
  SELECT p.report, d.n, d.start_byte, d.end_byte, d.text, d.why FROM present_codings AS p JOIN coding_doubts AS d ON d.coding = p.coding;
