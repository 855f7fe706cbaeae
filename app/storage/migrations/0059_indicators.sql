-- What the office aims at for an indicator, from a day; no number where there is no target from
-- then (E11). A target for something that is summed is told for a quarter.
CREATE TABLE indicator_target (
    id INTEGER PRIMARY KEY,
    indicator TEXT NOT NULL,
    since TEXT NOT NULL,
    target INTEGER,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX indicator_target_by_day ON indicator_target (indicator, since, id);

-- The officer's own words in the pack of a period that ends that day.
CREATE TABLE pack_text (
    id INTEGER PRIMARY KEY,
    span TEXT NOT NULL,
    last_day TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (span, last_day)
) STRICT;
