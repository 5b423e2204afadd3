-- The schema of a ledger, as the migrations make it. Generated: go test ./internal/ledger -run TestSchema -update

CREATE TABLE coding_doubts (
  coding     INTEGER NOT NULL REFERENCES codings (seq),
  n          INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  why        TEXT    NOT NULL,
  PRIMARY KEY (coding, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE coding_statements (
  coding    INTEGER NOT NULL REFERENCES codings (seq),
  n         INTEGER NOT NULL, -- its place in the report's list
  statement INTEGER NOT NULL REFERENCES statements (seq),
  sum       BLOB,             -- SHA-256 of json
  json      TEXT,             -- the statement as this reading has it; null where that is as it was first kept
  PRIMARY KEY (coding, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX coding_statements_by_statement ON coding_statements (statement, coding);

CREATE TABLE codings (
  seq     INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES reports (seq),
  coder   TEXT    NOT NULL,
  changed INTEGER NOT NULL CHECK (changed IN (0, 1)) -- 0: it says the same as the reading before it
) STRICT;

CREATE INDEX codings_by_report ON codings (report, changed, seq);

CREATE TABLE decision_on (
  decision  TEXT    NOT NULL REFERENCES decisions (id),
  n         INTEGER NOT NULL,
  statement TEXT    NOT NULL REFERENCES statements (id),
  PRIMARY KEY (decision, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_on_by_statement ON decision_on (statement);

CREATE TABLE decision_undoes (
  decision TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
  undone   TEXT NOT NULL REFERENCES decisions (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_undoes_by_undone ON decision_undoes (undone);

CREATE TABLE decisions (
  id     TEXT    NOT NULL PRIMARY KEY,
  ruling TEXT    NOT NULL,
  part   INTEGER NOT NULL, -- -1 for the statement itself
  value  TEXT    NOT NULL,
  author TEXT    NOT NULL,
  at     TEXT    NOT NULL, -- RFC 3339
  reason TEXT    NOT NULL
, means TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE INDEX decisions_by_time ON decisions (at, id);

CREATE TABLE doubts (
  report     INTEGER NOT NULL REFERENCES reports (seq),
  n          INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte   INTEGER NOT NULL,
  text       TEXT    NOT NULL,
  why        TEXT    NOT NULL,
  PRIMARY KEY (report, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_incidents (
  id        TEXT    NOT NULL PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statements (seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_statements (
  statement INTEGER PRIMARY KEY REFERENCES statements (seq)
) STRICT;

CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);

CREATE TABLE incident_actors (
  incident TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  actor    TEXT NOT NULL, -- of an account of who did it
  PRIMARY KEY (incident, actor)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_actors_by_actor ON incident_actors (actor);

CREATE TABLE incident_countries (
  incident TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  country  TEXT NOT NULL, -- of an account of where
  PRIMARY KEY (incident, country)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_countries_by_country ON incident_countries (country);

CREATE TABLE incident_lines (
  seq      INTEGER PRIMARY KEY, -- rowid in incident_words
  incident TEXT NOT NULL UNIQUE REFERENCES incidents (id) ON DELETE CASCADE,
  json     TEXT NOT NULL
) STRICT;

CREATE TABLE incident_redirects (
  id       TEXT NOT NULL PRIMARY KEY,
  incident TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_redirects_by_incident ON incident_redirects (incident);

CREATE TABLE incident_statements (
  incident  TEXT    NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
  n         INTEGER NOT NULL,
  statement INTEGER NOT NULL REFERENCES statements (seq),
  PRIMARY KEY (incident, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_statements_by_statement ON incident_statements (statement);

CREATE VIRTUAL TABLE incident_words USING fts5 (title, said, place, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE 'incident_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'incident_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'incident_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'incident_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE incidents (
  id         TEXT    NOT NULL PRIMARY KEY,
  kind       TEXT    NOT NULL,
  reality    TEXT    NOT NULL,
  background INTEGER NOT NULL CHECK (background IN (0, 1)),
  date_from  TEXT    NOT NULL, -- of its best supported fixed date; '' if it has none
  date_to    TEXT    NOT NULL,
  sum        BLOB    NOT NULL CHECK (length(sum) = 32), -- SHA-256 of json
  json       TEXT    NOT NULL
) STRICT;

CREATE INDEX incidents_by_date ON incidents (date_from = '', date_from, id);

CREATE INDEX incidents_by_kind ON incidents (kind);

CREATE TABLE marks (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW meant_actors AS
  SELECT actor, statement, part FROM resolutions AS r WHERE actor <> ''
    AND NOT EXISTS (SELECT 1 FROM overruled_actors AS o WHERE o.statement = r.statement AND o.part = r.part)
    AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = r.statement)
  UNION ALL
  SELECT actor, statement, part FROM overruled_actors AS o WHERE actor <> ''
    AND NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = o.statement);

CREATE TABLE overruled_actors (
  statement INTEGER NOT NULL REFERENCES statements (seq),
  part      INTEGER NOT NULL, -- as in resolutions
  actor     TEXT    NOT NULL, -- '' if none
  PRIMARY KEY (statement, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX overruled_actors_by_actor ON overruled_actors (actor, statement, part) WHERE actor <> '';

CREATE TABLE parts (
  statement    INTEGER NOT NULL REFERENCES statements (seq),
  n            INTEGER NOT NULL,
  role         TEXT    NOT NULL,
  start_byte   INTEGER NOT NULL,
  end_byte     INTEGER NOT NULL,
  text         TEXT    NOT NULL,
  refers_start INTEGER NOT NULL,
  refers_end   INTEGER NOT NULL,
  refers_text  TEXT    NOT NULL,
  inferred     TEXT    NOT NULL, name_start  INTEGER NOT NULL DEFAULT 0, name_end    INTEGER NOT NULL DEFAULT 0, name_text   TEXT    NOT NULL DEFAULT '', about_start INTEGER NOT NULL DEFAULT 0, about_end   INTEGER NOT NULL DEFAULT 0, about_text  TEXT    NOT NULL DEFAULT '', effect      TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

CREATE VIEW present_codings AS
  SELECT max(seq) AS coding, report FROM codings WHERE changed = 1 GROUP BY report;

CREATE VIEW present_doubts AS
  SELECT report, n, start_byte, end_byte, text, why FROM doubts AS d
    WHERE NOT EXISTS (SELECT 1 FROM codings WHERE codings.report = d.report AND changed = 1)
  UNION ALL
  SELECT p.report, d.n, d.start_byte, d.end_byte, d.text, d.why FROM present_codings AS p JOIN coding_doubts AS d ON d.coding = p.coding;

CREATE VIEW present_statements AS
  SELECT s.seq, s.report, s.id, s.kind, coalesce(
    (SELECT c.n FROM coding_statements AS c WHERE c.statement = s.seq
      AND c.coding = (SELECT max(seq) FROM codings WHERE codings.report = s.report AND changed = 1)), s.n) AS n
  FROM statements AS s WHERE NOT EXISTS (SELECT 1 FROM former_statements AS f WHERE f.statement = s.seq);

CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = 'reports', content_rowid = 'seq');

CREATE TABLE reports (
  seq              INTEGER PRIMARY KEY,
  id               TEXT    NOT NULL UNIQUE,
  file             TEXT    NOT NULL,
  line             INTEGER NOT NULL,
  url              TEXT    NOT NULL,
  title            TEXT    NOT NULL,
  publisher        TEXT    NOT NULL,
  language         TEXT    NOT NULL,
  published_edtf   TEXT    NOT NULL,
  published_from   TEXT    NOT NULL,
  published_to     TEXT    NOT NULL,
  published_anchor TEXT    NOT NULL,
  published_why    TEXT    NOT NULL,
  basis            TEXT    NOT NULL,
  fetched          TEXT    NOT NULL, -- RFC 3339; '' if not known
  sha256           TEXT    NOT NULL, -- of the raw bytes
  flags            TEXT    NOT NULL, -- JSON list
  coder            TEXT    NOT NULL, -- the version that read it
  text_sha256      BLOB    NOT NULL CHECK (length(text_sha256) = 32),
  text             TEXT    NOT NULL
) STRICT;

CREATE INDEX reports_by_date ON reports (published_from = '', published_from, id);

CREATE INDEX reports_by_publisher ON reports (publisher, published_from, published_to, language);

CREATE INDEX reports_latest ON reports (published_from DESC, id);

CREATE TABLE resolutions (
  statement       INTEGER NOT NULL REFERENCES statements (seq),
  part            INTEGER NOT NULL, -- parts.n; -1-n for speakers.n
  n               INTEGER NOT NULL, -- its place in the statement's list
  state           TEXT    NOT NULL,
  actor           TEXT    NOT NULL, -- '' if none
  others          TEXT,             -- JSON list; null if none
  place           TEXT,             -- JSON of a Place; null if it is none
  date_edtf       TEXT,             -- the five are null together: it is no date
  date_from       TEXT,
  date_to         TEXT,
  date_anchor     TEXT,
  date_why        TEXT,
  count_low       INTEGER,
  count_high      INTEGER,
  count_approx    INTEGER,          -- null: it carries no number
  count_word      TEXT,
  count_attackers INTEGER,
  score           REAL    NOT NULL,
  why             TEXT    NOT NULL, type TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (statement, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX resolutions_by_actor ON resolutions (actor, statement, part) WHERE actor <> '';

CREATE TABLE speakers (
  statement    INTEGER NOT NULL REFERENCES statements (seq),
  n            INTEGER NOT NULL,
  class        TEXT    NOT NULL,
  start_byte   INTEGER NOT NULL,
  end_byte     INTEGER NOT NULL,
  text         TEXT    NOT NULL,
  refers_start INTEGER NOT NULL,
  refers_end   INTEGER NOT NULL,
  refers_text  TEXT    NOT NULL,
  about_start  INTEGER NOT NULL,
  about_end    INTEGER NOT NULL,
  about_text   TEXT    NOT NULL,
  PRIMARY KEY (statement, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  seq           INTEGER PRIMARY KEY,
  id            TEXT    NOT NULL UNIQUE,
  report        INTEGER NOT NULL REFERENCES reports (seq),
  n             INTEGER NOT NULL, -- its place in the report's list
  kind          TEXT    NOT NULL,
  reality       TEXT    NOT NULL,
  stance        TEXT    NOT NULL,
  background    INTEGER NOT NULL CHECK (background IN (0, 1)),
  quote_start   INTEGER NOT NULL,
  quote_end     INTEGER NOT NULL,
  quote_text    TEXT    NOT NULL, -- this and every other _text: to check the offsets by
  trigger_start INTEGER NOT NULL,
  trigger_end   INTEGER NOT NULL,
  trigger_text  TEXT    NOT NULL,
  refers        TEXT    REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
  why           TEXT    NOT NULL,
  rule          TEXT    NOT NULL,
  score         REAL    NOT NULL,
  UNIQUE (report, n)
) STRICT;

CREATE INDEX statements_by_kind ON statements (kind);

CREATE INDEX statements_by_refers ON statements (refers) WHERE refers IS NOT NULL;

CREATE TABLE telling_keys (
  key     INTEGER NOT NULL, -- a hash
  open    INTEGER NOT NULL CHECK (open IN (0, 1)),
  telling TEXT    NOT NULL,
  PRIMARY KEY (key, open, telling)
) STRICT, WITHOUT ROWID;

CREATE TABLE telling_ties (
  a     TEXT NOT NULL,
  b     TEXT NOT NULL, -- greater than a
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX telling_ties_by_b ON telling_ties (b);

CREATE TABLE tellings (
  id      TEXT    NOT NULL PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES reports (seq),
  json    TEXT    NOT NULL, -- what is compared
  account TEXT    NOT NULL  -- JSON of what an incident shows of it
) STRICT;

CREATE INDEX tellings_by_report ON tellings (report);

CREATE TABLE unlinked (
  report INTEGER PRIMARY KEY REFERENCES reports (seq)
) STRICT;

CREATE TRIGGER coding_doubts_no_delete BEFORE DELETE ON coding_doubts BEGIN SELECT RAISE(ABORT, 'doubts are kept for ever'); END;

CREATE TRIGGER coding_doubts_no_update BEFORE UPDATE ON coding_doubts BEGIN SELECT RAISE(ABORT, 'doubts are kept as they are'); END;

CREATE TRIGGER coding_statements_no_delete BEFORE DELETE ON coding_statements BEGIN SELECT RAISE(ABORT, 'readings are kept for ever'); END;

CREATE TRIGGER coding_statements_no_update BEFORE UPDATE ON coding_statements BEGIN SELECT RAISE(ABORT, 'readings are kept as they are'); END;

CREATE TRIGGER codings_no_delete BEFORE DELETE ON codings BEGIN SELECT RAISE(ABORT, 'readings are kept for ever'); END;

CREATE TRIGGER codings_no_update BEFORE UPDATE ON codings BEGIN SELECT RAISE(ABORT, 'readings are kept as they are'); END;

CREATE TRIGGER decision_on_no_delete BEFORE DELETE ON decision_on BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;

CREATE TRIGGER decision_on_no_update BEFORE UPDATE ON decision_on BEGIN SELECT RAISE(ABORT, 'decisions are kept as they are'); END;

CREATE TRIGGER decision_undoes_no_delete BEFORE DELETE ON decision_undoes BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;

CREATE TRIGGER decision_undoes_no_update BEFORE UPDATE ON decision_undoes BEGIN SELECT RAISE(ABORT, 'decisions are kept as they are'); END;

CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept as they are'); END;

CREATE TRIGGER doubts_no_delete BEFORE DELETE ON doubts BEGIN SELECT RAISE(ABORT, 'doubts are kept for ever'); END;

CREATE TRIGGER doubts_no_update BEFORE UPDATE ON doubts BEGIN SELECT RAISE(ABORT, 'doubts are kept as they are'); END;

CREATE TRIGGER former_incidents_no_delete BEFORE DELETE ON former_incidents BEGIN SELECT RAISE(ABORT, 'identifiers are kept for ever'); END;

CREATE TRIGGER former_incidents_no_update BEFORE UPDATE ON former_incidents BEGIN SELECT RAISE(ABORT, 'identifiers are kept as they are'); END;

CREATE TRIGGER incident_lines_deleted AFTER DELETE ON incident_lines BEGIN
  DELETE FROM incident_words WHERE rowid = old.seq;
END;

CREATE TRIGGER parts_no_delete BEFORE DELETE ON parts BEGIN SELECT RAISE(ABORT, 'parts are kept for ever'); END;

CREATE TRIGGER parts_no_update BEFORE UPDATE ON parts BEGIN SELECT RAISE(ABORT, 'parts are kept as they are'); END;

CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'reports are kept for ever'); END;

CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'reports are kept as they are'); END;

CREATE TRIGGER speakers_no_delete BEFORE DELETE ON speakers BEGIN SELECT RAISE(ABORT, 'speakers are kept for ever'); END;

CREATE TRIGGER speakers_no_update BEFORE UPDATE ON speakers BEGIN SELECT RAISE(ABORT, 'speakers are kept as they are'); END;

CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'statements are kept for ever'); END;

CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are kept as they are'); END;
