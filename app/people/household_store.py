"""SQL of households and who lives in them."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from app.core.ids import HouseholdId, PersonId
from app.people.model import Household, HouseholdKind, Member, MemberDraft, Presence, Role
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert_household(
    unit: Unit, kind: HouseholdKind, members: tuple[MemberDraft, ...]
) -> HouseholdId:
    """A household with its first members."""
    household = HouseholdId(unit.insert("household", kind=kind))
    for member in members:
        add_member(unit, household, member)
    return household


def add_member(unit: Unit, household: HouseholdId, member: MemberDraft) -> int:
    """One more member from today."""
    return unit.insert(
        "household_member",
        household=household,
        person=member.person,
        role=member.role,
        presence=member.presence,
        since=unit.today,
    )


def household(db: Database, household_id: HouseholdId) -> Household | None:
    """One household with every member it has had."""
    members = db.select(
        _member,
        "SELECT m.id, m.person, p.given_name || ' ' || p.family_name, p.birth_date, m.role,"
        " m.presence, m.since, m.until FROM household_member m JOIN person p ON p.id = m.person"
        " WHERE m.household = ? ORDER BY m.id",
        (household_id,),
    )
    return db.first(
        lambda kind: Household(household_id, HouseholdKind(kind), members),
        "SELECT kind FROM household WHERE id = ?",
        (household_id,),
    )


def household_of(db: Database, person: PersonId, today: date) -> HouseholdId | None:
    """The household a person belongs to on a day; the newest when there are several."""
    return db.first(
        HouseholdId,
        "SELECT household FROM household_member WHERE person = ? AND since <= ?"
        " AND (until IS NULL OR until > ?) ORDER BY id DESC LIMIT 1",
        (person, today.isoformat(), today.isoformat()),
    )


def born(db: Database, people: Collection[PersonId]) -> Mapping[PersonId, date | None]:
    """When each of some people was born, where it is known."""
    return dict(
        db.select(
            lambda person, day: (PersonId(person), day_or_none(day)),
            "SELECT p.id, p.birth_date FROM json_each(?) j JOIN person p ON p.id = j.value",
            (json.dumps(sorted(people)),),
        )
    )


def together(
    db: Database, people: Collection[PersonId], today: date, on: date
) -> Mapping[PersonId, frozenset[PersonId]]:
    """Who are `on` a day in the household that each of some people belongs to today."""
    found: dict[PersonId, set[PersonId]] = defaultdict(set)
    for person, other in db.select(
        lambda person, other: (PersonId(person), PersonId(other)),
        "SELECT j.value, o.person FROM json_each(?1) j JOIN household_member o ON o.household ="
        " (SELECT m.household FROM household_member m WHERE m.person = j.value"
        "  AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) ORDER BY m.id DESC LIMIT 1)"
        " WHERE o.since <= ?3 AND (o.until IS NULL OR o.until > ?3)",
        (json.dumps(sorted(people)), today.isoformat(), on.isoformat()),
    ):
        found[person].add(other)
    return {person: frozenset(others) for person, others in found.items()}


def _member(
    member: int,
    person: int,
    name: str,
    born: str | None,
    role: str,
    presence: str,
    since: str,
    until: str | None,
) -> Member:
    return Member(
        id=member,
        person=PersonId(person),
        name=name.strip(),
        birth_date=date.fromisoformat(born) if born else None,
        role=Role(role),
        presence=Presence(presence),
        since=date.fromisoformat(since),
        until=date.fromisoformat(until) if until else None,
    )
