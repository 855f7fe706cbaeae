-- What an individual plan says beside the goals and measures of the plan it is (DOC-08).
CREATE TABLE individual_plan (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL UNIQUE REFERENCES plan (id),
    resources TEXT NOT NULL DEFAULT '',
    prepared_by TEXT NOT NULL DEFAULT '',
    own_contribution TEXT NOT NULL DEFAULT '',
    services_contribution TEXT NOT NULL DEFAULT '',
    relatives_contribution TEXT NOT NULL DEFAULT '',
    carried_out TEXT NOT NULL DEFAULT '',
    cooperation TEXT NOT NULL DEFAULT '',
    child_participation TEXT NOT NULL DEFAULT '',
    starts_on TEXT,
    ends_on TEXT
) STRICT;

-- The days the plan is gone through anew (DOC-08, item 8).
CREATE TABLE plan_revision (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    revise_on TEXT NOT NULL
) STRICT;

CREATE INDEX plan_revision_plan ON plan_revision (plan, revise_on);

-- Who takes part, in what capacity, from a day to a day (DOC-08, item 2).
CREATE TABLE plan_participant (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    capacity TEXT NOT NULL DEFAULT '',
    unit INTEGER REFERENCES service_unit (id),
    phone TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX plan_participant_plan ON plan_participant (plan, since);

-- How much of a measure is given (DOC-08, item 5).
CREATE TABLE measure_extent (
    id INTEGER PRIMARY KEY,
    measure INTEGER NOT NULL UNIQUE REFERENCES measure (id),
    extent TEXT NOT NULL DEFAULT ''
) STRICT;

-- Whether the person was offered an individual plan, and what the answer was from a day (SOT-07).
CREATE TABLE individual_plan_wish (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;

CREATE INDEX individual_plan_wish_person ON individual_plan_wish (person, since, id);

-- Coordinator, child coordinator, contact doctor: offered whether or not a plan is wanted (HOL-02).
CREATE TABLE coordinator_offer (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    post TEXT NOT NULL,
    since TEXT NOT NULL,
    answer TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX coordinator_offer_person ON coordinator_offer (person, post, since, id);
