-- What a vedtak holds beside the answer: services, start package, plan, help, stay, approval.
CREATE TABLE vedtak_service (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    service TEXT NOT NULL,
    goal TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX vedtak_service_vedtak ON vedtak_service (vedtak);

CREATE TRIGGER vedtak_service_stays BEFORE DELETE ON vedtak_service
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.vedtak AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

CREATE TRIGGER vedtak_service_as_issued BEFORE UPDATE ON vedtak_service
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.vedtak AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

CREATE TRIGGER vedtak_service_late BEFORE INSERT ON vedtak_service
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = NEW.vedtak AND s.state = 'issued')
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;

DROP TRIGGER vedtak_as_issued;

-- the lease that follows
ALTER TABLE vedtak ADD COLUMN short_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN dispensation_text TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN start_package TEXT NOT NULL DEFAULT '[]';
ALTER TABLE vedtak ADD COLUMN no_start_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN plan TEXT NOT NULL DEFAULT 'none'
    CHECK (plan IN ('none', 'malplan', 'individual_plan'));
ALTER TABLE vedtak ADD COLUMN plan_maker TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN responsible_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN cooperation INTEGER NOT NULL DEFAULT 0 CHECK (cooperation IN (0, 1));
ALTER TABLE vedtak ADD COLUMN cooperation_text TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN wishes_text TEXT NOT NULL DEFAULT '';

-- help under boligsosialloven § 6; empty is not answered yet
ALTER TABLE vedtak ADD COLUMN disadvantaged INTEGER CHECK (disadvantaged IN (0, 1));
ALTER TABLE vedtak ADD COLUMN disadvantaged_text TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN help_measures TEXT NOT NULL DEFAULT '[]';
ALTER TABLE vedtak ADD COLUMN help_text TEXT NOT NULL DEFAULT '';

-- a temporary stay under sosialtjenesteloven § 27
ALTER TABLE vedtak ADD COLUMN stay_from TEXT;
ALTER TABLE vedtak ADD COLUMN stay_until TEXT;
ALTER TABLE vedtak ADD COLUMN stay_review TEXT;
ALTER TABLE vedtak ADD COLUMN stay_where TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN stay_quality TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN lasting_home_text TEXT NOT NULL DEFAULT '';

-- by which act, and who stands for it
ALTER TABLE vedtak ADD COLUMN legal_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN legal_paragraph TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN appeal_weeks INTEGER CHECK (appeal_weeks > 0);
ALTER TABLE vedtak ADD COLUMN approver_name TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN approver_title TEXT NOT NULL DEFAULT '';
ALTER TABLE vedtak ADD COLUMN caseworker_impartial INTEGER NOT NULL DEFAULT 0
    CHECK (caseworker_impartial IN (0, 1));
ALTER TABLE vedtak ADD COLUMN approver_impartial INTEGER NOT NULL DEFAULT 0
    CHECK (approver_impartial IN (0, 1));

-- What is issued never changes. Protection by law may take dwelling and stay away, nothing else.
CREATE TRIGGER vedtak_as_issued BEFORE UPDATE ON vedtak
WHEN EXISTS (SELECT 1 FROM vedtak_state s WHERE s.vedtak = OLD.id AND s.state = 'issued')
    AND NOT (
        NEW.dwelling IS NULL AND (NEW.stay_where = '' OR NEW.stay_where IS OLD.stay_where)
        AND NEW.id IS OLD.id AND NEW.number IS OLD.number
        AND NEW.kind IS OLD.kind AND NEW.application IS OLD.application
        AND NEW.result IS OLD.result AND NEW.refusal_ground IS OLD.refusal_ground
        AND NEW.dwelling_words IS OLD.dwelling_words AND NEW.term_months IS OLD.term_months
        AND NEW.rules_text IS OLD.rules_text AND NEW.facts_text IS OLD.facts_text
        AND NEW.considerations_text IS OLD.considerations_text
        AND NEW.other_means IS OLD.other_means AND NEW.guidance_text IS OLD.guidance_text
        AND NEW.appeal_body IS OLD.appeal_body AND NEW.rule_versions IS OLD.rule_versions
        AND NEW.officer IS OLD.officer AND NEW.drafted_on IS OLD.drafted_on
        AND NEW.short_reason IS OLD.short_reason
        AND NEW.dispensation_text IS OLD.dispensation_text
        AND NEW.start_package IS OLD.start_package
        AND NEW.no_start_reason IS OLD.no_start_reason AND NEW.plan IS OLD.plan
        AND NEW.plan_maker IS OLD.plan_maker AND NEW.responsible_unit IS OLD.responsible_unit
        AND NEW.cooperation IS OLD.cooperation AND NEW.cooperation_text IS OLD.cooperation_text
        AND NEW.wishes_text IS OLD.wishes_text AND NEW.disadvantaged IS OLD.disadvantaged
        AND NEW.disadvantaged_text IS OLD.disadvantaged_text
        AND NEW.help_measures IS OLD.help_measures AND NEW.help_text IS OLD.help_text
        AND NEW.stay_from IS OLD.stay_from AND NEW.stay_until IS OLD.stay_until
        AND NEW.stay_review IS OLD.stay_review AND NEW.stay_quality IS OLD.stay_quality
        AND NEW.lasting_home_text IS OLD.lasting_home_text
        AND NEW.legal_basis IS OLD.legal_basis AND NEW.legal_paragraph IS OLD.legal_paragraph
        AND NEW.appeal_weeks IS OLD.appeal_weeks AND NEW.approver_name IS OLD.approver_name
        AND NEW.approver_title IS OLD.approver_title
        AND NEW.caseworker_impartial IS OLD.caseworker_impartial
        AND NEW.approver_impartial IS OLD.approver_impartial
    )
BEGIN
    SELECT RAISE(ABORT, 'an issued vedtak never changes');
END;
