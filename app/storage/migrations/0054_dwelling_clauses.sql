-- Until when a dwelling is bound to those the housing policy is for (REP-22, REP-23). No end day:
-- the clause is lifted.
CREATE TABLE dwelling_clause (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    kind TEXT NOT NULL,
    ends_on TEXT,
    reference TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX dwelling_clause_day ON dwelling_clause (dwelling, since, id);

-- The day an applicant leaves an institution or prison without a home (A3, A4); no day: it is
-- called off or not known any longer. `place` says what kind of place, never which one, and is
-- empty for one whose address is protected.
CREATE TABLE planned_discharge (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    leaves_on TEXT,
    heard_from TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX planned_discharge_day ON planned_discharge (application, since, id);
