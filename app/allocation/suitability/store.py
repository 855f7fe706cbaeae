"""SQL of what dwellings are suited to, and of what households need of one."""

import json
from collections.abc import Iterable
from datetime import date

from app.allocation.suitability.model import Suitability, Wants
from app.applications.intake.model import Requirement
from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId
from app.core.money import Ore
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "since, emergency, not_for_children, for_groups, meets, lacks, environment"
_CHILD = (
    "(EXISTS (SELECT 1 FROM household_member m JOIN person p ON p.id = m.person"
    " WHERE m.household = a.household AND (m.until IS NULL OR m.until > ?1)"
    " AND (m.role = 'child' OR p.birth_date > date(?1, '-18 years')))"
    " OR coalesce(a.children_told, 0) > 0)"
)


def of(db: Database, dwelling: DwellingId, day: date) -> Suitability | None:
    """What holds for a dwelling on a day; None when nobody has said."""
    return db.first(
        _suitability,
        f"SELECT {_COLUMNS} FROM dwelling_suitability WHERE dwelling = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )


def _suitability(*row: object) -> Suitability:
    since, emergency, not_for_children, for_groups, meets, lacks, environment = row
    return Suitability(
        since=date.fromisoformat(str(since)),
        emergency=emergency == 1,
        not_for_children=not_for_children == 1,
        for_groups=frozenset(TargetGroup(each) for each in json.loads(str(for_groups))),
        meets=frozenset(Requirement(each) for each in json.loads(str(meets))),
        lacks=frozenset(Requirement(each) for each in json.loads(str(lacks))),
        environment=str(environment),
    )


def add(unit: Unit, dwelling: DwellingId, suitability: Suitability, since: date) -> int:
    """What holds for a dwelling from a day."""
    return unit.insert(
        "dwelling_suitability",
        dwelling=dwelling,
        since=since,
        emergency=suitability.emergency,
        not_for_children=suitability.not_for_children,
        for_groups=_codes(suitability.for_groups),
        meets=_codes(suitability.meets),
        lacks=_codes(suitability.lacks),
        environment=suitability.environment,
    )


def _codes(codes: Iterable[str]) -> str:
    return json.dumps(sorted(str(code) for code in codes))


def has_child(db: Database, application: ApplicationId, day: date) -> bool:
    """Whether there is a child in the household, in any presence, or one is told of."""
    sql = f"SELECT {_CHILD} FROM application a WHERE a.id = ?2"
    return db.value(int, sql, (day.isoformat(), application)) == 1


def wants(
    db: Database, applications: Iterable[ApplicationId], day: date
) -> dict[ApplicationId, Wants]:
    """What each of some requests says; the form belongs to the case that was first."""
    named = sorted(set(applications))
    marks = ", ".join("?" * len(named))
    asked = _requirements(db, named, marks, day)

    def make(*row: object) -> tuple[ApplicationId, Wants]:
        application = ApplicationId(int(str(row[0])))
        return application, _wants(row, asked.get(application, frozenset()))

    found = db.select(
        make,
        f"SELECT a.id, {_CHILD}, coalesce(i.area_wanted, ''), coalesce(i.school, ''),"
        " i.by_agreement, i.owed, i.owed_plan_on, max(coalesce(i.evicted_on, ''),"
        " coalesce(i.breach_on, '')) FROM application a"
        " LEFT JOIN intake i ON i.application = coalesce(a.opened_with, a.id)"
        f" WHERE a.id IN ({marks})",
        (day.isoformat(), *named),
    )
    return dict(found)


def _wants(row: tuple[object, ...], requirements: frozenset[Requirement]) -> Wants:
    _, child, area, school, by_agreement, owed, planned_on, left = row
    return Wants(
        has_child=child == 1,
        requirements=requirements,
        area=str(area).strip(),
        school=str(school).strip(),
        by_agreement=by_agreement == 1,
        owed=None if owed is None else Ore(int(str(owed))),
        planned_on=day_or_none(planned_on),
        left_badly_on=day_or_none(left or None),
    )


def _requirements(
    db: Database, named: list[ApplicationId], marks: str, day: date
) -> dict[ApplicationId, frozenset[Requirement]]:
    found = db.select(
        lambda application, code: (ApplicationId(application), Requirement(code)),
        "SELECT a.id, m.code FROM intake_mark m"
        " JOIN application a ON coalesce(a.opened_with, a.id) = m.application"
        " WHERE m.kind = 'requirement' AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1)"
        f" AND a.id IN ({marks})",
        (day.isoformat(), *named),
    )
    asked: dict[ApplicationId, set[Requirement]] = {}
    for application, code in found:
        asked.setdefault(application, set()).add(code)
    return {application: frozenset(codes) for application, codes in asked.items()}
