CREATE TABLE lease (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    vedtak INTEGER REFERENCES vedtak (id),
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    tenant INTEGER NOT NULL REFERENCES person (id),
    landlord INTEGER REFERENCES owner (id),
    start_on TEXT,
    end_on TEXT,
    short_reason TEXT NOT NULL DEFAULT '',
    open_ended_reason TEXT NOT NULL DEFAULT '',
    terminable INTEGER NOT NULL DEFAULT 0 CHECK (terminable IN (0, 1)),
    rent INTEGER,
    due_day INTEGER NOT NULL DEFAULT 1,
    account TEXT NOT NULL DEFAULT '',
    kid TEXT NOT NULL DEFAULT '',
    deposit INTEGER NOT NULL DEFAULT 0,
    deposit_account TEXT NOT NULL DEFAULT '',
    guarantee INTEGER NOT NULL DEFAULT 0,
    guarantor TEXT NOT NULL DEFAULT '',
    accruals TEXT NOT NULL DEFAULT '[]',
    for_disadvantaged INTEGER NOT NULL DEFAULT 1 CHECK (for_disadvantaged IN (0, 1)),
    exceptions TEXT NOT NULL DEFAULT '[]',
    eviction_for_rent INTEGER NOT NULL DEFAULT 1 CHECK (eviction_for_rent IN (0, 1)),
    eviction_at_expiry INTEGER NOT NULL DEFAULT 1 CHECK (eviction_at_expiry IN (0, 1)),
    to_check TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX lease_dwelling ON lease (dwelling);
CREATE INDEX lease_tenant ON lease (tenant);
CREATE INDEX lease_end ON lease (end_on);

CREATE TABLE lease_state (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX lease_state_day ON lease_state (lease, since, id);

-- A gjøremål put off: what, until when, and why.
CREATE TABLE snooze (
    id INTEGER PRIMARY KEY,
    alert TEXT NOT NULL,
    case_kind TEXT NOT NULL,
    case_id INTEGER NOT NULL,
    until TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TRIGGER search_lease_insert AFTER INSERT ON lease BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 4, NEW.search_text);
END;

CREATE TRIGGER search_lease_update AFTER UPDATE OF search_text ON lease BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 4;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 4, NEW.search_text);
END;

CREATE TRIGGER search_lease_delete AFTER DELETE ON lease BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 4;
END;
