-- How the criteria stood when it mattered: the rule set, the facts and the outcome, kept as they were.
CREATE TABLE evaluation (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    evaluated_on TEXT NOT NULL,
    rule_set INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('eligible', 'not_eligible', 'not_known')),
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE INDEX evaluation_application ON evaluation (application, evaluated_on, id);

CREATE TRIGGER evaluation_as_made BEFORE UPDATE ON evaluation BEGIN
    SELECT RAISE(ABORT, 'an evaluation never changes');
END;

-- A criterion that is not met and not asked for in this case: who decided it, and why.
CREATE TABLE dispensation (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    criterion TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT,
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    decided_by TEXT NOT NULL CHECK (trim(decided_by) <> '')
) STRICT;

CREATE INDEX dispensation_application ON dispensation (application);
