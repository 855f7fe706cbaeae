-- What the first reading of a day asks of ten years of claims, payments, statuses of dwellings and
-- levels of help.

-- What stands claimed and paid on each lease on which something does: kept by the triggers below.
-- `id` is the lease, without pointing there: the row follows claims and payments and goes with
-- them. `paid_until` is the last day something was paid; days before that are added up anew.
CREATE TABLE account_standing (
    id INTEGER PRIMARY KEY,
    claimed INTEGER NOT NULL DEFAULT 0,
    paid INTEGER NOT NULL DEFAULT 0,
    paid_until TEXT NOT NULL DEFAULT ''
) STRICT;

-- a row is put in with the lease alone, and added up
CREATE TRIGGER account_standing_added AFTER INSERT ON account_standing BEGIN
    UPDATE account_standing SET claimed = coalesce((
        SELECT sum(c.amount) FROM rent_charge c
        WHERE c.lease = NEW.id AND c.withdrawn_on IS NULL
    ), 0), (paid, paid_until) = (
        SELECT coalesce(sum(p.amount), 0), coalesce(max(p.paid_on), '') FROM rent_payment p
        WHERE p.lease = NEW.id AND p.withdrawn_on IS NULL
    ) WHERE id = NEW.id;
END;

INSERT INTO account_standing (id)
SELECT lease FROM rent_charge WHERE withdrawn_on IS NULL
UNION SELECT lease FROM rent_payment WHERE withdrawn_on IS NULL;

CREATE TRIGGER account_standing_claimed AFTER INSERT ON rent_charge
WHEN NEW.withdrawn_on IS NULL BEGIN
    INSERT INTO account_standing (id) VALUES (NEW.lease)
    ON CONFLICT (id) DO UPDATE SET claimed = claimed + NEW.amount;
END;

CREATE TRIGGER account_standing_reclaimed AFTER UPDATE OF
    lease, amount, withdrawn_on ON rent_charge BEGIN
    DELETE FROM account_standing WHERE id IN (OLD.lease, NEW.lease);
    INSERT INTO account_standing (id)
    SELECT lease FROM rent_charge
    WHERE lease IN (OLD.lease, NEW.lease) AND withdrawn_on IS NULL
    UNION SELECT lease FROM rent_payment
    WHERE lease IN (OLD.lease, NEW.lease) AND withdrawn_on IS NULL;
END;

CREATE TRIGGER account_standing_unclaimed AFTER DELETE ON rent_charge BEGIN
    DELETE FROM account_standing WHERE id = OLD.lease;
    INSERT INTO account_standing (id)
    SELECT lease FROM rent_charge WHERE lease = OLD.lease AND withdrawn_on IS NULL
    UNION SELECT lease FROM rent_payment WHERE lease = OLD.lease AND withdrawn_on IS NULL;
END;

CREATE TRIGGER account_standing_paid AFTER INSERT ON rent_payment
WHEN NEW.withdrawn_on IS NULL BEGIN
    INSERT INTO account_standing (id) VALUES (NEW.lease)
    ON CONFLICT (id) DO UPDATE
    SET paid = paid + NEW.amount, paid_until = max(paid_until, NEW.paid_on);
END;

CREATE TRIGGER account_standing_repaid AFTER UPDATE OF
    lease, amount, paid_on, withdrawn_on ON rent_payment BEGIN
    DELETE FROM account_standing WHERE id IN (OLD.lease, NEW.lease);
    INSERT INTO account_standing (id)
    SELECT lease FROM rent_charge
    WHERE lease IN (OLD.lease, NEW.lease) AND withdrawn_on IS NULL
    UNION SELECT lease FROM rent_payment
    WHERE lease IN (OLD.lease, NEW.lease) AND withdrawn_on IS NULL;
END;

CREATE TRIGGER account_standing_unpaid AFTER DELETE ON rent_payment BEGIN
    DELETE FROM account_standing WHERE id = OLD.lease;
    INSERT INTO account_standing (id)
    SELECT lease FROM rent_charge WHERE lease = OLD.lease AND withdrawn_on IS NULL
    UNION SELECT lease FROM rent_payment WHERE lease = OLD.lease AND withdrawn_on IS NULL;
END;

