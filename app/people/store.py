"""SQL of persons."""

from datetime import date

from app.core.ids import PersonId
from app.core.national_id import NationalId, parse_national_id
from app.core.order import sort_key
from app.core.text import Language
from app.people.address_store import PROTECTION, add_address, add_protection, current_address
from app.people.model import (
    Address,
    AddressProtection,
    KnownNumber,
    Person,
    PersonDraft,
    Protection,
    ReachedBy,
)
from app.people.number_store import add_number, numbers_of
from app.people.rules import birth_date, search_text
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, draft: PersonDraft) -> PersonId:
    """A new person with their first number, address and protection."""
    numbers = (parse_national_id(draft.national_id),) if draft.national_id else ()
    person = PersonId(unit.insert("person", **_columns(draft, numbers)))
    for number in numbers:
        add_number(unit, person, number, None)
    if draft.address is not None:
        add_address(unit, person, draft.address, draft.address.since or unit.today)
    if draft.protection is not AddressProtection.NONE:
        add_protection(
            unit, person, Protection(draft.protection, unit.today, draft.protection_source)
        )
    return person


def update(
    unit: Unit, person: PersonId, draft: PersonDraft, numbers: tuple[NationalId, ...]
) -> None:
    """Overwrite what has no day of its own; numbers, address and protection are dated rows."""
    unit.update("person", person, **_columns(draft, numbers))


def _columns(draft: PersonDraft, numbers: tuple[NationalId, ...]) -> dict[str, object]:
    return {
        "given_name": draft.given_name,
        "family_name": draft.family_name,
        "birth_date": birth_date(draft),
        "language": draft.language,
        "interpreter_language": draft.interpreter_language,
        "phone": draft.phone,
        "email": draft.email,
        "note": draft.note,
        "to_check": draft.to_check,
        "reached_by": draft.reached_by,
        "sort_key": sort_key(f"{draft.family_name} {draft.given_name}"),
        "search_text": search_text(draft.given_name, draft.family_name, numbers, draft.phone),
    }


def get(db: Database, person: PersonId, today: date) -> Person | None:
    """One person with what holds on `today`."""
    numbers = numbers_of(db, person)
    address = current_address(db, person, today)

    def make(*row: object) -> Person:
        return _person(row, numbers, address)

    return db.first(
        make,
        "SELECT p.id, given_name, family_name, birth_date, language, interpreter_language, phone,"
        f" email, note, to_check, merged_into, {PROTECTION}, reached_by FROM person p"
        " WHERE p.id = ?",
        (today.isoformat(), person),
    )


def _person(
    row: tuple[object, ...], numbers: tuple[KnownNumber, ...], address: Address | None
) -> Person:
    texts = [str(column) for column in row]
    protection = AddressProtection(texts[11])
    return Person(
        id=PersonId(int(texts[0])),
        given_name=texts[1],
        family_name=texts[2],
        birth_date=day_or_none(row[3]),
        language=Language(texts[4]),
        interpreter_language=texts[5],
        phone=texts[6],
        email=texts[7],
        note=texts[8],
        to_check=texts[9],
        merged_into=None if row[10] is None else PersonId(int(texts[10])),
        numbers=numbers,
        address=None if protection is AddressProtection.STRICTLY_CONFIDENTIAL else address,
        protection=protection,
        reached_by=ReachedBy(texts[12]),
    )
