-- How much advice the office can give, from a day: share of a position, the week of a full one,
-- and the hours a case takes, at the least, usually and at the most (GJ-13).
CREATE TABLE debt_capacity (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL,
    share_percent INTEGER NOT NULL,
    week_minutes INTEGER NOT NULL,
    least_hours INTEGER NOT NULL,
    usual_hours INTEGER NOT NULL,
    most_hours INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX debt_capacity_by_day ON debt_capacity (since, id);

-- Days when nobody gives advice, both included; public holidays are known without.
CREATE TABLE debt_absence (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL
) STRICT;

CREATE INDEX debt_absence_by_day ON debt_absence (first_day, id);
