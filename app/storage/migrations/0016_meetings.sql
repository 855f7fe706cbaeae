-- The joint allocation meeting: when, who was there, and whether its minutes are made.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    present TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    closed_on TEXT
) STRICT;

CREATE INDEX meeting_day ON meeting (held_on, id);

-- A case that was spoken of: why it was on the agenda that day, and what came of it.
CREATE TABLE meeting_item (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    about_kind TEXT NOT NULL,
    about_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    since TEXT NOT NULL,
    decision TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    done_on TEXT,
    UNIQUE (meeting, about_kind, about_id)
) STRICT;

-- The minutes are as they were made.
CREATE TRIGGER meeting_as_closed BEFORE UPDATE ON meeting WHEN OLD.closed_on IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a closed meeting never changes');
END;
