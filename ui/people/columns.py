"""What the list of persons shows, and what it can be filtered on."""

from dataclasses import replace

from app.people.model import AddressProtection, PersonRow
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import dash, day, named, title_word

ROLES = {"applicant": "Søker", "tenant": "Leietaker"}


def role_words(row: PersonRow) -> str:
    """«Søker, leietaker», or nothing."""
    return ", ".join(words for role, words in ROLES.items() if role in row.roles).capitalize()


def protection_chip(level: AddressProtection) -> Chip | None:
    """That an address is kept secret, and how far; never where."""
    if level is AddressProtection.NONE:
        return None
    return Chip(ChipKind.PROTECTED, title_word(level))


def _check_chip(row: PersonRow) -> Chip | None:
    return Chip(ChipKind.SOON, "Må ses over") if row.to_check else None


COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("name", "Navn", lambda row: named(row.name), strong=True, stretch=True, width=172),
    Column("number", "Fødselsnummer", lambda row: dash(row.masked_id), width=126, spare=3),
    Column(
        "born",
        "Født",
        lambda row: day(row.birth_date),
        sort=lambda row: row.birth_date,
        align=Align.RIGHT,
        width=108,
        spare=4,
    ),
    Column("roles", "Rolle", lambda row: dash(role_words(row)), width=138, spare=2),
    Column(
        "protection",
        "Adressesperre",
        lambda row: "" if protection_chip(row.protection) else "–",
        sort=lambda row: list(AddressProtection).index(row.protection),
        value=lambda row: title_word(row.protection),
        chip=lambda row: protection_chip(row.protection),
        width=158,
    ),
    Column(
        "to_check",
        "Må ses over",
        lambda row: "" if row.to_check else "–",
        sort=lambda row: not row.to_check,
        value=lambda row: row.to_check,
        chip=_check_chip,
        width=126,
        spare=1,
    ),
)

# A long register is read a page at a time in the order of names, so it sorts by name alone
LONG_COLUMNS = tuple(replace(column, sortable=column.key == "name") for column in COLUMNS)
