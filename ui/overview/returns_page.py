"""«Rapporter»: everything the municipality owes an answer to, for any day or period."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import short_day
from app.core.errors import Invalid, OfficeError
from app.core.ids import Ref
from app.core.text import plural
from app.office import Office
from app.overview.snapshots.model import KIND, Answer, Snapshot
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, Segments, button_line
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId, Place
from ui.overview.counted_page import CountedPage
from ui.overview.counting import Wish
from ui.overview.days_dialog import ask_days
from ui.overview.returns.compare_dialog import CompareDialog
from ui.overview.returns.kept_card import KeptCard
from ui.overview.returns.part import Counted, ReturnPart
from ui.overview.returns.parts import PARTS

LAST_YEAR, THIS_YEAR, OTHER = "last_year", "this_year", "other"


class ReturnsPage(CountedPage):
    """One choice of days for all parts; the year that was to begin with, if it is known."""

    page_id = PageId.RETURNS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.first, self.last = self._days(LAST_YEAR)
        self._made: dict[str, ReturnPart] = {}
        self._answer: Answer | None = None
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
        self.sources_button = Button(
            self.tr("Kildene til tallene"), self.show_sources, icon=Icon.INFO
        )
        self.header = PageHeader(
            self.tr("Rapporter"),
            primary=self.keep_button,
            secondary=(self.export_button, self.print_button),
        )

    def _build(self) -> None:
        parts = [(part.key, part.words) for part in PARTS]
        self.which = Segments(self.tr("Rapport"), parts, PARTS[0].key, wraps=True)
        self.which.chosen.connect(lambda _key: self.reload())
        self.begin_counted(self.header, self.which, self.years)
        self._notes = QVBoxLayout()
        self._shown = QVBoxLayout()
        self.kept = KeptCard(self.office)
        self.kept.rows.activated_key.connect(self._open_kept)
        self.body.column.insertLayout(self.body.column.count() - 1, self._notes)
        self.body.column.insertLayout(self.body.column.count() - 1, self._shown)
        self.body.add(self.kept)
        self.body.column.insertLayout(
            self.body.column.count() - 1, button_line(self.sources_button)
        )

    @property
    def part(self) -> ReturnPart:
        """The one in sight, made the first time it is asked for."""
        key = str(self.which.value)
        if key not in self._made:
            make = next(part for part in PARTS if part.key == key)
            self._made[key] = made = make(self.office, self.navigator)
            made.hide()
            self._shown.addWidget(made)
        return self._made[key]

    # what it shows

    def reload(self) -> None:
        part, first, last = self.part, self.first, self.last
        self.then = None
        words = self.tr("Teller {} for {}–{}").format(part.words, day(first), day(last))
        self.keep_button.setVisible(True)
        self._allow(self.tr("Vent til tallene er talt."))
        wish = Wish((part.key, first, last), words, lambda own, _told: part.count(own, first, last))
        self.counting.read(wish, partial(self._show, part), partial(self._refuse, part))

    def _show(self, part: ReturnPart, counted: Counted) -> None:
        """The numbers, and how they stand to those that were kept."""
        self._answer = counted.answer
        counted.show()
        self._stand_on(part)
        told = (self._days_words(), part.told(), self._standing(part, counted.answer))
        self.header.set_subtitle(" · ".join(each for each in told if each))
        part.show()
        self._allow("")
        self.go_on()

    def _stand_on(self, part: ReturnPart) -> None:
        """That part alone, and what is kept of it."""
        clear(self._notes)
        for each in self._made.values():
            each.setVisible(False)
        self.kept.show_kind(part.kind)

    def _days_words(self) -> str:
        return f"{day(self.first)}–{day(self.last)}"

    def _allow(self, why_not: str) -> None:
        for button in (self.keep_button, self.export_button, self.print_button):
            button.set_off(why_not)

    def _standing(self, part: ReturnPart, now: Answer) -> str:
        """That these days were kept with the same numbers; others are told with a way to them."""
        kept = self.office.snapshots.at(part.kind, self.first, self.last)
        if kept is None:
            return ""
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

    def _refuse(self, part: ReturnPart, error: OfficeError) -> None:
        """In words why there are no numbers for these days, and the way on."""
        self._answer = None
        self._stand_on(part)
        self.header.set_subtitle(self._days_words())
        found = error.problems if isinstance(error, Invalid) else ()
        words = " ".join(problem(each) for each in found) or message(error)
        remedy = next((each.remedy for each in found if isinstance(each.remedy, date)), None)
        way = None
        if remedy is not None:
            way = Button(self.tr("Vis fra {}").format(day(remedy)), lambda: self._show_from(remedy))
        self._notes.addWidget(Callout(ChipKind.SOON, words, "", way))
        self._allow(words)
        self.go_on()

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

        def act(first: date, last: date) -> None:
            self.part.check(first, last)
            self.first, self.last = first, last
            self.years.set_value(OTHER)
            self.reload()

        words = self.tr(
            "Begge dagene regnes med. Det som telles på en dag, telles på den siste."
            " Det samme valget gjelder alle rapportene."
        )
        days = (self.first, self.last)
        dialog = ask_days(self.office, self, self.tr("Velg dager"), words, days, act)
        dialog.rejected.connect(self._stand_on_days)
        return dialog

    def _stand_on_days(self) -> None:
        """The choice that is pressed down is the one whose days are shown."""
        shown = (self.first, self.last)
        ready = next((key for key in (LAST_YEAR, THIS_YEAR) if self._days(key) == shown), OTHER)
        self.years.set_value(ready)

    def keep(self) -> AskDialog | None:
        """Freeze the numbers in sight; asked once, for it is never undone."""
        answer = self._answer
        if answer is None:
            return None

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
        if self.counting.busy:
            self.then = partial(self.compare, snapshot)
            return None
        return self._compare(self.part, kept)

    def _compare(self, part: ReturnPart, kept: Snapshot) -> CompareDialog | None:
        """None while the numbers of now are counted."""
        shown: list[CompareDialog] = []
        first, last = kept.first, kept.last

        def show(now: Counted) -> None:
            dialog = CompareDialog(self.office, self.navigator, kept, now.answer, self)
            dialog.open()
            shown.append(dialog)

        words = self.tr("Teller {} for {}–{}").format(part.words, day(first), day(last))
        wish = Wish(
            (part.key, first, last),
            words,
            lambda own, _told: part.count(own, first, last),
            beside=True,
        )
        self.counting.read(wish, show, self.navigator.failed.emit)
        return shown[0] if shown else None

    def show_place(self, place: Place) -> None:
        """A part by its key, or a snapshot beside the numbers of today."""
        if place.task in {part.key for part in PARTS}:
            self.which.set_value(place.task)
            self.reload()
        if place.ref is not None and place.ref.kind == KIND:
            self.compare(Ref(KIND, place.ref.id).id)

    def show_paper(self) -> DocumentDialog | None:
        """What is shown, to read and print."""
        words = self.tr("Rapporten har ingen navn og lagres ikke.")
        return self.show_paper_of(self.part.words, words, self.part.paper())

    def show_sources(self) -> DocumentDialog | None:
        """Where each number comes from, and how far it can be trusted (E10)."""
        words = self.tr(
            "Nøkkeltall og rapporter: hva de teller, hvem som svarer for dem, og svakheter."
        )
        return self.show_paper_of(
            self.tr("Kildene til tallene"), words, lambda own: own.sources.paper()
        )

    def _export(self) -> None:
        self.part.export(self)
