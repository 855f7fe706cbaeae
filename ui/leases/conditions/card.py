"""«Vilkår» of a lease: each with its link, how it went, and what can be told of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLayout

from app.leases.conditions.model import Carried, Outcome
from app.leases.model import Lease
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Card, Section
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day

CHIPS = {
    Outcome.KEPT: (ChipKind.OK, "Holdt"),
    Outcome.BROKEN: (ChipKind.SOON, "Brutt"),
}
NOTHING_TOLD = Chip(ChipKind.NOT_STARTED, "Ikke fulgt opp ennå")
Tell = Callable[[Carried, Outcome], object]


def conditions_card(office: Office, lease: Lease, tell: Tell) -> Card:
    """What the vedtak set and the lease carries (FV-18)."""
    carried = office.conditions.of(lease.id)
    card = Card("Vilkår", icon=Icon.OK)
    if not carried:
        words = (
            "Ingen vilkår fra et vedtak står i avtalen. Vilkår settes i vedtaket, og følger med når"
            " avtalen lages."
        )
        card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        return card
    card.set_count(len(carried))
    card.set_fact("Brudd får ingen følge av seg selv")
    for place, each in enumerate(carried):
        card.add(_one(each, lease, tell, first=place == 0))
    return card


def _one(carried: Carried, lease: Lease, tell: Tell, *, first: bool) -> Section:
    section = Section(carried.duty, first=first)
    section.add(Label(carried.link, Type.HELP, Token.TEXT2, wrap=True))
    for event in reversed(carried.events):
        parts = (day(event.happened_on), event.words, event.told_by and f"meldt av {event.told_by}")
        row = _row(ChipLabel(Chip(*CHIPS[event.outcome])))
        row.addWidget(Label(" · ".join(part for part in parts if part), Type.HELP, wrap=True), 1)
        section.add(row)
    if not carried.events:
        section.add(_row(ChipLabel(NOTHING_TOLD), stretch=True))
    if lease.signed_on is not None:
        section.add(_verbs(carried, tell))
    return section


def _verbs(carried: Carried, tell: Tell) -> QLayout:
    made = []
    for outcome, words in ((Outcome.KEPT, "Er holdt …"), (Outcome.BROKEN, "Er brutt …")):
        button = Button(words, partial(tell, carried, outcome), size=ButtonSize.SMALL)
        button.setAccessibleName(f"{words.removesuffix(' …')}: {carried.duty}")
        made.append(button)
    return _row(*made, stretch=True)


def _row(*widgets: Button | ChipLabel, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(fonts.px(8))
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
