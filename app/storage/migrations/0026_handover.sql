-- The numbered keys of a dwelling, and who has had each of them from which day.
CREATE TABLE door_key (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    kind TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (trim(mark) <> '')
) STRICT;

CREATE UNIQUE INDEX door_key_marked ON door_key (dwelling, kind, mark);

-- `lease` says which tenant has it; a key lost by a tenant keeps the lease.
CREATE TABLE door_key_holder (
    id INTEGER PRIMARY KEY,
    door_key INTEGER NOT NULL REFERENCES door_key (id),
    since TEXT NOT NULL,
    holder TEXT NOT NULL,
    lease INTEGER REFERENCES lease (id),
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX door_key_holder_day ON door_key_holder (door_key, since, id);
CREATE INDEX door_key_holder_lease ON door_key_holder (lease);

-- The condition of a dwelling at moving in and moving out. What is not remarked is good.
CREATE TABLE handover_report (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    kind TEXT NOT NULL,
    held_on TEXT,
    present TEXT NOT NULL DEFAULT '',
    bedrooms INTEGER NOT NULL DEFAULT 0 CHECK (bedrooms >= 0),
    rooms TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rooms)),
    power_reading TEXT NOT NULL DEFAULT '',
    water_reading TEXT NOT NULL DEFAULT '',
    smoke_alarm TEXT,
    note TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    document INTEGER REFERENCES document (id)
) STRICT;

CREATE UNIQUE INDEX handover_report_lease ON handover_report (lease, kind);

CREATE TABLE handover_remark (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES handover_report (id),
    room TEXT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    item TEXT NOT NULL,
    condition TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    beyond_wear INTEGER NOT NULL DEFAULT 0 CHECK (beyond_wear IN (0, 1))
) STRICT;

CREATE INDEX handover_remark_report ON handover_remark (report);

-- What was settled of one part of the start package; parts come from the vedtak by their code.
CREATE TABLE start_task (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    part TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT,
    done_on TEXT
) STRICT;

CREATE UNIQUE INDEX start_task_part ON start_task (lease, part);

-- Why a lease has no start package.
CREATE TABLE start_waiver (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    since TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT;

CREATE INDEX start_waiver_lease ON start_waiver (lease);

-- That the tenant was told in writing what the dwelling is and which exceptions hold.
CREATE TABLE tenancy_information (
    id INTEGER PRIMARY KEY,
    lease INTEGER NOT NULL REFERENCES lease (id),
    given_on TEXT NOT NULL,
    way TEXT NOT NULL
) STRICT;

CREATE INDEX tenancy_information_lease ON tenancy_information (lease);
