-- The day a lease ends before or after what it says, and why; the newest row holds, and one
-- without a last day takes the ending back.
CREATE TABLE lease_ending (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    recorded_on TEXT NOT NULL,
    last_day TEXT,
    cause TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX lease_ending_told ON lease_ending (lease, recorded_on, id);

-- Rent from a day, whole øre a month; what was agreed at first stands on the lease.
CREATE TABLE lease_rent (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    since TEXT NOT NULL,
    rent INTEGER NOT NULL CHECK (rent > 0),
    basis TEXT NOT NULL
) STRICT;

CREATE INDEX lease_rent_lease ON lease_rent (lease, since, id);
