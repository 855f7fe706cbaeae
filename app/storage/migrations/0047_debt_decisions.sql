-- A vedtak after § 17 on economic advice: the answer, and when it begins (SOT-02, SOT-08).
CREATE TABLE debt_decision (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
    -- why the answer is no; empty for a grant
    ground TEXT NOT NULL DEFAULT '',
    starts_on TEXT,
    start_text TEXT NOT NULL DEFAULT '',
    rules_text TEXT NOT NULL DEFAULT '',
    facts_text TEXT NOT NULL DEFAULT '',
    considerations_text TEXT NOT NULL DEFAULT '',
    wishes_text TEXT NOT NULL DEFAULT '',
    guidance_text TEXT NOT NULL DEFAULT '',
    legal_basis TEXT NOT NULL DEFAULT '',
    legal_paragraph TEXT NOT NULL DEFAULT '',
    appeal_body TEXT NOT NULL DEFAULT '',
    appeal_weeks INTEGER,
    -- the vedtak whose place it takes, and why
    replaces INTEGER REFERENCES debt_decision (id),
    change_text TEXT NOT NULL DEFAULT '',
    officer INTEGER NOT NULL,
    drafted_on TEXT NOT NULL,
    rule_versions TEXT NOT NULL DEFAULT '{}',
    document INTEGER REFERENCES document (id)
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

-- What is issued never changes; words that name a home may be taken away (ADR-05).
CREATE TRIGGER debt_decision_as_issued BEFORE UPDATE ON debt_decision
WHEN EXISTS (
        SELECT 1 FROM debt_decision_state s
        WHERE s.debt_decision = OLD.id AND s.state = 'issued'
    )
    AND NOT (
        NEW.number IS OLD.number AND NEW.debt_case IS OLD.debt_case
        AND NEW.granted IS OLD.granted AND NEW.ground IS OLD.ground
        AND NEW.starts_on IS OLD.starts_on
        AND NEW.start_text IN (OLD.start_text, '')
        AND NEW.rules_text IS OLD.rules_text
        AND NEW.facts_text IN (OLD.facts_text, '')
        AND NEW.considerations_text IN (OLD.considerations_text, '')
        AND NEW.wishes_text IN (OLD.wishes_text, '')
        AND NEW.guidance_text IN (OLD.guidance_text, '')
        AND NEW.legal_basis IS OLD.legal_basis AND NEW.legal_paragraph IS OLD.legal_paragraph
        AND NEW.appeal_body IS OLD.appeal_body AND NEW.appeal_weeks IS OLD.appeal_weeks
        AND NEW.replaces IS OLD.replaces
        AND NEW.change_text IN (OLD.change_text, '')
        AND NEW.officer IS OLD.officer AND NEW.drafted_on IS OLD.drafted_on
        AND NEW.rule_versions IS OLD.rule_versions
        AND (NEW.document IS OLD.document OR NEW.document IS NULL)
    )
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

-- That it takes time, why, and when there is an answer or a start (FV-02).
CREATE TABLE debt_waiting_letter (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    issued_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    delay TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX debt_waiting_letter_by_case ON debt_waiting_letter (debt_case, id);

-- A complaint about such a vedtak, and how far it has come (SOT-08, FV-15, FV-16).
CREATE TABLE debt_appeal (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    debt_decision INTEGER NOT NULL REFERENCES debt_decision (id),
    received_on TEXT NOT NULL,
    postmarked_on TEXT,
    channel TEXT NOT NULL,
    wanted TEXT NOT NULL DEFAULT '',
    grounds TEXT NOT NULL DEFAULT '',
    signed INTEGER NOT NULL CHECK (signed IN (0, 1))
) STRICT;

CREATE INDEX debt_appeal_by_decision ON debt_appeal (debt_decision, id);

CREATE TABLE debt_appeal_state (
    id INTEGER PRIMARY KEY,
    debt_appeal INTEGER NOT NULL REFERENCES debt_appeal (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_appeal_state_by_appeal ON debt_appeal_state (debt_appeal, since, id);

-- The municipality may have its own basis for advice too (SOT-08).
CREATE TABLE legal_basis_wider (
    id INTEGER PRIMARY KEY,
    case_kind TEXT NOT NULL
        CHECK (case_kind IN ('allocation', 'housing_help', 'temporary_stay', 'debt_advice')),
    name TEXT NOT NULL,
    paragraph TEXT NOT NULL DEFAULT '',
    appeal_body TEXT NOT NULL,
    appeal_weeks INTEGER NOT NULL CHECK (appeal_weeks BETWEEN 1 AND 52),
    valid_from TEXT NOT NULL,
    source TEXT NOT NULL,
    -- lines for the window of the letter that sends an appeal on (DOC-21)
    appeal_address TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO legal_basis_wider SELECT id, case_kind, name, paragraph, appeal_body, appeal_weeks,
    valid_from, source, appeal_address FROM legal_basis;
DROP TABLE legal_basis;
ALTER TABLE legal_basis_wider RENAME TO legal_basis;
CREATE INDEX legal_basis_day ON legal_basis (case_kind, valid_from, id);
