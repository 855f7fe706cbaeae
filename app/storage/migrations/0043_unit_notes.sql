-- What a unit was told of a case, on which ground, in a letter of its own (SD-07, P3).
CREATE TABLE unit_note (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    service_unit INTEGER NOT NULL REFERENCES service_unit (id),
    document INTEGER REFERENCES document (id),
    issued_on TEXT NOT NULL,
    ground TEXT NOT NULL,
    consent INTEGER REFERENCES consent (id),
    -- why it may be told, where the ground asks for words
    because TEXT NOT NULL DEFAULT '',
    asks TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX unit_note_by_case ON unit_note (eviction_case, id);

-- Somebody there said that it was read.
CREATE TABLE unit_note_read (
    id INTEGER PRIMARY KEY,
    unit_note INTEGER NOT NULL REFERENCES unit_note (id),
    read_on TEXT NOT NULL,
    read_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX unit_note_read_by_note ON unit_note_read (unit_note, id);

-- What was done for the children of the household, each from its day (practice 4a, step 8).
CREATE TABLE child_step (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    since TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX child_step_by_case ON child_step (eviction_case, since, id);

-- After a home was lost: what is to be done, by whom and when.
CREATE TABLE aftercare_task (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    kind TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL,
    done_on TEXT
) STRICT;

CREATE INDEX aftercare_task_by_case ON aftercare_task (eviction_case, due_on, id);

-- The first and the second time the household was told to fetch its things (TV-13, TV-14).
CREATE TABLE fetching_notice (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    number INTEGER NOT NULL CHECK (number IN (1, 2)),
    told_on TEXT NOT NULL,
    kept_where TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX fetching_notice_by_case ON fetching_notice (eviction_case, number, id);

-- Everything was fetched, or nothing was left; a row without a word opened it again.
CREATE TABLE belongings_settled (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    since TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX belongings_settled_by_case ON belongings_settled (eviction_case, since, id);

-- What could have been seen earlier, and what is to be done otherwise; the newest holds.
CREATE TABLE eviction_review (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    since TEXT NOT NULL,
    seen_earlier TEXT NOT NULL,
    to_change TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX eviction_review_by_case ON eviction_review (eviction_case, since, id);

-- The letter to the household about the first days.
CREATE TABLE aftercare_letter (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    document INTEGER REFERENCES document (id),
    issued_on TEXT NOT NULL
) STRICT;

CREATE INDEX aftercare_letter_by_case ON aftercare_letter (eviction_case, id);
