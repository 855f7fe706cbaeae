"""The units around a household at one glance: told or not, on which ground, and who is there."""

from collections.abc import Callable

from app.evictions.units.model import UnitAround
from app.office import Office
from ui.evictions.units.words import ground_words, note_chip, told_words, tr, unit_name
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.points import Point, PointPart
from ui.kit.words import Label


def units_card(office: Office, known: tuple[UnitAround, ...], go: Callable[[], object]) -> Card:
    """A line for each unit; the rest stands in «Enhetene»."""
    link = Button(tr("Til enhetene"), go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card(tr("Enheter rundt husstanden"), icon=Icon.SERVICES, link=link)
    card.add(Label(told_words(known), Type.HELP, Token.TEXT2))
    for each in known:
        card.add(PointPart(_point(office, each)))
    card.body.addStretch(1)
    return card


def _point(office: Office, unit: UnitAround) -> Point:
    chip = note_chip(unit.note)
    who = " ".join(part for part in (unit.contact, unit.phone) if part)
    words = " · ".join(part for part in (who, ground_words(unit)) if part)
    return Point(chip.kind, unit_name(office, unit.unit), words, chip.text.lower())
