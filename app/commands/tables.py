"""A list as a table of plain text, with its Norwegian heads."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from app.commands.frame import Answer
from app.core import words
from app.core.days import short_day

Entry = dict[str, Answer]
_WIDEST = 44

_HEADS = {
    "id": "Nr.",
    "name": "Navn",
    "national_id": "Fødselsnummer",
    "protection": "Adressesperre",
    "address": "Adresse",
    "bedrooms": "Soverom",
    "status": "Status",
    "status_since": "Siden",
    "owner": "Eier",
    "allocator": "Tildeler",
    "number": "Saksnr.",
    "group": "Gruppe",
    "received_on": "Mottatt",
    "state": "Status",
    "days_waiting": "Dager",
    "place": "Plass",
    "start": "Fra",
    "end": "Til",
    "title": "Dokument",
    "issued_on": "Utstedt",
    "alert": "Regel",
    "urgency": "Haster",
    "since": "Siden",
    "due": "Frist",
    "why": "Hvorfor",
    "dwelling": "Bolig",
    "reason": "Årsak",
    "until": "Til",
    "days": "Dager",
    "amount_ore": "Øre",
}


def table(entries: Sequence[Entry]) -> list[str]:
    """Heads and rows, each column as wide as what it holds."""
    if not entries:
        return ["Listen er tom."]
    keys = [key for key in entries[0] if key in _HEADS]
    rows = [[_HEADS[key] for key in keys]]
    rows += [[_cell(entry[key]) for key in keys] for entry in entries]
    widths = [min(max(len(row[at]) for row in rows), _WIDEST) for at in range(len(keys))]
    return [_row(row, widths) for row in rows]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = (cell[:width].ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(fitted).rstrip()


def _cell(value: Answer) -> str:
    if isinstance(value, Enum):
        return words.word(value) if words.has_word(value) else str(value.value)
    if isinstance(value, date):
        return short_day(value)
    return "" if value is None else str(value)
