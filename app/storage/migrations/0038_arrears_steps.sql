-- A step on the money track (INK-12): a letter, which counts from the day it is sent, or contact.
CREATE TABLE arrears_step (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    kind TEXT NOT NULL,
    -- the day it was done; of a letter the day it was finished
    taken_on TEXT NOT NULL,
    document INTEGER REFERENCES document (id),
    -- whether the tenant was reached
    spoke INTEGER NOT NULL DEFAULT 0 CHECK (spoke IN (0, 1)),
    -- the day the letter names; counted anew the day it is sent (INK-02, INK-03)
    pay_by TEXT,
    nominal TEXT,
    principal INTEGER NOT NULL DEFAULT 0 CHECK (principal >= 0),
    -- what the letter claims on top; what it came to is the claim it became when it was sent
    fee INTEGER NOT NULL DEFAULT 0 CHECK (fee >= 0),
    interest INTEGER NOT NULL DEFAULT 0 CHECK (interest >= 0),
    no_fee TEXT NOT NULL DEFAULT '',
    fee_charge INTEGER REFERENCES rent_charge (id),
    interest_charge INTEGER REFERENCES rent_charge (id),
    -- the monthly round it was made in, «2026-11»
    round TEXT NOT NULL DEFAULT '',
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX arrears_step_lease ON arrears_step (lease);
CREATE INDEX arrears_step_document ON arrears_step (document);
CREATE INDEX arrears_step_fee_charge ON arrears_step (fee_charge);
CREATE INDEX arrears_step_interest_charge ON arrears_step (interest_charge);

-- The claims a step is about: fees are counted for each of them (INK-09).
CREATE TABLE arrears_step_claim (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES arrears_step (id),
    charge INTEGER NOT NULL REFERENCES rent_charge (id)
) STRICT;

CREATE INDEX arrears_step_claim_step ON arrears_step_claim (step);
CREATE INDEX arrears_step_claim_charge ON arrears_step_claim (charge);
