-- An id is never used again, for the KID is made from it: a lease may be taken out (ADR-02).
CREATE TABLE lease (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    vedtak INTEGER REFERENCES vedtak (id),
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    tenant INTEGER NOT NULL REFERENCES person (id),
    start_on TEXT,
    end_on TEXT,
    short_reason TEXT NOT NULL DEFAULT '',
    weighty_reason TEXT NOT NULL DEFAULT '',
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
    charges TEXT NOT NULL DEFAULT '[]',
    for_disadvantaged INTEGER NOT NULL DEFAULT 1 CHECK (for_disadvantaged IN (0, 1)),
    informed INTEGER NOT NULL DEFAULT 1 CHECK (informed IN (0, 1)),
    exceptions TEXT NOT NULL DEFAULT '[]',
    eviction_for_rent INTEGER NOT NULL DEFAULT 1 CHECK (eviction_for_rent IN (0, 1)),
    eviction_at_expiry INTEGER NOT NULL DEFAULT 1 CHECK (eviction_at_expiry IN (0, 1)),
    rule_versions TEXT NOT NULL DEFAULT '{}',
    to_check TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX lease_dwelling ON lease (dwelling);
CREATE INDEX lease_tenant ON lease (tenant);
CREATE INDEX lease_end ON lease (end_on);
CREATE UNIQUE INDEX lease_kid ON lease (kid) WHERE kid <> '';

CREATE TABLE lease_state (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX lease_state_day ON lease_state (lease, since, id);

-- What is issued never changes: only whose record the tenant is (two records joined), the words
-- it is found by and what is to be looked over.
CREATE TRIGGER lease_as_issued BEFORE UPDATE ON lease
WHEN EXISTS (SELECT 1 FROM lease_state s WHERE s.lease = OLD.id AND s.state = 'to_sign')
    AND NOT (
        NEW.id IS OLD.id AND NEW.number IS OLD.number AND NEW.kind IS OLD.kind
        AND NEW.vedtak IS OLD.vedtak AND NEW.dwelling IS OLD.dwelling
        AND NEW.start_on IS OLD.start_on AND NEW.end_on IS OLD.end_on
        AND NEW.short_reason IS OLD.short_reason AND NEW.weighty_reason IS OLD.weighty_reason
        AND NEW.open_ended_reason IS OLD.open_ended_reason
        AND NEW.terminable IS OLD.terminable AND NEW.rent IS OLD.rent
        AND NEW.due_day IS OLD.due_day AND NEW.account IS OLD.account AND NEW.kid IS OLD.kid
        AND NEW.deposit IS OLD.deposit AND NEW.deposit_account IS OLD.deposit_account
        AND NEW.guarantee IS OLD.guarantee AND NEW.guarantor IS OLD.guarantor
        AND NEW.charges IS OLD.charges AND NEW.for_disadvantaged IS OLD.for_disadvantaged
        AND NEW.informed IS OLD.informed AND NEW.exceptions IS OLD.exceptions
        AND NEW.eviction_for_rent IS OLD.eviction_for_rent
        AND NEW.eviction_at_expiry IS OLD.eviction_at_expiry
        AND NEW.rule_versions IS OLD.rule_versions
    )
BEGIN
    SELECT RAISE(ABORT, 'an issued lease never changes');
END;

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

CREATE TRIGGER search_lease_update AFTER UPDATE OF search_text ON lease
WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 4;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 4, NEW.search_text);
END;

CREATE TRIGGER search_lease_delete AFTER DELETE ON lease BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 4;
END;
