-- The joint allocation meeting: what was on the agenda, and what was decided there.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    present TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    closed_on TEXT
) STRICT;

CREATE INDEX meeting_day ON meeting (held_on, id);

CREATE TABLE meeting_item (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    case_kind TEXT NOT NULL,
    case_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    since TEXT NOT NULL,
    decision TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    responsible TEXT NOT NULL DEFAULT '',
    due_on TEXT
) STRICT;

CREATE INDEX meeting_item_meeting ON meeting_item (meeting, position);
