-- A letter to whom a claim is paid to: it opens the matter, or offers a payment (GJ-06).
CREATE TABLE creditor_letter (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    creditor INTEGER NOT NULL REFERENCES creditor (id),
    kind TEXT NOT NULL,
    -- what is offered, where the letter offers something
    proposal INTEGER REFERENCES payment_proposal (id),
    written_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    document INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX creditor_letter_by_case ON creditor_letter (debt_case, id);
CREATE INDEX creditor_letter_by_creditor ON creditor_letter (creditor);
CREATE INDEX creditor_letter_by_proposal ON creditor_letter (proposal);

-- What they answer to the first letter: a pause, and whether the claim was itemised.
CREATE TABLE opening_answer (
    id INTEGER PRIMARY KEY,
    creditor_letter INTEGER NOT NULL REFERENCES creditor_letter (id),
    since TEXT NOT NULL,
    answer TEXT NOT NULL,
    pause_until TEXT,
    itemised INTEGER NOT NULL DEFAULT 0 CHECK (itemised IN (0, 1)),
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX opening_answer_by_letter ON opening_answer (creditor_letter, since, id);

-- What is offered to all creditors of a case at once, whole øre a month (GJ-29).
CREATE TABLE payment_proposal (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    made_on TEXT NOT NULL,
    monthly INTEGER NOT NULL CHECK (monthly > 0),
    basis TEXT NOT NULL,
    first_on TEXT NOT NULL,
    -- null: until everything is paid
    months INTEGER,
    answer_by TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX payment_proposal_by_case ON payment_proposal (debt_case, id);

-- One claim in it: what was owed that day, and a sum that comes before the others'.
CREATE TABLE proposal_share (
    id INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES payment_proposal (id),
    debt_claim INTEGER NOT NULL REFERENCES debt_claim (id),
    owed INTEGER NOT NULL CHECK (owed > 0),
    fixed INTEGER,
    monthly INTEGER NOT NULL
) STRICT;

CREATE INDEX proposal_share_by_proposal ON proposal_share (proposal);
CREATE INDEX proposal_share_by_claim ON proposal_share (debt_claim);

-- What is answered to it for one claim, each answer from its day.
CREATE TABLE proposal_answer (
    id INTEGER PRIMARY KEY,
    proposal_share INTEGER NOT NULL REFERENCES proposal_share (id),
    since TEXT NOT NULL,
    answer TEXT NOT NULL,
    -- another sum a month
    monthly INTEGER,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX proposal_answer_by_share ON proposal_answer (proposal_share, since, id);

-- What is paid to whom and when, from an agreed day.
CREATE TABLE payment_plan (
    id INTEGER PRIMARY KEY,
    debt_case INTEGER NOT NULL REFERENCES debt_case (id),
    proposal INTEGER REFERENCES payment_proposal (id),
    agreed_on TEXT NOT NULL,
    first_on TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX payment_plan_by_case ON payment_plan (debt_case, id);
CREATE INDEX payment_plan_by_proposal ON payment_plan (proposal);

-- A claim in the plan: what was owed when it was agreed.
CREATE TABLE plan_claim (
    id INTEGER PRIMARY KEY,
    payment_plan INTEGER NOT NULL REFERENCES payment_plan (id),
    debt_claim INTEGER NOT NULL REFERENCES debt_claim (id),
    owed INTEGER NOT NULL
) STRICT;

CREATE INDEX plan_claim_by_plan ON plan_claim (payment_plan);
CREATE INDEX plan_claim_by_claim ON plan_claim (debt_claim);

-- The same amount from one month of the plan to another, counted from 1.
CREATE TABLE plan_run (
    id INTEGER PRIMARY KEY,
    plan_claim INTEGER NOT NULL REFERENCES plan_claim (id),
    first_month INTEGER NOT NULL,
    last_month INTEGER NOT NULL CHECK (last_month >= first_month),
    amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;

CREATE INDEX plan_run_by_claim ON plan_run (plan_claim);

-- Whether it runs, is ended or completed, each from its day.
CREATE TABLE payment_plan_state (
    id INTEGER PRIMARY KEY,
    payment_plan INTEGER NOT NULL REFERENCES payment_plan (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX payment_plan_state_by_plan ON payment_plan_state (payment_plan, since, id);

-- What was paid by the plan.
CREATE TABLE plan_payment (
    id INTEGER PRIMARY KEY,
    plan_claim INTEGER NOT NULL REFERENCES plan_claim (id),
    paid_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX plan_payment_by_claim ON plan_payment (plan_claim, paid_on, id);
