"""The returns told in tables: Husbanken, evictions, advice, needs, the homeless."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.text import plural
from app.documents.model import Document
from app.office import Office
from app.overview.return_tables.model import ReturnTables
from app.overview.snapshots.model import ReturnKind
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.icons import Icon
from ui.navigation import Navigator, Page, PageId
from ui.overview.returns.part import Counted, ReturnPart
from ui.overview.returns.tables_view import TablesView

Of = Callable[[date, date], ReturnTables]


class TablesPart(ReturnPart):
    """One of them; a subclass reads its days. `counts` says what the numbers take in."""

    counts: ClassVar[str] = ""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.view = TablesView(office, navigator)
        self.column.addWidget(Callout(ChipKind.INFO, self.words, self.counts))
        self.column.addWidget(self.view)

    def read(self, own: Office, first: date, last: date) -> ReturnTables:
        """The tables of those days. OfficeError in words."""
        raise NotImplementedError

    def count(self, own: Office, first: date, last: date) -> Counted:
        read = self.read(own, first, last)
        answer = own.counted_returns.reports.answer(read)
        return Counted(answer, partial(self.view.show_tables, read))

    def told(self) -> str:
        read = self.view.read
        if read is None:
            return ""
        return plural(len(read.tables), self.tr("tabell"), self.tr("tabeller"))

    def paper(self) -> Callable[[Office], Document]:
        return self.view.paper()

    def export(self, page: Page) -> None:
        self.view.export(page, self.sheet)


class _PeriodPart(TablesPart):
    """One whose numbers `service` counts for a period."""

    service: ClassVar[Callable[[Office], Of]]

    def read(self, own: Office, first: date, last: date) -> ReturnTables:
        return type(self).service(own)(first, last)


class HusbankenPart(_PeriodPart):
    """REP-20: what was applied for, granted and refused."""

    key, words, sheet = "husbanken", "Husbanken", "Husbankens virkemidler"
    kind, service = ReturnKind.HUSBANKEN, lambda own: own.counted_returns.husbanken.of
    counts = (
        "Her telles tiltak i oppfølgingen og i rådgivningen: søkt når tiltaket er bestilt eller"
        " søkt om, innvilget når det er bekreftet, i gang eller ferdig. Det som venter, er talt"
        " den siste dagen. Et tiltak som er glemt i registeret, er ikke med."
    )


class EvictionsPart(_PeriodPart):
    """A12: warned, petitioned, carried out, averted."""

    key, words, sheet = "evictions", "Utkastelser", "Utkastelser"
    kind, service = ReturnKind.EVICTIONS, lambda own: own.counted_returns.evictions.of
    counts = (
        "Hvert steg telles den dagen saken kom dit første gang. En sak er avverget når boligen"
        " ble beholdt. Barn er de som bodde der da saken begynte."
    )


class AdvicePart(_PeriodPart):
    """Requests for economic advice."""

    key, words, sheet = "debt_advice", "Rådgivning", "Økonomisk rådgivning"
    kind, service = ReturnKind.DEBT_ADVICE, lambda own: own.counted_returns.advice.of
    counts = (
        "Hver henvendelse telles den dagen den kom, og den dagen noe skjedde i saken. En"
        " henvendelse kan gjelde flere ting. Kø og arbeid er talt den siste dagen."
    )


class NeedsPart(_PeriodPart):
    """F11: the overview of needs."""

    key, words, sheet = "needs", "Boligbehov", "Boligbehov"
    kind, service = ReturnKind.NEEDS, lambda own: own.counted_returns.needs.of
    counts = (
        "Åpne søknader den siste dagen. Øverst telles hvert behov, så en husstand kan stå flere"
        " steder. Under telles hver husstand én gang, etter det som haster mest."
    )


class HomelessPart(TablesPart):
    """REP-01 to REP-05 on the last day; each person is confirmed on a page of its own."""

    key, words, sheet = "homeless", "Bostedsløse", "Bostedsløse"
    kind = ReturnKind.HOMELESS
    counts = (
        "Alle uten egen bolig den siste dagen, hver voksen for seg. Tallet er et anslag til alle er"
        " bekreftet i uke 48."
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        open_census = partial(navigator.open, PageId.CENSUS)
        self.census_button = Button(self.tr("Gå til personene"), open_census, icon=Icon.HOME)
        row = QHBoxLayout()
        row.addWidget(self.census_button)
        row.addStretch(1)
        self.column.insertLayout(1, row)

    def read(self, own: Office, first: date, last: date) -> ReturnTables:
        return own.homeless.tables(last)

    def paper(self) -> Callable[[Office], Document]:
        read = self.view.read
        sure, estimated = self.view.paper(), self.view.paper(estimate=True)

        def make(own: Office) -> Document:
            estimate = read is None or own.homeless.at(read.last).estimate
            return (estimated if estimate else sure)(own)

        return make
