-- The namsfogd or the court asks for a petition to be corrected, by the day the letter gives
-- (TV-09); and the day it went back.
CREATE TABLE petition_correction (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    petition INTEGER NOT NULL REFERENCES eviction_petition (id),
    received_on TEXT NOT NULL,
    until TEXT NOT NULL CHECK (until >= received_on),
    lacking TEXT NOT NULL CHECK (trim(lacking) <> ''),
    -- NULL while it waits
    sent_on TEXT CHECK (sent_on >= received_on)
) STRICT;

CREATE INDEX petition_correction_lease ON petition_correction (lease);
CREATE INDEX petition_correction_petition ON petition_correction (petition);
