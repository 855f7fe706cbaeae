CREATE TABLE vedtak (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    application INTEGER NOT NULL REFERENCES application (id),
    result TEXT NOT NULL CHECK (result IN ('granted', 'partly_granted', 'refused', 'dismissed')),
    refusal_ground TEXT NOT NULL DEFAULT '',
    dwelling INTEGER REFERENCES dwelling (id),
    dwelling_words TEXT NOT NULL DEFAULT '',
    term_months INTEGER,
    rules_text TEXT NOT NULL DEFAULT '',
    facts_text TEXT NOT NULL DEFAULT '',
    considerations_text TEXT NOT NULL DEFAULT '',
    guidance_text TEXT NOT NULL DEFAULT '',
    appeal_body TEXT NOT NULL DEFAULT '',
    rule_versions TEXT NOT NULL DEFAULT '{}',
    officer INTEGER NOT NULL,
    drafted_on TEXT NOT NULL
) STRICT;

CREATE INDEX vedtak_application ON vedtak (application);

CREATE TABLE vedtak_state (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX vedtak_state_day ON vedtak_state (vedtak, since, id);

CREATE TABLE vedtak_condition (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    duty TEXT NOT NULL,
    link TEXT NOT NULL
) STRICT;

CREATE INDEX vedtak_condition_vedtak ON vedtak_condition (vedtak);

-- FV-24: the right to a dwelling and which dwelling are two records.
CREATE TABLE allocation (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    until TEXT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX allocation_vedtak ON allocation (vedtak);
CREATE INDEX allocation_dwelling ON allocation (dwelling);
