-- The day the keys came back, where the tenant went, and how the dwelling was left (HL-73).
CREATE TABLE lease_handback (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL UNIQUE REFERENCES lease (id),
    keys_on TEXT NOT NULL,
    moved_to TEXT NOT NULL,
    condition TEXT NOT NULL DEFAULT '',
    meter_power TEXT NOT NULL DEFAULT '',
    meter_water TEXT NOT NULL DEFAULT '',
    keys_missing TEXT NOT NULL DEFAULT ''
) STRICT;

-- What a tenant left behind: cared for, or thrown at once when it is rubbish (HL-76).
CREATE TABLE left_belonging (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    found_on TEXT NOT NULL,
    what TEXT NOT NULL CHECK (trim(what) <> ''),
    kept_where TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL,
    outcome_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0)
) STRICT;

CREATE INDEX left_belonging_lease ON left_belonging (lease);

-- The tenant was asked in writing to collect, and by when (HL-76).
CREATE TABLE belongings_request (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    asked_on TEXT NOT NULL,
    collect_by TEXT NOT NULL,
    document INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX belongings_request_lease ON belongings_request (lease);

-- A claim on the deposit or the guarantee: what is asked, the day the bank told the other side,
-- and how it ended. Sums in whole øre (HL-16, HL-17).
CREATE TABLE deposit_claim (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    security TEXT NOT NULL,
    claimed_by TEXT NOT NULL,
    claimed_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    claimed_for TEXT NOT NULL DEFAULT '',
    holder TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id),
    told_on TEXT,
    outcome TEXT,
    outcome_on TEXT,
    to_landlord INTEGER NOT NULL DEFAULT 0 CHECK (to_landlord >= 0),
    to_tenant INTEGER NOT NULL DEFAULT 0 CHECK (to_tenant >= 0),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX deposit_claim_lease ON deposit_claim (lease);

-- Whether the dwelling was left worse than it should be, and what is claimed for it (HL-75).
CREATE TABLE condition_claim (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL UNIQUE REFERENCES lease (id),
    decided_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
    reason TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id)
) STRICT;