-- The newest status of each dwelling, and since when: kept by the triggers below. `id` is the
-- dwelling, without pointing there. For days before `since` the statuses themselves are read.
CREATE TABLE dwelling_standing (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL,
    status TEXT NOT NULL
) STRICT;

INSERT INTO dwelling_standing (id, since, status)
SELECT d.id, s.since, s.status FROM dwelling d JOIN dwelling_status s ON s.id = (
    SELECT f.id FROM dwelling_status f WHERE f.dwelling = d.id
    ORDER BY f.since DESC, f.id DESC LIMIT 1
);

CREATE INDEX dwelling_standing_ready ON dwelling_standing (since) WHERE status = 'ready';
CREATE INDEX dwelling_standing_since ON dwelling_standing (since);

CREATE TRIGGER dwelling_standing_told AFTER INSERT ON dwelling_status BEGIN
    DELETE FROM dwelling_standing WHERE id = NEW.dwelling;
    INSERT INTO dwelling_standing (id, since, status)
    SELECT dwelling, since, status FROM dwelling_status WHERE dwelling = NEW.dwelling
    ORDER BY since DESC, id DESC LIMIT 1;
END;

CREATE TRIGGER dwelling_standing_retold AFTER UPDATE OF
    dwelling, since, status ON dwelling_status BEGIN
    DELETE FROM dwelling_standing WHERE id IN (OLD.dwelling, NEW.dwelling);
    INSERT INTO dwelling_standing (id, since, status)
    SELECT d.id, s.since, s.status FROM dwelling d JOIN dwelling_status s ON s.id = (
        SELECT f.id FROM dwelling_status f WHERE f.dwelling = d.id
        ORDER BY f.since DESC, f.id DESC LIMIT 1
    ) WHERE d.id IN (OLD.dwelling, NEW.dwelling);
END;

CREATE TRIGGER dwelling_standing_untold AFTER DELETE ON dwelling_status BEGIN
    DELETE FROM dwelling_standing WHERE id = OLD.dwelling;
    INSERT INTO dwelling_standing (id, since, status)
    SELECT dwelling, since, status FROM dwelling_status WHERE dwelling = OLD.dwelling
    ORDER BY since DESC, id DESC LIMIT 1;
END;

-- The newest level of help of each person, and since when: kept by the triggers below. `id` is the
-- person, without pointing there. For days before `since` the levels themselves are read.
CREATE TABLE help_standing (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL,
    level INTEGER NOT NULL
) STRICT;

INSERT INTO help_standing (id, since, level)
SELECT p.person, h.since, h.level FROM (SELECT DISTINCT person FROM help_level) p
JOIN help_level h ON h.id = (
    SELECT f.id FROM help_level f WHERE f.person = p.person
    ORDER BY f.since DESC, f.id DESC LIMIT 1
);

CREATE TRIGGER help_standing_told AFTER INSERT ON help_level BEGIN
    DELETE FROM help_standing WHERE id = NEW.person;
    INSERT INTO help_standing (id, since, level)
    SELECT person, since, level FROM help_level WHERE person = NEW.person
    ORDER BY since DESC, id DESC LIMIT 1;
END;

CREATE TRIGGER help_standing_retold AFTER UPDATE OF
    person, since, level ON help_level BEGIN
    DELETE FROM help_standing WHERE id IN (OLD.person, NEW.person);
    INSERT INTO help_standing (id, since, level)
    SELECT p.id, h.since, h.level FROM person p JOIN help_level h ON h.id = (
        SELECT f.id FROM help_level f WHERE f.person = p.id
        ORDER BY f.since DESC, f.id DESC LIMIT 1
    ) WHERE p.id IN (OLD.person, NEW.person);
END;

CREATE TRIGGER help_standing_untold AFTER DELETE ON help_level BEGIN
    DELETE FROM help_standing WHERE id = OLD.person;
    INSERT INTO help_standing (id, since, level)
    SELECT person, since, level FROM help_level WHERE person = OLD.person
    ORDER BY since DESC, id DESC LIMIT 1;
END;

-- The leases of one tenant on one dwelling, and the letters of a case by their kind, without
-- opening the rows.
DROP INDEX lease_tenant;
CREATE INDEX lease_tenancy ON lease (tenant, dwelling, start_on);
DROP INDEX document_case;
CREATE INDEX document_case ON document (case_kind, case_id, kind);
