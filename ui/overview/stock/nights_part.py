"""«Midlertidige opphold»: nights and kroner by month, by place, and by both."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.charts import BarChart, BarGroup
from app.core.money import format_kroner
from app.core.periods import Period, Unit, add
from app.core.text import plural
from app.office import Office
from app.overview.nights.model import Nights, NightSum
from ui.kit.bar_chart import BarChartView
from ui.kit.buttons import Segments
from ui.kit.cards import Card
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day as day_words
from ui.labels import title_word
from ui.navigation import Navigator, Page
from ui.overview.number_column import number
from ui.overview.stock.part import StockPart, show_rows

YEAR = Period(-11, Unit.MONTHS)
"""The month of the day, and the eleven before it."""
NOT_TOLD = "Sted ikke vist"


class NightsPart(StockPart):
    """The twelve months up to the day; Enter lists the stays of a line."""

    key: ClassVar[str] = "nights"
    words: ClassVar[str] = "Midlertidige opphold"
    sheet: ClassVar[str] = "Opphold"

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.nights: Nights | None = None
        self.picture = Card(" ", icon=Icon.BED)
        self.chart = BarChartView()
        self.picture.add(self.chart)
        choices = [
            ("months", self.tr("Måned")),
            ("places", self.tr("Sted")),
            ("both", self.tr("Måned og sted")),
        ]
        self.by = Segments(self.tr("Del opp etter"), choices, "months")
        self.by.chosen.connect(lambda _by: self._show())
        self.table: RecordTable[NightSum] = RecordTable(
            "night_sums",
            self.tr("Døgn og kroner"),
            RecordModel(self._columns()),
            empty=EmptyState(
                self.tr("Ingen døgn i midlertidig opphold de siste tolv månedene"),
                self.tr("Før opp et opphold under «Midlertidige opphold», så telles det her."),
                drawing=False,
            ),
            identity=lambda each: (each.month, each.kind, each.where),
        )
        self.table.opened.connect(self._open)
        words = self.tr(
            "Et døgn hører til måneden det begynner i. Prisen er den som gjaldt den natten. Stedet"
            " vises ikke for den som har adressesperre."
        )
        note = Label(words, Type.HELP, Token.TEXT2, wrap=True)
        for part in (self.picture, self.by, self.table, note):
            self.column.addWidget(part)

    def _columns(self) -> tuple[Column[NightSum], ...]:
        return (
            Column(
                "month",
                self.tr("Måned"),
                lambda each: "" if each.month is None else month_words(each.month),
                value=lambda each: each.month,
                sort=lambda each: each.month,
                strong=True,
                width=110,
            ),
            Column("where", self.tr("Sted"), self._where, stretch=True, width=180),
            number("stays", self.tr("Opphold"), lambda each: each.stays.count),
            number("nights", self.tr("Døgn"), lambda each: each.nights, width=80),
            Column(
                "cost",
                self.tr("Kroner"),
                lambda each: format_kroner(each.cost),
                value=lambda each: each.cost / 100,
                sort=lambda each: each.cost,
                align=Align.RIGHT,
                width=130,
            ),
        )

    def _where(self, each: NightSum) -> str:
        if self.by.value == "months":
            return self.tr("Alle steder")
        if each.where:
            return each.where
        return NOT_TOLD if each.kind is None else title_word(each.kind)

    def count(self, own: Office, day: date) -> Callable[[], None]:
        return partial(self._take, own.nights.of(add(YEAR, day).replace(day=1), day))

    def _take(self, nights: Nights) -> None:
        self.nights = nights
        self._show()

    def _show(self) -> None:
        told = self.nights
        if told is None:
            return
        said = nights_words(told)
        self.picture.title.setText(said)
        bars = tuple(
            BarGroup(month_words(each.month or told.first), (each.nights,)) for each in told.months
        )
        self.chart.show_chart(BarChart(said, (self.tr("Døgn"),), bars))
        lines = {"months": told.months, "places": told.places}.get(str(self.by.value), told.both)
        show_rows(self.table, lines if told.total.nights else ())

    def told(self) -> str:
        if self.nights is None:
            return ""
        return f"{day_words(self.nights.first)}–{day_words(self.nights.last)}"

    def export(self, page: Page) -> None:
        page.export_seen(self.table, self.tr("Eksporter oppholdene"), self.sheet)

    def _open(self, each: object) -> None:
        if isinstance(each, NightSum):
            month = "" if each.month is None else month_words(each.month)
            title = " · ".join(filter(None, (month, self._where(each))))
            self.behind(title, each.stays.behind)


def month_words(month: date) -> str:
    """«06.2026»."""
    return f"{month:%m.%Y}"


def nights_words(told: Nights) -> str:
    """«340 døgn i midlertidig opphold, 323 000 kr»."""
    total = told.total
    if not total.nights:
        return "Ingen døgn i midlertidig opphold"
    nights = plural(total.nights, "døgn", "døgn")
    return f"{nights} i midlertidig opphold, {format_kroner(total.cost)}"
