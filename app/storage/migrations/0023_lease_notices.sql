-- Notices to end a lease. `given_on` is the day it was given: the tenant's sent or received, the
-- landlord's the day its letter went out (empty until then). `end_on` is the last day it leads to.
CREATE TABLE termination_notice (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    given_by TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    given_on TEXT,
    end_on TEXT NOT NULL,
    received_on TEXT,
    written INTEGER NOT NULL DEFAULT 1 CHECK (written IN (0, 1)),
    document INTEGER REFERENCES document (id),
    ground TEXT,
    duty TEXT,
    reason TEXT NOT NULL DEFAULT '',
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX termination_notice_lease ON termination_notice (lease, id);

CREATE INDEX termination_notice_document ON termination_notice (document);

-- The tenant's protest, and what the landlord did with it. `lapses_on` is the day the notice falls
-- by itself when nobody has sued.
CREATE TABLE notice_protest (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES termination_notice (id),
    arrived_on TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    received_on TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    sue_by TEXT,
    lapses_on TEXT,
    sued_on TEXT,
    sued_at TEXT,
    decided_on TEXT,
    upheld INTEGER CHECK (upheld IN (0, 1))
) STRICT;

CREATE INDEX notice_protest_notice ON notice_protest (notice, id);

-- Termination for material breach: written, with its ground and reason.
CREATE TABLE termination_for_breach (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    issued_on TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES document (id),
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    warning INTEGER REFERENCES document (id),
    move_by TEXT NOT NULL,
    sent_on TEXT,
    withdrawn_on TEXT,
    withdrawn_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX termination_for_breach_lease ON termination_for_breach (lease, id);

CREATE INDEX termination_for_breach_document ON termination_for_breach (document);
