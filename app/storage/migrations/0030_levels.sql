-- Who answers for a person's follow-up from a day (D5, P1); it ends with level 0 (E3).
CREATE TABLE case_owner (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    unit INTEGER NOT NULL REFERENCES service_unit (id),
    coordinator TEXT NOT NULL CHECK (trim(coordinator) <> ''),
    phone TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX case_owner_person ON case_owner (person, since, id);

-- How much help is agreed from a day (SD-01); whoever gets any has an owner.
CREATE TABLE help_level (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    owner INTEGER REFERENCES case_owner (id),
    CHECK (level = 0 OR owner IS NOT NULL)
) STRICT;

CREATE INDEX help_level_person ON help_level (person, since, id);
CREATE INDEX help_level_owner ON help_level (owner);
