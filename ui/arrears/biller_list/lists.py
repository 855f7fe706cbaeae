"""Whose list is taken in now, and the lists that were taken in before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.arrears.lists.model import ListImport
from app.arrears.model import Biller
from app.core.ids import BillerId
from app.core.text import plural
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, clear
from ui.kit.choice_fields import ChoiceField
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital, day

MOST_SHOWN = 3


class TakeInCard(Card):
    """`wanted` with whose list is to be taken in, `chosen` when another biller is looked at."""

    wanted = Signal(int)
    chosen = Signal()
    new_wanted = Signal()
    close_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hent inn en liste"), parent=parent)
        self._billers: tuple[Biller, ...] = ()
        self._row = QVBoxLayout()
        self._row.setSpacing(fonts.px(12))
        self.add(self._row)
        self.field: ChoiceField | None = None
        self.take_in = Button(
            self.tr("Velg fil …"), self._take_in, kind=ButtonKind.PRIMARY, icon=Icon.IMPORT
        )
        self.new = Button(self.tr("Ny innkrever …"), self.new_wanted.emit, icon=Icon.NEW)
        self.close_button = Button(self.tr("Avslutt innkreveren"), self._close)
        self._ways = FlowLayout(fonts.px(8))
        for button in (self.take_in, self.new, self.close_button):
            self._ways.addWidget(button)
        self._row.addLayout(self._ways)
        told = self.tr(
            "Husrom husker hvordan lista fra hver innkrever ser ut. Ingenting lagres før du har"
            " sett over linjene."
        )
        self.add(Label(told, Type.HELP, Token.TEXT2, wrap=True))

    @property
    def biller(self) -> BillerId | None:
        """Whose lists are looked at; None for all."""
        value = self.field.value() if self.field is not None else None
        return BillerId(value) if isinstance(value, int) else None

    def show_billers(self, billers: Sequence[Biller], ours: BillerId) -> None:
        """Those to choose between; the one that was chosen stays, alone it is chosen at once."""
        before = self.biller
        self._ours = ours
        if tuple(billers) != self._billers or self.field is None:
            self._billers = tuple(billers)
            if self.field is not None:
                self._row.removeWidget(self.field)
                self.field.deleteLater()
            options = [(each.id, capital(each.name)) for each in billers]
            self.field = ChoiceField("biller", self.tr("Hvem er lista fra?"), options, width=320)
            self._row.insertWidget(0, self.field)
            self.field.changed.connect(lambda _name: self._turned())
        known = {each.id for each in billers}
        only = billers[0].id if len(billers) == 1 else None
        self.choose(before if before in known else only)

    def choose(self, biller: BillerId | None) -> None:
        """Look at the lists of one."""
        if self.field is not None:
            self.field.set_value(biller)
        self._tell()

    def begin(self) -> None:
        """The keyboard starts at what has to be said first."""
        if self.biller is None and self.field is not None:
            self.field.setFocus()
        else:
            self.take_in.setFocus()

    def _turned(self) -> None:
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        unsaid = self.biller is None
        self.take_in.set_off(self.tr("Velg hvem lista er fra først") if unsaid else "")
        self.close_button.setVisible(not unsaid and self.biller != self._ours)

    def _take_in(self) -> None:
        if self.biller is not None:
            self.wanted.emit(self.biller)

    def _close(self) -> None:
        if self.biller is not None:
            self.close_wanted.emit(self.biller)


class EarlierCard(Card):
    """The newest lists, each with the way back; `undo_wanted` with the list."""

    undo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lister som er hentet inn"), parent=parent)
        self._column = QVBoxLayout()
        self._column.setSpacing(fonts.px(6))
        self.add(self._column)
        self.buttons: tuple[Button, ...] = ()

    def show_lists(self, lists: Sequence[ListImport], names: dict[BillerId, str]) -> None:
        """The newest first."""
        clear(self._column)
        made = []
        for each in lists[:MOST_SHOWN]:
            row = QHBoxLayout()
            row.setSpacing(fonts.px(12))
            row.addWidget(Label(self._words(each, names), wrap=True), 1)
            if each.event is not None:
                button = Button(
                    self.tr("Angre hele lista"),
                    partial(self.undo_wanted.emit, each),
                    icon=Icon.UNDO,
                    size=ButtonSize.SMALL,
                )
                button.setAccessibleName(self.tr("Angre lista fra {}").format(day(each.at.date())))
                made.append(button)
                row.addWidget(button)
            self._column.addLayout(row)
        self.buttons = tuple(made)
        rest = len(lists) - MOST_SHOWN
        self.setVisible(bool(lists))
        if rest > 0:
            words = self.tr("{} eldre lister står i historikken.").format(rest)
            self._column.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))

    def _words(self, each: ListImport, names: dict[BillerId, str]) -> str:
        facts = [
            plural(each.claims, self.tr("krav"), self.tr("krav")),
            plural(each.payments, self.tr("betaling"), self.tr("betalinger")),
            plural(each.balances, self.tr("saldo"), self.tr("saldoer")),
        ]
        if each.left_out:
            left = plural(each.left_out, self.tr("linje"), self.tr("linjer"))
            facts.append(self.tr("{} ikke tatt inn").format(left))
        whose = capital(names.get(each.biller, ""))
        return f"{day(each.at.date())} · {whose} · {', '.join(facts)}"
