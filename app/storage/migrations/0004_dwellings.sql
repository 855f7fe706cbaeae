CREATE TABLE owner (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    org_number TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    sort_key TEXT NOT NULL
) STRICT;

CREATE TABLE allocator (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One dwelling. Kobo's own words (codes it may add) are kept letter for letter.
CREATE TABLE dwelling (
    id INTEGER PRIMARY KEY,
    kobo_id TEXT,
    municipality_number TEXT NOT NULL DEFAULT '',
    farm_and_title TEXT NOT NULL DEFAULT '',
    lease_number TEXT NOT NULL DEFAULT '',
    section_number TEXT NOT NULL DEFAULT '',
    unit_number TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL,
    house_number TEXT NOT NULL DEFAULT '',
    house_letter TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    postal_place TEXT NOT NULL DEFAULT '',
    extra_reference TEXT NOT NULL DEFAULT '',
    dwelling_type TEXT NOT NULL,
    subtype TEXT NOT NULL DEFAULT '',
    holding TEXT NOT NULL,
    area REAL,
    bedrooms INTEGER,
    meter_power TEXT NOT NULL DEFAULT '',
    meter_water TEXT NOT NULL DEFAULT '',
    usual_deposit INTEGER,
    accessible INTEGER NOT NULL DEFAULT 0 CHECK (accessible IN (0, 1)),
    for_disadvantaged INTEGER NOT NULL DEFAULT 1 CHECK (for_disadvantaged IN (0, 1)),
    vat_compensation INTEGER NOT NULL DEFAULT 0 CHECK (vat_compensation IN (0, 1)),
    shared_housing INTEGER NOT NULL DEFAULT 0 CHECK (shared_housing IN (0, 1)),
    staffed INTEGER NOT NULL DEFAULT 0 CHECK (staffed IN (0, 1)),
    staff_base INTEGER NOT NULL DEFAULT 0 CHECK (staff_base IN (0, 1)),
    primary_school TEXT NOT NULL DEFAULT '',
    lower_secondary_school TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    to_check TEXT NOT NULL DEFAULT '',
    sort_key TEXT NOT NULL,
    search_text TEXT NOT NULL
) STRICT;

CREATE INDEX dwelling_sort ON dwelling (sort_key, id);

CREATE TABLE dwelling_status (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX dwelling_status_day ON dwelling_status (dwelling, since, id);

CREATE TABLE dwelling_owner (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    owner INTEGER NOT NULL REFERENCES owner (id)
) STRICT;

CREATE INDEX dwelling_owner_day ON dwelling_owner (dwelling, since, id);

CREATE TABLE dwelling_allocator (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    allocator INTEGER NOT NULL REFERENCES allocator (id)
) STRICT;

CREATE INDEX dwelling_allocator_day ON dwelling_allocator (dwelling, since, id);

-- Rent asked for the dwelling, whole øre a month; what a tenant pays stands on the lease.
CREATE TABLE dwelling_rent (
    id INTEGER PRIMARY KEY,
    dwelling INTEGER NOT NULL REFERENCES dwelling (id),
    since TEXT NOT NULL,
    rent INTEGER NOT NULL
) STRICT;

CREATE INDEX dwelling_rent_day ON dwelling_rent (dwelling, since, id);

CREATE TRIGGER search_dwelling_insert AFTER INSERT ON dwelling BEGIN
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 2, NEW.search_text);
END;

CREATE TRIGGER search_dwelling_update AFTER UPDATE OF search_text ON dwelling
WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    DELETE FROM search WHERE rowid = NEW.id * 16 + 2;
    INSERT INTO search (rowid, words) VALUES (NEW.id * 16 + 2, NEW.search_text);
END;

CREATE TRIGGER search_dwelling_delete AFTER DELETE ON dwelling BEGIN
    DELETE FROM search WHERE rowid = OLD.id * 16 + 2;
END;
