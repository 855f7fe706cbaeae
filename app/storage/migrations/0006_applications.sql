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
    -- as told, where the children themselves are not registered
    children_told INTEGER,
    note TEXT NOT NULL DEFAULT '',
    to_check TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX application_applicant ON application (applicant);
CREATE INDEX application_household ON application (household);
CREATE INDEX application_received ON application (received_on, id);

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

-- Whose list it stands on: that allocator's dwellings are the ones it can get.
CREATE TABLE application_allocator (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    allocator INTEGER NOT NULL REFERENCES allocator (id)
) STRICT;

CREATE INDEX application_allocator_day ON application_allocator (application, since, id);

CREATE TABLE application_need (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    category TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX application_need_application ON application_need (application);

-- The officer's own order inside a group: each move with its written reason. `above` is the one
-- it was put in front of, empty for last; the list is the neutral order with the moves on top.
CREATE TABLE application_rank (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    above INTEGER REFERENCES application (id),
    target_group TEXT,
    since TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;

CREATE INDEX application_rank_day ON application_rank (since, id);

-- The order of the municipality's groups from a day, first to last, and who adopted it.
CREATE TABLE group_order (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL,
    groups TEXT NOT NULL CHECK (json_valid(groups)),
    source TEXT NOT NULL CHECK (trim(source) <> '')
) STRICT;

CREATE TRIGGER search_application_insert AFTER INSERT ON application BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 3, NEW.search_text);
END;

CREATE TRIGGER search_application_update AFTER UPDATE OF search_text ON application
WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 3;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 3, NEW.search_text);
END;

CREATE TRIGGER search_application_delete AFTER DELETE ON application BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 3;
END;
