"""SQL of the list of persons."""

import re
from collections.abc import Collection
from datetime import date

from app.core.ids import PersonId
from app.people.address_store import PROTECTION
from app.people.model import AddressProtection, PersonRow
from app.storage.among import among
from app.storage.columns import day_or_none
from app.storage.database import Database

_DIGITS = re.compile(r"\d+")
_TELLS = 6  # a day of birth; so few digits of a telephone or a case are no one's


def rows(
    db: Database, today: date, only: Collection[PersonId] | None = None
) -> tuple[PersonRow, ...]:
    """Everyone, or those of some who are there, in the order of their family names."""
    some, which = among("p.id", only)
    return db.select(_row, f"{_ROWS}{some} ORDER BY p.sort_key, p.id", (today.isoformat(), *which))


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
    f" {PROTECTION}, p.to_check,"
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


def named_by(db: Database, words: str) -> bool:
    """Whether one of some folded words begins a name, also of one who was joined with another."""
    if any(len(digits) >= _TELLS for digits in _DIGITS.findall(words.replace(" ", ""))):
        return True
    return any(
        db.first(
            int,
            "SELECT 1 FROM person WHERE ' ' || search_text LIKE ? LIMIT 1",
            (f"% {word}%",),
        )
        for word in words.split()
        if word.isalpha()
    )
