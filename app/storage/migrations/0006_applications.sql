CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('new', 'swap', 'renewal')),
    applicant INTEGER NOT NULL REFERENCES person (id),
    household INTEGER NOT NULL REFERENCES household (id),
    received_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    referred_by TEXT NOT NULL DEFAULT 'self',
    present_housing TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    wishes TEXT NOT NULL DEFAULT '',
    bedrooms INTEGER,
    accessible INTEGER NOT NULL DEFAULT 0 CHECK (accessible IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    to_check TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX application_applicant ON application (applicant);

CREATE TABLE application_state (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX application_state_day ON application_state (application, since, id);

-- The group for lists and statistics; the newest row on a day is the primary one.
CREATE TABLE application_group (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    target_group TEXT NOT NULL
) STRICT;

CREATE INDEX application_group_day ON application_group (application, since, id);

CREATE TABLE application_need (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    category TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX application_need_application ON application_need (application);

-- The officer's own order inside a group: each move with its written reason.
CREATE TABLE application_rank (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    position REAL NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX application_rank_day ON application_rank (application, since, id);

-- The order of the municipality's groups from a day.
CREATE TABLE group_order (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL,
    target_group TEXT NOT NULL,
    place INTEGER NOT NULL,
    source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TRIGGER search_application_insert AFTER INSERT ON application BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 3, NEW.search_text);
END;

CREATE TRIGGER search_application_update AFTER UPDATE OF search_text ON application BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 3;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 3, NEW.search_text);
END;

CREATE TRIGGER search_application_delete AFTER DELETE ON application BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 3;
END;
