-- That somebody is without a home, or is not, as it was told to us, from a day (REP-01, REP-02).
CREATE TABLE homeless_told (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    homeless INTEGER NOT NULL CHECK (homeless IN (0, 1)),
    -- where they stay, as the national count has it (REP-04)
    place TEXT NOT NULL DEFAULT 'unknown'
) STRICT;

CREATE INDEX homeless_told_by_person ON homeless_told (person, since, id);

-- What the national count asks about each, from a day; no more than it asks (REP-05).
CREATE TABLE homeless_profile (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    -- as it is told: a national number does not tell it
    sex TEXT NOT NULL DEFAULT 'unknown',
    income TEXT NOT NULL DEFAULT 'unknown',
    born_in TEXT NOT NULL DEFAULT 'unknown',
    drugs TEXT NOT NULL DEFAULT 'unknown',
    mental TEXT NOT NULL DEFAULT 'unknown',
    evicted TEXT NOT NULL DEFAULT 'unknown',
    before TEXT NOT NULL DEFAULT 'unknown',
    -- the day they lost their home, where it is another than the register tells
    homeless_since TEXT
) STRICT;

CREATE INDEX homeless_profile_by_person ON homeless_profile (person, since, id);

-- What was found about a person in the count of week 48 of a year; the newest row holds (REP-03).
CREATE TABLE homeless_check (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    year INTEGER NOT NULL,
    checked_on TEXT NOT NULL,
    homeless INTEGER NOT NULL CHECK (homeless IN (0, 1))
) STRICT;

CREATE INDEX homeless_check_by_year ON homeless_check (year, person, id);
