-- A dwelling shown to a household before it is theirs: offered, answered, or without an answer.
CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    application INTEGER NOT NULL REFERENCES application (id),
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    offered_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    viewing_at TEXT,
    note TEXT NOT NULL DEFAULT '',
    -- what the letter told beforehand of a no without a valid reason
    effect TEXT NOT NULL,
    counted INTEGER NOT NULL DEFAULT 0,
    allowed INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX offer_application ON offer (application);
CREATE INDEX offer_dwelling ON offer (dwelling);

CREATE TABLE offer_state (
    id INTEGER PRIMARY KEY,
    offer INTEGER NOT NULL REFERENCES offer (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    valid_reason INTEGER CHECK (valid_reason IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX offer_state_day ON offer_state (offer, since, id);

-- A dwelling held back for someone, for a group or for a year's settlement. `until` is its last
-- day; ended before that, it held until the day of `ended_on` began.
CREATE TABLE reservation (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    application INTEGER REFERENCES application (id),
    held_for TEXT NOT NULL DEFAULT '',
    settlement_year INTEGER,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    ended_on TEXT,
    reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;

CREATE INDEX reservation_dwelling ON reservation (dwelling);
CREATE INDEX reservation_application ON reservation (application);

-- An emergency dwelling is never for families; what the house is like matters to who fits there.
-- `meets` and `lacks` are the requirements it is known to meet and known not to.
CREATE TABLE dwelling_suitability (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    emergency INTEGER NOT NULL DEFAULT 0 CHECK (emergency IN (0, 1)),
    not_for_children INTEGER NOT NULL DEFAULT 0 CHECK (not_for_children IN (0, 1)),
    for_groups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(for_groups)),
    meets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(meets)),
    lacks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lacks)),
    environment TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX dwelling_suitability_day ON dwelling_suitability (dwelling, since, id);

-- The year's agreed number of refugees, as decided from a day, and who came on it.
CREATE TABLE settlement_quota (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    persons INTEGER NOT NULL CHECK (persons >= 0),
    since TEXT NOT NULL,
    source TEXT NOT NULL CHECK (trim(source) <> '')
) STRICT;

CREATE INDEX settlement_quota_year ON settlement_quota (year, since, id);

CREATE TABLE settlement (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    year INTEGER NOT NULL,
    persons INTEGER NOT NULL CHECK (persons > 0),
    agreed_on TEXT NOT NULL,
    expected_on TEXT,
    settled_on TEXT,
    cancelled_on TEXT
) STRICT;

CREATE INDEX settlement_year ON settlement (year);
CREATE INDEX settlement_application ON settlement (application);
