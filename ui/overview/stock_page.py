"""«Boliger og behov»: what the municipality has on a day, and who needs it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId, Place
from ui.overview.counted_page import CountedPage
from ui.overview.counting import Wish
from ui.overview.days_dialog import ask_day
from ui.overview.stock.cohort_part import CohortPart
from ui.overview.stock.homes_part import HomesPart
from ui.overview.stock.houses_part import HousesPart
from ui.overview.stock.need_part import NeedPart
from ui.overview.stock.nights_part import NightsPart
from ui.overview.stock.part import StockPart

PARTS: tuple[type[StockPart], ...] = (HomesPart, NeedPart, HousesPart, NightsPart, CohortPart)


class StockPage(CountedPage):
    """Today to begin with; another day is asked for. A task names the part to show."""

    page_id = PageId.STOCK
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.day: date | None = None
        self._known: date | None = None
        self.day_button = Button(self.tr("Annen dag …"), self.ask, icon=Icon.CALENDAR)
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Boliger og behov"),
            secondary=(self.export_button, self.print_button),
            extra=(self.day_button,),
        )
        choices = [(part.key, part.words) for part in PARTS]
        self.which = Segments(self.tr("Vis"), choices, PARTS[0].key, wraps=True)
        self.which.chosen.connect(lambda _key: self.reload())
        self.parts = {part.key: part(office, navigator) for part in PARTS}
        self.begin_counted(self.header, self.which)
        self.refusal = QVBoxLayout()
        self.body.column.insertLayout(0, self.refusal)
        for each in self.parts.values():
            each.chosen.connect(self.reload)
            each.hide()
            self.body.add(each)

    @property
    def part(self) -> StockPart:
        """The part that is shown."""
        return self.parts[str(self.which.value)]

    @property
    def on(self) -> date:
        """The day that is shown: today, until another is asked for."""
        return self.day or self.office.clock.today()

    def show_place(self, place: Place) -> None:
        """«need», or «houses:…» where a part is to begin with one thing."""
        key, _, what = place.task.partition(":")
        if key not in self.parts:
            return
        self.which.set_value(key)
        self.reload(then=lambda: self.part.go(what))

    def reload(self, *, then: Callable[[], object] | None = None) -> None:
        part, on = self.part, self.on
        self.then = then
        self._allow(self.tr("Vent til tallene er talt."))
        words = self.tr("Teller {}, {}").format(part.words.lower(), day(on))
        wish = Wish((part.key, part.counts, on), words, lambda own, _told: part.count(own, on))
        self.counting.read(wish, partial(self._show, part), self._refuse)

    def _show(self, part: StockPart, show: Callable[[], None]) -> None:
        clear(self.refusal)
        show()
        for each in self.parts.values():
            each.setVisible(each is part)
        self._allow("")
        when = self.tr("I dag") if self.day is None else day(self.on)
        self.header.set_subtitle(" · ".join(filter(None, (when, part.told()))))
        self.go_on()

    def _refuse(self, error: OfficeError) -> None:
        """Nothing is known of that day: what was shown of another is not left standing."""
        clear(self.refusal)
        for each in self.parts.values():
            each.hide()
        self.header.set_subtitle(day(self.on))
        told = error.problems[0] if isinstance(error, Invalid) else None
        words, way = problem(told) if told else message(error), None
        known = told.remedy if told else None
        if isinstance(known, date):
            way = Button(self.tr("Vis {}").format(day(known)), self._show_known)
            self._known = known
        self.refusal.addWidget(Callout(ChipKind.INFO, words, remedy=way))
        self._allow(words)
        self.go_on()

    def _allow(self, off: str) -> None:
        for button in (self.export_button, self.print_button):
            button.set_off(off)

    def _show_known(self) -> None:
        self.day = self._known
        self.reload()

    # what the officer does

    def ask(self) -> AskDialog:
        """Another day."""

        def act(wanted: date | None) -> None:
            self.office.stock.check(wanted or self.office.clock.today())
            self.day = None if wanted == self.office.clock.today() else wanted
            self.reload()

        told = self.tr("Tallene er slik registeret var den dagen.")
        return ask_day(self.office, self, told, self.on, act)

    def show_paper(self) -> DocumentDialog | None:
        """Stock and need on one page, to read and print."""
        homes = self.parts[HomesPart.key]
        on, left_out = self.on, bool(homes.counts)
        return self.show_paper_of(
            self.tr("Boliger og behov"),
            self.tr("Siden har ingen navn og lagres ikke."),
            lambda own: own.stock.paper(on, leave_out_for_sale=left_out),
        )

    def _export(self) -> None:
        self.part.export(self)
