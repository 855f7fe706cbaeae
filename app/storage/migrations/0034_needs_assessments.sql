-- What works, what does not and what the person wants: the same form for everyone (D12).
CREATE TABLE needs_assessment (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    held_on TEXT NOT NULL,
    present TEXT NOT NULL DEFAULT '',
    interpreter TEXT NOT NULL DEFAULT '',
    wishes TEXT NOT NULL DEFAULT '',
    helpers TEXT NOT NULL DEFAULT '',
    -- empty while it is being written; after that nothing of it is changed
    finished_on TEXT
) STRICT;

CREATE INDEX needs_assessment_by_person ON needs_assessment (person, held_on, id);

CREATE TABLE needs_assessment_area (
    id INTEGER PRIMARY KEY,
    assessment INTEGER NOT NULL REFERENCES needs_assessment (id),
    area TEXT NOT NULL CHECK (area <> 'health'),
    answer TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    wish TEXT NOT NULL DEFAULT '',
    UNIQUE (assessment, area)
) STRICT;

-- Health and substance use stand by themselves, so that nothing else reads them (PV-08, GDPR art. 9).
CREATE TABLE needs_assessment_health (
    id INTEGER PRIMARY KEY,
    assessment INTEGER NOT NULL UNIQUE REFERENCES needs_assessment (id),
    answer TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    wish TEXT NOT NULL DEFAULT ''
) STRICT;

-- Which needs came of it, so that the way from finding to measure can be followed (D18).
CREATE TABLE needs_assessment_need (
    id INTEGER PRIMARY KEY,
    assessment INTEGER NOT NULL REFERENCES needs_assessment (id),
    area TEXT NOT NULL,
    need INTEGER NOT NULL REFERENCES followup_need (id)
) STRICT;

CREATE INDEX needs_assessment_need_by_assessment ON needs_assessment_need (assessment);
CREATE INDEX needs_assessment_need_by_need ON needs_assessment_need (need);
