"""«Kapasitet»: how much advice the office can give, and what a change would do for the queue."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.debt.queue.capacity.model import Absence, Capacity
from app.debt.queue.model import Outlook
from app.office import Office
from ui.asking import stopped
from ui.debt.capacity.dialogs import CapacityDialogs
from ui.debt.capacity.what_if import COLUMNS, Moved, WhatIf
from ui.debt.capacity.words import case_text, days_text, share_text, week_text
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day, done, title_word
from ui.navigation import Navigator, Page, PageId, Place

MOST_ROWS = 12


class DebtCapacityPage(Page):
    """What holds from which day, days with nobody there, and «Hva om»."""

    page_id = PageId.DEBT_CAPACITY
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.dialogs = CapacityDialogs(office, navigator, self)
        self.header = PageHeader(
            self.tr("Kapasitet for økonomisk rådgivning"),
            primary=Button(
                self.tr("Endre kapasiteten"),
                self.dialogs.change,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(
                    self.tr("Til køen"), partial(navigator.open, PageId.DEBT_QUEUE), icon=Icon.DEBT
                ),
                Button(self.tr("Nytt fravær"), self.dialogs.be_away, icon=Icon.CALENDAR),
            ),
        )
        self.changes = RowList(self.tr("Kapasiteten fra dag til dag"), Shape.TIMELINE, whole=True)
        self.away = RowList(self.tr("Dager uten rådgivning"), Shape.TIMELINE, whole=True)
        self.away.activated_key.connect(self._drop)
        self.what_if = WhatIf(office, self.dialogs.change)
        self.what_if.tried.connect(self._show)
        self.table: RecordTable[Moved] = RecordTable(
            "debt_capacity",
            self.tr("Hva det betyr for hver i køen"),
            RecordModel(COLUMNS),
            empty=EmptyState(
                self.tr("Ingen venter på økonomisk rådgivning"),
                self.tr("Når noen står i kø, ser du her hva en endring gjør for hver av dem."),
                drawing=False,
            ),
            identity=lambda row: row.place.case.id,
        )
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        body = ScrollBody()
        frame.add(body, stretch=True)
        told = Card(self.tr("Kapasiteten"), icon=Icon.HISTORY)
        self.untold = self._nothing(self.tr("Ingenting er skrevet inn. Velg «Endre kapasiteten»."))
        self.always = self._nothing(
            self.tr("Ingen dager er ført inn. Helger og helligdager er regnet med fra før.")
        )
        told.add(self.changes, self.untold)
        told.body.addStretch(1)
        away = Card(self.tr("Dager uten rådgivning"), icon=Icon.CALENDAR)
        away.add(self.away, self.always)
        away.body.addStretch(1)
        body.add(self.what_if, SideBySide(told, away, shares=(3, 2)), self.table)

    def _nothing(self, words: str) -> Label:
        return Label(words, Type.HELP, Token.TEXT2, wrap=True)

    def reload(self) -> None:
        now = self.office.debt_capacity.on()
        self.header.set_subtitle(
            self.tr("Ikke skrevet inn ennå. Da kan vi ikke regne når noen kan begynne.")
            if now is None
            else " · ".join((share_text(now), week_text(now), case_text(now)))
        )
        rows = self.office.debt_capacity.rows()
        self.changes.set_rows([self._change(row, now) for row in reversed(rows)])
        coming = self._coming()
        self.away.set_rows([self._away(each) for each in coming])
        for shown, words, there in (
            (self.changes, self.untold, rows),
            (self.away, self.always, coming),
        ):
            shown.setVisible(bool(there))
            words.setVisible(not there)
        self.what_if.begin(now)
        self._show(self.what_if.capacity())

    def _coming(self) -> tuple[Absence, ...]:
        today = self.office.clock.today()
        return tuple(
            each for each in self.office.debt_capacity.absences() if each.last_day >= today
        )

    def _change(self, row: Capacity, now: Capacity | None) -> Row:
        words = f"{week_text(row)}. {case_text(row)}."
        if row.reason:
            words = f"{words} {stopped(row.reason)}"
        if row is now:
            words = self.tr("Gjelder nå. {}").format(words)
        return Row(row.since, share_text(row), words, icon=Icon.PEOPLE, when=day(row.since))

    def _away(self, each: Absence) -> Row:
        return Row(
            each.id,
            title_word(each.kind),
            days_text(each),
            icon=Icon.CALENDAR,
            action=self.tr("Fjern"),
        )

    def _drop(self, absence: object) -> None:
        if isinstance(absence, int):
            self.office.debt_capacity.drop_absence(absence)
            self.navigator.tell(done("debt_absence.dropped"), undo=True)

    def _show(self, other: object) -> None:
        """The queue as it is, and as it would be with another capacity."""
        queue = self.office.debt_queue
        now = queue.places()
        then = queue.places(instead=other) if isinstance(other, Capacity) else None
        self.what_if.tell(Outlook(now), None if then is None else Outlook(then))
        starts = [each.expected for each in then] if then is not None else [None] * len(now)
        self.table.set_rows([Moved(*each) for each in zip(now, starts, strict=True)])
        self.table.show_whole(MOST_ROWS)

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            self.dialogs.change()
