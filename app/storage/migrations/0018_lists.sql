-- The newest state of each application, kept by the triggers below and read by long lists: no
-- state is ever dated ahead, so it is the state today.
CREATE TABLE application_newest (
    id INTEGER PRIMARY KEY REFERENCES application (id),
    state TEXT NOT NULL
) STRICT;

CREATE INDEX application_newest_state ON application_newest (state);

INSERT INTO application_newest (id, state)
SELECT a.id, (
    SELECT f.state FROM application_state f WHERE f.application = a.id
    ORDER BY f.since DESC, f.id DESC LIMIT 1
) FROM application a;

CREATE TRIGGER application_newest_insert AFTER INSERT ON application_state BEGIN
    DELETE FROM application_newest WHERE id = NEW.application;
    INSERT INTO application_newest (id, state)
    SELECT f.application, f.state FROM application_state f WHERE f.application = NEW.application
    ORDER BY f.since DESC, f.id DESC LIMIT 1;
END;

CREATE TRIGGER application_newest_update AFTER UPDATE ON application_state BEGIN
    DELETE FROM application_newest WHERE id = NEW.application;
    INSERT INTO application_newest (id, state)
    SELECT f.application, f.state FROM application_state f WHERE f.application = NEW.application
    ORDER BY f.since DESC, f.id DESC LIMIT 1;
END;

CREATE TRIGGER application_newest_delete AFTER DELETE ON application_state BEGIN
    DELETE FROM application_newest WHERE id = OLD.application;
    INSERT INTO application_newest (id, state)
    SELECT f.application, f.state FROM application_state f WHERE f.application = OLD.application
    ORDER BY f.since DESC, f.id DESC LIMIT 1;
END;
