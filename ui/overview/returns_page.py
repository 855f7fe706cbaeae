"""«Rapporter»: everything the municipality owes an answer to, for any day or period."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import short_day
from app.core.errors import Invalid, OfficeError
from app.core.ids import Ref
from app.core.text import plural
from app.office import Office
from app.overview.snapshots.model import KIND
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, Segments
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import DateField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId, Place
from ui.overview.returns.compare_dialog import CompareDialog
from ui.overview.returns.kept_card import KeptCard
from ui.overview.returns.part import ReturnPart
from ui.overview.returns.parts import PARTS
from ui.overview.ways import OverviewSubpage

LAST_YEAR, THIS_YEAR, OTHER = "last_year", "this_year", "other"


class ReturnsPage(OverviewSubpage):
    """One choice of days for all parts; the year that was to begin with, if it is known."""

    page_id = PageId.RETURNS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.first, self.last = self._days(LAST_YEAR)
        self._made: dict[str, ReturnPart] = {}
        self._ready = False
        self._make_header()
        self._build()

    def _make_header(self) -> None:
        self.keep_button = Button(
            self.tr("Ta vare på …"), self.keep, kind=ButtonKind.PRIMARY, icon=Icon.SAVED
        )
        years = [
            (LAST_YEAR, self.tr("I fjor")),
            (THIS_YEAR, self.tr("I år")),
            (OTHER, self.tr("Andre dager …")),
        ]
        self.years = Segments(self.tr("Dager"), years, LAST_YEAR)
        self.years.chosen.connect(self._choose)
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Rapporter"),
            primary=self.keep_button,
            secondary=(self.export_button, self.print_button),
            extra=(self.years,),
        )

    def _build(self) -> None:
        frame = self.begin(self.header)
        parts = [(part.key, part.words) for part in PARTS]
        self.which = Segments(self.tr("Rapport"), parts, PARTS[0].key, wraps=True)
        self.which.chosen.connect(lambda _key: self.reload())
        frame.add(self.which)
        self.body = ScrollBody()
        frame.add(self.body, stretch=True)
        self._notes = QVBoxLayout()
        self._shown = QVBoxLayout()
        self.kept = KeptCard(self.office)
        self.kept.rows.activated_key.connect(self._open_kept)
        self.body.column.insertLayout(self.body.column.count() - 1, self._notes)
        self.body.column.insertLayout(self.body.column.count() - 1, self._shown)
        self.body.add(self.kept)

    @property
    def part(self) -> ReturnPart:
        """The one in sight, made the first time it is asked for."""
        key = str(self.which.value)
        if key not in self._made:
            make = next(part for part in PARTS if part.key == key)
            self._made[key] = make(self.office, self.navigator)
            self._shown.addWidget(self._made[key])
        return self._made[key]

    # what it shows

    def reload(self) -> None:
        part = self.part
        for each in self._made.values():
            each.setVisible(each is part)
        self.kept.show_kind(part.kind)
        self.keep_button.setVisible(True)
        self._show_days(part)

    def _show_days(self, part: ReturnPart) -> None:
        """The numbers, or in words why there are none for these days, and the way on."""
        clear(self._notes)
        why = ""
        try:
            part.show_days(self.first, self.last)
        except OfficeError as error:
            why = self._refuse(error)
        part.setVisible(not why)
        told = [f"{day(self.first)}–{day(self.last)}"]
        if not why:
            told += [part.told(), self._standing(part)]
        self.header.set_subtitle(" · ".join(each for each in told if each))
        for button in (self.keep_button, self.export_button, self.print_button):
            button.set_off(why)

    def _standing(self, part: ReturnPart) -> str:
        """That these days were kept with the same numbers; others are told with a way to them."""
        kept = self.office.snapshots.at(part.kind, self.first, self.last)
        if kept is None:
            return ""
        now = part.count(self.first, self.last)
        changed = len(self.office.snapshots.compare(kept, now.figures))
        taken = short_day(kept.kept_at.date())
        if not changed:
            return self.tr("som øyeblikksbildet {}").format(taken)
        what = self.tr("{} er endret siden øyeblikksbildet {}")
        numbers = plural(changed, self.tr("tall"), self.tr("tall"))
        then = self.tr("Noe er ført inn eller rettet siden. Det som ble svart, står som det var.")
        small = ButtonSize.SMALL
        way = Button(self.tr("Sammenlign"), lambda: self.compare(kept.id), size=small)
        self._notes.addWidget(Callout(ChipKind.SOON, what.format(numbers, taken), then, way))
        return ""

    def _refuse(self, error: OfficeError) -> str:
        found = error.problems if isinstance(error, Invalid) else ()
        words = " ".join(problem(each) for each in found) or message(error)
        remedy = next((each.remedy for each in found if isinstance(each.remedy, date)), None)
        way = None
        if remedy is not None:
            way = Button(self.tr("Vis fra {}").format(day(remedy)), lambda: self._show_from(remedy))
        self._notes.addWidget(Callout(ChipKind.SOON, words, "", way))
        return words

    def _show_from(self, known: date) -> None:
        """The rest of the year from the first day that is known, or that day last year."""
        today = self.office.clock.today()
        self.first = min(known, today)
        self.last = min(today, date(self.first.year, 12, 31))
        self.years.set_value(OTHER)
        self.reload()

    # what the officer does

    def _days(self, key: str) -> tuple[date, date]:
        today = self.office.clock.today()
        if key == THIS_YEAR:
            return date(today.year, 1, 1), today
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)

    def _choose(self, key: object) -> None:
        if key == OTHER:
            self.ask()
            return
        self.first, self.last = self._days(str(key))
        self.reload()

    def ask(self) -> AskDialog:
        """Other days for all the parts."""

        def act(first: object, last: object) -> None:
            began = first if isinstance(first, date) else self.first
            ended = last if isinstance(last, date) else self.last
            self.part.count(began, ended)
            self.first, self.last = began, ended
            self.years.set_value(OTHER)
            self.reload()

        dialog = AskDialog(
            self.tr("Velg dager"),
            self.tr(
                "Begge dagene regnes med. Det som telles på en dag, telles på den siste."
                " Det samme valget gjelder alle rapportene."
            ),
            self.tr("Vis"),
            lambda values: act(values.get("first"), values.get("last")),
            words=problem,
            message=message,
            parent=self,
        )
        today = self.office.clock.today
        dialog.form.line(
            DateField("first", self.tr("Fra og med"), today=today),
            DateField("last", self.tr("Til og med"), today=today),
        )
        dialog.form.set_values({"first": self.first, "last": self.last})
        dialog.rejected.connect(self._stand_on_days)
        dialog.open()
        return dialog

    def _stand_on_days(self) -> None:
        """The choice that is pressed down is the one whose days are shown."""
        shown = (self.first, self.last)
        ready = next((key for key in (LAST_YEAR, THIS_YEAR) if self._days(key) == shown), OTHER)
        self.years.set_value(ready)

    def keep(self) -> AskDialog:
        """Freeze the numbers in sight; asked once, for it is never undone."""
        answer = self.part.count(self.first, self.last)

        def act(_values: object) -> None:
            self.office.snapshots.keep(
                answer.kind,
                answer.first,
                answer.last,
                answer.figures,
                answer.versions,
                answer.words,
            )
            self.navigator.tell(self.tr("Tallene er tatt vare på"), undo=False)

        numbers = plural(len(answer.figures), self.tr("tall"), self.tr("tall"))
        words = self.tr(
            "{} for {} til {}. Bildet viser hva som ble svart, og med hvilke regler. Det har ingen"
            " navn. Det kan ikke endres eller angres, men du kan ta et nytt ved siden av."
        )
        dialog = AskDialog(
            self.tr("Ta vare på tallene"),
            words.format(numbers, day(answer.first), day(answer.last)),
            self.tr("Ta vare på"),
            act,
            words=problem,
            message=message,
            parent=self,
        )
        dialog.open()
        return dialog

    def _open_kept(self, snapshot: object) -> None:
        if isinstance(snapshot, int):
            self.compare(snapshot)

    def compare(self, snapshot: int) -> CompareDialog | None:
        """What was kept beside what the register answers for the same days now.

        The pack of a quarter and the half-year's report are looked at where they are made.
        """
        kept = self.office.snapshots.get(snapshot)
        part = next((each for each in PARTS if each.kind is kept.kind), None)
        if part is None:
            self.navigator.open(PageId.OVERVIEW)
            return None
        if part.key != self.which.value:
            self.which.set_value(part.key)
            self.reload()
        now = self.part.count(kept.first, kept.last)
        dialog = CompareDialog(self.office, self.navigator, kept, now, self)
        dialog.open()
        return dialog

    def show_place(self, place: Place) -> None:
        """A part by its key, or a snapshot beside the numbers of today."""
        if place.task in {part.key for part in PARTS}:
            self.which.set_value(place.task)
            self.reload()
        if place.ref is not None and place.ref.kind == KIND:
            self.compare(Ref(KIND, place.ref.id).id)

    def show_paper(self) -> DocumentDialog | None:
        """What is shown, to read and print."""
        made: list[bytes] = []

        def make() -> None:
            made.append(self.office.letters.preview(self.part.paper()))

        if not self.navigator.attempt(make):
            return None
        words = self.tr("Rapporten har ingen navn og lagres ikke.")
        dialog = DocumentDialog(self.part.words, words, [(self.part.words, made[0])], self)
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.part.export(self)
