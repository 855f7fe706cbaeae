"""«Ventetid»: how many wait for advice and how long, with a vedtak or without, at any date."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import grouped
from app.debt.waiting.model import WaitGroup, WaitingCount
from app.office import Office
from ui.debt.counts.columns import MONTHS, days_text
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.labels import day, title_word
from ui.navigation import Navigator, Page, PageId

MOST_ROWS = 12


class DebtCountsPage(Page):
    """A day that is chosen, and the end of each month before it; nothing here names anyone."""

    page_id = PageId.DEBT_COUNTS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        today = office.clock.today
        self.count: WaitingCount = office.debt_waiting.at(today())
        self.header = PageHeader(
            self.tr("Ventetid for økonomisk rådgivning"),
            secondary=(
                Button(self.tr("Til listen"), partial(navigator.open, PageId.DEBT), icon=Icon.DEBT),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        self.on = DateField("on", self.tr("Slik var køen"), today=today, width=170)
        self.on.set_value(today())
        self.on.left.connect(lambda _name: self._choose())
        self.table: RecordTable[WaitingCount] = RecordTable(
            "debt_counts",
            self.tr("Køen måned for måned"),
            RecordModel(MONTHS),
            empty=EmptyState(
                self.tr("Ingen henvendelser ennå"),
                self.tr("Når noen har bedt om råd, telles dagene her."),
                drawing=False,
            ),
            identity=lambda each: each.on.toordinal(),
        )
        self.table.opened.connect(lambda each: self._stand_on(each.on))
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        body = ScrollBody()
        frame.add(body, stretch=True)
        body.add(self.on)
        self._told = QVBoxLayout()
        self._told.setSpacing(fonts.px(12))
        body.column.insertLayout(body.column.count() - 1, self._told)
        body.add(self.table)

    def reload(self) -> None:
        chosen = self.on.value()
        today = self.office.clock.today()
        on = min(chosen, today) if isinstance(chosen, date) else today
        self.count = self.office.debt_waiting.at(on)
        self.table.set_rows(self.office.debt_waiting.months(on))
        self.table.show_whole(MOST_ROWS)
        self._tell()

    def _choose(self) -> None:
        """A day was typed; one ahead is told to be, and counts as today."""
        chosen = self.on.value()
        ahead = isinstance(chosen, date) and chosen > self.office.clock.today()
        self.on.set_hint(
            self.tr("Dagen har ikke vært ennå. Tallene er fra i dag.") if ahead else ""
        )
        if isinstance(chosen, date):
            self.reload()

    def _stand_on(self, on: date) -> None:
        self.on.set_value(on)
        self._choose()

    def _tell(self) -> None:
        clear(self._told)
        count = self.count
        words = self.tr("{} i kø {}, {} uten vedtak")
        self.header.set_subtitle(words.format(count.waiting, day(count.on), count.without_vedtak))
        self._told.addWidget(SideBySide(*self._cards(count)))

    def _cards(self, count: WaitingCount) -> Iterator[Card]:
        """Who waited, how long, and what happened that month."""
        queue = [
            Fact(self.tr("I kø"), grouped(count.waiting)),
            Fact(self.tr("Uten vedtak"), grouped(count.without_vedtak)),
            Fact(self.tr("Halvparten har ventet mer enn"), days_text(count.median)),
            Fact(self.tr("Lengst ventet"), days_text(count.longest)),
        ]
        groups = [Fact(*self._group(count, each)) for each in WaitGroup]
        month = [
            Fact(self.tr("Nye henvendelser"), grouped(count.asked)),
            Fact(self.tr("Kom i gang"), grouped(len(count.began))),
            Fact(self.tr("Halvparten av dem ventet mer enn"), days_text(count.began_median)),
            Fact(self.tr("Avsluttet, avslått eller trukket"), grouped(count.ended)),
            Fact(self.tr("I arbeid"), grouped(count.working)),
        ]
        for title, icon, facts in (
            (self.tr("Køen {}").format(day(count.on)), Icon.DEBT, queue),
            (self.tr("Så lenge har de ventet"), Icon.CALENDAR, groups),
            (self.tr("Måneden til og med dagen"), Icon.HISTORY, month),
        ):
            card = Card(title, icon=icon)
            card.add(Facts(facts))
            card.body.addStretch(1)
            yield card

    def _group(self, count: WaitingCount, group: WaitGroup) -> tuple[str, str]:
        """«31–90 dager» and «4, 1 av dem uten vedtak»; «4 uten vedtak» where nobody has one."""
        missing = count.group(group, decided=False)
        everyone = count.group(group)
        words = grouped(everyone)
        if missing:
            told = self.tr("{} uten vedtak").format(missing)
            words = (
                told
                if missing == everyone
                else self.tr("{}, {} av dem uten vedtak").format(words, missing)
            )
        return title_word(group), words

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter tallene"), "Ventetid rådgivning")
