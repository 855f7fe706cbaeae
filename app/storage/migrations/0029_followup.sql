-- The parts of the municipality that give services (C5); the office may rename, add and close them.
CREATE TABLE service_unit (
    id INTEGER PRIMARY KEY,
    code TEXT,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    name_nn TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    closed_on TEXT
) STRICT;

INSERT INTO service_unit (code, name, name_nn) VALUES
    ('housing_office', 'boligkontoret', 'bustadkontoret'),
    ('nav', 'Nav', 'Nav'),
    ('housing_team', 'boligsosialt team', 'bustadsosialt team'),
    ('allocation_team', 'tildelingsteam helse', 'tildelingsteam helse'),
    ('home_services', 'hjemmebaserte tjenester', 'heimebaserte tenester'),
    ('mental_health_and_substance_use', 'psykisk helse og rus', 'psykisk helse og rus'),
    ('activity_and_assistance', 'aktivitet og bistand', 'aktivitet og bistand'),
    ('habilitation', 'habilitering', 'habilitering'),
    ('rehabilitation', 'ergo- og fysioterapi', 'ergo- og fysioterapi'),
    ('childrens_services', 'oppvekst', 'oppvekst'),
    ('child_welfare', 'barnevernstjenesten', 'barnevernstenesta'),
    ('refugee_service', 'flyktningtjenesten', 'flyktningtenesta'),
    ('urgent_team', 'innsatsteam', 'innsatsteam'),
    ('property_management', 'eiendomsforvaltning', 'eigedomsforvaltning'),
    ('housing_foundation', 'boligstiftelsen', 'bustadstiftinga');

-- What a person lacks; a goal hangs on it (D18).
CREATE TABLE followup_need (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    area TEXT NOT NULL,
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    since TEXT NOT NULL
) STRICT;

CREATE INDEX followup_need_person ON followup_need (person);

-- What a person wants to reach, in own words (DOC-09); it lives on from one edition to the next.
CREATE TABLE goal (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    need INTEGER NOT NULL REFERENCES followup_need (id),
    area TEXT NOT NULL,
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    target_on TEXT
) STRICT;

CREATE INDEX goal_person ON goal (person);
CREATE INDEX goal_need ON goal (need);

CREATE TABLE goal_state (
    id INTEGER PRIMARY KEY,
    goal INTEGER NOT NULL REFERENCES goal (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    evaluation INTEGER REFERENCES plan_evaluation (id)
) STRICT;

CREATE INDEX goal_state_goal ON goal_state (goal, since, id);

-- A measure has a kind, hangs on a goal, and is done by a unit and a person, or by the person helped.
ALTER TABLE measure ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE measure ADD COLUMN goal INTEGER REFERENCES goal (id);
ALTER TABLE measure ADD COLUMN unit INTEGER REFERENCES service_unit (id);
ALTER TABLE measure ADD COLUMN own_task INTEGER NOT NULL DEFAULT 0 CHECK (own_task IN (0, 1));
-- with vedtak: its number; empty is without
ALTER TABLE measure ADD COLUMN vedtak TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN starts_on TEXT;
ALTER TABLE measure ADD COLUMN evaluate_on TEXT;
-- whom it was ordered from, in words; empty in other states
ALTER TABLE measure_state ADD COLUMN ordered_to TEXT NOT NULL DEFAULT '';

CREATE INDEX measure_person ON measure (person);
CREATE INDEX measure_goal ON measure (goal);
CREATE INDEX measure_due ON measure (due_on);
CREATE INDEX measure_to_evaluate ON measure (evaluate_on);

CREATE TABLE measure_evaluation (
    id INTEGER PRIMARY KEY,
    measure INTEGER NOT NULL REFERENCES measure (id),
    evaluated_on TEXT NOT NULL,
    result TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    evaluation INTEGER REFERENCES plan_evaluation (id)
) STRICT;

CREATE INDEX measure_evaluation_measure ON measure_evaluation (measure, evaluated_on, id);

-- A plan for one person (DOC-08, DOC-09): what stands in it beside goals and measures.
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    started_on TEXT NOT NULL,
    target_level INTEGER CHECK (target_level BETWEEN 0 AND 4),
    target_on TEXT,
    contact_name TEXT NOT NULL DEFAULT '',
    contact_phone TEXT NOT NULL DEFAULT '',
    backup_name TEXT NOT NULL DEFAULT '',
    backup_phone TEXT NOT NULL DEFAULT '',
    warning_signs TEXT NOT NULL DEFAULT '',
    warning_people TEXT NOT NULL DEFAULT '',
    warning_first TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '',
    next_step_on TEXT,
    next_talk_on TEXT,
    next_talk_time TEXT NOT NULL DEFAULT '',
    next_talk_where TEXT NOT NULL DEFAULT '',
    evaluation_on TEXT
) STRICT;

CREATE INDEX plan_person ON plan (person);

-- Målplan or individual plan from a day: a målplan can grow (E4).
CREATE TABLE plan_kind (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    since TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;

CREATE INDEX plan_kind_plan ON plan_kind (plan, since, id);

CREATE TABLE plan_state (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX plan_state_plan ON plan_state (plan, since, id);

-- What was printed and handed over: the plan as it stood, for always (D7).
CREATE TABLE plan_edition (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    number INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    content TEXT NOT NULL,
    document INTEGER REFERENCES document (id),
    UNIQUE (plan, number)
) STRICT;

-- The plan was gone through together with the person (D4, AL-15).
CREATE TABLE plan_evaluation (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plan (id),
    evaluated_on TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    own_words TEXT NOT NULL DEFAULT '',
    next_on TEXT
) STRICT;

CREATE INDEX plan_evaluation_plan ON plan_evaluation (plan, evaluated_on, id);
