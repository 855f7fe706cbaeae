-- A finished document: read-only from the unit that issued it.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    case_kind TEXT NOT NULL,
    case_id INTEGER NOT NULL,
    person INTEGER REFERENCES person (id),
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn')),
    source TEXT NOT NULL CHECK (source IN ('written', 'received')),
    to_send INTEGER NOT NULL CHECK (to_send IN (0, 1)),
    issued_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    pages INTEGER NOT NULL,
    media_type TEXT NOT NULL DEFAULT 'application/pdf'
) STRICT;

CREATE INDEX document_case ON document (case_kind, case_id);
CREATE INDEX document_person ON document (person);

CREATE TABLE document_content (
    id INTEGER PRIMARY KEY REFERENCES document (id),
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER document_content_as_issued BEFORE UPDATE ON document_content BEGIN
    SELECT RAISE(ABORT, 'an issued document never changes');
END;

CREATE TRIGGER document_as_issued BEFORE UPDATE ON document BEGIN
    SELECT RAISE(ABORT, 'an issued document never changes');
END;

-- What became of it, each with its day: annulled, superseded.
CREATE TABLE document_state (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('annulled', 'superseded')),
    reason TEXT NOT NULL,
    replaced_by INTEGER REFERENCES document (id)
) STRICT;

CREATE INDEX document_state_document ON document_state (document);

-- Issued is not sent: the day, the channel and the proof of each sending.
CREATE TABLE dispatch (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id),
    sent_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    proof TEXT NOT NULL DEFAULT '',
    arrived_on TEXT,
    returned_on TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX dispatch_document ON dispatch (document);

-- A copy that the officer saved outside the register, and when.
CREATE TABLE document_copy (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id),
    at TEXT NOT NULL
) STRICT;

CREATE INDEX document_copy_document ON document_copy (document);
