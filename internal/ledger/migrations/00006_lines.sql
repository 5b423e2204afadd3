-- +goose Up

-- Each incident in one line (dateline.Line), and the words that it is found by. Follows from incidents and what they
-- rest on; mark 'lines' says by which version.
CREATE TABLE incident_lines (
  seq      INTEGER PRIMARY KEY, -- rowid in incident_words
  incident TEXT NOT NULL UNIQUE REFERENCES incidents (id) ON DELETE CASCADE,
  json     TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE incident_words USING fts5 (title, said, place, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2');

-- +goose StatementBegin
CREATE TRIGGER incident_lines_deleted AFTER DELETE ON incident_lines BEGIN
  DELETE FROM incident_words WHERE rowid = old.seq;
END;
-- +goose StatementEnd
