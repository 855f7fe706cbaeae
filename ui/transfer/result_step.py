"""What went in, what waits, and the way back."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.arrears.lists.model import ArrearsCheckKind, ArrearsFinding
from app.core.text import plural
from app.transfer.model import Counts, ImportKind, Receipt
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Callout, Card, Fact, Facts, clear
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.table import number
from ui.kit.words import IconLabel, Label
from ui.labels import title_word
from ui.transfer.wording import things

WIDEST = 620
_IN_LINES = frozenset({ImportKind.RENT_LIST, ImportKind.DEBT_OVERVIEW})


class ResultStep(QWidget):
    """`undo_wanted` to take it all out, `more_wanted` to answer for those that wait,
    `list_wanted` for the list of errors, `check_wanted` for what does not match."""

    undo_wanted = Signal()
    more_wanted = Signal()
    list_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        body = ScrollBody()
        column.addWidget(body)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(fonts.px(12))
        self._inner.setMaximumWidth(fonts.px(WIDEST))
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inner, 100)
        row.addStretch(1)
        body.add(beside)

    def show_receipt(
        self,
        kind: ImportKind,
        receipt: Receipt,
        counts: Counts,
        findings: tuple[ArrearsFinding, ...] | None = None,
    ) -> None:
        """What one take-in did; `findings` what does not match after a biller's list."""
        clear(self._column)
        count = counts.taken if kind in _IN_LINES else 0
        count = count or receipt.dwellings or receipt.applications
        self._column.addWidget(self._done(kind, count, receipt))
        if receipt.shielded:
            self._column.addWidget(
                Callout(
                    ChipKind.PROTECTED,
                    plural(
                        receipt.shielded, "leieforhold er ikke lagret", "leieforhold er ikke lagret"
                    ),
                    self.tr("Leietakeren har strengt fortrolig adresse. Boligen vises som utleid."),
                )
            )
        if findings is not None:
            self._column.addWidget(self._check(findings))
        self._column.addWidget(self._left(counts))

    def _done(self, kind: ImportKind, count: int, receipt: Receipt) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(fonts.px(12))
        row.addWidget(IconLabel(Icon.OK, Token.GREENFILL, 28, Weight.FILL))
        tell = self.tr("{} er hentet inn").format(things(kind, count))
        row.addWidget(Label(tell, Type.EMPTY_TITLE, wrap=True), 1)
        facts = [
            Fact(words, number(value))
            for words, value in (
                (self.tr("Boliger"), receipt.dwellings),
                (self.tr("Leieforhold"), receipt.leases),
                (self.tr("Nye personer"), receipt.persons),
                (self.tr("Søknader på venteliste"), receipt.applications),
                (self.tr("Krav"), receipt.claims),
                (self.tr("Betalinger"), receipt.payments),
                (self.tr("Saldoer"), receipt.balances),
                (self.tr("Krav i saken"), receipt.debts),
            )
            if value
        ]
        ways = QHBoxLayout()
        ways.setSpacing(fonts.px(8))
        self.undo_button = Button(self.tr("Angre alt"), self.undo_wanted.emit, icon=Icon.UNDO)
        ways.addWidget(self.undo_button)
        ways.addStretch(1)
        card.add(row, Facts(facts), ways)
        return card

    def _check(self, findings: tuple[ArrearsFinding, ...]) -> Card:
        """What to look over before anything is sent."""
        card = Card(self.tr("Sjekk data"))
        if not findings:
            card.add(Label(self.tr("Alt stemmer. Du kan gå videre til restansene."), wrap=True))
            return card
        found = Counter(each.kind for each in findings)
        facts = [Fact(title_word(kind), number(found[kind])) for kind in ArrearsCheckKind]
        told = self.tr("Se over dette før du sender noe. Det kan være feil i lista eller hos oss.")
        ways = QHBoxLayout()
        self.check_button = Button(self.tr("Se hva som ikke stemmer"), self.check_wanted.emit)
        ways.addWidget(self.check_button)
        ways.addStretch(1)
        shown = [fact for fact, kind in zip(facts, ArrearsCheckKind, strict=True) if found[kind]]
        card.add(Label(told, wrap=True), Facts(shown), ways)
        return card

    def _left(self, counts: Counts) -> Card:
        card = Card(self.tr("Dette er ikke hentet inn"))
        facts = [
            Fact(words, number(value))
            for words, value in (
                (self.tr("Venter på deg"), counts.waiting),
                (self.tr("Doble, utelatt"), counts.doubles),
                (self.tr("Ikke en rad"), counts.skipped),
            )
            if value
        ]
        if not facts:
            card.add(Label(self.tr("Alt i fila er hentet inn."), wrap=True))
            return card
        card.add(Facts(facts))
        ways = QHBoxLayout()
        ways.setSpacing(fonts.px(8))
        if counts.waiting:
            self.more_button = Button(self.tr("Svar på dem nå"), self.more_wanted.emit)
            ways.addWidget(self.more_button)
        ways.addWidget(
            Button(self.tr("Last ned feillista"), self.list_wanted.emit, icon=Icon.DOCUMENT)
        )
        ways.addStretch(1)
        card.add(ways)
        return card
