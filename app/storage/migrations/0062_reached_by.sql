-- How somebody would rather be reached, as they have said it.
ALTER TABLE person ADD COLUMN reached_by TEXT NOT NULL DEFAULT 'any'
    CHECK (reached_by IN ('any', 'call', 'text', 'email', 'letter', 'meeting'));
