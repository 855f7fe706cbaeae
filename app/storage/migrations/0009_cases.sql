-- Two cases may rise from one request and never decide each other (boligsosialloven § 7).
ALTER TABLE application ADD COLUMN case_kind TEXT NOT NULL DEFAULT 'allocation'
    CHECK (case_kind IN ('allocation', 'housing_help', 'temporary_stay'));

-- The case whose paper form also opened this one; that one holds what the form told.
ALTER TABLE application ADD COLUMN opened_with INTEGER REFERENCES application (id);

CREATE INDEX application_opened_with ON application (opened_with) WHERE opened_with IS NOT NULL;

-- Beside the primary group, which alone is counted.
CREATE TABLE application_other_group (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    target_group TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX application_other_group_application ON application_other_group (application);

-- The request was sent on to another unit that day. It closes nothing here.
CREATE TABLE application_forwarding (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (trim(unit) <> ''),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX application_forwarding_application ON application_forwarding (application);

-- What a vedtak decides may be help or a temporary stay as well as a dwelling.
DROP TRIGGER vedtak_as_issued;

ALTER TABLE vedtak ADD COLUMN about TEXT NOT NULL DEFAULT 'municipal_dwelling'
    CHECK (about IN (
        'municipal_dwelling', 'renewal', 'swap', 'housing_help', 'temporary_stay'
    ));

UPDATE vedtak SET about = kind;

ALTER TABLE vedtak DROP COLUMN kind;

ALTER TABLE vedtak RENAME COLUMN about TO kind;

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
