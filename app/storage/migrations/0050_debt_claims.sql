-- Whom money is owed to, and who collects: firms and offices, used in every case.
CREATE TABLE creditor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    sort_key TEXT NOT NULL,
    org_number TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    postal_place TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    account TEXT NOT NULL DEFAULT '',
    -- whether it collects for others
    collects INTEGER NOT NULL DEFAULT 0 CHECK (collects IN (0, 1))
) STRICT;

CREATE INDEX creditor_sorted ON creditor (sort_key);

-- One creditor's claim in a case (GJ-03): what does not change with the days.
CREATE TABLE debt_claim (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    creditor INTEGER NOT NULL REFERENCES creditor (id),
    kind TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    incurred_on TEXT,
    due_on TEXT,
    -- interest in per cent a year, as a decimal number
    rate TEXT,
    secured INTEGER NOT NULL DEFAULT 0 CHECK (secured IN (0, 1)),
    security TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    -- rent owed to us: the sums then come from the account of the tenancy
    lease INTEGER REFERENCES lease (id),
    -- the list it came with
    sheet_import INTEGER REFERENCES sheet_import (id)
) STRICT;

CREATE INDEX debt_claim_by_case ON debt_claim (debt_case);
CREATE INDEX debt_claim_by_creditor ON debt_claim (creditor);
CREATE INDEX debt_claim_by_lease ON debt_claim (lease);
CREATE INDEX debt_claim_by_import ON debt_claim (sheet_import);

-- What is claimed, from the day the creditor says it for. Whole øre.
CREATE TABLE debt_claim_sum (
    id INTEGER PRIMARY KEY,
    debt_claim INTEGER NOT NULL REFERENCES debt_claim (id),
    since TEXT NOT NULL,
    principal INTEGER NOT NULL CHECK (principal >= 0),
    interest INTEGER NOT NULL CHECK (interest >= 0),
    costs INTEGER NOT NULL CHECK (costs >= 0)
) STRICT;

CREATE INDEX debt_claim_sum_by_claim ON debt_claim_sum (debt_claim, since, id);

-- How far the creditor has come, who collects, and what is drawn by force, from a day.
CREATE TABLE debt_claim_stage (
    id INTEGER PRIMARY KEY,
    debt_claim INTEGER NOT NULL REFERENCES debt_claim (id),
    since TEXT NOT NULL,
    stage TEXT NOT NULL,
    collector INTEGER REFERENCES creditor (id),
    -- whole øre each month
    attached INTEGER NOT NULL DEFAULT 0 CHECK (attached >= 0),
    disputed INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1))
) STRICT;

CREATE INDEX debt_claim_stage_by_claim ON debt_claim_stage (debt_claim, since, id);
CREATE INDEX debt_claim_stage_by_collector ON debt_claim_stage (collector);
