"""«Behov»: dwellings and waiting households by group and size, as two bars and a matrix."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.records import dataclass
from app.core.text import grouped
from app.office import Office
from app.overview.figures.model import Figure, HomeSize
from app.overview.stock.model import Balance, BalanceCell
from ui.kit.bar_chart import BarChartView
from ui.kit.buttons import Segments
from ui.kit.cards import Card
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day as day_words
from ui.navigation import Navigator, Page
from ui.overview.stock.part import StockPart, show_rows
from ui.overview.stock.words import SIZES, group_words, need_finding


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One group, or all of them together at the end."""

    name: str
    cells: tuple[BalanceCell, ...]
    total: BalanceCell
    last: bool = False


_FIGURE: dict[str, Callable[[BalanceCell], Figure]] = {
    "waiting": lambda cell: cell.waiting,
    "homes": lambda cell: cell.homes,
    "vacant": lambda cell: cell.vacant,
}


class NeedPart(StockPart):
    """Enter lists what a group's number counts: who waits, or the dwellings."""

    key: ClassVar[str] = "need"
    words: ClassVar[str] = "Behov"
    sheet: ClassVar[str] = "Behov"

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.balance: Balance | None = None
        self.picture = Card(" ")
        self.chart = BarChartView()
        self.picture.add(self.chart)
        choices = [
            ("both", self.tr("Boliger / venter")),
            ("waiting", self.tr("Venter")),
            ("homes", self.tr("Boliger")),
            ("vacant", self.tr("Klare for innflytting")),
        ]
        self.what = Segments(self.tr("Tallene i tabellen"), choices, "both")
        self.what.chosen.connect(lambda _what: self._show())
        self.table: RecordTable[NeedLine] = RecordTable(
            "need_matrix",
            self.tr("Boliger og de som venter, etter gruppe og størrelse"),
            RecordModel(self._columns()),
            empty=EmptyState(
                self.tr("Ingen boliger og ingen som venter denne dagen"),
                self.tr("Velg en annen dag."),
                drawing=False,
            ),
            identity=lambda line: line.name,
        )
        self.table.opened.connect(self._open)
        self.note = Label("", Type.HELP, Token.TEXT2, wrap=True)
        for part in (self.picture, self.what, self.table, self.note):
            self.column.addWidget(part)

    def _columns(self) -> tuple[Column[NeedLine], ...]:
        return (
            Column(
                "group",
                self.tr("Gruppe"),
                lambda line: line.name,
                sort=lambda line: None if line.last else line.name,
                strong=True,
                stretch=True,
                width=180,
            ),
            *(self._size(at, SIZES[size]) for at, size in enumerate(HomeSize)),
            self._column("sum", self.tr("Til sammen"), lambda line: line.total),
        )

    def _size(self, at: int, title: str) -> Column[NeedLine]:
        return self._column(f"size_{at}", title, lambda line: line.cells[at])

    def _column(
        self, key: str, title: str, cell: Callable[[NeedLine], BalanceCell]
    ) -> Column[NeedLine]:
        return Column(
            key,
            title,
            lambda line: self._text(cell(line)),
            sort=lambda line: None if line.last else self._number(cell(line)),
            align=Align.RIGHT,
            width=104,
        )

    def _text(self, cell: BalanceCell) -> str:
        if self.what.value == "both":
            return f"{grouped(cell.homes.count)} / {grouped(cell.waiting.count)}"
        return grouped(self._number(cell))

    def _number(self, cell: BalanceCell) -> int:
        return self._figure(cell).count

    def _figure(self, cell: BalanceCell) -> Figure:
        return _FIGURE.get(str(self.what.value), _FIGURE["waiting"])(cell)

    def count(self, own: Office, day: date) -> Callable[[], None]:
        return partial(self._take, own.stock.balance(day))

    def _take(self, balance: Balance) -> None:
        self.balance = balance
        self._show()

    def _show(self) -> None:
        told = self.balance
        if told is None:
            return
        said = need_finding(told)
        self.picture.title.setText(said)
        series = (self.tr("Boliger"), self.tr("Venter"))
        self.chart.show_chart(told.chart(said, series, group_words))
        lines = [NeedLine(group_words(row.group), row.cells, row.total) for row in told.rows]
        if lines:
            lines.append(NeedLine(self.tr("Til sammen"), told.sizes, told.total, last=True))
        show_rows(self.table, lines)
        self.note.setText(self._counted(told))

    def _counted(self, told: Balance) -> str:
        words = self.tr(
            "En bolig hører til gruppen den er satt av til, ellers til gruppen til husstanden som"
            " bor der. De som venter, er nye husstander med vedtak. Størrelsen er soverommene"
            " boligen har, eller husstanden ber om. Boliger uten bestemt gruppe er ikke tegnet."
        )
        if told.unknown_before is None:
            return words
        late = self.tr("Registeret vet hvem som venter fra {}, og ikke før.")
        return f"{late.format(day_words(told.unknown_before))} {words}"

    def told(self) -> str:
        waiting = self.balance.total.waiting.count if self.balance is not None else 0
        return self.tr("{} venter på bolig").format(grouped(waiting))

    def export(self, page: Page) -> None:
        page.export_seen(self.table, self.tr("Eksporter behovet"), self.sheet)

    def _open(self, line: object) -> None:
        if isinstance(line, NeedLine):
            self.behind(line.name, self._figure(line.total).behind)
