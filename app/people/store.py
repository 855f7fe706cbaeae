"""SQL of persons and households."""

from datetime import date

from app.core.ids import PersonId, Ref
from app.core.national_id import K1_FROM_2032, NationalId, parse_national_id
from app.core.order import sort_key
from app.core.text import Language
from app.people.model import (
    Address,
    AddressProtection,
    KnownNumber,
    Person,
    PersonDraft,
    PersonRow,
    Protection,
)
from app.people.rules import birth_date, search_text
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_PROTECTION = (
    "coalesce((SELECT level FROM address_protection a WHERE a.person = p.id AND a.since <= ?"
    " ORDER BY a.since DESC, a.id DESC LIMIT 1), 'none')"
)


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
        "sort_key": sort_key(f"{draft.family_name} {draft.given_name}"),
        "search_text": search_text(draft.given_name, draft.family_name, numbers, draft.phone),
    }


def add_number(unit: Unit, person: PersonId, number: NationalId, since: date | None) -> None:
    """A number that holds from a day; the one before is ended that day."""
    unit.execute(
        "UPDATE national_id SET until = ? WHERE person = ? AND until IS NULL",
        ((since or unit.today).isoformat(), person),
    )
    unit.insert("national_id", person=person, number=number.digits, kind=number.kind, since=since)


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


def get(db: Database, person: PersonId, today: date) -> Person | None:
    """One person with what holds on `today`."""
    numbers = _numbers(db, person)
    address = current_address(db, person, today)

    def make(*row: object) -> Person:
        return _person(row, numbers, address)

    return db.first(
        make,
        "SELECT p.id, given_name, family_name, birth_date, language, interpreter_language, phone,"
        f" email, note, to_check, merged_into, {_PROTECTION} FROM person p WHERE p.id = ?",
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
    )


def _numbers(db: Database, person: PersonId) -> tuple[KnownNumber, ...]:
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


def rows(db: Database, today: date) -> tuple[PersonRow, ...]:
    """Everyone, in the order of their family names."""
    return db.select(_row, _ROWS + " ORDER BY p.sort_key, p.id", (today.isoformat(),))


def rows_of(db: Database, ids: tuple[PersonId, ...], today: date) -> tuple[PersonRow, ...]:
    """The named ones, in the order given; a page of a long register."""
    marks = ", ".join("?" * len(ids))
    found = {
        row.id: row
        for row in db.select(
            _row,
            _ROWS + f" AND p.id IN ({marks})",
            (today.isoformat(), *ids),
        )
    }
    return tuple(found[person] for person in ids if person in found)


_ROWS = (
    "SELECT p.id, p.given_name, p.family_name, (SELECT substr(number, 1, 6) FROM national_id n"
    " WHERE n.person = p.id AND n.until IS NULL ORDER BY n.id DESC LIMIT 1), p.birth_date,"
    f" {_PROTECTION}, p.to_check,"
    " EXISTS (SELECT 1 FROM lease l WHERE l.tenant = p.id),"
    " EXISTS (SELECT 1 FROM application a WHERE a.applicant = p.id)"
    " FROM person p WHERE p.merged_into IS NULL"
)


def _row(
    person: int,
    given_name: str,
    family_name: str,
    digits: str | None,
    born: str | None,
    level: str,
    to_check: str,
    tenant: int,
    applicant: int,
) -> PersonRow:
    roles = {"tenant"} if tenant else set()
    return PersonRow(
        id=PersonId(person),
        name=f"{family_name}, {given_name}".strip(", "),
        masked_id=f"{digits} •••••" if digits else "",
        birth_date=day_or_none(born),
        protection=AddressProtection(level),
        roles=frozenset(roles | ({"applicant"} if applicant else set())),
        to_check=to_check,
    )


def ids_in_order(db: Database) -> list[PersonId]:
    """Every person's id in the order of their names; eight bytes a row for a long register."""
    return [
        PersonId(int(str(person)))
        for person in db.column(
            "SELECT id FROM person WHERE merged_into IS NULL ORDER BY sort_key, id"
        )
    ]


def by_number(db: Database, digits: str) -> PersonId | None:
    """Whose number it is or was."""
    return db.first(PersonId, "SELECT person FROM national_id WHERE number = ?", (digits,))


def known_numbers(db: Database) -> frozenset[str]:
    """Every number in the register, for the double check of an import."""
    return frozenset(str(number) for number in db.column("SELECT number FROM national_id"))


def likely_doubles(db: Database, person: PersonId) -> tuple[PersonId, ...]:
    """Others born the same day whose names begin alike; the rules look closer."""
    return db.select(
        PersonId,
        "SELECT o.id FROM person o JOIN person p ON p.id = ? WHERE o.id <> p.id"
        " AND o.merged_into IS NULL AND o.birth_date IS p.birth_date"
        " AND substr(o.sort_key, 1, 2) = substr(p.sort_key, 1, 2) ORDER BY o.id LIMIT 50",
        (person,),
    )


def address_rows(db: Database, people: frozenset[PersonId]) -> tuple[Ref, ...]:
    """Every address row, old and new, of the given persons."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda row: Ref("person_address", row),
        f"SELECT id FROM person_address WHERE person IN ({marks})",
        sorted(people),
    )


# Every column that points at a person, but for issued documents, which never change
PERSON_COLUMNS = (
    ("national_id", "person"),
    ("person_address", "person"),
    ("address_protection", "person"),
    ("address_shown", "person"),
    ("household_member", "person"),
    ("application", "applicant"),
    ("lease", "tenant"),
)


def move_to(unit: Unit, double: PersonId, kept: PersonId) -> None:
    """Point everything of one record at another."""
    for table, column in PERSON_COLUMNS:
        unit.execute(
            f"UPDATE {table} SET {column} = ? WHERE {column} = ?",
            (kept, double),
        )
    unit.update("person", double, merged_into=kept)
