"""Why the chosen one stands where they stand: every reason, where it is from, and what decides."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from app.debt.queue.model import QueueOrder, QueuePlace, QueueReason
from app.office import Office
from ui.debt.queue.ways import way_of
from ui.debt.queue.words import (
    before_text,
    reason_text,
    source_text,
    target_text,
    urgency_kind,
)
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, clear
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.points import Point, PointPart
from ui.kit.words import Label
from ui.labels import named
from ui.navigation import Navigator


class WhyCard(Card):
    """Hidden while nobody is chosen. A reason from the register leads to where it stands."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__("Hvorfor denne plassen")
        self._office, self._navigator = office, navigator
        self._told = QVBoxLayout()
        self._told.setSpacing(fonts.px(8))
        self.add(self._told)

    def tell(
        self,
        place: QueuePlace | None,
        below: QueuePlace | None = None,
        order: QueueOrder | None = None,
    ) -> None:
        """The reasons of a place, and what sets it before the next."""
        clear(self._told)
        self.setVisible(place is not None)
        if place is None:
            return
        self.set_fact(self.tr("plass {} · {}").format(place.rank, named(place.case.name)))
        for reason in place.reasons:
            self._told.addLayout(self._reason(place, reason))
        words = target_text(place)
        if below is not None:
            words = f"{words} {before_text(order, named(below.case.name))}".strip()
        self._told.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))

    def _reason(self, place: QueuePlace, reason: QueueReason) -> QLayout:
        """The point, with the way to the case or the rent it rests on."""
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        kind = urgency_kind(reason.kind.urgency)
        words = reason_text(reason, place.on)
        row.addWidget(PointPart(Point(kind, words, source_text(reason, place.reasons))), 1)
        way = way_of(self._office, place.case.person, reason)
        if way is not None:
            said, there = way
            go = partial(self._navigator.open, there.page, there.ref, there.task)
            button = Button(said, go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
            button.setAccessibleDescription(words)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
