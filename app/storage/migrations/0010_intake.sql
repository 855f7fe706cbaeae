-- What the paper form tells of a request beside the application itself, as it was told.
CREATE TABLE intake (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL UNIQUE REFERENCES application (id),
    wanted TEXT NOT NULL DEFAULT 'ordinary' CHECK (wanted IN ('ordinary', 'temporary')),
    marital_status TEXT NOT NULL DEFAULT '',
    employer TEXT NOT NULL DEFAULT '',
    -- residence and stay (BS-02, BS-03)
    residence_since TEXT,
    registered_here INTEGER CHECK (registered_here IN (0, 1)),
    in_institution INTEGER CHECK (in_institution IN (0, 1)),
    legal_stay TEXT NOT NULL DEFAULT '',
    permit_until TEXT,
    close_tie TEXT NOT NULL DEFAULT '',
    by_agreement INTEGER CHECK (by_agreement IN (0, 1)),
    family_reunion INTEGER CHECK (family_reunion IN (0, 1)),
    cares_for_child INTEGER CHECK (cares_for_child IN (0, 1)),
    guardian_consent INTEGER CHECK (guardian_consent IN (0, 1)),
    -- the home today
    tenure TEXT NOT NULL DEFAULT '',
    landlord TEXT NOT NULL DEFAULT '',
    present_rent INTEGER,
    present_bedrooms INTEGER,
    lease_ends_on TEXT,
    must_leave_on TEXT,
    tried_otherwise TEXT NOT NULL DEFAULT '',
    -- earlier municipal tenancy
    rented_before INTEGER CHECK (rented_before IN (0, 1)),
    rented_where TEXT NOT NULL DEFAULT '',
    rented_until TEXT,
    -- rent or damages owed to the municipality, whole øre; 0 is none, empty is not asked
    owed INTEGER,
    owed_plan_on TEXT,
    evicted_on TEXT,
    breach_on TEXT,
    -- the dwelling needed
    area_wanted TEXT NOT NULL DEFAULT '',
    floor_area INTEGER,
    school TEXT NOT NULL DEFAULT '',
    help_text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE intake_income (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    monthly INTEGER NOT NULL CHECK (monthly >= 0)
) STRICT;

CREATE INDEX intake_income_application ON intake_income (application);

CREATE TABLE intake_asset (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;

CREATE INDEX intake_asset_application ON intake_asset (application);

CREATE TABLE intake_expense (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL,
    monthly INTEGER NOT NULL CHECK (monthly >= 0)
) STRICT;

CREATE INDEX intake_expense_application ON intake_expense (application);

CREATE TABLE intake_loan (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    creditor TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    original INTEGER,
    remaining INTEGER,
    monthly INTEGER
) STRICT;

CREATE INDEX intake_loan_application ON intake_loan (application);

-- What the dwelling must have, what stands in the way, what help is asked for.
CREATE TABLE intake_mark (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL CHECK (kind IN ('requirement', 'hindrance', 'help')),
    code TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX intake_mark_application ON intake_mark (application);

-- Papers the form asks for: wanted from a day, come that day, or not needed.
CREATE TABLE intake_paper (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL,
    asked_on TEXT,
    received_on TEXT,
    not_needed INTEGER NOT NULL DEFAULT 0 CHECK (not_needed IN (0, 1)),
    document INTEGER REFERENCES document (id),
    UNIQUE (application, kind)
) STRICT;

-- Fullmektig or guardian: gets a copy of what the person gets, from a day to a day.
CREATE TABLE representative (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    organisation TEXT NOT NULL DEFAULT '',
    line TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    postal_place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX representative_person ON representative (person, since);

-- PV-02: what may be fetched or shared, with whom, until when; withdrawn ends it.
CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    scope TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL,
    until TEXT,
    withdrawn_on TEXT
) STRICT;

CREATE INDEX consent_person ON consent (person, since);
