"""«Bosatte flyktninger»: year by year, who has left municipal housing within one to three years."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.charts import BarChart, BarGroup
from app.core.text import grouped, plural
from app.office import Office
from app.overview.cohorts.model import Cohort, Cohorts
from ui.kit.bar_chart import BarChartView
from ui.kit.cards import Card
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.navigation import Navigator, Page
from ui.overview.number_column import number
from ui.overview.stock.part import StockPart, show_rows


class CohortPart(StockPart):
    """Enter lists the households of a year."""

    key: ClassVar[str] = "cohorts"
    words: ClassVar[str] = "Bosatte flyktninger"
    sheet: ClassVar[str] = "Bosatte"

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.cohorts: Cohorts | None = None
        self.picture = Card(" ")
        self.chart = BarChartView()
        self.picture.add(self.chart)
        self.table: RecordTable[Cohort] = RecordTable(
            "cohorts",
            self.tr("Bosatte husstander, år for år"),
            RecordModel(self._columns()),
            empty=EmptyState(
                self.tr("Ingen er bosatt etter avtale ennå"),
                self.tr("Før bosettingen under «Bosetting og ledige boliger», så telles den her."),
                drawing=False,
            ),
            identity=lambda each: each.year,
        )
        self.table.opened.connect(self._open)
        words = self.tr(
            "En husstand er ute av kommunal bolig når ingen i den har et leieforhold som løper."
            " «2 av 5» betyr at 5 husstander har vært her så lenge, og at 2 av dem var ute da."
            " Målet er egen bolig innen tre år."
        )
        note = Label(words, Type.HELP, Token.TEXT2, wrap=True)
        for part in (self.picture, self.table, note):
            self.column.addWidget(part)

    def _columns(self) -> tuple[Column[Cohort], ...]:
        return (
            Column(
                "year",
                self.tr("Bosatt"),
                self._year,
                sort=lambda each: each.year or None,
                strong=True,
                stretch=True,
                width=110,
            ),
            _count("households", self.tr("Husstander"), lambda each: each.households.count),
            _count("persons", self.tr("Personer"), lambda each: each.persons, spare=1),
            _count("rents", self.tr("Leier fortsatt"), lambda each: each.rents.count),
            _count("left", self.tr("Ute"), lambda each: each.left.count),
            *(_left(at, self.tr("Ute innen {} år").format(at + 1)) for at in range(3)),
            _count("not_known", self.tr("Ikke kjent"), lambda each: each.not_known.count, spare=2),
        )

    def _year(self, each: Cohort) -> str:
        return str(each.year) if each.year else self.tr("Til sammen")

    def count(self, own: Office, day: date) -> Callable[[], None]:
        return partial(self._show, own.cohorts.at(day))

    def _show(self, told: Cohorts) -> None:
        self.cohorts = told
        said = cohort_words(told)
        self.picture.title.setText(said)
        series = (self.tr("Leier fortsatt"), self.tr("Ute av kommunal bolig"))
        bars = tuple(
            BarGroup(str(each.year), (each.rents.count, each.left.count)) for each in told.years
        )
        self.picture.setVisible(bool(told.years))
        self.chart.show_chart(BarChart(said, series, bars))
        show_rows(self.table, (*told.years, told.total) if told.years else ())

    def told(self) -> str:
        if self.cohorts is None:
            return ""
        return plural(self.cohorts.total.households.count, "husstand", "husstander")

    def export(self, page: Page) -> None:
        page.export_seen(self.table, self.tr("Eksporter bosatte"), self.sheet)

    def _open(self, each: object) -> None:
        if isinstance(each, Cohort):
            self.behind(self._year(each), each.households.behind)


def cohort_words(told: Cohorts) -> str:
    """«3 av 7 husstander var ute av kommunal bolig innen tre år»."""
    three = told.total.within[-1]
    if not three.of:
        return "Ingen av de bosatte har vært her i tre år ennå"
    of = plural(three.of, "husstand", "husstander")
    return f"{grouped(three.left.count)} av {of} var ute av kommunal bolig innen tre år"


def _count(key: str, title: str, of: Callable[[Cohort], int], *, spare: int = 0) -> Column[Cohort]:
    return number(key, title, of, width=106, last=lambda each: not each.year, spare=spare)


def _left(at: int, title: str) -> Column[Cohort]:
    def text(each: Cohort) -> str:
        within = each.within[at]
        if not within.of:
            return "–"
        return f"{grouped(within.left.count)} av {grouped(within.of)}"

    return Column(
        f"left_{at + 1}",
        title,
        text,
        sort=lambda each: each.within[at].left.count if each.year else None,
        align=Align.RIGHT,
        width=112,
    )
