"""«Oversikt»: the eight indicators of the strategic forum, for a quarter, half a year or a year."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.report_periods import ReportPeriod, ReportSpan
from app.office import Office
from app.overview.indicators.model import TREND, Indicator, IndicatorSheet
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton, Segments, button_line
from ui.kit.cards import Card
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.trend_chart import TrendLine
from ui.kit.words import Label
from ui.labels import capital, day, title_word
from ui.navigation import Navigator, PageId, Place
from ui.overview.behind import BehindDialog
from ui.overview.counted_page import CountedPage
from ui.overview.counting import Wish
from ui.overview.indicator_card import IndicatorButton
from ui.overview.indicator_columns import PERIODS, PeriodRow, rows_of
from ui.overview.indicator_words import (
    behind_words,
    finding,
    period_words,
    plain_value,
    short_period,
    span_of_words,
    target_words,
    trend_of,
    until_words,
)
from ui.overview.pack_dialog import PackDialog, pack_name
from ui.overview.target_dialog import target_dialog

ACROSS, NARROW, LEAST = 4, 960, 600
PACK = "pack"
"""The task that opens the pack."""


class OverviewPage(CountedPage):
    """Eight cards; the one pressed down is shown below, and all of them as a table."""

    page_id = PageId.OVERVIEW
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.period = self._wanted = office.indicators.period(ReportSpan.QUARTER)
        self._sheet: IndicatorSheet | None = None
        self.shown = Indicator.WAITING
        self.cards = {each: IndicatorButton(each) for each in Indicator}
        self._make_header()
        self._make_table()
        self._build()

    def _make_header(self) -> None:
        choices = [(each, title_word(each)) for each in ReportSpan]
        self.span = Segments(self.tr("Periode"), choices, self.period.span)
        self.span.chosen.connect(self._choose_span)
        bare = ButtonKind.BARE
        self.earlier = IconButton(
            Icon.CARET_LEFT, self.tr("Perioden før"), partial(self._step, back=True), kind=bare
        )
        self.later = IconButton(
            Icon.CARET_RIGHT, self.tr("Perioden etter"), partial(self._step, back=False), kind=bare
        )
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.pack_button = Button(
            pack_name(self.period.span), self.open_pack, kind=ButtonKind.PRIMARY, icon=Icon.PDF
        )
        self.header = PageHeader(
            self.tr("Oversikt"),
            primary=self.pack_button,
            secondary=(self.export_button,),
            extra=(self.earlier, self.later, self.span),
        )

    def _make_table(self) -> None:
        self.table: RecordTable[PeriodRow] = RecordTable(
            "indicator_periods",
            self.tr("De samme tallene, åtte perioder"),
            RecordModel(PERIODS),
            empty=EmptyState(
                self.tr("Ingenting å telle ennå"),
                self.tr("Før inn boliger, søknader og leieforhold, så telles de her."),
                drawing=False,
            ),
            identity=lambda row: row.period.first,
        )
        self.table.opened.connect(lambda row: self._go_to(row.period))

    def _build(self) -> None:
        self.begin_counted(self.header)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(fonts.px(12))
        for card in self.cards.values():
            card.toggled.connect(partial(self._card_toggled, card.indicator))
        self._across = 0
        self._lay_cards(ACROSS)
        self.body.add(holder, self._trend_card(), self.table)

    def _trend_card(self) -> Card:
        card = Card()
        self.told = Label("", Type.CARD_TITLE, wrap=True)
        self.behind_told = Label("", Type.HELP, Token.TEXT, wrap=True)
        self.line = TrendLine(
            self.tr("Trend"), str, lambda first: short_period(first, self.period.span)
        )
        self.definition = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self.cases_button = Button(
            self.tr("Vis sakene bak tallet"), self.show_cases, size=ButtonSize.SMALL
        )
        self.target_button = Button(
            self.tr("Sett mål …"), self.ask_target, icon=Icon.FOLLOWUP, size=ButtonSize.SMALL
        )
        side = QVBoxLayout()
        side.setSpacing(fonts.px(8))
        side.addWidget(self.behind_told)
        side.addWidget(self.definition)
        side.addLayout(button_line(self.cases_button, self.target_button))
        side.addStretch(1)
        self._trend_row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(fonts.px(28))
        row.addWidget(self.line, 3)
        row.addLayout(side, 2)
        card.add(self.told, row)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Four cards beside each other, two where it is narrow, and then what is told below."""
        super().resizeEvent(event)
        across = ACROSS if self.width() >= fonts.px(NARROW) else ACROSS // 2
        room = self.width() >= fonts.px(LEAST)
        self._lay_cards(across if room else 1)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._trend_row.setDirection(beside if room else below)

    def _lay_cards(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // across, at % across)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    # what it shows

    @property
    def sheet(self) -> IndicatorSheet:
        """What is shown; only where something is."""
        if self._sheet is None:
            raise ValueError("nothing is counted yet")
        return self._sheet

    def reload(self) -> None:
        period = self._wanted
        words = self.tr("Teller nøkkeltallene, {}").format(period_words(period))
        self._allow(self.tr("Vent til tallene er talt."))
        wish = Wish(period, words, lambda own, told: own.indicators.of(period, told))
        self.counting.read(wish, self._show, self._refuse)

    def _allow(self, why_not: str) -> None:
        self.export_button.set_off(why_not)

    def _refuse(self, error: OfficeError) -> None:
        """What was shown stands."""
        self._wanted = self.period
        self._allow("")
        self.navigator.failed.emit(error)

    def _show(self, sheet: IndicatorSheet) -> None:
        self._sheet, period = sheet, sheet.period
        self.period = period
        compared = self.tr("sammenlignet med {}").format(span_of_words(period.before))
        self.header.set_subtitle(f"{until_words(period, sheet.until)} · {compared}")
        for indicator, button in self.cards.items():
            button.show_card(sheet.card(indicator), sheet.periods)
        self.table.set_rows(rows_of(sheet) if sheet.began is not None else ())
        self.table.show_whole(TREND)
        self.span.set_value(period.span)
        today = self.office.clock.today()
        ahead = self.tr("Perioden etter har ikke begynt.") if period.after.first > today else ""
        self.later.set_off(ahead)
        began = sheet.began
        first = began is None or began > period.before.last
        words = self.tr("Registeret begynner {}.").format(day(began)) if began else ""
        self.earlier.set_off((words or self.tr("Registeret er tomt.")) if first else "")
        empty = self.tr("Det er ingenting å telle ennå.") if began is None else ""
        self._allow(empty)
        self.pack_button.set_words(pack_name(period.span))
        self.pack_button.set_off(empty)
        self.cards[self.shown].setChecked(True)
        self._show_trend()

    def _show_trend(self) -> None:
        card = self.sheet.card(self.shown)
        self.told.setText(finding(card, self.period))
        words = [behind_words(card.now), target_words(card)]
        if card.aim != card.target:
            words.append(
                self.tr("{} så langt i perioden").format(plain_value(card.indicator, card.aim))
            )
        self.behind_told.setText(capital(" · ".join(words)))
        self.definition.setText(self.office.packs.definition(self.shown))
        self.line.say(
            lambda value: plain_value(card.indicator, value),
            self.tr("mål {}").format(plain_value(card.indicator, card.target)),
        )
        self.line.setAccessibleName(finding(card, self.period))
        self.line.show_chart(trend_of(card, self.sheet.periods))
        none = self.tr("Det er ingen saker bak tallet.")
        self.cases_button.set_off("" if card.now.counted else none)
        has = card.target is not None
        self.target_button.set_words(self.tr("Endre mål …") if has else self.tr("Sett mål …"))

    # what the officer does

    def _card_toggled(self, indicator: Indicator, pressed: bool) -> None:
        if pressed and indicator is not self.shown:
            self.shown = indicator
            if self._sheet is not None:
                self._show_trend()

    def _choose_span(self, span: object) -> None:
        """The period of that length that holds the last day shown."""
        if isinstance(span, ReportSpan):
            self._go_to(self.office.indicators.period(span, self._until))

    @property
    def _until(self) -> date:
        """The last day of what is wanted, as far as it has come."""
        return self._wanted.until(self.office.clock.today())

    def _step(self, *, back: bool) -> None:
        self._go_to(self._wanted.before if back else self._wanted.after)

    def _go_to(self, period: ReportPeriod) -> None:
        self._wanted = period
        self.reload()

    def show_cases(self) -> BehindDialog:
        """Those the number counts, by name; each can be opened."""
        card = self.sheet.card(self.shown)
        title = f"{title_word(self.shown)}, {period_words(self.period)}"
        dialog = BehindDialog(self.office, self.navigator, title, card.now.figure.behind, self)
        dialog.open()
        return dialog

    def ask_target(self) -> AskDialog:
        """What is aimed at, from a day."""
        dialog = target_dialog(self.office, self.navigator, self.sheet.card(self.shown), self)
        dialog.open()
        return dialog

    def show_place(self, place: Place) -> None:
        """«pack» opens the pack of the quarter before: the one that is due."""
        if place.task == PACK:
            self._go_to(self.office.indicators.period(ReportSpan.QUARTER).before)
            self.open_pack()

    def about_to_leave(self) -> None:
        super().about_to_leave()
        for dialog in self.findChildren(PackDialog):
            dialog.reject()

    def open_pack(self) -> PackDialog:
        """The pack of the period shown."""
        dialog = PackDialog(self.office, self.navigator, self._wanted, self)
        dialog.open()
        return dialog

    def _export(self) -> None:
        name = self.tr("Nøkkeltall")
        self.export_seen(self.table, self.tr("Eksporter nøkkeltall"), name)
