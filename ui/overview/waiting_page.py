"""«Ventetid»: who waits on any day, who got a dwelling, and how long it took."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.charts import BarChart, BarGroup, TrendChart, TrendPoint
from app.core.errors import Invalid, OfficeError
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.core.text import grouped
from app.office import Office
from app.overview.waiting_times.model import AllocatedIn, WaitingOn, WaitingTimes, WaitSpread
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.bar_chart import BarChartView
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.kit.trend_chart import TrendLine
from ui.kit.words import Label
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId
from ui.overview.behind import BehindDialog
from ui.overview.counted_page import CountedPage
from ui.overview.counting import Wish
from ui.overview.days_dialog import ask_days
from ui.overview.stock.part import show_rows
from ui.overview.waiting_columns import (
    GroupLine,
    expected_words,
    group_columns,
    group_lines,
    spread_columns,
    spread_words,
)


def _month(on: date) -> str:
    """«06.2026»."""
    return f"{on:%m.%Y}"


BACK = Period(-3, Unit.YEARS)
"""How far back the office's own history is read to begin with."""


@dataclass(frozen=True, slots=True)
class Waits:
    """All that the page shows of its days."""

    waiting: WaitingOn
    housed: AllocatedIn
    times: WaitingTimes
    points: tuple[TrendPoint, ...]
    began: date | None


def count(own: Office, first: date, last: date) -> Waits:
    """Who waits on the last day, and what has come of those who waited. Invalid in words."""
    counts = own.waiting_counts
    return Waits(
        counts.at(last),
        counts.allocated(first, last),
        counts.times(first, last),
        counts.over_time(first, last),
        counts.began,
    )


