CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    register_id TEXT NOT NULL,
    municipality TEXT NOT NULL,
    municipality_number TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    org_number TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    postal_place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    web TEXT NOT NULL DEFAULT '',
    rent_account TEXT NOT NULL DEFAULT '',
    appeal_body TEXT NOT NULL DEFAULT '',
    incident_contact TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT 'nb' CHECK (language IN ('nb', 'nn')),
    duties TEXT NOT NULL DEFAULT '[]',
    demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
    recovery_slot TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE officer (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    slot TEXT NOT NULL UNIQUE,
    since TEXT NOT NULL,
    until TEXT
) STRICT;

-- A rule parameter that this municipality has set itself, dated like those that are shipped.
CREATE TABLE parameter_override (
    id INTEGER PRIMARY KEY,
    parameter TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    source TEXT NOT NULL
) STRICT;

CREATE TABLE sheet_profile (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;

-- One take-in of one sheet; the rows it made are the changes of its event.
CREATE TABLE sheet_import (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    digest TEXT NOT NULL,
    taken_in INTEGER NOT NULL,
    to_check INTEGER NOT NULL,
    left_out INTEGER NOT NULL
) STRICT;
