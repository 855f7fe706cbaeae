-- What is owed is paid in parts while the rent runs on (DOC-23). `paid_before` is what had been
-- paid of the claims past due when the sum was counted: what is paid beyond it counts.
CREATE TABLE instalment_agreement (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    counted_on TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total > 0),
    paid_before INTEGER NOT NULL CHECK (paid_before >= 0),
    agreed_by TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    document INTEGER REFERENCES document (id),
    signed_copy INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX instalment_agreement_lease ON instalment_agreement (lease, id);

-- What of each claim was left when the sum was counted, as the paper says it.
CREATE TABLE instalment_claim (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES instalment_agreement (id),
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    month TEXT NOT NULL DEFAULT '',
    amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;

CREATE INDEX instalment_claim_agreement ON instalment_claim (agreement, id);

-- `due_on` is nominal; it is moved off a closed day when it is read (DL-03).
CREATE TABLE instalment (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES instalment_agreement (id),
    number INTEGER NOT NULL CHECK (number > 0),
    due_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;

CREATE INDEX instalment_of_agreement ON instalment (agreement, number);

-- Offered, signed, kept, broken, ended: each from its day.
CREATE TABLE instalment_state (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES instalment_agreement (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX instalment_state_agreement ON instalment_state (agreement, since, id);

-- The tenant was told of a breach and what it may lead to, before anything is done.
CREATE TABLE instalment_talk (
    id INTEGER PRIMARY KEY,
    agreement INTEGER NOT NULL REFERENCES instalment_agreement (id),
    told_on TEXT NOT NULL,
    way TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX instalment_talk_agreement ON instalment_talk (agreement, told_on);

-- Money steps wait, for a reason and to a day.
CREATE TABLE arrears_pause (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    since TEXT NOT NULL,
    reason TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX arrears_pause_lease ON arrears_pause (lease, since);

-- The last day of a pause, and why it was moved; the newest row holds.
CREATE TABLE arrears_pause_end (
    id INTEGER PRIMARY KEY,
    pause INTEGER NOT NULL REFERENCES arrears_pause (id),
    recorded_on TEXT NOT NULL,
    until TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX arrears_pause_end_pause ON arrears_pause_end (pause, id);
