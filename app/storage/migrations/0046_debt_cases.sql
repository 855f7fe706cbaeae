-- Somebody asks for economic advice: one case from the request to how the work ended (GJ-01).
CREATE TABLE debt_case (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    received_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    referred_by TEXT NOT NULL,
    -- what it is about, as JSON
    topics TEXT NOT NULL DEFAULT '[]',
    words TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX debt_case_by_person ON debt_case (person);

-- How the request stands, each state from its day.
CREATE TABLE debt_state (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_state_by_case ON debt_state (debt_case, since, id);

-- The four questions of the acute screen, each time they were asked (GJ-02).
CREATE TABLE debt_screen (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    home TEXT NOT NULL,
    home_on TEXT,
    power TEXT NOT NULL,
    power_on TEXT,
    children TEXT NOT NULL,
    food TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_screen_by_case ON debt_screen (debt_case, since, id);

-- How far the work has come, each stage from its day.
CREATE TABLE debt_stage (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_stage_by_case ON debt_stage (debt_case, since, id);

-- How it ended; a row without an outcome opened it again.
CREATE TABLE debt_outcome (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_outcome_by_case ON debt_outcome (debt_case, since, id);

CREATE TRIGGER search_debt_case_insert AFTER INSERT ON debt_case BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 6, NEW.search_text);
END;

CREATE TRIGGER search_debt_case_update AFTER UPDATE OF search_text ON debt_case
WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 6;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 6, NEW.search_text);
END;

CREATE TRIGGER search_debt_case_delete AFTER DELETE ON debt_case BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 6;
END;
