-- What the first reading of a day asks of ten years of leases, stays and claims: most are over.

-- By all that is known of each lease: on every day after `over_on` it is over for good, followed by
-- another between the same two, or ended and the dwelling back; from `stands_from` on it is signed,
-- and neither ended nor followed. Kept by the triggers below. `id` is the lease, without pointing
-- there. What neither of the two decides is asked of the rows.
CREATE TABLE lease_standing (
    id INTEGER PRIMARY KEY,
    over_on TEXT,
    stands_from TEXT
) STRICT;

CREATE INDEX lease_standing_over ON lease_standing (over_on, stands_from);

-- a row is put in with the lease alone, and looked up
CREATE TRIGGER lease_standing_looked_up AFTER INSERT ON lease_standing BEGIN
    UPDATE lease_standing SET (over_on, stands_from) = (
        SELECT min(
            coalesce(followed_on, '9999-12-31'),
            coalesce(max(start_on, recorded_on, last_day, back_on), '9999-12-31')
        ), CASE WHEN state = 'signed' AND last_day IS NULL AND followed_on IS NULL
            THEN max(since, coalesce(recorded_on, since)) END
        FROM (
            SELECT l.start_on, s.since, s.state, e.recorded_on, e.last_day,
            coalesce(b.keys_on, CASE e.cause WHEN 'taken_over' THEN e.last_day END) AS back_on, (
                SELECT min(n.start_on) FROM lease n
                WHERE n.tenant = l.tenant AND n.dwelling = l.dwelling AND n.start_on > l.start_on
                AND (
                    SELECT t.state FROM lease_state t
                    WHERE t.lease = n.id ORDER BY t.id DESC LIMIT 1
                ) = 'signed'
            ) AS followed_on
            FROM lease l
            LEFT JOIN lease_state s ON s.id = (
                SELECT max(x.id) FROM lease_state x WHERE x.lease = l.id
            )
            LEFT JOIN lease_ending e ON e.id = (
                SELECT max(x.id) FROM lease_ending x WHERE x.lease = l.id
            )
            LEFT JOIN lease_handback b ON b.lease = l.id
            WHERE l.id = NEW.id
        )
    ) WHERE id = NEW.id;
END;

INSERT INTO lease_standing (id) SELECT id FROM lease;

CREATE TRIGGER lease_standing_made AFTER INSERT ON lease BEGIN
    INSERT INTO lease_standing (id) VALUES (NEW.id);
END;

-- what a lease becomes tells of those before it between the same two as well
CREATE TRIGGER lease_standing_changed AFTER UPDATE OF tenant, dwelling, start_on ON lease BEGIN
    DELETE FROM lease_standing WHERE id IN (
        SELECT id FROM lease WHERE (tenant, dwelling) IN (
            VALUES (OLD.tenant, OLD.dwelling), (NEW.tenant, NEW.dwelling)
        )
    );
    INSERT INTO lease_standing (id) SELECT id FROM lease WHERE (tenant, dwelling) IN (
        VALUES (OLD.tenant, OLD.dwelling), (NEW.tenant, NEW.dwelling)
    );
END;

CREATE TRIGGER lease_standing_unmade AFTER DELETE ON lease BEGIN
    DELETE FROM lease_standing WHERE id = OLD.id OR id IN (
        SELECT id FROM lease WHERE tenant = OLD.tenant AND dwelling = OLD.dwelling
    );
    INSERT INTO lease_standing (id)
    SELECT id FROM lease WHERE tenant = OLD.tenant AND dwelling = OLD.dwelling;
END;

CREATE TRIGGER lease_standing_stated AFTER INSERT ON lease_state BEGIN
    DELETE FROM lease_standing WHERE id IN (
        SELECT id FROM lease WHERE (tenant, dwelling) IN (
            SELECT tenant, dwelling FROM lease WHERE id = NEW.lease
        )
    );
    INSERT INTO lease_standing (id) SELECT id FROM lease WHERE (tenant, dwelling) IN (
        SELECT tenant, dwelling FROM lease WHERE id = NEW.lease
    );
END;

CREATE TRIGGER lease_standing_restated AFTER UPDATE OF lease, since, state ON lease_state BEGIN
    DELETE FROM lease_standing WHERE id IN (
        SELECT id FROM lease WHERE (tenant, dwelling) IN (
            SELECT tenant, dwelling FROM lease WHERE id IN (OLD.lease, NEW.lease)
        )
    );
    INSERT INTO lease_standing (id) SELECT id FROM lease WHERE (tenant, dwelling) IN (
        SELECT tenant, dwelling FROM lease WHERE id IN (OLD.lease, NEW.lease)
    );
END;

CREATE TRIGGER lease_standing_unstated AFTER DELETE ON lease_state BEGIN
    DELETE FROM lease_standing WHERE id IN (
        SELECT id FROM lease WHERE (tenant, dwelling) IN (
            SELECT tenant, dwelling FROM lease WHERE id = OLD.lease
        )
    );
    INSERT INTO lease_standing (id) SELECT id FROM lease WHERE (tenant, dwelling) IN (
        SELECT tenant, dwelling FROM lease WHERE id = OLD.lease
    );
END;

CREATE TRIGGER lease_standing_ended AFTER INSERT ON lease_ending BEGIN
    DELETE FROM lease_standing WHERE id = NEW.lease;
    INSERT INTO lease_standing (id) VALUES (NEW.lease);
END;

CREATE TRIGGER lease_standing_reended AFTER UPDATE OF
    lease, recorded_on, last_day, cause ON lease_ending BEGIN
    DELETE FROM lease_standing WHERE id IN (OLD.lease, NEW.lease);
    INSERT INTO lease_standing (id) SELECT id FROM lease WHERE id IN (OLD.lease, NEW.lease);
END;

CREATE TRIGGER lease_standing_unended AFTER DELETE ON lease_ending BEGIN
    DELETE FROM lease_standing WHERE id = OLD.lease;
    INSERT INTO lease_standing (id) VALUES (OLD.lease);
END;

CREATE TRIGGER lease_standing_back AFTER INSERT ON lease_handback BEGIN
    DELETE FROM lease_standing WHERE id = NEW.lease;
    INSERT INTO lease_standing (id) VALUES (NEW.lease);
END;

CREATE TRIGGER lease_standing_back_anew AFTER UPDATE OF lease, keys_on ON lease_handback BEGIN
    DELETE FROM lease_standing WHERE id IN (OLD.lease, NEW.lease);
    INSERT INTO lease_standing (id) SELECT id FROM lease WHERE id IN (OLD.lease, NEW.lease);
END;

CREATE TRIGGER lease_standing_not_back AFTER DELETE ON lease_handback BEGIN
    DELETE FROM lease_standing WHERE id = OLD.lease;
    INSERT INTO lease_standing (id) VALUES (OLD.lease);
END;

-- Which stays go on, without opening the rows of those that are over.
DROP INDEX stay_term_stay;
CREATE INDEX stay_term_stay ON stay_term (stay, id, recorded_on, left_on);

-- What is claimed beside rent is paid after it, so it may be open however old it is.
CREATE INDEX rent_charge_beside ON rent_charge (lease)
    WHERE kind NOT IN ('rent', 'other_monthly') AND withdrawn_on IS NULL;
