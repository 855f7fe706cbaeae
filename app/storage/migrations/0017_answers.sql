-- What a letter about an application told: the day an answer comes, papers are due, a reply is
-- waited for or the application lapses. A shielded person's letters go; that they were told stays.
CREATE TABLE application_notice (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'preliminary_reply', 'receipt', 'delay_notice', 'missing_papers', 'lapse_warning',
        'still_need'
    )),
    since TEXT NOT NULL,
    told_day TEXT NOT NULL,
    document INTEGER REFERENCES document (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX application_notice_application ON application_notice (application, since, id);
CREATE INDEX application_notice_document ON application_notice (document);

-- «Behovet gjelder fortsatt»: the day the person said so, and how.
CREATE TABLE application_confirmation (
    id INTEGER PRIMARY KEY,
    application INTEGER NOT NULL REFERENCES application (id),
    since TEXT NOT NULL,
    channel TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX application_confirmation_application
    ON application_confirmation (application, since, id);
