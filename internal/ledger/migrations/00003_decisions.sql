-- +goose Up

-- What a corrected value was read as: JSON of a Resolution; '' if the decision corrects no words.
ALTER TABLE decisions ADD COLUMN means TEXT NOT NULL DEFAULT '';

-- The decision that an 'undo' takes out of force. Kept for ever.
CREATE TABLE decision_undoes (
  decision TEXT NOT NULL PRIMARY KEY REFERENCES decisions (id),
  undone   TEXT NOT NULL REFERENCES decisions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_undoes_by_undone ON decision_undoes (undone);
CREATE TRIGGER decision_undoes_no_update BEFORE UPDATE ON decision_undoes BEGIN SELECT RAISE(ABORT, 'decisions are kept as they are'); END;
CREATE TRIGGER decision_undoes_no_delete BEFORE DELETE ON decision_undoes BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END;

-- Where people say that words mean another actor than the machine read, or none. Follows from the decisions.
CREATE TABLE overruled_actors (
  statement INTEGER NOT NULL REFERENCES statements (seq),
  part      INTEGER NOT NULL, -- as in resolutions
  actor     TEXT    NOT NULL, -- '' if none
  PRIMARY KEY (statement, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX overruled_actors_by_actor ON overruled_actors (actor, statement, part) WHERE actor <> '';

-- Whom words mean, as people ruled.
CREATE VIEW meant_actors AS
  SELECT actor, statement, part FROM resolutions AS r WHERE actor <> ''
    AND NOT EXISTS (SELECT 1 FROM overruled_actors AS o WHERE o.statement = r.statement AND o.part = r.part)
  UNION ALL
  SELECT actor, statement, part FROM overruled_actors WHERE actor <> '';

-- Identifiers of incidents that were seen once and may not be any more, each with the statement that gave it.
-- Kept for ever, so that they go on leading to whatever tells that happening now.
CREATE TABLE former_incidents (
  id        TEXT    NOT NULL PRIMARY KEY,
  statement INTEGER NOT NULL REFERENCES statements (seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER former_incidents_no_update BEFORE UPDATE ON former_incidents BEGIN SELECT RAISE(ABORT, 'identifiers are kept as they are'); END;
CREATE TRIGGER former_incidents_no_delete BEFORE DELETE ON former_incidents BEGIN SELECT RAISE(ABORT, 'identifiers are kept for ever'); END;
