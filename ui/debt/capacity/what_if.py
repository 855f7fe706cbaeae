"""«Hva om»: another capacity tried out, and what it does for those who wait."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.records import dataclass
from app.core.text import plural
from app.debt.queue.capacity.model import Capacity, CapacityDraft
from app.debt.queue.model import Expected, Outlook, QueuePlace
from app.office import Office
from ui.debt.capacity.dialogs import (
    NAMES,
    a_number,
    case_fields,
    draft_of,
    share_field,
    shown,
    week_field,
)
from ui.debt.starts import likely_text, weeks_text
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button
from ui.kit.cards import Card, Fact, Facts
from ui.kit.columns import Align, Column
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import dash, named, problem

AHEAD = (30, 90, 180)
"""So many days ahead those who have begun are counted."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Moved:
    """One who waits, with the start as it is and as it would be."""

    place: QueuePlace
    then: Expected | None

    @property
    def weeks(self) -> int | None:
        """How many weeks sooner; negative is later, None where one of them cannot be told."""
        now = self.place.expected
        if now is None or self.then is None:
            return None
        return (_monday(now.likely) - _monday(self.then.likely)).days // WEEK


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def moved_text(row: Moved) -> str:
    """«3 uker før», «2 uker senere», «som nå»."""
    if row.weeks is None:
        return "–"
    if row.weeks == 0:
        return "som nå"
    words = plural(abs(row.weeks), "uke", "uker")
    return f"{words} {'før' if row.weeks > 0 else 'senere'}"


COLUMNS: tuple[Column[Moved], ...] = (
    Column(
        "rank",
        "Plass",
        lambda row: str(row.place.rank),
        value=lambda row: row.place.rank,
        sort=lambda row: row.place.rank,
        align=Align.RIGHT,
        width=64,
    ),
    Column("name", "Navn", lambda row: named(row.place.case.name), strong=True, stretch=True),
    Column(
        "now",
        "Kan begynne nå",
        lambda row: dash(weeks_text(row.place.expected, row.place.on)),
        second=lambda row: likely_text(row.place.expected, row.place.on),
        sort=lambda row: row.place.rank,
        width=170,
    ),
    Column(
        "then",
        "Kan begynne da",
        lambda row: dash(weeks_text(row.then, row.place.on)),
        second=lambda row: likely_text(row.then, row.place.on),
        sort=lambda row: row.place.rank,
        width=170,
    ),
    Column(
        "moved",
        "Forskjell",
        moved_text,
        sort=lambda row: row.weeks,
        align=Align.RIGHT,
        width=130,
    ),
)


class WhatIf(Card):
    """Fields for another capacity; `tried` gives it, None while it cannot be reckoned with."""

    tried = Signal(object)

    def __init__(self, office: Office, use: Callable[[Capacity], object]) -> None:
        super().__init__("Hva om")
        self._capacity, self._today, self._use_it = office.debt_capacity, office.clock.today, use
        self.form = BareForm(self.tr("Hva om kapasiteten var en annen"), problem)
        self.form.line(share_field(), week_field())
        self.form.line(*case_fields())
        for name in self.form.names:
            self.form.field(name).left.connect(lambda _name: self._try())
        self.told = Facts()
        self.use = Button(self.tr("Bruk dette …"), self._use)
        self.off = Label(self.tr("Endre et tall først."), Type.HELP, Token.TEXT2, wrap=True)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self.told)
        column.addWidget(self.use)
        column.addWidget(self.off)
        column.addStretch(1)
        why = self.tr(
            "Skriv andre tall og se hva de gjør for køen. Ingenting er endret før du lagrer."
        )
        self.add(
            Label(why, Type.HELP, Token.TEXT2, wrap=True),
            SideBySide(self.form, told, shares=(4, 3)),
        )
        self.form.set_values(shown(None))
        self._begun = False

    def begin(self, row: Capacity | None) -> None:
        """Fill the fields the first time with what holds."""
        if row is not None and not self._begun:
            self._begun = True
            self.form.set_values(shown(row))

    def capacity(self) -> Capacity | None:
        """What is typed, from today; None while something is missing or wrong."""
        return self._capacity.tried(self._draft())

    def _draft(self) -> CapacityDraft:
        return draft_of({**self.form.values(), "since": self._today()})

    def _try(self) -> None:
        values = self.form.values()
        empty = {name for name in NAMES if a_number(values, name) is None}
        wrong = self._capacity.check(self._draft())
        self.form.show_problems([each for each in wrong if each.field not in empty])
        self.tried.emit(self.capacity())

    def _use(self) -> None:
        found = self.capacity()
        if found is not None:
            self._use_it(found)

    def tell(self, now: Outlook, then: Outlook | None) -> None:
        """How many begin by when, as it is and as it would be."""
        other = None if then == now else then
        self.use.setEnabled(other is not None)
        self.off.setVisible(other is None)
        today = self._today()
        facts = [
            Fact(
                self.tr("Har begynt om {} dager").format(ahead),
                self._both(now, other, today + timedelta(days=ahead)),
            )
            for ahead in AHEAD
        ]
        words = dash(weeks_text(now.clears_on, today))
        if other is not None:
            words = self.tr("{} → {}").format(words, dash(weeks_text(other.clears_on, today)))
        self.told.set_facts([*facts, Fact(self.tr("Den siste i køen"), words)])

    def _both(self, now: Outlook, other: Outlook | None, day: date) -> str:
        before, of_all = now.begun_by(day), self.tr("av {}").format(len(now.places))
        if other is None:
            return f"{before} {of_all}"
        return self.tr("{} → {} {}").format(before, other.begun_by(day), of_all)
