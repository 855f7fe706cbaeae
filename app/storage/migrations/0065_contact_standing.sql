-- How contact stands with each person who has a note, all that is written taken into account:
-- kept by the triggers below, so that tens of thousands of notes are not counted at every opening.
-- `id` is the person, without pointing there: the row follows the notes and goes with them.
-- `known_on` is the newest day anything of it was written down; days before that are counted anew.
CREATE TABLE contact_standing (
    id INTEGER PRIMARY KEY,
    last_on TEXT,
    missed INTEGER NOT NULL DEFAULT 0,
    tried_on TEXT,
    follow_up_on TEXT,
    known_on TEXT NOT NULL DEFAULT ''
) STRICT;

-- a row is put in with the person alone, and counted
CREATE TRIGGER contact_standing_counted AFTER INSERT ON contact_standing BEGIN
    UPDATE contact_standing SET (last_on, missed, tried_on, follow_up_on) = (
        SELECT substr(a.met, 1, 10), (
            SELECT count(*) FROM contact_note n JOIN contact_note_told t ON t.id = (
                SELECT max(x.id) FROM contact_note_told x WHERE x.note = n.id
            ) WHERE n.person = NEW.id AND t.outcome = 'not_reached'
            AND t.happened_on || (10000000000 + n.id) > coalesce(a.met, '')
        ), a.tried, a.ahead FROM (
            SELECT max(
                CASE WHEN w.outcome IN ('reached', 'agreed_new')
                THEN w.happened_on || (10000000000 + s.id) END
            ) AS met,
            max(w.happened_on) AS tried,
            min(
                CASE WHEN w.follow_up_on IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM contact_follow_up f WHERE f.note = s.id)
                AND NOT EXISTS (
                    SELECT 1 FROM contact_note n JOIN contact_note_told t ON t.id = (
                        SELECT max(x.id) FROM contact_note_told x WHERE x.note = n.id
                    ) WHERE n.person = NEW.id AND n.id > s.id
                    AND t.happened_on >= w.follow_up_on
                ) THEN w.follow_up_on END
            ) AS ahead
            FROM contact_note s JOIN contact_note_told w ON w.id = (
                SELECT max(x.id) FROM contact_note_told x WHERE x.note = s.id
            ) WHERE s.person = NEW.id
        ) a
    ), known_on = max(
        coalesce((
            SELECT max(t.recorded_on) FROM contact_note n JOIN contact_note_told t ON t.note = n.id
            WHERE n.person = NEW.id
        ), ''),
        coalesce((
            SELECT max(f.done_on) FROM contact_note n JOIN contact_follow_up f ON f.note = n.id
            WHERE n.person = NEW.id
        ), '')
    ) WHERE id = NEW.id;
END;

INSERT INTO contact_standing (id)
SELECT DISTINCT n.person FROM contact_note n
WHERE EXISTS (SELECT 1 FROM contact_note_told t WHERE t.note = n.id);

CREATE TRIGGER contact_standing_told AFTER INSERT ON contact_note_told BEGIN
    DELETE FROM contact_standing WHERE id IN (SELECT person FROM contact_note WHERE id = NEW.note);
    INSERT INTO contact_standing (id) SELECT person FROM contact_note WHERE id = NEW.note;
END;

CREATE TRIGGER contact_standing_retold AFTER UPDATE OF
    note, recorded_on, happened_on, outcome, follow_up_on ON contact_note_told BEGIN
    DELETE FROM contact_standing WHERE id IN (
        SELECT person FROM contact_note WHERE id IN (OLD.note, NEW.note)
    );
    INSERT INTO contact_standing (id)
    SELECT DISTINCT n.person FROM contact_note n JOIN contact_note_told t ON t.note = n.id
    WHERE n.person IN (SELECT person FROM contact_note WHERE id IN (OLD.note, NEW.note));
END;

CREATE TRIGGER contact_standing_untold AFTER DELETE ON contact_note_told BEGIN
    DELETE FROM contact_standing WHERE id IN (SELECT person FROM contact_note WHERE id = OLD.note);
    INSERT INTO contact_standing (id)
    SELECT DISTINCT n.person FROM contact_note n JOIN contact_note_told t ON t.note = n.id
    WHERE n.person IN (SELECT person FROM contact_note WHERE id = OLD.note);
END;

CREATE TRIGGER contact_standing_moved AFTER UPDATE OF person ON contact_note BEGIN
    DELETE FROM contact_standing WHERE id IN (OLD.person, NEW.person);
    INSERT INTO contact_standing (id)
    SELECT DISTINCT n.person FROM contact_note n JOIN contact_note_told t ON t.note = n.id
    WHERE n.person IN (OLD.person, NEW.person);
END;

CREATE TRIGGER contact_standing_done AFTER INSERT ON contact_follow_up BEGIN
    DELETE FROM contact_standing WHERE id IN (SELECT person FROM contact_note WHERE id = NEW.note);
    INSERT INTO contact_standing (id)
    SELECT DISTINCT n.person FROM contact_note n JOIN contact_note_told t ON t.note = n.id
    WHERE n.person IN (SELECT person FROM contact_note WHERE id = NEW.note);
END;

CREATE TRIGGER contact_standing_redone AFTER UPDATE OF note, done_on ON contact_follow_up BEGIN
    DELETE FROM contact_standing WHERE id IN (
        SELECT person FROM contact_note WHERE id IN (OLD.note, NEW.note)
    );
    INSERT INTO contact_standing (id)
    SELECT DISTINCT n.person FROM contact_note n JOIN contact_note_told t ON t.note = n.id
    WHERE n.person IN (SELECT person FROM contact_note WHERE id IN (OLD.note, NEW.note));
END;

CREATE TRIGGER contact_standing_undone AFTER DELETE ON contact_follow_up BEGIN
    DELETE FROM contact_standing WHERE id IN (SELECT person FROM contact_note WHERE id = OLD.note);
    INSERT INTO contact_standing (id)
    SELECT DISTINCT n.person FROM contact_note n JOIN contact_note_told t ON t.note = n.id
    WHERE n.person IN (SELECT person FROM contact_note WHERE id = OLD.note);
END;

-- What the first reading of a day asks of levels, plans and measures, without opening the rows.
DROP INDEX help_level_person;
CREATE INDEX help_level_held ON help_level (person, since, id, level);
DROP INDEX plan_person;
CREATE INDEX plan_of_person ON plan (person, started_on, id, evaluation_on);
DROP INDEX plan_state_plan;
CREATE INDEX plan_state_newest ON plan_state (plan, since, id, state);
CREATE INDEX plan_kind_individual ON plan_kind (plan) WHERE kind = 'individual_plan';
DROP INDEX measure_due;
CREATE INDEX measure_due ON measure (due_on, person) WHERE due_on IS NOT NULL;
DROP INDEX measure_to_evaluate;
CREATE INDEX measure_to_evaluate ON measure (evaluate_on, person) WHERE evaluate_on IS NOT NULL;
DROP INDEX measure_state_measure;
CREATE INDEX measure_state_newest ON measure_state (measure, id, since, state);
CREATE INDEX consent_with_end ON consent (until, person) WHERE until IS NOT NULL;
CREATE INDEX unit_basis_with_end ON unit_basis (person, service_unit)
    WHERE until IS NOT NULL AND known_by <> 'consent';
CREATE INDEX cooperation_agreement_to_evaluate ON cooperation_agreement (evaluation_on, id)
    WHERE evaluation_on IS NOT NULL;
