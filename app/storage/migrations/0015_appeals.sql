-- A complaint about a vedtak, and every step of it (forvaltningsloven chapter VI).
CREATE TABLE appeal (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    received_on TEXT NOT NULL,
    -- the day it was handed to the post or sent, where that is known (FV-13, DL-04)
    postmarked_on TEXT,
    channel TEXT NOT NULL,
    -- who complained in the person's place
    representative INTEGER REFERENCES representative (id),
    wanted TEXT NOT NULL DEFAULT '',
    grounds TEXT NOT NULL DEFAULT '',
    signed INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1)),
    -- what the office thinks of it, as it was sent to the appeal body (DOC-21)
    assessment TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX appeal_vedtak ON appeal (vedtak);

CREATE TABLE appeal_state (
    id INTEGER PRIMARY KEY,
    appeal INTEGER NOT NULL REFERENCES appeal (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX appeal_state_day ON appeal_state (appeal, since, id);

-- FV-20: whether the vedtak waits until the appeal is decided.
CREATE TABLE appeal_effect (
    id INTEGER PRIMARY KEY,
    appeal INTEGER NOT NULL REFERENCES appeal (id),
    since TEXT NOT NULL,
    deferred INTEGER NOT NULL CHECK (deferred IN (0, 1)),
    reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;

CREATE INDEX appeal_effect_day ON appeal_effect (appeal, since, id);

-- FV-12: reasons asked for stop the time to complain; it begins anew when they have come.
CREATE TABLE reasons_demand (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    demanded_on TEXT NOT NULL,
    -- the letter made here; without one, the days are those of a letter made elsewhere
    document INTEGER REFERENCES document (id),
    sent_on TEXT,
    arrived_on TEXT
) STRICT;

CREATE INDEX reasons_demand_vedtak ON reasons_demand (vedtak);

-- FV-04: what may be taken away, told before it is.
CREATE TABLE prior_notice (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    issued_on TEXT NOT NULL,
    about TEXT NOT NULL CHECK (trim(about) <> ''),
    needed TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    answered_on TEXT,
    answer TEXT NOT NULL DEFAULT '',
    -- the day the office read the answer, or its absence, and went on
    weighed_on TEXT
) STRICT;

CREATE INDEX prior_notice_vedtak ON prior_notice (vedtak);

-- FV-19: a new vedtak that takes the place of an old one, which itself is never changed.
CREATE TABLE reversal (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL UNIQUE REFERENCES vedtak (id),
    reverses INTEGER NOT NULL REFERENCES vedtak (id),
    ground TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    to_harm INTEGER NOT NULL CHECK (to_harm IN (0, 1)),
    notice INTEGER REFERENCES prior_notice (id),
    appeal INTEGER REFERENCES appeal (id)
) STRICT;

CREATE INDEX reversal_reverses ON reversal (reverses);
