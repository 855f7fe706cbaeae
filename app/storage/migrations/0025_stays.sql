-- Where one may stay for nights without a lease, beside the dwellings of the register.
CREATE TABLE stay_place (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    not_for_children INTEGER NOT NULL DEFAULT 0 CHECK (not_for_children IN (0, 1)),
    price INTEGER CHECK (price >= 0),
    closed_on TEXT
) STRICT;

-- Nights at one place; neither dwelling nor place for one whose address is strictly confidential.
CREATE TABLE stay (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    began_on TEXT NOT NULL,
    dwelling INTEGER REFERENCES dwelling (id),
    place INTEGER REFERENCES stay_place (id),
    vedtak INTEGER REFERENCES vedtak (id),
    children INTEGER NOT NULL DEFAULT 0 CHECK (children >= 0),
    quality TEXT NOT NULL DEFAULT '',
    quality_confirmed_on TEXT,
    CHECK (dwelling IS NULL OR place IS NULL)
) STRICT;

CREATE INDEX stay_person ON stay (person, began_on);
CREATE INDEX stay_dwelling ON stay (dwelling, began_on);

-- How long it is meant to last, and the day they left; the newest row holds.
CREATE TABLE stay_term (
    id INTEGER PRIMARY KEY,
    stay INTEGER NOT NULL REFERENCES stay (id),
    recorded_on TEXT NOT NULL,
    until TEXT,
    left_on TEXT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX stay_term_stay ON stay_term (stay, id);

-- Whole øre a night from a day.
CREATE TABLE stay_price (
    id INTEGER PRIMARY KEY,
    stay INTEGER NOT NULL REFERENCES stay (id),
    since TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0)
) STRICT;

CREATE INDEX stay_price_stay ON stay_price (stay, since, id);
