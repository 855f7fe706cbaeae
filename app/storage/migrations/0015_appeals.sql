-- A complaint about a vedtak, and every step of it (forvaltningsloven chapter VI).
CREATE TABLE appeal (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    vedtak INTEGER NOT NULL REFERENCES vedtak (id),
    received_on TEXT NOT NULL,
    postmarked_on TEXT,
    channel TEXT NOT NULL,
    wanted TEXT NOT NULL DEFAULT '',
    grounds TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX appeal_vedtak ON appeal (vedtak);

CREATE TABLE appeal_state (
    id INTEGER PRIMARY KEY,
    appeal INTEGER NOT NULL REFERENCES appeal (id),
    since TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX appeal_state_day ON appeal_state (appeal, since, id);
