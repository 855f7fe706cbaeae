-- What is reported about a tenancy: what was said is kept as it was said, the newest row holds.
CREATE TABLE lease_report (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id)
) STRICT;

CREATE INDEX lease_report_lease ON lease_report (lease, id);

CREATE TABLE lease_report_told (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES lease_report (id),
    recorded_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    happened_on TEXT,
    reported_on TEXT NOT NULL,
    source TEXT NOT NULL,
    source_note TEXT NOT NULL DEFAULT '',
    urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1))
) STRICT;

CREATE INDEX lease_report_told_report ON lease_report_told (report, id);

-- Passed on, answered, closed, opened again: each on its day.
CREATE TABLE lease_report_step (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES lease_report (id),
    kind TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    to_whom TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX lease_report_step_report ON lease_report_step (report, id);

-- Written warnings (husleieloven § 9-9), and the reports each rests on.
CREATE TABLE lease_warning (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    issued_on TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES document (id),
    broken TEXT NOT NULL,
    facts TEXT NOT NULL,
    change TEXT NOT NULL,
    change_by TEXT NOT NULL
) STRICT;

CREATE INDEX lease_warning_lease ON lease_warning (lease, id);

CREATE TABLE lease_warning_report (
    id INTEGER PRIMARY KEY,
    warning INTEGER NOT NULL REFERENCES lease_warning (id),
    report INTEGER NOT NULL REFERENCES lease_report (id)
) STRICT;

CREATE INDEX lease_warning_report_warning ON lease_warning_report (warning, report);
