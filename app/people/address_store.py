"""SQL of addresses and how far each is kept secret, from a day."""

from datetime import date

from app.core.ids import PersonId, Ref
from app.people.model import Address, Protection
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_LEVEL = (
    "coalesce((SELECT level FROM address_protection a WHERE a.person = p.id AND a.since <= {}"
    " ORDER BY a.since DESC, a.id DESC LIMIT 1), 'none')"
)
PROTECTION = _LEVEL.format("?")
PROTECTION_ON = _LEVEL.format("?1")
"""The level of a person `p` on a day, the first of the values."""


def add_address(unit: Unit, person: PersonId, address: Address, since: date) -> None:
    """Where post reaches the person from a day."""
    unit.insert(
        "person_address",
        person=person,
        since=since,
        care_of=address.care_of,
        line=address.line,
        postal_code=address.postal_code,
        postal_place=address.postal_place,
    )


def add_protection(unit: Unit, person: PersonId, protection: Protection) -> None:
    """A level from a day."""
    unit.insert(
        "address_protection",
        person=person,
        since=protection.since,
        level=protection.level,
        source=protection.source,
    )


def current_address(db: Database, person: PersonId, today: date) -> Address | None:
    """The newest address that has begun."""
    return db.first(
        lambda line, code, place, care_of, since: Address(
            line, code, place, care_of, day_or_none(since)
        ),
        "SELECT line, postal_code, postal_place, care_of, since FROM person_address"
        " WHERE person = ? AND since <= ? ORDER BY since DESC, id DESC LIMIT 1",
        (person, today.isoformat()),
    )


def address_rows(db: Database, people: frozenset[PersonId]) -> tuple[Ref, ...]:
    """Every address row, old and new, of the given persons."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda row: Ref("person_address", row),
        f"SELECT id FROM person_address WHERE person IN ({marks})",
        sorted(people),
    )
