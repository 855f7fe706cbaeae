-- A dated fact with its source, that a home may be at risk (P2, practice 4c).
CREATE TABLE early_signal (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    seen_on TEXT NOT NULL,
    source TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    -- what the register found it by («rent_charge/12»), once somebody has said what came of it;
    -- empty for what was written by hand
    found TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX early_signal_by_person ON early_signal (person, seen_on);

-- Closed with an outcome from a day, or open again from a day when the outcome is empty.
CREATE TABLE early_signal_state (
    id INTEGER PRIMARY KEY,
    early_signal INTEGER NOT NULL REFERENCES early_signal (id),
    since TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX early_signal_state_by_signal ON early_signal_state (early_signal, since, id);

-- The meeting about unpaid rent (late-payer meeting): called for a day, closed with minutes.
CREATE TABLE arrears_meeting (
    id INTEGER PRIMARY KEY,
    held_on TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    present TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    next_on TEXT,
    closed_on TEXT
) STRICT;

CREATE INDEX arrears_meeting_by_day ON arrears_meeting (held_on);

-- What was decided about one tenancy in it: what, who, by when.
CREATE TABLE arrears_meeting_case (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES arrears_meeting (id),
    lease INTEGER NOT NULL REFERENCES lease (id),
    -- where it stands on the sheet; 0 for what was added by hand, which stands last
    place INTEGER NOT NULL DEFAULT 0,
    decision TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    done_on TEXT,
    UNIQUE (meeting, lease)
) STRICT;

CREATE INDEX arrears_meeting_case_by_lease ON arrears_meeting_case (lease);
