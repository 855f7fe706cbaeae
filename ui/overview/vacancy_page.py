"""«Ledighet og kostnad»: what empty dwellings cost in a period, by cause, owner and house."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.periods import Period, Unit, add
from app.office import Office
from app.overview.vacancy_costs.model import VacancyCosts, VacancyLine, VacancySum
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day
from ui.navigation import Navigator, Page, PageId
from ui.overview.days_dialog import ask_days
from ui.overview.vacancy_columns import LINES, kroner, sum_columns, total_words

HIGH, LOW = 330, 262


class VacancyPage(Page):
    """Enter opens the dwelling. This year to begin with; another period is asked for."""

    page_id = PageId.VACANCY_COSTS
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "dwelling",
            "dwelling_status",
            "dwelling_rent",
            "dwelling_owner",
            "allocation",
            "reservation",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        today = office.clock.today()
        self.first, self.last = today.replace(month=1, day=1), today
        self.period_button = Button(self.tr("Periode …"), self.ask, icon=Icon.CALENDAR)
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Ledighet og kostnad"),
            secondary=(self.export_button, self.print_button),
            extra=(self.period_button,),
        )
        self.facts = Card(self.tr("Husleie vi ikke fikk"), icon=Icon.MONEY)
        self._make_tables()
        self._build()

    def _make_tables(self) -> None:
        self.table: RecordTable[VacancyLine] = RecordTable(
            "vacancy_costs",
            self.tr("Boliger uten leietaker"),
            RecordModel(LINES),
            empty=EmptyState(
                self.tr("Ingen boliger sto tomme"),
                self.tr(
                    "Her står hver bolig uten leietaker, hvorfor, hvor lenge og hva det kostet."
                    " Velg en annen periode, eller kom tilbake når en bolig er levert."
                ),
                drawing=False,
            ),
            identity=lambda line: (line.dwelling, line.first),
        )
        self.table.setMinimumHeight(fonts.px(HIGH))
        self.table.opened.connect(self._open)
        self.sums: RecordTable[VacancySum] = RecordTable(
            "vacancy_sums",
            self.tr("Summer"),
            RecordModel(sum_columns()),
            empty=EmptyState(self.tr("Ingen summer"), "", drawing=False),
            identity=lambda each: each.name,
        )
        self.sums.setMinimumHeight(fonts.px(LOW))

    def _build(self) -> None:
        frame = self.begin(self.header)
        body = ScrollBody()
        frame.add(body, stretch=True)
        choices = [
            ("reason", self.tr("Årsak")),
            ("owner", self.tr("Eier")),
            ("building", self.tr("Hus")),
        ]
        self.by = Segments(self.tr("Summer etter"), choices, "reason")
        self.by.chosen.connect(lambda _by: self._show_sums())
        for part in (self.facts, self.by, self.sums, self.table):
            body.add(part)

    def reload(self) -> None:
        self.costs = self.office.vacancy_costs.of(self.first, self.last)
        self.header.set_subtitle(f"{day(self.first)}–{day(self.costs.last)}")
        clear(self.facts.body)
        self.facts.add(Facts(self._told(self.costs)))
        self.facts.add(
            Label(
                self.tr(
                    "Hver dag koster sin del av husleien i måneden den hører til. Husleien er den"
                    " som gjaldt da boligen ble tom."
                ),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
        )
        self.table.set_rows(self.costs.lines)
        self._show_sums()

    def _told(self, costs: VacancyCosts) -> list[Fact]:
        facts = [Fact(self.tr("Til sammen"), total_words(costs))]
        if costs.without_rent:
            words = self.tr("{} av dem mangler husleie og er ikke med i kronene")
            facts.append(Fact(self.tr("Uten husleie"), words.format(costs.without_rent)))
        for each in costs.by_reason[:1]:
            words = self.tr("{}, {}").format(sum_columns()[0].text(each), kroner(each.amount))
            facts.append(Fact(self.tr("Det dyreste"), words))
        return facts

    def _show_sums(self) -> None:
        sums = {
            "owner": self.costs.by_owner,
            "building": self.costs.by_building,
        }.get(str(self.by.value), self.costs.by_reason)
        self.sums.set_rows(sums)

    # what the officer does

    def ask(self) -> AskDialog:
        """Another period."""

        def act(first: date, last: date) -> None:
            self.office.vacancy_costs.of(first, last)
            self.first, self.last = first, last
            self.reload()

        words = self.tr("Begge dagene regnes med. Dager som ikke har vært, koster ingenting ennå.")
        today = self.office.clock.today()
        usual = (today.replace(month=1, day=1), today)
        known = self.first != usual[0]
        first = self.first if known else add(Period(-1, Unit.YEARS), self.first)
        days = (first, self.last)
        return ask_days(self.office, self, self.tr("Velg periode"), words, days, act, usual=usual)

    def show_paper(self) -> DocumentDialog | None:
        """The list, to read and print."""
        made: list[bytes] = []

        def make() -> None:
            paper = self.office.vacancy_costs.paper(self.first, self.last)
            made.append(self.office.letters.preview(paper))

        if not self.navigator.attempt(make):
            return None
        title = self.tr("Ledighet og kostnad")
        dialog = DocumentDialog(
            title, self.tr("Listen navngir ingen og lagres ikke."), [(title, made[0])], self
        )
        dialog.open()
        return dialog

    def _export(self) -> None:
        title = self.tr("Eksporter ledighet og kostnad")
        self.export_seen(self.table, title, "Ledighet")

    def _open(self, line: object) -> None:
        if isinstance(line, VacancyLine):
            self.navigator.open_ref(Ref("dwelling", line.dwelling))
