"""The right side of a dwelling: status with its ladder, rent, who lives there, the owner."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import Ref
from app.core.money import format_kroner
from app.dwellings.model import Dwelling, DwellingStatus, StatusSince
from app.leases.model import LeaseRow
from app.people.model import AddressProtection
from ui.dwellings.status import ladder
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Shape
from ui.kit.words import Label
from ui.labels import day, named, word

Act = Callable[[], object]


def _link(words: str, act: Act) -> Button:
    return Button(words, act, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)


def status_card(statuses: Sequence[StatusSince], today: date) -> Card:
    """Every status it has had, newest first."""
    card = Card("Status over tid", icon=Icon.LAYERS, flush=True)
    rows = RowList("Status over tid", Shape.TIMELINE, whole=True)
    rows.set_rows(ladder(statuses, today))
    card.add(rows)
    return card


def rent_card(dwelling: Dwelling, set_rent: Act) -> Card:
    """What a new tenant is asked for."""
    card = Card("Leie", icon=Icon.MONEY, link=_link("Ny leie …", set_rent))
    rent = "" if dwelling.rent is None else format_kroner(dwelling.rent)
    card.add(Facts([Fact("Per måned", rent)]))
    return card


def occupant_card(
    dwelling: Dwelling,
    leases: Sequence[LeaseRow],
    paper_reference: str,
    open_ref: Callable[[Ref], object],
) -> Card:
    """Who lives there; for a protected tenant only that someone does (ADR-05)."""
    holding = [lease for lease in leases if lease.state.holds]
    told = [lease for lease in holding if lease.protection is AddressProtection.NONE]
    way = _link("Åpne", partial(open_ref, Ref("lease", told[0].id))) if told else None
    card = Card("Hvem bor her", icon=Icon.LEASES, link=way)
    if not holding:
        card.add(*_nobody(dwelling, paper_reference))
    for lease in holding:
        card.add(*(_tenant(lease) if lease in told else _protected("")))
    return card


def _tenant(lease: LeaseRow) -> list[QWidget]:
    facts = [
        Fact("Leietaker", named(lease.tenant_name)),
        Fact("Leieforhold", f"{lease.number}, {word(lease.state)}"),
        Fact("Til og med", day(lease.end) if lease.end else "Tidsubestemt"),
    ]
    return [Facts(facts)]


def _nobody(dwelling: Dwelling, paper_reference: str) -> list[QWidget]:
    if dwelling.status is not DwellingStatus.LET:
        return [Label("Ingen. Boligen har ikke noe leieforhold.", Type.HELP, Token.TEXT2)]
    if paper_reference:
        return _protected(paper_reference)
    words = "Boligen er utleid, men leieforholdet er ikke registrert."
    return [Label(words, Type.HELP, Token.TEXT2, wrap=True)]


def _protected(paper_reference: str) -> list[QWidget]:
    parts: list[QWidget] = [ChipLabel(Chip(ChipKind.PROTECTED, "Opptatt (skjermet)"))]
    if paper_reference:
        parts.append(Facts([Fact("Papiret ligger", paper_reference)]))
    return parts


class SideColumn(QWidget):
    """Cards below each other, made anew when anything in them has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(fonts.px(12))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(fonts.px(12))
        self._column.addLayout(self._cards)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards, above what stays."""
        clear(self._cards)
        for card in cards:
            self._cards.addWidget(card)

    def keep(self, card: Card) -> None:
        """A card that stays, at the foot."""
        self._column.addWidget(card)
        self._column.addStretch(1)
