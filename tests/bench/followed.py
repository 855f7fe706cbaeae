"""Many who are followed up, with all that their pages show. Set-based, to be fast."""

import re
from datetime import date

from app.core.ids import PersonId
from app.followup.plans.editions import dumps
from app.office import Office
from app.storage.unit import Unit

FOLLOWED = 3000
FIRST = 5001
"""The first of them; most of them are tenants too."""

_PEOPLE = "(SELECT id AS n FROM person WHERE id BETWEEN 5001 AND 8000)"
_TIMES = (
    r"(WITH RECURSIVE s (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM s WHERE x < \1)"
    " SELECT x FROM s)"
)
_OWNERS = (
    "INSERT INTO case_owner (person, since, unit, coordinator, phone, reason)"
    " SELECT n, date(?1, '-' || (1200 - x * 300 - n % 200) || ' days'), n % 7 + 1,"
    " 'Siv Prøve ' || (n % 12), '40000000', 'Ny eier' FROM PEOPLE, TIMES(2)"
)
_LEVELS = (
    "INSERT INTO help_level (person, since, level, reason, owner)"
    " SELECT n, date(?1, '-' || (1200 - x * 300 - n % 200) || ' days'), (n + x) % 4 + 1,"
    " 'Vurdert sammen', (SELECT o.id FROM case_owner o WHERE o.person = n LIMIT 1)"
    " FROM PEOPLE, TIMES(3)"
)
_NEEDS = (
    "INSERT INTO followup_need (person, area, words, since) SELECT n, 'money',"
    " 'Husleien blir betalt for sent.', date(?1, '-400 days') FROM PEOPLE"
)
_PLANS = (
    "INSERT INTO plan (person, started_on, contact_name, next_step, next_talk_on, evaluation_on)"
    " SELECT n, date(?1, '-300 days'), 'Siv Prøve', 'Leie selv', date(?1, '+20 days'),"
    " date(?1, (n % 120 - 10) || ' days') FROM PEOPLE WHERE n % 20 <> 0"
)
_KINDS = "INSERT INTO plan_kind (plan, since, kind) SELECT id, started_on, 'malplan' FROM plan"
_STATES = (
    "INSERT INTO plan_state (plan, since, state) SELECT p.id, p.started_on, x.state FROM plan p"
    " JOIN (SELECT 'draft' AS state UNION ALL SELECT 'active') x ORDER BY p.id, x.state DESC"
)
_GOALS = (
    "INSERT INTO goal (person, need, area, words, target_on) SELECT d.person, d.id, 'money',"
    " 'Jeg vil ha orden på husleien.', date(?1, '+200 days') FROM followup_need d, TIMES(3)"
)
_GOAL_STATES = (
    "INSERT INTO goal_state (goal, since, state) SELECT id,"
    " date(?1, '-' || (id % 290) || ' days'), CASE id % 9 WHEN 0 THEN 'reached'"
    " ELSE 'in_progress' END FROM goal"
)
_MEASURES = (
    "INSERT INTO measure (person, kind, goal, unit, words, responsible, due_on, evaluate_on)"
    " SELECT g.person, 'debt_advice', g.id, x + 1, 'Økonomisk rådgivning', 'Siv Prøve',"
    " date(?1, ((g.id * 7 + x) % 300 - 3) || ' days'),"
    " date(?1, ((g.id * 7 + x) % 200 - 2) || ' days') FROM goal g, TIMES(6)"
)
_MEASURE_STATES = (
    "INSERT INTO measure_state (measure, since, state) SELECT m.id,"
    " date(?1, '-' || (m.id % 200 + 50) || ' days'), x.state FROM measure m"
    " JOIN (SELECT 'planned' AS state UNION ALL SELECT 'in_progress') x ORDER BY m.id, x.state DESC"
)
_LOOKED_AT = (
    "INSERT INTO measure_evaluation (measure, evaluated_on, result)"
    " SELECT id, date(?1, '-30 days'), 'helped_partly' FROM measure WHERE id % 3 = 0"
)
_NOTES = "INSERT INTO contact_note (person) SELECT n FROM PEOPLE, TIMES(10)"
_TOLD = (
    "INSERT INTO contact_note_told (note, recorded_on, written_by, happened_on, channel, outcome,"
    " words, follow_up_on) SELECT id, day, 'Siv Prøve', day, 'phone',"
    " CASE id % 5 WHEN 0 THEN 'not_reached' ELSE 'reached' END, 'Snakket om husleien.',"
    " CASE id % 500 WHEN 0 THEN date(?1, '-2 days') END"
    " FROM (SELECT id, date(?1, '-' || (id * 13 % 150) || ' days') AS day FROM contact_note)"
)
_CONSENTS = (
    "INSERT INTO consent (person, scope, since, until) SELECT n,"
    " CASE x WHEN 1 THEN 'talk_with_nav' ELSE 'talk_with_health' END, date(?1, '-200 days'),"
    " date(?1, '+' || (n % 400 + 29) || ' days') FROM PEOPLE, TIMES(2)"
)
_BASES = (
    "INSERT INTO unit_basis (person, service_unit, since, known_by, consent) SELECT person,"
    " CASE scope WHEN 'talk_with_nav' THEN 2 ELSE 6 END, since, 'consent', id FROM consent"
)
_SERVICES = (
    "INSERT INTO service_given (person, service_unit, what, since)"
    " SELECT n, x * 4 - 2, 'Hjelp hjemme', date(?1, '-100 days') FROM PEOPLE, TIMES(2)"
)
_CONTACTS = (
    "INSERT INTO unit_contact (person, service_unit, name, phone, since)"
    " SELECT n, x * 4 - 2, 'Roar Test', '40000000', date(?1, '-100 days')"
    " FROM PEOPLE, TIMES(2)"
)
_ASSESSED = (
    "INSERT INTO needs_assessment (person, held_on, finished_on) SELECT n,"
    " date(?1, '-350 days'), date(?1, '-350 days') FROM PEOPLE WHERE n % 10 <> 0"
)
_AREAS = (
    "INSERT INTO needs_assessment_area (assessment, area, answer, words)"
    " SELECT id, 'tenancy_skills', 'works', 'Bor bra' FROM needs_assessment"
)


