"""«Boliger»: the stock parted by one thing at a time, as bars and as a table."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.charts import BarChart, BarGroup
from app.office import Office
from app.overview.stock.model import Stock, StockBy, StockLine
from ui.kit import fonts
from ui.kit.bar_chart import BarChartView
from ui.kit.buttons import Button, ButtonKind, Segments
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.columns import Column
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.navigation import Navigator, Page, PageId
from ui.overview.number_column import number
from ui.overview.stock.part import StockPart, show_rows
from ui.overview.stock.words import BY, homes, stock_finding, value_words

MOST_BARS = 12


class HomesPart(StockPart):
    """Enter lists the dwellings of a line."""

    key: ClassVar[str] = "homes"
    words: ClassVar[str] = "Boliger"
    sheet: ClassVar[str] = "Boliger"

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.stock: Stock | None = None
        self.by = Segments(self.tr("Del opp etter"), list(BY.items()), StockBy.OWNER, wraps=True)
        self.by.chosen.connect(lambda _by: self._show())
        choices = [("all", self.tr("Alle")), ("kept", self.tr("Uten dem som skal selges"))]
        self.which = Segments(self.tr("Hvilke boliger"), choices, "all")
        self._left_out = False
        self.which.chosen.connect(lambda _which: self._leave_out())
        costs = Button(self.tr("Hva ledige boliger koster"), self._costs, kind=ButtonKind.QUIET)
        self.facts = Card(self.tr("I alt"), icon=Icon.DWELLINGS, link=costs)
        self.picture = Card(" ")
        self.chart = BarChartView()
        self.picture.add(self.chart)
        self.picture.body.addStretch(1)
        self.table: RecordTable[StockLine] = RecordTable(
            "stock_lines",
            self.tr("Boliger"),
            RecordModel(self._columns()),
            empty=EmptyState(
                self.tr("Ingen boliger denne dagen"),
                self.tr("Velg en annen dag, eller før inn boligene under «Boliger»."),
                drawing=False,
            ),
            identity=lambda line: line.value,
        )
        self.table.opened.connect(self._open)
        chosen = QWidget()
        row = FlowLayout(fonts.px(12))
        chosen.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.by, self.which):
            row.addWidget(each)
        self.column.addWidget(self.facts)
        self.column.addWidget(chosen)
        self.column.addWidget(SideBySide(self.picture, self.table))

    def _columns(self) -> tuple[Column[StockLine], ...]:
        return (
            Column("value", self.tr("Navn"), self._name, strong=True, stretch=True, width=200),
            number("homes", self.tr("Boliger"), lambda line: line.figure.count),
        )

    def _name(self, line: StockLine) -> str:
        return value_words(self._by, line.value)

    @property
    def _by(self) -> StockBy:
        return StockBy(str(self.by.value))

    @property
    def counts(self) -> bool:
        """Whether the dwellings for sale are left out."""
        return self._left_out

    def _leave_out(self) -> None:
        self._left_out = self.which.value == "kept"
        self.chosen.emit()

    def count(self, own: Office, day: date) -> Callable[[], None]:
        return partial(self._take, own.stock.at(day, leave_out_for_sale=self._left_out))

    def _take(self, stock: Stock) -> None:
        self.stock = stock
        self._show()

    def _show(self) -> None:
        stock = self.stock
        if stock is None:
            return
        clear(self.facts.body)
        sale = self.tr("{}, regnes med til de er solgt").format(homes(stock.for_sale.count))
        if stock.left_out:
            sale = self.tr("{}, ikke med i tallene").format(homes(stock.for_sale.count))
        self.facts.add(
            Facts(
                [
                    Fact(self.tr("Kommunen kan tildele"), homes(stock.total.count)),
                    Fact(self.tr("Klare for innflytting"), homes(stock.vacant.count)),
                    Fact(self.tr("Skal selges"), sale),
                ]
            )
        )
        lines = stock.by(self._by).lines
        said = stock_finding(stock, self._by)
        shown = lines[:MOST_BARS]
        bars = (BarGroup(self._name(line), (line.figure.count,)) for line in shown)
        self.picture.title.setText(said)
        self.chart.show_chart(BarChart(said, (self.tr("Boliger"),), tuple(bars)))
        show_rows(self.table, lines)

    def told(self) -> str:
        return homes(self.stock.total.count) if self.stock is not None else ""

    def export(self, page: Page) -> None:
        page.export_seen(self.table, self.tr("Eksporter boligene"), self.sheet)

    def _costs(self) -> None:
        self.navigator.open(PageId.VACANCY_COSTS)

    def _open(self, line: object) -> None:
        if isinstance(line, StockLine):
            self.behind(self._name(line), line.figure.behind)
