-- What a person and the municipality agree to do (DOC-10); a breach never ends a lease.
CREATE TABLE cooperation_agreement (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL DEFAULT '',
    we_do TEXT NOT NULL DEFAULT '',
    person_does TEXT NOT NULL DEFAULT '',
    visits TEXT NOT NULL DEFAULT '',
    visited_by TEXT NOT NULL DEFAULT '',
    contact_name TEXT NOT NULL DEFAULT '',
    contact_phone TEXT NOT NULL DEFAULT '',
    if_broken TEXT NOT NULL DEFAULT '',
    evaluation_on TEXT
) STRICT;

CREATE INDEX cooperation_agreement_person ON cooperation_agreement (person);

-- Draft, signed and ended, each from its day.
CREATE TABLE agreement_state (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES cooperation_agreement (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX agreement_state_agreement ON agreement_state (agreement, since, id);
