"""What a sheet, its columns and its findings are called on the page; numbers are masked here."""

import re

from app.core import words
from app.core.text import plural
from app.transfer.model import (
    COLUMNS,
    Cell,
    CellKind,
    CheckedSheet,
    Finding,
    FindingKind,
    ImportKind,
    KoboColumn,
    Sheet,
    WaitingColumn,
    fields_of,
)
from ui.kit.chips import ChipKind
from ui.labels import capital, word

ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("utf-8-sig", "UTF-8 med merke"),
    ("iso-8859-1", "ISO-8859-1"),
    ("windows-1252", "Windows-1252"),
    ("utf-16", "UTF-16"),
)
SEPARATORS = ((";", "semikolon"), (",", "komma"), ("\t", "tabulator"))

CHIPS = {
    FindingKind.ERROR: (ChipKind.URGENT, "Venter"),
    FindingKind.TO_CHECK: (ChipKind.SOON, "Merket"),
    FindingKind.FIXED: (ChipKind.FIXED, "Rettet"),
    FindingKind.DOUBLE: (ChipKind.DOUBLE, "Dobbel"),
    FindingKind.SKIPPED: (ChipKind.NOT_STARTED, "Utelatt"),
}
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_NUMBER = re.compile(r"(?<!\d)(\d{5,6})[ \u00a0]?(\d{5})(?!\d)")
_WHOLE_NUMBER = re.compile(r"(?<!\d)(\d{6})[ \u00a0]?(\d{5})(?!\d)")
_SECRET = frozenset((KoboColumn.TENANT.value, WaitingColumn.NATIONAL_ID.value))
_THINGS = {
    ImportKind.DWELLINGS: ("bolig", "boliger"),
    ImportKind.APPLICANTS: ("søker", "søkere"),
    ImportKind.RENT_LIST: ("linje", "linjer"),
    ImportKind.DEBT_OVERVIEW: ("krav", "krav"),
}


def things(kind: ImportKind, count: int) -> str:
    """«55 boliger», «1 søker»."""
    return plural(count, *_THINGS[kind])


def missing_words(kind: ImportKind) -> str:
    """What has to be said of the columns before the lines can be read."""
    if kind is ImportKind.RENT_LIST:
        return "Velg hvilken kolonne som er KID eller leieavtale, og en med beløp, først."
    if kind is ImportKind.DEBT_OVERVIEW:
        return "Velg hvilken kolonne som er kreditor, og en med beløp, først."
    return "Velg hvilken kolonne som er navn eller adresse først."


def not_found_words(kind: ImportKind) -> str:
    """Which columns are looked for in vain."""
    if kind is ImportKind.RENT_LIST:
        return "Vi finner ikke kolonnen med KID eller leieavtale, eller ingen med beløp."
    if kind is ImportKind.DEBT_OVERVIEW:
        return "Vi finner ikke kolonnen med kreditor, eller ingen med beløp."
    return "Vi finner ikke kolonnen med navn eller adresse."


def heading(kind: ImportKind) -> str:
    """«Hent inn boliger»."""
    return f"Hent inn {word(kind)}"


def field_word(kind: ImportKind, field: str) -> str:
    """The officer's word for a field: «månedsleie»."""
    return word(COLUMNS[kind](field))


def field_choices(kind: ImportKind) -> list[tuple[object, str]]:
    """Every field a column may be, «Tas ikke inn» first."""
    return [("", "Tas ikke inn"), *((f, capital(field_word(kind, f))) for f in fields_of(kind))]


def read_as(sheet: Sheet) -> str:
    """«ISO-8859-1 · semikolon», or the name of the sheet."""
    if sheet.encoding is None:
        return f"arket «{sheet.name}»"
    separator = dict(SEPARATORS).get(sheet.separator or "", "")
    parts = (dict(ENCODINGS).get(sheet.encoding, sheet.encoding), separator)
    return " · ".join(part for part in parts if part)


def is_secret(field: str) -> bool:
    """Whether a column holds national ids."""
    return field in _SECRET


def masked(text: str) -> str:
    """Every run of digits that may be a national id shows its first six alone."""
    return _NUMBER.sub(lambda found: f"{found[1]}\u00a0•••••", text)


def masked_kid(text: str) -> str:
    """A KID has to be read; one that may be somebody's whole number shows its first six alone."""
    return _WHOLE_NUMBER.sub(lambda found: f"{found[1]}\u00a0•••••", text)


def hidden(text: str) -> str:
    """What stands in a column of national ids: the first six signs, the rest covered."""
    return f"{text[:6]}\u00a0•••••" if len(text) > 6 else text


def asked(finding: Finding) -> str:
    """What is the matter, beside the readings there are; these say the rest themselves."""
    return f"{short_why(finding)}." if finding.code in _SUGGESTED else why(finding)


def read_cell(cell: Cell) -> str:
    """A cell of the file as it stands there, numbers masked; a real date the Norwegian way."""
    if cell.kind is CellKind.DATE:
        return norwegian_day(cell.text)
    return masked(cell.text)


def norwegian_day(text: str) -> str:
    """«01.03.2026» of «2026-03-01»; what is no such day stays as it is."""
    day = _ISO_DAY.fullmatch(text)
    return f"{day[3]}.{day[2]}.{day[1]}" if day else text


def shown(finding: Finding, text: str) -> str:
    """A finding's value as the page may show it."""
    if finding.secret:
        return hidden(text)
    return masked_kid(text) if finding.code.startswith("kid_") else masked(text)


def why(finding: Finding) -> str:
    """What is the matter, in full."""
    digits = sum(char.isdigit() for char in finding.before)
    return words.sentence(finding.code, {"after": finding.after, "length": digits})


def short_why(finding: Finding) -> str:
    """The first sentence of it, without its full stop."""
    return why(finding).split(". ")[0].rstrip(".")


def where(checked: CheckedSheet, finding: Finding) -> str:
    """«Linje 36, månedsleie»; only the line for what the whole row is found for."""
    if not finding.column:
        return f"Linje {finding.line}"
    field = checked.columns.field_of(finding.column)
    known = field in fields_of(checked.kind)
    return f"Linje {finding.line}, {field_word(checked.kind, field) if known else finding.column}"


_READING_NOTES = {
    "money_ambiguous": ("Punktum skiller tusener", "Punktum er desimaltegn"),
    "date_two_ways": ("Dag først, som i Norge", "Måned først, som i USA"),
    "credit_note": ("Trekkes fra det som skyldes", "Minustegnet er feil: det er et krav"),
    "creditor_alike": ("Det er den samme", "Det er en annen"),
    "kid_name_differs": ("Linja gjelder denne leietakeren",),
}
_SUGGESTED = frozenset({"money_ambiguous", "date_two_ways"})


def reading_words(finding: Finding, reading: str) -> str:
    """One of the readings as a choice: «8 250 kr»."""
    money = finding.code in {"money_ambiguous", "credit_note", "debt_total_differs"}
    return f"{capital(reading)}\u00a0kr" if money else capital(reading)


def first_reading(finding: Finding) -> str | None:
    """The reading to suggest; none where the law hangs on the answer."""
    return finding.readings[0] if finding.code in _SUGGESTED else None


def reading_note(finding: Finding, place: int) -> str:
    """What choosing it would mean."""
    notes = _READING_NOTES.get(finding.code, ())
    return notes[place] if place < len(notes) else ""
