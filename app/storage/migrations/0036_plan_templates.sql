-- What a plan can begin from: the municipality's own to change (SD-02).
CREATE TABLE plan_template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    put_away_on TEXT
) STRICT;

CREATE TABLE template_goal (
    id INTEGER PRIMARY KEY,
    template INTEGER NOT NULL REFERENCES plan_template (id),
    area TEXT NOT NULL,
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    need TEXT NOT NULL CHECK (trim(need) <> '')
) STRICT;

CREATE INDEX template_goal_template ON template_goal (template);

-- Days are counted from the day the template is used.
CREATE TABLE template_measure (
    id INTEGER PRIMARY KEY,
    goal INTEGER NOT NULL REFERENCES template_goal (id),
    kind TEXT NOT NULL,
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    unit INTEGER REFERENCES service_unit (id),
    own_task INTEGER NOT NULL DEFAULT 0 CHECK (own_task IN (0, 1)),
    due_after INTEGER CHECK (due_after BETWEEN 0 AND 3660)
) STRICT;

CREATE INDEX template_measure_goal ON template_measure (goal);
CREATE INDEX template_measure_unit ON template_measure (unit);

INSERT INTO plan_template (id, name) VALUES
    (1, 'Orden på husleien'),
    (2, 'Ny i egen bolig'),
    (3, 'Flyktning på vei til egen bolig'),
    (4, 'Bo trygt med faste besøk'),
    (5, 'Barnefamilie som skal bli boende');

INSERT INTO template_goal (id, template, area, words, need) VALUES
    (1, 1, 'money', 'Jeg vil ha orden på husleien.', 'Husleien blir betalt for sent.'),
    (2, 1, 'money', 'Jeg vil vite hva jeg skylder.', 'Har ikke oversikt over gjelden.'),
    (3, 2, 'home', 'Jeg vil komme godt på plass.', 'Har ikke hatt egen bolig før, eller det er lenge siden.'),
    (4, 2, 'money', 'Jeg vil klare de faste utgiftene.', 'Trenger hjelp til strøm, forsikring og bostøtte.'),
    (5, 3, 'home', 'Jeg vil finne en bolig som er min egen.', 'Leieavtalen er på tre år og blir ikke fornyet.'),
    (6, 3, 'activity', 'Jeg vil lære norsk og komme i arbeid.', 'Trenger inntekt for å leie eller kjøpe selv.'),
    (7, 4, 'home', 'Jeg vil bo trygt og ha det ryddig.', 'Trenger hjelp hjemme for å klare å bo alene.'),
    (8, 4, 'health', 'Jeg vil ha noen å ringe når det blir vanskelig.', 'Blir alene når det går dårlig.'),
    (9, 5, 'children', 'Barna skal få bo her og gå på samme skole.', 'Familien kan miste boligen.'),
    (10, 5, 'money', 'Vi vil at pengene skal rekke ut måneden.', 'Inntekten dekker ikke husleie og faste utgifter.');

INSERT INTO template_measure (goal, kind, words, unit, own_task, due_after) VALUES
    (1, 'voluntary_deduction', 'Frivillig trekk av husleien', 2, 0, 30),
    (1, 'instalment_agreement', 'Avtale om å betale det som står igjen, litt hver måned', 1, 0, 14),
    (1, 'other', 'Si fra før forfall hvis det blir vanskelig å betale', NULL, 1, NULL),
    (2, 'debt_advice', 'Økonomisk rådgivning', 2, 0, 30),
    (2, 'other', 'Samle alle brev om gjeld i en perm', NULL, 1, 14),
    (3, 'start_package', 'Startpakke ved innflytting', 1, 0, 14),
    (3, 'tenancy_support', 'Booppfølging den første tiden', 3, 0, 90),
    (4, 'power_and_insurance', 'Strømavtale og innboforsikring', NULL, 1, 14),
    (4, 'bostotte', 'Søke bostøtte', 1, 0, 25),
    (5, 'private_rental_help', 'Hjelp til å finne en bolig å leie', 1, 0, 730),
    (5, 'startlan', 'Snakke om startlån', 1, 0, 365),
    (6, 'work_or_training', 'Introduksjonsprogram og norskkurs', 12, 0, 365),
    (7, 'home_visit', 'Faste besøk hjemme', 6, 0, 90),
    (7, 'practical_help', 'Praktisk hjelp i hjemmet', 5, 0, 60),
    (8, 'mental_health_support', 'Fast samtale med psykisk helse og rus', 6, 0, 60),
    (8, 'crisis_plan', 'Lage en kriseplan sammen', 1, 0, 30),
    (9, 'child_followup', 'Snakke med oppvekst om hva barna trenger', 10, 0, 30),
    (9, 'tenancy_support', 'Booppfølging', 3, 0, 90),
    (10, 'debt_advice', 'Økonomisk rådgivning', 2, 0, 30),
    (10, 'bostotte', 'Søke bostøtte', 1, 0, 25);
