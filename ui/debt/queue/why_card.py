"""Why the chosen one stands where they stand: every reason, where it is from, and what decides."""

from PySide6.QtWidgets import QVBoxLayout

from app.debt.queue.model import QueueOrder, QueuePlace
from ui.debt.queue.words import (
    before_text,
    reason_text,
    source_text,
    target_text,
    urgency_kind,
)
from ui.kit import fonts
from ui.kit.cards import Card, clear
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.points import Point, PointPart
from ui.kit.words import Label
from ui.labels import named


class WhyCard(Card):
    """Hidden while nobody is chosen."""

    def __init__(self) -> None:
        super().__init__("Hvorfor denne plassen")
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
            kind = urgency_kind(reason.kind.urgency)
            words = reason_text(reason, place.on)
            self._told.addWidget(PointPart(Point(kind, words, source_text(reason))))
        words = target_text(place)
        if below is not None:
            words = f"{words} {before_text(order, named(below.case.name))}".strip()
        self._told.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))
