CREATE TABLE vedtak (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('municipal_dwelling', 'renewal', 'swap')),
    application INTEGER NOT NULL REFERENCES application (id),
    result TEXT NOT NULL CHECK (result IN ('granted', 'partly_granted', 'refused', 'dismissed')),
    refusal_ground TEXT NOT NULL DEFAULT '',
    dwelling INTEGER REFERENCES dwelling (id),
    dwelling_words TEXT NOT NULL DEFAULT '',
    term_months INTEGER,
    rules_text TEXT NOT NULL DEFAULT '',
    facts_text TEXT NOT NULL DEFAULT '',
    considerations_text TEXT NOT NULL DEFAULT '',
    other_means TEXT NOT NULL DEFAULT '[]',
    guidance_text TEXT NOT NULL DEFAULT '',
    appeal_body TEXT NOT NULL DEFAULT '',
    rule_versions TEXT NOT NULL DEFAULT '{}',
    officer INTEGER NOT NULL,
    drafted_on TEXT NOT NULL
) STRICT;

CREATE INDEX vedtak_application ON vedtak (application);
CREATE INDEX vedtak_dwelling ON vedtak (dwelling);

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

-- What is issued never changes. Protection by law may take the dwelling away, and nothing else.
CREATE TRIGGER vedtak_as_issued BEFORE UPDATE ON vedtak
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.id AND s.state = 'issued')
    AND NOT (
        NEW.dwelling IS NULL AND NEW.id IS OLD.id AND NEW.number IS OLD.number
        AND NEW.kind IS OLD.kind AND NEW.application IS OLD.application
        AND NEW.result IS OLD.result AND NEW.refusal_ground IS OLD.refusal_ground
        AND NEW.dwelling_words IS OLD.dwelling_words AND NEW.term_months IS OLD.term_months
        AND NEW.rules_text IS OLD.rules_text AND NEW.facts_text IS OLD.facts_text
        AND NEW.considerations_text IS OLD.considerations_text
        AND NEW.other_means IS OLD.other_means AND NEW.guidance_text IS OLD.guidance_text
        AND NEW.appeal_body IS OLD.appeal_body AND NEW.rule_versions IS OLD.rule_versions
        AND NEW.officer IS OLD.officer AND NEW.drafted_on IS OLD.drafted_on
       
    )
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

CREATE TRIGGER vedtak_stays BEFORE DELETE ON vedtak
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.id AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

CREATE TRIGGER vedtak_condition_stays BEFORE DELETE ON vedtak_condition
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.vedtak AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

CREATE TRIGGER vedtak_condition_as_issued BEFORE UPDATE ON vedtak_condition
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.vedtak AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

CREATE TRIGGER vedtak_condition_late BEFORE INSERT ON vedtak_condition
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = NEW.vedtak AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

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