class WaitingTimesPage(CountedPage):
    """Today and the last three years to begin with; other days are asked for."""

    page_id = PageId.WAITING_TIMES
    watches: ClassVar[frozenset[str]] = frozenset(
        {"application", "application_state", "application_group"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.first, self.last = self._usual()
        self.times: WaitingTimes | None = None
        self.period_button = Button(self.tr("Andre dager …"), self.ask, icon=Icon.CALENDAR)
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Ventetid"),
            secondary=(self.export_button, self.print_button),
            extra=(self.period_button,),
        )
        self._make_pictures()
        self._make_tables()
        self._build()

    def _usual(self) -> tuple[date, date]:
        today = self.office.clock.today()
        return add(BACK, today), today

    def _make_pictures(self) -> None:
        self.chart = BarChartView()
        self.picture = Card(" ", icon=Icon.WAITING_LIST)
        self.picture.add(self.chart)
        self.picture.body.addStretch(1)
        self.trend = TrendLine(
            self.tr("Hvor mange som har ventet"), lambda value: grouped(round(value)), _month
        )
        self.through = Card(self.tr("Hvor mange som har ventet, måned for måned"))
        self.through.add(self.trend)
        self.expected = Card(self.tr("Hvor lenge det har tatt"), icon=Icon.HOURGLASS)
        self.said = Label("", Type.BODY, wrap=True)
        words = self.tr(
            "Regnet av dem som fikk bolig i perioden, fra søknaden kom til boligen ble tildelt."
            " Medianen er den midterste: halvparten ventet kortere. Med under 5 saker sier tallet"
            " for lite. De som fortsatt venter, er ikke med i medianen."
        )
        self.expected.add(self.said, Label(words, Type.HELP, Token.TEXT2, wrap=True))

    def _make_tables(self) -> None:
        self.table: RecordTable[GroupLine] = RecordTable(
            "waiting_groups",
            self.tr("Venter og fikk bolig, etter gruppe"),
            RecordModel(group_columns()),
            empty=EmptyState(
                self.tr("Ingen venter, og ingen fikk bolig"),
                self.tr("Den som får ja til en bolig, venter her til en bolig er tildelt."),
                drawing=False,
            ),
            identity=lambda line: line.name,
        )
        self.table.opened.connect(self._open_group)
        self.spreads: RecordTable[WaitSpread] = RecordTable(
            "waiting_spreads",
            self.tr("Ventetid, med antall saker"),
            RecordModel(spread_columns()),
            empty=EmptyState(
                self.tr("Ingen fikk bolig i perioden"),
                self.tr("Velg en lengre periode, så er det noe å regne av."),
                drawing=False,
            ),
            identity=lambda each: each.name,
        )
        self.spreads.opened.connect(self._open_spread)
        choices = [("group", self.tr("Gruppe")), ("size", self.tr("Størrelse"))]
        self.by = Segments(self.tr("Ventetid etter"), choices, "group")
        self.by.chosen.connect(lambda _by: self._show_spreads())

    def _build(self) -> None:
        self.begin_counted(self.header)
        self.trend.setMinimumHeight(fonts.px(150))
        self.body.add(SideBySide(self.picture, self.table))
        self.body.add(self.through, self.expected, self.by, self.spreads)

    # what it shows

    def reload(self) -> None:
        first, last = self.first, self.last
        words = self.tr("Teller dem som venter og har ventet, {}–{}").format(day(first), day(last))
        self._allow(self.tr("Vent til tallene er talt."))
        wish = Wish((first, last), words, lambda own, _told: count(own, first, last))
        self.counting.read(wish, self._show, self._refuse)

    def _allow(self, why_not: str) -> None:
        for button in (self.print_button, self.export_button):
            button.set_off(why_not)

    def _refuse(self, error: OfficeError) -> None:
        self.times = None
        words = problem(error.problems[0]) if isinstance(error, Invalid) else message(error)
        self.header.set_subtitle(words)
        self._allow(words)
        self.chart.show_chart(BarChart("", (), ()))
        self.trend.show_chart(TrendChart("", ()))
        self.table.set_rows(())
        self.spreads.set_rows(())

    def _show(self, counted: Waits) -> None:
        self._allow("")
        waiting, housed, points = counted.waiting, counted.housed, counted.points
        self.times = counted.times
        said = self.tr("{} venter på bolig {}").format(grouped(waiting.total.count), day(self.last))
        if waiting.swaps.count:
            swaps = grouped(waiting.swaps.count)
            said = self.tr("{}, og {} vil bytte").format(said, swaps)
        if counted.began is not None and counted.began > self.first:
            told = self.tr("Registeret begynner {}. Tallene er fra da til {}.")
            self.header.set_subtitle(told.format(day(counted.began), day(self.last)))
        else:
            self.header.set_subtitle(f"{day(self.first)}–{day(self.last)}")
        lines = group_lines(waiting, housed, self.tr("Til sammen"))
        series = (self.tr("Venter"), self.tr("Fikk bolig"))
        bars = tuple(
            BarGroup(line.name, (line.waiting.count, line.housed.count))
            for line in lines
            if not line.last
        )
        self.picture.title.setText(said)
        self.chart.show_chart(BarChart(said, series, bars))
        show_rows(self.table, lines)
        self.trend.show_chart(TrendChart(said, points))
        self.said.setText(expected_words(self.times.total))
        self._show_spreads()

    def _show_spreads(self) -> None:
        if self.times is None:
            return
        by_size = self.by.value == "size"
        rows = self.times.by_size if by_size else self.times.by_group
        show_rows(self.spreads, (*rows, self.times.total) if rows else ())

    # what the officer does

    def ask(self) -> AskDialog:
        """Another day, and another period of history."""

        def act(first: date, last: date) -> None:
            self.office.waiting_counts.check(first, last)
            self.first, self.last = first, last
            self.reload()

        words = self.tr("De som venter, telles den siste dagen. Ventetiden er fra hele perioden.")
        days, usual = (self.first, self.last), self._usual()
        return ask_days(self.office, self, self.tr("Velg dager"), words, days, act, usual=usual)

    def show_paper(self) -> DocumentDialog | None:
        """The page, to read and print."""
        first, last = self.first, self.last
        return self.show_paper_of(
            self.tr("Ventetid"),
            self.tr("Siden har ingen navn og lagres ikke."),
            lambda own: own.waiting_counts.paper(last, first, last),
        )

    def _export(self) -> None:
        self.export_seen(self.spreads, self.tr("Eksporter ventetid"), "Ventetid")

    def _open_group(self, line: object) -> None:
        if isinstance(line, GroupLine):
            self._behind(line.name, line)

    def _behind(self, title: str, line: GroupLine) -> BehindDialog:
        refs = line.waiting.behind or line.housed.behind
        dialog = BehindDialog(self.office, self.navigator, title, refs, self)
        dialog.open()
        return dialog

    def _open_spread(self, each: object) -> None:
        if isinstance(each, WaitSpread):
            title = self.tr("Fikk bolig: {}").format(spread_words(each.name))
            refs = each.cases.behind
            BehindDialog(self.office, self.navigator, title, refs, self).open()
