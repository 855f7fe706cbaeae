-- Whom a budget is for: how the debtor lives and how many adults, from its day (rules 6.3).
CREATE TABLE economy_household (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    status TEXT NOT NULL,
    adults INTEGER NOT NULL
) STRICT;

CREATE INDEX economy_household_by_case ON economy_household (debt_case, since, id);

-- The children it is for; contact_class 1-4 is a child who visits, none one who lives there.
CREATE TABLE economy_child (
    id INTEGER PRIMARY KEY,
    economy_household INTEGER NOT NULL REFERENCES economy_household (id),
    name TEXT NOT NULL DEFAULT '',
    birth_date TEXT NOT NULL,
    contact_class INTEGER
) STRICT;

CREATE INDEX economy_child_by_household ON economy_child (economy_household);

-- What comes in after tax, whole øre per interval, from its day up to another.
CREATE TABLE economy_income (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    until TEXT,
    person INTEGER REFERENCES person (id),
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    interval TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    -- 1 when a paper shows it
    seen INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX economy_income_by_case ON economy_income (debt_case, since, id);
CREATE INDEX economy_income_by_person ON economy_income (person);

-- What goes out, whole øre per interval, from its day up to another.
CREATE TABLE economy_cost (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    until TEXT,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    interval TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    seen INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX economy_cost_by_case ON economy_cost (debt_case, since, id);

-- What is owned, its worth and what is borrowed on it, whole øre, from its day up to another.
CREATE TABLE economy_owned (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    until TEXT,
    kind TEXT NOT NULL,
    value INTEGER NOT NULL,
    owed INTEGER NOT NULL DEFAULT 0,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX economy_owned_by_case ON economy_owned (debt_case, since, id);

-- Papers that show the economy: asked for, come or not needed, each from its day (GJ-03).
CREATE TABLE debt_paper (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    answer_by TEXT,
    -- the number of the letter that asks, and the day it went out; aloud the day it was said
    letter TEXT NOT NULL DEFAULT '',
    sent_on TEXT,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_paper_by_case ON debt_paper (debt_case, since, id);
