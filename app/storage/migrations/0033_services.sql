-- What lets the office know what a unit gives a person: a consent, or a law said in words (A1).
CREATE TABLE unit_basis (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    service_unit INTEGER NOT NULL REFERENCES service_unit (id),
    since TEXT NOT NULL,
    known_by TEXT NOT NULL,
    consent INTEGER REFERENCES consent (id),
    words TEXT NOT NULL DEFAULT '',
    until TEXT
) STRICT;

CREATE INDEX unit_basis_of_person ON unit_basis (person, service_unit, since);

-- What a person has from a unit, typed by hand from a day to a day (A1, A3).
CREATE TABLE service_given (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    service_unit INTEGER NOT NULL REFERENCES service_unit (id),
    what TEXT NOT NULL CHECK (trim(what) <> ''),
    vedtak TEXT NOT NULL DEFAULT '',
    nav_only INTEGER NOT NULL DEFAULT 0 CHECK (nav_only IN (0, 1)),
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX service_given_person ON service_given (person, since);

-- Whom to ring in a unit about a person (C5).
CREATE TABLE unit_contact (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    service_unit INTEGER NOT NULL REFERENCES service_unit (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    post TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX unit_contact_of_person ON unit_contact (person, since);

-- The days somebody made sure that it still is so.
CREATE TABLE unit_contact_confirmed (
    id INTEGER PRIMARY KEY,
    unit_contact INTEGER NOT NULL REFERENCES unit_contact (id),
    confirmed_on TEXT NOT NULL
) STRICT;

CREATE INDEX unit_contact_confirmed_of ON unit_contact_confirmed (unit_contact, confirmed_on);
