-- What a return said on a day, with the rules it was counted by: figures and the ids behind them,
-- never a name.
CREATE TABLE return_snapshot (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    -- the words of each figure as they were then
    words TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(words)),
    versions TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(versions)),
    kept_at TEXT NOT NULL,
    officer INTEGER NOT NULL,
    digest TEXT NOT NULL,
    CHECK (last_on >= first_on)
) STRICT;

CREATE INDEX return_snapshot_day ON return_snapshot (kind, last_on, id);

CREATE TRIGGER return_snapshot_as_kept BEFORE UPDATE ON return_snapshot
BEGIN
    SELECT RAISE(ABORT, 'a snapshot never changes');
END;

CREATE TRIGGER return_snapshot_stays BEFORE DELETE ON return_snapshot
BEGIN
    SELECT RAISE(ABORT, 'a snapshot never changes');
END;

-- A line of KOSTRA 13 as the municipality has it from a year: the newest row of a line holds for
-- the years it covers. Without a query the line is counted by hand; `dropped` takes it out.
CREATE TABLE kostra_line (
    id INTEGER PRIMARY KEY,
    line TEXT NOT NULL CHECK (trim(line) <> ''),
    words TEXT NOT NULL,
    query TEXT NOT NULL DEFAULT '',
    from_year INTEGER NOT NULL,
    to_year INTEGER,
    dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
    source TEXT NOT NULL CHECK (trim(source) <> ''),
    CHECK (to_year IS NULL OR to_year >= from_year)
) STRICT;

CREATE INDEX kostra_line_years ON kostra_line (line, from_year, id);
