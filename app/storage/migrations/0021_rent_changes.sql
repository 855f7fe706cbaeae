-- Price index by month and base, and the rent changes that were told.

-- One month of the consumer price index as published, in whole tenths. The newest row of a month
-- and base holds; the ones it corrected stay.
CREATE TABLE price_index (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    index_base TEXT NOT NULL,
    tenths INTEGER NOT NULL CHECK (tenths > 0),
    recorded_on TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX price_index_month ON price_index (month, index_base, id);

-- What a value of the newer base is multiplied with to be one of the older, in millionths.
CREATE TABLE price_index_link (
    id INTEGER PRIMARY KEY,
    from_base TEXT NOT NULL,
    to_base TEXT NOT NULL,
    millionths INTEGER NOT NULL CHECK (millionths > 0),
    recorded_on TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

-- Each time the rent was fixed after the lease was signed. One told by letter holds from its day
-- only if the letter went out by send_by; fixed_month is the index month the next change counts
-- from.
CREATE TABLE rent_change (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    kind TEXT NOT NULL,
    old_rent INTEGER NOT NULL CHECK (old_rent > 0),
    new_rent INTEGER NOT NULL CHECK (new_rent > 0),
    effective_on TEXT NOT NULL,
    fixed_month TEXT NOT NULL,
    base_month TEXT,
    base_tenths INTEGER,
    base_index_base TEXT,
    new_tenths INTEGER,
    new_index_base TEXT,
    link_millionths INTEGER,
    decided_on TEXT NOT NULL,
    send_by TEXT,
    letter INTEGER REFERENCES document (id),
    reference TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX rent_change_lease ON rent_change (lease, id);
CREATE INDEX rent_change_letter ON rent_change (letter);

ALTER TABLE lease_rent ADD COLUMN rent_change INTEGER REFERENCES rent_change (id);
CREATE INDEX lease_rent_change ON lease_rent (rent_change);
