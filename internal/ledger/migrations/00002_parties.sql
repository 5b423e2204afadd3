-- +goose Up

-- What a part says besides its words: the name in them, who that is, and what befell it.
ALTER TABLE parts ADD COLUMN name_start  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parts ADD COLUMN name_end    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parts ADD COLUMN name_text   TEXT    NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN about_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parts ADD COLUMN about_end   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parts ADD COLUMN about_text  TEXT    NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN effect      TEXT    NOT NULL DEFAULT '';

-- What sort of target, victim or weapon a part names; '' if its words do not say.
ALTER TABLE resolutions ADD COLUMN type TEXT NOT NULL DEFAULT '';
