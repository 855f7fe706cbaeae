"""The returns told in tables: Husbanken, evictions, advice, needs, the homeless."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.text import plural
from app.documents.model import Document
from app.office import Office
from app.overview.return_tables.model import ReturnTables
from app.overview.snapshots.model import Answer, ReturnKind
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.icons import Icon
from ui.navigation import Navigator, Page, PageId
from ui.overview.returns.part import ReturnPart
from ui.overview.returns.tables_view import TablesView


class TablesPart(ReturnPart):
    """One of them; a subclass reads its days. `counts` says what the numbers take in."""

    counts = ""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.view = TablesView(office, navigator)
        self.column.addWidget(Callout(ChipKind.INFO, self.words, self.counts))
        self.column.addWidget(self.view)

    def read(self, first: date, last: date) -> ReturnTables:
        """The tables of those days. OfficeError in words."""
        raise NotImplementedError

    def count(self, first: date, last: date) -> Answer:
        return self.office.counted_returns.reports.answer(self.read(first, last))

    def show_days(self, first: date, last: date) -> None:
        self.view.show_tables(self.read(first, last))

    def told(self) -> str:
        read = self.view.read
        if read is None:
            return ""
        return plural(len(read.tables), self.tr("tabell"), self.tr("tabeller"))

    def paper(self) -> Document:
        return self.view.paper()

    def export(self, page: Page) -> None:
        self.view.export(page, self.sheet)


class HusbankenPart(TablesPart):
    """REP-20: what was applied for, granted and refused."""

    key, words, sheet = "husbanken", "Husbanken", "Husbankens virkemidler"
    kind = ReturnKind.HUSBANKEN
    counts = (
        "Her telles tiltak i oppfølgingen og i rådgivningen: søkt når tiltaket er bestilt eller"
        " søkt om, innvilget når det er bekreftet, i gang eller ferdig. Det som venter, er talt"
        " den siste dagen. Et tiltak som er glemt i registeret, er ikke med."
    )

    def read(self, first: date, last: date) -> ReturnTables:
        return self.office.counted_returns.husbanken.of(first, last)


class EvictionsPart(TablesPart):
    """A12: warned, petitioned, carried out, averted."""

    key, words, sheet = "evictions", "Utkastelser", "Utkastelser"
    kind = ReturnKind.EVICTIONS
    counts = (
        "Hvert steg telles den dagen saken kom dit første gang. En sak er avverget når boligen"
        " ble beholdt. Barn er de som bodde der da saken begynte."
    )

    def read(self, first: date, last: date) -> ReturnTables:
        return self.office.counted_returns.evictions.of(first, last)


class AdvicePart(TablesPart):
    """Requests for economic advice."""

    key, words, sheet = "debt_advice", "Rådgivning", "Økonomisk rådgivning"
    kind = ReturnKind.DEBT_ADVICE
    counts = (
        "Hver henvendelse telles den dagen den kom, og den dagen noe skjedde i saken. En"
        " henvendelse kan gjelde flere ting. Kø og arbeid er talt den siste dagen."
    )

    def read(self, first: date, last: date) -> ReturnTables:
        return self.office.counted_returns.advice.of(first, last)


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

    def read(self, first: date, last: date) -> ReturnTables:
        return self.office.homeless.tables(last)

    def paper(self) -> Document:
        read = self.view.read
        estimate = read is None or self.office.homeless.at(read.last).estimate
        return self.view.paper(estimate=estimate)


class NeedsPart(TablesPart):
    """F11: the overview of needs."""

    key, words, sheet = "needs", "Boligbehov", "Boligbehov"
    kind = ReturnKind.NEEDS
    counts = (
        "Åpne søknader den siste dagen. Øverst telles hvert behov, så en husstand kan stå flere"
        " steder. Under telles hver husstand én gang, etter det som haster mest."
    )

    def read(self, first: date, last: date) -> ReturnTables:
        return self.office.counted_returns.needs.of(first, last)
