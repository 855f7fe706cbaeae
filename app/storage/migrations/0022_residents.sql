-- Someone is to move in with the tenant, or rent of the tenant: asked for on a day (HL-35, HL-36).
CREATE TABLE consent_request (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    kind TEXT NOT NULL,
    received_on TEXT NOT NULL,
    -- silence is a yes only to what was asked for in writing (HL-37)
    in_writing INTEGER NOT NULL CHECK (in_writing IN (0, 1)),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    relation TEXT,
    cause TEXT,
    what TEXT NOT NULL DEFAULT '',
    since TEXT,
    until TEXT,
    -- who it became in the register, when they moved in
    person INTEGER REFERENCES person (id),
    withdrawn_on TEXT
) STRICT;

CREATE INDEX consent_request_lease ON consent_request (lease);
CREATE INDEX consent_request_person ON consent_request (person);

-- The landlord's answer. It counts from the day its letter was sent (HL-04).
CREATE TABLE consent_answer (
    id INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES consent_request (id),
    decided_on TEXT NOT NULL,
    consents INTEGER NOT NULL CHECK (consents IN (0, 1)),
    ground TEXT,
    reason TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX consent_answer_request ON consent_answer (request);

-- The tenant has died: who is written to, and whether nobody takes over (HL-38, HL-70).
CREATE TABLE tenant_death (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL UNIQUE REFERENCES lease (id),
    died_on TEXT NOT NULL,
    learned_on TEXT NOT NULL,
    contact_name TEXT NOT NULL DEFAULT '',
    contact_line TEXT NOT NULL DEFAULT '',
    contact_postal_code TEXT NOT NULL DEFAULT '',
    contact_place TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id),
    nobody_on TEXT,
    nobody_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX tenant_death_learned ON tenant_death (learned_on);
