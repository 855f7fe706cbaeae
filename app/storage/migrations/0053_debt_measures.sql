-- Something done about an economy: an inquiry, a deduction, a settlement (GJ-07 to GJ-09).
CREATE TABLE debt_measure (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    kind TEXT NOT NULL,
    -- whom it is asked of: a bank, Nav, the namsfogd
    with_whom TEXT NOT NULL DEFAULT '',
    -- each month where it is a deduction, in all where it is a loan; whole øre
    amount INTEGER,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_measure_by_case ON debt_measure (debt_case);

-- How a measure stands, each state from its day.
CREATE TABLE debt_measure_state (
    id INTEGER PRIMARY KEY,
    debt_measure INTEGER NOT NULL REFERENCES debt_measure (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    -- the day an answer is expected by
    answer_by TEXT,
    -- the day the person agreed to it in writing
    consent_on TEXT,
    -- the last day of a settlement, where it is not the usual one
    ends_on TEXT,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_measure_state_by_measure ON debt_measure_state (debt_measure, since, id);

-- The terms of a settlement gone through with the person, each time (GJ-20, GJ-21, GJ-23).
CREATE TABLE settlement_check (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    lasting TEXT NOT NULL,
    recent_debt TEXT NOT NULL,
    crime_debt TEXT NOT NULL,
    disloyal TEXT NOT NULL,
    earlier TEXT NOT NULL,
    earlier_done_on TEXT,
    business TEXT NOT NULL,
    partner_told TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX settlement_check_by_case ON settlement_check (debt_case, since, id);

-- What came of the work when a case was closed: rent owed to us before and after, and the home.
CREATE TABLE debt_effect (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    since TEXT NOT NULL,
    counted_from TEXT NOT NULL,
    -- whole øre; none where the register holds no tenancy of the person
    owed_before INTEGER,
    owed_after INTEGER,
    home TEXT NOT NULL
) STRICT;

CREATE INDEX debt_effect_by_case ON debt_effect (debt_case, since, id);
