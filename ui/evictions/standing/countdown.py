"""The strip on top: days to the day, days to comment, and the sum that stops it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.days import day_in_words, short_day
from app.core.money import Ore, format_kroner
from app.evictions.model import (
    NOTHING,
    Countdown,
    EnforcementGround,
    EvictionCase,
    EvictionStage,
    LossKind,
)
from ui.kit import fonts
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("eviction", text)


class CountdownCard(Card):
    """Red where a home may be lost within days; each number beside what it counts."""

    def __init__(
        self,
        case: EvictionCase,
        left: Countdown | None,
        comment: Countdown | None,
        owed: Ore = NOTHING,
    ) -> None:
        super().__init__(urgent=left is not None)
        self.setAccessibleName(tr("Dager igjen"))
        parts = [self._eviction(case, left), self._comment(case, comment), self._sum(case, owed)]
        self.add(SideBySide(*(part for part in parts if part is not None)))

    def _eviction(self, case: EvictionCase, left: Countdown | None) -> QWidget:
        sale = case.kind is LossKind.FORCED_SALE
        if left is None:
            what = tr("Dato er ikke satt")
            return _part("", what, tr("Namsfogden varsler tid og sted."), red=False)
        when = day_in_words(left.day)
        if case.eviction_at:
            when = tr("{} kl. {}").format(when, case.eviction_at)
        to = tr("utflyttingen") if sale else tr("utkastelsen")
        if left.over:
            return _part("", tr("Datoen for {} har vært").format(to), when, red=True)
        if not left.left:
            return _part("0", tr("dager: {} er i dag").format(to), when, red=True)
        unit = tr("dag til") if left.left == 1 else tr("dager til")
        return _part(str(left.left), f"{unit} {to}", when, red=left.step is not None)

    def _comment(self, case: EvictionCase, left: Countdown | None) -> QWidget | None:
        if left is None:
            if case.stage is not EvictionStage.COMMENT_PERIOD:
                return None
            what = tr("Fristen for å uttale seg er ikke ført inn")
            return _part("", what, tr("Spør namsfogden hvilken dag den går ut."), red=False)
        when = day_in_words(left.day)
        if case.comment_nominal and case.comment_nominal != left.day:
            when += tr(", regnet dag {}").format(short_day(case.comment_nominal))
        if left.over:
            return _part("", tr("Fristen for å uttale seg er ute"), when, red=False)
        if not left.left:
            return _part("0", tr("dager: siste dag for å uttale seg"), when, red=True)
        unit = tr("dag til uttalefristen") if left.left == 1 else tr("dager til uttalefristen")
        return _part(str(left.left), unit, tr("{}, § 13-6").format(when), red=left.left <= 7)

    def _sum(self, case: EvictionCase, owed: Ore) -> QWidget | None:
        sums = case.sums
        if not sums.total:
            what = tr("{} husleie er ubetalt i dag").format(format_kroner(owed))
            more = tr("Kostnader og renter kommer i tillegg.")
            return _part("", what, more, red=False) if owed else None
        parts = [
            f"{format_kroner(value, unit=False)} {words}"
            for value, words in (
                (sums.rent, tr("krav") if case.kind is LossKind.FORCED_SALE else tr("leie")),
                (sums.costs, tr("kostnader")),
                (sums.interest, tr("renter")),
            )
            if value
        ]
        stops = case.ground is EnforcementGround.UNPAID_RENT
        what = tr("{} stanser saken") if stops else tr("{} er kravet")
        return _part("", what.format(format_kroner(sums.total)), ", ".join(parts), red=False)


def _part(number: str, what: str, then: str, *, red: bool) -> QWidget:
    part = QWidget()
    part.setAccessibleName(f"{number} {what}. {then}".strip())
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(fonts.px(12))
    if number:
        token = Token.RED if red else Token.TEXT
        grid.addWidget(Label(number, Type.COUNTDOWN, token, tabular=True), 0, 0)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(what, Type.LABEL_STRONG, Token.RED if red else Token.TEXT, wrap=True))
    words.addWidget(Label(then, Type.HELP, Token.TEXT2, wrap=True))
    words.addStretch(1)
    grid.addLayout(words, 0, 1)
    grid.setColumnStretch(1, 1)
    return part
