"""SQL of what makes a person count as homeless, and of what is told and found by hand."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date

from app.applications.fact_store import GROUP, OTHER_GROUPS, group_of, groups_of, latest, needs_of
from app.applications.intake.model import IncomeKind
from app.applications.model import ApplicationState
from app.core.ids import PersonId, Ref
from app.overview.homeless.model import (
    BornIn,
    HomelessIncome,
    HomelessProfile,
    HomelessSource,
    PlaceOfStay,
    Sex,
    Sign,
    Told,
    WhoFacts,
    YesNo,
)
from app.overview.homeless.rules import PLACE_BY_NEED, by_group, place_by_needs
from app.people.address_store import PROTECTION_ON
from app.people.model import AddressProtection
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_OPEN = ", ".join(f"'{state.value}'" for state in ApplicationState if state.open)
_NEEDS = ", ".join(f"'{need.value}'" for need in PLACE_BY_NEED)
# one for each adult who lives in the household on the day, and the applicant in any case
_APPLYING = (
    "SELECT DISTINCT coalesce(m.person, a.applicant), (SELECT min(n.since)"
    f"  FROM application_need n WHERE n.application = a.id AND n.category IN ({_NEEDS})"
    "   AND n.since <= ?1 AND (n.until IS NULL OR n.until > ?1)), a.id,"
    " (SELECT group_concat(n.category, ' ') FROM application_need n WHERE n.application = a.id"
    "   AND n.since <= ?1 AND (n.until IS NULL OR n.until > ?1)),"
    f" a.children_told, {GROUP}, {OTHER_GROUPS}, coalesce(m.person, a.applicant) = a.applicant"
    " FROM application a LEFT JOIN household_member m ON m.household = a.household"
    "  AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1)"
    "  AND (m.person = a.applicant OR (m.role <> 'child' AND m.presence = 'lives_here'))"
    " WHERE a.received_on <= ?1 AND {among} AND EXISTS (SELECT 1 FROM application_need n"
    f"  WHERE n.application = a.id AND n.category IN ({_NEEDS})"
    "  AND n.since <= ?1 AND (n.until IS NULL OR n.until > ?1))"
)
# the newest states are at hand, so that the closed are not looked at
_NOW = f"a.id IN (SELECT id FROM application_newest WHERE state IN ({_OPEN}))"
_THEN = (
    f"a.id IN (SELECT application FROM application_need WHERE category IN ({_NEEDS})"
    "  AND since <= ?1 AND (until IS NULL OR until > ?1))"
    f" AND {latest('application_state', 'state')} IN ({_OPEN})"
)
_STAYING = (
    "SELECT s.person, s.began_on, s.id, s.children FROM stay s WHERE s.began_on <= ?1"
    " AND NOT EXISTS (SELECT 1 FROM stay_term t WHERE t.id ="
    "  (SELECT max(id) FROM stay_term u WHERE u.stay = s.id) AND t.left_on <= ?1)"
)
_INCOMES = {
    IncomeKind.SOCIAL_ASSISTANCE: HomelessIncome.SOCIAL_ASSISTANCE,
    IncomeKind.WORK: HomelessIncome.WORK,
    **dict.fromkeys(
        (
            IncomeKind.PENSION,
            IncomeKind.DISABILITY_BENEFIT,
            IncomeKind.WORK_ASSESSMENT_ALLOWANCE,
            IncomeKind.UNEMPLOYMENT_BENEFIT,
            IncomeKind.SICKNESS_BENEFIT,
            IncomeKind.TRANSITIONAL_BENEFIT,
            IncomeKind.INTRODUCTION_BENEFIT,
        ),
        HomelessIncome.BENEFIT,
    ),
}


def began(db: Database) -> date | None:
    """The first day the register knows of anyone; None while it knows nobody."""
    return db.first(
        day_or_none,
        "SELECT min(day) FROM (SELECT min(received_on) AS day FROM application"
        " UNION ALL SELECT min(began_on) FROM stay UNION ALL SELECT min(since) FROM homeless_told)",
    )


def signs(db: Database, day: date, *, now: bool) -> tuple[Sign, ...]:
    """Open applications with a need of A1 to A5, and nights without a lease, on a day.

    `now` when the day is today.
    """
    iso, applying = (day.isoformat(),), _APPLYING.replace("{among}", _NOW if now else _THEN)
    return (*db.select(_applying, applying, iso), *db.select(_staying, _STAYING, iso))


def _applying(*row: object) -> Sign:
    groups = set(groups_of(row[6])) | ({group} if (group := group_of(row[5])) else set())
    drugs, mental = by_group(groups) if row[7] else (YesNo.UNKNOWN, YesNo.UNKNOWN)
    return Sign(
        PersonId(int(str(row[0]))),
        date.fromisoformat(str(row[1])),
        HomelessSource.APPLICATION,
        place_by_needs(needs_of(row[3])),
        Ref("application", int(str(row[2]))),
        children=int(str(row[4] or 0)),
        drugs=drugs,
        mental=mental,
    )


def _staying(person: int, since: str, stay: int, children: int) -> Sign:
    return Sign(
        PersonId(person),
        date.fromisoformat(since),
        HomelessSource.STAY,
        PlaceOfStay.TEMPORARY_OFFER,
        Ref("stay", stay),
        children=children,
    )


def told(db: Database, day: date) -> Mapping[PersonId, Sequence[Told]]:
    """What was told of each by a day, oldest first."""
    found: dict[PersonId, list[Told]] = defaultdict(list)
    for each in db.select(
        lambda person, since, homeless, place: Told(
            PersonId(person), date.fromisoformat(since), homeless == 1, PlaceOfStay(place)
        ),
        "SELECT person, since, homeless, place FROM homeless_told WHERE since <= ?"
        " ORDER BY since, id",
        (day.isoformat(),),
    ):
        found[each.person].append(each)
    return found


def profiles(db: Database, day: date) -> dict[PersonId, HomelessProfile]:
    """The newest answers of each by a day."""
    return dict(
        db.select(
            lambda person, sex, income, born, drugs, mental, evicted, before, since: (
                PersonId(person),
                HomelessProfile(
                    Sex(sex),
                    HomelessIncome(income),
                    BornIn(born),
                    YesNo(drugs),
                    YesNo(mental),
                    YesNo(evicted),
                    YesNo(before),
                    day_or_none(since),
                ),
            ),
            "SELECT person, sex, income, born_in, drugs, mental, evicted, before,"
            " homeless_since FROM homeless_profile WHERE since <= ? ORDER BY since, id",
            (day.isoformat(),),
        )
    )


def checks(db: Database, year: int) -> dict[PersonId, bool]:
    """What week 48 of a year has found about each: the newest look holds."""
    return dict(
        db.select(
            lambda person, homeless: (PersonId(person), homeless == 1),
            "SELECT person, homeless FROM homeless_check WHERE year = ? ORDER BY id",
            (year,),
        )
    )


def who(db: Database, people: Iterable[PersonId], day: date) -> dict[PersonId, WhoFacts]:
    """What each is called, and what is known of them anyway."""
    named, iso = json.dumps(sorted(set(people))), day.isoformat()
    evicted, incomes = _evicted(db, named, day), _incomes(db, named, iso)

    def made(*row: object) -> tuple[PersonId, WhoFacts]:
        person = PersonId(int(str(row[0])))
        return person, WhoFacts(
            name=str(row[1]),
            protection=AddressProtection(str(row[2])),
            born_on=day_or_none(row[3]),
            household=None if row[4] is None else int(str(row[4])),
            adults=max(1, int(str(row[5] or 1))),
            children=int(str(row[6] or 0)),
            evicted=person in evicted,
            income=incomes.get(person, HomelessIncome.UNKNOWN),
        )

    home = (
        "(SELECT m.household FROM household_member m WHERE m.person = p.id AND m.since <= ?1"
        " AND (m.until IS NULL OR m.until > ?1) ORDER BY m.id DESC LIMIT 1)"
    )
    living = (
        "(SELECT count(*) FROM household_member x WHERE x.household = q.home"
        " AND (x.role = 'child') = {child} AND x.presence = 'lives_here' AND x.since <= ?1"
        " AND (x.until IS NULL OR x.until > ?1))"
    )
    return dict(
        db.select(
            made,
            "SELECT q.id, q.name, q.level, q.birth_date, q.home,"
            f" {living.format(child=0)}, {living.format(child=1)} FROM (SELECT p.id AS id,"
            f" trim(p.given_name || ' ' || p.family_name) AS name, {PROTECTION_ON} AS level,"
            " p.birth_date AS birth_date,"
            f" {home} AS home FROM person p"
            " WHERE p.id IN (SELECT value FROM json_each(?2))) q",
            (iso, named),
        )
    )


def _evicted(db: Database, named: str, day: date) -> frozenset[PersonId]:
    """Those put out of a home in the half year before the day."""
    return frozenset(
        db.select(
            PersonId,
            "SELECT DISTINCT c.person FROM eviction_outcome o"
            " JOIN eviction_case c ON c.id = o.eviction_case"
            " WHERE o.outcome = 'carried_out' AND o.since <= ?1"
            " AND o.since > date(?1, '-6 months')"
            " AND c.person IN (SELECT value FROM json_each(?2))",
            (day.isoformat(), named),
        )
    )


def _incomes(db: Database, named: str, iso: str) -> dict[PersonId, HomelessIncome]:
    """The largest income of each in the newest form."""
    return dict(
        db.select(
            lambda person, kind: (
                PersonId(person),
                _INCOMES.get(IncomeKind(kind), HomelessIncome.OTHER),
            ),
            "SELECT i.person, i.kind FROM intake_income i JOIN application a"
            " ON a.id = i.application WHERE a.received_on <= ?1"
            " AND i.person IN (SELECT value FROM json_each(?2))"
            " ORDER BY a.received_on, a.id, i.monthly, i.id",
            (iso, named),
        )
    )


# by hand


def add_told(unit: Unit, told: Told) -> None:
    """What we are told of a person from a day."""
    unit.insert(
        "homeless_told",
        person=told.person,
        since=told.since,
        homeless=told.homeless,
        place=told.place,
    )


def add_profile(unit: Unit, person: PersonId, since: date, profile: HomelessProfile) -> None:
    """The answers about a person from a day."""
    values: dict[str, object] = {each.name: getattr(profile, each.name) for each in fields(profile)}
    unit.insert("homeless_profile", person=person, since=since, **values)


def add_check(unit: Unit, person: PersonId, year: int, *, homeless: bool) -> None:
    """What week 48 found about a person."""
    unit.insert(
        "homeless_check", person=person, year=year, checked_on=unit.today, homeless=homeless
    )


_HELD = (
    "SELECT 'homeless_told', id, person FROM homeless_told WHERE place <> 'unknown'"
    " AND person IN ({named})"
    " UNION ALL SELECT 'planned_discharge', d.id, a.applicant FROM planned_discharge d"
    " JOIN application a ON a.id = d.application WHERE d.place <> '' AND a.applicant IN ({named})"
    # and what was taken back since
    " UNION SELECT c.table_name, c.row_id, json_extract(c.before, '$.person') FROM change c"
    " WHERE c.table_name = 'homeless_told' AND c.kind = 'delete' AND c.salt IS NOT NULL"
    " AND json_extract(c.before, '$.person') IN ({named})"
    " UNION SELECT c.table_name, c.row_id, a.applicant FROM change c JOIN application a"
    " ON a.id = json_extract(c.before, '$.application') WHERE c.table_name = 'planned_discharge'"
    " AND c.kind = 'delete' AND c.salt IS NOT NULL AND a.applicant IN ({named})"
    " ORDER BY 1, 2"
)


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Rows that tell where someone stays or leaves from, also those taken back (ADR-05)."""
    return db.select(
        lambda table, row, person: (Ref(table, row), PersonId(person)),
        _HELD.format(named="SELECT value FROM json_each(?1)"),
        (json.dumps(sorted(people)),),
    )


def hide_place(unit: Unit, ref: Ref) -> None:
    """Only that they were without a home, or leave on a day, is left."""
    place = "unknown" if ref.kind == "homeless_told" else ""
    unit.execute(f"UPDATE {ref.kind} SET place = ? WHERE id = ?", (place, ref.id))
