-- How an owner is reached and paid, beside the phone that was known before.
ALTER TABLE owner ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE owner ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE owner ADD COLUMN street TEXT NOT NULL DEFAULT '';
ALTER TABLE owner ADD COLUMN postal_code TEXT NOT NULL DEFAULT '';
ALTER TABLE owner ADD COLUMN postal_place TEXT NOT NULL DEFAULT '';
ALTER TABLE owner ADD COLUMN rent_account TEXT NOT NULL DEFAULT '';

-- Who does one part of the landlord's work from a day: the municipality or the owner (C8).
CREATE TABLE owner_task (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES owner (id),
    since TEXT NOT NULL,
    task TEXT NOT NULL,
    done_by TEXT NOT NULL
) STRICT;

CREATE INDEX owner_task_owner ON owner_task (owner, task, since, id);

-- What was agreed with an owner from a day, topic by topic (DOC-11); the newest row holds.
CREATE TABLE cooperation (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES owner (id),
    since TEXT NOT NULL,
    revise_on TEXT,
    information TEXT NOT NULL DEFAULT '',
    information_basis TEXT NOT NULL DEFAULT '',
    warning_routine TEXT NOT NULL DEFAULT '',
    repairs TEXT NOT NULL DEFAULT '',
    vacancy_payment TEXT NOT NULL DEFAULT '',
    meetings TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX cooperation_owner ON cooperation (owner, since, id);

-- Which rule of the shortest term a lease rests on (HL-43, HL-44, HL-47).
ALTER TABLE lease ADD COLUMN term_basis TEXT NOT NULL DEFAULT 'ordinary';

-- A lease that an outside landlord is asked to write.
CREATE TABLE contract_order (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    owner INTEGER NOT NULL REFERENCES owner (id),
    ordered_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES document (id)
) STRICT;

CREATE INDEX contract_order_lease ON contract_order (lease, id);

-- A condition of the vedtak as a part of the lease, under the condition's own id (FV-18).
CREATE TABLE lease_condition (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    condition INTEGER NOT NULL REFERENCES vedtak_condition (id),
    UNIQUE (lease, condition)
) STRICT;

CREATE INDEX lease_condition_condition ON lease_condition (condition);

-- That a condition was kept or broken on a day.
CREATE TABLE condition_event (
    id INTEGER PRIMARY KEY,
    condition INTEGER NOT NULL REFERENCES lease_condition (id),
    happened_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    words TEXT NOT NULL,
    told_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX condition_event_condition ON condition_event (condition, happened_on, id);

-- What someone does by a day; one that a condition asks for has the condition's id.
CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    condition INTEGER REFERENCES vedtak_condition (id),
    words TEXT NOT NULL,
    responsible TEXT NOT NULL DEFAULT '',
    due_on TEXT,
    UNIQUE (person, condition)
) STRICT;

CREATE TABLE measure_state (
    id INTEGER PRIMARY KEY,
    measure INTEGER NOT NULL REFERENCES measure (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX measure_state_measure ON measure_state (measure, since, id);
