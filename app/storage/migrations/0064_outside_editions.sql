-- An edition with small numbers held back that has left the office: which cells it knew and did not
-- tell, so that no later edition tells them (B16). Never a number, never a name.
CREATE TABLE outside_edition (
    id INTEGER PRIMARY KEY,
    span TEXT NOT NULL,
    last_day TEXT NOT NULL,
    held TEXT NOT NULL CHECK (json_valid(held)),
    handed_out_at TEXT NOT NULL,
    officer INTEGER NOT NULL
) STRICT;

CREATE INDEX outside_edition_day ON outside_edition (span, last_day, id);
