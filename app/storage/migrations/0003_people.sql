CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    birth_date TEXT,
    language TEXT NOT NULL DEFAULT 'nb' CHECK (language IN ('nb', 'nn')),
    interpreter_language TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    to_check TEXT NOT NULL DEFAULT '',
    merged_into INTEGER REFERENCES person (id),
    sort_key TEXT NOT NULL,
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX person_sort ON person (sort_key, id) WHERE merged_into IS NULL;

-- ID-04: a person can have several numbers; each with the days it is known to hold.
CREATE TABLE national_id (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    since TEXT,
    until TEXT
) STRICT;

CREATE INDEX national_id_person ON national_id (person);

CREATE TABLE person_address (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    care_of TEXT NOT NULL DEFAULT '',
    line TEXT NOT NULL,
    postal_code TEXT NOT NULL DEFAULT '',
    postal_place TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX person_address_person ON person_address (person, since);

CREATE TABLE address_protection (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    since TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('none', 'confidential', 'strictly_confidential')),
    source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX address_protection_person ON address_protection (person, since);

-- ADR-03: every time a confidential address was shown, to whom (the event's `by`) and why.
CREATE TABLE address_shown (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE household (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT 'single'
) STRICT;

CREATE TABLE household_member (
    id INTEGER PRIMARY KEY,
    household INTEGER NOT NULL REFERENCES household (id),
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('applicant', 'co_applicant', 'adult', 'child')),
    presence TEXT NOT NULL DEFAULT 'lives_here'
        CHECK (presence IN ('lives_here', 'visits', 'expected')),
    since TEXT NOT NULL,
    until TEXT
) STRICT;

CREATE INDEX household_member_household ON household_member (household);
CREATE INDEX household_member_person ON household_member (person);

CREATE TRIGGER search_person_insert AFTER INSERT ON person WHEN NEW.merged_into IS NULL BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 1, NEW.search_text);
END;

CREATE TRIGGER search_person_update AFTER UPDATE OF search_text, merged_into ON person
WHEN OLD.search_text IS NOT NEW.search_text OR OLD.merged_into IS NOT NEW.merged_into BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 1;
    INSERT INTO search (rowid, words)
    SELECT NEW.id * 16 + 1, NEW.search_text WHERE NEW.merged_into IS NULL;
END;

CREATE TRIGGER search_person_delete AFTER DELETE ON person BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 1;
END;
