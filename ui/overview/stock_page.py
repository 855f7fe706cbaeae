"""«Boliger og behov»: what the municipality has on a day, and who needs it."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, Problem
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import DateField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId, Place
from ui.overview.stock.cohort_part import CohortPart
from ui.overview.stock.homes_part import HomesPart
from ui.overview.stock.houses_part import HousesPart
from ui.overview.stock.need_part import NeedPart
from ui.overview.stock.nights_part import NightsPart
from ui.overview.stock.part import StockPart
from ui.overview.ways import OverviewSubpage

PARTS: tuple[type[StockPart], ...] = (HomesPart, NeedPart, HousesPart, NightsPart, CohortPart)


class StockPage(OverviewSubpage):
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
        frame = self.begin(self.header)
        frame.add(self.which)
        body = ScrollBody()
        frame.add(body, stretch=True)
        self.refusal = QVBoxLayout()
        body.column.insertLayout(0, self.refusal)
        for each in self.parts.values():
            body.add(each)

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
        self.reload()
        self.part.go(what)

    def reload(self) -> None:
        clear(self.refusal)
        for key, each in self.parts.items():
            each.setVisible(key == self.which.value)
        try:
            self.part.show_day(self.on)
        except Invalid as refused:
            self._refuse(refused.problems[0])
            return
        self._allow("")
        when = self.tr("I dag") if self.day is None else day(self.on)
        self.header.set_subtitle(" · ".join(filter(None, (when, self.part.told()))))

    def _refuse(self, told: Problem) -> None:
        """Nothing is known of that day: what was shown of another is not left standing."""
        self.part.hide()
        self.header.set_subtitle(day(self.on))
        words, way = problem(told), None
        if isinstance(told.remedy, date):
            way = Button(self.tr("Vis {}").format(day(told.remedy)), self._show_known)
        self._known = told.remedy if isinstance(told.remedy, date) else None
        self.refusal.addWidget(Callout(ChipKind.INFO, words, remedy=way))
        self._allow(words)

    def _allow(self, off: str) -> None:
        for button in (self.export_button, self.print_button):
            button.set_off(off)

    def _show_known(self) -> None:
        self.day = self._known
        self.reload()

    # what the officer does

    def ask(self) -> AskDialog:
        """Another day."""

        def act(values: dict[str, object]) -> None:
            chosen = values.get("day")
            wanted = chosen if isinstance(chosen, date) else None
            self.part.show_day(wanted or self.office.clock.today())
            self.day = None if wanted == self.office.clock.today() else wanted
            self.reload()

        dialog = AskDialog(
            self.tr("Velg dag"),
            self.tr("Tallene er slik registeret var den dagen."),
            self.tr("Vis"),
            lambda values: act(dict(values)),
            words=problem,
            message=message,
            parent=self,
        )
        dialog.form.line(DateField("day", self.tr("Dag"), today=self.office.clock.today))
        dialog.form.set_values({"day": self.on})
        dialog.open()
        return dialog

    def show_paper(self) -> DocumentDialog | None:
        """Stock and need on one page, to read and print."""
        made: list[bytes] = []

        def make() -> None:
            homes = self.parts[HomesPart.key]
            left_out = isinstance(homes, HomesPart) and homes.which.value == "kept"
            paper = self.office.stock.paper(self.on, leave_out_for_sale=left_out)
            made.append(self.office.letters.preview(paper))

        if not self.navigator.attempt(make):
            return None
        title = self.tr("Boliger og behov")
        words = self.tr("Siden har ingen navn og lagres ikke.")
        dialog = DocumentDialog(title, words, [(title, made[0])], self)
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.part.export(self)