def follow(office: Office) -> None:
    """3,000 people with three levels each, owners, plans, notes, consents and services."""
    today = office.clock.today()
    with office.unit("bench.followed") as unit:
        for sql in (_OWNERS, _LEVELS, _NEEDS, _PLANS, _KINDS, _STATES, _GOALS, _GOAL_STATES):
            _put(unit, sql, today)
        for sql in (_MEASURES, _MEASURE_STATES, _LOOKED_AT, _NOTES, _TOLD, _CONSENTS, _BASES):
            _put(unit, sql, today)
        for sql in (_SERVICES, _CONTACTS, _ASSESSED, _AREAS):
            _put(unit, sql, today)
        unit.subject = None
    _editions(office)


def _editions(office: Office) -> None:
    """One each; they are as long as a real one."""
    plan = office.plans.of(PersonId(FIRST))
    content = dumps(office.plans.content(plan.id)) if plan is not None else "{}"
    with office.unit("bench.printed") as unit:
        unit.execute(
            "INSERT INTO plan_edition (plan, number, made_on, content)"
            " SELECT id, 1, started_on, ? FROM plan",
            (content,),
        )
        unit.subject = None


def _put(unit: Unit, sql: str, today: date) -> None:
    """Run one statement; it names today as ?1, everyone as PEOPLE and a count as TIMES(n)."""
    whole = re.sub(r"TIMES\((\d+)\)", _TIMES, sql.replace("PEOPLE", _PEOPLE))
    unit.execute(whole, (today.isoformat(),) if "?1" in sql else ())
