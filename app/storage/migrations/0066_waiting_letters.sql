-- What the first reading of a day asks of ten years of leases, letters and dwellings.

-- The last day a lease was ended to, newest said first, without opening the rows.
CREATE INDEX lease_ending_newest ON lease_ending (lease, id, recorded_on, last_day, cause);

-- Letters that went out or came since a day.
CREATE INDEX dispatch_told ON dispatch (coalesce(arrived_on, sent_on), document);

-- The newest status of a dwelling, with what it says.
DROP INDEX dwelling_status_day;
CREATE INDEX dwelling_status_day ON dwelling_status (dwelling, since, id, status);

-- «Skal sendes»: finished letters that hold, with no sending that has not come back; kept by the
-- triggers below.
CREATE TABLE letter_waiting (
    id INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE
) STRICT;

DROP INDEX document_unsent;

INSERT INTO letter_waiting (id)
SELECT d.id FROM document d WHERE d.to_send = 1
AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);

CREATE TRIGGER letter_waiting_document AFTER INSERT ON document WHEN NEW.to_send = 1 BEGIN
    INSERT INTO letter_waiting (id) VALUES (NEW.id);
END;

CREATE TRIGGER letter_waiting_dispatch_insert AFTER INSERT ON dispatch BEGIN
    DELETE FROM letter_waiting WHERE id IN (NEW.document);
    INSERT INTO letter_waiting (id)
    SELECT d.id FROM document d WHERE d.id IN (NEW.document) AND d.to_send = 1
    AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);
END;

CREATE TRIGGER letter_waiting_dispatch_update AFTER UPDATE ON dispatch BEGIN
    DELETE FROM letter_waiting WHERE id IN (OLD.document, NEW.document);
    INSERT INTO letter_waiting (id)
    SELECT d.id FROM document d WHERE d.id IN (OLD.document, NEW.document) AND d.to_send = 1
    AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);
END;

CREATE TRIGGER letter_waiting_dispatch_delete AFTER DELETE ON dispatch BEGIN
    DELETE FROM letter_waiting WHERE id IN (OLD.document);
    INSERT INTO letter_waiting (id)
    SELECT d.id FROM document d WHERE d.id IN (OLD.document) AND d.to_send = 1
    AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);
END;

CREATE TRIGGER letter_waiting_document_state_insert AFTER INSERT ON document_state BEGIN
    DELETE FROM letter_waiting WHERE id IN (NEW.document);
    INSERT INTO letter_waiting (id)
    SELECT d.id FROM document d WHERE d.id IN (NEW.document) AND d.to_send = 1
    AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);
END;

CREATE TRIGGER letter_waiting_document_state_update AFTER UPDATE ON document_state BEGIN
    DELETE FROM letter_waiting WHERE id IN (OLD.document, NEW.document);
    INSERT INTO letter_waiting (id)
    SELECT d.id FROM document d WHERE d.id IN (OLD.document, NEW.document) AND d.to_send = 1
    AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);
END;

CREATE TRIGGER letter_waiting_document_state_delete AFTER DELETE ON document_state BEGIN
    DELETE FROM letter_waiting WHERE id IN (OLD.document);
    INSERT INTO letter_waiting (id)
    SELECT d.id FROM document d WHERE d.id IN (OLD.document) AND d.to_send = 1
    AND NOT EXISTS (SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = d.id);
END;

-- The few letters that came back.
CREATE INDEX dispatch_returned ON dispatch (returned_on, document) WHERE returned_on IS NOT NULL;
