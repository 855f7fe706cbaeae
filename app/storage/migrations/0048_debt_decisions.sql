-- A vedtak after § 17 on economic advice: the answer, and when it begins (SOT-02, SOT-08).
CREATE TABLE debt_decision (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
    starts_on TEXT
) STRICT;

CREATE INDEX debt_decision_by_case ON debt_decision (debt_case, id);

-- What was done with it, each from its day: drafted, issued, set aside.
CREATE TABLE debt_decision_state (
    id INTEGER PRIMARY KEY,
    debt_decision INTEGER NOT NULL REFERENCES debt_decision (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_decision_state_by_decision ON debt_decision_state (debt_decision, since, id);
