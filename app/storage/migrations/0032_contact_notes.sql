-- Each call, visit or message with a person (D10); what was written of it stays for always.
CREATE TABLE contact_note (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id)
) STRICT;

CREATE INDEX contact_note_person ON contact_note (person);

-- The newest row holds; those before it are what was put right (PV-04).
CREATE TABLE contact_note_told (
    id INTEGER PRIMARY KEY,
    note INTEGER NOT NULL REFERENCES contact_note (id),
    recorded_on TEXT NOT NULL,
    written_by TEXT NOT NULL DEFAULT '',
    happened_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    follow_up_on TEXT,
    nav_only INTEGER NOT NULL DEFAULT 0 CHECK (nav_only IN (0, 1))
) STRICT;

-- also what is counted over everyone, so that the words need not be read
CREATE INDEX contact_note_told_note
    ON contact_note_told (note, id, recorded_on, happened_on, outcome, follow_up_on);

-- The day somebody had done what a note asks for.
CREATE TABLE contact_follow_up (
    id INTEGER PRIMARY KEY,
    note INTEGER NOT NULL REFERENCES contact_note (id),
    done_on TEXT NOT NULL
) STRICT;

CREATE INDEX contact_follow_up_note ON contact_follow_up (note);
