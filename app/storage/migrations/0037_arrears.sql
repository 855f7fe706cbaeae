-- Who sends the bill for a rent (A4): the municipality, an owner, or another who does it for them.
CREATE TABLE biller (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    owner INTEGER REFERENCES owner (id),
    account TEXT NOT NULL DEFAULT '',
    closed_on TEXT
) STRICT;

INSERT INTO biller (name) VALUES ('kommunen');

-- One claim on a tenancy: a month's rent, a fee, interest, a cost. Never changed; withdrawn instead.
CREATE TABLE rent_charge (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    biller INTEGER NOT NULL REFERENCES biller (id),
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    -- the month the rent is for, «2026-03»; empty for what is for no month
    month TEXT NOT NULL DEFAULT '',
    -- what the biller calls it: an invoice number
    reference TEXT NOT NULL DEFAULT '',
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX rent_charge_lease ON rent_charge (lease, due_on);

CREATE TABLE rent_payment (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    biller INTEGER NOT NULL REFERENCES biller (id),
    -- the day the bank had the order, if known, else the day the money came (HL-12)
    paid_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    paid_by TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    -- the claim it was said to be for; NULL covers the oldest rent first
    covers INTEGER REFERENCES rent_charge (id),
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX rent_payment_lease ON rent_payment (lease, paid_on);
CREATE INDEX rent_payment_covers ON rent_payment (covers);

-- The tenant says that a claim is wrong (INK-05), or has paid it in under § 3-8 (HL-20).
CREATE TABLE rent_dispute (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    charge INTEGER REFERENCES rent_charge (id),
    received_on TEXT NOT NULL,
    words TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    deposited_on TEXT,
    settled_on TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    settled_words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX rent_dispute_lease ON rent_dispute (lease);
CREATE INDEX rent_dispute_charge ON rent_dispute (charge);

-- What is owed is followed no longer, with a reason: paid, written off, sent on.
CREATE TABLE arrears_closing (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    closed_on TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    reopened_on TEXT
) STRICT;

CREATE INDEX arrears_closing_lease ON arrears_closing (lease);
