"""What the table of units shows: who they are, who to ring, on which ground, and if it is read."""

from collections.abc import Callable

from app.evictions.units.model import UnitAround
from app.office import Office
from ui.evictions.units.words import (
    ground_words,
    note_chip,
    note_words,
    read_by_words,
    tr,
    unit_name,
    why_words,
)
from ui.kit.columns import Column
from ui.labels import dash


def _ground(unit: UnitAround) -> tuple[str, str]:
    """What it rests on, and the law under it."""
    words = ground_words(unit)
    mark = ": " if ": " in words else ", "
    first, _, law = words.rpartition(mark)
    return (first, law) if first else (words, "")


def columns(office: Office, way: Callable[[UnitAround], str]) -> tuple[Column[UnitAround], ...]:
    """In order; `way` is what Enter does with one."""
    return (
        Column(
            "unit",
            tr("Enhet"),
            lambda unit: unit_name(office, unit.unit),
            second=why_words,
            strong=True,
            stretch=True,
            fit=True,
            sortable=False,
            width=160,
        ),
        Column(
            "contact",
            tr("Kontakt"),
            lambda unit: dash(unit.contact),
            second=lambda unit: unit.phone,
            fit=True,
            sortable=False,
            width=120,
            spare=3,
        ),
        *_told(),
        Column(
            "way",
            tr("Neste"),
            lambda unit: dash(way(unit)),
            fit=True,
            sortable=False,
            width=120,
            spare=1,
        ),
    )


def _told() -> tuple[Column[UnitAround], ...]:
    """The ground, and where the note stands."""
    return (
        Column(
            "ground",
            tr("Rettslig grunnlag"),
            lambda unit: _ground(unit)[0],
            second=lambda unit: _ground(unit)[1],
            stretch=True,
            fit=True,
            sortable=False,
            width=180,
            spare=4,
        ),
        Column(
            "note",
            tr("Varsel"),
            lambda unit: note_chip(unit.note).text,
            chip=lambda unit: note_chip(unit.note),
            fit=True,
            sortable=False,
            width=120,
        ),
        Column(
            "sent",
            tr("Dag"),
            lambda unit: dash(note_words(unit.note)),
            second=lambda unit: read_by_words(unit.note),
            fit=True,
            sortable=False,
            width=164,
            spare=2,
        ),
    )
