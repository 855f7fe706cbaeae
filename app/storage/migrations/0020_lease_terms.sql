-- Talks and inspections of a term, and what was recommended before it is decided who stays.
CREATE TABLE lease_review (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    kind TEXT NOT NULL,
    held_on TEXT NOT NULL,
    recommendation TEXT NOT NULL,
    findings TEXT NOT NULL CHECK (trim(findings) <> ''),
    next_step TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX lease_review_lease ON lease_review (lease, held_on, id);

-- The request to stay that was opened from a lease (FV-25): two leases of one tenant are told apart.
CREATE TABLE lease_renewal (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    application INTEGER NOT NULL UNIQUE REFERENCES application (id)
) STRICT;

CREATE INDEX lease_renewal_lease ON lease_renewal (lease);

-- The newest state of a lease is asked for at every reading: found without the table.
CREATE INDEX lease_state_newest ON lease_state (lease, id, since, state);

-- The few requests to stay among all there ever were.
CREATE INDEX application_renewal ON application (applicant) WHERE kind = 'renewal';
