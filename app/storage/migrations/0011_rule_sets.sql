-- The municipality's own rules of allocation: whole sets, each in force until the next begins.
CREATE TABLE rule_set (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    case_number TEXT NOT NULL CHECK (trim(case_number) <> ''),
    adopted_by TEXT NOT NULL CHECK (trim(adopted_by) <> ''),
    content TEXT NOT NULL CHECK (json_valid(content)),
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX rule_set_day ON rule_set (valid_from, id);

-- An adopted set never changes, so that what was evaluated by it can be evaluated again.
CREATE TRIGGER rule_set_as_adopted BEFORE UPDATE ON rule_set
WHEN NEW.name IS NOT OLD.name OR NEW.valid_from IS NOT OLD.valid_from
    OR NEW.case_number IS NOT OLD.case_number OR NEW.adopted_by IS NOT OLD.adopted_by
    OR NEW.content IS NOT OLD.content
BEGIN
    SELECT RAISE(ABORT, 'an adopted rule set never changes');
END;

-- Which act decides a kind of case, who hears the appeal and within how many weeks.
CREATE TABLE legal_basis (
    id INTEGER PRIMARY KEY,
    case_kind TEXT NOT NULL CHECK (case_kind IN ('allocation', 'housing_help', 'temporary_stay')),
    name TEXT NOT NULL,
    paragraph TEXT NOT NULL DEFAULT '',
    appeal_body TEXT NOT NULL,
    appeal_weeks INTEGER NOT NULL CHECK (appeal_weeks BETWEEN 1 AND 52),
    valid_from TEXT NOT NULL,
    source TEXT NOT NULL,
    -- lines for the window of the letter that sends an appeal on (DOC-21)
    appeal_address TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX legal_basis_day ON legal_basis (case_kind, valid_from, id);

-- The office's own words in a letter, from a day; required sentences are not among them.
CREATE TABLE local_text (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    passage TEXT NOT NULL,
    text TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE INDEX local_text_passage ON local_text (document, language, passage, valid_from, id);

-- What a set brought with it, so that withdrawing the set takes that with it.
ALTER TABLE group_order ADD COLUMN rule_set INTEGER REFERENCES rule_set (id);
ALTER TABLE parameter_override ADD COLUMN rule_set INTEGER REFERENCES rule_set (id);
