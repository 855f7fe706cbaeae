"""«Bostedsløse, uke 48»: who is counted on a day, what is found about each, and the tables."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError
from app.core.ids import Ref
from app.core.text import plural
from app.office import Office
from app.overview.homeless.model import (
    Homeless,
    HomelessCount,
    census_year,
    week_of,
)
from app.overview.return_tables.model import ReturnTables
from app.overview.snapshots.model import ReturnKind
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, Segments
from ui.kit.cards import Callout, Card, Fact, Facts, clear
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId
from ui.overview.census_columns import PEOPLE
from ui.overview.census_dialogs import CensusDialogs
from ui.overview.census_row import CensusRow, estimate
from ui.overview.counted_page import CountedPage
from ui.overview.counting import Wish
from ui.overview.days_dialog import ask_day
from ui.overview.returns.tables_view import TablesView

TODAY, WEEK, OTHER = "today", "week", "other"
PEOPLE_PART, TABLES_PART = "people", "tables"
MOST_ROWS = 60
SHEET = "Bostedsløse"


class CensusPage(CountedPage):
    """Enter opens the household. Outside week 48 the number is always an estimate."""

    page_id = PageId.CENSUS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.dialogs = CensusDialogs(office, navigator, self)
        self.count: HomelessCount | None = None
        self.year = self._newest_census()
        self.day = office.clock.today()
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.export_button = Button(
            self.tr("Eksporter uten navn"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.keep_button = Button(self.tr("Ta vare på …"), self.keep, icon=Icon.SAVED)
        self.header = PageHeader(
            self.tr("Bostedsløse, uke 48"),
            primary=Button(
                self.tr("Legg til person"),
                lambda: self.dialogs.add(),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(self.export_button, self.print_button),
            extra=(self.keep_button,),
        )
        self.table: RecordTable[Homeless] = RecordTable(
            "homeless",
            self.tr("Bostedsløse"),
            RecordModel(PEOPLE),
            empty=EmptyState(
                self.tr("Ingen er bostedsløse denne dagen"),
                self.tr(
                    "Her står alle med en åpen søknad og uten egen bolig, alle med midlertidig"
                    " opphold, og de du selv legger til."
                ),
                drawing=False,
            ),
            identity=lambda each: each.person,
        )
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _each: self._tell_row())
        self.view = TablesView(office, navigator)
        self.row = CensusRow(office, navigator, self.table, self.dialogs)
        self._build()

    def _build(self) -> None:
        choices = [
            (TODAY, self.tr("I dag")),
            (WEEK, self.tr("Uke 48 i {}").format(self.year)),
            (OTHER, self.tr("En annen dag")),
        ]
        start = WEEK if census_year(self.day) else TODAY
        self.which = Segments(self.tr("Dag"), choices, start)
        self.which.chosen.connect(self._choose)
        self.begin_counted(self.header, self.which)
        self._notes = QVBoxLayout()
        self.body.column.insertLayout(self.body.column.count() - 1, self._notes)
        self.facts = Card(self.tr("Til sammen"), icon=Icon.HOME)
        shown = [(PEOPLE_PART, self.tr("Personer")), (TABLES_PART, self.tr("Tabeller uten navn"))]
        self.part = Segments(self.tr("Vis"), shown, PEOPLE_PART)
        self.part.chosen.connect(lambda _part: self._show_part())
        for part in (self.facts, self.part, self.row, self.table, self.view):
            self.body.add(part)
        self._show_part()

    def _show_part(self) -> None:
        """The list with what can be done in it, or the tables; nothing where there is no count."""
        known, people = self.count is not None, self.part.value == PEOPLE_PART
        for each in (self.facts, self.part):
            each.setVisible(known)
        self.row.setVisible(known and people)
        self.table.setVisible(known and people)
        self.view.setVisible(known and not people)

    # what it shows

    def _newest_census(self) -> int:
        """The newest year whose week 48 has begun."""
        today = self.office.clock.today()
        return today.year if today >= week_of(today.year)[0] else today.year - 1

    def reload(self) -> None:
        on = self.day
        words = self.tr("Teller bostedsløse {}").format(day(on))
        self._allow(self.tr("Vent til tallene er talt."))
        wish = Wish(on, words, lambda own, _told: (own.homeless.at(on), own.homeless.tables(on)))
        self.counting.read(wish, self._show, self._refuse)

    def _show(self, counted: tuple[HomelessCount, ReturnTables]) -> None:
        self.count, tables = count, _ = counted
        clear(self._notes)
        self.table.set_rows((*count.people, *count.left_out))
        self.table.show_whole(MOST_ROWS)
        if self.table.current is None and count.people:
            self.table.select(count.people[0].person)
        self.view.show_tables(tables)
        self._tell(count)
        self._tell_row()
        self._show_part()

    def _tell(self, count: HomelessCount) -> None:
        people = plural(count.total.count, self.tr("bostedsløs"), self.tr("bostedsløse"))
        kind = self.tr("anslag") if count.estimate else self.tr("bekreftet")
        self.header.set_subtitle(f"{people} · {kind} · {day(count.day)}")
        clear(self.facts.body)
        facts = [
            Fact(self.tr("Bostedsløse"), f"{count.total.count} ({kind})"),
            Fact(self.tr("Barn sammen med dem"), str(count.children)),
        ]
        if census_year(count.day):
            confirmed = self.tr("{} av {}").format(count.confirmed, count.total.count)
            facts.append(Fact(self.tr("Bekreftet i uke 48"), confirmed))
        if count.left_out:
            facts.append(Fact(self.tr("Telles ikke"), str(len(count.left_out))))
        self.facts.add(Facts(facts))
        if count.estimate:
            self._notes.addWidget(estimate(count, self.office.clock.today()))

    def _refuse(self, error: OfficeError) -> None:
        """Why there is no number that day, and the way on."""
        clear(self._notes)
        found = error.problems if isinstance(error, Invalid) else ()
        words = " ".join(problem(each) for each in found) or message(error)
        remedy = next((each.remedy for each in found if isinstance(each.remedy, date)), None)
        way = None
        if remedy is not None:
            words_of_way = self.tr("Vis {}").format(day(remedy))
            way = Button(words_of_way, lambda: self.show_day(remedy))
        self._notes.addWidget(Callout(ChipKind.SOON, words, "", way))
        self.count = None
        self._show_part()
        self.header.set_subtitle(day(self.day))
        self._tell_row()

    def _tell_row(self) -> None:
        """Which of the buttons can be pressed, and why not."""
        self.row.show_count(self.day, self.count)
        missing = "" if self.count else self.tr("Det er ingen tall for denne dagen.")
        self._allow(missing)

    def _allow(self, why_not: str) -> None:
        for button in (self.print_button, self.export_button, self.keep_button):
            button.set_off(why_not)

    # what the officer does

    def _choose(self, key: object) -> None:
        if key == OTHER:
            self.ask()
            return
        census = self.office.homeless.census_day(self.year)
        today = self.office.clock.today()
        self.day = (census or today) if key == WEEK else today
        self.reload()

    def show_day(self, wanted: date) -> None:
        """Another day."""
        self.day = wanted
        self.which.set_value(TODAY if wanted == self.office.clock.today() else OTHER)
        self.reload()

    def ask(self) -> AskDialog:
        """Which other day."""

        def act(chosen: date | None) -> None:
            wanted = chosen or self.day
            self.office.homeless.check(wanted)
            self.show_day(wanted)

        told = self.tr("Tellingen viser det som er ført for den dagen.")
        return ask_day(self.office, self, told, self.day, act)

    def keep(self) -> AskDialog | None:
        """Freeze the numbers in sight; asked once, for it is never undone."""
        read = self.view.read
        if read is None or self.count is None:
            return None
        answer = self.office.counted_returns.reports.answer(read)

        def act(_values: object) -> None:
            self.office.snapshots.keep(
                ReturnKind.HOMELESS,
                answer.first,
                answer.last,
                answer.figures,
                answer.versions,
                answer.words,
            )
            self.navigator.tell(self.tr("Tallene er tatt vare på"), undo=False)

        words = self.tr(
            "Tallene for {} blir stående slik de er nå, uten navn. De kan ikke endres eller"
            " angres, men du kan ta vare på nye ved siden av."
        )
        dialog = AskDialog(
            self.tr("Ta vare på tallene"),
            words.format(day(answer.last)),
            self.tr("Ta vare på"),
            act,
            words=problem,
            message=message,
            parent=self,
        )
        dialog.open()
        return dialog

    def show_paper(self) -> DocumentDialog | None:
        """The tables, to read and print; they name nobody."""
        estimate = self.count is None or self.count.estimate
        words = self.tr("Arket navngir ingen og lagres ikke.")
        make = self.view.paper(estimate=estimate)
        return self.show_paper_of(self.tr("Bostedsløse"), words, make)

    def _export(self) -> None:
        self.view.export(self, SHEET)

    def _open(self, each: object) -> None:
        if isinstance(each, Homeless):
            self.navigator.open_ref(Ref("person", each.person))
