-- Somebody may lose a home: one case from the first message to what comes after (TV-11, AL-01).
CREATE TABLE eviction_case (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    -- empty for a home let by others or owned, and for one whose address is kept out (ADR-02)
    lease INTEGER REFERENCES lease (id),
    landlord TEXT NOT NULL DEFAULT '',
    home TEXT NOT NULL DEFAULT '',
    -- where the papers lie, for one with a strictly protected address
    paper_reference TEXT NOT NULL DEFAULT '',
    opened_on TEXT NOT NULL,
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX eviction_case_by_person ON eviction_case (person);
CREATE INDEX eviction_case_by_lease ON eviction_case (lease);

-- Where it stands, each stage from its day.
CREATE TABLE eviction_stage (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    since TEXT NOT NULL,
    stage TEXT NOT NULL,
    -- the step of a forced sale, which has its own; empty in an eviction
    sale_stage TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX eviction_stage_by_case ON eviction_stage (eviction_case, since, id);

-- What was told, as the paper has it.
CREATE TABLE eviction_message (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    recorded_on TEXT NOT NULL,
    received_on TEXT NOT NULL,
    sender TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    ground TEXT NOT NULL DEFAULT '',
    rent INTEGER NOT NULL DEFAULT 0 CHECK (rent >= 0),
    costs INTEGER NOT NULL DEFAULT 0 CHECK (costs >= 0),
    interest INTEGER NOT NULL DEFAULT 0 CHECK (interest >= 0),
    -- the day the two weeks of § 13-6 run from, and the last day where the paper names it
    served_on TEXT,
    comment_until TEXT,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX eviction_message_by_case ON eviction_message (eviction_case, received_on, id);

-- The day it is to be carried out: set, put off, called off (TV-12).
CREATE TABLE eviction_day (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    since TEXT NOT NULL,
    change TEXT NOT NULL,
    eviction_on TEXT,
    eviction_at TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX eviction_day_by_case ON eviction_day (eviction_case, since, id);

-- How it ended; a row without an outcome opened it again.
CREATE TABLE eviction_outcome (
    id INTEGER PRIMARY KEY,
    eviction_case INTEGER NOT NULL REFERENCES eviction_case (id),
    since TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX eviction_outcome_by_case ON eviction_outcome (eviction_case, since, id);

CREATE TRIGGER search_eviction_case_insert AFTER INSERT ON eviction_case BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 5, NEW.search_text);
END;

CREATE TRIGGER search_eviction_case_update AFTER UPDATE OF search_text ON eviction_case
WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 5;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 5, NEW.search_text);
END;

CREATE TRIGGER search_eviction_case_delete AFTER DELETE ON eviction_case BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 5;
END;
