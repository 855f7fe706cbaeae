-- Measures with a day that waits: to be done by, while nobody has said done or not done; to be
-- looked at, while nobody has since that day. Kept by the triggers below, so that the many that are
-- over are not gone through at every opening. `id` is the measure, without pointing there: the row
-- follows the states of the measure and goes with them.
CREATE TABLE measure_waiting (
    id INTEGER PRIMARY KEY,
    person INTEGER,
    due_on TEXT,
    evaluate_on TEXT
) STRICT;

DROP INDEX measure_due;
CREATE INDEX measure_waiting_due ON measure_waiting (due_on, person) WHERE due_on IS NOT NULL;
DROP INDEX measure_to_evaluate;
CREATE INDEX measure_waiting_evaluate ON measure_waiting (evaluate_on, person)
    WHERE evaluate_on IS NOT NULL;

INSERT INTO measure_waiting (id, person, due_on, evaluate_on)
SELECT id, person, due_on, evaluate_on FROM (
    SELECT m.id, m.person,
    CASE WHEN s.state NOT IN ('done', 'not_done') THEN m.due_on END AS due_on,
    CASE WHEN s.state <> 'not_done' AND NOT EXISTS (
        SELECT 1 FROM measure_evaluation v
        WHERE v.measure = m.id AND v.evaluated_on >= m.evaluate_on
    ) THEN m.evaluate_on END AS evaluate_on
    FROM measure m JOIN measure_state s ON s.id = (
        SELECT max(n.id) FROM measure_state n WHERE n.measure = m.id
    )
) WHERE due_on IS NOT NULL OR evaluate_on IS NOT NULL;

-- a row is put in with the measure alone, and goes again where no day waits
CREATE TRIGGER measure_waiting_looked_up AFTER INSERT ON measure_waiting BEGIN
    UPDATE measure_waiting SET (person, due_on, evaluate_on) = (
        SELECT m.person,
        CASE WHEN s.state NOT IN ('done', 'not_done') THEN m.due_on END,
        CASE WHEN s.state <> 'not_done' AND NOT EXISTS (
            SELECT 1 FROM measure_evaluation v
            WHERE v.measure = m.id AND v.evaluated_on >= m.evaluate_on
        ) THEN m.evaluate_on END
        FROM measure m JOIN measure_state s ON s.id = (
            SELECT max(n.id) FROM measure_state n WHERE n.measure = m.id
        ) WHERE m.id = NEW.id
    ) WHERE id = NEW.id;
    DELETE FROM measure_waiting
    WHERE id = NEW.id AND due_on IS NULL AND evaluate_on IS NULL;
END;

CREATE TRIGGER measure_waiting_changed AFTER UPDATE OF
    person, due_on, evaluate_on ON measure BEGIN
    DELETE FROM measure_waiting WHERE id = NEW.id;
    INSERT INTO measure_waiting (id) VALUES (NEW.id);
END;

CREATE TRIGGER measure_waiting_stated AFTER INSERT ON measure_state BEGIN
    DELETE FROM measure_waiting WHERE id = NEW.measure;
    INSERT INTO measure_waiting (id) VALUES (NEW.measure);
END;

CREATE TRIGGER measure_waiting_restated AFTER UPDATE OF measure, state ON measure_state BEGIN
    DELETE FROM measure_waiting WHERE id IN (OLD.measure, NEW.measure);
    INSERT INTO measure_waiting (id) SELECT id FROM measure WHERE id IN (OLD.measure, NEW.measure);
END;

CREATE TRIGGER measure_waiting_unstated AFTER DELETE ON measure_state BEGIN
    DELETE FROM measure_waiting WHERE id = OLD.measure;
    INSERT INTO measure_waiting (id) VALUES (OLD.measure);
END;

CREATE TRIGGER measure_waiting_evaluated AFTER INSERT ON measure_evaluation BEGIN
    DELETE FROM measure_waiting WHERE id = NEW.measure;
    INSERT INTO measure_waiting (id) VALUES (NEW.measure);
END;

CREATE TRIGGER measure_waiting_reevaluated AFTER UPDATE OF
    measure, evaluated_on ON measure_evaluation BEGIN
    DELETE FROM measure_waiting WHERE id IN (OLD.measure, NEW.measure);
    INSERT INTO measure_waiting (id) SELECT id FROM measure WHERE id IN (OLD.measure, NEW.measure);
END;

CREATE TRIGGER measure_waiting_unevaluated AFTER DELETE ON measure_evaluation BEGIN
    DELETE FROM measure_waiting WHERE id = OLD.measure;
    INSERT INTO measure_waiting (id) VALUES (OLD.measure);
END;
