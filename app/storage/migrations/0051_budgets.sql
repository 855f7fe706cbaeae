-- One way a household's month may look, counted for a day (GJ-04).
CREATE TABLE budget (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    name TEXT NOT NULL,
    made_on TEXT NOT NULL,
    counted_for TEXT NOT NULL,
    -- the rates of the regulation, or figures of the reference budget entered by hand
    living TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX budget_by_case ON budget (debt_case, id);

-- What a budget has otherwise than the economy: another sum of a line, or a line of its own.
CREATE TABLE budget_change (
    id INTEGER PRIMARY KEY,
    budget INTEGER NOT NULL REFERENCES budget (id),
    part TEXT NOT NULL,
    -- the line whose sum it takes the place of («cost/3»); empty for a line of its own
    line TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX budget_change_by_budget ON budget_change (budget, id);

-- Which budget holds from a day; a row without one goes back to what the economy gives.
CREATE TABLE budget_choice (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    budget INTEGER REFERENCES budget (id)
) STRICT;

CREATE INDEX budget_choice_by_case ON budget_choice (debt_case, since, id);

-- A budget that has been printed is not changed.
CREATE TABLE budget_print (
    id INTEGER PRIMARY KEY,
    budget INTEGER NOT NULL REFERENCES budget (id),
    document INTEGER REFERENCES document (id),
    printed_on TEXT NOT NULL
) STRICT;

CREATE INDEX budget_print_by_budget ON budget_print (budget);

-- A rough check of the housing allowance: only what the person tells (BST-03 to BST-07).
CREATE TABLE bostotte_check (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    adults INTEGER NOT NULL,
    children INTEGER NOT NULL,
    -- for each month
    rent INTEGER NOT NULL,
    heating_in_rent INTEGER NOT NULL,
    -- for the year, before tax
    income INTEGER NOT NULL,
    wealth INTEGER NOT NULL,
    area TEXT NOT NULL,
    adapted INTEGER NOT NULL,
    thresholds TEXT NOT NULL
) STRICT;

CREATE INDEX bostotte_check_by_case ON bostotte_check (debt_case, since, id);
