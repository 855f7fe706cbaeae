-- What the office has told a person of all it holds about them (PV-04): when, and how much.
CREATE TABLE data_access (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    given_on TEXT NOT NULL,
    facts INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    -- SHA-256 of the file, so that it can be known again
    digest TEXT NOT NULL
) STRICT;

CREATE INDEX data_access_by_person ON data_access (person, given_on, id);
