-- One event per unit, one change per row; both only grow. What an erasure may empty, and
-- nothing else, is said by the triggers below.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    verb TEXT NOT NULL,
    subject_kind TEXT,
    subject_id INTEGER,
    at TEXT NOT NULL,
    by INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    final INTEGER NOT NULL DEFAULT 0,
    reverses INTEGER REFERENCES event (id),
    digest TEXT NOT NULL
) STRICT;

CREATE INDEX event_subject ON event (subject_kind, subject_id, id);

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    before TEXT,
    after TEXT,
    salt TEXT,
    digest TEXT,
    redacted_by INTEGER REFERENCES event (id)
) STRICT;

CREATE INDEX change_event ON change (event);
CREATE INDEX change_row ON change (table_name, row_id, id);

CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'history only grows');
END;

CREATE TRIGGER event_as_written BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'history only grows');
END;

CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN
    SELECT RAISE(ABORT, 'history only grows');
END;

CREATE TRIGGER change_as_written BEFORE UPDATE ON change
WHEN NOT (
    NEW.id IS OLD.id AND NEW.event IS OLD.event AND NEW.table_name IS OLD.table_name
    AND NEW.row_id IS OLD.row_id AND NEW.kind IS OLD.kind
    AND (
        (OLD.digest IS NULL AND NEW.before IS OLD.before AND NEW.after IS OLD.after
            AND NEW.salt IS OLD.salt AND NEW.redacted_by IS OLD.redacted_by)
        OR (NEW.digest IS OLD.digest AND NEW.before IS NULL AND NEW.after IS NULL
            AND NEW.salt IS NULL AND NEW.redacted_by IS NOT NULL)
    )
)
BEGIN
    SELECT RAISE(ABORT, 'history only grows');
END;

-- What a redaction did, so that the act itself is a change in a unit.
CREATE TABLE redaction (
    id INTEGER PRIMARY KEY,
    legal_basis TEXT NOT NULL,
    changes INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Going on with an older copy than the one this machine has seen, by choice.
CREATE TABLE older_copy (
    id INTEGER PRIMARY KEY,
    seen_events INTEGER NOT NULL,
    found_events INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- One index for everything that can be found with the search box. Filled by triggers from each
-- searchable table's stored `search_text`, so that undo needs no code of its own.
-- rowid = the record's id * 16 + a number for its kind.
CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61', prefix = '2 3');

INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
