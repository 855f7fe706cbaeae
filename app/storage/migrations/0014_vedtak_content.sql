-- What a vedtak holds beside the answer: services, start package, plan, approval.
CREATE TABLE vedtak_service (
    id INTEGER PRIMARY KEY,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    service TEXT NOT NULL,
    goal TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX vedtak_service_vedtak ON vedtak_service (vedtak);
