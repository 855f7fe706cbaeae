"""SQL of national ids, each with the days it is known to hold (ID-04)."""

from datetime import date

from app.core.ids import PersonId
from app.core.national_id import K1_FROM_2032, NationalId, parse_national_id
from app.people.model import KnownNumber
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def add_number(unit: Unit, person: PersonId, number: NationalId, since: date | None) -> None:
    """A number that holds from a day; the one before is ended that day."""
    unit.execute(
        "UPDATE national_id SET until = ? WHERE person = ? AND until IS NULL",
        ((since or unit.today).isoformat(), person),
    )
    unit.insert("national_id", person=person, number=number.digits, kind=number.kind, since=since)


def numbers_of(db: Database, person: PersonId) -> tuple[KnownNumber, ...]:
    """Every number a person has had, oldest first."""
    return db.select(
        lambda number_id, digits, since, until: KnownNumber(
            number_id,
            parse_national_id(digits, K1_FROM_2032),
            day_or_none(since),
            day_or_none(until),
        ),
        "SELECT id, number, since, until FROM national_id WHERE person = ? ORDER BY id",
        (person,),
    )


def by_number(db: Database, digits: str) -> PersonId | None:
    """Whose number it is or was."""
    return db.first(PersonId, "SELECT person FROM national_id WHERE number = ?", (digits,))


def known_numbers(db: Database) -> frozenset[str]:
    """Every number in the register, for the double check of an import."""
    return frozenset(str(number) for number in db.column("SELECT number FROM national_id"))
